/** The options that say what is owed where there is but one instalment. */

import { type ByComponent, COMPONENTS, type Component } from "../loan/components.ts";
import { addDays, type Day } from "../loan/day.ts";
import type { Fen } from "../loan/money.ts";
import { parsed, readWritten } from "./field.ts";
import { type LoanOptions, optionName, writtenOption } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";
import { amountOrZero } from "./values/amount.ts";
import { readDaysOverdue } from "./values/days-overdue.ts";

export const OWED_OPTIONS = {
  principal: "principal",
  interest: "owedInterest",
  penalty: "owedPenalty",
  compound: "owedCompound",
  fee: "owedFee",
} as const satisfies ByComponent<keyof LoanOptions>;
const BALANCE_OPTIONS = [...Object.values(OWED_OPTIONS), "daysOverdue"] as const;

export type Balances = { readonly [component in Component]?: Fen } & { readonly due?: Day };

export function readBalances(options: LoanOptions, asOf: Day, problems: ProblemCollector): Balances {
  const balances: { -readonly [name in keyof Balances]: Balances[name] } = {};
  for (const component of COMPONENTS) {
    const value = readWritten(writtenOption(options, OWED_OPTIONS[component]), amountOrZero, problems);
    if (value !== null) balances[component] = value;
  }
  const days = parsed((text) => readDaysOverdue(text, asOf));
  const daysOverdue = readWritten(writtenOption(options, "daysOverdue"), days, problems);
  if (daysOverdue !== null) balances.due = addDays(asOf, -daysOverdue);
  return balances;
}

/** These options describe the only instalment: with several it is not clear which one is meant. */
export function refuseBalances(options: LoanOptions, instalments: number, problems: ProblemCollector): void {
  for (const key of BALANCE_OPTIONS) {
    if (options[key] !== undefined) problems.add(optionName(key), { code: "several-instalments", instalments });
  }
}
