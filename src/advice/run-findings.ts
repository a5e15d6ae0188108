/** What there is to say of a run, in the order in which it is said. */

import { isLookedAtByCourts } from "../law/cost-lines.ts";
import { daysOfCode } from "../law/credit-record.ts";
import { limitationYears } from "../law/limitation.ts";
import { isLprGranted } from "../law/lpr.ts";
import { cycleDay } from "../loan/budget.ts";
import { namingOf } from "../loan/component-names.ts";
import { totalOf } from "../loan/components.ts";
import { allThatHold } from "../loan/conditions.ts";
import { type Day, latest } from "../loan/day.ts";
import { type Events, namedOutOfOrder } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { fen, ratio, subtract } from "../loan/money.ts";
import type { Classification, Classified } from "../loan/products/product.ts";
import { agreesInTime, comesTooLate } from "../loan/strategy.ts";
import { linesOfLoan } from "./cost-of-arrears.ts";
import type { Credit } from "./credit-of-run.ts";
import { beginsLater, doesItHelp, hasNewLoan, paysLessThanBreakEven } from "./does-it-help.ts";
import type { EffectiveRate } from "./effective-rate.ts";
import type { BankClass, RunFinding } from "./findings.ts";
import { paysSomething } from "./projection.ts";
import type { RunReport, Summary } from "./run-report.ts";

interface RunQuestion {
  readonly loan: Loan;
  readonly product: Classified;
  readonly events: Events;
  readonly report: RunReport;
}

/** What is owed now; does this way of paying help; the least that stops the growth; the record; limitation. */
export function answerFindings({ loan, product, events, report }: RunQuestion): readonly RunFinding[] {
  const summary = report.summary();
  const runOut = limitationRunOut(summary);
  return allThatHold<RunFinding>(
    owedNow(summary, loan, product),
    changes(report, events, loan, product),
    progress(summary, events, loan),
    proposal(summary, events),
    // Before anything is said of what to pay or to ask for; also where the run clears the debt.
    runOut,
    // Where what falls due is paid as it does, the least is what is paid.
    events.paysWhenDueFrom === null && breakEven(report, summary, events, loan),
    summary.credit && record(summary, summary.credit, events, loan, product.classification === "card"),
    runOut.length === 0 && limitationLeft(summary),
    agreementsTooLate(summary, events),
    // Where limitation has run out, to ask for instalments may give up the defence: a lawyer is asked first.
    runOut.length === 0 && askTheLender(events),
  );
}

function askTheLender({ agreements }: Events): RunFinding {
  return { code: "ask-the-lender", tone: "plain", isProposed: agreements.some(({ kind }) => kind !== "refinancing") };
}

/** What the figures cost and rest on. */
export function backgroundFindings(
  { loan, product, report }: Omit<RunQuestion, "events">,
  areLateFeesKnown: boolean,
): readonly RunFinding[] {
  const { yearlyCost, chargesEarned, costLines, capped } = report.summary();
  const lateFees = areLateFeesKnown ? "counted" : "unknown";
  return allThatHold<RunFinding>(
    yearlyCost !== null &&
      chargesEarned > 0 && [
        { code: "yearly-cost", tone: "plain", charges: chargesEarned, share: yearlyCost, lateFees },
        ...costLineFindings(costLines),
      ],
    report.effectiveRate &&
      effectiveRateFinding(report.effectiveRate, lineOfContract(costLines, loan, product.classification)),
    receivedLess(loan),
    capped > 0 && { code: "capped", tone: "plain", amount: capped },
    otherOrder(report),
  );
}

function costLineFindings(costLines: Summary["costLines"]): readonly RunFinding[] {
  const lastOfRates = new Map(costLines.map((line) => [line.yearlyRate, line])).values();
  return [...lastOfRates].flatMap(({ yearlyRate, lprDay, from, until }): readonly RunFinding[] => {
    const ofOneRate = costLines.filter((line) => line.yearlyRate === yearlyRate);
    const above = fen(Math.max(...ofOneRate.map((line) => line.above)));
    const lines = ofOneRate.map(({ name }) => name);
    const line = { tone: "plain", yearlyRate, lprDay, from, until } as const;
    if (above > 0) return [{ code: "above-cost-line", ...line, lines, above }];
    return lines.some(isLookedAtByCourts) ? [{ code: "within-cost-line", ...line }] : [];
  });
}

