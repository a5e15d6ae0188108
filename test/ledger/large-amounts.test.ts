/** The largest amounts with long rates: products pass what a safe integer holds, and every fen must still be right. */

import { describe, expect, test } from "vitest";
import { Run, simulate } from "../../src/ledger/run.ts";
import { addDays, addMonths, CENTURY_DAYS } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { AMOUNT_LIMIT, fen } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import type { Terms } from "../../src/loan/terms.ts";
import { runOf } from "../plain.ts";
import { referenceRun } from "../reference/reference-model.ts";
import { AS_OF, everyDay, instalment, loanOf } from "../reference/sample-loans.ts";

const LONG_DAILY = rate(533_333_333n, 1_000_000_000_000n, "day");
const LONG_YEARLY = rate(17_123_456_789n, 100_000_000_000n, "year");

const CASES: readonly (readonly [string, Partial<Terms>])[] = [
  ["a long daily rate", { rates: [{ from: null, rate: LONG_DAILY }] }],
  ["a long yearly rate by calendar years", { rates: [{ from: null, rate: LONG_YEARLY }], dayCount: "actual/actual" }],
  ["a long yearly rate by periods", { rates: [{ from: null, rate: LONG_YEARLY }], dayCount: "period" }],
  [
    "each day rounded by itself",
    { rates: [{ from: null, rate: LONG_YEARLY }], rounding: { ...USUAL_ROUNDING, when: "daily" } },
  ],
  ["compound on everything", { rates: [{ from: null, rate: LONG_DAILY }], compound: "all" }],
];

describe("ten thousand million, less a fen", () => {
  test.each(CASES)("%s", (_, terms) => {
    const half = fen((AMOUNT_LIMIT - 2) / 2);
    const loan = loanOf(
      [
        { ...instalment(addDays(AS_OF, -17), 0), principal: half, interest: fen(98_765_432_101) },
        { ...instalment(addMonths(addDays(AS_OF, -17), 2), 0), principal: half },
      ],
      terms,
    );
    const events = { ...NO_EVENTS, streams: [everyDay(1_234_567.89, 9_876_543.21)] };
    const until = addDays(AS_OF, 120);
    const { rows, totals } = runOf({ loan, events, until });
    expect(rows).toEqual(referenceRun(loan, events, until).rows);
    expect(simulate(loan, events, { until })).toEqual(totals);
  });
});

test("fen × days beyond what a safe integer holds, of a principal paid down daily for a century", () => {
  const [nights, daily] = [CENTURY_DAYS, 27_378_541];
  const free = { rates: [{ from: null, rate: rate(0n, 1n, "day") }] };
  const loan = loanOf([{ ...instalment(addDays(AS_OF, -1), 0), principal: AMOUNT_LIMIT }], free);
  const events = { ...NO_EVENTS, streams: [{ ...everyDay(1), amounts: [fen(daily)] }] };
  const { principalDays } = simulate(loan, events, { until: addDays(AS_OF, nights) });
  // The first night has all of it, each one after a payment less: N × P − a × (0 + 1 + … + (N − 1)).
  const paidBefore = (BigInt(daily) * BigInt(nights) * BigInt(nights - 1)) / 2n;
  expect(principalDays).toBe(BigInt(AMOUNT_LIMIT) * BigInt(nights) - paidBefore);
});

test("a limit that is passed in nights nobody asked about ends the run, and asking tells it", () => {
  const dues = [-100, -70, -40, -10].map((days) => instalment(addDays(AS_OF, days), 10_000));
  const loan = loanOf(dues, { compound: "all", compoundRests: "quarter" });
  const run = new Run(loan, { ...NO_EVENTS, streams: [everyDay(1)] });
  for (let day = 30; !run.isOver && day < CENTURY_DAYS; day += 30) {
    run.advance(addDays(AS_OF, day));
    expect(run.owed).toBeGreaterThan(0);
  }
  expect(run.limitReachedOn).not.toBeNull();
  expect(run.totals().limitReachedOn).toBe(run.limitReachedOn);
});
