/** The charts of one run: what a payment is made of, where each went, and what is owed as the days go by. */

import type { LedgerRow, RunTotals } from "../../ledger/ledger.ts";
import { type ByComponent, chargesOf } from "../../loan/components.ts";
import { civil, type Day, formatDay, formatMonth, monthNumber, weekNumber } from "../../loan/day.ts";
import { add, type Fen, sum, ZERO } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import type { Bar, BarChart, Chart, Point, TimeChart } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";
import { inWords, seriesOf, stacked } from "./chart-parts.ts";

/** Where there are more bars than this, payments are summed over longer times. */
const MOST_BARS = 16;
/** More points make a curve no smoother on paper. */
const MOST_POINTS = 400;

/** The one bar of all payments together; null where nothing is paid. */
function paymentSplit({ paid, payments, unapplied }: RunTotals, words: ChartWords): BarChart | null {
  if (payments === 0) return null;
  const bar = { label: "", amounts: paymentParts(paid, unapplied) };
  const chart = stacked(["charges", "principal", "unapplied"], [bar], words);
  return {
    ...chart,
    key: "of_each_payment",
    isAnswer: true,
    title: words.ofEachPayment,
    description: words.ofEachPaymentDescription(
      formatMoney(payments),
      inWords(chart.series, sumsOf(chart.bars), words),
    ),
  };
}

/** Where each payment went; null where they are fewer than two, so that the bar of all says as much. */
export function paymentBars(rows: readonly LedgerRow[], words: ChartWords): BarChart | null {
  const bars = barsOf(rows.filter(({ payment }) => payment > 0).map(paidOn));
  if (bars.length < 2) return null;
  const chart = stacked(["charges", "principal", "unapplied"], bars, words);
  return {
    ...chart,
    key: "payments",
    title: words.wherePaymentsWent,
    description: words.wherePaymentsWentDescription(bars.length, inWords(chart.series, sumsOf(chart.bars), words)),
  };
}

/** As `balanceParts` has the amounts. */
export const BALANCE_SERIES = ["principal", "charges"] as const;

/** Principal and charges at the close of each day, from the opening on; null where no day passes. */
export function balanceOverTime(
  { from, opening }: RunTotals,
  rows: readonly LedgerRow[],
  title: string,
  words: ChartWords,
): TimeChart | null {
  const points = [
    { day: from, amounts: balanceParts(opening) },
    ...rows.map(({ date, owed }) => ({ day: date, amounts: balanceParts(owed) })),
  ];
  if ((rows.at(-1)?.date ?? from) === from) return null;
  const series = seriesOf(BALANCE_SERIES, words);
  return timeChart({ points: thinned(points), title, sumTitle: words.totalOwed, series }, words);
}

export function timeChart(
  { points, title, sumTitle, series }: Pick<TimeChart, "points" | "title" | "sumTitle" | "series">,
  words: ChartWords,
): TimeChart {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) throw new Error("a chart over time has at least one point");
  const saidOn = ({ amounts }: Point): string =>
    words.listed([inWords(series, amounts, words), words.named(sumTitle, formatMoney(sum(amounts)))]);
  return {
    kind: "time",
    key: "balance",
    title,
    sumTitle,
    series,
    points,
    description: words.balanceDescription(formatDay(first.day), saidOn(first), formatDay(last.day), saidOn(last)),
  };
}

export function runCharts(totals: RunTotals, rows: readonly LedgerRow[], words: ChartWords): readonly Chart[] {
  return [
    paymentSplit(totals, words),
    balanceOverTime(totals, rows, words.balance, words),
    paymentBars(rows, words),
  ].filter((chart) => chart !== null);
}

interface PaidOn {
  readonly date: Day;
  readonly amounts: readonly Fen[];
}

function paidOn({ date, to, unapplied }: LedgerRow): PaidOn {
  return { date, amounts: paymentParts(to, unapplied) };
}

function paymentParts(to: ByComponent, unapplied: Fen): readonly Fen[] {
  return [chargesOf(to), to.principal, unapplied];
}

function balanceParts(owed: ByComponent): readonly Fen[] {
  return [owed.principal, chargesOf(owed)];
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
