/** A chart as a picture inside a page: its colours come from the page, its patterns tell the parts apart without them. */

import { escaped } from "../html/markup.ts";
import { barsPicture } from "./bars-svg.ts";
import type { Chart, Series, SeriesKey } from "./chart.ts";
import { singleBarPicture } from "./single-bar-svg.ts";
import { round, WIDTH } from "./svg-parts.ts";
import { timePicture } from "./time-svg.ts";

export function chartSvg(chart: Chart): string {
  const { key } = chart;
  const { size, markup } = drawing(chart);
  return (
    `<svg class="chart" ${size} role="img" aria-labelledby="${key}-title ${key}-desc">` +
    `<title id="${key}-title">${escaped(chart.title)}</title><desc id="${key}-desc">${escaped(chart.description)}</desc>` +
    `<defs>${chart.series.map((series) => pattern(chart, series)).join("")}</defs>${markup}</svg>`
  );
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
    `<rect class="ground-${key}" width="6" height="6"/>${MOTIFS[key]}</pattern>`
  );
}

const MOTIFS: Readonly<Record<SeriesKey, string>> = {
  principal: "",
  charges: '<path class="motif-charges" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>',
  owed: '<circle class="motif-owed" cx="3" cy="3" r="1"/>',
  unapplied: '<path class="motif-unapplied" d="M0 3h6"/>',
  "debt-1": "",
  "debt-2": '<path class="motif-debt" d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>',
  "debt-3": '<circle class="motif-debt" cx="3" cy="3" r=".6"/>',
  "debt-4": '<path class="motif-debt" d="M0 3h6"/>',
  "debt-5": '<path class="motif-debt" d="M3 0v6"/>',
  "debt-6": '<path class="motif-debt" d="M-1 5l2 2M0 0l6 6M5-1l2 2"/>',
};
