/** What each reader makes of single texts: given → expected value or problem code. */

import { describe, expect, it } from "vitest";
import { choice } from "../../src/input/field.ts";
import { nearestWord } from "../../src/input/nearest.ts";
import { lateFee } from "../../src/input/records/late-fee.ts";
import { cap, compound, grace, minimum, orderSwitch, rounding } from "../../src/input/records/term-rules.ts";
import { readAmount, readAmountOrZero } from "../../src/input/values/amount.ts";
import { readCount } from "../../src/input/values/count.ts";
import { readDate } from "../../src/input/values/date.ts";
import { readOrder } from "../../src/input/values/order.ts";
import { formatPenalty, readPenalty } from "../../src/input/values/penalty.ts";
import { formatContractRate, formatRate, readContractRate, readRate } from "../../src/input/values/rate.ts";
import { feeShare, readShare } from "../../src/input/values/share.ts";
import { axis } from "../../src/input/values/words.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { formatDay } from "../../src/loan/day.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { formatFraction } from "../../src/loan/rate.ts";
import { codesIn, readIn, valueIn } from "./readings.ts";

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
    ["1.5w", 1_500_000],
    ["5W", 5_000_000],
    ["3千", 300_000],
    ["3k", 300_000],
    ["3万8千", 3_800_000],
    ["12万5千元", 12_500_000],
    ["50000块", 5_000_000],
    ["RMB 50,000", 5_000_000],
    ["人民币50000元", 5_000_000],
    ["5萬元", 5_000_000],
    ["50000元整", 5_000_000],
    ["50,000 CNY", 5_000_000],
    ["５０，０００．５０", 5_000_050],
    [" 12.3 ", 1_230],
    ["007", 700],
    ["10000000000", 1_000_000_000_000],
    ["100亿", 1_000_000_000_000],
  ])("%s", (text, expected) => expect(valueIn(readAmount(text))).toBe(expected));

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["abc", "unreadable"],
    ["5x0", "unreadable"],
    ["5万5", "unreadable"],
    ["5.5万5千", "unreadable"],
    ["5万55千", "unreadable"],
    ["5万5千5", "unreadable"],
    ["1.2.3", "unreadable"],
    ["5.", "unreadable"],
    [".5", "unreadable"],
    ["5²", "unreadable"],
    ["NaN", "unreadable"],
    ["Infinity", "unreadable"],
    ["0x10", "unreadable"],
    ["万", "unreadable"],
    ["50\u001b[31m", "unreadable"],
    ["1e400", "exponent"],
    ["5E3", "exponent"],
    ["-5", "negative"],
    ["¥-5", "negative"],
    ["−5", "negative"],
    ["-0", "negative"],
    ["0", "zero"],
    ["0.00", "zero"],
    ["1.005", "decimals-too-many"],
    ["1.000", "decimals-too-many"],
    ["5.1234567万", "decimals-too-many"],
    ["50,00", "grouping-wrong"],
    ["5,0000", "grouping-wrong"],
    ["1,234,56", "grouping-wrong"],
    ["5000,000", "grouping-wrong"],
    [",500", "grouping-wrong"],
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
    ["日息万五", "0.05%/day"],
    ["月息1.5%", "1.5%/month"],
    ["年化18%", "18%/year"],
    ["每天 0.05%", "0.05%/day"],
    ["每日万五", "0.05%/day"],
    ["0.05% a day", "0.05%/day"],
    ["18% per annum", "18%/year"],
    ["18% p.a.", "18%/year"],
    ["18%/yr", "18%/year"],
    ["年化利率 18%", "18%/year"],
    ["年利率18%", "18%/year"],
    ["2分", "2%/month"],
    ["一分五", "1.5%/month"],
    ["月息1分5", "1.5%/month"],
    ["1分5厘", "1.5%/month"],
    ["两分利", "2%/month"],
    ["8厘", "0.8%/month"],
    // Of a year's rate 1分 is a tenth and 1厘 a hundredth of the whole, ten times as much as of a month's.
    ["年息2分", "20%/year"],
    ["年息5厘", "5%/year"],
    ["年利率1分5", "15%/year"],
    ["日息0分", "0%/day"],
    ["日万分之七点五", "0.075%/day"],
    ["按日万分之五", "0.05%/day"],
    ["日息万二点五", "0.025%/day"],
    ["日息万5/天", "0.05%/day"],
    ["年利18%", "18%/year"],
    // As apps show it beside the daily rate.
    ["年利率（单利）18.25%", "18.25%/year"],
    ["年化利率(单利)：18%", "18%/year"],
    ["年利率是18%", "18%/year"],
    ["18%每年", "18%/year"],
    ["18% 年", "18%/year"],
    ["18%年化", "18%/year"],
    ["18%（年化）", "18%/year"],
    ["万5每天", "0.05%/day"],
    ["5bps/day", "0.05%/day"],
    ["0.05% daily", "0.05%/day"],
    ["18% yearly", "18%/year"],
    ["8%/year+5.25%/year", "13.25%/year"],
    ["3.6%/year+0.01%/day", "0.02%/day"],
    ["100/3%/year", "100/3%/year"],
    ["0", "0%/day"],
    ["0%", "0%/day"],
    ["100%/day", "100%/day"],
    ["36000%/year", "36000%/year"],
  ])("%s", (text, expected) => expect(formatRate(valueIn(readRate(text)))).toBe(expected));

  it.each([
    ["", "empty"],
    ["abc", "unreadable"],
    ["5..0%/day", "unreadable"],
    ["0.05%", "rate-without-period"],
    ["18", "rate-without-period"],
    ["5bp", "rate-without-period"],
    ["18%/", "rate-without-period"],
    ["18/year", "ambiguous"],
    ["0.05/day", "ambiguous"],
    ["0.01/month", "ambiguous"],
    ["8%/year+5", "rate-without-period"],
    ["60%/day+50%/day", "rate-too-high"],
    ["18%/quarter", "rate-period-unknown"],
    ["1/2000/quarter", "rate-period-unknown"],
    ["1/0/day", "unreadable"],
    ["2/1/day", "rate-too-high"],
    ["-1%/day", "negative"],
    ["100.01%/day", "rate-too-high"],
    ["3000.1%/month", "rate-too-high"],
    ["36001%/year", "rate-too-high"],
    ["2/day", "ambiguous"],
    [`0.${"0".repeat(40)}1%/day`, "too-many-digits"],
    ["千分之五", "rate-without-period"],
    ["日息2分", "ambiguous"],
    ["年化0.05%/天", "ambiguous"],
    ["日利率0.05%/年", "ambiguous"],
    ["年18% a day", "ambiguous"],
    ["日息万5/周", "rate-period-unknown"],
  ])("%s is refused", (text, code) => expect(codesIn(readRate(text))).toEqual([code]));
});

