/** What stands around a result that is a document by itself; each figure of it stands in the summary as well. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import type { AuditReport } from "../../advice/audit/audit.ts";
import type { ClearingPlan } from "../../advice/clear-by.ts";
import type { RunReport, Summary } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { isVerified } from "../../loan/citation.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import type { Product } from "../../loan/products/product.ts";
import { TERM_FIELDS } from "../../loan/terms.ts";
import type { HighlightWords } from "../../messages/en/report.ts";
import type { PlanWords, ReportWords, Words } from "../../messages/words.ts";
import { type Cell, count, date, money, text } from "../../output/page.ts";
import type { Cover, Highlight } from "../../output/report.ts";

export async function runCover(
  command: "simulate" | "plan",
  run: RunReport,
  subject: Subject,
  words: Words,
): Promise<Cover> {
  const report = await words.load.report();
  const summary = run.summary();
  const { closingTotal, paid, toPrincipal, principalFirstFell, clearedOn, daysOverdueAtEnd } = summary;
  const { amount, cycle } = run.breakEvenPayment();
  const labels = report.highlights;
  const until = formatDay(summary.to);
  const dateOrNever = (day: Day | null): Cell => (day === null ? text(labels.never) : date(day));
  return {
    ...coverOf(command, subject, report),
    highlights: [
      owedAt(summary, subject, labels),
      { label: labels.paidIn(summary.days), value: money(paid), tone: "plain" },
      { label: labels.reachesPrincipal, value: money(toPrincipal), tone: toPrincipal === 0 ? "bad" : "plain" },
      {
        label: labels.owedOn(until),
        value: money(closingTotal),
        tone: closingTotal > summary.openingTotal ? "bad" : "good",
      },
      {
        label: labels.principalFirstFalls,
        value: dateOrNever(principalFirstFell),
        tone: principalFirstFell === null ? "bad" : "plain",
      },
      { label: labels.cleared, value: dateOrNever(clearedOn), tone: clearedOn === null ? "bad" : "good" },
      {
        label: labels.breakEven(words.simulate.cycle(cycle)),
        value: amount === null ? text(labels.none) : money(amount),
        tone: "plain",
      },
      {
        label: labels.daysOverdueOn(until),
        value: count(daysOverdueAtEnd),
        tone: daysOverdueAtEnd > 0 ? "bad" : "good",
      },
    ],
  };
}

interface ComparedCover {
  readonly owed: Fen;
  /** Null where none is. */
  readonly mostToPrincipal: BestWay | null;
  readonly cheapest: BestWay | null;
}

export interface BestWay {
  readonly name: string;
  /** Its figures hold only if the lender agrees. */
  readonly isProposal: boolean;
}

/** A comparison has as many answers as ways: what is owed now is common to them. */
export async function compareCover(
  { owed, mostToPrincipal, cheapest }: ComparedCover,
  { loan, product }: Subject,
  words: Words,
): Promise<Cover> {
  const report = await words.load.report();
  const labels = report.highlights;
  const named = (label: string, way: BestWay | null): readonly Highlight[] =>
    way === null
      ? []
      : [{ label: way.isProposal ? labels.ifAgreed(label) : label, value: text(way.name), tone: "plain" }];
  return {
    ...coverOf("compare", { loan, product }, report),
    highlights: [
      { label: labels.owedOn(formatDay(loan.asOf)), value: money(owed), tone: "plain" },
      ...named(labels.mostToPrincipal, mostToPrincipal),
      ...named(labels.cheapest, cheapest),
    ],
  };
}

/** The payment of each cycle that clears the debt in time. */
export async function clearingCover(
  now: Summary,
  plans: readonly ClearingPlan[],
  subject: Subject,
  words: PlanWords,
): Promise<Cover> {
  const report = await words.load.report();
  const labels = report.highlights;
  const amounts = plans.flatMap(({ every, outcome }): readonly Highlight[] =>
    outcome.kind === "reached"
      ? [{ label: labels.clearsIt(words.plan.every[every]), value: money(outcome.amount), tone: "plain" }]
      : [],
  );
  return { ...coverOf("plan", subject, report), highlights: [owedAt(now, subject, labels), ...amounts] };
}

/** What the agreement asks for. */
export async function agreementCover(
  now: Summary,
  { schedule, totalToPay }: AgreementPlan,
  subject: Subject,
  words: Words,
): Promise<Cover> {
  const report = await words.load.report();
  const labels = report.highlights;
  const [first] = schedule;
  const last = schedule.at(-1);
  const instalments: readonly Highlight[] =
    first === undefined || last === undefined
      ? []
      : [
          { label: labels.firstInstalment, value: money(amountOf(first)), tone: "plain" },
          { label: labels.lastDue, value: date(last.due), tone: "plain" },
        ];
  return {
    ...coverOf("plan", subject, report),
    highlights: [
      owedAt(now, subject, labels),
      { label: labels.toPay, value: money(totalToPay), tone: "plain" },
      ...instalments,
    ],
  };
}

/** What is owed by the terms at the statement's end, and by how much it differs. */
export async function auditCover(
  { replay: { rows }, differences, verdict }: AuditReport,
  subject: Subject,
  words: Words,
): Promise<Cover> {
  const report = await words.load.report();
  const labels = report.highlights;
  const owed = rows.slice(-1).map(({ line, balance }): Highlight => {
    return { label: labels.owedOn(formatDay(line.date)), value: money(balance.computed), tone: "plain" };
  });
  return {
    ...coverOf("audit", subject, report),
    highlights: [
      ...owed,
      { label: labels.statementDiffers, value: money(differences.total), tone: verdict === "agrees" ? "good" : "bad" },
    ],
  };
}

/** The tables of the law belong to no loan: the cover names their sources alone. */
export async function lawCover(sources: readonly string[], words: Words): Promise<Cover> {
  const { titles, coverWords, sourceInWords } = await words.load.report();
  return { title: titles.law, name: null, highlights: [], sources: sources.map(sourceInWords), words: coverWords };
}

/** What a cover labels of the request it answers. */
type Subject = Pick<LoanRequest, "loan" | "product">;

function coverOf(
  command: keyof ReportWords["titles"],
  { loan, product }: Subject,
  { titles, coverWords, sourceInWords }: Pick<ReportWords, "titles" | "coverWords" | "sourceInWords">,
): Omit<Cover, "highlights"> {
  return { title: titles[command], name: loan.name, sources: sourcesOf(product, sourceInWords), words: coverWords };
}

function owedAt({ owed }: Summary, { loan }: Subject, labels: HighlightWords): Highlight {
  return { label: labels.owedOn(formatDay(loan.asOf)), value: money(owed.total), tone: "plain" };
}

/** Each source once, in the order of the terms. */
function sourcesOf({ fields }: Product, inWords: ReportWords["sourceInWords"]): readonly string[] {
  const citations = TERM_FIELDS.map((field) => fields[field]).filter(({ sure }) => isVerified(sure));
  return [
    ...new Set(citations.map(({ source, date }) => (date === null ? inWords(source) : `${inWords(source)} (${date})`))),
  ];
}
