/** By how much a statement differs from what the terms give: by line, at most, and in all. */

import {
  addAmounts,
  type ByComponent,
  byComponent,
  COMPONENTS,
  subtractAmounts,
  totalOf,
} from "../../loan/components.ts";
import { add, type Fen, subtract, ZERO } from "../../loan/money.ts";
import { isMovement } from "../../loan/statement.ts";
import type { AuditRow } from "./audit-row.ts";

/** All that a row differs by. */
export function differencesOf({ difference, balance, principal, delay }: AuditRow): readonly Fen[] {
  const byComponent = difference === null ? [] : COMPONENTS.map((component) => difference[component]);
  return [...byComponent, ...[balance, principal, delay].flatMap((compared) => compared?.difference ?? [])];
}

export interface LargestDifference {
  readonly line: number;
  readonly amount: Fen;
}

/** The largest difference, and the line where it first appears; null where nothing differs. */
export function largestDifference(rows: readonly AuditRow[]): LargestDifference | null {
  let largest: LargestDifference | null = null;
  for (const row of rows) {
    for (const amount of differencesOf(row)) {
      if (Math.abs(amount) > Math.abs(largest?.amount ?? 0)) largest = { line: row.line.line, amount };
    }
  }
  return largest;
}

export interface Differences extends ByComponent {
  readonly delay: Fen;
  readonly total: Fen;
}

/**
 * How much more of each component the lender has as owed, as far as its lines say: what it charged more, what it put to
 * it less. What a last balance says itself goes before; the total is that of the last balance claimed.
 */
export function differencesInAll(rows: readonly AuditRow[]): Differences {
  let byLines = byComponent(() => ZERO);
  let delayByLines = ZERO;
  for (const { line, difference, delay } of rows) {
    if (!isMovement(line)) continue;
    delayByLines = subtract(delayByLines, delay?.difference ?? ZERO);
    if (difference === null) continue;
    byLines = line.kind === "fee" ? addAmounts(byLines, difference) : subtractAmounts(byLines, difference);
  }
  const balances = rows.filter(({ line }) => line.kind === "balance");
  const found = balances.findLast(({ difference }) => difference !== null)?.difference ?? byLines;
  const delay = balances.findLast((row) => (row.delay?.difference ?? null) !== null)?.delay?.difference ?? delayByLines;
  const principal = rows.findLast((row) => row.principal.difference !== null)?.principal.difference;
  const total = rows.findLast((row) => row.balance.difference !== null)?.balance.difference;
  const all = { ...found, principal: principal ?? found.principal };
  return { ...all, delay, total: total ?? add(totalOf(all), delay) };
}
