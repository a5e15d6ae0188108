/** Rows of several days: a calendar week (Monday to Sunday) or a calendar month as one row. */

import type { LedgerRow } from "../ledger/ledger.ts";
import { addAmounts } from "../loan/components.ts";
import { monthNumber, weekNumber } from "../loan/day.ts";
import { add } from "../loan/money.ts";

/** What one row of a table covers. */
export const EVERY = ["day", "week", "month"] as const;
export type Every = (typeof EVERY)[number];

/** The rows of a run as one row a day, week or month; the first and the last may be shorter than the others. */
export function rowsEvery(every: Every, rows: readonly LedgerRow[]): readonly LedgerRow[] {
  if (every === "day") return rows;
  const periodOf = every === "week" ? weekNumber : monthNumber;
  const grouped: LedgerRow[] = [];
  let currentPeriod: number | null = null;
  for (const row of rows) {
    const period = periodOf(row.date);
    const last = grouped[grouped.length - 1];
    if (last !== undefined && period === currentPeriod) grouped[grouped.length - 1] = joined(last, row);
    else grouped.push(row);
    currentPeriod = period;
  }
  return grouped;
}

/** What moved is added up; what stands is that of the later row. */
function joined(earlier: LedgerRow, later: LedgerRow): LedgerRow {
  return {
    ...later,
    accrued: addAmounts(earlier.accrued, later.accrued),
    charged: addAmounts(earlier.charged, later.charged),
    waived: addAmounts(earlier.waived, later.waived),
    refinanced: addAmounts(earlier.refinanced, later.refinanced),
    payment: add(earlier.payment, later.payment),
    to: addAmounts(earlier.to, later.to),
    unapplied: add(earlier.unapplied, later.unapplied),
  };
}
