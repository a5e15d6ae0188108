/** The small framed tables (products, grids of a plan), drawn by cli-table3. */

import CliTable from "cli-table3";
import { humanText } from "./cells.ts";
import { type FittedColumn, fitColumns } from "./column-layout.ts";
import { cellIn, measure } from "./column-widths.ts";
import type { Cell, Table } from "./page.ts";
import { leftOutText, titleText } from "./streamed-table.ts";
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
  const { columns, leftOut } = fitColumns(measure(table), style.width, { betweenColumns: 3, atEdges: 4 });
  const drawn = new CliTable({
    chars: FRAME,
    // Its own colours would go into pipes as well.
    style: { head: [], border: [] },
    colAligns: columns.map(({ measure }) => measure.column.align),
    colWidths: columns.map(({ width }) => width + 2),
  });
  const framed = [
    columns.map(({ heading }) => heading.map(style.styles.strong)),
    ...Array.from(table.rows, (row) => columns.map((column) => linesOf(row, column, style.styles))),
  ];
  // A row for each line: over a cell of many lines cli-table3 takes seconds.
  const firstLines = new Set<number>();
  for (const cells of framed) {
    firstLines.add(drawn.length);
    const height = Math.max(1, ...cells.map((lines) => lines.length));
    for (let line = 0; line < height; line += 1) drawn.push(cells.map((lines) => lines[line] ?? ""));
  }
  firstLines.add(drawn.length);
  yield titleText(table.title, style);
  // Every other line is a rule, and stays between two rows alone.
  const lines = drawn.toString().split("\n");
  yield `${lines.filter((_, index) => index % 2 === 1 || firstLines.has(index / 2)).join("\n")}\n`;
  yield leftOutText(leftOut, style);
}

/** Wrapped here, because cli-table3 loses Chinese characters when it wraps. */
function linesOf(row: readonly Cell[], { measure, width }: FittedColumn, styles: Styles): readonly string[] {
  const cell = cellIn(row, measure);
  const lines = wrap(humanText(cell), width);
  return cell.kind === "label" ? lines.map((line) => styled(styles, cell.tone, line)) : lines;
}
