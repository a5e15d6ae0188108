/** What every plan begins with: the answer for the payments it looks at, and what to know before paying or signing. */

import { hardshipNotes } from "../../advice/hardship.ts";
import { contactOf } from "../../advice/letter.ts";
import { answerFindings } from "../../advice/run-findings.ts";
import type { RunReport } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { Events } from "../../loan/events.ts";
import type { PlanWords } from "../../messages/words.ts";
import type { Section } from "../../output/page.ts";
import { findingsSection } from "./answer-page.ts";

export function planHead(
  { loan, product }: LoanRequest,
  events: Events,
  report: RunReport,
  { simulate, plan }: PlanWords,
): readonly Section[] {
  // Whom to ask is said in the notes below, with more.
  const findings = answerFindings({ loan, events, report }).filter(({ code }) => code !== "ask-the-lender");
  const notes = hardshipNotes(loan, report.totals.daysOverdueAtStart);
  return [
    ...findingsSection(findings, simulate.runFindings, loan.name),
    {
      kind: "notes",
      title: plan.hardshipTitle,
      notes: notes.map((note) => plan.hardship[note](contactOf(loan, product))),
    },
  ];
}