it("a rate without a percent sign is refused with both spellings", () => {
  expect(readRate("18/year")).toMatchObject({ issues: [{ forms: ["18%/year", "1800%/year"] }] });
  expect(readRate("0.05/day")).toMatchObject({ issues: [{ forms: ["0.05%/day", "5%/day"] }] });
});

it("a rate without a percent sign is never told a spelling that would be refused", () => {
  // 5,000 % a day is no rate, 40,000 % a month is 1,333 % a day.
  expect(readRate("50/day")).toMatchObject({ issues: [{ forms: ["50%/day"] }] });
  expect(readRate("400/month")).toMatchObject({ issues: [{ forms: ["400%/month"] }] });
  expect(readRate("100/month")).toMatchObject({ issues: [{ forms: ["100%/month"] }] });
  expect(readRate("30/month")).toMatchObject({ issues: [{ forms: ["30%/month", "3000%/month"] }] });
  expect(codesIn(readRate("101/day"))).toEqual(["rate-too-high"]);
  // Of a sum the part is named that is not clear.
  expect(readRate("8%/year+5/month")).toMatchObject({
    issues: [{ text: "5/month", forms: ["5%/month", "500%/month"] }],
  });
});

it("a rate that names two periods, and a day's rate in parts of a hundred, are refused with both readings", () => {
  expect(readRate("年化0.05%/天")).toMatchObject({ issues: [{ forms: ["0.05%/year", "0.05%/day"] }] });
  // Banks count a day's rate in thousandths, who does not know it as a month's: in hundredths.
  expect(readRate("日息2分")).toMatchObject({ issues: [{ forms: ["0.2%/day", "2%/day"] }] });
  expect(readRate("日息5厘")).toMatchObject({ issues: [{ forms: ["0.05%/day", "0.5%/day"] }] });
});

