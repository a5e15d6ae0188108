/** CSV in a real spreadsheet: figures arrive as numbers, dates as dates, names as text, Chinese as it was. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderForAll, printed } from "../command-line/overdue-sim.ts";
import { areThere } from "./programs.ts";
import { type Sheet, sheetsOf } from "./sheets.ts";

const isHere = areThere("soffice");

const folder = folderForAll();

describe("LibreOffice opens the CSV", () => {
  test("the day table: numbers are numbers and days are days", ({ skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const cells = opened("days", ["simulate", "--principal", "50000", "--daily", "50", "--as-of", "2026-11-22"]);
    // Row 2 is the first day, row 31 the last; columns as in the header.
    expect(cells.get("A2")).toEqual({ kind: "date", value: "2026-11-23" });
    expect(cells.get("E2")).toEqual({ kind: "float", value: "37.5" });
    expect(cells.get("N31")).toEqual({ kind: "float", value: "12.78" });
    expect(cells.get("T31")).toEqual({ kind: "float", value: "49620.89" });
    expect(cells.get("A32")).toBeUndefined();
  });

  test("differences below zero stay numbers", ({ skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const strategies = ["--strategy", "none", "--strategy", "daily:50", "--baseline", "none"];
    const cells = opened("differences", ["compare", "--principal", "50000", ...strategies, "--days", "30"]);
    expect(cells.get("O3")).toEqual({ kind: "float", value: "-1504.11" });
  });

  test.for(["+1+1", "@SUM(A1)", "-2+3", "网商贷"])("a name such as %s arrives as text", (name, { skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const cells = opened("names", ["compare", "--principal", "50000", `--strategy=${name}=daily:50`, "--bom"]);
    const cell = cells.get("A2");
    expect(cell?.kind).toBe("string");
    expect(cell?.value.replace(/^'/, "")).toBe(name);
  });
});

/** Writes the command's CSV, and lets LibreOffice open it as when a person opens the file. */
function opened(name: string, command: readonly string[]): Sheet {
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, printed([...command, "--csv"]));
  // Comma, quotation mark, UTF-8, from line 1, numbers and dates recognised.
  const [sheet] = sheetsOf(path, "CSV:44,34,76,1,,1033,false,true").values();
  if (sheet === undefined) throw new Error("LibreOffice opened no sheet");
  return sheet;
}
