/** Law 9: the smallest payment that a plan finds clears the loan by the date, and no smaller one does. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clearBy, paymentsEvery } from "../../src/advice/clear-by.ts";
import type { RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { PLAN_CYCLES, type PlanCycle } from "../../src/loan/budget.ts";
import { addDays, addMonths, type Day, formatDay } from "../../src/loan/day.ts";
import type { Loan, Payment } from "../../src/loan/loan.ts";
import { type Fen, fen, ZERO } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { penaltyPerDay } from "../../src/loan/terms.ts";
import { anyCase } from "../reference/generators.ts";
import { AS_OF, instalment, loanOf, overdue, paymentOn, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

/**
 * Where order or rate depend on the days overdue, or money ahead of its day is refused, more may clear less; and what
 * is charged after the last payment before the date cannot be cleared by it.
 */
const anySteadyLoan: fc.Arbitrary<Loan> = anyCase.map(({ loan }) => ({
  ...loan,
  charges: loan.charges.filter(({ date }) => date <= loan.asOf + 28),
  terms: {
    ...loan.terms,
    orderAfter: [],
    penalty: loan.terms.penalty.slice(0, 1),
    surplus: loan.terms.surplus === "none" ? "next" : loan.terms.surplus,
  },
}));

function paying(loan: Loan, every: PlanCycle, by: Day, amount: Fen): RunTotals {
  return simulate(loan, paymentsEvery(every, loan.asOf, amount), { until: by });
}

describe.each(PLAN_CYCLES)("the smallest payment every %s", (every) => {
  test("clears by the date, one fen less does not, and nor does any share of it", () => {
    fc.assert(
      fc.property(
        anySteadyLoan,
        fc.integer({ min: 31, max: 400 }),
        fc.integer({ min: 1, max: 999 }),
        (loan, days, perMille) => {
          const by = addDays(loan.asOf, days);
          const { outcome } = clearBy(loan, every, by);
          if (outcome.kind === "impossible") throw new Error(`impossible: ${outcome.reason}`);
          const totals = paying(loan, every, by, outcome.amount);
          expect(totals.clearedOn).toBe(outcome.clearedOn);
          expect(totals.payments).toBe(outcome.totalPaid);
          expect(totals.principalFirstFell).toBe(outcome.principalFirstFell);
          // What is drawn again is charged to the principal.
          const had = totals.opening.principal + totals.charged.principal;
          expect(outcome.totalCost).toBe(outcome.totalPaid - had);
          expect(paying(loan, every, by, fen(outcome.amount - 1)).clearedOn).toBeNull();
          const less = fen(Math.floor((outcome.amount * perMille) / 1_000));
          expect(paying(loan, every, by, less).clearedOn).toBeNull();
        },
      ),
      sameEachTime(150),
    );
  });

  test("counts as many payments as there are", () => {
    fc.assert(
      fc.property(anySteadyLoan, fc.integer({ min: 31, max: 400 }), (loan, days) => {
        const { outcome } = clearBy(loan, every, addDays(loan.asOf, days), []);
        if (outcome.kind === "impossible") throw new Error(`impossible: ${outcome.reason}`);
        let payments = 0;
        simulate(loan, paymentsEvery(every, loan.asOf, outcome.amount), {
          until: outcome.clearedOn,
          onRow: ({ payment }) => {
            if (payment > 0) payments += 1;
          },
        });
        expect(outcome.payments).toBe(payments);
      }),
      sameEachTime(100),
    );
  });

  test("where no day for a payment lies before the date, there is none, and the reason is said", () => {
    const first = { day: 1, week: 7, month: addMonths(AS_OF, 1) - AS_OF }[every];
    expect(clearBy(overdue, every, addDays(AS_OF, first)).outcome.kind).toBe("reached");
    expect(clearBy(overdue, every, addDays(AS_OF, first - 1), []).outcome).toEqual({
      kind: "impossible",
      reason: "no-payment-day",
    });
  });

  test("where the terms take no money ahead of its day, there is none, and the reason is said", () => {
    const loan = loanOf([instalment(addDays(AS_OF, 500), 1_000)], { surplus: "none" });
    expect(clearBy(loan, every, addDays(AS_OF, 400), []).outcome).toEqual({
      kind: "impossible",
      reason: "payments-not-taken",
    });
  });
});

test("what is charged after the date is not cleared by it", () => {
  const charges = [{ date: addDays(AS_OF, 100), amount: yuan(200), component: "fee", note: "lawyer" }] as const;
  const loan = { ...overdue, charges };
  expect(clearBy(loan, "day", addDays(AS_OF, 90), []).outcome).toEqual({ kind: "impossible", reason: "charged-later" });
  expect(clearBy(loan, "day", addDays(AS_OF, 100), []).outcome.kind).toBe("reached");
});

