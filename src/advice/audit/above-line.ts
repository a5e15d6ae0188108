/** What of each component lies above a line of cost, with what the line means and where it ends. */

import type { ApplicableCostLine } from "../../law/cost-lines.ts";
import type { RunTotals } from "../../ledger/ledger.ts";
import { addAmounts } from "../../loan/amounts.ts";
import { CHARGES, type Charge, type Loan } from "../../loan/loan.ts";
import { add, divideHalfUp, type Fen, fen, sum, ZERO } from "../../loan/money.ts";
import type { Classification } from "../../loan/products/product.ts";
import { type CostLineFigure, costLineFigures, linesOfLoan } from "../run-report.ts";

type ByCharge = { readonly [charge in Charge]: Fen };

export interface AuditCostLine extends CostLineFigure, Pick<ApplicableCostLine, "is" | "isNot" | "lprDay"> {
  readonly aboveByComponent: ByCharge;
}

/** The lines that name a yearly rate. */
export function auditCostLines(
  loan: Loan,
  classification: Classification,
  totals: RunTotals,
): readonly AuditCostLine[] {
  const earned = earnedByComponent(totals);
  const charges = sum(CHARGES.map((charge) => earned[charge]));
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
function earnedByComponent({ accrued, charged, interestEarned }: RunTotals): ByCharge {
  const { fee, penalty, compound } = addAmounts(accrued, charged);
  return { fee, penalty, compound, interest: add(interestEarned, charged.interest) };
}

/** No rule says which component a part above a line is of; each division is made on what came before, so that the parts add up. */
function inProportion(above: Fen, of: ByCharge): ByCharge {
  const whole = sum(CHARGES.map((charge) => of[charge]));
  let [before, given] = [0, 0];
  const part = (charge: Charge): Fen => {
    before += of[charge];
    const upTo = whole === ZERO ? 0 : Number(divideHalfUp(BigInt(above) * BigInt(before), BigInt(whole)));
    const own = upTo - given;
    given = upTo;
    return fen(own);
  };
  return { fee: part("fee"), penalty: part("penalty"), compound: part("compound"), interest: part("interest") };
}
