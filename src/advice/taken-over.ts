/** What an agreement finds owed on its day, and the settlements that ask for more than that. */

import { Run } from "../ledger/run.ts";
import { type ByComponent, totalOf } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import { type Events, eventsBefore, type Unearned } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, subtract } from "../loan/money.ts";

/** Component by component: interest not yet earned only where that is kept (Civil Code art 677). */
export function takenOver(run: Run, unearned: Unearned): ByComponent {
  const owed = run.amounts("owed");
  return unearned === "keep" ? owed : { ...owed, interest: subtract(owed.interest, run.unearned) };
}

interface SettlementTotal {
  readonly date: Day;
  readonly amount: Fen;
  /** Owed on that day before the settlement. */
  readonly total: Fen;
}

/** The settlements that ask for more than is owed, which can only be a mistake. */
export function settlementsAboveTotal(loan: Loan, events: Events): readonly SettlementTotal[] {
  return events.agreements.flatMap((agreement) => {
    if (agreement.kind !== "settlement" || agreement.pays.kind !== "amount") return [];
    const { date, pays } = agreement;
    const run = new Run(loan, eventsBefore(events, date)).advance(date);
    const total = totalOf(takenOver(run, agreement.unearned));
    return pays.amount > total ? [{ date, amount: pays.amount, total }] : [];
  });
}
