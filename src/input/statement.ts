/** A lender's statement: a table whose lines stand in any order, read whole before anything is replayed. */

import { type Day, formatDay } from "../loan/day.ts";
import { formatFen } from "../loan/money.ts";
import { isMovement, type StatementKind, type StatementLine } from "../loan/statement.ts";
import { isTotal } from "./column-names.ts";
import type { InputFiles } from "./input-files.ts";
import type { ProblemCollector } from "./problem.ts";
import { type ReadRates, readRates } from "./records/rates.ts";
import { statementLine } from "./records/statement.ts";
import type { Columns } from "./table-header.ts";
import { addingUp } from "./values/amount.ts";
import { textUnder, type WrittenObject, type WrittenText, writtenText } from "./written.ts";

/** A line and its row, for checks that need several lines. */
interface PlacedLine {
  readonly line: StatementLine;
  readonly row: WrittenObject;
  /** Of a reversal whose kind names it: the kind of line it takes back. */
  readonly takesBack: StatementKind | null;
}

export interface Statement {
  readonly path: string;
  /** In the order of the file. */
  readonly lines: readonly StatementLine[];
  /** Where the cell of a line stands, under the name that the file gives its column. */
  readonly placeOf: (line: StatementLine, column: string) => string;
  /** A line has a rate that stands on a table. */
  readonly namesReferenceRate: boolean;
  /** It has no column of kinds: a heading says that its amounts are payments. */
  readonly areTakenAsPayments: boolean;
}

/** The lines of a statement; what is wrong with any of them is noted. */
export function readStatement(path: string, inputFiles: InputFiles, problems: ProblemCollector): Statement {
  let areTakenAsPayments = false;
  const columns: Columns = {
    ...statementLine,
    rows: "entries",
    onHeader: (header) => {
      areTakenAsPayments = header.areTakenAsPayments;
    },
  };
  const found = [...inputFiles.table(path, "--statement", columns, problems)];
  const rows = found.filter(isEntry);
  if (found.length > 0 && rows.length === 0) problems.add(path, { code: "list-empty", name: path });
  let namesReferenceRate = false;
  const lines = rows.flatMap((row): readonly PlacedLine[] => {
    const written = statementLine.read(row, problems);
    if (written === undefined) return [];
    const { rate, takesBack, ...others } = written;
    const place = row.placeOf("amount");
    const read = rate === null ? NO_RATES : ratesFrom(written.date, writtenText(rate, place), problems);
    if (read === undefined) return [];
    if (read.areBeyondTable) namesReferenceRate = true;
    return [{ line: { line: lineOf(row), ...others, rates: read.rates }, row, takesBack }];
  });
  noteTotal(lines, problems);
  noteRatesOfOneDay(lines, problems);
  const isWhole = lines.length === rows.length;
  const rowOf = new Map(lines.map(({ line, row }) => [line.line, row]));
  return {
    path,
    lines: reversalsResolved(lines, isWhole, problems),
    placeOf: ({ line }, column) => rowOf.get(line)?.placeOf(column) ?? path,
    namesReferenceRate,
    areTakenAsPayments,
  };
}

/** A row that adds the others up, as exports end with, is no entry, also where it has a date. */
function isEntry(row: WrittenObject): boolean {
  return !isTotal(textUnder(row, "kind") ?? "");
}

const NO_RATES: ReadRates = { rates: [], areBeyondTable: false };

/** The place of a row ends in its line. */
function lineOf({ where }: WrittenObject): number {
  return Number(where.slice(where.lastIndexOf(":") + 1));
}

/** The date of the line is the day from which its rate holds: none is written beside it. */
function ratesFrom(date: Day, { text, where }: WrittenText, problems: ProblemCollector): ReadRates | undefined {
  if (text.includes("@")) return problems.add(where, { code: "unreadable", kind: "rate", text });
  return readRates(writtenText(`${text}@${formatDay(date)}`, where), problems);
}

function noteTotal(lines: readonly PlacedLine[], problems: ProblemCollector): void {
  const issueWith = addingUp();
  for (const { line, row } of lines) {
    const issue = isMovement(line) ? issueWith(line.amount ?? 0) : null;
    if (issue !== null) problems.add(row.placeOf("amount"), issue);
  }
}

/** Of two rates from one day on nobody could tell which holds. */
function noteRatesOfOneDay(lines: readonly PlacedLine[], problems: ProblemCollector): void {
  const days = new Set<Day>();
  for (const { line, row } of lines.filter(({ line: { kind } }) => kind === "rate")) {
    if (days.has(line.date)) {
      problems.add(row.placeOf("date"), { code: "duplicate", kind: "rate", name: formatDay(line.date) });
    }
    days.add(line.date);
  }
}

/** A reversal names its line by number, or by date and amount; each line is taken back once. */
function reversalsResolved(
  placed: readonly PlacedLine[],
  isWhole: boolean,
  problems: ProblemCollector,
): readonly StatementLine[] {
  const taken = new Set<number>();
  const lines = placed.map(({ line }) => line);
  const found = new Map<number, StatementLine>();
  // Those that name a number come first: what is left is found by date and amount.
  const reversals = placed
    .filter(({ line: { kind } }) => kind === "reversal")
    .toSorted(({ line: one }, { line: other }) => Number(one.reverses === null) - Number(other.reverses === null));
  for (const { line, row, takesBack } of reversals) {
    const target = lines.findLast(
      (other) =>
        isMovement(other) &&
        (takesBack === null || other.kind === takesBack) &&
        !taken.has(other.line) &&
        (line.amount === null || other.amount === line.amount) &&
        (line.reverses === null ? other.date === line.date : other.line === line.reverses && other.date <= line.date),
    );
    if (target !== undefined) {
      taken.add(target.line);
      found.set(line.line, target);
    } else if (isWhole) {
      const amount = line.amount === null ? "" : formatFen(line.amount);
      const name = line.reverses === null ? null : String(line.reverses);
      problems.add(row.placeOf(name === null ? "amount" : "reverses"), {
        code: "reverses-nothing",
        line: name,
        date: formatDay(line.date),
        amount,
      });
    }
  }
  if (reversals.length === 0) return lines;
  return lines.map((line) => {
    const target = found.get(line.line);
    return target === undefined
      ? { ...line, reverses: null }
      : { ...line, amount: target.amount, reverses: target.line };
  });
}

/** What moves money on or before `asOf` is in the balances already; a balance of `asOf` itself can be compared. */
export function noteEarlyLines({ lines, placeOf }: Statement, asOf: Day, problems: ProblemCollector): void {
  for (const line of lines) {
    const { date, kind } = line;
    const isEarly = kind === "balance" ? date < asOf : isMovement({ kind }) && date <= asOf;
    if (!isEarly) continue;
    const issue = { code: "too-early", kind: "statement", date: formatDay(date), asOf: formatDay(asOf) } as const;
    problems.add(placeOf(line, "date"), issue);
  }
}
