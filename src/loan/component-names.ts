/** What a component is called by the kind of lender: a card charges overdraft interest, and knows no penalty interest. */

import { type ByComponent, COMPONENTS, type Component } from "./components.ts";
import { isLicensed, type LenderKind, type Loan } from "./loan.ts";
import type { Classified } from "./products/product.ts";

export type ComponentName = Component | "overdraft-interest" | "card-fee" | "overdue-interest";

/** Whose words hold for what is charged: those of licensed lenders, of a card, of private people. */
export type Naming = "licensed" | "card" | "private";

export function byNaming<Value>(valueFor: (naming: Naming) => Value): Readonly<Record<Naming, Value>> {
  return { licensed: valueFor("licensed"), card: valueFor("card"), private: valueFor("private") };
}

/** `lender` is null where a platform stands before several. */
interface NamingLender {
  readonly lender: LenderKind | null;
  readonly isCard: boolean;
}

export function namingOf({ lender }: Pick<Loan, "lender">, { classification }: Classified): Naming {
  return namingBy({ lender, isCard: classification === "card" });
}

function namingBy({ lender, isCard }: NamingLender): Naming {
  if (isCard) return "card";
  return isLicensed(lender) ? "licensed" : "private";
}

const NAMES: Readonly<Record<Naming, Partial<ByComponent<ComponentName>>>> = {
  licensed: {},
  card: { fee: "card-fee", penalty: "overdraft-interest", interest: "overdraft-interest" },
  // Penalty interest (罚息) is a licensed lender's; between private people it is overdue interest (民间借贷规定 art 28).
  private: { penalty: "overdue-interest" },
};

export function componentName(component: Component, lender: NamingLender): ComponentName {
  return NAMES[namingBy(lender)][component] ?? component;
}

/** What a lender's names stand for, in the order of the components: one name may stand for several of them. */
export function componentsByName(lender: NamingLender): readonly (readonly [ComponentName, readonly Component[]])[] {
  const byName = new Map<ComponentName, Component[]>();
  for (const component of COMPONENTS) {
    const name = componentName(component, lender);
    byName.set(name, [...(byName.get(name) ?? []), component]);
  }
  return [...byName];
}
