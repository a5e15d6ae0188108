/** Every kind of cell as people and as machines read it. */

import { describe, expect, test } from "vitest";
import { day } from "../../src/loan/day.ts";
import { BALANCE_LIMIT, fen } from "../../src/loan/money.ts";
import { fraction } from "../../src/loan/rate.ts";
import { humanText, isEmpty, machineText } from "../../src/output/cells.ts";
import { formatShare, plural, shortPercent } from "../../src/output/figures.ts";
import { jsonValue } from "../../src/output/json.ts";
import { type Cell, count, date, difference, EMPTY, label, money, rate, share, text } from "../../src/output/page.ts";

const CASES: readonly (readonly [string, Cell, string, string, unknown])[] = [
  ["nothing owed", money(fen(0)), "0.00", "0.00", 0],
  ["a fen", money(fen(1)), "0.01", "0.01", 0.01],
  ["just below grouping", money(fen(99_999)), "999.99", "999.99", 999.99],
  ["the first to be grouped", money(fen(100_000)), "1,000.00", "1000.00", 1000],
  ["the first negative to be grouped", money(fen(-100_000)), "-1,000.00", "-1000.00", -1000],
  ["three digits and a sign", money(fen(-99_999)), "-999.99", "-999.99", -999.99],
  ["six digits and a sign", money(fen(-12_345_678)), "-123,456.78", "-123456.78", -123456.78],
  ["millions", money(fen(123_456_789)), "1,234,567.89", "1234567.89", 1234567.89],
  ["the largest balance", money(BALANCE_LIMIT), "10,000,000,000,000.00", "10000000000000.00", 1e13],
  ["more", difference(fen(40)), "+0.40", "0.40", 0.4],
  ["less", difference(fen(-123_456)), "-1,234.56", "-1234.56", -1234.56],
  ["no difference", difference(fen(0)), "0.00", "0.00", 0],
  ["a date", date(day("2027-03-01")), "2027-03-01", "2027-03-01", "2027-03-01"],
  ["a count", count(3650), "3650", "3650", 3650],
  ["a share", share(0.2023), "20.23%", "0.2023", 0.2023],
  ["the whole", share(1), "100.00%", "1", 1],
  ["a tiny share", share(0.0000001), "0.00%", "0.0000001", 0.0000001],
  ["a tiny negative share", share(-0.0000001), "0.00%", "-0.0000001", -0.0000001],
  ["a rate", rate(fraction(3n, 4_000n)), "0.075%", "0.00075", "0.00075"],
  ["a rate without end", rate(fraction(1n, 3_000n)), "0.0333333333%", "0.00033333333333333333", "1/3000"],
  ["minus zero", share(-0), "0.00%", "0", -0],
  ["free text", text("网商贷"), "网商贷", "网商贷", "网商贷"],
  ["a word", label("never", "永不", "bad"), "永不", "never", "never"],
  ["yes", label(true, "是"), "是", "true", true],
  ["nothing", EMPTY, "", "", null],
];

describe("a cell", () => {
  test.each(CASES)("%s", (_, cell, human, machine, json) => {
    expect(humanText(cell)).toBe(human);
    expect(machineText(cell)).toBe(machine);
    expect(jsonValue(cell)).toBe(json);
  });

  test("of zero or without content is empty; a date, a word and a fen are not", () => {
    for (const cell of [
      money(fen(0)),
      difference(fen(0)),
      count(0),
      share(0),
      rate(fraction(0n, 1n)),
      text(""),
      EMPTY,
    ]) {
      expect(isEmpty(cell)).toBe(true);
    }
    for (const cell of [money(fen(1)), date(day("1970-01-01")), label(false, "no"), text("0")]) {
      expect(isEmpty(cell)).toBe(false);
    }
  });

  test("that is not a number is a bug", () => {
    expect(() => humanText(share(Number.NaN))).toThrow("not a share");
    expect(() => machineText(share(Number.POSITIVE_INFINITY))).toThrow("not a number");
  });
});

describe("figures in sentences", () => {
  test("percentages do without zeros at the end", () => {
    expect([0.36, 0.005, 0.2023, 0, 1, 0.1].map(shortPercent)).toEqual(["36%", "0.5%", "20.23%", "0%", "100%", "10%"]);
    expect(formatShare(0.36)).toBe("36.00%");
  });

  test("one day, more days", () => {
    expect([0, 1, 2].map((days) => plural(days, "day", "days"))).toEqual(["0 days", "1 day", "2 days"]);
  });
});
