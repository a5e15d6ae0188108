/** The limitation of a loan whose run is known: which of its days start the three years afresh. */

import { type KnownLimitation, type LimitationEvent, limitationEnds, limitationRanOutOn } from "../law/limitation.ts";
import type { RunTotals } from "../ledger/ledger.ts";
import { PaymentPlan } from "../ledger/payment-plan.ts";
import { Run } from "../ledger/run.ts";
import { addDays, addMonths, type Day, earliest } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";

export interface LimitationOfRun extends KnownLimitation {
  /** The day they ended on, where that lies before the loan's `asOf`; null where they may still run. */
  readonly ranOutOn: Day | null;
}

/** When the three years end, or ended, and what they run from. */
export function limitationOf(loan: Loan, events: Events, totals: RunTotals): LimitationOfRun {
  const found =
    endedBeforeAgreement(loan, events, totals) ??
    limitationEnds({ lastDue: totals.lastDue, events: eventsOf(loan, events, totals) });
  return { ...found, ranOutOn: limitationRanOutOn(found, loan.asOf) };
}

/** After they have run out no new due date starts them afresh: to agree then gives up the defence (Civil Code art 192). */
function endedBeforeAgreement(loan: Loan, events: Events, { agreements }: RunTotals): KnownLimitation | null {
  const agreedOn = agreements[0]?.agreement.date;
  const firstDue = earliest(loan.asOf, loan.instalments[0]?.due ?? loan.asOf);
  if (agreedOn === undefined || addMonths(firstDue, LEAST_MONTHS) >= agreedOn) return null;
  const before = { ...events, agreements: [], paysWhenDueFrom: null };
  const ended = limitationOf(loan, before, new Run(loan, before).advance(addDays(agreedOn, -1)).totals());
  return limitationRanOutOn(ended, agreedOn) === null ? null : ended;
}

/** Of old debts; three years are longer. */
const LEAST_MONTHS = 2 * 12;

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
