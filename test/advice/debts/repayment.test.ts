/** Several debts and one budget: every debt is what the engine says of it, and no fen is lost between them. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paymentsEvery } from "../../../src/advice/clear-by.ts";
import { budgetOn, type OneDebt } from "../../../src/advice/debts/debt.ts";
import { repay, type Sharing } from "../../../src/advice/debts/repayment.ts";
import { sharesByWeight } from "../../../src/advice/debts/sharing.ts";
import { project } from "../../../src/advice/projection.ts";
import type { LedgerRow } from "../../../src/ledger/ledger.ts";
import { Run, simulate } from "../../../src/ledger/run.ts";
import type { SharedBudget } from "../../../src/loan/budget.ts";
import { payDay } from "../../../src/loan/budget.ts";
import { totalOf } from "../../../src/loan/components.ts";
import { addDays, addMonths, type Day, day, lastOfMonth } from "../../../src/loan/day.ts";
import { NO_EVENTS } from "../../../src/loan/events.ts";
import { type Fen, fen, sum } from "../../../src/loan/money.ts";
import { rate } from "../../../src/loan/rate.ts";
import type { Terms } from "../../../src/loan/terms.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { sameEachTime } from "../../runs.ts";
import {
  anyBudget,
  anyDebts,
  anyEverydayDebts,
  anySmallDebts,
  constantBudget,
  debtOf,
  monthlyBudget,
  monthlyDebt,
} from "./many-debts.ts";

const anySharing = fc.constantFrom<Sharing>("avalanche", "snowball", "overdue", "listed", "pro-rata");
const TWO_YEARS = addMonths(AS_OF, 24);

test("every debt is what simulate says of it with the payments it got", () => {
  fc.assert(
    fc.property(anyDebts, anyBudget, anySharing, (debts, budget, sharing) => {
      const { debts: outcomes } = repay(debts, budget, sharing, { until: TWO_YEARS });
      for (const { debt, payments, totals, monthsOverdue } of outcomes) {
        const paid = payments.map((each) => ({ ...each, for: null, surplus: null }));
        let overdueEnds = 0;
        const onRow = ({ date, daysOverdue }: LedgerRow): void => {
          if (daysOverdue > 0 && date === lastOfMonth(date)) overdueEnds += 1;
        };
        const alone = simulate(debt.loan, { ...NO_EVENTS, payments: paid }, { until: totals.to, onRow });
        expect(totals).toEqual(alone);
        expect(monthsOverdue).toBe(overdueEnds);
      }
    }),
    sameEachTime(40),
  );
});

describe("months that are shown change nothing", () => {
  const anyInterestFirst = fc
    .array(
      fc.record({ principal: fc.integer({ min: 1_000, max: 60_000 }), firstDue: fc.integer({ min: 1, max: 60 }) }),
      {
        minLength: 2,
        maxLength: 3,
      },
    )
    .map((found) =>
      found.map(({ principal, firstDue }, index) => {
        const dues = Array.from({ length: 18 }, (_, month) => addMonths(addDays(AS_OF, firstDue), month));
        return debtOf(String(index), loanOf(dues.map((due, place) => instalment(due, place === 17 ? principal : 0))));
      }),
    );
  const anyWeekly = fc
    .integer({ min: 5_000, max: 200_000 })
    .map((amount) => constantBudget("week", fen(amount), AS_OF));

  test.each([
    ["under terms of every kind", anyDebts, anyBudget],
    // A payment leaves nothing owed on the next due date but what accrues until then.
    ["of debts that ask for their interest first", anyInterestFirst, anyWeekly],
  ])("%s", (_, someDebts, someBudget) => {
    fc.assert(
      fc.property(someDebts, someBudget, anySharing, (debts, budget, sharing) => {
        const shown = repay(debts, budget, sharing, { until: TWO_YEARS, rows: 30 });
        expect({ ...shown, months: [] }).toEqual({
          ...repay(debts, budget, sharing, { until: TWO_YEARS }),
          months: [],
        });
      }),
      sameEachTime(40),
    );
  });
});

test("no day gives out more than there is, and what is given is what the debts get", () => {
  fc.assert(
    fc.property(anyDebts, anyBudget, anySharing, (debts, budget, sharing) => {
      const { debts: outcomes, paid, months } = repay(debts, budget, sharing, { until: TWO_YEARS, rows: 30 });
      const payments = outcomes.flatMap((each) => each.payments);
      expect(paid).toBe(sum(payments.map(({ amount }) => amount)));
      expect(sum(months.map((month) => month.paid))).toBe(paid);
      for (const { openingOwed, totals, debt } of outcomes) {
        const owed = totalOf(totals.opening);
        expect(openingOwed).toBe(owed);
        expect(debt.payments).toEqual([]);
        expect(totals.unapplied).toBe(0);
      }
      let given = 0;
      for (let count = 1; payDay(budget.every, AS_OF, count) <= TWO_YEARS; count += 1) {
        const until = payDay(budget.every, AS_OF, count);
        given += budgetOn(budget, until);
        const extras = sum(budget.extras.filter(({ date }) => date <= until).map(({ amount }) => amount));
        const spent = sum(payments.filter(({ date }) => date <= until).map(({ amount }) => amount));
        expect(spent).toBeLessThanOrEqual(given + extras);
      }
    }),
    sameEachTime(40),
  );
});

test("one debt gets what plan --budget pays", () => {
  fc.assert(
    fc.property(anyEverydayDebts, anyBudget, anySharing, ([debt], { every, steps: [step] }, sharing) => {
      if (debt === undefined || step === undefined || debt.loan.terms.surplus === "none") return;
      const budget = constantBudget(every, step.amount, AS_OF);
      const events = paymentsEvery(every, AS_OF, step.amount);
      const { clearedOn, paid, principalFirstFell } = project(new Run(debt.loan, events), events);
      const found = repay([debt], budget, sharing);
      expect(found.clearedOn).toBe(clearedOn);
      expect(found.debts[0]?.totals.principalFirstFell).toBe(principalFirstFell);
      expect(found.paid).toBe(paid);
    }),
    sameEachTime(15),
  );
});

describe("more budget never finishes later or dearer under the same order", () => {
  const anyMonthly = fc
    .array(fc.record({ principal: fc.integer({ min: 100, max: 20_000 }), percent: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 5,
    })
    .map((found) => found.map(({ principal, percent }, index) => monthlyDebt(String(index), principal, percent)));

  describe.each<Sharing>(["listed", "avalanche", "pro-rata"])("%s", (sharing) => {
    test.each([
      ["debts that bear by the month", anyMonthly],
      ["debts overdue and current, with minimum payments", anySmallDebts],
    ])("%s", (_kind, anyOfThem) => {
      fc.assert(
        fc.property(
          anyOfThem,
          fc.integer({ min: 100, max: 8_000 }),
          fc.integer({ min: 1, max: 500 }),
          (debts, amount, more) => {
            const less = repay(debts, monthlyBudget(amount), sharing, { until: addMonths(AS_OF, 240) });
            // What must be paid and is not falls overdue, and no longer goes before a dearer debt.
            if (less.clearedOn === null || less.debts.some(({ unserved }) => unserved !== null)) return;
            const found = repay(debts, monthlyBudget(amount + more), sharing);
            expect(found.clearedOn).not.toBeNull();
            expect(found.clearedOn ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(less.clearedOn);
            expect(found.totalCost ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(less.totalCost ?? 0);
          },
        ),
        sameEachTime(50),
      );
    });
  });
});

test("more budget may cost more with the smallest first: what is cleared earlier finds another debt the smallest", () => {
  const minimum = { amount: null, share: { numerator: 10n, denominator: 100n } };
  const debtAt = (name: string, principal: number, basisPoints: bigint, terms: Partial<Terms> = {}): OneDebt =>
    debtOf(
      name,
      loanOf([instalment(addDays(AS_OF, -1), principal)], {
        rates: [{ from: null, rate: rate(basisPoints, 10_000n, "day") }],
        compound: "none",
        ...terms,
      }),
    );
  // Its minimum payments make the dear one the smallest in time; a month before, the cheap one still is.
  const debts = [debtAt("first", 2_000, 5n), debtAt("dear", 7_000, 10n, { minimum }), debtAt("cheap", 6_000, 1n)];
  const less = repay(debts, monthlyBudget(1_350), "snowball");
  const more = repay(debts, monthlyBudget(1_400), "snowball");
  expect(less.debts[1]?.clearedOn).toBeLessThan(less.debts[2]?.clearedOn ?? 0);
  expect(more.debts[2]?.clearedOn).toBeLessThan(more.debts[1]?.clearedOn ?? 0);
  expect(more.totalCost).toBeGreaterThan(less.totalCost ?? Number.POSITIVE_INFINITY);
});

describe("what must be paid", () => {
  const dues = [day("2026-12-05"), day("2027-01-05"), day("2027-02-05")];
  const current = debtOf(
    "current",
    loanOf(
      dues.map((due) => instalment(due, 300)),
      { interest: "scheduled" },
    ),
  );
  const overdue = debtOf("overdue", loanOf([instalment(addDays(AS_OF, -90), 5_000)]));

  test("an instalment of a debt not yet overdue comes out of the month's budget on its due day, the rest goes on", () => {
    const { debts, months } = repay([overdue, current], monthlyBudget(1_000), "listed", { rows: 12 });
    expect(debts[1]?.payments).toEqual(dues.map((date) => ({ date, amount: yuan(300) })));
    expect(debts[1]?.monthsOverdue).toBe(0);
    expect(debts[0]?.payments.slice(0, 4)).toEqual([
      { date: day("2026-12-22"), amount: yuan(700) },
      { date: day("2027-01-22"), amount: yuan(700) },
      { date: day("2027-02-22"), amount: yuan(700) },
      { date: day("2027-03-22"), amount: yuan(1_000) },
    ]);
    expect(months[0]?.paid).toBe(yuan(1_000));
  });

  test("a debt that does not get all of it is named with the day, falls overdue and bears penalty", () => {
    const { debts } = repay([overdue, current], monthlyBudget(200), "listed", { until: addMonths(AS_OF, 6) });
    expect(debts[1]?.unserved).toEqual({ date: day("2026-12-05"), missing: yuan(100) });
    expect(debts[1]?.monthsOverdue).toBeGreaterThan(0);
    expect(debts[1]?.totals.accrued.penalty).toBeGreaterThan(0);
    expect(debts[0]?.unserved).toBeNull();
  });

  test("a minimum goes before the order, and the smaller of minimum and debt is enough", () => {
    const minimum = { amount: yuan(100), share: { numerator: 5n, denominator: 100n } };
    const card = debtOf("card", loanOf([instalment(addDays(AS_OF, -10), 1_000)], { minimum, compound: "none" }));
    const { debts } = repay([overdue, card], monthlyBudget(500), "listed", { until: addMonths(AS_OF, 1) });
    expect(debts[1]?.payments).toEqual([{ date: day("2026-12-22"), amount: yuan(100) }]);
    expect(debts[0]?.payments).toEqual([{ date: day("2026-12-22"), amount: yuan(400) }]);
  });

  test("a minimum is for the month, however often the budget comes", () => {
    const minimum = { amount: yuan(500), share: null };
    const card = debtOf("card", loanOf([instalment(addDays(AS_OF, -10), 5_000)], { minimum, compound: "none" }));
    const { debts } = repay([overdue, card], constantBudget("week", yuan(300), AS_OF), "listed", {
      until: addMonths(AS_OF, 1),
    });
    expect(debts[1]?.payments).toEqual([
      { date: addDays(AS_OF, 7), amount: yuan(300) },
      { date: addDays(AS_OF, 14), amount: yuan(200) },
    ]);
    expect(debts[1]?.unserved).toBeNull();
    const tooLittle = repay([overdue, card], constantBudget("week", yuan(100), AS_OF), "listed", {
      until: addMonths(AS_OF, 1),
    });
    expect(tooLittle.debts[1]?.unserved).toEqual({ date: addDays(AS_OF, 28), missing: yuan(100) });
  });

  // From 2026-11-26 on the ten times 30 up to 2026-12-05 are its 300, and from 2026-12-27 on those up to 2027-01-05.
  test("of a budget by the day only what later days will not bring is kept back for an instalment", () => {
    const until = day("2027-01-05");
    const { debts } = repay([overdue, current], constantBudget("day", yuan(30), AS_OF), "listed", { until });
    const between = (from: string, to: string) =>
      Array.from({ length: day(to) - day(from) + 1 }, (_, index) => addDays(day(from), index));
    const days = [...between("2026-11-23", "2026-11-25"), ...between("2026-12-06", "2026-12-26")];
    expect(debts[0]?.payments).toEqual(days.map((date) => ({ date, amount: yuan(30) })));
    expect(debts[1]?.payments).toEqual(dues.slice(0, 2).map((date) => ({ date, amount: yuan(300) })));
  });

  // The 28 days after 2027-01-31 bring 280 of the second 295: from 2027-01-01 on the 31 times 10 are the first and 15 more.
  test("what a short month will not bring is saved in the long one before it", () => {
    const ends = [day("2027-01-31"), day("2027-02-28")];
    const late = debtOf(
      "late",
      loanOf(
        ends.map((due) => instalment(due, 295)),
        { interest: "scheduled" },
      ),
    );
    const until = day("2027-02-28");
    const { debts } = repay([overdue, late], constantBudget("day", yuan(10), AS_OF), "listed", { until });
    const days = Array.from({ length: day("2026-12-31") - AS_OF }, (_, index) => addDays(AS_OF, index + 1));
    expect(debts[0]?.payments).toEqual(days.map((date) => ({ date, amount: yuan(10) })));
    expect(debts[1]?.payments).toEqual(ends.map((date) => ({ date, amount: yuan(295) })));
    expect(debts[1]?.unserved).toBeNull();
  });

  // March's 310 are 5 less than its 315, February's last 27 days bring the 270: 5 of 2027-02-01 are saved, beyond the 28th.
  test("what the last day of a month has saved for the last of the next one is not given out on it", () => {
    const [first, second] = [day("2027-02-28"), day("2027-03-31")];
    const late = debtOf("late", loanOf([instalment(first, 270), instalment(second, 315)], { interest: "scheduled" }));
    const { debts } = repay([overdue, late], constantBudget("day", yuan(10), AS_OF), "listed", { until: second });
    expect(debts[0]?.payments.at(-1)).toEqual({ date: day("2027-02-01"), amount: yuan(5) });
    expect(debts[1]?.payments).toEqual([
      { date: first, amount: yuan(270) },
      { date: second, amount: yuan(315) },
    ]);
    expect(debts[1]?.unserved).toBeNull();
  });

  // Three later weeks bring 375, two 250, one 125.
  test("so it is of a budget by the week, and of one that will be less", () => {
    const late = debtOf("late", loanOf([instalment(day("2026-12-21"), 300)], { interest: "scheduled" }));
    const until = day("2026-12-22");
    const found = (budget: SharedBudget) => repay([overdue, late], budget, "listed", { until }).debts;
    const weekly = constantBudget("week", yuan(125), AS_OF);
    const onDueDay = [{ date: day("2026-12-21"), amount: yuan(300) }];
    const equal = found(weekly);
    expect(equal[0]?.payments).toEqual([
      { date: day("2026-11-29"), amount: yuan(125) },
      { date: day("2026-12-06"), amount: yuan(75) },
    ]);
    expect(equal[1]?.payments).toEqual(onDueDay);
    const less = found({
      ...weekly,
      steps: [...weekly.steps, { from: day("2026-12-10"), amount: yuan(40), isOwn: false }],
    });
    expect(less[0]?.payments).toEqual([{ date: day("2026-11-29"), amount: yuan(30) }]);
    expect(less[1]?.payments).toEqual(onDueDay);
  });

  // The first ten of 30 are the instalment of 2026-12-05, the next seven hold the minimum of 200, of which 10 are left over.
  // They and ten more are kept for 2027-01-05, so that on 2026-12-19 the first 10 go to the order.
  test("a minimum waits for the instalment of its month where the money does for both", () => {
    const minimum = { amount: yuan(200), share: null };
    const card = debtOf("card", loanOf([instalment(addDays(AS_OF, -10), 5_000)], { minimum, compound: "none" }));
    const until = day("2026-12-19");
    const { debts } = repay([overdue, card, current], constantBudget("day", yuan(30), AS_OF), "listed", { until });
    expect(debts.map(({ unserved }) => unserved)).toEqual([null, null, null]);
    expect(debts[2]?.payments).toEqual([{ date: day("2026-12-05"), amount: yuan(300) }]);
    expect(debts[1]?.payments).toEqual([
      ...["03", "04", "05", "06", "07", "08"].map((date) => ({ date: day(`2026-12-${date}`), amount: yuan(30) })),
      { date: day("2026-12-09"), amount: yuan(20) },
    ]);
    expect(debts[0]?.payments).toEqual([{ date: day("2026-12-19"), amount: yuan(10) }]);
  });

  // On 2026-12-13 three times 125 leave 75 beyond the 300 of 2026-12-21. Four times 70 are the minimum and 80 more, to
  // which the 70 of the next pay day are added.
  test("on the last pay day of its month a minimum takes what is kept for an instalment after it", () => {
    const minimum = { amount: yuan(200), share: null };
    const card = debtOf("card", loanOf([instalment(addDays(AS_OF, -10), 5_000)], { minimum, compound: "none" }));
    const late = debtOf("late", loanOf([instalment(day("2026-12-21"), 300)], { interest: "scheduled" }));
    const found = (amount: number) =>
      repay([card, late], constantBudget("week", yuan(amount), AS_OF), "listed", { until: day("2026-12-22") }).debts;
    const enough = found(125);
    expect(enough.map(({ unserved }) => unserved)).toEqual([null, null]);
    expect(enough[0]?.payments).toEqual([
      { date: day("2026-12-13"), amount: yuan(75) },
      { date: day("2026-12-20"), amount: yuan(125) },
    ]);
    expect(enough[1]?.payments).toEqual([{ date: day("2026-12-21"), amount: yuan(300) }]);
    expect(found(70).map(({ unserved }) => unserved)).toEqual([null, { date: day("2026-12-21"), missing: yuan(150) }]);
  });

  test("a debt that is never paid gets nothing and grows; a number goes before any order", () => {
    const left = monthlyDebt("left", 100, 1, { priority: "never" });
    const first = monthlyDebt("first", 5_000, 1, { priority: 1 });
    const other = monthlyDebt("other", 200, 4);
    const { debts, clearedOn } = repay([left, other, first], monthlyBudget(1_000), "avalanche", { rows: 12 });
    expect(debts[0]).toMatchObject({ payments: [], clearedOn: null });
    expect(debts[0]?.totals.closing.penalty).toBeGreaterThan(0);
    expect(debts[2]?.clearedOn).toBeLessThanOrEqual(debts[1]?.clearedOn ?? 0);
    expect(clearedOn).toBe(debts[1]?.clearedOn);
  });
});

test("where the money of each month does for its instalments and minimums, none falls short", () => {
  const anyCard = fc.record({
    principal: fc.integer({ min: 100, max: 20_000 }),
    // 0: an overdue debt without one, to which the rest goes.
    minimum: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 800 })),
  });
  const anyContract = fc.record({
    firstDue: fc.integer({ min: 1, max: 40 }),
    every: fc.constantFrom(7, 15, 30, 31),
    amounts: fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 8 }),
  });
  const lists = {
    cards: fc.array(anyCard, { minLength: 1, maxLength: 2 }),
    contracts: fc.array(anyContract, { minLength: 1, maxLength: 3 }),
  };
  fc.assert(
    fc.property(
      fc.record(lists),
      fc.constantFrom("day" as const, "week" as const),
      fc.constantFrom(0, 0, 1, 5_000),
      anySharing,
      ({ cards, contracts }, every, more, sharing) => {
        const minimums = sum(cards.map(({ minimum }) => yuan(minimum)));
        // Before the first pay day of its month no money of that month can serve an instalment.
        const duesOf = contracts.map(({ firstDue, every: days, amounts }) =>
          amounts
            .map((amount, index) => ({ due: addDays(AS_OF, firstDue + index * days), amount }))
            .filter(({ due }) => payDaysOfMonthUntil(every, due) > 0),
        );
        const dues = duesOf.flat().map(({ due, amount }) => ({ due, amount: yuan(amount) }));
        const debts = [
          ...cards.map(({ principal, minimum }, index) => {
            const asked = minimum === 0 ? null : { amount: yuan(minimum), share: null };
            const terms = { minimum: asked, compound: "none" } as const;
            return debtOf(`card ${index}`, loanOf([instalment(addDays(AS_OF, -10), principal)], terms));
          }),
          ...duesOf
            .filter((parts) => parts.length > 0)
            .map((parts, index) => {
              const instalments = parts.map(({ due, amount }) => instalment(due, amount));
              return debtOf(`contract ${index}`, loanOf(instalments, { interest: "scheduled" }));
            }),
        ];
        const amount = fen(leastThatServes(every, dues, minimums) + more);
        const found = repay(debts, constantBudget(every, amount, AS_OF), sharing, { until: TWO_YEARS });
        expect(found.debts.map(({ unserved }) => unserved)).toEqual(debts.map(() => null));
      },
    ),
    sameEachTime(150),
  );
});

const MONTHS = Array.from(
  { length: 24 },
  (_, month) => [addMonths(AS_OF, month), addMonths(AS_OF, month + 1)] as const,
);

/** The pay days from the start of the month in which a day lies until that day. */
function payDaysOfMonthUntil(every: "day" | "week", day: Day): number {
  const [start] = MONTHS.find(([, end]) => day <= end) ?? [AS_OF];
  const payDays = Array.from({ length: 800 }, (_, index) => payDay(every, AS_OF, index + 1));
  return payDays.filter((each) => each > start && each <= day).length;
}

