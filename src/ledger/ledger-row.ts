/** A row of the ledger: the difference between the sums at two closes, and where the loan stands at the later one. */

import { subtractAmounts } from "../loan/amounts.ts";
import type { Day } from "../loan/day.ts";
import type { ByComponent } from "../loan/loan.ts";
import { type Fen, fen, subtract, ZERO } from "../loan/money.ts";
import type { LedgerRow } from "./ledger.ts";
import { amounts, daysOverdue, type LoanState, totalOwed } from "./loan-state.ts";

/** The sums at the close that the row before ended with. */
export interface RowStart {
  readonly accrued: ByComponent;
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  readonly refinanced: ByComponent;
  readonly paid: ByComponent;
  readonly payments: Fen;
  readonly unapplied: Fen;
}

const NONE: ByComponent = { fee: ZERO, penalty: ZERO, compound: ZERO, interest: ZERO, principal: ZERO };

/** Where the first row starts. */
export const NOTHING_YET: RowStart = {
  accrued: NONE,
  charged: NONE,
  waived: NONE,
  refinanced: NONE,
  paid: NONE,
  payments: ZERO,
  unapplied: ZERO,
};

export function rowStart({ sums, flows }: LoanState): RowStart {
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

/** The row of `day`, and where the next one starts. */
export function ledgerRow(state: LoanState, before: RowStart, asOf: Day, day: Day): LedgerRow {
  const now = rowStart(state);
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
