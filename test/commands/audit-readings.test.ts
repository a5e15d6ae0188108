/** How lines of one day are read, and what a later line leaves standing of an earlier one. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";
import { emptyFolder, overdueSim as started } from "../command-line/overdue-sim.ts";

const LOAN = ["--principal", "50000", "--days-overdue", "30", "--as-of", "2026-09-20", "--rate", "0.05%/day"];

/** 30,000.00 fall due on 2026-01-02 and owe 22.50 of penalty each night: 675.00 on 2026-02-01. */
const DUE = ["--principal", "30000", "--rate", "0.05%/day"];
const SINCE_DUE = [...DUE, "--as-of", "2026-01-02"];

const LOAN_FILE = {
  schema: "overdue-sim/loan@1",
  instalments: [{ due: "2026-01-02", principal: 30_000 }],
  terms: { rate: "0.05%/day" },
};

async function auditedFrom(loan: readonly string[], lines: readonly string[], ...more: readonly string[]) {
  const line = ["audit", ...loan, "--statement", "-", ...more];
  return (await overdueSim(line, { input: `${lines.join("\n")}\n` })).stdout;
}

/** 50,000.00 owe 1,125.00 of penalty on 2026-09-20, and 37.50 more each night. */
async function audited(lines: readonly string[], ...more: readonly string[]) {
  const line = ["audit", ...LOAN, "--statement", "-", "--json", ...more];
  const { stdout } = await overdueSim(line, { input: `${lines.join("\n")}\n` });
  const { summary, rows } = JSON.parse(stdout);
  return { summary, order: rows.map(({ line: number }: { readonly line: number }) => number) };
}

describe("a balance of a day with payments", () => {
  const HEAD = "date,kind,amount,claimed_total";
  const OPENING = "2026-09-21,balance,,51162.50";
  const PAYMENT = "2026-09-21,payment,1000,50162.50";
  const LATER = "2026-09-22,balance,,50200.00";

  test("that is listed before them is what they are taken from", async () => {
    const { summary, order } = await audited([HEAD, OPENING, PAYMENT]);
    expect([summary.verdict, summary.differences.total, order]).toEqual(["agrees", 0, [2, 3]]);
  });

  test("so it is where the newest day stands first", async () => {
    const { summary, order } = await audited([HEAD, LATER, PAYMENT, OPENING]);
    expect([summary.verdict, order]).toEqual(["agrees", [4, 3, 2]]);
  });

  test("that is listed after them is what they leave", async () => {
    const lines = ["2026-09-21,payment,1000,", OPENING];
    expect((await audited([HEAD, ...lines])).summary.verdict).toBe("differs");
    // Listed from the newest day on, the upper line is the later one.
    expect((await audited([HEAD, LATER, OPENING, "2026-09-21,payment,1000,"])).summary.verdict).toBe("differs");
  });

  test("that is listed before them and fits after them is the one after them", async () => {
    const { summary } = await audited([HEAD, "2026-09-21,balance,,50162.50", "2026-09-21,payment,1000,"]);
    expect(summary.verdict).toBe("agrees");
  });

  test("by how much it differs in all is said of the last claim", async () => {
    const { summary } = await audited([HEAD, OPENING, "2026-09-21,payment,1000,50262.50"]);
    expect(summary.differences.total).toBe(100);
  });

  test("a rate is looked for under the reading that it has", async () => {
    const { summary } = await audited([HEAD, OPENING, "2026-09-21,payment,1000,"], "--solve-rate");
    expect(summary.solvedRate.isExact).toBe(true);
    expect((await audited([HEAD, OPENING, PAYMENT], "--solve-rate")).summary.solvedRate.isExact).toBe(true);
  });
});

