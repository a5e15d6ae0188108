/** Amounts by component: added, subtracted, totalled. */

import { type ByComponent, CHARGES, COMPONENTS, type Component } from "./loan.ts";
import { add, type Fen, subtract, sum } from "./money.ts";

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
  return amountsOf((component) => add(left[component], right[component]));
}

export function subtractAmounts(left: ByComponent, right: ByComponent): ByComponent {
  return amountsOf((component) => subtract(left[component], right[component]));
}

/** All five components together. */
export function totalOf(amounts: ByComponent): Fen {
  return sum(COMPONENTS.map((component) => amounts[component]));
}

/** All components but principal. */
export function chargesOf(amounts: ByComponent): Fen {
  return sum(CHARGES.map((component) => amounts[component]));
}
