/** The options that say what is owed where there is but one instalment. */

import { type ByComponent, COMPONENTS, type Component } from "../loan/components.ts";
import { addDays, type Day, earliest } from "../loan/day.ts";
import type { Fen } from "../loan/money.ts";
import type { DebtCase } from "./debt.ts";
import { parsed, readWritten } from "./field.ts";
import { type LoanOptions, optionName, writtenOption } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";
import { amountOrZero } from "./values/amount.ts";
import { readDaysOverdue } from "./values/date.ts";

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

/**
 * These options describe the only instalment: with several it is not clear which one is meant. Days overdue that are those
 * of the oldest one, none where it is not overdue, contradict nothing.
 */
export function refuseBalances(
  { options, asOf, problems }: Pick<DebtCase, "options" | "asOf" | "problems">,
  balances: Balances,
  dues: readonly Day[],
): void {
  const overdueSince = dues.reduce(earliest, asOf);
  for (const key of BALANCE_OPTIONS) {
    if (options[key] === undefined || (key === "daysOverdue" && balances.due === overdueSince)) continue;
    const differ = { code: "days-overdue-differ", days: asOf - overdueSince } as const;
    const issue = { code: "several-instalments", instalments: dues.length } as const;
    problems.add(optionName(key), key === "daysOverdue" && balances.due !== undefined ? differ : issue);
  }
}
