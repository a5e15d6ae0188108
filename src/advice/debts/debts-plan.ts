/** What a budget does to several debts: under one order or all of them, what would be enough, and what to ask for. */

import { Run } from "../../ledger/run.ts";
import { addAmounts } from "../../loan/amounts.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { ByComponent, Loan } from "../../loan/loan.ts";
import { BALANCE_LIMIT, type Fen, fen, sum, ZERO } from "../../loan/money.ts";
import { rate } from "../../loan/rate.ts";
import { monthlyBudget } from "../budget.ts";
import { type Attempt, smallestReaching } from "../goal-seek.ts";
import { owedOn, type ReliefRequest, smallestRequest, USUAL_MOST_MONTHS } from "../relief-request.ts";
import type { DebtOutcome } from "./account.ts";
import { type CheapestOrder, cheapestOrder } from "./cheapest.ts";
import { budgetOn, commonDay, constantBudget, type OneDebt, payDay, type SharedBudget } from "./debt.ts";
import { DEBT_ORDERS, type DebtOrder, ranked } from "./orders.ts";
import { type Repayment, repay, type Sharing } from "./repayment.ts";
import { sharesOf } from "./sharing.ts";

export const CLEAR_WITHIN_MONTHS = [12, 24, 36, 60] as const;
export type ClearWithinMonths = (typeof CLEAR_WITHIN_MONTHS)[number];

/** Rows of debts that are never cleared: where it leads is seen by then. */
const ROWS_WHERE_NEVER = 60;
const MOST_ROWS = 1_200;

export interface OrderOutcome {
  readonly order: DebtOrder;
  readonly repayment: Repayment;
}

export interface SmallestBudget {
  /** With which no more is owed a year later than now. */
  readonly notGrowing: Fen | null;
  /** With which all is cleared within so many months. */
  readonly within: Readonly<Record<ClearWithinMonths, Fen | null>>;
}

/** The least to ask of all lenders together with which the budget is enough. */
export type DebtsRequest =
  /** Interest and penalty stopped on these debts, the dearest first; all is cleared within the usual five years. */
  | { readonly kind: "interest-stopped"; readonly names: readonly string[]; readonly clearedOn: Day }
  /** Stopped on all of them, and more besides: each lender is asked for the same. */
  | {
      readonly kind: "all-lenders";
      readonly request: ReliefRequest;
      readonly monthly: readonly { readonly name: string; readonly amount: Fen }[];
    };

export interface DebtsPlan {
  readonly order: DebtOrder;
  readonly repayment: Repayment;
  /** Beside each other where none was named; else null. */
  readonly orders: readonly OrderOutcome[] | null;
  /** Null where cheapest was not looked for, or nothing clears the debts. */
  readonly cheapest: CheapestOrder | null;
  readonly smallest: SmallestBudget;
  /** What is owed a year later under the order. */
  readonly owedAfterYear: Fen;
  /** The same share for every lender, a pay day. */
  readonly proRata: readonly Fen[];
  /** Null where nothing has to be asked for (all is cleared within five years), or nothing that is ever asked for fits. */
  readonly request: DebtsRequest | null;
  readonly isRequestNeeded: boolean;
}

export function debtsPlan(debts: readonly OneDebt[], budget: SharedBudget, first: DebtOrder | null): DebtsPlan {
  const cheapest = first === null || first === "cheapest" ? cheapestOrder(debts, budget) : null;
  const sharingOf = (order: DebtOrder): Sharing => (order === "cheapest" ? (cheapest?.sharing ?? "avalanche") : order);
  const asked: readonly DebtOrder[] = first === null ? DEBT_ORDERS : [first];
  const outcomes = asked.map((order) => ({ order, repayment: repay(debts, budget, sharingOf(order)) }));
  const order = first ?? best(outcomes);
  const sharing = sharingOf(order);
  const asOf = commonDay(debts);
  const isCleared = outcomes.some((each) => each.order === order && each.repayment.clearedOn !== null);
  const rows = isCleared ? MOST_ROWS : ROWS_WHERE_NEVER;
  const repayment = repay(debts, budget, sharing, { rows });
  const limit = addMonths(asOf, USUAL_MOST_MONTHS);
  const isRequestNeeded = repayment.clearedOn === null || repayment.clearedOn > limit;
  return {
    order,
    repayment,
    orders: first === null ? outcomes : null,
    cheapest,
    smallest: smallestBudget(debts, budget, sharing),
    owedAfterYear: repay(debts, budget, sharing, { until: addMonths(asOf, 12) }).owedAtEnd,
    proRata: proRataShares(repayment, budgetOn(budget, payDay(budget.every, asOf, 1))),
    request: isRequestNeeded ? debtsRequest(debts, budget, sharing, limit) : null,
    isRequestNeeded,
  };
}

/** The cheapest, by a rule with a name of its own where one costs no more; the earliest listed here where none clears. */
function best(outcomes: readonly OrderOutcome[]): DebtOrder {
  let found = outcomes[0];
  for (const each of outcomes) {
    const cost = each.repayment.totalCost ?? Number.POSITIVE_INFINITY;
    if (cost < (found?.repayment.totalCost ?? Number.POSITIVE_INFINITY)) found = each;
  }
  return found?.order ?? "avalanche";
}