test("nor is what is charged between the last payment and the date", () => {
  // Weekly until 28 days after; the charge comes on the 29th, the date is the 31st.
  const charges = [{ date: addDays(AS_OF, 29), amount: yuan(5), component: "fee", note: null }] as const;
  const outcome = (every: PlanCycle): unknown =>
    clearBy({ ...overdue, charges }, every, addDays(AS_OF, 31), []).outcome;
  expect(outcome("week")).toEqual({ kind: "impossible", reason: "charged-later" });
  expect(outcome("month")).toMatchObject({ kind: "reached", payments: 1 });
});

test("where the debt passes the engine's limit before a payment, it is not the terms that are blamed", () => {
  const loan = loanOf([instalment(AS_OF, 9_000_000_000)], {
    rates: [{ from: null, rate: rate(1n, 2n, "day") }],
    compound: "all",
  });
  expect(clearBy(loan, "month", addDays(AS_OF, 344), []).outcome).toEqual({
    kind: "impossible",
    reason: "limit-reached",
  });
});

test("a debt paid before it is due leaves no overdue whose record could be deleted", () => {
  const overdueEndedOn = (due: Day): unknown => {
    const { outcome } = clearBy(loanOf([instalment(due, 1_000)]), "day", addDays(AS_OF, 20), []);
    return outcome.kind === "reached" && outcome.overdueEndedOn;
  };
  expect(overdueEndedOn(addDays(AS_OF, 30))).toBeNull();
  expect(overdueEndedOn(addDays(AS_OF, -1))).toBe(addDays(AS_OF, 20));
});

describe("beside dated payments", () => {
  const by = addDays(AS_OF, 365);
  const pay = (days: number, amount: number): Payment => paymentOn(addDays(AS_OF, days), amount);

  test("they come on top: with the amount found the loan is clear in time, with a fen less it is not", () => {
    const dated = [pay(44, 20_000)];
    const { outcome } = clearBy(overdue, "day", by, dated);
    if (outcome.kind === "impossible") throw new Error(outcome.reason);
    const cleared = (amount: Fen): Day | null =>
      simulate(overdue, paymentsEvery("day", AS_OF, amount, dated), { until: by }).clearedOn;
    expect([cleared(outcome.amount), cleared(fen(outcome.amount - 1))]).toEqual([outcome.clearedOn, null]);
  });

  test("where they clear the loan, nothing more is needed", () => {
    expect(clearBy(overdue, "month", by, [pay(1, 60_000)]).outcome).toMatchObject({ amount: 0, payments: 0 });
  });
});

test("what nobody takes is not paid, and costs nothing", () => {
  const dues = [-92, 61, 273].map((days) => instalment(addDays(AS_OF, days), 1_000, { interest: yuan(20) }));
  const loan = loanOf(dues, { surplus: "none", interest: "scheduled" });
  const { outcome } = clearBy(loan, "day", addDays(AS_OF, 283), []);
  if (outcome.kind === "impossible") throw new Error(outcome.reason);
  expect(outcome.totalPaid).toBeLessThan(yuan(3_300));
  expect(outcome.totalCost).toBe(outcome.totalPaid - yuan(3_000));
});

test("money drawn again is no cost when it is paid back: 1,000.00 and 500.00 that bear nothing cost nothing", () => {
  const draw = { date: addDays(AS_OF, 10), amount: yuan(500), component: "principal", note: null } as const;
  const penalty = penaltyPerDay(0n, 1n);
  const loan: Loan = { ...loanOf([instalment(AS_OF, 1_000)], { penalty }), charges: [draw] };
  const { outcome } = clearBy(loan, "day", addDays(AS_OF, 30));
  expect(outcome).toMatchObject({ kind: "reached", amount: yuan(50), totalPaid: yuan(1_500), totalCost: 0 });
});

test("of a loan that owes a fen is a fen", () => {
  const loan = loanOf([{ ...instalment(AS_OF, 0), principal: fen(1) }]);
  for (const every of PLAN_CYCLES) {
    expect(clearBy(loan, every, addDays(AS_OF, 31), []).outcome).toMatchObject({ kind: "reached", amount: 1 });
  }
});

test("ends over a hundred years and for the largest loan", () => {
  const largest = loanOf([instalment(AS_OF, 10_000_000_000)]);
  const { outcome } = clearBy(largest, "day", addDays(AS_OF, 36_525), []);
  if (outcome.kind === "impossible") throw new Error(outcome.reason);
  // A hundred years of penalty of 0.075 % a day leave nearly nothing but the penalty itself to be paid.
  expect(outcome.amount).toBe(yuan(7_500_000.01));
  expect(formatDay(outcome.clearedOn) <= formatDay(addDays(AS_OF, 36_525))).toBe(true);
  expect(ZERO).toBeLessThan(outcome.totalCost);
});
