/** Will this ever end? The run taken further, past the end of any table, until the loan is cleared or cannot be. */

import type { ExactDebt, Run } from "../ledger/run.ts";
import { addDays, type Day, earliest } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Fen } from "../loan/money.ts";
import { fen, sum } from "../loan/money.ts";

/** How far ahead a run is followed: a hundred years. */
export const PROJECTION_DAYS = 36_525;

export type NeverReason = "not-within-horizon" | "payments-do-not-cover-charges";

export interface Projection {
  /** First day on which a payment reaches principal, or null for never. */
  readonly principalFirstFell: Day | null;
  readonly clearedOn: Day | null;
  /** Why the loan is never cleared; null where it is. */
  readonly reason: NeverReason | null;
  /** All that is paid until the loan is cleared, or until the projection ends. */
  readonly paid: Fen;
  /** The record has something to delete: the loan was overdue at some close. */
  readonly everOverdue: boolean;
}

const YEAR_DAYS = 366;
const DECADE_DAYS = 3_652;

/** Follows a run on from where it stands: "if this goes on". The run given is used up. */
export function project(run: Run, events: Events): Projection {
  const end = addDays(run.totals().from, PROJECTION_DAYS);
  const decadeBefore = addDays(end, -DECADE_DAYS);
  let owedBefore: number | null = null;
  let cycles = 1;
  let shrinks = false;
  while (!run.isOver && run.today < end) {
    if (owedBefore === null && run.today >= decadeBefore) owedBefore = run.owed;
    const cycleDays = steadyCycleDays(run, events);
    if (cycleDays === null) {
      run.advance(earliest(addDays(run.today, YEAR_DAYS), owedBefore === null ? decadeBefore : end));
      continue;
    }
    const debt = run.exactDebt;
    const { principalPaid } = run;
    const cyclesEnd = addDays(run.today, cycleDays * cycles);
    run.advance(earliest(cyclesEnd, end));
    cycles *= 2;
    // Only over whole cycles do as many payments stand against as many nights.
    if (run.isOver || cyclesEnd > end) continue;
    const change = compareDebts(run.exactDebt, debt);
    shrinks = change < 0;
    if (run.principalPaid === principalPaid) {
      // The same payments meet the same or more charges, and none reached principal: no later cycle does better.
      if (change > 0) return outcome(run, "payments-do-not-cover-charges");
      if (change === 0)
        return outcome(run, paysNothing(run, events) ? "not-within-horizon" : "payments-do-not-cover-charges");
    }
  }
  const grew = run.totals().limitReachedOn !== null || (!shrinks && owedBefore !== null && run.owed >= owedBefore);
  return outcome(run, grew ? "payments-do-not-cover-charges" : "not-within-horizon");
}

function outcome(run: Run, reason: NeverReason): Projection {
  const { principalFirstFell, clearedOn, payments, everOverdue } = run.totals();
  return {
    principalFirstFell,
    clearedOn,
    reason: clearedOn === null ? reason : null,
    paid: fen(payments),
    everOverdue,
  };
}

/** The days after which the payments ahead repeat, or null while the run is not yet (or never) so regular. */
function steadyCycleDays(run: Run, events: Events): number | null {
  if (!run.isSteady) return null;
  let days = 1;
  for (const { cycle, amounts, from, until, pauses } of events.streams) {
    if (until !== null && until <= run.today) continue;
    if (until !== null || from > run.today || pauses.some((pause) => pause.until > run.today)) return null;
    if (cycle.kind !== "days") return null;
    days = leastCommonMultiple(days, cycle.days * amounts.length);
    if (days > YEAR_DAYS) return null;
  }
  return days;
}

function paysNothing(run: Run, { streams }: Events): boolean {
  return (
    sum(
      streams
        .filter(({ until }) => until === null || until > run.today)
        .flatMap(({ amounts }) => amounts.map((amount) => (amount === "minimum" ? fen(1) : amount))),
    ) === 0
  );
}

/** Positive where the first debt is the larger one. */
function compareDebts(first: ExactDebt, second: ExactDebt): number {
  const difference = first.numerator * second.denominator - second.numerator * first.denominator;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

function leastCommonMultiple(left: number, right: number): number {
  let [larger, smaller] = [left, right];
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller];
  return (left / larger) * right;
}
