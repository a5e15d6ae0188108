/** The charges of a run as they were earned, by which its cost is counted. */

import type { RunTotals } from "../ledger/ledger.ts";
import { addAmounts, type ByComponent, totalOf } from "../loan/components.ts";
import { firstInterestFrom } from "../loan/contract.ts";
import type { Day } from "../loan/day.ts";
import type { Agreement } from "../loan/events.ts";
import { earnedBy } from "../loan/fixed-interest.ts";
import type { Loan } from "../loan/loan.ts";
import { add, type Fen, type Fraction, fen, NOTHING, shareOf, subtract, ZERO } from "../loan/money.ts";
import { endOfLoan } from "./end-of-run.ts";

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

/**
 * Fees that were given with instalments still to come, such as those of a guarantee: which days they are for.
 * The part of the days of a run, as of interest fixed in advance. Of what fell due before, the time is not known. They are owed
 * in whole, so that what is for days ahead counts too on the day on which the loan ends: called, settled, refinanced or
 * cleared. Under an agreement they go on to be for their own days, but for the share that it waives.
 */
export function feesOfSchedule(loan: Loan, totals: RunTotals): Fen {
  const { from, to } = totals;
  const [agreed] = totals.agreements;
  const agreement = agreed?.agreement;
  const end = endOfLoan(totals, agreement);
  let start: Day | undefined;
  let last: Day | undefined;
  let [fees, untilAgreed, ahead] = [ZERO, ZERO, ZERO];
  for (const { due, fee } of loan.instalments) {
    if (last !== undefined && last < due) start = last;
    last = due;
    if (fee === null || due <= from) continue;
    const fixed = { interest: fee, from: start ?? firstInterestFrom(loan), until: due };
    const before = earnedBy(fixed, from);
    const isEnded = to >= end;
    fees = add(fees, subtract(isEnded ? fee : earnedBy(fixed, to), before));
    untilAgreed = add(untilAgreed, subtract(earnedBy(fixed, agreement?.date ?? to), before));
    if (isEnded) ahead = add(ahead, subtract(fee, earnedBy(fixed, end)));
  }
  if (agreement?.kind === "settlement") return subtract(fees, fen(Math.min(ahead, totals.waived.fee)));
  const waived = shareOf(subtract(fees, untilAgreed), waivedShare(agreement, totals));
  return subtract(fees, waived);
}

/** The share of the fees that an agreement waives, unless it broke and took that back. */
function waivedShare(agreement: Agreement | undefined, { brokenOn }: RunTotals): Fraction {
  if (agreement?.kind !== "agreement") return NOTHING;
  return brokenOn.length > 0 && agreement.onBreak === "restore" ? NOTHING : agreement.waive.fee;
}
