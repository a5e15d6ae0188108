/** Small inputs that once gave a wrong answer, each with the right one and how one gets there by hand. */

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";

const FOLDER = fileURLToPath(new URL("../../fixtures/small-inputs/", import.meta.url));

interface Simulated {
  readonly summary: Readonly<Record<string, unknown>>;
  readonly rows: readonly { readonly date: string; readonly totalOwed: number }[];
}

async function simulated(...words: readonly string[]): Promise<Simulated> {
  return JSON.parse(await printed(["simulate", ...words, "--json"], { folder: FOLDER })) as Simulated;
}

function owedOn(run: Simulated, date: string): number | undefined {
  return run.rows.find((row) => row.date === date)?.totalOwed;
}

/** Penalty at 0.075 % a day on what the input says is overdue, up to 2026-11-22. */
describe("what is owed at the start", () => {
  test.each([
    // 1,000 over 92 days 69.00, 100,000 over 61 days 4,575.00; no interest was given, so there is no compound.
    ["two-overdue.csv", [], { total: 105_644, principal: 101_000, penalty: 4_644, compound: 0, fee: 0 }],
    // The same, and 5 % of either instalment: 50.00 and 5,000.00.
    ["two-overdue.csv", ["--late-fee", "5%"], { total: 110_694, principal: 101_000, penalty: 4_644, fee: 5_050 }],
    // 100,000 over 61 days.
    ["one-overdue.csv", [], { total: 104_575, principal: 100_000, penalty: 4_575 }],
    // 3.75 a day on each 5,000, over 184 + 153 + 123 + 92 + 61 + 31 = 644 days.
    ["six-principal.csv", [], { total: 32_415, principal: 30_000, penalty: 2_415 }],
    // 7,220 days in all; compound 288.00 + 234.19 + 182.85 + 133.65 + 86.78 + 42.26, an instalment each.
    ["six-long-overdue.csv", [], { total: 59_092.73, penalty: 27_075, interest: 1_050, compound: 967.73 }],
    // Only interest was left; its charges are given as nothing.
    ["principal-none.csv", [], { total: 500, principal: 0, interest: 500, penalty: 0 }],
  ] as const)("%s %j", async (file, options, owed) => {
    const { summary } = await simulated("--instalments", file, "--days", "0", ...options);
    expect(summary["owed"]).toMatchObject(owed);
  });
});

describe("a backlog is worked off before principal falls", () => {
  // 2,415.00 of penalty and 22.50 a day against 20 a day: instalments are cleared one after the other all the same.
  test.each(["30", "365", "3650"])("the verdict of %s days", async (days) => {
    const { summary } = await simulated(
      "--instalments",
      "six-overdue.csv",
      "--compound",
      "none",
      "--daily",
      "20",
      "--days",
      days,
    );
    expect(summary).toMatchObject({ principalFirstFell: "2027-01-22", clearedOn: "2036-03-31", clearedReason: null });
  });

  test.each([
    ["six-principal.csv", ["--daily", "20"]],
    ["six-long-overdue.csv", ["--daily", "12"]],
    ["six-long-overdue.csv", ["--monthly", "360"]],
  ] as const)("%s %j is cleared some day", async (file, payments) => {
    const { summary } = await simulated("--instalments", file, ...payments);
    expect(summary["clearedReason"]).toBeNull();
    expect(summary["clearedOn"]).not.toBeNull();
  });
});

describe("what is dated after the balance first touched zero", () => {
  test("two reminders of 5 and 10 are owed on top of 100 without a rate", async () => {
    const run = await simulated("--loan", "reminders.json", "--days", "60");
    expect(owedOn(run, "2025-01-31")).toBe(105);
    expect(owedOn(run, "2025-02-15")).toBe(115);
  });

  test("money drawn again bears penalty: 500 over 28 nights at 10 % a year 3.89, less 300", async () => {
    const run = await simulated("--loan", "draw.json", "--days", "90");
    // 100 and 19 nights of penalty, 0.53, were paid with 200: 99.47 was not taken.
    expect(run.summary["unapplied"]).toBe(99.47);
    expect(owedOn(run, "2025-03-01")).toBe(203.89);
  });

  test("a lawyer's fee after the last payment is owed: 5,000 less 4,000, 276 and 9 nights of 3", async () => {
    const run = await simulated("--loan", "late-charge.json");
    expect(run.summary["unapplied"]).toBe(697);
    expect(owedOn(run, "2026-12-10")).toBe(200);
    // Nothing bears on a fee, so that it stays as it is.
    const page = await printed(["simulate", "--loan", "late-charge.json"], { folder: FOLDER });
    expect(page).toContain("the debt is not cleared by then.");
  });

  test("an instalment that lies ahead is still to pay after the arrears are gone", async () => {
    const { summary } = await simulated("--loan", "catch-up.json");
    expect(summary).toMatchObject({ clearedOn: "2028-10-22", credit: { overdueEndedOn: "2026-11-25" } });
  });
});

test("a published table: interest cut off at each payment, 5.60 and 10.20", async () => {
  const run = await simulated("--loan", "japanese-table.json", "--days", "60", "--rounding", "payment:down");
  expect(owedOn(run, "2001-01-29")).toBe(455.6);
  expect(owedOn(run, "2001-02-26")).toBe(415.8);
});

test.each([
  ["a charge that is already in the balances", ["--loan", "early-charge.json"], ["early-charge.json:3:date"]],
  ["quotes that are never closed", ["--instalments", "open-quote.csv"], ["open-quote.csv:2"]],
  [
    "several mistakes",
    ["--loan", "order-after.json"],
    ["order-after.json:2:order", "order-after.json:1:due", "order-after.json:1:principal"],
  ],
] as const)("%s: told with its place", async (_name, words, places) => {
  const { status, stdout, stderr } = await overdueSim(["simulate", ...words], { folder: FOLDER });
  expect([status, stdout]).toEqual([2, ""]);
  for (const place of places) expect(stderr).toContain(`overdue-sim: ${place}:`);
});
