/** The order of allocation: data of the terms, as places in the tuples of balances. */

import type { AllocationOrder, Component, Terms } from "../loan/loan.ts";
import { type ByPlace, byPlace, type Place, placeOf } from "./places.ts";

export interface OrderPlaces {
  readonly due: readonly Place[];
  readonly inAdvance: readonly Place[];
  readonly isByInstalment: boolean;
  /** The component that it is alone for, where a payment names one. */
  readonly purpose: Component | null;
}

export interface OrdersOfTerms {
  readonly base: OrderPlaces;
  /** By rising days overdue. */
  readonly after: readonly { readonly daysOverdue: number; readonly order: OrderPlaces }[];
}

const ordersByTerms = new WeakMap<Terms, OrdersOfTerms>();

export function ordersOf(terms: Terms): OrdersOfTerms {
  const known = ordersByTerms.get(terms);
  if (known !== undefined) return known;
  const places = ({ order, by }: AllocationOrder): OrderPlaces => ({
    due: order.map(placeOf),
    inAdvance: (terms.orderInAdvance ?? order).map(placeOf),
    isByInstalment: by === "instalment",
    purpose: null,
  });
  const orders = {
    base: places(terms),
    after: terms.orderAfter.map((row) => ({ daysOverdue: row.daysOverdue, order: places(row) })),
  };
  ordersByTerms.set(terms, orders);
  return orders;
}

/** A component by itself, for payments that name it. */
export const ALONE: ByPlace<OrderPlaces> = byPlace((place, purpose) => ({
  due: [place],
  inAdvance: [place],
  isByInstalment: true,
  purpose,
}));
