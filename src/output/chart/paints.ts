/**
 * How a picture is drawn by day. A page says so too in its style sheet, and otherwise by night; who reads the picture and
 * no style sheet (WeasyPrint, or a drawing program to which it is copied) goes by what stands at its parts.
 */

import type { SeriesKey } from "./chart.ts";

export const INK = "#1c2530";
export const SOFT = "#56616d";

export const GROUNDS: Readonly<Record<SeriesKey, string>> = {
  principal: "#2f7f88",
  charges: "#e5b8a4",
  owed: "#d9dde2",
  unapplied: "#efe2b6",
  "debt-1": "#2f7f88",
  "debt-2": "#e3b75c",
  "debt-3": "#8aa6d6",
  "debt-4": "#c98bb0",
  "debt-5": "#aab97a",
  "debt-6": "#c3c8ce",
};

/** Of the motifs upon the grounds. */
export const MOTIF_COLOURS = { charges: "#b04a2f", owed: "#7c8794", unapplied: "#9a7b1c", debt: INK } as const;

export const TEXT_SIZE = 13;
export const TICK_SIZE = 12;

/** Attributes of what stands at an axis, of the lines across, and of the line along the top. */
export const TICK = `class="tick" fill="${SOFT}" font-size="${TICK_SIZE}"`;
export const GRID = `class="grid" fill="none" stroke="${INK}" stroke-opacity=".14"`;
export const EDGE = `class="edge" fill="none" stroke="${INK}" stroke-width="1.25"`;

const STRIPES = `fill="none" stroke-width="1.5"`;
const FAINT = `class="motif-debt" fill="none" stroke="${MOTIF_COLOURS.debt}" stroke-opacity=".5"`;

/** Each tells its part from its neighbours on black and white paper. */
export const MOTIFS: Readonly<Record<SeriesKey, string>> = {
  principal: "",
  charges: `<path class="motif-charges" stroke="${MOTIF_COLOURS.charges}" ${STRIPES} d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>`,
  owed: `<circle class="motif-owed" fill="${MOTIF_COLOURS.owed}" cx="3" cy="3" r="1"/>`,
  unapplied: `<path class="motif-unapplied" stroke="${MOTIF_COLOURS.unapplied}" ${STRIPES} d="M0 3h6"/>`,
  "debt-1": "",
  "debt-2": `<path ${FAINT} d="M-1 1l2-2M0 6l6-6M5 7l2-2"/>`,
  "debt-3": `<circle ${FAINT} cx="3" cy="3" r=".6"/>`,
  "debt-4": `<path ${FAINT} d="M0 3h6"/>`,
  "debt-5": `<path ${FAINT} d="M3 0v6"/>`,
  "debt-6": `<path ${FAINT} d="M-1 5l2 2M0 0l6 6M5-1l2 2"/>`,
};
