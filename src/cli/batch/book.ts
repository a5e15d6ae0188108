/** A block of lines of a book of loans, from bytes to bytes: what one thread does. It remembers nothing of other blocks. */

import { BookSummary } from "../../advice/book-summary.ts";
import { Outcome } from "../../advice/outcome.ts";
import { isTotal } from "../../input/column-names.ts";
import type { Issue, Problem } from "../../input/problem.ts";
import { readCsvRows } from "../../input/rows/csv-rows.ts";
import { readJsonRows } from "../../input/rows/json-rows.ts";
import { LoanRows, type RowOptions, type RowPlatform, type RowRequest } from "../../input/rows/loan-rows.ts";
import type { RowFields, Separator } from "../../input/rows/row-fields.ts";
import { formatDay } from "../../loan/day.ts";
import { BALANCE_LIMIT, formatFen } from "../../loan/money.ts";
import { problemWords } from "../../messages/en/problems.ts";
import { sayProblem } from "../../messages/problem-line.ts";
import { settlementProblems } from "../run-problems.ts";
import type { ColumnName } from "./columns.ts";
import { LineBytes } from "./line-bytes.ts";
import { type LineFormat, type LineWriter, lineWriter } from "./line-writer.ts";
import { summaryText } from "./summary-file.ts";

/** All that a thread has to know before the first block; plain values, which pass from one thread to another. */
export interface BookSettings {
  /** What is given for every row that does not say. */
  readonly options: RowOptions;
  readonly platform: RowPlatform;
  /** Null: lines of JSON, which name their columns. */
  readonly columnsIn: readonly string[] | null;
  /** Between the fields of CSV. */
  readonly separator: Separator;
  readonly columnsOut: readonly ColumnName[];
  readonly format: LineFormat;
  readonly isSummed: boolean;
}

/** A problem and the line it stands in, counted from 0 in its block. */
export interface LineProblem {
  readonly line: number;
  readonly problem: Problem;
}

export interface BookPart {
  /** There until the reader that made it reads another block. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** Lines in which something was wrong. */
  readonly badRows: number;
  /** The first ones; of the others only the number is told. */
  readonly problems: readonly LineProblem[];
  /** As a file has it. */
  readonly summary: string | null;
}

/** So many lines are told of; a book that is wrong in every line must not fill the terminal. */
export const MOST_BAD_LINES = 20;

export type ReadBlock = (block: Uint8Array) => BookPart;
export type RefuseBlock = (block: Uint8Array, issue: Issue) => BookPart;

/** Works out the loans of a block. */
export function bookReader(settings: BookSettings): ReadBlock {
  const { options, platform } = settings;
  const output = bookOutput(settings);
  const rowsOf = rowReaders(options, platform);
  const workOut: WorkOut = (columns, fields) => {
    const request = rowsOf(columns).read(fields);
    return request.ok ? outcomeOf(request.value) : request.problems;
  };
  return (block) => new PartOfBook(output).read(block, workOut);
}

/** The lines of a block with the same mistake in each. */
export function blockRefuser(settings: BookSettings): RefuseBlock {
  const output = bookOutput(settings);
  return (block, issue) => new PartOfBook(output).read(block, () => [{ where: "line", ...issue }]);
}

/** What is the same for every part that a thread makes. */
interface BookOutput extends Pick<BookSettings, "columnsIn" | "separator" | "isSummed"> {
  readonly writer: LineWriter;
  readonly lines: LineBytes;
}

function bookOutput({ columnsIn, separator, isSummed, format, columnsOut }: BookSettings): BookOutput {
  return { columnsIn, separator, isSummed, writer: lineWriter(format, columnsOut), lines: new LineBytes() };
}

/** What comes of a row: its line, or what is wrong with it. */
type WorkOut = (columns: readonly string[], fields: RowFields) => Outcome | readonly Problem[];

