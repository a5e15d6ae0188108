/** `plan --budget`: when a budget clears the debt, and what to ask for so that it does. */

import { type BudgetPlan, budgetPlan } from "../../advice/budget.ts";
import { paymentsEvery } from "../../advice/clear-by.ts";
import { endOfRun } from "../../advice/end-of-run.ts";
import { asksALawyerFirst } from "../../advice/next-step.ts";
import { budgetFindings } from "../../advice/plan-findings.ts";
import type { InstalmentOffer, ReliefRequest } from "../../advice/relief-request.ts";
import { type RunReport, runReport } from "../../advice/run-report.ts";
import { withEndAssumptions } from "../../input/assumptions.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import { type Naming, namingOf } from "../../loan/component-names.ts";
import { CHARGES } from "../../loan/components.ts";
import { type Fraction, ratio, yuan } from "../../loan/money.ts";
import { sayFindings } from "../../messages/finding-words.ts";
import type { PlanWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { formatMoney } from "../../output/figures.ts";
import { inYuan, type Json } from "../../output/json.ts";
import { type Cell, count, label, money, type Section, share, type Table, text } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { agreementSpec, nextPlan } from "../next-command.ts";
import { runLimitProblems } from "../run-problems.ts";
import {
  backgroundSection,
  findingsSection,
  horizonNotes,
  pageWithAssumptions,
  sentencesSection,
} from "./answer-page.ts";
import { documentHead } from "./input-document.ts";
import type { GoalOf, PlanRequest } from "./plan.ts";
import { hardshipSection, runOfPlan } from "./plan-page.ts";
import { coverAndSliders, questionOf } from "./question.ts";
import { reportDocument } from "./summary-document.ts";

export async function planBudget(
  asked: PlanRequest,
  { budget, months }: GoalOf<"budget">,
  words: PlanWords,
): Promise<CommandResult> {
  const { loan, product, events } = asked.request;
  const payments = paymentsEvery(budget.every, loan.asOf, budget.amount, events.payments, budget.for);
  const paid = { ...asked.request, events: payments };
  const report = await runReport(questionOf(paid));
  const problems = runLimitProblems(report.totals);
  if (problems.length > 0) return refused(problems);
  const plan = budgetPlan(loan, product, budget, months);
  const counted = withEndAssumptions(paid, [endOfRun(loan, report.totals)]);
  const isPossible = (): boolean => plan.request !== null || report.summary().clearedOn !== null;
  return {
    kind: "done",
    content: contentOf(asked, { paid: counted, report, plan, months }, words),
    notes: horizonNotes(asked.request, report, words.simulate.neverCleared),
    exitCode: asked.options.exitCode === true && !isPossible() ? 1 : 0,
  };
}

interface BudgetAnswer {
  /** The request with the budget in place of the regular payments. */
  readonly paid: LoanRequest;
  readonly report: RunReport;
  readonly plan: BudgetPlan;
  /** Those asked for beside the usual ones. */
  readonly months: readonly number[];
}

function contentOf(asked: PlanRequest, answer: BudgetAnswer, words: PlanWords): Report {
  const { paid, report, plan, months } = answer;
  return {
    kind: "report",
    page: () => pageWithAssumptions(sectionsOf(asked, answer, words), { ...asked, request: paid }, words),
    table: offerTable(plan.offers, namingOf(paid.loan, paid.product), words),
    document: () => ({
      ...documentHead("plan", paid, { budget: { amount: yuan(plan.budget.amount), every: plan.budget.every }, months }),
      summary: { ...reportDocument(report), ask: requestDocument(plan.request) },
    }),
    charts: async () => {
      // The run once more, with a row a day, which the figures do without.
      const rows: LedgerRow[] = [];
      const { totals } = await runReport(questionOf(paid), (row) => rows.push(row));
      const { runCharts } = await import("../charts/run-charts.ts");
      return runCharts(totals, rows, await words.load.charts());
    },
    ...coverAndSliders("plan", paid, report, words),
  };
}

function sectionsOf(
  { request, options }: PlanRequest,
  { paid, report, plan }: BudgetAnswer,
  words: PlanWords,
): readonly Section[] {
  const { loan, product, events } = request;
  const { owed, course, consequences } = runOfPlan(paid, report);
  const { runFindings } = words.simulate;
  return [
    ...sentencesSection(
      [
        ...sayFindings(owed, runFindings),
        ...sayFindings([{ code: "budget-paid", tone: "plain", ...plan.budget }], words.plan.planFindings),
        ...sayFindings(course, runFindings),
      ],
      loan.name,
    ),
    ...findingsSection(budgetFindings(plan, events, loan, product), words.plan.planFindings),
    ...(asksALawyerFirst(course) ? [] : letterCommand(plan.request, options, words)),
    ...offerGrids(plan, namingOf(loan, product), words).map((table) => ({ kind: "table", table }) as const),
    hardshipSection(request, report, words),
    ...findingsSection(consequences, runFindings),
    ...backgroundSection(report, request, words),
  ];
}

/** The command that writes the letter which asks for it. */
function letterCommand(
  request: ReliefRequest | null,
  options: PlanRequest["options"],
  { plan }: PlanWords,
): readonly Section[] {
  if (request === null) return [];
  const parts = nextPlan(options, [
    ["agreement", agreementSpec(request)],
    ["letter", null],
  ]);
  return [{ kind: "command", title: plan.nextLetter, parts }];
}

function requestDocument(ask: ReliefRequest | null): Json {
  if (ask === null) return null;
  return {
    kind: ask.kind,
    months: ask.months,
    waivedShare: shareAsNumber(ask.waivedShare),
    waives: ask.waives,
    discount: shareAsNumber(ask.discount),
    ...inYuan(ask, "waived", "monthly", "lastMonth", "totalPaid"),
  };
}

/** Months down, waived shares across; a grid for a waiver of the penalty alone too, where there are other charges. */
function offerGrids(plan: BudgetPlan, naming: Naming, words: PlanWords): readonly Table[] {
  const { offers, owed, monthly, bearsCharges } = plan;
  const others = CHARGES.some((component) => component !== "penalty" && owed[component] > 0);
  const kinds = owed.penalty > 0 && others ? (["charges", "penalty"] as const) : (["charges"] as const);
  return kinds.map((waives) => ({
    title:
      waives === "charges"
        ? words.plan.gridTitle(formatMoney(monthly), bearsCharges)
        : words.plan.gridPenaltyTitle(naming),
    ...offerGrid(
      plan.months,
      offers.filter((offer) => offer.waives === waives),
      words,
    ),
  }));
}

function offerGrid(months: readonly number[], offers: readonly InstalmentOffer[], { plan }: PlanWords): Table {
  const shares = [...new Set(offers.map(({ waivedShare }) => shareAsNumber(waivedShare)))];
  const offerFor = (number: number, waived: number): InstalmentOffer => {
    const offer = offers.find((one) => one.months === number && shareAsNumber(one.waivedShare) === waived);
    if (offer === undefined) throw new Error("the grid has a gap");
    return offer;
  };
  const cellOf = ({ monthly, withinBudget }: InstalmentOffer): Cell =>
    text(`${formatMoney(monthly)} ${withinBudget ? plan.within : " "}`);
  const columns: readonly (ColumnDefinition<number, string> & { readonly title: string })[] = [
    { key: "months", title: plan.columns.months, importance: 100, cell: count },
    ...shares.map((waived) => ({
      key: `waived_${waived}`,
      title: plan.gridShare(waived),
      importance: 90,
      cell: (number: number): Cell => cellOf(offerFor(number, waived)),
    })),
  ];
  return tableOf(columns, Object.fromEntries(columns.map(({ key, title }) => [key, title])), months);
}

/** An offer a row. */
function offerTable(offers: readonly InstalmentOffer[], naming: Naming, { plan }: PlanWords): Table {
  const columns: readonly ColumnDefinition<InstalmentOffer, keyof typeof plan.columns>[] = [
    { key: "months", importance: 90, cell: (offer) => count(offer.months) },
    { key: "waived_share", importance: 90, cell: (offer) => share(shareAsNumber(offer.waivedShare)) },
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

function shareAsNumber({ numerator, denominator }: Fraction): number {
  return ratio(numerator, denominator, 4);
}
