/**
 * Early, partial and excess payments that change later interest. The source draws up a new table after a payment;
 * the principal of that table is the contract here, and its interest must come out of the ledger, from the day
 * the payment lowered the balance.
 */

import { expect } from "vitest";
import { day } from "../../src/loan/day.ts";
import { sum } from "../../src/loan/money.ts";
import { paymentOf } from "../plain.ts";
import { type Case, testCases } from "./case-file.ts";
import { checkInterestTable, type TableRow } from "./interest-table.ts";
import { amount, decimal, interestTerms, text } from "./papers.ts";

interface Input {
  readonly annualRate: string;
  readonly dayCount: string;
  readonly disbursed: string;
  readonly payments: readonly { readonly date: string; readonly amount: string }[];
}

interface Expected {
  readonly rows: readonly (TableRow & { readonly outstanding: string })[];
  readonly totalInterest: string;
}

testCases<Input, Expected>("interest-recalculation.json", {
  skipped: {},
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  expect(input.dayCount).toBe("actual/365");
  // A payment before the due date lowers the principal at once; the interest so far stays owed on the due date.
  const terms = {
    ...interestTerms(decimal(input.annualRate), "actual/365"),
    orderInAdvance: ["principal", "penalty", "fee", "compound", "interest"] as const,
  };
  const payments = input.payments.map((payment) => paymentOf(day(payment.date), amount(payment.amount)));
  checkInterestTable(day(input.disbursed), terms, expected.rows, payments);
  expect(text(sum(expected.rows.map((row) => amount(row.interest))))).toBe(expected.totalInterest);
}