it("a text of very many parts is a mistake or a value like another", () => {
  expect(codesIn(readRate(Array.from({ length: 200_000 }, () => "1%/week").join("+")))).toEqual([
    "rate-period-unknown",
  ]);
});

describe("contract rates", () => {
  it.each(["lpr1y", "lpr1y*4", "lpr5y+0.5%", "lpr5y*1.1+0.2%", "lpr5y-0.3%", "lpr1y*0.9-0.25%", "18%/year"])(
    "%s",
    (text) => {
      expect(formatContractRate(valueIn(readContractRate(text)))).toBe(text);
    },
  );
  it.each(["lpr5y-30bp", "LPR5Y - 0.3%/year", "lpr5y－3‰"])("%s stands below the table", (text) => {
    expect(formatContractRate(valueIn(readContractRate(text)))).toBe("lpr5y-0.3%");
  });
  it.each([
    ["一年期LPR", "lpr1y"],
    ["1年期LPR的4倍", "lpr1y*4"],
    ["一年期贷款市场报价利率（LPR）四倍", "lpr1y*4"],
    ["一年期贷款市场报价利率的四倍", "lpr1y*4"],
    ["4倍一年期LPR", "lpr1y*4"],
    ["五年期以上LPR加30个基点", "lpr5y+0.3%"],
    ["5年期LPR减30个基点", "lpr5y-0.3%"],
    ["一年期 LPR 的 4 倍", "lpr1y*4"],
    ["5年期以上LPR 加 0.5%", "lpr5y+0.5%"],
  ])("%s, as judgments and contracts have it", (text, expected) => {
    expect(formatContractRate(valueIn(readContractRate(text)))).toBe(expected);
  });
  it.each([
    ["LPR的4倍", "unreadable"],
    ["4倍一年期LPR的2倍", "unreadable"],
    ["一年期LPR的四倍5", "unreadable"],
    ["一年期LPR加50个基点0", "unreadable"],
    ["一年期LPR加0.5%5", "unreadable"],
    ["一年期LPR加0.5", "unreadable"],
    ["lpr5y-", "unreadable"],
    ["lpr5y--0.3%", "negative"],
    ["lpr5y-0.3", "ambiguous"],
    ["lpr2y", "unreadable"],
    ["lpr1y*x", "unreadable"],
    ["LPR*4", "unreadable"],
    ["4倍LPR", "unreadable"],
    ["lpr1y+0.5", "ambiguous"],
  ])("%s is refused", (text, code) => expect(codesIn(readContractRate(text))).toEqual([code]));
});

describe("penalty rates", () => {
  it.each([
    ["1.5x", "1.5x"],
    ["1.5X", "1.5x"],
    ["1.5倍", "1.5x"],
    ["2×", "2x"],
    ["36/13x", "36/13x"],
    ["0.08%/day", "0.08%/day"],
    ["万8", "0.08%/day"],
    // On top of the contract rate as a share of it: half as much again, not 50 points.
    ["上浮50%", "1.5x"],
    ["罚息上浮50%", "1.5x"],
    ["加收 30％", "1.3x"],
    ["在原借款合同利率基础上上浮50%", "1.5x"],
    ["罚息利率为借款利率的1.5倍", "1.5x"],
    ["合同利率的150%", "1.5x"],
    // A rate of its own, under its name.
    ["罚息日利率0.075%", "0.075%/day"],
    ["日利率0.075%", "0.075%/day"],
  ])("%s", (text, expected) => expect(formatPenalty(valueIn(readPenalty(text)))).toBe(expected));

  it.each([
    ["1.5", "unreadable"],
    ["50%", "unreadable"],
    ["150%", "unreadable"],
    ["+50%", "unreadable"],
    ["罚息利率0.075%", "unreadable"],
    // A rate of its own by the day, likelier than so little on top.
    ["加收0.05%", "unreadable"],
    ["上浮5%", "unreadable"],
    // Half of it, or half on top of it.
    ["合同利率的50%", "unreadable"],
    ["x", "unreadable"],
    ["-1.5x", "unreadable"],
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
    ["80", "out-of-range"],
    ["101%", "out-of-range"],
    ["-5%", "negative"],
    ["most", "unreadable"],
  ])("%s is refused", (text, code) => expect(codesIn(readShare(text))).toEqual([code]));
});

