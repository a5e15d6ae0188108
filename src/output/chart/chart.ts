/** A chart: what is drawn, as amounts and words, before it is known whether as text or as a picture. */

import type { Day } from "../../loan/day.ts";
import { type Fen, sum } from "../../loan/money.ts";
import { formatMoney, formatShare } from "../figures.ts";
import { printable } from "../sanitize.ts";

/** What a part of a bar or of an area stands for; each has a mark, a pattern and a colour of its own everywhere. */
export type SeriesKey = AmountSeries | DebtSeries;

export type AmountSeries = "principal" | "charges" | "owed" | "unapplied";

/** Of several debts; where there are more, the last stands for all others. */
export const DEBT_SERIES = ["debt-1", "debt-2", "debt-3", "debt-4", "debt-5", "debt-6"] as const;
type DebtSeries = (typeof DEBT_SERIES)[number];

export interface Series {
  readonly key: SeriesKey;
  /** Its name in the legend, in the reader's language. */
  readonly title: string;
}

interface Drawn {
  /** Its name for machines. */
  readonly key: string;
  readonly title: string;
  /** What the chart shows, in a sentence for whoever cannot see it. */
  readonly description: string;
  readonly series: readonly Series[];
  /** It shows the answer itself and stands right under it. */
  readonly isAnswer?: true;
}

/** One bar: an amount for each series, from the left. */
export interface Bar {
  readonly label: string;
  readonly amounts: readonly Fen[];
  /** Stands in place of the sum, where there is none to name. */
  readonly note?: string;
}

/** Bars under one another, each made up of parts. */
export interface BarChart extends Drawn {
  readonly kind: "bars";
  readonly bars: readonly Bar[];
}

/** Where an amount for each series, from the bottom, stood at the close of a day. */
export interface Point {
  readonly day: Day;
  readonly amounts: readonly Fen[];
}

/** Areas on one another over the days; their upper edge is the sum. By date, at least one point. */
export interface TimeChart extends Drawn {
  readonly kind: "time";
  readonly points: readonly Point[];
  /** Its days lie far apart, so that the last is drawn as wide as can be seen. Each point stands until the next. */
  readonly isSparse?: boolean;
  /** What the sum of the areas is called. */
  readonly sumTitle: string;
}

export type Chart = BarChart | TimeChart;

/** The first and the last point of a chart over time. */
export function endsOf(points: readonly Point[]): { readonly first: Point; readonly last: Point } {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) throw new Error("a chart over time has at least one point");
  return { first, last };
}

/** The largest sum of the amounts of a bar or a day; what lies below zero is not drawn. */
export function largestSum(parts: readonly { readonly amounts: readonly Fen[] }[]): number {
  return parts.reduce((largest, { amounts }) => Math.max(largest, drawnSum(amounts)), 0);
}

export function drawnSum(amounts: readonly Fen[]): number {
  return amounts.reduce((sum, amount) => sum + Math.max(0, amount), 0);
}

/** What stands beside a bar: its sum, or what is said in its place. */
export function figureOf({ amounts, note }: Bar): string {
  return note === undefined ? formatMoney(sum(amounts)) : printable(note);
}

/** `charges 1,120.89 (74.73%)`; all of it needs no share, and what is not quite all or nothing is not said to be. */
export function partText(title: string, { amounts }: Bar, index: number): string {
  const amount = amounts[index];
  if (amount === undefined) throw new Error("a bar has fewer amounts than series");
  const whole = drawnSum(amounts);
  const named = `${title} ${formatMoney(amount)}`;
  if (whole === 0 || amount === whole) return named;
  const share = formatShare(amount / whole);
  if (share === "100.00%") return `${named} (>99.99%)`;
  return amount > 0 && share === "0.00%" ? `${named} (<0.01%)` : `${named} (${share})`;
}
