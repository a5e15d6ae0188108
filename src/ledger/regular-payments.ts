/**
 * Regular payments: until something changes, equal payments of a stream do the same each time. Several of them are taken
 * together, or one by one on a few numbers, and the state is told at the end.
 */

import { type Day, NEVER } from "../loan/day.ts";
import { type Accrual, baseOf, bringUp, mayReachLimit, postAccrued } from "./accrual.ts";
import { countPrincipalDays, payPlanned } from "./day-steps.ts";
import { type Balance, type InstalmentState, type LoanState, oldestDue } from "./loan-state.ts";
import { NO_PAYMENT, type RegularPayments } from "./payment-plan.ts";
import { type Place, PRINCIPAL } from "./places.ts";
import { postedFor, type ScaledRate } from "./posting.ts";
import { heldBack, payOff } from "./waterfall.ts";

/** Fewer than that are taken sooner one by one. */
const FEWEST_TOGETHER = 8;
/**
 * Whether regular payments do the same each time, over as many nights without another event. In few nights, or with more
 * instalments due than nights, to find out takes longer than what it spares.
 */
export function paysAlike(state: LoanState, nights: number): boolean {
  const { rules, posting, beforeAgreement, currentInstalment, oldest, sums } = state;
  return (
    nights > FEWEST_TOGETHER + currentInstalment - oldest &&
    rules.orderAfter.length === 0 &&
    posting.when !== "payment" &&
    beforeAgreement === null &&
    // The sum of the principal over these nights is a safe integer.
    sums[PRINCIPAL].owed * nights <= Number.MAX_SAFE_INTEGER &&
    !mayReachLimit(state, nights)
  );
}

/** So many payments fall short of the fixed balance before it is looked whether others can be taken together. */
const LOOK_AFTER = 64;

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
  /** The first of what grows, in the order in which payments clear it; null where nothing does. */
  readonly growing: Growing | null;
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
  readonly next: Growing | null;
  owed: number;
  accrued = 0;

  constructor(accrual: Accrual, isOnFixed: boolean, isBefore: boolean, next: Growing | null) {
    const { to, rate } = accrual;
    this.to = to;
    this.rate = rate;
    this.base = baseOf(accrual);
    this.isOnFixed = isOnFixed;
    this.isBefore = isBefore;
    this.next = next;
    this.owed = to.owed;
  }
}

function payOneByOne(state: LoanState, today: Day, payments: RegularPayments, before: number): Day {
  const { amount } = payments;
  const reach = reachOf(state, today, amount);
  if (reach === null) return today;
  const { growing, fixed, room } = reach;
  const { posting } = state;
  let last = today;
  let count = 0;
  let fallenShort = 0;
  let off = 0;
  let offDays = 0;
  let offSince: Day = NEVER;
  while (fallenShort < LOOK_AFTER && payments.next < before && off + amount < room) {
    const day = payments.next;
    payments.pass(1);
    offDays += off * (day - last);
    let left = amount;
    for (let each = growing; each !== null; each = each.next) {
      const posted = postedFor(posting, each.to, each.isOnFixed ? each.base - off : each.base, day - last, each.rate);
      each.accrued += posted;
      each.owed += posted;
      if (!each.isBefore) continue;
      const part = each.owed < left ? each.owed : left;
      each.owed -= part;
      left -= part;
    }
    if (left === 0) fallenShort += 1;
    else if (offSince === NEVER) offSince = day;
    off += left;
    last = day;
    count += 1;
  }
  countPrincipalDays(state, last - today, fixed.place === PRINCIPAL ? offDays : 0);
  state.flows.payments += count * amount;
  state.flows.lastPaymentOn = last;
  fixed.instalment.accruedTo = last;
  for (let each = growing; each !== null; each = each.next) {
    const { to, accrued, owed } = each;
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
  const fixed = firstFixed(oldest, order.due);
  if (fixed === null) return null;
  // With rests, what bears compound goes before what does not yet.
  const isRested = fixed.rested > 0 && bearsCompound[fixed.place];
  const room = isRested ? fixed.rested : fixed.owed;
  if (room <= amount) return null;
  bringUp(state, oldest, today);
  let growing: Growing | null = null;
  let isBefore = false;
  for (let at = order.due.length - 1; at >= 0; at -= 1) {
    if (order.due[at] === fixed.place) isBefore = true;
    const accrual = accrualTo(oldest, order.due[at]);
    if (accrual === null) continue;
    const { to, from, isOnRested, isPending } = accrual;
    if (isPending || (isBefore && to.rested > 0 && bearsCompound[to.place])) return null;
    const isOnFixed = from.includes(fixed) && (isRested || !isOnRested);
    growing = new Growing(accrual, isOnFixed, isBefore, growing);
  }
  return { growing, fixed, room };
}

/** The first in an order that has something owed and does not grow, or null. */
function firstFixed({ balances }: InstalmentState, places: readonly Place[]): Balance | null {
  for (const place of places) {
    const balance = balances[place];
    if (balance !== null && !balance.grows && balance.owed > 0) return balance;
  }
  return null;
}

/** What makes a balance grow, or null. */
function accrualTo({ accruals }: InstalmentState, place: Place | undefined): Accrual | null {
  let accrual = accruals;
  while (accrual !== null && accrual.to.place !== place) accrual = accrual.next;
  return accrual;
}
