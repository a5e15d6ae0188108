/** Fees of instalments that are still to come: by the days of the run, and in whole where the loan ends. */

import { describe, expect, test } from "vitest";
import { earnedIn, feesOfSchedule } from "../../src/advice/charges-earned.ts";
import { amountAbove, yearlyCost } from "../../src/advice/cost-of-arrears.ts";
import { simulate } from "../../src/ledger/run.ts";
import { day } from "../../src/loan/day.ts";
import { type Agreement, NO_EVENTS, WAIVE_NOTHING } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { agreementOf, instalment, loanOf, paymentOn, yuan } from "../reference/sample-loans.ts";

/** As of 2026-11-22: 30.00 for the 30 days to the first due date, 31.00 for the 31 days after; 9.00 of before. */
const LOAN = loanOf([
  instalment(day("2026-11-22"), 1_000, { fee: yuan(9) }),
  instalment(day("2026-12-22"), 1_000, { fee: yuan(30) }),
  instalment(day("2027-01-22"), 1_000, { fee: yuan(31) }),
]);

function feesTo(until: string, changes: Partial<Loan> = {}, events: Partial<typeof NO_EVENTS> = {}): number {
  const loan = { ...LOAN, ...changes };
  return feesOfSchedule(loan, simulate(loan, { ...NO_EVENTS, ...events }, { until: day(until) }));
}

test.each([
  ["2026-12-02", 10],
  ["2026-12-22", 30],
  ["2027-01-01", 40],
  ["2027-01-22", 61],
  ["2027-06-01", 61],
])("to %s", (until, yuans) => {
  expect(feesTo(until)).toBe(yuan(yuans));
});

test("two instalments of one day share its time", () => {
  const twice = [
    instalment(day("2026-12-22"), 500, { fee: yuan(15) }),
    instalment(day("2026-12-22"), 500, { fee: yuan(15) }),
  ];
  expect(feesTo("2026-12-02", { instalments: twice })).toBe(yuan(10));
});

test("what is called due is owed in whole on the day of the call", () => {
  const accelerateOn = day("2026-12-10");
  expect(feesTo("2026-12-09", { accelerateOn })).toBe(yuan(17));
  expect(feesTo("2026-12-10", { accelerateOn })).toBe(yuan(61));
  expect(feesTo("2026-12-31", { accelerateOn })).toBe(yuan(61));
});

test("what is paid in full early is paid with the fees of all instalments", () => {
  // 3,000.00 and 70.00 of fees, with ten nights of interest on 2,000.00 (10.00) and of penalty on 1,000.00 (7.50).
  const payments = [paymentOn(day("2026-12-02"), 3_087.5)];
  expect(feesTo("2026-12-01", {}, { payments })).toBe(yuan(9));
  expect(feesTo("2026-12-31", {}, { payments })).toBe(yuan(61));
});

describe("agreed on 2026-12-02, when 10.00 of the 61.00 is for days gone by:", () => {
  const date = day("2026-12-02");
  const under = (until: string, ...agreements: readonly Agreement[]): number => {
    return feesTo(until, {}, { agreements, paysWhenDueFrom: date });
  };

  test("an agreement takes them over, and they go on to be for their own days", () => {
    expect(under("2026-12-12", agreementOf({ date }))).toBe(yuan(20));
    expect(under("2027-01-31", agreementOf({ date }))).toBe(yuan(61));
  });

  const half = agreementOf({ date, waive: { ...WAIVE_NOTHING, fee: fraction(1n, 2n) } });

  test("of which it waives half of the 51.00 that is ahead", () => {
    expect(under("2026-12-12", half)).toBe(yuan(15));
    expect(under("2027-01-31", half)).toBe(yuan(35.5));
  });

  test("and takes that back where it breaks", () => {
    expect(feesTo("2027-01-31", {}, { agreements: [half] })).toBe(yuan(61));
    expect(feesTo("2027-01-31", {}, { agreements: [{ ...half, onBreak: "keep" }] })).toBe(yuan(35.5));
  });

  test("a deferral leaves them for their own days", () => {
    expect(under("2026-12-12", { kind: "deferral", date, months: 3, rate: null })).toBe(yuan(20));
  });

  test("a settlement of all pays them, one of the principal alone pays none of those ahead", () => {
    const settlement = { kind: "settlement", date, unearned: "leave-out" } as const;
    const all = { kind: "share", share: fraction(1n, 1n) } as const;
    expect(under("2027-01-31", { ...settlement, pays: all })).toBe(yuan(61));
    expect(under("2027-01-31", { ...settlement, pays: { kind: "amount", amount: yuan(3_000) } })).toBe(yuan(10));
  });

  test("a new loan pays them off", () => {
    const refinancing: Agreement = {
      kind: "refinancing",
      date,
      rate: rate(24n, 100n, "year"),
      feeShare: fraction(0n, 1n),
      months: 12,
      method: "equal-instalments",
      dayCount: "period",
      penalty: [],
      unearned: "leave-out",
    };
    expect(under("2026-12-02", refinancing)).toBe(yuan(61));
  });
});

test("a guarantee fee of 100.00 beside 20.00 of interest on 1,000.00 a month: 720.00 in all, 41.39 % a year", () => {
  const months = ["2026-12-22", "2027-01-22", "2027-02-22", "2027-03-22", "2027-04-22", "2027-05-22"].map(day);
  const instalments = months.map((due) => instalment(due, 1_000, { interest: yuan(20), fee: yuan(100) }));
  const loan = loanOf(instalments, { interest: "scheduled" });
  const payments = months.map((due) => paymentOn(due, 1_120));
  const totals = simulate(loan, { ...NO_EVENTS, payments }, { until: day("2027-05-22") });
  const charges = earnedIn(loan, totals);
  expect(charges).toBe(yuan(720));
  // 6,000 × 30 + 5,000 × 31 + 4,000 × 31 + 3,000 × 28 + 2,000 × 31 + 1,000 × 30 = 635,000.
  expect(totals.principalDays).toBe(63_500_000n);
  expect(yearlyCost(charges, totals.principalDays)).toBe(0.413858);
  // 720.00 − 635,000 × 24 % ÷ 365 = 302.47.
  expect(amountAbove(charges, totals.principalDays, fraction(24n, 100n))).toBe(yuan(302.47));
});
