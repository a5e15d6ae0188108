/** The audit of a statement: its replay, what explains the differences, and what the law says of what is charged. */

import { type ApplicableCostLine, COST_LINES, type CostLine } from "../../law/cost-lines.ts";
import {
  deletableOn,
  isReported,
  monthCodes,
  RECORD_MONTHS_SHOWN,
  type RecordDay,
  type RecordMonth,
} from "../../law/credit-record.ts";
import { type Limitation, type LimitationEvent, limitationEnds, limitationRanOutOn } from "../../law/limitation.ts";
import { Run } from "../../ledger/run.ts";
import { type ByComponent, totalOf } from "../../loan/components.ts";
import { onReceived } from "../../loan/contract.ts";
import { byDate, type Day } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { add, type Fen, subtract, sum, ZERO } from "../../loan/money.ts";
import type { Classification } from "../../loan/products/product.ts";
import { lastDayOf, type StatementLine } from "../../loan/statement.ts";
import { earnedByComponent } from "../charges-earned.ts";
import { linesOfLoan } from "../cost-of-arrears.ts";
import { costStretches } from "../cost-stretches.ts";
import { graceOf } from "../credit-of-run.ts";
import { type EffectiveRate, effectiveRate, effectiveRateOf } from "../effective-rate.ts";
import type { RunFinding } from "../findings.ts";
import { takenOver } from "../taken-over.ts";
import { type AuditCostLine, auditCostLines } from "./above-line.ts";
import { type AuditRow, withoutClaims } from "./audit-row.ts";
import { type BeforeReversal, beforeReversals } from "./before-reversals.ts";
import type { Enforcement } from "./delay.ts";
import {
  type Differences,
  differencesInAll,
  differencesOf,
  differencesOfPayments,
  type LargestDifference,
  largestDifference,
  lineAlone,
  rowsThatDiffer,
} from "./differences.ts";
import { type Explanation, explain } from "./explain.ts";
import { type FeeOnOtherDay, feesOnOtherDays } from "./fee-days.ts";
import { doubled } from "./other-lines.ts";
import { type Replay, replay } from "./replay.ts";
import { type SolvedRate, solveRate } from "./solve-rate.ts";
import { type Stretch, worksheet } from "./worksheet.ts";

export interface AuditQuestion {
  readonly loan: Loan;
  readonly lines: readonly StatementLine[];
  readonly classification: Classification;
  /** What was really paid out, where less than was borrowed. */
  readonly received: Fen | null;
  /** The largest difference that is none. */
  readonly tolerance: Fen;
  /** The judgment whose performance is delayed; null: none is asked about. */
  readonly enforcement: Enforcement | null;
  readonly asks: {
    /** However long the statement is. */
    readonly pairsOfAnyLength: boolean;
    readonly solveRate: boolean;
    readonly worksheet: boolean;
    readonly record: boolean;
  };
}

/** What starts the three years of limitation afresh. */
export interface AuditLimitationEvent extends LimitationEvent {
  /** Of the statement; null: known otherwise. */
  readonly line: number | null;
}

export interface AuditReport extends Pick<AuditQuestion, "tolerance" | "asks" | "classification"> {
  readonly replay: Replay;
  /** The last day of the statement; a run ends before it where the debt is cleared. */
  readonly until: Day;
  /** Lines that say something that could be compared. */
  readonly linesCompared: number;
  readonly differences: Differences;
  /** How much more of its payments the lender puts to each component. */
  readonly differencesOfPayments: ByComponent;
  readonly largest: LargestDifference | null;
  readonly feesOnOtherDays: readonly FeeOnOtherDay[];
  /** The line that clears the debt by the terms, where a later one claims a debt nevertheless. */
  readonly clearedBy: StatementLine | null;
  readonly verdict: "agrees" | "differs";
  readonly explanations: readonly Explanation[];
  /** Of the lines that differ those that agree with what was booked until a later line took it back. */
  readonly beforeReversals: readonly BeforeReversal[];
  /** The only line that differs, where later ones agree again and nothing explains it; else null. */
  readonly lineAlone: LargestDifference | null;
  /** Of the payments, what nothing was owed for. */
  readonly unapplied: Fen;
  /** Payments of which there is another on the same day over the same amount. */
  readonly doubled: readonly number[];
  readonly solvedRate: SolvedRate | null;
  readonly worksheet: readonly Stretch[];
  /** Charges that arose under the terms in the time of the statement. */
  readonly charges: ByComponent;
  readonly costLines: readonly AuditCostLine[];
  /** Lines of the law that apply but name no yearly rate, and those that are for others. */
  readonly otherCostLines: {
    readonly unnumbered: readonly ApplicableCostLine[];
    readonly forOthers: readonly CostLine[];
  };
  /** What was received and what is to be paid for it; null where the contract's payments are not known. */
  readonly effectiveRate: EffectiveRate | null;
  /** The same of what the statement says was paid so far; null where that is less than was received. */
  readonly effectiveRateOfPaid: EffectiveRate | null;
  /** Null where no law of ours counts, and beside a judgment. */
  readonly limitation: AuditLimitation | null;
  readonly record: readonly RecordMonth[];
  /** Until when, where the arrears ended in the time of the statement. */
  readonly recordKept: Pick<Extract<RunFinding, { readonly code: "record-kept" }>, "deletableOn" | "graceDays"> | null;
  readonly received: { readonly amount: Fen; readonly borrowed: Fen } | null;
}

