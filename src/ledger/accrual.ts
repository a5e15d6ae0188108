/** Accrual: what the nights of a period add, played from what is written down at its start (period.ts). */

import type { Day } from "../loan/day.ts";
import { AmountLimitReached, BALANCE_LIMIT } from "../loan/money.ts";
import { withinCaps } from "./caps.ts";
import { type Amount, type Balance, type InstalmentState, type LoanState } from "./loan-state.ts";
import { postedFor } from "./posting.ts";
import type { NightRate } from "./rate-table.ts";

/** One balance that grows: from what, at which rate. */
export interface Accrual {
  readonly to: Balance;
  /** What bears the rate, added up: other balances, the balance itself, or an amount of the whole loan. */
  readonly from: readonly Amount[];
  readonly rate: NightRate;
  /** Counted, but not owed unless the grace passes unpaid. */
  readonly isPending: boolean;
}

/** Posts the nights of an instalment up to the close of a day, on the balances as they have been since it was touched last. */
export function bringUp(state: LoanState, instalment: InstalmentState, day: Day): void {
  const nights = day - instalment.accruedTo;
  if (nights === 0) return;
  instalment.accruedTo = day;
  const { accruals } = instalment;
  for (let index = 0; index < accruals.length; index += 1) {
    const accrual = accruals[index];
    if (accrual !== undefined) accrue(state, accrual, nights);
  }
}

function accrue(state: LoanState, { to, from, rate, isPending }: Accrual, nights: number): void {
  let base = 0;
  for (const amount of from) base += amount.owed + amount.pending;
  if (base === 0) return;
  const posted = postedFor(state.posting, to, base, nights, rate.posted);
  if (rate.above.parts !== 0) {
    state.flows.capped += postedFor(state.posting, state.cappedCarry, base, nights, rate.above);
  }
  if (isPending) to.pending += posted;
  else postAccrued(state, to, posted);
}

/** Adds to a balance what accrued. */
export function postAccrued(state: LoanState, to: Balance, accrued: number): void {
  const { sums } = to;
  const posted = state.terms.caps.length === 0 ? accrued : withinCaps(state, to.place, accrued);
  if (posted === 0) return;
  const accruedInAll = sums.accrued + posted;
  const owedInAll = sums.owed + posted;
  if (!(accruedInAll <= BALANCE_LIMIT && owedInAll <= BALANCE_LIMIT)) throw new AmountLimitReached();
  sums.accrued = accruedInAll;
  sums.owed = owedInAll;
  to.owed += posted;
  if (to.instalment.index < state.oldest) state.oldest = to.instalment.index;
}

/** Brings everything up to date: for a row, or where all that is owed is asked for. */
export function bringUpAll(state: LoanState, day: Day): void {
  const { instalments, currentInstalment, oldest } = state;
  for (let index = Math.min(oldest, currentInstalment); index <= currentInstalment; index += 1) {
    const instalment = instalments[index];
    if (instalment !== undefined) bringUp(state, instalment, day);
  }
}

/** True where what bears a rate, or what may be posted, changes from night to night, so that nights are taken one by one. */
export function growsNightly(state: LoanState): boolean {
  const { terms, instalments, oldest } = state;
  if (terms.caps.some(({ kind }) => kind !== "rate")) return true;
  const instalment = instalments[oldest];
  return (
    terms.compound === "all" && terms.compoundRests === "day" && instalment !== undefined && !instalment.isAhead
  );
}
