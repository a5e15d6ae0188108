/**
 * Regular payments: until something changes, equal payments of a stream do the same each time. Several of them are taken
 * together, or one by one on a few numbers, and the state is told at the end.
 */

import { type Day, NEVER } from "../loan/day.ts";
import { type Accrual, baseOf, bringUp, mayReachLimit, postAccrued } from "./accrual.ts";
import { countPrincipalDays, payPlanned } from "./day-steps.ts";
import { type Balance, type LoanState, oldestDue } from "./loan-state.ts";
import { NO_PAYMENT, type RegularPayments } from "./payment-plan.ts";
import { PRINCIPAL } from "./places.ts";
import { postedFor, type ScaledRate } from "./posting.ts";
import { heldBack, payOff } from "./waterfall.ts";

/** Fewer than that are taken sooner one by one. */
const FEWEST_TOGETHER = 8;
/**
 * Whether regular payments do the same each time, over as many nights without another event. In few nights, or with more
 * instalments due than nights, to find out takes longer than what it spares.
 */
export function paysAlike(state: LoanState, nights: number): boolean {
  const { rules, posting, beforeAgreement, currentInstalment, oldest } = state;
  return (
    nights > FEWEST_TOGETHER + currentInstalment - oldest &&
    rules.orderAfter.length === 0 &&
    posting.when !== "payment" &&
    beforeAgreement === null &&
    !mayReachLimit(state, nights)
  );
}

/** Looking whether several payments can be taken together is not worth it before each of them. */
const LOOK_EVERY = 64;

/**
 * Takes in regular payments before a day: together where that comes to the same, else some of them one by one. Says on
 * which day the last one was; today where the next one does more than they do in common.
 */
export function payRegular(state: LoanState, today: Day, payments: RegularPayments, before: number): Day {
  const { amount } = payments;
  const most = Math.floor(heldBack(state) / amount);
  if (most < FEWEST_TOGETHER) return payOneByOne(state, today, payments, before);
  const together = Math.min(most, payments.countBefore(before));
  payments.pass(together - 1);
  const last = payments.next;
  payments.pass(1);
  countPrincipalDays(state, last - today);
  payPlanned(state, { ...NO_PAYMENT, streamed: together * amount }, last, 0);
  return last;
}

/** What payments reach as long as they clear nothing for good: what grows, and behind it one balance that does not. */
interface Reach {
  /** In the order in which payments clear them. */
  readonly growing: readonly Growing[];
  readonly fixed: Balance;
  /** What can be paid off it before anything else changes. */
  readonly room: number;
}

/** A balance that grows, in numbers of its own while payments are made. */
class Growing {
  readonly to: Balance;
  readonly rate: ScaledRate;
  /** What bears it, before anything is paid off the fixed balance. */
  readonly base: number;
  /** What is paid off the fixed balance bears it no more. */
  readonly isOnFixed: boolean;
  /** Payments clear it before they get to the fixed balance. */
  readonly isBefore: boolean;
  owed: number;
  accrued = 0;

  constructor(accrual: Accrual, isOnFixed: boolean, isBefore: boolean) {
    const { to, rate } = accrual;
    this.to = to;
    this.rate = rate;
    this.base = baseOf(accrual);
    this.isOnFixed = isOnFixed;
    this.isBefore = isBefore;
    this.owed = to.owed;
  }
}

function payOneByOne(state: LoanState, today: Day, payments: RegularPayments, before: number): Day {
  const { amount } = payments;
  const reach = reachOf(state, today, amount);
  if (reach === null) return today;
  const { growing, fixed, room } = reach;
  const { posting } = state;
  const isOffPrincipal = fixed.place === PRINCIPAL;
  let last = today;
  let count = 0;
  let off = 0;
  let offSince: Day = NEVER;
  while (count < LOOK_EVERY && payments.next < before && off + amount < room) {
    const day = payments.next;
    payments.pass(1);
    countPrincipalDays(state, day - last, isOffPrincipal ? off : 0);
    let left = amount;
    for (const each of growing) {
      const posted = postedFor(posting, each.to, each.isOnFixed ? each.base - off : each.base, day - last, each.rate);
      each.accrued += posted;
      each.owed += posted;
      if (!each.isBefore) continue;
      const part = each.owed < left ? each.owed : left;
      each.owed -= part;
      left -= part;
    }
    if (left > 0 && offSince === NEVER) offSince = day;
    off += left;
    last = day;
    count += 1;
  }
  state.flows.payments += count * amount;
  state.flows.lastPaymentOn = last;
  fixed.instalment.accruedTo = last;
  for (const { to, accrued, owed } of growing) {
    const paid = to.owed + accrued - owed;
    postAccrued(state, to, accrued);
    payOff(state, last, to, paid);
  }
  if (off > 0) payOff(state, offSince, fixed, off);
  return last;
}

/** Null where the next payment gets beyond the fixed balance, or changes what bears something in another way. */
function reachOf(state: LoanState, today: Day, amount: number): Reach | null {
  const { order, bearsCompound } = state.rules;
  const oldest = oldestDue(state);
  if (oldest === null || (!order.isByInstalment && state.currentInstalment - state.oldest > 1)) return null;
  const { balances } = oldest;
  const fixedPlace = order.due.find((place) => balances[place]?.grows === false && balances[place].owed > 0);
  const fixed = fixedPlace === undefined ? null : balances[fixedPlace];
  if (fixedPlace === undefined || fixed === null) return null;
  // With rests, what bears compound goes before what does not yet.
  const isRested = fixed.rested > 0 && bearsCompound[fixedPlace];
  const room = isRested ? fixed.rested : fixed.owed;
  if (room <= amount) return null;
  bringUp(state, oldest, today);
  const growing: Growing[] = [];
  for (let accrual = oldest.accruals; accrual !== null; accrual = accrual.next) {
    const { to, from, isOnRested, isPending } = accrual;
    const isBefore = order.due.indexOf(to.place) < order.due.indexOf(fixedPlace);
    if (isPending || (isBefore && to.rested > 0 && bearsCompound[to.place])) return null;
    const isOnFixed = from.includes(fixed) && (isRested || !isOnRested);
    growing.push(new Growing(accrual, isOnFixed, isBefore));
  }
  const [first, second] = growing;
  if (first !== undefined && second !== undefined) {
    if (order.due.indexOf(second.to.place) < order.due.indexOf(first.to.place)) growing.reverse();
  }
  return { growing, fixed, room };
}
