/** Days overdue, overdue amounts by their age, and whether a payment was late. */

import { expect } from "vitest";
import { addDays, type Day, day, earliest } from "../../src/loan/day.ts";
import type { Loan, Payment } from "../../src/loan/loan.ts";
import { fen, sum } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import type { Terms } from "../../src/loan/terms.ts";
import { paymentOf } from "../plain.ts";
import { type Case, testCases } from "./case-file.ts";
import { outstandingOf } from "./outstanding.ts";
import { amount, instalmentOf, loanOf, penaltyAt, QUIET_TERMS, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface Input {
  readonly instalments: readonly { readonly due: string; readonly amount: string }[];
  readonly payments?: readonly { readonly date: string; readonly amount: string }[];
  readonly pauses?: readonly unknown[];
  readonly asOf?: string;
  readonly graceDays?: number;
  readonly buckets?: readonly { readonly name: string; readonly from: number; readonly to: number | null }[];
  readonly payDate?: string;
}

interface Expected {
  readonly pastDueDays?: number;
  readonly delinquentDays?: number;
  readonly delinquentFrom?: string;
  readonly overdueAmount?: string;
  readonly amountByBucket?: Readonly<Record<string, string>>;
  readonly effectiveDue?: string;
  readonly isLate?: boolean;
  readonly chargedFrom?: string;
}

const CALENDAR = "the model has no working-day calendar: the due date is given as moved, lateness is checked";

testCases<Input, Expected>("delinquency.json", {
  skipped: {},
  inPart: { "MWP-CAL-01": CALENDAR, "MWP-CAL-02": CALENDAR, "MWP-CAL-03": CALENDAR },
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  expect(input.pauses ?? [], "the model has no pause of the days overdue").toEqual([]);
  if (input.payDate !== undefined) checkLateness(input, day(input.payDate), expected);
  if (input.asOf !== undefined) checkOverdue(input, day(input.asOf), expected);
}

function checkOverdue(input: Input, asOf: Day, expected: Expected): void {
  const payments = (input.payments ?? []).map((payment) => paymentOf(day(payment.date), amount(payment.amount)));
  const loan = loanIn(input, payments, QUIET_TERMS);
  const run = runLoan(loan, asOf, payments);
  const owed = outstandingOf(loan, payments);
  const overdue = loan.instalments.map(({ due }, index) => ({ days: asOf - due, owed: owed[index] ?? fen(0) }));
  if (expected.pastDueDays !== undefined) expect(run.totals.daysOverdueAtEnd).toBe(expected.pastDueDays);
  if (expected.overdueAmount !== undefined) {
    const amounts = overdue.filter(({ days }) => days > 0).map((part) => part.owed);
    expect(text(sum(amounts))).toBe(expected.overdueAmount);
  }
  if (expected.amountByBucket !== undefined) {
    const buckets = (input.buckets ?? []).map(({ name, from, to }) => {
      const inside = overdue.filter(({ days }) => days >= from && (to === null || days <= to));
      return [name, text(sum(inside.map((part) => part.owed)))] as const;
    });
    expect(Object.fromEntries(buckets.filter(([, total]) => total !== "0.00"))).toEqual(expected.amountByBucket);
  }
  if (payments.length === 0) checkGrace(input, asOf, expected);
}

/** Days after the grace are those that bear penalty: at 1.00 a night on the oldest instalment they can be counted. */
function checkGrace(input: Input, asOf: Day, expected: Expected): void {
  const terms: Terms = {
    ...QUIET_TERMS,
    penalty: penaltyAt(rate(1n, 100n, "day")),
    penaltyBase: "borrowed",
    grace: { days: input.graceDays ?? 0, kind: "skip" },
  };
  const loan = { ...loanIn(input, [], terms), borrowed: amount("100.00") };
  const { totals } = runLoan(loan, asOf);
  if (expected.delinquentDays !== undefined) expect(totals.accrued.penalty).toBe(expected.delinquentDays * 100);
  if (expected.delinquentFrom !== undefined) {
    const { rows } = runLoan(loan, addDays(day(expected.delinquentFrom), 1));
    expect(rows.findIndex((row) => row.accrued.penalty > 0)).toBe(rows.length - 1);
  }
}

function loanIn(input: Input, payments: readonly Payment[], terms: Terms): Loan {
  const instalments = input.instalments.map((row) => instalmentOf(day(row.due), { principal: amount(row.amount) }));
  const first = [...instalments.map(({ due }) => due), ...payments.map(({ date }) => date)].reduce(earliest);
  return loanOf(addDays(first, -1), instalments, terms);
}

/** Late is what bears penalty on the day of the payment; once late, from the due date on. */
function checkLateness(input: Input, paidOn: Day, expected: Expected): void {
  const due = day(expected.effectiveDue ?? "");
  const principal = sum(input.instalments.map((row) => amount(row.amount)));
  const terms: Terms = {
    ...QUIET_TERMS,
    penalty: penaltyAt(rate(1n, 100n, "day")),
    grace: { days: input.graceDays ?? 0, kind: "waive" },
  };
  const loan = loanOf(addDays(due, -1), [instalmentOf(due, { principal })], terms);
  const { totals } = runLoan(loan, paidOn, [paymentOf(paidOn, principal)]);
  expect(totals.accrued.penalty > 0).toBe(expected.isLate);
  if (expected.chargedFrom !== undefined) {
    expect(totals.accrued.penalty).toBe((principal / 100) * (paidOn - day(expected.chargedFrom)));
  }
}
