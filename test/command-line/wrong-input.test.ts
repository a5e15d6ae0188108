/** Wrong lines: every problem told with its place, nothing on standard output, exit 2, the same in both languages. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { overdueSim } from "./in-process.ts";
import { type Ended, emptyFolder, LOAN } from "./overdue-sim.ts";

/** The places of the problems, in the order told. */
function placesIn({ stderr }: Ended): readonly string[] {
  return stderr
    .trimEnd()
    .split("\n")
    .map((line) => {
      const match = /^overdue-sim: (.+?): \S.*[.。？?]$/u.exec(line);
      if (match?.[1] === undefined) throw new Error(`not a problem: ${line}`);
      return match[1];
    });
}

const ORDER = "principal,interest,compound,penalty,fee";

const LINES: readonly (readonly [line: readonly string[], places: readonly string[]])[] = [
  [["simulate"], ["--principal"]],
  [["simulate", "--principal", "-5"], ["--principal"]],
  [
    ["simulate", "--principal", "50000", "--rate", "-5%/year", "--pay", "-50/day"],
    ["--rate", "--pay"],
  ],
  [["simulate", "--principal", "0"], ["--principal"]],
  [
    ["simulate", "--principal", "1", "--late-fee", "none", "--late-fee", "30", "--cap", "charges=24%", "--cap", "none"],
    ["--late-fee", "--cap"],
  ],
  [["simulate", "--principal", "abc"], ["--principal"]],
  [["simulate", "--principal", "5x0"], ["--principal"]],
  [["simulate", "--principal", "1e400"], ["--principal"]],
  [["simulate", "--principal", "1.234"], ["--principal"]],
  [["simulate", "--principal", "99999999999999999999"], ["--principal"]],
  [["simulate", "--principal"], ["--principal"]],
  [["simulate", "--principal", "--daily", "50"], ["--principal"]],
  [["simulate", ...LOAN, "-o"], ["--output"]],
  [["simulate", ...LOAN, "--name", "--daily", "50"], ["--name"]],
  [["simulate", ...LOAN, "--rate", "5"], ["--rate"]],
  [["simulate", ...LOAN, "--rate", "101%/day"], ["--rate"]],
  [["simulate", "--principal", "5", "--as-of", "2026-02-30"], ["--as-of"]],
  [["simulate", ...LOAN, "--until", "2026-01-01"], ["--until"]],
  [["simulate", ...LOAN, "--until", "2150-01-01"], ["--until"]],
  [["simulate", ...LOAN, "--days", "40000"], ["--days"]],
  [["simulate", ...LOAN, "--days", "3", "--until-cleared"], ["--until-cleared"]],
  [
    ["simulate", ...LOAN, "--order", "fee,fee,principal"],
    ["--order", "--order"],
  ],
  [["simulate", ...LOAN, "--pay", "50@2020-01-01"], ["--pay"]],
  [["simulate", ...LOAN, "--pay", "50,100/day"], ["--pay"]],
  [["simulate", ...LOAN, "--pay", "50"], ["--pay"]],
  [["simulate", ...LOAN, "--order-after", `91:${ORDER}`, "--order-after", `91:${ORDER}`], ["--order-after"]],
  [["simulate", ...LOAN, "--strategy", "agreement:steps=500x12,method=flat"], ["--strategy"]],
  [["plan", ...LOAN, "--budget", "2000/month", "--budget", "2500/month"], ["--budget"]],
  [["simulate", ...LOAN, "--pay", "minimum/month@25"], ["--pay"]],
  [["simulate", ...LOAN, "--late-fee", "5%:of=minimum"], ["--late-fee"]],
  [["simulate", ...LOAN, "--product", "foo"], ["--product"]],
  [["simulate", ...LOAN, "--name", "  "], ["--name"]],
  [["--version=3"], ["--version"]],
  [
    ["compare", ...LOAN, "--strategy", "__proto__=none", "--strategy", "constructor", "--baseline", "toString"],
    ["--strategy", "--baseline"],
  ],
  [["compare", ...LOAN, "--strategy", "constructor=none", "--baseline", "toString"], ["--baseline"]],
  [["batch", "--columns", "id，error，id"], ["--columns"]],
  [[""], ["overdue-sim"]],
  [["help", ""], ["overdue-sim"]],
  [
    ["batch", "", "--summary", ""],
    ["batch", "--summary"],
  ],
  [["batch", "--merge"], ["--merge"]],
  [
    [
      "batch",
      "--merge",
      "--columns",
      "nope",
      "--no-header",
      "--resume",
      "--jobs",
      "2",
      "--summary",
      "sum.json",
      "--csv",
    ],
    ["--columns", "--no-header", "--jobs", "--summary", "--resume", "--csv", "--merge"],
  ],
  [["batch", "--summary", "-"], ["--summary"]],
  [["batch", "-o", "-", "--summary", "-"], ["--summary"]],
  [
    ["batch", "--merge", "--rate", "5%/year", "--daily", "5"],
    ["--rate", "--daily", "--merge"],
  ],
  // What every object of JavaScript has is no word of ours.
  [["simulate", ...LOAN, "--rate", "18%/constructor"], ["--rate"]],
  [["simulate", ...LOAN, "--late-fee", "5:constructor=5"], ["--late-fee"]],
  [
    ["plan", ...LOAN, "--agreement", "__proto__"],
    ["--agreement", "--agreement"],
  ],
  // A share to some, an amount or a multiple to others.
  [["simulate", ...LOAN, "--late-fee", "0.05"], ["--late-fee"]],
  [["simulate", ...LOAN, "--minimum", "0.1"], ["--minimum"]],
  [["simulate", ...LOAN, "--waive", "0.5@2027-01-01"], ["--waive"]],
  [["plan", ...LOAN, "--agreement", "months=12,down=.1"], ["--agreement"]],
  [["simulate", ...LOAN, "--cap", "charges=24"], ["--cap"]],
  [["simulate", ...LOAN, "--cap", "charges=0.24/year"], ["--cap"]],
  [["simulate", ...LOAN, "--borrowed", "60000", "--received", "60000.01"], ["--received"]],
  [["simulate", ...LOAN, "--missed-since", "3"], ["--principal"]],
  [["simulate", ...LOAN, "--csv", "--json"], ["--json"]],
  [
    ["simulate", "--loan", "none", "--payments", "/", "--instalments", "none"],
    ["--loan", "--instalments", "--payments"],
  ],
  [
    ["simulate", ...LOAN, "--dialy", "3", "extra"],
    ["--dialy", "simulate"],
  ],
  [["simulat", ...LOAN], ["simulat"]],
  [["simulat", "--help"], ["simulat"]],
  [LOAN, ["overdue-sim"]],
  [
    ["simulate", ...LOAN, "--csv=yes", "--clear-by", "2027-01-01"],
    ["--csv", "--clear-by"],
  ],
  [
    ["simulate", "--", ...LOAN],
    ["simulate", "simulate", "simulate", "simulate", "simulate", "simulate", "--principal"],
  ],
  [["help", "simulat"], ["simulat"]],
  [["--foo"], ["--foo"]],
  [["products", "foo"], ["products"]],
  [
    [
      "simulate",
      ...LOAN,
      "--format",
      "xls",
      "--by",
      "z",
      "--grace",
      "x",
      "--late-fee",
      "y",
      "--daily",
      "0",
      "--every",
      "q",
    ],
    ["--format", "--every", "--late-fee", "--grace", "--by", "--daily"],
  ],
  [
    ["compare", ...LOAN, "--strategy", "foo:3", "--strategy", "lump:3"],
    ["--strategy", "--strategy"],
  ],
  [["compare", ...LOAN, "--strategy", "daily:5", "--strategy", "daily:5"], ["--strategy"]],
  [["compare", ...LOAN, "--strategy", "mine=agreement:months=0"], ["--strategy"]],
  [
    ["compare", ...LOAN, "--strategy", "late=agreement:months=3,start=2020-01-01,waive-fee=2"],
    ["--strategy", "--strategy"],
  ],
  [["compare", ...LOAN, "--strategy", "settle:120%@2027-01-01"], ["--strategy"]],
  [["compare", ...LOAN, "--strategy", "settle:70000@2027-01-01"], ["--strategy settle:70000@2027-01-01"]],
  [
    ["compare", ...LOAN, "--strategy", "settle:70000@2027-01-01", "--strategy", "agreement:months=0", "--sort", "foo"],
    ["--strategy", "--sort", "--strategy settle:70000@2027-01-01"],
  ],
  [["compare", ...LOAN, "--strategy", "a=daily:-5", "--strategy", "b=daily:50", "--baseline", "a"], ["--strategy"]],
  [
    ["compare", "--principal", "x", "--as-of", "2026-11-22", "--strategy", "a=agreement:months=36,start=2020-01-01"],
    ["--principal", "--strategy"],
  ],
  [
    [
      "simulate",
      "--principal",
      "x",
      "--as-of",
      "2026-11-22",
      "--strategy",
      "none",
      "--strategy",
      "b=lump:5@2020-01-01",
    ],
    ["--principal", "--strategy", "--strategy"],
  ],
  [
    ["plan", ...LOAN, "--agreement", "agreement:months=2", "--months", "0"],
    ["--principal", "--months"],
  ],
  [
    ["plan", "--principal", "-5", "--as-of", "2026-11-22", "--clear-by", "2020-01-01"],
    ["--principal", "--clear-by"],
  ],
  [["simulate", ...LOAN, "--strategy", "none", "--strategy", "daily:5"], ["--strategy"]],
  [
    ["simulate", ...LOAN, "--principal", "5", "--penalty", "1x", "--penalty", "2x", "-o", "a", "--output=b"],
    ["--principal", "--penalty", "--output"],
  ],
  [
    ["simulate", "--dialy", "3", "--letter", "--csv=yes", "--budget", "5/day", "more", "--principal", "--name"],
    ["--dialy", "--letter", "--csv", "--budget", "simulate", "--principal", "--name"],
  ],
  [["--format", "csv"], ["overdue-sim"]],
  [
    ["compare", ...LOAN, "--scenarios", "a.json", "--scenarios", "b.json"],
    ["--scenarios", "--scenarios"],
  ],
  [["plan", ...LOAN, "--agreement", "agreement:months=3", "--ics", "--json"], ["--ics"]],
  [["plan", ...LOAN, "--agreement", "agreement:months=3", "--letter", "--csv"], ["--letter"]],
  [
    ["plan", ...LOAN, "--agreement", "agreement:months=3,waive-charges=100%,waive-principal=100%", "--letter"],
    ["--agreement"],
  ],
  [
    ["compare", ...LOAN, "--baseline", "nobody", "--sort", "nothing"],
    ["--sort", "--baseline"],
  ],
  [["plan", ...LOAN], ["plan"]],
  [["plan", ...LOAN, "--clear-by", "2020-01-01"], ["--clear-by"]],
  [
    ["plan", ...LOAN, "--budget", "0/month", "--letter"],
    ["--letter", "--budget"],
  ],
  [["plan", ...LOAN, "--agreement", "agreement:months=3", "--letter", "--ics"], ["--ics"]],
  [["plan", ...LOAN, "--clear-by", "2027-01-01", "--budget", "50/day"], ["--budget"]],
];

