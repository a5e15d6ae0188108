/** Posting: in whatever steps, what was posted is the exact total, rounded; also where a number is no longer exact. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { makePosting, postedFor } from "../../src/ledger/posting.ts";
import { fen } from "../../src/loan/money.ts";
import { ROUNDING_DIRECTIONS, type RoundingDirection } from "../../src/loan/rounding.ts";
import { sameEachTime } from "../runs.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** As they come, and such that their parts lie around the last number that is exact. */
const anySteps = fc.oneof(
  fc.record({
    denominator: fc.oneof(...[4n, 10_000n, 2n ** 60n].map((max) => fc.bigInt({ min: 1n, max }))),
    rate: fc.bigInt({ min: 1n, max: 5n }),
    bases: fc.array(fc.integer({ min: 1, max: 10 ** 12 }), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    denominator: fc.bigInt({ min: 40n, max: 80n }),
    rate: fc.constantFrom(1n, 3n),
    bases: fc.array(fc.integer({ min: Math.floor(SAFE / 4), max: SAFE }), { minLength: 1, maxLength: 6 }),
  }),
);

test.each(ROUNDING_DIRECTIONS)("%s", (direction) => {
  fc.assert(
    fc.property(anySteps, fc.constantFrom(1, 100), fc.constantFrom(1, 2, 7), (steps, unit, nights) => {
      const { denominator, rate: exact, bases } = steps;
      const rate = { exact, parts: Number(exact) };
      const whole = (total: bigint): bigint => BigInt(unit) * rounded(total, denominator * BigInt(unit), direction);
      const posted = (when: "posting" | "daily"): number[] => {
        const posting = makePosting({ when, direction, unit: fen(unit) }, denominator);
        const carry = { carry: 0, exactCarry: 0n, isOdd: false };
        return bases.map((base) => postedFor(posting, carry, base, nights, rate));
      };
      let total = 0n;
      const together = bases.map((base) => {
        const before = whole(total);
        total += BigInt(base) * BigInt(nights) * exact;
        return Number(whole(total) - before);
      });
      expect(posted("posting")).toEqual(together);
      expect(posted("daily")).toEqual(bases.map((base) => Number(whole(BigInt(base) * exact)) * nights));
    }),
    sameEachTime(300),
  );
});

function rounded(parts: bigint, unitParts: bigint, direction: RoundingDirection): bigint {
  const units = parts / unitParts;
  const twice = 2n * (parts - units * unitParts);
  const isUp = { "half-up": twice >= unitParts, down: false, "half-even": twice + (units % 2n) > unitParts }[direction];
  return isUp ? units + 1n : units;
}
