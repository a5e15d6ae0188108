/** The options that describe a loan and what is paid on it, as they stand on the command line. */

import { kebab } from "./mini-language.ts";
import type { Located } from "./problem.ts";
import { type Written, writtenList, writtenText } from "./written.ts";

/** One value each. */
export const TEXT_OPTIONS = [
  "principal",
  "loan",
  "instalments",
  "product",
  "penalty",
  "penaltyBase",
  "compound",
  "dayCount",
  "interest",
  "surplus",
  "borrowed",
  "received",
  "months",
  "method",
  "firstDue",
  "missedSince",
  "lender",
  "jurisdiction",
  "name",
  "daysOverdue",
  "owedInterest",
  "owedPenalty",
  "owedCompound",
  "owedFee",
  "minimum",
  "grace",
  "order",
  "by",
  "rounding",
  "asOf",
  "days",
  "until",
] as const;
type TextOption = (typeof TEXT_OPTIONS)[number];

/** Those that may be given several times. */
export const LIST_OPTIONS = [
  "rate",
  "lateFee",
  "cap",
  "waive",
  "orderAfter",
  "daily",
  "weekly",
  "monthly",
  "pay",
  "payments",
] as const;
type ListOption = (typeof LIST_OPTIONS)[number];

export type LoanOptions = { readonly [key in TextOption]?: string | undefined } & {
  readonly [key in ListOption]?: readonly string[] | undefined;
} & { readonly untilCleared?: boolean | undefined };

/** How an option is spelt. */
export function optionName(key: keyof LoanOptions): string {
  return `--${kebab(key)}`;
}

/** How the column of a table is spelt that stands for an option: `daysOverdue` and `Days Overdue` are `days_overdue`. */
export function columnName(key: string): string {
  return key
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replace(/[\s-]+/g, "_")
    .toLowerCase();
}

/** An option with its place, or null where it is not given. */
export function givenOption(options: LoanOptions, key: TextOption): Located | null {
  const text = options[key];
  return text === undefined ? null : { text, where: optionName(key) };
}

/** A repeatable option, each time with its place. */
export function givenOptions(options: LoanOptions, key: ListOption): readonly Located[] {
  return (options[key] ?? []).map((text) => ({ text, where: optionName(key) }));
}

/** An option as something written, whatever its kind. */
export function writtenOption(options: LoanOptions, key: TextOption | ListOption): Written | null {
  const given = options[key];
  if (given === undefined) return null;
  return typeof given === "string" ? writtenText(given, optionName(key)) : writtenList(given, optionName(key));
}
