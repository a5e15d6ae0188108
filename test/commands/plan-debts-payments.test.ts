/** `plan --debts` of loans with payments of their own, beside the budget: they are in every figure, and said. */

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { printed } from "../command-line/in-process.ts";
import { emptyFolder } from "../command-line/overdue-sim.ts";

/** 5,000.00 that bear 3.75 a night, and 3,000.00 beside them. */
function folderOf(loan: object): string {
  const folder = emptyFolder();
  const file = { schema: "overdue-sim/loan@1", terms: { rate: "0.05%/day" }, ...loan };
  writeFileSync(join(folder, "a.json"), JSON.stringify(file));
  const later = {
    ...file,
    asOf: "2026-11-22",
    payments: [],
    streams: [],
    instalments: [{ due: "2026-11-22", principal: "3000" }],
  };
  writeFileSync(join(folder, "b.json"), JSON.stringify(later));
  writeFileSync(join(folder, "debts.csv"), "name,loan\na,a.json\nb,b.json\n");
  return folder;
}

const LINE = ["plan", "--debts", "debts.csv", "--budget", "1000/month", "--first", "listed"];

interface Month {
  readonly paid: number;
  readonly byDebt: { readonly a: { readonly paid: number; readonly toPrincipal: number } };
}

test("a dated payment is in its month, so that the months come to what is paid in all; regular ones are replaced", async () => {
  const folder = folderOf({
    asOf: "2026-11-22",
    instalments: [{ due: "2026-11-22", principal: "5000" }],
    payments: [{ date: "2027-01-10", amount: "300" }],
    streams: ["100/month@5"],
  });
  const { rows, debts, summary } = JSON.parse(await printed([...LINE, "--json"], { folder }));
  // 112.50 accrue by 2026-12-22, so that 4,112.50 of principal is left; of it 58.60 by 2027-01-10, and 241.40 of the 300.00
  // reach it; of the 3,871.10 then 34.84 by the 22nd, and 965.16 of the 1,000.00 reach it.
  expect(rows[0].byDebt.a).toMatchObject({ paid: 1000, toPrincipal: 887.5 });
  expect(rows[1]).toMatchObject({ paid: 1300, byDebt: { a: { paid: 1300, toPrincipal: 1206.56 } } });
  const total = (amounts: readonly number[]): string => amounts.reduce((sum, amount) => sum + amount, 0).toFixed(2);
  expect(total(rows.map(({ byDebt }: Month) => byDebt.a.paid))).toBe(debts[0].paid.toFixed(2));
  expect(total(rows.map(({ paid }: Month) => paid))).toBe(summary.paid.toFixed(2));
  const text = (await printed([...LINE, "--lang", "en"], { folder })).replaceAll(/\s+/g, " ");
  expect(text).toContain("The budget stands in place of the regular payments given for a.");
  expect(text).toContain("The dated payments given for a come on top of the budget.");
});

test("what was paid before the day of all debts is in what is owed then, and in nothing else", async () => {
  const folder = folderOf({
    asOf: "2026-10-01",
    instalments: [{ due: "2026-10-01", principal: "5000" }],
    payments: [{ date: "2026-10-15", amount: "300" }],
  });
  const { rows, debts } = JSON.parse(await printed([...LINE, "--json"], { folder }));
  // 14 nights bear 52.50 by 2026-10-15, so that 247.50 of the 300.00 reach the principal; 38 nights then bear 135.45.
  expect(debts[0]).toMatchObject({ owed: 4887.95, toPrincipal: 4752.5 });
  expect(debts[0].totalCost).toBeCloseTo(debts[0].paid - 4752.5, 6);
  const months = rows.reduce((sum: number, { byDebt }: Month) => sum + byDebt.a.paid, 0);
  expect(months).toBeCloseTo(debts[0].paid, 6);
  expect(await printed([...LINE, "--lang", "en"], { folder })).not.toContain("on top of the budget");
});

test.each([
  ["en", "goes there first only where the terms say so by then, or the lender agrees (a): "],
  ["zh", "届时的条款如此规定或者贷款方同意，才先还它（a）："],
])("a dated payment that names a component needs the lender of its debt (%s)", async (lang, said) => {
  const saying = async (payment: object): Promise<string> => {
    const instalments = [{ due: "2026-11-22", principal: "5000" }];
    const folder = folderOf({ asOf: "2026-11-22", instalments, payments: [payment] });
    return (await printed([...LINE, "--lang", lang], { folder })).replaceAll("\n", lang === "en" ? " " : "");
  };
  const payment = { date: "2027-01-10", amount: "300" };
  expect(await saying({ ...payment, for: "principal" })).toContain(said);
  expect(await saying(payment)).not.toContain(said);
});
