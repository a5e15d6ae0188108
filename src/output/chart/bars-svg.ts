/** Bars as a picture: a label, the parts beside one another, the sum; or one bar across the page. */

import { scaleLinear } from "d3-scale";
import { formatMoney } from "../figures.ts";
import { escaped } from "../html/markup.ts";
import { type Bar, type BarChart, drawnSum, figureOf, largestSum, partText } from "./chart.ts";
import { cut, LINE_HEIGHT, legend, type Picture, paint, round, SWATCH, swatch, textWidth, WIDTH } from "./svg-parts.ts";

const GAP = 8;
const THIN = 14;
/** Labels no wider than this stand beside their bars; others stand above. */
const WIDEST_BESIDE = 110;

export function barsPicture(chart: BarChart): Picture {
  const labelWidth = Math.max(0, ...chart.bars.map(({ label }) => textWidth(label)));
  const figureWidth = Math.max(0, ...chart.bars.map((bar) => textWidth(figureOf(bar))));
  const isBeside = labelWidth <= WIDEST_BESIDE;
  const rowHeight = isBeside ? 24 : 44;
  const start = isBeside ? labelWidth + GAP : 0;
  const end = isBeside ? WIDTH - figureWidth - GAP : WIDTH;
  const names = legend(
    chart,
    chart.series.map(({ title }) => title),
  );
  const top = names.height + GAP;
  const most = largestSum(chart.bars);
  const rows = chart.bars.map((bar, index) => {
    const y = top + index * rowHeight;
    const text = y + (isBeside ? 13 : 14);
    const room = isBeside ? labelWidth + 1 : WIDTH - figureWidth - 2 * GAP;
    return (
      `<text x="0" y="${round(text)}">${escaped(cut(bar.label, room))}</text>` +
      `<text class="figure" x="${WIDTH}" y="${round(text)}" text-anchor="end">${escaped(figureOf(bar))}</text>` +
      parts(chart, bar, { start, end, most, y: isBeside ? y + 1 : y + 20, height: THIN })
    );
  });
  return { height: top + chart.bars.length * rowHeight, markup: names.markup + rows.join("") };
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** The sum that reaches from start to end. */
  readonly most: number;
  readonly y: number;
  readonly height: number;
}

function parts(chart: BarChart, { label, amounts }: Bar, { start, end, most, y, height }: Place): string {
  const scale = scaleLinear().domain([0, most]).range([start, end]);
  let sum = 0;
  return chart.series
    .map((series, index) => {
      const amount = amounts[index];
      if (amount === undefined || amount <= 0) return "";
      const from = scale(sum);
      sum += amount;
      const title = [label, series.title, formatMoney(amount)].filter((part) => part !== "").join(" ");
      return (
        // WeasyPrint leaves out a bar that holds its title itself.
        `<g><title>${escaped(title)}</title><rect class="part" x="${round(from)}" y="${round(y)}" ` +
        `width="${round(scale(sum) - from)}" height="${height}" fill="${paint(chart, series)}"/></g>`
      );
    })
    .join("");
}

const THICK = 30;

/** The only bar: its widths are shares of whatever width there is, and its letters stay as large as those around it. */
export function singleBarPicture(chart: BarChart, bar: Bar): Picture {
  const whole = drawnSum(bar.amounts);
  let sum = 0;
  let markup = "";
  for (const [index, series] of chart.series.entries()) {
    const amount = Math.max(0, bar.amounts[index] ?? 0);
    const y = THICK + GAP + index * LINE_HEIGHT;
    if (amount > 0) {
      markup += `<rect class="part" x="${percent(sum / whole)}" y="0" width="${percent(amount / whole)}" height="${THICK}" fill="${paint(chart, series)}"/>`;
    }
    markup +=
      swatch(chart, series, 0, y) +
      `<text x="${SWATCH + 6}" y="${y + 14}">${escaped(partText(series.title, bar, index))}</text>`;
    sum += amount;
  }
  return { height: THICK + GAP + chart.series.length * LINE_HEIGHT, markup };
}

function percent(share: number): string {
  return `${round(share * 1000) / 10}%`;
}
