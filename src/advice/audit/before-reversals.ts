/** Lines of a statement that say what was owed while something was booked that a later line takes back. */

import type { AuditRow } from "./audit-row.ts";
import { type OnLine, onLine, rowsThatDiffer } from "./differences.ts";
import { type AuditSubject, replay } from "./replay.ts";

/** Beyond as many reversals none is looked behind. */
const MOST_REVERSALS = 20;

/** It agrees with what was booked on its day: a line that another one took back afterwards. */
export interface BeforeReversal extends OnLine {
  readonly reverses: number;
  readonly reversal: number;
}

export function beforeReversals(
  { loan, enforcement, tolerance }: AuditSubject,
  rows: readonly AuditRow[],
): readonly BeforeReversal[] {
  const lines = rows.map(({ line }) => line);
  const differing = rowsThatDiffer(rows, tolerance).map(({ line }) => line);
  const reversals = lines.filter(({ reverses }) => reverses !== null).slice(0, MOST_REVERSALS);
  const found = new Map<number, BeforeReversal>();
  for (const { date: takenBackOn, line: reversal, reverses } of reversals) {
    const booked = lines.find(({ line }) => line === reverses);
    if (booked === undefined || reverses === null) continue;
    const between = differing.filter(({ date }) => date >= booked.date && date < takenBackOn);
    if (between.length === 0) continue;
    const asBooked = lines.filter(({ date, reverses: taken }) => taken === null || date < takenBackOn);
    const stillDiffer = new Set(
      rowsThatDiffer(replay(loan, asBooked, enforcement, tolerance).rows, tolerance).map(({ line: { line } }) => line),
    );
    for (const line of between) {
      if (!stillDiffer.has(line.line)) found.set(line.line, { ...onLine(line), reverses, reversal });
    }
  }
  return [...found.values()];
}
