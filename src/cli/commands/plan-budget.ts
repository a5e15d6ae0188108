/** `plan --budget`: when a budget clears the debt, and what to ask for so that it does. */

import { paymentsEvery } from "../../advice/plan.ts";
import {
  type Ask,
  askGrid,
  GRID_MONTHS,
  isBeyondCardRules,
  MOST_DISCOUNT,
  MOST_MONTHS,
  type Offer,
  offerOver,
  owedOn,
  partsOf,
  smallestAsk,
  USUAL_MOST_MONTHS,
} from "../../advice/relief-request.ts";
import type { Budget } from "../../input/budget.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import type { Events } from "../../loan/events.ts";
import { type ByComponent, CHARGES } from "../../loan/loan.ts";
import { type Fen, fen, ratio } from "../../loan/money.ts";
import type { PlanWords } from "../../messages/words.ts";
import type { Chart } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";
import { type Json, yuan } from "../../output/json.ts";
import {
  type Cell,
  type Column,
  count,
  label,
  money,
  type Section,
  type Sentence,
  share,
  type Table,
  text,
} from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import { type CommandResult, refused } from "../command.ts";
import { assumptionsSection } from "./assumptions-section.ts";
import { inputDocument } from "./input-document.ts";
import { limitProblems } from "./limit-problems.ts";
import { backgroundSection, followFor, standsInPlace, threeQuestions } from "./plan-page.ts";
import { answerDocument } from "./summary-document.ts";

export function planBudget(
  request: LoanRequest,
  budget: Budget,
  ownMonths: readonly number[],
  exitCode: boolean,
  words: PlanWords,
): CommandResult {
  const { loan } = request;
  const payments = paymentsEvery(budget.every, loan.asOf, budget.amount, request.events.payments);
  const followed = followFor(request, payments);
  const problems = limitProblems("--days", followed.totals.limitReachedOn);
  if (problems.length > 0) return refused(problems);

  const monthly = monthlyBudget(budget);
  const owed = owedOn(loan, loan.asOf);
  const months = [...new Set([...GRID_MONTHS, ...ownMonths])].sort((fewer, more) => fewer - more);
  const offers = askGrid(owed, loan.asOf, monthly, months);
  const mostMonths = longestAsked(request, months);
  const least = smallestAsk(owed, loan.asOf, monthly, mostMonths);
  const found = { least, owed, mostMonths, longestShown: Math.max(...months), monthly };
  const table = offerTable(offers, words);
  const content: Report = {
    kind: "report",
    page: () => ({
      sections: [
        threeQuestions(request, followed.verdict(), payments, words),
        { kind: "sentences", sentences: conclusions(found, request, budget, words) },
        ...gridSections(offers, owed, months, monthly, words),
        backgroundSection(followed.answer(), words),
        assumptionsSection(request.assumptions, words),
      ],
    }),
    table,
    document: () => ({
      schema: "overdue-sim/plan@1",
      input: {
        ...(inputDocument({ ...request, events: payments }, null) as object),
        budget: { amount: yuan(budget.amount), every: budget.every },
      },
      assumptions: request.assumptions.map(({ code }) => code),
      summary: { ...answerDocument(followed.answer()), ask: askDocument(least) },
    }),
    charts: () => budgetCharts(request, payments, words),
    cover: async () => {
      const { runCover } = await import("../charts/cover.ts");
      return await runCover("plan", followed.verdict(), request, words);
    },
  };
  const isPossible = (): boolean => least !== null || followed.verdict().clearedOn !== null;
  return { kind: "done", content, notes: [], exitCode: exitCode && !isPossible() ? 1 : 0 };
}

/** The run once more, with a row a day, which the figures do without. */
async function budgetCharts(request: LoanRequest, payments: Events, { load }: PlanWords): Promise<readonly Chart[]> {
  const rows: LedgerRow[] = [];
  const { totals } = followFor(request, payments, (row) => rows.push(row));
  const { runCharts } = await import("../charts/run-charts.ts");
  return runCharts(totals, rows, await load.charts());
}

/** The shortest month, which is four weeks: never more than the budget gives. */
function monthlyBudget({ amount, every }: Budget): Fen {
  switch (every) {
    case "day":
      return fen(amount * 28);
    case "week":
      return fen(amount * 4);
    case "month":
      return amount;
    default:
      return every satisfies never;
  }
}