describe("a line above a fee of its day", () => {
  const asJson = async (lines: readonly string[], ...more: readonly string[]) => {
    const loan = join(emptyFolder(), "loan.json");
    const charged = { charges: [{ date: "2026-02-04", amount: 50, component: "fee" }] };
    writeFileSync(loan, JSON.stringify({ ...LOAN_FILE, asOf: "2026-01-02", ...charged }));
    return JSON.parse(await auditedFrom(["--loan", loan], [HEAD, ...lines], "--json", ...more));
  };
  const HEAD = "date,kind,amount,claimed_total,reverses";
  // 33 nights of 22.50: 30,742.50 are owed before the fee.
  const BEFORE = "2026-02-04,balance,,30742.50,";
  const CHARGED = "2026-02-04,fee,50,30792.50,";
  const LATER = "2026-02-05,balance,,30815.00,";

  test.each([
    ["a balance", [BEFORE, CHARGED, LATER]],
    ["a balance where the newest line stands first", [LATER, CHARGED, BEFORE]],
    ["a reversal", ["2026-02-01,payment,1000,,", "2026-02-04,reversal,1000,30742.50,2", CHARGED, LATER]],
    [
      "a balance between it and a payment",
      ["2026-02-04,payment,1000,29742.50,", "2026-02-04,balance,,29742.50,", "2026-02-04,fee,50,29792.50,"],
    ],
    ["a balance above it and a payment", [BEFORE, CHARGED, "2026-02-04,payment,1000,29792.50,"]],
  ])("%s says what is owed before it", async (_, lines) => {
    expect((await asJson(lines)).summary.verdict).toBe("agrees");
  });

  test("says what is owed after it where that fits, and below it not what is owed before it", async () => {
    expect((await asJson(["2026-02-04,balance,,30792.50,", "2026-02-04,fee,50,,"])).summary.verdict).toBe("agrees");
    expect((await asJson(["2026-02-04,fee,50,,", BEFORE])).summary.verdict).toBe("differs");
  });

  test("a rate is looked for under the same reading", async () => {
    const { summary } = await asJson([BEFORE, "2026-02-04,fee,50,,"], "--solve-rate");
    expect(summary.solvedRate).toMatchObject({ isExact: true });
  });
});

describe("payments of one day that say where they went", () => {
  const HEAD = "date,kind,amount,to_penalty,to_principal,claimed_total,claimed_principal";
  const balance = "2026-02-11,balance,,,,29696.06,";

  test.each([
    [
      "the larger of which cleared the penalty",
      ["2026-02-01,payment,1000,675,325,,", "2026-02-01,payment,200,0,200,,", balance],
    ],
    ["of the same amount", ["2026-02-01,payment,1000,675,325,,", "2026-02-01,payment,1000,0,1000,,"]],
    [
      "the first of which clears the debt",
      ["2026-02-01,payment,30675,675,30000,0,0", "2026-02-01,payment,200,0,0,0,0"],
    ],
    [
      "of which nothing but the principal left is claimed",
      ["2026-02-01,payment,1000,,,,29675", "2026-02-01,payment,200,,,,29475"],
    ],
    [
      "after which nothing is owed, the first of them with no parts",
      ["2026-02-01,payment,30000,,,675,", "2026-02-01,payment,700,,,0,", "2026-02-01,payment,30,,,0,"],
    ],
  ])("%s agree whichever line stands first", async (_, lines) => {
    for (const listed of [lines, lines.toReversed()])
      expect(await auditedFrom(SINCE_DUE, [HEAD, ...listed])).toContain("The statement agrees with the terms");
  });

  test("principal first: the one that has all of the penalty is the second", async () => {
    const lines = ["2026-02-01,payment,1000,675,325,,", "2026-02-01,payment,29675,0,29675,,"];
    const order = ["--order", "principal,fee,interest,penalty,compound"];
    expect(await auditedFrom(SINCE_DUE, [HEAD, ...lines], ...order)).toContain("The statement agrees with the terms");
  });

  test("where the lender counts another penalty, charges were paid first", async () => {
    const lines = ["2026-02-01,payment,200,0,200,,", "2026-02-01,payment,1000,900,100,,"];
    expect(await auditedFrom(SINCE_DUE, [HEAD, ...lines])).toContain(
      "the largest difference, +225.00, first appears in line 3",
    );
  });
});

