/** The lines of cost that apply to a loan, and what of its charges lies above each. */

import { type ApplicableCostLine, costLineBorders, costLinesFor } from "../law/cost-lines.ts";
import { type Day, earliest } from "../loan/day.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, ratio } from "../loan/money.ts";
import type { Classification } from "../loan/products/product.ts";
import { amountAbove } from "./cost-of-arrears.ts";

export interface CostLineFigure extends Pick<ApplicableCostLine, "name" | "lprDay"> {
  readonly yearlyRate: number;
  /** Charges of the run above the line; information, not a claim. */
  readonly above: Fen;
}

export function costLineFigures(
  lines: readonly ApplicableCostLine[],
  charges: Fen,
  principalDays: bigint,
): readonly CostLineFigure[] {
  return lines.flatMap(({ name, lprDay, yearlyRate }) =>
    yearlyRate === null
      ? []
      : {
          name,
          lprDay,
          yearlyRate: ratio(yearlyRate.numerator, yearlyRate.denominator, 6),
          above: amountAbove(charges, principalDays, yearlyRate),
        },
  );
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
