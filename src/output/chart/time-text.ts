/** Areas over the days as columns of text, with an axis of round amounts and one of days. */

import { addDays, formatDay } from "../../loan/day.ts";
import { fen } from "../../loan/money.ts";
import { formatMoney } from "../figures.ts";
import { printable } from "../sanitize.ts";
import { titleText } from "../streamed-table.ts";
import { amountScale, ticksOf, tickText } from "./amount-axis.ts";
import { drawnSum, endsOf, type Point, type TimeChart } from "./chart.ts";
import { type ChartStyle, chartWidth, coloured, legendText, markOf, roundedCells } from "./text-cells.ts";

const LINES = 14;
const DATE_WIDTH = 10;

export function* timeText(chart: TimeChart, style: ChartStyle): Generator<string> {
  const { styles, ascii } = style;
  const scale = amountScale(chart.points);
  const [, top = 0] = scale.domain();
  const ticks = new Map(ticksOf(scale).map((tick) => [top === 0 ? 0 : Math.round((tick / top) * LINES), tick]));
  const labels = new Map([...ticks].map(([line, tick]) => [line, tickText(tick)]));
  const labelWidth = Math.max(...[...labels.values()].map(({ length }) => length));
  const columns = Math.max(DATE_WIDTH, chartWidth(style) - labelWidth - 2);
  const sampled = sampledPoints(chart.points, columns);
  const stacks = sampled.map(({ amounts }) => stackOf(amounts, top));
  yield titleText(chart.title, style);
  for (let line = LINES; line > 0; line -= 1) {
    const label = (labels.get(line) ?? "").padStart(labelWidth);
    yield `${styles.faint(`${label} ${axisMark(labels.has(line), ascii)}`)}${lineText(chart, stacks, line, style)}\n`;
  }
  yield `${styles.faint(`${(labels.get(0) ?? "").padStart(labelWidth)} ${ascii ? "+" : "└"}${(ascii ? "-" : "─").repeat(columns)}`)}\n`;
  yield `${styles.faint(`${" ".repeat(labelWidth + 2)}${dayAxis(sampled, columns)}`)}\n`;
  const { last } = endsOf(chart.points);
  yield legendText(
    chart.series,
    style,
    ({ title }, index) => `${title} ${formatMoney(last.amounts[index] ?? fen(0))}`,
    formatDay(last.day),
  );
  // One series is its own sum.
  if (chart.series.length > 1) yield `${printable(chart.sumTitle)} ${formatMoney(fen(drawnSum(last.amounts)))}\n`;
}

function axisMark(isTick: boolean, ascii: boolean): string {
  if (ascii) return isTick ? "+" : "|";
  return isTick ? "┤" : "│";
}

/** What held on the day of each column: the last point at or before it. */
function sampledPoints(points: readonly Point[], columns: number): readonly Point[] {
  const { first, last } = endsOf(points);
  const span = last.day - first.day;
  let index = 0;
  return Array.from({ length: columns }, (_, column) => {
    const day = addDays(first.day, Math.round((column / Math.max(1, columns - 1)) * span));
    while ((points[index + 1]?.day ?? Number.POSITIVE_INFINITY) <= day) index += 1;
    return { day, amounts: points[index]?.amounts ?? [] };
  });
}

/**
 * For each line, from the bottom, the series that fills it. A series takes none of another's, which would seem to fall; but
 * what lies on top of all is seen, on a line more.
 */
function stackOf(amounts: Point["amounts"], top: number): readonly number[] {
  const stack = roundedCells(amounts, top, LINES).flatMap((cells, series) => new Array<number>(cells).fill(series));
  const highest = amounts.findLastIndex((amount) => amount > 0);
  return highest < 0 || stack.includes(highest) || stack.length === LINES ? stack : [...stack, highest];
}

/** Neighbouring cells of one series are coloured together. */
function lineText(
  { series }: TimeChart,
  stacks: readonly (readonly number[])[],
  line: number,
  style: ChartStyle,
): string {
  let text = "";
  let run = "";
  let runOf: number | undefined;
  const flush = (): void => {
    const one = runOf === undefined ? undefined : series[runOf];
    text += one === undefined ? run : coloured(one, style.styles, run);
    run = "";
  };
  for (const stack of stacks) {
    const filledBy = stack[line - 1];
    if (filledBy !== runOf) flush();
    runOf = filledBy;
    const one = filledBy === undefined ? undefined : series[filledBy];
    run += one === undefined ? " " : markOf(one, style);
  }
  if (runOf !== undefined) flush();
  return text;
}

/** The first day, the last, and, where there is room, days between. */
function dayAxis(sampled: readonly Point[], columns: number): string {
  const places = columns >= 5 * DATE_WIDTH ? [0, 0.5, 1] : columns >= 3 * DATE_WIDTH ? [0, 1] : [0];
  let text = "";
  for (const place of places) {
    const column = Math.round(place * (columns - 1));
    const point = sampled[column];
    if (point === undefined) continue;
    const start = Math.max(0, Math.min(columns - DATE_WIDTH, column - Math.round(place * (DATE_WIDTH - 1))));
    text = text.padEnd(start) + formatDay(point.day);
  }
  return text;
}