describe.each(LINES)("%j", (line, places) => {
  test.each(["en", "zh"])("in %s", async (language) => {
    const run = await overdueSim(line, { environment: { OVERDUE_SIM_LANG: language } });
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: "" });
    expect(placesIn(run)).toEqual(places);
  });
});

test("the nearest command and option are named", async () => {
  expect((await overdueSim(["simulat"])).stderr).toContain("Did you mean simulate?");
  expect((await overdueSim(["ｓｉｍｕｌａｔ"])).stderr).toContain("Did you mean simulate?");
  expect((await overdueSim(["simulate", "--principl", "5"])).stderr).toContain("Did you mean --principal?");
  expect((await overdueSim(["simulat"], { environment: { LANG: "zh_CN.UTF-8" } })).stderr).toContain(
    "是否想写 simulate？",
  );
});

test.each(["—principal", "–principal", "——principal", "－－principal", "－－ｐｒｉｎｃｉｐａｌ"])(
  "the dash that a telephone makes of two hyphens is known: %s",
  async (typed) => {
    const { status, stderr } = await overdueSim(["simulate", typed, "50000", "--daily", "50"]);
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      `overdue-sim: ${typed}: there is no such option. Did you mean --principal?`,
    ]);
  },
);

test("options without a command are sent to simulate first", async () => {
  const { status, stderr } = await overdueSim(["--principal", "50000", "--daily", "50"]);
  expect(status).toBe(2);
  expect(stderr).toContain("no command is named. Write overdue-sim simulate and the options behind it, or another of");
});

