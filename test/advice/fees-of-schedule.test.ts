/** Fees of instalments that are still to come: the days of the run count, and no others. */

import { expect, test } from "vitest";
import { amountAbove, yearlyCost } from "../../src/advice/cost-of-arrears.ts";
import { feesOfSchedule } from "../../src/advice/fees-of-schedule.ts";
import { earnedIn } from "../../src/advice/run-report.ts";
import { simulate } from "../../src/ledger/run.ts";
import { day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { fraction } from "../../src/loan/rate.ts";
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

test("what is called due is for the days to the call, and an agreement ends the schedule", () => {
  expect(feesTo("2026-12-31", { accelerateOn: day("2026-12-10") })).toBe(yuan(61));
  expect(feesTo("2027-01-31", {}, { agreements: [agreementOf({ date: day("2026-12-02") })] })).toBe(yuan(10));
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
