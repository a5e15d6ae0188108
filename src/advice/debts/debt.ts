/** Several debts and the money there is for all of them. */

import type { BudgetStep, Priority, SharedBudget } from "../../loan/budget.ts";
import { type Day, latest } from "../../loan/day.ts";
import type { Loan, Payment } from "../../loan/loan.ts";
import { type Fen, ZERO } from "../../loan/money.ts";

/** How many months are shown where the debts are never cleared. */
export const MONTHS_WHERE_NEVER = 60;

export interface OneDebt {
  /** No two debts of one list have the same. */
  readonly name: string;
  readonly loan: Loan;
  readonly priority: Priority;
  /** Payments already made out for this debt; they are no part of the budget. */
  readonly payments: readonly Payment[];
}

/** The same amount from a day on, but for the months that have one of their own. */
export function withAmount(budget: SharedBudget, amount: Fen, from: Day): SharedBudget {
  const steps = budget.steps.map((step): BudgetStep => (step.isOwn ? step : { ...step, amount }));
  return { ...budget, steps: [{ from, amount, isOwn: false }, ...steps], usual: amount };
}

export function budgetOn({ steps }: SharedBudget, day: Day): Fen {
  return steps.findLast(({ from }) => from <= day)?.amount ?? ZERO;
}

/** The day from which several debts are looked at together: the last for which balances are given. */
export function commonDay(debts: readonly OneDebt[]): Day {
  return debts.map(({ loan }) => loan.asOf).reduce(latest);
}
