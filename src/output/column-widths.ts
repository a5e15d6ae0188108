/** A first look through the rows of a table: how wide each column is and whether it says anything. */

import { humanText, isEmpty } from "./cells.ts";
import type { Cell, Column, Table } from "./page.ts";
import { displayWidth } from "./width.ts";

export interface Measure {
  readonly column: Column;
  /** Its place in the rows. */
  readonly index: number;
  /** Of the widest cell, the title not counted. */
  readonly cellsWidth: number;
  /** Whether it holds words, which may be wrapped; figures never are. */
  readonly holdsText: boolean;
}

/** The columns worth showing to people, in their order. */
export function measure({ columns, rows }: Table): readonly Measure[] {
  const extents = columns.map(newExtent);
  let rowCount = 0;
  for (const row of rows) {
    if (row.length !== extents.length) throw new Error(`${row.length} cells in a table of ${extents.length} columns`);
    for (let index = 0; index < extents.length; index += 1) {
      const extent = extents[index];
      const cell = row[index];
      if (extent !== undefined && cell !== undefined) stretch(extent, cell);
    }
    rowCount += 1;
  }
  return columns.flatMap((column, index) => {
    const { width = 0, holdsText = false, isEmpty = true } = extents[index] ?? {};
    const hidden = column.hideWhenEmpty === true && isEmpty && rowCount > 0;
    return hidden ? [] : [{ column, index, cellsWidth: width, holdsText }];
  });
}

/** The cell of a row that stands in a column. */
export function cellIn(row: readonly Cell[], { index }: Measure): Cell {
  const cell = row[index];
  if (cell === undefined) throw new Error("a row has fewer cells than columns");
  return cell;
}

interface Extent {
  width: number;
  isEmpty: boolean;
  holdsText: boolean;
  /** The kind of the last figure; from `least` to `most` no figure of this kind is wider than the column. */
  kind: Cell["kind"];
  least: number;
  most: number;
}

function newExtent(): Extent {
  return { width: 0, isEmpty: true, holdsText: false, kind: "empty", least: 0, most: 0 };
}

function stretch(extent: Extent, cell: Cell): void {
  if (extent.isEmpty) extent.isEmpty = isEmpty(cell);
  switch (cell.kind) {
    case "money":
    case "difference":
      stretchToFigure(extent, cell, cell.amount);
      return;
    case "count":
      stretchToFigure(extent, cell, cell.count);
      return;
    case "share":
      stretchToFigure(extent, cell, cell.share);
      return;
    case "rate":
      stretchToText(extent, cell);
      return;
    case "date":
      if (extent.width < 10) stretchToText(extent, cell);
      return;
    case "text":
    case "label":
      extent.holdsText = true;
      stretchToText(extent, cell);
      return;
    case "empty":
      return;
    default:
      return cell satisfies never;
  }
}

/** Only a figure beyond all before it is written out: the others are no wider. */
function stretchToFigure(extent: Extent, cell: Cell, figure: number): void {
  if (extent.kind !== cell.kind) {
    extent.kind = cell.kind;
    extent.least = 0;
    extent.most = 0;
  } else if (figure >= extent.least && figure <= extent.most) {
    return;
  }
  const reach = cell.kind === "share" ? figure : asManyDigits(figure);
  extent.least = Math.min(extent.least, reach);
  extent.most = Math.max(extent.most, reach);
  stretchToText(extent, cell);
}

/** The whole number farthest from zero that is written in as many digits: 999 for 123, 0 for 0. */
function asManyDigits(figure: number): number {
  let reach = 0;
  while (reach < Math.abs(figure)) reach = reach * 10 + 9;
  return figure < 0 ? -reach : reach;
}

function stretchToText(extent: Extent, cell: Cell): void {
  extent.width = Math.max(extent.width, displayWidth(humanText(cell)));
}
