/** Every line of `batch` says what `simulate` says of that loan. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";
import { sameEachTime } from "../runs.ts";
import { csvOf, rows } from "./rows.ts";
import { expectSameAsSimulated } from "./same-as-simulate.ts";

test("a line is the summary of `simulate`, or fails where that fails", async () => {
  await fc.assert(fc.asyncProperty(rows, expectSameAsSimulated), sameEachTime(20));
});

test("a book cut into pieces gives the same lines", async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.nat(), async (book, at) => {
      const columns = "id,paid,total_owed,error";
      const text = csvOf(book);
      const [header = "", ...lines] = text.split(/(?<=\n)/);
      const cut = at % (lines.length + 1);
      const whole = await overdueSim(["batch", "--columns", columns], { input: text });
      const pieces = await Promise.all(
        [lines.slice(0, cut), lines.slice(cut)].map((piece) =>
          overdueSim(["batch", "--columns", columns, "--no-header", "--input-columns", header.trim()], {
            input: piece.join(""),
          }),
        ),
      );
      expect(`${columns}\n${pieces.map(({ stdout }) => stdout).join("")}`).toBe(whole.stdout);
    }),
    sameEachTime(10),
  );
});

test.each([
  ["pay", "2000@2026-11-15"],
  ["strategy", "lump:2000@2026-11-15"],
  ["waive", "500@2026-11-15"],
  ["until", "2026-11-18"],
])("whether the date of --%s is in time is for each row to say, whatever day it is run on", async (option, value) => {
  const words = ["batch", "--no-header", "--columns", "paid,total_owed,error"];
  const cell = await overdueSim(words, {
    input: `id,principal,as_of,${option}\na,50000,2026-11-12,${value}\n`,
  });
  const given = await overdueSim([...words, `--${option}`, value], {
    input: "id,principal,as_of\na,50000,2026-11-12\n",
  });
  expect(given).toEqual(cell);
  expect(given.status).toBe(0);
});

test("beside the parts of a contract the principal is the amount once lent, as in a file of debts", async () => {
  const words = ["batch", "--no-header", "--columns", "total_owed,error"];
  const contract = "12,flat,2026-06-10,3,2026-11-22";
  const ofDebts = await overdueSim(words, {
    input: `id,principal,months,method,first_due,missed_since,as_of\na,12000,${contract}\n`,
  });
  const ofOptions = await overdueSim(words, {
    input: `id,borrowed,months,method,first_due,missed_since,as_of\na,12000,${contract}\n`,
  });
  expect(ofDebts).toEqual(ofOptions);
  expect(ofDebts.status).toBe(0);
  const wrong = await overdueSim(words, {
    input: "id,principal,borrowed,months,as_of\na,x,,12,2026-11-22\nb,1000,2000,12,2026-11-22\n",
  });
  expect(wrong.stderr).toContain("-:2:principal: “x” is not an amount.");
  expect(wrong.stderr).toContain("-:2:first_due: the contract needs it. Instalments are made from principal, months,");
  expect(wrong.stderr).toContain("-:3:principal: months and principal exclude each other.");
});

test("a message stands on a line of its own, not behind how far the run is", async () => {
  const input = `id,principal,days,as_of\n${"a,5000,1,2026-11-22\n".repeat(30)}${"b,x,1,2026-11-22\n".repeat(21)}`;
  const { stderr } = await overdueSim(["batch", "--columns", "id", "--jobs", "1"], { input, showsProgress: true });
  const shown = stderr.split("\n").map((line) => line.slice(line.lastIndexOf("\r") + 1));
  expect(shown.filter((line) => line.includes("overdue-sim: "))).toHaveLength(21);
  expect(shown.filter((line) => line !== "" && !line.startsWith("overdue-sim: "))).toEqual([]);
  expect(stderr).toMatch(/\r\d+ lines, /);
});

test("a mistyped name of a line of JSON costs that line, and is told with the names of columns", async () => {
  const line = '{"id":"a","principal":50000,"dayly":5}\n';
  const { stdout, stderr, status } = await overdueSim(["batch", "--columns", "id,error", "--no-header"], {
    input: line,
  });
  expect([status, stdout]).toEqual([2, "a,dayly: the key “dayly” is not known here\n"]);
  expect(stderr).toContain("Did you mean daily?");
});

test.each([
  ["a row with a field too few", "id,principal,days\na,50000\n", "-:2:line: the line has 2 cells, the header 3"],
  ["a debt beyond what is counted", "id,principal,rate,days\na,9999999999,9%/day,36500\n", "-:2:days: "],
  ["a header with a mistyped column", "id,principle\na,50000\n", "-:1:principle: the column"],
  ["a header twice of one name", "id,principal,principal\na,1,2\n", "-:1:principal: the column"],
  ["a first line that names nothing", "\n a,50000\n", "-:2: the first line does not name the columns"],
])("%s is told with its line", async (_, input, told) => {
  const { status, stderr } = await overdueSim(["batch"], { input });
  expect(status).toBe(2);
  expect(stderr).toContain(told);
});

test("whether a dated rate reaches back to the due date is for each row to say", async () => {
  const header = "id,principal,days_overdue,rate,daily,days,as_of";
  // 2019-08-20, on which the LPR begins, is 2,651 days before.
  const rowOf = (days: number): string => `a,50000,${days},lpr1y*4,50,180,2026-11-22\n`;
  const said = async (...days: readonly number[]): Promise<readonly string[]> => {
    const words = ["batch", "--no-header", "--columns", "total_owed,error"];
    const { stdout } = await overdueSim(words, { input: `${header}\n${days.map(rowOf).join("")}` });
    return stdout.trimEnd().split("\n");
  };
  const [soon, earliest, tooEarly] = [await said(90), await said(2651), await said(2652)];
  expect(tooEarly.join()).toContain("rate");
  expect(earliest.join()).not.toContain("rate");
  expect(await said(90, 2652, 2651, 90)).toEqual([...soon, ...tooEarly, ...earliest, ...soon]);
});

test("a number that says more than an amount is of its own row alone", async () => {
  const header = "id,principal,days_overdue,monthly,as_of";
  const rowsOf = (...monthly: readonly string[]): string =>
    monthly.map((text) => `a,50000,90,${text},2026-11-22\n`).join("");
  const said = async (...monthly: readonly string[]): Promise<readonly string[]> => {
    const words = ["batch", "--no-header", "--columns", "principal_first_fell,cleared_on,break_even"];
    return (await printed(words, { input: `${header}\n${rowsOf(...monthly)}` })).trimEnd().split("\n");
  };
  const [onTheDay, first] = [await said("1200"), await said("1500@15")];
  expect(onTheDay).toEqual(["2031-09-22,2042-11-22,1150.00"]);
  expect(await said("1500@15", "1200", "1500@15")).toEqual([...first, ...onTheDay, ...first]);
});

test("where a row has 0, nobody pays, whatever the options say and the rows around it have", async () => {
  const rows = ["0", "20", "0.00", "0", "20", "", "20"].map((daily, at) => `${at},5000,3,${daily}`);
  const input = ["id,principal,days_overdue,daily", ...rows, ""].join("\n");
  const words = ["batch", "--no-header", "--daily", "30", "--days", "10", "--columns", "paid"];
  expect((await printed(words, { input })).trimEnd().split("\n")).toEqual([
    "0.00",
    "200.00",
    "0.00",
    "0.00",
    "200.00",
    "300.00",
    "200.00",
  ]);
});

test("a settlement that asks for more than is owed is a mistake of its row", async () => {
  // 1,500.00 due on 2026-11-22 bear 30 nights of 1,500.00 × 0.05 % × 1.5: 33.75.
  const rowOf = (id: string, amount: string): string => `${id},1500,2026-11-22,settle:${amount}@2026-12-22\n`;
  const input = `id,principal,as_of,strategy\n${rowOf("a", "1533.75")}${rowOf("b", "1533.76")}`;
  const { status, stdout } = await overdueSim(["batch", "--columns", "id,paid,total_owed,error"], { input });
  expect(status).toBe(2);
  expect(stdout.split("\n").slice(1, 3)).toEqual([
    "a,1533.75,0.00,",
    'b,,,"strategy: the settlement of 1,533.76 is more than the 1,533.75 owed on 2026-12-22"',
  ]);
});

describe("payments of a row beside a way to pay", () => {
  const header = "id,principal,days_overdue,daily,days,as_of,strategy";

  test("come on top of an agreement, each row's own", async () => {
    const rowsOf = (...daily: readonly number[]): string =>
      daily.map((amount) => `a,50000,90,${amount},180,2026-11-22,agreement:months=12\n`).join("");
    const paid = async (...daily: readonly number[]): Promise<readonly string[]> => {
      const input = `${header}\n${rowsOf(...daily)}`;
      return (await printed(["batch", "--no-header", "--columns", "paid"], { input })).trimEnd().split("\n");
    };
    const together = await paid(50, 100, 60);
    expect(together).toEqual([...(await paid(50)), ...(await paid(100)), ...(await paid(60))]);
    expect(new Set(together).size).toBe(3);
  });

  test("are a mistake beside one that stands in their place", async () => {
    const input = `${header}\na,50000,90,50,180,2026-11-22,none\nb,50000,90,,180,2026-11-22,none\n`;
    const { status, stdout } = await overdueSim(["batch", "--columns", "id,error"], { input });
    expect(status).toBe(2);
    expect(stdout).toBe("id,error\na,daily: the ways to pay that are named stand in place of these payments\nb,\n");
  });

  test("are a mistake beside --strategy too, but what holds for rows without a way of their own is none", async () => {
    const input = `${header}\na,50000,90,50,180,2026-11-22,\nb,50000,90,,180,2026-11-22,\n`;
    const aside = await overdueSim(["batch", "--columns", "id,error", "--strategy", "none"], { input });
    expect(aside.stdout).toContain("a,daily: ");
    expect(aside.stdout).toContain("b,\n");
    const mixed = `${header}\na,50000,90,,30,2026-11-22,none\nb,50000,90,,30,2026-11-22,\n`;
    expect(await printed(["batch", "--columns", "id,paid", "--daily", "20"], { input: mixed })).toBe(
      "id,paid\na,0.00\nb,600.00\n",
    );
  });
});

test("lines of JSON say the same as lines of CSV", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (book) => {
      const words = ["batch", "--columns", "id,paid,total_owed,status_code"];
      const input = book.map((one, index) => `${JSON.stringify({ id: `L${index + 1}`, ...one })}\n`).join("");
      expect((await overdueSim(words, { input })).stdout).toBe(
        (await overdueSim(words, { input: csvOf(book) })).stdout,
      );
    }),
    sameEachTime(10),
  );
});

test("a line of JSON may be a loan file", async () => {
  const loan = {
    schema: "overdue-sim/loan@1",
    asOf: "2026-11-22",
    instalments: [{ due: "2026-08-22", principal: "50000.00" }],
    terms: { rate: "0.05%/day" },
  };
  const input = `${JSON.stringify({ id: "a", days: 30, daily: 50, ...loan })}\n`;
  const csv = `id,days,daily,loan\na,30,50,"${JSON.stringify(loan).replaceAll('"', '""')}"\n`;
  const expected = await printed(["batch"], { input });
  expect(expected).toContain("a,2026-11-23,2026-12-22,30,1500.00,1500.00,0.00,0,50000.00,");
  expect(await printed(["batch"], { input: csv })).toBe(expected);
});

test("a line of JSON with the loan file under its key may have columns beside it, no other keys of the file", async () => {
  const loan = { instalments: [{ due: "2026-08-22", principal: 50000 }] };
  const errorOf = async (more: object): Promise<string> => {
    const input = `${JSON.stringify({ id: "a", as_of: "2026-11-22", loan, ...more })}\n`;
    return (await overdueSim(["batch", "--columns", "error", "--no-header"], { input })).stdout;
  };
  expect(await errorOf({ daily: 50 })).toBe("\n");
  expect(await errorOf({ payments: [] })).toBe("loan: loan and payments exclude each other\n");
  expect(await errorOf({ dayly: 50 })).toBe("dayly: the key “dayly” is not known here\n");
});

test("a line of JSON that is no row says whose it is, where that stands there once", async () => {
  const lines = [
    '{"id":"a","principal":1,"principal":2}',
    '{"id":7,"daily":[5]}',
    '{"id":"c","asOf":"2026-11-22","as_of":"2026-11-22"}',
    '{"loan":{},"payments":[],"id":"d"}',
    '{"id":["e"],"daily":true}',
    '{"id":"f","id":"f"}',
    '{"id":"g"',
  ];
  const { status, stdout } = await overdueSim(["batch", "--columns", "id", "--no-header"], { input: lines.join("\n") });
  expect([status, stdout]).toEqual([2, "a\n7\nc\nd\n\n\n\n"]);
});

test("the names of --input-columns may be quoted, and begin with a mark, as a header", async () => {
  const input = "a,50000,2026-11-22\n";
  const expected = await printed(["batch", "--input-columns", "id,principal,as_of"], { input });
  for (const header of ['"id","principal","as_of"', "\ufeffid,principal,as_of\r", '\ufeff"id", principal ,"as_of"']) {
    expect(await printed(["batch", "--input-columns", header], { input })).toBe(expected);
  }
});

test("a header may be Chinese, as that of any table", async () => {
  const expected = await printed(["batch"], {
    input:
      "id,principal,days_overdue,owed_interest,owed_penalty,rate,monthly,as_of\na,50000,30,12,7,18%/year,900,2026-11-22\n",
  });
  const line = "a,50000,30,12,7,18%/year,900,2026-11-22\n";
  for (const header of [
    "编号,本金（元）,逾期天数,利息,罚息,利率,每月还款,截至日期",
    "id,剩余本金,逾期天数,应还利息,罚息,rate,monthly,as_of",
  ]) {
    expect(await printed(["batch"], { input: `${header}\n${line}` })).toBe(expected);
    expect(await printed(["batch", "--input-columns", header], { input: line })).toBe(expected);
  }
  const { stderr } = await overdueSim(["batch"], { input: `编号,本金,剩余本金\n` });
  expect(stderr).toContain("-:1:剩余本金: the column principal is there twice");
});

test("a header is the same in any spelling of its columns", async () => {
  const line = "a,50000,3,50,2026-11-22\n";
  const [usual, ...others] = await Promise.all(
    [
      "id,principal,days_overdue,daily,as_of",
      "id,principal,daysOverdue,daily,asOf",
      "ID,Principal,Days_Overdue,Daily,AS_OF",
      "id,principal,days-overdue,daily,as-of",
      "Id,Principal,Days Overdue,Daily,As Of",
    ].map((header) => printed(["batch"], { input: `${header}\n${line}` })),
  );
  expect(usual).toContain("a,2026-11-23,");
  expect(new Set(others)).toEqual(new Set([usual]));
});
