/** One result in whatever format was asked for: no format knows a figure that another lacks. */

import { csvText } from "../report/csv.ts";
import { type JsonDocument, jsonRows, jsonText, ndjsonText } from "../report/json.ts";
import { markdownText } from "../report/markdown.ts";
import type { Page, Table } from "../report/page.ts";
import type { Looks } from "../report/style.ts";
import type { DrawTable } from "../report/table.ts";
import { pageText } from "../report/terminal.ts";
import type { Format } from "./output-options.ts";

/** What is not asked for is not worked out. */
export interface Result {
  /** For people: sentences, tables, notes. */
  readonly page: () => Page;
  /** For machines: one fact a row. */
  readonly table: Table;
  /** The JSON document but for its rows, which are the table's. */
  readonly document: () => JsonDocument;
}

export interface OutputSettings {
  readonly format: Format;
  readonly byteOrderMark: boolean;
  readonly looks: Looks;
  /** Draws the tables of a page; null: the plain streamed ones. */
  readonly drawTable: DrawTable | null;
}

export function present(result: Result, { format, byteOrderMark, looks, drawTable }: OutputSettings): Iterable<string> {
  switch (format) {
    case "table":
      return drawTable === null ? pageText(result.page(), looks) : pageText(result.page(), looks, drawTable);
    case "csv":
      return csvText(result.table, { byteOrderMark });
    case "json":
      return jsonText({ ...result.document(), rows: jsonRows(result.table) });
    case "ndjson":
      return ndjsonText(jsonRows(result.table));
    case "md":
      return markdownText(result.page());
    default:
      return format satisfies never;
  }
}
