/** The sliders of a report: for what was typed in a plain way, over values that can be typed, starting where it was. */

import { describe, expect, test } from "vitest";
import { commandLine } from "../../src/cli/next-command.ts";
import type { Options } from "../../src/cli/options.ts";
import { type Slider, slidersOf, withValue } from "../../src/cli/what-if/sliders.ts";
import { day } from "../../src/loan/day.ts";
import type { Cycle } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { wordsFor } from "../../src/messages/languages.ts";
import type { WhatIfFacts } from "../../src/output/report.ts";
import { printed } from "./in-process.ts";

const words = await wordsFor("en", {});
const SAID = { simulate: words.simulate, report: await words.load.report() };
const A_MONTH: Cycle = { kind: "month", dayOfMonth: 15 };
const FACTS: WhatIfFacts = {
  rates: [rate(5n, 10_000n, "day")],
  streams: [{ cycle: A_MONTH }],
  breakEven: fen(112_551),
};
const LOAN: Options = { principal: "50000", daysOverdue: "90", asOf: "2026-11-22" };

function labels(options: Options, facts: WhatIfFacts = FACTS): readonly string[] {
  return slidersOf(options, facts, SAID).map(({ label }) => label);
}

describe("a slider", () => {
  const sliders = slidersOf({ ...LOAN, monthly: ["1500@15"], rate: ["日息万五"] }, FACTS, SAID);

  test("starts at what was given, and leaves it as it was typed", () => {
    expect(sliders.map(({ label, values, start }) => [label, values[start]])).toEqual([
      ["payment a month", { written: "1500@15", shown: "1,500.00" }],
      ["contract rate a day", { written: "日息万五", shown: "0.05%" }],
      ["days overdue so far", { written: "90", shown: "90" }],
    ]);
  });

  test("has the payment that stops the growth among its values, and nothing at its left end", () => {
    const [payment] = sliders;
    expect(payment?.values[0]).toEqual({ written: null, shown: "0.00" });
    expect(payment?.values).toContainEqual({ written: "1125.51@15", shown: "1,125.51" });
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
});

test("what is assumed stays assumed until its slider is moved", () => {
  const [slider] = slidersOf(LOAN, { ...FACTS, streams: [], breakEven: null }, SAID);
  expect(slider?.option).toBe("rate");
  expect(slider?.values[slider.start]).toEqual({ written: null, shown: "0.05%" });
});

test("what is written in a way of its own has no slider", () => {
  expect(labels({ ...LOAN, pay: ["50,30,100/day"] })).not.toContain("payment a month");
  expect(
    labels({ ...LOAN, daily: ["50"], monthly: ["1500"] }, { ...FACTS, streams: [...FACTS.streams, ...FACTS.streams] }),
  ).not.toContain("payment a month");
  expect(labels({ ...LOAN, rate: ["18%/year", "4%/year@2026-01-01"] })).not.toContain("contract rate a day");
  expect(labels({ loan: "loan.json" })).not.toContain("days overdue so far");
  expect(labels({ ...LOAN, strategy: ["agreement:steps=500x12+1000x24"] })).not.toContain("months of the agreement");
});

test("the day to be clear by runs over months, and has the day that was given among them", () => {
  const from = day("2026-11-22");
  const facts = { ...FACTS, streams: [], breakEven: null, clearBy: { from, date: day("2027-12-01") } };
  const [slider] = slidersOf({ ...LOAN, clearBy: "2027年12月1日" }, facts, SAID);
  const { label, values = [], start = -1 } = slider ?? {};
  expect([
    label,
    values[0]?.written,
    values[start]?.written,
    values[start + 1]?.written,
    values.at(-1)?.written,
  ]).toEqual(["cleared by", "2026-12-22", "2027年12月1日", "2027-12-22", "2031-11-22"]);
});

test("the months of the only agreement are changed where they stand", () => {
  const options: Options = { ...LOAN, agreement: "months=36,waive-penalty=100%" };
  const slider = slidersOf(options, { ...FACTS, streams: [] }, SAID).find(isOfMonths);
  if (slider === undefined) throw new Error("no slider for months");
  expect(slider.values[23]).toEqual({ written: "months=24,waive-penalty=100%", shown: "24" });
});

function isOfMonths({ option }: Slider): boolean {
  return option === "agreement";
}