/** Ten years at the most, and as many months as were named; a card's instalment plan ends after five years (art 70). */
function longestAsked({ product }: LoanRequest, months: readonly number[]): number {
  return product.classification === "card" ? USUAL_MOST_MONTHS : Math.max(MOST_MONTHS, ...months);
}

interface Found {
  readonly least: Ask | null;
  readonly owed: ByComponent;
  readonly mostMonths: number;
  /** The longest that the grid shows. */
  readonly longestShown: number;
  readonly monthly: Fen;
}

function conclusions(
  { least, owed, mostMonths, longestShown, monthly }: Found,
  { loan, events, product }: LoanRequest,
  { every }: Budget,
  { plan: says }: PlanWords,
): readonly Sentence[] {
  const longest = offerOver(owed, loan.asOf, mostMonths);
  const discounted = offerOver(owed, loan.asOf, mostMonths, MOST_DISCOUNT);
  const first: Sentence =
    least === null
      ? {
          text: says.nothingFits(longest.monthly, mostMonths, discounted.monthly, asNumber(MOST_DISCOUNT)),
          tone: "bad",
        }
      : { text: says.ask(least, partsOf(least), asNumber(least.waivedShare), asNumber(least.discount)), tone: "good" };
  const note = every === "month" ? [] : [{ text: says.budgetNote(monthly) }];
  const beyond = isBeyondCardRules(product, longestShown) ? [{ text: says.beyondCardRules(longestShown) }] : [];
  const dated = events.payments.length > 0 ? [{ text: says.askedWithoutDated }] : [];
  return [first, ...note, ...beyond, ...standsInPlace(events, says), ...dated];
}

function asNumber({ numerator, denominator }: Offer["waivedShare"]): number {
  return ratio(numerator, denominator, 4);
}

/** For people the grid is one: months down, shares across; penalty alone apart, where there are other charges. */
function gridSections(
  offers: readonly Offer[],
  owed: ByComponent,
  months: readonly number[],
  budget: Fen,
  { plan: says }: PlanWords,
): readonly Section[] {
  const others = CHARGES.some((component) => component !== "penalty" && owed[component] > 0);
  const kinds = owed.penalty > 0 && others ? (["charges", "penalty"] as const) : (["charges"] as const);
  return kinds.map((waives): Section => {
    const shown = offers.filter((offer) => offer.waives === waives);
    const shares = [...new Set(shown.map(({ waivedShare }) => asNumber(waivedShare)))];
    return {
      kind: "table",
      table: {
        title: waives === "charges" ? says.gridTitle(formatMoney(budget)) : says.gridPenaltyTitle,
        columns: [
          { key: "months", title: says.gridMonths, align: "right", importance: 100 },
          ...shares.map(
            (value): Column => ({
              key: `waived_${value}`,
              title: says.gridShare(value),
              align: "right",
              importance: 90,
            }),
          ),
        ],
        rows: months.map((number): readonly Cell[] => [
          count(number),
          ...shares.map((value) => {
            const offer = shown.find((one) => one.months === number && asNumber(one.waivedShare) === value);
            if (offer === undefined) throw new Error("the grid has a gap");
            return text(`${formatMoney(offer.monthly)} ${offer.withinBudget ? says.within : " "}`);
          }),
        ]),
      },
    };
  });
}

function offerTable(offers: readonly Offer[], { plan: says }: PlanWords): Table {
  const titled = (key: keyof typeof says.columns): Column => ({
    key,
    title: says.columns[key],
    align: "right",
    importance: 90,
  });
  return {
    columns: [
      titled("months"),
      titled("waived_share"),
      titled("waives"),
      titled("monthly"),
      titled("last_month"),
      titled("total_paid"),
      titled("within_budget"),
    ],
    rows: offers.map((offer) => [
      count(offer.months),
      share(asNumber(offer.waivedShare)),
      label(offer.waives, says.waives[offer.waives]),
      money(offer.monthly),
      money(offer.lastMonth),
      money(offer.totalPaid),
      label(offer.withinBudget, offer.withinBudget ? says.yes : says.no),
    ]),
  };
}

function askDocument(ask: Ask | null): Json {
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
