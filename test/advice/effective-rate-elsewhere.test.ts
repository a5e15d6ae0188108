/** The effective rate beside two packages that know nothing of this project: xirr, and @webcarrot/xirr. */

import { createRequire } from "node:module";
import { xirr as webcarrot } from "@webcarrot/xirr";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveRate } from "../../src/advice/effective-rate.ts";
import { addDays, type Day, day, formatDay } from "../../src/loan/day.ts";
import type { AgreedFlows } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

/** It has no types of its own. */
const xirr: (flows: readonly { readonly amount: number; readonly when: Date }[]) => number = createRequire(
  import.meta.url,
)("xirr");

const PAID_OUT = day("2026-01-15");

/** So much received, and what is to be paid so many days later. */
function flowsOf(received: number, payments: readonly (readonly [days: number, amount: number])[]): AgreedFlows {
  return {
    paidOutOn: PAID_OUT,
    received: yuan(received),
    payments: payments.map(([days, amount]) => ({ date: addDays(PAID_OUT, days), amount: yuan(amount) })),
  };
}

/** What each package gives, or null where it finds nothing. */
function elsewhere({ paidOutOn, received, payments }: AgreedFlows): readonly (number | null)[] {
  const atMidnight = (date: Day): Date => new Date(`${formatDay(date)}T00:00:00Z`);
  const flows = [{ date: paidOutOn, amount: fen(-received) }, ...payments].map(({ date, amount }) => ({
    amount: amount / 100,
    date: atMidnight(date),
  }));
  return [() => xirr(flows.map(({ amount, date }) => ({ amount, when: date }))), () => webcarrot(flows)].map((find) => {
    try {
      return find();
    } catch {
      return null;
    }
  });
}

test("the rate of ordinary loans is that of both packages, to the last of six decimals", async () => {
  const payments = fc.array(fc.tuple(fc.integer({ min: 90, max: 1_500 }), fc.integer({ min: 300, max: 1_000 })), {
    minLength: 1,
    maxLength: 24,
  });
  await fc.assert(
    fc.asyncProperty(payments, fc.integer({ min: 80, max: 100 }), async (paid, receivedOf100) => {
      const total = paid.reduce((sum, [, amount]) => sum + amount, 0);
      const flows = flowsOf(
        Math.ceil((total * receivedOf100) / 100),
        paid.toSorted(([one], [other]) => one - other),
      );
      // What is paid a whole number of months later is counted by months; the packages count days.
      fc.pre(flows.received <= total * 100 && flows.payments.some(({ date }) => !formatDay(date).endsWith("-15")));
      const ours = await effectiveRate(flows);
      for (const theirs of elsewhere(flows)) {
        expect(theirs).not.toBeNull();
        // Floating point of the packages agrees to about twelve digits; a rate of thousands of per cent has fewer decimals.
        const least = 1e-6 * Math.max(1, theirs ?? 0);
        expect(Math.abs((ours?.compoundYearly ?? Number.NaN) - (theirs ?? 0))).toBeLessThanOrEqual(least);
      }
    }),
    sameEachTime(100),
  );
});

describe("the loans of a week", () => {
  test("1,400 for 2,000 in seven days: all three find it", async () => {
    const flows = flowsOf(1_400, [[7, 2_000]]);
    const ours = await effectiveRate(flows);
    // (2,000 ÷ 1,400)^(365 ÷ 7) − 1
    expect(ours?.compoundYearly).toBeCloseTo((2_000 / 1_400) ** (365 / 7) - 1, -3);
    for (const theirs of elsewhere(flows)) expect((ours?.compoundYearly ?? 0) / (theirs ?? 0)).toBeCloseTo(1, 9);
  });

  test("1,000 for 2,000 on the next day: both packages fail, and ours says that there is none to be named", async () => {
    const flows = flowsOf(1_000, [[1, 2_000]]);
    expect(elsewhere(flows)).toEqual([null, null]);
    expect(await effectiveRate(flows)).toBeNull();
  });

  test("received in a lump that two payments of very unlike size repay: the packages may fail where ours does not", async () => {
    const flows = flowsOf(374, [
      [20, 1_196],
      [123, 50],
    ]);
    const [first, second] = elsewhere(flows);
    expect([first, second]).toContain(null);
    const { compoundYearly = 0 } = (await effectiveRate(flows)) ?? {};
    // What is to be paid is worth what was received at the rate found: 1,196 after 20 days and 50 after 123.
    const worth = 1_196 / (1 + compoundYearly) ** (20 / 365) + 50 / (1 + compoundYearly) ** (123 / 365);
    expect(worth).toBeCloseTo(374, 6);
  });
});
