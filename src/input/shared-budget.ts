/** The money there is for several debts: budgets that change, what comes once, income less what living costs. */

import type { Budget, SharedBudget } from "../loan/budget.ts";
import { addMonths, type Day, dayInMonth, formatDay, formatMonth } from "../loan/day.ts";
import { type Fen, formatFen, subtract, ZERO } from "../loan/money.ts";
import { columnOf } from "./column-names.ts";
import { parsed, type Reader, readWritten } from "./field.ts";
import type { InputFiles } from "./input-files.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, mapped, ok, type Parsed, type ProblemCollector, together } from "./problem.ts";
import { amountOrZero, readAmount } from "./values/amount.ts";
import { readBudget } from "./values/budget.ts";
import { dateAfter, dateFrom, readDate } from "./values/date.ts";
import type { WrittenObject } from "./written.ts";

interface BudgetOptions {
  readonly budget?: readonly string[] | undefined;
  readonly extra?: readonly string[] | undefined;
  readonly income?: string | undefined;
  readonly living?: string | undefined;
}

export interface BudgetGiven extends SharedBudget {
  /** Null where the budget is given itself. */
  readonly income: { readonly income: Fen; readonly living: Fen } | null;
}

/** What a budget is read with: the last day for which balances are given, and what options share. */
interface BudgetReading {
  readonly asOf: Day;
  readonly inputFiles: InputFiles;
  readonly problems: ProblemCollector;
}

/** Null after what is wrong with it is noted. */
export function readSharedBudget(options: BudgetOptions, reading: BudgetReading): BudgetGiven | null {
  const { asOf, problems } = reading;
  const before = problems.count;
  const parts = readParts(options, reading);
  if (problems.count > before) return null;
  const { extras, months, fromIncome } = parts;
  const steps = parts.steps.toSorted((one, other) => one.from - other.from);
  const every = parts.steps[0]?.every ?? "month";
  const issue = issueTogether(parts, every, steps, asOf);
  const [first] = steps;
  if (issue !== null || first === undefined) {
    problems.add("--budget", issue ?? { code: "needs-option", option: "--budget 3000/month" });
    return null;
  }
  return { every, steps: withMonths(steps, months), usual: first.amount, extras, income: fromIncome };
}

/** A budget from a day on. */
interface Step extends Budget {
  readonly from: Day;
}

/** The ways in which a budget can be given, each read by itself. */
interface BudgetParts {
  readonly extras: BudgetGiven["extras"];
  /** What an income leaves, then those of options and of tables. */
  readonly steps: readonly Step[];
  readonly months: BudgetRows["months"];
  readonly fromIncome: (Budget & { readonly income: Fen; readonly living: Fen }) | null;
}

function readParts(options: BudgetOptions, reading: BudgetReading): BudgetParts {
  const { asOf, problems } = reading;
  const extras = (options.extra ?? []).flatMap((text) => problems.take("--extra", readExtra(text, asOf)) ?? []);
  const written = options.budget ?? [];
  const given = written
    .filter((text) => !isBudgetFile(text))
    .flatMap((text) => problems.take("--budget", readStep(text, asOf)) ?? []);
  const rows = rowsOf(written.filter(isBudgetFile), reading);
  const fromIncome = readIncome(options, problems);
  const isIncomeGiven = options.income !== undefined || options.living !== undefined;
  if (given.length > 0 && isIncomeGiven) {
    problems.add("--income", { code: "conflict", options: ["--budget", "--income"] });
  }
  if (options.budget === undefined && !isIncomeGiven) {
    problems.add("--debts", { code: "needs-option", option: "--budget" });
  }
  const ofIncome = fromIncome === null ? [] : [{ ...fromIncome, from: asOf }];
  return { extras, steps: [...ofIncome, ...given, ...rows.steps], months: rows.months, fromIncome };
}

/** What is wrong with the parts together; null where nothing is. */
function issueTogether(
  { extras, months }: BudgetParts,
  every: Budget["every"],
  steps: readonly Step[],
  asOf: Day,
): Issue | null {
  const twice = steps.find(({ from }, index) => steps[index - 1]?.from === from);
  if (twice !== undefined) {
    return { code: "duplicate", kind: "budget", name: twice.from === asOf ? "" : formatDay(twice.from) };
  }
  const [first] = steps;
  if (first !== undefined && extras.length === 0 && [...steps, ...months].every(({ amount }) => amount === 0)) {
    return { code: "zero", text: formatFen(first.amount) };
  }
  const areCyclesAlike = steps.every((step) => step.every === every) && (months.length === 0 || every === "month");
  return areCyclesAlike ? null : { code: "budget-cycles-differ" };
}

function rowsOf(paths: readonly string[], reading: BudgetReading): BudgetRows {
  const seen = new Set<Day>();
  const tables = paths.flatMap((path) => {
    const text = reading.inputFiles.read(path, "--budget", reading.problems);
    return text === null ? [] : [readBudgetTable(text, path, reading, seen)];
  });
  return { steps: tables.flatMap(({ steps }) => steps), months: tables.flatMap(({ months }) => months) };
}

