/** The worksheet: stretches as they were published, and sums that are those of the replay. */

import { describe, expect, test } from "vitest";
import { replay } from "../../../src/advice/audit/replay.ts";
import { type Stretch, worksheet } from "../../../src/advice/audit/worksheet.ts";
import { addDays, day } from "../../../src/loan/day.ts";
import { sum } from "../../../src/loan/money.ts";
import { fraction, type Rate } from "../../../src/loan/rate.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { multipleOfContractRate, PRINCIPAL_FIRST, type Terms } from "../../../src/loan/terms.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { emptyLine } from "./statements.ts";

interface Published {
  readonly name: string;
  /** Overdue on the first day. */
  readonly principal: number;
  readonly rate: Rate;
  readonly terms?: Partial<Terms>;
  readonly paid?: { readonly afterDays: number; readonly amount: number };
  readonly days: number;
  /** Days, base and amount of each stretch, as they were published. */
  readonly stretches: readonly (readonly [number, number, number])[];
  readonly total: number;
}

const daily: Rate = { ...fraction(5n, 10_000n), per: "day" };
const yearly = (numerator: bigint, denominator: bigint): Rate => ({ ...fraction(numerator, denominator), per: "year" });
const PRINCIPAL_BEFORE_ALL: Partial<Terms> = { order: PRINCIPAL_FIRST };

/** What banks, courts and others printed; each stretch counts its first day, and the last where they counted it. */
const PUBLISHED: readonly Published[] = [
  {
    name: "a card balance that steps down, both ends counted",
    principal: 1_000,
    rate: daily,
    terms: PRINCIPAL_BEFORE_ALL,
    paid: { afterDays: 24, amount: 100 },
    days: 37,
    stretches: [
      [24, 1_000, 12],
      [13, 900, 5.85],
    ],
    total: 17.85,
  },
  {
    name: "the same, the last day not counted",
    principal: 1_000,
    rate: daily,
    terms: PRINCIPAL_BEFORE_ALL,
    paid: { afterDays: 24, amount: 100 },
    days: 36,
    stretches: [
      [24, 1_000, 12],
      [12, 900, 5.4],
    ],
    total: 17.4,
  },
  {
    name: "15,000.00 for 34 days, 13,500.00 for 12",
    principal: 15_000,
    rate: daily,
    terms: PRINCIPAL_BEFORE_ALL,
    paid: { afterDays: 34, amount: 1_500 },
    days: 46,
    stretches: [
      [34, 15_000, 255],
      [12, 13_500, 81],
    ],
    total: 336,
  },
  {
    name: "interest before a judgment, 184 days",
    principal: 10_000,
    rate: daily,
    days: 184,
    stretches: [[184, 10_000, 920]],
    total: 920,
  },
  {
    name: "interest after it, 60 days",
    principal: 10_000,
    rate: daily,
    days: 60,
    stretches: [[60, 10_000, 300]],
    total: 300,
  },
  {
    name: "beside it what the law doubles, 60 days",
    principal: 10_000,
    rate: { ...fraction(175n, 1_000_000n), per: "day" },
    days: 60,
    stretches: [[60, 10_000, 105]],
    total: 105,
  },
  {
    name: "a million at 4.2 % by 360, 31 days, then 5,000.00: 1,383.33 of it to principal",
    principal: 1_000_000,
    rate: yearly(42n, 1_000n),
    paid: { afterDays: 31, amount: 5_000 },
    days: 31,
    stretches: [[31, 1_000_000, 3_616.67]],
    total: 3_616.67,
  },
  {
    name: "half a year by 365",
    principal: 100_000,
    rate: yearly(435n, 10_000n),
    terms: { dayCount: "actual/365" },
    days: 180,
    stretches: [[180, 100_000, 2_145.21]],
    total: 2_145.21,
  },
  {
    name: "545 days by 360",
    principal: 500_000,
    rate: yearly(5n, 100n),
    days: 545,
    stretches: [[545, 500_000, 37_847.22]],
    total: 37_847.22,
  },
  {
    name: "one day of 0.03 % on a finding",
    principal: 4_188.34,
    rate: { ...fraction(3n, 10_000n), per: "day" },
    days: 1,
    stretches: [[1, 4_188.34, 1.26]],
    total: 1.26,
  },
];

