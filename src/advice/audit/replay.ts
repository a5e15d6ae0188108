/** A statement replayed under the terms: for each line what they give, what the lender says, and the difference. */

import type { RunTotals } from "../../ledger/ledger.ts";
import { type Opening, openLoan } from "../../ledger/opening.ts";
import { Run } from "../../ledger/run.ts";
import { addAmounts, amountsOf, subtractAmounts, totalOf } from "../../loan/amounts.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type ByComponent, COMPONENTS, type Loan } from "../../loan/loan.ts";
import { add, type Fen, fen, least, subtract, ZERO } from "../../loan/money.ts";
import { isMovement, type StatementLine } from "../../loan/statement.ts";
import { inValueOrder, paymentOf, type ReplayedLoan, replayedLoan, reversedLines } from "./replayed-loan.ts";

/** An amount as the terms give it and as the lender says it. */
export interface Compared {
  readonly computed: Fen;
  /** Null: it does not say. */
  readonly claimed: Fen | null;
  readonly difference: Fen | null;
}

export interface AuditRow {
  readonly line: StatementLine;
  /** A reversal takes it back: nothing of it counts. */
  readonly isReversed: boolean;
  /** Of a movement what goes where, of a balance what is owed. */
  readonly computed: ByComponent;
  readonly stated: ByComponent | null;
  /** What the lender says more than the terms give. */
  readonly difference: ByComponent | null;
  /** What is owed after the line. */
  readonly balance: Compared;
  readonly principal: Compared;
}

export interface Replay {
  /** In the order of value dates. */
  readonly rows: readonly AuditRow[];
  readonly totals: RunTotals;
  readonly replayed: ReplayedLoan;
}

/** `differences alone`: payments of one day of which the lender says nothing are not told apart. */
export type ReplayDetail = "every line" | "differences alone";

function saysSomething({ byComponent, claimedTotal, claimedPrincipal }: StatementLine): boolean {
  return byComponent !== null || claimedTotal !== null || claimedPrincipal !== null;
}

/** Replays a statement. Fees are not taken from it, but compared with what the terms charge on that day. */
export function replay(loan: Loan, lines: readonly StatementLine[], detail: ReplayDetail = "every line"): Replay {
  const ordered = inValueOrder(lines);
  const replayed = replayedLoan(loan, ordered);
  const run = new Run(replayed.loan, replayed.events, openLoan(replayed.loan));
  const reversed = reversedLines(ordered);
  let before = run.totals();
  const rows = byDay(ordered).flatMap(([date, ofDay]) => {
    const standing = ofDay.filter(({ line }) => !reversed.has(line));
    const payments = standing.filter(({ kind }) => kind === "payment");
    let opening: Opening | null = null;
    if (date > run.today && (payments.length > 1 || standing.some(({ kind }) => kind === "fee" || kind === "waiver"))) {
      run.advance(addDays(date, -1));
      before = run.totals();
      const isTold = detail === "every line" || payments.slice(0, -1).some(saysSomething);
      if (payments.length > 1 && isTold) opening = run.opening();
    }
    run.advance(date);
    const after = run.totals();
    const day = dayOf(replayed.loan, { date, payments, before, after, opening });
    before = after;
    return rowsOfDay(ofDay, day, reversed);
  });
  return { rows, totals: before, replayed };
}

function byDay(lines: readonly StatementLine[]): readonly (readonly [Day, readonly StatementLine[]])[] {
  const days = new Map<Day, StatementLine[]>();
  for (const line of lines) {
    const found = days.get(line.date);
    if (found === undefined) days.set(line.date, [line]);
    else found.push(line);
  }
  return [...days];
}

/** What a day does, payment by payment. */
interface AuditDay {
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  /** After so many of its payments: where they went together, and what is owed then. */
  readonly afterPayments: readonly { readonly paid: ByComponent; readonly owed: ByComponent }[];
}

interface DayBounds {
  readonly date: Day;
  readonly payments: readonly StatementLine[];
  readonly before: RunTotals;
  readonly after: RunTotals;
  /** The loan at the close of the day before, where several payments have to be told apart. */
  readonly opening: Opening | null;
}

const NOTHING: ByComponent = amountsOf(() => ZERO);

/** Payments of one day are one payment to the engine: each gets what it adds to those before it. */
function dayOf(loan: Loan, { date, payments, before, after, opening }: DayBounds): AuditDay {
  const paid = subtractAmounts(after.paid, before.paid);
  const owed = after.closing;
  const afterPayments = [{ paid: NOTHING, owed: addAmounts(owed, paid) }];
  for (let count = 1; count < payments.length; count += 1) {
    if (opening === null) {
      afterPayments.push({ paid: NOTHING, owed: addAmounts(owed, paid) });
      continue;
    }
    const events = { ...NO_EVENTS, payments: payments.slice(0, count).map(paymentOf) };
    const run = new Run({ ...loan, asOf: addDays(date, -1) }, events, opening);
    run.advance(date);
    const { paid: sofar, closing } = run.totals();
    afterPayments.push({ paid: subtractAmounts(sofar, before.paid), owed: closing });
  }
  if (payments.length > 0) afterPayments.push({ paid, owed });
  return {
    charged: subtractAmounts(after.charged, before.charged),
    waived: subtractAmounts(after.waived, before.waived),
    afterPayments,
  };
}

