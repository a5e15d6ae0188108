/** The cheapest order against every order there is, each run to its end. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cheapestOrder } from "../../../src/advice/debts/cheapest.ts";
import type { OneDebt } from "../../../src/advice/debts/debt.ts";
import { RULED_ORDERS } from "../../../src/advice/debts/orders.ts";
import { repay, type Sharing } from "../../../src/advice/debts/repayment.ts";
import type { SharedBudget } from "../../../src/loan/budget.ts";
import { addDays, addMonths } from "../../../src/loan/day.ts";
import { PRINCIPAL_FIRST, type Terms } from "../../../src/loan/terms.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
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

/** Beyond five debts, of orders that begin with the same ones only the best is gone on with, which is right but for rounding. */
describe("no order of six debts costs less by more than a few fen", () => {
  const anyPrincipal = fc.integer({ min: 100, max: 20_000 });
  const sixOf = <One>(one: fc.Arbitrary<One>): fc.Arbitrary<readonly One[]> =>
    fc.array(one, { minLength: 6, maxLength: 6 });

  test("at rates of their own", () => {
    const anySix = sixOf(fc.record({ principal: anyPrincipal, percent: fc.integer({ min: 1, max: 4 }) })).map((found) =>
      found.map(({ principal, percent }, index) => monthlyDebt(String(index), principal, percent)),
    );
    fc.assert(
      fc.property(anySix, fc.integer({ min: 1_000, max: 5_000 }), (debts, amount) =>
        expectCheapest(debts, monthlyBudget(amount)),
      ),
      sameEachTime(2),
    );
  });

  const anyCard = fc
    .record({
      principal: anyPrincipal,
      daysOverdue: fc.integer({ min: 1, max: 100 }),
      minimumPercent: fc.option(fc.integer({ min: 2, max: 6 })),
      isPrincipalFirst: fc.boolean(),
    })
    .map(({ principal, daysOverdue, minimumPercent, isPrincipalFirst }) =>
      loanOf([instalment(addDays(AS_OF, -daysOverdue), principal)], {
        minimum: minimumPercent === null ? null : minimumOf(BigInt(minimumPercent)),
        orderAfter: isPrincipalFirst ? [{ daysOverdue: 91, order: PRINCIPAL_FIRST, by: "instalment" }] : [],
      }),
    );
  const anyContract = fc
    .record({
      principal: anyPrincipal,
      firstDue: fc.integer({ min: 1, max: 40 }),
      months: fc.integer({ min: 2, max: 9 }),
    })
    .map(({ principal, firstDue, months }) =>
      loanOf(
        Array.from({ length: months }, (_, month) =>
          instalment(addMonths(addDays(AS_OF, firstDue), month), Math.ceil(principal / months)),
        ),
      ),
    );
  const anySix = sixOf(fc.oneof(anyCard, anyContract)).map((loans) =>
    loans.map((loan, index) => debtOf(String(index), loan, index === 3 ? { priority: 1 } : {})),
  );

  test.each(["month", "week"] as const)(
    "cards that switch to principal first, minimum payments and contracts, paid by the %s; at first there may be too little",
    (every) => {
      const anyTwoAmounts = fc.tuple(fc.integer({ min: 500, max: 6_000 }), fc.integer({ min: 6_000, max: 12_000 }));
      fc.assert(
        fc.property(anySix, anyTwoAmounts, (debts, [first, later]) => {
          const [usual, more] = [first, later].map((amount) => yuan(every === "week" ? amount / 4 : amount));
          if (usual === undefined || more === undefined) return;
          const steps = [
            { from: AS_OF, amount: usual, isOwn: false },
            { from: addMonths(AS_OF, 3), amount: more, isOwn: false },
          ];
          expectCheapest(debts, { every, steps, usual, extras: [] });
        }),
        sameEachTime(4),
      );
    },
  );

  function expectCheapest(debts: readonly OneDebt[], budget: SharedBudget): void {
    const found = cheapestOrder(debts, budget);
    if (found === null) return;
    expect(found.isProven).toBe(true);
    const cheapest = costUnder(found.sharing, debts, budget);
    for (const sharing of everyOrder(debts)) {
      expect(cheapest).toBeLessThanOrEqual(costUnder(sharing, debts, budget) + 10);
    }
  }
});

describe("where a debt falls short after the order has begun to decide", () => {
  // The two with a minimum fell due on one day, so that the order decides which of them gets what there is.
  const debts = [9_000, 7_000, 5_000, 3_000, 2_000, 1_000, 800].map((principal, index) =>
    debtOf(
      String(index),
      loanOf([instalment(addDays(AS_OF, index < 2 ? -10 : -10 * index), principal)], {
        minimum: index < 2 ? minimumOf(50n) : null,
      }),
    ),
  );
  const budget = monthlyBudget(2_500);

  test("every order of six is tried to its end", () => {
    const six = debts.slice(0, 6);
    const found = cheapestOrder(six, budget);
    expect(found?.isProven).toBe(true);
    expect(found === null ? null : costUnder(found.sharing, six, budget)).toBe(
      Math.min(...everyOrder(six).map((sharing) => costUnder(sharing, six, budget))),
    );
  });

  test("and of seven: none of every hundredth order costs less", () => {
    const found = cheapestOrder(debts, budget);
    expect(found?.isProven).toBe(true);
    const some = everyOrder(debts).filter((_sharing, index) => index % 100 === 0);
    const least = Math.min(...some.map((sharing) => costUnder(sharing, debts, budget)));
    expect(found === null ? null : costUnder(found.sharing, debts, budget)).toBeLessThanOrEqual(least);
  });
});

function minimumOf(percent: bigint): Terms["minimum"] {
  return { amount: null, share: { numerator: percent, denominator: 100n } };
}

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