/** To a hundredth of a percent, as it is said: that instalments are rounded to the fen puts no contract above a line. */
function effectiveRateFinding(effectiveRate: EffectiveRate, line: number): RunFinding {
  const aboveLine = Math.round(effectiveRate.nominalYearly * 10_000) > Math.round(line * 10_000) ? line : null;
  return { code: "effective-rate", tone: "plain", ...effectiveRate, aboveLine };
}

/** The highest line since the contract was made: the time before another took its place is still that line's. Infinity: there is none. */
function lineOfContract(costLines: Summary["costLines"], loan: Loan, classification: Classification): number {
  const atFirst = loan.jurisdiction === "cn" ? linesOfLoan(loan, classification, loan.agreedFlows?.paidOutOn) : [];
  const rates = [
    ...costLines.map(({ yearlyRate }) => yearlyRate),
    ...atFirst.flatMap(({ yearlyRate: rate }) => (rate === null ? [] : ratio(rate.numerator, rate.denominator, 6))),
  ];
  return rates.length === 0 ? Number.POSITIVE_INFINITY : Math.max(...rates);
}

/** What is taken off in advance is not lent: without a word the principal would read as owed in whole. */
export function receivedLess({ agreedFlows, borrowed, jurisdiction }: Loan): readonly RunFinding[] {
  if (agreedFlows === null || jurisdiction !== "cn" || agreedFlows.received >= borrowed) return [];
  return [{ code: "received-less", tone: "bad", received: agreedFlows.received, borrowed }];
}

function owedNow({ owed, daysOverdueAtStart }: Summary, loan: Loan, product: RunQuestion["product"]): RunFinding {
  const { total, principal, unearned } = owed;
  const charges = subtract(total, principal);
  return {
    code: "owed-now",
    tone: "plain",
    on: loan.asOf,
    total,
    principal,
    charges,
    unearned,
    daysOverdue: daysOverdueAtStart,
    naming: namingOf(loan, product),
  };
}

function changes(
  report: RunReport,
  events: Events,
  loan: Loan,
  product: RunQuestion["product"],
): readonly RunFinding[] {
  const summary = report.summary();
  const { openingPrincipal: before, closingPrincipal: after } = summary;
  const { unearnedLeftOut, refinanced } = report.totals;
  const waived = subtract(summary.waived, unearnedLeftOut);
  const figures = { before, after, waived, unearnedLeftOut, madePrincipal: refinanced.principal };
  return allThatHold<RunFinding>(
    summary.days > 0 && doesItHelp(report, events, loan),
    summary.paid > 0 && [wherePaymentsWent(summary), ...principalFirstFrom(summary, loan)],
    namedIfAgreed(events, loan, product),
    (before !== after || summary.waived > 0) && { code: "principal-change", tone: "plain", ...figures },
  );
}

function wherePaymentsWent(summary: Summary): RunFinding {
  const { paid, toPrincipal, toCharges, unapplied, principalShare: share } = summary;
  const isPrincipalOwed = summary.openingPrincipal > 0 || summary.closingPrincipal > 0;
  const tone = toPrincipal === 0 && isPrincipalOwed ? "bad" : "plain";
  const figures = { paid, toPrincipal, toCharges, unapplied, share: share ?? 0 };
  return { code: "payments-went", tone, ...figures, isPrincipalOwed };
}

/** Else it reads as if the payer could choose alone. */
export function namedIfAgreed(
  payments: Pick<Events, "payments" | "streams">,
  loan: Loan,
  product: RunQuestion["product"],
): readonly RunFinding[] {
  const of = namedOutOfOrder(payments, loan);
  if (of.length === 0) return [];
  const isChinese = loan.jurisdiction === "cn";
  return [{ code: "named-if-agreed", tone: "plain", of, naming: namingOf(loan, product), isChinese }];
}

/** Else it reads as if a way of paying that does not cover the charges brought the principal down by itself. */
function principalFirstFrom(
  { daysOverdueAtStart, daysOverdueAtEnd }: Summary,
  { terms: { order, orderAfter } }: Loan,
): readonly RunFinding[] {
  const reached = Math.max(daysOverdueAtStart, daysOverdueAtEnd);
  const turn = orderAfter.find((row) => row.order[0] === "principal" && row.daysOverdue <= reached);
  if (turn === undefined || order[0] === "principal") return [];
  return [{ code: "principal-first-from", tone: "plain", daysOverdue: turn.daysOverdue }];
}

function progress(summary: Summary, events: Events, loan: Loan): readonly RunFinding[] {
  return allThatHold(fallOfPrincipal(summary, loan), ending(summary, events, loan.asOf));
}