function smallestBudget(debts: readonly OneDebt[], { every, extras }: SharedBudget, sharing: Sharing): SmallestBudget {
  const asOf = commonDay(debts);
  const smallest = (months: number, shortfall: (found: Repayment, amount: Fen) => number): Fen | null => {
    const until = addMonths(asOf, months);
    const payDays = Math.max(1, payDaysWithin(every, asOf, months));
    const attempt = (amount: Fen): Attempt<null> => {
      const found = repay(debts, constantBudget(every, amount, asOf, extras), sharing, { until });
      return { shortfall: Math.ceil(shortfall(found, amount) / payDays), result: null };
    };
    const start = (nothing: Attempt<null>): number => nothing.shortfall;
    return smallestReaching({ attempt, start, most: BALANCE_LIMIT })?.amount ?? null;
  };
  const clearing = (months: number): Fen | null => {
    const until = addMonths(asOf, months);
    const once = sum(extras.filter(({ date }) => date <= until).map(({ amount }) => amount));
    const payDays = payDaysWithin(every, asOf, months);
    // What is left over where all is cleared is as much to spare, so that the search has two sides to go by.
    return smallest(months, ({ clearedOn, owedAtEnd, debts: outcomes }, amount) =>
      clearedOn === null ? Math.max(1, owedAtEnd) : spentOn(outcomes) - amount * payDays - once,
    );
  };
  return {
    notGrowing: smallest(12, ({ owedAtEnd, openingOwed }) => owedAtEnd - openingOwed),
    within: { 12: clearing(12), 24: clearing(24), 36: clearing(36), 60: clearing(60) },
  };
}

function spentOn(debts: readonly DebtOutcome[]): number {
  return debts.reduce((total, { payments }) => payments.reduce((spent, { amount }) => spent + amount, total), 0);
}

function payDaysWithin(every: SharedBudget["every"], asOf: Day, months: number): number {
  const end = addMonths(asOf, months);
  if (every === "month") return months;
  return Math.floor((end - asOf) / (every === "week" ? 7 : 1));
}

function proRataShares({ debts }: Repayment, amount: Fen): readonly Fen[] {
  const weights = debts.map(({ debt, openingOwed }) => (debt.priority === "never" ? 0 : openingOwed));
  if (weights.every((weight) => weight === 0)) return debts.map(() => ZERO);
  return sharesOf(amount, weights).map(fen);
}

/** Interest is stopped on one debt after the other, the dearest first, until all is cleared in time. */
function debtsRequest(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  limit: Day,
): DebtsRequest | null {
  const asOf = commonDay(debts);
  const served = debts.filter(({ priority }) => priority !== "never");
  const candidates = served.map((debt, place) => {
    const run = new Run(debt.loan, { ...NO_EVENTS, payments: debt.payments });
    run.advance(asOf);
    return { debt, place, priority: null, run };
  });
  const dearest = ranked(candidates, "avalanche", asOf).map(({ debt }) => debt);
  const stops = (count: number): { names: readonly string[]; clearedOn: Day | null } => {
    const names = dearest.slice(0, count).map(({ name }) => name);
    const asked = debts.map((debt) =>
      names.includes(debt.name) ? { ...debt, loan: withoutCharges(debt.loan) } : debt,
    );
    return { names, clearedOn: repay(asked, budget, sharing, { until: limit }).clearedOn };
  };
  // With interest stopped on more of them it takes no longer, so that half of what is left can be passed over each time.
  let tooFew = 0;
  let enough = dearest.length;
  let found = stops(enough);
  if (found.clearedOn !== null) {
    while (enough - tooFew > 1) {
      const middle = Math.floor((enough + tooFew) / 2);
      const tried = stops(middle);
      if (tried.clearedOn === null) tooFew = middle;
      else {
        enough = middle;
        found = tried;
      }
    }
    if (found.clearedOn !== null) return { kind: "interest-stopped", names: found.names, clearedOn: found.clearedOn };
  }
  const owed = served.map(({ loan }) => owedOn(loan, asOf));
  const monthly = monthlyBudget({ amount: budgetOn(budget, payDay(budget.every, asOf, 1)), every: budget.every });
  const request = smallestRequest(owed.reduce(addAmounts), asOf, monthly);
  if (request === null) return null;
  const shares = sharesOf(request.monthly, owed.map(amountOwed));
  return {
    kind: "all-lenders",
    request,
    monthly: served.map(({ name }, index) => ({ name, amount: fen(shares[index] ?? 0) })),
  };
}

function amountOwed(owed: ByComponent): number {
  return Object.values(owed).reduce((total: number, amount) => total + amount, 0);
}

/** From its day on nothing is charged any more; what is owed and when it falls due stays. */
function withoutCharges(loan: Loan): Loan {
  const free = rate(0n, 1n, "day");
  const instalments = loan.instalments.map((each) => (each.due > loan.asOf ? { ...each, interest: ZERO } : each));
  return {
    ...loan,
    instalments: withKnownCharges(loan, instalments),
    terms: {
      ...loan.terms,
      rates: [{ from: null, rate: free }],
      penalty: [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: free } }],
      compound: "none",
      lateFees: [],
      caps: [],
    },
  };
}

/** What ran up until the day is owed all the same: it is put on the first instalment. */
function withKnownCharges(loan: Loan, instalments: Loan["instalments"]): Loan["instalments"] {
  const owed = owedOn(loan, loan.asOf);
  const isDue = (due: Day): boolean => due <= loan.asOf;
  const known = instalments.map((each) =>
    isDue(each.due) ? { ...each, interest: ZERO, penalty: ZERO, compound: ZERO, fee: ZERO } : each,
  );
  return known.map((each, index) =>
    index === 0
      ? { ...each, interest: owed.interest, penalty: owed.penalty, compound: owed.compound, fee: owed.fee }
      : each,
  );
}
