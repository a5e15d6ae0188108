/** CSV files: a header of known columns, and rows that know their line. */

import { type CsvError, type Options, parse } from "csv-parse/sync";
import { columnOf } from "./column-names.ts";
import { nearestWord } from "./nearest.ts";
import type { ProblemCollector } from "./problem.ts";
import type { RecordReader } from "./record.ts";
import type { Separator } from "./rows/row-fields.ts";
import { type Written, type WrittenObject, writtenText } from "./written.ts";

export interface Columns extends Pick<RecordReader<unknown>, "names" | "requiredNames"> {
  /** What every row has in a column that the table lacks, as far as its headings say it. */
  readonly implied?: (header: {
    readonly names: readonly string[];
    readonly headings: readonly string[];
  }) => Implied | null;
}

interface Implied {
  readonly name: string;
  readonly text: string;
}

/** All rows of a table at once; see `tableRows`. */
export function readTable(
  text: string,
  path: string,
  columns: Columns,
  problems: ProblemCollector,
): readonly WrittenObject[] {
  return [...tableRows(text, path, columns, problems)];
}

/**
 * The rows of a table one after the other, each with the columns that a record has, with everything wrong in its form noted;
 * rows of a wrong length are left out, and those of nothing but commas, as spreadsheets leave them behind, are no rows. A
 * blank cell is null, but in a required column an empty text for its field to refuse.
 */
export function* tableRows(
  text: string,
  path: string,
  columns: Columns,
  problems: ProblemCollector,
): Generator<WrittenObject, void> {
  let names: readonly string[] | null = null;
  let headings: ReadonlyMap<string, string> = new Map();
  let implied: Implied | null = null;
  let hasRows = false;
  const records = parsedOrNoted(text, path, columns.names, problems);
  const headerAt = indexOfHeader(records, columns.names);
  for (const [index, { record, info }] of records.entries()) {
    if (index < headerAt || record.every(isBlank)) continue;
    const where = `${path}:${info.lines}`;
    const cells = withoutEnd(record, names?.length ?? 0);
    if (names === null) {
      const written = cells.map((cell) => ({ name: columnOf(cell, columns.names), heading: cell.trim() }));
      const shown = written.map(({ name, heading }) => (isAscii(heading) ? name : heading));
      const named = written.map(({ name }) => name);
      implied = columns.implied?.({ names: named, headings: written.map(({ heading }) => heading) }) ?? null;
      const requiredNames = columns.requiredNames.filter((name) => name !== implied?.name);
      names = readHeader({ names: named, shown }, where, { ...columns, requiredNames }, problems);
      if (names === null) return;
      headings = new Map(written.map(({ name }, index) => [name, shown[index] ?? name]));
      continue;
    }
    hasRows = true;
    if (cells.length === names.length) yield rowOf(columns, { names, headings, implied }, cells, where);
    else problems.add(where, { code: "csv-ragged", expected: names.length, found: cells.length });
  }
  if (names !== null && !hasRows) problems.add(path, { code: "list-empty", name: path });
}

/** Titles, names and the time of an export may stand above the columns; so many lines are looked at. */
const MOST_TITLES = 20;

