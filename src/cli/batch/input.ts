/** The beginning of a book: its form, its header, and lines that are done already. */

import { columnOf, columnOfRate, namesPeriod } from "../../input/column-names.ts";
import { delimiterOf, indexOfHeader, MOST_TITLES, separatorLine, withoutEnd } from "../../input/csv-table.ts";
import { markedAs } from "../../input/input-files.ts";
import { nearestWord } from "../../input/nearest.ts";
import { type Issue, ProblemCollector, type Result, refusal } from "../../input/problem.ts";
import { columnName } from "../../input/row-options.ts";
import { endOfLine, readCsvRows } from "../../input/rows/csv-rows.ts";
import { readJsonRows } from "../../input/rows/json-rows.ts";
import { ROW_COLUMNS } from "../../input/rows/loan-rows.ts";
import type { Separator } from "../../input/rows/row-fields.ts";
import type { NumberedBlock } from "./lanes.ts";
import type { LineFormat } from "./line-writer.ts";

export interface InputForm {
  readonly format: LineFormat;
  /** Of CSV. */
  readonly separator: Separator;
}

const OPENING_BRACE = 0x7b;
const OPENING_BRACKET = 0x5b;
const BYTE_ORDER_MARK = /^\ufeff/;

/** Lines of JSON begin with a brace, and no header does. */
export function formatOf(block: Uint8Array): LineFormat {
  const first = block.find((byte) => byte > 0x20 && byte < 0x80);
  return first === OPENING_BRACE ? "ndjson" : "csv";
}

/** Whether it begins as a list of JSON does, of which no line is one loan; no header begins so. */
export function isJsonList(block: Uint8Array): boolean {
  return block.find((byte) => byte > 0x20) === OPENING_BRACKET;
}

/** Whether it is UTF-16: marked, or one of the two bytes of its first character is zero, as no book in UTF-8 begins. */
export function isUtf16(block: Uint8Array): boolean {
  return markedAs(block) !== null || block.subarray(0, 2).includes(0);
}

/** A block without the byte-order mark that a book may begin with. */
export function withoutMark(block: Uint8Array): Uint8Array {
  return block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf ? block.subarray(3) : block;
}

export interface Header {
  readonly fields: readonly string[];
  /** Why they cannot be read, or null. */
  readonly issue: Issue | null;
  readonly separator: Separator;
  /** Its line, counted from 1. */
  readonly line: number;
  readonly rest: Uint8Array;
}

/** What is behind a first line that says what separates the cells, where the book has no header; nothing new where it has none. */
export function behindSeparatorLine(block: Uint8Array): Partial<Pick<Header, "separator" | "line" | "rest">> {
  const end = endOfLine(block, 0);
  const told = separatorLine(new TextDecoder().decode(block.subarray(0, Math.min(end, MOST_OF_SEPARATOR_LINE))));
  return told === null ? {} : { separator: told.separator, line: 1, rest: block.subarray(end) };
}

const MOST_OF_SEPARATOR_LINE = 1_000;

/** The line that names the columns, or else the first, and what follows it; null where every line is blank. */
export function splitHeader(block: Uint8Array): Header | null {
  const lines: Header[] = [];
  for (const line of firstLines(block)) if (lines.push(line) === MOST_TITLES) break;
  const texts = lines.map(({ fields }) => fields);
  return lines[indexOfHeader(texts, ROW_COLUMNS) ?? 0] ?? null;
}

/** Those that are not blank, each as if it were the header. */
function* firstLines(block: Uint8Array): Generator<Header, void> {
  let told: Separator | null = null;
  for (let start = 0, line = 1; start < block.length; line += 1) {
    const end = endOfLine(block, start);
    const written = block.subarray(start, end);
    const text = new TextDecoder().decode(written);
    const separator: Separator = told ?? separatorOf(text);
    const tells: Separator | null = told === null ? (separatorLine(text)?.separator ?? null) : null;
    const found = tells === null ? fieldsOf(written, separator) : null;
    if (found !== null) yield { ...found, separator, line, rest: block.subarray(end) };
    told ??= tells;
    start = end;
  }
}

/** What separates the names in a header, with or without quotes: that separates the fields of the rows too. */
export function separatorOf(header: string): Separator {
  return delimiterOf(header, ROW_COLUMNS);
}

/** The names in a header that stands by itself; none where it cannot be read. */
export function fieldsOfLine(text: string): readonly string[] {
  return fieldsOf(withoutMark(new TextEncoder().encode(text)), separatorOf(text))?.fields ?? [];
}

/** Null where the line is blank. */
function fieldsOf(line: Uint8Array, separator: Separator): Pick<Header, "fields" | "issue"> | null {
  const found: Pick<Header, "fields" | "issue">[] = [];
  readCsvRows(line, {
    separator,
    row: (_, fields) => {
      const texts = Array.from({ length: fields.count }, (_, at) => fields.text(at));
      found.push({ fields: withoutEnd(texts), issue: null });
    },
    unreadable: (_, issue) => found.push({ fields: [], issue }),
  });
  return found[0] ?? null;
}

