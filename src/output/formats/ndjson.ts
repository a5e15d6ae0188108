/** NDJSON: the rows of the JSON document, one a line. */

import { jsonRows, plainJson } from "../json.ts";
import type { Report } from "../report.ts";

export function* write({ table, rows }: Pick<Report, "table" | "rows">): Generator<string> {
  for (const row of rows?.() ?? jsonRows(table)) yield `${plainJson(row)}\n`;
}
