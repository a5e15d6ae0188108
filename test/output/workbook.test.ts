/** What a workbook holds for whoever opens it and works nothing out. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { emptyFolder, printed } from "../command-line/overdue-sim.ts";

test("a total is a formula, and beside it stands what it comes to", () => {
  const folder = emptyFolder();
  const loan = ["--principal", "50000", "--daily", "50", "--days", "2", "--as-of", "2026-11-22"];
  printed(["simulate", ...loan, "--format", "xlsx", "-o", "days.xlsx"], { folder });
  const rows = fileIn(readFileSync(join(folder, "days.xlsx")), "xl/worksheets/sheet2.xml");
  const totals = [...rows.matchAll(/<c r="(\w+)"[^>]*><f>([^<]*)<\/f><v>([^<]*)<\/v>/g)].map(([, ...parts]) => parts);
  // 50,000 × 0.05 % × 1.5 = 37.50, then 49,987.50 × 0.075 % = 37.49; 50.00 is paid on each day, 12.50 and 12.51 of it to principal.
  expect(totals).toContainEqual(["E4", "SUM(E2:E3)", "74.99"]);
  expect(totals).toContainEqual(["I4", "SUM(I2:I3)", "100"]);
  expect(totals).toContainEqual(["N4", "SUM(N2:N3)", "25.01"]);
  expect(totals).toContainEqual(["H4", "SUM(H2:H3)", "0"]);
  expect(rows.match(/<f>/g)?.length).toBe(totals.length);
});

test("a statement stands there line by line also where its worksheet is asked for", () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "statement.csv"), "date,kind,amount,claimed_total\n2026-01-12,payment,100,50275.00\n");
  const loan = ["--principal", "50000", "--as-of", "2026-01-02", "--statement", "statement.csv", "--worksheet"];
  printed(["audit", ...loan, "--format", "xlsx", "-o", "audit.xlsx"], { folder });
  const values = (sheet: number): (string | undefined)[] => {
    const cells = fileIn(readFileSync(join(folder, "audit.xlsx")), `xl/worksheets/sheet${sheet}.xml`);
    return [...cells.matchAll(/<v>([^<]*)<\/v>/g)].map(([, value]) => value);
  };
  // 50,000 × 0.075 % × 10 = 375.00, less 100.00 paid.
  expect(values(2)).toContain("375");
  expect(values(3)).toContain("50275");
});

test("the formats of cells have numbers that no program takes for those of its own", () => {
  const folder = emptyFolder();
  printed(["law", "--format", "xlsx", "-o", "law.xlsx"], { folder });
  const styles = fileIn(readFileSync(join(folder, "law.xlsx")), "xl/styles.xml");
  const numbers = (pattern: RegExp): number[] => [...styles.matchAll(pattern)].map(([, number]) => Number(number));
  const own = numbers(/<numFmt numFmtId="(\d+)"/g);
  // Below 164 stand those that every program knows (ECMA-376, part 1, 18.8.30).
  expect(own.length).toBeGreaterThan(2);
  expect(Math.min(...own)).toBe(164);
  const used = new Set(numbers(/<xf [^>]*numFmtId="(\d+)"/g));
  expect([...used].toSorted()).toEqual([0, ...own]);
});

test("what the law has as a yearly rate is a number in the workbook too", () => {
  const folder = emptyFolder();
  printed(["law", "lpr", "--format", "xlsx", "-o", "law.xlsx"], { folder });
  const rows = fileIn(readFileSync(join(folder, "law.xlsx")), "xl/worksheets/sheet2.xml");
  // The first one-year rate, of 2019-08-20: 4.25 %.
  expect(/<c r="F2"[^>]*><v>([^<]*)</.exec(rows)?.[1]).toBe("0.0425");
});

test.each([
  ["what stands for another character in a workbook", "a_x0041_b", "a_x005F_x0041_b"],
  ["what is no character", "a\uffffb", "a?b"],
  ["more than a cell can hold", "网".repeat(40_000), `${"网".repeat(32_766)}…`],
])("a name of %s does no harm", (_, name, written) => {
  const folder = emptyFolder();
  const scenarios = [{ name, strategy: "daily:50" }];
  const file = JSON.stringify({ schema: "overdue-sim/scenarios@1", scenarios });
  writeFileSync(join(folder, "ways.json"), file);
  const loan = ["--principal", "50000", "--as-of", "2026-11-22"];
  printed(["compare", ...loan, "--scenarios", "ways.json", "--format", "xlsx", "-o", "ways.xlsx"], { folder });
  const texts = fileIn(readFileSync(join(folder, "ways.xlsx")), "xl/sharedStrings.xml");
  const each = [...texts.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = ""]) => text);
  expect(each).toContain(written);
  expect(Math.max(...each.map(({ length }) => length))).toBeLessThanOrEqual(32_767);
});

/** A file out of an archive, found by its directory at the end (APPNOTE of the ZIP format, 4.3.12). */
function fileIn(archive: Buffer, name: string): string {
  const entry = archive.lastIndexOf(name) - 46;
  const [size, start] = [archive.readUInt32LE(entry + 20), archive.readUInt32LE(entry + 42)];
  const content = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  return inflateRawSync(archive.subarray(content, content + size)).toString("utf8");
}
