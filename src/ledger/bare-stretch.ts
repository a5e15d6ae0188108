/**
 * Penalty and principal alone, under payments of one amount and one distance: many of them at once, by the same rules
 * as plain-stretch.ts, which runs them one by one.
 */

import type { Day } from "../loan/day.ts";
import { BALANCE_LIMIT } from "../loan/money.ts";
import type { CompiledOrder } from "./compiled-orders.ts";
import { COMPOUND, FEE, INTEREST, PENALTY, PRINCIPAL } from "./loan-state.ts";
import type { StreamCursor } from "./payment-plan.ts";

/** What most loans are for most of their time; in fen but for the remainder, which is in parts of a fen. */
export interface Bare {
  penalty: number;
  principal: number;
  /** Of penalty, below a fen. */
  remainder: number;
  /** Principal × days. */
  principalDays: number;
  /** Penalty that accrued in the stretch. */
  accrued: number;
}

export function isBare(owed: Float64Array, base: number): boolean {
  return owed[base + FEE] === 0 && owed[base + COMPOUND] === 0 && owed[base + INTEREST] === 0;
}

/** What stays the same for a stretch. */
export interface BareGiven {
  readonly today: Day;
  /** Payments are made before this day. */
  readonly last: number;
  /** Parts of a fen that a fen of principal bears in a day. */
  readonly rate: number;
  /** That make one fen. */
  readonly parts: number;
  readonly order: CompiledOrder;
  /** The day on which principal first fell. */
  readonly fell: Day | null;
}

/**
 * The same rules once more for payments of one amount and one distance, each smaller than what is owed: thousands of
 * them lie between a debt and its end, and a start of the program runs them before anything has become quick.
 * Stops before the first payment that reaches principal, whose day has to be noted. Returns how many were made.
 */
export function runBareStretch(bare: Bare, stream: StreamCursor, given: BareGiven): number {
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
