/** Opening: from a loan on paper to the state at the close of its `asOf`. */

import type { Day } from "../loan/day.ts";
import type { Instalment, Loan } from "../loan/loan.ts";
import { accrue, growsNightly, nextAccrualChange } from "./accrual.ts";
import { chargeLateFees, nextChargeDay } from "./charges.ts";
import { dropRemainder } from "./exact-accounts.ts";
import {
  BalanceLimitReached,
  COMPOUND,
  FEE,
  findOldest,
  findRunning,
  INTEREST,
  type LoanState,
  makeState,
  noFlows,
  owe,
  PENALTY,
  PRINCIPAL,
  WIDTH,
} from "./loan-state.ts";
import { makeRateTable } from "./rates-in-force.ts";

/** The first day whose rates the run of a loan needs: where something is to be computed, that is before its `asOf`. */
function firstDayNeeded(loan: Loan): Day {
  const missing = loan.instalments.find((instalment) => instalment.due < loan.asOf && isIncomplete(instalment));
  return missing?.due ?? loan.asOf;
}

function isIncomplete({ penalty, compound, fee }: Instalment): boolean {
  return penalty === null || compound === null || fee === null;
}

/** A loan at the close of its `asOf`, from which any number of runs may start. */
export interface Opening {
  readonly state: LoanState;
  readonly limitReached: boolean;
}

/**
 * The state at the close of `asOf`. What an overdue instalment does not say of its charges is computed by running
 * the days since its due date without payments; what it says stands.
 */
export function openLoan(loan: Loan): Opening {
  const { instalments, terms, asOf } = loan;
  const dues = instalments.map(({ due }) => due);
  const from = firstDayNeeded(loan);
  const state = makeState({
    terms,
    rates: makeRateTable({ terms, bounds: dues, windows: [], multipleOf: 1n }),
    windows: [],
    borrowed: loan.borrowed,
    dues,
    day: from,
    accelerateOn: loan.accelerateOn !== null && loan.accelerateOn > asOf ? loan.accelerateOn : null,
    capitalisesCharges: false,
    flows: noFlows(),
    fallback: null,
  });
  for (const [index, instalment] of instalments.entries()) {
    owe(state, index, FEE, instalment.fee ?? 0);
    owe(state, index, PENALTY, instalment.penalty ?? 0);
    owe(state, index, COMPOUND, instalment.compound ?? 0);
    owe(state, index, INTEREST, instalment.interest);
    owe(state, index, PRINCIPAL, instalment.principal);
  }
  findOldest(state);
  const limitReached = from < asOf && !runUp(state, loan, from);
  findRunning(state, asOf);
  return { state: { ...state, flows: noFlows() }, limitReached };
}

/** Runs the days before `asOf`; false where a balance passed the engine's limit on the way. */
function runUp(state: LoanState, loan: Loan, from: Day): boolean {
  try {
    passDays(state, loan, from);
  } catch (error) {
    if (error instanceof BalanceLimitReached) return false;
    throw error;
  }
  for (const [index, instalment] of loan.instalments.entries()) {
    restoreGiven(state, index, FEE, instalment.fee);
    restoreGiven(state, index, PENALTY, instalment.penalty);
    restoreGiven(state, index, COMPOUND, instalment.compound);
    restoreGiven(state, index, INTEREST, instalment.interest);
  }
  findOldest(state);
  return true;
}

function passDays(state: LoanState, loan: Loan, from: Day): void {
  for (let today: Day = from; today < loan.asOf; ) {
    const next = growsNightly(state, today as Day)
      ? today + 1
      : Math.min(nextAccrualChange(state, today), nextChargeDay(state, [], today), loan.asOf);
    accrue(state, today, next as Day);
    chargeLateFees(state, next as Day);
    today = next as Day;
  }
}

function restoreGiven(state: LoanState, instalment: number, component: number, given: number | null): void {
  if (given === null) return;
  const slot = instalment * WIDTH + component;
  owe(state, instalment, component, given - (state.owed[slot] as number));
  dropRemainder(state.accounts, slot);
  if (state.pending !== null) state.pending[slot] = 0;
}
