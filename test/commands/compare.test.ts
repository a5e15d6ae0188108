/** `compare` through the built command: each row is what `simulate` says of the same way to pay, and twice is the same. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("../../dist/overdue-sim.cjs", import.meta.url));
const STORIES = fileURLToPath(new URL("../../fixtures/stories/", import.meta.url));

function run(...options: readonly string[]): string {
  return execFileSync(process.execPath, [COMMAND, ...options], { encoding: "utf8" });
}

type Figures = Readonly<Record<string, unknown>>;

interface Compared {
  readonly input: { readonly strategies: readonly { readonly name: string; readonly strategy: string | null }[] };
  readonly rows: readonly (Figures & { readonly strategy: string })[];
}

interface Simulated {
  readonly summary: Figures & {
    readonly paid: number;
    readonly toPrincipal: number;
    readonly unapplied: number;
    readonly credit: { readonly statusCode: number };
  };
  readonly rows: readonly Figures[];
}

/** What `simulate` says, under the names of `compare`. */
function figuresOf({ summary }: Simulated): Figures {
  const inFen = (amount: number): number => Math.round(amount * 100);
  return {
    paid: summary.paid,
    toCharges: (inFen(summary.paid) - inFen(summary.toPrincipal) - inFen(summary.unapplied)) / 100,
    toPrincipal: summary.toPrincipal,
    principalShare: summary["principalShare"],
    principalLeft: summary["closingPrincipal"],
    totalOwed: summary["closingTotal"],
    daysOverdue: summary["daysOverdueAtEnd"],
    statusCode: summary.credit.statusCode,
    clearedOn: summary["clearedOn"],
    yearlyCost: summary["yearlyCost"],
  };
}

const STRATEGIES = [
  "none",
  "daily:50",
  "weekly:350",
  "monthly:1500@15",
  "save:50/day@2027-06-30",
  "lump:20000@2027-03-01",
  "agreement:months=36",
  "agreement:months=12,method=equal-principal,rate=6%/year,waive-penalty=50%,pause=2,charges=end",
  "agreement:months=24,start=2027-01-31,rate=0.5%/month,day-count=actual/365,waive-charges=30%",
  "defer:months=3",
  "defer:months=3,rate=6%/year,start=2026-12-05",
  "settle:80%@2027-01-15",
  "settle:9000@2026-11-30",
  "borrow:rate=24%/year,fee=3%",
  "borrow:rate=12%/year,months=6,method=equal-principal,day-count=actual/360,start=2027-01-02",
] as const;

const LOANS: readonly (readonly [string, readonly string[]])[] = [
  [
    "one sum, 90 days overdue",
    ["--principal", "50000", "--as-of", "2026-11-22", "--days-overdue", "90", "--daily", "40"],
  ],
  ["three instalments missed of twelve", ["--loan", `${STORIES}three-missed-by-component/loan.json`, "--daily", "30"]],
];

describe.each(LOANS)("%s", (_loan, loan) => {
  const options = [...loan, "--days", "200"];
  // Of a loan file without payments that are dated before what is compared.
  const strategies = STRATEGIES.filter((strategy) => !strategy.includes("@2026-11-30") || loan.includes("--principal"));
  const asked = strategies.flatMap((strategy) => ["--strategy", strategy]);
  const { rows } = JSON.parse(run("compare", ...options, ...asked, "--json")) as Compared;

  test.each(strategies)("%s", (strategy) => {
    const simulated = JSON.parse(run("simulate", ...options, "--strategy", strategy, "--json")) as Simulated;
    const row = rows.find((one) => one.strategy === strategy);
    expect(row).toMatchObject(figuresOf(simulated));
    const last = simulated.rows.at(-1);
    if (last !== undefined) expect(row).toMatchObject({ totalOwed: last["totalOwed"], paid: last["paidSoFar"] });
  });

  test("all that is asked for is in the table, in its order", () => {
    expect(rows.map(({ strategy }) => strategy)).toEqual(strategies);
  });

  test("what is compared where nothing is asked for can be typed again", () => {
    const usual = JSON.parse(run("compare", ...options, "--json")) as Compared;
    const typed = usual.input.strategies.filter(({ strategy }) => strategy !== null);
    expect(typed.map(({ name }) => name)).toEqual(["none", "interest-stopped", "penalty-waived", "refinancing"]);
    for (const { name, strategy } of typed) {
      const simulated = JSON.parse(run("simulate", ...options, "--strategy", strategy ?? "", "--json")) as Simulated;
      expect(usual.rows.find((one) => one.strategy === name)).toMatchObject(figuresOf(simulated));
    }
    const asGiven = JSON.parse(run("simulate", ...options, "--json")) as Simulated;
    expect(usual.rows.find((one) => one.strategy === "as-given")).toMatchObject(figuresOf(asGiven));
  });

  test.each(["table", "csv", "json", "ndjson", "md"])("twice gives the same bytes, as %s", (format) => {
    const line = ["compare", ...options, ...asked, "--format", format];
    expect(run(...line)).toBe(run(...line));
    expect(run("compare", ...options, "--format", format)).toBe(run("compare", ...options, "--format", format));
  });
});

test("borrowing to repay is dearer than the same months agreed with the lender", () => {
  const line = "compare --principal 50000 --as-of 2026-11-22 --days-overdue 90 --strategy agreement:months=24";
  const { rows } = JSON.parse(
    run(...line.split(" "), "--strategy", "borrow:rate=24%/year,fee=3%,months=24", "--json"),
  ) as Compared;
  const [agreed, borrowed] = rows.map((row) => row["totalCost"]);
  expect([agreed, borrowed]).toEqual([3_375, 19_759.75]);
});
