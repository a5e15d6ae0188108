/** Payments and charges over known instalments, as Apache Fineract splits them. */

import { expect } from "vitest";
import { type Day, day, latest } from "../../src/loan/day.ts";
import type { Payment } from "../../src/loan/loan.ts";
import { type Fen, sum } from "../../src/loan/money.ts";
import { type ByPot, splitOf } from "./allocation.ts";
import { testCases } from "./case-file.ts";
import { type FineractInput, type FineractLoan, fineractLoan } from "./fineract-loan.ts";
import { outstandingOf } from "./outstanding.ts";
import { amount, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface Expected {
  readonly splits: readonly (ByPot & {
    readonly valueDate: string;
    readonly amount: string;
    readonly unallocated: string;
  })[];
  readonly instalmentsAtEnd: readonly {
    readonly due: string;
    readonly totalDue: string;
    readonly paid: string;
    readonly paidInAdvance: string;
    readonly paidLate: string;
    readonly outstanding: string;
  }[];
}

testCases<FineractInput, Expected>("allocation-fineract.json", {
  skipped: {},
  check: ({ input, expected, conventions }) => {
    const scenario = fineractLoan(input);
    checkSplits(scenario, expected);
    checkInstalments(scenario, expected, !conventions.includes("paidInAdvance/paidLate not reproduced"));
  },
});

/** The ledger has one row a day, so that the splits of a day's payments are compared in sum. */
function checkSplits({ loan, payments }: FineractLoan, { splits }: Expected): void {
  const days = [...new Set(splits.map(({ valueDate }) => valueDate))];
  const last = payments.map(({ date }) => date).reduce(latest, loan.asOf);
  const run = runLoan(loan, last, payments);
  for (const date of days) {
    const wanted = splits.filter(({ valueDate }) => valueDate === date);
    const part = (pick: (split: (typeof wanted)[number]) => string): string =>
      text(sum(wanted.map((split) => amount(pick(split)))));
    const row = run.on(day(date));
    const paid = sum(payments.filter((payment) => payment.date === day(date)).map((payment) => payment.amount));
    expect({ date, ...splitOf(row), unallocated: text(row?.unapplied ?? paid) }).toEqual({
      date,
      fees: part((split) => split.fees),
      penalties: part((split) => split.penalties),
      interest: part((split) => split.interest),
      principal: part((split) => split.principal),
      unallocated: part((split) => split.unallocated),
    });
  }
}

function checkInstalments(scenario: FineractLoan, expected: Expected, timing: boolean): void {
  const { payments } = scenario;
  const atEnd = outstandingByInstalment(scenario, payments);
  const rows = expected.instalmentsAtEnd;
  expect(rows.map((_, index) => text(atEnd(index)))).toEqual(rows.map((row) => row.outstanding));
  if (!timing) return;
  for (const [index, row] of rows.entries()) {
    const due: Day = day(row.due);
    const paidBy = (on: (payment: Payment) => boolean): number =>
      amount(row.totalDue) - outstandingByInstalment(scenario, payments.filter(on))(index);
    const inAdvance = paidBy(({ date }) => date < due);
    const onTime = paidBy(({ date }) => date <= due);
    expect([row.due, inAdvance, amount(row.totalDue) - atEnd(index) - onTime], "paid in advance and paid late").toEqual(
      [row.due, amount(row.paidInAdvance), amount(row.paidLate)],
    );
  }
}

/** What each of the case's instalments still owes after these payments. */
function outstandingByInstalment({ loan, partOf }: FineractLoan, payments: readonly Payment[]): (index: number) => Fen {
  const outstanding = outstandingOf(loan, payments);
  return (index) => sum(outstanding.filter((_, part) => partOf[part] === index));
}
