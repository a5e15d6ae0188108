/** Fees of instalments still to come: what becomes of them, and what is said about it. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

const TABLE = `due,principal,interest,fee
2026-12-22,1000,10,30
2027-01-22,1000,10,30
2027-02-22,1000,10,30
`;
const LOAN = ["--instalments", "-", "--rate", "12%/year", "--as-of", "2026-11-22"];

async function answered(command: string, ...more: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout } = await overdueSim([command, ...LOAN, ...more, "--json"], { input: TABLE });
  return JSON.parse(stdout) as Record<string, unknown>;
}

/** On 2026-12-02 of the first 10.00 of interest 3.33 is earned: 93.33 of charges on 3,000.00 over ten nights. */
describe("90.00 of fees ahead count in whole", () => {
  /** 93.33 × 365 ÷ 30,000 = 1.135515; 93.33 − 30,000 × 24 % ÷ 365 = 73.60. */
  test("in a settlement, in its cost and above the line of 24 %", async () => {
    const { summary } = await answered("simulate", "--strategy", "settle:100%@2026-12-02", "--days", "20");
    expect(summary).toMatchObject({
      paid: 3_093.33,
      toFee: 90,
      toInterest: 3.33,
      yearlyCost: 1.135515,
      costLines: [{ yearlyRate: 0.24, above: 73.6 }],
    });
  });

  test("in an agreement, a new loan and a payment of all, alike", async () => {
    const { rows } = await answered(
      "compare",
      "--strategy",
      "agreement:months=6,start=2026-12-02",
      "--strategy",
      "settle:100%@2026-12-02",
      "--strategy",
      "lump:3120@2026-12-02",
    );
    expect(rows).toMatchObject([
      { paid: 3_093.33, toCharges: 93.33, totalCost: 93.33 },
      { paid: 3_093.33, toCharges: 93.33, totalCost: 93.33 },
      // Who pays before the time pays the interest of the table too.
      { paid: 3_120, toCharges: 120, totalCost: 120 },
    ]);
  });

  test("in what a plan agrees over: 3,090.00 on the day of the balances, 515.00 a month", async () => {
    const { rows } = await answered("plan", "--agreement", "agreement:months=6,start=2026-11-22");
    expect(rows).toMatchObject([{ due: "2026-12-22", amount: 515 }, {}, {}, {}, {}, { amount: 515 }]);
  });
});

describe("it is listed as an assumption", () => {
  const SAID = { en: "no article leaves out those for days ahead", zh: "也可以请对方免收" };
  test.each([
    ["en", "compare", ["--strategy", "settle:100%@2026-12-02"], true],
    ["zh", "compare", ["--strategy", "settle:100%@2026-12-02"], true],
    ["en", "plan", ["--agreement", "months=6"], true],
    ["en", "plan", ["--budget", "600/month"], true],
    ["en", "plan", ["--clear-by", "2027-03-22"], false],
    ["en", "plan", ["--clear-by", "2026-12-20"], true],
    ["en", "compare", ["--strategy", "defer:months=2"], false],
    // What is agreed after the last due date, or without any fees, takes over none for days ahead.
    ["en", "compare", ["--strategy", "settle:90%@2027-03-02"], false],
    ["en", "compare", ["--strategy", "agreement:months=6,start=2027-03-02"], false],
    ["en", "compare", ["--strategy", "agreement:months=6,waive-fee=100%"], false],
    // Who pays all before the time pays what is for days ahead too, who pays as it falls due does not.
    ["en", "simulate", ["--pay", "3120@2026-12-02"], true],
    ["zh", "compare", ["--strategy", "lump:3120@2026-12-02"], true],
    ["en", "simulate", ["--pay", "3120@2027-02-22", "--days", "100"], false],
    ["en", "simulate", ["--daily", "50"], false],
  ] as const)("%s %s %j: %s", async (language, command, more, isSaid) => {
    const environment = { COLUMNS: "400", OVERDUE_SIM_LANG: language };
    const { stdout } = await overdueSim([command, ...LOAN, ...more], { input: TABLE, environment });
    expect(stdout.includes(SAID[language])).toBe(isSaid);
    expect(stdout.split(SAID[language]).length).toBeLessThanOrEqual(2);
  });
});

/** By its terms it is called on 2027-01-11, 20 days overdue: of the second interest 10 × 20/31 is earned, of the third nothing. */
describe("so it is of a loan that its terms call due, with the interest that falls due then", () => {
  const loan = JSON.stringify({
    asOf: "2026-11-22",
    instalments: ["2026-12-22", "2027-01-22", "2027-02-22"].map((due) => ({
      due,
      principal: 1_000,
      interest: 10,
      fee: 30,
    })),
    terms: { rate: "12%/year", accelerateAfter: 20 },
  });
  const codes = ["accelerated-interest", "fees-ahead-counted"];
  test.each([
    ["simulate", ["--days", "90"], true],
    ["simulate", ["--days", "49"], false],
    ["plan", ["--budget", "10/month"], true],
    ["plan", ["--agreement", "months=6,start=2027-02-01"], true],
    ["plan", ["--agreement", "months=6", "--pay", "1040/month@22"], true],
    // 600.00 a month do not pay 1,040.00 on 2026-12-22: 20 days later all is called.
    ["plan", ["--clear-by", "2027-06-01"], true],
  ] as const)("%s %j: %s", async (command, more, isCalled) => {
    const { stdout } = await overdueSim([command, "--loan", "-", ...more, "--json"], { input: loan });
    const { assumptions } = JSON.parse(stdout) as { assumptions: unknown };
    if (isCalled) expect(assumptions).toEqual(expect.arrayContaining(codes));
    else for (const code of codes) expect(assumptions).not.toContain(code);
  });
});

/** 1,040.00 are due on 2026-12-22, and 8,000.00 of a month clear both debts in January, a month before the last of them is due. */
test.each([
  ["8000/month", true],
  ["1100/month", false],
])("so it is of several debts from one budget of %s: %s", async (budget, isSaid) => {
  const folder = emptyFolder();
  const instalments = TABLE.trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([due, principal, interest, fee]) => ({ due, principal, interest, fee }));
  writeFileSync(
    join(folder, "a.json"),
    JSON.stringify({ asOf: "2026-11-22", instalments, terms: { rate: "12%/year" } }),
  );
  writeFileSync(
    join(folder, "debts.csv"),
    "name,principal,rate,days_overdue,loan\na,,,,a.json\nb,12000,18%/year,30,\n",
  );
  const line = ["plan", "--debts", "debts.csv", "--budget", budget, "--first", "avalanche", "--as-of", "2026-11-22"];
  const { assumptions } = JSON.parse(await printed([...line, "--json"], { folder }));
  expect(assumptions.includes("fees-ahead-counted")).toBe(isSaid);
  expect((await printed(line, { folder })).includes("a: Fees of instalments still to come")).toBe(isSaid);
});
