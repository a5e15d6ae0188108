/** The effective rate of a contract, against annuities and rates that can be checked with a table or by hand. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { effectiveRate } from "../../src/advice/effective-rate.ts";
import { addDays, addMonths, type Day, day } from "../../src/loan/day.ts";
import type { AgreedFlows } from "../../src/loan/loan.ts";
import { rate } from "../../src/loan/rate.ts";
import { makeSchedule } from "../../src/loan/schedule.ts";
import { overdueSim } from "../command-line/in-process.ts";
import { yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

const PAID_OUT = day("2026-01-15");

function monthly(received: number, amount: number, months: number): AgreedFlows {
  const payments = Array.from({ length: months }, (_, index) => ({
    date: addMonths(PAID_OUT, index + 1),
    amount: yuan(amount),
  }));
  return { paidOutOn: PAID_OUT, received: yuan(received), payments };
}

describe("of monthly payments", () => {
  test.each<[string, AgreedFlows, number, number]>([
    // 12,000 over a year at 3 % a month of the first amount: 1,000 + 360 a month. 5.079732 % a month.
    ["flat, 3 % a month", monthly(12_000, 1_360, 12), 0.609568, 0.812289],
    // Ten times 1,000 for 9,000 received: 1,000 was kept back in advance. 1.962998 % a month.
    ["a tenth kept back", monthly(9_000, 1_000, 10), 0.23556, 0.262732],
    ["nothing charged", monthly(12_000, 1_000, 12), 0, 0],
    // 1 % a month on one payment after one month.
    ["one month at 1 %", monthly(1_000, 1_010, 1), 0.12, 0.126825],
  ])("%s", async (_name, flows, nominalYearly, compoundYearly) => {
    expect(await effectiveRate(flows)).toEqual({ nominalYearly, compoundYearly });
  });

  test("an annuity of 1.5 % a month gives 18 % a year back, whatever it is over", async () => {
    const rows = makeSchedule({
      borrowed: yuan(12_000_000),
      months: 24,
      method: "equal-instalments",
      firstDue: addMonths(PAID_OUT, 1),
      rate: rate(15n, 1_000n, "month"),
      dayCount: "period",
    });
    const payments = rows.map(({ due, principal, interest }) => ({
      date: due,
      amount: yuan((principal + interest) / 100),
    }));
    const found = await effectiveRate({ paidOutOn: PAID_OUT, received: yuan(12_000_000), payments });
    expect(found).toEqual({ nominalYearly: 0.18, compoundYearly: 0.195618 });
  });
});

test("payments on any days are counted by days: a tenth more after 100 days is 1.1^3.65 − 1 a year", async () => {
  const payments = [{ date: addDays(PAID_OUT, 100), amount: yuan(1_100) }];
  expect(await effectiveRate({ paidOutOn: PAID_OUT, received: yuan(1_000), payments })).toEqual({
    nominalYearly: 0.352974,
    compoundYearly: 0.416065,
  });
});

test("fees that a table has with its instalments are part of what is agreed, but of one that is overdue", async () => {
  const csv = "due,principal,interest,fee\n2026-12-28,1000,30,20\n2027-01-28,1000,30,20\n2027-02-28,1000,30,20\n";
  const nominal = async (asOf: string): Promise<unknown> => {
    const command = ["simulate", "--instalments", "-", "--received", "2900", "--as-of", asOf, "--days", "0", "--json"];
    const { stdout } = await overdueSim(command, { input: csv });
    return (JSON.parse(stdout) as { summary: { effectiveRate: { nominalYearly: number } } }).summary.effectiveRate;
  };
  // 1,050 three times for 2,900: at 4.251358 % a month 1,007.18 + 966.11 + 926.71.
  expect(await nominal("2026-11-28")).toMatchObject({ nominalYearly: 0.510163 });
  expect(await nominal("2026-12-28")).toMatchObject({ nominalYearly: 0.510163 });
  // 1,030 and two of 1,050: the first fee may be one for being late.
  const { nominalYearly } = (await effectiveRate({
    ...monthly(2_900, 1_050, 3),
    payments: monthly(2_900, 1_050, 3).payments.map((one, index) =>
      index === 0 ? { ...one, amount: yuan(1_030) } : one,
    ),
  })) ?? { nominalYearly: null };
  expect(await nominal("2026-12-29")).toMatchObject({ nominalYearly });
});

test("there is none where the first due date lies so far ahead that a month before it the money was owed already", async () => {
  const csv = "due,principal,interest\n2027-01-15,3000,100\n";
  const found = async (asOf: string): Promise<unknown> => {
    const command = ["simulate", "--instalments", "-", "--received", "2800", "--as-of", asOf, "--days", "0", "--json"];
    const { stdout } = await overdueSim(command, { input: csv });
    const { summary, assumptions } = JSON.parse(stdout) as {
      summary: { effectiveRate: unknown };
      assumptions: readonly string[];
    };
    return [summary.effectiveRate, assumptions.includes("paid-out-day")];
  };
  // The interest of the table counts from the day of the balances, then.
  expect(await found("2026-12-14")).toEqual([null, true]);
  // 300 for a month on 2,800 is 10.714286 %.
  expect(await found("2026-12-15")).toEqual([{ nominalYearly: 1.285714, compoundYearly: 2.391907 }, true]);
});

test("of a week, by the day of payout: 1,050 of 1,500", async () => {
  const csv = "due,principal\n2026-11-22,1500\n";
  const found = async (received: string): Promise<unknown> => {
    const command = ["simulate", "--instalments", "-", "--received", received, "--as-of", "2026-11-22", "--json"];
    const { stdout } = await overdueSim(command, { input: csv });
    const { summary } = JSON.parse(stdout) as { summary: { effectiveRate: { nominalYearly: number } } };
    return summary.effectiveRate.nominalYearly;
  };
  // 450 on 1,050 for a month is 42.857143 %; for seven days (10 ÷ 7) to the 365 ÷ 84th less 1, 371.070492 % a month.
  expect(await found("1050")).toBe(5.142857);
  expect(await found("1050@2026-11-15")).toBe(44.528459);
});

test("there is none where nothing was received, or more than is ever paid", async () => {
  expect(await effectiveRate(monthly(0, 100, 3))).toBeNull();
  expect(await effectiveRate(monthly(301, 100, 3))).toBeNull();
});

test("always ends, and more to pay is never cheaper", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.array(
        fc.record({ days: fc.integer({ min: 1, max: 4_000 }), amount: fc.integer({ min: 1, max: 2_000_000 }) }),
        {
          minLength: 1,
          maxLength: 8,
        },
      ),
      async (received, paid) => {
        const flows = (more: number): AgreedFlows => ({
          paidOutOn: PAID_OUT,
          received: yuan(received),
          payments: paid.map(({ days, amount }) => ({ date: (PAID_OUT + days) as Day, amount: yuan(amount + more) })),
        });
        const [cheaper, dearer] = await Promise.all([effectiveRate(flows(0)), effectiveRate(flows(1_000))]);
        if (cheaper === null || dearer === null) return;
        expect(dearer.compoundYearly).toBeGreaterThanOrEqual(cheaper.compoundYearly);
      },
    ),
    sameEachTime(60),
  );
});
