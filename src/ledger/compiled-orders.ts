/** The orders of allocation as places in the state's arrays, so that no name is looked up for each payment. */

import { type AllocationOrder, COMPONENTS, type Component, type Terms } from "../loan/loan.ts";

export interface CompiledOrder {
  readonly due: readonly number[];
  readonly inAdvance: readonly number[];
  readonly isByInstalment: boolean;
}

export interface CompiledOrders {
  readonly base: CompiledOrder;
  /** By rising days overdue. */
  readonly after: readonly { readonly daysOverdue: number; readonly order: CompiledOrder }[];
}

export function compileOrders(terms: Terms): CompiledOrders {
  const compile = ({ order, by }: AllocationOrder): CompiledOrder => ({
    due: placesOf(order),
    inAdvance: placesOf(terms.orderInAdvance ?? order),
    isByInstalment: by === "instalment",
  });
  return {
    base: compile(terms),
    after: terms.orderAfter.map((row) => ({ daysOverdue: row.daysOverdue, order: compile(row) })),
  };
}

export function placesOf(order: readonly Component[]): readonly number[] {
  return order.map((component) => COMPONENTS.indexOf(component));
}
