/** `plan --clear-by`: the smallest payment a day, a week, a month that clears the debt by a date. */

import { type ClearingPlan, clearBy, type Reached, reachedIn } from "../../advice/clear-by.ts";
import { endOfRun } from "../../advice/end-of-run.ts";
import { clearByFindings, deletableIfClearedOn, impossibleFindings } from "../../advice/plan-findings.ts";
import { type RunReport, runReport } from "../../advice/run-report.ts";
import { withEndAssumptions } from "../../input/assumptions.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { PLAN_CYCLES } from "../../loan/budget.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { PlanWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { dateOrNull } from "../../output/json.ts";
import { type Cell, count, date, EMPTY, label, money, orEmpty, type Section, type Table } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { runLimitProblems } from "../run-problems.ts";
import { backgroundSection, findingsSection, horizonNotes, pageWithAssumptions } from "./answer-page.ts";
import { clearingHighlights, coverOf } from "./cover.ts";
import { documentHead } from "./input-document.ts";
import type { GoalOf, PlanRequest } from "./plan.ts";
import { runOfPlan, underPlan } from "./plan-page.ts";
import { questionOf, whatIfOf } from "./question.ts";
import { reportDocument } from "./summary-document.ts";

export async function planClearBy(
  asked: PlanRequest,
  { date: by }: GoalOf<"clear-by">,
  words: PlanWords,
): Promise<CommandResult> {
  const { loan, events } = asked.request;
  const report = await runReport(questionOf(asked.request));
  const problems = runLimitProblems(report.totals);
  if (problems.length > 0) return refused(problems);
  const plans = PLAN_CYCLES.map((every) => clearBy(loan, every, by, events.payments));
  // As it is paid now, and under each of the payments found.
  const ends = [endOfRun(loan, report.totals), ...reachedIn(plans).map(({ end }) => end)];
  return {
    kind: "done",
    content: contentOf({ ...asked, request: withEndAssumptions(asked.request, ends) }, { by, report, plans }, words),
    notes: horizonNotes(asked.request, report, words.simulate.neverClearedAsNow),
    exitCode: asked.options.exitCode === true && !isPossible(plans) ? 1 : 0,
  };
}

interface ClearingAnswer {
  readonly by: Day;
  /** Of the payments given. */
  readonly report: RunReport;
  /** One for each cycle. */
  readonly plans: readonly ClearingPlan[];
}

function isPossible(plans: readonly ClearingPlan[]): boolean {
  return reachedIn(plans).length > 0;
}

function contentOf(asked: PlanRequest, answer: ClearingAnswer, words: PlanWords): Report {
  const { request } = asked;
  const { by, report, plans } = answer;
  const { loan } = request;
  return {
    kind: "report",
    page: () => pageWithAssumptions(sectionsOf(request, answer, words), asked, words),
    table: clearingTable(plans, words, true),
    document: () => ({
      ...documentHead("plan", request, { clearBy: formatDay(by) }),
      summary: { ...reportDocument(report), deletableIfClearedOn: dateOrNull(deletableIfClearedOn(plans, loan)) },
    }),
    charts: async () => {
      const { clearingCharts } = await import("../charts/plan-charts.ts");
      return await clearingCharts(request, plans, by, words);
    },
    cover: () => coverOf("plan", request, words, (labels) => clearingHighlights(report, plans, words, labels)),
    whatIf: () => ({ ...whatIfOf(request), clearBy: { from: loan.asOf, date: by } }),
  };
}

function sectionsOf(request: LoanRequest, { by, report, plans }: ClearingAnswer, words: PlanWords): readonly Section[] {
  const { loan, events } = request;
  const { planFindings, clearByTitle } = words.plan;
  const now = runOfPlan(request, report);
  return [
    ...findingsSection(now.owed, words.simulate.runFindings, loan.name),
    ...findingsSection(clearByFindings(plans, by, events, loan), planFindings, clearByTitle(formatDay(by))),
    // For people the reasons stand under the table: a long one would take the place of figures.
    ...(isPossible(plans) ? [{ kind: "table", table: clearingTable(plans, words, false) } as const] : []),
    ...findingsSection(impossibleFindings(plans), planFindings),
    ...underPlan(request, now, report, words),
    ...backgroundSection(report, request, words),
  ];
}

function clearingTable(plans: readonly ClearingPlan[], { plan }: PlanWords, areReasonsShown: boolean): Table {
  const ifReached =
    (cell: (reached: Reached) => Cell) =>
    ({ outcome }: ClearingPlan): Cell =>
      outcome.kind === "reached" ? cell(outcome) : EMPTY;
  const figures: readonly ClearingColumn[] = [
    { key: "every", importance: 100, align: "left", cell: ({ every }) => label(every, plan.every[every]) },
    { key: "amount", importance: 99, cell: ifReached(({ amount }) => money(amount)) },
    { key: "payments", importance: 60, cell: ifReached(({ payments }) => count(payments)) },
    { key: "total_paid", importance: 80, cell: ifReached(({ totalPaid }) => money(totalPaid)) },
    { key: "total_cost", importance: 90, cell: ifReached(({ totalCost }) => money(totalCost)) },
    {
      key: "principal_first_fell",
      importance: 70,
      cell: ifReached(({ principalFirstFell }) => orEmpty(principalFirstFell, date)),
    },
    { key: "cleared_on", importance: 95, cell: ifReached(({ clearedOn }) => date(clearedOn)) },
  ];
  const reason: ClearingColumn = {
    key: "reason",
    importance: 98,
    align: "left",
    cell: ({ outcome }) =>
      outcome.kind === "impossible" ? label(outcome.reason, plan.impossible[outcome.reason]) : EMPTY,
  };
  return tableOf(areReasonsShown ? [...figures, reason] : figures, plan.columns, plans);
}

type ClearingColumn = ColumnDefinition<ClearingPlan, keyof PlanWords["plan"]["columns"]>;
