/** `audit` as it is typed: statements as files, every bad line told, and what scripts rely on. */

import { describe, expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";

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
  ])("%s", async (_, line, place) => {
    const { status, stdout, stderr } = await audited([HEADER, "2026-02-01,payment,100,,,,,", line]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`-:3:${place}`);
  });
});
