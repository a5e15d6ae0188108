/** The yearly cost of arrears, and what of their charges lies above a yearly line. */

import { divideHalfUp, type Fen, type Fraction, fen, ratio } from "../loan/money.ts";

/** Yearly cost is counted over calendar days, whatever the contract's own day count is. */
const DAYS_A_YEAR = 365n;

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
