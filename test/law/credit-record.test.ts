/** Codes at their boundaries, the codes of months, and the day on which an overdue is deleted. */

import fc from "fast-check";
import { expect, test } from "vitest";
import {
  creditRecordRows,
  deletableOn,
  monthCodes,
  monthsOverdue,
  type RecordDay,
  statusCode,
} from "../../src/law/credit-record.ts";
import { addDays, day, formatDay } from "../../src/loan/day.ts";
import { sameEachTime } from "../runs.ts";

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
  ["2026-11-22", "2031-11-22"],
  ["2028-02-29", "2033-02-28"],
  ["2025-02-28", "2030-02-28"],
])("an overdue that ended on %s is deleted after %s", (ended, deleted) => {
  expect(formatDay(deletableOn(day(ended)))).toBe(deleted);
});

/** Closes from a day on, each a day later, with these days overdue. */
function closes(from: string, daysOverdue: readonly number[]): readonly RecordDay[] {
  return daysOverdue.map((overdue, index) => ({ date: addDays(day(from), index), daysOverdue: overdue }));
}

const counting = (from: number, length: number): readonly number[] =>
  Array.from({ length }, (_, index) => from + index);

/** Due on 2026-01-20; nothing is paid until the close of 2026-04-09, when all that is overdue is. */
const unpaid = [...closes("2026-01-01", Array(20).fill(0)), ...closes("2026-01-21", counting(1, 78))];

test.each<[string, readonly RecordDay[], readonly (readonly [string, string])[]]>([
  ["nothing overdue", closes("2026-02-01", Array(28).fill(0)), [["2026-02", "N"]]],
  ["late by some days, paid within the month", closes("2026-02-01", [0, 0, 1, 2, 3, 0, 0]), [["2026-02", "M"]]],
  [
    "late by one day, which no close shows",
    [{ date: day("2026-02-03"), daysOverdue: 0, paidLate: true }],
    [["2026-02", "M"]],
  ],
  [
    "due on the month's last day, paid on the first",
    [...closes("2026-01-31", [0]), ...closes("2026-02-01", [1, 0])],
    [
      ["2026-01", "N"],
      ["2026-02", "M"],
    ],
  ],
  [
    "11 days at the end of January, 39 of February, 70 of March, then paid",
    [...unpaid, ...closes("2026-04-09", Array(22).fill(0))],
    [
      ["2026-01", "1"],
      ["2026-02", "2"],
      ["2026-03", "3"],
      ["2026-04", "M"],
    ],
  ],
  [
    "over 180 days over the turn of the year",
    closes("2026-12-31", [185, 186]),
    [
      ["2026-12", "7"],
      ["2027-01", "7"],
    ],
  ],
  ["no days", [], []],
])("month codes: %s", (_, days, codes) => {
  expect(monthCodes(days).map(({ month, code }) => [month, code])).toEqual(codes);
});

test("the order in which the days are given does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...unpaid], { minLength: unpaid.length }), (days) => {
      expect(monthCodes(days)).toEqual(monthCodes(unpaid));
    }),
    sameEachTime(50),
  );
});

test("an agreement may be shown as one of four special transactions", () => {
  expect(
    creditRecordRows()
      .map(({ item }) => item)
      .filter((item) => item.startsWith("special")),
  ).toEqual(["special-1", "special-11", "special-14", "special-16"]);
});
