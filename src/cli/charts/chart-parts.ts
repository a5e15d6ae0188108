/** What charts are put together of: series with their names, bars, points in time, and what a description says of them. */

import { civil, type Day, formatDay, formatMonth, monthNumber, weekNumber } from "../../loan/day.ts";
import { add, type Fen, sum, ZERO } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import {
  type AmountSeries,
  type Bar,
  type BarChart,
  endsOf,
  type Point,
  type Series,
  type TimeChart,
} from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";

/** Where there are more bars than this, payments are summed over longer times. */
const MOST_BARS = 16;
/** A picture is 380 wide: more points lie closer together than one sees. */
const MOST_POINTS = 300;

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

export function timeChart(shown: Omit<TimeChart, "kind" | "description">, words: ChartWords): TimeChart {
  const { points, series, sumTitle } = shown;
  const { first, last } = endsOf(points);
  const saidOn = ({ amounts }: Point): string =>
    words.listed([inWords(series, amounts, words), words.named(sumTitle, formatMoney(sum(amounts)))]);
  return {
    kind: "time",
    ...shown,
    description: words.balanceDescription(formatDay(first.day), saidOn(first), formatDay(last.day), saidOn(last)),
  };
}

/** What was paid on a day, by series. */
export interface PaidOn {
  readonly date: Day;
  readonly amounts: readonly Fen[];
}

/** Calendar times into which payments are gathered, the shortest first. */
const TIMES: readonly { readonly of: (day: Day) => number; readonly label: (first: Day, last: Day) => string }[] = [
  { of: (day) => day, label: formatDay },
  { of: weekNumber, label: between },
  { of: monthNumber, label: formatMonth },
  { of: (day) => Math.floor(monthNumber(day) / 3), label: between },
  ...[1, 5, 10, 20].map((years) => ({
    of: (day: Day) => Math.floor(civil(day).year / years),
    label: (first: Day, last: Day) => yearsBetween(civil(first).year, civil(last).year),
  })),
];

function between(first: Day, last: Day): string {
  return first === last ? formatDay(first) : `${formatDay(first)} – ${formatDay(last)}`;
}

function yearsBetween(first: number, last: number): string {
  return first === last ? String(first) : `${first}–${last}`;
}

/** A bar for each payment, or where they are many for each week, month, or longer. */
export function barsOf(payments: readonly PaidOn[]): readonly Bar[] {
  for (const { of, label } of TIMES) {
    const groups = new Map<number, PaidOn[]>();
    for (const payment of payments) {
      const group = groups.get(of(payment.date));
      if (group === undefined) groups.set(of(payment.date), [payment]);
      else group.push(payment);
    }
    if (groups.size <= MOST_BARS) return [...groups.values()].map((group) => gathered(group, label));
  }
  throw new Error("payments of more than a century");
}

function gathered(group: readonly PaidOn[], label: (first: Day, last: Day) => string): Bar {
  const [first] = group;
  const last = group.at(-1);
  if (first === undefined || last === undefined) throw new Error("a group has at least one payment");
  return { label: label(first.date, last.date), amounts: sumsOf(group) };
}

export function sumsOf(parts: readonly { readonly amounts: readonly Fen[] }[]): readonly Fen[] {
  const [first, ...others] = parts;
  return others.reduce(
    (sums, { amounts }) => sums.map((one, index) => add(one, amounts[index] ?? ZERO)),
    first?.amounts ?? [],
  );
}

/** Every so many points, and always the last. */
export function thinned(points: readonly Point[]): readonly Point[] {
  const step = Math.ceil(points.length / MOST_POINTS);
  return points.filter((_, index) => index % step === 0 || index === points.length - 1);
}