export interface AuditLimitation extends Limitation<AuditLimitationEvent> {
  readonly events: readonly AuditLimitationEvent[];
  /** The day they ended on, where that is before the statement's last; else null. */
  readonly ranOutOn: Day | null;
}

export async function audit(question: AuditQuestion): Promise<AuditReport> {
  const { lines, classification, tolerance, asks } = question;
  const given = question.received === null ? question.loan : onReceived(question.loan, question.received);
  const deducted = given === question.loan ? null : question.loan;
  const until = lastDayOf(lines, given.asOf);
  const { enforcement } = question;
  const subject = { loan: given, enforcement, tolerance };
  const replayed = replay(given, lines, enforcement, tolerance);
  const { loan, rows, totals, delay } = replayed;
  const onOtherDays = feesOnOtherDays(replayed, until);
  const largest = largestDifference(rows);
  const differing = rowsThatDiffer(rows, tolerance);
  const differs = differing.length > 0;
  // What the statement itself accounts for needs no other explanation.
  const ofReversals = differs ? beforeReversals(subject, rows) : [];
  const accountedFor = new Set(ofReversals.map(({ line }) => line));
  const unaccounted = differing.filter(({ line }) => !accountedFor.has(line.line));
  const alone = lineAlone(
    rows.filter(({ line }) => !accountedFor.has(line.line)),
    tolerance,
  );
  const { pairsOfAnyLength } = asks;
  const isOpen = unaccounted.length > 0;
  const toExplain = (): readonly StatementLine[] =>
    lines.map((line) => (accountedFor.has(line.line) ? withoutClaims(line) : line));
  const asExplained = accountedFor.size === 0 ? replayed : replay(given, toExplain(), enforcement, tolerance);
  const explanations = isOpen ? explain(subject, asExplained, { deducted, pairsOfAnyLength }) : [];
  const isExplained = !isOpen || explanations.some(({ remaining }) => remaining <= tolerance);
  const isChinese = loan.jurisdiction === "cn";
  return {
    tolerance,
    asks,
    classification,
    replay: replayed,
    until,
    linesCompared: rows.filter((row) => differencesOf(row).length > 0).length,
    differences: differencesInAll(rows, onOtherDays),
    feesOnOtherDays: onOtherDays,
    clearedBy: clearedBy(rows),
    differencesOfPayments: differencesOfPayments(rows),
    largest,
    verdict: differs ? "differs" : "agrees",
    // What only comes nearer would make the lines differ that agree.
    explanations: alone === null || isExplained ? explanations : [],
    lineAlone: isExplained ? null : alone,
    beforeReversals: ofReversals,
    unapplied: unappliedOf(replayed),
    doubled: doubled(lines, "payment"),
    solvedRate: asks.solveRate ? solveRate(subject, replayed) : null,
    worksheet: asks.worksheet ? [...worksheet(replayed, until), ...(delay?.stretches ?? [])] : [],
    charges: earnedByComponent(loan, totals),
    costLines: isChinese ? costStretches({ ...replayed, classification, until }, until).flatMap(auditCostLines) : [],
    otherCostLines: isChinese ? otherCostLines(loan, classification, until) : { unnumbered: [], forOthers: [] },
    effectiveRate: await effectiveRateOf(question.loan),
    effectiveRateOfPaid: await effectiveRateOfPaid(question.loan, replayed),
    // A judgment is enforced within a time limit of its own: the three years for suing no longer matter.
    limitation: isChinese && delay === null ? limitationOf(replayed, until) : null,
    record: isReported(loan) && asks.record ? recordOf(replayed, until) : [],
    recordKept: isReported(loan) && asks.record ? recordKeptOf(replayed) : null,
    received: deducted === null ? null : { amount: loan.borrowed, borrowed: deducted.borrowed },
  };
}

/** A run ends with the debt, and what is paid after that is paid too. The interest for delay is paid from what a payment leaves. */
function unappliedOf({ rows, totals, delay }: Replay): Fen {
  const paid = sum(paymentsIn(rows).map(({ amount }) => amount));
  return subtract(paid, add(totalOf(totals.paid), delay?.paid ?? ZERO));
}

