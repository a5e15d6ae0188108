/** `plan --debts` from the line to the output: the shape of its document, and every line's mistakes. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";
import { overdueSim as builtProgram, emptyFolder } from "../command-line/overdue-sim.ts";

const HEADER = "name,principal,rate,days_overdue,minimum,priority";

function folderWith(...lines: readonly string[]): string {
  const folder = emptyFolder();
  writeFileSync(join(folder, "debts.csv"), [HEADER, ...lines, ""].join("\n"));
  return folder;
}

const THREE = ['card,12000,18%/year,30,"max(100,5%)",', "app,3000,0.04%/day,10,,", "shop,5000,2%/month,60,,"];
const DEBTS = ["plan", "--debts", "debts.csv"];
const PLAN = [...DEBTS, "--budget", "1500/month"];

test("the document has the keys of its schema, all orders beside each other, and cheapest is never dearer", async () => {
  const document = JSON.parse(await printed([...PLAN, "--json"], { folder: folderWith(...THREE) }));
  expect(document.schema).toBe("overdue-sim/plan@1");
  expect(Object.keys(document.rows[0])).toEqual(["month", "paid", "byDebt"]);
  expect(Object.keys(document.rows[0].byDebt)).toEqual(["card", "app", "shop"]);
  expect(Object.keys(document.rows[0].byDebt.card)).toEqual(["paid", "toPrincipal", "owed"]);
  expect(document.rows[0]).toMatchObject({ month: "2026-12", paid: 1_500 });
  const costs = document.orders.map((each: { totalCost: number }) => each.totalCost);
  const cheapest = document.orders.find((each: { order: string }) => each.order === "cheapest");
  expect(cheapest.totalCost).toBe(Math.min(...costs));
  expect(document.summary.cheapestIsProven).toBe(true);
  // 12,000 × 0.075 % × 30 = 270, 3,000 × 0.06 % × 10 = 18 and 5,000 × 0.1 % × 60 = 300 have come to the principal.
  expect(document.debts.map((each: { owed: number }) => each.owed)).toEqual([12_270, 3_018, 5_300]);
  expect(document.summary.owed).toBe(20_588);
});

test("where the three years have run out for a debt, that is said before what the budget comes to, with its name", async () => {
  const days = ["--as-of", "2026-11-22"];
  // 1,000 days are not three years, 1,200 are.
  const folder = folderWith("old,5000,2%/month,1200,,", "late,5000,2%/month,1000,,", "kept,500,2%/month,1300,,never");
  const { findings } = JSON.parse(await printed([...PLAN, ...days, "--json"], { folder }));
  expect(findings[0]).toBe("debts-limitation-run-out");
  const english = await printed([...PLAN, ...days], { folder });
  expect(english.replaceAll(/\s+/g, " ")).toMatch(
    /^First of all ask a lawyer or legal aid about old, kept: .* \(Civil Code, art 192\)\./,
  );
  expect(await printed([...PLAN, ...days, "--lang", "zh"], { folder })).toMatch(/^old、kept：先咨询律师或法律援助/);
  const elsewhere = await printed([...PLAN, ...days, "--jurisdiction", "none", "--json"], { folder });
  expect(JSON.parse(elsewhere).findings).not.toContain("debts-limitation-run-out");
});

test.each([
  ["en", "that no more charges accrue", /penalty/],
  ["zh", "停止计收息费", /罚息/],
])("debts may be cards, which have no penalty: no sentence speaks of one (%s)", async (language, asked, penalty) => {
  const line = [...DEBTS, "--as-of", "2026-11-22", "--lang", language];
  for (const budget of ["400/month", "300/month"]) {
    const page = await printed([...line, "--budget", budget], { folder: folderWith(...THREE) });
    const [answer = ""] = page.split(/Assumed, not given|以下是假定/);
    expect(answer.replaceAll(/\s+/g, language === "en" ? " " : "")).toContain(asked);
    expect(answer).not.toMatch(penalty);
  }
});

describe("where two debts fall due on one day and the budget serves only one", () => {
  const header = "name,principal,rate,penalty,minimum,months,method,first_due";
  const owed = [
    "a,8500,12%/year,,,11,interest-first,2026-12-27",
    "b,3500,12%/year,1x,,5,equal-principal,2026-12-15",
    "c,4000,0.05%/day,2x,100,,,",
    "d,7500,12%/year,1.5x,,7,equal-principal,2026-12-15",
  ] as const;
  const costs = async (places: readonly (0 | 1 | 2 | 3)[]): Promise<Readonly<Record<string, number>>> => {
    const folder = folderWith();
    writeFileSync(join(folder, "debts.csv"), [header, ...places.map((place) => owed[place]), ""].join("\n"));
    const words = [...DEBTS, "--budget", "1175/month", "--as-of", "2026-11-22", "--json"];
    const { orders } = JSON.parse(await printed(words, { folder }));
    return Object.fromEntries(
      orders.map(({ order, totalCost }: { order: string; totalCost: number }) => [order, totalCost]),
    );
  };

  test("the order of the plan decides: cheapest and dearest first do not hang on the lines of the file", async () => {
    const [one, other] = [await costs([0, 1, 2, 3]), await costs([2, 0, 3, 1])];
    expect(one).toMatchObject({ cheapest: 3_664.74, avalanche: 3_676.04 });
    expect(other).toMatchObject({ cheapest: 3_664.74, avalanche: 3_676.04, listed: 3_664.74 });
  });
});

test("a file of one debt gives the same as plan --budget", async () => {
  const folder = folderWith("only,5000,2%/month,60,,");
  const several = JSON.parse(await printed([...PLAN, "--first", "listed", "--json"], { folder }));
  const one = ["--principal", "5000", "--rate", "2%/month", "--days-overdue", "60", "--budget", "1500/month", "--json"];
  const { summary } = JSON.parse(await printed(["plan", ...one]));
  expect(several.summary).toMatchObject({ clearedOn: summary.clearedOn });
  expect(several.debts[0].clearedOn).toBe(summary.clearedOn);
});

test("of one debt no order is said, and none is compared; JSON has them", async () => {
  const folder = folderWith("only,5000,2%/month,60,,");
  const page = await printed(PLAN, { folder });
  expect(page).toMatch(/^All is cleared on /);
  expect(page).not.toMatch(/In the order|The orders beside each other/);
  const { orders } = JSON.parse(await printed([...PLAN, "--json"], { folder }));
  expect(orders).toHaveLength(6);
});

test("a row that adds up the others is no debt; one that is called so and adds up nothing is asked about", async () => {
  const asked = (...lines: readonly string[]) => overdueSim([...PLAN, "--json"], { folder: folderWith(...lines) });
  const total = "合计,20000,,,,";
  // Of each debt the plan is the same; the table itself is not named in it.
  expect(JSON.parse((await asked(...THREE, total)).stdout)).toEqual(JSON.parse((await asked(...THREE)).stdout));
  const { status, stderr } = await asked(...THREE, "合计,20000.01,2%/month,,,");
  expect([status, stderr]).toEqual([
    2,
    "overdue-sim: debts.csv:5:name: “合计” is a line of totals and no loan. Take the line out; a loan that is called so needs another name.\n",
  ]);
});

test("headings as people have them, with the period of a rate in its heading", async () => {
  const folder = emptyFolder();
  const plan = async (table: string) => {
    writeFileSync(join(folder, "debts.csv"), table);
    return JSON.parse(await printed([...PLAN, "--json"], { folder })).debts;
  };
  const named =
    "序号,平台,欠款本金（元）,年化利率,逾期天数,每月最低还款,备注\n1,甲,12000,18%,30,500,分期\n2,乙,3000,2分,10,,\n";
  const plain = "name,principal,rate,days_overdue,minimum\n甲,12000,18%/year,30,500\n乙,3000,20%/year,10,\n";
  expect(await plan(named)).toEqual(await plan(plain));
});

test("a priority is known by its usual Chinese heading too", async () => {
  const folder = emptyFolder();
  const plan = async (header: string) => {
    writeFileSync(join(folder, "debts.csv"), `${header}\n甲,12000,2\n乙,3000,1\n`);
    return await printed([...PLAN, "--json"], { folder });
  };
  expect(await plan("名称,本金,优先级")).toBe(await plan("name,principal,priority"));
});

describe("mistakes", () => {
  test("of every line are told with line and column", async () => {
    const folder = folderWith("a,x,2%/month,1,,", "a,5000,2,1,,soon", ",5000,2%/month,-1,,");
    const { status, stdout, stderr } = await overdueSim(PLAN, { folder });
    expect([status, stdout]).toEqual([2, ""]);
    for (const place of [":2:principal:", ":3:name:", ":3:rate:", ":3:priority:", ":4:name:", ":4:days_overdue:"]) {
      expect(stderr).toContain(`debts.csv${place}`);
    }
  });

  test.each([
    [["--budget", "0/month"], "--budget:"],
    [["--budget", "0/month:from=2027-06-01"], "--budget:"],
    [["--budget", "100/month:from=2020-06-01"], "--budget:"],
    [["--budget", "1/month", "--principal", "5"], "--principal:"],
    [["--income", "5000/month", "--living", "5000/month"], "--living:"],
    [["--income", "5000/month"], "--income:"],
    [["--living", "3000/month"], "--living:"],
    [
      ["--income", "300/day", "--living", "4000/month"],
      "Give both by the month: --income 8000/month --living 5000/month.",
    ],
    [["--income", "5000/month", "--living", "3000/month", "--budget", "1/month"], "--income:"],
    [["--budget", "1/month", "--extra", "4000"], "--extra:"],
    [[], "--budget"],
  ])("%j", async (options, place) => {
    const line = [...DEBTS, ...options];
    const { status, stderr } = await overdueSim(line, { folder: folderWith(...THREE) });
    expect(status).toBe(2);
    expect(stderr).toContain(place);
  });
});

test("an option that every line has its own word for is judged all the same, and also where no line can be read", async () => {
  const folder = folderWith(...THREE);
  for (const file of ["debts.csv", "missing.csv"]) {
    const line = ["plan", "--debts", file, "--budget", "1500/month", "--rate", "18", "--by", "x"];
    const { status, stdout, stderr } = await overdueSim(line, { folder });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.match(/--rate:/g)).toHaveLength(1);
    expect(stderr.match(/--by:/g)).toHaveLength(1);
  }
});

test("of a debt that passes what can be counted nothing is said to be of a century", async () => {
  const folder = folderWith("a,50000,0.2%/day,30,,", "b,300,1%/year,0,,");
  const line = ["plan", "--debts", "debts.csv", "--first", "listed", "--compound", "all", "--as-of", "2026-11-22"];
  const said = async (budget: string): Promise<string> =>
    (await printed([...line, "--budget", budget, "--lang", "en"], { folder })).replaceAll(/\s+/g, " ");
  expect(await said("1000/month")).toContain(
    "those of 100 years. The largest amount that can be counted is passed by a on 2044-06-24: what is paid there is counted until then.",
  );
  expect(await said("10000/month")).not.toContain("largest amount");
});

// About 22.90 of charges a month leave 7 of 30 for 50,300.00: it shrinks, for centuries.
test.each([
  ["en", "does not clear a, b within a century"],
  ["zh", "一百年内还不清：a、b"],
])("what would take centuries is not called never (%s)", async (language, expected) => {
  const folder = folderWith("a,50000,0.001%/day,30,,", "b,300,0.001%/day,30,,");
  const line = ["plan", "--debts", "debts.csv", "--budget", "30/month", "--as-of", "2026-11-22", "--lang", language];
  const text = await printed(line, { folder });
  expect(text.replaceAll(/\s+/g, language === "en" ? " " : "")).toContain(expected);
});

test("a mistyped column does not hide what else is wrong, nor make its cells missing", async () => {
  const folder = folderWith();
  writeFileSync(join(folder, "debts.csv"), "name,principle,rate,colour\na,5000,2,red\nb,x,2%/month,\n");
  const { status, stderr } = await overdueSim([...PLAN, "--lang", "en"], { folder });
  expect(status).toBe(2);
  for (const place of [":1:principle:", ":1:colour:", ":2:rate:", ":3:principal:"]) {
    expect(stderr).toContain(`debts.csv${place}`);
  }
  expect(stderr).not.toContain("debts.csv:2:principal");
});

test.each(["table", "csv", "md", "html", "ndjson"])("is printed as %s, in both languages", async (format) => {
  const folder = folderWith(...THREE, "left,100,1%/month,1,,never");
  for (const lang of ["en", "zh"]) {
    const text = await printed([...PLAN, "--first", "avalanche", "--format", format, "--lang", lang], { folder });
    expect(text).toContain("card");
  }
});

test("where the budget does not stop the growth that is said first, with what to ask for", async () => {
  const folder = folderWith("a,50000,2%/month,90,,", "b,20000,3%/month,90,,");
  const line = [...DEBTS, "--budget", "1000/month", "--lang", "en"];
  const text = (await printed(line, { folder })).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/^The budget does not stop the debts from growing/);
  expect(text).toContain("The least to ask");
});

describe("the budget", () => {
  /** What is paid in each of the first months. */
  const paid = async (...options: readonly string[]): Promise<readonly number[]> => {
    const folder = folderWith(...THREE);
    writeFileSync(join(folder, "lean.csv"), "month,amount\n2027-01,500\n2027-02,0\n");
    writeFileSync(join(folder, "one.csv"), "month,amount\n2027-01,500\n");
    writeFileSync(join(folder, "steps.csv"), "from,amount\n2026-11-23,1500\n2027-02-01,2500\n");
    writeFileSync(join(folder, "少的月份.csv"), "预算表\n\n月份;金额（元）\n2027年1月;500.00\n2027-02;0\n");
    writeFileSync(join(folder, "分段.csv"), "预算表\n\n开始日期\t金额\n2026-11-23\t1500\n2027-02-01\t2500\n");
    const line = [...DEBTS, "--as-of", "2026-11-22", "--first", "listed", ...options, "--json"];
    const document = JSON.parse(await printed(line, { folder }));
    return document.rows.slice(0, 4).map((row: { readonly paid: number }) => row.paid);
  };

  test.each([
    [
      ["--budget", "1500/month", "--extra", "4000@2027-02-01"],
      [1_500, 1_500, 5_500, 1_500],
    ],
    [
      ["--budget", "1500/month", "--budget", "2500/month:from=2027-02-01"],
      [1_500, 1_500, 2_500, 2_500],
    ],
    [
      ["--income", "8000/month", "--living", "6500/month"],
      [1_500, 1_500, 1_500, 1_500],
    ],
    [
      ["--budget", "1500/month", "--budget", "lean.csv"],
      [1_500, 500, 0, 1_500],
    ],
    [
      ["--budget", "1500/month", "--budget", "少的月份.csv"],
      [1_500, 500, 0, 1_500],
    ],
    [
      ["--budget", "分段.csv"],
      [1_500, 1_500, 2_500, 2_500],
    ],
    [
      ["--income", "8000/month", "--living", "6500/month", "--budget", "lean.csv"],
      [1_500, 500, 0, 1_500],
    ],
    [
      ["--budget", "1500/month:from=2027-03-01", "--budget", "one.csv"],
      [0, 500, 0, 1_500],
    ],
    [
      ["--budget", "steps.csv"],
      [1_500, 1_500, 2_500, 2_500],
    ],
    [
      ["--budget", "2000/month:from=2027-02-01", "--budget", "1000/month", "--budget", "lean.csv"],
      [1_000, 500, 0, 2_000],
    ],
  ] as const)("%j", async (options, expected) => {
    expect(await paid(...options)).toEqual(expected);
  });

  test("a month in which no pay day is left is refused, and not passed over", async () => {
    const folder = folderWith(...THREE);
    writeFileSync(join(folder, "lean.csv"), "month,amount\n2026-11,500\n2026-12,600\n");
    const { status, stdout, stderr } = await overdueSim([...PLAN, "--budget", "lean.csv"], { folder });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^overdue-sim: lean\.csv:2:month: 2026-11 is not after 2026-11-22,[^\n]+\n$/);
  });

  test("of an income says what is kept for living", async () => {
    const line = [...DEBTS, "--income", "8000/month", "--living", "6500/month", "--lang"];
    const folder = folderWith(...THREE);
    expect(await printed([...line, "en"], { folder })).toContain(
      "of an income of 8,000.00, 6,500.00 is kept for living",
    );
    expect(await printed([...line, "zh"], { folder })).toContain(
      "收入 8,000.00 元，留出生活费 6,500.00 元，预算是 1,500.00",
    );
  });

  test("by the month is wrong in ways that are told with line and column", async () => {
    const folder = folderWith(...THREE);
    writeFileSync(join(folder, "bad.csv"), "month,amount\n2026-01,500\n2027-02,x\n2027-02,5\n,5\n");
    const line = [...DEBTS, "--as-of", "2026-11-22", "--budget", "bad.csv"];
    const { status, stdout, stderr } = await overdueSim([...line, "--budget", "1500/month"], { folder });
    expect([status, stdout]).toEqual([2, ""]);
    for (const place of [":2:month:", ":3:amount:", ":4:month:", ":5:month:"])
      expect(stderr).toContain(`bad.csv${place}`);
    writeFileSync(join(folder, "bad.csv"), "month,amount\n2027-13,500\n2027年0月,5\n");
    const noMonths = (await overdueSim(line, { folder })).stderr;
    expect([noMonths.includes("“2027-13” "), noMonths.includes("“2027年0月” ")]).toEqual([true, true]);
    writeFileSync(join(folder, "bad.csv"), "month,amount\n2027-02,5\n");
    writeFileSync(join(folder, "again.csv"), "month,amount\n2027-02,6\n");
    const twice = await overdueSim([...line, "--budget", "1500/month", "--budget", "again.csv"], { folder });
    expect([twice.status, twice.stderr]).toEqual([2, expect.stringMatching(/^overdue-sim: again\.csv:2:month: /)]);
    expect((await overdueSim(line, { folder })).stderr).toContain("--budget 3000/month");
    const weekly = await overdueSim([...line, "--budget", "100/week"], { folder });
    expect([weekly.status, weekly.stderr]).toEqual([2, expect.stringContaining("--budget:")]);
  });

  test("that is less than a minimum payment is answered with the debt that goes short", async () => {
    const folder = folderWith('card,12000,18%/year,1,"5000",', "app,3000,0.04%/day,10,,");
    const line = [...DEBTS, "--budget", "1000/month", "--as-of", "2026-11-22", "--first", "listed"];
    const { debts, findings } = JSON.parse(await printed([...line, "--json"], { folder }));
    expect(findings).toContain("debts-unserved");
    expect(debts.map((debt: { notServedFrom: unknown }) => debt.notServedFrom)).toEqual(["2026-12-22", null]);
    expect((await printed([...line, "--lang", "en"], { folder })).replaceAll(/\s+/g, " ")).toContain(
      "card first lacks 4,000.00 on 2026-12-22",
    );
  });
});

