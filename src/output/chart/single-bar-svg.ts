/** One bar across the page, whose letters stay as large as those around it however wide it is. */

import { escaped } from "../html/markup.ts";
import { partText } from "./captions.ts";
import { type Bar, type BarChart, drawnSum } from "./chart.ts";
import { LINE_HEIGHT, type Picture, paint, round, SWATCH, swatch } from "./svg-parts.ts";

const THICK = 30;
const GAP = 8;

/** Its widths are shares of whatever width there is. */
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
