/** `plan --clear-by`: the smallest payment a day, a week, a month that clears the debt by a date. */

import { type ClearingPlan, clearBy, type ImpossibleReason, PLAN_CYCLES } from "../../advice/plan.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { deletableOn } from "../../law/credit-record.ts";
import { type Day, formatDay, latest } from "../../loan/day.ts";
import type { Events } from "../../loan/events.ts";
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
  type Sentence,
  type Table,
} from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { assumptionsSection } from "./assumptions-section.ts";
import { inputDocument } from "./input-document.ts";
import { limitProblems } from "./limit-problems.ts";
import { backgroundSection, followFor, standsInPlace, threeQuestions } from "./plan-page.ts";
import { answerDocument } from "./summary-document.ts";

export function planClearBy(request: LoanRequest, by: Day, exitCode: boolean, words: PlanWords): CommandResult {
  const { loan, events } = request;
  const followed = followFor(request, events);
  const problems = limitProblems("--days", followed.totals.limitReachedOn);
  if (problems.length > 0) return refused(problems);
  const plans = PLAN_CYCLES.map((every) => clearBy(loan, every, by, events.payments));
  const table = clearingTable(plans, words);
  const isPossible = plans.some(({ outcome }) => outcome.kind === "reached");
  const content: Report = {
    kind: "report",
    page: () => ({
      sections: [
        threeQuestions(request, followed.verdict(), events, words),
        {
          kind: "sentences",
          title: words.plan.clearByTitle(formatDay(by)),
          sentences: conclusions(plans, by, events, words),
        },
        ...(isPossible ? [{ kind: "table", table: withoutReasons(table) } as const] : []),
        ...reasons(plans, words),
        backgroundSection(followed.answer(), words),
        assumptionsSection(request.assumptions, words),
      ],
    }),
    table,
    document: () => ({
      schema: "overdue-sim/plan@1",
      input: { ...(inputDocument(request, by) as object), clearBy: formatDay(by) },
      assumptions: request.assumptions.map(({ code }) => code),
      summary: answerDocument(followed.answer()),
    }),
    charts: async () => {
      const { clearingCharts } = await import("../charts/plan-charts.ts");
      return await clearingCharts(loan, plans, by, events.payments, words);
    },
    cover: async () => {
      const { clearingCover } = await import("../charts/cover.ts");
      return await clearingCover(followed.verdict(), plans, request, words);
    },
  };
  return { kind: "done", content, notes: [], exitCode: exitCode && !isPossible ? 1 : 0 };
}

function conclusions(
  plans: readonly ClearingPlan[],
  by: Day,
  given: Events,
  { plan: says }: PlanWords,
): readonly Sentence[] {
  const [first] = plans;
  const record = recordOf(plans, says);
  if (first?.outcome.kind === "reached" && first.outcome.amount === 0) {
    return [{ text: says.alreadyClears(formatDay(first.outcome.clearedOn)), tone: "good" }, ...record];
  }
  const reached = plans.flatMap(({ every, outcome }): readonly Sentence[] => {
    if (outcome.kind !== "reached") return [];
    const { amount, totalCost, clearedOn } = outcome;
    return [{ text: says.clearBySmallest(says.every[every], amount, totalCost, formatDay(clearedOn)) }];
  });
  if (reached.length === 0) return [{ text: says.noneClears(formatDay(by)), tone: "bad" }];
  return [...reached, ...record, ...standsInPlace(given, says)];
}

/** The latest of the days: whichever of them is kept, the record can be deleted by then. */
function recordOf(plans: readonly ClearingPlan[], says: PlanWords["plan"]): readonly Sentence[] {
  const ended = plans.flatMap(({ outcome }) =>
    outcome.kind === "reached" && outcome.everOverdue ? [outcome.clearedOn] : [],
  );
  if (ended.length === 0) return [];
  const last = ended.reduce((one, other) => latest(one, other));
  return [{ text: says.recordIfCleared(formatDay(deletableOn(last))) }];
}

/** Why some of them do not clear it, each reason once. */
function reasons(plans: readonly ClearingPlan[], { plan: says }: PlanWords): readonly Section[] {
  const cycles = new Map<ImpossibleReason, readonly string[]>();
  for (const { every, outcome } of plans) {
    if (outcome.kind !== "impossible") continue;
    cycles.set(outcome.reason, [...(cycles.get(outcome.reason) ?? []), says.every[every]]);
  }
  if (cycles.size === 0) return [];
  const sentences = [...cycles].map(
    ([reason, names]): Sentence => ({ text: says.noneOf(names, says.impossible[reason]), tone: "bad" }),
  );
  return [{ kind: "sentences", sentences }];
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