describe("a charge without a column", () => {
  const OWED = [...SINCE_DUE, "--owed-interest", "900"];
  // 675.00 of penalty, and of compound 900.00 × 0.075 % × 30 = 20.25.
  const named = (stdout: string) => [
    /The statement (agrees|differs)/.exec(stdout)?.[1],
    /no column for ([^:]*):.*compared as (\w+)/.exec(stdout)?.slice(1),
  ];

  test.each([
    ["compound", "penalty", "还款日期,还款金额,本金,利息,罚息", "2026-02-01,3000,1404.75,900,695.25"],
    ["penalty and compound", "interest", "还款日期,还款金额,本金,利息", "2026-02-01,3000,1404.75,1595.25"],
  ])("%s is compared as %s, and that is said", async (charges, under, head, line) => {
    expect(named(await auditedFrom(OWED, [head, line]))).toEqual(["agrees", [charges, under]]);
    const { summary, rows } = JSON.parse(await auditedFrom(OWED, [head, line], "--json"));
    expect(summary.differencesOfPayments).toEqual({ fee: 0, penalty: 0, compound: 0, interest: 0, principal: 0 });
    expect(rows[0].stated).toEqual(rows[0].computed);
  });

  test("a balance is compared so too, and what was not taken at all differs", async () => {
    const head = "date,kind,amount,claimed_total,to_principal,to_interest,to_penalty";
    const balance = "2026-02-01,balance,,31595.25,30000,900,695.25";
    expect(named(await auditedFrom(OWED, [head, balance]))[0]).toBe("agrees");
    const line = "2026-02-01,3020,1404.75,900,715.25";
    expect(await auditedFrom(OWED, ["还款日期,还款金额,本金,利息,罚息", line])).toContain("+20.00");
    const without = await auditedFrom(OWED, ["还款日期,还款金额,本金,利息,罚息", "2026-02-01,3000,1425,900,675"]);
    expect(named(without)).toEqual(["differs", undefined]);
    expect(without).toContain("20.25 less to compound, 20.25 more to principal");
    // 300.00 more than the interest is some of the 675.00 of penalty, and none of the compound.
    const less = await auditedFrom(OWED, ["还款日期,还款金额,本金,利息", "2026-02-01,3000,1800,1200"], "--json");
    expect(JSON.parse(less).rows[0].difference).toMatchObject({ penalty: 0, compound: -20.25, interest: -375 });
  });

  test("that has a column is not looked for under another name", async () => {
    const stdout = await auditedFrom(OWED, [
      "还款日期,还款金额,本金,利息,罚息,复利",
      "2026-02-01,3000,1404.75,900,695.25,0",
    ]);
    expect(named(stdout)).toEqual(["differs", undefined]);
  });

  test("has no other name where both go by one", async () => {
    const card = ["--product", "credit-card", "--principal", "30000", "--as-of", "2026-01-02"];
    const stdout = await auditedFrom(card, ["还款日期,还款金额,本金,利息", "2026-02-01,3000,2550,450"]);
    expect([named(stdout)[0] === undefined, named(stdout)[1]]).toEqual([false, undefined]);
  });
});

