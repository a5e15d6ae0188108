/** What of each component lies above a line of cost, with what the line means and where it ends. */

import type { ApplicableCostLine } from "../../law/cost-lines.ts";
import type { RunTotals } from "../../ledger/ledger.ts";
import { type ByComponent, byComponent, subtractAmounts, totalOf } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { type Fen, inProportion } from "../../loan/money.ts";
import { type CostLineFigure, costLineFigures } from "../cost-of-arrears.ts";
import { earnedByComponent } from "../run-report.ts";

export interface AuditCostLine extends CostLineFigure, Pick<ApplicableCostLine, "title" | "is" | "isNot"> {
  /** All charges that arose in the time of the line. */
  readonly charges: Fen;
  /** Of principal nothing. */
  readonly aboveByComponent: ByComponent;
  /** The days of the statement that the line is for; null: all from its first, to its last. */
  readonly from: Day | null;
  readonly until: Day | null;
}

/** The part of a run in which the same lines hold. */
interface CostStretch extends Pick<AuditCostLine, "from" | "until"> {
  readonly loan: Loan;
  readonly totals: RunTotals;
  /** Those at its start; null: it is the first. */
  readonly before: RunTotals | null;
}

/** The lines that name a yearly rate. */
export function auditCostLines(
  lines: readonly ApplicableCostLine[],
  { loan, from, until, totals, before }: CostStretch,
): readonly AuditCostLine[] {
  const earnedInAll = earnedByComponent(loan, totals);
  const earned = before === null ? earnedInAll : subtractAmounts(earnedInAll, earnedByComponent(loan, before));
  const charges = totalOf(earned);
  const principalDays = totals.principalDays - (before?.principalDays ?? 0n);
  return costLineFigures(lines, charges, principalDays).flatMap((figure) => {
    const line = lines.find(({ name }) => name === figure.name);
    if (line === undefined) return [];
    const { title, is, isNot } = line;
    const partOf = inProportion(figure.above, charges);
    // No rule says which component a part above a line is of.
    const aboveByComponent = byComponent((component) => partOf(earned[component]));
    return [{ ...figure, title, is, isNot, charges, aboveByComponent, from, until }];
  });
}
