/** Amounts by component: added, subtracted, totalled. */

import { type ByComponent, CHARGES, type Component } from "./loan.ts";
import { add, type Fen, fen, subtract, sum } from "./money.ts";

/** An amount for each component, worked out one by one. */
export function amountsOf(amountOf: (component: Component) => Fen): ByComponent {
  return {
    fee: amountOf("fee"),
    penalty: amountOf("penalty"),
    compound: amountOf("compound"),
    interest: amountOf("interest"),
    principal: amountOf("principal"),
  };
}

export function addAmounts(left: ByComponent, right: ByComponent): ByComponent {
  return {
    fee: add(left.fee, right.fee),
    penalty: add(left.penalty, right.penalty),
    compound: add(left.compound, right.compound),
    interest: add(left.interest, right.interest),
    principal: add(left.principal, right.principal),
  };
}

export function subtractAmounts(left: ByComponent, right: ByComponent): ByComponent {
  return {
    fee: subtract(left.fee, right.fee),
    penalty: subtract(left.penalty, right.penalty),
    compound: subtract(left.compound, right.compound),
    interest: subtract(left.interest, right.interest),
    principal: subtract(left.principal, right.principal),
  };
}

/** All five components together. */
export function totalOf({ fee, penalty, compound, interest, principal }: ByComponent): Fen {
  return fen(fee + penalty + compound + interest + principal);
}

/** All components but principal. */
export function chargesOf(amounts: ByComponent): Fen {
  return sum(CHARGES.map((component) => amounts[component]));
}
