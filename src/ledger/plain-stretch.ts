/**
 * The common case, quickly: one overdue instalment, one stream of payments, and nothing else ahead for a while.
 * The rules are those of accrual.ts and allocation.ts, for balances held in place; tests run both ways on every loan.
 */

import type { Day } from "../loan/day.ts";
import { BALANCE_LIMIT } from "../loan/money.ts";
import { penaltyInForce } from "./accrual.ts";
import { orderInForce } from "./allocation.ts";
import type { CompiledOrder } from "./compiled-orders.ts";
import {
  COMPOUND,
  daysOverdue,
  FEE,
  findOldest,
  INTEREST,
  type LoanState,
  PENALTY,
  PRINCIPAL,
  settleIfClear,
  WIDTH,
} from "./loan-state.ts";
import type { StreamCursor } from "./payment-plan.ts";

/** What a stretch adds to the tallies of its run. */
export interface StretchTally {
  today: Day;
  lastPaymentOn: Day | null;
}

/** True where the state is so plain that `runPlainStretch` may take it on from the close of `today`. */
export function isPlain(state: LoanState, today: Day): boolean {
  const { terms, oldest, count, due, accounts } = state;
  return (
    oldest === count - 1 &&
    (due[oldest] as number) + terms.grace.days <= today &&
    state.fallback === null &&
    state.spreadCharges === null &&
    terms.rounding === "posting" &&
    terms.compound !== "all" &&
    accounts.remainders !== null &&
    !hasPending(state)
  );
}

function hasPending({ pending, oldest }: LoanState): boolean {
  if (pending === null) return false;
  return pending[oldest * WIDTH + PENALTY] !== 0 || pending[oldest * WIDTH + COMPOUND] !== 0;
}

/**
 * Runs payment after payment while their days lie before `end` (a structural stop, or the day after the run's last).
 * Stops early, with nothing half done, where the loan is cleared or a product is no safe integer.
 */
export function runPlainStretch(state: LoanState, stream: StreamCursor, end: number, tally: StretchTally): void {
  const { accounts, owed, terms, flows } = state;
  const base = state.oldest * WIDTH;
  const { remainders, parts } = accounts;
  if (remainders === null) throw new Error("a plain stretch needs remainders in safe integers");
  const rate = penaltyInForce(state, tally.today, state.oldest).parts;
  const order = orderInForce(state, stream.next as Day);
  const last = Math.min(end, orderSwitchDay(state, stream.next as Day));
  const borrowed = terms.penaltyBase === "borrowed" ? state.borrowed : null;
  const compounds = terms.compound === "interest";
  const isEven = stream.evenDays !== null && borrowed === null;

  const before = Array.from({ length: WIDTH }, (_, place) => owed[base + place] as number);
  let penaltyRemainder = remainders[base + PENALTY] as number;
  let compoundRemainder = remainders[base + COMPOUND] as number;
  let penaltyAccrued = 0;
  let compoundAccrued = 0;
  let paid = 0;
  let { today } = tally;
  let principalDays = flows.principalDaysPart;
  let total = 0;
  for (let place = 0; place < WIDTH; place += 1) total += owed[base + place] as number;

  while (stream.next < last && total > 0) {
    if (isEven && isBare(owed, base)) {
      const bare: Bare = {
        penalty: owed[base + PENALTY] as number,
        principal: owed[base + PRINCIPAL] as number,
        remainder: penaltyRemainder,
        principalDays,
        accrued: 0,
      };
      const payments = runBareStretch(bare, stream, {
        today,
        last,
        rate,
        parts,
        order,
        fell: flows.principalFirstFell,
      });
      if (payments > 0) {
        owed[base + PENALTY] = bare.penalty;
        owed[base + PRINCIPAL] = bare.principal;
        penaltyRemainder = bare.remainder;
        principalDays = bare.principalDays;
        penaltyAccrued += bare.accrued;
        paid += payments * stream.amount;
        total = bare.penalty + bare.principal;
        today = (today + payments * (stream.evenDays as number)) as Day;
        tally.lastPaymentOn = today;
        stream.passOver(payments);
        continue;
      }
    }
    const nights = stream.next - today;
    const principal = owed[base + PRINCIPAL] as number;
    const penaltyTotal = penaltyRemainder + (borrowed ?? principal) * nights * rate;
    const interest = compounds ? (owed[base + INTEREST] as number) : 0;
    const compoundTotal = compoundRemainder + interest * nights * rate;
    const passed = principalDays + principal * nights;
    if (!(penaltyTotal + compoundTotal + passed <= Number.MAX_SAFE_INTEGER)) break;

    const penalty = Math.floor((penaltyTotal * 2 + parts) / (2 * parts));
    if (!(penaltyTotal * 2 + parts <= Number.MAX_SAFE_INTEGER)) break;
    const compound = interest === 0 ? 0 : Math.floor((compoundTotal * 2 + parts) / (2 * parts));
    if (total + penalty + compound > BALANCE_LIMIT) break;
    penaltyRemainder = penaltyTotal - penalty * parts;
    owed[base + PENALTY] = (owed[base + PENALTY] as number) + penalty;
    penaltyAccrued += penalty;
    if (interest !== 0) {
      compoundRemainder = compoundTotal - compound * parts;
      owed[base + COMPOUND] = (owed[base + COMPOUND] as number) + compound;
      compoundAccrued += compound;
    }
    total += penalty + compound;
    principalDays = passed;
    today = stream.next as Day;

    const amount = stream.amount < total ? stream.amount : total;
    if (amount > 0) {
      payInPlace(owed, base, order, amount);
      paid += amount;
      total -= amount;
      tally.lastPaymentOn = today;
      if (flows.principalFirstFell === null && (owed[base + PRINCIPAL] as number) < principal)
        flows.principalFirstFell = today;
    }
    stream.advance();
  }

  remainders[base + PENALTY] = penaltyRemainder;
  remainders[base + COMPOUND] = compoundRemainder;
  tally.today = today;
  flows.principalDaysPart = principalDays;
  book(state, before, penaltyAccrued, compoundAccrued);
  flows.payments += paid;
  if (total === 0) {
    settleIfClear(state, state.oldest);
    findOldest(state);
  }
}

