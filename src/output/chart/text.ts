/** The charts of a report as text: the one of the answer, and, where they are wanted, the others. */

import type { ChartSettings } from "../report.ts";
import { printable } from "../sanitize.ts";
import { titleText } from "../streamed-table.ts";
import type { TextStyle } from "../style.ts";
import { displayWidth, pad, wrap } from "../width.ts";
import { type Bar, type BarChart, type Chart, drawnSum, figureOf, largestSum, partText } from "./chart.ts";
import { type ChartStyle, cellsOf, chartWidth, coloured, legendText, markOf } from "./text-cells.ts";

/** Charts as text, each a paragraph of its own. */
export interface DrawnCharts {
  readonly underAnswer: readonly Iterable<string>[];
  readonly underTable: readonly Iterable<string>[];
}

/** What draws an axis is loaded only where a chart has one. */
export async function drawnCharts(
  charts: readonly Chart[],
  { wanted, ascii }: ChartSettings,
  style: TextStyle,
): Promise<DrawnCharts> {
  const isTimeDrawn = charts.some(({ kind, isAnswer }) => kind === "time" && (wanted === "all" || isAnswer === true));
  const { timeText } = isTimeDrawn ? await import("./time-text.ts") : { timeText: null };
  const drawn = (chart: Chart): readonly Iterable<string>[] => {
    if (chart.kind === "bars") return [barsText(chart, { ...style, ascii })];
    return timeText === null ? [] : [timeText(chart, { ...style, ascii })];
  };
  return {
    underAnswer: charts.filter(({ isAnswer }) => isAnswer === true).flatMap(drawn),
    underTable: wanted === "all" ? charts.filter(({ isAnswer }) => isAnswer !== true).flatMap(drawn) : [],
  };
}

const GAP = "  ";
/** Of the width; a longer label goes on over the next lines. */
const WIDEST_LABEL = 0.35;

export function* barsText(chart: BarChart, style: ChartStyle): Generator<string> {
  yield titleText(chart.title, style);
  const [only, ...others] = chart.bars;
  if (only === undefined) return;
  if (others.length === 0) {
    yield `${barText(chart, only, { most: drawnSum(only.amounts), room: chartWidth(style), style })}\n`;
    yield legendText(chart.series, style, ({ title }, index) => partText(title, only, index));
    return;
  }
  yield* manyBars(chart, style);
  yield legendText(chart.series, style, ({ title }) => title);
}

function* manyBars(chart: BarChart, style: ChartStyle): Generator<string> {
  const labels = chart.bars.map(({ label }) => printable(label));
  const figures = chart.bars.map(figureOf);
  const width = chartWidth(style);
  const labelWidth = Math.min(Math.floor(width * WIDEST_LABEL), widest(labels));
  const figureWidth = widest(figures);
  const room = Math.max(1, width - labelWidth - figureWidth - 2 * GAP.length);
  const most = largestSum(chart.bars);
  for (const [index, bar] of chart.bars.entries()) {
    const [first = "", ...rest] = wrap(labels[index] ?? "", labelWidth);
    const drawn = barText(chart, bar, { most, room, style });
    const figure = pad(figures[index] ?? "", figureWidth, "right");
    yield `${pad(first, labelWidth, "left")}${GAP}${figure}${GAP}${drawn}`.trimEnd();
    yield "\n";
    for (const line of rest) yield `${line}\n`;
  }
}

interface Room {
  readonly most: number;
  readonly room: number;
  readonly style: ChartStyle;
}

function barText({ series }: BarChart, { amounts }: Bar, { most, room, style }: Room): string {
  const cells = cellsOf(amounts, most, room);
  return series.map((one, index) => coloured(one, style.styles, markOf(one, style).repeat(cells[index] ?? 0))).join("");
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
