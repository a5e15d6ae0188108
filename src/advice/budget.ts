/** What a budget can do: the payments it makes, and what to ask for so that it is enough. */

import type { Budget } from "../loan/budget.ts";
import { type ByComponent, CHARGES } from "../loan/components.ts";
import { bearsNothing, type Loan } from "../loan/loan.ts";
import { type Fen, fen } from "../loan/money.ts";
import { agreementOver } from "../loan/offers.ts";
import type { Classified } from "../loan/products/product.ts";
import { agreementPlan } from "./agreement-plan.ts";
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
  /** Null where nothing that is ever asked for fits, or where nothing is left to ask for. */
  readonly request: ReliefRequest | null;
  /** Waivers on later dates leave nothing to pay of what would be agreed. */
  readonly isWaivedAnyway: boolean;
  /** The most that is asked for but for the principal; and with that. */
  readonly longest: InstalmentOffer;
  readonly discounted: InstalmentOffer;
}

export function budgetPlan(loan: Loan, product: Classified, budget: Budget, ownMonths: readonly number[]): BudgetPlan {
  const { asOf } = loan;
  const monthly = monthlyBudget(budget);
  const owed = owedOn(loan, asOf);
  const months = [...new Set([...GRID_MONTHS, ...ownMonths])].sort((fewer, more) => fewer - more);
  const mostMonths = longestAsked(product, months);
  const request = smallestRequest(owed, monthly, mostMonths);
  const isWaivedAnyway = request !== null && loan.waivers.length > 0 && leavesNothing(loan, request);
  return {
    budget,
    monthly,
    owed,
    months,
    bearsCharges: !bearsNothing(loan),
    offers: offerGrid(owed, monthly, months),
    request: isWaivedAnyway ? null : request,
    isWaivedAnyway,
    longest: offerOver(owed, mostMonths),
    discounted: offerOver(owed, mostMonths, MOST_DISCOUNT),
  };
}

/** Whether the agreement asked for would have nothing to pay, with what is waived on dates in it. */
function leavesNothing(loan: Loan, { months, waives, waivedShare, discount }: ReliefRequest): boolean {
  const waived = waives === "penalty" ? ["penalty" as const] : CHARGES;
  const shares = Object.fromEntries(waived.map((component) => [component, waivedShare]));
  return (
    agreementPlan(loan, agreementOver(loan.asOf, months, { ...shares, principal: discount })).schedule.length === 0
  );
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
function longestAsked({ classification }: Classified, months: readonly number[]): number {
  return classification === "card" ? USUAL_MOST_MONTHS : Math.max(MOST_MONTHS, ...months);
}
