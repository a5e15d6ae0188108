/** What a budget does to several debts: under one order or all of them, what would be enough, and what to ask for. */

import { isServed, type SharedBudget } from "../../loan/budget.ts";
import { addMonths } from "../../loan/day.ts";
import { type Fen, fen, ZERO } from "../../loan/money.ts";
import { once } from "../../loan/once.ts";
import { USUAL_MOST_MONTHS } from "../relief-request.ts";
import { type CheapestOrder, cheaper, cheapestOrder, MOST_DEBTS_PROVEN, ruledOutcomes } from "./cheapest.ts";
import { commonDay, MONTHS_WHERE_NEVER, type OneDebt } from "./debt.ts";
import { type DebtsRequest, debtsRequest } from "./debts-request.ts";
import { DEBT_ORDERS, type DebtOrder } from "./orders.ts";
import { Portfolio, type Repayment, type RepaymentMonth, repay, type Sharing } from "./repayment.ts";
import { sharesByWeight } from "./sharing.ts";
import { type SmallestBudget, smallestBudget } from "./smallest-budget.ts";

const MOST_ROWS = 1_200;

export interface OrderOutcome {
  readonly order: DebtOrder;
  readonly repayment: Repayment;
}

export interface DebtsPlan extends OrderOutcome {
  /** Of the repayment month by month; worked out when they are asked for. */
  readonly months: () => readonly RepaymentMonth[];
  /** Beside each other where none was named; else null. */
  readonly orders: readonly OrderOutcome[] | null;
  /** Null where cheapest was not looked for, or nothing clears the debts. */
  readonly cheapest: CheapestOrder | null;
  readonly smallest: SmallestBudget;
  /** The ways of sharing under which the smallest budgets were looked for: of each the smaller one stands. */
  readonly smallestUnder: readonly Sharing[];
  /** What is owed a year later under the order. */
  readonly owedAfterYear: Fen;
  /** What each lender gets a pay day where all agree to the same share of the whole budget, in place of what must be paid. */
  readonly proRata: readonly Fen[];
  /** Null where nothing has to be asked for (all is cleared within five years), or nothing that is ever asked for fits. */
  readonly request: DebtsRequest | null;
  readonly isRequestNeeded: boolean;
}

export function debtsPlan(debts: readonly OneDebt[], budget: SharedBudget, first: DebtOrder | null): DebtsPlan {
  const ruled = first === null || first === "cheapest" ? ruledOutcomes(debts, budget) : [];
  const cheapest = ruled.length === 0 ? null : cheapestOrder(debts, budget, ruled);
  const sharingOf = (order: DebtOrder): Sharing => (order === "cheapest" ? (cheapest?.sharing ?? "avalanche") : order);
  const outcomeOf = (order: DebtOrder): OrderOutcome => {
    const sharing = sharingOf(order);
    const known = [cheapest, ...ruled].find((each) => each?.sharing === sharing);
    return { order, repayment: known?.repayment ?? repay(debts, budget, sharing) };
  };
  const orders = first === null ? DEBT_ORDERS.map(outcomeOf) : null;
  // Of equally cheap ones the first, and so a rule. `pro-rata` is left out: it is something to agree on
  // with all of them, and no order in which to pay.
  const cheapestOfAll = orders?.filter(({ order }) => order !== "pro-rata").reduce(cheaper);
  const { order, repayment } = cheapestOfAll ?? outcomeOf(first ?? "avalanche");
  const sharing = sharingOf(order);
  const asOf = commonDay(debts);
  // An order found for these charges and this budget need not be good under other ones, so that a rule is tried beside it.
  const isFound = typeof sharing === "object" && debts.length <= MOST_DEBTS_PROVEN;
  const smallestUnder: readonly Sharing[] = isFound ? ["avalanche", sharing] : [sharing];
  const limit = addMonths(asOf, USUAL_MOST_MONTHS);
  const isRequestNeeded = repayment.clearedOn === null || repayment.clearedOn > limit;
  return {
    order,
    repayment,
    months: once(() => monthsOf(debts, budget, sharing, repayment)),
    orders,
    cheapest,
    smallest: smallestBudget(debts, budget, smallestUnder),
    smallestUnder,
    owedAfterYear: new Portfolio(debts, budget, sharing, { until: addMonths(asOf, 12) }).advance().owedAtEnd,
    proRata: proRataShares(repayment, budget.usual),
    request: isRequestNeeded ? debtsRequest(debts, budget, isFound ? "avalanche" : sharing, limit) : null,
    isRequestNeeded,
  };
}

function monthsOf(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  { asOf, clearedOn }: Repayment,
): readonly RepaymentMonth[] {
  const shown =
    clearedOn === null ? { rows: MONTHS_WHERE_NEVER, until: addMonths(asOf, MONTHS_WHERE_NEVER) } : { rows: MOST_ROWS };
  return repay(debts, budget, sharing, shown).months;
}

function proRataShares({ debts }: Repayment, amount: Fen): readonly Fen[] {
  const weights = debts.map(({ debt, openingOwed }) => (isServed(debt) ? openingOwed : 0));
  if (weights.every((weight) => weight === 0)) return debts.map(() => ZERO);
  return sharesByWeight(amount, weights).map(fen);
}
