/** What each reader makes of single texts: given → expected value or problem code. */

import { describe, expect, it } from "vitest";
import { readAmount, readAmountOrZero } from "../../src/input/amount.ts";
import { readChoice } from "../../src/input/choice.ts";
import { readCount } from "../../src/input/count.ts";
import { readDate } from "../../src/input/date.ts";
import { readShare } from "../../src/input/decimal.ts";
import { readGrace } from "../../src/input/grace.ts";
import { readLateFee } from "../../src/input/late-fee.ts";
import { nearestWord } from "../../src/input/nearest.ts";
import { readOrder, readOrderSwitch, sortSwitches } from "../../src/input/order.ts";
import { readPenalty } from "../../src/input/penalty.ts";
import { readRate } from "../../src/input/rate.ts";
import { writePenalty, writeRate } from "../../src/input/written-terms.ts";
import { formatDay } from "../../src/loan/day.ts";
import { COMPONENTS } from "../../src/loan/loan.ts";
import { formatFraction } from "../../src/loan/rate.ts";
import { USUAL_LATE_FEE } from "../plain.ts";
import { codesIn, valueIn } from "./readings.ts";

describe("amounts", () => {
  it.each([
    ["50000", 5_000_000],
    ["50,000.00", 5_000_000],
    ["1,234,567.8", 123_456_780],
    ["5万", 5_000_000],
    ["5.5万", 5_500_000],
    ["1.234567万", 1_234_567],
    ["0.5亿", 5_000_000_000],
    ["￥50000", 5_000_000],
    ["¥ 50,000", 5_000_000],
    ["50000元", 5_000_000],
    ["5 万元", 5_000_000],
    ["５０，０００．５０", 5_000_050],
    [" 12.3 ", 1_230],
    ["007", 700],
    ["10000000000", 1_000_000_000_000],
    ["100亿", 1_000_000_000_000],
  ])("%s", (text, expected) => expect(valueIn(readAmount(text))).toBe(expected));

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["abc", "amount-unreadable"],
    ["5x0", "amount-unreadable"],
    ["5万5", "amount-unreadable"],
    ["1.2.3", "amount-unreadable"],
    ["5.", "amount-unreadable"],
    [".5", "amount-unreadable"],
    ["5²", "amount-unreadable"],
    ["NaN", "amount-unreadable"],
    ["Infinity", "amount-unreadable"],
    ["0x10", "amount-unreadable"],
    ["万", "amount-unreadable"],
    ["50\u001b[31m", "amount-unreadable"],
    ["1e400", "amount-exponent"],
    ["5E3", "amount-exponent"],
    ["-5", "amount-negative"],
    ["¥-5", "amount-negative"],
    ["−5", "amount-negative"],
    ["-0", "amount-negative"],
    ["0", "amount-zero"],
    ["0.00", "amount-zero"],
    ["1.005", "amount-decimals"],
    ["1.000", "amount-decimals"],
    ["5.1234567万", "amount-decimals"],
    ["50,00", "amount-grouping"],
    ["5,0000", "amount-grouping"],
    ["1,234,56", "amount-grouping"],
    ["5000,000", "amount-grouping"],
    [",500", "amount-grouping"],
    ["10000000000.01", "amount-too-large"],
    ["101亿", "amount-too-large"],
    ["9".repeat(5_000), "amount-too-large"],
  ])("%s is refused", (text, code) => expect(codesIn(readAmount(text))).toEqual([code]));

  it("lets nothing be an amount where that makes sense", () => expect(valueIn(readAmountOrZero("0"))).toBe(0));
});

