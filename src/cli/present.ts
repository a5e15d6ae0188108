/** One result in whatever format was asked for: no format knows a figure that another lacks. */

import { csvText } from "../output/csv.ts";
import { type JsonDocument, jsonRows, jsonText, ndjsonText } from "../output/json.ts";
import { markdownText } from "../output/markdown.ts";
import type { Page, Table } from "../output/page.ts";
import type { TextStyle } from "../output/style.ts";
import type { DrawTable } from "../output/table.ts";
import { pageText } from "../output/terminal.ts";
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
  readonly style: TextStyle;
  /** Draws the tables of a page; null: the plain streamed ones. */
  readonly drawTable: DrawTable | null;
}

export function present(result: Result, output: OutputSettings): Iterable<string> {
  const { format, byteOrderMark } = output;
  switch (format) {
    case "table":
    case "md":
      return presentPage(result.page(), output);
    case "csv":
      return csvText(result.table, { byteOrderMark });
    case "json":
      return jsonText({ ...result.document(), rows: jsonRows(result.table) });
    case "ndjson":
      return ndjsonText(jsonRows(result.table));
    default:
      return format satisfies never;
  }
}

/** What is for people alone, in Markdown or, whatever else was asked for, as text. */
export function presentPage(page: Page, { format, style, drawTable }: OutputSettings): Iterable<string> {
  if (format === "md") return markdownText(page);
  return drawTable === null ? pageText(page, style) : pageText(page, style, drawTable);
}
