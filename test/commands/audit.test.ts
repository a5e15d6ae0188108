/** `audit` as it is typed: statements as files, every bad line told, and what scripts rely on. */

import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/output/width.ts";
import { overdueSim, printed } from "../command-line/in-process.ts";

const LOAN = ["audit", "--principal", "50000", "--rate", "0.05%/day", "--as-of", "2026-01-02", "--statement", "-"];

function audited(lines: readonly string[], ...more: readonly string[]): ReturnType<typeof overdueSim> {
  return overdueSim([...LOAN, ...more], { input: `${lines.join("\n")}\n` });
}

/** 30 nights × 37.50 = 1,125.00: the payment reaches nothing else. */
const GOOD = ["date,kind,amount,to_penalty,claimed_total", "2026-02-01,payment,1000,1000,50125.00"];
const WRONG = [...GOOD, "2026-02-11,balance,,,50700.00"];

/** 500.00 × 0.075 % × 10 of the 50,125.00: 50,500.00 by the terms. */
const FEN = [...GOOD, "2026-02-11,balance,,,50500.01"];

describe("exit code", () => {
  test.each([
    ["agrees", GOOD, [], 0],
    ["differs by 200.00", WRONG, ["--exit-code"], 1],
    ["differs, not asked", WRONG, [], 0],
    ["within the tolerance", WRONG, ["--exit-code", "--tolerance", "200"], 0],
    ["a fen beyond the tolerance", WRONG, ["--exit-code", "--tolerance", "199.99"], 1],
    ["one fen, which is nothing unless it is asked for", FEN, ["--exit-code"], 0],
    ["one fen, asked for", FEN, ["--exit-code", "--tolerance", "0"], 1],
    ["a tolerance that is none", GOOD, ["--tolerance", "often"], 2],
  ] as const)("%s", async (_, lines, more, status) => {
    expect((await audited(lines, ...more)).status).toBe(status);
  });
});

test.each([
  [
    "en",
    "Only line 3 (2026-02-11) differs: what later lines claim agrees with the terms again. Ask how its 200.00 more comes about.",
  ],
  ["zh", "只有第 3 行（2026-02-11）不符：其后各行所称欠款又与条款相符。请对方说明这一行多 200.00 元是怎么来的。"],
])(
  "a claim that does not add up by itself is told so, and nothing is said to come nearer (%s)",
  async (language, said) => {
    // Ten days after the 50,500.00 by the terms of 2026-02-11: 375.00 more.
    const input = [...WRONG, "2026-02-21,balance,,,50875.00", ""].join("\n");
    const { stdout } = await overdueSim(LOAN, { environment: { COLUMNS: "300", OVERDUE_SIM_LANG: language }, input });
    expect(stdout).toContain(said);
    expect(stdout).not.toMatch(/comes nearer|No change of|更接近|没有找到/);
  },
);

test.each([
  [
    "en",
    /at first in line 2 .*first appears in line 4/,
    "owed and added to the principal, where they bear what it bears.",
  ],
  [
    "zh",
    /从第 2 行（2026-01-12）开始不同，最大差额 \+506\.00 元，最早出现在第 4 行/,
    "确实应付且转入本金、随本金计息，则相符。",
  ],
])("a fee that the lender adds to the principal (%s)", async (language, where, explained) => {
  // 10,000.00 bear 6.00 a night; with the fee of 500.00 from day 10 on 6.30: 60.00, 123.00 and 186.00 of penalty.
  const input = [
    "date,kind,amount,claimed_total,claimed_principal",
    "2026-01-12,fee,500,10560.00,10500",
    "2026-01-22,balance,,10623.00,10500",
    "2026-02-01,balance,,10686.00,10500",
    "",
  ].join("\n");
  const loan = ["--principal", "10000", "--rate", "0.04%/day", "--as-of", "2026-01-02", "--statement", "-"];
  const environment = { COLUMNS: "300", OVERDUE_SIM_LANG: language };
  const { stdout } = await overdueSim(["audit", ...loan], { environment, input });
  expect(stdout).toMatch(where);
  expect(stdout).toContain(explained);
  const { summary } = JSON.parse(await printed(["audit", ...loan, "--json"], { input }));
  expect(summary.explanations).toEqual([
    { changes: [{ term: "fees", from: "by-the-terms", to: "as-principal" }], remaining: 0 },
  ]);
});

/** 10,000.00 and 120.00 of penalty are owed by the terms on 2026-01-22: with the fee 500.00 more, and not 1,000.00. */
test.each([
  ["10500,,,", { fee: 0, principal: 500, total: 500 }],
  ["10500,,,10620", { fee: 0, principal: 500, total: 500 }],
  // Besides, it is owed apart.
  ["10500,500,120,", { fee: 500, principal: 500, total: 1000 }],
  ["10500,,,11120", { fee: 500, principal: 500, total: 1000 }],
])("a fee that stands in the principal stated is owed once: %s", async (claimed, expected) => {
  const input = `date,kind,amount,claimed_principal,fee,penalty,claimed_total\n2026-01-12,fee,500,,,,\n2026-01-22,balance,,${claimed}\n`;
  const loan = ["--principal", "10000", "--rate", "0.04%/day", "--as-of", "2026-01-02", "--statement", "-", "--json"];
  const { summary } = JSON.parse(await printed(["audit", ...loan], { input }));
  expect(summary.differences).toMatchObject(expected);
});

/** 50,000.00, 487.50 of penalty for 13 nights and a fee of 200.00: a balance of a penalty and a principal leaves the fee out. */
test.each([
  ["to_principal", "", { verdict: "differs", differences: { fee: -200, penalty: 0, principal: 0, total: -200 } }],
  ["claimed_principal", "", { verdict: "differs", differences: { fee: -200, penalty: 0, principal: 0, total: -200 } }],
  // A blank cell beside it says nothing else.
  ["to_principal,claimed_principal", "50687.50", { verdict: "agrees" }],
  // Beside a total the principal that is left is no part of it, so that the fee may be.
  ["claimed_principal", "50687.50", { verdict: "agrees" }],
])("a principal that is owed is one under either heading: %s %s", async (heading, total, expected) => {
  const loan = ["--principal", "50000", "--late-fee", "200", "--as-of", "2026-11-22", "--statement", "-", "--json"];
  const principal = heading.includes(",") ? ",50000" : "50000";
  const input = `date,kind,to_penalty,${heading},claimed_total\n2026-12-05,balance,487.50,${principal},${total}\n`;
  expect(JSON.parse(await printed(["audit", ...loan], { input })).summary).toMatchObject(expected);
});

test.each([
  // A fee alone, and no balance that tells the one from the other.
  ["2026-01-12,fee,500,", ["as-stated"]],
  // 10,000.00 bear 8.00 a night by another rate, and the fee is in no balance: added to the principal, it came nearer.
  ["2026-01-12,fee,117,\n2026-02-09,balance,,10304.00\n2026-02-19,balance,,10384.00", ["as-stated", "as-stated"]],
])("fees are said to be added to the principal only where the balances show it", async (lines, expected) => {
  const input = `date,kind,amount,claimed_total\n${lines}\n`;
  const loan = ["--principal", "10000", "--rate", "0.04%/day", "--as-of", "2026-01-02", "--statement", "-", "--json"];
  const { summary } = JSON.parse(await printed(["audit", ...loan], { input }));
  const changes: { term: string; to: string }[] = summary.explanations.flatMap(
    (one: { changes: unknown }) => one.changes,
  );
  expect(changes.filter(({ term }) => term === "fees").map(({ to }) => to)).toEqual(expected);
});

test.each([
  ["en", "Line 3 (2026-02-11) does not add up by itself: its parts come to 50,500.00, and it claims 50,700.00 in all."],
  ["zh", "第 3 行（2026-02-11）自身加不拢：各科目合计 50,500.00 元，所称欠款合计 50,700.00 元。"],
])("a balance whose parts are not its total says so (%s)", async (language, said) => {
  // By the terms 125.00 of penalty left, and 10 × 37.50.
  const lines = ["date,kind,amount,to_penalty,to_principal,claimed_total", "2026-02-01,payment,1000,1000,,50125.00"];
  const environment = { COLUMNS: "300", OVERDUE_SIM_LANG: language };
  const shown = async (claimed: string): Promise<string> => {
    const input = [...lines, `2026-02-11,balance,,500,50000,${claimed}`, ""].join("\n");
    return (await overdueSim(LOAN, { environment, input })).stdout;
  };
  expect(await shown("50700.00")).toContain(said);
  expect(await shown("50500.00")).not.toMatch(/add up|加不拢/);
});

test("kinds and columns as lenders have them in Chinese: 1,000.00 of the 1,125.00 of penalty, 50,125.00 left", async () => {
  for (const kind of ["正常还款", "逾期还款", "提前还款", "部分还款", "代扣"]) {
    const lines = ["交易日,类别,实还金额,实还罚息,欠款余额,摘要", `2026-02-01,${kind},1000,1000,50125.00,第1期`];
    const { stdout } = await audited([...lines, "2026-02-11,结余,,,50500.00,"], "--csv");
    expect(stdout).toMatch(/^2,2026-02-01,payment,1000\.00,.*,50125\.00,50125\.00,0\.00,.*,第1期$/m);
    expect(stdout).toMatch(/^3,2026-02-11,balance,.*,50500\.00,50500\.00,0\.00,/m);
  }
});

