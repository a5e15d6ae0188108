/** The rows of a block of NDJSON: an object each, whose keys are columns of a book or keys of the loan file. */

import { type Node, type ParseError, parseTree } from "jsonc-parser";
import { firstTooDeep, MOST_DEPTH } from "../json.ts";
import { LOAN_FILE_KEYS } from "../loan-file.ts";
import type { Issue } from "../problem.ts";
import { readLines, type Unreadable } from "./csv-rows.ts";
import { ROW_COLUMNS } from "./loan-rows.ts";
import { FieldsOfTexts, type RowFields } from "./row-fields.ts";

interface JsonRowSink {
  /** Names and fields of the same length; what is no column stands as a loan file of its own in the field `loan`. */
  readonly row: (line: number, names: readonly string[], fields: RowFields) => void;
  readonly unreadable: Unreadable;
}

/** Reads the rows; returns the number of lines, blank ones too. */
export function readJsonRows(block: Uint8Array, sink: JsonRowSink): number {
  return readLines(block, 0, sink.unreadable, (text, number) => {
    const row = parsed(text);
    if ("issue" in row) sink.unreadable(number, row.issue, row.id, row.name);
    else sink.row(number, row.names, new FieldsOfTexts(row.fields));
  });
}

interface Row {
  readonly names: readonly string[];
  readonly fields: readonly string[];
}

/** A line that is no row still says whose it is, where it is read so far. */
interface Refused {
  readonly issue: Issue;
  readonly id: string;
  readonly name?: string;
}

function parsed(text: string): Row | Refused {
  if (firstTooDeep(text) !== null) return { issue: { code: "json-too-deep", most: MOST_DEPTH }, id: "" };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  if (errors.length > 0 || root?.type !== "object") {
    return { issue: { code: "line-no-object" }, id: "" };
  }
  const refused = (issue: Issue, name: string): Refused => ({ issue, id: idIn(root, text), name });
  const names: string[] = [];
  const fields: string[] = [];
  const ofFile: { readonly key: string; readonly property: string }[] = [];
  for (const property of root.children ?? []) {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) continue;
    const name = snakeCase(String(key.value));
    if (OF_FILE.has(String(key.value)) && !ROW_COLUMNS.includes(name)) {
      const { offset, length } = property;
      ofFile.push({ key: String(key.value), property: text.slice(offset, offset + length) });
      continue;
    }
    // What is neither is told of with the row, under its own name.
    if (!ROW_COLUMNS.includes(name)) {
      names.push(String(key.value));
      fields.push("");
      continue;
    }
    if (names.includes(name)) return refused({ code: "duplicate", kind: "key", name }, name);
    const field = textOf(value, text);
    if (field === null) return refused({ code: "wrong-kind", name, entry: null, expected: "text" }, name);
    names.push(name);
    fields.push(field);
  }
  const [first] = ofFile;
  if (first !== undefined) {
    if (names.includes("loan")) return refused({ code: "conflict", options: ["loan", first.key] }, "loan");
    names.push("loan");
    fields.push(`{${ofFile.map(({ property }) => property).join(",")}}`);
  }
  return { names, fields };
}

/** Empty where it is not there once, or is no text or number. */
function idIn(root: Node, text: string): string {
  const [id, another] = (root.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    snakeCase(String(key?.value)) === "id" && value !== undefined ? [value] : [],
  );
  return id === undefined || another !== undefined || id.type === "object" ? "" : (textOf(id, text) ?? "");
}

const OF_FILE: ReadonlySet<string> = new Set(LOAN_FILE_KEYS);

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Numbers keep the digits they are written with; a loan file may stand under its key as it is. */
function textOf(value: Node, text: string): string | null {
  switch (value.type) {
    case "string":
      return String(value.value);
    case "number":
      return text.slice(value.offset, value.offset + value.length);
    case "null":
      return "";
    default:
      return value.type === "object" ? text.slice(value.offset, value.offset + value.length) : null;
  }
}
