/** What a command has found, before it is known how it is printed: no format knows a figure that another lacks. */

import type { JsonDocument } from "./json.ts";
import type { Page, Table } from "./page.ts";
import type { TextStyle } from "./style.ts";

/** What is not asked for is not worked out. */
export interface Report {
  readonly kind: "report";
  /** For people: sentences, tables, notes. */
  readonly page: () => Page;
  /** For machines: one fact a row. */
  readonly table: Table;
  /** The JSON document but for its rows, which are the table's. */
  readonly document: () => JsonDocument;
}

export type Content =
  | Report
  /** For people alone: a letter. */
  | { readonly kind: "page"; readonly page: () => Page }
  /** Text of a format of its own: a calendar. */
  | { readonly kind: "text"; readonly text: Iterable<string> };

export interface FormatSettings {
  readonly style: TextStyle;
  readonly byteOrderMark: boolean;
}

/** What the file of a format exports: `write` yields the text in pieces, a line or several each. */
export interface Format {
  readonly write: (report: Report, settings: FormatSettings) => Iterable<string> | Promise<Iterable<string>>;
}
