/** Tables without a quote are counted by their records; the parser's own count of lines is the measure. */

import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { columnOf, withPeriod } from "../../src/input/column-names.ts";
import { parsedTable, tableRows } from "../../src/input/csv-table.ts";
import { ProblemCollector } from "../../src/input/problem.ts";
import { DEBT_COLUMNS } from "../../src/input/records/debt-row.ts";
import { sameEachTime } from "../runs.ts";

const cell = fc.stringMatching(/^[ a-z0-9.年-]{0,5}$/);
const line = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(","));
const newline = fc.constantFrom("\n", "\r\n", "\r");

test("a record without a quote has the number of its line", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), newline, fc.boolean(), (lines, end, endsOpen) => {
      const text = lines.join(end) + (endsOpen ? "" : end);
      const counted = parse(text, {
        bom: true,
        info: true,
        record_delimiter: ["\r\n", "\n", "\r"],
        relax_column_count: true,
      }) as unknown as readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[];
      expect(parsedTable(text, [])).toEqual(
        counted.map(({ record, info: { lines } }) => ({ record, info: { lines } })),
      );
    }),
    sameEachTime(500),
  );
});

test.each(["\n", "\r\n"])("a quoted newline does not count as a record, which has the line it begins on: %j", (end) => {
  const lines = ["date,note", '2026-01-01,"two', 'lines"', '2026-01-02,"one"', '2026-01-03,"', "", '"', "2026-01-04,"];
  const records = parsedTable(lines.join(end), []);
  expect(records.map(({ record, info }) => [info.lines, record[0]])).toEqual([
    [1, "date"],
    [2, "2026-01-01"],
    [4, "2026-01-02"],
    [5, "2026-01-03"],
    [8, "2026-01-04"],
  ]);
});

test.each([
  ["commas", "due,principal\n2026-09-15,1000.00\n"],
  ["tabs, as a spreadsheet saves text", "\ufeffDue\tPrincipal\r\n2026-09-15\t1000.00\r\n"],
  ["semicolons", 'due;principal\n2026-09-15;"1000.00"\n'],
  ["semicolons, as the first line says", "\ufeffsep=;\r\ndue;principal\r\n2026-09-15;1000.00\r\n"],
  ["strokes, as the first line says and a spreadsheet has kept it", '"sep=|",\ndue|principal\n2026-09-15|1000.00\n'],
  ["tabs under titles", "还款计划\t\n打印日期：2026-11-22, 10:00\ndue\tprincipal\n2026-09-15\t1000.00\n"],
  ["semicolons under a title, with quotes", '还款计划\n\n"due";"principal"\n"2026-09-15";"1000.00"\n'],
  ["strokes under a title", "还款计划\n\n| due | principal |\n| --- | --- |\n| 2026-09-15 | 1000.00 |\n"],
  ["blank columns at the end, which a spreadsheet saves", "due,principal,,\n2026-09-15,1000.00,,\n,,,\n"],
])("the first lines show what separates the cells: %s", (_, text) => {
  const problems = new ProblemCollector();
  const rows = [...tableRows(text, "table.csv", { names: ["due", "principal"], requiredNames: ["due"] }, problems)];
  expect(problems.list).toEqual([]);
  expect(
    rows.map(({ entries }) => [...entries].map(([name, cell]) => [name, cell?.kind === "text" && cell.text])),
  ).toEqual([
    [
      ["due", "2026-09-15"],
      ["principal", "1000.00"],
    ],
  ]);
});