it("a share that a fee is: one of a tenth or more is asked about, and below it stands", () => {
  expect(formatFraction(valueIn(feeShare.parse("0.05")))).toBe("0.05");
  expect(formatFraction(valueIn(feeShare.parse("50%")))).toBe("0.5");
  expect(feeShare.parse("0.5")).toMatchObject({ issues: [{ code: "ambiguous", forms: ["0.5%", "50%"] }] });
  expect(feeShare.parse("1")).toMatchObject({ issues: [{ code: "ambiguous", forms: ["1%", "100%"] }] });
  expect(codesIn(feeShare.parse("3"))).toEqual(["out-of-range"]);
});

describe("dates", () => {
  it.each([
    ["2026-11-22", "2026-11-22"],
    ["2028-02-29", "2028-02-29"],
    ["2026/11/22", "2026-11-22"],
    ["2026.1.2", "2026-01-02"],
    ["20261122", "2026-11-22"],
    ["2026年11月22日", "2026-11-22"],
    ["2026年1月2日", "2026-01-02"],
    ["2026年1月2号", "2026-01-02"],
    ["2026-1-2", "2026-01-02"],
    ["2026-11-22 00:00:00", "2026-11-22"],
    ["2026-11-22T00:00", "2026-11-22"],
  ])("%s", (text, expected) => expect(formatDay(valueIn(readDate(text)))).toBe(expected));

  it.each([
    ["2026-02-30", "date-impossible", { lastOfMonth: "2026-02-28" }],
    ["2028-02-30", "date-impossible", { lastOfMonth: "2028-02-29" }],
    ["2026-11-31", "date-impossible", { lastOfMonth: "2026-11-30" }],
    ["2026-11-32", "date-impossible", { lastOfMonth: null }],
    ["2026-13-01", "date-impossible", { lastOfMonth: null }],
    ["2029-11", "date-incomplete", { first: "2029-11-01", last: "2029-11-30" }],
    ["2028年2月", "date-incomplete", { first: "2028-02-01", last: "2028-02-29" }],
    ["22.11.2026", "unreadable", { kind: "date" }],
    ["2026-11-22 10:00", "unreadable", { kind: "date" }],
    ["tomorrow", "unreadable", { kind: "date" }],
    ["0001-01-01", "out-of-range", {}],
    ["1899-12-31", "out-of-range", {}],
    ["2200-01-01", "out-of-range", {}],
  ])("%s is refused", (text, code, details) => {
    const reading = readDate(text);
    expect(reading.ok ? [] : reading.issues).toEqual([expect.objectContaining({ code, ...details })]);
  });
});

describe("counts", () => {
  const bounds = { least: 1, most: 31 };
  it("reads what is within bounds", () => expect(valueIn(readCount("３１", bounds))).toBe(31));
  it.each(["3个月", "3月", "3 months", "3期"])("%s are three months", (text) => {
    expect(valueIn(readCount(text, bounds, "months"))).toBe(3);
  });
  it.each(["30天", "30 days", "30.0"])("%s are thirty days", (text) => {
    expect(valueIn(readCount(text, bounds, "days"))).toBe(30);
  });
  it.each([
    ["0", "out-of-range"],
    ["-1", "out-of-range"],
    ["32", "out-of-range"],
    ["9".repeat(400), "out-of-range"],
    ["1.5", "unreadable"],
    ["1.00", "unreadable"],
    ["five", "unreadable"],
    ["", "empty"],
    // What follows the comma of 50,000 where a table has no quotes.
    ["000", "unreadable"],
    ["005", "unreadable"],
  ])("%s is refused", (text, code) => expect(codesIn(readCount(text, bounds))).toEqual([code]));
});

