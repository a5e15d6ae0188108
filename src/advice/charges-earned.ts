/** The charges of a run as they were earned, by which its cost is counted. */

import type { RunTotals } from "../ledger/ledger.ts";
import { addAmounts, type ByComponent, totalOf } from "../loan/components.ts";
import type { Loan } from "../loan/loan.ts";
import { add, type Fen, ZERO } from "../loan/money.ts";
import { feesOfSchedule } from "./fees-of-schedule.ts";

/** All charges together. */
export function earnedIn(loan: Loan, totals: RunTotals): Fen {
  return totalOf(earnedByComponent(loan, totals));
}

/**
 * Interest as it was earned, fixed in advance as far as its days have passed, fees of instalments likewise, and the other charges as
 * they arose; no principal.
 */
export function earnedByComponent(loan: Loan, totals: RunTotals): ByComponent {
  const { interestEarned, accrued, charged } = totals;
  const arisen = addAmounts(accrued, charged);
  const fee = add(arisen.fee, feesOfSchedule(loan, totals));
  return { ...arisen, fee, interest: add(interestEarned, charged.interest), principal: ZERO };
}
