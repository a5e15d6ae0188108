/** The spreadsheets behind the stories of several debts: LibreOffice works them out anew, and their months are ours to the fen. */

import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerTo, DEBTS_STORIES, monthsOf, sheetIn, storyPath } from "../stories/several-debts.ts";
import { canRun } from "./programs.ts";
import { type Sheet, sheetsOf } from "./sheets.ts";

/** `.ci/run` installs LibreOffice and asks for it; elsewhere the tests say that they were left out. */
const isHere = process.env["CI"] === "true" || canRun("soffice");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "overdue-sim-debts-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

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

function rowsOf(sheet: Sheet, length: number): readonly (readonly string[])[] {
  const columns = [...new Set([...sheet.keys()].map((place) => place.replace(/\d+$/, "")))].toSorted(
    (one, other) => one.length - other.length || (one < other ? -1 : 1),
  );
  return Array.from({ length }, (_, row) => columns.map((column) => sheet.get(`${column}${row + 1}`)?.value ?? ""));
}
