/** Opening: from a loan on paper to the state at the close of its `asOf`. */

import { addMonths, type Day } from "../loan/day.ts";
import type { Instalment, Loan, Terms } from "../loan/loan.ts";
import { AmountLimitReached, type Fen, fen, shareOf, sum, ZERO } from "../loan/money.ts";
import { bringUpAll } from "./accrual.ts";
import { closeDay, isNightly, passDay, passNight, periodEnd } from "./day-steps.ts";
import { expectLateFees } from "./fees.ts";
import {
  type Balance,
  byPlace,
  COMPOUND,
  type ComponentSums,
  FEE,
  type Flows,
  INTEREST,
  type LoanState,
  makeState,
  noFlows,
  noSums,
  owedOn,
  PENALTY,
  PRINCIPAL,
  raise,
} from "./loan-state.ts";
import { openArrears, renewAll, skipGraces } from "./period.ts";
import { rateTable } from "./rate-table.ts";

/** A loan at the close of its `asOf`, from which any number of runs may start. */
export interface Opening {
  readonly state: LoanState;
  readonly limitReached: boolean;
}

/**
 * The state at the close of `asOf`. What an overdue instalment does not say of its charges is computed by running the
 * days since its due date without payments, under terms by which interest that is not given does not come into being
 * and nothing but the interest given bears compound; what it says stands.
 */
export function openLoan(loan: Loan): Opening {
  const { asOf, terms } = loan;
  const state = stateAt(loan, terms, asOf, noFlows(terms));
  for (const [index, instalment] of loan.instalments.entries()) {
    const balances = state.instalments[index]?.balances;
    if (balances === undefined) continue;
    const { fee, penalty, compound } = instalment;
    if (fee !== null) raise(state, balances[FEE], fee, false);
    if (penalty !== null) raise(state, balances[PENALTY], penalty, false);
    if (compound !== null) raise(state, balances[COMPOUND], compound, false);
  }
  const minimumWhenDue = minimumOf(loan);
  for (const instalment of state.instalments) if (!instalment.isAhead) instalment.minimumWhenDue = minimumWhenDue;
  const limitReached = !runUp(state, loan, minimumWhenDue);
  for (const [index, instalment] of state.instalments.entries()) {
    if (terms.interest === "scheduled" && instalment.isAhead) {
      const interest = fen(instalment.balances[INTEREST].owed);
      const from = state.instalments[index - 1]?.due ?? addMonths(instalment.due, -1);
      if (interest > 0) instalment.scheduled = { interest, from, until: instalment.due };
    }
    if (!instalment.isAhead && owedOn(instalment) > 0) expectLateFees(state, instalment, asOf);
  }
  state.chargedAtStart = byPlace((place) => state.sums[place].owed);
  countFeesOncePerLoan(state, asOf);
  skipGraces(state, asOf);
  openArrears(state, asOf);
  renewAll(state, asOf);
  return { state, limitReached };
}

/** Principal and interest as given, at the close of a day. */
function stateAt(loan: Loan, terms: Terms, day: Day, flows: Flows): LoanState {
  const dues = loan.instalments.map(({ due }) => due);
  const state = makeState({
    terms,
    rates: rateTable({ terms, bounds: dues, rateOverrides: [], multipleOf: 1n }),
    borrowed: loan.borrowed,
    dues,
    day,
    accelerateOn: loan.accelerateOn !== null && loan.accelerateOn > loan.asOf ? loan.accelerateOn : null,
    accelerateAfter: terms.accelerateAfter,
    monthlyFee: ZERO,
    sums: byPlace<ComponentSums>(noSums),
    flows,
    chargedAtStart: byPlace(() => 0),
    stateBeforeAgreement: null,
  });
  for (const [index, { principal, interest }] of loan.instalments.entries()) {
    const balances = state.instalments[index]?.balances;
    if (balances === undefined) continue;
    raise(state, balances[PRINCIPAL], principal, true);
    raise(state, balances[INTEREST], interest, false);
  }
  return state;
}