function fallOfPrincipal(
  { principalFirstFell, clearedOn, to, openingPrincipal, closingPrincipal }: Summary,
  { asOf, waivers }: Loan,
): RunFinding | null {
  if (principalFirstFell !== null) {
    const isForecast = principalFirstFell > to;
    return {
      code: "principal-falls",
      tone: "plain",
      on: principalFirstFell,
      day: principalFirstFell - asOf,
      isForecast,
    };
  }
  if (openingPrincipal === 0 && closingPrincipal === 0) return null;
  if (clearedOn !== null) return { code: "principal-waived", tone: "plain" };
  const isWaived = closingPrincipal < openingPrincipal || waivers.some(({ of }) => of === "principal");
  return { code: isWaived ? "principal-falls-by-waiver" : "principal-never-falls", tone: "bad" };
}

function ending(summary: Summary, events: Events, asOf: Day): RunFinding {
  const { clearedOn: on, to, paidUntilCleared, unappliedUntilCleared: unapplied } = summary;
  if (on === null) return neverCleared(events, summary, asOf);
  const paid = paidUntilCleared ?? summary.paid;
  return { code: "cleared", tone: "good", on, days: on - asOf, paid, unapplied, isForecast: on > to };
}

function proposal({ brokenOn, clearedOn }: Summary, events: Events): RunFinding | null {
  if (!agreesInTime(events, clearedOn)) return null;
  const borrows = events.agreements.some(({ kind }) => kind === "refinancing");
  const kept = restsOnBeingKept(events, brokenOn) ? (settles(events) ? "agreed" : "instalments") : null;
  return { code: "only-a-proposal", tone: "plain", borrows, kept };
}

/** The figures hold only if what is agreed is paid. */
export function restsOnBeingKept(events: Events, brokenOn: readonly Day[]): boolean {
  return (events.paysWhenDueFrom !== null || settles(events)) && brokenOn.length === 0;
}

export function settles({ agreements }: Events): boolean {
  return agreements.some(({ kind }) => kind === "settlement");
}

function neverCleared(
  { payments, streams }: Events,
  { isGrowing, isTrifleLeft, isBeyondCentury }: Summary,
  asOf: Day,
): RunFinding {
  const endless = streams.filter((stream) => stream.until === null && paysSomething(stream));
  if (endless.length === 0) {
    const ends = [...payments.map(({ date }) => date), ...streams.flatMap(({ until }) => until ?? [])];
    const lastPaymentOn = ends.length === 0 ? null : ends.reduce(latest);
    return { code: "not-cleared-by-payments", tone: "bad", lastPaymentOn, isGrowing };
  }
  if (isBeyondCentury) return { code: "not-cleared-in-a-century", tone: "bad" };
  const [only, second] = endless;
  const stream = second === undefined ? (only ?? null) : null;
  const from = stream === null ? null : beginsLater(stream, asOf);
  const fallsWithDebt = stream?.amounts.every((amount) => amount === "minimum") === true;
  const figures = { stream, from, fallsWithDebt, isGrowing, isTrifleLeft };
  return { code: "never-cleared", tone: isTrifleLeft ? "plain" : "bad", ...figures };
}

function breakEven(report: RunReport, summary: Summary, events: Events, loan: Loan): RunFinding | null {
  const { asOf } = loan;
  // What a proposal settles at once needs no payments, and grows until it is agreed.
  if (totalOf(report.totals.opening) === 0 || summary.clearedOn === asOf) return null;
  const { amount, cycle, until, isAlikeLater, growsLater } = report.breakEvenPayment();
  const { paid: allPaid, clearedOn, openingTotal, closingTotal } = summary;
  const shrinks = allPaid > 0 && clearedOn !== null && closingTotal < openingTotal;
  if (amount === null) return { code: "break-even-none", tone: "bad", cycle, isForAWhile: shrinks };
  const to = isAlikeLater ? null : until;
  if (amount === 0) {
    const waived = loan.waivers.length === 0 ? null : { cycle, until: to };
    return { code: "break-even-nothing", tone: "plain", isLprGranted: isLprGranted(loan), waived };
  }
  const isForAWhile = growsLater || (shrinks && paysLessThanBreakEven(report, events, asOf));
  const isBesideSingle = events.payments.length > 0;
  // Paid as late as the payments given, it would not be enough.
  const from = events.streams.some((stream) => beginsLater(stream, asOf) !== null) ? cycleDay(cycle, asOf, 1) : null;
  const isWithoutPause = events.streams.some(({ pauses }) =>
    pauses.some((pause) => pause.from > cycleDay(cycle, asOf, 1)),
  );
  const notes = { isForAWhile, isBesideSingle, isWithoutPause, from, until: to };
  return { code: "break-even", tone: "plain", amount, cycle, ...notes };
}