function rowsOfDay(
  lines: readonly StatementLine[],
  { charged, waived, afterPayments }: AuditDay,
  reversed: ReadonlySet<number>,
): readonly AuditRow[] {
  const feesLeft = new Shares(charged, lines.filter(({ kind, line }) => kind === "fee" && !reversed.has(line)).length);
  const waiversLeft = new Shares(
    waived,
    lines.filter(({ kind, line }) => kind === "waiver" && !reversed.has(line)).length,
  );
  const [first] = afterPayments;
  const last = afterPayments.at(-1);
  if (first === undefined || last === undefined) throw new Error("a day begins with what is owed");
  let paymentsSeen = 0;
  return lines.map((line): AuditRow => {
    if (reversed.has(line.line)) {
      const silent = { ...line, byComponent: null, claimedTotal: null, claimedPrincipal: null };
      return { ...rowOf(silent, NOTHING, (afterPayments[paymentsSeen] ?? last).owed, null), line, isReversed: true };
    }
    switch (line.kind) {
      case "fee": {
        const stated = line.byComponent ?? { ...NOTHING, fee: line.amount ?? ZERO };
        const given = feesLeft.take(stated);
        return rowOf(line, given, subtractAmounts(addAmounts(first.owed, waived), feesLeft.left), stated);
      }
      case "waiver": {
        const given = waiversLeft.take(line.byComponent ?? amountsOf((component) => waived[component]));
        return rowOf(line, given, addAmounts(first.owed, waiversLeft.left), line.byComponent);
      }
      case "payment": {
        const start = afterPayments[paymentsSeen] ?? last;
        paymentsSeen += 1;
        const end = afterPayments[paymentsSeen] ?? last;
        return rowOf(line, subtractAmounts(end.paid, start.paid), end.owed, line.byComponent);
      }
      case "balance":
        return rowOf(line, last.owed, last.owed, line.byComponent);
      case "rate":
      case "reversal":
      case "demand":
      case "suit":
        return rowOf(line, NOTHING, last.owed, null);
      default:
        return line.kind satisfies never;
    }
  });
}

/** What of a day's charges or waivers each of its lines stands for: as much as it says, and the last all that is left. */
class Shares {
  left: ByComponent;
  #lines: number;

  constructor(all: ByComponent, lines: number) {
    this.left = all;
    this.#lines = lines;
  }

  take(stated: ByComponent): ByComponent {
    this.#lines -= 1;
    const { left } = this;
    const taken = this.#lines === 0 ? left : amountsOf((component) => least(stated[component], left[component]));
    this.left = subtractAmounts(left, taken);
    return taken;
  }
}

function rowOf(line: StatementLine, computed: ByComponent, owed: ByComponent, stated: ByComponent | null): AuditRow {
  return {
    line,
    isReversed: false,
    computed,
    stated,
    difference: stated === null ? null : subtractAmounts(stated, computed),
    balance: compared(totalOf(owed), line.claimedTotal),
    principal: compared(owed.principal, line.claimedPrincipal),
  };
}

function compared(computed: Fen, claimed: Fen | null): Compared {
  return { computed, claimed, difference: claimed === null ? null : subtract(claimed, computed) };
}

/** All that a row differs by. */
export function differencesOf({ difference, balance, principal }: AuditRow): readonly Fen[] {
  const byComponent = difference === null ? [] : COMPONENTS.map((component) => difference[component]);
  return [...byComponent, ...[balance, principal].flatMap((compared) => compared.difference ?? [])];
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
  readonly total: Fen;
}

/**
 * How much more of each component the lender has as owed, as far as its lines say: what it charged more, what it put to
 * it less. What a last balance says itself goes before; the total is that of the last balance claimed.
 */
export function differencesInAll(rows: readonly AuditRow[]): Differences {
  let byLines = NOTHING;
  for (const { line, difference } of rows) {
    if (difference === null || !isMovement(line)) continue;
    byLines = line.kind === "fee" ? addAmounts(byLines, difference) : subtractAmounts(byLines, difference);
  }
  const owed = rows.findLast(({ line, difference }) => line.kind === "balance" && difference !== null)?.difference;
  const found = owed ?? byLines;
  const principal = rows.findLast((row) => row.principal.difference !== null)?.principal.difference;
  const total = rows.findLast((row) => row.balance.difference !== null)?.balance.difference;
  const all = { ...found, principal: principal ?? found.principal };
  return { ...all, total: total ?? totalOf(all) };
}

/** The sum of all differences, as a measure of how near a replay comes. */
export function distance(rows: readonly AuditRow[]): Fen {
  let sum = ZERO;
  for (const row of rows) for (const amount of differencesOf(row)) sum = add(sum, fen(Math.abs(amount)));
  return sum;
}
