/** How a report and what makes it live share the room of a file. */

import { expect, test } from "vitest";
import { coverWords as words } from "../../src/messages/en/report.ts";
import { write } from "../../src/output/formats/html.ts";
import type { Report } from "../../src/output/report.ts";
import { dayTable } from "./pages.ts";

/** A row by day takes some 150 bytes, so that 300 of them stay below what an answer may have. */
const days = dayTable("en", 300);
const months = dayTable("en", 10);
const report: Report = {
  kind: "report",
  page: () => ({ sections: [{ kind: "table", table: days }] }),
  shorterPage: () => ({ sections: [{ kind: "table", table: months }] }),
  table: days,
  document: () => ({}),
  cover: async () => ({ name: null, title: "Days", highlights: [], sources: [], words }),
};
const written = async (programBytes: number, one: Report = report): Promise<string> => {
  const live = { run: "{}", program: `digest\n${"x".repeat(programBytes)}` };
  return [...(await write(one, { live }))].join("");
};
const rowsOf = (text: string): number => text.split("<tr>").length - 2;

test("a page that has no room for both has a row a month and the program, not a row a day and none", async () => {
  expect(rowsOf(await written(1_000))).toBe(300);
  const tight = await written(230_000);
  expect(rowsOf(tight)).toBe(10);
  expect(tight).toContain('id="program"');
  const { shorterPage: _, ...onlyDays } = report;
  const long = await written(230_000, onlyDays);
  expect(rowsOf(long)).toBe(300);
  expect(long).not.toContain('id="program"');
  expect(long).toContain(words.whatIf.tooLong);
});
