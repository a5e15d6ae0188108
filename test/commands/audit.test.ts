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

describe("exit code", () => {
  test.each([
    ["agrees", GOOD, [], 0],
    ["differs by 200.00", WRONG, ["--exit-code"], 1],
    ["differs, not asked", WRONG, [], 0],
    ["within the tolerance", WRONG, ["--exit-code", "--tolerance", "200"], 0],
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

test("every bad line is told with its number, and nothing is printed", async () => {
  const { status, stdout, stderr } = await audited([
    "date,kind,amount,to_penalty,claimed_total,reverses",
    "2026-02-30,payment,1000,,,",
    "2026-02-01,gift,1000,,,",
    "2026-02-01,payment,,,,",
    "2026-02-01,payment,100,200,,",
    "2026-01-02,payment,100,,,",
    "2026-02-01,rate,often,,,",
  ]);
  expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  for (const place of ["2:date", "3:kind", "4:", "5:amount", "6:date", "7:amount"]) {
    expect(stderr).toContain(`-:${place}`);
  }
});
