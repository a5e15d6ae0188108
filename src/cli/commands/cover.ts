/** What stands around a result that is a document by itself; each figure of it stands in the summary as well. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import type { AuditReport } from "../../advice/audit/audit.ts";
import { type ClearingPlan, reachedIn } from "../../advice/clear-by.ts";
import type { RunReport } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { isVerified } from "../../loan/citation.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { Events } from "../../loan/events.ts";
import type { Fen } from "../../loan/money.ts";
import type { Product } from "../../loan/products/product.ts";
import { TERM_FIELDS } from "../../loan/terms.ts";
import type { PlanWords, ReportWords, Words } from "../../messages/words.ts";
import { type Cell, count, date, money, type Tone, text } from "../../output/page.ts";
import type { Cover, Highlight } from "../../output/report.ts";

type HighlightWords = ReportWords["highlights"];

/** `own`: what is on the cover beside what every cover has. */
export async function coverWith(
  subject: keyof ReportWords["titles"],
  { load }: Pick<Words, "load">,
  own: (report: ReportWords) => Pick<Cover, "name" | "highlights" | "sources">,
): Promise<Cover> {
  const report = await load.report();
  return { title: report.titles[subject], words: report.coverWords, ...own(report) };
}

/** The cover of a command that answers for one loan. */
export function coverOf(
  command: "simulate" | "compare" | "plan" | "audit",
  { loan, product }: Pick<LoanRequest, "loan" | "product">,
  words: Words,
  highlightsOf: (labels: HighlightWords) => readonly Highlight[],
): Promise<Cover> {
  return coverWith(command, words, ({ highlights, sourceInWords }) => ({
    name: loan.name,
    highlights: highlightsOf(highlights),
    sources: sourcesOf(product, sourceInWords),
  }));
}

/** Each source once, in the order of the terms. */
function sourcesOf({ fields }: Product, inWords: ReportWords["sourceInWords"]): readonly string[] {
  const citations = TERM_FIELDS.map((field) => fields[field]).filter(({ sure }) => isVerified(sure));
  return [
    ...new Set(citations.map(({ source, date }) => (date === null ? inWords(source) : `${inWords(source)} (${date})`))),
  ];
}

export function highlight(label: string, value: Cell, tone: Tone = "plain"): Highlight {
  return { label, value, tone };
}

export function owedOn(day: Day, amount: Fen, labels: HighlightWords): Highlight {
  return highlight(labels.owedOn(formatDay(day)), money(amount));
}

/** Of one run; where what falls due is paid as it does, there is no other payment to name. */
export function runHighlights(
  run: RunReport,
  { paysWhenDueFrom }: Pick<Events, "paysWhenDueFrom">,
  { simulate }: Words,
  labels: HighlightWords,
): readonly Highlight[] {
  const summary = run.summary();
  const { closingTotal, openingTotal, paid, toPrincipal, principalFirstFell, clearedOn, daysOverdueAtEnd } = summary;
  const until = formatDay(summary.to);
  const goodIf = (isGood: boolean): Tone => (isGood ? "good" : "bad");
  const dateOrNever = (day: Day | null): Cell => (day === null ? text(labels.never) : date(day));
  return [
    owedOn(run.totals.from, summary.owed.total, labels),
    highlight(labels.paidIn(summary.days), money(paid)),
    highlight(labels.reachesPrincipal, money(toPrincipal), toPrincipal === 0 ? "bad" : "plain"),
    highlight(labels.owedOn(until), money(closingTotal), goodIf(closingTotal <= openingTotal)),
    highlight(
      labels.principalFirstFalls,
      dateOrNever(principalFirstFell),
      principalFirstFell === null ? "bad" : "plain",
    ),
    highlight(labels.cleared, dateOrNever(clearedOn), goodIf(clearedOn !== null)),
    ...(paysWhenDueFrom === null ? [breakEvenOf(run, simulate, labels)] : []),
    highlight(labels.daysOverdueOn(until), count(daysOverdueAtEnd), goodIf(daysOverdueAtEnd === 0)),
  ];
}

function breakEvenOf(run: RunReport, { cycle: named }: Words["simulate"], labels: HighlightWords): Highlight {
  const { amount, cycle } = run.breakEvenPayment();
  return highlight(labels.breakEven(named(cycle)), amount === null ? text(labels.none) : money(amount));
}

/** The payment of each cycle that clears the debt in time. */
export function clearingHighlights(
  { totals, summary }: RunReport,
  plans: readonly ClearingPlan[],
  { plan }: PlanWords,
  labels: HighlightWords,
): readonly Highlight[] {
  return [
    owedOn(totals.from, summary().owed.total, labels),
    ...reachedIn(plans).map(({ every, amount }) => highlight(labels.clearsIt(plan.every[every]), money(amount))),
  ];
}

/** What the agreement asks for. */
export function agreementHighlights(
  { totals, summary }: RunReport,
  { schedule, totalToPay }: AgreementPlan,
  labels: HighlightWords,
): readonly Highlight[] {
  const instalments = [
    ...schedule.slice(0, 1).map((first) => highlight(labels.firstInstalment, money(amountOf(first)))),
    ...schedule.slice(-1).map((last) => highlight(labels.lastDue, date(last.due))),
  ];
  return [
    owedOn(totals.from, summary().owed.total, labels),
    highlight(labels.toPay, money(totalToPay)),
    ...instalments,
  ];
}

/** What is owed by the terms at the statement's end, and by how much it differs. */
export function auditHighlights(
  { replay: { rows }, differences, verdict }: AuditReport,
  labels: HighlightWords,
): readonly Highlight[] {
  return [
    ...rows.slice(-1).map(({ line, balance }) => owedOn(line.date, balance.computed, labels)),
    highlight(labels.statementDiffers, money(differences.total), verdict === "agrees" ? "good" : "bad"),
  ];
}