/** In no month is more asked by a due date, or with the minimum payments by the last pay day, than has come by then. */
function leastThatServes(
  every: "day" | "week",
  dues: readonly { readonly due: Day; readonly amount: Fen }[],
  minimums: Fen,
): number {
  const needs = MONTHS.flatMap(([start, end]) => {
    const inMonth = dues.filter(({ due }) => due > start && due <= end);
    const asked = (until: Day): number => sum(inMonth.filter(({ due }) => due <= until).map(({ amount }) => amount));
    return [
      ...inMonth.map(({ due }) => asked(due) / payDaysOfMonthUntil(every, due)),
      (asked(end) + minimums) / payDaysOfMonthUntil(every, end),
    ];
  });
  return Math.ceil(Math.max(...needs));
}

test("shares add up to the amount, each within a fen of its own", () => {
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 9 }),
      (amount, weights) => {
        const shares = sharesByWeight(amount, weights);
        const whole = weights.reduce((total, weight) => total + weight, 0);
        expect(sum(shares.map(fen))).toBe(amount);
        for (const [index, share] of shares.entries()) {
          expect(Math.abs(share - (amount * (weights[index] ?? 0)) / whole)).toBeLessThanOrEqual(1);
        }
      },
    ),
    sameEachTime(200),
  );
});
