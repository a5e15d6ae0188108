/** What the pages of all commands share: sentences of findings, the next command, the assumptions at the end. */

import type { Finding, RunFinding } from "../../advice/findings.ts";
import { asksALawyerFirst, budgetToTry } from "../../advice/next-step.ts";
import { backgroundFindings } from "../../advice/run-findings.ts";
import { NEVER_CLEARED_DAYS, type RunReport } from "../../advice/run-report.ts";
import { hasAssumedTerms } from "../../input/assumptions.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { isPaidOnce } from "../../input/records/payment.ts";
import { namingOf } from "../../loan/component-names.ts";
import type { Events } from "../../loan/events.ts";
import { formatShort } from "../../loan/money.ts";
import { sayAssumptions } from "../../messages/assumption-words.ts";
import { type FindingWords, sayFindings } from "../../messages/finding-words.ts";
import type { Words } from "../../messages/words.ts";
import type { Page, Section, Sentence } from "../../output/page.ts";
import { nextPlan } from "../next-command.ts";
import type { Options } from "../options.ts";

/** Nothing where there is nothing to say. */
export function sentencesSection(sentences: readonly Sentence[], title?: string | null): readonly Section[] {
  if (sentences.length === 0) return [];
  return [{ kind: "sentences", ...(title === null || title === undefined ? {} : { title }), sentences }];
}

export function findingsSection<Union extends Finding>(
  findings: readonly Union[],
  words: FindingWords<Union>,
  title?: string | null,
): readonly Section[] {
  return sentencesSection(sayFindings(findings, words), title);
}

/** What is said on standard error of a run to the end of a debt that has none. */
export function horizonNotes(
  { until }: LoanRequest,
  report: RunReport,
  say: Words["simulate"]["neverCleared"],
): readonly string[] {
  return until === null && report.summary().clearedOn === null ? [say(NEVER_CLEARED_DAYS)] : [];
}

interface NextStep {
  readonly options: Options;
  readonly events: Events;
  readonly report: RunReport;
}

export const BREAK_EVEN: ReadonlySet<RunFinding["code"]> = new Set([
  "break-even",
  "break-even-nothing",
  "break-even-none",
]);

/** The answer, and after the least that stops the growth what to type next. */
export function answerSections(
  findings: readonly RunFinding[],
  next: NextStep,
  title: string | null,
  { simulate }: Words,
): readonly Section[] {
  const index = findings.findIndex(({ code }) => BREAK_EVEN.has(code)) + 1;
  const budget = index === 0 || asksALawyerFirst(findings) ? null : budgetToTry(next.report, next.events);
  if (budget === null) return findingsSection(findings, simulate.runFindings, title);
  const purpose = budget.for === null ? "" : `:for=${budget.for}`;
  const amount = `${formatShort(budget.amount)}/${budget.every}${purpose}`;
  const command = budget.of === "payments" ? simulate.nextCommand : simulate.nextCommandWithLeast;
  return [
    ...findingsSection(findings.slice(0, index), simulate.runFindings, title),
    { kind: "command", title: command, parts: nextPlan(next.options, [["budget", amount], ...paidOnce(next.options)]) },
    ...findingsSection(findings.slice(index), simulate.runFindings),
  ];
}

/** A budget is paid beside it. What is paid each month, week or day is the budget itself. */
function paidOnce({ pay = [] }: Options): readonly (readonly ["pay", string])[] {
  return pay.filter(isPaidOnce).map((spec) => ["pay", spec]);
}

/** What the figures cost and rest on: under every table of one loan. */
export function backgroundSection(
  report: RunReport,
  { assumptions, loan, product }: LoanRequest,
  { simulate }: Words,
): readonly Section[] {
  const areLateFeesKnown = assumptions.every(({ code }) => code !== "late-fee");
  return findingsSection(backgroundFindings({ loan, product, report }, areLateFeesKnown), simulate.runFindings);
}

/** One sentence after the answer, and the list at the very end; or the list first, where it is asked for. */
export function pageWithAssumptions(
  sections: readonly Section[],
  { request, options, decides = whoDecides(request) }: AnsweredRequest,
  words: Words,
): Page {
  const notes = sayAssumptions(request.assumptions, words.assumptions[namingOf(request.loan, request.product)]);
  const estimated = estimatedSection(request, words, "at the end", decides);
  return pageWithNotes(sections, { notes, estimated, areFirst: options.assumptions === true }, words);
}

interface AnsweredRequest {
  readonly request: LoanRequest;
  readonly options: Options;
  /** Left out: the lender, or where that is a private person the contract. */
  readonly decides?: Decides;
}

interface AssumptionNotes {
  readonly notes: readonly string[];
  /** That the figures are no more certain than what was assumed. */
  readonly estimated: readonly Section[];
  /** The notes come before the answer. */
  readonly areFirst: boolean;
}

export function pageWithNotes(
  sections: readonly Section[],
  { notes, estimated, areFirst }: AssumptionNotes,
  { simulate }: Words,
): Page {
  if (notes.length === 0) return { sections };
  const list: Section = { kind: "notes", title: simulate.assumptionsTitle, notes };
  return { sections: areFirst ? [list, ...sections] : [...sections, ...estimated, list] };
}

type Decides = Parameters<Words["simulate"]["estimated"]>[2];

/** A private person has no app, and what he writes down is no more than a claim. */
export function whoDecides({ loan }: Pick<LoanRequest, "loan">): Decides {
  return loan.lender === "private" ? "contract" : "lender";
}

/** That the figures are no more certain than what was assumed, and where that is listed. */
export function estimatedSection(
  { assumptions, product, loan }: LoanRequest,
  { simulate }: Words,
  listed: "at the end" | "unlisted",
  decides: Decides,
): readonly Section[] {
  if (assumptions.length === 0) return [];
  // What a private person lends is no product of another kind of lender, though some of its terms stand in.
  const isOfIts = loan.lender !== "private" || product.lender === "private";
  const title = isOfIts && hasAssumedTerms(assumptions) ? product.title : null;
  return sentencesSection([{ text: simulate.estimated(title, listed, decides) }]);
}
