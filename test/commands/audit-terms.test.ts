/** A page of `audit` says by which terms it was replayed, from which balances and by which version. */

import { describe, expect, test } from "vitest";
import { version } from "../../package.json";
import { printed } from "../command-line/in-process.ts";

const LOAN = ["audit", "--principal", "43210", "--as-of", "2026-09-20", "--statement", "-", "--rate", "0.04%/day"];
const GIVEN = ["--days-overdue", "10", "--penalty", "1.3x", "--compound", "none", "--by", "component"];
const input = "date,kind,amount,claimed_total\n2026-10-01,payment,100,43357.16\n";

/** 43,210.00 × 0.04 % × 1.3 × 10 = 224.69. */
describe.each([
  ["en", "penalty 224.69, principal 43,210.00; 43,434.69 in all", "penalty rate: 1.3 × the contract rate"],
  ["zh", "罚息 224.69 元、本金 43,210.00 元，合计 43,434.69 元", "罚息利率：合同利率的 1.3 倍"],
])("%s", (language, owed, penalty) => {
  test.each(["table", "md", "html"])("%s: the terms given, what is owed at the start, the version", async (format) => {
    const environment = { COLUMNS: "300" };
    const line = [...LOAN, ...GIVEN, "--format", format, "--lang", language];
    const page = (await printed(line, { input, environment })).replaceAll(/<[^>]*>/g, "");
    for (const said of [owed, penalty, `overdue-sim ${version}`]) expect(page).toContain(said);
  });
});

test("a term of a product that is named stands with its source, one that is assumed in its own list alone", async () => {
  const named = await printed([...LOAN, "--product", "wangshangdai"], { input, environment: { COLUMNS: "400" } });
  expect(named).toMatch(/- penalty rate: 1\.5 × the contract rate \(read in .*, 2022\)/);
  expect(named).not.toContain("order of allocation:");
  expect(await printed(LOAN, { input })).not.toContain("penalty rate:");
});