describe("grace", () => {
  it.each([
    ["3", { days: 3, kind: "waive" }],
    ["3:waive", { days: 3, kind: "waive" }],
    ["0:skip", { days: 0, kind: "skip" }],
  ])("%s", (text, expected) => expect(valueIn(readIn(grace, text))).toEqual(expected));

  it.each([
    ["three", "unreadable"],
    ["3:4", "unknown"],
    ["3:wave", "unknown"],
    ["-3", "out-of-range"],
  ])("%s is refused", (text, code) => expect(codesIn(readIn(grace, text))).toEqual([code]));
});

describe("late fees", () => {
  const share = { kind: "percent", share: { numerator: 1n, denominator: 20n }, of: "instalment" };
  const fixed = { ...USUAL_LATE_FEE, charge: { kind: "fixed", amount: 3_000 } };
  const percent = { ...USUAL_LATE_FEE, charge: share };
  it.each([
    ["30", fixed],
    ["30/month", { ...fixed, each: "month" }],
    ["10/day", { ...fixed, charge: { kind: "fixed", amount: 1_000 }, each: "day" }],
    ["30:each=loan", { ...fixed, each: "loan" }],
    [
      "80:after=30:grace=0:in-all=500",
      { ...fixed, charge: { kind: "fixed", amount: 8_000 }, afterDaysOverdue: 30, graceDays: 0, maximumInAll: 50_000 },
    ],
    ["5%", percent],
    ["5%/month", { ...percent, each: "month" }],
    ["5%:min=10:max=500", { ...percent, minimum: 1_000, maximum: 50_000 }],
    ["5%/月:of=overdue-principal", { ...percent, charge: { ...share, of: "overdue-principal" }, each: "month" }],
    ["5%:of=最低还款额", { ...percent, charge: { ...share, of: "minimum" } }],
    ["0", null],
    ["none", null],
    ["无", null],
  ])("%s", (text, expected) => expect(valueIn(readIn(lateFee, text))).toEqual(expected));

  it.each([
    ["abc", ["unreadable"]],
    ["5%/week", ["unreadable"]],
    ["101%", ["out-of-range"]],
    ["5%:mn=10", ["unknown"]],
    ["5%:min=10:min=20", ["duplicate"]],
    ["5%/month:each=loan", ["duplicate"]],
    ["5%:min=20:max=10", ["minimum-above-maximum"]],
    ["5%:min=x:max=-1", ["unreadable", "negative"]],
    ["5%:of=principle", ["unknown"]],
    ["30:min=10", ["misplaced"]],
    ["30:percent=5%", ["either-of"]],
    ["-30", ["negative"]],
    ["30:after=0", ["out-of-range"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readIn(lateFee, text))).toEqual(codes));
});

describe("rules of several parts", () => {
  it.each([
    [rounding, "posting", { when: "posting", direction: "half-up", unit: 1 }],
    [rounding, "payment:down:unit=1", { when: "payment", direction: "down", unit: 100 }],
    [rounding, "daily:half-even", { when: "daily", direction: "half-even", unit: 1 }],
    [compound, "none", { base: "none", rate: null, rests: null }],
    [compound, "interest:rate=contract:rests=month", { base: "interest", rate: { kind: "contract" }, rests: "month" }],
    [compound, "利息:rests=月", { base: "interest", rate: null, rests: "month" }],
    [cap, "charges=100%", { kind: "share", of: "charges", share: { numerator: 1n, denominator: 1n } }],
    [cap, "charges=24%/year", { kind: "yearly", of: "charges", yearlyRate: { numerator: 6n, denominator: 25n } }],
    [cap, "息费=24%/年", { kind: "yearly", of: "charges", yearlyRate: { numerator: 6n, denominator: 25n } }],
    [cap, "penalty=60%", { kind: "share", of: "penalty", share: { numerator: 3n, denominator: 5n } }],
    [
      cap,
      "penalty=0.098%/day",
      { kind: "rate", of: "penalty", rate: { numerator: 49n, denominator: 50_000n, per: "day" } },
    ],
    [minimum, "10%", { amount: null, share: { numerator: 1n, denominator: 10n } }],
    [minimum, "max(100,5%)", { amount: 10_000, share: { numerator: 1n, denominator: 20n } }],
    [minimum, "none", null],
  ] as const)("%# %s", (shape, text, expected) => {
    expect(valueIn(readIn<unknown>(shape, text))).toEqual(expected);
  });

  it.each([
    [rounding, "sometimes", ["unknown"]],
    [rounding, "payment:down:unit=0.5", ["out-of-range"]],
    [compound, "interest:rate=x", ["unreadable"]],
    [cap, "charges", ["unreadable"]],
    [cap, "principal=50%", ["unknown"]],
    [cap, "fee=24%/year", ["cap-misfit"]],
    [cap, "charges=24%/month", ["cap-misfit"]],
    [minimum, "5%,6%", ["unreadable"]],
    [minimum, "a lot", ["unreadable"]],
  ] as const)("%# %s is refused", (shape, text, codes) => {
    expect(codesIn(readIn<unknown>(shape, text))).toEqual(codes);
  });
});

describe("orders", () => {
  const order = ["fee", "penalty", "compound", "interest", "principal"];
  it("takes all five once", () =>
    expect(valueIn(readOrder(" Fee, penalty，compound、interest,principal"))).toEqual(order));

  it.each([
    ["fee,penalty,compound,interest", ["missing"]],
    ["fee,fee,penalty,compound,interest,principal", ["duplicate"]],
    ["fee,penalty,compound,interest,principle", ["unknown"]],
    ["fee,fee,penalty", ["duplicate", "missing"]],
    ["fee,intrest,fee,compound,penalty,principal", ["unknown", "duplicate"]],
    ["fee,capital,penalty,compound", ["unknown", "missing"]],
    ["fee,penalty,,compound,interest,principal", ["empty"]],
    ["费用,罚息,复利,利息", ["missing"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readOrder(text))).toEqual(codes));

  it("takes Chinese names", () => expect(valueIn(readOrder("费用、罚息，复利,利息,本金"))).toEqual(order));

  it("takes an order from a day overdue on", () => {
    const text = "91:principal,interest,compound,penalty,fee";
    const reversed = order.toReversed();
    expect(valueIn(readIn(orderSwitch, text))).toEqual({
      daysOverdue: 91,
      order: reversed,
      by: null,
    });
    expect(valueIn(readIn(orderSwitch, `${text}:component`)).by).toBe("component");
  });

  it.each([
    ["91", ["missing"]],
    ["0:fee", ["out-of-range", "missing"]],
    ["91:fee,penalty,compound,interest,principal:side", ["unknown"]],
  ])("%s is refused", (text, codes) => expect(codesIn(readIn(orderSwitch, text))).toEqual(codes));
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

  it("takes the parts of an option in any order", () => {
    expect(nearestWord("--overdue-days", ["--days", "--days-overdue", "--overdraft"])).toBe("--days-overdue");
    expect(nearestWord("--Due-First", ["--first-due"])).toBe("--first-due");
  });

  it("another Chinese character in place of one is another word", () => {
    expect(nearestWord("逐项", ["逐期", "逐科目"])).toBeNull();
    expect(nearestWord("信用贷", ["信用卡", "小贷"])).toBeNull();
    expect(nearestWord("网商", ["网商贷", "小贷"])).toBe("网商贷");
    expect(nearestWord("网商贷款", ["网商贷", "小贷"])).toBe("网商贷");
    expect(nearestWord("cn", ["en", "zh"])).toBeNull();
  });

  it("names it in the problem", () => {
    const reading = choice(["actual/360", "actual/365"]).parse("actual/356");
    expect(reading.ok ? [] : reading.issues).toMatchObject([{ code: "unknown", nearest: "actual/365" }]);
  });
});

describe("the axis as lenders call it", () => {
  it.each([
    ["逐期", "instalment"],
    ["竖冲", "instalment"],
    ["逐科目", "component"],
    ["横冲", "component"],
  ])("%s is %s", (text, word) => {
    expect(valueIn(axis.parse(text))).toBe(word);
  });
});
