/** What the pictures of all charts are made of: measures, paint, the legend. */

import { escaped } from "../html/markup.ts";
import { displayWidth } from "../width.ts";
import type { Chart, Series } from "./chart.ts";

/** Units of the picture: about the width of a telephone, so that its letters can be read there. */
export const WIDTH = 380;
export const LINE_HEIGHT = 20;
export const SWATCH = 12;

/** What is drawn, from the top down, and how high it is. */
export interface Picture {
  readonly height: number;
  readonly markup: string;
}

/** The paint of a series: a pattern, so that it is told from its neighbour on black and white paper. */
export function paint({ key }: Chart, series: Series): string {
  return `url(#${key}-${series.key})`;
}

/** Names beside their swatches, on as many lines as they need; before them what they are `of`. */
export function legend(chart: Chart, names: readonly string[], of?: string): Picture {
  let x = 0;
  let line = 0;
  let markup = "";
  const items = names.map((name, index) => ({ name, series: chart.series[index] }));
  for (const { name, series } of of === undefined ? items : [{ name: of, series: undefined }, ...items]) {
    const width = (series === undefined ? 0 : SWATCH + 6) + textWidth(name);
    if (x > 0 && x + width > WIDTH) {
      x = 0;
      line += 1;
    }
    const y = line * LINE_HEIGHT;
    if (series !== undefined) markup += swatch(chart, series, x, y);
    markup += `<text x="${round(series === undefined ? x : x + SWATCH + 6)}" y="${round(y + 14)}">${escaped(name)}</text>`;
    x += width + 18;
  }
  return { height: (line + 1) * LINE_HEIGHT, markup };
}

/** Of a line of a legend that begins at `x`, `y`. */
export function swatch(chart: Chart, series: Series, x: number, y: number): string {
  return `<rect x="${round(x)}" y="${round(y + 3)}" width="${SWATCH}" height="${SWATCH}" rx="2" fill="${paint(chart, series)}"/>`;
}

/** About as wide as the text is drawn: a figure or a Latin letter takes half of what a Chinese character does. */
export function textWidth(text: string): number {
  return displayWidth(text) * 7.2;
}

/** The text cut to a width; the whole of it stands in the table. */
export function cut(text: string, width: number): string {
  if (textWidth(text) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (textWidth(`${kept}${character}…`) > width) break;
    kept += character;
  }
  return `${kept}…`;
}

/** A tenth of a unit is finer than is seen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
