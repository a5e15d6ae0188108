/** What of each component lies above a line of cost, with what the line means and where it ends. */

import type { ApplicableCostLine } from "../../law/cost-lines.ts";
import type { RunTotals } from "../../ledger/ledger.ts";
import { addAmounts, type ByComponent, byComponent, subtractAmounts, totalOf } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import { add, type Fen, shareOf, subtract, ZERO } from "../../loan/money.ts";
import { fraction } from "../../loan/rate.ts";
import { type CostLineFigure, costLineFigures } from "../cost-lines-of-loan.ts";

export interface AuditCostLine extends CostLineFigure, Pick<ApplicableCostLine, "is" | "isNot" | "lprDay"> {
  /** All charges that arose in the time of the line. */
  readonly charges: Fen;
  /** Of principal nothing. */
  readonly aboveByComponent: ByComponent;
  /** The days of the statement that the line is for; null: all from its first, to its last. */
  readonly from: Day | null;
  readonly until: Day | null;
}

/** The part of a run in which the same lines hold. */
export interface CostStretch extends Pick<AuditCostLine, "from" | "until"> {
  readonly totals: RunTotals;
  /** Those at its start; null: it is the first. */
  readonly before: RunTotals | null;
}

/** The lines that name a yearly rate. */
export function auditCostLines(
  lines: readonly ApplicableCostLine[],
  { from, until, totals, before }: CostStretch,
): readonly AuditCostLine[] {
  const earned =
    before === null ? earnedByComponent(totals) : subtractAmounts(earnedByComponent(totals), earnedByComponent(before));
  const charges = totalOf(earned);
  const principalDays = totals.principalDays - (before?.principalDays ?? 0n);
  return costLineFigures(lines, charges, principalDays).flatMap((figure) => {
    const line = lines.find(({ name }) => name === figure.name);
    if (line === undefined) return [];
    const { is, isNot, lprDay } = line;
    const aboveByComponent = inProportion(figure.above, earned);
    return [{ ...figure, is, isNot, lprDay, charges, aboveByComponent, from, until }];
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
