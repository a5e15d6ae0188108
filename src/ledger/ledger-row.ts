/** A row of the ledger: the difference between the sums at two closes, and where the loan stands at the later one. */

import { COMPONENTS, NO_AMOUNTS, subtractAmounts } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import { fen, subtract, ZERO } from "../loan/money.ts";
import type { LedgerRow, SumsSoFar } from "./ledger.ts";
import { daysOverdue, type LoanState, totalOwed } from "./loan-state.ts";
import { amounts } from "./places.ts";

/** The sums before the first row. */
export const NOTHING_YET: SumsSoFar = {
  accrued: NO_AMOUNTS,
  charged: NO_AMOUNTS,
  waived: NO_AMOUNTS,
  refinanced: NO_AMOUNTS,
  paid: NO_AMOUNTS,
  payments: ZERO,
  unapplied: ZERO,
};

export function sumsSoFar({ sums, flows }: LoanState): SumsSoFar {
  return {
    accrued: amounts(sums, ({ accrued }) => accrued),
    charged: amounts(sums, ({ charged }) => charged),
    waived: amounts(sums, ({ waived }) => waived),
    refinanced: amounts(sums, ({ refinanced }) => refinanced),
    paid: amounts(sums, ({ paid }) => paid),
    payments: fen(flows.payments),
    unapplied: fen(flows.unapplied),
  };
}

/** Whether a row changes anything. What is paid as part of what is agreed reaches something. */
export function hasMoved({ accrued, charged, waived, refinanced, to }: LedgerRow): boolean {
  return [accrued, charged, waived, refinanced, to].some((moved) => COMPONENTS.some((of) => moved[of] !== 0));
}

/** The row of `day`; the one before ended with the sums `before`. */
export function ledgerRow(state: LoanState, before: SumsSoFar, asOf: Day, day: Day): LedgerRow {
  const now = sumsSoFar(state);
  return {
    date: day,
    day: day - asOf,
    daysOverdue: daysOverdue(state, day),
    accrued: subtractAmounts(now.accrued, before.accrued),
    charged: subtractAmounts(now.charged, before.charged),
    waived: subtractAmounts(now.waived, before.waived),
    refinanced: subtractAmounts(now.refinanced, before.refinanced),
    payment: subtract(now.payments, before.payments),
    to: subtractAmounts(now.paid, before.paid),
    unapplied: subtract(now.unapplied, before.unapplied),
    owed: amounts(state.sums, ({ owed }) => owed),
    totalOwed: totalOwed(state),
    paidSoFar: now.payments,
    principalPaidSoFar: now.paid.principal,
  };
}
