/** What an amount is owed as: the components, and one of something for each of them. */

import { add, type Fen, fen, subtract, ZERO } from "./money.ts";

/** The order here is that of columns and arrays, not of allocation. */
export const COMPONENTS = ["fee", "penalty", "compound", "interest", "principal"] as const;
export type Component = (typeof COMPONENTS)[number];

/** All components but principal. */
export const CHARGES = ["fee", "penalty", "compound", "interest"] as const satisfies readonly Component[];
export type Charge = (typeof CHARGES)[number];

/** An amount, or something else, for each component. */
export type ByComponent<Value = Fen> = { readonly [component in Component]: Value };

/** Makes something for each component, in the order of `COMPONENTS`. */
export function byComponent<Value>(make: (component: Component) => Value): ByComponent<Value> {
  return {
    fee: make("fee"),
    penalty: make("penalty"),
    compound: make("compound"),
    interest: make("interest"),
    principal: make("principal"),
  };
}

/** Nothing of any component. */
export const NO_AMOUNTS: ByComponent = byComponent(() => ZERO);

export function addAmounts(left: ByComponent, right: ByComponent): ByComponent {
  return byComponent((component) => add(left[component], right[component]));
}

export function subtractAmounts(left: ByComponent, right: ByComponent): ByComponent {
  return byComponent((component) => subtract(left[component], right[component]));
}

/** All components together. */
export function totalOf(amounts: ByComponent): Fen {
  return sumOf(amounts, COMPONENTS);
}

/** All components but principal. */
export function chargesOf(amounts: ByComponent): Fen {
  return sumOf(amounts, CHARGES);
}

/** Some of the components together. */
export function sumOf(amounts: ByComponent, components: readonly Component[]): Fen {
  let total = 0;
  for (const component of components) total += amounts[component];
  return fen(total);
}
