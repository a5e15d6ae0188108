/** Opening: from a loan on paper to the state at the close of its `asOf`. */

import { type ByComponent, byComponent } from "../loan/components.ts";
import { firstInterestFrom } from "../loan/contract.ts";
import { addDays, type Day, earliest, latest, NEVER } from "../loan/day.ts";
import { firstComputedDue, type Instalment, type Loan } from "../loan/loan.ts";
import { AmountLimitReached, type Fen, sum, ZERO } from "../loan/money.ts";
import { oncePer } from "../loan/once.ts";
import type { Terms } from "../loan/terms.ts";
import { bringUpAll, growsNightly } from "./accrual.ts";
import { raise } from "./balances.ts";
import { closeDay, countPrincipalDays, passDay, passNight, periodEnd } from "./day-steps.ts";
import { expectLateFees } from "./fees.ts";
import {
  balanceOf,
  countAnew,
  type InstalmentState,
  type LoanState,
  makeState,
  noFlows,
  noSums,
  owedOf,
  totalOwed,
} from "./loan-state.ts";
import { minimumOf } from "./minimum.ts";
import { openArrears, renewAll, skipGraces } from "./period.ts";
import { byPlace, COMPOUND, FEE, INTEREST, PENALTY, type Place, PRINCIPAL, placeOf } from "./places.ts";
import { rateTable } from "./rate-table.ts";
import { rulesOf } from "./rules.ts";
import { scheduledFor } from "./scheduled-interest.ts";
import { expectWellFormedLoan } from "./well-formed.ts";

/** A loan at the close of its `asOf`, from which any number of runs may start. */
export interface Opening {
  readonly state: LoanState;
  readonly limitReached: boolean;
}

/**
 * The state at the close of `asOf`. What an overdue instalment does not say of its charges is what its principal and
 * its interest would have borne since its due date without payments; what it says stands. Interest of a contract that
 * accrues has done so since the due date that was paid last, or since its first day. Throws a `TypeError` that
 * names the place where the loan is not of the form that its type describes.
 */
export function openLoan(given: Loan): Opening {
  expectWellFormedLoan(given);
  const loan = withHeldBack(given);
  const { asOf, terms } = loan;
  const start = firstDayNeeded(loan);
  const state = stateAt(loan, start);
  const limitReached = start < asOf && !runUp(state, start, asOf);
  if (start < asOf) countFromNow(state, terms);
  // A day that has passed calls nothing.
  state.accelerateOn = loan.accelerateOn ?? NEVER;
  state.accelerateAfter = terms.accelerateAfter;
  openArrears(state, asOf);
  // Of what is due on this very day the minimum payment is asked of all that is owed now, as on any later due date.
  const minimumNow = minimumOf(terms, totalOwed(state));
  const firstFrom = terms.interest === "scheduled" ? firstInterestFrom(loan) : asOf;
  for (const instalment of state.instalments) {
    const interest = owedOf(instalment, INTEREST);
    if (terms.interest === "scheduled" && interest > 0)
      instalment.scheduled = scheduledFor(state, instalment, interest, firstFrom);
    for (const balance of instalment.balances) if (balance !== null) balance.isGiven = false;
    if (instalment.due === asOf) instalment.minimumWhenDue = minimumNow;
    if (!instalment.isAhead) expectLateFees(state, instalment, asOf);
  }
  skipGraces(state, asOf);
  renewAll(state, asOf);
  state.hasChanged = true;
  return { state, limitReached };
}

/** Within a waiving grace nothing is owed of penalty and compound yet: given as 0 they are counted all the same. */
function withHeldBack(loan: Loan): Loan {
  const { asOf, terms } = loan;
  const { kind, days } = terms.grace;
  if (kind !== "waive" || days === 0) return loan;
  const instalments = loan.instalments.map((instalment) => {
    const { due, penalty, compound } = instalment;
    if (due >= asOf || asOf > due + days) return instalment;
    return { ...instalment, penalty: penalty === 0 ? null : penalty, compound: compound === 0 ? null : compound };
  });
  return { ...loan, instalments };
}

/** What is owed of each instalment at the close of `asOf`. */
export function owedByInstalment(loan: Loan): readonly ByComponent[] {
  const { instalments } = openLoan(loan).state;
  return instalments.map((instalment) => byComponent((component) => owedOf(instalment, placeOf(component))));
}

/** Sums begin with `asOf`: what came before is not counted. */
function countFromNow(state: LoanState, terms: Terms): void {
  state.terms = terms;
  state.rules = rulesOf(terms);
  state.chargedAtStart = byPlace((place) => state.sums[place].owed);
  state.rates = rateTable({ terms, bounds: state.bounds, rateOverrides: [], multipleOf: 1n });
  for (const each of state.sums) countAnew(each);
  state.flows = noFlows(state.flows.chargedByRule);
}