test("of two as near, the option that goes on as it was begun is named", async () => {
  expect((await overdueSim(["simulate", ...LOAN, "--day", "5"])).stderr).toContain("Did you mean --days?");
});

describe("more principal left than was ever lent", () => {
  const said =
    "overdue-sim: --borrowed: “5000.00” is less than the principal of 5000.01 that is still to be paid. It is what was once lent, all of it: check both amounts.\n";

  test("as one amount", async () => {
    const line = "simulate --principal 5000.01 --borrowed 5000 --as-of 2026-11-22".split(" ");
    expect(await overdueSim(line)).toEqual({ status: 2, stdout: "", stderr: said });
    expect((await overdueSim(line.map((word) => (word === "5000.01" ? "5000" : word)))).status).toBe(0);
  });

  test("as instalments together", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "due.csv"), "due,principal\n2026-08-22,2500\n2026-09-22,2500.01\n");
    const line = "simulate --instalments due.csv --borrowed 5000 --as-of 2026-11-22".split(" ");
    expect(await overdueSim(line, { folder })).toEqual({ status: 2, stdout: "", stderr: said });
  });
});

test.each([
  ["null", "simulate --loan file.json"],
  ["[]", "simulate --loan file.json"],
  ["null", "compare --principal 5000 --scenarios file.json"],
])("a file that holds %s is named once: %s", async (text, line) => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "file.json"), text);
  expect((await overdueSim(line.split(" "), { folder })).stderr).toBe(
    "overdue-sim: file.json: what is in it is of the wrong kind. Write an object { … } there.\n",
  );
});

