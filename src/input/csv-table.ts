/** CSV files: a header of known columns, and rows that know their line. */

import { type CsvError, type Options, parse } from "csv-parse/sync";
import { columnOf, isTotal, withPeriod } from "./column-names.ts";
import { moneyReader, saysNothing } from "./money-columns.ts";
import { plain, withoutFormulas } from "./plain-text.ts";
import type { Parsed, ProblemCollector } from "./problem.ts";
import { RowAsides } from "./row-asides.ts";
import type { Separator } from "./rows/row-fields.ts";
import { type Columns, type Header, isNamed, readHeader } from "./table-header.ts";
import { readAmount } from "./values/amount.ts";
import { readDayOfEntry } from "./values/date.ts";
import { textUnder, type Written, type WrittenObject, writtenText } from "./written.ts";

/**
 * The rows of a table one after the other, each with the columns that a record has, with everything wrong in its form noted;
 * rows of a wrong length are left out. Rows of nothing but commas, as spreadsheets leave them behind, are no rows, nor are
 * those that add others up, and lines of text under the table. A blank cell is null, but in a required column an empty text
 * for its field to refuse.
 */
export function* tableRows(
  text: string,
  path: string,
  columns: Columns,
  problems: ProblemCollector,
): Generator<WrittenObject, void> {
  const records = parsedOrNoted(text, path, columns.names, problems);
  const lines = records.map(({ record }) => record);
  const named = indexOfHeader(lines, columns.names) ?? lines.findIndex((cells) => !cells.every(isBlank));
  const headerAt = isJoinedAbove(lines[named - 1], lines[named], columns) ? named - 1 : named;
  const head = records[headerAt];
  if (head === undefined) return;
  const isMerged = goesOnBelow(head.record, records[headerAt + 1]?.record, columns.names);
  const headings = isMerged ? mergedHeadings(head.record, records[headerAt + 1]?.record ?? [], columns) : head.record;
  const width = withoutEnd(headings).length;
  const rows = records.slice(headerAt + (isMerged ? 2 : 1));
  const end = endOfRows(rows, columns.requiredNames);
  const isRow = ({ record }: ParsedRecord, index: number): boolean =>
    index < end && !record.every(isBlankOrRule) && !addsUp(record, headings, columns.names);
  const counted = rows.filter(isRow);
  const whole = () => counted.map(({ record }) => withoutEnd(record, width)).filter(({ length }) => length === width);
  const header = readHeader(headings.slice(0, width), whole, `${path}:${head.info.lines}`, columns, problems);
  if (header === null) return;
  columns.onHeader?.(header);
  if (counted.length === 0) problems.add(path, { code: "list-empty", name: path });
  const rowOf = rowReader(columns, header, problems);
  for (const { record, info } of counted) {
    const where = `${path}:${info.lines}`;
    const cells = withoutEnd(record, width);
    if (cells.length === width) yield rowOf(cells, where);
    else problems.add(where, { code: "csv-ragged", expected: width, found: cells.length });
  }
}

/** Titles, names and the time of an export may stand above the columns; so many lines are looked at. */
export const MOST_TITLES = 40;

/** Of the line that names the columns: the first that is not blank, or one below that names several; null where none does. */
export function indexOfHeader(lines: readonly (readonly string[])[], known: readonly string[]): number | null {
  const namesAtLeast = (least: number) => (cells: readonly string[]) => namesIn(cells, known) >= least;
  const first = lines.findIndex((cells) => !cells.every(isBlank));
  const written = lines[first];
  if (written !== undefined && namesAtLeast(1)(written)) return first;
  const below = lines.slice(0, MOST_TITLES).findIndex(namesAtLeast(2));
  const header = lines[below];
  const isLost = (cells: readonly string[]): boolean =>
    header !== undefined && isRowOf(header, cells, known) && !addsUp(cells, header, []);
  return lines.slice(0, Math.max(0, below)).some(isLost) || below < 0 ? null : below;
}

const READ_ABOVE: Readonly<Record<string, (text: string) => Parsed<unknown>>> = {
  date: readDayOfEntry,
  due: readDayOfEntry,
  amount: readAmount,
  principal: readAmount,
};

/** A line with a day and an amount under their headings is no title, but a row that would be lost above them. */
function isRowOf(header: readonly string[], cells: readonly string[], known: readonly string[]): boolean {
  const read = header.flatMap((heading, at) => READ_ABOVE[columnOf(heading, known)]?.(cells[at] ?? "") ?? []);
  return read.length > 0 && read.every(({ ok }) => ok);
}

