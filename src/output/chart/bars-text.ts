/** Bars as lines of text, the longest as wide as there is room. */

import { printable } from "../sanitize.ts";
import { displayWidth, pad, wrap } from "../width.ts";
import { type Bar, type BarChart, drawnSum, largestSum } from "./chart.ts";
import { figureOf, partText } from "./figures.ts";
import { type ChartLooks, cellsOf, chartWidth, coloured, legendText, markOf } from "./text-cells.ts";

const GAP = "  ";
/** Of the width; a longer label goes on over the next lines. */
const WIDEST_LABEL = 0.35;

export function* barsText(chart: BarChart, looks: ChartLooks): Generator<string> {
  yield `${looks.styles.strong(printable(chart.title))}\n`;
  const [only, ...others] = chart.bars;
  if (only === undefined) return;
  if (others.length === 0) {
    yield `${barText(chart, only, { most: drawnSum(only.amounts), room: chartWidth(looks), looks })}\n`;
    yield legendText(chart.series, looks, ({ title }, index) => partText(title, only, index));
    return;
  }
  yield* manyBars(chart, looks);
  yield legendText(chart.series, looks, ({ title }) => title);
}

function* manyBars(chart: BarChart, looks: ChartLooks): Generator<string> {
  const labels = chart.bars.map(({ label }) => printable(label));
  const figures = chart.bars.map(figureOf);
  const width = chartWidth(looks);
  const labelWidth = Math.min(Math.floor(width * WIDEST_LABEL), widest(labels));
  const figureWidth = widest(figures);
  const room = Math.max(1, width - labelWidth - figureWidth - 2 * GAP.length);
  const most = largestSum(chart.bars);
  for (const [index, bar] of chart.bars.entries()) {
    const [first = "", ...rest] = wrap(labels[index] ?? "", labelWidth);
    const drawn = barText(chart, bar, { most, room, looks });
    const figure = pad(figures[index] ?? "", figureWidth, "right");
    yield `${pad(first, labelWidth, "left")}${GAP}${figure}${GAP}${drawn}`.trimEnd();
    yield "\n";
    for (const line of rest) yield `${line}\n`;
  }
}

interface Room {
  readonly most: number;
  readonly room: number;
  readonly looks: ChartLooks;
}

function barText({ series }: BarChart, { amounts }: Bar, { most, room, looks }: Room): string {
  const cells = cellsOf(amounts, most, room);
  return series.map((one, index) => coloured(one, looks.styles, markOf(one, looks).repeat(cells[index] ?? 0))).join("");
}

function widest(texts: readonly string[]): number {
  return texts.reduce((width, text) => Math.max(width, displayWidth(text)), 0);
}
