/** Settlements that ask for a fixed amount, beside what is owed on their day. */

import { Run } from "../ledger/run.ts";
import { totalOf } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import { type Events, eventsBefore } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";
import { takenOver } from "./taken-over.ts";

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
    const total = totalOf(takenOver(run, agreement.unearned));
    return pays.amount > total ? [{ date, amount: pays.amount, total }] : [];
  });
}