function record(summary: Summary, credit: Credit, events: Events, loan: Loan, isCard: boolean): readonly RunFinding[] {
  return allThatHold(standing(summary, credit, loan, isCard), summary.everOverdue && kept(summary, credit, events));
}

function standing(
  { everOverdue, to, paid, daysOverdueAtEnd, daysOverdueAtStart }: Summary,
  credit: Credit,
  loan: Loan,
  isCard: boolean,
): RunFinding {
  const { statusCode, overdueEndedOn, category } = credit;
  if (daysOverdueAtEnd > 0) {
    const codeDays = statusCode === 0 ? null : daysOfCode(statusCode);
    const figures = { on: to, days: daysOverdueAtEnd, statusCode, codeDays, isCard, isPaid: paid > 0 };
    const isForecast = to > loan.asOf;
    return { code: "overdue", tone: "bad", ...figures, bankClass: bankClassOf(credit), isForecast };
  }
  const isOverdueLater = everOverdue && (overdueEndedOn === null || overdueEndedOn > to);
  const tone = isOverdueLater ? "bad" : daysOverdueAtStart > 0 ? "good" : "plain";
  const bankClass = category === "normal" ? null : bankClassOf(credit);
  return { code: "not-overdue", tone, on: to, bankClass, isOverdueLater };
}

function kept({ to }: Summary, credit: Credit, events: Events): RunFinding {
  const { overdueEndedOn, deletableOn, deletableAfterAgreementOn, paidWithinGraceDays: graceDays } = credit;
  if (overdueEndedOn === null || deletableOn === null) return { code: "record-years-not-begun", tone: "bad" };
  if (deletableAfterAgreementOn === null) {
    return { code: "record-kept", tone: "plain", deletableOn, isForecast: overdueEndedOn > to, graceDays };
  }
  const by = hasNewLoan(events, overdueEndedOn) ? "new-loan" : "agreement";
  const dates = { deletableOn: deletableAfterAgreementOn, deletableIfReportedOn: deletableOn };
  return { code: "record-kept-after-agreement", tone: "plain", by, ...dates };
}

function bankClassOf({ category, isCategoryHeld }: Credit): BankClass | null {
  if (category === null) return null;
  const held = category === "special-mention" ? "agreement" : "paid-too-briefly";
  return { category, by: isCategoryHeld ? held : "days" };
}

function limitationLeft({ limitation, closingTotal }: Summary): RunFinding | null {
  if (limitation === null || closingTotal === 0) return null;
  const { endsOn, suit } = limitation;
  if (suit !== null) return { code: "limitation-after-suit", tone: "plain", suedOn: suit.date, endsOn };
  return { code: "limitation", tone: "plain", endsOn, years: limitationYears(endsOn) };
}

/** Where limitation has run out, agreeing or paying changes more than the figures: that is said first. */
export function limitationRunOut({ limitation }: Pick<Summary, "limitation">): readonly RunFinding[] {
  if (limitation === null || limitation.ranOutOn === null) return [];
  const { endsOn, ranOutOn } = limitation;
  return [{ code: "limitation-run-out", tone: "plain", endedOn: ranOutOn, years: limitationYears(endsOn) }];
}

/** What is agreed is kept in a run, but may come too late. */
function agreementsTooLate({ clearedOn }: Summary, { agreements }: Events): readonly RunFinding[] {
  if (clearedOn === null) return [];
  const late = agreements.filter((agreement) => comesTooLate(agreement, clearedOn));
  return late.map(({ date }) => ({ code: "agreement-after-cleared", tone: "bad", date, clearedOn }));
}

function otherOrder(report: RunReport): RunFinding | null {
  const other = report.otherOrder();
  if (other === null) return null;
  const { order, toPrincipal, closingTotal, clearedOn, isTrifleLeft, isBeyondCentury } = other;
  const own = report.summary();
  const isSame = toPrincipal === own.toPrincipal && closingTotal === own.closingTotal && clearedOn === own.clearedOn;
  if (isSame) return null;
  const first = order[0] === "principal" ? "principal" : "charges";
  const figures = { toPrincipal, closingTotal, clearedOn, isTrifleLeft, isBeyondCentury };
  return { code: "other-order", tone: "plain", first, ...figures };
}
