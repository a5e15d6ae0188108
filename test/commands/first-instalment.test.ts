/** From when on the interest fixed for the first instalment counts, and where that is said. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

const ONE = "2026-12-22,1000,120\n";

async function summaryOf(rows: string, asOf: string, days: string): Promise<Record<string, unknown>> {
  const line = ["simulate", "--instalments", "-", "--as-of", asOf, "--days", days, "--json"];
  const { stdout } = await overdueSim(line, { input: `due,principal,interest\n${rows}` });
  return (JSON.parse(stdout) as { summary: Record<string, unknown> }).summary;
}

describe("the stretch of the first is as long as that of the second", () => {
  test.each([
    ["a quarter: 39 of 92 days lie ahead", "2026-12-31,500,92\n2027-03-31,500,90\n", 39 + 90],
    ["20 days: 9 of them lie ahead", "2026-12-01,500,10\n2026-12-01,500,10\n2026-12-21,500,20\n", 9 + 20],
    ["from the end of a month: 6 of 28 days lie ahead", "2027-02-28,500,28\n2027-03-31,500,33\n", 6 + 33, "2027-02-22"],
    ["alone, a month: all of 30 days lie ahead", ONE, 120],
  ])("%s", async (_, rows, unearned, asOf = "2026-11-22") => {
    expect(await summaryOf(rows, asOf, "1")).toMatchObject({ owed: { unearned } });
  });

  /** It is owed on 2026-11-22, so that it was had by then: 120 for a year on 1,000. */
  test("and begins by the day of the balances", async () => {
    expect(await summaryOf("2027-11-22,1000,120\n", "2026-11-22", "365")).toMatchObject({ yearlyCost: 0.12 });
  });
});

describe("the day that is taken is listed, and how it is given", () => {
  const SAID = {
    en: "paid out on 2026-11-22, the day from which the first instalment's interest counts",
    zh: "放款日按 2026-11-22 计，首期的利息从那天算起",
  };
  test.each([
    ["en", "po.csv", ["simulate"], true],
    ["zh", "po.csv", ["simulate", "--format", "html"], true],
    ["en", "po.csv", ["compare", "--strategy", "settle:100%@2026-12-02"], true],
    ["zh", "po.csv", ["plan", "--agreement", "months=6"], true],
    ["en", "po.csv", ["plan", "--budget", "100/month"], true],
    ["en", "po.csv", ["audit", "--statement", "st.csv"], true],
    ["en", "fee.csv", ["simulate"], true],
    ["en", "po.csv", ["simulate", "--received", "1000"], true],
    // Known, or nothing rests on it: the interest is due, or accrues.
    ["en", "po.csv", ["simulate", "--received", "1000@2025-12-22"], false],
    ["en", "po.csv", ["simulate", "--as-of", "2026-12-22"], false],
    ["en", "po.csv", ["simulate", "--interest", "accrued"], false],
  ] as const)("%s %s %j: %s", async (language, table, line, isSaid) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, "po.csv"), `due,principal,interest\n${ONE}`);
    writeFileSync(join(folder, "st.csv"), "date,kind,amount\n2026-12-23,payment,1000\n");
    writeFileSync(join(folder, "fee.csv"), "due,principal,fee\n2026-12-22,1000,120\n");
    const asOf = (line as readonly string[]).includes("--as-of") ? [] : ["--as-of", "2026-11-22"];
    const environment = { COLUMNS: "400", OVERDUE_SIM_LANG: language };
    const page = await printed([...line, "--instalments", table, ...asOf], { folder, environment });
    expect(page.replaceAll(/<[^>]*>/g, "").includes(SAID[language])).toBe(isSaid);
  });
});
