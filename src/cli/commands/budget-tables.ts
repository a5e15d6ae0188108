/** The tables of `plan --budget`: what a month of each offer asks, as a grid for people and as rows for machines. */

import type { BudgetPlan } from "../../advice/budget.ts";
import type { InstalmentOffer } from "../../advice/relief-request.ts";
import type { Naming } from "../../loan/component-names.ts";
import { CHARGES } from "../../loan/components.ts";
import { type Fraction, ratio } from "../../loan/money.ts";
import type { PlanWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { formatMoney } from "../../output/figures.ts";
import { type Cell, count, label, money, share, type Table, text } from "../../output/page.ts";

/** Months down, waived shares across; a grid for a waiver of the penalty alone too, where there are other charges. */
export function offerGrids(plan: BudgetPlan, naming: Naming, words: PlanWords): readonly Table[] {
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
export function offerTable(offers: readonly InstalmentOffer[], naming: Naming, { plan }: PlanWords): Table {
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

export function shareAsNumber({ numerator, denominator }: Fraction): number {
  return ratio(numerator, denominator, 4);
}