test("a second principal is sent to the plan of several debts", async () => {
  expect((await overdueSim(["simulate", ...LOAN, "--principal", "5"])).stderr).toBe(
    "overdue-sim: --principal: it is given twice. Keep one of them; for several debts use plan --debts.\n",
  );
});

describe("the language", () => {
  const isChinese = async (...words: readonly string[]): Promise<boolean> =>
    /\p{Script=Han}/u.test((await overdueSim(words)).stderr);

  test.each([
    [["simulat", "--lang", "zh"], true],
    [["--lang", "ZH", "simulate"], true],
    [["--lang=zh"], true],
    [["help", "simulat", "--lang", "Zh"], true],
    [["simulate", "--lang", "en", "--lang", "zh"], true],
    [["simulate", "--lang", "zh", "--lang", "en"], false],
    [["simulate", "--", "--lang", "zh"], false],
  ])("%j", async (words, expected) => {
    expect(await isChinese(...words)).toBe(expected);
  });

  test("given twice is a mistake, told in the last", async () => {
    const { stderr } = await overdueSim(["simulate", ...LOAN, "--lang", "en", "--lang", "zh"]);
    expect(stderr).toBe("overdue-sim: --lang: 写了两次。请只留一个。\n");
  });
});

test("options may come before the command", async () => {
  const after = await overdueSim(["simulate", ...LOAN, "--csv", "--lang", "zh"]);
  expect(after.status).toBe(0);
  expect(await overdueSim(["--lang", "zh", ...LOAN, "--csv", "simulate"])).toEqual(after);
});