test.each([
  [
    "en",
    "It agrees if what was owed at the start was 10.00 more (counted as fees).",
    "the statement agrees if what was owed",
  ],
  ["zh", "如果起始时所欠多 10.00 元（按费用计），则相符。", "如果起始时所欠多 10.00 元"],
])("another start is told on the page and in the letter (%s)", async (language, said, written) => {
  // 50,000.00 and 37.50 a day from 2026-01-02 on: 51,125.00 and 51,500.00.
  const input = "date,kind,amount,claimed_total\n2026-02-01,balance,,51135.00\n2026-02-11,balance,,51510.00\n";
  const environment = { COLUMNS: "300", OVERDUE_SIM_LANG: language };
  expect((await overdueSim(LOAN, { environment, input })).stdout).toContain(said);
  expect((await overdueSim([...LOAN, "--letter"], { environment, input })).stdout).toContain(written);
});

test("an entry may have its time of day; with a zone it is refused where it is another day there", async () => {
  const at = (when: string) => audited(["date,kind,amount", `${when},payment,1000`], "--csv");
  for (const when of [
    "2026-02-01 10:32:11",
    "2026/2/1 9:05",
    "2026年2月1日 23:59:59.0",
    "2026-02-01T00:00",
    "2026-02-01 18:00+08:00",
  ]) {
    expect((await at(when)).stdout).toMatch(/^2,2026-02-01,payment,/m);
  }
  for (const when of ["2026-02-01T18:00:00Z", "2026-02-01 18:00-08:00", "2026-02-01 24:01", "2026-02-01 10:60"]) {
    expect(await at(when)).toMatchObject({ status: 2, stdout: "" });
  }
});

test("a record of payments has no column of kinds and ends with its total: 1,000.00 of the 1,125.00 of penalty", async () => {
  const record = [
    "还款时间,还款总额,还款本金,还款罚息,剩余应还金额,还款渠道",
    "2026-02-01 10:32:11,1000.00元,0,1000,50125,余额宝",
  ];
  const { stdout, stderr, status } = await audited([...record, "合计,1000.00,,,,"], "--csv");
  expect(status).toBe(0);
  expect(stdout.trim().split("\n")).toHaveLength(2);
  expect(stdout).toMatch(/^2,2026-02-01,payment,1000\.00,.*,50125\.00,50125\.00,0\.00,.*,余额宝$/m);
  expect(stderr).toContain("every line is taken as a payment that was made");
  const planned = ["还款日期,应还本金", "2026-02-01,1000"];
  expect((await audited(planned)).stderr).toContain("the column kind is missing");
  expect((await audited(["日期,类别,金额", "合计,,1000"])).stderr).toContain("there are no rows under the header");
});

