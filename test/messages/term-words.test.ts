/** Terms of a contract in words: what no built-in product has, but the words have to know. */

import { describe, expect, test } from "vitest";
import { day } from "../../src/loan/day.ts";
import type { LateFee } from "../../src/loan/late-fee.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { fen } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { termWords as english } from "../../src/messages/en/terms.ts";
import { termWords as chinese } from "../../src/messages/zh/terms.ts";

const FIVE_PERCENT = { kind: "percent", share: { numerator: 1n, denominator: 20n }, of: "minimum" } as const;
const THIRTY = { kind: "fixed", amount: fen(3000) } as const;

test.each<[string, Partial<LateFee>, string, string]>([
  ["an amount", {}, "30.00", "30.00 元"],
  ["once", { each: "loan", afterDaysOverdue: 10 }, "30.00 once on day 10 overdue", "逾期第 10 天 30.00 元（仅一次）"],
  [
    "by the day",
    { each: "day", afterDaysOverdue: 10, maximumInAll: fen(50_000) },
    "30.00 every day from day 10 overdue (at most 500.00 in all)",
    "逾期第 10 天起每天 30.00 元（累计最高 500.00 元）",
  ],
  [
    "a share, bounded",
    { charge: FIVE_PERCENT, graceDays: 3, minimum: fen(1000), maximum: fen(50_000) },
    "5% of what is unpaid of the minimum payment (unless paid within 3 days, at least 10.00, at most 500.00)",
    "最低还款额未还部分的 5%（3 天内还清不收，最低 10.00 元，最高 500.00 元）",
  ],
])("a late fee: %s", (_, parts, inEnglish, inChinese) => {
  const fees = [{ ...USUAL_LATE_FEE, charge: THIRTY, ...parts }];
  expect([english.licensed.lateFees(fees), chinese.licensed.lateFees(fees)]).toEqual([inEnglish, inChinese]);
});

test("a rate of which no decimal is exact is a fraction of a percent", () => {
  const rates = [{ from: null, rate: rate(1n, 6000n, "day") }];
  expect([english.licensed.rates(rates), chinese.licensed.rates(rates)]).toEqual(["1/60% a day", "每天 1/60%"]);
});

test("rates that change stand apart from one another", () => {
  const rates = [
    { from: null, rate: rate(12n, 100n, "year") },
    { from: day("2026-12-10"), rate: rate(24n, 100n, "year") },
  ];
  expect(english.licensed.rates(rates)).toBe("12% a year, 24% a year from 2026-12-10");
  expect(chinese.licensed.rates(rates)).toBe("每年 12%、每年 24%（2026-12-10 起）");
});

test("so do penalty rates by the days overdue", () => {
  const tiers = [
    { fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(5n, 10_000n, "day") } },
    { fromDaysOverdue: 100, penalty: { kind: "multiple", of: { numerator: 2n, denominator: 1n } } },
  ] as const;
  expect(english.licensed.penalty(tiers)).toBe("0.05% a day, 2 × the contract rate from day 100");
  expect(chinese.licensed.penalty(tiers)).toBe("每天 0.05%、合同利率的 2 倍（逾期第 100 天起）");
});

describe("caps and minimum payments", () => {
  const caps = [
    { kind: "rate", of: "penalty", rate: rate(1n, 1000n, "day") },
    { kind: "share", of: "interest", share: { numerator: 1n, denominator: 1n } },
    { kind: "yearly", of: "charges", yearlyRate: { numerator: 6n, denominator: 25n } },
  ] as const;

  test("name what they are of", () => {
    expect(english.licensed.caps(caps)).toBe("penalty 0.1% a day, interest 100%, charges 24% a year");
    expect(chinese.licensed.caps(caps)).toBe("罚息 每天 0.1%、利息 100%、息费 每年 24%");
  });

  test("of two bounds the larger is the minimum", () => {
    const minimum = { amount: fen(10_000), share: { numerator: 1n, denominator: 20n } };
    expect(english.card.minimum(minimum)).toBe("the larger of 100.00 and 5%");
    expect(chinese.card.minimum(minimum)).toBe("100.00 元与 5% 中较大者");
  });
});
