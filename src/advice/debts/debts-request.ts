/** What to ask the lenders of several debts for, so that the budget is enough: interest stopped on some, or the same of all. */

import { isServed, type SharedBudget } from "../../loan/budget.ts";
import { addAmounts, type ByComponent, byComponent } from "../../loan/components.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { add, type Fen, fen, subtract, sum, ZERO } from "../../loan/money.ts";
import { compareFractions } from "../../loan/rate.ts";
import { constantRate, penaltyPerDay } from "../../loan/terms.ts";
import { monthlyBudget } from "../budget.ts";
import { leftAfter, monthlyInstalment, owedOn, type ReliefRequest, smallestRequest } from "../relief-request.ts";
import { budgetOn, commonDay, type OneDebt } from "./debt.ts";
import { chargeRate } from "./orders.ts";
import { Portfolio, type Sharing } from "./repayment.ts";
import { type Start, startOf } from "./start.ts";

/** The least to ask of all lenders together with which the budget is enough. */
export type DebtsRequest =
  /** Interest and penalty stopped on these debts, the dearest first; all is cleared within the usual five years. */
  | { readonly kind: "interest-stopped"; readonly names: readonly string[]; readonly clearedOn: Day }
  /** Stopped on all of them, and more besides: each lender is asked for the same. */
  | {
      readonly kind: "all-lenders";
      readonly request: ReliefRequest;
      readonly monthly: readonly AmountOfDebt[];
      /** The months in which there is less than that comes to, each by its pay day. */
      readonly short: readonly ShortMonth[];
    };

export interface ShortMonth {
  readonly on: Day;
  /** What there is. */
  readonly amount: Fen;
}

export interface AmountOfDebt {
  readonly name: string;
  readonly amount: Fen;
}

/** Interest is stopped on the fewest debts with which all is cleared in time, the dearest first. */
export function debtsRequest(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  limit: Day,
): DebtsRequest | null {
  const asOf = commonDay(debts);
  const served = debts.filter(isServed);
  const dearest = served
    .map((debt) => ({ debt, rate: chargeRate(startOf(debt, asOf).run, addMonths(asOf, 1)) }))
    .toSorted((one, other) => compareFractions(one.rate, other.rate))
    .map(({ debt }) => debt);
  const stopped = new Map(
    dearest.map((debt) => [debt, { ...debt, loan: withoutCharges(debt.loan, startOf(debt, asOf)) }]),
  );
  const stops = (chosen: readonly OneDebt[]): DebtsRequest | null => {
    const asked = debts.map((debt) => (chosen.includes(debt) ? (stopped.get(debt) ?? debt) : debt));
    const { clearedOn } = new Portfolio(asked, budget, sharing, { until: limit }).advance();
    return clearedOn && { kind: "interest-stopped", names: chosen.map(({ name }) => name), clearedOn };
  };
  return fewest(dearest, stops) ?? askedOfAll(served, budget, asOf);
}

/**
 * The same each month, of what there is at first; of less where the budget ends at less than that. The months between with
 * less are told.
 */
function askedOfAll(
  served: readonly OneDebt[],
  budget: SharedBudget,
  asOf: Day,
  amount: Fen = budget.usual,
): DebtsRequest | null {
  const { every } = budget;
  const owed = served.map((debt) => owedOn(debt.loan, asOf, startOf(debt, asOf).opening));
  const monthly = monthlyBudget({ amount, every });
  // Each lender's instalment is rounded up, so together they may exceed the budget by up to a fen a lender.
  for (const kept of [ZERO, fen(served.length)]) {
    const request = smallestRequest(owed.reduce(addAmounts), subtract(monthly, kept));
    if (request === null) return null;
    const shares = owed.map((each) => instalmentOf(each, request));
    if (sum(shares) > monthly) continue;
    const days = Array.from({ length: request.months }, (_, index) => addMonths(asOf, index + 1));
    const last = budget.steps.findLast(({ from, isOwn }) => !isOwn && from <= addMonths(asOf, request.months));
    const atEnd = last?.amount ?? ZERO;
    if (atEnd < amount) return askedOfAll(served, budget, asOf, atEnd);
    return {
      kind: "all-lenders",
      request,
      monthly: served.map(({ name }, index) => ({ name, amount: shares[index] ?? ZERO })),
      short: days
        .map((on) => ({ on, amount: monthlyBudget({ amount: budgetOn(budget, on), every }) }))
        .filter((month) => month.amount < sum(shares)),
    };
  }
  return null;
}

function instalmentOf(owed: ByComponent, request: ReliefRequest): Fen {
  const { principal, charges } = leftAfter(owed, request);
  return monthlyInstalment(add(principal, charges), request.months);
}

/** Up to so many debts, every choice of some of them is tried. */
const MOST_CHOSEN_FROM = 8;

/**
 * The fewest debts, from the first, with which the attempt succeeds: found by halving, because stopping the interest of more
 * debts never takes longer. In a short list every smaller choice of debts is tried after that.
 */
function fewest<Found>(debts: readonly OneDebt[], attempt: (chosen: readonly OneDebt[]) => Found | null): Found | null {
  let found = attempt(debts);
  if (found === null) return null;
  let tooFew = 0;
  let enough = debts.length;
  while (enough - tooFew > 1) {
    const middle = Math.floor((enough + tooFew) / 2);
    const tried = attempt(debts.slice(0, middle));
    if (tried === null) tooFew = middle;
    else [enough, found] = [middle, tried];
  }
  if (debts.length > MOST_CHOSEN_FROM) return found;
  for (let size = 1; size < enough; size += 1) {
    for (const chosen of choices(debts, size)) {
      const tried = attempt(chosen);
      if (tried !== null) return tried;
    }
  }
  return found;
}

/** All choices of so many of a list, in its order. */
function choices<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, index) => choices(items.slice(index + 1), size - 1).map((others) => [item, ...others]));
}

/** The loan with everything that accrues or is charged from its `asOf` on taken away; debt and due dates stay. */
function withoutCharges(loan: Loan, { opening }: Start): Loan {
  const instalments = loan.instalments.map((each) => (each.due > loan.asOf ? { ...each, interest: ZERO } : each));
  return {
    ...loan,
    instalments: withKnownCharges(instalments, owedOn(loan, loan.asOf, opening), loan.asOf),
    terms: {
      ...loan.terms,
      rates: constantRate(0n, 1n, "day"),
      penalty: penaltyPerDay(0n, 1n),
      compound: "none",
      lateFees: [],
      caps: [],
    },
  };
}

/** Charges that accrued up to `asOf` are still owed: they are put on the first instalment, beside those that later ones keep. */
function withKnownCharges(instalments: Loan["instalments"], owed: ByComponent, asOf: Day): Loan["instalments"] {
  const none = { interest: ZERO, penalty: ZERO, compound: ZERO, fee: ZERO };
  const [first, ...later] = instalments.map((each, index) =>
    index > 0 && each.due <= asOf ? { ...each, ...none } : each,
  );
  if (first === undefined) return instalments;
  const known = byComponent((component) =>
    subtract(owed[component], sum(later.map((each) => each[component] ?? ZERO))),
  );
  return [{ ...first, ...known, principal: first.principal }, ...later];
}
