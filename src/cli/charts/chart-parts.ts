/** The series of a chart with their names, and what a description says of them. */

import type { Fen } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import type { AmountSeries, Bar, BarChart, Series } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";

export function seriesOf(keys: readonly AmountSeries[], words: ChartWords): readonly Series[] {
  return keys.map((key) => ({ key, title: words.series[key] }));
}

/** Bars with only those series that have an amount in some bar. */
export function stacked(
  keys: readonly AmountSeries[],
  bars: readonly Bar[],
  words: ChartWords,
): Pick<BarChart, "kind" | "series" | "bars"> {
  const used = keys.map((_, index) => bars.some(({ amounts }) => amounts[index] !== 0));
  const kept = <Value>(values: readonly Value[]): readonly Value[] => values.filter((_, index) => used[index]);
  return {
    kind: "bars",
    series: kept(seriesOf(keys, words)),
    bars: bars.map((bar) => ({ ...bar, amounts: kept(bar.amounts) })),
  };
}

/** What each bar is made of, one after the other. */
export function barsInWords({ series, bars }: Pick<BarChart, "series" | "bars">, words: ChartWords): string {
  return bars
    .map(({ label, amounts }) => words.barDescription(label, inWords(series, amounts, words)))
    .join(words.between);
}

/** `principal 49,620.89, charges 12.40` */
export function inWords(series: readonly Series[], amounts: readonly Fen[], words: ChartWords): string {
  return words.listed(
    series.flatMap(({ title }, index) => {
      const amount = amounts[index];
      return amount === undefined ? [] : [words.named(title, formatMoney(amount))];
    }),
  );
}