test("a workbook has the months of every debt", async () => {
  const folder = folderWith(...THREE);
  expect(await printed([...PLAN, "--first", "listed", "--format", "xlsx", "-o", "plan.xlsx"], { folder })).toBe("");
  expect(readFileSync(join(folder, "plan.xlsx")).subarray(0, 2).toString()).toBe("PK");
});

describe("what to ask for", () => {
  test("is that interest stops on the fewest debts, the dearest first", async () => {
    const folder = folderWith("dear,20000,3%/month,30,,", "cheap,10000,0.5%/month,30,,");
    const line = [...DEBTS, "--budget", "700/month", "--first", "avalanche", "--as-of", "2026-11-22"];
    const { summary } = JSON.parse(await printed([...line, "--json"], { folder }));
    expect(summary.ask).toMatchObject({ kind: "interest-stopped", debts: ["dear"] });
    expect(summary.ask.clearedOn <= "2031-11-22").toBe(true);
  });

  /** 53,450 and 51,125 are owed; of the first all is waived within two weeks, which what is asked of all lenders leaves out. */
  test("leaves later charges and waivers out where all lenders are asked for the same, and says so", async () => {
    const folder = emptyFolder();
    const waivers = [{ date: "2026-12-05", share: "100%", component: "all" }];
    const loan = { asOf: "2026-11-22", instalments: [{ due: "2026-08-22", principal: 50_000 }], waivers };
    writeFileSync(join(folder, "loan.json"), JSON.stringify(loan));
    writeFileSync(
      join(folder, "debts.csv"),
      "name,principal,rate,days_overdue,loan\na,,,,loan.json\nb,50000,18%/year,30,\n",
    );
    const said = async (budget: string, language: string): Promise<string> =>
      await printed([...DEBTS, "--budget", budget, "--as-of", "2026-11-22", "--lang", language], { folder });
    const left = "What is charged and waived for a on dates after 2026-11-22 is not counted in what to ask for.";
    expect(await said("400/month", "en")).toContain(
      `Nothing that is usually asked of lenders fits this budget.\n${left}`,
    );
    expect(await said("400/month", "zh")).toContain("没有算进可以谈的方案");
    // That interest stops on b is found with the waiver: 51,125.00 over 57 months.
    expect(await said("900/month", "en")).not.toContain(left);
  });

  /** 3,000 and fees of 900, all still to come: 60 months of 65.00 pay them, if nothing is added. */
  test("counts fees of instalments still to come once", async () => {
    const folder = emptyFolder();
    const instalments = ["2026-12-22", "2027-01-22", "2027-02-22"].map((due) => ({ due, principal: 1_000, fee: 300 }));
    const loan = { asOf: "2026-11-22", instalments, terms: { rate: "30%/year" } };
    writeFileSync(join(folder, "loan.json"), JSON.stringify(loan));
    writeFileSync(join(folder, "debts.csv"), "name,loan\na,loan.json\n");
    const asked = async (budget: string): Promise<unknown> =>
      JSON.parse(await printed([...DEBTS, "--budget", budget, "--json"], { folder })).summary.ask;
    expect(await asked("65/month")).toEqual({ kind: "interest-stopped", debts: ["a"], clearedOn: "2031-11-22" });
    expect(await asked("64/month")).toMatchObject({ kind: "all-lenders", months: 61 });
  });

  test("is the same of all lenders where that is not enough, and the amounts add up to the budget or less", async () => {
    const folder = folderWith("a,50000,2%/month,90,,", "b,20000,3%/month,90,,");
    const line = [...DEBTS, "--budget", "1000/month", "--first", "avalanche", "--json"];
    const { ask } = JSON.parse(await printed(line, { folder })).summary;
    expect(ask.kind).toBe("all-lenders");
    expect(Object.keys(ask.monthly)).toEqual(["a", "b"]);
    expect(ask.monthly.a + ask.monthly.b).toBeLessThanOrEqual(1_000);
  });
});

