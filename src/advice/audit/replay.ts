/** A statement replayed under the terms: for each line what they give, what the lender says, and the difference. */

import type { RunTotals } from "../../ledger/ledger.ts";
import type { Opening } from "../../ledger/opening.ts";
import { Run } from "../../ledger/run.ts";
import { addAmounts, amountsOf, subtractAmounts, totalOf } from "../../loan/amounts.ts";
import { addDays } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type ByComponent, COMPONENTS, type Loan } from "../../loan/loan.ts";
import { AmountLimitReached, add, type Fen, fen, least, subtract, ZERO } from "../../loan/money.ts";
import { isMovement, type StatementLine } from "../../loan/statement.ts";
import {
  type OrderedStatement,
  orderedStatement,
  paymentOf,
  type ReplayedLoan,
  replayedLoan,
  type StatementDay,
} from "./replayed-loan.ts";

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

/** Replays a statement. Fees are not taken from it, but compared with what the terms charge on that day. */
export function replay(loan: Loan, lines: readonly StatementLine[]): Replay {
  const statement = orderedStatement(lines);
  const replayed = replayedLoan(loan, statement);
  const run = new Run(replayed.loan, replayed.events);
  const days = new DayByDay(run, replayed.loan);
  const rows = statement.days.flatMap((day) => rowsOfDay(day, days.take(day, true), statement.reversed));
  return { rows, totals: run.totals(), replayed };
}

/** How far a statement is from what the terms give. */
export interface Distance {
  /** Of all differences without their signs: a measure, not an amount. */
  readonly sum: number;
  readonly largest: Fen;
  /** The day on which a limit was passed, by its index: what comes after was not replayed. Infinity: none was. */
  readonly brokenOffAt: number;
}

/** Where a replay can no longer be what is looked for. */
export interface Limits {
  readonly ofOne: number;
  readonly ofSum: number;
}

export const NO_LIMITS: Limits = { ofOne: Number.POSITIVE_INFINITY, ofSum: Number.POSITIVE_INFINITY };

/** Replays a statement and compares some of its days; null where the debt passes what is counted exactly. */
export function distanceOf(
  loan: Loan,
  statement: OrderedStatement,
  compared: readonly StatementDay[],
  limits: Limits,
): Distance | null {
  return orNull(loan, statement, (dayByDay) => measure(dayByDay, compared, statement.reversed, limits));
}

function orNull<Result>(loan: Loan, statement: OrderedStatement, result: (days: DayByDay) => Result): Result | null {
  try {
    const replayed = replayedLoan(loan, statement);
    const run = new Run(replayed.loan, replayed.events);
    const found = result(new DayByDay(run, replayed.loan));
    return run.limitReachedOn === null ? found : null;
  } catch (error) {
    if (error instanceof AmountLimitReached) return null;
    throw error;
  }
}

/** What is owed after a line; null where the debt passes what is counted exactly. */
export function owedAfter(loan: Loan, statement: OrderedStatement, line: number): Fen | null {
  return orNull(loan, statement, (dayByDay) => {
    const rows = statement.days.flatMap((day) => rowsOfDay(day, dayByDay.take(day, true), statement.reversed));
    return rows.find((row) => row.line.line === line)?.balance.computed ?? ZERO;
  });
}

function measure(
  dayByDay: DayByDay,
  days: readonly StatementDay[],
  reversed: ReadonlySet<number>,
  { ofOne, ofSum }: Limits,
): Distance {
  let sum = 0;
  let largest = 0;
  const count = (difference: number): void => {
    const size = Math.abs(difference);
    sum += size;
    if (size > largest) largest = size;
  };
  for (const day of days) {
    if (day.onlyLine !== null) {
      const { computed, owed } = dayByDay.takeOnly(day, day.onlyLine);
      const { byComponent, claimedTotal, claimedPrincipal } = day.onlyLine;
      if (byComponent !== null) {
        for (const component of COMPONENTS) count(byComponent[component] - computed[component]);
      }
      if (claimedTotal !== null) count(claimedTotal - totalOf(owed));
      if (claimedPrincipal !== null) count(claimedPrincipal - owed.principal);
    } else {
      const rows = rowsOfDay(day, dayByDay.take(day, day.tellsPaymentsApart), reversed);
      for (const difference of rows.flatMap(differencesOf)) count(difference);
    }
    if (largest > ofOne || sum > ofSum) return { sum, largest: fen(largest), brokenOffAt: day.index };
  }
  return { sum, largest: fen(largest), brokenOffAt: Number.POSITIVE_INFINITY };
}

