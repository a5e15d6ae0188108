/** Fees: late fees by rule for missed instalments, and what the lender adds on a date. */

import { addDays, addMonths, type Day, NEVER } from "../loan/day.ts";
import type { DatedCharge, LateFee } from "../loan/loan.ts";
import { AmountLimitReached, BALANCE_LIMIT, type Fen, fen } from "../loan/money.ts";
import { bringUp } from "./accrual.ts";
import { withinCaps } from "./caps.ts";
import { type InstalmentState, type LoanState, raise } from "./loan-state.ts";
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
  const dayBefore = (day - 1) as Day;
  for (const [index, rule] of state.terms.lateFees.entries()) {
    if (instalment.owed === 0 || feeDayAfter(state, index, instalment.due, dayBefore) !== day) continue;
    const charged = state.flows.chargedByRule[index];
    if (charged === undefined) continue;
    const room = rule.maximumInAll === null ? Number.POSITIVE_INFINITY : rule.maximumInAll - charged.amount;
    const amount = fen(Math.min(lateFee(state, rule, instalment), room));
    charged.amount += amount;
    charged.times += 1;
    if (!instalment.balances[FEE].isGiven) charge(state, instalment, FEE, amount, day);
  }
  // What is cleared is not missed any more; a charge that revives it finds its next day anew.
  instalment.nextFeeDay = instalment.owed === 0 ? NEVER : nextFeeDay(state, instalment, day);
}

/** Adds the dated charges of a day to the instalment in whose period they fall. */
export function addDatedCharge(state: LoanState, { amount, component }: DatedCharge, day: Day): void {
  const { instalments, currentInstalment } = state;
  let index = Math.min(currentInstalment, instalments.length - 1);
  while (index > 0 && (instalments[index - 1]?.due ?? 0) >= day) index -= 1;
  const instalment = instalments[index];
  if (instalment === undefined) throw new Error("a loan has at least one instalment");
  bringUp(state, instalment, day);
  const wasCleared = instalment.owed === 0;
  charge(state, instalment, placeOf(component), amount, day);
  if (wasCleared && !instalment.isAhead) expectLateFees(state, instalment, day);
}

/** Adds a charge, within the caps. */
export function charge(state: LoanState, instalment: InstalmentState, place: Place, amount: Fen, day: Day): void {
  const { oldest, instalments, currentInstalment } = state;
  const balance = instalment.balances[place];
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

function nextFeeDay(state: LoanState, { due }: InstalmentState, day: Day): Day {
  let next: Day = NEVER;
  for (const index of state.terms.lateFees.keys()) {
    const feeDay = feeDayAfter(state, index, due, day);
    if (feeDay < next) next = feeDay;
  }
  return next;
}

function lateFee({ terms }: LoanState, { charge, minimum, maximum }: LateFee, instalment: InstalmentState): Fen {
  const amount =
    charge.kind === "fixed"
      ? charge.amount
      : roundedShare(feeBase(charge.of, instalment), charge.share, { ...terms.rounding, when: "daily" });
  return fen(Math.min(Math.max(amount, minimum ?? 0), maximum ?? Number.POSITIVE_INFINITY));
}

function feeBase(
  of: Extract<LateFee["charge"], { kind: "percent" }>["of"],
  { balances, minimumWhenDue }: InstalmentState,
): Fen {
  switch (of) {
    case "instalment":
      return fen(balances[PRINCIPAL].owed + balances[INTEREST].owed);
    case "overdue-principal":
      return fen(balances[PRINCIPAL].owed);
    case "minimum":
      return minimumWhenDue;
    default:
      return of satisfies never;
  }
}

/** The first day after `day` on which a rule charges an instalment due on `due`; never where it does not do so again. */
function feeDayAfter(state: LoanState, ruleIndex: number, due: Day, day: Day): Day {
  const rule = state.terms.lateFees[ruleIndex];
  if (rule === undefined) return NEVER;
  const { amount, times } = state.flows.chargedByRule[ruleIndex] ?? { amount: 0, times: 0 };
  if (rule.maximumInAll !== null && amount >= rule.maximumInAll) return NEVER;
  const lag = (rule.graceDays ?? state.terms.grace.days) + rule.afterDaysOverdue;
  if (due + lag > day) return rule.each === "loan" && times > 0 ? NEVER : addDays(due, lag);
  switch (rule.each) {
    case "instalment":
    case "loan":
      return NEVER;
    case "day":
      return addDays(day, 1);
    case "month": {
      let months = Math.max(1, Math.floor((day - lag - due) / 31));
      while (addMonths(due, months) + lag <= day) months += 1;
      return addDays(addMonths(due, months), lag);
    }
    default:
      return rule.each satisfies never;
  }
}
