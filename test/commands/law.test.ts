/** `law` as it is typed: every table, in both languages and all formats. */

import { describe, expect, test } from "vitest";
import { LAW_TABLES } from "../../src/law/tables.ts";
import { sourceInWords } from "../../src/messages/zh/sources.ts";
import { overdueSim, printed } from "../command-line/in-process.ts";

interface Row {
  readonly table: string;
  readonly item: string;
  readonly from: string;
  readonly until: string | null;
  readonly yearlyRate: string | null;
  readonly source: string;
  readonly sure: string;
}

async function rowsOf(...words: readonly string[]): Promise<readonly Row[]> {
  return (JSON.parse(await printed(["law", ...words, "--json"])) as { readonly rows: readonly Row[] }).rows;
}

describe("law lpr --json", () => {
  test("gives the rate of each day exactly: 3.85 % in 2021, 3 % since 2025-05-20", async () => {
    const rows = await rowsOf("lpr");
    const on = (item: string, day: string): Row | undefined =>
      rows.find((row) => row.item === item && row.from <= day && (row.until === null || day <= row.until));
    expect(on("lpr1y", "2021-06-30")).toMatchObject({ yearlyRate: "0.0385", from: "2020-04-20", until: "2021-12-19" });
    expect(on("lpr1y", "2026-09-20")).toMatchObject({ yearlyRate: "0.03", until: "2026-09-20" });
    expect(on("lpr5y", "2021-06-30")).toMatchObject({ yearlyRate: "0.0465" });
  });

  test("is the same in every language", async () => {
    expect(await printed(["law", "lpr", "--json", "--lang", "zh"])).toBe(await printed(["law", "lpr", "--json"]));
  });
});

test("every row of every table has a source and says how sure it is", async () => {
  const rows = await rowsOf();
  expect([...new Set(rows.map(({ table }) => table))]).toEqual(LAW_TABLES.map(({ name }) => name));
  for (const { source, sure } of rows) {
    expect(source).not.toBe("");
    expect(sure).toMatch(/^(verified-|known$|assumed$)/);
  }
});

test.each(LAW_TABLES.map(({ name }) => name))("the page of %s shows its sources in both languages", async (name) => {
  const [english, chinese] = await Promise.all(["en", "zh"].map((one) => printed(["law", name, "--lang", one])));
  const [first] = await rowsOf(name);
  expect(english).toContain(first?.source);
  expect(chinese).toContain(sourceInWords(first?.source ?? ""));
  expect(english).toContain("not legal advice");
  expect(chinese).toContain("不是法律意见");
});

test.each(["csv", "json", "ndjson", "md", "html"])("law prints as %s", async (format) => {
  expect(await printed(["law", "enforcement", "--format", format])).toContain("0.0175%/day");
});

test("one empty line stands between the parts of the tables as Markdown, also under a title without sentences", async () => {
  const printedAsMarkdown = await printed(["law", "--format", "md"]);
  expect(printedAsMarkdown).toMatch(/\n## .+\n\n\| About/);
  expect(printedAsMarkdown).not.toContain("\n\n\n");
});

test("a table that does not exist is told with the nearest one", async () => {
  const { status, stdout, stderr } = await overdueSim(["law", "lrp"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("lpr");
});
