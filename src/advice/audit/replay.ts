/** A statement replayed under the terms: for each line what they give, what the lender says, and the difference. */

import type { RunTotals } from "../../ledger/ledger.ts";
import type { Opening } from "../../ledger/opening.ts";
import { Run } from "../../ledger/run.ts";
import {
  addAmounts,
  type ByComponent,
  byComponent,
  COMPONENTS,
  subtractAmounts,
  totalOf,
} from "../../loan/components.ts";
import { addDays } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { Loan } from "../../loan/loan.ts";
import { AmountLimitReached, add, type Fen, fen, least, subtract, ZERO } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { type Delay, DelayAccount, type DelayOfLine, type Enforcement } from "./delay.ts";
import { differencesOf } from "./differences.ts";
import {
  type OrderedStatement,
  orderedStatement,
  type PaymentSums,
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
  /** What is owed after the line, interest for delay included. */
  readonly balance: Compared;
  readonly principal: Compared;
  /** Null: no judgment is asked about. */
  readonly delay: AuditRowDelay | null;
}

/** Of a movement what goes to the interest for delay or is waived of it, of a balance what is owed of it. */
export interface AuditRowDelay extends Compared, DelayOfLine {}

export interface Replay {
  /** In the order of value dates. */
  readonly rows: readonly AuditRow[];
  readonly totals: RunTotals;
  readonly replayed: ReplayedLoan;
  /** Not among the totals of the contract; in the balances of the rows. */
  readonly delay: Delay | null;
}

/** Replays a statement. Fees are not taken from it, but compared with what the terms charge on that day. */
export function replay(loan: Loan, lines: readonly StatementLine[], enforcement: Enforcement | null = null): Replay {
  const statement = orderedStatement(lines);
  const replayed = replayedLoan(loan, statement);
  const days = new DayByDay(replayed, statement, enforcement);
  const rows = statement.days.flatMap((day) => rowsOfDay(day, days.take(day, true), statement.reversed));
  return { rows, totals: days.run.totals(), replayed, delay: days.delay };
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
  subject: AuditSubject,
  statement: OrderedStatement,
  compared: readonly StatementDay[],
  limits: Limits,
): Distance | null {
  return orNull(subject, statement, (dayByDay) => measure(dayByDay, compared, statement.reversed, limits));
}

function orNull<Result>(
  { loan, enforcement }: AuditSubject,
  statement: OrderedStatement,
  result: (days: DayByDay) => Result,
): Result | null {
  try {
    const days = new DayByDay(replayedLoan(loan, statement), statement, enforcement);
    const found = result(days);
    return days.run.limitReachedOn === null ? found : null;
  } catch (error) {
    if (error instanceof AmountLimitReached) return null;
    throw error;
  }
}

