/** CSV that scripts and spreadsheets can both trust. */

import { parse } from "csv-parse/sync";
import { array, constantFrom, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "../../src/loan/money.ts";
import { harmless } from "../../src/output/csv-text.ts";
import { write } from "../../src/output/formats/csv.ts";
import { count, difference, EMPTY, money, type Table, text } from "../../src/output/page.ts";
import { assertLaw } from "./law.ts";
import { dayTable, joined, STRATEGIES } from "./pages.ts";

function written(table: Table): string {
  return joined(write({ table }, { byteOrderMark: false }));
}

describe("CSV", () => {
  test("has English keys in every language, every column, machine numbers and one line feed a row", () => {
    expect(written(dayTable("zh", 2))).toBe(
      "date,days_overdue,accrued_interest,accrued_penalty,payment,to_penalty,to_principal,principal,total_owed\n" +
        "2026-11-23,91,0.00,40.00,50.00,40.00,10.00,49990.00,49990.00\n" +
        "2026-11-24,92,0.00,40.00,50.00,40.00,10.00,49980.00,49980.00\n",
    );
  });

  test("keeps a field for every cell where all are empty", () => {
    const columns = dayTable("en").columns.slice(0, 3);
    expect(
      written({
        columns,
        rows: [
          [EMPTY, EMPTY, EMPTY],
          [EMPTY, count(0), EMPTY],
        ],
      })
        .split("\n")
        .slice(1),
    ).toEqual([",,", ",0,", ""]);
  });

  test("without rows is its header", () => {
    expect(written({ columns: dayTable("en").columns.slice(0, 2), rows: [] })).toBe("date,days_overdue\n");
  });

  test("begins with a byte-order mark only where asked", () => {
    expect(joined(write({ table: dayTable("en", 0) }, { byteOrderMark: true })).startsWith("\ufeffdate,")).toBe(true);
    expect(written(dayTable("en", 0)).startsWith("date,")).toBe(true);
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1", "＋1", "－1", "＠x"])(
    "makes the text %j harmless",
    (formula) => {
      expect(harmless(formula)).toBe(`'${formula}`);
    },
  );

  test("leaves numbers and ordinary text alone", () => {
    expect(["网商贷", "a=b", "'x", ""].map(harmless)).toEqual(["网商贷", "a=b", "'x", ""]);
    const columns = dayTable("en").columns.slice(0, 2);
    expect(written({ columns, rows: [[money(fen(-1_230)), difference(fen(-5))]] })).toContain("\n-12.30,-0.05\n");
  });

  test("is read back by a CSV library as it was, whatever users wrote", () => {
    const words = array(constantFrom(..."a,\"\n\r ;|=罚’-'"), { maxLength: 12 }).map((list) => list.join(""));
    assertLaw(
      property(array(tuple(words, words), { minLength: 1, maxLength: 5 }), (pairs) => {
        const columns = dayTable("en").columns.slice(0, 2);
        const rows = pairs.map(([left, right]) => [text(`x${left}`), text(`x${right}`)]);
        const records: string[][] = parse(written({ columns, rows }), { relax_quotes: false });
        const expected = pairs.map((pair) => pair.map((part) => `x${part}`.replace(/[\n\r]+/g, " ")));
        expect(records.slice(1)).toEqual(expected);
      }),
    );
  });

  test("of a comparison", async () => {
    await expect(written(STRATEGIES)).toMatchFileSnapshot("golden/strategies.csv");
  });
});