test("a variable that is wrong is told by its name", async () => {
  const environment = { OVERDUE_SIM_LANG: "fr", OVERDUE_SIM_FORMAT: "xls", OVERDUE_SIM_PRODUCT: "none" };
  const run = await overdueSim(["simulate", ...LOAN], { environment });
  expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: "" });
  expect(placesIn(run)).toEqual(["OVERDUE_SIM_LANG", "OVERDUE_SIM_FORMAT", "OVERDUE_SIM_PRODUCT"]);
});

describe("papers", () => {
  const HEAD = "date,amount\n";

  async function readingPayments(content: string | Uint8Array, name = "paid.csv"): Promise<Ended> {
    const folder = emptyFolder();
    writeFileSync(join(folder, name), content);
    return await overdueSim(["simulate", ...LOAN, "--payments", name, "--csv"], { folder });
  }

  test.each([
    ["a byte-order mark", `\ufeff${HEAD}2026-12-01,50\n`],
    ["line ends of Windows", `${HEAD}2026-12-01,50\n`.replaceAll("\n", "\r\n")],
    ["no end of the last line", `${HEAD}2026-12-01,50`],
    ["quotes", `"date","amount"\n"2026-12-01","50.00"\n`],
    ["UTF-16 of Windows", Buffer.from(`\ufeff${HEAD}2026-12-01,50\n`, "utf16le")],
    ["UTF-16 with the higher byte first", Buffer.from(`\ufeff${HEAD}2026-12-01,50\n`, "utf16le").swap16()],
  ])("%s makes no difference", async (_, content) => {
    expect(await readingPayments(content)).toEqual({ ...(await readingPayments(`${HEAD}2026-12-01,50\n`)), status: 0 });
  });

  test("each faulty line and cell is told at its place", async () => {
    const run = await readingPayments(`${HEAD}2026-12-01\n2026-13-01,5x\n2026-12-01,50,60\n`);
    expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: "" });
    expect(placesIn(run).toSorted()).toEqual(["paid.csv:2", "paid.csv:3:amount", "paid.csv:3:date", "paid.csv:4"]);
  });

  test("the line told is the one where the row begins, also below cells of several lines", async () => {
    const lines = ["date,amount,备注", '2026-12-01,50,"a', 'b"', '2026-12-02,5x,"c', 'd"', "2026-12-03,5y,"];
    for (const end of ["\n", "\r\n"])
      expect(placesIn(await readingPayments(lines.join(end)))).toEqual(["paid.csv:4:amount", "paid.csv:6:amount"]);
  });

  test("a plan that has no more than the sum of each instalment is sent to the contract", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "plan.csv"), "期次,到期日,月供\n1,2026-07-05,1050\n");
    const { stderr } = await overdueSim(["simulate", "--instalments", "plan.csv", "--lang", "en"], { folder });
    expect(stderr).toContain("plan.csv:1:principal: the column principal is missing.");
    expect(stderr).toContain("describe the contract instead: --borrowed, --months, --method, --first-due.");
  });

  test("what a Chinese spreadsheet saves is read: 本金 in GBK", async () => {
    const paid = await readingPayments(Buffer.from("date,amount,for\n2026-12-01,50,\xb1\xbe\xbd\xf0\n", "latin1"));
    expect(paid).toEqual({ ...(await readingPayments("date,amount,for\n2026-12-01,50,principal\n")), status: 0 });
  });

  test("an encoding that is not known by a mark is told with the way to convert it", async () => {
    // “一” is 4E 00: of Chinese text the other halves may be zero too.
    for (const text of [HEAD, "日期,金额\n2026-12-01,50\n一年,1\n"]) {
      const run = await readingPayments(Buffer.from(text, "utf16le"));
      expect({ status: run.status, stdout: run.stdout }).toEqual({ status: 2, stdout: "" });
      expect(run.stderr).toContain("it looks like UTF-16. Convert it: iconv -f UTF-16 -t UTF-8 FILE > NEW-FILE.");
    }
    expect((await readingPayments(Buffer.from("date,\xff\xff\n", "latin1"))).status).toBe(2);
  });

  test.each([
    ["a PDF", Buffer.from("%PDF-1.7\n%\xe2\xe3\n", "latin1"), "is a PDF"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000", "hex"), "is a picture"],
    ["a photograph", Buffer.from("ffd8ffe000104a46", "hex"), "is a picture"],
    ["a workbook", Buffer.from("504b0304140006000800", "hex"), "is a workbook"],
    ["a page that calls itself a workbook", Buffer.from("\ufeff\n<html><table><tr><td>日期"), "is a web page"],
    ["XML", Buffer.from('<?xml version="1.0"?><Workbook/>'), "is a web page, or written like one"],
  ])("%s is told as what it is, to every command", async (_, content, told) => {
    const run = await readingPayments(content);
    expect([run.status, run.stdout]).toEqual([2, ""]);
    expect(run.stderr).toContain(`--payments: “paid.csv” ${told}`);
    const book = await overdueSim(["batch"], { input: content });
    expect([book.status, book.stdout]).toEqual([2, ""]);
    expect(book.stderr).toContain(told);
  });

  test("a book that is a list of JSON is told how lines are made of it, once", async () => {
    for (const input of ['[{"id":"a","principal":1000}]\n', '\ufeff[\n  {\n    "id": "a"\n  }\n]\n']) {
      const book = await overdueSim(["batch"], { input });
      expect([book.status, book.stdout]).toEqual([2, ""]);
      expect(book.stderr).toBe(
        `overdue-sim: -:1: the line is no JSON object. A line is {"id": …} and nothing else; jq -c '.[]' writes a list so, jq -c . an object of several lines.\n`,
      );
    }
  });

  test.each(["10月28日", "10月28", "逾期10/28", "10-28"])(
    "a due date without its year is told so: %s",
    async (text) => {
      const run = await overdueSim(["simulate", "--principal", "1000", "--days-overdue", text]);
      expect([run.status, run.stdout]).toEqual([2, ""]);
      expect(run.stderr).toMatch(/^overdue-sim: --days-overdue: “[^”]+” is not a date\. Write the year first: /);
    },
  );

  test("a NUL in a text is told with its line, and not as another encoding", async () => {
    const run = await readingPayments(`${HEAD}2026-12-01,50\n2026-12-\u000002,50\n2026-12-03,50\n`);
    expect(run.stderr).toBe(
      "overdue-sim: --payments: “paid.csv” has a character NUL in line 3, which no text has. Take it out there, or save the file anew as plain text.\n",
    );
  });

  test("a name that would steer the terminal is made visible", async () => {
    const run = await readingPayments(`${HEAD}2020-12-01,50\n`, "a\n\u001b[31mb.csv");
    expect(run.stderr).toMatch(/^overdue-sim: a\\u\{a\}\\u\{1b\}\[31mb\.csv:2:date: [^\p{Cc}]+\n$/u);
  });

  async function comparing(papers: Readonly<Record<string, unknown>>, ...line: readonly string[]): Promise<Ended> {
    const folder = emptyFolder();
    for (const [name, paper] of Object.entries(papers)) writeFileSync(join(folder, name), JSON.stringify(paper));
    return await overdueSim(["compare", ...line], { folder });
  }

  test("a settlement above the total is told where its scenario says it", async () => {
    const scenarios = [
      { name: "s", agreements: ["settle:99999@2027-01-15"] },
      { name: "t", strategy: "settle:99999@2027-01-15" },
    ];
    const run = await comparing({ "ways.json": { scenarios } }, ...LOAN, "--scenarios", "ways.json");
    expect(placesIn(run)).toEqual(["ways.json:1:agreements", "ways.json:1:strategy"]);
  });

  test("what an entry of a scenario file has to be is said of the entry", async () => {
    const told = async (scenarios: readonly unknown[]): Promise<string> =>
      (await comparing({ "ways.json": { scenarios } }, ...LOAN, "--scenarios", "ways.json")).stderr;
    const entry = '{ "name": "mine", "strategy": "daily:50" }';
    expect(await told(["daily:50"])).toContain(`entry 1 of “scenarios” is of the wrong kind. Write ${entry} there.`);
    expect(await told([])).toContain(`the list scenarios is empty. Add an entry, such as ${entry}.`);
  });

  test("an entry of a list that is of the wrong kind is told as one", async () => {
    const loan = { instalments: ["x"], terms: { order: ["fee", true] }, streams: ["5/day", null] };
    const run = await comparing({ "loan.json": loan }, "--loan", "loan.json");
    for (const entry of ["1 of “instalments”", "2 of “order”", "2 of “streams”"])
      expect(run.stderr).toContain(`entry ${entry} is of the wrong kind`);
  });

  test("names that could not be read are no reason to refuse a baseline", async () => {
    const run = await comparing({}, ...LOAN, "--scenarios", "none.json", "--strategy", "none", "--baseline", "theirs");
    expect(placesIn(run)).toEqual(["--scenarios"]);
  });

  test("a loan file that says its day has dates judged by it, whatever else is wrong", async () => {
    const loan = { asOf: "2026-11-22", instalments: [{ principal: "-5" }, { due: "2026-08-22", principal: "x" }] };
    const run = await comparing({ "loan.json": loan }, "--loan", "loan.json", "--strategy", "early=lump:5@2026-01-01");
    expect(placesIn(run)).toEqual(["loan.json:1:due", "loan.json:1:principal", "loan.json:1:principal", "--strategy"]);
  });

  test("JSON that breaks off is told by line and column", async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "loan.json"), '{\n  "name": "x",\n');
    const run = await overdueSim(["simulate", "--loan", "loan.json"], { folder });
    expect(placesIn(run)).toEqual(["loan.json:3:1"]);
  });
});

