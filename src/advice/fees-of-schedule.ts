/** Fees that were given with instalments still to come, such as those of a guarantee: which days they are for. */

import type { RunTotals } from "../ledger/ledger.ts";
import { firstInterestFrom } from "../ledger/scheduled-interest.ts";
import { addMonths, type Day, earliest } from "../loan/day.ts";
import { earnedBy } from "../loan/fixed-interest.ts";
import type { Loan } from "../loan/loan.ts";
import { add, type Fen, subtract, ZERO } from "../loan/money.ts";

/**
 * The part of the days of a run, as of interest fixed in advance. Of what fell due before, the time is not known. An agreement
 * takes the place of the schedule, and all that is called due is for the days to the call.
 */
export function feesOfSchedule(loan: Loan, { from, to, lastDue, agreements }: RunTotals): Fen {
  const [first] = agreements;
  const end = first === undefined ? to : earliest(to, first.agreement.date);
  let start: Day | undefined = firstInterestFrom(loan);
  let last: Day | undefined;
  let fees = ZERO;
  for (const { due, fee } of loan.instalments) {
    if (last !== undefined && last < due) start = last;
    last = due;
    const until = first === undefined ? earliest(due, lastDue) : due;
    if (fee !== null && due > from) {
      const fixed = { interest: fee, from: earliest(start ?? addMonths(due, -1), until), until };
      fees = add(fees, subtract(earnedBy(fixed, end), earnedBy(fixed, from)));
    }
  }
  return fees;
}
