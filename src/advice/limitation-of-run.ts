/** The limitation of a loan whose run is known: which of its days start the three years afresh. */

import { type KnownLimitation, type LimitationEvent, limitationEnds } from "../law/limitation.ts";
import type { RunTotals } from "../ledger/ledger.ts";
import { PaymentPlan } from "../ledger/payment-plan.ts";
import { earliest } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";

/** When the three years end, or ended, and what they run from. */
export function limitationOf(loan: Loan, events: Events, totals: RunTotals): KnownLimitation {
  return limitationEnds({ lastDue: totals.lastDue, events: eventsOf(loan, events, totals) });
}

function eventsOf(
  { asOf, interruptions }: Loan,
  events: Events,
  { to, lastPaymentOn, agreements }: RunTotals,
): LimitationEvent[] {
  const found: LimitationEvent[] = interruptions.filter(({ date }) => date <= to);
  // To agree on terms, to ask for time, is to promise.
  for (const { agreement } of agreements) found.push({ date: agreement.date, kind: "promise" });
  const plan = new PaymentPlan(events, asOf);
  // What is planned for later pays nothing: nothing is owed then, or it is not taken.
  const last = earliest(to, lastPaymentOn ?? asOf);
  while (plan.next <= last) {
    const date = plan.next;
    const isPaid = plan.take(date).some(({ dated, streamed, minimums }) => dated + streamed + minimums > 0);
    if (isPaid) found.push({ date, kind: "payment" });
  }
  if (lastPaymentOn !== null) found.push({ date: lastPaymentOn, kind: "payment" });
  return found;
}
