/** What every plan has around its answer: what becomes of the debt as it is paid now, and what to know before paying or signing. */

import type { RunFinding } from "../../advice/findings.ts";
import { hardshipNotes } from "../../advice/hardship.ts";
import { contactOf } from "../../advice/letter.ts";
import { answerFindings } from "../../advice/run-findings.ts";
import type { RunReport } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { PlanWords } from "../../messages/words.ts";
import type { Section } from "../../output/page.ts";
import { BREAK_EVEN, findingsSection } from "./answer-page.ts";

/** What there is to say of a run, divided by where a plan says it. */
interface RunOfPlan {
  readonly owed: readonly RunFinding[];
  /** What the payments come to. */
  readonly course: readonly RunFinding[];
  /** Credit record and limitation. */
  readonly consequences: readonly RunFinding[];
}

export function runOfPlan({ loan, product, events }: LoanRequest, report: RunReport): RunOfPlan {
  // Whom to ask is said in the notes, with more.
  const [owed, ...others] = answerFindings({ loan, product, events, report }).filter(
    ({ code }) => code !== "ask-the-lender",
  );
  const end = others.findIndex(({ code }) => BREAK_EVEN.has(code)) + 1;
  return { owed: owed === undefined ? [] : [owed], course: others.slice(0, end), consequences: others.slice(end) };
}

/** What a plan that answers for other payments says under its table of those there are now. */
export function underPlan(
  request: LoanRequest,
  { course, consequences }: RunOfPlan,
  report: RunReport,
  words: PlanWords,
): readonly Section[] {
  return [
    hardshipSection(request, report, words),
    ...findingsSection([...course, ...consequences], words.simulate.runFindings, words.plan.asNowTitle),
  ];
}

export function hardshipSection(request: LoanRequest, report: RunReport, { plan }: Pick<PlanWords, "plan">): Section {
  const notes = hardshipNotes(request.loan, report.summary());
  return {
    kind: "notes",
    title: plan.hardshipTitle,
    notes: notes.map((note) => plan.hardship[note](contactOf(request))),
  };
}
