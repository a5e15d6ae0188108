/** The sliders of a report: for what was typed in a plain way, over values that can be typed, starting where it was. */

import { describe, expect, test } from "vitest";
import { commandLine } from "../../src/cli/next-command.ts";
import type { Options } from "../../src/cli/options.ts";
import { type Slider, slidersOf, withValue } from "../../src/cli/what-if/sliders.ts";
import { day } from "../../src/loan/day.ts";
import { type Cycle, EVERY_DAY } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { wordsFor } from "../../src/messages/languages.ts";
import type { WhatIfFacts } from "../../src/output/report.ts";
import { printed } from "./in-process.ts";

const words = await wordsFor("en", {});
const SAID = { simulate: words.simulate, report: await words.load.report() };
const A_MONTH: Cycle = { kind: "month", dayOfMonth: 15 };
const FACTS: WhatIfFacts = {
  rates: [{ from: null, rate: rate(5n, 10_000n, "day") }],
  streams: [{ cycle: A_MONTH, amounts: [fen(150_000)] }],
  breakEven: fen(112_551),
};
const twoStreams: WhatIfFacts = {
  ...FACTS,
  streams: [
    { cycle: EVERY_DAY, amounts: [fen(5_000)] },
    { cycle: A_MONTH, amounts: [fen(150_000)] },
  ],
};
const LOAN: Options = { principal: "50000", daysOverdue: "90", asOf: "2026-11-22" };

function labels(options: Options, facts: WhatIfFacts = FACTS): readonly string[] {
  return slidersOf(options, facts, SAID).map(({ label }) => label);
}

describe("a slider", () => {
  const sliders = slidersOf({ ...LOAN, monthly: ["1500@15"], rate: ["日息万五"] }, FACTS, SAID);

  test("starts at what was given, and leaves it as it was typed", () => {
    expect(sliders.map(({ label, values, start }) => [label, values[start]])).toEqual([
      ["payment a month", { written: ["1500@15"], shown: "1,500.00" }],
      ["contract rate a day", { written: ["日息万五"], shown: "0.05%" }],
      ["days overdue so far", { written: ["90"], shown: "90" }],
    ]);
  });

  test("has the payment that stops the growth among its values, and nothing at its left end", () => {
    const [payment] = sliders;
    expect(payment?.values[0]).toEqual({ written: [], shown: "0.00" });
    expect(payment?.values).toContainEqual({ written: ["1125.51@15"], shown: "1,125.51" });
  });

  test.each(sliders.map((slider) => [slider.label, slider] as const))(
    "%s has values that the program takes",
    async (_, slider) => {
      const { values } = slider;
      for (const value of [values[0], values[1], values[Math.floor(values.length / 2)], values.at(-1)]) {
        if (value === undefined) throw new Error("a slider has values");
        const options = withValue({ ...LOAN, monthly: ["1500@15"] }, slider, value);
        const typed = commandLine("simulate", options)
          .flatMap((part) => part.split(" "))
          .slice(1);
        expect(await printed([...typed, "--json"])).toContain('"closingTotal"');
      }
    },
  );
});

test("a budget is called one", () => {
  expect(labels({ ...LOAN, budget: ["1500/month"] })).toContain("budget a month");
  const [named] = slidersOf({ ...LOAN, budget: ["1500/month:for=principal"] }, FACTS, SAID);
  expect(named?.values[0]?.written[0]).toMatch(/^\d+\/month:for=principal$/);
});

test("each stream has a slider of its own, and what is paid once stays beside it", () => {
  const pay = ["20000@2027-03-01", "每月1,500"];
  const sliders = slidersOf({ ...LOAN, daily: ["50"], pay }, twoStreams, SAID).slice(0, 2);
  expect(sliders.map(({ label, values, start }) => [label, values[start + 1]?.written, values[0]?.written])).toEqual([
    ["payment a day", ["52"], []],
    ["payment a month", ["20000@2027-03-01", "1600/月"], ["20000@2027-03-01"]],
  ]);
});

