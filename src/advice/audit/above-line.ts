/** What of each component lies above a line of cost, with what the line means and where it ends. */

import type { ApplicableCostLine } from "../../law/cost-lines.ts";
import { type ByComponent, byComponent, totalOf } from "../../loan/components.ts";
import { type Fen, inProportion } from "../../loan/money.ts";
import { type CostLineFigure, type CostStretch, costLineFigures } from "../cost-stretches.ts";

export interface AuditCostLine extends CostLineFigure, Pick<ApplicableCostLine, "title" | "is" | "isNot"> {
  /** All charges that arose in the time of the line. */
  readonly charges: Fen;
  /** Of principal nothing. */
  readonly aboveByComponent: ByComponent;
}

/** The lines that name a yearly rate. */
export function auditCostLines(stretch: CostStretch): readonly AuditCostLine[] {
  const { lines, earned } = stretch;
  const charges = totalOf(earned);
  return lines.flatMap((line) =>
    costLineFigures({ ...stretch, lines: [line] }).map((figure) => {
      const { title, is, isNot } = line;
      const partOf = inProportion(figure.above, charges);
      // No rule says which component a part above a line is of.
      const aboveByComponent = byComponent((component) => partOf(earned[component]));
      return { ...figure, title, is, isNot, charges, aboveByComponent };
    }),
  );
}