test("fees are fees by the names that lenders give them, and what accrues has no line of its own", async () => {
  for (const kind of ["服务费", "担保费", "逾期违约金", "逾期费"]) {
    expect((await audited(["日期,类别,金额", `2026-02-01,${kind},200`], "--csv")).stdout).toMatch(
      /^2,2026-02-01,fee,200\.00,/m,
    );
  }
  const { status, stdout, stderr } = await audited(["日期,类别,金额", "2026-02-01,罚息,1125"]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  expect(stderr).toContain("“罚息” arises by the terms day by day and has no line of its own");
});

/** 29 × 37.50 of penalty on 01-31; by the terms 50,500.00 and 50,875.00 on 02-11 and 02-21. */
test.each([
  [
    "en",
    "It agrees if line 3 is booked by the lender with 900.00: a proof of it settles that.",
    "It agrees if something that no line lists was charged from 2026-02-01 to 2026-02-11: 100.00.",
    "If that is so, please correct it, or name the entry and the voucher it rests on.",
  ],
  [
    "zh",
    "如果第 3 行贷款方按 900.00 元入账（以凭证为准），则相符。",
    "如果有一笔没有列出的收费 100.00 元（2026-02-01 至 2026-02-11），则相符。",
    "如果是这样，请予更正，或者指明是哪一笔入账、以什么凭证为据。",
  ],
])("what no line says is told on the page and in the letter (%s)", async (language, booked, unlisted, asked) => {
  const lines = ["date,kind,amount,claimed_total", "2026-01-31,balance,,51087.50", "2026-02-01,payment,1000,"];
  const input = [...lines, "2026-02-11,balance,,50600.00", "2026-02-21,balance,,50975.00", ""].join("\n");
  const environment = { COLUMNS: "300", OVERDUE_SIM_LANG: language };
  const { stdout } = await overdueSim(LOAN, { environment, input });
  expect(stdout).toContain(booked);
  expect(stdout).toContain(unlisted);
  expect((await overdueSim([...LOAN, "--letter"], { environment, input })).stdout).toContain(asked);
});

test.each(["en", "zh"])(
  "60 columns keep what the tables are read for: the difference, and the amounts (%s)",
  async (language) => {
    const environment = { COLUMNS: "60", OVERDUE_SIM_LANG: language };
    const options = { environment, input: `${WRONG.join("\n")}\n` };
    const { stdout } = await overdueSim([...LOAN, "--worksheet"], options);
    expect(stdout).toMatch(/^.* 50,700\.00 +\+200\.00$/m);
    expect(stdout).toMatch(/^2026-01-02 .* 1,500\.00$/m);
  },
);

test("no more can have been received than was borrowed, or than the principal where that is not known", async () => {
  const refused = async (...more: readonly string[]): Promise<string> => (await audited(GOOD, ...more)).stderr;
  expect(await refused("--received", "50000.01")).toContain("--received: “50000.01” is out of range");
  expect(await refused("--received", "50000")).toBe("");
  expect(await refused("--received", "60000", "--borrowed", "60000")).toBe("");
  expect(await refused("--received", "60000.01", "--borrowed", "60000")).toContain("from 0.01 to 60000.00");
});

/** 1,000.00 of 30 × 37.50 = 1,125.00 goes to penalty; of 2,000.00 the 125.00 left and 28 × 37.50 = 1,050.00, and 825.00 to principal. */
describe("of a part that has no column nothing is said", () => {
  const of = { fee: null, penalty: null, compound: null, interest: null };

  test("a record of the principal alone is compared by the principal alone", async () => {
    const record = (principal: string) => [
      "还款日期,还款金额,还款本金",
      "2026-02-01,1000,0",
      `2026-03-01,2000,${principal}`,
    ];
    expect(JSON.parse((await audited(record("825"), "--json")).stdout)).toMatchObject({
      rows: [{}, { stated: { ...of, principal: 825 }, difference: { ...of, principal: 0 } }],
      summary: { verdict: "agrees" },
    });
    expect(JSON.parse((await audited(record("500"), "--json")).stdout)).toMatchObject({
      rows: [{}, { difference: { ...of, principal: -325 } }],
      summary: {
        differences: { fee: 0, penalty: 0, principal: 325, total: 325 },
        differencesOfPayments: { fee: 0, penalty: 0, principal: -325 },
      },
    });
  });

  test("a balance of the principal alone claims no total", async () => {
    const lines = ["date,kind,amount,to_principal", "2026-02-01,payment,1000,", "2026-02-11,balance,,50000"];
    const [, balance] = (JSON.parse((await audited(lines, "--json")).stdout) as { rows: readonly unknown[] }).rows;
    expect(balance).toMatchObject({
      stated: { ...of, principal: 50_000 },
      balance: { computed: 50_500, claimed: null },
      principal: { claimed: 50_000, difference: 0 },
    });
    // Of 50,500.00 in all it says no more than the principal: the other 500.00 may be anything.
    expect((await audited([...lines.slice(0, 2), "2026-02-11,balance,50500,50000"], "--json")).stdout).toContain(
      '"verdict": "agrees"',
    );
    expect((await audited([...lines.slice(0, 2), "2026-02-11,balance,49999,50000"])).stderr).toContain("-:3:amount");
  });

  test("a balance of the penalty alone is compared by it", async () => {
    // 30 nights × 37.50.
    const of = (penalty: string) => ["date,kind,amount,to_penalty", `2026-02-01,balance,,${penalty}`];
    expect((await audited(of("1125"), "--json")).stdout).toContain('"verdict": "agrees"');
    expect(JSON.parse((await audited(of("1135"), "--json")).stdout)).toMatchObject({
      rows: [{ difference: { fee: null, penalty: 10, principal: null } }],
      summary: { verdict: "differs", linesCompared: 1 },
    });
  });

  test("where the others make up the amount there is nothing of it: 1,000.00 of penalty is compared as interest", async () => {
    const lines = ["date,kind,amount,to_interest,to_principal", "2026-02-01,payment,1000,400,600"];
    expect(JSON.parse((await audited(lines, "--json")).stdout)).toMatchObject({
      rows: [{ stated: { fee: 0, penalty: 0, interest: 400 }, difference: { penalty: 0, interest: -600 } }],
    });
  });

  test("one that is left blank is none", async () => {
    const lines = ["date,kind,amount,to_penalty,to_principal", "2026-02-01,payment,1000,,600"];
    expect(JSON.parse((await audited(lines, "--json")).stdout)).toMatchObject({
      rows: [{ stated: { ...of, penalty: 0 }, difference: { ...of, penalty: -1000, principal: 600 } }],
    });
  });
});

test("what is stated as 0.00 stands beside its difference on a page", async () => {
  // 40 nights × 37.50 = 1,500.00 of penalty by the terms; the lender claims nothing at all.
  const { stdout } = await audited(["date,kind,amount,claimed_total", "2026-02-11,balance,,0"]);
  expect(stdout).toMatch(/^ +2 .* 51,500\.00 +0\.00 +-51,500\.00 /m);
  // 30 nights × 37.50 = 1,125.00, and all of 1,000.00 goes there; the lender puts all of it to principal.
  const put = ["date,kind,amount,to_principal", "2026-02-01,payment,1000,1000"];
  expect((await audited(put)).stdout).toMatch(/^ +2 .* 1,000\.00 +1,000\.00 +0\.00 +-1,000\.00 /m);
});

test.each([
  ["en", "0.04% a day from 2026-02-05; by letter"],
  ["zh", "每天 0.04%（2026-02-05 起）; by letter"],
])("a row of a rate says which, before its note (%s)", async (language, said) => {
  const lines = ["date,kind,amount,note", "2026-02-01,payment,1000,", "2026-02-05,rate,0.04%/day,by letter"];
  const environment = { COLUMNS: "200", OVERDUE_SIM_LANG: language };
  const { stdout } = await overdueSim(LOAN, { environment, input: `${lines.join("\n")}\n` });
  expect(stdout).toContain(said);
  expect((await audited(lines, "--csv")).stdout).toMatch(/,by letter$/m);
});

test("JSON has the nested rows and the summary of the contract", async () => {
  const { stdout } = await audited(WRONG, "--json", "--worksheet", "--record");
  const { rows, summary, worksheet } = JSON.parse(stdout) as Record<string, unknown>;
  expect(rows).toMatchObject([
    { line: 2, computed: { penalty: 1000 }, difference: { penalty: 0 }, balance: { computed: 50125, difference: 0 } },
    { line: 3, stated: null, balance: { computed: 50500, claimed: 50700, difference: 200 } },
  ]);
  expect(summary).toMatchObject({ verdict: "differs", largest: { line: 3, amount: 200 }, differences: { total: 200 } });
  expect(worksheet).toEqual([
    {
      from: "2026-01-02",
      to: "2026-02-11",
      days: 40,
      component: "penalty",
      base: 50000,
      rate: "0.00075",
      amount: 1500,
    },
  ]);
});

describe("the record: the loan is due on 2026-01-31 and all of it is paid on a day", () => {
  const record = async (...lines: readonly string[]): Promise<string> => {
    const loan = ["audit", "--principal", "1000", "--rate", "0%/year", "--as-of", "2026-01-31", "--statement", "-"];
    const input = `${["date,kind,amount,claimed_total", ...lines].join("\n")}\n`;
    const { stdout } = await overdueSim([...loan, "--record"], { input });
    return /Credit record, month by month: (.*) \(N/.exec(stdout)?.[1] ?? "";
  };

  test("one day late, which no close shows, is paid late within the month", async () => {
    expect(await record("2026-02-01,payment,1000,0")).toBe("2026-02 M");
  });

  test("on the last day of the next month, of two instalments: 28 days overdue until then", async () => {
    expect(await record("2026-02-27,payment,400,", "2026-02-28,payment,600,0")).toBe("2026-02 M");
    expect(await record("2026-02-28,payment,999.99,", "2026-03-01,payment,0.01,0")).toBe("2026-02 1, 2026-03 M");
  });

  test("a statement that ends within a month says of which day its last code is", async () => {
    const said = async (end: string): Promise<string> => {
      const loan = [
        "--principal",
        "1000",
        "--rate",
        "0%/year",
        "--as-of",
        "2025-12-10",
        "--statement",
        "-",
        "--record",
      ];
      const input = `date,kind,amount,claimed_total\n${end},balance,,1000\n`;
      return (await overdueSim(["audit", ...loan], { input })).stdout;
    };
    // 57 days overdue on 5 February, 80 at the month's end.
    const ending =
      "1–7 as overdue at its end, of the last month as on 2026-02-05, where the statement ends; a report shows the last 60 months).";
    expect(await said("2026-02-05")).toContain(
      `2026-01 2, 2026-02 2 (N nothing overdue, M paid late within the month, ${ending}`,
    );
    expect(await said("2026-02-28")).toContain(
      "2026-01 2, 2026-02 3 (N nothing overdue, M paid late within the month, 1–7 as overdue at its end; a report shows the last 60 months).",
    );
  });

  test("what falls due within the statement: paid on its day, and a day after", async () => {
    const paidOn = async (date: string): Promise<string> => {
      const input = `date,kind,amount,claimed_total\n${date},payment,1000,0\n2026-03-06,balance,,0\n`;
      const contract = ["--borrowed", "1000", "--months", "1", "--method", "bullet", "--first-due", "2026-02-06"];
      const loan = [...contract, "--rate", "0%/year", "--as-of", "2026-01-31", "--statement", "-", "--record"];
      const { stdout } = await overdueSim(["audit", ...loan], { input });
      return /Credit record, month by month: (.*) \(N/.exec(stdout)?.[1] ?? "";
    };
    expect(await paidOn("2026-02-06")).toBe("2026-02 N");
    expect(await paidOn("2026-02-07")).toBe("2026-02 M");
  });
});

describe.each(["en", "zh"] as const)("what is said beside the differences (%s)", (language) => {
  const said = async (lines: readonly string[], ...more: readonly string[]): Promise<string> =>
    (await audited(lines, "--lang", language, "--format", "md", ...more)).stdout;
  const expected = (en: string, zh: string): string => (language === "en" ? en : zh);
  /** 10 × 37.50 of penalty and the principal. */
  const CLEARED = ["date,kind,amount,claimed_total", "2026-01-12,payment,50375,0"];

  test("a debt that is cleared, and a balance claimed after it", async () => {
    const text = await said([...CLEARED, "2026-02-12,balance,,1162.50"]);
    expect(text).toContain(
      expected("By the terms line 2 (2026-01-12) clears the debt", "按条款，第 2 行（2026-01-12）已还清"),
    );
    expect(text).not.toContain("--solve-rate");
    expect(await said(CLEARED)).not.toContain(expected("clears the debt", "已还清"));
  });

  test("what is paid beyond all that is owed", async () => {
    const text = await said(["date,kind,amount,claimed_total", "2026-01-12,payment,51000,0"]);
    expect(text).toContain(expected("Of the payments 625.00 is more", "有 625.00 元超出"));
    expect(await said(CLEARED)).not.toContain(expected("Of the payments", "超出按条款所欠"));
  });

  test("a late fee a day late", async () => {
    const lines = ["date,kind,amount,to_fee,to_penalty,claimed_total", "2026-01-04,fee,30,,,"];
    const text = await said([...lines, "2026-02-01,payment,1000,30,970,50155.00"], "--late-fee", "30");
    expect(text).toContain(expected("that by the terms fall on 2026-01-03", "按条款应在 2026-01-03 收取"));
    expect(text).not.toContain(expected("ask for the clause", "依据哪一条"));
    expect(text).not.toContain(expected("more of fees", "费用多"));
  });

  test("a day's rate by a year of 365", async () => {
    // 50,000 × 18 % ÷ 365 × 1.5 × 30
    const text = await said(["date,kind,amount,claimed_total", "2026-02-01,balance,,51109.59"]);
    expect(text).toContain(expected("18%, divided by 365 days instead of 360", "（18%）除以 365 而不是 360"));
  });

  test("a rate that is another: --solve-rate is named until it is asked", async () => {
    const lines = ["date,kind,amount,claimed_total", "2026-02-01,balance,,50917.37"];
    expect(await said(lines)).toContain("--solve-rate");
    expect(await said(lines, "--solve-rate")).not.toContain("--solve-rate");
  });

  test("no rate is found, and why not, where the penalty is a rate of its own", async () => {
    const lines = ["date,kind,amount,claimed_total", "2026-02-01,balance,,50917.37"];
    const apart = expected("--penalty 1x has it bear the contract rate", "写 --penalty 1x，逾期部分即按合同利率计");
    expect(await said(lines, "--solve-rate", "--penalty", "10%/year")).toContain(apart);
    expect(await said(lines, "--solve-rate", "--penalty", "0.1x", "--cap", "charges=0.1%")).not.toContain(apart);
  });

  test("the worksheet has the rate of a day in percent", async () => {
    expect(await said(GOOD, "--worksheet")).toContain("| 0.075% |");
  });
});

const HEADER = "date,kind,amount,to_penalty,to_interest,claimed_total,claimed_principal,reverses";
/** Each with the place in which it is told. */
const BAD_LINES: readonly (readonly [string, string])[] = [
  ["2026-02-30,payment,1000,,,,,", "date"],
  [",payment,1000,,,,,", "date"],
  ["02/01/2026,payment,1000,,,,,", "date"],
  ["2026-01-02,payment,100,,,,,", "date"],
  ["2025-12-31,balance,,,,100,,", "date"],
  ["2026-02-01,gift,1000,,,,,", "kind"],
  ["2026-02-01,,1000,,,,,", "kind"],
  ["2026-02-01,payment,,,,,,", "amount"],
  ["2026-02-01,payment,0,,,,,", "amount"],
  ["2026-02-01,payment,-5,,,,,", "amount"],
  ["2026-02-01,payment,1e3,,,,,", "amount"],
  ["2026-02-01,payment,1.005,,,,,", "amount"],
  ['2026-02-01,payment,"1,00",,,,,', "amount"],
  ["2026-02-01,payment,99999999999999,,,,,", "amount"],
  ["2026-02-01,payment,100,200,,,,", "amount"],
  ["2026-02-01,fee,100,50,,,,", "amount"],
  ["2026-02-01,payment,100,x,,,,", "to_penalty"],
  ["2026-02-01,demand,,10,,,,", "to_penalty"],
  ["2026-02-01,balance,100,,,200,,", "claimed_total"],
  ["2026-02-01,balance,,,,-1,,", "claimed_total"],
  ["2026-02-01,balance,,,,,often,", "claimed_principal"],
  ["2026-02-01,rate,often,,,,,", "amount"],
  ["2026-02-01,rate,4%/year@2026-03-01,,,,,", "amount"],
  ["2026-02-01,rate,,,,,,", "amount"],
  ["2026-02-01,payment,100,,,,,2", "reverses"],
  ["2026-02-01,reversal,100,,,,,one", "reverses"],
  ["2026-02-01,payment,100", ""],
];

describe("a bad line is told with its number, and nothing is printed", () => {
  test("all of them at once", async () => {
    const { status, stdout, stderr } = await audited([HEADER, ...BAD_LINES.map(([line]) => line)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    for (const [index, [line, place]] of BAD_LINES.entries()) expect(stderr, line).toContain(`-:${index + 2}:${place}`);
  });

  test.each([
    ["takes back what is not there", "2026-02-02,reversal,999,,,,,", "amount"],
    ["takes back a line that is none", "2026-02-02,reversal,100,,,,,77", "reverses"],
    ["takes back itself", "2026-02-02,reversal,100,,,,,3", "reverses"],
    ["takes back by its number a line that is none", "2026-02-02,reversal,,,,,,77", "reverses"],
    ["names neither amount nor line to take back", "2026-02-02,reversal,,,,,,", "amount: amount is missing"],
  ])("%s", async (_, line, place) => {
    const { status, stdout, stderr } = await audited([HEADER, "2026-02-01,payment,100,,,,,", line]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`-:3:${place}`);
  });
});

describe("a reversal counts the lines of the file, titles and all", () => {
  const TITLED = ["对账单", "日期,摘要,金额（元）,reverses", "2026-02-01,还款,100,", "2026-02-05,费用,100,"];
  const taking = (reverses: string, kind = "冲正", date = "2026-02-04"): ReturnType<typeof overdueSim> =>
    audited([...TITLED, `${date},${kind},,${reverses}`], "--lang", "zh");

  test("the third is the first below the header", async () => {
    expect((await taking("3")).stdout).toMatch(/^ +3 .*还款 \(已撤销\)/m);
    expect((await taking("2")).stderr).toContain("从文件第一行数起，表头和其上的标题都算");
  });

  test.each([
    ["is another kind", "3", "费用冲正"],
    ["is of a later day", "4", "冲正"],
  ])("a line that %s is not taken back", async (_, reverses, kind) => {
    const { status, stderr } = await taking(reverses, kind);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("-:5:reverses") });
  });
});

test("what is taken back by its number has the amount of that line", async () => {
  const lines = [HEADER, "2026-02-01,payment,100,,,,,", "2026-02-02,payment,100,,,,,"];
  const documents = await Promise.all(
    ["100", ""].map(async (amount) => {
      const { stdout } = await audited([...lines, `2026-02-03,reversal,${amount},,,,,2`], "--json");
      return JSON.parse(stdout);
    }),
  );
  expect(documents[1]).toEqual(documents[0]);
  expect(documents[0].rows).toHaveLength(3);
});

/** A fee of 200.00 that the terms have not, and 50.00 more that no component is named for. */
const LETTERED = [
  "date,kind,amount,to_penalty,claimed_total",
  "2026-02-01,payment,1000,1000,50125.00",
  "2026-03-10,fee,200,,",
  "2026-03-31,balance,,,52550.00",
];
const LANGUAGES = ["en", "zh"] as const;

/** On a terminal of 80 columns. */
function shown(lines: readonly string[], ...more: readonly string[]): ReturnType<typeof overdueSim> {
  return overdueSim([...LOAN, ...more], { input: `${lines.join("\n")}\n`, environment: { COLUMNS: "80" } });
}

function widest(page: string): number {
  return Math.max(...page.split("\n").map(displayWidth));
}

describe("interest fixed in advance for the days after a claim", () => {
  const FLAT = ["--borrowed", "12000", "--months", "12", "--method", "flat", "--first-due", "2026-02-10"];
  const MISSED = [...FLAT, "--rate", "12%/year", "--missed-since", "2", "--as-of", "2026-03-12", "--statement", "-"];
  const claiming = (balance: string, ...more: readonly string[]): ReturnType<typeof overdueSim> =>
    overdueSim(["audit", ...MISSED, ...more], {
      input: `date,kind,amount,interest,claimed_total\n2026-03-15,payment,500,,\n2026-04-20,balance,,${balance}\n`,
    });

  /** Ten times 120.00 are owed; of them 120.00 and, in 10 of 30 nights, 40.00 are earned: 1,200.00 − 160.00 lies ahead. */
  test.each([
    [",10799.61", true, 10799.61],
    ["160,10799.61", true, 10799.61],
    ["160,", true, 10799.61],
    [",11839.61", false, 11839.61],
    ["1200,11839.61", false, 11839.61],
  ])("a claim of %s agrees, with it or without", async (balance, isLeftOut, computed) => {
    const { rows, summary } = JSON.parse((await claiming(balance, "--solve-rate", "--json")).stdout) as {
      rows: readonly unknown[];
      summary: { readonly solvedRate: { readonly yearly360: unknown } | null };
    };
    expect(rows.at(-1)).toMatchObject({ unearned: { amount: 1040, isLeftOut }, balance: { computed } });
    expect(summary).toMatchObject({ verdict: "agrees", largest: null, differences: { total: 0 } });
  });

  test("what else differs is told without it, and the rate is found from what is claimed", async () => {
    const differing = JSON.parse((await claiming(",10804.61", "--json")).stdout) as unknown;
    expect(differing).toMatchObject({ summary: { verdict: "differs", largest: { line: 3, amount: 5 } } });
    expect((await claiming(",10799.61", "--solve-rate", "--lang", "en")).stdout).toContain(
      "12.00049999% for a year of",
    );
  });

  test.each([
    ["en", "claims leaves out 1,040.00 of interest", "claims counts in 1,040.00 of interest", "art 677"],
    ["zh", "未计入事先定好、属于此后日子的利息 1,040.00 元", "计入了事先定好", "第677条"],
  ])("%s: which it is, is said", async (lang, without, within, article) => {
    const said = async (balance: string, ...more: readonly string[]): Promise<string> =>
      (await claiming(balance, "--lang", lang, ...more)).stdout.replaceAll(/\s+/g, " ");
    expect(await said(",10799.61")).toContain(without);
    expect(await said(",11839.61")).toContain(within);
    expect(await said(",10799.61")).toContain(article);
    expect(await said(",10799.61", "--jurisdiction", "none")).not.toContain(article);
  });

  test.each(LANGUAGES)("%s: the letter names no more than what is earned", async (lang) => {
    for (const balance of [",10799.61", ",11839.61"]) {
      const { stdout } = await claiming(balance, "--lang", lang, "--letter");
      expect(stdout).toContain("10,799.61");
      expect(stdout).toContain("1,040.00");
      expect(stdout).not.toContain("11,839.61");
      const { letter } = JSON.parse((await claiming(balance, "--letter", "--json")).stdout) as { letter: unknown };
      expect(letter).toMatchObject({ lines: [], difference: 0, owed: { total: 10799.61 }, unearned: 1040 });
    }
  });
});

describe("the letter on a statement", () => {
  test.each([[["--letter"]], [["--letter", "claim"]]])(
    "goes to its last day where the debt is cleared before: %j",
    async (letter) => {
      const CLEARED = "date,kind,amount,claimed_total\n2026-03-03,payment,20000,0\n2026-03-31,balance,,30\n";
      const line = [
        "audit",
        "--principal",
        "10000",
        "--rate",
        "0.05%/day",
        "--as-of",
        "2026-01-02",
        "--statement",
        "-",
      ];
      const said = async (...more: readonly string[]) =>
        (await overdueSim([...line, ...letter, ...more], { input: CLEARED })).stdout;
      expect(JSON.parse(await said("--json"))).toMatchObject({ letter: { date: "2026-03-31", owed: { total: 0 } } });
      expect(await said()).not.toContain("2026-03-03");
    },
  );

  test("JSON: the lines that differ, the first and the largest of them, and what the terms give", async () => {
    const { letter } = JSON.parse((await audited(LETTERED, "--letter", "--json")).stdout) as { letter: unknown };
    expect(letter).toMatchObject({
      kind: "statement-request",
      date: "2026-03-31",
      answerWithinDays: 15,
      lines: [3, 4],
      first: { line: 3, kind: "fee", of: "fee", stated: 200, computed: 0, difference: 200 },
      // 50,000.00 × 0.075 % × 88 nights − 1,000.00 = 2,300.00.
      largest: { line: 4, kind: "balance", of: "balance", stated: 52550, computed: 52300, difference: 250 },
      owed: { principal: 50000, penalty: 2300, total: 52300 },
      difference: 250,
      unnamed: 50,
    });
  });

  test.each(LANGUAGES)("%s: the same figures, places to fill in, no line too wide", async (lang) => {
    const { stdout, status } = await shown(LETTERED, "--letter", "--lang", lang);
    expect(status).toBe(0);
    for (const figure of ["2026-03-10", "+200.00", "52,550.00", "52,300.00", "+250.00", "2,300.00", "+50.00", "15"])
      expect(stdout).toContain(figure);
    expect(stdout).toMatch(lang === "en" ? /\[NAME\].*\[LAST FOUR DIGITS\]/s : /【姓名】.*【后四位】/s);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  test.each([
    ["en", "3 (2026-03-10, fee), 4 (2026-03-31, balance)"],
    ["zh", "第 3 行（2026-03-10，费用）、第 4 行（2026-03-31，余额）"],
  ])("%s: what is to be corrected is named by its day and kind, as the lender knows it", async (lang, named) => {
    expect((await audited(LETTERED, "--letter", "--lang", lang)).stdout).toContain(named);
  });

  test.each([
    ["en", "By the terms given 50.00 more is owed than the statement claims"],
    ["zh", "应欠的比对账单所称的还多 50.00 元"],
  ])("%s: whose statement claims less than the terms give is told before sending it", async (lang, said) => {
    const less = LETTERED.with(3, "2026-03-31,balance,,,52250.00");
    const notes = async (lines: readonly string[]) =>
      (await audited(lines, "--letter", "--lang", lang)).stdout.split("\n\n")[0];
    expect(await notes(less)).toContain(said);
    expect(await notes(LETTERED)).not.toContain(said.slice(0, 12));
  });

  test.each(LANGUAGES)("%s: a card's lender is asked for no penalty interest", async (lang) => {
    const { stdout } = await audited(LETTERED, "--letter", "--lang", lang, "--product", "credit-card");
    const [, asked = ""] = stdout.split(lang === "en" ? "What I ask for" : "请贵方提供");
    expect(asked.split("\n\n")[0]).not.toMatch(/penalty|罚息/);
  });

  test.each(LANGUAGES)("%s: it has a place in Markdown and in HTML", async (lang) => {
    for (const format of ["md", "html"]) {
      const { stdout } = await audited(LETTERED, "--letter", "--lang", lang, "--format", format);
      expect(stdout).toContain("52,300.00");
      expect(stdout).toContain(lang === "en" ? "Request: itemised statement" : "关于提供逐笔对账单");
    }
  });

  test("is not sent to the lender of a product whose terms only stand in", async () => {
    const letter = async (...more: readonly string[]): Promise<string> =>
      (await audited(LETTERED, "--letter", "--lang", "en", ...more)).stdout;
    expect(await letter("--product", "wangshangdai")).toContain("95188");
    expect(await letter()).not.toContain("95188");
    expect(await letter("--product", "wangshangdai", "--lender", "private")).not.toContain("95188");
    // A private person has no app.
    expect((await letter("--lender", "private")).replaceAll(/\s+/g, " ")).toContain(
      "to the lender named in the contract or the note of hand.",
    );
    expect(await letter("--lender", "private")).not.toContain("through its app");
    expect(await letter("--lender", "private")).not.toContain("account ending in");
    expect(await letter("--lender", "private")).not.toContain("last four digits");
  });

  test("where a convention explains it, the letter says so and asks for the clause", async () => {
    // The fee is the only difference: 52,300.00 + 200.00.
    const lines = [...LETTERED.slice(0, -1), "2026-03-31,balance,,,52500.00"];
    expect((await audited(lines, "--letter", "--lang", "en")).stdout.replaceAll(/\s+/g, " ")).toContain(
      "the statement agrees if the fees that the statement lists are owed",
    );
  });

  test("where nothing differs, only the itemised statement is asked for", async () => {
    const { stdout } = await audited(GOOD, "--letter", "--lang", "en");
    expect(stdout).toContain("Request: itemised statement of account\n");
    expect(stdout).not.toContain("correction");
  });

  test.each([
    ["en", "so that I cannot compare it with the terms", "I found no line", "pay back", "8,087.50"],
    ["zh", "无从与合同条款核对", "未发现", "请予退还", "8,087.50"],
  ])("%s: where nothing can be compared, it asks alone and names no debt", async (lang, said, found, back, beyond) => {
    const letter = async (paid: number): Promise<string> => {
      const statement = ["--statement", "-", "--letter", "--lang", lang];
      const loan = ["--principal", "50000", "--days-overdue", "30", "--as-of", "2026-09-20"];
      const input = `date,kind,amount\n2026-10-11,payment,${paid}\n`;
      return (await overdueSim(["audit", ...loan, ...statement], { input })).stdout.replaceAll(/\s+/g, " ");
    };
    const little = await letter(100);
    expect(little).toContain(said);
    expect(little).not.toContain(found);
    // 50,000.00 and 51 × 37.50 of penalty less 100.00.
    expect(little).not.toContain("51,812.50");
    expect(little).not.toContain(back);
    // 60,000.00 − 51,912.50.
    const much = await letter(60_000);
    expect(much).toContain(back);
    expect(much).toContain(beyond);
  });

  test("the lender is told up to which amount a difference counts as none", async () => {
    const said = async (statement: readonly string[], ...more: readonly string[]): Promise<string> =>
      (await audited(statement, "--letter", ...more)).stdout.replaceAll(/\s+/g, " ");
    expect(await said(GOOD, "--lang", "en")).toContain("no line that differs from them by more than 0.01 yuan.");
    // The statement is 200.00 off, which such a tolerance leaves out.
    expect(await said(WRONG, "--tolerance", "200", "--lang", "en")).toContain("by more than 200.00 yuan.");
    expect(await said(WRONG, "--tolerance", "200", "--lang", "zh")).toContain("未发现超过 200.00 元的差额。");
  });

  /** Each lender, the article that it alone is shown, and one that is for others. */
  test.each([
    ["bank", "penalty-rate", "private-rate"],
    ["private", "private-rate", "penalty-rate"],
  ])("to %s it names %s and not %s", async (lender, named, other) => {
    const { stdout } = await audited(LETTERED, "--letter", "--json", "--lender", lender);
    const { letter } = JSON.parse(stdout) as { letter: { provisions: string[] } };
    expect(letter.provisions).toContain(named);
    expect(letter.provisions).toContain("allocation");
    expect(letter.provisions).not.toContain(other);
    expect(letter.provisions).not.toContain("privacy");
  });

  /** The debt of 50,000.00 falls due on --as-of, so that a private loan was made before it. */
  test.each([
    ["2020-08-19", "private-rate-since-2020", "private-rate"],
    ["2020-08-20", "private-rate", "private-rate-since-2020"],
  ])("of a private loan due on %s it names %s", async (due, named, other) => {
    const loan = ["--principal", "50000", "--lender", "private", "--as-of", due];
    const { stdout } = await overdueSim(["audit", ...loan, "--statement", "-", "--letter", "--json"], {
      input: `${LETTERED.join("\n")}\n`,
    });
    const { letter } = JSON.parse(stdout) as { letter: { provisions: string[] } };
    expect(letter.provisions).toContain(named);
    expect(letter.provisions).not.toContain(other);
  });

  test("of a loan of which less was paid out it names Civil Code art 670", async () => {
    const { stdout } = await audited(LETTERED, "--letter", "--lang", "en", "--received", "48000");
    expect(stdout).toContain("Civil Code, art 670");
    expect((await audited(LETTERED, "--letter", "--lang", "en")).stdout).not.toContain("art 670");
  });

  test("the lines for others are not said to be those of a bank's loan where it is a card", async () => {
    const others = async (product: string): Promise<string> =>
      (await audited(GOOD, "--product", product, "--lang", "en")).stdout.replaceAll(/\s+/g, " ");
    expect(await others("credit-card")).toContain(
      "Lines that are not for this credit card of a bank: 法发〔2017〕22号",
    );
    expect(await others("bank-loan")).toContain("Lines that are not for this loan of a bank: guidance");
  });

  test("under no known law it names no article", async () => {
    const { stdout } = await audited(LETTERED, "--letter", "--json", "--jurisdiction", "none");
    expect(JSON.parse(stdout)).toMatchObject({ letter: { provisions: [] } });
  });
});

describe("the figures of a claim", () => {
  test("JSON: what is owed to the last day, at which rate, and what each day adds", async () => {
    expect(JSON.parse((await audited(LETTERED, "--letter", "claim", "--json")).stdout)).toMatchObject({
      letter: {
        kind: "claim",
        date: "2026-03-31",
        owed: { principal: 50000, interest: 0, penalty: 2300, total: 52300 },
        rate: "0.05%/day",
        rateSource: "entered",
        goesOnFrom: "2026-04-01",
        daily: { penalty: 37.5, total: 37.5 },
      },
    });
  });

  test("a rate of the statement is named by its line", async () => {
    const lines = [...LETTERED, "2026-03-20,rate,0.04%/day,,"];
    expect(JSON.parse((await audited(lines, "--letter", "claim", "--json")).stdout)).toMatchObject({
      letter: { rate: "0.04%/day", rateSource: "statement", rateLine: 5, daily: { penalty: 30 } },
    });
  });

  const claimed = async (lines: readonly string[], ...words: readonly string[]): Promise<Record<string, unknown>> => {
    const line = ["audit", "--as-of", "2026-11-22", "--statement", "-", "--letter", "claim", "--json"];
    return JSON.parse(await printed([...line, ...words], { input: `${lines.join("\n")}\n` })).letter;
  };

  test("a cap that holds already is in what each day adds", async () => {
    const statement = ["date,kind,amount,claimed_total", "2026-12-22,payment,500,", "2027-03-22,balance,,10200"];
    // 9,697.26 × 24 % ÷ 365 = 6.376, where the rate alone gives 6.79.
    expect(await claimed(statement, "--principal", "10000", "--product", "jd-baitiao")).toMatchObject({
      daily: { total: 6.38 },
    });
    const ended = ["--principal", "10000", "--rate", "36%/year", "--cap", "charges=3%"];
    expect(await claimed(statement, ...ended)).toMatchObject({ daily: { total: 0 }, goesOnFrom: "2027-03-23" });
  });

  test.each([
    [
      "en",
      "Of the principal 9,132.95 falls due only after",
      "Of the principal 9,132.95 yuan falls due after that day.",
    ],
    ["zh", "本金中 9,132.95 元在数额截止日尚未到期", "本金中 9,132.95 元在此后才到期。"],
  ])("%s: principal that is not yet due is told, and that it has to be called", async (lang, noted, said) => {
    // Three of twelve instalments of 1,066.19 are due: 12,000.00, 11,053.81, 10,098.16 and 9,132.95 at 1 % a month.
    const contract = ["--borrowed", "12000", "--months", "12", "--method", "equal-instalments", "--rate", "12%/year"];
    const missed = ["--first-due", "2026-02-10", "--missed-since", "2", "--as-of", "2026-03-12", "--statement", "-"];
    const { stdout } = await overdueSim(["audit", ...contract, ...missed, "--letter", "claim", "--lang", lang], {
      environment: { COLUMNS: "2000" },
      input: "date,kind,amount\n2026-03-15,payment,500\n2026-04-20,balance,\n",
    });
    expect(stdout).toContain(noted);
    expect(stdout).toContain(said);
    expect((await audited(LETTERED, "--letter", "claim", "--lang", lang)).stdout).not.toMatch(/falls due|到期/);
  });

  test("what is to begin later goes on from then, and what is not earned is left out", async () => {
    const statement = ["date,kind,amount,claimed_total", "2026-11-24,balance,,10000"];
    expect(await claimed(statement, "--principal", "10000", "--grace", "5:skip")).toMatchObject({
      daily: { total: 7.5 },
      goesOnFrom: "2026-11-28",
    });
    // Of 60.00 for 2026-10-25 to 2026-11-25 30 of 31 days are 58.06; 41.94 and the 40.00 and 20.00 of later months are not.
    const contract = ["--borrowed", "3000", "--months", "3", "--method", "equal-principal", "--rate", "2%/month"];
    const fixed = ["--first-due", "2026-11-25", "--day-count", "period", "--interest", "scheduled"];
    expect(await claimed(statement, ...contract, ...fixed)).toMatchObject({
      owed: { interest: 58.06, total: 3058.06 },
      unearned: 61.94,
      goesOnFrom: "2026-11-26",
    });
  });

  test("of what a grace may still waive nothing goes on, but it is said what is added if it is not paid", async () => {
    const statement = ["date,kind,amount,claimed_total", "2026-11-26,balance,,10000"];
    // 7.50 a night from 2026-11-22 on; with five days of grace the first night that is added alone is that to the 28th.
    expect(await claimed(statement, "--principal", "10000", "--grace", "5:waive")).toMatchObject({
      owed: { penalty: 0 },
      goesOnFrom: "2026-11-28",
      daily: { total: 7.5 },
      graces: [{ until: "2026-11-27", amount: 37.5 }],
    });
    // Overdue for 30 days, the grace has passed.
    expect(await claimed(statement, "--principal", "10000", "--grace", "5", "--days-overdue", "30")).toMatchObject({
      goesOnFrom: "2026-11-27",
      graces: [],
    });
    // A cap of 24 % a year leaves 6.575 a night, once the nights of the grace are counted.
    const capped = ["--principal", "10000", "--grace", "5:waive", "--cap", "charges=24%/year"];
    expect(await claimed(statement, ...capped)).toMatchObject({
      goesOnFrom: "2026-11-28",
      daily: { total: 6.57 },
      // Of the 39.45 that the cap leaves of six nights, without the 6.57 of the last.
      graces: [{ until: "2026-11-27", amount: 32.88 }],
    });
    // Not due before 2026-12-10: nothing for its five nights to the 15th if it is paid by then, else 37.50, and 0.56 on 150.00 of interest.
    const bullet = ["--borrowed", "10000", "--months", "1", "--method", "bullet", "--first-due", "2026-12-10"];
    expect(await claimed(statement, ...bullet, "--interest", "scheduled", "--grace", "5")).toMatchObject({
      goesOnFrom: "2026-12-16",
      graces: [{ until: "2026-12-15", amount: 38.06 }],
    });
    // Of 45.00 in six nights a cap of 30.00 leaves that, and nothing after it.
    const inAll = ["--principal", "10000", "--grace", "5:waive", "--cap", "penalty=0.3%"];
    expect(await claimed(statement, ...inAll)).toMatchObject({
      daily: { total: 0 },
      graces: [{ until: "2026-11-27", amount: 30 }],
    });
  });

  test("the days of grace are in the paragraph", async () => {
    const words = ["audit", "--as-of", "2026-11-22", "--statement", "-", "--letter", "claim", "--principal", "10000"];
    const input = "date,kind,amount\n2026-11-26,balance,\n";
    const said = async (...more: readonly string[]): Promise<string> =>
      (await printed([...words, ...more], { input })).replaceAll(/\s+/g, " ");
    expect(await said("--grace", "5", "--lang", "en")).toContain(
      "What is within its days of grace adds nothing if it is paid by 2026-11-27; if it is not, 37.50 yuan for the nights until then is added the next day",
    );
    expect(await said("--grace", "5", "--lang", "zh")).toContain("次日加计此前各日共 37.50 元");
    expect(await said("--grace", "5:skip", "--lang", "en")).not.toContain("days of grace");
    const capped = ["--grace", "5", "--cap", "penalty=0.3%"];
    expect(await said(...capped, "--lang", "en")).toContain(
      "30.00 yuan for the nights until then is added the next day.",
    );
    expect(await said(...capped, "--lang", "zh")).toContain("次日加计此前各日共 30.00 元。");
  });

  test("of a private loan it names the note of hand, of others the account", async () => {
    const claim = async (lender: string): Promise<string> =>
      (await audited(LETTERED, "--letter", "claim", "--lang", "en", "--lender", lender)).stdout.replaceAll(/\s+/g, " ");
    expect(await claim("private")).toContain("note of hand or contract of [DATE OF THE LOAN], debtor [NAME]");
    expect(await claim("private")).not.toContain("account");
    expect(await claim("bank")).toContain("account ending in [LAST FOUR DIGITS], debtor [NAME]");
  });

  test("its writer is told what of the charges lies above a line of the law, which the paragraph claims too", async () => {
    const noted = async (penalty: string): Promise<string> =>
      (await audited(LETTERED, "--letter", "claim", "--lang", "en", "--penalty", penalty)).stdout.replaceAll(
        /\s+/g,
        " ",
      );
    // 88 nights × 37.50 = 3,300.00; 50,000 × 24 % × 88 ÷ 365 = 2,893.15. At 0.06 % a night 2,640.00 lie below.
    expect(await noted("1.5x")).toContain("406.85 lies above 24% a year (法发〔2017〕22号, art 2)");
    expect(await noted("0.06%/day")).not.toContain("lies above");
  });

  test.each(LANGUAGES)("%s: the same in one paragraph", async (lang) => {
    const { stdout } = await shown(LETTERED, "--letter", "claim", "--lang", lang);
    for (const figure of ["50,000.00", "2,300.00", "52,300.00", "37.50", "0.05%", "2026-04-01"])
      expect(stdout).toContain(figure);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
  });

  test.each([
    ["audit", ["--letter", "claims"]],
    ["plan", ["--agreement", "months=12", "--letter", "claim"]],
  ])("%s has no other letter", async (command, typed) => {
    const statement = command === "audit" ? ["--statement", "statement.csv"] : [];
    const { status, stdout, stderr } = await overdueSim([command, "--principal", "50000", ...statement, ...typed]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--letter");
  });
});

describe("a settlement: 30,000.00 of 50,000.00 and 30 × 22.50 of penalty is paid, and the rest waived, on one day", () => {
  const loan = ["audit", "--principal", "50000", "--rate", "0.03%/day", "--as-of", "2026-01-02", "--statement", "-"];
  const settled = async (...lines: readonly string[]): Promise<unknown> => {
    const { stdout } = await overdueSim([...loan, "--json"], {
      input: `date,kind,amount,claimed_total\n${lines.join("\n")}\n`,
    });
    return JSON.parse(stdout);
  };
  const WAIVED = { line: 3, computed: { penalty: 675, principal: 20_000 }, balance: { computed: 0, difference: 0 } };

  test("a waiver that names no part goes off charges first, then off principal", async () => {
    expect(await settled("2026-02-01,waiver,20675,30000", "2026-02-01,payment,30000,0")).toMatchObject({
      summary: { verdict: "agrees", unapplied: 0 },
      rows: [
        { computed: { penalty: 675, principal: 20_000 }, balance: { computed: 30_000 } },
        { balance: { computed: 0 } },
      ],
    });
  });

  test("one that is of charges by its name leaves the principal as it is", async () => {
    expect(await settled("2026-02-01,息费减免,20675,", "2026-02-01,payment,30000,20000")).toMatchObject({
      rows: [{ computed: { penalty: 675, principal: 0 } }, { balance: { computed: 20_000, difference: 0 } }],
    });
  });

  test("the balances between are those of either order", async () => {
    expect(await settled("2026-02-01,payment,30000,20675", "2026-02-01,waiver,20675,0")).toMatchObject({
      summary: { verdict: "agrees" },
      rows: [{ line: 2, balance: { computed: 20_675, difference: 0 } }, WAIVED],
    });
  });

  test("a wrong one stays wrong", async () => {
    expect(await settled("2026-02-01,payment,30000,20700", "2026-02-01,waiver,20675,0")).toMatchObject({
      summary: { verdict: "differs", largest: { line: 2, amount: 25 } },
    });
  });
});

describe("a kind that names its part", () => {
  /** 200.00 of fees, 300.00 of penalty and ten nights × 22.50; 40.00 of interest of the instalment. */
  const owed = ["--principal", "30000", "--owed-fee", "200", "--owed-interest", "40", "--owed-penalty", "300"];
  const terms = ["--rate", "0.05%/day", "--compound", "none", "--days-overdue", "10", "--as-of", "2026-02-10"];
  const waived = (kind: string, cells = "300,,,,"): ReturnType<typeof overdueSim> =>
    overdueSim(["audit", ...owed, ...terms, "--statement", "-", "--json"], {
      input: `date,kind,amount,to_fee,to_penalty,to_interest,to_principal\n2026-02-20,${kind},${cells}\n`,
    });

  test.each([
    ["罚息减免", { penalty: 300 }],
    ["逾期罚息减免", { penalty: 300 }],
    ["penalty waiver", { penalty: 300 }],
    ["Waiver of penalty", { penalty: 300 }],
    ["费用减免", { fee: 200 }],
    ["减免违约金", { fee: 200 }],
    ["late fee waived", { fee: 200 }],
    ["本金减免", { principal: 300 }],
    ["waived_principal", { principal: 300 }],
    // Lenders call penalty interest too, as of an amount that bears no other.
    ["利息减免", { interest: 40, penalty: 260 }],
    ["waived interest", { interest: 40, penalty: 260 }],
    ["复利减免", {}],
    ["息费减免", { fee: 200, penalty: 100 }],
    ["减免", { fee: 200, penalty: 100 }],
  ])("“%s” takes no other", async (kind, parts) => {
    const { stdout } = await waived(kind);
    const none = { fee: 0, penalty: 0, compound: 0, interest: 0, principal: 0 };
    expect(JSON.parse(stdout).rows[0].computed).toEqual({ ...none, ...parts });
  });

  test("its cell may say so too, and no other may say something else", async () => {
    expect(JSON.parse((await waived("罚息减免", "300,,300,,")).stdout).summary.verdict).toBe("agrees");
    const { status, stderr } = await waived("罚息减免", "300,300,,,");
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining("-:2:to_fee") });
  });
});

describe("a kind of a line that was taken back, or never came about", () => {
  const LINES = ["date,kind,amount", "2026-02-01,payment,100", "2026-02-01,fee,100"];

  test.each([
    ...["还款冲正", "冲正还款", "还款撤销", "撤销还款", "还款退回", "payment reversal", "Reversed payment"].map(
      (kind) => [kind, 2],
    ),
    ...["费用冲正", "违约金退还", "fee reversal"].map((kind) => [kind, 3]),
  ])("“%s” takes back line %i", async (kind, line) => {
    const { stdout } = await audited([...LINES, `2026-02-01,${kind},100`], "--json");
    const taken = JSON.parse(stdout).rows.filter(({ isReversed }: { readonly isReversed: boolean }) => isReversed);
    expect(taken).toMatchObject([{ line }]);
  });

  test.each(["还款失败", "扣款失败", "还款未成功", "待还款", "还款取消", "failed payment", "nonpayment"])(
    "“%s” is taken for no payment",
    async (kind) => {
      const { status, stderr } = await audited([...LINES, `2026-02-03,${kind},100`], "--lang", "zh");
      expect(status).toBe(2);
      expect(stderr).toContain("没有付成的，请删去这一行");
      expect(stderr).not.toContain("是否想写");
    },
  );

  test("what accrues has no line that could be taken back", async () => {
    const { stderr } = await audited([...LINES, "2026-02-01,罚息冲正,100"]);
    expect(stderr).toContain("arises by the terms");
  });
});

describe("delay in performing a judgment", () => {
  const BALANCE = ["date,kind,amount,to_penalty,claimed_total", "2026-02-11,balance,,,51850.00"];
  /** 50,000.00 × 0.075 % × 40 = 1,500.00 of penalty; × 0.0175 % × 40 = 350.00 beside it. */
  test("in JSON, in the table and in the worksheet", async () => {
    const asked = ["--enforcement", "2026-01-02"];
    const { stdout } = await audited(BALANCE, ...asked, "--json", "--worksheet");
    const { rows, summary, worksheet } = JSON.parse(stdout) as Record<string, unknown>;
    expect(summary).toMatchObject({
      verdict: "agrees",
      delay: { from: "2026-01-02", judgment: 50000, accrued: 350, paid: 0, owed: 350 },
    });
    expect(rows).toMatchObject([{ balance: { computed: 51850 }, delay: { paid: 0, owed: 350 } }]);
    expect(worksheet).toMatchObject([
      { component: "penalty", amount: 1500 },
      { component: "delay", days: 40, base: 50000, rate: "0.000175", amount: 350 },
    ]);
    expect((await audited(BALANCE, ...asked, "--csv")).stdout).toMatch(/^.*,delay_paid,delay_owed,/);
    expect((await audited(BALANCE, ...asked)).stdout).toContain("350.00 accrued, 0.00 paid, 350.00 owed");
  });

  /** 50,000.00 × 0.0175 % × 10 = 87.50; 37.50 × 10 of penalty; 50,375.00 leave 50.00 for it. */
  const SPLIT = [
    "date,kind,amount,to_penalty,to_principal,to_delay,claimed_total",
    "2026-01-12,payment,50425,375,50000,45,",
    "2026-01-13,waiver,20,,,20,",
    "2026-01-14,balance,,0,0,22.5,",
  ];

  test("a statement that names it is compared, line by line and in all", async () => {
    const { rows, summary } = JSON.parse(
      (await audited(SPLIT, "--enforcement", "2026-01-02", "--json", "--lang", "en")).stdout,
    ) as Record<string, unknown>;
    expect(rows).toMatchObject([
      { difference: { penalty: 0, principal: 0 }, delay: { paid: 50, owed: 37.5, stated: 45, difference: -5 } },
      { delay: { paid: 0, waived: 20, owed: 17.5, stated: 20, difference: 0 } },
      { balance: { computed: 17.5, claimed: 22.5, difference: 5 }, delay: { owed: 17.5, stated: 22.5, difference: 5 } },
    ]);
    expect(summary).toMatchObject({ differences: { delay: 5, total: 5 }, delay: { accrued: 87.5, waived: 20 } });
    const { stdout } = await audited(SPLIT, "--enforcement", "2026-01-02", "--lang", "en");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("Of interest for delay it states 5.00 more than the rule gives");
  });

  test("what a payment leaves beyond it is told: 51,000.00 less 375.00, 50,000.00 and 87.50", async () => {
    const paid = ["date,kind,amount,claimed_total", "2026-01-12,payment,51000,0"];
    const asked = ["--enforcement", "2026-01-02", "--lang", "en"];
    expect(JSON.parse((await audited(paid, ...asked, "--json")).stdout)).toMatchObject({
      summary: { unapplied: 537.5 },
    });
    expect((await audited(paid, ...asked)).stdout).toContain("Of the payments 537.50 is more than what was owed");
  });

  test("what a statement names of it goes with a judgment only, and is charged by no line", async () => {
    const { status, stderr } = await audited(SPLIT);
    expect(status).toBe(2);
    for (const line of [2, 3, 4]) expect(stderr).toContain(`-:${line}:to_delay`);
    const fee = [SPLIT[0] ?? "", "2026-01-12,fee,50,,,50,"];
    expect((await audited(fee, "--enforcement", "2026-01-02")).stderr).toContain("-:2:to_delay");
  });

  test("a judgment above the debt is told", async () => {
    const { stdout } = await audited(BALANCE, "--enforcement", "2026-01-02:judgment=50600", "--lang", "en");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("600.00 more than the principal and fees owed");
  });

  test("a time for performance before the rule is told", async () => {
    const old = ["date,kind,claimed_total", "2014-08-10,balance,50017.50"];
    const loan = ["audit", "--principal", "50000", "--rate", "0%/day", "--as-of", "2014-07-01", "--statement", "-"];
    const { stdout } = await overdueSim([...loan, "--enforcement", "2014-07-01", "--lang", "en"], {
      input: `${old.join("\n")}\n`,
    });
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("The rule holds from 2014-08-01 on");
  });

  test("nothing of it where it is not asked for", async () => {
    for (const format of ["--json", "--csv"]) expect((await audited(BALANCE, format)).stdout).not.toContain("delay");
  });

  test.each([
    [["--enforcement", "2026-02-30"]],
    [["--enforcement", "often"]],
    [["--enforcement", "2026-01-01"]],
    [["--enforcement", "2026-01-02:judgment=much"]],
    [["--enforcement", "2026-01-02:judgment=0"]],
    [["--enforcement", "2026-01-02:amount=5"]],
    [["--enforcement", "2026-01-02", "--letter", "claim"]],
    [["--enforcement", "2026-01-02", "--letter"]],
    [["--enforcement", "2026-02-12"]],
    [["--enforcement", "2026-01-02", "--jurisdiction", "none"]],
  ])("%j is told", async (more) => {
    const { status, stdout, stderr } = await audited(BALANCE, ...more);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("--enforcement");
  });
});

/** 4 × 3.45 % of 2024-01-15, a month before the first due date; 4 × 3.35 % of the day before the statement. */
test.each([
  [
    "of the contract's day",
    [
      "--borrowed",
      "12000",
      "--months",
      "12",
      "--first-due",
      "2024-02-15",
      "--method",
      "equal-instalments",
      "--missed-since",
      "3",
    ],
    0.138,
    "2024-01-15",
  ],
  ["of the balances' day, for want of another", ["--principal", "12000"], 0.134, "2024-09-01"],
] as const)("a private lender's line of 4 × LPR is that %s", async (_, loan, yearlyRate, lprDay) => {
  const words = ["audit", ...loan, "--rate", "18%/year", "--lender", "private", "--as-of", "2024-09-01"];
  const { stdout } = await overdueSim([...words, "--statement", "-", "--json"], {
    input: "date,kind,amount\n2024-10-01,payment,100\n",
  });
  const { summary } = JSON.parse(stdout) as Record<string, unknown>;
  expect(summary).toMatchObject({ costLines: [{ name: "private-4-lpr", yearlyRate, lprDay }] });
});

test.each([
  ["en", /late interest/, /penalty/],
  ["zh", /逾期透支利息/, /罚息/],
])("a card's tables know no penalty interest (%s)", async (language, named, notNamed) => {
  const card = ["audit", "--principal", "20000", "--product", "信用卡", "--as-of", "2026-08-22", "--statement", "-"];
  const input = "date,kind,amount,to_penalty,claimed_total\n2026-09-01,payment,1000,120,\n2026-10-22,balance,,,20000\n";
  const { stdout } = await overdueSim([...card, "--worksheet", "--csv", "--lang", language], { input });
  expect(stdout).toContain(",penalty,20000.00,");
  const page = await overdueSim([...card, "--worksheet", "--lang", language], { input });
  const [, tables = ""] = page.stdout.split(/^line|^行/m);
  const [untilNotes = ""] = tables.split(/^Lines|^适用/m);
  expect(untilNotes).toMatch(named);
  expect(untilNotes).not.toMatch(notNamed);
});

describe("limitation", () => {
  const OLD = ["audit", "--principal", "50000", "--as-of", "2020-03-22", "--statement", "-", "--lang", "en"];
  const PAID = "date,kind,amount,claimed_total\n2020-06-01,payment,1000,\n";

  test("that ended before the last day of the statement is said to have ended", async () => {
    const input = `${PAID}2026-11-22,balance,,90000\n`;
    const { stdout } = await overdueSim(OLD, { input });
    expect(stdout).toContain("counted from a payment on 2020-06-01 (line 2), ended on 2023-06-01");
    expect(stdout).toContain("Ask a lawyer or legal aid first");
    expect(stdout).not.toContain("at the earliest");
    const { summary } = JSON.parse((await overdueSim([...OLD, "--json"], { input })).stdout) as {
      readonly summary: Readonly<Record<string, unknown>>;
    };
    expect(summary["limitation"]).toMatchObject({ endsOn: "2023-06-01", ranOutOn: "2023-06-01" });
  });

  test("starts afresh by no payment of which neither the terms nor the lender took anything", async () => {
    const loan = ["audit", "--principal", "1000", "--as-of", "2026-11-22", "--statement", "-", "--json"];
    const eventsOf = async (...lines: readonly string[]): Promise<unknown> => {
      const input = ["date,kind,amount,to_fee", "2026-12-01,payment,5000,", ...lines].join("\n");
      const { summary } = JSON.parse((await overdueSim(loan, { input })).stdout);
      return [summary.limitation.endsOn, summary.limitation.events.length];
    };
    // The first clears it; what comes a month later finds nothing that is owed, unless the lender says what it took.
    expect(await eventsOf()).toEqual(["2029-12-01", 1]);
    expect(await eventsOf("2027-01-01,payment,100,")).toEqual(["2029-12-01", 1]);
    expect(await eventsOf("2027-01-01,payment,100,100")).toEqual(["2030-01-01", 2]);
    expect(await eventsOf("2027-01-01,demand,,")).toEqual(["2030-01-01", 2]);
  });

  test("that a demand in time moved is still running", async () => {
    const { stdout } = await overdueSim(OLD, { input: `${PAID}2023-05-31,demand,,\n2026-05-31,balance,,90000\n` });
    expect(stdout).toContain("end on 2026-05-31 at the earliest");
  });
});

test("a private loan over 2020-08-20: 233 nights against 24 %, then 314 against 4 × 3.85 %", async () => {
  const terms = ["--rate", "24%/year", "--penalty", "1x", "--compound", "none", "--lender", "private"];
  const input = "date,kind,amount\n2021-06-30,balance,\n";
  const loan = ["audit", "--principal", "10000", "--as-of", "2019-12-31", "--statement", "-", ...terms];
  const { stdout } = await overdueSim([...loan, "--json"], { input });
  const { summary } = JSON.parse(stdout) as { readonly summary: unknown };
  // 10,000 × 24 % ÷ 360 × 233 = 1,553.33; × 24 % ÷ 365 × 233 = 1,532.05; 3,646.67 - 1,553.33; × 15.4 % ÷ 365 × 314 = 1,324.82.
  expect(summary).toMatchObject({
    costLines: [
      { name: "private-24", from: null, until: "2020-08-19", charges: 1553.33, above: 21.28 },
      { name: "private-4-lpr", from: "2020-08-20", until: null, charges: 2093.34, above: 768.52 },
    ],
  });
});

test.each([
  ["en", "法发〔2017〕22号, art 2", "法释〔2021〕10号 (bank cards), art 2"],
  ["zh", "法发〔2017〕22号第2条", "法释〔2021〕10号（银行卡）第2条"],
])("lines of the law are cited as a reader would look them up (%s)", async (language, applies, isForOthers) => {
  const { stdout } = await audited(GOOD, "--lang", language);
  expect(stdout).toContain(applies);
  expect(stdout).toContain(isForOthers);
  expect(stdout).not.toMatch(/judicial-24|micro-loan-24|card-reduction|private-4-lpr|damages-30/);
});

describe("that the LPR goes on is assumed of a statement that goes beyond the last one known", () => {
  const assumed = async (rate: string, ...lines: readonly string[]): Promise<readonly string[]> => {
    const line = [...LOAN.map((word) => (word === "0.05%/day" ? rate : word)), "--json"];
    const { stdout } = await overdueSim(line, { input: ["date,kind,amount", ...lines].join("\n") });
    return (JSON.parse(stdout) as { readonly assumptions: readonly string[] }).assumptions;
  };

  test("the contract rate stands on it", async () => {
    expect(await assumed("lpr1y*4", "2026-09-20,payment,1000")).not.toContain("reference-rate-goes-on");
    expect(await assumed("lpr1y*4", "2026-09-21,payment,1000")).toContain("reference-rate-goes-on");
  });

  test("a rate of the statement does", async () => {
    const line = "2026-03-01,rate,lpr1y*4";
    expect(await assumed("0.05%/day", line, "2026-09-20,payment,1000")).not.toContain("reference-rate-goes-on");
    expect(await assumed("0.05%/day", line, "2026-09-21,payment,1000")).toContain("reference-rate-goes-on");
    expect(await assumed("0.05%/day", "2026-03-01,rate,15%/year", "2026-09-21,payment,1000")).not.toContain(
      "reference-rate-goes-on",
    );
  });
});

test("a mistake in a line stands under the heading that its column has", async () => {
  const input = "日期,类型,金额\n2026-01-01,payment,100\n";
  const { status, stderr } = await overdueSim(LOAN, { input });
  expect([status, stderr.split(" ")[1]]).toEqual([2, "-:2:日期:"]);
});

test.each([
  ["en", "the contract and the vouchers decide", "what your lender's app or statement shows wins"],
  ["zh", "与合同（借条）、凭证不一致的，以合同和凭证为准", "以 App 或账单为准"],
])(
  "a statement that is looked into does not decide, nor what a private person writes (%s)",
  async (language, contract, lender) => {
    const saying = (stdout: string): string => stdout.replaceAll("\n", language === "en" ? " " : "");
    const differing = saying((await audited(WRONG, "--lang", language)).stdout);
    expect(differing).toContain(contract);
    expect(differing).not.toContain(lender);
    const loan = ["simulate", "--principal", "50000", "--as-of", "2026-11-22", "--lang", language];
    expect(saying(await printed(loan))).toContain(lender);
    expect(saying(await printed([...loan, "--lender", "private"]))).toContain(contract);
  },
);
