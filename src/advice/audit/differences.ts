/** By how much a statement differs from what the terms give: by line, at most, and in all. */

import {
  addAmounts,
  type ByComponent,
  byComponent,
  COMPONENTS,
  type Component,
  NO_AMOUNTS,
  subtractAmounts,
  totalOf,
} from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import { add, type Fen, subtract, ZERO } from "../../loan/money.ts";
import { areAllStated, isMovement, type StatementLine, statedAmounts } from "../../loan/statement.ts";
import type { AuditRow } from "./audit-row.ts";
import type { FeeOnOtherDay } from "./fee-days.ts";

/** Every figure by which a row differs. */
export function differencesOf({ difference, balance, principal, delay }: AuditRow): readonly Fen[] {
  const byComponent = difference === null ? [] : COMPONENTS.map((component) => difference[component]);
  const all = [...byComponent, balance.difference, principal.difference, delay?.difference ?? null];
  return all.filter((amount) => amount !== null);
}

/** The rows that differ in some figure by more than the tolerance. */
export function rowsThatDiffer(rows: readonly AuditRow[], tolerance: Fen): readonly AuditRow[] {
  return rows.filter((row) => differencesOf(row).some((amount) => Math.abs(amount) > tolerance));
}

/** A line of the statement, as it is named. */
export interface OnLine {
  readonly line: number;
  readonly date: Day;
}

export function onLine({ line, date }: StatementLine): OnLine {
  return { line, date };
}

export interface LargestDifference extends OnLine {
  readonly amount: Fen;
}

/** The largest difference, and the line where it first appears; null where nothing differs. */
export function largestDifference(rows: readonly AuditRow[]): LargestDifference | null {
  const amountIn = (row: AuditRow): Fen => largestOf(differencesOf(row), (amount) => amount) ?? ZERO;
  const row = largestOf(rows, amountIn);
  return row && { ...onLine(row.line), amount: amountIn(row) };
}

/** The first of which nothing is larger, whatever its sign; null where all are nothing. */
export function largestOf<Item>(items: readonly Item[], amountOf: (item: Item) => number): Item | null {
  let [largest, size]: [Item | null, number] = [null, 0];
  for (const item of items) {
    const sizeOfItem = Math.abs(amountOf(item));
    if (sizeOfItem > size) [largest, size] = [item, sizeOfItem];
  }
  return largest;
}

/**
 * The only line that differs, where it does so in nothing but what it claims to be owed, and a later line claims what the terms
 * give; null where there is none.
 */
export function lineAlone(rows: readonly AuditRow[], tolerance: Fen): LargestDifference | null {
  const [only, second] = rowsThatDiffer(rows, tolerance);
  if (only === undefined || second !== undefined) return null;
  const movesOtherwise =
    isMovement(only.line) && only.difference !== null && totalOfSizes(statedAmounts(only.difference)) > tolerance;
  const later = rows.slice(rows.indexOf(only) + 1);
  if (movesOtherwise || !later.some(({ balance }) => balance.claimed !== null)) return null;
  return largestDifference([only]);
}

function totalOfSizes(amounts: ByComponent): number {
  return COMPONENTS.reduce((all, component) => all + Math.abs(amounts[component]), 0);
}

export interface Differences extends ByComponent {
  readonly delay: Fen;
  readonly total: Fen;
  /** No line after the last total claimed differs; else the total is only what follows from the lines. */
  readonly isTotalClaimed: boolean;
}

/** These accrue day by day without a line of the statement, so only a stated balance says what the lender has as owed of them. */
const ACCRUING: ReadonlySet<Component> = new Set<Component>(["penalty", "compound", "interest"]);

/**
 * How much more of each component the lender has as owed at the end than the terms give, as far as its lines say. A stated
 * balance says it; without one it is what the lender charged beyond the terms and put to the component less than the terms do.
 * - Where the lender puts more to a component that accrues, it had charged as much before: no less of it is owed.
 * - A fee that the lender lists on another day than the terms (`onOtherDays`) is missing from the day of the terms until the
 *   day of the line, and is not one too many afterwards.
 * - Fees that stand in the principal that is stated are owed once, as that, unless the line claims them besides.
 * - A lender that claims a total of nothing has nothing of any component as owed.
 */
