/** The yearly cost of a debt, and what of it lies above a line. */

import { expect, test } from "vitest";
import { amountAbove, yearlyCost } from "../../src/advice/cost-of-arrears.ts";
import { type Fen, fen } from "../../src/loan/money.ts";

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
