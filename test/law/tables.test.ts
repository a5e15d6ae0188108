/** Every table as it is printed, and the rate for the delay of a judgment. */

import { expect, test } from "vitest";
import { ENFORCEMENT } from "../../src/law/enforcement.ts";
import { LAW_TABLES } from "../../src/law/tables.ts";
import { formatDay } from "../../src/loan/day.ts";
import { fen, formatFen, shareOf } from "../../src/loan/money.ts";
import { formatFraction, fraction, multiply } from "../../src/loan/rate.ts";

test("the tables by name", () => {
  expect(LAW_TABLES.map(({ name }) => name)).toEqual([
    "lpr",
    "cost-lines",
    "limitation",
    "credit-record",
    "classes",
    "enforcement",
  ]);
});

test.each(LAW_TABLES.map((table) => [table.name, table] as const))(
  "every row of %s can be printed",
  (_, { rows, title }) => {
    expect(title.en).not.toBe("");
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(rows).not.toHaveLength(0);
    for (const { item, value, source } of rows) {
      expect(item).toMatch(/^\S+$/);
      expect(value.en).toMatch(/[a-z0-9]/);
      expect(value.en).not.toMatch(/undefined|NaN/);
      expect(value.zh).toMatch(/\p{Script=Han}/u);
      expect(source).not.toBe("");
    }
  },
);

test("rows as a reader meets them", () => {
  const rowsOf = (name: string): readonly string[] =>
    (LAW_TABLES.find((table) => table.name === name)?.rows ?? []).map(
      ({ item, from, until, value }) =>
        `${item} ${formatDay(from)} ${until === null ? "-" : formatDay(until)} ${value.en}`,
    );
  expect(rowsOf("lpr")[0]).toBe("lpr1y 2019-08-20 2019-09-19 4.25%/year");
  expect(rowsOf("lpr").at(-1)).toBe("lpr5y 2025-08-20 2026-09-20 3.5%/year");
  expect(rowsOf("classes").slice(0, 5)).toEqual([
    "loan 2023-07-01 - 0 days overdue: normal",
    "loan 2023-07-01 - 1–90 days overdue: special-mention",
    "loan 2023-07-01 - 91–270 days overdue: substandard",
    "loan 2023-07-01 - 271–360 days overdue: doubtful",
    "loan 2023-07-01 - 361+ days overdue: loss",
  ]);
});

/** The court's own example: 10,000 for the 60 days from 2015-07-04 to 2015-09-01, both counted. */
test("delay of a judgment: 0.0175 % a day is 105.00 on 10,000 in 60 days", () => {
  const rate = ENFORCEMENT.rows[0]?.value.rate ?? null;
  expect(rate === null ? null : formatFraction(rate)).toBe("0.000175");
  expect(rate?.per).toBe("day");
  expect(ENFORCEMENT.rows.map(({ from }) => formatDay(from))).toEqual(["2014-08-01"]);
  const sixtyDays = multiply(rate ?? fraction(0n, 1n), fraction(60n, 1n));
  expect(formatFen(shareOf(fen(1_000_000), sixtyDays))).toBe("105.00");
});

test("违约金 has one name in English, the one that letters use", () => {
  const rules = LAW_TABLES.flatMap(({ rows }) => rows.map(({ value }) => value)).filter(({ zh }) =>
    zh.includes("违约金"),
  );
  expect(rules.length).toBeGreaterThan(2);
  for (const { en } of rules) expect(en).toMatch(/damages for breach|late fees/);
});
