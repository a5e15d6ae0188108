/** What a component is called by the kind of lender: a card charges overdraft interest, and knows no penalty interest. */

import type { Component } from "./components.ts";
import type { LenderKind, Loan } from "./loan.ts";
import type { Product } from "./products/product.ts";

export type ComponentName = Component | "overdraft-interest" | "card-fee" | "overdue-interest";

/** `lender` is null where a platform stands before several. */
interface NamingLender {
  readonly lender: LenderKind | null;
  readonly isCard: boolean;
}

/** Whose words hold for what is charged: those of licensed lenders, of a card, of private people. */
export type Naming = "licensed" | "card" | "private";

export function namingOf(
  { lender }: Pick<Loan, "lender">,
  { classification }: Pick<Product, "classification">,
): Naming {
  if (classification === "card") return "card";
  return lender === "private" ? "private" : "licensed";
}

export function componentName(component: Component, { lender, isCard }: NamingLender): ComponentName {
  if (isCard) return CARD_NAMES.get(component) ?? component;
  // Penalty interest (罚息) is a licensed lender's; between private people it is overdue interest (民间借贷规定 art 28).
  return lender === "private" && component === "penalty" ? "overdue-interest" : component;
}

const CARD_NAMES: ReadonlyMap<Component, ComponentName> = new Map([
  ["fee", "card-fee"],
  ["penalty", "overdraft-interest"],
  ["interest", "overdraft-interest"],
]);