function namesIn(record: readonly string[], known: readonly string[]): number {
  return record.filter((cell) => known.includes(columnOf(cell, known))).length;
}

/** Cells that are joined above others (`还款明细` over `本金`, `利息`) leave a second line of headings, and none where it has one. */
function goesOnBelow(head: readonly string[], below: readonly string[] | undefined, known: readonly string[]): boolean {
  if (below === undefined || below.length > head.length || namesIn(below, known) < 2) return false;
  return below.every(
    (cell, at) => isBlank(cell) || (!/\d/.test(cell) && (isBlank(head[at] ?? "") || isBlank(head[at + 1] ?? ""))),
  );
}

/** `本金` under `实还` is `实还本金` where a heading is known that says so: what is due and what was paid are two things. */
function mergedHeadings(head: readonly string[], below: readonly string[], table: Columns): readonly string[] {
  let above = "";
  return head.map((cell, at) => {
    const under = below[at] ?? "";
    if (!isBlank(cell)) above = isBlank(under) ? "" : cell;
    if (isBlank(under)) return cell;
    const both = [`${above.trim()}${under.trim()}`, `${under.trim()} ${above.trim()}`];
    return isBlank(above) ? under : (both.find((heading) => isNamed(heading, table)) ?? under);
  });
}

/** Whether the headings stand under joined ones of the line above, under a title: `本金` under `实还`. */
function isJoinedAbove(
  above: readonly string[] | undefined,
  head: readonly string[] | undefined,
  table: Columns,
): boolean {
  if (above === undefined || head === undefined || !goesOnBelow(above, head, table.names)) return false;
  return mergedHeadings(above, head, table).some((heading, at) => !isBlank(head[at] ?? "") && heading !== head[at]);
}

/** Where the rows end: of a table by days, before lines of text alone at its foot, which begin in the first column and with no number. */
function endOfRows(rows: readonly ParsedRecord[], requiredNames: readonly string[]): number {
  if (!requiredNames.includes("date") && !requiredNames.includes("due")) return rows.length;
  const isFoot = ({ record }: ParsedRecord): boolean => {
    const text = record.findIndex((cell) => !isBlank(cell));
    if (text < 0) return true;
    return text === 0 && record.slice(1).every(isBlank) && !/^[\d¥+-]\d|^\d/.test(plain(record[0] ?? ""));
  };
  return rows.findLastIndex((row) => !isFoot(row)) + 1;
}

/** A row that adds up others says so in its first cell, or where its date would stand; a name may be any word. */
function addsUp(record: readonly string[], headings: readonly string[], known: readonly string[]): boolean {
  const at = record.findIndex((cell) => !isBlank(cell));
  return isTotal(record[at] ?? "") && columnOf(headings[at] ?? "", known) !== "name";
}

function isBlank(cell: string): boolean {
  return cell.trim() === "";
}

/** The line under the headings of a table in Markdown has dashes in each cell, and is no row either. */
function isBlankOrRule(cell: string): boolean {
  return isBlank(cell) || /^:?-{2,}:?$/.test(cell.trim());
}

/** Without the blank cells at its end that are more than the columns: a spreadsheet saves those it once had. */
export function withoutEnd(record: readonly string[], columns = 0): readonly string[] {
  return record.slice(0, Math.max(columns, record.findLastIndex((cell) => !isBlank(cell)) + 1));
}