test("beyond six debts a debt has a row, and no sentence names more than a few", async () => {
  const many = Array.from({ length: 30 }, (_, index) => `debt-${index},${1_000 + 100 * index},2%/month,30,,`);
  const folder = folderWith(...many);
  const line = [...DEBTS, "--budget", "1000/month", "--as-of", "2026-11-22", "--first", "snowball"];
  for (const lang of ["en", "zh"]) {
    const text = await printed([...line, "--lang", lang], { folder });
    const [sentences = "", ...tables] = text.split("\n\n");
    expect(sentences.length).toBeLessThan(1_500);
    for (let index = 0; index < 30; index += 1) expect(tables.join("\n\n")).toMatch(new RegExp(`^debt-${index} `, "m"));
  }
});

test("sums beyond what is counted exactly are a problem, in the built program too", () => {
  const folder = folderWith(...["a", "b", "c"].map((name) => `${name},9000000000,60%/day,3,,`));
  const { status, stdout, stderr } = builtProgram([...PLAN, "--as-of", "2026-11-22", "--lang", "en"], { folder });
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("overdue-sim: plan:");
});

describe("what a debtor is told", () => {
  const AS_OF = ["--as-of", "2026-11-22"];
  const folderOf = (...lines: readonly string[]): string => {
    const folder = folderWith();
    writeFileSync(join(folder, "debts.csv"), [...lines, ""].join("\n"));
    return folder;
  };
  const planned = async (folder: string, ...options: readonly string[]) =>
    JSON.parse(await printed([...DEBTS, ...AS_OF, ...options, "--json"], { folder }));
  const said = async (folder: string, ...options: readonly string[]): Promise<string> => {
    const text = await printed([...DEBTS, ...AS_OF, ...options, "--lang", "en"], { folder });
    return text.replaceAll(/\s+/g, " ");
  };

  // From 2026-11-23 to 12-10 are 18 days, so that 1,800 of 100 a day is there for 1,000 and a month's interest of 120.
  test.each(["3000/month", "100/day", "700/week"])("an instalment is saved for out of %s", async (budget) => {
    const folder = folderOf(
      "name,principal,rate,months,method,first_due,days_overdue",
      "bank,12000,12%/year,12,equal-principal,2026-12-10,",
      "app,20000,24%/year,,,,30",
    );
    const { debts, findings, rows } = await planned(folder, "--budget", budget, "--first", "avalanche");
    expect(debts[0]).toMatchObject({ name: "bank", monthsOverdue: 0, notServedFrom: null });
    expect(findings).not.toContain("debts-unserved");
    expect(rows[0].byDebt.bank.paid).toBe(1_120);
  });

  // Of 700 on 11-29 300 are kept, and 300 of the rest pay the fridge, so that the card gets what was kept with the last 100:
  // 34.00 until then on 2,000 at 0.1 % a day, 11.44 on 1,634.00, 6.62 on 945.44 and 1.76 on 252.06 in the weeks after.
  test("what was kept for an instalment goes to the next debt on the day on which the rest pays it", async () => {
    const folder = folderOf(
      "name,principal,rate,penalty,months,method,first_due,days_overdue",
      "fridge,300,0%/year,,1,equal-principal,2026-12-04,",
      "card,2000,0.1%/day,0.1%/day,,,,10",
    );
    const { debts } = await planned(folder, "--budget", "700/week", "--first", "listed", "--compound", "none");
    expect(debts[0]).toMatchObject({ name: "fridge", clearedOn: "2026-11-29", paid: 300 });
    expect(debts[1]).toMatchObject({ name: "card", clearedOn: "2026-12-20", totalCost: 53.82 });
  });

  // 14 days of 80 are the 1,120 of 2026-12-10; the minimum of about 600 comes out of the 16 after them.
  // Of 60 a day only 1,080 is there by 2026-12-10.
  test.each([
    ["80/day", 1_120, null],
    ["60/day", 1_080, "2026-12-10"],
  ])("a minimum out of %s leaves the instalment what there is", async (budget, paid, notServedFrom) => {
    const folder = folderOf(
      "name,principal,rate,days_overdue,minimum,months,method,first_due",
      'card,12000,18%/year,30,"max(100,5%)",,,',
      "bank,12000,12%/year,,,12,equal-principal,2026-12-10",
    );
    const { debts, findings, rows } = await planned(folder, "--budget", budget, "--first", "avalanche");
    expect(rows[0].byDebt.bank.paid).toBe(paid);
    expect(debts[1]).toMatchObject({ name: "bank", notServedFrom });
    expect(findings.includes("debts-unserved")).toBe(notServedFrom !== null);
  });

  test("a minimum payment stands beside an instalment, and is paid where nothing is due", async () => {
    const both = folderOf(
      "name,principal,rate,minimum,months,method,first_due",
      "app,3000,0.04%/day,,,,",
      "bank,12000,12%/year,100,12,equal-principal,2026-12-10",
    );
    const first = await planned(both, "--budget", "1500/month", "--first", "listed");
    expect(first.rows[0].byDebt.bank.paid).toBe(1_120);
    expect(first.debts[1].monthsOverdue).toBe(0);
    const line = folderOf(
      "name,principal,rate,minimum,months,method,first_due",
      "line,20000,15%/year,500,24,bullet,2026-12-10",
      "app,9000,0.04%/day,,,,",
    );
    const other = await planned(line, "--budget", "3000/month", "--first", "overdue");
    expect(other.rows[0].byDebt.line.paid).toBe(500);
  });

  test("what is asked of each lender clears what is left of his debt", async () => {
    const folder = folderWith("a,12000,18%/year,30,,", "b,3000,0.04%/day,10,,", "c,5000,2%/month,60,,");
    const { ask } = (await planned(folder, "--budget", "300/month")).summary;
    // With the penalty waived 12,000, 3,000 and 5,000 are left; 67 months of these clear them.
    expect(ask).toMatchObject({ months: 67, monthly: { a: 179.11, b: 44.78, c: 74.63 } });
  });

  // Without the penalty of 69.75, 17,159.70, 28,200.00, 7,400.00 and 21,798.25 are left; 80 parts of them, each rounded up,
  // are 931.98.
  test("what rounding up takes of the budget does not lengthen the term where there is room for it", async () => {
    const folder = folderOf(
      "name,principal,rate,penalty,days_overdue,minimum,months,method,first_due",
      "d1,17159.70,3%/year,,0,,,,",
      'd2,28200.00,23%/year,,0,"max(32,2%)",,,',
      "d3,7400.00,9%/year,1.3x,29,,,,",
      "d4,21765.00,11%/year,1x,,,12,equal-principal,2026-12-04",
    );
    const { ask } = JSON.parse(
      await printed([...DEBTS, "--budget", "932/month", "--as-of", "2026-11-09", "--compound", "none", "--json"], {
        folder,
      }),
    ).summary;
    expect(ask).toMatchObject({ months: 80, monthly: { d1: 214.5, d2: 352.5, d3: 92.5, d4: 272.48 } });
  });

  test("the fewest debts need not be the dearest ones", async () => {
    const folder = folderWith("a,12000,18%/year,30,,", "b,3000,0.04%/day,10,,", "c,5000,2%/month,60,,");
    const { ask } = (await planned(folder, "--budget", "410/month", "--first", "avalanche")).summary;
    expect(ask).toMatchObject({ kind: "interest-stopped", debts: ["a"], clearedOn: "2031-09-22" });
  });

  test("the smallest budgets of the cheapest order are enough and no more", async () => {
    const folder = folderWith("a,12000,18%/year,30,,", "b,3000,0.04%/day,10,,", "c,5000,2%/month,60,,");
    const { smallestBudget } = (await planned(folder, "--budget", "410/month", "--first", "cheapest")).summary;
    expect(smallestBudget).toMatchObject({ months12: 1_962.04, notGrowing: 437.14 });
    const enough = await planned(folder, "--budget", "1962.04/month", "--first", "cheapest");
    expect(enough.summary).toMatchObject({ clearedOn: "2027-11-22", smallestBudget: { months12: 1_962.04 } });
  });

  test("that the debts grow is said first, also where they are cleared decades later", async () => {
    const folder = folderWith("a,12000,18%/year,30,,", "b,3000,0.04%/day,10,,", "c,5000,2%/month,60,,");
    const text = await said(folder, "--budget", "300/month", "--first", "avalanche");
    expect(text).toMatch(/^The budget does not stop the debts from growing at first: on 2026-11-22 20,588.00 is owed/);
    expect(text).toContain("all is cleared on 2069-12-22");
  });

  test("a pinned debt is paid first in the answer, and named first", async () => {
    const folder = folderWith("tax,9000,3%/year,0,,1", "app,3000,24%/year,60,,", "shop,5000,18%/year,30,,");
    const { summary, debts } = await planned(folder, "--budget", "1500/month");
    expect(summary.order).not.toBe("pro-rata");
    expect(debts[0]).toMatchObject({ name: "tax", clearedOn: "2027-06-22" });
    const text = await said(folder, "--budget", "1500/month");
    expect(text).toContain("What has a number of “priority” goes before any order, the smallest number first: tax.");
    expect(text).toContain(
      "The cheapest order is tax, app, shop: every order that the numbers of “priority” allow was tried.",
    );
    const chinese = await printed([...DEBTS, ...AS_OF, "--budget", "1500/month", "--lang", "zh"], { folder });
    expect(chinese).toContain("写了优先级数字的先还，不论按哪种顺序，数字小的在前：tax。");
    expect(chinese.replaceAll("\n", "")).toContain("最省的顺序是：tax、app、shop（优先级数字允许的顺序都试过）。");
    // Shared by what is owed no number counts.
    expect(await said(folder, "--budget", "1500/month", "--first", "pro-rata")).not.toContain("“priority”");
    const free = folderWith("tax,9000,3%/year,0,,", "app,3000,24%/year,60,,", "shop,5000,18%/year,30,,never");
    expect(await said(free, "--budget", "1500/month")).not.toContain("“priority”");
    expect(await said(free, "--budget", "1500/month")).toContain("every order of these debts was tried");
  });

  test("the smallest budgets of a fixed order are said with its debts", async () => {
    const folder = folderOf(
      "name,principal,rate,days_overdue,minimum,product,months,method,first_due",
      "d0,8000,18%/year,10,,jiebei,,,",
      "d1,12000,10%/year,,,bank-loan,12,equal-instalments,2026-12-10",
      "d2,8000,,40,10%,credit-card,,,",
      "d3,12000,18%/year,,,bank-loan,12,equal-instalments,2026-12-10",
    );
    const text = await said(folder, "--budget", "1500/month");
    expect(text).toContain(
      "In the order d3, d2, d0, d1, or “dearest first” where that takes less: the smallest budget with which",
    );
    const chinese = await printed([...DEBTS, ...AS_OF, "--budget", "1500/month", "--lang", "zh"], { folder });
    expect(chinese.replaceAll("\n", "")).toContain("按顺序“d3、d2、d0、d1”，或者“最贵的先还”更少时按后者：要使");
  });

  describe("with months that have less", () => {
    const leanFolder = (...months: readonly string[]): string => {
      const folder = folderWith("a,3000,18%/year,30,,", "b,3000,24%/year,30,,");
      writeFileSync(join(folder, "lean.csv"), ["month,amount", ...months, ""].join("\n"));
      return folder;
    };
    const lean = ["--budget", "lean.csv"];

    test("the smallest budgets keep these, and are enough and no more", async () => {
      const folder = leanFolder("2027-01,100", "2027-02,0");
      const { smallestBudget } = (await planned(folder, "--budget", "150/month", ...lean)).summary;
      expect(smallestBudget).toEqual({
        notGrowing: 174.14,
        months12: 718.08,
        months24: 370.29,
        months36: 267.96,
        months60: 190.6,
      });
      for (const [amount, end] of [
        ["718.08", "2027-11-22"],
        ["370.29", "2028-11-22"],
        ["267.96", "2029-11-22"],
        ["190.60", "2031-11-22"],
      ] as const) {
        const under = async (budget: string): Promise<string> =>
          (await planned(folder, "--first", "avalanche", "--budget", `${budget}/month`, ...lean)).summary.clearedOn;
        expect(await under(amount)).toBe(end);
        expect((await under((Number(amount) - 0.01).toFixed(2))) > end).toBe(true);
      }
      const grows = async (budget: string): Promise<boolean> =>
        (await planned(folder, "--budget", budget, ...lean)).findings.includes("debts-grow");
      expect([await grows("174.13/month"), await grows("174.14/month")]).toEqual([true, false]);
      const text = await said(folder, "--budget", "150/month", ...lean);
      expect(text).toContain("190.60 a month within 60 months. Months that have an amount of their own keep it.");
      expect(text).toContain("of 150.00 a month each gets: a 74.73, b 75.27.");
    });

    test("no budget reaches what these alone decide", async () => {
      const year = Array.from({ length: 12 }, (_, index) => {
        const month = (11 + index) % 12;
        return `${index === 0 ? 2026 : 2027}-${String(month + 1).padStart(2, "0")},10`;
      });
      const { smallestBudget } = (await planned(leanFolder(...year), "--budget", "150/month", ...lean)).summary;
      expect(smallestBudget).toMatchObject({ notGrowing: null, months12: null });
      expect(smallestBudget.months24).toBeGreaterThan(500);
    });

    test("what is asked of all lenders names the months in which there is less", async () => {
      const folder = leanFolder("2027-01,20", "2027-02,60", "2027-03,0");
      const { ask } = (await planned(folder, "--budget", "60/month", ...lean)).summary;
      expect(ask).toMatchObject({ months: 100, monthly: { a: 30, b: 30 }, short: { "2027-01": 20, "2027-03": 0 } });
      const text = await said(folder, "--income", "100/month", "--living", "40/month", ...lean);
      expect(text).toContain(
        "a 30.00, b 30.00. There is less than that in 2027-01 (20.00), 2027-03 (0.00): ask to pay what they lack at the end, or put it by before.",
      );
      const chinese = await printed([...DEBTS, ...AS_OF, "--budget", "60/month", ...lean, "--lang", "zh"], { folder });
      expect(chinese.replaceAll("\n", "")).toContain("2027-01（20.00 元）、2027-03（0.00 元）的钱不够：");
      expect((await planned(folder, "--budget", "60/month")).summary.ask.short).toEqual({});
    });

    test("a budget that is less for good is what is asked with, one that stops for a while has months with less", async () => {
      const folder = leanFolder();
      const asked = async (...budgets: readonly string[]) =>
        (await planned(folder, ...budgets.flatMap((text) => ["--budget", text]))).summary.ask;
      const least = await asked("55/month");
      expect(least).toMatchObject({ months: 110 });
      expect(await asked("60/month", "55/month:from=2028-01-01")).toEqual(least);
      expect(await asked("60/month", "20/month:from=2028-01-01")).toBeNull();
      expect(await asked("60/month", "0/month:from=2027-01-01", "60/month:from=2027-03-01")).toMatchObject({
        months: 100,
        short: { "2027-01": 0, "2027-02": 0 },
      });
      expect(await asked("60/month:from=2027-02-01")).toMatchObject({ short: { "2026-12": 0, "2027-01": 0 } });
    });

    test("the smallest budgets are the same throughout where the budget changes, which is said", async () => {
      const folder = leanFolder();
      const same = "within 60 months. Such a budget stays the same from the first payment on.";
      const { summary } = await planned(folder, "--budget", "150/month");
      for (const change of [
        ["--budget", "150/month", "--budget", "200/month:from=2028-01-01"],
        ["--budget", "150/month:from=2027-06-01"],
      ]) {
        expect((await planned(folder, ...change)).summary.smallestBudget).toEqual(summary.smallestBudget);
        expect(await said(folder, ...change)).toContain(same);
      }
      expect(await said(folder, "--budget", "150/month:from=2026-11-23")).not.toContain(same);
    });
  });

  test("what is owed in all counts what is left out, and interest for days still ahead", async () => {
    const folder = folderWith("a,10000,18%/year,30,,never", "b,1000,18%/year,30,,");
    // 30 × 0.075 % of penalty has come to each.
    expect((await planned(folder, "--budget", "100/month")).summary.owed).toBe(10_225 + 1_022.5);
    const loan = { asOf: "2026-11-22", instalments: [{ due: "2026-12-22", principal: "1000.00", interest: "30.00" }] };
    writeFileSync(join(folder, "ahead.json"), JSON.stringify(loan));
    writeFileSync(join(folder, "debts.csv"), ["name,loan", "ahead,ahead.json", ""].join("\n"));
    const { summary, debts } = await planned(folder, "--budget", "1/month");
    expect([summary.owed, debts[0].owed]).toEqual([1_030, 1_030]);
    expect(await said(folder, "--budget", "1/month")).toMatch(
      /: on 2026-11-22 1,000\.00 is owed, on 2027-11-22 1,[\d.]+, interest for days still ahead not counted\./,
    );
  });

  test("what is left out is told apart from what is cleared, and not everything can be", async () => {
    const folder = folderWith("a,10000,18%/year,30,,never", "b,1000,18%/year,30,,");
    const text = await said(folder, "--budget", "100/month", "--first", "listed");
    expect(text).toContain("all but what is left out is cleared on 2027-11-22");
    expect(text).toMatch(/a, on which 1[\d,.]+ is owed on 2027-11-22/);
    // The penalty of b is 0.75 a night and 273.75 a year, of which each of the twelve payments takes a part.
    expect(text).toContain("with which no more is owed after a year on those that get something is 22.82 a month");
    const nothing = folderWith("a,10000,18%/year,30,,never", "b,1000,18%/year,30,,never");
    const { status, stdout, stderr } = await overdueSim(PLAN, { folder: nothing });
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("debts.csv: ");
  });

  test("what was assumed is listed, of some debts with their names; missed instalments can be said", async () => {
    const header = "name,principal,rate,months,method,first_due,missed_since";
    const folder = folderOf(
      header,
      "x,8000,12%/year,12,equal-principal,2026-08-10,",
      "y,6000,15%/year,12,equal-principal,2026-07-31,2",
    );
    const text = await said(folder, "--budget", "2500/month");
    expect(text).toContain("x: The 4 instalments due so far are taken as paid");
    expect(text).toMatch(/No product is named; the terms of wangshangdai are taken/);
    expect(text).toContain("y: The 1 instalment before the first missed one is taken as paid");
    expect(await said(folder, "--budget", "2500/month", "--assumptions")).toMatch(/^Assumed, not given/);
  });

  test("a budget may begin on the day of the balances, and stop for a while", async () => {
    const folder = folderWith(...THREE);
    const listed = async (...budgets: readonly string[]) =>
      planned(folder, "--first", "listed", ...budgets.flatMap((text) => ["--budget", text]));
    const { rows } = await listed("1500/month");
    expect((await listed("1500/month:from=2026-11-22")).rows).toEqual(rows);
    const stopped = await listed("1500/month", "0/month:from=2027-01-01", "1500/month:from=2027-03-01");
    expect(stopped.rows.slice(0, 4).map(({ paid }: { readonly paid: number }) => paid)).toEqual([1_500, 0, 0, 1_500]);
    writeFileSync(join(folder, "lean.csv"), "from,amount\n2026-11-22,1500\n2027-01-01,0\n2027-03-01,1500\n");
    expect((await listed("lean.csv")).rows).toEqual(stopped.rows);
  });

  test("two budgets that hold from one day are a mistake", async () => {
    const folder = folderWith(...THREE);
    for (const from of ["", ":from=2027-06-01"]) {
      const budgets = ["1000/month", `1500/month${from}`, `2000/month${from}`].flatMap((text) => ["--budget", text]);
      const { status, stderr } = await overdueSim([...DEBTS, ...AS_OF, ...budgets], { folder });
      expect(status).toBe(2);
      expect(stderr).toContain(from === "" ? "hold from the beginning" : "hold from 2027-06-01");
    }
  });
});

