/** CSV in a real spreadsheet: figures arrive as numbers, dates as dates, names as text, Chinese as it was. */

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const COMMAND = resolve("dist/overdue-sim.cjs");

/** `.ci/run` installs LibreOffice and asks for it; elsewhere the tests say that they were left out. */
const isHere = process.env["CI"] === "true" || canRun("soffice");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "overdue-sim-spreadsheet-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

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
    const cells = opened("names", ["compare", "--principal", "50000", "--strategy", `${name}=daily:50`, "--bom"]);
    const cell = cells.get("A2");
    expect(cell?.kind).toBe("string");
    expect(cell?.value.replace(/^'/, "")).toBe(name);
  });
});

interface SpreadsheetCell {
  readonly kind: string;
  readonly value: string;
}

/** Writes the command's CSV, lets LibreOffice open it and save it as a flat document, and reads the cells of that. */
function opened(name: string, command: readonly string[]): ReadonlyMap<string, SpreadsheetCell> {
  const csv = execFileSync(process.execPath, [COMMAND, ...command, "--csv"]);
  writeFileSync(join(folder, `${name}.csv`), csv);
  // Comma, quotation mark, UTF-8, from line 1, numbers and dates recognised as when a person opens the file.
  const filter = "CSV:44,34,76,1,,1033,false,true";
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      `--infilter=${filter}`,
      "--convert-to",
      "fods",
      "--outdir",
      folder,
      join(folder, `${name}.csv`),
    ],
    { stdio: "ignore" },
  );
  return cellsOf(readFileSync(join(folder, `${name}.fods`), "utf8"));
}

function cellsOf(document: string): ReadonlyMap<string, SpreadsheetCell> {
  const cells = new Map<string, SpreadsheetCell>();
  let row = 0;
  for (const [rowText] of document.matchAll(/<table:table-row[\s\S]*?<\/table:table-row>/g)) {
    row += 1;
    let column = 0;
    for (const [cellText, attributes = "", content = ""] of rowText.matchAll(
      /<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g,
    )) {
      const kind = /office:value-type="([^"]+)"/.exec(attributes)?.[1];
      const value =
        /office:(?:date-)?value="([^"]+)"/.exec(attributes)?.[1] ??
        content
          .replace(/<[^>]+>/g, "")
          .replaceAll("&apos;", "'")
          .trim();
      if (kind !== undefined && cellText !== "")
        cells.set(`${String.fromCharCode(65 + column)}${row}`, { kind, value });
      column += Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1);
    }
  }
  return cells;
}

function canRun(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
