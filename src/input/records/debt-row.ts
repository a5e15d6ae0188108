/** A list of debts as CSV: a line a debt, whose cells are the options of its loan. */

import type { Priority } from "../../loan/budget.ts";
import { once } from "../../loan/once.ts";
import type { InputPlatform } from "../../platform.ts";
import { isTotal } from "../column-names.ts";
import { choice } from "../field.ts";
import { USUAL_DAYS } from "../horizon.ts";
import type { InputFiles } from "../input-files.ts";
import { type LoanRequest, readLoanRequest } from "../loan-request.ts";
import type { LoanOptions } from "../options.ts";
import { plain } from "../plain-text.ts";
import { invalid, type Parsed, type Problem, type ProblemCollector } from "../problem.ts";
import { columnName, columnWhereLent, type OptionsOfRow, placedIn, takeAsLent } from "../row-options.ts";
import { readAmountOrZero } from "../values/amount.ts";
import { readCount } from "../values/count.ts";
import { textUnder, type WrittenObject } from "../written.ts";

export interface DebtRow {
  readonly name: string;
  readonly priority: Priority;
  readonly request: LoanRequest;
}

/** What a line may say of its loan; each option is the column of its name. */
const DEBT_OPTIONS = [
  "name",
  "loan",
  "principal",
  "rate",
  "penalty",
  "daysOverdue",
  "owedInterest",
  "owedPenalty",
  "owedCompound",
  "owedFee",
  "minimum",
  "product",
  "months",
  "method",
  "firstDue",
  "missedSince",
] as const satisfies readonly (keyof LoanOptions)[];

export const DEBT_COLUMNS = { names: [...DEBT_OPTIONS.map(columnName), "priority"], requiredNames: ["name"] };

const USUAL = { days: USUAL_DAYS.compared };

/** What every line of the table shares. */
interface Common {
  /** They hold for each debt that says nothing else. */
  readonly options: LoanOptions;
  readonly platform: InputPlatform;
  readonly inputFiles: InputFiles;
}

/** The debts of the table given by `--debts`, with every line's problems noted. */
export function readDebtTable(
  path: string,
  { options: common, platform, inputFiles }: Common,
  problems: ProblemCollector,
): readonly DebtRow[] {
  noteCommon(common, { platform, inputFiles }, problems);
  const names = new Set<string>();
  const rows = [...inputFiles.table(path, "--debts", DEBT_COLUMNS, problems)];
  const all = once(() => rows.reduce((total, row) => total + principalOf(row), 0));
  const note = noteOnce(problems);
  return rows.flatMap((row) => {
    // A row that is called a total, and has the sum of the principal of all others, is no debt.
    if (rows.length > 1 && isTotal(textUnder(row, "name") ?? "") && all() === 2 * principalOf(row)) return [];
    const before = problems.count;
    const options = optionsOf(row, common);
    const reading = readLoanRequest(options, platform, USUAL, inputFiles);
    const name = options.name ?? (reading.ok ? reading.value.loan.name : null);
    if (name !== null) noteName(name, row, names, problems);
    else if (reading.ok || options.loan === undefined) problems.add(row.placeOf("name"), { code: "empty" });
    const priority = readPriority(row, problems);
    if (!reading.ok) for (const problem of reading.problems) note(inCell(row, problem, options));
    if (!reading.ok || name === null || problems.count > before) return [];
    return [{ name, priority, request: reading.value }];
  });
}

function principalOf(row: WrittenObject): number {
  const read = readAmountOrZero(textUnder(row, "principal") ?? "");
  return read.ok ? read.value : Number.NaN;
}

function noteName(name: string, row: WrittenObject, names: Set<string>, problems: ProblemCollector): void {
  if (isTotal(name)) problems.add(row.placeOf("name"), { code: "row-adds-up", text: name });
  else if (names.has(name)) problems.add(row.placeOf("name"), { code: "duplicate", kind: "debt", name });
  names.add(name);
}

function readPriority(row: WrittenObject, problems: ProblemCollector): DebtRow["priority"] {
  const text = textUnder(row, "priority");
  if (text === null) return null;
  return problems.take(row.placeOf("priority"), priorityOf(text));
}

const PRIORITIES = { least: 1, most: 1_000 };
const never = choice(["never"], { never: ["不还"] });

function priorityOf(text: string): Parsed<number | "never"> {
  if (/\d/.test(text)) return readCount(text, PRIORITIES);
  const read = never.parse(plain(text));
  if (read.ok) return read;
  const allowed = [`${PRIORITIES.least}-${PRIORITIES.most}`, "never"];
  return invalid(...read.issues.map((issue) => (issue.code === "unknown" ? { ...issue, allowed } : issue)));
}

function optionsOf(row: WrittenObject, common: LoanOptions): LoanOptions {
  const own: OptionsOfRow = {};
  for (const key of DEBT_OPTIONS) {
    const text = textUnder(row, columnName(key))?.trim() ?? "";
    if (text === "") continue;
    if (key === "rate") own.rate = [text];
    else own[key] = text;
  }
  takeAsLent(own);
  return { ...common, ...own };
}

/** A problem with a value of the line names its cell; one with an option of the command keeps the option's name. */
function inCell(row: WrittenObject, problem: Problem, options: LoanOptions): Problem {
  const column = columnWhereLent(problem.where);
  const option = DEBT_OPTIONS.find((key) => columnName(key) === column);
  // A file may have the name of a column.
  if (option === undefined || !problem.where.startsWith("--")) return problem;
  const isOfCommand = textUnder(row, column) === null && options[option] !== undefined;
  return isOfCommand ? problem : placedIn(row.placeOf(column), problem, columnWhereLent);
}

/** Checks an option of the command even where every line has a value of its own in its place. */
function noteCommon(
  common: LoanOptions,
  { platform, inputFiles }: Omit<Common, "options">,
  problems: ProblemCollector,
): void {
  const reading = readLoanRequest({ ...common, principal: "1" }, platform, USUAL, inputFiles);
  const note = noteOnce(problems);
  if (!reading.ok) for (const problem of reading.problems) note(problem);
}

/** A mistake in an option of the command shows up with every line, but is reported once. */
function noteOnce(problems: ProblemCollector): (problem: Problem) => void {
  const noted = new Set(problems.list.map((problem) => JSON.stringify(problem)));
  return (problem) => {
    const text = JSON.stringify(problem);
    if (!noted.has(text)) problems.addProblems([problem]);
    noted.add(text);
  };
}