const LOAN_FILE = {
  schema: "overdue-sim/loan@1",
  asOf: "2026-11-22",
  instalments: [{ due: "2026-08-22", principal: 1000 }],
};

test.each([
  ["en", "618.77 is paid, 381.23 less than the principal.", "was lent by the contract: lent. Where"],
  ["zh", "共还 618.77 元，比本金少 381.23 元。", "lent：实际到手的少于合同写明的借款。"],
])("less paid than the principal, and less received than lent, are said so (%s)", async (lang, less, received) => {
  const folder = folderWith();
  // 1,000.00, of which half is waived: the other half and 118.77 of charges are paid.
  const waivers = [{ date: "2026-12-02", amount: 500, component: "principal" }];
  writeFileSync(join(folder, "waived.json"), JSON.stringify({ ...LOAN_FILE, waivers }));
  writeFileSync(join(folder, "lent.json"), JSON.stringify({ ...LOAN_FILE, received: 900 }));
  const saying = async (file: string): Promise<string> => {
    writeFileSync(join(folder, "debts.csv"), `name,loan\n${file.replace(".json", "")},${file}\n`);
    const text = await printed([...DEBTS, "--budget", "100/month", "--lang", lang], { folder });
    return text.replaceAll("\n", lang === "en" ? " " : "");
  };
  expect(await saying("waived.json")).toContain(less);
  expect(await saying("waived.json")).not.toContain(received);
  expect(await saying("lent.json")).toContain(received);
});

