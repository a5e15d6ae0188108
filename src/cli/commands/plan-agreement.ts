/** `plan --agreement`: its dated schedule, what it saves, what a missed instalment undoes; or the letter, or the calendar. */

import { type AgreementOutcome, agreementOutcome, type Standing } from "../../advice/agreement-outcome.ts";
import { type AgreementPlan, agreementPlan, amountOf, ownCost } from "../../advice/agreement-plan.ts";
import { endOfRun } from "../../advice/end-of-run.ts";
import { letterContent, letterLender } from "../../advice/letter.ts";
import { agreementFindings, borrowerFindings, deletableIfKeptOn } from "../../advice/plan-findings.ts";
import { type RunReport, runReport } from "../../advice/run-report.ts";
import { withEndAssumptions } from "../../input/assumptions.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { Issue } from "../../input/problem.ts";
import { totalOf } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { type Fen, fen, yuan } from "../../loan/money.ts";
import { sayFindings } from "../../messages/finding-words.ts";
import type { PlanWords } from "../../messages/words.ts";
import { calendarText } from "../../output/calendar.ts";
import { dateOrNull, inYuan, type Json, type JsonObject } from "../../output/json.ts";
import type { Section, Table } from "../../output/page.ts";
import type { Content, Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { limitProblems, runLimitProblems } from "../run-problems.ts";
import { agreementCalendar, scheduleTable } from "./agreement-schedule.ts";
import { backgroundSection, findingsSection, horizonNotes, pageWithAssumptions } from "./answer-page.ts";
import { agreementHighlights, coverOf } from "./cover.ts";
import { byComponentDocument, documentHead } from "./input-document.ts";
import { letterFrame, letterPage } from "./letter-page.ts";
import type { GoalOf, PlanRequest } from "./plan.ts";
import { runOfPlan, underPlan } from "./plan-page.ts";
import { questionOf, whatIfOf } from "./question.ts";
import { reportDocument } from "./summary-document.ts";

export async function planAgreement(
  asked: PlanRequest,
  { agreement, print }: GoalOf<"agreement">,
  words: PlanWords,
): Promise<CommandResult> {
  const { request } = asked;
  const plan = agreementPlan(request.loan, agreement, request.events);
  const beyond = limitProblems("--agreement", plan.limitReachedOn);
  if (beyond.length > 0) return refused(beyond);
  if (print === "plan") return await comparedPlan(asked, plan, words);
  if (plan.schedule.length === 0) return refused([{ where: "--agreement", ...whyNothing(plan) }]);
  const letter = await words.load.letter();
  const content: Content =
    print === "calendar"
      ? { kind: "text", text: calendarText(agreementCalendar(plan, letter)) }
      : {
          kind: "page",
          page: () => letterPage(letterContent(plan, letterLender(request)), letter),
          frame: () => letterFrame(words),
        };
  // What the borrower should know, and the lender need not be told.
  const notes = sayFindings(borrowerFindings(plan, request.loan, request.product), words.plan.planFindings).map(
    (said) => said.text,
  );
  return { kind: "done", content, notes };
}

function whyNothing({ owed, agreement, clearedOn }: AgreementPlan): Issue {
  return totalOf(owed) > 0
    ? { code: "agreement-asks-nothing" }
    : { code: "agreement-after-clear", begins: formatDay(agreement.date), clearedOn: formatDay(clearedOn) };
}

/** Beside the payments given and nothing at all. */
async function comparedPlan(asked: PlanRequest, plan: AgreementPlan, words: PlanWords): Promise<CommandResult> {
  const { loan, events } = asked.request;
  const report = await runReport(questionOf(asked.request));
  const problems = runLimitProblems(report.totals);
  if (problems.length > 0) return refused(problems);
  const outcome = agreementOutcome(loan, plan, events);
  const beside = outcome === null ? [] : [outcome.asNow.end, outcome.nothing.end];
  const request = withEndAssumptions(asked.request, [endOfRun(loan, report.totals), ...beside]);
  return {
    kind: "done",
    content: contentOf({ ...asked, request }, { plan, outcome, report }, words),
    notes: horizonNotes(asked.request, report, words.simulate.neverClearedAsNow),
  };
}

interface AgreementAnswer {
  readonly plan: AgreementPlan;
  readonly outcome: AgreementOutcome | null;
  /** Of the payments given. */
  readonly report: RunReport;
}

function contentOf(asked: PlanRequest, answer: AgreementAnswer, words: PlanWords): Report {
  const { request } = asked;
  const { loan, events } = request;
  const { plan, outcome, report } = answer;
  const table = scheduleTable(plan, words.plan.columns);
  return {
    kind: "report",
    page: () => pageWithAssumptions(sectionsOf(request, answer, table, words), asked, words),
    table,
    document: () => ({
      ...documentHead("plan", { ...request, events: { ...events, agreements: [plan.agreement] } }),
      summary: { ...reportDocument(report), agreement: agreementDocument(plan, outcome, loan) },
    }),
    charts: async () => {
      const { agreementCharts } = await import("../charts/plan-charts.ts");
      return agreementCharts(plan, await words.load.charts());
    },
    cover: () => coverOf("plan", request, words, (labels) => agreementHighlights(report, plan, labels)),
    whatIf: () => whatIfOf(request),
  };
}

function sectionsOf(
  request: LoanRequest,
  { plan, outcome, report }: AgreementAnswer,
  table: Table,
  words: PlanWords,
): readonly Section[] {
  const { loan, product, events } = request;
  const findings = [...agreementFindings(plan, outcome, loan, events), ...borrowerFindings(plan, loan, product)];
  const now = runOfPlan(request, report);
  return [
    ...findingsSection(now.owed, words.simulate.runFindings, loan.name),
    ...findingsSection(findings, words.plan.planFindings),
    ...(plan.payments.length === 0 ? [] : [{ kind: "table", table } as const]),
    ...underPlan(request, now, report, words),
    ...backgroundSection(report, request, words),
  ];
}

function agreementDocument(plan: AgreementPlan, outcome: AgreementOutcome | null, loan: Loan): Json {
  const { owed, waived, totalToPay, clearedOn, agreement, schedule } = plan;
  const last = schedule.at(-1);
  const { amount, yearly } = ownCost(plan);
  const deletable = deletableIfKeptOn(plan, loan);
  const afterIt = clearedOn > agreement.date ? (deletable?.deletableOn ?? null) : null;
  return {
    date: formatDay(agreement.date),
    months: agreement.months,
    monthly: last === undefined ? null : yuan(fen(Math.max(...schedule.map(amountOf)))),
    lastMonth: last === undefined ? null : yuan(amountOf(last)),
    ...inYuan(plan, "paidBefore", "down"),
    owed: byComponentDocument(owed),
    waived: byComponentDocument(waived),
    totalToPay: yuan(totalToPay),
    ownCost: yuan(amount),
    ownYearlyCost: yearly,
    clearedOn: formatDay(clearedOn),
    // The names of `credit`: the day if the lender reports the overdue as ended, and the one if it does not.
    deletableOn: dateOrNull(deletable?.deletableIfReportedOn ?? null),
    deletableAfterAgreementOn: dateOrNull(afterIt),
    ...outcomeDocument(outcome),
  };
}

function outcomeDocument(outcome: AgreementOutcome | null): JsonObject {
  if (outcome === null) return { asNow: null, nothing: null, ifMissed: null };
  const { asNow, nothing, savedAgainstNow, savedAgainstNothing, broken } = outcome;
  const standing = (found: Standing, saved: Fen): Json => inYuan({ ...found, saved }, "paid", "owed", "saved");
  return {
    asNow: standing(asNow, savedAgainstNow),
    nothing: standing(nothing, savedAgainstNothing),
    ifMissed: broken && {
      instalment: broken.missed,
      brokenOn: formatDay(broken.brokenOn),
      owed: yuan(broken.owed),
      daysOverdue: broken.daysOverdue,
    },
  };
}