describe("the balance with which a statement begins", () => {
  const HEAD = "date,kind,amount,claimed_total,claimed_principal";
  const PAYMENT = "2026-02-01,payment,1000,29675.00,29675.00";

  test("is that of the day from which it is counted, where it is the debt as given", async () => {
    const stdout = await auditedFrom(DUE, [HEAD, "2026-01-02,balance,,30000.00,30000.00", PAYMENT]);
    expect(stdout).toContain("The statement agrees with the terms: 2 lines");
    expect(stdout).toContain("the close of 2026-01-02, the day of the balance with which the statement begins");
  });

  test.each([
    ["of another amount", ["2026-01-03,balance,,30022.50,", "2026-02-01,payment,1000,29697.50,"]],
    ["on a day on which money moves", ["2026-01-03,balance,,30000.00,", "2026-01-03,fee,1,,", PAYMENT]],
    ["that names the principal alone", ["2026-01-03,balance,,,30000.00", PAYMENT]],
  ])("%s is one day after it", async (_, lines) => {
    expect(await auditedFrom(DUE, [HEAD, ...lines])).toContain(
      "the close of 2026-01-02, the day before the statement begins",
    );
  });

  test("is found beside a loan from standard input, which is read once", () => {
    const folder = emptyFolder();
    const lines = [HEAD, "2026-01-02,balance,,30000.00,30000.00", PAYMENT];
    writeFileSync(join(folder, "s.csv"), lines.join("\n"));
    const input = JSON.stringify(LOAN_FILE);
    const { stdout } = started(["audit", "--loan", "-", "--statement", "s.csv"], { folder, input });
    expect(stdout).toContain("The statement agrees with the terms: 2 lines");
  });
});

test("parts that a balance names are known after a payment that names none", async () => {
  const { summary } = await audited([
    "date,kind,amount,to_penalty,to_principal,claimed_total",
    "2026-10-10,balance,,2000,48000,50000",
    "2026-10-11,payment,100,,,",
  ]);
  expect(summary.differences).toMatchObject({ penalty: 125, principal: -2000, total: -1875 });
});

describe("a waiver that the loan knows too", () => {
  // 1,537.50 of penalty on 2026-10-01 less what is waived, and 37.50 of the next night.
  const lines = (...waived: readonly number[]): readonly string[] => {
    const waivers = waived.map((amount) => `2026-10-01,waiver,${amount},`);
    return ["date,kind,amount,claimed_total", ...waivers];
  };

  test.each([
    ["once", ["500@2026-10-01:of=penalty"], [500], 51_075],
    ["beside another", ["500@2026-10-01:of=penalty"], [500, 200], 50_875],
    ["beside another that is larger", ["200@2026-10-01:of=penalty"], [500, 200], 50_875],
    ["in two parts that are one line", ["300@2026-10-01:of=penalty", "200@2026-10-01"], [500, 200], 50_875],
    ["as a share, whatever its line says", ["10%@2026-10-01:of=penalty"], [150], 51_421.25],
    ["over another amount", ["500@2026-10-01:of=penalty"], [400], 51_075],
  ])("%s is taken once", async (_, waived, listed, left) => {
    const known = waived.flatMap((spec) => ["--waive", spec]);
    const { summary } = await audited([...lines(...listed), `2026-10-02,balance,,${left}`], ...known);
    expect(summary.verdict).toBe("agrees");
  });
});

describe.each([
  [
    "en",
    "Line 3 (2026-10-03) agrees with line 2 as it was booked until line 4 took it back.",
    /Only line|No change of/,
  ],
  ["zh", "第 3 行（2026-10-03）与当时的记账相符：第 2 行已入账，到第 4 行才撤销。", /只有第|没有找到/],
])("a balance between a payment and its reversal (%s)", (language, named, unexplained) => {
  const page = async (between: string): Promise<string> => {
    const lines = [
      "date,kind,amount,claimed_total,reverses",
      "2026-10-01,payment,1000,50537.50,",
      `2026-10-03,balance,,${between},`,
      "2026-10-05,reversal,1000,51687.50,2",
      "2026-10-10,balance,,51875,",
    ];
    const environment = { COLUMNS: "300", OVERDUE_SIM_LANG: language };
    const line = ["audit", ...LOAN, "--statement", "-"];
    return (await overdueSim(line, { input: `${lines.join("\n")}\n`, environment })).stdout;
  };

  test("that has the payment as booked names the reversal", async () => {
    const found = await page("50612.50");
    expect(found).toContain(named);
    expect(found).not.toMatch(unexplained);
  });

  test("that has it neither booked nor taken back stays to be asked about", async () => {
    const found = await page("50600.00");
    expect(found).not.toContain(named);
    expect(found).toMatch(unexplained);
  });
});

