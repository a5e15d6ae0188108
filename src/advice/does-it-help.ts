/** Whether a way of paying helps: what it makes of the debt in the time of the run, and what comes after. */

import { PaymentPlan } from "../ledger/payment-plan.ts";
import { Run } from "../ledger/run.ts";
import { cycleDay } from "../loan/budget.ts";
import { addDays, addMonths, type Day, earliest, latest, NEVER } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan, PaymentStream } from "../loan/loan.ts";
import { add, type Fen, fen, subtract } from "../loan/money.ts";
import { mostOwedAtCycleEnds } from "./break-even.ts";
import type { RunFinding } from "./findings.ts";
import type { RunReport } from "./run-report.ts";

/**
 * Where less than this part of what is paid and taken takes anything off the debt, it is not called a help: that would
 * reassure without ground.
 */
const HARDLY_HELPS = 10;

export function doesItHelp(report: RunReport, events: Events, loan: Loan): RunFinding {
  const summary = report.summary();
  const { total, unearned } = summary.owed;
  const before = subtract(total, unearned);
  const judged = judgedAt(report, before, events, loan);
  const { to, paid, unapplied, after } = judged;
  const days = to - loan.asOf;
  const change = after - before;
  const isUnearnedLeftOut = unearned + judged.unearned > 0;
  const figures = { to, days, paid, before, after, isUnearnedLeftOut };
  const perDay = fen(Math.round(Math.abs(change) / days));
  if (hasNewLoan(events, to)) {
    const inAll = { before: total, after: add(after, judged.unearned), isUnearnedLeftOut: false };
    return { code: "debt-is-new-loan", tone: "bad", ...figures, ...inAll };
  }
  const isForNow = summary.clearedOn === null && !summary.isTrifleLeft;
  const isPaidLater = paid === 0 && paysEver(events, loan.asOf);
  const grown = { ...figures, perDay, isPaidLater };
  if (change < 0) {
    if (isForNow) return { code: "debt-shrinks-for-now", tone: "plain", ...grown };
    // What is gone again at the end of the run is no help to speak of.
    if (to < summary.to || -change * HARDLY_HELPS < paid - unapplied)
      return { code: "debt-hardly-shrinks", tone: "bad", ...grown };
    const peak = paysLessThanBreakEven(report, events, loan.asOf) ? mostOwedLater(report, loan, events) : null;
    if (peak !== null && peak.owed > before) return { code: "debt-shrinks-at-first", tone: "bad", ...figures, peak };
    return { code: "debt-shrinks", tone: "good", ...grown };
  }
  if (paid > 0 && !isForNow) return { code: "debt-grows-at-first", tone: "plain", ...grown };
  if (change > 0) return { code: "debt-grows", tone: "bad", ...grown };
  return { code: "debt-stands-still", tone: "bad", ...grown };
}

/** A day, what has been paid by then, and what is owed at its close, less interest not yet earned, as for the break-even payment. */
interface Judged {
  readonly to: Day;
  readonly paid: Fen;
  readonly unapplied: Fen;
  readonly after: Fen;
  readonly unearned: Fen;
}

/**
 * What is paid each week or month comes at its end: a run that ends between two payments has more owed than after the last
 * one. Where the payments are at least the least that is needed, this is no growth, and the last payment counts. Where the
 * first one comes only after the run, that one counts: what is owed before it says nothing of them.
 */
function judgedAt(report: RunReport, before: Fen, events: Events, loan: Loan): Judged {
  const { to, paid, unapplied, closingTotal } = report.summary();
  const { lastPaymentOn, unearned } = report.totals;
  const atTheEnd = { to, paid, unapplied, after: subtract(closingTotal, unearned), unearned };
  if (paid === 0) {
    const first = firstRegularPayment(events, loan.asOf);
    return first === null || first <= to ? atTheEnd : judgedOn(first, events, loan);
  }
  if (atTheEnd.after < before || lastPaymentOn === null || lastPaymentOn === to) return atTheEnd;
  if (paysLessThanBreakEven(report, events, loan.asOf)) return atTheEnd;
  const judged = judgedOn(lastPaymentOn, events, loan);
  return judged.after > before ? atTheEnd : judged;
}

function judgedOn(day: Day, events: Events, loan: Loan): Judged {
  const run = new Run(loan, events).advance(day);
  const { to, payments, unapplied } = run.totals();
  const { owed, unearned } = run;
  return { to, paid: payments, unapplied, after: subtract(owed, unearned), unearned };
}

/**
 * The first day of payments that go on, where it lies a whole cycle ahead: after a few days a whole month's payment would
 * make more of itself than it is.
 */
function firstRegularPayment({ streams }: Events, asOf: Day): Day | null {
  const first = streams
    .filter((stream) => stream.until === null && beginsLater(stream, asOf) === null)
    .map((stream) => ({ on: new PaymentPlan({ payments: [], streams: [stream] }, asOf).next, cycle: stream.cycle }))
    .filter(({ on, cycle }) => on >= (cycle.kind === "days" ? addDays(asOf, cycle.days) : addMonths(asOf, 1)))
    .map(({ on }) => on)
    .reduce(earliest, NEVER);
  return first === NEVER ? null : first;
}

function paysEver({ payments, streams, paysWhenDueFrom }: Events, asOf: Day): boolean {
  return paysWhenDueFrom !== null || new PaymentPlan({ payments, streams }, asOf).next !== NEVER;
}

/** The most that is owed after the run until the debt is cleared, or as far ahead as the break-even payment is looked at. */
function mostOwedLater(report: RunReport, loan: Loan, events: Events): { readonly on: Day; readonly owed: Fen } | null {
  const { cycle, until } = report.breakEvenPayment();
  const { clearedOn } = report.summary();
  return mostOwedAtCycleEnds(loan, events, {
    cycle,
    after: report.totals.to,
    until: latest(until, clearedOn ?? until),
  });
}

/** No endless stream pays the break-even payment each time by itself; payments beside it fall on other days and do not count. */
export function paysLessThanBreakEven(report: RunReport, { streams }: Events, asOf: Day): boolean {
  const { amount } = report.breakEvenPayment();
  const paysAsMuch = streams.some(
    (stream) =>
      stream.until === null &&
      stream.amounts.every((paid) => paid !== "minimum" && paid >= (amount ?? Infinity)) &&
      !isInterrupted(stream, asOf),
  );
  return !paysAsMuch;
}

/** A payment of the cycle is left out, at its beginning or later. */
function isInterrupted(stream: PaymentStream, asOf: Day): boolean {
  return beginsLater(stream, asOf) !== null || stream.pauses.some(({ until }) => until > asOf);
}

/** The first day of payments that go on, where the first one of their cycle is left out, as while due dates are deferred. */
export function beginsLater(stream: PaymentStream, asOf: Day): Day | null {
  const { next } = new PaymentPlan({ payments: [], streams: [stream] }, asOf);
  return next > cycleDay(stream.cycle, asOf, 1) ? next : null;
}

export function hasNewLoan({ agreements }: Events, until: Day): boolean {
  return agreements.some(({ kind, date }) => kind === "refinancing" && date <= until);
}
