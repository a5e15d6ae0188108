/** The LPR on dates that can be looked up, and contract rates that stand on it. */

import { expect, test } from "vitest";
import { LPR, type LprChange, type LprTerm, lprRates, lprTable } from "../../src/law/lpr.ts";
import { day, formatDay } from "../../src/loan/day.ts";
import { formatFraction, fraction } from "../../src/loan/rate.ts";

test.each<[LprTerm, string, string, boolean]>([
  ["1y", "2019-08-20", "0.0425", false],
  ["1y", "2019-09-19", "0.0425", false],
  ["1y", "2019-09-20", "0.042", false],
  ["1y", "2020-01-01", "0.0415", false],
  ["1y", "2021-12-19", "0.0385", false],
  ["1y", "2021-12-20", "0.038", false],
  ["1y", "2022-08-22", "0.0365", false],
  ["1y", "2023-01-01", "0.0365", false],
  ["1y", "2024-10-20", "0.0335", false],
  ["1y", "2025-05-20", "0.03", false],
  ["1y", "2026-06-01", "0.03", false],
  ["1y", "2026-09-20", "0.03", false],
  ["1y", "2026-09-21", "0.03", true],
  ["5y", "2019-08-20", "0.0485", false],
  ["5y", "2020-04-20", "0.0465", false],
  ["5y", "2021-12-20", "0.0465", false],
  ["5y", "2022-05-20", "0.0445", false],
  ["5y", "2022-08-22", "0.043", false],
  ["5y", "2024-04-22", "0.0395", false],
  ["5y", "2025-07-21", "0.035", false],
  ["5y", "2026-09-20", "0.035", false],
  ["5y", "2026-10-20", "0.035", true],
])("LPR %s on %s: %s", (term, on, expected, isBeyondTable) => {
  const found = LPR[term].rowOn(day(on));
  expect(found === null ? null : formatFraction(found.row.value)).toBe(expected);
  expect(found?.isBeyondTable).toBe(isBeyondTable);
});

test("before the first LPR there is none", () => {
  expect(LPR["1y"].rowOn(day("2019-08-19"))).toBeNull();
});

const SURE: Pick<LprChange, "source" | "sure"> = { source: "a data set", sure: "verified-medium" };

test.each<[string, string, string, string]>([
  ["a row that a public data set invented", "2020-01-01", "3.85", "before the 20th: row 1"],
  ["a rate that is no multiple of 0.05", "2020-01-20", "4.17", "multiple of 0.05 %: row 1"],
  ["a rate of nothing", "2020-01-20", "0", "multiple of 0.05 %: row 1"],
  ["no number", "2020-01-20", "4,15", "not a percentage"],
])("a faulty LPR throws: %s", (_, from, percent, message) => {
  expect(() => lprTable("test", [{ from: day(from), percent, ...SURE }], day("2026-09-20"))).toThrow(message);
});

test("changes out of order throw", () => {
  const changes = ["2020-02-20", "2020-01-20"].map((from) => ({ from: day(from), percent: "4.05", ...SURE }));
  expect(() => lprTable("test", changes, day("2026-09-20"))).toThrow("ends before it starts");
});

/** The dated rate in force on a day, as text. */
function rateOn(rates: ReturnType<typeof lprRates>, on: string): string | undefined {
  const found = rates.findLast(({ from }) => from !== null && from <= day(on));
  return found === undefined ? undefined : `${formatFraction(found.rate)} a ${found.rate.per}`;
}

test.each<[string, LprTerm, readonly [bigint, bigint], readonly [bigint, bigint], string, string | undefined]>([
  ["lpr1y*4", "1y", [4n, 1n], [0n, 1n], "2020-08-20", "0.154 a year"],
  ["lpr1y*4", "1y", [4n, 1n], [0n, 1n], "2026-06-01", "0.12 a year"],
  ["lpr1y*1.5", "1y", [3n, 2n], [0n, 1n], "2024-07-22", "0.05025 a year"],
  ["lpr5y+0.5%", "5y", [1n, 1n], [1n, 200n], "2024-02-19", "0.047 a year"],
  ["lpr5y+0.5%", "5y", [1n, 1n], [1n, 200n], "2024-02-20", "0.0445 a year"],
  ["lpr1y", "1y", [1n, 1n], [0n, 1n], "2019-08-19", undefined],
])("%s (%s) on %s", (_, term, multiple, addition, on, expected) => {
  expect(rateOn(lprRates(term, fraction(...multiple), fraction(...addition)), on)).toBe(expected);
});

test("a rate that did not change begins no new stretch", () => {
  const starts = lprRates("1y", fraction(1n, 1n), fraction(0n, 1n)).map(({ from }) => from);
  expect(starts).toHaveLength(13);
  expect(starts.map((from) => (from === null ? null : formatDay(from))).slice(-2)).toEqual([
    "2024-10-21",
    "2025-05-20",
  ]);
});
