/** `plan --clear-by`: the smallest payment a day, a week, a month that clears the debt by a date. */

import { type ClearingPlan, clearBy, PLAN_CYCLES } from "../../advice/clear-by.ts";
import { clearByFindings, impossibleFindings } from "../../advice/plan-findings.ts";
import { runReport } from "../../advice/run-report.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import type { PlanWords } from "../../messages/words.ts";
import {
  type Cell,
  type Column,
  count,
  date,
  EMPTY,
  label,
  money,
  type Section,
  type Table,
} from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { backgroundSection, findingsSection, pageWithAssumptions } from "./answer-page.ts";
import { inputDocument } from "./input-document.ts";
import { limitProblems } from "./limit-problems.ts";
import { planHead } from "./plan-page.ts";
import { questionOf } from "./question.ts";
import { reportDocument } from "./summary-document.ts";

export async function planClearBy(
  request: LoanRequest,
  by: Day,
  exitCode: boolean,
  words: PlanWords,
  areAssumptionsFirst: boolean,
): Promise<CommandResult> {
  const { loan, events } = request;
  const { planFindings, clearByTitle } = words.plan;
  const report = await runReport(questionOf(request, events));
  const problems = limitProblems("--days", report.totals.limitReachedOn);
  if (problems.length > 0) return refused(problems);
  const plans = PLAN_CYCLES.map((every) => clearBy(loan, every, by, events.payments));
  const table = clearingTable(plans, words);
  const isPossible = plans.some(({ outcome }) => outcome.kind === "reached");
  const sections = (): readonly Section[] => [
    ...planHead(request, events, report, words),
    ...findingsSection(clearByFindings(plans, by, events, loan), planFindings, clearByTitle(formatDay(by))),
    ...(isPossible ? [{ kind: "table", table: withoutReasons(table) } as const] : []),
    ...findingsSection(impossibleFindings(plans), planFindings),
    ...backgroundSection(report, request, words),
  ];
  const content: Report = {
    kind: "report",
    page: () => pageWithAssumptions(sections(), request, words, areAssumptionsFirst),
    table,
    document: () => ({
      schema: "overdue-sim/plan@1",
      input: { ...(inputDocument(request, by) as object), clearBy: formatDay(by) },
      assumptions: request.assumptions.map(({ code }) => code),
      summary: reportDocument(report),
    }),
    charts: async () => {
      const { clearingCharts } = await import("../charts/plan-charts.ts");
      return await clearingCharts(loan, plans, by, events.payments, words);
    },
    cover: async () => {
      const { clearingCover } = await import("../charts/cover.ts");
      return await clearingCover(report.summary(), plans, request, words);
    },
  };
  return { kind: "done", content, notes: [], exitCode: exitCode && !isPossible ? 1 : 0 };
}

/** For people the reasons stand under the table: a long one would take the place of figures. */
function withoutReasons({ columns, rows }: Table): Table {
  return { columns: columns.slice(0, -1), rows: [...rows].map((row) => row.slice(0, -1)) };
}

function clearingTable(plans: readonly ClearingPlan[], { plan: says }: PlanWords): Table {
  const titled = (key: keyof typeof says.columns, importance: number): Column => ({
    key,
    title: says.columns[key],
    align: key === "every" || key === "reason" ? "left" : "right",
    importance,
  });
  return {
    columns: [
      titled("every", 100),
      titled("amount", 99),
      titled("payments", 60),
      titled("total_paid", 80),
      titled("total_cost", 90),
      titled("principal_first_fell", 70),
      titled("cleared_on", 95),
      titled("reason", 98),
    ],
    rows: plans.map(({ every, outcome }): readonly Cell[] => {
      const name = label(every, says.every[every]);
      if (outcome.kind === "impossible") {
        return [name, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, EMPTY, label(outcome.reason, says.impossible[outcome.reason])];
      }
      return [
        name,
        money(outcome.amount),
        count(outcome.payments),
        money(outcome.totalPaid),
        money(outcome.totalCost),
        outcome.principalFirstFell === null ? EMPTY : date(outcome.principalFirstFell),
        date(outcome.clearedOn),
        EMPTY,
      ];
    }),
  };
}
