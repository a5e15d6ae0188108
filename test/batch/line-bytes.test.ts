/** Figures written digit by digit are those that other commands write as texts. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { LineBytes } from "../../src/cli/batch/line-bytes.ts";
import { addDays, day, formatDay } from "../../src/loan/day.ts";
import { BALANCE_LIMIT, fen, formatFen } from "../../src/loan/money.ts";
import { sameEachTime } from "../runs.ts";

const FIRST_DAY = day("0900-01-01");
const amount = fc.oneof(
  fc.integer({ min: -2_000, max: 2_000 }),
  fc.integer({ min: -BALANCE_LIMIT, max: BALANCE_LIMIT }),
);

function written(write: (to: LineBytes) => void): string {
  const bytes = new LineBytes();
  write(bytes);
  return new TextDecoder().decode(bytes.take());
}

test("amounts, numbers and days", () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 0, max: 1_000_000 }), (value, days) => {
      expect(written((to) => to.money(fen(value)))).toBe(formatFen(fen(value)));
      expect(written((to) => to.number(value))).toBe(String(value));
      expect(written((to) => to.day(addDays(FIRST_DAY, days)))).toBe(formatDay(addDays(FIRST_DAY, days)));
    }),
  );
});

test("numbers with decimals, few or many", () => {
  const few = fc.tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 1, max: 5 }));
  const decimal = fc.oneof(
    few.map(([parts, places]) => parts / 10 ** places),
    fc.double({ noNaN: true, min: -1e15, max: 1e15 }),
  );
  fc.assert(
    fc.property(decimal, (value) => {
      expect(written((to) => to.number(value))).toBe(String(value));
    }),
  );
});

test("texts of any length in any writing, one after the other", () => {
  const texts = fc.array(fc.string({ unit: "grapheme", maxLength: 9 }));
  fc.assert(
    fc.property(texts, fc.nat({ max: 50_000 }), (some, times) => {
      const all = [...some, "贷a".repeat(times), ...some];
      expect(
        written((to) => {
          for (const text of all) to.text(text);
        }),
      ).toBe(all.join(""));
    }),
    sameEachTime(30),
  );
});
