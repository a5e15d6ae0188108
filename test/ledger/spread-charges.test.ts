/** Charges that an agreement spread bear its rate until they are paid, and not a night longer. */

import { expect, test } from "vitest";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, type Day, day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Payment } from "../../src/loan/loan.ts";
import { sum } from "../../src/loan/money.ts";
import { agreementOver } from "../../src/loan/offers.ts";
import { rate } from "../../src/loan/rate.ts";
import { AS_OF, instalment, loanOf, paymentOn, yuan } from "../reference/sample-loans.ts";

/** 106,750.00 agreed over twelve months at 2 % a month, counted day by day within it. */
function owedAfter(until: Day, payments: readonly Payment[]): number {
  const loan = loanOf([instalment(addDays(AS_OF, -90), 100_000, { penalty: yuan(6_750) })], { compound: "none" });
  const agreement = { ...agreementOver(AS_OF, 12, {}), rate: rate(24n, 100n, "year") };
  const events = { ...NO_EVENTS, agreements: [agreement], payments };
  return sum(Object.values(simulate(loan, events, { until }).closing));
}

test("nothing paid: 29 of 30 nights of 2 % on 106,750.00", () => {
  // 106,750.00 × 0.02 × 29 ÷ 30 = 2,063.83
  expect(owedAfter(addDays(AS_OF, 29), [])).toBe(yuan(106_750 + 2_063.83));
});

test("500.00 paid after nine nights bears nothing from then on", () => {
  // 106,750.00 × 0.02 × 9 ÷ 30 = 640.50; 106,250.00 × 0.02 × 20 ÷ 30 = 1,416.67
  expect(owedAfter(addDays(AS_OF, 29), [paymentOn(day("2026-12-01"), 500)])).toBe(yuan(106_250 + 640.5 + 1_416.67));
});

test("interest that has run up since does not take the place of charges that were paid", () => {
  // 106,750.00 + 2,135.00 - 50,000.00 = 58,885.00; × 0.02 ÷ 31 = 37.9903 a night, the thirty-first as the first.
  const payments = [paymentOn(day("2026-12-22"), 50_000)];
  const before = owedAfter(day("2027-01-21"), payments);
  expect([before, owedAfter(day("2027-01-22"), payments) - before]).toEqual([yuan(60_024.71), yuan(37.99)]);
});
