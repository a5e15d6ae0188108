/** What the terms give, under the names that a statement has columns for. */

import { type ByComponent, CHARGES, type Charge, type Component } from "../../loan/components.ts";
import { add, type Fen, least, subtract, ZERO } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";

/**
 * A lender that names no compound counts it as penalty, and one that names no penalty as interest. Where a line has more under
 * another name than the terms give, a charge without a column is compared there; where it has not, the lender has none of it.
 */
export function underNames({ byComponent: stated, withoutColumn }: StatementLine, given: ByComponent): ByComponent {
  if (withoutColumn === undefined) return given;
  const named: Record<Component, Fen> = { ...given };
  const moreOf = (charge: Charge): Fen => subtract(stated?.[charge] ?? ZERO, named[charge]);
  for (const charge of withoutColumn) {
    const others = CHARGES.filter((other) => moreOf(other) > 0).toSorted((one, other) => moreOf(one) - moreOf(other));
    for (const [index, other] of others.entries()) {
      const moved = index === others.length - 1 ? named[charge] : least(named[charge], moreOf(other));
      named[charge] = subtract(named[charge], moved);
      named[other] = add(named[other], moved);
    }
  }
  return named;
}
