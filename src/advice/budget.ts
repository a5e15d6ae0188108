/** What a budget can do: the payments it makes, and what to ask for so that it is enough. */

import type { Budget } from "../loan/budget.ts";
import type { ByComponent } from "../loan/components.ts";
import { bearsNothing, type Loan } from "../loan/loan.ts";
import { type Fen, fen } from "../loan/money.ts";
import type { Product } from "../loan/products/product.ts";
import {
  GRID_MONTHS,
  type InstalmentOffer,
  MOST_DISCOUNT,
  MOST_MONTHS,
  offerGrid,
  offerOver,
  owedOn,
  type ReliefRequest,
  smallestRequest,
  USUAL_MOST_MONTHS,
} from "./relief-request.ts";

export interface BudgetPlan {
  readonly budget: Budget;
  /** What the budget is sure to give in any month. */
  readonly monthly: Fen;
  readonly owed: ByComponent;
  /** The months that the grid of offers shows, rising. */
  readonly months: readonly number[];
  readonly offers: readonly InstalmentOffer[];
  /** There are charges that could be asked to stop. */
  readonly bearsCharges: boolean;
  /** Null where nothing that is ever asked for fits. */
  readonly request: ReliefRequest | null;
  /** The most that is asked for but for the principal; and with that. */
  readonly longest: InstalmentOffer;
  readonly discounted: InstalmentOffer;
}

export function budgetPlan(
  loan: Loan,
  product: Pick<Product, "classification">,
  budget: Budget,
  ownMonths: readonly number[],
): BudgetPlan {
  const { asOf } = loan;
  const monthly = monthlyBudget(budget);
  const owed = owedOn(loan, asOf);
  const months = [...new Set([...GRID_MONTHS, ...ownMonths])].sort((fewer, more) => fewer - more);
  const mostMonths = longestAsked(product, months);
  return {
    budget,
    monthly,
    owed,
    months,
    bearsCharges: !bearsNothing(loan),
    offers: offerGrid(owed, monthly, months),
    request: smallestRequest(owed, monthly, mostMonths),
    ...mostAsked(owed, mostMonths),
  };
}

function mostAsked(owed: ByComponent, months: number): Pick<BudgetPlan, "longest" | "discounted"> {
  return { longest: offerOver(owed, months), discounted: offerOver(owed, months, MOST_DISCOUNT) };
}

/** The shortest month has 28 days, which are four weeks: never more than the budget gives. */
const SHORTEST_MONTH_DAYS = 28;
const WEEK_DAYS = 7;

export function monthlyBudget({ amount, every }: Budget): Fen {
  switch (every) {
    case "day":
      return fen(amount * SHORTEST_MONTH_DAYS);
    case "week":
      return fen(amount * (SHORTEST_MONTH_DAYS / WEEK_DAYS));
    case "month":
      return amount;
    default:
      return every satisfies never;
  }
}

/** Ten years at the most, and as many months as were named; a card's instalment plan ends after five years (art 70). */
function longestAsked({ classification }: Pick<Product, "classification">, months: readonly number[]): number {
  return classification === "card" ? USUAL_MOST_MONTHS : Math.max(MOST_MONTHS, ...months);
}
