/** A row of a table whose cells are options of a loan, under the names of columns. */

import { CONTRACT_PARTS } from "./loan-file.ts";
import type { LoanOptions } from "./options.ts";
import type { Problem } from "./problem.ts";

/** How the column of a table is spelt that stands for an option: `daysOverdue` and `Days Overdue` are `days_overdue`. */
export function columnName(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
}

/** The options that a row gives, as they are put together. */
export type OptionsOfRow = { -readonly [key in keyof LoanOptions]: LoanOptions[key] };

/** With the parts of a contract the principal of a row is the amount once lent; whether that is so here. */
export function takeAsLent(own: OptionsOfRow): boolean {
  if (own.borrowed !== undefined || !CONTRACT_PARTS.some((part) => own[part] !== undefined)) return false;
  if (own.principal !== undefined) own.borrowed = own.principal;
  delete own.principal;
  return true;
}

/** The column of a row that stands for an option. */
export function columnOfOption(option: string): string {
  return option.replace(/^--([\w-]+)/, (_, name: string) => name.replaceAll("-", "_"));
}

/** The same in a row in which the amount once lent stands as the principal. */
export function columnWhereLent(option: string): string {
  return columnOfOption(option === "--borrowed" ? "--principal" : option);
}

/** A problem in a place of the row; where its sentence names options, they are the columns that stand for them. */
export function placedIn(where: string, problem: Problem, columnOf: (option: string) => string): Problem {
  if (problem.code === "conflict") return { ...problem, where, options: problem.options.map(columnOf) };
  if (problem.code === "missing" && problem.kind === "contract")
    return { ...problem, where, names: problem.names.map(columnOf) };
  if (problem.code === "all-taken-as-paid") {
    const [since, days] = problem.names;
    return { ...problem, where, names: [columnOf(since), columnOf(days)] };
  }
  return { ...problem, where };
}
