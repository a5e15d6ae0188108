/** The charts of several debts under one budget: what is owed on each, who gets what, and what became of each. */

import type { Repayment, RepaymentMonth } from "../../advice/debts/repayment.ts";
import { totalOf } from "../../loan/components.ts";
import { type Fen, subtract, sum } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import { type Chart, DEBT_SERIES, type Series } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";
import { barsInWords, barsOf, inWords, stacked, sumsOf, thinned, timeChart } from "./chart-parts.ts";

export function debtsCharts(
  repayment: Repayment,
  months: readonly RepaymentMonth[],
  words: ChartWords,
): readonly Chart[] {
  const { asOf, debts } = repayment;
  if (months.length === 0) return [];
  const shown = new ShownDebts(repayment, words);
  const { series } = shown;
  const points = [
    { day: asOf, amounts: shown.amounts(debts.map(({ openingOwed }) => openingOwed)) },
    ...months.map(({ end, debts: found }) => ({ day: end, amounts: shown.amounts(found.map(({ owed }) => owed)) })),
  ];
  const paid = barsOf(
    months
      .filter((month) => month.paid > 0)
      .map(({ end, debts: found }) => ({ date: end, amounts: shown.amounts(found.map((one) => one.paid)) })),
  );
  const outcome = stacked(
    ["principal", "charges", "owed"],
    debts.map(({ debt, toPrincipal, paid: all, totals }) => {
      const owed = totalOf(totals.closing);
      const amounts = [toPrincipal, subtract(all, toPrincipal), owed];
      return { label: debt.name, amounts, ...(owed > 0 ? { note: words.stillOwed(formatMoney(owed)) } : {}) };
    }),
    words,
  );
  return [
    timeChart(
      { key: "debts_balance", points: thinned(points), title: words.debtsBalance, sumTitle: words.totalOwed, series },
      words,
    ),
    ...(paid.length === 0
      ? []
      : [
          {
            kind: "bars",
            key: "who_gets_what",
            title: words.whoGetsWhat,
            series,
            bars: paid,
            description: words.whoGetsWhatDescription(paid.length, inWords(series, sumsOf(paid), words)),
          } as const,
        ]),
    { ...outcome, key: "debts", title: words.whereTheBudgetGoes, description: barsInWords(outcome, words) },
  ];
}

/** The debts that have a series of their own: the largest, where there are more than series. */
class ShownDebts {
  readonly series: readonly Series[];
  /** For each debt of the list its series. */
  readonly #seriesOf: readonly number[];

  constructor({ debts }: Repayment, words: ChartWords) {
    const most = DEBT_SERIES.length;
    const bySize = debts.map((_, place) => place).toSorted((one, other) => owedOn(debts, other) - owedOn(debts, one));
    const named = new Set(debts.length <= most ? bySize : bySize.slice(0, most - 1));
    const places = debts.flatMap((_, place) => (named.has(place) ? [place] : []));
    this.#seriesOf = debts.map((_, place) => (named.has(place) ? places.indexOf(place) : most - 1));
    const titles = places.map((place) => debts[place]?.debt.name ?? "");
    const all = debts.length <= most ? titles : [...titles, words.otherDebts(debts.length - places.length)];
    this.series = DEBT_SERIES.slice(0, all.length).map((key, index) => ({ key, title: all[index] ?? "" }));
  }

  /** An amount for each series, of one for each debt. */
  amounts(ofDebts: readonly Fen[]): readonly Fen[] {
    return this.series.map((_, series) => sum(ofDebts.filter((_amount, place) => this.#seriesOf[place] === series)));
  }
}

function owedOn(debts: Repayment["debts"], place: number): number {
  return debts[place]?.openingOwed ?? 0;
}
