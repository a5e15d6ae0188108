/** The intake of one loan: what options, loan file and product make together, and what is wrong with it. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { effectiveRateOf } from "../../src/advice/effective-rate.ts";
import { withAgreedAssumptions } from "../../src/input/assumptions.ts";
import { type LoanRequest, readLoanRequest } from "../../src/input/loan-request.ts";
import type { LoanOptions } from "../../src/input/options.ts";
import { readStrategy } from "../../src/input/strategy.ts";
import { formatTerm } from "../../src/input/terms.ts";
import { owedByInstalment } from "../../src/ledger/opening.ts";
import { Run, simulate } from "../../src/ledger/run.ts";
import { addDays, type Day, day, formatDay } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { type Fen, fen } from "../../src/loan/money.ts";
import { findProduct } from "../../src/loan/products.ts";
import { DAY_COUNTS } from "../../src/loan/terms.ts";
import { sameEachTime } from "../runs.ts";
import { DEFAULTS, type Files, platformOf, reported, valueIn } from "./readings.ts";

const CONTRACT = {
  borrowed: "12000",
  months: "12",
  method: "equal-principal",
  firstDue: "2026-06-15",
  rate: ["12%/year"],
};
const THREE = "due,principal,interest\n2026-09-22,1000,10\n2026-08-22,1000,10\n2026-10-22,1000,\n";

function request(options: LoanOptions, files: Files = {}, environment = {}): LoanRequest {
  const result = readLoanRequest(options, platformOf(files, environment), DEFAULTS);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

function refusal(options: LoanOptions, files: Files = {}): readonly string[] {
  return reported(readLoanRequest(options, platformOf(files), DEFAULTS));
}

it("the clock is read only where no day is given", () => {
  const timeless = (files: Files = {}) => ({
    ...platformOf(files),
    get today(): never {
      throw new Error("the clock was read");
    },
  });
  const loan = { asOf: "2026-11-22", instalments: [{ due: "2026-08-22", principal: "50000.00" }] };
  const files = { "loan.json": JSON.stringify({ schema: "overdue-sim/loan@1", ...loan }) };
  expect(readLoanRequest({ loan: "loan.json" }, timeless(files), DEFAULTS).ok).toBe(true);
  expect(readLoanRequest({ principal: "1", asOf: "2026-11-22" }, timeless(), DEFAULTS).ok).toBe(true);
  expect(() => readLoanRequest({ principal: "1" }, timeless(), DEFAULTS)).toThrow("the clock was read");
});

const codes = ({ assumptions }: LoanRequest) => assumptions.map(({ code }) => code);

describe("one amount", () => {
  it("is one instalment due today, on the terms of the usual product", () => {
    const { loan, until, product, givenTerms, events } = request({ principal: "5万", daily: ["50"] });
    expect(loan).toMatchObject({ name: null, asOf: day("2026-11-22"), borrowed: 5_000_000, accelerateOn: null });
    expect(loan.instalments).toEqual([
      { due: day("2026-11-22"), principal: 5_000_000, interest: 0, penalty: null, compound: null, fee: null },
    ]);
    expect(loan.terms).toEqual(findProduct("wangshangdai")?.terms);
    expect({ until, product: product.name, givenTerms }).toEqual({
      until: day("2026-12-22"),
      product: "wangshangdai",
      givenTerms: new Set(),
    });
    expect(events).toMatchObject({ payments: [], agreements: [], paysWhenDueFrom: null });
    expect(events.streams).toHaveLength(1);
  });

  it("takes the days overdue and what is owed beside it", () => {
    const { loan } = request({
      principal: "50000",
      asOf: "2026-11-30",
      daysOverdue: "90",
      owedInterest: "100",
      owedPenalty: "0",
      owedFee: "30",
      borrowed: "80000",
      name: " 网商贷 ",
    });
    expect(loan).toMatchObject({ name: "网商贷", asOf: day("2026-11-30"), borrowed: 8_000_000 });
    expect(loan.instalments).toEqual([
      { due: day("2026-09-01"), principal: 5_000_000, interest: 10_000, penalty: 0, compound: null, fee: 3_000 },
    ]);
  });

  it.each(["90", "逾期90天", "2026-08-24"])("takes the days overdue as %s", (daysOverdue) => {
    expect(request({ principal: "50000", daysOverdue, asOf: "2026-11-22" }).loan.instalments[0]?.due).toBe(
      day("2026-08-24"),
    );
  });

  it("takes interest that is given for that of before the due date, where penalty is computed beside it", () => {
    const assumed = (options: LoanOptions): boolean =>
      codes(request({ principal: "50000", ...options })).includes("interest-from-before-due");
    expect(assumed({ daysOverdue: "62", owedInterest: "372" })).toBe(true);
    expect(assumed({ daysOverdue: "62", owedInterest: "0" })).toBe(false);
    expect(assumed({ daysOverdue: "62", owedInterest: "372", owedPenalty: "0" })).toBe(false);
    expect(assumed({ owedInterest: "372" })).toBe(false);
  });

  it("lists what it assumed, each with its option", () => {
    const found = request({ principal: "50000", daysOverdue: "90" });
    expect(codes(found)).toEqual([
      "as-of-today",
      "product-default",
      "single-instalment",
      "no-interest-owed",
      "charges-computed",
      "rate",
      "penalty",
      "penalty-base",
      "compound",
      "interest-mode",
      "day-count",
      "late-fee",
      "grace",
      "order",
      "by",
      "surplus",
      "rounding",
    ]);
    expect(found.assumptions).toContainEqual({ code: "rate", option: "--rate", terms: found.loan.terms });
    expect(found.assumptions).toContainEqual({ code: "charges-computed", option: "--owed-penalty", value: "90" });
  });

  it("assumes that the LPR goes on after the last one known, where the contract rate stands on it then", () => {
    const goesOn = { code: "reference-rate-goes-on", option: "--rate", value: "2026-09-20" };
    const of = (...rate: readonly string[]) => request({ principal: "1", rate }).assumptions;
    expect(of("lpr1y*4")).toContainEqual(goesOn);
    expect(of("18%/year@2026-01-01", "lpr5y@2026-06-01")).toContainEqual(goesOn);
    expect(of("lpr1y@2026-01-01", "4%/year@2026-09-20")).not.toContainEqual(goesOn);
    expect(of("18%/year")).not.toContainEqual(goesOn);
  });

  it("assumes of interest fixed in advance what a call leaves of it, where some lies ahead of the call", () => {
    const due = "2027-02-22";
    const called = (interest: number) => {
      const loan = {
        asOf: "2026-11-22",
        instalments: [{ due, principal: 1000, interest }],
        accelerateOn: "2027-01-01",
      };
      return request({ loan: "l", interest: "scheduled" }, { l: JSON.stringify(loan) });
    };
    const assumed = { code: "accelerated-interest", option: "--loan", value: "2027-01-01" };
    expect(called(30).assumptions).toContainEqual(assumed);
    expect(called(0).assumptions).not.toContainEqual(assumed);
  });

  it("assumes no term that was given, nor one that a named product vouches for", () => {
    const given = codes(
      request({ principal: "1", product: "wangshangdai", rate: ["万5"], order: ORDER, asOf: "2026-11-22" }),
    );
    expect(given).not.toContain("rate");
    expect(given).not.toContain("order");
    expect(given).not.toContain("penalty");
    expect(given).not.toContain("product-default");
    expect(given).not.toContain("as-of-today");
    expect(given).toContain("surplus");
  });

  it("assumes by which days a rate of a year or month is divided, whoever vouches for the product", () => {
    const of = (rate: string, dayCount?: string) =>
      codes(request({ principal: "1", product: "wangshangdai", rate: [rate], ...(dayCount && { dayCount }) }));
    expect(of("年利率（单利）18.25%")).toContain("day-count");
    expect(of("1.5%/month")).toContain("day-count");
    expect(of("18.25%/year", "actual/365")).not.toContain("day-count");
    expect(of("日利率：0.05%")).not.toContain("day-count");
    expect(of("0%/year")).not.toContain("day-count");
  });
});

const ORDER = "principal,interest,compound,penalty,fee";

describe("terms", () => {
  it("come from options over the file over the product", () => {
    const file = JSON.stringify({
      product: "credit-card",
      instalments: [{ due: "2026-08-22", principal: "50000.00" }],
      terms: { rate: "18%/year", dayCount: "actual/365", grace: { days: 5, kind: "skip" }, compound: null },
    });
    const { loan, product } = request(
      { loan: "loan.json", rate: ["12%/year"], surplus: "none" },
      { "loan.json": file },
    );
    expect(product.name).toBe("credit-card");
    expect(formatTerm(loan.terms, "rates")).toBe("12%/year");
    expect(loan.terms).toMatchObject({ dayCount: "actual/365", grace: { days: 5, kind: "skip" }, surplus: "none" });
    expect(loan.terms.compound).toBe(findProduct("credit-card")?.terms.compound);
  });

  it.each([
    ["rate", ["万3"], "rates", "0.03%/day"],
    ["penalty", "0.08%/day", "penalty", "0.08%/day"],
    ["penaltyBase", "borrowed", "penaltyBase", "borrowed"],
    ["compound", "none", "compound", "none"],
    ["dayCount", "period", "dayCount", "period"],
    ["dayCount", "ACT/365", "dayCount", "actual/365"],
    ["interest", "scheduled", "interest", "scheduled"],
    ["surplus", "spread", "surplus", "spread"],
    ["grace", "3:skip", "grace", "3:skip"],
    ["order", ORDER, "order", ORDER],
    ["by", "component", "by", "component"],
    ["rounding", "daily", "rounding", "daily"],
  ] as const)("--%s %s", (option, text, field, expected) => {
    expect(formatTerm(request({ principal: "1", [option]: text }).loan.terms, field)).toBe(expected);
  });

  it("late fees and switches repeat; none says there are none", () => {
    const { terms } = request({
      principal: "1",
      lateFee: ["30", "5%:min=10"],
      orderAfter: [`181:${ORDER}`, `91:${ORDER}:component`],
    }).loan;
    expect(formatTerm(terms, "lateFees")).toBe("30.00 5%:min=10.00");
    expect(formatTerm(terms, "orderAfter")).toBe(`91:${ORDER}:component 181:${ORDER}:instalment`);
    expect(request({ principal: "1", product: "credit-card", lateFee: ["none"] }).loan.terms.lateFees).toEqual([]);
  });

  it("an order of one's own takes the product's switches with it", () => {
    const card = { principal: "1", product: "credit-card" };
    expect(request(card).loan.terms.orderAfter).toHaveLength(1);
    expect(request({ ...card, order: ORDER }).loan.terms.orderAfter).toEqual([]);
    expect(request({ ...card, order: ORDER }).givenTerms).toEqual(new Set(["order"]));
  });

  it("of the file may be lists", () => {
    const file = JSON.stringify({
      asOf: "2026-11-22",
      instalments: [{ due: "2026-08-22", principal: 50000.5, fee: 0 }],
      terms: {
        rate: [{ from: "2026-10-01", rate: "12%/year" }, { rate: "18%/year" }],
        penalty: [
          { fromDaysOverdue: 31, rate: "2x" },
          { fromDaysOverdue: 1, rate: "0.08%/day" },
        ],
        rateDecimals: 6,
        lateFees: [{ percent: "5%", each: "month", min: 10, max: "500" }, { amount: "30.00" }],
        order: ["fee", "penalty", "compound", "interest", "principal"],
        orderInAdvance: ["principal", "interest", "fee", "penalty", "compound"],
        orderAfter: [
          { daysOverdue: 91, order: ["principal", "interest", "compound", "penalty", "fee"], by: "component" },
        ],
      },
      charges: [{ date: "2026-12-01", amount: "200.00", component: "fee", note: "律师费" }],
      accelerateOn: "2027-01-01",
      payments: [{ date: "2026-12-05", amount: 50, for: null, surplus: "last" }],
      streams: ["50/day"],
    });
    const { loan, events } = request({ loan: "-" }, { "-": file });
    expect(loan.instalments[0]).toMatchObject({ principal: 5_000_050, interest: 0, penalty: null, fee: 0 });
    expect(formatTerm(loan.terms, "rates")).toBe("18%/year 12%/year@2026-10-01");
    expect(formatTerm(loan.terms, "penalty")).toBe("0.08%/day 2x from day 31");
    expect(formatTerm(loan.terms, "lateFees")).toBe("5%/month:min=10.00:max=500.00 30.00");
    expect(formatTerm(loan.terms, "orderInAdvance")).toBe("principal,interest,fee,penalty,compound");
    expect(loan.terms).toMatchObject({ rateDecimals: 6, orderAfter: [{ daysOverdue: 91, by: "component" }] });
    expect(loan.charges).toEqual([{ date: day("2026-12-01"), amount: 20_000, component: "fee", note: "律师费" }]);
    expect(loan.accelerateOn).toBe(day("2027-01-01"));
    expect(events.payments).toEqual([{ date: day("2026-12-05"), amount: 5_000, for: null, surplus: "last" }]);
    expect(events.streams).toMatchObject([{ from: day("2026-11-23") }]);
  });

  it("takes the product from the environment where neither option nor file names one", () => {
    const environment = { OVERDUE_SIM_PRODUCT: "huabei" };
    expect(request({ principal: "1" }, {}, environment).product.name).toBe("huabei");
    expect(request({ principal: "1", product: "jiebei" }, {}, environment).product.name).toBe("jiebei");
  });
});

describe("instalments", () => {
  it("are sorted; absent interest is none, absent penalty is left to the engine", () => {
    const { loan, assumptions } = request(
      { instalments: "t.csv" },
      { "t.csv": `\ufeff${THREE.replaceAll("\n", "\r\n")}` },
    );
    expect(loan.instalments.map(({ due, interest, penalty }) => [formatDay(due), interest, penalty])).toEqual([
      ["2026-08-22", 1_000, null],
      ["2026-09-22", 1_000, null],
      ["2026-10-22", 0, null],
    ]);
    expect(loan.borrowed).toBe(300_000);
    expect(assumptions).toContainEqual({ code: "charges-computed", option: "--instalments", value: "92" });
  });

  it("that carry interest ahead make it scheduled, and say so", () => {
    const ahead = { "t.csv": "due,principal,interest\n2026-12-22,1000,10\n" };
    const found = request({ instalments: "t.csv", product: "wangshangdai" }, ahead);
    expect(found.loan.terms.interest).toBe("scheduled");
    expect(found.assumptions).toContainEqual({
      code: "interest-mode",
      option: "--interest",
      terms: found.loan.terms,
    });
    expect(request({ instalments: "t.csv", interest: "accrued" }, ahead).loan.terms.interest).toBe("accrued");
  });

  it("options speak for the only instalment of a file", () => {
    const file = JSON.stringify({ instalments: [{ due: "2026-08-22", principal: 1, penalty: 2 }] });
    const { loan } = request({ loan: "l", principal: "50000", daysOverdue: "1", owedFee: "3" }, { l: file });
    expect(loan.instalments).toEqual([
      { due: day("2026-11-21"), principal: 5_000_000, interest: 0, penalty: 200, compound: null, fee: 300 },
    ]);
  });
});

describe("what is assumed of a way to pay", () => {
  const beside = (options: LoanOptions, spec: string): readonly string[] => {
    const alone = request(options);
    const context = { asOf: alone.loan.asOf, given: alone.events };
    const named = new Set(codes(alone));
    return codes(withAgreedAssumptions(alone, valueIn(readStrategy(spec, context)).events.agreements)).filter(
      (one) => !named.has(one),
    );
  };

  it.each([
    ["settle:80%@2027-01-15", ["settlement-waives-rest"], ["unearned-left-out", "settlement-waives-rest"]],
    ["settle:40000@2027-01-15", ["settlement-waives-rest"], ["unearned-left-out", "settlement-waives-rest"]],
    ["settle:100%@2027-01-15", [], ["unearned-left-out"]],
    ["defer:months=3", [], ["deferral-without-interest"]],
    ["defer:months=3,rate=0%/year", [], []],
    ["daily:50", [], []],
  ])("%s", (spec, ofDaily, ofFixed) => {
    expect(beside({ principal: "50000" }, spec)).toEqual(ofDaily);
    expect(beside({ ...CONTRACT, interest: "scheduled" }, spec)).toEqual(ofFixed);
  });
});

describe("contracts", () => {
  it("leave what is not paid since the first missed date", () => {
    const found = request({ ...CONTRACT, missedSince: "2026-09-15" });
    expect(found.loan.instalments).toHaveLength(9);
    expect(found.loan.instalments[0]).toMatchObject({ due: day("2026-09-15"), principal: 100_000, penalty: null });
    expect(found.loan.borrowed).toBe(1_200_000);
    expect(found.loan.terms.interest).toBe("accrued");
    expect(found.assumptions).toContainEqual({ code: "paid-before-missed", option: "--missed-since", value: "3" });
  });

  it("or since one of a month that is too short for the day of the series", () => {
    const since = (missedSince: string) =>
      request({ ...CONTRACT, firstDue: "2026-05-31", missedSince }).loan.instalments;
    expect(since("2026-06-30")).toHaveLength(11);
    expect(since("2026-07-31")).toHaveLength(10);
  });

  it("or since the instalment of a number", () => {
    expect(request({ ...CONTRACT, missedSince: "1" }).loan.instalments).toHaveLength(12);
    expect(request({ ...CONTRACT, missedSince: "12" }).loan.instalments).toHaveLength(1);
  });

  it("count as paid as far as due, where nothing is said", () => {
    const found = request(CONTRACT);
    expect(found.loan.instalments[0]?.due).toBe(day("2026-12-15"));
    expect(found.assumptions).toContainEqual({ code: "due-until-now-paid", option: "--missed-since", value: "6" });
  });

  it("may come from the file, with options over it", () => {
    const contract = { borrowed: 12000, months: 12, method: "flat", firstDue: "2026-06-15", missedSince: 3 };
    const found = request({ loan: "l", months: "6" }, { l: JSON.stringify({ contract }) });
    expect(found.loan.instalments).toHaveLength(4);
  });

  it("days overdue name the first instalment missed, or say that none is", () => {
    // Due on the 15th of each month from June to May; on 2026-11-22 that of October is 38 days past, and that of September 68.
    const dueWhere = (daysOverdue: string, more: LoanOptions = {}): string => {
      const options = { ...CONTRACT, asOf: "2026-11-22", daysOverdue, ...more };
      const [first] = request(options).loan.instalments;
      return first === undefined ? "" : formatDay(first.due);
    };
    expect(dueWhere("38")).toBe("2026-10-15");
    expect(dueWhere("68")).toBe("2026-09-15");
    expect(dueWhere("38", { missedSince: "5" })).toBe("2026-10-15");
    expect(dueWhere("0")).toBe("2026-12-15");
    for (const others of [
      { daysOverdue: "37" },
      { daysOverdue: "38", missedSince: "4" },
      { daysOverdue: "0", missedSince: "4" },
    ]) {
      expect(refusal({ ...CONTRACT, asOf: "2026-11-22", ...others })).toEqual(["--days-overdue days-overdue-differ"]);
    }
  });

  it.each([
    [{ months: "12" }, ["--borrowed", "--method", "--first-due"].map((option) => `${option} missing`)],
    [{ borrowed: "12000" }, ["--months", "--method", "--first-due"].map((option) => `${option} missing`)],
    [{ ...CONTRACT, missedSince: "13" }, ["--missed-since out-of-range"]],
    // The first day of arrears of the instalment before it.
    [{ ...CONTRACT, missedSince: "2026-08-16" }, ["--missed-since no-due-date"]],
    [{ ...CONTRACT, missedSince: "2026-06-14" }, ["--missed-since no-due-date"]],
    [{ ...CONTRACT, missedSince: "2027-06-01" }, ["--missed-since no-due-date"]],
    [{ ...CONTRACT, firstDue: "2020-01-01" }, ["--first-due all-taken-as-paid"]],
    [{ ...CONTRACT, principal: "1" }, ["--principal conflict"]],
    [{ principal: "1000", received: "900" }, ["--received conflict"]],
    [{ ...CONTRACT, daysOverdue: "3" }, ["--days-overdue days-overdue-differ"]],
    [{ ...CONTRACT, method: "flat", interest: "accrued" }, ["--method conflict"]],
    [{ ...CONTRACT, method: "equal" }, ["--method unknown"]],
    [{ ...CONTRACT, borrowed: "50亿", rate: ["100%/day"] }, ["--borrowed total-too-large", "--rate penalty-too-high"]],
  ] as [LoanOptions, string[]][])("%j is refused", (options, expected) => {
    expect(refusal(options).toSorted()).toEqual(expected.toSorted());
  });
});

describe("the schedule of a contract", () => {
  const fixed = { ...CONTRACT, interest: "scheduled", asOf: "2026-05-20" };

  it("counts whole months from the first due date on, where they are counted: a short one is one too", () => {
    const dueOn31 = { ...fixed, borrowed: "1000", months: "4", method: "interest-first", firstDue: "2027-01-31" };
    const { instalments } = request({ ...dueOn31, rate: ["1%/month"], dayCount: "months+days/360" }).loan;
    expect(instalments.map(({ due }) => formatDay(due))).toEqual([
      "2027-01-31",
      "2027-02-28",
      "2027-03-31",
      "2027-04-30",
    ]);
    expect(instalments.map(({ interest }) => interest)).toEqual([1_000, 1_000, 1_000, 1_000]);
  });

  it("rounds what is paid at the end once", () => {
    const atTheEnd = { ...fixed, borrowed: "312.90", months: "24", method: "bullet", rate: ["1.5%/month"] };
    // 312.90 x 36 % = 112.644; each month by itself 4.69, in all 112.56.
    expect(request({ ...atTheEnd, dayCount: "period" }).loan.instalments[0]?.interest).toBe(11_264);
  });
});

it("what is fixed in advance for the end of a contract is earned from its first day on", () => {
  const atTheEnd = { borrowed: "10000", months: "6", method: "bullet", firstDue: "2027-02-28", interest: "scheduled" };
  const { loan } = request({ ...atTheEnd, rate: ["0.05%/day"], dayCount: "actual/360", asOf: "2027-05-15" });
  // 905.00 for the 181 days from 2027-01-28 on, of which 107 have passed.
  expect(loan.instalments[0]?.interest).toBe(90_500);
  expect(new Run(loan, NO_EVENTS).unearned).toBe(37_000);
});

describe("contracts whose interest accrues", () => {
  const accrued = { ...CONTRACT, method: "equal-principal", asOf: "2026-07-05", dayCount: "actual/360" };
  const interestOf = ({ loan }: LoanRequest): readonly Fen[] => owedByInstalment(loan).map(({ interest }) => interest);

  it("owe of the running instalment what has accrued since the last due date, and nothing of later ones", () => {
    const { loan } = request({ ...accrued, missedSince: "1" });
    expect(loan.terms.interest).toBe("accrued");
    // 11,000 x 12 % ÷ 360 x 20 days, the first 1,000 being overdue since 2026-06-15 with its 124.00.
    const owed = owedByInstalment(loan).slice(0, 3);
    expect(owed.map(({ principal, interest }) => [principal, interest])).toEqual([
      [100_000, 12_400],
      [100_000, 7_333],
      [100_000, 0],
    ]);
  });

  it("within a month at the month's rate owe the part of its days, rounded once", () => {
    // 3,000.50 x 1 % = 30.005 for the month; 15 of its 30 days 15.0025.
    const bullet = { ...CONTRACT, borrowed: "3000.50", months: "1", method: "bullet", firstDue: "2026-12-07" };
    expect(interestOf(request({ ...bullet, rate: ["1%/month"], dayCount: "period" }))).toEqual([1_500]);
  });

  it("owe what accrued at the rates that were in force", () => {
    const onlyInterest = { ...CONTRACT, borrowed: "10000", method: "interest-first", firstDue: "2026-05-28" };
    const rate = ["18%/year", "9%/year@2026-05-28"];
    const lowered = { ...onlyInterest, rate, dayCount: "actual/360", asOf: "2026-07-17", missedSince: "1" };
    // 30 nights at 5.00; 31 at 2.50; 19 nights since 2026-06-28 at 2.50.
    expect(interestOf(request(lowered)).slice(0, 4)).toEqual([15_000, 7_750, 4_750, 0]);
    // 12 nights at 5.00 and 19 at 2.50 where the rate falls within the month.
    expect(interestOf(request({ ...lowered, rate: ["18%/year", "9%/year@2026-06-09"] }))[1]).toBe(10_750);
  });

  it("are capped by the year from the first day of their interest on", () => {
    const contract = { ...CONTRACT, method: "equal-instalments", borrowed: "10000", firstDue: "2026-09-10" };
    const { loan } = request({ ...contract, missedSince: "1", rate: ["36%/year"], cap: ["charges=24%/year"] });
    // 10,000 x 24 % x 104 ÷ 365 since 2026-08-10, and no penalty beside it.
    const { opening } = simulate({ ...loan, asOf: day("2026-11-22") }, NO_EVENTS, { until: day("2026-11-22") });
    expect(opening).toMatchObject({ principal: 1_000_000, interest: 68_383, penalty: 0, compound: 0 });
  });

  it("owe on a day what a run from an earlier day comes to by then, under caps and every rounding too", () => {
    const methods = ["equal-instalments", "equal-principal", "interest-first", "bullet"];
    const anyContract = fc.record({
      borrowed: fc.integer({ min: 100, max: 10_000_000 }).map((fens) => (fens / 100).toFixed(2)),
      months: fc.integer({ min: 1, max: 30 }).map(String),
      method: fc.constantFrom(...methods),
      firstDue: fc.constantFrom("2026-05-15", "2026-02-28", "2026-01-31", "2028-02-29", "2026-09-30"),
      dayCount: fc.constantFrom(...DAY_COUNTS),
      rate: fc.constantFrom(["18%/year"], ["0.05%/day", "0.03%/day@2026-06-09"], ["1%/month", "24%/year@2026-10-01"]),
      cap: fc.constantFrom([], ["charges=5%"], ["interest=2%", "penalty=0.03%/day"]),
      rounding: fc.constantFrom("posting", "daily", "daily:down:unit=1", "payment"),
      compound: fc.constantFrom("none", "interest"),
    });
    const anyDays = fc.tuple(fc.nat(25), fc.nat(400));
    fc.assert(
      fc.property(anyContract, anyDays, (contract, [before, after]) => {
        const firstDue = day(contract.firstDue);
        const at = (asOf: Day): Loan => request({ ...contract, missedSince: "1", asOf: formatDay(asOf) }).loan;
        const [early, late] = [addDays(firstDue, -before), addDays(firstDue, after)];
        const { closing } = simulate(at(early), NO_EVENTS, { until: late });
        expect(simulate(at(late), NO_EVENTS, { until: late }).opening).toEqual(closing);
      }),
      sameEachTime(100),
    );
  });

  it("owe all of it where it is fixed in advance, as flat interest always is", () => {
    expect(
      request({ ...accrued, interest: "scheduled" }).loan.instalments.map(({ interest }) => interest),
    ).not.toContain(null);
    expect(request({ ...accrued, method: "flat" }).loan.terms.interest).toBe("scheduled");
  });

  it("know what was paid out and what is paid for it", () => {
    const { agreedFlows } = request({ ...CONTRACT, received: "11000" }).loan;
    expect(agreedFlows).toMatchObject({ paidOutOn: day("2026-05-15"), received: 1_100_000 });
    expect(agreedFlows?.payments).toHaveLength(12);
    expect(request({ principal: "1" }).loan.agreedFlows).toBeNull();
  });
});

describe("what a cap counts on, and what it does not reach", () => {
  const listed = (options: LoanOptions, code: LoanRequest["assumptions"][number]["code"]) =>
    codes(request({ asOf: "2026-11-22", ...options })).includes(code);

  it.each([
    [{ principal: "50000", cap: ["charges=10%"] }, true],
    [{ principal: "50000", cap: ["charges=10%"], borrowed: "60000" }, false],
    [{ principal: "50000", cap: ["charges=24%/year"] }, false],
  ])("the amount once lent, which is taken as what is left: %j", (options, isListed) => {
    expect(listed(options, "borrowed-equals-principal")).toBe(isListed);
  });

  const flat = { borrowed: "12000", months: "12", method: "flat", firstDue: "2026-12-22", rate: ["36%/year"] };
  it.each([
    [{ ...flat, cap: ["charges=24%/year"] }, true],
    [{ ...flat, cap: ["interest=0.05%/day"] }, true],
    [{ ...flat, cap: ["penalty=0.05%/day"] }, false],
    [{ ...flat, method: "equal-principal", cap: ["charges=24%/year"] }, false],
    [{ principal: "50000", interest: "scheduled", cap: ["charges=24%/year"] }, false],
  ])("interest fixed in advance: %j", (options, isListed) => {
    expect(listed(options, "cap-beside-fixed-interest")).toBe(isListed);
  });
});

describe("the day on which instalments were paid out", () => {
  const table = { i: "due,principal,interest\n2026-12-22,1000,40.40\n" };
  const found = (received: string) => request({ instalments: "i", received, asOf: "2026-11-22" }, table);

  it("is a month before the first due date, as an assumption, or the one that is named", () => {
    const assumed = found("1000");
    expect(assumed.loan.agreedFlows).toMatchObject({ paidOutOn: day("2026-11-22"), received: 100_000 });
    expect(codes(assumed)).toContain("paid-out-day");
    const named = found("1,000 @ 2026年10月22日");
    expect(named.loan.agreedFlows).toMatchObject({ paidOutOn: day("2026-10-22"), received: 100_000 });
    expect(codes(named)).not.toContain("paid-out-day");
  });

  it("has a key of its own in a loan file", () => {
    const file = { received: "990", paidOutOn: "2026-10-22", instalments: [{ due: "2026-12-22", principal: "1000" }] };
    const { agreedFlows } = request({ loan: "l", asOf: "2026-11-22" }, { l: JSON.stringify(file) }).loan;
    expect(agreedFlows).toMatchObject({ paidOutOn: day("2026-10-22"), received: 99_000 });
  });

  // Of 61 days 31 have passed: 40.40 × 30 ÷ 61 lies ahead. 1.0404 in two months is 1.02 in one.
  it("begins the interest of the first and the contract's cost", async () => {
    const { loan } = found("1000@2026-10-22");
    expect(new Run(loan, NO_EVENTS).unearned).toBe(fen(1_987));
    expect(await effectiveRateOf(loan)).toEqual({ nominalYearly: 0.24, compoundYearly: 0.268242 });
  });

  it.each([
    [{ instalments: "i", received: "1000@2026-11-23" }, ["--received out-of-range"]],
    [{ instalments: "i", received: "1000@2026-12-22", asOf: "2026-12-31" }, ["--received out-of-range"]],
    [{ loan: "l" }, ["l:1:paidOutOn needs-option"]],
    [{ loan: "c" }, ["c:1:paidOutOn paid-out-without-instalments"]],
    [{ instalments: "i", received: "x@y" }, ["--received unreadable", "--received unreadable"]],
    [{ ...CONTRACT, received: "11000@2026-05-16" }, ["--received paid-out-without-instalments"]],
    // The interest of a contract is counted from a month before its first due date: this day says nothing else.
    [{ ...CONTRACT, received: "11000@2026-05-15" }, []],
    [{ principal: "5000", received: "4000@2026-05-15" }, ["--received paid-out-without-instalments"]],
    [{ principal: "5x", received: "9z" }, ["--principal unreadable", "--received unreadable"]],
    [{ ...CONTRACT, months: "x", received: "9z" }, ["--months unreadable", "--received unreadable"]],
    [{ ...CONTRACT, received: "9z" }, ["--received unreadable"]],
  ] as [LoanOptions, string[]][])("%j is refused", (options, expected) => {
    const paidOut = { paidOutOn: "2026-10-22", instalments: [{ due: "2026-12-22", principal: "1000" }] };
    const { borrowed, months, method, firstDue } = CONTRACT;
    const contract = { received: "11000", paidOutOn: "2026-05-01", contract: { borrowed, months, method, firstDue } };
    const files = { ...table, l: JSON.stringify(paidOut), c: JSON.stringify(contract) };
    expect(refusal({ asOf: "2026-11-22", ...options }, files)).toEqual(expected);
  });
});

it("lists that the LPR is not counted where a private lender may ask for it, and nowhere else", () => {
  const isListed = (options: LoanOptions): boolean =>
    codes(request({ principal: "20000", product: "private-loan", asOf: "2026-11-22", ...options })).includes(
      "lpr-not-counted",
    );
  expect(isListed({})).toBe(true);
  expect(isListed({ rate: ["12%/year"] })).toBe(false);
  expect(isListed({ penalty: "0.01%/day" })).toBe(false);
  expect(isListed({ penalty: "1x" })).toBe(false);
  expect(isListed({ jurisdiction: "none" })).toBe(false);
  expect(isListed({ lender: "bank" })).toBe(false);
});

describe("what stands beside terms and debt", () => {
  it("comes from options", () => {
    const { loan } = request({
      principal: "50000",
      waive: ["50%@2027-02-01:of=charges", "2000@2027-01-01:of=罚息"],
      lender: "小贷",
      jurisdiction: "none",
    });
    expect(loan).toMatchObject({ lender: "micro-loan", jurisdiction: "none" });
    expect(loan.waivers).toMatchObject([
      { date: day("2027-01-01"), of: "penalty", waives: { kind: "amount", amount: 200_000 } },
      { date: day("2027-02-01"), of: "charges", waives: { kind: "share" } },
    ]);
  });

  it("or from the file", () => {
    const file = JSON.stringify({
      instalments: [{ due: "2026-08-22", principal: 50000 }],
      lender: "private",
      waivers: [{ date: "2027-01-01", amount: 500, component: "penalty" }],
      interruptions: [
        { date: "2026-10-01", kind: "demand" },
        { date: "2026-09-01", kind: "suit" },
      ],
      terms: { caps: [{ of: "charges", yearlyRate: "24%" }], minimum: "max(100,5%)", accelerateAfter: 90 },
    });
    const { loan } = request({ loan: "l" }, { l: file });
    expect(loan.waivers).toMatchObject([{ of: "penalty", waives: { amount: 50_000 } }]);
    expect(loan.interruptions.map(({ kind }) => kind)).toEqual(["suit", "demand"]);
    expect(loan).toMatchObject({ lender: "private", terms: { accelerateAfter: 90, minimum: { amount: 10_000 } } });
    expect(formatTerm(loan.terms, "caps")).toBe("charges=24%/year");
  });

  it("else the product says who lends", () => {
    expect(request({ principal: "1", product: "small-loan" }).loan.lender).toBe("micro-loan");
    expect(request({ principal: "1", product: "网商贷" }).product.name).toBe("wangshangdai");
    expect(request({ principal: "1", product: "信用卡" }).loan.lender).toBe("bank");
  });
});

describe("rates", () => {
  it("of compound on the command line go before those of the file", () => {
    const file = JSON.stringify({
      instalments: [{ due: "2026-08-22", principal: 1 }],
      terms: { compound: "all", compoundRate: "0.01%/day", compoundRests: "year" },
    });
    const { terms } = request({ loan: "l", compound: "interest:rate=contract" }, { l: file }).loan;
    expect(terms).toMatchObject({ compound: "interest", compoundRate: { kind: "contract" }, compoundRests: "year" });
  });

  it("of compound are not said in two ways in a file that differ", () => {
    const saying = (terms: object): readonly string[] => {
      const file = { instalments: [{ due: "2026-08-22", principal: 1 }], terms };
      return refusal({ loan: "l" }, { l: JSON.stringify(file) });
    };
    expect(saying({ compound: "interest:rests=month", compoundRests: "day" })).toEqual(["l:1:compoundRests conflict"]);
    expect(saying({ compound: "interest:rate=contract", compoundRate: "1.5%/month" })).toEqual([
      "l:1:compoundRate conflict",
    ]);
    const alike = { compound: "interest:rate=contract:rests=month", compoundRests: "month", compoundRate: "contract" };
    const file = JSON.stringify({ instalments: [{ due: "2026-08-22", principal: 1 }], terms: alike });
    expect(request({ loan: "l" }, { l: file }).loan.terms).toMatchObject({ compoundRests: "month" });
  });

  it("may be dated on the command line", () => {
    const { terms } = request({ principal: "1", rate: ["4%/year@2026-01-01", "6%/year"] }).loan;
    expect(formatTerm(terms, "rates")).toBe("6%/year 4%/year@2026-01-01");
  });

  it("stand on the table of the loan prime rate, each change from its day on", () => {
    const { terms } = request({ principal: "1", rate: ["lpr1y*4"] }).loan;
    expect(formatTerm(terms, "rates")).toMatch(
      /^17%\/year@2019-08-20 16\.8%\/year@2019-09-20 .* 12%\/year@2025-05-20$/,
    );
  });

  it("below it: 3.5 % less 30 basis points; what would be below nothing is refused where it is in force", () => {
    const rates = (rate: string): string => formatTerm(request({ principal: "1", rate: [rate] }).loan.terms, "rates");
    expect(rates("lpr5y-30bp@2025-05-20")).toBe("3.2%/year@2025-05-20");
    expect(rates("lpr5y-3.5%@2025-05-20")).toBe("0%/year@2025-05-20");
    expect(refusal({ principal: "1", rate: ["lpr5y-3.51%@2025-05-20"] })).toEqual(["--rate rate-below-nothing"]);
    // 4.85 % in 2019, 4.8 % three months later; below 4 % only after 2024-02-20, where another rate is in force.
    expect(refusal({ principal: "1", rate: ["lpr5y-4%@2019-08-20"] })).toEqual(["--rate rate-below-nothing"]);
    const { terms } = request({ principal: "1", rate: ["lpr5y-4%@2019-08-20", "3%/year@2020-01-01"] }).loan;
    expect(formatTerm(terms, "rates")).toBe("0.85%/year@2019-08-20 0.8%/year@2019-11-20 3%/year@2020-01-01");
  });

  it("that of the table begins on the day that is named and ends where the next begins", () => {
    const { terms } = request({ principal: "1", rate: ["10%/year", "lpr1y@2024-08-01", "9%/year@2025-01-01"] }).loan;
    expect(formatTerm(terms, "rates")).toBe("10%/year 3.35%/year@2024-08-01 3.1%/year@2024-10-21 9%/year@2025-01-01");
  });

  it("what a penalty may be at most stands among the caps, beside others", () => {
    const { terms } = request({ principal: "1", penalty: "1.5x:max=0.098%/day", cap: ["charges=100%"] }).loan;
    expect(formatTerm(terms, "penalty")).toBe("1.5x");
    expect(formatTerm(terms, "caps")).toBe("charges=100% penalty=0.098%/day");
    expect(request({ principal: "1", product: "jd-baitiao", cap: ["none"] }).loan.terms.caps).toEqual([]);
    expect(request({ principal: "1", product: "credit-card", orderAfter: ["none"] }).loan.terms.orderAfter).toEqual([]);
  });
});

describe("payments", () => {
  it("add up, whoever names them, and stand by date", () => {
    const file = JSON.stringify({
      instalments: [{ due: "2026-08-22", principal: 50000 }],
      payments: [{ date: "2027-02-01", amount: 1 }],
      streams: ["7/week"],
    });
    const options = {
      loan: "l",
      payments: ["p.csv"],
      pay: ["3@2027-01-15:for=principal", "4/day"],
      daily: ["5"],
      weekly: ["6"],
      monthly: ["8@31"],
    };
    const table = "date,amount,for,surplus\n2027-01-15,2,,\n2026-12-01,9,interest,last\n";
    const { payments, streams } = request(options, { l: file, "p.csv": table }).events;
    expect(payments.map(({ date, amount }) => [formatDay(date), amount])).toEqual([
      ["2026-12-01", 900],
      ["2027-01-15", 200],
      ["2027-01-15", 300],
      ["2027-02-01", 100],
    ]);
    expect(payments[0]).toMatchObject({ for: "interest", surplus: "last" });
    expect(streams.map(({ amounts }) => amounts[0])).toEqual([500, 600, 800, 700, 400]);
  });
});

describe("mistakes told from outside", () => {
  const overdue = [{ due: "2026-08-22", principal: 4000 }];
  it("a charge dated before the balances is in them already", () => {
    const charges = [{ date: "2026-10-01", amount: "200.00", component: "fee", note: "lawyer" }];
    const file = JSON.stringify({ asOf: "2026-11-22", instalments: overdue, charges });
    expect(refusal({ loan: "l" }, { l: file })).toEqual(["l:1:date too-early"]);
  });

  it("a switch of order without its order hides nothing else", () => {
    const file =
      '{ "instalments": [{ "due": "2026-13-22", "principal": "x" }],\n "terms": { "orderAfter": [{ "daysOverdue": 91 }] } }';
    expect(refusal({ loan: "l" }, { l: file })).toEqual([
      "l:2:order missing",
      "l:1:due date-impossible",
      "l:1:principal unreadable",
    ]);
  });

  it("a quote that is never closed is said where it opens", () => {
    const table = 'due,principal\n"2026-10-22,1000\n2026-10-23,1000\n2026-10-24,1000\n';
    expect(refusal({ instalments: "t" }, { t: table })).toEqual(["t:2 csv-quotes"]);
  });

  it("a day count by months needs due dates whole months apart", () => {
    const table = "due,principal\n2026-10-22,1000\n2026-11-30,1000\n";
    expect(refusal({ instalments: "t", dayCount: "period" }, { t: table })).toEqual(["--instalments dues-not-monthly"]);
    const monthly = "due,principal\n2026-08-31,1000\n2026-11-30,1000\n2027-02-28,1000\n";
    expect(request({ instalments: "t", dayCount: "period" }, { t: monthly }).loan.instalments).toHaveLength(3);
  });

  it("a minimum payment without a rule, or with none, is a mistake where it stands", () => {
    const file = { instalments: [{ due: "2026-07-22", principal: "15000" }], streams: ["minimum/month@25"] };
    const refused = (options: LoanOptions) => refusal({ asOf: "2026-11-22", ...options }, { l: JSON.stringify(file) });
    expect(refused({ loan: "l" })).toEqual(["l:1:streams needs-option"]);
    expect(refused({ loan: "l", minimum: "none" })).toEqual(["l:1:streams conflict"]);
    expect(refused({ principal: "1", pay: ["minimum/month"] })).toEqual(["--pay needs-option"]);
    expect(refused({ principal: "1", pay: ["minimum/month"], minimum: "x" })).toEqual(["--minimum unreadable"]);
    expect(refused({ principal: "1", lateFee: ["5%:of=minimum"], minimum: "none" })).toEqual(["--late-fee conflict"]);
    expect(refused({ loan: "l", minimum: "10%" })).toEqual([]);
  });

  it("a part that is not known is called as it was written", () => {
    const textOf = (options: LoanOptions) => {
      const result = readLoanRequest({ principal: "1", ...options }, platformOf({}), DEFAULTS);
      return result.ok ? [] : result.problems.map((problem) => "text" in problem && problem.text);
    };
    expect(textOf({ waive: ["50@2026-12-20:of=x"] })).toEqual(["of=x"]);
    expect(textOf({ grace: "3:x" })).toEqual(["x"]);
    expect(textOf({ lateFee: ["30:in-all=x"] })).toEqual(["in-all=x"]);
  });

  it("one rule for late fees: an amount has no minimum, and nothing means none", () => {
    const fees = (lateFees: unknown) => JSON.stringify({ instalments: overdue, terms: { lateFees } });
    expect(refusal({ loan: "l" }, { l: fees([{ amount: 30, min: 50 }]) })).toEqual(["l:1:min misplaced"]);
    expect(refusal({ principal: "1", lateFee: ["30:min=50"] })).toEqual(["--late-fee misplaced"]);
    expect(request({ loan: "l" }, { l: fees([{ amount: 0 }]) }).loan.terms.lateFees).toEqual([]);
    expect(request({ principal: "1", lateFee: ["0"] }).loan.terms.lateFees).toEqual([]);
  });
});

describe("horizons", () => {
  it.each([
    [{}, day("2026-12-22")],
    [{ days: "7" }, day("2026-11-29")],
    [{ days: "0" }, day("2026-11-22")],
    [{ until: "2026-12-21" }, day("2026-12-21")],
    [{ untilCleared: true }, null],
  ] as [LoanOptions, unknown][])("%j", (options, expected) => {
    expect(request({ principal: "1", ...options }).until).toBe(expected);
  });

  it.each([
    [{ days: "-1" }, ["--days out-of-range"]],
    [{ days: "36526" }, ["--days out-of-range"]],
    [{ days: "ten" }, ["--days unreadable"]],
    [{ until: "2026-11-22" }, ["--until too-early"]],
    [{ until: "2126-12-01" }, ["--until too-far"]],
    [{ days: "5", until: "2026-12-01" }, ["--until conflict"]],
    [{ days: "5", untilCleared: true }, ["--until-cleared conflict"]],
  ] as [LoanOptions, string[]][])("%j is refused", (options, expected) => {
    expect(refusal({ principal: "1", ...options })).toEqual(expected);
  });
});

describe("refusals", () => {
  it.each([
    [{}, {}, ["--principal debt-missing"]],
    [{ principal: "0" }, {}, ["--principal nothing-owed"]],
    [{ principal: "1", product: "wangshandai" }, {}, ["--product unknown"]],
    [
      { principal: "1", asOf: "2026-02-30", until: "2026-01-01", pay: ["5@2026-03-01"] },
      {},
      ["--as-of date-impossible"],
    ],
    [{ principal: "1", rate: ["10%/day"], penalty: "11x" }, {}, ["--penalty penalty-too-high"]],
    [{ principal: "1", instalments: "t.csv" }, { "t.csv": THREE }, ["--principal conflict"]],
    [{ instalments: "t.csv", months: "3" }, { "t.csv": THREE }, ["--months conflict"]],
    [{ instalments: "t.csv", daysOverdue: "3" }, { "t.csv": THREE }, ["--days-overdue days-overdue-differ"]],
    [
      { loan: "-", payments: ["-", "-"] },
      { "-": '{"instalments":[{"due":"2026-08-22","principal":1}]}' },
      ["--payments input-twice", "--payments input-twice"],
    ],
    [
      { principal: "1", payments: ["a", "b", "c", "-"] },
      {
        a: { failure: "folder" },
        b: { failure: "forbidden" },
        c: { failure: "unreadable" },
        "-": { failure: "terminal" },
      },
      [
        "--payments file-unreadable",
        "--payments file-unreadable",
        "--payments file-unreadable",
        "--payments input-from-terminal",
      ],
    ],
    [{ principal: "1", loan: "" }, {}, ["--loan empty"]],
    [
      { instalments: "t.csv" },
      { "t.csv": "due,principal\n2026-01-01,100亿\n2026-02-01,1\n" },
      ["--instalments total-too-large"],
    ],
    [
      {
        principal: "x",
        rate: ["18"],
        penalty: "y",
        order: "fee",
        asOf: "1/1/2026",
        daysOverdue: "-1",
        pay: ["z"],
        days: "x",
      },
      {},
      [
        "--as-of unreadable",
        "--rate rate-without-period",
        "--penalty unreadable",
        "--order missing",
        "--principal unreadable",
        "--days-overdue out-of-range",
        "--pay unreadable",
        "--days unreadable",
      ],
    ],
  ] as [LoanOptions, Files, string[]][])("%j", (options, files, expected) => {
    expect(refusal(options, files)).toEqual(expected);
  });
});
