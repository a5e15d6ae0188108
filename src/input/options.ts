/** What was given by the options that describe a loan, as it stands on the command line. */

import type { PlanCycle } from "../loan/budget.ts";
import { type TermField, termForm } from "../loan/terms.ts";
import type { LOAN_OPTIONS, OptionsOf, TermOptions } from "./loan-options.ts";
import { kebab } from "./mini-language.ts";
import { type Written, type WrittenText, writtenText } from "./written.ts";

export type LoanOptions = OptionsOf<typeof LOAN_OPTIONS>;
type Giving<Value> = {
  [Key in keyof LoanOptions]-?: NonNullable<LoanOptions[Key]> extends Value ? Key : never;
}[keyof LoanOptions];
type TextOption = Giving<string>;
type ListOption = Giving<readonly string[]>;

/** The option of one amount for each cycle; the strategy has its name too. */
export const CYCLE_OPTIONS = { day: "daily", week: "weekly", month: "monthly" } as const satisfies {
  readonly [every in PlanCycle]: ListOption;
};

/** How an option is spelt. */
export function optionName(key: keyof LoanOptions): string {
  return `--${kebab(key)}`;
}

/** A repeatable option, each time with its place. */
export function writtenOptions(options: LoanOptions, key: ListOption): readonly WrittenText[] {
  return (options[key] ?? []).map((text) => writtenText(text, optionName(key)));
}

/** An option with its place, whatever its kind; null where it is not given. */
export function writtenOption(options: LoanOptions, key: TextOption | ListOption): Written | null {
  const given = options[key];
  if (given === undefined) return null;
  const where = optionName(key);
  if (typeof given === "string") return writtenText(given, where);
  return { kind: "list", items: given.map((text) => writtenText(text, where)), where };
}

/** The option by which a term is given; null where only a loan file says it. */
export function optionOfTerm(field: TermField): keyof TermOptions | null {
  const { option, key = field } = termForm(field);
  return option === undefined ? null : (key as keyof TermOptions);
}
