/** Fees that a statement lists on another day than the terms charge them: late, or early, and not too many. */

import { simulate } from "../../ledger/run.ts";
import type { Day } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import type { AuditRow } from "./audit-row.ts";
import type { ReplayedLoan } from "./replayed-loan.ts";

/** A line of a fee, and the day on which the terms charge as much. */
export interface FeeOnOtherDay {
  readonly line: number;
  readonly date: Day;
  readonly amount: Fen;
  readonly byTermsOn: Day;
}

/** Each with the nearest day on which the terms charge what the line says too much, and which has no line of a fee. */
export function feesOnOtherDays(
  rows: readonly AuditRow[],
  { loan, events }: ReplayedLoan,
  until: Day,
): readonly FeeOnOtherDay[] {
  const listed = rows.filter(({ line, isReversed }) => line.kind === "fee" && !isReversed);
  const tooMuch = listed.flatMap(({ line: { line, date }, difference }) =>
    difference !== null && difference.fee > 0 ? [{ line, date, amount: difference.fee }] : [],
  );
  if (tooMuch.length === 0) return [];
  const daysListed = new Set(listed.map(({ line }) => line.date));
  const notListed: { readonly date: Day; readonly amount: Fen }[] = [];
  simulate(loan, events, {
    until,
    onRow: ({ date, charged }) => {
      if (charged.fee > 0 && !daysListed.has(date)) notListed.push({ date, amount: charged.fee });
    },
  });
  return tooMuch.flatMap((fee) => {
    const daysFrom = (date: Day): number => Math.abs(date - fee.date);
    let nearest = -1;
    for (const [index, { date, amount }] of notListed.entries()) {
      const best = notListed[nearest];
      if (amount === fee.amount && (best === undefined || daysFrom(date) < daysFrom(best.date))) nearest = index;
    }
    const taken = nearest < 0 ? [] : notListed.splice(nearest, 1);
    return taken.map(({ date }) => ({ ...fee, byTermsOn: date }));
  });
}
