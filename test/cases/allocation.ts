/** The words in which cases speak of allocation, and ours for them. */

import type { LedgerRow } from "../../src/ledger/ledger.ts";
import type { Component } from "../../src/loan/components.ts";
import { text } from "./papers.ts";

/** The components as the cases name them. */
export type Pot = "fees" | "penalties" | "interest" | "principal";

export type ByPot = { readonly [pot in Pot]: string };

export interface Strategy {
  readonly name?: string;
  readonly mode: "by-instalment" | "by-component";
  readonly order: readonly string[];
  readonly orderInAdvance?: readonly string[];
  /** Which future instalment takes surplus money, by kind of payment. */
  readonly futureRule?: Readonly<Record<string, string>>;
}

const COMPONENT_OF: Readonly<Record<string, Component>> = {
  fees: "fee",
  fine: "fee",
  penalties: "penalty",
  interest: "interest",
  principal: "principal",
};

export function componentOf(pot: string): Component {
  const component = COMPONENT_OF[pot];
  if (component === undefined) throw new Error(`no such component: ${pot}`);
  return component;
}

/** The cases know no compound interest; it stands last, where it is always empty. */
export function orderOf(pots: readonly string[]): readonly Component[] {
  return [...pots.map(componentOf), "compound"];
}

/** What the payments of a day went to; all zero on a day after the loan was cleared. */
export function splitOf(row: LedgerRow | undefined): ByPot {
  const part = (component: Component): string => (row === undefined ? "0.00" : text(row.to[component]));
  return {
    fees: part("fee"),
    penalties: part("penalty"),
    interest: part("interest"),
    principal: part("principal"),
  };
}
