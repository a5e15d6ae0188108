/** What holds again when an agreement breaks: the loan as it would be without it, with all that was received since. */

import { addDays, type Day, latest } from "../loan/day.ts";
import type { Loan } from "../loan/loan.ts";
import { growsNightly } from "./accrual.ts";
import { Dated } from "./dated.ts";
import { closeDay, countPrincipalDays, passDay, passNight, periodEnd, receive } from "./day-steps.ts";
import { type BeforeAgreement, type LoanState, oldestDue } from "./loan-state.ts";
import { copyAt } from "./period.ts";
import { waiveDated } from "./waivers.ts";

/** The state after a close: that of the old terms, where an instalment of the agreement in force is unpaid beyond its grace. */
export function afterBreak(state: LoanState, loan: Loan, day: Day): LoanState {
  const before = state.beforeAgreement;
  const oldest = oldestDue(state);
  if (before === null || oldest === null || oldest.due + before.graceDays > day) return state;
  return withoutAgreement(before, loan, day);
}

/** Runs the state before the agreement up to a day. An earlier agreement in it may have been broken by then too. */
function withoutAgreement(before: BeforeAgreement, loan: Loan, until: Day): LoanState {
  const { on, received } = before;
  const charges = new Dated(loan.charges, on);
  const waivers = new Dated(loan.waivers, latest(loan.asOf, addDays(on, -1)));
  const payments = new Dated(received, addDays(on, -1));
  let state = copyAt(before.state, on);
  for (let today = on; ; ) {
    for (const waiver of waivers.take(today)) waiveDated(state, waiver, today);
    for (const payment of payments.take(today)) receive(state, payment);
    closeDay(state, today);
    state = afterBreak(state, loan, today);
    if (today === until) return state;
    const next = Math.min(periodEnd(state, today), charges.next, waivers.next, payments.next, until);
    const day = growsNightly(state) ? addDays(today, 1) : (next as Day);
    countPrincipalDays(state, day - today);
    passNight(state, day);
    passDay(state, charges.take(day), day);
    today = day;
  }
}