/** A month with an amount of its own has that; the others what holds then. */
function withMonths(steps: readonly Step[], months: BudgetRows["months"]): BudgetGiven["steps"] {
  const days = [...steps.map(({ from }) => from), ...months.flatMap(({ first }) => [first, addMonths(first, 1)])];
  return [...new Set(days)]
    .toSorted((one, other) => one - other)
    .map((from) => {
      const own = months.find(({ first }) => first <= from && from < addMonths(first, 1));
      const amount = own?.amount ?? steps.findLast((step) => step.from <= from)?.amount ?? ZERO;
      return { from, amount, isOwn: own !== undefined };
    });
}

/** `4000/month:from=2027-06-01`; without a day it holds from the beginning. From a day on there may be nothing. */
function readStep(written: string, asOf: Day): Parsed<Step> {
  const [text = "", fromText] = plain(written).split(/\s*[:：]\s*from\s*=\s*(.*)/is);
  const read = together({
    budget: readBudget(text, fromText === undefined ? "refused" : "allowed"),
    from: fromText === undefined ? ok(asOf) : dateFrom(asOf, "payment").parse(fromText),
  });
  return mapped(read, ({ budget, from }) => ({ ...budget, from }));
}

function readExtra(written: string, asOf: Day): Parsed<{ readonly date: Day; readonly amount: Fen }> {
  const [amountText = "", dateText] = plain(written).split(/\s*@\s*(.*)/s);
  if (dateText === undefined) {
    return invalid({ code: "missing", kind: "date", names: [written], form: "10000@2027-02-01" });
  }
  return together({ amount: readAmount(amountText), date: dateAfter(asOf, "payment").parse(dateText) });
}

function readIncome({ income, living }: BudgetOptions, problems: ProblemCollector): BudgetParts["fromIncome"] {
  if (income === undefined && living === undefined) return null;
  if (income === undefined) problems.add("--living", { code: "needs-option", option: "--income" });
  if (living === undefined) problems.add("--income", { code: "needs-option", option: "--living" });
  const comes = problems.readGiven(income, "--income", readBudget);
  const goes = problems.readGiven(living, "--living", readBudget);
  if (comes === null || goes === null) return null;
  if (comes.every !== goes.every) {
    problems.add("--living", { code: "living-cycle-differs" });
    return null;
  }
  const left = subtract(comes.amount, goes.amount);
  if (left <= 0) {
    const amounts = { income: formatFen(comes.amount), living: formatFen(goes.amount) };
    problems.add("--living", { code: "nothing-left", ...amounts });
    return null;
  }
  return { amount: left, every: comes.every, income: comes.amount, living: goes.amount };
}

/** A budget as a table: an amount from a day on, or for one month alone. */
interface BudgetRows {
  readonly steps: readonly Step[];
  /** Each by the first day of its month. */
  readonly months: readonly { readonly first: Day; readonly amount: Fen }[];
}

const FROM = { names: ["from", "amount"], requiredNames: ["from", "amount"] };
const MONTH = { names: ["month", "amount"], requiredNames: ["month", "amount"] };
export const BUDGET_COLUMNS: readonly string[] = [...FROM.names, ...MONTH.names];

function isBudgetFile(written: string): boolean {
  return /\.csv$/i.test(written.trim()) || written.trim() === "-";
}

/** A heading says which of the two it is; `seen`: the months of all tables. */
function readBudgetTable(
  text: string,
  path: string,
  { asOf, inputFiles, problems }: BudgetReading,
  seen: Set<Day>,
): BudgetRows {
  const read = <Value>(row: WrittenObject, column: string, shape: Reader<Value>): Value | null =>
    readWritten(row.entries.get(column) ?? null, shape, problems);
  const cells = text.split(/[\r\n,;\t|，]/);
  if (cells.some((cell) => columnOf(cell.replace(/["[\]]/g, ""), FROM.names) === "from")) {
    const steps = [...inputFiles.rows(text, path, FROM, problems)].flatMap((row) => {
      const from = read(row, "from", dateFrom(asOf, "payment"));
      const amount = read(row, "amount", amountOrZero);
      return from === null || amount === null ? [] : [{ from, amount, every: "month" as const }];
    });
    return { steps, months: [] };
  }
  const month = parsed((cell) => readMonth(cell, asOf));
  const months = [...inputFiles.rows(text, path, MONTH, problems)].flatMap((row) => {
    const first = read(row, "month", month);
    const amount = read(row, "amount", amountOrZero);
    if (first !== null && seen.has(first)) {
      problems.add(row.placeOf("month"), { code: "duplicate", kind: "month", name: formatMonth(first) });
    }
    if (first !== null) seen.add(first);
    return first === null || amount === null ? [] : [{ first, amount }];
  });
  return { steps: [], months };
}

const MONTHS = /^(0?[1-9]|1[0-2])$/;

/** `2027-02`, `2027年2月`, or a day of the month. The first pay day comes a month after the day of the balances, in the next month at the earliest. */
function readMonth(written: string, asOf: Day): Parsed<Day> {
  const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(plain(written)) ?? [];
  // What was written is named, and not the day that it is read by.
  if (month !== undefined && !MONTHS.test(month))
    return invalid({ code: "date-impossible", text: plain(written), lastOfMonth: null });
  const found = readDate(month === undefined ? written : `${year}-${month}-01`);
  if (!found.ok) return found;
  const first = dayInMonth(found.value, 0, 1);
  if (first > asOf) return ok(first);
  return invalid({ code: "too-early", kind: "payment", date: plain(written), asOf: formatDay(asOf) });
}
