/** The framed tables: Chinese is aligned and complete, and no colour code comes from the library. */

import { expect, test } from "vitest";
import { framedTable } from "../../src/output/framed-table.ts";
import { displayWidth } from "../../src/output/width.ts";
import { joined, looksOf, STRATEGIES, UNLIMITED } from "./pages.ts";

test("a framed table without limit and fitted to a terminal", async () => {
  const all = [UNLIMITED, looksOf(80), looksOf(60)].map((style) => joined(framedTable(STRATEGIES, style)));
  expect(all.join("")).not.toContain("\x1b");
  await expect(all.join("\n")).toMatchFileSnapshot("golden/framed.txt");
});

test.each([110, 80, 60, 45])("keeps to %i columns with all lines of one width", async (width) => {
  const lines = joined(framedTable(STRATEGIES, looksOf(width))).split("\n");
  const framed = lines.filter((line) => line.startsWith("|") || line.startsWith("+"));
  expect(new Set(framed.map(displayWidth)).size).toBe(1);
  for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
});

test("loses no Chinese character when it wraps", async () => {
  const words = "协商分期三十六期停息自二零二六年十二月二十二日起每月应还一千三百八十八元八角九分";
  const table = {
    columns: [{ key: "a", title: "说明", align: "left", importance: 1 } as const],
    rows: [[{ kind: "text", text: words } as const]],
  };
  const text = joined(framedTable(table, looksOf(30)));
  expect(text.replace(/[^\u4e00-\u9fff]/g, "")).toBe(`说明${words}`);
});
