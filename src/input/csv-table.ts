/** CSV papers: a header of known columns, and rows that know their line. */

import { type CsvError, type Options, parse } from "csv-parse/sync";
import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import type { ProblemCollector } from "./problem.ts";
import type { RecordShape } from "./record.ts";
import { type Written, type WrittenObject, writtenText } from "./written.ts";

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a table, each with the columns that a record has, with everything wrong in its form noted; rows of a wrong
 * length are left out. A blank cell is null, but in a required column an empty text for its field to refuse.
 */
export function readTable(
  text: string,
  path: string,
  columns: Pick<RecordShape<unknown>, "names" | "requiredNames">,
  problems: ProblemCollector,
): readonly WrittenObject[] {
  const [header, ...records] = parseRecords(text, path, problems) ?? [];
  if (header === undefined) return [];
  const names = header.cells.map((cell) => plain(cell).toLowerCase());
  if (!checkHeader(names, header, path, columns, problems)) return [];
  if (records.length === 0) problems.add(path, { code: "list-empty", name: path });

  const rows: WrittenObject[] = [];
  for (const { line, cells } of records) {
    if (cells.length === names.length) rows.push(rowOf(columns.requiredNames, names, cells, `${path}:${line}`));
    else problems.add(`${path}:${line}`, { code: "csv-ragged", expected: names.length, found: cells.length });
  }
  return rows;
}

function rowOf(
  required: readonly string[],
  names: readonly string[],
  cells: readonly string[],
  where: string,
): WrittenObject {
  const placeOf = (name: string): string => `${where}:${name}`;
  const entries = new Map<string, Written | null>();
  for (const [index, name] of names.entries()) {
    const text = (cells[index] ?? "").trim();
    const isBlank = text === "" && !required.includes(name);
    entries.set(name, isBlank ? null : writtenText(text, placeOf(name)));
  }
  return { kind: "object", entries, where, placeOf };
}

function checkHeader(
  names: readonly string[],
  header: CsvRecord,
  path: string,
  { names: known, requiredNames }: Pick<RecordShape<unknown>, "names" | "requiredNames">,
  problems: ProblemCollector,
): boolean {
  const before = problems.count;
  if (!names.some((name) => known.includes(name))) {
    problems.add(`${path}:${header.line}`, { code: "csv-header-missing", columns: known });
    return false;
  }
  for (const [index, name] of names.entries()) {
    const where = `${path}:${header.line}:${name}`;
    if (!known.includes(name)) {
      const nearest = nearestWord(name, known);
      problems.add(where, { code: "unknown", kind: "column", text: name, allowed: known, nearest });
    } else if (names.indexOf(name) !== index) problems.add(where, { code: "duplicate", kind: "column", name });
  }
  for (const name of requiredNames) {
    if (!names.includes(name))
      problems.add(`${path}:${header.line}:${name}`, { code: "missing", kind: "column", names: [name] });
  }
  return problems.count === before;
}

const OPTIONS = {
  bom: true,
  info: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
  skip_empty_lines: true,
} as const satisfies Options;

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** As the parser gives it, before anything is made of it; it throws where quotes are wrong. */
export function parsedTable(text: string): readonly ParsedRecord[] {
  return parse(text, OPTIONS) as unknown as readonly ParsedRecord[];
}

/** The records with the line each ends on; rows of nothing but commas, as spreadsheets leave them behind, are no rows. */
function parseRecords(text: string, path: string, problems: ProblemCollector): readonly CsvRecord[] | null {
  try {
    return parsedTable(text)
      .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
      .map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    // The parser throws for one thing only that is left to go wrong here: quotes.
    // A quote that is never closed is noticed at the end of the file, and said where it opens.
    const { code, lines } = error as CsvError & { readonly lines?: number };
    const line = code === "CSV_QUOTE_NOT_CLOSED" ? lineOfOpenQuote(text) : (lines ?? 1);
    problems.add(`${path}:${line}`, { code: "csv-quotes" });
    return null;
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