describe("rates", () => {
  it.each([
    ["0.05%/day", "0.05%/day"],
    ["1.5%/month", "1.5%/month"],
    ["18%/year", "18%/year"],
    ["18% / Year", "18%/year"],
    ["万5", "0.05%/day"],
    ["万5/day", "0.05%/day"],
    ["万分之五", "0.05%/day"],
    ["万分之3.5", "0.035%/day"],
    ["千分之一/月", "0.1%/month"],
    ["5bp/day", "0.05%/day"],
    ["0.5‰/day", "0.05%/day"],
    ["0.0005/day", "0.05%/day"],
    ["1/2000/day", "0.05%/day"],
    ["6/100/year", "6%/year"],
    ["０．０５％／日", "0.05%/day"],
    ["0.05%/天", "0.05%/day"],
    ["1%/月", "1%/month"],
    ["18%/年", "18%/year"],
    ["0%/year", "0%/year"],
    ["0", "0%/day"],
    ["0%", "0%/day"],
    ["100%/day", "100%/day"],
    ["36000%/year", "36000%/year"],
  ])("%s", (text, expected) => expect(writeRate(valueIn(readRate(text)))).toBe(expected));

  it.each([
    ["", "empty"],
    ["abc", "rate-unreadable"],
    ["5..0%/day", "rate-unreadable"],
    ["0.05%", "rate-without-period"],
    ["18", "rate-without-period"],
    ["5bp", "rate-without-period"],
    ["18%/", "rate-without-period"],
    ["18%/quarter", "rate-period-unknown"],
    ["1/2000/quarter", "rate-period-unknown"],
    ["1/0/day", "rate-unreadable"],
    ["2/1/day", "rate-too-high"],
    ["-1%/day", "rate-negative"],
    ["100.01%/day", "rate-too-high"],
    ["3000.1%/month", "rate-too-high"],
    ["36001%/year", "rate-too-high"],
    ["2/day", "rate-too-high"],
    [`0.${"0".repeat(40)}1%/day`, "too-many-digits"],
  ])("%s is refused", (text, code) => expect(codesIn(readRate(text))).toEqual([code]));
});

describe("penalty rates", () => {
  it.each([
    ["1.5x", "1.5x"],
    ["1.5X", "1.5x"],
    ["1.5倍", "1.5x"],
    ["2×", "2x"],
    ["0.08%/day", "0.08%/day"],
    ["万8", "0.08%/day"],
  ])("%s", (text, expected) => expect(writePenalty(valueIn(readPenalty(text)))).toBe(expected));

  it.each([
    ["1.5", "penalty-unreadable"],
    ["50%", "penalty-unreadable"],
    ["x", "penalty-unreadable"],
    ["-1.5x", "penalty-unreadable"],
    ["200%/day", "rate-too-high"],
    ["1%/hour", "rate-period-unknown"],
  ])("%s is refused", (text, code) => expect(codesIn(readPenalty(text))).toEqual([code]));
});

describe("shares", () => {
  it.each([
    ["80%", "0.8"],
    ["0.8", "0.8"],
    ["100%", "1"],
    ["1", "1"],
    ["0", "0"],
    ["１２．５％", "0.125"],
  ])("%s", (text, expected) => expect(formatFraction(valueIn(readShare(text)))).toBe(expected));

  it.each([
    ["80", "share-out-of-range"],
    ["101%", "share-out-of-range"],
    ["-5%", "share-out-of-range"],
    ["most", "share-unreadable"],
  ])("%s is refused", (text, code) => expect(codesIn(readShare(text))).toEqual([code]));
});

describe("dates", () => {
  it.each(["2026-11-22", "2028-02-29", "2026-12-31"])("%s", (text) => {
    expect(formatDay(valueIn(readDate(text)))).toBe(text);
  });

  it.each([
    ["2026-02-30", "date-impossible", { lastOfMonth: "2026-02-28" }],
    ["2028-02-30", "date-impossible", { lastOfMonth: "2028-02-29" }],
    ["2026-11-31", "date-impossible", { lastOfMonth: "2026-11-30" }],
    ["2026-13-01", "date-impossible", { lastOfMonth: null }],
    ["2026/11/22", "date-format", { iso: "2026-11-22" }],
    ["2026.1.2", "date-format", { iso: "2026-01-02" }],
    ["20261122", "date-format", { iso: "2026-11-22" }],
    ["2026年11月22日", "date-format", { iso: "2026-11-22" }],
    ["2026-1-2", "date-format", { iso: "2026-01-02" }],
    ["22.11.2026", "date-unreadable", {}],
    ["tomorrow", "date-unreadable", {}],
    ["0001-01-01", "date-out-of-range", {}],
    ["1899-12-31", "date-out-of-range", {}],
    ["2200-01-01", "date-out-of-range", {}],
  ])("%s is refused", (text, code, details) => {
    const reading = readDate(text);
    expect(reading.ok ? [] : reading.issues).toEqual([expect.objectContaining({ code, ...details })]);
  });
});

describe("counts", () => {
  const bounds = { least: 1, most: 31 };
  it("reads what is within bounds", () => expect(valueIn(readCount("３１", bounds))).toBe(31));
  it.each([
    ["0", "count-out-of-range"],
    ["-1", "count-out-of-range"],
    ["32", "count-out-of-range"],
    ["9".repeat(400), "count-out-of-range"],
    ["1.5", "count-unreadable"],
    ["five", "count-unreadable"],
    ["", "empty"],
  ])("%s is refused", (text, code) => expect(codesIn(readCount(text, bounds))).toEqual([code]));
});

