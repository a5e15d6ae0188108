/** A table for the terminal, padded and streamed: thousands of rows print in about the time of their CSV. */

import { humanText } from "./cells.ts";
import { type FittedColumn, fitColumns } from "./column-layout.ts";
import { cellIn, measure } from "./column-widths.ts";
import type { Cell, Table } from "./page.ts";
import { type Styles, styled, type TextStyle } from "./style.ts";
import { displayWidth, pad, printableLines, wrap } from "./width.ts";

const GAP = "  ";

/** Draws a table; the streamed one below, or the framed one of framed-table.ts. */
export type DrawTable = (table: Table, style: TextStyle) => Iterable<string>;

export function* streamedTable(table: Table, style: TextStyle): Generator<string> {
  const { columns, leftOut } = fitColumns(measure(table), style.width, { betweenColumns: GAP.length, atEdges: 0 });
  yield titleText(table.title, style);
  yield headingText(columns, style.styles);
  let lines = 0;
  for (const row of table.rows) {
    yield rowText(row, columns, style.styles);
    lines += 1;
  }
  yield leftOutText(leftOut, style);
  if (table.whenLong !== undefined && style.height !== undefined && lines > style.height) {
    yield faintText(table.whenLong, style);
  }
}

/** Nothing where there is no title. */
export function titleText(title: string | undefined, { styles, width }: TextStyle): string {
  const lines = title === undefined ? [] : printableLines(title, width);
  return lines.map((line) => `${styles.strong(line)}\n`).join("");
}

/** The line that owns up to the columns there was no room for; nothing where all are there. */
export function leftOutText(titles: readonly string[], style: TextStyle): string {
  return titles.length === 0 ? "" : faintText(style.leftOut(titles), style);
}

function faintText(text: string, { styles, width }: TextStyle): string {
  return printableLines(text, width)
    .map((line) => `${styles.faint(line)}\n`)
    .join("");
}

/** Titles stand on their underline: one that needs fewer lines than its neighbours begins lower. */
function headingText(columns: readonly FittedColumn[], styles: Styles): string {
  const height = Math.max(1, ...columns.map(({ heading }) => heading.length));
  let text = "";
  for (let lineNumber = 0; lineNumber < height; lineNumber += 1) {
    const line = columns.map(({ heading, width, measure }) =>
      pad(heading[lineNumber - height + heading.length] ?? "", width, measure.column.align),
    );
    text += `${styles.strong(line.join(GAP).trimEnd())}\n`;
  }
  return `${text}${styles.faint(columns.map(({ width }) => "-".repeat(width)).join(GAP))}\n`;
}

function rowText(row: readonly Cell[], columns: readonly FittedColumn[], styles: Styles): string {
  let line = "";
  let gap = "";
  for (const column of columns) {
    const cell = cellIn(row, column.measure);
    const text = humanText(cell);
    line += gap;
    gap = GAP;
    if (cell.kind === "text" || cell.kind === "label") {
      const width = displayWidth(text);
      if (width > column.width) return tallRowText(row, columns, styles);
      const padded = pad(text, column.width, column.measure.column.align);
      line += cell.kind === "label" ? styled(styles, cell.tone, padded) : padded;
    } else {
      // Figures are plain ASCII: their length is their width.
      line += column.measure.column.align === "right" ? text.padStart(column.width) : text.padEnd(column.width);
    }
  }
  return `${line.trimEnd()}\n`;
}

/** A row in which words are wrapped, so that it takes several lines. */
function tallRowText(row: readonly Cell[], columns: readonly FittedColumn[], styles: Styles): string {
  const cells = columns.map(({ measure, width }) => {
    const cell = cellIn(row, measure);
    return { cell, width, align: measure.column.align, lines: wrap(humanText(cell), width) };
  });
  const height = Math.max(...cells.map(({ lines }) => lines.length));
  let text = "";
  for (let lineNumber = 0; lineNumber < height; lineNumber += 1) {
    const parts = cells.map(({ cell, width, align, lines }) => {
      const part = pad(lines[lineNumber] ?? "", width, align);
      return cell.kind === "label" ? styled(styles, cell.tone, part) : part;
    });
    text += `${parts.join(GAP).trimEnd()}\n`;
  }
  return text;
}