/** A text that a spreadsheet was to keep as it is may be marked: `'20260201`. */
function contentOf(cell: string): string {
  return cell.trim().replace(/^'(?=\d)/, "");
}

/** What makes a row of its cells; the rows of a table come one after the other. */
function rowReader(table: Columns, header: Header, problems: ProblemCollector) {
  const asides = new RowAsides(header, table, problems);
  const moneyIn = moneyReader(header, problems);
  return (cells: readonly string[], where: string): WrittenObject => {
    const shownAs = new Map<string, string>();
    const placeOf = (name: string): string => `${where}:${shownAs.get(name) ?? name}`;
    const entries = new Map<string, Written | null>();
    for (const [index, { name, heading, shown }] of header.columns.entries()) {
      if (name === null) continue;
      shownAs.set(name, shown);
      const cell = contentOf(cells[index] ?? "");
      const isBlankHere = cell === "" || (table.rows === "entries" && saysNothing(cell));
      const isLeftOut = isBlankHere && !table.requiredNames.includes(name);
      const text = name === "rate" ? withPeriod(cell, heading) : cell;
      entries.set(name, isLeftOut ? null : writtenText(text, placeOf(name)));
    }
    if (header.areTakenAsPayments) entries.set("kind", writtenText("payment", placeOf("kind")));
    const money = moneyIn(cells, where, textUnder({ entries }, "kind"));
    if (money !== null) {
      shownAs.set("amount", money.column.shown);
      entries.set("amount", writtenText(money.text, placeOf("amount")));
    }
    asides.check(cells, where, (name) => textUnder({ entries }, name) ?? "", placeOf);
    return { kind: "object", entries, where, placeOf };
  };
}

const OPTIONS = {
  bom: true,
  record_delimiter: ["\r\n", "\n", "\r"],
  relax_column_count: true,
} as const satisfies Options;

interface ParsedRecord {
  readonly record: readonly string[];
  /** The line it begins on. */
  readonly info: { readonly lines: number };
}

/**
 * As the parser gives it, before anything is made of it; it throws where quotes are wrong. What separates the cells is told by
 * a first line that says so, or by a header that has one of the known columns.
 */
export function parsedTable(written: string, known: readonly string[]): readonly ParsedRecord[] {
  const text = withoutFormulas(written.replace(MARKS, ""));
  const line = separatorLine(text);
  if (line === null) return parsedBy(signBetween(text, known), text);
  // What is left of it is an empty line, so that those below keep their numbers.
  return parsedBy(line.separator, text.slice(line.length));
}

/** The lines are counted here: by the parser it would take longer than all else, and a line end of Windows within quotes is two to it. */
function parsedBy(delimiter: string, text: string): readonly ParsedRecord[] {
  const hasQuotes = text.includes('"');
  const records = parse(hasQuotes ? text.replaceAll("\r\n", "\n") : text, { ...OPTIONS, delimiter });
  let next = 1;
  return records.map((record) => {
    const lines = next;
    next += 1 + (hasQuotes ? lineBreaksIn(record) : 0);
    return { record, info: { lines } };
  });
}

function lineBreaksIn(record: readonly string[]): number {
  return record.reduce((count, cell) => count + (cell.match(/[\r\n]/g)?.length ?? 0), 0);
}

/** Spreadsheets save a table as UTF-16 with tabs, and where a comma is the decimal point with semicolons; the header shows it. */
export function delimiterOf(header: string, known: readonly string[]): Separator {
  if (header.includes(",")) return ",";
  return (["\t", ";"] as const).find((sign) => header.includes(sign) && namesBetween(header, sign, known) > 0) ?? ",";
}

function namesBetween(header: string, sign: string, known: readonly string[]): number {
  return namesIn(header.replaceAll('"', "").split(sign), known);
}

/** Of a table that is read whole, which may have titles above its header. */
function signBetween(text: string, known: readonly string[]): string {
  const lines = text.split(/\r\n|\n|\r/, MOST_TITLES).filter((line) => !isBlank(line));
  const signs = lines.map((line) => ({ line, sign: signIn(line, known) }));
  const [first] = signs;
  const names = ({ line, sign }: (typeof signs)[number]): number => namesBetween(line, sign, known);
  if (first === undefined || names(first) > 0) return first?.sign ?? ",";
  return (signs.find((one) => names(one) > 1) ?? first).sign;
}

/** Also the strokes of a table in Markdown, and the comma of a Chinese keyboard. */
function signIn(header: string, known: readonly string[]): string {
  if (header.trimStart().startsWith("|")) return "|";
  const isWide = !header.includes(",") && namesBetween(header, "，", known) > 1;
  return isWide ? "，" : delimiterOf(header, known);
}

/** A first line that tells a spreadsheet, and is told by some, what separates the cells: `sep=;`. */
const SEPARATOR_LINE = /^\uFEFF?"?sep=([,;\t|])"?[,; \t]*(?=[\r\n])/i;

/** What such a line, at the beginning, tells, and its length without its end. */
export function separatorLine(text: string): { readonly separator: Separator; readonly length: number } | null {
  const [line, separator] = SEPARATOR_LINE.exec(text) ?? [];
  return line === undefined ? null : { separator: separator as Separator, length: line.length };
}

/** Marks that cannot be seen, which copies of pages have around their cells. */
const MARKS = /[\u200b\u200e\u2060]/g;

function parsedOrNoted(
  text: string,
  path: string,
  known: readonly string[],
  problems: ProblemCollector,
): readonly ParsedRecord[] {
  try {
    return parsedTable(text, known);
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
