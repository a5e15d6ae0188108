/** What of each component lies above a line of cost, with what the line means and where it ends. */

import type { ApplicableCostLine } from "../../law/cost-lines.ts";
import type { RunTotals } from "../../ledger/ledger.ts";
import { addAmounts, type ByComponent, byComponent, totalOf } from "../../loan/components.ts";
import type { Loan } from "../../loan/loan.ts";
import { add, type Fen, shareOf, subtract, ZERO } from "../../loan/money.ts";
import type { Classification } from "../../loan/products/product.ts";
import { fraction } from "../../loan/rate.ts";
import { type CostLineFigure, costLineFigures, linesOfLoan } from "../cost-lines-of-loan.ts";

export interface AuditCostLine extends CostLineFigure, Pick<ApplicableCostLine, "is" | "isNot" | "lprDay"> {
  /** Of principal nothing. */
  readonly aboveByComponent: ByComponent;
}

/** The lines that name a yearly rate. */
export function auditCostLines(
  loan: Loan,
  classification: Classification,
  totals: RunTotals,
): readonly AuditCostLine[] {
  const earned = earnedByComponent(totals);
  const charges = totalOf(earned);
  const lines = linesOfLoan(loan, classification);
  return costLineFigures(loan, classification, charges, totals.principalDays).flatMap((figure) => {
    const line = lines.find(({ name }) => name === figure.name);
    if (line === undefined) return [];
    return [
      {
        ...figure,
        is: line.is,
        isNot: line.isNot,
        lprDay: line.lprDay,
        aboveByComponent: inProportion(figure.above, earned),
      },
    ];
  });
}

/** Interest fixed in advance counts as far as its days have passed. */
function earnedByComponent({ accrued, charged, interestEarned }: RunTotals): ByComponent {
  return { ...addAmounts(accrued, charged), interest: add(interestEarned, charged.interest), principal: ZERO };
}

/** No rule says which component a part above a line is of; each division is made on what came before, so that the parts add up. */
function inProportion(above: Fen, of: ByComponent): ByComponent {
  const whole = totalOf(of);
  let [before, given] = [ZERO, ZERO];
  return byComponent((component) => {
    before = add(before, of[component]);
    const upTo = whole === ZERO ? ZERO : shareOf(above, fraction(BigInt(before), BigInt(whole)));
    const own = subtract(upTo, given);
    given = upTo;
    return own;
  });
}
