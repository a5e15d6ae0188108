/** Charges of a day: late fees by rule for missed instalments, and the charges the lender dates. */

import { addMonths, type Day } from "../loan/day.ts";
import type { DatedCharge, LateFee } from "../loan/loan.ts";
import { type Fen, fen, shareOf } from "../loan/money.ts";
import { FEE, INTEREST, indexOf, type LoanState, owe, owedOn, PRINCIPAL, WIDTH } from "./loan-state.ts";

/** Charges the late fees whose day this is; an instalment with nothing owed was not missed. */
export function chargeLateFees(state: LoanState, day: Day): void {
  if (state.terms.lateFees.length === 0) return;
  for (let instalment = state.oldest; instalment < state.count; instalment += 1) {
    const due = state.due[instalment] as Day;
    if (due >= day) break;
    if (owedOn(state, instalment) === 0) continue;
    for (const rule of state.terms.lateFees) {
      if (feeDayAfter(state, rule, due, (day - 1) as Day) !== day) continue;
      charge(state, instalment, FEE, lateFee(state, rule, instalment));
    }
  }
}

/** Adds the dated charges of a day to the instalment in whose period they fall. */
export function addDatedCharges(state: LoanState, charges: readonly DatedCharge[], day: Day): void {
  for (const { date, amount, component } of charges) {
    if (date !== day) continue;
    let instalment = 0;
    while (instalment < state.count - 1 && (state.due[instalment] as number) < day) instalment += 1;
    charge(state, instalment, indexOf(component), amount);
  }
}

function charge(state: LoanState, instalment: number, component: number, amount: Fen): void {
  owe(state, instalment, component, amount);
  state.flows.charged[component] = (state.flows.charged[component] as number) + amount;
}

function lateFee(state: LoanState, { charge, minimum, maximum }: LateFee, instalment: number): Fen {
  if (charge.kind === "fixed") return charge.amount;
  const slot = instalment * WIDTH;
  const principal = state.owed[slot + PRINCIPAL] as number;
  const base = charge.of === "instalment" ? principal + (state.owed[slot + INTEREST] as number) : principal;
  const amount = Math.max(shareOf(fen(base), charge.share), minimum ?? 0);
  return fen(maximum === null ? amount : Math.min(amount, maximum));
}

/** The first day after `day` on which a rule charges an instalment due on `due`, or null where it never does again. */
function feeDayAfter(state: LoanState, rule: LateFee, due: Day, day: Day): Day | null {
  const lag = state.terms.grace.days + 1;
  if (due + lag > day) return (due + lag) as Day;
  if (rule.each === "instalment") return null;
  let months = Math.max(1, Math.floor((day - lag - due) / 31));
  while (addMonths(due, months) + lag <= day) months += 1;
  return (addMonths(due, months) + lag) as Day;
}

/** The next day after `day` on which a late fee or a dated charge may fall. */
export function nextChargeDay(state: LoanState, charges: readonly DatedCharge[], day: Day): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { date } of charges) if (date > day && date < next) next = date;
  if (state.terms.lateFees.length === 0) return next;
  for (let instalment = state.oldest; instalment < state.count; instalment += 1) {
    for (const rule of state.terms.lateFees) {
      const feeDay = feeDayAfter(state, rule, state.due[instalment] as Day, day);
      if (feeDay !== null && feeDay < next) next = feeDay;
    }
  }
  return next;
}
