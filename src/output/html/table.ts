/** A table of the page as HTML: headings for screen readers, and a size at which all of it fits on the paper. */

import { humanText } from "../cells.ts";
import { cellIn, type Measure, measure } from "../column-widths.ts";
import type { Cell, Table } from "../page.ts";
import { longestUnit } from "../width.ts";
import { escaped } from "./markup.ts";

/** What words may take of a line before they are wrapped. */
const WIDEST_WORDS = 16;
/** Of a digit, in widths of an em; fonts differ, and this is the widest of the usual ones. */
const DIGIT = 0.64;
const MOST_ON_ONE_PAGE = 15;
/** A4, upright or across, with letters as large as fit; the style sheet has the same sizes. All in points. */
const PAPERS = [
  { name: "upright", width: 515, letters: 8.5, padding: 4.5 },
  { name: "upright-small", width: 515, letters: 6.5, padding: 2.5 },
  { name: "across", width: 770, letters: 7.5, padding: 3 },
  { name: "across-small", width: 770, letters: 6, padding: 2 },
] as const;

/** Of no more rows than are kept on one page. */
function isShort(rows: Iterable<readonly Cell[]>): boolean {
  let count = 0;
  for (const _ of rows) {
    count += 1;
    if (count > MOST_ON_ONE_PAGE) return false;
  }
  return true;
}

/** In characters, without the room between columns. */
function widthOf(columns: readonly Measure[]): number {
  return columns.reduce((width, { column, cellsWidth, holdsText }) => {
    const cells = holdsText ? Math.min(cellsWidth, WIDEST_WORDS) : cellsWidth;
    return width + Math.max(cells, longestUnit(column.title));
  }, 0);
}

/** `label`: what the table is called where it has no title. */
export function* tableHtml(table: Table, label: string): Generator<string> {
  const columns = measure(table);
  const characters = widthOf(columns);
  const fitting = PAPERS.find(
    ({ width, letters, padding }) => characters * letters * DIGIT + columns.length * 2 * padding <= width,
  );
  if (table.title !== undefined) yield `<h2>${escaped(table.title)}</h2>\n`;
  // What can be scrolled must be within reach of the keyboard.
  const classes = ["table", fitting?.name ?? "across-smallest", ...(isShort(table.rows) ? ["short"] : [])];
  yield `<div class="${classes.join(" ")}" role="region" tabindex="0" aria-label="${escaped(table.title ?? label)}">\n<table>\n<thead><tr>`;
  for (const measured of columns) yield `<th scope="col"${look(measured)}>${escaped(measured.column.title)}`;
  yield "</thead>\n<tbody>\n";
  for (const row of table.rows) yield rowHtml(row, columns);
  yield "</tbody>\n</table>\n</div>\n";
}

/** The first cell says what the row is about. No cell or row has an end tag: a year of days is half as long without. */
function rowHtml(row: readonly Cell[], columns: readonly Measure[]): string {
  let html = "<tr>";
  for (const [place, measured] of columns.entries()) {
    const cell = cellHtml(cellIn(row, measured), measured);
    html += `${place === 0 ? "<th scope=row" : "<td"}${look(measured)}>${cell}`;
  }
  return `${html}\n`;
}

/** Most cells hold figures: those need no class. Only words that take more than a table has room for are wrapped. */
function look({ column, cellsWidth, holdsText }: Measure): string {
  if (column.align === "right") return "";
  return holdsText && cellsWidth > WIDEST_WORDS ? ' class="words"' : ' class="left"';
}

function cellHtml(cell: Cell, { holdsText }: Measure): string {
  const text = escaped(humanText(cell));
  switch (cell.kind) {
    case "date":
      // Among words, where lines are broken.
      return holdsText ? `<time>${text}</time>` : text;
    case "label":
      return cell.tone === "plain" ? text : `<span class="${cell.tone}">${text}</span>`;
    case "money":
    case "difference":
    case "count":
    case "share":
    case "rate":
    case "text":
    case "empty":
      return text;
    default:
      return cell satisfies never;
  }
}