/** The part of the output that a block makes. */
class PartOfBook {
  readonly #output: BookOutput;
  readonly #summary: BookSummary | null;
  readonly #problems: LineProblem[] = [];
  #rows = 0;
  #badRows = 0;
  /** Those with other mistakes than their encoding. */
  #others = 0;

  constructor(output: BookOutput) {
    this.#output = output;
    this.#summary = output.isSummed ? new BookSummary() : null;
  }

  read(block: Uint8Array, workOut: WorkOut): BookPart {
    const { columnsIn, separator, lines } = this.#output;
    const row = (line: number, columns: readonly string[], fields: RowFields): void => {
      const id = fields.text(columns.indexOf("id")).trim();
      const outcome: ReturnType<WorkOut> = isTotal(id)
        ? [{ where: "id", code: "row-adds-up", text: id }]
        : workOut(columns, fields);
      if (outcome instanceof Outcome) this.#add(id, outcome);
      else this.#refuse(line, id, outcome);
    };
    const unreadable = (line: number, issue: Issue, id = "", name = "line"): void =>
      this.#refuse(line, id.trim(), [{ where: name, ...issue }]);
    if (columnsIn === null) readJsonRows(block, { row, unreadable });
    else readCsvRows(block, { separator, row: (line, fields) => row(line, columnsIn, fields), unreadable });
    return {
      bytes: lines.take(),
      rows: this.#rows,
      badRows: this.#badRows,
      problems: this.#problems,
      summary: this.#summary === null ? null : summaryText(this.#summary),
    };
  }

  #add(id: string, outcome: Outcome): void {
    this.#rows += 1;
    const { writer, lines } = this.#output;
    writer.figures(lines, id, outcome);
    this.#summary?.addLoan(outcome);
  }

  #refuse(line: number, id: string, problems: readonly Problem[]): void {
    this.#rows += 1;
    this.#badRows += 1;
    const { writer, lines } = this.#output;
    writer.error(lines, id, problems.map(problemText).join("; "));
    this.#summary?.addError();
    if (this.#isToTell(problems)) this.#problems.push(...problems.map((problem) => ({ line, problem })));
  }

  /** That a line is in another encoding is told once, and takes the place of no other mistake. */
  #isToTell(problems: readonly Problem[]): boolean {
    if (problems.some(isOfEncoding)) return !this.#problems.some(({ problem }) => isOfEncoding(problem));
    this.#others += 1;
    return this.#others <= MOST_BAD_LINES;
  }
}

/** A book in another encoding has this mistake in all its lines. */
export function isOfEncoding({ code }: Problem): boolean {
  return code === "line-encoding";
}

function outcomeOf({ loan, events, until }: RowRequest): Outcome | readonly Problem[] {
  if (events.agreements.length > 0) {
    const settlements = settlementProblems(loan, { events }, "strategy");
    if (settlements.length > 0) return settlements;
  }
  const outcome = new Outcome(loan, events, until);
  const { limitReachedOn } = outcome;
  if (limitReachedOn === null) return outcome;
  const limit = { date: formatDay(limitReachedOn), limit: formatFen(BALANCE_LIMIT) };
  return [{ where: "days", code: "limit-reached", ...limit }];
}

/** The reader of rows with the same columns; lines of JSON may have others each. */
function rowReaders(options: RowOptions, platform: RowPlatform): (columns: readonly string[]) => LoanRows {
  const readers = new Map<string, LoanRows>();
  let last: { readonly columns: readonly string[]; readonly rows: LoanRows } | null = null;
  return (columns) => {
    if (last?.columns === columns) return last.rows;
    const key = columns.join();
    const rows = readers.get(key) ?? new LoanRows(columns, options, platform);
    if (readers.size < MOST_SETS_OF_COLUMNS) readers.set(key, rows);
    last = { columns, rows };
    return rows;
  };
}

const MOST_SETS_OF_COLUMNS = 1_000;

/** In English whoever asks, so that a piece worked out on another machine has the same bytes. */
function problemText(problem: Problem): string {
  return `${problem.where}: ${sayProblem(problem, problemWords).what}`;
}
