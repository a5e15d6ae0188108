/** `simulate` in words: sentences of one page that must not contradict each other, or its figures. */

import { expect, test } from "vitest";
import { printed } from "../command-line/in-process.ts";

const LOAN = ["simulate", "--as-of", "2026-11-22", "--lang", "en"];

async function said(...options: readonly string[]): Promise<string> {
  return (await printed([...LOAN, ...options])).replaceAll(/\s+/g, " ");
}

test.each([
  ["en", "what this money can do", "what the least that stops the growth can do"],
  ["zh", "这些钱能做到什么", "刚好不让欠款增加的钱能做到什么"],
])(
  "the next command is said to be of the money that is paid, or of the least needed (%s)",
  async (language, paid, least) => {
    const loan = [
      "simulate",
      "--principal",
      "50000",
      "--days-overdue",
      "90",
      "--as-of",
      "2026-11-22",
      "--lang",
      language,
    ];
    expect(await printed([...loan, "--monthly", "2000"])).toContain(paid);
    expect(await printed(loan)).toContain(least);
    expect(await printed([...loan, "--minimum", "5%", "--pay", "minimum/month"])).toContain(least);
  },
);

test("a payment of just the charges covers them and clears nothing; a fen less does not cover them", async () => {
  // 20,000.00 × 0.1 % a day.
  const debt = ["--principal", "20000", "--rate", "2分", "--days-overdue", "400"];
  const even = await said(...debt, "--daily", "20");
  expect(even).toContain("never cleared: 20.00 a day covers the charges and nothing more");
  expect(even).toContain("At least 20.00 a day is needed");
  expect(await said(...debt, "--daily", "19.99")).toContain("19.99 a day does not cover the charges");
});

test("where the contract itself costs more than the line, it is said beside arrears that do not", async () => {
  const contract = ["--borrowed", "12000", "--months", "12", "--method", "flat", "--first-due", "2026-06-15"];
  const missed = ["--missed-since", "2026-08-15", "--rate", "0.6%/month", "--monthly", "1100@15", "--days", "200"];
  expect(await said(...contract, ...missed, "--received", "11000")).toContain(
    "29.93% a year, above the line of 24%, 34.4% with interest on interest",
  );
  expect(await said(...contract, ...missed)).toMatch(/really received: [\d.]+% a year, [\d.]+% with/);
});

test("the other order is told where it changes a figure, and left out where it does not", async () => {
  const debt = ["--principal", "50000", "--days-overdue", "90", "--daily", "50"];
  expect(await said(...debt)).toContain("Under the other usual order");
  expect(await said(...debt, "--rate", "0%/year")).not.toContain("other usual order");
});

test("where an agreement is paid as it falls due, no other least is named beside it", async () => {
  const debt = ["--principal", "12000", "--days-overdue", "90", "--strategy", "agreement:months=12"];
  expect(await said(...debt)).not.toContain("At least");
  expect(await said("--principal", "12000", "--days-overdue", "90", "--strategy", "defer:months=3")).toContain(
    "At least",
  );
});

test("beside an agreement no plan is proposed: it would be one for the terms that were there before", async () => {
  const debt = ["--principal", "12000", "--days-overdue", "90"];
  expect(await said(...debt, "--daily", "10")).toContain("overdue-sim plan");
  for (const strategy of ["agreement:months=12,waive-penalty=100%", "defer:months=3"]) {
    expect(await said(...debt, "--strategy", strategy)).not.toContain("overdue-sim plan");
  }
});
