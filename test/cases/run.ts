/** A case's loan run through the engine, with all its days kept. */

import type { LedgerRow, RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import type { Day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Loan, Payment } from "../../src/loan/loan.ts";
import type { Fen } from "../../src/loan/money.ts";

export interface Run {
  readonly totals: RunTotals;
  readonly rows: readonly LedgerRow[];
  /** The row of a day; none where the loan was cleared before. */
  readonly on: (date: Day) => LedgerRow | undefined;
}

export function runLoan(loan: Loan, until: Day, payments: readonly Payment[] = []): Run {
  const rows: LedgerRow[] = [];
  const totals = totalsOf(loan, until, payments, (row) => rows.push(row));
  return { totals, rows, on: (date) => rows.find((row) => row.date === date) };
}

export function totalsOf(
  loan: Loan,
  until: Day,
  payments: readonly Payment[],
  onRow?: (row: LedgerRow) => void,
): RunTotals {
  const byDate = payments.toSorted((first, second) => first.date - second.date);
  return simulate(loan, { ...NO_EVENTS, payments: byDate }, onRow === undefined ? { until } : { until, onRow });
}

export function paymentOf(date: Day, amount: Fen): Payment {
  return { date, amount, for: null, surplus: null };
}
