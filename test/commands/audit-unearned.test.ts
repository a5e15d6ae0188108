/** Interest fixed in advance, which a lender counts in or leaves out: how a whole statement is read. */

import { describe, expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";

/** Three instalments of 30,000.00 with 900.00 each, the first due after nine days; the penalty is 22.50 a night. */
const FLAT = [
  "--borrowed",
  "90000",
  "--months",
  "3",
  "--method",
  "flat",
  "--rate",
  "12%/year",
  "--penalty",
  "27%/year",
];
const LOAN = [...FLAT, "--compound", "none", "--first-due", "2026-02-10", "--as-of", "2026-02-01", "--lender", "bank"];
const DAYS = ["2026-02-05", "2026-02-15", "2026-02-20", "2026-02-25"];
/** On these days by the terms: 90,000.00, penalty, and 900.00 × 26 ÷ 31, 900.00 + 900.00 × 5 ÷ 28, and so on. */
const LEFT_OUT = [90_754.84, 91_173.21, 91_446.43, 91_719.64];
const COUNTED_IN = [92_700, 92_812.5, 92_925, 93_037.5];

function claiming(claims: readonly number[], ...more: readonly string[]): ReturnType<typeof overdueSim> {
  const lines = claims.map((claim, index) => `${DAYS[index]},balance,${claim.toFixed(2)}`);
  const input = `date,kind,claimed_total\n${lines.join("\n")}\n`;
  return overdueSim(["audit", ...LOAN, "--statement", "-", ...more], { input });
}

const beyond = (claims: readonly number[], ...more: readonly number[]): readonly number[] =>
  claims.map((claim, index) => claim + (more[index] ?? 0));

interface Found {
  readonly summary: {
    readonly largest: { readonly amount: number } | null;
    readonly differences: { readonly total: number };
  };
  readonly rows: readonly {
    readonly balance: { readonly difference: number };
    readonly unearned: { readonly isLeftOut: boolean };
  }[];
}

async function found(claims: readonly number[], ...more: readonly string[]) {
  const { summary, rows } = JSON.parse((await claiming(claims, "--json", ...more)).stdout) as Found;
  const readings = rows.map(({ unearned }) => unearned.isLeftOut);
  return { readings, differences: rows.map(({ balance }) => balance.difference), total: summary.differences.total };
}

describe("a statement that agrees on some lines is read on the others as on these", () => {
  test.each([
    ["1,000.00 too much where it is left out", LEFT_OUT, [0, 0, 1000, 1000], true],
    ["1,000.00 too little where it is counted in", COUNTED_IN, [-1000, 0, -1000, -1000], false],
    ["two lines against one", [...LEFT_OUT.slice(0, 3), 93_037.5], [0, 0, 1000, 0], true],
  ])("%s", async (_, lines, differences, isLeftOut) => {
    const read = await found(beyond(lines, ...differences));
    expect(read.differences).toEqual(differences);
    expect(read.readings[2]).toBe(isLeftOut);
  });

  test("what explains the lines is looked for in the same reading", async () => {
    const { stdout } = await claiming(beyond(LEFT_OUT, 0, 0, 1000, 1000), "--lang", "en");
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("charged from 2026-02-16 to 2026-02-20: 1,000.00");
  });

  test("within the tolerance", async () => {
    const rounded = LEFT_OUT.map((claim) => Math.round(claim));
    expect((await found(beyond(rounded, 0, 0, 1000, 1000), "--tolerance", "0.5")).readings).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

test("where no line agrees, all are read in the one way that comes nearer in sum", async () => {
  const read = await found(beyond(LEFT_OUT, 300, 300, 900, 900));
  expect(read.differences).toEqual([300, 300, 900, 900]);
});

describe("a lender that changes its way in the middle", () => {
  const CHANGED = [...LEFT_OUT.slice(0, 2), ...COUNTED_IN.slice(2)];

  test("agrees: each way has grounds", async () => {
    expect(await found(CHANGED)).toEqual({ readings: [true, true, false, false], differences: [0, 0, 0, 0], total: 0 });
  });

  test.each([
    ["en", "line 3 (2026-02-15) claims leaves out 1,639.29", "line 5 (2026-02-25) claims counts in 1,317.86"],
    ["zh", "第 3 行（2026-02-15）所称欠款未计入", "第 5 行（2026-02-25）所称欠款计入了"],
  ])("and the page says so (%s)", async (lang, first, second) => {
    const page = (await claiming(CHANGED, "--lang", lang)).stdout.replaceAll(/\s+/g, " ");
    expect(page).toContain(first);
    expect(page).toContain(second);
  });
});

describe("the letter: what is owed, what the statement counts in of what is left out, and the difference come to the claim", () => {
  test.each([
    ["en", LEFT_OUT, "as the statement is taken to leave it out too"],
    ["zh", LEFT_OUT, "视对账单也未计入"],
    [
      "en",
      COUNTED_IN,
      "the statement is taken to have it in, which is no difference: it is compared with so much more",
    ],
    ["zh", COUNTED_IN, "视对账单已计入，不算差额：加上这一部分再作比较"],
  ])("%s, of %j", async (lang, lines, said) => {
    const claims = beyond(lines, 0, 0, 1000, 1000);
    const { stdout } = await claiming(claims, "--letter", "--lang", lang);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(said);
    const { letter } = JSON.parse((await claiming(claims, "--letter", "--json")).stdout) as {
      letter: { readonly owed: { readonly total: number }; readonly unearned: number; readonly difference: number };
    };
    const countedIn = lines === LEFT_OUT ? 0 : letter.unearned;
    expect(letter.owed.total + countedIn + letter.difference).toBeCloseTo(claims[3] ?? 0, 2);
  });
});
