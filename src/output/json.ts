/** Values as JSON, and the rows of a table as objects of it. */

import { type Day, formatDay } from "../loan/day.ts";
import { type Fen, yuan } from "../loan/money.ts";
import { formatFraction } from "../loan/rate.ts";
import type { Cell, Table } from "./page.ts";
import { visibleInJson } from "./sanitize.ts";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** A document may stream its rows: what is iterable at its top is printed piece by piece. */
export type JsonDocument = { readonly [key: string]: Json | Iterable<Json> };

/** Some amounts of a record in yuan, under their own names. */
export function inYuan<Name extends string>(
  record: { readonly [name in Name]: Fen | null },
  ...names: readonly Name[]
): JsonObject {
  return Object.fromEntries(names.map((name) => [name, yuanOrNull(record[name])]));
}

export function dateOrNull(day: Day | null): string | null {
  return day === null ? null : formatDay(day);
}

export function yuanOrNull(amount: Fen | null): number | null {
  return amount === null ? null : yuan(amount);
}

/** The rows of a table as objects: the same figures as its CSV under the same names, in camelCase. */
export function* jsonRows(table: Table): Generator<JsonObject> {
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
    case "rate":
      return formatFraction(cell.rate);
    case "text":
      return cell.text;
    case "label":
      return cell.code;
    case "empty":
      return null;
    default:
      return cell satisfies never;
  }
}

/** On one line. */
export function plainJson(value: Json): string {
  return visibleInJson(JSON.stringify(value, onlyNumbers));
}

/** JSON text holds no line feed but those of its layout, so every line can be moved in alike. */
export function indentedJson(value: Json, indentation: string): string {
  return visibleInJson(JSON.stringify(value, onlyNumbers, 2)).replaceAll("\n", `\n${indentation}`);
}

/** JSON.stringify turns what is not finite into `null` without a word; here it is a bug and shows itself. */
function onlyNumbers(key: string, value: Json): Json {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${key} is not a number: ${value}`);
  return value;
}

/** `total_owed` as JSON names it: `totalOwed`. */
export function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
