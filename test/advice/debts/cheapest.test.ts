/** The cheapest order against every order there is, each run to its end. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cheapestOrder, nextOrder } from "../../../src/advice/debts/cheapest.ts";
import type { OneDebt, SharedBudget } from "../../../src/advice/debts/debt.ts";
import { RULED_ORDERS } from "../../../src/advice/debts/orders.ts";
import { repay, type Sharing } from "../../../src/advice/debts/repayment.ts";
import { addDays, addMonths } from "../../../src/loan/day.ts";
import { AS_OF, instalment, loanOf } from "../../reference/sample-loans.ts";
import { sameEachTime } from "../../runs.ts";
import { anyBudget, anyDebts, debtOf, monthlyBudget, monthlyDebt } from "./many-debts.ts";

test("no order of up to four debts under terms of every kind costs less", () => {
  fc.assert(
    fc.property(anyDebts, anyBudget, (debts, budget) => {
      // Whoever clears nothing within ten years has no order that is cheapest; to run them all takes long.
      if (repay(debts, budget, "avalanche", { until: addMonths(AS_OF, 120) }).clearedOn === null) return;
      const found = cheapestOrder(debts, budget);
      expect(found?.isProven).toBe(true);
      expect(costUnder(found?.sharing ?? "listed", debts, budget)).toBe(
        Math.min(...everyOrder(debts).map((sharing) => costUnder(sharing, debts, budget))),
      );
    }),
    sameEachTime(20),
  );
});

/** Beyond five debts an order that begins dearer than another with the same debts is left, which is right but for rounding. */
describe("no order of six debts costs less by more than a few fen", () => {
  const anyPrincipal = fc.integer({ min: 100, max: 20_000 });

  test("at rates of their own", () => {
    const anySix = fc
      .array(fc.record({ principal: anyPrincipal, percent: fc.integer({ min: 1, max: 4 }) }), {
        minLength: 6,
        maxLength: 6,
      })
      .map((found) => found.map(({ principal, percent }, index) => monthlyDebt(String(index), principal, percent)));
    fc.assert(fc.property(anySix, fc.integer({ min: 1_000, max: 5_000 }), expectCheapest), sameEachTime(2));
  });

  test("with minimum payments, penalty rates and compound, and one that comes before the others", () => {
    const minimum = { amount: null, share: { numerator: 3n, denominator: 100n } };
    const anyOne = fc.record({
      principal: anyPrincipal,
      daysOverdue: fc.integer({ min: 1, max: 100 }),
      hasMinimum: fc.boolean(),
    });
    const anySix = fc
      .array(anyOne, { minLength: 6, maxLength: 6 })
      .map((found) =>
        found.map(({ principal, daysOverdue, hasMinimum }, index) =>
          debtOf(
            String(index),
            loanOf([instalment(addDays(AS_OF, -daysOverdue), principal)], hasMinimum ? { minimum } : {}),
            index === 3 ? { priority: 1 } : {},
          ),
        ),
      );
    fc.assert(fc.property(anySix, fc.integer({ min: 3_000, max: 6_000 }), expectCheapest), sameEachTime(2));
  });

  function expectCheapest(debts: readonly OneDebt[], amount: number): void {
    const budget = monthlyBudget(amount);
    const found = cheapestOrder(debts, budget);
    if (found === null) return;
    const cheapest = costUnder(found.sharing, debts, budget);
    for (const sharing of everyOrder(debts)) {
      expect(cheapest).toBeLessThanOrEqual(costUnder(sharing, debts, budget) + 10);
    }
  }
});

test("a debt that does not get its minimum lets every order be tried to its end", () => {
  const minimum = { amount: null, share: { numerator: 1n, denominator: 2n } };
  const debts = [9_000, 7_000, 5_000, 3_000, 2_000, 1_000].map((principal, index) =>
    debtOf(String(index), loanOf([instalment(addDays(AS_OF, -10 * index), principal)], index < 2 ? { minimum } : {})),
  );
  const budget = monthlyBudget(2_500);
  const found = cheapestOrder(debts, budget);
  expect(found === null ? null : costUnder(found.sharing, debts, budget)).toBe(
    Math.min(...everyOrder(debts).map((sharing) => costUnder(sharing, debts, budget))),
  );
});

test("orders follow each other until none is left, and those that begin alike can be passed over", () => {
  expect(nextOrder([0, 1, 2], 3)).toEqual([0, 2, 1]);
  expect(nextOrder([0, 1, 2], 1)).toEqual([1, 0, 2]);
  expect(nextOrder([1, 2, 0], 3)).toEqual([2, 0, 1]);
  expect(nextOrder([2, 1, 0], 3)).toBeNull();
});

function costUnder(sharing: Sharing, debts: readonly OneDebt[], budget: SharedBudget): number {
  return repay(debts, budget, sharing).totalCost ?? Number.POSITIVE_INFINITY;
}

function everyOrder(debts: readonly OneDebt[]): readonly Sharing[] {
  return [...RULED_ORDERS, ...permutations(debts.flatMap(({ priority }, place) => (priority === null ? [place] : [])))];
}

function permutations(places: readonly number[]): readonly (readonly number[])[] {
  if (places.length === 0) return [[]];
  return places.flatMap((first) =>
    permutations(places.filter((place) => place !== first)).map((rest) => [first, ...rest]),
  );
}
