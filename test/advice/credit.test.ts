/** Codes and classes at their boundaries, the two clocks, and the yearly cost beside its line. */

import { expect, test } from "vitest";
import {
  amountAbove,
  COST_LINES,
  type CostLine,
  costLines,
  costLinesOn,
  yearlyCost,
} from "../../src/advice/cost-lines.ts";
import { category, deletableOn, limitationEnds, monthsOverdue, statusCode } from "../../src/advice/credit.ts";
import { day, formatDay } from "../../src/loan/day.ts";
import { type Fen, fen } from "../../src/loan/money.ts";

test.each([
  [0, 0, "M0"],
  [1, 1, "M1"],
  [30, 1, "M1"],
  [31, 2, "M2"],
  [60, 2, "M2"],
  [61, 3, "M3"],
  [90, 3, "M3"],
  [91, 4, "M4"],
  [120, 4, "M4"],
  [121, 5, "M5"],
  [150, 5, "M5"],
  [151, 6, "M6"],
  [180, 6, "M6"],
  [181, 7, "M7+"],
  [4000, 7, "M7+"],
])("%i days overdue: code %i, %s", (daysOverdue, code, months) => {
  expect(statusCode(daysOverdue)).toBe(code);
  expect(monthsOverdue(daysOverdue)).toBe(months);
});

test.each([
  [0, "normal", "normal"],
  [1, "special-mention", "special-mention"],
  [90, "special-mention", "special-mention"],
  [91, "substandard", "substandard"],
  [120, "substandard", "substandard"],
  [121, "substandard", "doubtful"],
  [180, "substandard", "doubtful"],
  [181, "substandard", "loss"],
  [270, "substandard", "loss"],
  [271, "doubtful", "loss"],
  [360, "doubtful", "loss"],
  [361, "loss", "loss"],
])("%i days overdue: a loan is %s, a card %s", (daysOverdue, loan, card) => {
  expect(category(daysOverdue, "loan")).toBe(loan);
  expect(category(daysOverdue, "card")).toBe(card);
});

test.each([
  ["2026-11-22", "2031-11-22", "2029-11-22"],
  ["2028-02-29", "2033-02-28", "2031-02-28"],
  ["2025-02-28", "2030-02-28", "2028-02-28"],
])("%s: five years on %s, three years on %s", (from, five, three) => {
  expect(formatDay(deletableOn(day(from)))).toBe(five);
  expect(formatDay(limitationEnds(day(from)))).toBe(three);
});

const year = (principal: number): bigint => BigInt(principal) * 365n;

test.each<[string, Fen, bigint, number | null]>([
  ["0.075 % a day is 27.375 % a year", fen(75), 100_000n, 0.27375],
  ["a year of 24 %", fen(24_000), year(100_000), 0.24],
  ["no charges", fen(0), year(100_000), 0],
  ["no principal", fen(500), 0n, null],
  ["rounded half-up to six decimals", fen(1), year(2_000_000), 0.000001],
])("yearly cost: %s", (_, charges, principalDays, cost) => {
  expect(yearlyCost(charges, principalDays)).toBe(cost);
});

test.each<[string, Fen, bigint, number]>([
  ["exactly on the line", fen(24_000), year(100_000), 0],
  ["below the line", fen(23_999), year(100_000), 0],
  ["one fen above", fen(24_001), year(100_000), 1],
  ["half a fen above goes up", fen(1), year(2) + 30n, 1],
  ["a long and large debt stays exact", fen(300_000_000_000), year(1_000_000_000_000), 60_000_000_000],
])("amount above 24 %%: %s", (_, charges, principalDays, above) => {
  expect(amountAbove(charges, principalDays, { numerator: 24n, denominator: 100n })).toBe(above);
});

test("the judicial line is in force from its month on", () => {
  expect(costLinesOn(day("2026-11-22")).map((line) => line.name)).toEqual(["judicial-24"]);
  expect(costLinesOn(day("2017-07-31"))).toEqual([]);
});

const [judicial] = COST_LINES as [CostLine];
const ended: CostLine = { ...judicial, until: day("2019-12-31") };

test("a line may follow itself without a gap", () => {
  expect(costLines([ended, { ...judicial, from: day("2020-01-01") }])).toHaveLength(2);
});

test.each<[string, string, readonly CostLine[]]>([
  ["an overlap", "gap or an overlap", [judicial, { ...judicial, from: day("2020-01-01") }]],
  ["a gap", "gap or an overlap", [ended, { ...judicial, from: day("2020-01-02") }]],
  ["an end before the start", "ends before it starts", [{ ...judicial, until: day("2016-01-01") }]],
  ["no source", "without a source", [{ ...judicial, source: "" }]],
  ["no rate", "without a rate", [{ ...judicial, yearlyRate: { numerator: 0n, denominator: 1n } }]],
])("a faulty table of lines throws: %s", (_, message, lines) => {
  expect(() => costLines(lines)).toThrow(message);
});
