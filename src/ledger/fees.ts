/** Fees: late fees by rule for missed instalments, and what the lender adds on a date. */

import { addDays, type Day, NEVER } from "../loan/day.ts";
import { isOfMinimum, type LateFeeBase, lateFee, lateFeeDay } from "../loan/late-fee.ts";
import type { DatedCharge } from "../loan/loan.ts";
import { AmountLimitReached, add, BALANCE_LIMIT, type Fen, fen } from "../loan/money.ts";
import { bringUp } from "./accrual.ts";
import { raise } from "./balances.ts";
import { withinCaps } from "./caps.ts";
import { balanceOf, type InstalmentState, type LoanState, owedOf } from "./loan-state.ts";
import { renew, renewForOldest } from "./period.ts";
import { FEE, INTEREST, type Place, PRINCIPAL, placeOf } from "./places.ts";
import { roundedShare } from "./posting.ts";

/** Charges the late fees whose day this is; an instalment with nothing owed was not missed. */
export function chargeLateFees(state: LoanState, day: Day): void {
  if (day < state.nextFeeDay) return;
  let next: Day = NEVER;
  for (let index = 0; index < state.currentInstalment; index += 1) {
    const instalment = state.instalments[index];
    if (instalment === undefined) break;
    if (instalment.nextFeeDay <= day) chargeInstalment(state, instalment, day);
    if (instalment.nextFeeDay < next) next = instalment.nextFeeDay;
  }
  state.nextFeeDay = next;
  state.hasChanged = true;
}

function chargeInstalment(state: LoanState, instalment: InstalmentState, day: Day): void {
  bringUp(state, instalment, day);
  const dayBefore = addDays(day, -1);
  const { flows } = state;
  const { grace, lateFees, rounding } = state.terms;
  const paid = flows.payments - instalment.paidBeforeMinimum;
  for (const [index, rule] of lateFees.entries()) {
    const charged = flows.chargedByRule[index];
    if (charged === undefined || instalment.owed === 0) continue;
    if (lateFeeDay(rule, charged, grace.days, instalment.due, dayBefore) !== day) continue;
    if (isOfMinimum(rule) && instalment.minimumWhenDue > 0 && paid >= instalment.minimumWhenDue) continue;
    const amount = lateFee(rule, charged, (base, share) =>
      roundedShare(feeBase(base, instalment, paid), share, { ...rounding, when: "daily" }),
    );
    charged.amount += amount;
    // Of nothing there is no fee: one that is charged once in the life of the loan is still to come.
    if (amount > 0) charged.times += 1;
    if (instalment.balances[FEE]?.isGiven !== true) charge(state, instalment, FEE, amount, day);
  }
  // What is cleared is not missed any more; a charge that revives it finds its next day anew.
  instalment.nextFeeDay = instalment.owed === 0 ? NEVER : nextFeeDay(state, instalment, day);
}

/** Adds the dated charges of a day to the instalment in whose period they fall. */
export function addDatedCharge(state: LoanState, { amount, component }: DatedCharge, day: Day): void {
  const { instalments, currentInstalment } = state;
  // What falls due today does so after the charges.
  const instalment = instalments[Math.min(currentInstalment, instalments.length - 1)];
  if (instalment === undefined) throw new Error("a loan has at least one instalment");
  bringUp(state, instalment, day);
  const wasCleared = instalment.owed === 0;
  charge(state, instalment, placeOf(component), amount, day);
  if (wasCleared && !instalment.isAhead) expectLateFees(state, instalment, day);
}

/** Adds a charge, within the caps. */
function charge(state: LoanState, instalment: InstalmentState, place: Place, amount: Fen, day: Day): void {
  const { oldest, instalments, currentInstalment } = state;
  const balance = balanceOf(state, instalment, place);
  const posted = withinCaps(state, place, amount);
  if (posted === 0) return;
  if (!(balance.sums.charged + posted <= BALANCE_LIMIT)) throw new AmountLimitReached();
  // Principal drawn again bears interest from now on, not from when what bears it was touched last.
  bringUp(state, instalment, day);
  for (const index of [currentInstalment, oldest]) {
    const bearing = instalments[index];
    if (place === PRINCIPAL && bearing !== undefined) bringUp(state, bearing, day);
  }
  raise(state, balance, posted, place === PRINCIPAL);
  balance.sums.charged += posted;
  renew(state, instalment, day);
  if (state.oldest !== oldest) renewForOldest(state, day);
}

/** From a day on, an instalment that is due may be charged. */
export function expectLateFees(state: LoanState, instalment: InstalmentState, day: Day): void {
  if (state.terms.lateFees.length === 0) return;
  instalment.nextFeeDay = nextFeeDay(state, instalment, day);
  if (instalment.nextFeeDay < state.nextFeeDay) {
    state.nextFeeDay = instalment.nextFeeDay;
    state.hasChanged = true;
  }
}

function nextFeeDay({ terms, flows }: LoanState, { due }: InstalmentState, day: Day): Day {
  let next: Day = NEVER;
  for (const [index, rule] of terms.lateFees.entries()) {
    const charged = flows.chargedByRule[index];
    if (charged === undefined) continue;
    const feeDay = lateFeeDay(rule, charged, terms.grace.days, due, day);
    if (feeDay < next) next = feeDay;
  }
  return next;
}

/** `paid`: what has been paid towards the minimum payment. */
function feeBase(base: LateFeeBase, instalment: InstalmentState, paid: number): Fen {
  switch (base) {
    case "instalment":
      return add(owedOf(instalment, PRINCIPAL), owedOf(instalment, INTEREST));
    case "overdue-principal":
      return owedOf(instalment, PRINCIPAL);
    case "minimum":
      return fen(Math.max(0, instalment.minimumWhenDue - paid));
    default:
      return base satisfies never;
  }
}
