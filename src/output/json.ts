/** Results as JSON: one document, or one row a line; the same in a terminal and in a pipe. */

import { formatDay } from "../loan/day.ts";
import { type Fen, formatFen } from "../loan/money.ts";
import { gathered } from "./chunks.ts";
import type { Cell, Table } from "./page.ts";

const ONLY_PLAIN_ASCII = /^[\n\x20-\x7e]*$/;

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A document may stream its rows: what is iterable at its top is printed piece by piece. */
export type JsonDocument = { readonly [key: string]: Json | Iterable<Json> };

/** Money as JSON shows it: the number of at most two decimals nearest to the amount, which prints as just that. */
export function yuan(amount: Fen): number {
  return Number(formatFen(amount));
}

/** The document, indented by two spaces, with a line feed at the end. */
export function jsonText(document: JsonDocument): Iterable<string> {
  return gathered(documentText(document));
}

function* documentText(document: JsonDocument): Generator<string> {
  let before = "{\n  ";
  for (const [key, value] of Object.entries(document)) {
    yield `${before}${JSON.stringify(key)}: `;
    before = ",\n  ";
    if (isStream(value)) yield* listText(value);
    else yield indented(value, "  ");
  }
  yield before === "{\n  " ? "{}\n" : "\n}\n";
}

/** One row a line. */
export function ndjsonText(rows: Iterable<Json>): Iterable<string> {
  return gathered(ndjsonLines(rows));
}

function* ndjsonLines(rows: Iterable<Json>): Generator<string> {
  for (const row of rows) yield `${visible(JSON.stringify(row, onlyNumbers))}\n`;
}

/** The rows of a table as objects: the same figures as its CSV under the same names, in camelCase. */
export function* jsonRows(table: Table): Generator<{ readonly [key: string]: Json }> {
  const names = table.columns.map(({ key }) => camelCase(key));
  for (const row of table.rows) {
    if (row.length !== names.length) throw new Error(`${row.length} cells for ${names.length} columns`);
    const object: { [key: string]: Json } = {};
    for (const [index, name] of names.entries()) {
      const cell = row[index];
      if (cell !== undefined) object[name] = jsonValue(cell);
    }
    yield object;
  }
}

export function jsonValue(cell: Cell): Json {
  switch (cell.kind) {
    case "money":
    case "difference":
      return yuan(cell.amount);
    case "date":
      return formatDay(cell.day);
    case "count":
      return cell.count;
    case "share":
      return cell.share;
    case "text":
      return cell.text;
    case "label":
      return cell.code;
    case "empty":
      return null;
    default:
      throw new Error(`unknown cell: ${JSON.stringify(cell satisfies never)}`);
  }
}

function* listText(values: Iterable<Json>): Generator<string> {
  let before = "[\n    ";
  for (const value of values) {
    yield before + indented(value, "    ");
    before = ",\n    ";
  }
  yield before === "[\n    " ? "[]" : "\n  ]";
}

/** JSON text holds no line feed but those of its layout, so every line can be moved in alike. */
function indented(value: Json, indentation: string): string {
  return visible(JSON.stringify(value, onlyNumbers, 2)).replaceAll("\n", `\n${indentation}`);
}

/** JSON.stringify turns what is not finite into `null` without a word; here it is a bug and shows itself. */
function onlyNumbers(key: string, value: Json): Json {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${key} is not a number: ${value}`);
  return value;
}

/** JSON itself escapes only the first 32 controls; the others would still be obeyed by a terminal. Nothing is lost. */
function visible(json: string): string {
  if (ONLY_PLAIN_ASCII.test(json)) return json;
  return json.replace(
    /[\u007f-\u009f\u2028\u2029]|[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]/gu,
    (character) => {
      let escaped = "";
      for (let index = 0; index < character.length; index += 1) {
        escaped += `\\u${character.charCodeAt(index).toString(16).padStart(4, "0")}`;
      }
      return escaped;
    },
  );
}

function isStream(value: Json | Iterable<Json>): value is Iterable<Json> {
  return typeof value === "object" && value !== null && Symbol.iterator in value;
}

function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