export function differencesInAll(rows: readonly AuditRow[], onOtherDays: readonly FeeOnOtherDay[]): Differences {
  const notListed = onOtherDays
    .filter(({ isListedShort }) => !isListedShort)
    .toSorted((one, other) => one.byTermsOn - other.byTermsOn);
  let found = NOTHING_MORE;
  for (const row of rows) {
    while (notListed[0] !== undefined && notListed[0].byTermsOn <= row.line.date) {
      found = withoutFee(found, notListed[0].amount);
      notListed.shift();
    }
    found = afterRow(found, row);
  }
  return notListed.reduce((all, { amount }) => withoutFee(all, amount), found);
}

function withoutFee(found: Differences, amount: Fen): Differences {
  const { fee, total } = found;
  return { ...found, fee: subtract(fee, amount), total: subtract(total, amount), isTotalClaimed: false };
}

function afterRow(found: Differences, row: AuditRow): Differences {
  const { line, difference, balance, principal } = row;
  let { delay, total, isTotalClaimed, ...all } = found;
  const ofDelay = row.delay?.difference ?? null;
  if (line.kind === "balance") {
    const named = difference;
    const before = all;
    if (named !== null) all = byComponent((component) => named[component] ?? before[component]);
    delay = ofDelay ?? delay;
  } else if (isMovement(line)) {
    const [moved, movedDelay] = [difference === null ? NO_AMOUNTS : statedAmounts(difference), ofDelay ?? ZERO];
    if (line.kind === "fee") all = addAmounts(all, moved);
    // What does not say where it goes leaves standing what the last balance says.
    else if (difference !== null) all = afterPayment(all, moved);
    delay = subtract(delay, movedDelay);
    // What goes to parts that are not stated is not missing from the whole.
    const ofParts = difference === null || areAllStated(difference) ? totalOf(moved) : ZERO;
    const ofAll = add(ofParts, movedDelay);
    total = line.kind === "fee" ? add(total, ofAll) : subtract(total, ofAll);
    if (COMPONENTS.some((component) => moved[component] !== ZERO)) isTotalClaimed = false;
  }
  if (principal.difference !== null) {
    const more = subtract(principal.difference, all.principal);
    const isFeeStated = line.kind === "balance" && (difference?.fee ?? null) !== null;
    const isAllClaimed = balance.difference !== null && balance.difference >= add(totalOf(all), more);
    const isFeeAdded = more > 0 && more === all.fee && !isFeeStated && !isAllClaimed;
    if (!isFeeAdded) total = add(total, more);
    all = { ...all, fee: isFeeAdded ? ZERO : all.fee, principal: principal.difference };
  }
  if (balance.difference !== null) {
    if (balance.claimed === ZERO) [all, delay] = [subtractAmounts(NO_AMOUNTS, row.owed), notOwed(row.delay)];
    return { ...all, delay, total: balance.difference, isTotalClaimed: true };
  }
  // The lender cannot have less than nothing as owed of the charges: it differs by no less than that.
  const leastOfAll = subtract(all.principal, subtract(balance.computed, principal.computed));
  if (!isTotalClaimed && total < leastOfAll) total = leastOfAll;
  return { ...all, delay, total, isTotalClaimed };
}

function notOwed(delay: AuditRow["delay"]): Fen {
  return subtract(ZERO, delay?.owed ?? ZERO);
}

function afterPayment(owed: ByComponent, more: ByComponent): ByComponent {
  return byComponent((component) => (ACCRUING.has(component) ? ZERO : subtract(owed[component], more[component])));
}

const NOTHING_MORE: Differences = { ...NO_AMOUNTS, delay: ZERO, total: ZERO, isTotalClaimed: false };

/** How much more of its payments the lender puts to each component than the terms give, as far as it says. */
export function differencesOfPayments(rows: readonly AuditRow[]): ByComponent {
  return rows
    .filter(({ line }) => line.kind === "payment")
    .reduce(
      (sum, { difference }) => (difference === null ? sum : addAmounts(sum, statedAmounts(difference))),
      NO_AMOUNTS,
    );
}
