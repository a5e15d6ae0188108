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
import { add, type Fen, subtract, ZERO } from "../../loan/money.ts";
import { isMovement } from "../../loan/statement.ts";
import type { AuditRow } from "./audit-row.ts";
import type { FeeOnOtherDay } from "./fee-days.ts";

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
  /** No line after the last total claimed differs; else the total is only what follows from the lines. */
  readonly isTotalClaimed: boolean;
}

/** It accrues by the day, which no line of a statement says: what the lender has as owed of it, only a balance tells. */
const ACCRUING: ReadonlySet<Component> = new Set<Component>(["penalty", "compound", "interest"]);

/**
 * How much more of each component the lender has as owed at the end, as far as its lines say: by a last balance, or by
 * what it charged more and put to it less. More put to what accrues was charged before, so that no less of it is owed.
 * A fee of the terms that it lists on another day (`onOtherDays`) is one too few from its own day on, and none too many
 * after the other. Who claims nothing in all has nothing of any component as owed.
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
    all = difference ?? all;
    delay = ofDelay ?? delay;
  } else if (isMovement(line)) {
    const [moved, movedDelay] = [difference ?? NO_AMOUNTS, ofDelay ?? ZERO];
    all = line.kind === "fee" ? addAmounts(all, moved) : afterPayment(all, moved);
    delay = subtract(delay, movedDelay);
    const ofAll = add(totalOf(moved), movedDelay);
    total = line.kind === "fee" ? add(total, ofAll) : subtract(total, ofAll);
    if (COMPONENTS.some((component) => moved[component] !== ZERO)) isTotalClaimed = false;
  }
  if (principal.difference !== null) {
    total = add(total, subtract(principal.difference, all.principal));
    all = { ...all, principal: principal.difference };
  }
  if (balance.difference !== null) {
    if (balance.claimed === ZERO) [all, delay] = [subtractAmounts(NO_AMOUNTS, row.owed), notOwed(row.delay)];
    return { ...all, delay, total: balance.difference, isTotalClaimed: true };
  }
  // Of all but the principal the lender cannot have less than nothing as owed.
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

/** How much more of its payments the lender puts to each component than the terms give. */
export function differencesOfPayments(rows: readonly AuditRow[]): ByComponent {
  return rows
    .filter(({ line }) => line.kind === "payment")
    .reduce((sum, { difference }) => addAmounts(sum, difference ?? NO_AMOUNTS), NO_AMOUNTS);
}
