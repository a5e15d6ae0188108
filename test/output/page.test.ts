/** A whole page for people, on a terminal, in a file and as Markdown. */

import { expect, test } from "vitest";
import { pageMarkdown } from "../../src/output/formats/md.ts";
import { pageText } from "../../src/output/formats/table.ts";
import type { Page } from "../../src/output/page.ts";
import { stylesOf } from "../../src/output/style.ts";
import { displayWidth } from "../../src/output/width.ts";
import { joined, looksOf, MONTH_PAGE, STRATEGIES, UNLIMITED } from "./pages.ts";

test("a page on a terminal of 80 columns", async () => {
  const text = joined(pageText(MONTH_PAGE, looksOf(80)));
  for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(80);
  await expect(text).toMatchFileSnapshot("golden/page-80.txt");
});

test("a page in a file is neither wrapped nor coloured", async () => {
  await expect(joined(pageText(MONTH_PAGE, UNLIMITED))).toMatchFileSnapshot("golden/page-unlimited.txt");
});

test("good and bad news have their colours where there are colours", async () => {
  const text = joined(pageText(MONTH_PAGE, { ...UNLIMITED, styles: await stylesOf(true) }));
  expect(text).toContain("\x1b[31mOf the 250.00");
  expect(text).toContain("\x1b[32m每天还");
});

test("a page as Markdown", async () => {
  const page: Page = { sections: [...MONTH_PAGE.sections, { kind: "table", table: STRATEGIES }] };
  await expect(joined(pageMarkdown(page))).toMatchFileSnapshot("golden/page.md");
});

test.each([
  ["a|b", "a\\|b"],
  ["<b>x</b> &lt; [y](z) `q` ~w~ *v*", "\\<b\\>x\\</b\\> \\&lt; \\[y\\](z) \\`q\\` \\~w\\~ \\*v\\*"],
  ["days_overdue _x_", "days_overdue \\_x\\_"],
  ["# no heading", "\\# no heading"],
  ["- no list", "\\- no list"],
  ["1. no list", "1\\. no list"],
  ["> no quotation", "\\> no quotation"],
  ["--rate and #1 and 1.5 stay", "--rate and #1 and 1.5 stay"],
  ["---", "\\---"],
  ["two\nlines\x1b[2J", "two lines?"],
])("Markdown shows %j as it stands", (text, written) => {
  expect(joined(pageMarkdown({ sections: [{ kind: "sentences", sentences: [{ text }] }] }))).toBe(`${written}\n`);
});