test("control characters and formulas in names reach neither terminal nor spreadsheet", async () => {
  const page = await overdueSim(["simulate", ...LOAN, "--name", "\u001b[31m=X\nY"]);
  expect(page.stdout).toMatch(/^[^\p{Cc}]+$/mu);
  expect(page.stdout.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  const { stdout } = await overdueSim(["compare", ...LOAN, "--strategy", "@SUM(A1)=daily:50", "--csv"]);
  expect(stdout.split("\n")[1]).toMatch(/^'@SUM\(A1\),/);
});

test("names that others gave stand in a message without what a terminal obeys", async () => {
  const { stderr } = await overdueSim(["compare", ...LOAN, "--strategy", "\u001b[31mx=none", "--baseline", "y"]);
  expect(stderr).toBe("overdue-sim: --baseline: “y” is not known here. Choose from: ?x.\n");
});

test("more decimals than two are told as that, and not as parts of a fen", async () => {
  const { stderr } = await overdueSim(["simulate", "--principal", "50.000"]);
  expect(stderr).toContain("“50.000” has more than two decimals of a yuan.");
});

test("what is wrong with a row names the columns of its table, not options", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "debts.csv"), "name,principal,missed_since\na,1000,1\n");
  const debts = await overdueSim(["plan", "--debts", "debts.csv", "--budget", "100/month"], { folder });
  expect(debts.stderr).toContain(
    "debts.csv:2:months: the contract needs it. Instalments are made from principal, months, method, first_due together.",
  );
  const input = "id,principal,days,until,as_of\na,5,3,2026-12-01,2026-11-22\n";
  const book = await overdueSim(["batch", "--columns", "id,error", "--no-header"], { input });
  expect(book.stdout).toBe("a,until: days and until exclude each other\n");
  const wrong = await overdueSim(["batch"], {
    input: '{"id":"a","principal":[5]}\n{"id":"a","asOf":"2026-11-22","as_of":"2026-11-22"}\n',
  });
  expect(placesIn(wrong)).toEqual(["-:1:principal", "-:2:as_of"]);
});

