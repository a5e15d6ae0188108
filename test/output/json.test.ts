/** JSON: one document, streamed, with nothing lost and nothing a terminal obeys. */

import { describe, expect, test } from "vitest";
import { BALANCE_LIMIT, fen, yuan } from "../../src/loan/money.ts";
import { documentText } from "../../src/output/formats/json.ts";
import { write } from "../../src/output/formats/ndjson.ts";
import { type JsonDocument, jsonRows } from "../../src/output/json.ts";
import { count, type Table } from "../../src/output/page.ts";
import { dayTable, joined, STRATEGIES } from "./pages.ts";

describe("JSON", () => {
  test("is laid out as JSON.stringify does it, though it is streamed", () => {
    const rows = [...jsonRows(dayTable("en", 3))];
    const document = {
      schema: "overdue-sim/simulate@1",
      input: { list: [1, [2, []]], nothing: null },
      none: [],
      empty: {},
      rows,
    };
    const expected = `${JSON.stringify(document, null, 2)}\n`;
    expect(joined(documentText(document))).toBe(expected);
    expect(joined(documentText({ ...document, rows: jsonRows(dayTable("zh", 3)) }))).toBe(expected);
    expect(joined(documentText({}))).toBe("{}\n");
  });

  test("names the columns in camelCase, the same for every language", () => {
    expect([...jsonRows(dayTable("zh", 1))]).toEqual([
      {
        date: "2026-11-23",
        daysOverdue: 91,
        accruedInterest: 0,
        accruedPenalty: 40,
        payment: 50,
        toPenalty: 40,
        toPrincipal: 10,
        principal: 49990,
        totalOwed: 49990,
      },
    ]);
  });

  test("prints money as a number of at most two decimals, up to the engine's limit", () => {
    expect(JSON.stringify([1, 10, 105, -123_456, BALANCE_LIMIT - 1].map((amount) => yuan(fen(amount))))).toBe(
      "[0.01,0.1,1.05,-1234.56,9999999999999.99]",
    );
  });

  test("has one row a line as ndjson", () => {
    const lines = joined(write({ table: STRATEGIES })).split("\n");
    expect(lines.pop()).toBe("");
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([...jsonRows(STRATEGIES)]);
    expect(lines).toHaveLength(3);
  });

  test("escapes what a terminal would obey, and loses nothing", () => {
    const name = "a\x1b[2J\x9b\u202e\u200b\u2028\x7f\u{e0041}罚息\ud800";
    const text = joined(documentText({ name, rows: [name] }));
    expect(text).toMatch(/^[\n\x20-\x7e罚息]*$/);
    expect(JSON.parse(text)).toEqual({ name, rows: [name] });
  });

  test("refuses what JSON has no word for", () => {
    expect(() => joined(documentText({ a: { b: Number.NaN } }))).toThrow("b is not a number");
    const table: Table = {
      columns: [{ key: "a", title: "A", align: "right", importance: 1 }],
      rows: [[count(Number.POSITIVE_INFINITY)]],
    };
    expect(() => joined(write({ table }))).toThrow("a is not a number");
    expect(() => joined(documentText({ a: { b: 1n } } as unknown as JsonDocument))).toThrow("BigInt");
  });
});
