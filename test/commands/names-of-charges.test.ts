/** Each kind of lender has its own names for what it charges: they hold in every table, sentence and assumption. */

import { expect, test } from "vitest";
import { overdueSim, printed } from "../command-line/in-process.ts";

const DEBT = ["--principal", "30000", "--days-overdue", "50", "--as-of", "2026-11-22", "--lang", "zh"];
const CARD = ["--product", "信用卡"];
const PRIVATE = ["--lender", "private"];

const COMMANDS: readonly (readonly [string, readonly string[]])[] = [
  ["simulate", ["--daily", "30", "--order-after", "61:principal,interest,compound,penalty,fee"]],
  ["simulate", ["--penalty-base", "borrowed", "--penalty", "1.2x"]],
  ["compare", ["--daily", "30"]],
  ["plan", ["--budget", "500/month"]],
  ["plan", ["--agreement", "months=36,waive-penalty=50%", "--letter"]],
  ["plan", ["--clear-by", "2028-11-22"]],
];

test.each(COMMANDS)(
  "%s %s speaks of penalty interest only where a licensed lender charges it",
  async (command, asked) => {
    expect(await printed([command, ...DEBT, ...asked])).toContain("罚息");
    expect(await printed([command, ...DEBT, ...CARD, ...asked])).not.toMatch(/罚息/);
    const betweenPeople = await printed([command, ...DEBT, ...PRIVATE, ...asked]);
    expect(betweenPeople).toContain("逾期利息");
    expect(betweenPeople).not.toMatch(/罚息|客服/);
  },
);

/** Twice the contract rate: 600.00 on 30,000.00 in twenty days. And a payment of which a part goes to fees that nobody charged. */
const STATEMENTS = {
  explained: "date,kind,amount,claimed_total\n2026-12-12,balance,,30600\n",
  put: "date,kind,amount,to_fee,to_penalty,claimed_total\n2026-12-02,payment,200,10,190,\n2026-12-12,balance,,,,34000\n",
};

test.each([
  ["explained", ["--worksheet"]],
  ["explained", ["--penalty-base", "borrowed", "--cap", "penalty=60%"]],
  ["put", ["--letter"]],
  ["put", ["--letter", "claim"]],
  ["put", []],
] as const)("audit of a statement %s %s speaks as the other commands do", async (statement, asked) => {
  const said = async (...lender: readonly string[]): Promise<string> => {
    const loan = ["--principal", "30000", "--as-of", "2026-11-22", "--lang", "zh", "--rate", "0.05%/day", ...lender];
    const { stdout } = await overdueSim(["audit", ...loan, "--statement", "-", ...asked], {
      input: STATEMENTS[statement],
    });
    return stdout;
  };
  expect(await said()).toContain("罚息");
  expect((await said(...CARD)).replaceAll("没有罚息", "")).not.toContain("罚息");
  const betweenPeople = await said(...PRIVATE);
  expect(betweenPeople).toContain("逾期利息");
  expect(betweenPeople).not.toContain("罚息");
});

test("products: a card's own names, and fees by steps in words", async () => {
  const card = await printed(["products", "信用卡", "--lang", "zh"]);
  expect(card).toContain("逾期后的利率");
  expect(card.replaceAll("没有罚息", "")).not.toContain("罚息");
  expect(await printed(["products", "捷信", "--lang", "zh"])).toContain(
    "逾期第 10 天 30.00 元（仅一次）、逾期第 30 天 80.00 元（仅一次）",
  );
  expect(await printed(["products", "home-credit", "--lang", "en"])).toContain("30.00 once on day 10 overdue");
  expect(await printed(["products", "jd-baitiao", "--lang", "zh"])).toContain("息费 每年 24%");
});
