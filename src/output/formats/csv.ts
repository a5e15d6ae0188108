/**
 * A table as CSV after RFC 4180: English keys, machine numbers, nothing a spreadsheet could take for a formula.
 * Our own join: nearly every field is a figure that needs no quoting, and a CSV library takes twenty times as long.
 */

import { machineText } from "../cells.ts";
import { BYTE_ORDER_MARK, csvQuoted, csvText } from "../csv-text.ts";
import type { Cell } from "../page.ts";
import type { FormatSettings, Report } from "../report.ts";

export function* write(
  { table }: Pick<Report, "table">,
  { byteOrderMark }: Pick<FormatSettings, "byteOrderMark">,
): Generator<string> {
  if (byteOrderMark) yield BYTE_ORDER_MARK;
  yield `${table.columns.map(({ key }) => csvQuoted(key)).join(",")}\n`;
  for (const row of table.rows) {
    if (row.length !== table.columns.length) throw new Error(`${row.length} cells for ${table.columns.length} columns`);
    let line = "";
    let separator = "";
    for (const cell of row) {
      line += separator + field(cell);
      separator = ",";
    }
    yield `${line}\n`;
  }
}

/** A label can be a name of the user's too: that of a way to pay. */
function field(cell: Cell): string {
  const text = machineText(cell);
  return cell.kind === "text" || cell.kind === "label" ? csvText(text) : text;
}
