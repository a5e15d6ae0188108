/** Settlements that ask for a fixed amount, beside what is owed on their day. */

import { Run } from "../ledger/run.ts";
import type { Day } from "../loan/day.ts";
import { type Events, eventsBefore } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, subtract, ZERO } from "../loan/money.ts";

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
    const run = new Run(loan, eventsBefore(events, date));
    run.advance(date);
    const unearned = agreement.unearned === "keep" ? ZERO : run.unearned;
    const total = subtract(run.owed, unearned);
    return pays.amount > total ? [{ date, amount: pays.amount, total }] : [];
  });
}
