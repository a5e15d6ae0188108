/** What a day does to a loan, and with it to what would hold again if the agreement in force broke. */

import type { Day } from "../loan/day.ts";
import type { Loan } from "../loan/loan.ts";
import { accrue, growsNightly, nextAccrualChange } from "./accrual.ts";
import { allocate, orderInForce } from "./allocation.ts";
import { addDatedCharges, chargeLateFees, nextChargeDay } from "./charges.ts";
import { type LoanState, PRINCIPAL } from "./loan-state.ts";
import type { DuePayment } from "./payment-plan.ts";

/** The nights from one close to a day, that day's charges, and what falls due; also for what would hold after a break. */
export function passNights(state: LoanState, loan: Loan, from: Day, day: Day): void {
  accrue(state, from, day);
  // Late fees come first: they count on what was unpaid at the close of the day before.
  chargeLateFees(state, day);
  addDatedCharges(state, loan.charges, day);
  if (state.accelerateOn === day) accelerate(state, day);
  if (state.fallback !== null) passNights(state.fallback.state, loan, from, day);
}

/** The nights alone, where nothing else falls on the day. */
export function accrueAll(state: LoanState, from: Day, day: Day): void {
  accrue(state, from, day);
  if (state.fallback !== null) accrueAll(state.fallback.state, from, day);
}

/** Counts the principal outstanding over so many nights; also that which would be after a break. */
export function countPrincipalDays(state: LoanState, nights: number): void {
  const { flows } = state;
  const principal = state.totals[PRINCIPAL] as number;
  const part = flows.principalDaysPart + principal * nights;
  if (part <= Number.MAX_SAFE_INTEGER) flows.principalDaysPart = part;
  else {
    flows.principalDays += BigInt(flows.principalDaysPart) + BigInt(principal) * BigInt(nights);
    flows.principalDaysPart = 0;
  }
  if (state.fallback !== null) countPrincipalDays(state.fallback.state, nights);
}

/** On the stated date everything not yet due falls due. */
function accelerate(state: LoanState, day: Day): void {
  for (let instalment = 0; instalment < state.count; instalment += 1) {
    if ((state.due[instalment] as number) > day) state.due[instalment] = day;
  }
  state.accelerateOn = null;
}

export function receive(state: LoanState, payment: DuePayment, amount: number, day: Day): void {
  state.flows.payments += amount;
  const surplus = payment.surplus ?? state.terms.surplus;
  allocate(state, day, { amount, for: payment.for, surplus }, orderInForce(state, day));
  if (state.fallback !== null) receive(state.fallback.state, payment, amount, day);
}

/** The state that holds after the breaks of a close; the same one where nothing broke. */
export function afterBreaks(state: LoanState, day: Day): LoanState {
  const { fallback } = state;
  if (fallback === null) return state;
  const behind = afterBreaks(fallback.state, day);
  if (isMissed(state, day)) return behind;
  if (behind !== fallback.state) state.fallback = { ...fallback, state: behind };
  return state;
}

/** True where an instalment of the agreement in force is unpaid beyond its grace. */
export function isMissed({ fallback, oldest, count, due }: LoanState, day: Day): boolean {
  return fallback !== null && oldest < count && (due[oldest] as number) + fallback.graceDays <= day;
}

/** The next day at whose close the nights that follow are no longer like those before. */
export function structuralStop(state: LoanState, loan: Loan, day: Day): number {
  let next = Math.min(nextAccrualChange(state, day), nextChargeDay(state, loan.charges, day));
  if (state.accelerateOn !== null && state.accelerateOn > day) next = Math.min(next, state.accelerateOn);
  if (state.fallback === null) return next;
  if (state.oldest < state.count) {
    const breakDay = (state.due[state.oldest] as number) + state.fallback.graceDays;
    if (breakDay > day) next = Math.min(next, breakDay);
  }
  const behind = state.fallback.state;
  return Math.min(next, growsNightly(behind, day) ? day + 1 : structuralStop(behind, loan, day));
}
