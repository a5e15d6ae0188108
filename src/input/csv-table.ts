/** CSV papers: a header of known columns, and rows that know their line. */

import { type CsvError, type Options, parse } from "csv-parse/sync";
import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import type { Located, ProblemCollector } from "./problem.ts";

export interface ColumnNames<Required extends string, Optional extends string> {
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
}

/** One row: a blank cell of an optional column is null, one of a required column an empty text for its reader to refuse. */
export interface TableRow<Required extends string, Optional extends string> {
  readonly line: number;
  readonly cells: { readonly [name in Required]: Located } & { readonly [name in Optional]: Located | null };
}

interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The rows of a table, with everything wrong in its form told; rows of a wrong length are left out. */
export function readTable<Required extends string, Optional extends string>(
  text: string,
  path: string,
  columns: ColumnNames<Required, Optional>,
  problems: ProblemCollector,
): readonly TableRow<Required, Optional>[] {
  const [header, ...records] = parseRecords(text, path, problems) ?? [];
  if (header === undefined) return [];
  const names = header.cells.map((cell) => plain(cell).toLowerCase());
  if (!checkHeader(names, header, path, columns, problems)) return [];
  if (records.length === 0) problems.add(path, { code: "csv-rows-missing" });

  const rows: TableRow<Required, Optional>[] = [];
  for (const { line, cells } of records) {
    if (cells.length === names.length) {
      rows.push({ line, cells: cellsOf(columns, names, cells, `${path}:${line}`) });
    } else {
      problems.add(`${path}:${line}`, { code: "csv-ragged", expected: names.length, found: cells.length });
    }
  }
  return rows;
}

function cellsOf<Required extends string, Optional extends string>(
  { required, optional }: ColumnNames<Required, Optional>,
  names: readonly string[],
  cells: readonly string[],
  place: string,
): TableRow<Required, Optional>["cells"] {
  const given: Record<string, Located | null> = {};
  for (const name of [...required, ...optional]) {
    const text = (cells[names.indexOf(name)] ?? "").trim();
    const isBlank = text === "" && !required.some((one) => one === name);
    given[name] = isBlank ? null : { text, where: `${place}:${name}` };
  }
  return given as TableRow<Required, Optional>["cells"];
}

function checkHeader(
  names: readonly string[],
  header: CsvRecord,
  path: string,
  { required, optional }: ColumnNames<string, string>,
  problems: ProblemCollector,
): boolean {
  const known = [...required, ...optional];
  const before = problems.count;
  if (!names.some((name) => known.includes(name))) {
    problems.add(`${path}:${header.line}`, { code: "csv-header-missing", columns: known });
    return false;
  }
  for (const [index, name] of names.entries()) {
    const where = `${path}:${header.line}:${name}`;
    if (!known.includes(name)) {
      problems.add(where, {
        code: "csv-column-unknown",
        text: name,
        allowed: known,
        nearest: nearestWord(name, known),
      });
    } else if (names.indexOf(name) !== index) problems.add(where, { code: "csv-column-double", column: name });
  }
  for (const column of required) {
    if (names.includes(column)) continue;
    problems.add(`${path}:${header.line}:${column}`, { code: "csv-column-missing", column, columns: required });
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

/** The records with the line each ends on; rows of nothing but commas, as spreadsheets leave them behind, are no rows. */
function parseRecords(text: string, path: string, problems: ProblemCollector): readonly CsvRecord[] | null {
  try {
    const parsed = parse(text, OPTIONS) as unknown as readonly { record: string[]; info: { lines: number } }[];
    return parsed
      .filter(({ record }) => record.some((cell) => cell.trim() !== ""))
      .map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    // The parser throws for one thing only that is left to go wrong here: quotes.
    const line = Number((error as CsvError)["lines"] ?? 1);
    problems.add(`${path}:${line}`, { code: "csv-quotes" });
    return null;
  }
}
