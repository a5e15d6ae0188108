/** A printed table of instalments, held against the ledger: its principal is the contract, its interest must come out. */

import { expect } from "vitest";
import { type Day, day } from "../../src/loan/day.ts";
import type { Payment } from "../../src/loan/loan.ts";
import { add, fen } from "../../src/loan/money.ts";
import type { Terms } from "../../src/loan/terms.ts";
import { paymentOf } from "../plain.ts";
import { amount, instalmentOf, loanOf, text } from "./papers.ts";
import { runLoan } from "./run.ts";

export interface TableRow {
  readonly due: string;
  readonly principal: string;
  readonly interest: string;
  readonly balanceAfter: string;
  /** What is still to be paid on the due date, where something was paid before. */
  readonly outstanding?: string;
}

/** Runs the table with every row paid on its due date, beside the payments given. */
export function checkInterestTable(
  disbursed: Day,
  terms: Terms,
  rows: readonly TableRow[],
  payments: readonly Payment[] = [],
): void {
  const instalments = rows.map((row) => instalmentOf(day(row.due), { principal: amount(row.principal) }));
  const onTime = rows.map((row) => {
    const whole = add(amount(row.principal), amount(row.interest));
    return paymentOf(day(row.due), row.outstanding === undefined ? whole : amount(row.outstanding));
  });
  const loan = loanOf(disbursed, instalments, terms);
  const lastDue = instalments.at(-1)?.due ?? disbursed;
  const run = runLoan(loan, lastDue, [...payments, ...onTime]);
  let from = disbursed;
  const found = rows.map(({ due }) => {
    const period = run.rows.filter(({ date }) => date > from && date <= day(due));
    from = day(due);
    const interest = period.reduce((total, row) => total + row.accrued.interest, 0);
    const atDue = period.at(-1);
    return { due, interest: text(fen(interest)), balanceAfter: text(atDue?.owed.principal ?? fen(-1)) };
  });
  expect(found).toEqual(rows.map(({ due, interest, balanceAfter }) => ({ due, interest, balanceAfter })));
  expect(run.rows.every((row) => row.daysOverdue === 0)).toBe(true);
  expect(run.totals.clearedOn).toBe(lastDue);
}
