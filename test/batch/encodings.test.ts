/** What bytes a book is of: one that is no UTF-8 is told what it is, once; the mark for spreadsheets is written where asked for. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

const BOOK = "id,principal,days,as_of\na,5000,1,2026-11-22\n";

async function batch(bytes: Uint8Array, ...options: readonly string[]) {
  const folder = emptyFolder();
  writeFileSync(join(folder, "book.csv"), bytes);
  const columns = options.includes("--columns") ? [] : ["--columns", "id,error"];
  return await overdueSim(["batch", "book.csv", ...columns, ...options], { folder });
}

test.each([
  ["with its mark", Buffer.from(`\ufeff${BOOK}`, "utf16le")],
  ["without", Buffer.from(BOOK, "utf16le")],
  ["the other way round", Buffer.from(BOOK, "utf16le").swap16()],
])("UTF-16 %s is refused as a whole", async (_, bytes) => {
  expect(await batch(bytes)).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "overdue-sim: book.csv: “book.csv” is not UTF-8; it looks like UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW-FILE.\n",
  });
});

test("a workbook is refused as one", async () => {
  expect(await batch(Buffer.from("504b0304140006000800", "hex"))).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "overdue-sim: book.csv: “book.csv” is a workbook or an archive. Open it in the spreadsheet program and save the sheet as CSV (UTF-8).\n",
  });
});

test("lines that end with a return alone, as of some spreadsheets of the Mac, are read", async () => {
  const book = `${BOOK}b,"5,000",1,2026-11-22\nc,x,1,2026-11-22\n`;
  const read = await batch(Buffer.from(book));
  expect(read.stdout).toBe("id,error\na,\nb,\nc,principal: “x” is not an amount\n");
  expect(await batch(Buffer.from(book.replaceAll("\n", "\r")))).toEqual(read);
});

test.each([
  ["semicolons", ";", ""],
  ["tabs", "\t", ""],
  ["semicolons, told of in a first line", ";", "sep=;\n"],
  ["what only a first line can tell", "|", "sep=|\n"],
])("a book with %s is read, as other tables are", async (_, separator, before) => {
  const rows = ['b,"5,000",1,2026-11-22', "c,贷,1,2026-11-22", ",,,"].join("\n");
  const header = BOOK.split("\n")[0] ?? "";
  const separated = (text: string): string =>
    text.replaceAll(/"[^"]*"|,/g, (part) => (part === "," ? separator : part));
  const expected = "id,error\na,\nb,\nc,principal: “贷” is not an amount\n";
  const book = `${before}${separated(BOOK)}${separated(rows)}\n`;
  expect((await batch(Buffer.from(book))).stdout).toBe(expected);
  expect((await batch(Buffer.from(book.replaceAll("\n", "\r\n")))).stdout).toBe(expected);
  if (before !== "") return;
  // A piece has no header: the columns that are given say what separates them.
  const piece = book.split("\n").slice(1).join("\n");
  expect((await batch(Buffer.from(piece), "--input-columns", separated(header))).stdout).toBe(expected);
});

test("rows without a header may have a first line that tells what separates them, and end with a return alone", async () => {
  const told = (text: string) => batch(Buffer.from(text), "--input-columns", "id,principal,days,as_of");
  const rows = "a|5000|1|2026-11-22\nb|x|1|2026-11-22\n";
  const read = await told(`sep=|\n${rows}`);
  expect(read.stdout).toBe("id,error\na,\nb,principal: “x” is not an amount\n");
  expect(read.stderr).toContain("book.csv:3:principal: ");
  expect(await told(`sep=|\r${rows.replaceAll("\n", "\r")}`)).toEqual(read);
  expect((await told("a,5000,1,2026-11-22\rb,5000,1,2026-11-22")).stdout).toBe("id,error\na,\nb,\n");
  // Within a line that ends with a line feed, or between quotes, it ends none.
  expect((await told("a\r,5000,1,2026-11-22\n")).stdout).toBe("id,error\na,\n");
  expect((await told('"a\rb",5000,1,2026-11-22')).stdout.trimEnd().split("\n")).toHaveLength(2);
});

test.each([
  ["编号,本金", "b1e0bac52cb1bebdf0"],
  ["id,本金", "69642cb1bebdf0"],
])("a header in GBK is told what it is, not that it names nothing: %s", async (_, header) => {
  expect(await batch(Buffer.concat([Buffer.from(`${header}0a`, "hex"), Buffer.from("a,5000\n")]))).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "overdue-sim: book.csv:1: the line is not UTF-8. Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 FILE > NEW-FILE.\n",
  });
});

test("rates are read with the period that their heading names, as in a list of debts", async () => {
  const rows = ["a,5000,18,2026-11-22,10", "b,5000,18%,2026-11-22,10", "c,5000,0.05%/day,2026-11-22,10"];
  const more = ["d,5000,,2026-11-22,10", "e,5000,万五,2026-11-22,10"];
  const book = ["id,principal,年利率（%）,as_of,days", ...rows, ...more, ""].join("\n");
  // Ten nights of 1.5 × 18 % ÷ 360 on 5,000.00; 万五 is of a day by custom.
  expect(await batch(Buffer.from(book), "--columns", "id,total_owed")).toMatchObject({
    status: 2,
    stdout: "id,total_owed\na,5037.50\nb,5037.50\nc,5037.50\nd,5037.50\ne,\n",
    stderr: expect.stringContaining("book.csv:6:rate: "),
  });
  const twice = await batch(Buffer.from("id,principal,日利率,rate\na,5000,0.05%,\n"));
  expect(twice.stderr).toContain("book.csv:1:rate: the column rate is there twice.");
});

test("a row of totals is no loan, and costs its own line", async () => {
  const { stdout, stderr, status } = await batch(Buffer.from(`${BOOK}合计,5000,,\n`));
  expect(stdout).toBe("id,error\na,\n合计,id: “合计” is a line of totals and no loan\n");
  expect(stderr).toContain("book.csv:3:id: ");
  expect(status).toBe(2);
});

test("lines of JSON that end with a return alone are read", async () => {
  const lines = ["a", "b"].map((id) => `{"id":"${id}","principal":5000,"days":1,"as_of":"2026-11-22"}\r`);
  expect(await batch(Buffer.from(lines.join("")))).toEqual({ status: 0, stdout: "id,error\na,\nb,\n", stderr: "" });
});

test("a byte-order mark before lines of JSON is passed over", async () => {
  const line = '{"id":"a","principal":5000,"days":1,"as_of":"2026-11-22"}\n';
  expect(await batch(Buffer.from(`\ufeff${line}`))).toEqual({ status: 0, stdout: "id,error\na,\n", stderr: "" });
});

test("a quote that is never closed in the header is told as that", async () => {
  const { status, stdout, stderr } = await batch(Buffer.from(BOOK.replace("days", '"days')));
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("book.csv:1: the double quotes that open here do not match.");
});

test("titles above the columns and blank cells behind them are passed over, as in other tables", async () => {
  const row = "b,x,1,2026-11-22,,";
  const book = `某公司借款台账,,,,,\n导出时间：2026-11-22,,,,,\n\n${BOOK.replaceAll("\n", ",,\n")}${row}\nc,5000,1,2026-11-22,,9\n`;
  const { status, stdout, stderr } = await batch(Buffer.from(book));
  const ragged = "line: the line has 6 cells, the header 4";
  expect([status, stdout]).toEqual([2, `id,error\na,\nb,principal: “x” is not an amount\nc,"${ragged}"\n`]);
  expect(stderr).toContain("book.csv:6:principal: “x” is not an amount.");
  expect(stderr).toContain(`book.csv:7:${ragged}.`);
  // A piece of it has neither; the columns are given as they stand in the book.
  const given = await batch(Buffer.from(`${row}\n`), "--input-columns", "id,principal,days,as_of,,", "--no-header");
  expect(given.stdout).toBe("b,principal: “x” is not an amount\n");
});

test("of lines in GBK the first is told with what to do, and the others are counted", async () => {
  // 张, 李 and 王 in GBK.
  const names = ["d5c5", "c0ee", "cdf5"].map((hex) => Buffer.from(hex, "hex"));
  const lines = names.map((name) => Buffer.concat([name, Buffer.from(",5000,1,2026-11-22\n")]));
  const { status, stdout, stderr } = await batch(Buffer.concat([Buffer.from(BOOK), ...lines]));
  expect([status, stdout]).toEqual([2, `id,error\na,\n${",line: the line is not UTF-8\n".repeat(3)}`]);
  expect(stderr.split("\n")).toEqual([
    "overdue-sim: book.csv:3:line: the line is not UTF-8. Save the file as UTF-8, or convert it: iconv -f GB18030 -t UTF-8 FILE > NEW-FILE.",
    "overdue-sim: 2 more lines have mistakes; each says so in its column error.",
    "",
  ]);
});

test("many lines in GBK leave room to tell of others", async () => {
  const name = Buffer.from("d5c5", "hex");
  const lines = Array.from({ length: 25 }, () => Buffer.concat([name, Buffer.from(",5000,1,2026-11-22\n")]));
  const { stderr } = await batch(Buffer.concat([Buffer.from(BOOK), ...lines, Buffer.from("b,x,1,2026-11-22\n")]));
  expect(stderr.split("\n").map((line) => line.slice(0, 48))).toEqual([
    "overdue-sim: book.csv:3:line: the line is not UTF-8".slice(0, 48),
    "overdue-sim: book.csv:28:principal: “x” is not an amount".slice(0, 48),
    "overdue-sim: 24 more lines have mistakes; each says so".slice(0, 48),
    "",
  ]);
});

test("the mark for spreadsheets stands once, before the header: a piece without one, or NDJSON, has none", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "book.csv"), BOOK);
  const printed = async (...options: readonly string[]) =>
    (await overdueSim(["batch", "book.csv", "--columns", "id,error", "--bom", ...options], { folder })).stdout;
  expect(await printed()).toBe("\ufeffid,error\na,\n");
  expect(await printed("--no-header")).toBe("a,\n");
  expect(await printed("--format", "ndjson")).toBe('{"id":"a","error":null}\n');
});

test("a sum above the header is a title, and a loan above it would be lost", async () => {
  expect(await batch(Buffer.from(`合计,5000,,\n${BOOK}`))).toMatchObject({ status: 0, stdout: "id,error\na,\n" });
  const { status, stderr } = await batch(Buffer.from(`b,5000,1,2026-11-22\n${BOOK}`));
  expect([status, stderr.slice(0, 61)]).toEqual([2, "overdue-sim: book.csv:1: the first line does not name the col"]);
});
