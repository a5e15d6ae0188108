/** A budget as a table: an amount from a day on, or for one month alone. */

import { type Day, dayInMonth, formatDay, formatMonth } from "../loan/day.ts";
import type { Fen } from "../loan/money.ts";
import { readTable } from "./csv-table.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed, type ProblemCollector } from "./problem.ts";
import { readAmountOrZero } from "./values/amount.ts";
import { dateFrom, readDate } from "./values/date.ts";
import type { WrittenObject } from "./written.ts";

export interface BudgetRows {
  readonly steps: readonly { readonly from: Day; readonly amount: Fen }[];
  /** Each by the first day of its month. */
  readonly months: readonly { readonly first: Day; readonly amount: Fen }[];
}

const FROM = { names: ["from", "amount"], requiredNames: ["from", "amount"] };
const MONTH = { names: ["month", "amount"], requiredNames: ["month", "amount"] };

export function isBudgetFile(written: string): boolean {
  return /\.csv$/i.test(written.trim()) || written.trim() === "-";
}

/** The header says which of the two it is. */
export function readBudgetTable(text: string, path: string, asOf: Day, problems: ProblemCollector): BudgetRows {
  const [header = ""] = text.split(/\r\n|\n|\r/, 1);
  if (/\bfrom\b/i.test(header)) {
    const steps = readTable(text, path, FROM, problems).flatMap((row) => {
      const from = take(row, "from", dateFrom(asOf, "payment").parse, problems);
      const amount = take(row, "amount", readAmountOrZero, problems);
      return from === null || amount === null ? [] : [{ from, amount }];
    });
    return { steps, months: [] };
  }
  const seen = new Set<Day>();
  const months = readTable(text, path, MONTH, problems).flatMap((row) => {
    const first = take(row, "month", (cell) => readMonth(cell, asOf), problems);
    const amount = take(row, "amount", readAmountOrZero, problems);
    if (first !== null && seen.has(first)) {
      problems.add(row.placeOf("month"), { code: "duplicate", kind: "month", name: formatMonth(first) });
    }
    if (first !== null) seen.add(first);
    return first === null || amount === null ? [] : [{ first, amount }];
  });
  return { steps: [], months };
}

function take<Value>(
  row: WrittenObject,
  column: string,
  reader: (text: string) => Parsed<Value>,
  problems: ProblemCollector,
): Value | null {
  const cell = row.entries.get(column);
  return cell?.kind === "text" ? problems.read(cell, reader) : null;
}

/** `2027-02`, `2027年2月`, or a day of the month. The first pay day comes a month after the day of the balances, in the next month at the earliest. */
function readMonth(written: string, asOf: Day): Parsed<Day> {
  const [, year, month] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*月?$/.exec(plain(written)) ?? [];
  const found = readDate(month === undefined ? written : `${year}-${month}-01`);
  if (!found.ok) return found;
  const first = dayInMonth(found.value, 0, 1);
  if (first > asOf) return ok(first);
  return invalid({ code: "too-early", kind: "payment", date: plain(written), asOf: formatDay(asOf) });
}
