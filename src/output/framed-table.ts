/** The small framed tables (products, grids of a plan), drawn by cli-table3. */

import CliTable, { type CellOptions } from "cli-table3";
import { humanText } from "./cells.ts";
import { type FittedColumn, fitColumns } from "./column-layout.ts";
import { measure } from "./column-widths.ts";
import type { Cell, Table } from "./page.ts";
import { leftOutText, tableTitle } from "./streamed-table.ts";
import { type Styles, styled, type TextStyle } from "./style.ts";
import { wrap } from "./width.ts";

/** Plain ASCII: box glyphs are two columns wide on many Chinese terminals. */
const FRAME = {
  top: "-",
  "top-mid": "+",
  "top-left": "+",
  "top-right": "+",
  bottom: "-",
  "bottom-mid": "+",
  "bottom-left": "+",
  "bottom-right": "+",
  left: "|",
  "left-mid": "+",
  mid: "-",
  "mid-mid": "+",
  right: "|",
  "right-mid": "+",
  middle: "|",
};

export function* framedTable(table: Table, style: TextStyle): Generator<string> {
  const { columns: measures, rows } = measure(table);
  const { columns, leftOut } = fitColumns(measures, style.width, { betweenColumns: 3, atEdges: 4 });
  const drawn = new CliTable({
    chars: FRAME,
    // Its own colours would go into pipes as well.
    style: { head: [], border: [] },
    head: columns.map(({ heading }) => heading.map(style.styles.strong).join("\n")),
    colAligns: columns.map(({ measure }) => measure.column.align),
    colWidths: columns.map(({ width }) => width + 2),
  });
  for (const row of rows) drawn.push(columns.map((column) => cellOf(row, column, style.styles)));
  if (table.title !== undefined) yield tableTitle(table.title, style);
  yield `${drawn.toString()}\n`;
  yield leftOutText(leftOut, style);
}

/** Wrapped here, because cli-table3 loses Chinese characters when it wraps. */
function cellOf(row: readonly Cell[], { measure, width }: FittedColumn, styles: Styles): CellOptions {
  const cell = row[measure.index];
  if (cell === undefined) throw new Error("a row has fewer cells than columns");
  const lines = wrap(humanText(cell), width);
  const shown = cell.kind === "label" ? lines.map((line) => styled(styles, cell.tone, line)) : lines;
  return { content: shown.join("\n") };
}
