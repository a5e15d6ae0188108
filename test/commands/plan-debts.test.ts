/** `plan --debts` from the line to the output: the shape of its document, and every line's mistakes. */

import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";

const HEADER = "name,principal,rate,days_overdue,minimum,priority";

function folderWith(...lines: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "debts-"));
  writeFileSync(join(folder, "debts.csv"), [HEADER, ...lines, ""].join("\n"));
  return folder;
}

const THREE = ['card,12000,18%/year,30,"max(100,5%)",', "app,3000,0.04%/day,10,,", "shop,5000,2%/month,60,,"];
const PLAN = ["plan", "--debts", "debts.csv", "--budget", "1500/month"];

test("the document has the keys of its schema, all orders beside each other, and cheapest is never dearer", async () => {
  const document = JSON.parse(await printed([...PLAN, "--json"], { folder: folderWith(...THREE) }));
  expect(document.schema).toBe("overdue-sim/plan@1");
  expect(Object.keys(document.rows[0])).toEqual(["month", "paid", "byDebt"]);
  expect(Object.keys(document.rows[0].byDebt)).toEqual(["card", "app", "shop"]);
  expect(Object.keys(document.rows[0].byDebt.card)).toEqual(["paid", "toPrincipal", "owed"]);
  expect(document.rows[0]).toMatchObject({ month: "2026-12", paid: 1_500 });
  const costs = document.orders.map((each: { totalCost: number }) => each.totalCost);
  const cheapest = document.orders.find((each: { order: string }) => each.order === "cheapest");
  expect(cheapest.totalCost).toBe(Math.min(...costs));
  expect(document.summary.cheapestIsProven).toBe(true);
});

test("a file of one debt gives the same as plan --budget", async () => {
  const folder = folderWith("only,5000,2%/month,60,,");
  const several = JSON.parse(await printed([...PLAN, "--first", "listed", "--json"], { folder }));
  const one = ["--principal", "5000", "--rate", "2%/month", "--days-overdue", "60", "--budget", "1500/month", "--json"];
  const { summary } = JSON.parse(await printed(["plan", ...one]));
  expect(several.summary).toMatchObject({ clearedOn: summary.clearedOn });
  expect(several.debts[0].clearedOn).toBe(summary.clearedOn);
});

describe("mistakes", () => {
  test("of every line are told with line and column", async () => {
    const folder = folderWith("a,x,2%/month,1,,", "a,5000,2,1,,soon", ",5000,2%/month,-1,,");
    const { status, stdout, stderr } = await overdueSim(PLAN, { folder });
    expect([status, stdout]).toEqual([2, ""]);
    for (const place of [":2:principal:", ":3:name:", ":3:rate:", ":3:priority:", ":4:name:", ":4:days_overdue:"]) {
      expect(stderr).toContain(`debts.csv${place}`);
    }
  });

  test.each([
    [["--budget", "0/month"], "--budget:"],
    [["--budget", "1/month", "--principal", "5"], "--principal:"],
    [["--income", "5000/month", "--living", "5000/month"], "--living:"],
    [[], "--budget"],
  ])("%j", async (options, place) => {
    const line = ["plan", "--debts", "debts.csv", ...options];
    const { status, stderr } = await overdueSim(line, { folder: folderWith(...THREE) });
    expect(status).toBe(2);
    expect(stderr).toContain(place);
  });
});

test.each(["table", "csv", "md", "html", "ndjson"])("is printed as %s, in both languages", async (format) => {
  const folder = folderWith(...THREE, "left,100,1%/month,1,,never");
  for (const lang of ["en", "zh"]) {
    const text = await printed([...PLAN, "--first", "avalanche", "--format", format, "--lang", lang], { folder });
    expect(text).toContain("card");
  }
});

test("where the budget does not stop the growth that is said first, with what to ask for", async () => {
  const folder = folderWith("a,50000,2%/month,90,,", "b,20000,3%/month,90,,");
  const line = ["plan", "--debts", "debts.csv", "--budget", "1000/month", "--lang", "en"];
  const text = (await printed(line, { folder })).replaceAll(/\s+/g, " ");
  expect(text).toMatch(/^The budget does not stop the debts from growing/);
  expect(text).toContain("The least to ask");
});