test("what several debts do to the record, and what to know before paying, is said once for all of them", async () => {
  const folder = folderWith(...THREE);
  const text = (await printed([...PLAN, "--lang", "en"], { folder })).replaceAll(/\s+/g, " ");
  expect(text).toContain("Credit record: each debt counts for itself");
  expect(text).toContain("Before you pay or sign - Food, rent and medicine come before any instalment");
  expect(text).toContain("- Ask the lender itself for hardship terms");
  expect(text.match(/An extension is asked for/g)).toHaveLength(1);
  // With an income and what living takes, that living comes first is said of these figures.
  const income = [...DEBTS, "--income", "5000/month", "--living", "3500/month", "--lang", "en"];
  const fromIncome = (await printed(income, { folder })).replaceAll(/\s+/g, " ");
  expect(fromIncome.match(/Food, rent and medicine come/g)).toHaveLength(1);
  // Cleared before a month ends they have been overdue all the same.
  const atOnce = await printed([...DEBTS, "--budget", "90000/month", "--lang", "en"], { folder });
  expect(atOnce).toContain("Credit record: each debt counts for itself");
  const both = { folder: emptyFolder() };
  writeFileSync(
    join(both.folder, "debts.csv"),
    ["name,principal,days_overdue,product", "card,9000,45,credit-card", "lao,9000,60,private-loan", ""].join("\n"),
  );
  for (const [language, claim, others] of [
    ["en", "Credit record: each debt that is reported counts for itself", "Not reported: lao."],
    ["zh", "征信：报送征信的每一笔各算各的", "不报送征信的：lao。"],
  ] as const) {
    const said = (await printed([...PLAN, "--lang", language], both)).replaceAll(/\s+/g, language === "en" ? " " : "");
    expect(said).toContain(claim);
    expect(said).toContain(others);
  }
  // Between private people there is neither a register nor a regulator.
  const between = await printed([...PLAN, "--lender", "private", "--lang", "en"], { folder });
  expect(between).not.toMatch(/Credit record|12378|customer service/);
});

