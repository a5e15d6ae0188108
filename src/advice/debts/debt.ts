/** Several debts and the money there is for all of them. */

import { addDays, addMonths, type Day } from "../../loan/day.ts";
import type { Loan, Payment } from "../../loan/loan.ts";
import { type Fen, ZERO } from "../../loan/money.ts";
import type { Product } from "../../loan/products/product.ts";
import type { PlanCycle } from "../clear-by.ts";

/** A number goes before all debts without one, the smallest first; `never`: the debt gets nothing of the budget. */
export type Priority = number | "never" | null;

/** Where debts are never cleared, so many months show where it leads. */
export const MONTHS_WHERE_NEVER = 60;

export interface OneDebt {
  /** No two debts of one list have the same. */
  readonly name: string;
  readonly loan: Loan;
  readonly product: Pick<Product, "classification">;
  readonly priority: Priority;
  /** Payments already made out for this debt; they are no part of the budget. */
  readonly payments: readonly Payment[];
}

/** The amount of each pay day from a day on. */
export interface BudgetStep {
  readonly from: Day;
  readonly amount: Fen;
}

export interface SharedBudget {
  readonly every: PlanCycle;
  /** By date, the first from the beginning; at least one. */
  readonly steps: readonly BudgetStep[];
  /** What there is at first in a month that has no amount of its own: what is promised to lenders goes by it. */
  readonly usual: Fen;
  /** Money that comes once, and is paid on its day. */
  readonly extras: readonly { readonly date: Day; readonly amount: Fen }[];
}

export function constantBudget(every: PlanCycle, amount: Fen, from: Day, extras: SharedBudget["extras"] = []) {
  return { every, steps: [{ from, amount }], usual: amount, extras } satisfies SharedBudget;
}

/** The pay days are those of a budget for one debt: the first a cycle after `asOf`. */
export function payDay(every: PlanCycle, asOf: Day, count: number): Day {
  switch (every) {
    case "day":
      return addDays(asOf, count);
    case "week":
      return addDays(asOf, 7 * count);
    case "month":
      return addMonths(asOf, count);
    default:
      return every satisfies never;
  }
}

export function budgetOn({ steps }: SharedBudget, day: Day): Fen {
  return steps.findLast(({ from }) => from <= day)?.amount ?? ZERO;
}

/** The day from which several debts are looked at together: the last for which balances are given. */
export function commonDay(debts: readonly OneDebt[]): Day {
  return Math.max(...debts.map(({ loan }) => loan.asOf)) as Day;
}
