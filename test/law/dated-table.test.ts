/** A dated table: the row of a day, before the table, after it, and the faults for which none is built. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type DatedRow, DatedTable } from "../../src/law/law-table.ts";
import { addDays, day } from "../../src/loan/day.ts";

const FIRST: DatedRow<string> = {
  from: day("2020-01-01"),
  until: day("2020-12-31"),
  value: "first",
  source: "a law",
  sure: "verified-strong",
};
const SECOND: DatedRow<string> = { ...FIRST, from: day("2021-01-01"), until: day("2021-06-30"), value: "second" };

test.each([
  ["2019-12-31", null, false],
  ["2020-01-01", "first", false],
  ["2020-12-31", "first", false],
  ["2021-01-01", "second", false],
  ["2021-06-30", "second", false],
  ["2021-07-01", "second", true],
  ["2099-01-01", "second", true],
])("on %s: %s, beyond the table: %s", (on, value, isBeyondTable) => {
  const found = new DatedTable("test", [FIRST, SECOND]).rowOn(day(on));
  expect(found?.row.value ?? null).toBe(value);
  expect(found?.isBeyondTable ?? false).toBe(isBeyondTable);
});

test("what is still in force has no day beyond it", () => {
  const found = new DatedTable("test", [FIRST, { ...SECOND, until: null }]).rowOn(day("2099-01-01"));
  expect(found).toMatchObject({ row: { value: "second" }, isBeyondTable: false });
});

test.each<[string, string, readonly DatedRow<string>[]]>([
  ["no rows", "without rows", []],
  ["a gap", "row 2 does not begin the day after", [FIRST, { ...SECOND, from: day("2021-01-02") }]],
  ["an overlap", "row 2 does not begin the day after", [FIRST, { ...SECOND, from: day("2020-12-31") }]],
  ["out of order", "row 2 does not begin the day after", [SECOND, FIRST]],
  ["a row after one still in force", "row 2 does not begin the day after", [{ ...FIRST, until: null }, SECOND]],
  ["an end before the start", "row 1 ends before it starts", [{ ...FIRST, until: day("2019-12-31") }]],
  ["no source", "row 2 has no source", [FIRST, { ...SECOND, source: " " }]],
])("a faulty table throws: %s", (_, message, rows) => {
  expect(() => new DatedTable("test", rows)).toThrow(message);
});

const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 6 });

test("of rows that follow one another, each day has the one that covers it; with one moved by a day there is no table", () => {
  fc.assert(
    fc.property(lengths, fc.nat(), fc.boolean(), (days, pick, later) => {
      const rows: DatedRow<string>[] = [];
      for (const length of days) {
        const from = addDays(rows.at(-1)?.until ?? FIRST.from, 1);
        rows.push({ ...FIRST, from, until: addDays(from, length - 1), value: `row ${rows.length}` });
      }
      const table = new DatedTable("test", rows);
      for (const row of rows) {
        expect(table.rowOn(row.from)).toEqual({ row, isBeyondTable: false });
        expect(row.until === null ? null : table.rowOn(row.until)).toEqual({ row, isBeyondTable: false });
      }
      const moved = pick % rows.length;
      if (moved === 0) return;
      const faulty = rows.map((row, index) =>
        index === moved ? { ...row, from: addDays(row.from, later ? 1 : -1), until: null } : row,
      );
      expect(() => new DatedTable("test", faulty)).toThrow();
    }),
  );
});
