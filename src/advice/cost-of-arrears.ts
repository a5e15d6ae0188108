/** The yearly cost of arrears, what of their charges lies above a yearly rate, and the lines of cost that apply to a loan. */

import { type ApplicableCostLine, costLineBorders, costLinesFor } from "../law/cost-lines.ts";
import { type Day, earliest } from "../loan/day.ts";
import type { Loan } from "../loan/loan.ts";
import { divideHalfUp, type Fen, type Fraction, fen, ratio } from "../loan/money.ts";
import type { Classification } from "../loan/products/product.ts";

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

/**
 * The lines of cost that apply to a loan on a day, its `asOf` if none is given. The contract was made on the day it was
 * paid out, where that is known, and before its first due date in any case.
 */
export function linesOfLoan(
  loan: Loan,
  classification: Classification,
  on: Day = loan.asOf,
): readonly ApplicableCostLine[] {
  const { lender, asOf, instalments, agreedFlows } = loan;
  return costLinesFor({
    lender,
    isCard: classification === "card",
    on,
    existsOn: earliest(asOf, instalments[0]?.due ?? asOf),
    signedOn: agreedFlows?.paidOutOn,
    suedOn: suitOf(loan),
  });
}

/** The days of a statement, or of a run, on which a line takes the place of one before it. */
export function bordersOfLoan(loan: Loan, classification: Classification, until: Day): readonly Day[] {
  const { lender, asOf } = loan;
  return costLineBorders({ lender, isCard: classification === "card", suedOn: suitOf(loan) }, asOf, until);
}

function suitOf({ interruptions }: Loan): Day | undefined {
  return interruptions.find(({ kind }) => kind === "suit")?.date;
}