test("of rates and budgets that change the last is moved, and the others stay", () => {
  const rates = [
    { from: null, rate: rate(18n, 100n, "year") },
    { from: day("2026-12-15"), rate: rate(12n, 100n, "year") },
  ];
  const typed = { ...LOAN, rate: ["12%/year@2026年12月15日", "年化18%"] };
  const moved = slidersOf(typed, { ...FACTS, rates }, SAID).find(({ option }) => option === "rate");
  expect([moved?.label, moved?.values[moved.start]?.written, moved?.values[moved.start + 1]?.written]).toEqual([
    "contract rate a year, from 2026-12-15",
    typed.rate,
    ["18%/year", "12.5%/year@2026-12-15"],
  ]);
  const budget = ["3000/month", "4000/month:from=2027-06-01"];
  const [slider] = slidersOf({ debts: "debts.csv", budget }, { ...FACTS, rates: [] }, SAID);
  expect([slider?.label, slider?.values[slider.start + 1]?.written]).toEqual([
    "budget a month, from 2027-06-01",
    ["3000/month", "4200/month:from=2027-06-01"],
  ]);
});

test("a multiple of the LPR is moved as one", () => {
  const options: Options = { ...LOAN, rate: ["LPR1Y*4+0.5%"] };
  const slider = slidersOf(options, { ...FACTS, streams: [] }, SAID).find(({ option }) => option === "rate");
  expect([slider?.label, slider?.values[slider.start + 1]]).toEqual([
    "contract rate, times the LPR",
    { written: ["LPR1Y*4.1+0.5%"], shown: "4.1" },
  ]);
});

test("a budget made of income has a slider for each of its two parts", () => {
  const options = { debts: "debts.csv", income: "8000/month", living: "5,000/month" };
  const sliders = slidersOf(options, { ...FACTS, rates: [] }, SAID);
  expect(sliders.map(({ label, values, start }) => [label, values[start + 1]?.written])).toEqual([
    ["income a month", ["8500/month"]],
    ["living costs a month", ["5200/month"]],
  ]);
});

test("what is assumed stays assumed until its slider is moved", () => {
  const [slider] = slidersOf(LOAN, { ...FACTS, streams: [], breakEven: null }, SAID);
  expect(slider?.option).toBe("rate");
  expect(slider?.values[slider.start]).toEqual({ written: [], shown: "0.05%" });
});

test("what is written in a way of its own has no slider", () => {
  const inTurn = { ...FACTS, streams: [{ cycle: EVERY_DAY, amounts: [fen(5_000), fen(3_000)] }] };
  expect(labels({ ...LOAN, pay: ["50,30/day"] }, inTurn)).not.toContain("payment a day");
  expect(labels({ loan: "loan.json", daily: ["50"] }, twoStreams)).not.toContain("payment a day");
  expect(labels({ ...LOAN, budget: ["budget.csv"] })).not.toContain("budget a month");
  expect(labels({ loan: "loan.json" })).not.toContain("days overdue so far");
  expect(labels({ ...LOAN, strategy: ["agreement:steps=500x12+1000x24"] })).not.toContain("number of months");
});

test("the day to be clear by runs over months, and has the day that was given among them", () => {
  const from = day("2026-11-22");
  const facts = { ...FACTS, streams: [], breakEven: null, clearBy: { from, date: day("2027-12-01") } };
  const [slider] = slidersOf({ ...LOAN, clearBy: "2027年12月1日" }, facts, SAID);
  const { label, values = [], start = -1 } = slider ?? {};
  expect([
    label,
    ...[values[0], values[start], values[start + 1], values.at(-1)].flatMap((value) => value?.written ?? []),
  ]).toEqual(["cleared by", "2026-12-22", "2027年12月1日", "2027-12-22", "2031-11-22"]);
});

test("the months of the only agreement are changed where they stand", () => {
  const options: Options = { ...LOAN, agreement: "months=36,waive-penalty=100%" };
  const slider = slidersOf(options, { ...FACTS, streams: [] }, SAID).find(isOfMonths);
  if (slider === undefined) throw new Error("no slider for months");
  expect(slider.values[23]).toEqual({ written: ["months=24,waive-penalty=100%"], shown: "24" });
});

function isOfMonths({ option }: Slider): boolean {
  return option === "agreement";
}
