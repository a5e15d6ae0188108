/** A table of the page as HTML: headings for screen readers, and a size at which all of it fits on the paper. */

import { humanText } from "../cells.ts";
import { type Measure, measure } from "../column-widths.ts";
import type { Cell, Table } from "../page.ts";
import { longestUnit } from "../width.ts";
import { escaped } from "./markup.ts";

/** What words may take of a line before they are wrapped. */
const WIDEST_WORDS = 24;
/** Room between two columns, in characters. */
const BETWEEN = 2;
/** The most characters that a line of each paper takes; the style sheet has a size of letters for each. */
const PAPERS = [
  { name: "upright", characters: 92 },
  { name: "small", characters: 120 },
  { name: "across", characters: 180 },
  { name: "across-small", characters: 250 },
] as const;

/** `id`: under which the heading of the table is known in the page. */
export function* tableHtml(table: Table, id: string, label: string): Generator<string> {
  const { columns, rows } = measure(table);
  const paper = PAPERS.find(({ characters }) => widthOf(columns) <= characters)?.name ?? "across-smallest";
  if (table.title !== undefined) yield `<h2 id="${id}">${escaped(table.title)}</h2>\n`;
  const name = table.title === undefined ? `aria-label="${escaped(label)}"` : `aria-labelledby="${id}"`;
  // What can be scrolled must be within reach of the keyboard.
  yield `<div class="table ${paper}" role="region" tabindex="0" ${name}>\n<table>\n<thead><tr>`;
  for (const { column } of columns) yield `<th scope="col"${alignment(column.align)}>${escaped(column.title)}</th>`;
  yield "</tr></thead>\n<tbody>\n";
  for (const row of rows) yield rowHtml(row, columns);
  yield "</tbody>\n</table>\n</div>\n";
}

function widthOf(columns: readonly Measure[]): number {
  return columns.reduce((width, { column, cellsWidth, holdsText }) => {
    const cells = holdsText ? Math.min(cellsWidth, WIDEST_WORDS) : cellsWidth;
    return width + Math.max(cells, longestUnit(column.title)) + BETWEEN;
  }, 0);
}

/** The first cell says what the row is about. */
function rowHtml(row: readonly Cell[], columns: readonly Measure[]): string {
  let html = "<tr>";
  for (const [place, { column, index }] of columns.entries()) {
    const cell = row[index];
    if (cell === undefined) throw new Error("a row has fewer cells than columns");
    const content = cellHtml(cell);
    html +=
      place === 0
        ? `<th scope="row"${alignment(column.align)}>${content}</th>`
        : `<td${alignment(column.align)}>${content}</td>`;
  }
  return `${html}</tr>\n`;
}

function alignment(align: "left" | "right"): string {
  return align === "right" ? ' class="right"' : "";
}

function cellHtml(cell: Cell): string {
  const text = escaped(humanText(cell));
  switch (cell.kind) {
    case "date":
      return `<time>${text}</time>`;
    case "label":
      return cell.tone === "plain" ? text : `<span class="${cell.tone}">${text}</span>`;
    case "money":
    case "difference":
    case "count":
    case "share":
    case "text":
    case "empty":
      return text;
    default:
      throw new Error(`unknown cell: ${JSON.stringify(cell satisfies never)}`);
  }
}