/** Principal and interest as given, and the charges that are given too, at the close of a day. */
function stateAt(loan: Loan, day: Day): LoanState {
  const terms = day < loan.asOf ? termsBeforeAsOf(loan) : loan.terms;
  const dues = periodBounds(loan);
  const state = makeState(
    {
      terms,
      rates: rateTable({ terms, bounds: dues, rateOverrides: [], multipleOf: 1n }),
      bounds: dues,
      borrowed: loan.borrowed,
      day,
      sums: byPlace(noSums),
      flows: noFlows(terms.lateFees.map(() => ({ amount: 0, times: 0 }))),
      chargedAtStart: NOTHING_CHARGED,
    },
    loan.instalments,
  );
  const minimumWhenDue = loan.terms.minimum === null ? ZERO : minimumOf(loan.terms, owedAsGiven(loan));
  for (const instalment of state.instalments) {
    const given = loan.instalments[instalment.index];
    if (given === undefined) continue;
    instalment.minimumWhenDue = minimumWhenDue;
    raise(state, balanceOf(state, instalment, PRINCIPAL), given.principal, true);
    giveCharge(state, instalment, FEE, given.fee);
    giveCharge(state, instalment, PENALTY, given.penalty);
    giveCharge(state, instalment, COMPOUND, given.compound);
    giveCharge(state, instalment, INTEREST, given.interest);
  }
  state.chargedAtStart = byPlace((place) => state.sums[place].owed);
  return state;
}

function giveCharge(state: LoanState, instalment: InstalmentState, place: Place, amount: Fen | null): void {
  if (amount === null) return;
  const balance = balanceOf(state, instalment, place);
  balance.isGiven = true;
  raise(state, balance, amount, false);
}

/** The due dates, also those that are paid of a contract: the 28th may be one of a series of the 31st. */
function periodBounds({ instalments, agreedFlows }: Loan): readonly Day[] {
  const first = instalments[0]?.due ?? NEVER;
  const bounds: Day[] = [];
  for (const { date } of agreedFlows?.payments ?? []) if (date < first) bounds.push(date);
  for (const { due } of instalments) bounds.push(due);
  return bounds;
}

const NOTHING_CHARGED = byPlace(() => 0);

/**
 * Before `asOf` interest does not come into being where it is given, and the minimum payment is reckoned on what is given.
 * Nothing but interest bears compound.
 */
function termsBeforeAsOf({ terms, instalments }: Loan): Terms {
  return accruesInterest(instalments) ? accruingBeforeAsOf(terms) : givenBeforeAsOf(terms);
}

const givenBeforeAsOf = oncePer((terms: Terms): Terms => {
  const compound = terms.compound === "none" ? "none" : "interest";
  return { ...terms, interest: "scheduled", compound, minimum: null };
});

/** The first rate holds before its day too, as it does for the schedule of the contract. */
const accruingBeforeAsOf = oncePer((terms: Terms): Terms => {
  const rates = terms.rates.map((row, index) => (index === 0 ? { ...row, from: null } : row));
  const { compound } = givenBeforeAsOf(terms);
  return { ...terms, compound, rates };
});

function accruesInterest(instalments: readonly Instalment[]): boolean {
  return instalments.some(({ interest }) => interest === null);
}

/**
 * The first day whose nights are needed: the due date of the first instalment of which something is to be reckoned,
 * or, where late fees are counted over the life of the loan, of the first of all; that from which on interest accrues.
 */
function firstDayNeeded(loan: Loan): Day {
  const { instalments, terms, asOf } = loan;
  if (accruesInterest(instalments)) return earliest(firstInterestFrom(loan), asOf);
  const start = firstComputedDue(instalments, asOf);
  if (terms.lateFees.length === 0) return start;
  const first = earliest(start, instalments[0]?.due ?? start);
  // For given charges no rate need reach back.
  return earliest(start, latest(first, terms.rates[0]?.from ?? first));
}

/** Runs the days before `asOf`; false where a balance passed the engine's limit on the way. */
function runUp(state: LoanState, start: Day, asOf: Day): boolean {
  try {
    passDays(state, start, asOf);
    return true;
  } catch (error) {
    if (error instanceof AmountLimitReached) return false;
    throw error;
  }
}

function passDays(state: LoanState, start: Day, asOf: Day): void {
  for (const instalment of state.instalments) if (!instalment.isAhead) expectLateFees(state, instalment, start);
  skipGraces(state, start);
  openArrears(state, start);
  renewAll(state, start);
  // What caps a year's charges counts from the first due date, also where nothing is to be reckoned of the days after it.
  countPrincipalDays(state, Math.max(0, start - (state.instalments[0]?.due ?? start)));
  for (let today = start; today < asOf; ) {
    const next = growsNightly(state) ? addDays(today, 1) : earliest(periodEnd(state, today), asOf);
    countPrincipalDays(state, next - today);
    passNight(state, next);
    passDay(state, [], next);
    closeDay(state, next);
    today = next;
  }
  bringUpAll(state, asOf);
}

/** The base of the minimum payment of a due date before `asOf`. */
function owedAsGiven({ instalments }: Loan): Fen {
  return sum(instalments.flatMap(({ principal, interest }) => [principal, interest ?? ZERO]));
}