/** Of the line that names the columns; where the first names none, that of one below that names several. */
function indexOfHeader(records: readonly ParsedRecord[], known: readonly string[]): number {
  const namesAtLeast = (least: number) => (one: ParsedRecord) =>
    one.record.filter((cell) => known.includes(columnOf(cell, known))).length >= least;
  const first = records.findIndex(({ record }) => !record.every(isBlank));
  const written = records[first];
  if (written === undefined || namesAtLeast(1)(written)) return first;
  const below = records.slice(0, MOST_TITLES).findIndex(namesAtLeast(2));
  return Math.max(first, below);
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

/** Without the blank cells at its end that are more than the columns: a spreadsheet saves those it once had. */
function withoutEnd(record: readonly string[], columns: number): readonly string[] {
  return record.slice(0, Math.max(columns, record.findLastIndex((cell) => !isBlank(cell)) + 1));
}

/** Its columns, and what those are called in the file that have another name there. */
interface Header {
  readonly names: readonly string[];
  readonly headings: ReadonlyMap<string, string>;
  readonly implied: Implied | null;
}

function isAscii(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

function rowOf(
  { names: known, requiredNames }: Columns,
  { names, headings, implied }: Header,
  cells: readonly string[],
  where: string,
): WrittenObject {
  const placeOf = (name: string): string => `${where}:${headings.get(name) ?? name}`;
  const entries = new Map<string, Written | null>();
  for (const [index, name] of names.entries()) {
    if (!known.includes(name)) continue;
    const text = (cells[index] ?? "").trim();
    const isLeftOut = text === "" && !requiredNames.includes(name);
    entries.set(name, isLeftOut ? null : writtenText(text, placeOf(name)));
  }
  if (implied !== null) entries.set(implied.name, writtenText(implied.text, placeOf(implied.name)));
  return { kind: "object", entries, where, placeOf };
}

/**
 * The names of the columns, with everything wrong in them noted; null where the rows cannot be read by them. An unknown one
 * is read as the one that was probably meant, so that what is wrong in the rows is told too, and nothing that is not.
 */
function readHeader(
  { names, shown }: { readonly names: readonly string[]; readonly shown: readonly string[] },
  line: string,
  { names: known, requiredNames }: Columns,
  problems: ProblemCollector,
): readonly string[] | null {
  if (!names.some((name) => known.includes(name))) {
    problems.add(line, { code: "csv-header-missing", columns: known });
    return null;
  }
  const meant = names.map((name) => {
    if (known.includes(name)) return name;
    const nearest = nearestWord(name, known);
    problems.add(`${line}:${name}`, { code: "unknown", kind: "column", text: name, allowed: known, nearest });
    return nearest === null || names.includes(nearest) ? name : nearest;
  });
  const before = problems.count;
  for (const [index, name] of names.entries()) {
    if (known.includes(name) && names.indexOf(name) !== index) {
      problems.add(`${line}:${shown[index] ?? name}`, { code: "duplicate", kind: "column", name });
    }
  }
  for (const name of requiredNames) {
    if (!meant.includes(name)) problems.add(`${line}:${name}`, { code: "missing", kind: "column", names: [name] });
  }
  return problems.count === before ? meant : null;
}

const OPTIONS = {
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
} as const satisfies Options;

interface ParsedRecord {
  readonly record: readonly string[];
  /** The line it ends on. */
  readonly info: { readonly lines: number };
}

/**
 * As the parser gives it, before anything is made of it; it throws where quotes are wrong. Without quotes every line is a
 * record, so that the lines need not be counted by the parser, which takes it longer than all else.
 */
export function parsedTable(text: string, delimiter = ","): readonly ParsedRecord[] {
  const options = { ...OPTIONS, delimiter };
  if (text.includes('"')) return parse(text, { ...options, info: true }) as unknown as readonly ParsedRecord[];
  return parse(text, options).map((record, index) => ({ record, info: { lines: index + 1 } }));
}

/** Spreadsheets save a table as UTF-16 with tabs, and where a comma is the decimal point with semicolons; the header shows it. */
export function delimiterOf(text: string, known: readonly string[]): Separator {
  const [header = ""] = /[^\s][^\r\n]*/.exec(text) ?? [];
  if (header.includes(",")) return ",";
  const separates = (sign: string): boolean => {
    const names = header.split(sign).map((name) => columnOf(name, known));
    return names.length > 1 && names.some((name) => known.includes(name));
  };
  return (["\t", ";"] as const).find(separates) ?? ",";
}

/** A first line that tells a spreadsheet, and is told by some, what separates the cells: `sep=;`. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;\t|])"?[,; \t]*(?=[\r\n])/i;

/** What such a line, at the beginning, tells, and its length without its end. */
export function separatorLine(text: string): { readonly separator: Separator; readonly length: number } | null {
  const [line, separator] = SEPARATOR_LINE.exec(text) ?? [];
  return line === undefined ? null : { separator: separator as Separator, length: line.length };
}

function parsedOrNoted(
  text: string,
  path: string,
  known: readonly string[],
  problems: ProblemCollector,
): readonly ParsedRecord[] {
  try {
    const told = separatorLine(text);
    if (told === null) return parsedTable(text, delimiterOf(text, known));
    // What is left of it is an empty line, so that those below keep their numbers.
    return parsedTable(text.slice(told.length), told.separator);
  } catch (error) {
    // The parser throws for one thing only that is left to go wrong here: quotes.
    // A quote that is never closed is noticed at the end of the file, and said where it opens.
    const { code, lines } = error as CsvError & { readonly lines?: number };
    const line = code === "CSV_QUOTE_NOT_CLOSED" ? lineOfOpenQuote(text) : (lines ?? 1);
    problems.add(`${path}:${line}`, { code: "csv-quotes" });
    return [];
  }
}

function lineOfOpenQuote(text: string): number {
  let line = 1;
  let openedAt: number | null = null;
  for (const character of text.replaceAll("\r\n", "\n")) {
    if (character === '"') openedAt = openedAt === null ? line : null;
    else if (character === "\n" || character === "\r") line += 1;
  }
  return openedAt ?? line;
}
