/** A chart as a picture inside a page: its colours come from the page, its patterns tell the parts apart without them. */

import { escaped } from "../html/markup.ts";
import { barsPicture, singleBarPicture } from "./bars-svg.ts";
import type { Chart, Series } from "./chart.ts";
import { GROUNDS, MOTIFS, TEXT_SIZE } from "./paints.ts";
import { round, WIDTH } from "./svg-parts.ts";
import { timePicture } from "./time-svg.ts";

export function chartSvg(chart: Chart): string {
  const { key } = chart;
  const { size, markup } = drawing(chart);
  return (
    `<svg class="chart" font-size="${TEXT_SIZE}" ${size} role="img" aria-labelledby="${key}-title ${key}-desc">` +
    `<title id="${key}-title">${escaped(chart.title)}</title>\n<desc id="${key}-desc">${escaped(chart.description)}</desc>\n` +
    `<defs>${chart.series.map((series) => pattern(chart, series)).join("")}</defs>${apart(markup)}</svg>\n`
  );
}

/** Each text on a line of its own: a browser that shows only text draws nothing, and would run one figure into the next. */
function apart(markup: string): string {
  return markup.replaceAll("</text>", "</text>\n");
}

function drawing(chart: Chart): { readonly size: string; readonly markup: string } {
  if (chart.kind === "bars") {
    const [only, ...others] = chart.bars;
    if (only !== undefined && others.length === 0) {
      const { height, markup } = singleBarPicture(chart, only);
      return { size: `width="100%" height="${height}"`, markup };
    }
  }
  const { height, markup } = chart.kind === "bars" ? barsPicture(chart) : timePicture(chart);
  return { size: `viewBox="0 0 ${WIDTH} ${round(height)}"`, markup };
}

function pattern(chart: Chart, { key }: Series): string {
  return (
    `<pattern id="${chart.key}-${key}" width="6" height="6" patternUnits="userSpaceOnUse">` +
    `<rect class="ground-${key}" fill="${GROUNDS[key]}" width="6" height="6"/>${MOTIFS[key]}</pattern>`
  );
}
