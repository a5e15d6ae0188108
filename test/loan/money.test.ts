/** The share of one amount in another, in safe integers or beyond them. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { amountRatio, BALANCE_LIMIT, fen, ratio } from "../../src/loan/money.ts";

test("an amount in another is the exact ratio, rounded half-up", () => {
  expect(amountRatio(fen(1), fen(3))).toBe(0.3333);
  expect(amountRatio(fen(1), fen(20_000))).toBe(0.0001);
  expect(amountRatio(fen(1), fen(20_001))).toBe(0);
  const whole = fc.oneof(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: BALANCE_LIMIT }));
  fc.assert(
    fc.property(whole, fc.double({ min: 0, max: 1, noNaN: true }), (amount, share) => {
      const part = Math.round(amount * share);
      expect(amountRatio(fen(part), fen(amount))).toBe(ratio(BigInt(part), BigInt(amount), 4));
    }),
  );
});