test("a priority may be a number too; that no debt is paid is said only where all could be read", async () => {
  const folder = emptyFolder();
  writeFileSync(join(folder, "debts.csv"), "name,principal,priority\na,1000,first\nb,1000,never\n");
  const { stderr } = await overdueSim(["plan", "--debts", "debts.csv", "--budget", "100/month"], { folder });
  expect(stderr).toBe("overdue-sim: debts.csv:2:priority: “first” is not known here. Choose from: 1-1000, never.\n");
});

test.each([
  ["--penalty", "lpr1y*4"],
  ["--cap", "charges=lpr1y*4"],
  ["--compound", "interest:rate=lpr1y"],
])("%s %s: only the contract rate stands on the LPR, and what to write instead is said", async (option, value) => {
  const run = await overdueSim(["simulate", ...LOAN, option, value]);
  expect(placesIn(run)).toEqual([option]);
  expect(run.stderr).toContain("Only the contract rate (--rate) takes the LPR");
});

const MISFIT = {
  charges:
    "there is no such cap of charges. Of all charges write a share or a yearly rate: charges=100%, charges=24%/year.",
  fee: "there is no such cap of fee. Write a share (fee=60%),",
};

test.each([
  ["charges=50/day", [], MISFIT.charges],
  ["charges=日息2分", [], MISFIT.charges],
  ["fee=50/year", [], MISFIT.fee],
  ["charges=50/year", ["charges=50%/year", "charges=5000%/year"], "“charges=50/year” may be meant in percent"],
  ["息费=年息万五/day", ["息费=0.05%/year"], "“息费=年息万五/day” may be meant for the one or the other"],
  ["penalty=0.5/day", ["penalty=0.5%/day", "penalty=50%/day"], "“penalty=0.5/day” may be meant in percent"],
])("--cap %s: what is shown instead is a cap: %s", async (written, shown, said) => {
  const { stderr } = await overdueSim(["simulate", ...LOAN, "--cap", written]);
  expect(stderr).toContain(`--cap: ${said}`);
  expect([...stderr.matchAll(/'([^']+)'/g)].map(([, form]) => form)).toEqual(shown);
  for (const form of shown) expect((await overdueSim(["simulate", ...LOAN, "--cap", form])).status).toBe(0);
});

test.each([
  [
    "en",
    "Run the book once more without --resume, or its pieces, each with a --summary of its own, which batch --merge adds up.",
  ],
  ["zh", "请不带 --resume 再算一遍整份清单；或者分成几部分，各自加 --summary，再用 batch --merge 合并汇总。"],
])("a summary beside --resume: how to come by it is said: %s", async (language, hint) => {
  const line = ["batch", "book.csv", "-o", "out", "--resume", "--summary", "sums.json", "--lang", language];
  const run = await overdueSim(line, { folder: emptyFolder() });
  expect(placesIn(run)).toEqual(["--summary"]);
  expect(run.stderr).toContain(hint);
});

describe("of which instalment of a contract was missed first", () => {
  const CONTRACT = { borrowed: "12000", months: 12, method: "flat", firstDue: "2026-06-15", missedSince: "2026-07-16" };
  const ASKED = ["plan", "--as-of", "2026-11-22", "--budget", "4500/month"];

  test.each([
    [
      "en",
      "or its number: 2026-07-15 (2) or 2026-08-15 (3).",
      "missed_since, or the days since its due date with days",
    ],
    [
      "zh",
      "2026-07-15（第 2 期）或 2026-08-15（第 3 期）。",
      "用 missed_since 写到期日或期数，或用 days_overdue 写那一期",
    ],
  ])("%s: a table and a loan file are told what to write", async (language, dues, columns) => {
    const folder = emptyFolder();
    const lines = ["name,principal,months,method,first_due,missed_since", "a,12000,12,flat,2026-06-15,2026-07-16"];
    writeFileSync(join(folder, "debts.csv"), [...lines, "b,7262,5,flat,2026-06-15,", ""].join("\n"));
    writeFileSync(join(folder, "loan.json"), JSON.stringify({ contract: CONTRACT }));
    const told = (...debt: readonly string[]) => overdueSim([...ASKED, ...debt, "--lang", language], { folder });
    const ofTable = await told("--debts", "debts.csv");
    expect(placesIn(ofTable)).toEqual(["debts.csv:2:missed_since", "debts.csv:3:first_due"]);
    expect(ofTable.stderr).toContain(dues);
    expect(ofTable.stderr).toContain(columns);
    const ofFile = await told("--loan", "loan.json");
    expect(placesIn(ofFile)).toEqual(["loan.json:1:missedSince"]);
    expect(ofFile.stderr).toContain(dues);
  });
});
