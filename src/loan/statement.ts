/** A lender's statement: what it says was paid, charged, waived and owed, line by line. */

import { type ByComponent, byComponent, type Charge, COMPONENTS, type Component } from "./components.ts";
import { addDays, type Day, earliest, latest } from "./day.ts";
import { type Fen, ZERO } from "./money.ts";
import type { DatedRate } from "./terms.ts";

/** In the order in which lines of one day are taken: what changes the rate, what is charged and waived, payments, balances. */
export const STATEMENT_KINDS = ["rate", "fee", "waiver", "payment", "reversal", "balance", "demand", "suit"] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** What a lender says of each component; null: it does not say. */
export type StatedParts = ByComponent<Fen | null>;

export interface StatementLine {
  /** The line of the file. */
  readonly line: number;
  readonly date: Day;
  readonly kind: StatementKind;
  /** Null for a rate, and where a demand or a suit names none. */
  readonly amount: Fen | null;
  /**
   * How the lender splits it by component, or of a balance what it says is owed of each; null: of none. Of a fee and a waiver
   * all parts are known.
   */
  readonly byComponent: StatedParts | null;
  /** The same of the interest for delay in performing a judgment, which is none of the five components. */
  readonly delay: Fen | null;
  /** What it says is owed after the line. */
  readonly claimedTotal: Fen | null;
  readonly claimedPrincipal: Fen | null;
  /** Of a reversal: the line it takes back. */
  readonly reverses: number | null;
  /** Of a rate: the contract rate from the line's date on. */
  readonly rates: readonly DatedRate[];
  readonly note: string | null;
  /** Of a waiver whose kind names its parts: in the order in which it takes them. */
  readonly waived?: readonly Component[];
  /** Charges that the statement has no column for, though the parts of a payment or balance are all of it: they stand under other names. */
  readonly withoutColumn?: readonly Charge[];
  /** Of a payment and a balance: where it is taken among the payments of its day; undefined: by what they say. */
  readonly amongPayments?: "first" | "last";
}

/** The day before the first line that moves or names money: the balances of that day are those it begins with. */
export function dayBeforeStatement(lines: readonly StatementLine[]): Day | null {
  const days = lines.filter((line) => isMovement(line) || line.kind === "balance").map(({ date }) => date);
  return days.length === 0 ? null : addDays(days.reduce(earliest), -1);
}

/** The balances of a first day on which no money moves. */
export function openingBalances(lines: readonly StatementLine[]): readonly StatementLine[] {
  const before = dayBeforeStatement(lines);
  const ofFirstDay = lines.filter(({ date }) => before !== null && date === addDays(before, 1));
  return ofFirstDay.some(isMovement) ? [] : ofFirstDay.filter(({ kind }) => kind === "balance");
}

/** The last day of a statement, or `asOf` where that is later. */
export function lastDayOf(lines: readonly StatementLine[], asOf: Day): Day {
  return lines.map(({ date }) => date).reduce(latest, asOf);
}

/** The parts that are stated, and nothing in place of the others. */
export function statedAmounts(parts: StatedParts): ByComponent {
  return byComponent((component) => parts[component] ?? ZERO);
}

export function areAllStated(parts: StatedParts): parts is ByComponent {
  return COMPONENTS.every((component) => parts[component] !== null);
}

export function saysWhatIsOwed({ kind, byComponent, claimedTotal, claimedPrincipal }: StatementLine): boolean {
  return claimedTotal !== null || claimedPrincipal !== null || (kind === "balance" && byComponent !== null);
}

/** Money that moves by a line, so that it can be taken back. */
export function isMovement({ kind }: Pick<StatementLine, "kind">): boolean {
  return kind === "payment" || kind === "fee" || kind === "waiver";
}