/** The columns that a header or `--input-columns` names; `days_overdue` may be written `daysOverdue`, or in Chinese. */
export function readColumns(texts: readonly string[], where: string): Result<readonly string[]> {
  const problems = new ProblemCollector();
  const headings = texts.map((text) => bookColumn(text.replace(BYTE_ORDER_MARK, "").trim()));
  const names = headings.map(columnOfRate);
  if (!names.some((name) => ROW_COLUMNS.includes(name))) {
    return refusal(where, { code: "csv-header-missing", columns: ROW_COLUMNS });
  }
  for (const [index, name] of names.entries()) {
    const place = `${where}:${name}`;
    if (!ROW_COLUMNS.includes(name)) {
      const nearest = nearestWord(name, ROW_COLUMNS);
      problems.add(place, { code: "unknown", kind: "column", text: name, allowed: ROW_COLUMNS, nearest });
    } else if (names.indexOf(name) !== index) {
      problems.add(`${where}:${texts[index]?.trim() ?? name}`, { code: "duplicate", kind: "column", name });
    }
  }
  if (!names.includes("id")) problems.add(where, { code: "missing", kind: "column", names: ["id"] });
  return problems.result(headings);
}

/** A heading that names the period of its rates (`年利率`) stays, for they are read with it. */
function bookColumn(heading: string): string {
  if (namesPeriod(heading)) return heading;
  const column = columnOf(heading, ROW_COLUMNS);
  return ROW_COLUMNS.includes(column) ? column : columnName(heading);
}

/** The blocks with the numbers of their lines. */
export async function* numbered(blocks: AsyncIterable<Uint8Array>, linesBefore: number): AsyncGenerator<NumberedBlock> {
  let firstLine = linesBefore + 1;
  for await (const bytes of blocks) {
    const block = numberedBlock(bytes, firstLine);
    yield block;
    firstLine = block.lastLine + 1;
  }
}

function numberedBlock(bytes: Uint8Array, firstLine: number): NumberedBlock {
  let lastLine = firstLine - 1;
  for (let at = 0; at < bytes.length; at = endOfLine(bytes, at)) lastLine += 1;
  return { bytes, firstLine, lastLine };
}

/** The same lines in blocks of about so many bytes, or those of a line. */
export async function* cut(
  blocks: AsyncIterable<NumberedBlock>,
  mostBytes: () => number,
): AsyncGenerator<NumberedBlock> {
  for await (const block of blocks) {
    let rest = block;
    for (let most = mostBytes(); most < rest.bytes.length; most = mostBytes()) {
      const end = endOfLine(rest.bytes, most - 1);
      const part = numberedBlock(rest.bytes.subarray(0, end), rest.firstLine);
      yield part;
      rest = { bytes: rest.bytes.subarray(end), firstLine: part.lastLine + 1, lastLine: block.lastLine };
    }
    if (rest.bytes.length > 0) yield rest;
  }
}

/** A row of a book, with blank lines before it, and all that is behind it. */
interface RowAndRest {
  readonly row: Uint8Array;
  readonly rest: AsyncGenerator<NumberedBlock>;
}

/** The row of a number, counted from 1, or null where there are not so many. */
export async function rowOf(
  blocks: AsyncGenerator<NumberedBlock>,
  number: number,
  form: InputForm,
): Promise<RowAndRest | null> {
  let rowsBefore = number - 1;
  for await (const block of keptOpen(blocks)) {
    const first = rowsBefore === 0 ? block : behind(block, rowsBefore, form);
    if (typeof first === "number") rowsBefore = first;
    else {
      rowsBefore = 0;
      const rest = behind(first, 1, form);
      if (typeof rest !== "number") {
        const row = first.bytes.subarray(0, first.bytes.length - rest.bytes.length);
        return { row, rest: followedBy(rest, blocks) };
      }
    }
  }
  return null;
}

/** The same blocks, of which the rest can still be had after a loop over them is left. */
function keptOpen<Item>(items: AsyncGenerator<Item>): AsyncIterable<Item> {
  return { [Symbol.asyncIterator]: () => ({ next: () => items.next() }) };
}

async function* followedBy(first: NumberedBlock, others: AsyncGenerator<NumberedBlock>): AsyncGenerator<NumberedBlock> {
  if (first.bytes.length > 0) yield first;
  yield* others;
}

/** What is behind so many rows of a block; a number where it has fewer: how many are left. */
function behind(
  { bytes, firstLine, lastLine }: NumberedBlock,
  rows: number,
  { format, separator }: InputForm,
): NumberedBlock | number {
  const rowLines: number[] = [];
  const unreadable = (line: number): unknown => rowLines.push(line);
  const sink = { row: unreadable, unreadable };
  if (format === "csv") readCsvRows(bytes, { ...sink, separator });
  else readJsonRows(bytes, sink);
  if (rowLines.length < rows) return rows - rowLines.length;
  const linesDone = (rowLines[rows - 1] ?? -1) + 1;
  let at = 0;
  for (let line = 0; line < linesDone; line += 1) at = endOfLine(bytes, at);
  return { bytes: bytes.subarray(at), firstLine: firstLine + linesDone, lastLine };
}
