/** The smallest thing to ask for: it fits the budget, nothing smaller does, and every offer adds up. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  GRID_MONTHS,
  type InstalmentOffer,
  leftAfter,
  MOST_MONTHS,
  offerGrid,
  offerOver,
  partsOf,
  type ReliefPart,
  smallestRequest,
} from "../../src/advice/relief-request.ts";
import { agreedSchedule } from "../../src/ledger/agreed-schedule.ts";
import { type ByComponent, COMPONENTS } from "../../src/loan/components.ts";
import { type Fen, fen, sum, ZERO } from "../../src/loan/money.ts";
import { agreementOver } from "../../src/loan/offers.ts";
import { fraction } from "../../src/loan/rate.ts";
import { AS_OF, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

const SAME_EACH_TIME = sameEachTime(500);

const owedOfFifty: ByComponent = {
  fee: ZERO,
  penalty: yuan(3_375),
  compound: ZERO,
  interest: ZERO,
  principal: yuan(50_000),
};

const amount = fc.oneof(fc.constant(ZERO), fc.integer({ min: 1, max: 2_000_000 }).map(fen));
const anyOwed: fc.Arbitrary<ByComponent> = fc.record({
  fee: amount,
  penalty: amount,
  compound: amount,
  interest: amount,
  principal: fc.integer({ min: 1, max: 10_000_000 }).map(fen),
});
const anyBudget = fc.oneof(
  fc.integer({ min: 1, max: 200_000 }).map(fen),
  fc.integer({ min: 1, max: 10_000_000 }).map(fen),
);

function monthlyOf(total: number, months: number): number {
  return Math.ceil(total / months);
}

function expectAddsUp(owed: ByComponent, { monthly, lastMonth, months, totalPaid, waived }: InstalmentOffer): void {
  expect(totalPaid + waived).toBe(sum(COMPONENTS.map((component) => owed[component])));
  expect(monthly).toBe(monthlyOf(totalPaid, months));
  expect(lastMonth).toBeLessThanOrEqual(monthly);
}

describe("the smallest thing to ask for", () => {
  test("fits, and nothing that comes before it does", () => {
    fc.assert(
      fc.property(anyOwed, anyBudget, (owed, budget) => {
        const ask = smallestRequest(owed, budget);
        const total = sum(Object.values(owed));
        const withoutPenalty = total - owed.penalty;
        const half = Math.floor(owed.principal / 2);
        if (ask === null) {
          // Even half the principal, without any charges, over ten years is too much.
          expect(monthlyOf(half, MOST_MONTHS)).toBeGreaterThan(budget);
          return;
        }
        expectAddsUp(owed, ask);
        expect(ask.monthly).toBeLessThanOrEqual(budget);
        if (ask.kind === "interest-stopped") {
          expect(ask.waived).toBe(0);
          if (ask.months > 1) expect(monthlyOf(total, ask.months - 1)).toBeGreaterThan(budget);
          return;
        }
        expect(monthlyOf(total, 60)).toBeGreaterThan(budget);
        if (ask.kind === "penalty-waived") {
          const lessWaived = Number(ask.waivedShare.numerator) / Number(ask.waivedShare.denominator) - 0.01;
          expect(monthlyOf(total - Math.round(owed.penalty * lessWaived), 60)).toBeGreaterThan(budget);
          return;
        }
        expect(monthlyOf(withoutPenalty, 60)).toBeGreaterThan(budget);
        if (ask.kind === "more-months") {
          expect(ask.waived).toBe(owed.penalty);
          expect(monthlyOf(withoutPenalty, ask.months - 1)).toBeGreaterThan(budget);
          return;
        }
        expect(monthlyOf(withoutPenalty, MOST_MONTHS)).toBeGreaterThan(budget);
      }),
      SAME_EACH_TIME,
    );
  });

  test.each<[string, number, object | null]>([
    ["in full, if it can be paid at once", 53_375, { kind: "interest-stopped", months: 1 }],
    ["over 60 months with interest stopped", 889.59, { kind: "interest-stopped", months: 60 }],
    ["with all of the penalty waived", 833.34, { kind: "penalty-waived", monthly: yuan(833.34) }],
    ["over 100 months", 500, { kind: "more-months", months: 100, monthly: yuan(500) }],
    ["over 120 months", 416.67, { kind: "more-months", months: 120 }],
    ["a discount of 1 %", 416.66, { kind: "discount", months: 120, monthly: yuan(412.5) }],
    ["a discount of half", 208.34, { kind: "discount", waived: yuan(3_375 + 25_000) }],
    ["nothing, where half would be too much", 208.33, null],
    ["nothing, without a budget", 0, null],
  ])("of 50,000 and 3,375 of penalty: %s", (_name, budget, expected) => {
    const ask = smallestRequest(owedOfFifty, yuan(budget));
    if (expected === null) expect(ask).toBeNull();
    else expect(ask).toMatchObject(expected);
  });
});

function partsAsked(owed: ByComponent, budget: number): readonly ReliefPart[] {
  const ask = smallestRequest(owed, yuan(budget));
  if (ask === null) throw new Error("nothing fits");
  return partsOf(ask).map(({ part }) => part);
}

describe("what is asked for", () => {
  // 50,000.00 ÷ 60 = 833.34 and ÷ 120 = 416.67, rounded up; with 1 % of 3,375.00 left, 833.90 and 416.95.
  test.each<[number, readonly ReliefPart[]]>([
    [889.59, []],
    [833.9, ["part-of-penalty"]],
    [833.34, ["all-penalty"]],
    [833.33, ["all-penalty", "more-months"]],
    [416.66, ["all-charges", "part-of-principal"]],
  ])("for %d a month of 50,000 and 3,375 of penalty", (budget, parts) => {
    expect(partsAsked(owedOfFifty, budget)).toEqual(parts);
  });

  test.each<[number, readonly ReliefPart[]]>([
    [833.33, ["more-months"]],
    [416.95, ["part-of-charges"]],
    // Nothing of the principal is said to be given up where the charges are enough.
    [416.67, ["all-charges"]],
    [416.66, ["all-charges", "part-of-principal"]],
  ])("for %d a month of 50,000 and 3,375 of interest", (budget, parts) => {
    expect(partsAsked({ ...owedOfFifty, penalty: ZERO, interest: yuan(3_375) }, budget)).toEqual(parts);
  });
});

describe("where penalty is not all that is owed", () => {
  const owed = { ...owedOfFifty, penalty: ZERO, interest: yuan(8_048.34), fee: yuan(680.99) };

  test("a part of all charges comes before any of the principal", () => {
    // (50,000.00 + 8,729.33 × 0.69) ÷ 120 = 466.86; with 30 % waived it would be 467.59.
    expect(smallestRequest(owed, yuan(467.16))).toMatchObject({
      kind: "discount",
      waives: "charges",
      waivedShare: fraction(31n, 100n),
      discount: { numerator: 0n },
      monthly: yuan(466.87),
    });
  });

  test("no penalty is said to be waived where none is owed", () => {
    expect(smallestRequest(owed, yuan(500))).toMatchObject({
      kind: "more-months",
      waivedShare: { numerator: 0n },
    });
  });

  test("no charges are said to be waived where none are owed", () => {
    const principalAlone = { ...owedOfFifty, penalty: ZERO };
    expect(partsAsked(principalAlone, 416.66)).toEqual(["part-of-principal"]);
  });

  test("months that were named are asked for before a discount", () => {
    expect(smallestRequest(owedOfFifty, yuan(250), 240)).toMatchObject({ kind: "more-months", months: 200 });
  });
});

describe("the grid", () => {
  test("adds up in each of its offers and marks those within the budget", () => {
    fc.assert(
      fc.property(anyOwed, anyBudget, (owed, budget) => {
        const grid = offerGrid(owed, budget, GRID_MONTHS);
        expect(grid).toHaveLength(GRID_MONTHS.length * 9);
        for (const offer of grid) {
          expectAddsUp(owed, offer);
          expect(offer.withinBudget).toBe(offer.monthly <= budget);
        }
      }),
      sameEachTime(100),
    );
  });

  test("has the instalments of an agreement with interest stopped over what is left", () => {
    fc.assert(
      fc.property(anyOwed, fc.integer({ min: 1, max: MOST_MONTHS }), (owed, months) => {
        for (const offer of offerGrid(owed, ZERO, [months])) {
          const { principal, charges } = leftAfter(owed, offer);
          const rows = agreedSchedule(agreementOver(AS_OF, months, {}), principal, charges);
          const instalments = rows.map((row) => row.principal + row.charges + row.interest);
          expect(offer).toMatchObject({ monthly: Math.max(...instalments), lastMonth: instalments.at(-1) });
        }
      }),
      sameEachTime(100),
    );
  });

  test.each<[number, "charges" | "penalty", bigint, Fen, Fen]>([
    [60, "charges", 1n, yuan(833.34), yuan(832.94)],
    [60, "penalty", 1n, yuan(833.34), yuan(832.94)],
    [60, "charges", 0n, yuan(889.59), yuan(889.19)],
    [36, "charges", 1n, yuan(1_388.89), yuan(1_388.85)],
  ])("of 50,000 over %d months, %s waived × %d", (months, waives, share, monthly, lastMonth) => {
    const offer = offerGrid(owedOfFifty, ZERO, [months]).find(
      ({ waives: what, waivedShare }) => what === waives && waivedShare.numerator === share * waivedShare.denominator,
    );
    expect(offer).toMatchObject({ monthly, lastMonth });
  });

  test("has the offer with all charges waived that a plan names where nothing fits", () => {
    expect(offerOver(owedOfFifty, 120)).toMatchObject({ monthly: yuan(416.67), totalPaid: yuan(50_000) });
  });
});
