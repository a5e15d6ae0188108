/** How lines of one day are read, and what a later line leaves standing of an earlier one. */

import { describe, expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";

const LOAN = ["--principal", "50000", "--days-overdue", "30", "--as-of", "2026-09-20", "--rate", "0.05%/day"];

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
