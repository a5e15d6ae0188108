/** The engine's calendar against date-fns over three hundred years. */

import { UTCDate } from "@date-fns/utc";
import { addMonths as addMonthsOfDateFns } from "date-fns/addMonths";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { getDaysInYear } from "date-fns/getDaysInYear";
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addMonths,
  civil,
  type Day,
  day,
  dayInMonth,
  dayOf,
  daysInYear,
  formatDay,
  parseDay,
} from "../../src/loan/day.ts";
import { sameEachTime } from "../runs.ts";

const MILLISECONDS_A_DAY = 86_400_000;
const FIRST = day("1900-01-01");
const LAST = day("2199-12-31");

function dateOf(number: Day): UTCDate {
  return new UTCDate(number * MILLISECONDS_A_DAY);
}

const anyDay = fc.integer({ min: FIRST, max: LAST }).map((number) => number as Day);

test("every day from 1900 to 2199 has the civil date that date-fns gives it, and the way back", () => {
  const wrong: string[] = [];
  for (let number = FIRST; number <= LAST; number = (number + 1) as Day) {
    const date = dateOf(number);
    const expected = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
    const found = civil(number);
    const isSame = found.year === expected.year && found.month === expected.month && found.day === expected.day;
    const text = formatDay(number);
    if (!isSame || dayOf(found) !== number || parseDay(text) !== number) wrong.push(text);
    if (text !== date.toISOString().slice(0, 10)) wrong.push(text);
  }
  expect(wrong).toEqual([]);
  expect(LAST - FIRST).toBe(109_572);
});

test("months are added as date-fns adds them", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -1_200, max: 1_200 }), (number, months) => {
      const expected = addMonthsOfDateFns(dateOf(number), months).getTime() / MILLISECONDS_A_DAY;
      expect(addMonths(number, months)).toBe(expected);
    }),
    sameEachTime(2_000),
  );
});

test("a day of a later month is that day, or the last one of a shorter month", () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 0, max: 1_200 }),
      fc.integer({ min: 1, max: 31 }),
      (number, months, which) => {
        const month = addMonthsOfDateFns(dateOf(dayInMonth(number, 0, 1)), months);
        const expected = month.getTime() / MILLISECONDS_A_DAY + Math.min(which, getDaysInMonth(month)) - 1;
        expect(dayInMonth(number, months, which)).toBe(expected);
      },
    ),
    sameEachTime(2_000),
  );
});

test.each([1900, 1999, 2000, 2024, 2026, 2100, 2199])("the year %d has as many days as date-fns counts", (year) => {
  expect(daysInYear(year)).toBe(getDaysInYear(new UTCDate(year, 0, 1)));
});
