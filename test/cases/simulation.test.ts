/**
 * Whole ledgers by date. Each posting of a case fixes the balances, as a statement does, so that the next stretch
 * is a run from the posting's day on; where the interest is capitalised it is principal from then on.
 */

import { expect } from "vitest";
import { type Day, day } from "../../src/loan/day.ts";
import { add, type Fen, fen } from "../../src/loan/money.ts";
import { paymentOf } from "../plain.ts";
import { type Case, testCases } from "./case-file.ts";
import { amount, decimal, instalmentOf, interestTerms, loanOf, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface Input {
  readonly principal: string;
  readonly disbursed: string;
  readonly annualRate: string;
  readonly payments: readonly { readonly date: string; readonly amount: string }[];
  readonly until: string;
  readonly capitalise: string;
}

interface Expected {
  readonly postings: readonly {
    readonly date: string;
    readonly days: number;
    readonly base: string;
    readonly interest: string;
  }[];
}

testCases<Input, Expected>("simulation.json", {
  skipped: {},
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  const terms = interestTerms(decimal(input.annualRate), "actual/365");
  const capitalises = input.capitalise.startsWith("interest is added to the principal");
  const due = day(input.until);
  let asOf: Day = day(input.disbursed);
  let principal: Fen = amount(input.principal);
  let interest: Fen = fen(0);
  for (const posting of expected.postings) {
    const date = day(posting.date);
    const payments = input.payments.filter((payment) => day(payment.date) > asOf && day(payment.date) <= date);
    const loan = loanOf(asOf, [instalmentOf(due, { principal, interest })], terms);
    const { totals, rows } = runLoan(
      loan,
      date,
      payments.map((payment) => paymentOf(day(payment.date), amount(payment.amount))),
    );
    expect(text(principal)).toBe(posting.base);
    expect(rows.length).toBe(posting.days);
    expect(text(totals.accrued.interest)).toBe(posting.interest);
    asOf = date;
    principal = capitalises ? add(totals.closing.principal, totals.closing.interest) : totals.closing.principal;
    interest = capitalises ? fen(0) : totals.closing.interest;
  }
}