describe("grace", () => {
  it.each([
    ["3", { days: 3, kind: "waive" }],
    ["3:waive", { days: 3, kind: "waive" }],
    ["0:skip", { days: 0, kind: "skip" }],
  ])("%s", (text, expected) => expect(valueIn(readGrace(text))).toEqual(expected));

  it.each([
    ["three", "grace-unreadable"],
    ["3:4:5", "grace-unreadable"],
    ["3:wave", "not-one-of"],
    ["-3", "count-out-of-range"],
  ])("%s is refused", (text, code) => expect(codesIn(readGrace(text))).toEqual([code]));
});

describe("late fees", () => {
  const percent = { kind: "percent", share: { numerator: 1n, denominator: 20n }, of: "instalment" };
  it.each([
    ["30", { charge: { kind: "fixed", amount: 3_000 }, ...USUAL_LATE_FEE }],
    ["30/month", { charge: { kind: "fixed", amount: 3_000 }, each: "month", minimum: null, maximum: null }],
    ["5%", { charge: percent, ...USUAL_LATE_FEE }],
    ["5%/month", { charge: percent, each: "month", minimum: null, maximum: null }],
    ["5%:min=10:max=500", { charge: percent, each: "instalment", minimum: 1_000, maximum: 50_000 }],
    [
      "5%/月:of=overdue-principal",
      { charge: { ...percent, of: "overdue-principal" }, each: "month", minimum: null, maximum: null },
    ],
    ["0", null],
    ["none", null],
  ])("%s", (text, expected) => expect(valueIn(readLateFee(text))).toEqual(expected));

  it.each([
    ["abc", ["late-fee-unreadable"]],
    ["5%/week", ["late-fee-unreadable"]],
    ["101%", ["share-out-of-range"]],
    ["5%:mn=10", ["setting-unknown"]],
    ["5%:min=10:min=20", ["setting-double"]],
    ["5%:min=20:max=10", ["minimum-above-maximum"]],
    ["5%:min=x:max=-1", ["amount-unreadable", "amount-negative"]],
    ["5%:of=principle", ["not-one-of"]],
    ["30:min=10", ["setting-misplaced"]],
    ["-30", ["amount-negative"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readLateFee(text))).toEqual(codes));
});

describe("orders", () => {
  const order = ["fee", "penalty", "compound", "interest", "principal"];
  it("takes all five once", () =>
    expect(valueIn(readOrder(" Fee, penalty，compound、interest,principal"))).toEqual(order));

  it.each([
    ["fee,penalty,compound,interest", ["order-missing"]],
    ["fee,fee,penalty,compound,interest,principal", ["order-double"]],
    ["fee,penalty,compound,interest,principle", ["not-one-of"]],
    ["fee,fee,penalty", ["order-double", "order-missing"]],
    ["fee,intrest,fee,compound,penalty,principal", ["not-one-of", "order-double"]],
    ["fee,capital,penalty,compound", ["not-one-of", "order-missing"]],
    ["fee,penalty,,compound,interest,principal", ["empty"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readOrder(text))).toEqual(codes));

  it("takes an order from a day overdue on", () => {
    const text = "91:principal,interest,compound,penalty,fee";
    const reversed = order.toReversed();
    expect(valueIn(readOrderSwitch(text, "instalment"))).toEqual({
      daysOverdue: 91,
      order: reversed,
      by: "instalment",
    });
    expect(valueIn(readOrderSwitch(`${text}:component`, "instalment")).by).toBe("component");
  });

  it.each([
    ["91", ["order-after-unreadable"]],
    ["0:fee", ["count-out-of-range", "order-missing"]],
    ["91:fee,penalty,compound,interest,principal:side", ["not-one-of"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readOrderSwitch(text, "instalment"))).toEqual(codes));

  it("refuses two orders from the same day on", () => {
    const row = { daysOverdue: 91, order: COMPONENTS, by: "component" } as const;
    expect(codesIn(sortSwitches([row, row]))).toEqual(["order-after-double"]);
  });
});

describe("the nearest known word", () => {
  it.each([
    ["principle", "principal"],
    ["prin", "principal"],
    ["intrest", "interest"],
    ["fe", "fee"],
    ["PENALTY", "penalty"],
    ["zebra", null],
    ["", null],
  ])("%s → %s", (text, expected) => expect(nearestWord(text, COMPONENTS)).toBe(expected));

  it("names it in the problem", () => {
    const reading = readChoice("actual/356", ["actual/360", "actual/365"]);
    expect(reading.ok ? [] : reading.issues).toMatchObject([{ code: "not-one-of", nearest: "actual/365" }]);
  });
});
