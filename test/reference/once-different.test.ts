/** Small loans on which engine and reference model once differed, each the least that shows its point. */

import { describe, expect, test } from "vitest";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, addMonths, day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import type { Loan, Payment } from "../../src/loan/loan.ts";
import { agreementOver } from "../../src/loan/offers.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { multipleOfContractRate } from "../../src/loan/terms.ts";
import { expectSameRun } from "./same-run.ts";
import { AS_OF, instalment, loanOf, overdue, paymentOn, yuan } from "./sample-loans.ts";

function expectSame(loan: Loan, days: number, payments: readonly Payment[] = []): void {
  expectSameWith(loan, days, { payments });
}

function expectSameWith(loan: Loan, days: number, what: Partial<Events>): void {
  expectSameRun({ loan, events: { ...NO_EVENTS, ...what }, until: addDays(loan.asOf, days) });
}

test("compound on all charges begins within a stretch in which nothing else happens", () => {
  const loan = loanOf([instalment(addDays(AS_OF, 2), 1_000)], { compound: "all", interest: "scheduled" });
  expectSame(loan, 60);
});

test("daily rounding over periods whose lengths have no common factor", () => {
  const dues = [-3, -2, 1, 2].map((months) => instalment(addMonths(AS_OF, months), 0.01));
  const terms = {
    rates: [{ from: null, rate: rate(1n, 100_000n, "year") }],
    penalty: multipleOfContractRate(fraction(1n, 1n)),
    compound: "none",
    dayCount: "period",
    rounding: { ...USUAL_ROUNDING, when: "daily" },
  } as const;
  expectSame(loanOf(dues, terms), 1);
});

test("a late fee in percent does not count what is charged on its own day", () => {
  const onePercent = { kind: "percent", share: fraction(1n, 100n), of: "overdue-principal" } as const;
  const lateFees = [{ charge: onePercent, ...USUAL_LATE_FEE }] as const;
  const charge = { date: addDays(AS_OF, 1), amount: yuan(1_000), component: "principal", note: null } as const;
  expectSame({ ...loanOf([instalment(AS_OF, 1_000)], { lateFees }), charges: [charge] }, 3);
});

test("fractions of a fen go on in an instalment that had nothing owed before the payment either", () => {
  const dues = [instalment(AS_OF, 1), instalment(addDays(AS_OF, 20), 0), instalment(addDays(AS_OF, 100), 3.5)];
  expectSame(loanOf(dues, { compound: "none" }), 9, [paymentOn(addDays(AS_OF, 2), 1.01)]);
});

test("the order that switches with the days overdue is that before the day's payments, for all of them", () => {
  const loan = loanOf(
    [instalment(addDays(AS_OF, -100), 100), instalment(addDays(AS_OF, -10), 1_000, { penalty: yuan(30) })],
    {
      rates: [{ from: null, rate: rate(0n, 1n, "day") }],
      orderAfter: [
        { daysOverdue: 91, order: ["principal", "interest", "compound", "penalty", "fee"], by: "component" },
      ],
    },
  );
  const date = addDays(AS_OF, 2);
  expectSame(loan, 5, [paymentOn(date, 150, { for: "principal" }), paymentOn(date, 150)]);
});

const thirtySixMonths = agreementOver(AS_OF, 36, {});

describe("where something is agreed:", () => {
  test("a loan overdue until the day it is agreed on was overdue, though it is at no later close", () => {
    expectSameWith(overdue, 40, { agreements: [thirtySixMonths], paysWhenDueFrom: AS_OF });
    expect(
      simulate(overdue, { ...NO_EVENTS, agreements: [thirtySixMonths] }, { until: addDays(AS_OF, 9) }).everOverdue,
    ).toBe(true);
  });

  test("what was due before anything is paid as it falls due is paid on the first day, rows or none", () => {
    expectSameWith(overdue, 60, { paysWhenDueFrom: AS_OF });
  });

  test("a settlement on the day of the balances is a payment, and of principal too", () => {
    const settlement = {
      kind: "settlement",
      date: AS_OF,
      pays: { kind: "share", share: fraction(4n, 5n) },
      unearned: "leave-out",
    } as const;
    const totals = simulate(overdue, { ...NO_EVENTS, agreements: [settlement] }, { until: addDays(AS_OF, 9) });
    expect(totals).toMatchObject({ clearedOn: AS_OF, lastPaymentOn: AS_OF, principalFirstFell: AS_OF });
    expect(totals.payments).toBe(yuan(42_700));
  });

  test("a deferral moves due dates, not the periods that bear a month's rate", () => {
    const dues = [-1, 0, 1].map((months) => instalment(addMonths(addDays(AS_OF, 5), months), 1_000));
    const terms = { dayCount: "period", rates: [{ from: null, rate: rate(1n, 100n, "month") }] } as const;
    const deferral = { kind: "deferral", date: AS_OF, months: 1, rate: null } as const;
    expectSameWith(loanOf(dues, terms), 60, { agreements: [deferral] });
  });

  test("the months of an agreement made on a 31st go on from the 31st, also after a February", () => {
    const asOf = day("2026-12-31");
    const loan = { ...loanOf([instalment(asOf, 100_000)]), asOf };
    const refinancing = {
      kind: "refinancing",
      date: asOf,
      rate: rate(24n, 100n, "year"),
      feeShare: fraction(0n, 1n),
      months: 2,
      method: "equal-instalments",
      dayCount: "period",
      penalty: loan.terms.penalty,
      unearned: "leave-out",
    } as const;
    expectSameWith(loan, 100, { agreements: [refinancing] });
  });

  test("interest that takes the place of charges paid in part bears interest in its turn, rows or none", () => {
    const agreement = { ...agreementOver(AS_OF, 2, {}), rate: rate(1n, 100n, "day") };
    expectSameWith(overdue, 25, { agreements: [agreement], payments: [paymentOn(addDays(AS_OF, 1), 1_000)] });
  });

  test("an agreement that breaks on a loan paid off without it ends cleared on the next day, rows or none", () => {
    const dear = { ...agreementOver(AS_OF, 1, {}), rate: rate(1n, 100n, "month") };
    const loan = loanOf([instalment(addDays(AS_OF, -10), 100)], { rates: [{ from: null, rate: rate(0n, 1n, "day") }] });
    expectSameWith(loan, 60, { agreements: [dear], payments: [paymentOn(addDays(AS_OF, 30), 100)] });
  });

  test("after a break principal days and the day principal fell are those without the agreement", () => {
    const payments = [paymentOn(addDays(AS_OF, 30), 1_500)];
    const waived = agreementOver(AS_OF, 36, { penalty: fraction(1n, 1n) });
    expectSameWith(overdue, 90, { agreements: [waived], payments });
    const totals = simulate(overdue, { ...NO_EVENTS, agreements: [waived], payments }, { until: addDays(AS_OF, 90) });
    expect(totals).toMatchObject({ principalFirstFell: null, principalDays: 90n * 5_000_000n });
    expect(totals.brokenOn).toEqual([addMonths(AS_OF, 2)]);
  });
});
