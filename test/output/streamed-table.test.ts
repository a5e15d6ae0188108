/** The streamed table: aligned by display width, fitted to the terminal, nothing cut. */

import { describe, expect, test } from "vitest";
import { fen } from "../../src/loan/money.ts";
import { type Column, count, difference, EMPTY, money, share, type Table, text } from "../../src/output/page.ts";
import { streamedTable } from "../../src/output/streamed-table.ts";
import { stylesOf } from "../../src/output/style.ts";
import { displayWidth } from "../../src/output/width.ts";
import { dayTable, joined, looksOf, STRATEGIES, UNLIMITED } from "./pages.ts";

function column(key: string, more: Partial<Column> = {}): Column {
  return { key, title: key, align: "right", importance: 1, ...more };
}

function linesOf(table: Table, width: number | null): string[] {
  return joined(streamedTable(table, { ...UNLIMITED, width }))
    .trimEnd()
    .split("\n");
}

describe("the table", () => {
  test("of a month of payments, in both languages and at three widths", async () => {
    const all = (["en", "zh"] as const).flatMap((language) =>
      [null, 80, 60, 30].map(
        (width) => `${language}, ${width ?? "no limit"}\n\n${linesOf(dayTable(language), width).join("\n")}\n`,
      ),
    );
    await expect(all.join("\n")).toMatchFileSnapshot("golden/day-table.txt");
  });

  test("with free text wraps it only where it must", async () => {
    const all = [null, 80, 60].map((width) => `${width ?? "no limit"}\n\n${linesOf(STRATEGIES, width).join("\n")}\n`);
    await expect(all.join("\n")).toMatchFileSnapshot("golden/strategies.txt");
  });

  test.each([120, 80, 60, 40])("keeps to %i columns, and right-aligned figures end in one column", (width) => {
    for (const language of ["en", "zh"] as const) {
      const lines = linesOf(dayTable(language), width);
      for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      const underline = lines.findIndex((line) => line.startsWith("---"));
      const rows = lines.slice(underline + 1, underline + 6);
      expect(new Set(rows.map(displayWidth))).toEqual(new Set([displayWidth(lines[underline] ?? "")]));
    }
  });

  test("begins every column of a Chinese table at the same place", () => {
    const [, , underline = "", ...rows] = linesOf(STRATEGIES, null);
    const start = underline.lastIndexOf("--  --") + 4;
    for (const row of rows) {
      const word = row.slice(-1);
      expect(["是", "否"]).toContain(word);
      expect(displayWidth(row.slice(0, -1))).toBe(start);
    }
  });

  test("leaves out columns of zeros that may be left out, and no others", () => {
    const table: Table = {
      columns: [column("a"), column("b", { hideWhenEmpty: true }), column("c", { hideWhenEmpty: true })],
      rows: [
        [money(fen(0)), money(fen(0)), EMPTY],
        [money(fen(0)), EMPTY, money(fen(1))],
      ],
    };
    expect(linesOf(table, null)).toEqual(["   a     c", "----  ----", "0.00", "0.00  0.01"]);
  });

  test("without rows shows its headings", () => {
    expect(linesOf({ columns: [column("a", { hideWhenEmpty: true }), column("b")], rows: [] }, null)).toEqual([
      "a  b",
      "-  -",
    ]);
  });

  test("makes room for the widest figure, whatever comes before it", () => {
    const figures = [
      EMPTY,
      difference(fen(0)),
      difference(fen(4)),
      count(999_999),
      money(fen(50)),
      share(12.5),
      difference(fen(-99_999)),
      money(fen(100_000)),
    ];
    for (let turn = 0; turn < figures.length; turn += 1) {
      const turned = [...figures.slice(turn), ...figures.slice(0, turn)];
      const [, underline, ...rows] = linesOf({ columns: [column("a")], rows: turned.map((cell) => [cell]) }, null);
      expect(underline).toBe("-".repeat("1,000.00".length));
      for (const row of rows) expect([0, 8]).toContain(row.length);
    }
  });

  test("drops the least important columns first, the last of equals before the first, and says so", () => {
    const columns = [column("aaaa", { importance: 2 }), column("bbbb"), column("cccc")];
    const table: Table = { columns, rows: [[count(1), count(2), count(3)]] };
    expect(linesOf(table, 10)).toEqual([
      "aaaa  bbbb",
      "----  ----",
      "   1     2",
      "left out",
      "for width:",
      "cccc; see",
      "--csv or a",
      "wider",
      "terminal",
    ]);
  });

  test("never cuts a figure, not even where nothing fits", () => {
    expect(linesOf({ columns: [column("a")], rows: [[money(fen(123_456_789))]] }, 4).at(-1)).toBe("1,234,567.89");
  });

  test("shows no control character of a name, and colours only where asked", async () => {
    const table: Table = { columns: [column("name", { align: "left" })], rows: [[text("a\x1b[31mb\u202ec\x9bd")]] };
    expect(linesOf(table, null).at(-1)).toBe("a?bc?");
    expect(joined(streamedTable(STRATEGIES, UNLIMITED))).not.toContain("\x1b");
    const coloured = joined(streamedTable(STRATEGIES, { ...looksOf(80), styles: await stylesOf(true) }));
    expect(coloured).toContain("\x1b[32m是");
    const uncoloured = coloured.replace(/\x1b\[\d+m/g, "").replace(/ +$/gm, "");
    expect(uncoloured).toBe(joined(streamedTable(STRATEGIES, looksOf(80))));
  });

  test("with a row too short is a bug", () => {
    expect(() => linesOf({ columns: [column("a"), column("b")], rows: [[count(1)]] }, null)).toThrow(
      "1 cells in a table of 2",
    );
  });
});