function paymentsIn(rows: readonly AuditRow[]): readonly { readonly date: Day; readonly amount: Fen }[] {
  const payments = rows.filter(({ line, isReversed }) => line.kind === "payment" && !isReversed);
  return payments.map(({ line: { date, amount } }) => ({ date, amount: amount ?? ZERO }));
}

function clearedBy(rows: readonly AuditRow[]): StatementLine | null {
  const lastOwing = rows.findLastIndex(({ balance }) => balance.computed > ZERO);
  const clearing = rows[lastOwing + 1];
  if (clearing === undefined || clearing.line.kind !== "payment") return null;
  const later = rows.slice(lastOwing + 2);
  return later.some(({ balance, difference }) => (balance.claimed ?? ZERO) > ZERO || (difference?.fee ?? ZERO) > ZERO)
    ? clearing.line
    : null;
}

function otherCostLines(loan: Loan, classification: Classification, until: Day): AuditReport["otherCostLines"] {
  const applying = linesOfLoan(loan, classification, until);
  const names = new Set(applying.map(({ name }) => name));
  const all = COST_LINES.flatMap(({ table }) => table.rowOn(until)?.row.value ?? []);
  const byName = new Map(all.map((line) => [line.name, line]));
  return {
    unnumbered: applying.filter(({ yearlyRate }) => yearlyRate === null),
    forOthers: [...byName.values()].filter(({ name }) => !names.has(name)),
  };
}

/** Of what was received and what the statement says was paid for it since. */
async function effectiveRateOfPaid({ agreedFlows }: Loan, { rows }: Replay): Promise<EffectiveRate | null> {
  if (agreedFlows === null) return null;
  const payments = paymentsIn(rows).filter(({ date }) => date > agreedFlows.paidOutOn);
  return effectiveRate({ ...agreedFlows, payments });
}

/** Every line that starts the three years afresh, and what else is known to; as it stands on the statement's last day. */
function limitationOf({ loan, totals, rows }: Replay, until: Day): AuditLimitation {
  const ofLines = rows.flatMap(({ line: { kind, date, line }, isReversed, computed, stated }) => {
    // As in a run: what neither the terms nor the lender put to anything pays nothing.
    const isPaid = kind === "payment" && (totalOf(computed) > 0 || stated !== null);
    const counts = isPaid || kind === "demand" || kind === "suit";
    return counts && !isReversed ? [{ date, kind, line } satisfies AuditLimitationEvent] : [];
  });
  const others = loan.interruptions
    .filter(({ date, kind }) => !ofLines.some((one) => one.date === date && one.kind === kind))
    .map((one) => ({ ...one, line: null }));
  const events = [...ofLines, ...others].toSorted(byDate);
  const found = limitationEnds({ lastDue: totals.lastDue, events });
  return { ...found, ranOutOn: limitationRanOutOn(found, until), events };
}

/** Months as a report shows them: the last of them as far as the statement goes. */
function recordOf({ loan, events }: Replay, until: Day): readonly RecordMonth[] {
  const days: RecordDay[] = [];
  const run = new Run(loan, events);
  // What is unpaid at the close of its due date is overdue the next day, though by no day yet.
  const isUnpaid = (): boolean => run.oldestUnpaidDue !== null && run.oldestUnpaidDue <= run.today;
  let wasUnpaid = isUnpaid();
  run.advance(until, ({ date, daysOverdue, to }) => {
    days.push({ date, daysOverdue, paidLate: wasUnpaid && totalOf(to) > 0 });
    wasUnpaid = isUnpaid();
  });
  return monthCodes(days).slice(-RECORD_MONTHS_SHOWN);
}

function recordKeptOf({ loan, events, totals: { overdueEndedOn } }: Replay): AuditReport["recordKept"] {
  if (overdueEndedOn === null) return null;
  return { deletableOn: deletableOn(overdueEndedOn), graceDays: graceOf(overdueEndedOn, loan, events) };
}

/** The replay at the close of its last day: that of the last line. */
export function runToLastDay({ replay: { loan, events }, until }: AuditReport): Run {
  return new Run(loan, events).advance(until);
}

/** What is owed by the terms at the close of the statement's last day, less interest not yet earned. */
export interface OwedAtClose {
  readonly loanName: string | null;
  readonly on: Day;
  readonly owed: ByComponent;
  readonly totalOwed: Fen;
  /** Interest fixed in advance for the days after. */
  readonly unearned: Fen;
}

export function owedAtClose(run: Run, { replay: { loan }, until }: AuditReport): OwedAtClose {
  const owed = takenOver(run, "leave-out");
  return { loanName: loan.name, on: until, owed, totalOwed: totalOf(owed), unearned: run.unearned };
}