/** What a day does, payment by payment. */
interface AuditDay {
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  /** After so many of its payments: where they went together, and what is owed then. */
  readonly afterPayments: readonly { readonly paid: ByComponent; readonly owed: ByComponent }[];
}

const NOTHING: ByComponent = amountsOf(() => ZERO);

/** Takes a run from one day of a statement to another. */
class DayByDay {
  readonly #run: Run;
  readonly #loan: Loan;
  /** What was paid until the close of the day taken last. */
  #paid: ByComponent;
  #lastIndex = -1;

  constructor(run: Run, loan: Loan) {
    this.#run = run;
    this.#loan = loan;
    this.#paid = run.amounts("paid");
  }

  /** What was paid before a day, which the run may have come near to by other days of the statement. */
  #paidBefore({ index, date }: StatementDay): ByComponent {
    if (index === this.#lastIndex + 1) return this.#paid;
    this.#run.advance(addDays(date, -1));
    return this.#run.amounts("paid");
  }

  #advance({ index, date }: StatementDay): void {
    this.#run.advance(date);
    this.#paid = this.#run.amounts("paid");
    this.#lastIndex = index;
  }

  /** What a day's only line, a payment or a balance, is by the terms, and what is owed after it. */
  takeOnly(day: StatementDay, { kind }: StatementLine): { readonly computed: ByComponent; readonly owed: ByComponent } {
    const before = this.#paidBefore(day);
    this.#advance(day);
    const owed = this.#run.amounts("owed");
    return { computed: kind === "balance" ? owed : subtractAmounts(this.#paid, before), owed };
  }

  /** `tellsApart`: what each of several payments of the day reaches, and not only all of them together. */
  take(day: StatementDay, tellsApart: boolean): AuditDay {
    const run = this.#run;
    const { date, payments } = day;
    const isMoreThanOnePayment = payments.length > 1 || day.fees > 0 || day.waivers > 0;
    const paidBefore = this.#paidBefore(day);
    if (isMoreThanOnePayment) run.advance(addDays(date, -1));
    const [chargedBefore, waivedBefore] = isMoreThanOnePayment
      ? [run.amounts("charged"), run.amounts("waived")]
      : [NOTHING, NOTHING];
    const opening = payments.length > 1 && tellsApart && run.today < date ? run.opening() : null;
    this.#advance(day);
    const paid = subtractAmounts(this.#paid, paidBefore);
    const owed = run.amounts("owed");
    return {
      charged: isMoreThanOnePayment ? subtractAmounts(run.amounts("charged"), chargedBefore) : NOTHING,
      waived: isMoreThanOnePayment ? subtractAmounts(run.amounts("waived"), waivedBefore) : NOTHING,
      afterPayments: [
        { paid: NOTHING, owed: addAmounts(owed, paid) },
        ...this.#betweenPayments(day, opening, paidBefore),
        ...(payments.length > 0 ? [{ paid, owed }] : []),
      ],
    };
  }

  /** Payments of one day are one payment to the engine: what the first of them reach is seen by paying no more. */
  #betweenPayments(
    { date, payments }: StatementDay,
    opening: Opening | null,
    before: ByComponent,
  ): AuditDay["afterPayments"] {
    let amount = ZERO;
    return payments.slice(0, -1).map((payment) => {
      if (opening === null) return { paid: NOTHING, owed: this.#run.amounts("owed") };
      amount = add(amount, payment.amount ?? ZERO);
      const events = { ...NO_EVENTS, payments: [paymentOf({ date, amount })] };
      const run = new Run({ ...this.#loan, asOf: addDays(date, -1) }, events, opening);
      run.advance(date);
      return { paid: subtractAmounts(run.amounts("paid"), before), owed: run.amounts("owed") };
    });
  }
}

function rowsOfDay(
  { lines, fees, waivers }: StatementDay,
  { charged, waived, afterPayments }: AuditDay,
  reversed: ReadonlySet<number>,
): readonly AuditRow[] {
  const feesLeft = new Shares(charged, fees);
  const waiversLeft = new Shares(waived, waivers);
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

export function compared(computed: Fen, claimed: Fen | null): Compared {
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
