/** What a loan of the tests says of all that its test does not speak of, and a run of it. */

import type { LedgerRow, RunTotals } from "../src/ledger/ledger.ts";
import { simulate } from "../src/ledger/run.ts";
import type { Day } from "../src/loan/day.ts";
import type { Events } from "../src/loan/events.ts";
import type { LateFee } from "../src/loan/late-fee.ts";
import type { Loan, Payment } from "../src/loan/loan.ts";
import type { Fen } from "../src/loan/money.ts";
import { USUAL_ROUNDING } from "../src/loan/rounding.ts";
import type { Cap, OrderSwitch, Terms } from "../src/loan/terms.ts";

/** Of the terms that few contracts have: none. */
export const NO_SPECIAL_TERMS = {
  compoundRate: { kind: "penalty" },
  compoundRests: "day",
  lateFees: [] as readonly LateFee[],
  caps: [] as readonly Cap[],
  minimum: null,
  accelerateAfter: null,
  by: "instalment",
  surplus: "next",
  orderAfter: [] as readonly OrderSwitch[],
  orderInAdvance: null,
  rateDecimals: null,
  rounding: USUAL_ROUNDING,
} as const satisfies Partial<Terms>;

/** Nothing dated ahead, nobody special. */
export const NOTHING_ELSE = {
  waivers: [],
  interruptions: [],
  lender: "bank",
  jurisdiction: "cn",
  agreedFlows: null,
} as const satisfies Partial<Loan>;

export function paymentOf(date: Day, amount: Fen): Payment {
  return { date, amount, for: null, surplus: null };
}

interface Runnable {
  readonly loan: Loan;
  readonly events: Events;
  readonly until: Day;
}

export function rowsOf(given: Runnable): readonly LedgerRow[] {
  return runOf(given).rows;
}

/** With a row for each day. */
export function runOf({ loan, events, until }: Runnable): {
  readonly rows: readonly LedgerRow[];
  readonly totals: RunTotals;
} {
  const rows: LedgerRow[] = [];
  const totals = simulate(loan, events, { until, onRow: (row) => rows.push(row) });
  return { rows, totals };
}