/** What is owed after a line; null where the debt passes what is counted exactly. */
export function owedAfter(subject: AuditSubject, statement: OrderedStatement, line: number): Fen | null {
  return orNull(subject, statement, (dayByDay) => {
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
      const { computed, owed, delay } = dayByDay.takeOnly(day, day.onlyLine);
      const { kind, byComponent, claimedTotal, claimedPrincipal } = day.onlyLine;
      if (byComponent !== null) {
        for (const component of COMPONENTS) count(byComponent[component] - computed[component]);
      }
      if (claimedTotal !== null) count(claimedTotal - totalOf(owed) - (delay?.owed ?? 0));
      if (claimedPrincipal !== null) count(claimedPrincipal - owed.principal);
      if (delay !== null && day.onlyLine.delay !== null)
        count(day.onlyLine.delay - (kind === "balance" ? delay.owed : delay.paid));
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
  readonly waivedDelay: Fen;
  /** After so many of its payments: where they went together, and what is owed then. */
  readonly afterPayments: readonly AfterPayments[];
}

interface AfterPayments {
  readonly paid: ByComponent;
  readonly owed: ByComponent;
  readonly delay: Pick<DelayOfLine, "paid" | "owed"> | null;
}

const NOTHING: ByComponent = byComponent(() => ZERO);

/** Takes a run from one day of a statement to another. */
class DayByDay {
  readonly run: Run;
  readonly #loan: Loan;
  readonly #payments: PaymentSums;
  readonly #delay: DelayAccount | null;
  /** What was paid until the close of the day taken last. */
  #paid: ByComponent;
  #lastIndex = -1;

  constructor({ loan, events }: ReplayedLoan, { paymentSums }: OrderedStatement, enforcement: Enforcement | null) {
    this.run = new Run(loan, events);
    this.#loan = loan;
    this.#payments = paymentSums;
    this.#delay = enforcement === null ? null : new DelayAccount(this.run, loan, paymentSums, enforcement);
    this.#paid = this.run.amounts("paid");
  }

  get delay(): Delay | null {
    return this.#delay?.delay() ?? null;
  }

  /** What was paid before a day, which the run may have come near to by other days of the statement. */
  #paidBefore({ index, date }: StatementDay): ByComponent {
    if (index === this.#lastIndex + 1) return this.#paid;
    (this.#delay ?? this.run).advance(addDays(date, -1));
    return this.run.amounts("paid");
  }

  #advance({ index, date }: StatementDay, paidBefore: ByComponent): void {
    (this.#delay ?? this.run).advance(date);
    this.#delay?.settle(this.#payments.until(addDays(date, -1)) - totalOf(paidBefore));
    this.#paid = this.run.amounts("paid");
    this.#lastIndex = index;
  }

  /** What a day's only line, a payment or a balance, is by the terms, and what is owed after it. */
  takeOnly(
    day: StatementDay,
    { kind }: StatementLine,
  ): Omit<AfterPayments, "paid"> & { readonly computed: ByComponent } {
    const before = this.#paidBefore(day);
    this.#advance(day, before);
    const owed = this.run.amounts("owed");
    const paid = subtractAmounts(this.#paid, before);
    return {
      computed: kind === "balance" ? owed : paid,
      owed,
      delay: this.#settle(this.#payments.until(day.date), this.#paid),
    };
  }

  /** What the interest for delay takes of the payments of a day after which so much has reached the components. */
  #settle(paymentsSoFar: number, paid: ByComponent): AfterPayments["delay"] {
    const delay = this.#delay;
    if (delay === null) return null;
    const before = delay.paid;
    delay.settle(paymentsSoFar - totalOf(paid));
    return { paid: subtract(delay.paid, before), owed: delay.owed };
  }

  /** `tellsApart`: what each of several payments of the day reaches, and not only all of them together. */
  take(day: StatementDay, tellsApart: boolean): AuditDay {
    const { run } = this;
    const { date, payments } = day;
    const isMoreThanOnePayment = payments.length > 1 || day.fees > 0 || day.waivers > 0;
    const paidBefore = this.#paidBefore(day);
    if (isMoreThanOnePayment) (this.#delay ?? run).advance(addDays(date, -1));
    const [chargedBefore, waivedBefore] = isMoreThanOnePayment
      ? [run.amounts("charged"), run.amounts("waived")]
      : [NOTHING, NOTHING];
    const opening = payments.length > 1 && tellsApart && run.today < date ? run.opening() : null;
    this.#advance(day, paidBefore);
    const paid = subtractAmounts(this.#paid, paidBefore);
    const owed = run.amounts("owed");
    const delay = this.#delay;
    const waivedDelay = delay?.waive(day.waivedDelay) ?? ZERO;
    return {
      charged: isMoreThanOnePayment ? subtractAmounts(run.amounts("charged"), chargedBefore) : NOTHING,
      waived: isMoreThanOnePayment ? subtractAmounts(run.amounts("waived"), waivedBefore) : NOTHING,
      waivedDelay,
      afterPayments: [
        {
          paid: NOTHING,
          owed: addAmounts(owed, paid),
          delay: delay === null ? null : { paid: ZERO, owed: delay.owed },
        },
        ...this.#betweenPayments(day, opening, paidBefore),
        ...(payments.length > 0 ? [{ paid, owed, delay: this.#settle(this.#payments.until(date), this.#paid) }] : []),
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
      const delay = this.#delay;
      if (opening === null) {
        const owed = this.run.amounts("owed");
        return { paid: NOTHING, owed, delay: delay === null ? null : { paid: ZERO, owed: delay.owed } };
      }
      amount = add(amount, payment.amount ?? ZERO);
      const events = { ...NO_EVENTS, payments: [paymentOf({ date, amount })] };
      const run = new Run({ ...this.#loan, asOf: addDays(date, -1) }, events, opening);
      run.advance(date);
      const paid = run.amounts("paid");
      return {
        paid: subtractAmounts(paid, before),
        owed: run.amounts("owed"),
        delay: this.#settle(this.#payments.until(addDays(date, -1)) + amount, paid),
      };
    });
  }
}

function rowsOfDay(
  { lines, fees, waivers }: StatementDay,
  { charged, waived, waivedDelay, afterPayments }: AuditDay,
  reversed: ReadonlySet<number>,
): readonly AuditRow[] {
  const feesLeft = new Shares(charged, fees);
  const waiversLeft = new Shares(waived, waivers);
  let delayLeft = waivedDelay;
  const [first] = afterPayments;
  const last = afterPayments.at(-1);
  if (first === undefined || last === undefined) throw new Error("a day begins with what is owed");
  let paymentsSeen = 0;
  return lines.map((line): AuditRow => {
    const stands = afterPayments[paymentsSeen] ?? last;
    if (reversed.has(line.line)) {
      const silent = { ...line, byComponent: null, delay: null, claimedTotal: null, claimedPrincipal: null };
      return { ...rowOf(silent, NOTHING, after(stands), null), line, isReversed: true };
    }
    switch (line.kind) {
      case "fee": {
        const stated = line.byComponent ?? { ...NOTHING, fee: line.amount ?? ZERO };
        const given = feesLeft.take(stated);
        const owed = subtractAmounts(addAmounts(first.owed, waived), feesLeft.left);
        return rowOf(line, given, after({ owed, delay: first.delay }, waivedDelay), stated);
      }
      case "waiver": {
        const given = waiversLeft.take(line.byComponent ?? byComponent((component) => waived[component]));
        const ofDelay = least(line.delay ?? ZERO, delayLeft);
        delayLeft = subtract(delayLeft, ofDelay);
        const { owed, delay } = after(
          { owed: addAmounts(first.owed, waiversLeft.left), delay: first.delay },
          delayLeft,
        );
        return rowOf(line, given, { owed, delay: delay && { ...delay, waived: ofDelay } }, line.byComponent);
      }
      case "payment": {
        paymentsSeen += 1;
        const end = afterPayments[paymentsSeen] ?? last;
        const { owed, delay } = after(end);
        const moved = delay && { ...delay, paid: end.delay?.paid ?? ZERO };
        return rowOf(line, subtractAmounts(end.paid, stands.paid), { owed, delay: moved }, line.byComponent);
      }
      case "balance":
        return rowOf(line, last.owed, after(last), line.byComponent);
      case "rate":
      case "reversal":
      case "demand":
      case "suit":
        return rowOf(line, NOTHING, after(last), null);
      default:
        return line.kind satisfies never;
    }
  });
}

/** What is owed after a line, which moved none of the interest for delay. */
interface After {
  readonly owed: ByComponent;
  readonly delay: DelayOfLine | null;
}

function after({ owed, delay }: Omit<AfterPayments, "paid">, stillOwed: Fen = ZERO): After {
  return { owed, delay: delay && { paid: ZERO, waived: ZERO, owed: add(delay.owed, stillOwed) } };
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
    const taken = this.#lines === 0 ? left : byComponent((component) => least(stated[component], left[component]));
    this.left = subtractAmounts(left, taken);
    return taken;
  }
}

function rowOf(
  line: StatementLine,
  computed: ByComponent,
  { owed, delay }: After,
  stated: ByComponent | null,
): AuditRow {
  return {
    line,
    isReversed: false,
    computed,
    stated,
    difference: stated === null ? null : subtractAmounts(stated, computed),
    balance: compared(add(totalOf(owed), delay?.owed ?? ZERO), line.claimedTotal),
    principal: compared(owed.principal, line.claimedPrincipal),
    delay: delay && { ...delay, ...compared(ofDelay(line, delay), line.delay) },
  };
}

/** What of the interest for delay a line names, where it names any. */
function ofDelay({ kind }: Pick<StatementLine, "kind">, { paid, waived, owed }: DelayOfLine): Fen {
  if (kind === "balance") return owed;
  return kind === "waiver" ? waived : paid;
}

function compared(computed: Fen, claimed: Fen | null): Compared {
  return { computed, claimed, difference: claimed === null ? null : subtract(claimed, computed) };
}