function isIncomplete({ penalty, compound, fee }: Instalment): boolean {
  return penalty === null || compound === null || fee === null;
}

/** Runs the days before `asOf`; false where a balance passed the engine's limit on the way. */
function runUp(state: LoanState, loan: Loan, minimumWhenDue: Fen): boolean {
  const { instalments, asOf } = loan;
  const first = instalments.find((instalment) => instalment.due < asOf && isIncomplete(instalment));
  if (first === undefined) return true;
  const past = stateAt(loan, termsBeforeAsOf(loan.terms), first.due, noFlows(loan.terms));
  for (const instalment of past.instalments) instalment.minimumWhenDue = minimumWhenDue;
  past.accelerateOn = null;
  past.accelerateAfter = null;
  try {
    passDays(past, first.due, asOf);
  } catch (error) {
    if (error instanceof AmountLimitReached) return false;
    throw error;
  }
  state.flows.chargedByRule = past.flows.chargedByRule;
  for (const [index, given] of instalments.entries()) {
    const from = past.instalments[index];
    const to = state.instalments[index];
    if (from === undefined || to === undefined || from.isAhead) continue;
    if (given.fee === null) takeOver(state, to.balances[FEE], from.balances[FEE]);
    if (given.penalty === null) takeOver(state, to.balances[PENALTY], from.balances[PENALTY]);
    if (given.compound === null) takeOver(state, to.balances[COMPOUND], from.balances[COMPOUND]);
  }
  return true;
}

/** The two share a denominator: their terms differ in nothing that rates depend on. */
function takeOver(state: LoanState, to: Balance, from: Balance): void {
  raise(state, to, from.owed, false);
  const { pending, carry, exactCarry, isOdd } = from;
  Object.assign(to, { pending, carry, exactCarry, isOdd });
}

const termsBefore = new WeakMap<Terms, Terms>();

/** Under these terms nothing but the given interest bears compound, and none comes into being. */
function termsBeforeAsOf(terms: Terms): Terms {
  let before = termsBefore.get(terms);
  if (before === undefined) {
    const compound = terms.compound === "none" ? "none" : "interest";
    before = { ...terms, interest: "scheduled", compound, minimum: null };
    termsBefore.set(terms, before);
  }
  return before;
}

function passDays(state: LoanState, from: Day, asOf: Day): void {
  for (const instalment of state.instalments) if (!instalment.isAhead) expectLateFees(state, instalment, from);
  skipGraces(state, from);
  renewAll(state, from);
  closeDay(state, from);
  for (let today = from; today < asOf; ) {
    const next = (isNightly(state) ? today + 1 : Math.min(periodEnd(state, today), asOf)) as Day;
    passNight(state, next);
    passDay(state, [], next);
    closeDay(state, next);
    today = next;
  }
  bringUpAll(state, asOf);
}

/** The minimum payment of a past due date is reckoned on principal and interest as they are given. */
function minimumOf({ instalments, terms: { minimum } }: Loan): Fen {
  if (minimum === null) return ZERO;
  const owed = sum(instalments.flatMap(({ principal, interest }) => [principal, interest]));
  const share = minimum.share === null ? ZERO : shareOf(owed, minimum.share);
  return fen(Math.min(owed, Math.max(minimum.amount ?? ZERO, share)));
}

/** A fee once per loan was charged before `asOf` if its day has passed, though it be given and not computed. */
function countFeesOncePerLoan({ terms, instalments, flows }: LoanState, asOf: Day): void {
  for (const [index, rule] of terms.lateFees.entries()) {
    const lag = (rule.graceDays ?? terms.grace.days) + rule.afterDaysOverdue;
    const hasPassed = instalments.some((instalment) => owedOn(instalment) > 0 && instalment.due + lag <= asOf);
    if (rule.each === "loan" && hasPassed) flows.chargedByRule[index] = Math.max(1, flows.chargedByRule[index] ?? 0);
  }
}
