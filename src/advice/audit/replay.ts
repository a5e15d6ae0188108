/** A statement replayed under the terms: for each line what they give, what the lender says, and the difference. */

import type { RunTotals } from "../../ledger/ledger.ts";
import type { Loan } from "../../loan/loan.ts";
import { AmountLimitReached, type Fen, fen } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { type AuditRow, rowsOfDay } from "./audit-row.ts";
import type { Delay, Enforcement } from "./delay.ts";
import { differencesOf } from "./differences.ts";
import { DayByDay } from "./replay-days.ts";
import {
  type OrderedStatement,
  orderedStatement,
  type ReplayedLoan,
  replayedLoan,
  type StatementDay,
} from "./replayed-loan.ts";

export interface Replay extends ReplayedLoan {
  /** In the order of value dates. */
  readonly rows: readonly AuditRow[];
  readonly totals: RunTotals;
  /** Not among the totals of the contract; in the balances of the rows. */
  readonly delay: Delay | null;
}

/** Replays a statement. Fees are not taken from it, but compared with what the terms charge on that day. */
export function replay(loan: Loan, lines: readonly StatementLine[], enforcement: Enforcement | null): Replay {
  const statement = orderedStatement(lines);
  const replayed = replayedLoan(loan, statement);
  const dayByDay = new DayByDay(replayed, enforcement);
  const rows = statement.days.flatMap((day) => rowsOfDay(day, dayByDay.take(day, true), statement));
  return { ...replayed, rows, totals: dayByDay.run.totals(), delay: dayByDay.delay };
}

/** Balances that claim what is owed in all claim the debt as it is given. */
export function isDebtAsGiven(loan: Loan, balances: readonly StatementLine[]): boolean {
  const { rows } = replay(loan, balances, null);
  return (
    rows.some(({ balance }) => balance.claimed !== null) && rows.flatMap(differencesOf).every((more) => more === 0)
  );
}

/** What is replayed, and may be changed. */
export interface AuditSubject {
  readonly loan: Loan;
  readonly enforcement: Enforcement | null;
}

/** How far a statement is from what the terms give. */
export interface Distance {
  /** Of all differences without their signs: a measure, not an amount. */
  readonly sum: number;
  readonly largest: Fen;
  /** The day on which a limit was passed, by its index: what comes after was not replayed. */
  readonly brokenOffAt: number;
}

/** Where none was; later than any day. */
export const NOT_BROKEN_OFF = Number.MAX_SAFE_INTEGER;

/** Where a replay can no longer be what is looked for. */
export interface Limits {
  readonly ofOne?: number;
  readonly ofSum?: number;
}

/** Replays a statement and compares some of its days; null where the debt passes what is counted exactly. */
export function distanceOf(
  subject: AuditSubject,
  statement: OrderedStatement,
  compared: readonly StatementDay[],
  { ofOne = Number.POSITIVE_INFINITY, ofSum = Number.POSITIVE_INFINITY }: Limits = {},
): Distance | null {
  return orNull(subject, statement, (dayByDay) => {
    let [sum, largest] = [0, 0];
    for (const day of compared) {
      const rows = rowsOfDay(day, dayByDay.take(day, day.separatesPayments), statement);
      for (const difference of rows.flatMap(differencesOf)) {
        const size = Math.abs(difference);
        sum += size;
        if (size > largest) largest = size;
      }
      if (largest > ofOne || sum > ofSum) return { sum, largest: fen(largest), brokenOffAt: day.index };
    }
    return { sum, largest: fen(largest), brokenOffAt: NOT_BROKEN_OFF };
  });
}

/**
 * What is owed after a line under another loan, more than anything where it passes what is counted exactly. Interest for days ahead
 * is in it or not as by the terms given: what is searched goes one way.
 */
export function owedOnLine(
  subject: AuditSubject,
  statement: OrderedStatement,
  line: number,
): (loan: Loan | null) => number {
  const isLeftOut = rowOfLine(subject, statement, line)?.unearned.isLeftOut === true;
  return (loan) => {
    const row = loan === null ? null : rowOfLine({ ...subject, loan }, statement, line);
    if (row === null) return Number.POSITIVE_INFINITY;
    const { amount, isLeftOut: isLeftOutThen } = row.unearned;
    return row.balance.computed + (isLeftOutThen === true ? amount : 0) - (isLeftOut ? amount : 0);
  };
}

/** A line of a statement replayed; null where the debt passes what is counted exactly. */
export function rowOfLine(subject: AuditSubject, statement: OrderedStatement, line: number): AuditRow | null {
  return orNull(subject, statement, (dayByDay) => {
    const rows = statement.days.flatMap((day) => rowsOfDay(day, dayByDay.take(day, true), statement));
    return rows.find((row) => row.line.line === line) ?? null;
  });
}

function orNull<Found>(
  { loan, enforcement }: AuditSubject,
  statement: OrderedStatement,
  find: (dayByDay: DayByDay) => Found,
): Found | null {
  try {
    const dayByDay = new DayByDay(replayedLoan(loan, statement), enforcement);
    const found = find(dayByDay);
    return dayByDay.run.limitReachedOn === null ? found : null;
  } catch (error) {
    if (error instanceof AmountLimitReached) return null;
    throw error;
  }
}