/** Penalty and principal alone, which most loans are for most of their time. */
interface Bare {
  penalty: number;
  principal: number;
  remainder: number;
  principalDays: number;
  accrued: number;
}

function isBare(owed: Float64Array, base: number): boolean {
  return owed[base + FEE] === 0 && owed[base + COMPOUND] === 0 && owed[base + INTEREST] === 0;
}

interface BareGiven {
  readonly today: Day;
  readonly last: number;
  readonly rate: number;
  readonly parts: number;
  readonly order: CompiledOrder;
  readonly fell: Day | null;
}

/**
 * The same rules once more for payments of one amount and one distance, each smaller than what is owed: thousands of
 * them lie between a debt and its end, and a start of the program runs them before anything has become quick.
 * Stops before the first payment that reaches principal, whose day has to be noted. Returns how many were made.
 */
function runBareStretch(bare: Bare, stream: StreamCursor, given: BareGiven): number {
  const { today, last, rate, parts, order, fell } = given;
  const { amount, evenDays } = stream;
  const { penalty, principal } = bare;
  if (evenDays === null || evenDays !== stream.next - today || !(amount > 0)) return 0;
  const most = stream.countBefore(last);
  const cycle = { nights: evenDays, growth: evenDays * rate, parts, amount };
  if (principal === 0) return payWithoutPrincipal(bare, cycle, most);
  if (order.due.indexOf(PRINCIPAL) < order.due.indexOf(PENALTY)) {
    return fell === null ? 0 : payPrincipalFirst(bare, cycle, most);
  }
  if (penalty > 0) return payPenaltyAlone(bare, cycle, most);
  return fell === null ? 0 : payChargesFirst(bare, cycle, most);
}

/** From one payment to the next: penalty grows by principal × growth ÷ parts. */
interface EvenCycle {
  readonly nights: number;
  readonly growth: number;
  readonly parts: number;
  readonly amount: number;
}

/** Nothing bears penalty any more. */
function payWithoutPrincipal(bare: Bare, { amount }: EvenCycle, most: number): number {
  const payments = Math.min(most, Math.floor((bare.penalty - 1) / amount));
  bare.penalty -= payments * amount;
  return payments;
}

/** Payments that are smaller than the principal, which comes first: it falls evenly, and the penalty waits. */
function payPrincipalFirst(bare: Bare, cycle: EvenCycle, most: number): number {
  const { principal } = bare;
  const payments = Math.min(most, Math.floor((principal - 1) / cycle.amount));
  if (!(payments * principal <= Number.MAX_SAFE_INTEGER)) return 0;
  const principals = payments * principal - cycle.amount * ((payments * (payments - 1)) / 2);
  if (!grow(bare, cycle, principals)) return 0;
  bare.principal = principal - payments * cycle.amount;
  return payments;
}

