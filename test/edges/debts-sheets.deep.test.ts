/** The spreadsheets behind the stories of several debts: LibreOffice works them out anew, and their months are ours to the fen. */

import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { folderForAll, printed } from "../command-line/overdue-sim.ts";
import { answerTo, DEBTS_STORIES, monthsOf, sheetIn, storyPath } from "../stories/several-debts.ts";
import { areThere } from "./programs.ts";
import { type Sheet, sheetsOf } from "./sheets.ts";

const isHere = areThere("soffice");

const folder = folderForAll();

describe("worked out by LibreOffice", () => {
  test.for(DEBTS_STORIES)("$name", async (story, { skip }) => {
    if (!isHere) skip("LibreOffice is not installed");
    const path = join(folder, `${story.name}.csv`);
    copyFileSync(storyPath(story, "sheet"), path);
    const [sheet] = sheetsOf(path, "CSV:44,34,76,1,,1033,false,true").values();
    if (sheet === undefined) throw new Error("LibreOffice opened no sheet");
    // Of each debt the figures of a month are formulas.
    expect(sheet.get("F5")?.formula).toContain("MIN");
    const { months } = await answerTo(story);
    expect(monthsOf(rowsOf(sheet, sheetIn(path).length))).toEqual(months);
  });
});

test("a debt keeps its name in the workbook, also one that every object has", ({ skip }) => {
  if (!isHere) skip("LibreOffice is not installed");
  const [list, path] = [join(folder, "names.csv"), join(folder, "names.xlsx")];
  writeFileSync(list, "name,principal,rate\n__proto__,500,18%/year\nconstructor,300,18%/year\n");
  const line = ["plan", "--debts", list, "--budget", "100/month"];
  printed([...line, "--format", "xlsx", "-o", path]);
  const names = [2, 3].map((row) => sheetsOf(path).get("Rows")?.get(`B${row}`)?.value.trim());
  expect(names).toEqual(["__proto__", "constructor"]);
});

test("the workbook of a plan has every month of every debt, and its total is what is paid", ({ skip }) => {
  if (!isHere) skip("LibreOffice is not installed");
  const line = [
    "plan",
    "--debts",
    "fixtures/command-line/debts.csv",
    "--budget",
    "1500/month",
    "--as-of",
    "2026-11-22",
  ];
  const path = join(folder, "plan.xlsx");
  printed([...line, "--format", "xlsx", "-o", path]);
  const { rows, summary, debts } = JSON.parse(printed([...line, "--json"]));
  const sheets = sheetsOf(path);
  const figures = [...(sheets.get("Figures")?.values() ?? [])].map(({ value }) => value);
  expect(figures).toContain("debts.0.sameShare");
  expect(figures).toContain(String(debts[0].totalCost));
  expect(figures).toContain("orders.0.paid");
  const sheet = sheets.get("Rows");
  const last = rows.length * debts.length + 1;
  expect(sheet?.get(`B${last}`)?.value).toBe(debts.at(-1).name);
  expect(Number(sheet?.get(`E${last}`)?.value)).toBe(rows.at(-1).byDebt[debts.at(-1).name].owed);
  expect(sheet?.get(`C${last + 1}`)?.formula).toContain("SUM");
  expect(Number(sheet?.get(`C${last + 1}`)?.value)).toBeCloseTo(summary.paid, 2);
});

function rowsOf(sheet: Sheet, length: number): readonly (readonly string[])[] {
  const columns = [...new Set([...sheet.keys()].map((place) => place.replace(/\d+$/, "")))].toSorted(
    (one, other) => one.length - other.length || (one < other ? -1 : 1),
  );
  return Array.from({ length }, (_, row) => columns.map((column) => sheet.get(`${column}${row + 1}`)?.value ?? ""));
}
