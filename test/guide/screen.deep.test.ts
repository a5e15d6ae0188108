/** What the eye meets in a real terminal: the answer first, its chart, and how to have less of it. */

import { cpSync } from "node:fs";
import { expect, test } from "vitest";
import * as english from "../../src/messages/en/simulate.ts";
import * as chinese from "../../src/messages/zh/simulate.ts";
import { displayWidth } from "../../src/output/width.ts";
import { emptyFolder, FIXTURES } from "../command-line/overdue-sim.ts";
import { openPane } from "./terminal.ts";

const SIMULATE = "overdue-sim simulate --principal 50000 --days-overdue 90 --as-of 2026-11-22 --daily 50";

async function shownBy(line: string, settings: { columns?: number; rows?: number } = {}): Promise<string> {
  const folder = emptyFolder();
  cpSync(FIXTURES, folder, { recursive: true });
  const shown = await openPane(line, { folder, ...settings }).until("exit status");
  return shown.slice(0, shown.lastIndexOf("exit status"));
}

test("the bar stands between the verdict and what to do next", async () => {
  for (const columns of [60, 80, 120]) {
    const shown = await shownBy(SIMULATE, { columns });
    const places = ["Owed on", "At least 37.50", "Of each payment", english.nextCommand.slice(0, 40)];
    const found = places.map((text) => shown.indexOf(text));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(found[0]).toBe(0);
    expect(shown.split("\n").filter((text) => displayWidth(text) > columns)).toEqual([]);
  }
});

test.each([
  ["en", english.whenLong],
  ["zh", chinese.whenLong],
])("a table longer than the screen says how it is shorter: %s", async (language, hint) => {
  const line = `${SIMULATE} --days 25 --lang ${language}`;
  expect(await shownBy(line, { rows: 24 })).toContain(hint);
  expect(await shownBy(line, { rows: 40 })).not.toContain(hint);
  expect(await shownBy(`${line} --every month`, { rows: 12 })).not.toContain(hint);
  expect(await shownBy(`${line} | cat`, { rows: 12 })).not.toContain(hint);
});

test("the lines of a book are alone on the terminal", async () => {
  const shown = await shownBy("overdue-sim batch loans.csv", { columns: 300 });
  expect(shown).toMatch(/^id,from,to,/);
  expect(shown).not.toContain("a second");
});
