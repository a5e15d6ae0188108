/** A case's loan run through the engine, with all its days kept. */

import type { LedgerRow, RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { byDate, type Day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import type { Loan, Payment } from "../../src/loan/loan.ts";
import { runOf } from "../plain.ts";

export interface Run {
  readonly totals: RunTotals;
  readonly rows: readonly LedgerRow[];
  /** The row of a day; none where the loan was cleared before. */
  readonly on: (date: Day) => LedgerRow | undefined;
}

export function runLoan(loan: Loan, until: Day, payments: readonly Payment[] = []): Run {
  const { rows, totals } = runOf({ loan, events: eventsOf(payments), until });
  return { totals, rows, on: (date) => rows.find((row) => row.date === date) };
}

export function totalsOf(loan: Loan, until: Day, payments: readonly Payment[]): RunTotals {
  return simulate(loan, eventsOf(payments), { until });
}

function eventsOf(payments: readonly Payment[]): Events {
  return { ...NO_EVENTS, payments: payments.toSorted(byDate) };
}