function linesOf({ paid, days }: Published): readonly StatementLine[] {
  const paidOn: readonly StatementLine[] =
    paid === undefined
      ? []
      : [{ ...emptyLine(2), date: addDays(AS_OF, paid.afterDays), kind: "payment", amount: yuan(paid.amount) }];
  return [...paidOn, { ...emptyLine(3), date: addDays(AS_OF, days), kind: "balance" }];
}

describe("published stretches", () => {
  test.each(PUBLISHED)("$name", (published) => {
    const { principal, rate, terms, days, stretches, total } = published;
    const loan = loanOf([instalment(AS_OF, principal)], {
      rates: [{ from: null, rate }],
      penalty: multipleOfContractRate(fraction(1n, 1n)),
      compound: "none",
      ...terms,
    });
    const replayed = replay(loan, linesOf(published), null);
    const found = worksheet(replayed, addDays(AS_OF, days));
    const asPublished = (one: Stretch): readonly unknown[] => [one.days, one.base, one.amount];
    expect(found.map(asPublished)).toEqual(
      stretches.map(([nights, base, amount]) => [nights, yuan(base), yuan(amount)]),
    );
    expect(sum(found.map(({ amount }) => amount))).toBe(yuan(total));
    expect(replayed.totals.accrued.penalty).toBe(yuan(total));
    if (published.paid?.amount === 5_000) expect(replayed.rows[0]?.computed.principal).toBe(yuan(1_383.33));
  });
});

describe("days as the day count has them", () => {
  const OF_18_PERCENT = {
    rates: [{ from: null, rate: yearly(18n, 100n) }],
    penalty: multipleOfContractRate(fraction(1n, 1n)),
    compound: "none",
    interest: "scheduled",
  } as const;

  /** 12,000.00 at 0.05 % a day, 6.00: one stretch over the end of February of a leap year. */
  test.each([
    ["30/360", "2028-02-15", "2028-03-15", { from: "2028-02-15", days: 30, amount: 180 }],
    ["30/360", "2028-02-29", "2028-05-31", { from: "2028-02-29", days: 91, amount: 546 }],
    ["months+days/360", "2028-01-31", "2028-04-01", { from: "2028-01-31", days: 61, amount: 366 }],
    ["actual/360", "2028-02-15", "2028-03-15", { from: "2028-02-15", days: 29, amount: 174 }],
  ] as const)("%s from %s to %s", (dayCount, due, until, { from, days, amount }) => {
    const loan = loanOf([instalment(day(due), 12_000)], {
      ...OF_18_PERCENT,
      dayCount,
    });
    const replayed = replay(loan, [{ ...emptyLine(2), date: day(until), kind: "balance" }], null);
    expect(worksheet(replayed, day(until))).toMatchObject([
      { from: day(from), days, base: yuan(12_000), rate: fraction(1n, 2_000n), amount: yuan(amount) },
    ]);
  });

  test("a payment on the 31st parts the stretches there, though the night before counts as no day", () => {
    const loan = loanOf([instalment(day("2027-01-01"), 12_000)], {
      ...OF_18_PERCENT,
      dayCount: "30/360",
    });
    const paid: StatementLine = { ...emptyLine(2), date: day("2027-01-31"), kind: "payment", amount: yuan(2_174) };
    const replayed = replay(loan, [paid, { ...emptyLine(3), date: day("2027-03-01"), kind: "balance" }], null);
    // 29 days of 6.00 are 174.00; then 10,000.00 for the month of 30 days and the night to the 1st.
    expect(worksheet(replayed, day("2027-03-01"))).toMatchObject([
      { from: day("2027-01-01"), days: 29, base: yuan(12_000), amount: yuan(174) },
      { from: day("2027-01-31"), to: day("2027-03-01"), days: 31, base: yuan(10_000), amount: yuan(155) },
    ]);
  });
});
