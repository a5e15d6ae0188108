/** What a workbook holds for whoever opens it and works nothing out. */

import { readFileSync } from "node:fs";
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

/** A file out of an archive, found by its directory at the end (APPNOTE of the ZIP format, 4.3.12). */
function fileIn(archive: Buffer, name: string): string {
  const entry = archive.lastIndexOf(name) - 46;
  const [size, start] = [archive.readUInt32LE(entry + 20), archive.readUInt32LE(entry + 42)];
  const content = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  return inflateRawSync(archive.subarray(content, content + size)).toString("utf8");
}
