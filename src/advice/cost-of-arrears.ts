/** The yearly cost of arrears, and what of their charges lies above a yearly line. */

import type { RunTotals } from "../ledger/ledger.ts";
import { chargesOf } from "../loan/amounts.ts";
import { type Day, earliest } from "../loan/day.ts";
import { earnedInterest, interestPeriodStart } from "../loan/earned-interest.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { add, divideHalfUp, type Fen, type Fraction, fen, ratio, subtract, sum, ZERO } from "../loan/money.ts";

/** Yearly cost is counted over calendar days, whatever the contract's own day count is. */
const DAYS_A_YEAR = 365n;

/** What accrued in a run, and of interest fixed in advance the part that its days earned. */
export function earnedInRun(loan: Loan, events: Events, { accrued, from, to }: RunTotals): Fen {
  return add(chargesOf(accrued), scheduledInterestEarned(loan, from, earliest(to, scheduleEnds(events, to))));
}

/** New terms take over what is earned; from then on their own interest accrues. */
function scheduleEnds({ agreements }: Events, to: Day): Day {
  return agreements.find(({ kind }) => kind !== "deferral")?.date ?? to;
}

function scheduledInterestEarned({ instalments, terms }: Loan, from: Day, to: Day): Fen {
  if (terms.interest !== "scheduled" || to <= from) return ZERO;
  const dues = instalments.map(({ due }) => due);
  return sum(
    instalments.map(({ due, interest }, index) => {
      if (due <= from) return ZERO;
      const start = interestPeriodStart(dues, index);
      return subtract(earnedInterest(interest, start, due, to), earnedInterest(interest, start, due, from));
    }),
  );
}

/**
 * Charges ÷ (principal × days) × 365, to six decimals; null where no principal was outstanding.
 * `principalDays` is the sum over the nights of the principal outstanding, in fen × days.
 */
export function yearlyCost(charges: Fen, principalDays: bigint): number | null {
  return principalDays > 0n ? ratio(BigInt(charges) * DAYS_A_YEAR, principalDays, 6) : null;
}

/** What of the charges lies above a yearly rate on the same principal and days, rounded half-up to the fen; never below 0. */
export function amountAbove(charges: Fen, principalDays: bigint, yearlyRate: Fraction): Fen {
  const scale = DAYS_A_YEAR * yearlyRate.denominator;
  const above = BigInt(charges) * scale - principalDays * yearlyRate.numerator;
  return fen(above > 0n ? Number(divideHalfUp(above, scale)) : 0);
}
