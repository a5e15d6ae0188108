/** What is paid or waived beyond the debt: of the interest for delay, and of nothing. */

import { expect, test } from "vitest";
import { overdueSim } from "../command-line/in-process.ts";

interface Row {
  readonly computed: { readonly penalty: number; readonly principal: number };
  readonly delay: { readonly paid: number; readonly waived: number; readonly owed: number };
}

interface Audited {
  readonly rows: readonly Row[];
  readonly summary: { readonly unapplied: number; readonly verdict: string };
}

/** 30 × 37.50 = 1,125.00 of penalty: 51,125.00 is owed on 2026-01-31. */
async function audited(lines: readonly string[], ...more: readonly string[]): Promise<Audited> {
  const input = ["date,kind,amount,claimed_total", ...lines, ""].join("\n");
  const loan = ["--principal", "50000", "--rate", "0.05%/day", "--as-of", "2026-01-01", "--statement", "-"];
  return JSON.parse((await overdueSim(["audit", ...loan, "--json", ...more], { input })).stdout) as Audited;
}

test("what is paid after the debt is gone is paid beyond what was owed as well", async () => {
  const { summary } = await audited([
    "2026-01-31,payment,51125,0",
    "2026-02-10,payment,1000,0",
    "2026-02-20,payment,500,0",
  ]);
  expect(summary).toMatchObject({ unapplied: 1_500, verdict: "agrees" });
});

test("of two waivers that name no part each is shown with its own amount, charges first", async () => {
  const { rows, summary } = await audited(["2026-01-31,waiver,1000,50125", "2026-01-31,waiver,2000,48125"]);
  expect(rows).toMatchObject([
    { computed: { penalty: 1_000, principal: 0 } },
    { computed: { penalty: 125, principal: 1_875 } },
  ]);
  expect(summary.verdict).toBe("agrees");
});

/** Beside the 51,125.00, 30 nights × 0.0175 % × 50,000.00 = 262.50 of interest for delay. */
test.each([
  ["one of everything takes it last", ["2026-01-31,waiver,51387.50,0"], [[0, 262.5, 0]]],
  ["as far as its amount goes", ["2026-01-31,waiver,51225,162.50"], [[0, 100, 162.5]]],
  ["and no more of it than the debt leaves", ["2026-01-31,waiver,51125,262.50"], [[0, 0, 262.5]]],
  ["one of charges by its name leaves it", ["2026-01-31,息费减免,2000,50262.50"], [[0, 0, 262.5]]],
  [
    "the second of two, what the first leaves",
    ["2026-01-31,waiver,51000,387.50", "2026-01-31,waiver,387.50,0"],
    [
      [0, 0, 262.5],
      [0, 262.5, 0],
    ],
  ],
  [
    "beside a payment, what both leave",
    ["2026-01-31,waiver,21125,30262.50", "2026-01-31,payment,30262.50,0"],
    [
      [0, 0, 262.5],
      [262.5, 0, 0],
    ],
  ],
] as const)("of waivers reaches the interest for delay: %s", async (_, lines, delay) => {
  const { rows, summary } = await audited(lines, "--enforcement", "2026-01-01");
  expect(rows.map(({ delay: { paid, waived, owed } }) => [paid, waived, owed])).toEqual(delay);
  expect(summary).toMatchObject({ verdict: "agrees", unapplied: 0 });
});