/** Payments that all go to penalty: the principal stays, and what it bears stays the same. */
function payPenaltyAlone(bare: Bare, cycle: EvenCycle, most: number): number {
  const { penalty, principal, remainder } = bare;
  const { amount, growth, parts } = cycle;
  if (!((penalty + amount) * parts + principal * growth <= Number.MAX_SAFE_INTEGER)) return 0;
  // By so much, in parts, penalty falls from payment to payment; what is carried at both ends is left room.
  const shrinks = amount * parts - principal * growth;
  const within = shrinks <= 0 ? most : Math.floor(((penalty - 1) * parts + Math.min(0, remainder)) / shrinks);
  const payments = Math.min(most, Math.max(0, within));
  if (payments === 0 || !grow(bare, cycle, payments * principal)) return 0;
  bare.penalty -= payments * amount;
  return payments;
}

/**
 * Adds what accrues while the principals of the cycles add up to `principals`; it does not matter in how many steps.
 * False, and nothing is changed, where a product is no safe integer or the debt might pass what can be counted.
 */
function grow(bare: Bare, { nights, growth, parts }: EvenCycle, principals: number): boolean {
  const exact = bare.remainder + principals * growth;
  const passed = bare.principalDays + principals * nights;
  if (!(exact * 2 + parts <= Number.MAX_SAFE_INTEGER && passed <= Number.MAX_SAFE_INTEGER)) return false;
  const grown = Math.floor((exact * 2 + parts) / (parts * 2));
  if (bare.penalty + bare.principal + grown > BALANCE_LIMIT) return false;
  bare.penalty += grown;
  bare.accrued += grown;
  bare.remainder = exact - grown * parts;
  bare.principalDays = passed;
  return true;
}

/** Payments that each cover what accrued, the rest of them reaching principal: the one case that goes step by step. */
function payChargesFirst(bare: Bare, cycle: EvenCycle, most: number): number {
  if (cycle.growth === 0) return payPrincipalFirst(bare, cycle, most);
  const { nights, amount } = cycle;
  // Out of an array of doubles come doubles; rounded, whole numbers are kept as such, which is cheaper to begin with.
  const growth = Math.floor(cycle.growth);
  const parts = Math.floor(cycle.parts);
  const twice = parts * 2;
  // Principal only falls, so that the first product is the largest.
  const room = Math.floor((Number.MAX_SAFE_INTEGER - bare.principalDays) / (bare.principal * nights));
  if (!((parts + bare.principal * growth) * 2 + parts <= Number.MAX_SAFE_INTEGER)) return 0;
  const end = Math.min(most, room);
  let principal = Math.floor(bare.principal);
  let remainder = Math.floor(bare.remainder);
  let payments = 0;
  while (payments < end) {
    const exact = remainder + principal * growth;
    const grown = Math.floor((exact * 2 + parts) / twice);
    const left = principal + grown - amount;
    if (left <= 0 || left > principal) break;
    remainder = exact - grown * parts;
    principal = left;
    payments += 1;
  }
  const grown = payments * amount - (bare.principal - principal);
  // All that accrued is what the principals bore: so they need not be added up one by one.
  const borne = BigInt(grown) * BigInt(parts) + BigInt(remainder) - BigInt(bare.remainder);
  bare.principalDays += Number(borne / BigInt(growth)) * nights;
  bare.accrued += grown;
  bare.principal = principal;
  bare.remainder = remainder;
  return payments;
}

function payInPlace(owed: Float64Array, base: number, { due }: CompiledOrder, amount: number): void {
  let left = amount;
  for (let index = 0; left > 0; index += 1) {
    const slot = base + (due[index] as number);
    const balance = owed[slot] as number;
    const taken = balance < left ? balance : left;
    owed[slot] = balance - taken;
    left -= taken;
  }
}

/** Brings totals and flows in line with the balances: what did not accrue and is gone was paid. */
function book(state: LoanState, before: readonly number[], penaltyAccrued: number, compoundAccrued: number): void {
  const { accrued, paid } = state.flows;
  const base = state.oldest * WIDTH;
  accrued[PENALTY] = (accrued[PENALTY] as number) + penaltyAccrued;
  accrued[COMPOUND] = (accrued[COMPOUND] as number) + compoundAccrued;
  for (let place = FEE; place < WIDTH; place += 1) {
    const now = state.owed[base + place] as number;
    const grown = place === PENALTY ? penaltyAccrued : place === COMPOUND ? compoundAccrued : 0;
    paid[place] = (paid[place] as number) + (before[place] as number) + grown - now;
    state.totals[place] = now;
  }
}

/** The next day, after one on which an order holds, from which another may. */
function orderSwitchDay(state: LoanState, day: Day): number {
  const overdue = daysOverdue(state, day);
  let next = Number.POSITIVE_INFINITY;
  for (const row of state.orders.after) {
    if (row.daysOverdue > overdue) next = Math.min(next, day + row.daysOverdue - overdue);
  }
  return next;
}
