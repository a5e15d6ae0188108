/**
 * The rows of a block of CSV. Up to the first quote the fields are cut out by hand, which is most of all input; from
 * there on csv-parse reads. Both give the same fields of the same line, whatever stands before it in the block.
 */

import { type Options, parse } from "csv-parse/sync";
import { withoutFormulas } from "../plain-text.ts";
import type { Issue } from "../problem.ts";
import { MOST_LINE_LENGTH } from "./line-blocks.ts";
import { FieldsOfBytes, FieldsOfTexts, type RowFields, type Separator } from "./row-fields.ts";

/** Is given the rows of a block, one after the other; a line counts from 0 in its block, and a blank one is no row. */
interface RowSink {
  /** A comma unless the book has another one. */
  readonly separator?: Separator;
  /** The fields are those of this row only until the next one. */
  readonly row: (line: number, fields: RowFields) => void;
  readonly unreadable: Unreadable;
}

/** `id`: whose line it is, where that can be read; `name`: of the field that is wrong, where it is one alone. */
export type Unreadable = (line: number, issue: Issue, id?: string, name?: string) => void;

const QUOTE = 0x22;
const LINE_FEED = 0x0a;

/** Reads the rows; returns the number of lines, blank ones too. */
export function readCsvRows(block: Uint8Array, sink: RowSink): number {
  const quote = block.indexOf(QUOTE);
  if (quote < 0) return readPlain(block, sink);
  const start = block.subarray(0, quote).lastIndexOf(LINE_FEED) + 1;
  const lines = readPlain(block.subarray(0, start), sink);
  const rest = block.subarray(start);
  const byItself: ReadLine = (line, number) => readQuotedLine(line, sink, number);
  return readQuoted(rest, lines, sink) ?? readLines(rest, lines, sink.unreadable, byItself);
}

/** Lines without a quote; one that is not all ASCII is read as a text. */
function readPlain(block: Uint8Array, sink: RowSink): number {
  const { separator = "," } = sink;
  const fields = new FieldsOfBytes(block, separator);
  const asText: ReadLine = (line, number) => sinkTexts(line.split(separator), sink, number);
  let number = 0;
  for (let start = 0; start < block.length; number += 1) {
    const next = fields.cut(start);
    if (next < 0) {
      const end = endOfLine(block, start);
      readLines(block.subarray(start, end), number, sink.unreadable, asText);
      start = end;
      continue;
    }
    if (fields.length > MOST_LINE_LENGTH) sink.unreadable(number, LINE_TOO_LONG);
    else if (!isBlank(fields)) sink.row(number, fields);
    start = next;
  }
  return number;
}

const LINE_TOO_LONG: Issue = { code: "line-too-long", most: MOST_LINE_LENGTH };

type ReadLine = (line: string, number: number) => void;

/** Hands out the lines of a block that are not blank; returns the number after the last. */
export function readLines(block: Uint8Array, firstLine: number, unreadable: Unreadable, read: ReadLine): number {
  const text = decoded(block);
  if (text === null) return readLinesOneByOne(block, firstLine, unreadable, read);
  let number = firstLine;
  for (let start = 0; start < text.length; number += 1) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(start, end > start && text[end - 1] === "\r" ? end - 1 : end);
    if (line.length > MOST_LINE_LENGTH) unreadable(number, LINE_TOO_LONG);
    else if (line.trim() !== "") read(line, number);
    start = end + 1;
  }
  return number;
}

/** A line that is no UTF-8 costs itself. */
function readLinesOneByOne(block: Uint8Array, firstLine: number, unreadable: Unreadable, read: ReadLine): number {
  let number = firstLine;
  for (let start = 0; start < block.length; number += 1) {
    const end = endOfLine(block, start);
    const line = block.subarray(start, end);
    if (decoded(line) === null) unreadable(number, { code: "line-encoding" });
    else readLines(line, number, unreadable, read);
    start = end;
  }
  return number;
}

/** One behind the line feed, or behind the last byte. */
export function endOfLine(bytes: Uint8Array, start: number): number {
  const feed = bytes.indexOf(LINE_FEED, start);
  return feed < 0 ? bytes.length : feed + 1;
}

const DECODER = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string | null {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null;
  }
}

const OPTIONS = {
  record_delimiter: ["\r\n", "\n"],
  relax_column_count: true,
  skip_empty_lines: false,
} as const satisfies Options;

/** A line by itself: a quote that is not closed, or stands where none may, costs this line and no other. */
function readQuotedLine(line: string, sink: RowSink, number: number): void {
  const [fields] = parsed(line, sink) ?? [];
  if (fields === undefined) sink.unreadable(number, { code: "csv-quotes" });
  else sinkTexts(fields, sink, number);
}

function sinkTexts(texts: readonly string[], sink: RowSink, number: number): void {
  const fields = new FieldsOfTexts(texts);
  if (!isBlank(fields)) sink.row(number, fields);
}

/** Without anything in any field: spreadsheet programs leave lines of commas behind a table. */
function isBlank(fields: RowFields): boolean {
  for (let at = 0; at < fields.count; at += 1) {
    if (!fields.is(at, "") && fields.text(at).trim() !== "") return false;
  }
  return true;
}

/** All lines at once, which is quicker; null where one of them has to be told of, or a quoted field holds a line feed. */
function readQuoted(block: Uint8Array, firstLine: number, sink: RowSink): number | null {
  const written = decoded(block);
  if (written === null) return null;
  // Only the last line may lack its line feed, also behind a return.
  const text = written.endsWith("\n") ? written : `${written}\n`;
  const lines = text.slice(0, -1).split("\n");
  if (lines.some((line) => line.length > MOST_LINE_LENGTH)) return null;
  const records = parsed(text, sink);
  if (records?.length !== lines.length) return null;
  for (const [index, fields] of records.entries()) {
    sinkTexts(fields, sink, firstLine + index);
  }
  return firstLine + lines.length;
}

function parsed(text: string, { separator = "," }: Pick<RowSink, "separator">): readonly string[][] | null {
  try {
    return parse(withoutFormulas(text), { ...OPTIONS, delimiter: separator });
  } catch {
    return null;
  }
}