test("a debt without a name of its own has that of its loan file, and is refused where neither has one", async () => {
  const folder = emptyFolder();
  const files = { "one.json": { name: "one" }, "other.json": { name: "other" }, "unnamed.json": {} };
  for (const [file, named] of Object.entries(files)) {
    const loan = { asOf: "2026-11-22", instalments: [{ due: "2026-08-22", principal: "1000.00" }], ...named };
    writeFileSync(join(folder, file), JSON.stringify(loan));
  }
  const told = async (...lines: readonly string[]) => {
    writeFileSync(join(folder, "debts.csv"), lines.join("\n"));
    return overdueSim([...PLAN, "--json"], { folder });
  };
  const named = async (...lines: readonly string[]): Promise<readonly string[]> =>
    JSON.parse((await told(...lines)).stdout).debts.map(({ name }: { readonly name: string }) => name);
  expect(await named("loan", "one.json", "other.json")).toEqual(["one", "other"]);
  expect(await named("name,loan", ",one.json", "mine,one.json")).toEqual(["one", "mine"]);
  const { stderr, status } = await told("loan", "one.json", "one.json", "unnamed.json", "missing.json");
  expect(status).toBe(2);
  expect(stderr.split("\n").map((line) => line.split(". ")[0])).toEqual([
    "overdue-sim: debts.csv:3:name: two debts are named “one”",
    "overdue-sim: debts.csv:4:name: nothing is given",
    "overdue-sim: debts.csv:5:loan: there is no file “missing.json”",
    "",
  ]);
  expect((await told("principal", "900")).stderr).toContain("debts.csv:1:name: the column name is missing");
});
