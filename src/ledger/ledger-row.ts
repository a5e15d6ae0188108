/** A row of the ledger: the difference between the sums at two closes, and where the loan stands at the later one. */

import type { Day } from "../loan/day.ts";
import type { ByComponent } from "../loan/loan.ts";
import { fen } from "../loan/money.ts";
import type { LedgerRow } from "./ledger.ts";
import { byComponent, daysOverdue, type Flows, type LoanState, PRINCIPAL, totalOwed } from "./loan-state.ts";

/** The row of `day`, where `before` holds the sums at the close that the last row ended with. */
export function ledgerRow(state: LoanState, before: Flows, asOf: Day, day: Day): LedgerRow {
  const { flows, totals } = state;
  return {
    date: day,
    day: day - asOf,
    daysOverdue: daysOverdue(state, day),
    accrued: difference(flows.accrued, before.accrued),
    charged: difference(flows.charged, before.charged),
    waived: difference(flows.waived, before.waived),
    refinanced: difference(flows.refinanced, before.refinanced),
    payment: fen(flows.payments - before.payments),
    to: difference(flows.paid, before.paid),
    unapplied: fen(flows.unapplied - before.unapplied),
    owed: byComponent(totals),
    totalOwed: fen(totalOwed(state)),
    paidSoFar: fen(flows.payments),
    principalPaidSoFar: fen(flows.paid[PRINCIPAL] as number),
  };
}

function difference(now: Float64Array, before: Float64Array): ByComponent {
  const [fee, penalty, compound, interest, principal] = now;
  return {
    fee: fen((fee as number) - (before[0] as number)),
    penalty: fen((penalty as number) - (before[1] as number)),
    compound: fen((compound as number) - (before[2] as number)),
    interest: fen((interest as number) - (before[3] as number)),
    principal: fen((principal as number) - (before[4] as number)),
  };
}
