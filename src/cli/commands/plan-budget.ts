/** `plan --budget`: when a budget clears the debt, and what to ask for so that it does. */

import { type BudgetPlan, budgetPlan } from "../../advice/budget.ts";
import { paymentsEvery } from "../../advice/clear-by.ts";
import { budgetFindings } from "../../advice/plan-findings.ts";
import type { InstalmentOffer, ReliefRequest } from "../../advice/relief-request.ts";
import { runReport } from "../../advice/run-report.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import { type Naming, namingOf } from "../../loan/component-names.ts";
import { CHARGES } from "../../loan/components.ts";
import { ratio } from "../../loan/money.ts";
import { formatPercent } from "../../loan/rate.ts";
import type { PlanWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { formatMoney } from "../../output/figures.ts";
import { type Json, yuan } from "../../output/json.ts";
import { type Cell, count, label, money, type Section, share, type Table, text } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { nextPlan } from "../next-command.ts";
import { backgroundSection, findingsSection, pageWithAssumptions } from "./answer-page.ts";
import { documentHead } from "./input-document.ts";
import { runLimitProblems } from "./limit-problems.ts";
import type { GoalOf, PlanRequest } from "./plan.ts";
import { hardshipSection, runOfPlan } from "./plan-page.ts";
import { questionOf } from "./question.ts";
import { reportDocument } from "./summary-document.ts";

export async function planBudget(
  { request, typed, exitCode, areAssumptionsFirst }: PlanRequest,
  { budget, months }: GoalOf<"budget">,
  words: PlanWords,
): Promise<CommandResult> {
  const { loan, product } = request;
  const payments = paymentsEvery(budget.every, loan.asOf, budget.amount, request.events.payments);
  const report = await runReport(questionOf(request, payments));
  const problems = runLimitProblems(report.totals);
  if (problems.length > 0) return refused(problems);

  const plan = budgetPlan(loan, product, budget, months);
  const naming = namingOf(loan, product);
  const table = offerTable(plan.offers, naming, words);
  const { owed, course, consequences } = runOfPlan(request, payments, report);
  const { runFindings } = words.simulate;
  const sections = (): readonly Section[] => [
    ...findingsSection([...owed, ...course], runFindings, loan.name),
    ...findingsSection(budgetFindings(plan, request.events, loan, product), words.plan.planFindings),
    ...letterCommand(plan.request, typed, words),
    ...gridSections(plan, naming, words),
    hardshipSection(request, report, words),
    ...findingsSection(consequences, runFindings),
    ...backgroundSection(report, request, words),
  ];
  const content: Report = {
    kind: "report",
    page: () => pageWithAssumptions(sections(), request, words, areAssumptionsFirst),
    table,
    document: () => ({
      ...documentHead("plan", { ...request, events: payments }, null, {
        budget: { amount: yuan(budget.amount), every: budget.every },
      }),
      summary: { ...reportDocument(report), ask: requestDocument(plan.request) },
    }),
    charts: async () => {
      // The run once more, with a row a day, which the figures do without.
      const rows: LedgerRow[] = [];
      const { totals } = await runReport(questionOf(request, payments), (row) => rows.push(row));
      const { runCharts } = await import("../charts/run-charts.ts");
      return runCharts(totals, rows, await words.load.charts());
    },
    cover: async () => {
      const { runCover } = await import("../charts/cover.ts");
      return await runCover("plan", report, request, words);
    },
    whatIf: () => ({
      rates: loan.terms.rates,
      streams: payments.streams,
      breakEven: report.breakEvenPayment().amount,
    }),
  };
  const isPossible = (): boolean => plan.request !== null || report.summary().clearedOn !== null;
  return { kind: "done", content, notes: [], exitCode: exitCode && !isPossible() ? 1 : 0 };
}

/** The command that writes the letter which asks for it. */
function letterCommand(
  request: ReliefRequest | null,
  typed: PlanRequest["typed"],
  { plan }: PlanWords,
): readonly Section[] {
  if (request === null) return [];
  const parts = nextPlan(typed, [
    ["agreement", agreementSpec(request)],
    ["letter", null],
  ]);
  return [{ kind: "command", title: plan.nextLetter, parts }];
}

/** As it is written behind `--agreement`. */
export function agreementSpec({ months, waives, waivedShare, discount }: ReliefRequest): string {
  const waived = [
    [`waive-${waives}`, waivedShare],
    ["waive-principal", discount],
  ] as const;
  const shares = waived.filter(([, share]) => share.numerator > 0n);
  return ["agreement:months=", months, ...shares.map(([name, share]) => `,${name}=${formatPercent(share)}`)].join("");
}

function asNumber({ numerator, denominator }: InstalmentOffer["waivedShare"]): number {
  return ratio(numerator, denominator, 4);
}

/** For people the grid is one: months down, shares across; penalty alone apart, where there are other charges. */
function gridSections(
  { offers, owed, months, monthly, bearsCharges }: BudgetPlan,
  naming: Naming,
  { plan }: PlanWords,
): readonly Section[] {
  const others = CHARGES.some((component) => component !== "penalty" && owed[component] > 0);
  const kinds = owed.penalty > 0 && others ? (["charges", "penalty"] as const) : (["charges"] as const);
  return kinds.map((waives): Section => {
    const shown = offers.filter((offer) => offer.waives === waives);
    const shares = [...new Set(shown.map(({ waivedShare }) => asNumber(waivedShare)))];
    const titles = [plan.gridMonths, ...shares.map((value) => plan.gridShare(value))];
    const columns: readonly ColumnDefinition<number, string>[] = [
      { key: "months", importance: 100, cell: count },
      ...shares.map((value) => ({
        key: `waived_${value}`,
        importance: 90,
        cell: (number: number): Cell => {
          const offer = shown.find((one) => one.months === number && asNumber(one.waivedShare) === value);
          if (offer === undefined) throw new Error("the grid has a gap");
          return text(`${formatMoney(offer.monthly)} ${offer.withinBudget ? plan.within : " "}`);
        },
      })),
    ];
    const titleOf = Object.fromEntries(columns.map(({ key }, index) => [key, titles[index] ?? key]));
    const title =
      waives === "charges" ? plan.gridTitle(formatMoney(monthly), bearsCharges) : plan.gridPenaltyTitle(naming);
    return { kind: "table", table: { title, ...tableOf(columns, titleOf, months) } };
  });
}

function offerTable(offers: readonly InstalmentOffer[], naming: Naming, { plan }: PlanWords): Table {
  const columns: readonly ColumnDefinition<InstalmentOffer, keyof typeof plan.columns>[] = [
    { key: "months", importance: 90, cell: (offer) => count(offer.months) },
    { key: "waived_share", importance: 90, cell: (offer) => share(asNumber(offer.waivedShare)) },
    { key: "waives", importance: 90, cell: (offer) => label(offer.waives, plan.waives(naming)[offer.waives]) },
    { key: "monthly", importance: 90, cell: (offer) => money(offer.monthly) },
    { key: "last_month", importance: 90, cell: (offer) => money(offer.lastMonth) },
    { key: "total_paid", importance: 90, cell: (offer) => money(offer.totalPaid) },
    {
      key: "within_budget",
      importance: 90,
      cell: (offer) => label(offer.withinBudget, offer.withinBudget ? plan.yes : plan.no),
    },
  ];
  return tableOf(columns, plan.columns, offers);
}

function requestDocument(ask: ReliefRequest | null): Json {
  if (ask === null) return null;
  return {
    kind: ask.kind,
    months: ask.months,
    waivedShare: asNumber(ask.waivedShare),
    waives: ask.waives,
    discount: asNumber(ask.discount),
    waived: yuan(ask.waived),
    monthly: yuan(ask.monthly),
    lastMonth: yuan(ask.lastMonth),
    totalPaid: yuan(ask.totalPaid),
  };
}
