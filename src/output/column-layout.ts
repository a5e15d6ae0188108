/** How the columns of a table share the width there is: smaller headings first, then wrapped words, then fewer columns. */

import type { Measure } from "./column-widths.ts";
import { printable } from "./sanitize.ts";
import { displayWidth, longestUnit, wrap } from "./width.ts";

export interface FittedColumn {
  readonly measure: Measure;
  readonly width: number;
  /** The title on as many lines as its width asks for. */
  readonly heading: readonly string[];
}

interface FittedTable {
  readonly columns: readonly FittedColumn[];
  /** Titles of the columns for which there was no room. */
  readonly leftOut: readonly string[];
}

/** Room a table needs beside its cells. */
interface Frame {
  readonly betweenColumns: number;
  readonly atEdges: number;
}

/** Below this a column of words is not narrowed: a column less is read more easily. */
const NARROWEST_WORDS = 20;

export function fitColumns(measures: readonly Measure[], width: number | null, frame: Frame): FittedTable {
  const kept = [...measures];
  const leftOut = new Set<Measure>();
  let widths = shareOut(kept, width, frame);
  while (widths === null) {
    const dropped = leastImportant(kept);
    if (kept.length === 1 || dropped === null) {
      widths = kept.map((measure) => alone(measure, (width ?? 0) - frame.atEdges));
    } else {
      kept.splice(kept.indexOf(dropped), 1);
      leftOut.add(dropped);
      widths = shareOut(kept, width, frame);
    }
  }
  const columns = kept.map((measure, index) => fitted(measure, widths[index] ?? 0));
  return { columns, leftOut: measures.filter((measure) => leftOut.has(measure)).map(titleOf) };
}

/** A width for each column so that all of them fit, or null where they do not. */
function shareOut(measures: readonly Measure[], width: number | null, frame: Frame): number[] | null {
  const free = measures.map(oneLine);
  if (width === null) return free;
  const room = width - frame.atEdges - frame.betweenColumns * (measures.length - 1);
  if (total(free) <= room) return free;
  const narrow = measures.map(twoLines);
  if (total(narrow) <= room) return widened(narrow, free, room);
  const least = measures.map(narrowest);
  return total(least) > room ? null : narrowed(narrow, least, room);
}

/** Gives what room is left to the headings that can have one line again, from the left. */
function widened(from: readonly number[], most: readonly number[], room: number): number[] {
  let left = room - total(from);
  return from.map((width, index) => {
    const missing = (most[index] ?? width) - width;
    if (missing > left) return width;
    left -= missing;
    return width + missing;
  });
}

/** Narrows the widest columns of words, a step at a time, until all fit. */
function narrowed(from: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...from];
  for (let excess = total(widths) - room; excess > 0; excess -= 1) {
    let widest = -1;
    for (let index = 0; index < widths.length; index += 1) {
      const canShrink = (widths[index] ?? 0) > (least[index] ?? 0);
      if (canShrink && (widest < 0 || (widths[index] ?? 0) > (widths[widest] ?? 0))) widest = index;
    }
    if (widest < 0) throw new Error("no column can be narrowed though the narrowest fit");
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

function oneLine(measure: Measure): number {
  return Math.max(measure.cellsWidth, displayWidth(titleOf(measure)));
}

/** The least width at which the cells stay whole and the title takes two lines. */
function twoLines(measure: Measure): number {
  return Math.max(measure.cellsWidth, headingInTwoLines(titleOf(measure)));
}

function narrowest(measure: Measure): number {
  if (!measure.holdsText) return twoLines(measure);
  return Math.max(Math.min(measure.cellsWidth, NARROWEST_WORDS), headingInTwoLines(titleOf(measure)));
}

/** The last column left takes what there is; a figure is not broken even then. */
function alone(measure: Measure, room: number): number {
  return Math.max(measure.holdsText ? 1 : measure.cellsWidth, Math.min(oneLine(measure), room), 1);
}

function headingInTwoLines(title: string): number {
  let width = longestUnit(title);
  while (wrap(title, width).length > 2) width += 1;
  return width;
}

function leastImportant(measures: readonly Measure[]): Measure | null {
  let least: Measure | null = null;
  for (const measure of measures) {
    if (least === null || measure.column.importance <= least.column.importance) least = measure;
  }
  return least;
}

function fitted(measure: Measure, width: number): FittedColumn {
  return { measure, width, heading: wrap(titleOf(measure), width) };
}

function titleOf(measure: Measure): string {
  return printable(measure.column.title);
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
