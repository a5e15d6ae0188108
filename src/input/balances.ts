/** The options that speak of the only instalment: what is owed on it, and since when. */

import { addDays, type Day } from "../loan/day.ts";
import type { Instalment } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import { readAmount, readAmountOrZero } from "./amount.ts";
import { MOST_DAYS, readCount } from "./count.ts";
import { givenOption, type LoanOptions, optionName } from "./loan-options.ts";
import type { ProblemCollector } from "./problem.ts";

const BALANCE_KEYS = ["principal", "daysOverdue", "owedInterest", "owedPenalty", "owedCompound", "owedFee"] as const;

/** Their values; null where not given. */
export interface Balances {
  readonly principal: Fen | null;
  readonly daysOverdue: number | null;
  readonly interest: Fen | null;
  readonly penalty: Fen | null;
  readonly compound: Fen | null;
  readonly fee: Fen | null;
}

export function readBalances(options: LoanOptions, problems: ProblemCollector): Balances {
  const amount = (key: "owedInterest" | "owedPenalty" | "owedCompound" | "owedFee"): Fen | null => {
    const given = givenOption(options, key);
    return given && problems.read(given, readAmountOrZero);
  };
  const principal = givenOption(options, "principal");
  const days = givenOption(options, "daysOverdue");
  return {
    principal: principal && problems.read(principal, (text) => readAmount(text)),
    daysOverdue: days && problems.read(days, (text) => readCount(text, { least: 0, most: MOST_DAYS })),
    interest: amount("owedInterest"),
    penalty: amount("owedPenalty"),
    compound: amount("owedCompound"),
    fee: amount("owedFee"),
  };
}

export function withBalances(instalment: Instalment, asOf: Day, balances: Balances): Instalment {
  return {
    due: balances.daysOverdue === null ? instalment.due : addDays(asOf, -balances.daysOverdue),
    principal: balances.principal ?? instalment.principal,
    interest: balances.interest ?? instalment.interest,
    penalty: balances.penalty ?? instalment.penalty,
    compound: balances.compound ?? instalment.compound,
    fee: balances.fee ?? instalment.fee,
  };
}

/** With several instalments nobody can say which of them an option for the only one means. */
export function refuseBalances(options: LoanOptions, instalments: number, problems: ProblemCollector): void {
  for (const key of BALANCE_KEYS) {
    if (options[key] !== undefined) problems.add(optionName(key), { code: "several-instalments", instalments });
  }
}
