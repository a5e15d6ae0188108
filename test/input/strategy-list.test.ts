/** The strategies of a command: options and scenario file together. */

import { describe, expect, it } from "vitest";
import { InputFiles } from "../../src/input/input-files.ts";
import { ProblemCollector } from "../../src/input/problem.ts";
import { readStrategies, type StrategyOptions } from "../../src/input/strategy-list.ts";
import { day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { type Files, platformOf, reported, valueIn } from "./readings.ts";

const context = { asOf: day("2026-11-22"), given: NO_EVENTS };

function readAll(options: StrategyOptions, files: Files = {}) {
  const problems = new ProblemCollector();
  const { strategies } = readStrategies(options, context, new InputFiles(platformOf(files)), problems);
  return problems.result(strategies.map(({ strategy }) => strategy));
}

function fromFile(...scenarios: readonly object[]) {
  const file = JSON.stringify({ schema: "overdue-sim/scenarios@1", scenarios });
  const result = readAll({ scenarios: "file" }, { file });
  return valueIn(result.ok ? result : { ok: false, issues: result.problems });
}

describe("strategies", () => {
  it("are none where none is given", () => expect(readAll({})).toEqual({ ok: true, value: [] }));

  it("come from options, then from the file", () => {
    const file = '{ "scenarios": [{ "name": "agreed", "strategy": "agreement:months=36" }] }';
    const result = readAll({ strategy: ["none", "mine=daily:50"], scenarios: "file" }, { file });
    expect(result.ok && result.value.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "none none",
      "mine payments",
      "agreed agreement",
    ]);
  });

  it.each([
    [["none", "none"], ["--strategy duplicate"]],
    [["a=none", "a=daily:50", "a=weekly:5"], ["--strategy duplicate"]],
    [
      ["a=daily:x", "a=none"],
      ["--strategy unreadable", "--strategy duplicate"],
    ],
    [
      ["x", "y:1"],
      ["--strategy unknown", "--strategy unknown"],
    ],
  ])("%j are refused", (strategy, problems) => expect(reported(readAll({ strategy }))).toEqual(problems));
});

describe("scenarios spelt out", () => {
  it("have payments and streams", () => {
    const [strategy] = fromFile({
      name: "both",
      payments: [
        { date: "2027-03-01", amount: "20000", for: "principal" },
        { date: "2027-01-01", amount: 500, surplus: "last" },
      ],
      streams: ["50/day", "100@2027-02-01"],
    });
    expect(strategy).toMatchObject({ name: "both", spec: "", kind: "payments" });
    expect(strategy?.events).toMatchObject({
      payments: [
        { date: day("2027-01-01"), amount: 50_000, for: null, surplus: "last" },
        { date: day("2027-02-01"), amount: 10_000 },
        { date: day("2027-03-01"), amount: 2_000_000, for: "principal" },
      ],
      streams: [{ amounts: [5_000] }],
      agreements: [],
      paysWhenDueFrom: null,
    });
  });

  it("have several agreements, by date, and keep the first with instalments", () => {
    const [strategy] = fromFile({
      name: "one after another",
      agreements: ["settle:80%@2028-01-15", "agreement:months=36,start=2027-03-01", "defer:months=3"],
    });
    expect(strategy?.kind).toBe("deferral");
    expect(strategy?.events.agreements.map(({ kind }) => kind)).toEqual(["deferral", "agreement", "settlement"]);
    expect(strategy?.events.paysWhenDueFrom).toBe(day("2027-03-01"));
  });

  it.each([
    [{ agreements: ["agreement:months=36"], payAsDueFrom: null }, "agreement", null],
    [{ agreements: ["agreement:months=36"], payAsDueFrom: "2027-01-01" }, "agreement", day("2027-01-01")],
    [{ payAsDueFrom: "2026-11-22" }, "payments", day("2026-11-22")],
    [{ payments: [] }, "none", null],
  ])("%j", (given, kind, paysWhenDueFrom) => {
    expect(fromFile({ name: "a", ...given })).toMatchObject([{ kind, events: { paysWhenDueFrom } }]);
  });
});

it("an entry without a name does not hide what is wrong with the others", () => {
  const scenarios = [
    { name: "a", strategy: "daily:50" },
    { name: "a", strategy: "weekly:-50" },
    { name: "", strategy: "none" },
    { strategy: "lump:5@2020-01-01" },
    { name: true, strategy: "daily:0" },
    { name: "q" },
    "none",
  ];
  const problems = new ProblemCollector();
  const { names } = readStrategies(
    { scenarios: "file" },
    context,
    new InputFiles(platformOf({ file: JSON.stringify({ scenarios }) })),
    problems,
  );
  const result = problems.result(true);
  const codes = result.ok ? [] : result.problems.map(({ code }) => code);
  expect(codes).toEqual([
    "negative",
    "empty",
    "missing",
    "too-early",
    "wrong-kind",
    "zero",
    "either-of",
    "wrong-kind",
    "duplicate",
  ]);
  expect(names).toBeNull();
});