test("headings in Chinese are the columns that the table has for them, and places in it are called as they are there", () => {
  const read = (names: readonly string[], text: string) => {
    const problems = new ProblemCollector();
    const rows = [...tableRows(text, "t.csv", { names, requiredNames: [] }, problems)];
    return {
      problems: problems.list.map(({ where, code }) => `${where} ${code}`),
      columns: rows.flatMap(({ entries }) => [...entries.keys()]),
      place: rows[0]?.placeOf(names[0] ?? ""),
    };
  };
  const statement = ["date", "kind", "amount", "to_penalty", "to_principal", "claimed_total", "claimed_principal"];
  const text = "剩余欠款,日期,类别,金额（元）,罚息,本金,剩余本金\n1,2,3,4,5,6,7\n";
  expect(read(statement, text)).toEqual({
    problems: [],
    columns: ["claimed_total", "date", "kind", "amount", "to_penalty", "to_principal", "claimed_principal"],
    place: "t.csv:2:日期",
  });
  const debts = ["name", "principal", "penalty", "owed_penalty"];
  expect(read(debts, "名称;剩余本金;罚息;罚息利率\na;1;2;3\n").columns).toEqual([
    "name",
    "principal",
    "owed_penalty",
    "penalty",
  ]);
  for (const heading of ["冲费用", "冲违约金", "冲违约金及费用", "违约金及费用"])
    expect(read(["date", "to_fee"], `日期,${heading}\n1,2\n`).columns).toEqual(["date", "to_fee"]);
  expect(read(statement, "扣款日期,发生额,实还罚息,实还本金,剩余应还,未还本金\n1,2,3,4,5,6\n").columns).toEqual([
    "date",
    "amount",
    "to_penalty",
    "to_principal",
    "claimed_total",
    "claimed_principal",
  ]);
  expect(read(["due", "principal"], "到期日,本金\n1,2\n").columns).toEqual(["due", "principal"]);
  expect(read(statement, "日期,费用,constructor\n1,2,3\n").problems).toEqual([
    "t.csv:1:费用 unknown",
    "t.csv:1:constructor unknown",
  ]);
  expect(read(statement, "日期,本金,冲本金\n1,2,3\n").problems).toEqual(["t.csv:1:冲本金 duplicate"]);
  expect(read(statement, "费用,违约金\n1,2\n").problems).toEqual(["t.csv:1 csv-header-missing"]);
});

test("titles above the columns are passed over, where a line below names several of them", () => {
  const problemsOf = (text: string): readonly string[] => {
    const problems = new ProblemCollector();
    const columns = { names: ["date", "amount", "note"], requiredNames: ["date"] };
    const rows = [...tableRows(text, "t.csv", columns, problems)];
    return [...rows.map(({ where }) => where), ...problems.list.map(({ where, code }) => `${where} ${code}`)];
  };
  const table = "日期,金额\n2026-02-01,1000\n";
  expect(problemsOf(`还款明细,,\n户名：张三,,\n\n${table}`)).toEqual(["t.csv:5"]);
  expect(problemsOf(`${"标题\n".repeat(39)}${table}`)).toEqual(["t.csv:41"]);
  expect(problemsOf(`${"标题\n".repeat(40)}${table}`)).toEqual(["t.csv:1 csv-header-missing"]);
  // One name alone may be a word of a title, and a first line that names a column is that of the columns.
  expect(problemsOf("还款明细\n备注,1\n2026-02-01,1000\n")).toEqual(["t.csv:1 csv-header-missing"]);
  expect(problemsOf("date,nothing\n日期,金额\n")).toEqual(["t.csv:2", "t.csv:1:nothing unknown"]);
});

test("a line that says what separates the cells is counted as one", () => {
  const problems = new ProblemCollector();
  const columns = { names: ["due", "principal"], requiredNames: [] };
  expect([...tableRows("sep=;\ndue;principal\n1;2;3\n", "table.csv", columns, problems)]).toEqual([]);
  expect(problems.list.map(({ where }) => where)).toEqual(["table.csv:3"]);
});

test("a column without a heading that holds something is told by its line", () => {
  const problems = new ProblemCollector();
  const columns = { names: ["due", "principal"], requiredNames: [] };
  expect([...tableRows("due,principal,\n1,2,3\n", "table.csv", columns, problems)]).toEqual([]);
  expect(problems.list).toEqual([{ where: "table.csv:2", code: "csv-ragged", expected: 2, found: 3 }]);
});

test.each([
  ["借款文件", "loan"],
  ["首次还款日", "first_due"],
  ["首个未还期", "missed_since"],
  ["合同利率", "rate"],
])("a list of debts may head a column %s", (heading, column) => {
  expect(columnOf(heading, DEBT_COLUMNS.names)).toBe(column);
});

// A custom of the day under a heading of the year says two things.
test.each([
  ["18", "年利率（%）", "18%/year"],
  ["18%", "年利率", "18%/year"],
  ["18", "年利率", "年息18"],
  ["万五", "日利率", "日息万五/day"],
  ["万五", "年利率", "年息万五/day"],
  ["2分", "月利率", "月息2分"],
  ["0.05%/day", "年利率（%）", "0.05%/day"],
  ["", "年利率（%）", ""],
])("“%s” under %s is read as %s", (written, heading, read) => expect(withPeriod(written, heading)).toBe(read));