describe.each([
  [
    "en",
    "a report shows the last 60 months",
    "missed in a row",
    "deleted by itself after 2031-09-25",
    "does not report",
  ],
  ["zh", "最近 60 个月", "连续未还最低还款额的次数", "2031-09-25 之后自动删除", "不向征信系统报送"],
])("the record (%s)", (language, shown, ofCard, deleted, unreported) => {
  const page = async (paid: number, ...more: readonly string[]): Promise<string> => {
    const input = `date,kind,amount\n2026-09-25,payment,${paid}\n`;
    const line = ["audit", ...LOAN, "--record", "--statement", "-", ...more];
    return (await overdueSim(line, { input, environment: { COLUMNS: "400", OVERDUE_SIM_LANG: language } })).stdout;
  };

  test("says how far back a report goes, and until when ended arrears are kept", async () => {
    const found = await page(51_312.5);
    for (const said of [shown, deleted]) expect(found).toContain(said);
    expect(await page(51_312)).not.toContain(deleted);
    expect(found).not.toContain(ofCard);
  });

  test("of a card counts missed minimum payments", async () => {
    expect(await page(100, "--product", "credit-card")).toContain(ofCard);
  });

  test("of a private lender there is none", async () => {
    expect(await page(100, "--lender", "private")).toContain(unreported);
    expect(await page(100, "--lender", "private", "--jurisdiction", "none")).not.toContain(unreported);
  });
});

test.each([
  [
    "en",
    "charges 90.00 of fees that by the terms fall on 2026-01-11, 2026-02-11, 2026-03-11: it is the day that differs",
  ],
  ["zh", "收取费用 90.00 元，按条款应在 2026-01-11、2026-02-11、2026-03-11 收取：不同的是日期，不是金额"],
])("late fees of three days that are listed in one sum are not too many (%s)", async (language, said) => {
  const contract = ["--borrowed", "9000", "--months", "3", "--method", "flat", "--first-due", "2026-01-10"];
  const line = ["audit", ...contract, "--rate", "12%/year", "--as-of", "2026-01-05", "--late-fee", "30"];
  const statement = { input: "date,kind,amount\n2026-03-31,fee,90\n", environment: { OVERDUE_SIM_LANG: language } };
  const ended = async (...more: readonly string[]) => overdueSim([...line, "--statement", "-", ...more], statement);
  expect((await ended()).stdout.replaceAll(/\s+/g, " ")).toContain(said);
  const { summary } = JSON.parse((await ended("--json")).stdout);
  const days = ["2026-01-11", "2026-02-11", "2026-03-11"];
  expect(summary.feesOnOtherDays).toEqual(days.map((byTermsOn) => ({ line: 2, byTermsOn })));
  expect(summary.differences).toMatchObject({ fee: 0, total: 0 });
});

test.each([
  ["en", "In all, as far as its lines say, the lender has 60.00 more as owed than the terms give."],
  ["zh", "按其各行，贷款方所记欠款合计比按条款计算多 60.00 元。"],
])(
  "what follows from the lines after the last claim is told on the page, as in JSON and the letter (%s)",
  async (language, said) => {
    const lines = ["date,kind,amount,claimed_total", "2026-09-21,payment,1000,50162.50", "2026-09-25,fee,60,"];
    const statement = { input: `${lines.join("\n")}\n`, environment: { OVERDUE_SIM_LANG: language } };
    const { stdout } = await overdueSim(["audit", ...LOAN, "--statement", "-"], statement);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(said);
    expect((await audited(lines)).summary.differences.total).toBe(60);
  },
);
