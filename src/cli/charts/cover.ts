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
  const says = report.highlights;
  const until = formatDay(summary.to);
  const dateOrNever = (day: Day | null): Cell => (day === null ? text(says.never) : date(day));
  return {
    ...coverOf(command, subject, report),
    highlights: [
      owedAt(summary, subject, says),
      { label: says.paidIn(summary.days), value: money(paid), tone: "plain" },
      { label: says.reachesPrincipal, value: money(toPrincipal), tone: toPrincipal === 0 ? "bad" : "plain" },
      {
        label: says.owedOn(until),
        value: money(closingTotal),
        tone: closingTotal > summary.openingTotal ? "bad" : "good",
      },
      {
        label: says.principalFirstFalls,
        value: dateOrNever(principalFirstFell),
        tone: principalFirstFell === null ? "bad" : "plain",
      },
      { label: says.cleared, value: dateOrNever(clearedOn), tone: clearedOn === null ? "bad" : "good" },
      {
        label: says.breakEven(words.simulate.cycle(cycle)),
        value: amount === null ? text(says.none) : money(amount),
        tone: "plain",
      },
      { label: says.daysOverdueOn(until), value: count(daysOverdueAtEnd), tone: daysOverdueAtEnd > 0 ? "bad" : "good" },
    ],
  };
}

export interface ComparedCover {
  readonly owed: Fen;
  /** The names of the ways; null where none is. */
  readonly mostToPrincipal: string | null;
  readonly cheapest: string | null;
}

/** A comparison has as many answers as ways: what is owed now is common to them. */
export async function compareCover(
  { owed, mostToPrincipal, cheapest }: ComparedCover,
  { loan, product }: Subject,
  words: Words,
): Promise<Cover> {
  const report = await words.load.report();
  const says = report.highlights;
  const named = (label: string, name: string | null): readonly Highlight[] =>
    name === null ? [] : [{ label, value: text(name), tone: "plain" }];
  return {
    ...coverOf("compare", { loan, product }, report),
    highlights: [
      { label: says.owedOn(formatDay(loan.asOf)), value: money(owed), tone: "plain" },
      ...named(says.mostToPrincipal, mostToPrincipal),
      ...named(says.cheapest, cheapest),
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
  const says = report.highlights;
  const amounts = plans.flatMap(({ every, outcome }): readonly Highlight[] =>
    outcome.kind === "reached"
      ? [{ label: says.clearsIt(words.plan.every[every]), value: money(outcome.amount), tone: "plain" }]
      : [],
  );
  return { ...coverOf("plan", subject, report), highlights: [owedAt(now, subject, says), ...amounts] };
}

/** What the agreement asks for. */
export async function agreementCover(
  now: Summary,
  { schedule, totalToPay }: AgreementPlan,
  subject: Subject,
  words: Words,
): Promise<Cover> {
  const report = await words.load.report();
  const says = report.highlights;
  const [first] = schedule;
  const last = schedule.at(-1);
  const instalments: readonly Highlight[] =
    first === undefined || last === undefined
      ? []
      : [
          { label: says.firstInstalment, value: money(amountOf(first)), tone: "plain" },
          { label: says.lastDue, value: date(last.due), tone: "plain" },
        ];
  return {
    ...coverOf("plan", subject, report),
    highlights: [
      owedAt(now, subject, says),
      { label: says.toPay, value: money(totalToPay), tone: "plain" },
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
  const says = report.highlights;
  const owed = rows.slice(-1).map(({ line, balance }): Highlight => {
    return { label: says.owedOn(formatDay(line.date)), value: money(balance.computed), tone: "plain" };
  });
  return {
    ...coverOf("audit", subject, report),
    highlights: [
      ...owed,
      { label: says.statementDiffers, value: money(differences.total), tone: verdict === "agrees" ? "good" : "bad" },
    ],
  };
}

/** Of no loan: where the tables come from. */
export async function lawCover(sources: readonly string[], words: Words): Promise<Cover> {
  const { titles, coverWords, sourceInWords } = await words.load.report();
  return { title: titles.law, name: null, highlights: [], sources: sources.map(sourceInWords), words: coverWords };
}

/** What a cover says of the request it answers. */
type Subject = Pick<LoanRequest, "loan" | "product">;

function coverOf(
  command: keyof ReportWords["titles"],
  { loan, product }: Subject,
  { titles, coverWords, sourceInWords }: Pick<ReportWords, "titles" | "coverWords" | "sourceInWords">,
): Omit<Cover, "highlights"> {
  return { title: titles[command], name: loan.name, sources: sourcesOf(product, sourceInWords), words: coverWords };
}

function owedAt({ owed }: Summary, { loan }: Subject, says: HighlightWords): Highlight {
  return { label: says.owedOn(formatDay(loan.asOf)), value: money(owed.total), tone: "plain" };
}

/** Each source once, in the order in which a contract is read. */
function sourcesOf({ fields }: Product, inWords: ReportWords["sourceInWords"]): readonly string[] {
  const citations = TERM_FIELDS.map((field) => fields[field]).filter(({ sure }) => isVerified(sure));
  return [
    ...new Set(citations.map(({ source, date }) => (date === null ? inWords(source) : `${inWords(source)} (${date})`))),
  ];
}
