/** A statement replayed under the terms: for each line what they give, what the lender says, and the difference. */

import type { RunTotals } from "../../ledger/ledger.ts";
import type { Run } from "../../ledger/run.ts";
import type { Loan } from "../../loan/loan.ts";
import { AmountLimitReached, type Fen, fen, ZERO } from "../../loan/money.ts";
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
import { Readings } from "./unearned.ts";

export interface Replay extends ReplayedLoan {
  readonly statement: OrderedStatement;
  /** In the order of value dates. */
  readonly rows: readonly AuditRow[];
  readonly totals: RunTotals;
  /** Not among the totals of the contract; in the balances of the rows. */
  readonly delay: Delay | null;
  /** How the statement is read, as far as its lines do not tell. */
  readonly isUnearnedLeftOut: boolean;
}

/** Up to this nothing differs where the user does not say so. */
export const USUAL_TOLERANCE: Fen = fen(1);

/** Replays a statement. Fees are not taken from it, but compared with what the terms charge on that day. */
export function replay(
  loan: Loan,
  lines: readonly StatementLine[],
  enforcement: Enforcement | null,
  tolerance: Fen = USUAL_TOLERANCE,
): Replay {
  const statement = orderedStatement(lines);
  const replayed = replayedLoan(loan, statement);
  const dayByDay = new DayByDay(replayed, statement.days, { enforcement });
  const readings = new Readings(statement, tolerance);
  const days = statement.days.map((day) => readings.take(day, dayByDay.take(day, true)));
  const { isLeftOut: isUnearnedLeftOut } = readings;
  const rows = days.flatMap(({ leftOut, countedIn }) => (isUnearnedLeftOut ? leftOut : countedIn));
  return { ...replayed, statement, rows, totals: dayByDay.run.totals(), delay: dayByDay.delay, isUnearnedLeftOut };
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
  /** The largest difference that is none. */
  readonly tolerance: Fen;
}

/** The same, with a statement that is read as it is under the terms given. */
export interface TriedSubject extends AuditSubject, Pick<Replay, "isUnearnedLeftOut"> {}

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

const NO_DISTANCE: Distance = { sum: 0, largest: ZERO, brokenOffAt: NOT_BROKEN_OFF };

/** Of rows, beside what was found of others. */
export function distanceIn(rows: readonly AuditRow[], before = NO_DISTANCE): Distance {
  let { sum, largest } = before;
  for (const difference of rows.flatMap(differencesOf)) {
    const size = fen(Math.abs(difference));
    sum += size;
    if (size > largest) largest = size;
  }
  return { ...before, sum, largest };
}

/** Where a replay can no longer be what is looked for. */
export interface Limits {
  readonly ofOne?: number;
  readonly ofSum?: number;
}

/** The first days of a statement, replayed and compared: what has the same first days under the same loan goes on from there. */
export interface Begun extends Pick<OrderedStatement, "days" | "isNewestFirst"> {
  /** Those of the days that were compared. */
  readonly compared: readonly StatementDay[];
  readonly found: Distance;
  /** At the close of the last day. */
  readonly run: Run;
}

/** Up to the day before one; null where there is none, or interest for delay is counted beside the run. */
export function begin(
  subject: TriedSubject,
  statement: OrderedStatement,
  allCompared: readonly StatementDay[],
  end: number,
): Begun | null {
  const days = statement.days.slice(0, Math.max(0, end));
  const last = days.at(-1);
  if (last === undefined || subject.enforcement !== null) return null;
  const compared = allCompared.filter(({ index }) => index < end);
  const found = distanceOf(subject, statement, compared);
  return found && { ...statement, days, compared, found, run: found.run.advance(last.date) };
}

function beginsSo({ isNewestFirst, days }: OrderedStatement, compared: readonly StatementDay[], begun: Begun): boolean {
  const next = compared[begun.compared.length];
  return (
    begun.isNewestFirst === isNewestFirst &&
    begun.days.every((day, index) => day === days[index]) &&
    begun.compared.every((day, index) => day === compared[index]) &&
    (next === undefined || next.index >= begun.days.length)
  );
}

/** Replays a statement and compares some of its days; null where the debt passes what is counted exactly. */
export function distanceOf(
  subject: TriedSubject,
  statement: OrderedStatement,
  compared: readonly StatementDay[],
  { ofOne = Number.POSITIVE_INFINITY, ofSum = Number.POSITIVE_INFINITY }: Limits = {},
  begun: Begun | null = null,
): (Distance & Pick<Begun, "run">) | null {
  const from = begun !== null && beginsSo(statement, compared, begun) ? begun : null;
  const find = (dayByDay: DayByDay): Distance & Pick<Begun, "run"> => {
    const { isUnearnedLeftOut: isLeftOut, tolerance } = subject;
    const { run } = dayByDay;
    const read = { ...statement, unearned: { isLeftOut, tolerance } };
    let found = from?.found ?? NO_DISTANCE;
    for (const day of compared.slice(from?.compared.length ?? 0)) {
      found = distanceIn(rowsOfDay(day, dayByDay.take(day, day.separatesPayments), read), found);
      if (found.largest > ofOne || found.sum > ofSum) return { ...found, run, brokenOffAt: day.index };
    }
    return { ...found, run };
  };
  return orNull(subject, statement, find, from?.run);
}

/**
 * What is owed after a line under another loan, more than anything where it passes what is counted exactly; without interest for
 * days ahead where that is left out.
 */
export function owedOnLine(
  subject: AuditSubject,
  statement: OrderedStatement,
  before: AuditRow,
): (loan: Loan | null) => number {
  return (loan) => {
    const row = loan === null ? null : rowAgain({ ...subject, loan }, statement, before);
    if (row === null) return Number.POSITIVE_INFINITY;
    const { amount, isLeftOut } = row.unearned;
    const leftOutMore = Number(before.unearned.isLeftOut === true) - Number(isLeftOut === true);
    return row.balance.computed - leftOutMore * amount;
  };
}

/**
 * The row of a line replayed again, with interest for days ahead read as it was; null where the debt passes what is counted
 * exactly.
 */
export function rowAgain(
  subject: AuditSubject,
  statement: OrderedStatement,
  { line, unearned }: AuditRow,
): AuditRow | null {
  const reading = { isLeftOut: unearned.isLeftOut === true, tolerance: subject.tolerance };
  const read = { ...statement, unearned: reading };
  const isOfLine = ({ lines }: StatementDay): boolean => lines.some((one) => one.line === line.line);
  return orNull(subject, statement, (dayByDay) => {
    const day = statement.days.find(isOfLine);
    const rows = day === undefined ? [] : rowsOfDay(day, dayByDay.take(day, true), read);
    return rows.find((row) => row.line.line === line.line) ?? null;
  });
}

function orNull<Found>(
  { loan, enforcement }: AuditSubject,
  statement: OrderedStatement,
  find: (dayByDay: DayByDay) => Found,
  from: Run | null = null,
): Found | null {
  try {
    const dayByDay = new DayByDay(replayedLoan(loan, statement), statement.days, { enforcement, from });
    const found = find(dayByDay);
    return dayByDay.run.limitReachedOn === null ? found : null;
  } catch (error) {
    if (error instanceof AmountLimitReached) return null;
    throw error;
  }
}
