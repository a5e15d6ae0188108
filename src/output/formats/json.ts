/** JSON: one document, the same in a terminal and in a pipe, its rows streamed. */

import { indentedJson, type Json, type JsonDocument, jsonRows } from "../json.ts";
import type { Report } from "../report.ts";

export function write({ document, table, rows }: Report): Iterable<string> {
  return documentText({ ...document(), rows: rows?.() ?? jsonRows(table) });
}

/** The document, indented by two spaces, with a line feed at the end. */
export function* documentText(document: JsonDocument): Generator<string> {
  let before = "{\n  ";
  for (const [key, value] of Object.entries(document)) {
    yield `${before}${JSON.stringify(key)}: `;
    before = ",\n  ";
    if (isStream(value)) yield* listText(value);
    else yield indentedJson(value, "  ");
  }
  yield before === "{\n  " ? "{}\n" : "\n}\n";
}

function* listText(values: Iterable<Json>): Generator<string> {
  let before = "[\n    ";
  for (const value of values) {
    yield before + indentedJson(value, "    ");
    before = ",\n    ";
  }
  yield before === "[\n    " ? "[]" : "\n  ]";
}

function isStream(value: Json | Iterable<Json>): value is Iterable<Json> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}
