/** What follows from the terms alone: worked out once for all runs under them, and looked up by places. */

import { CHARGES, type Component } from "../loan/components.ts";
import { oncePer } from "../loan/once.ts";
import type { AllocationOrder, Cap, Terms } from "../loan/terms.ts";
import { type ByPlace, byPlace, COMPOUND, INTEREST, PENALTY, type Place, placeOf } from "./places.ts";

export interface Rules {
  readonly order: OrderPlaces;
  /** By rising days overdue. */
  readonly orderAfter: readonly { readonly daysOverdue: number; readonly order: OrderPlaces }[];
  /** Overdue, it bears compound. */
  readonly bearsCompound: ByPlace<boolean>;
  /** What bears compound is that which was unpaid at the last rest. */
  readonly hasRests: boolean;
  /** Compound is on penalty and compound too, from one night to the next. */
  readonly growsOnItself: boolean;
  /** What is borne depends on which unpaid instalment is the oldest. */
  readonly dependsOnOldest: boolean;
  readonly amountCaps: readonly AmountCap[];
}

/** The order of allocation, as places in the tuples of balances. */
export interface OrderPlaces {
  readonly due: readonly Place[];
  readonly inAdvance: readonly Place[];
  readonly isByInstalment: boolean;
  /** The component that it is alone for, where a payment names one. */
  readonly purpose: Component | null;
}

/** A cap on what may accrue and be charged in all. */
export interface AmountCap {
  readonly cap: Exclude<Cap, { readonly kind: "rate" }>;
  readonly places: readonly Place[];
}

export const rulesOf = oncePer((terms: Terms): Rules => {
  const { compound, compoundRests } = terms;
  const places = ({ order, by }: AllocationOrder): OrderPlaces => ({
    due: order.map(placeOf),
    inAdvance: (terms.orderInAdvance ?? order).map(placeOf),
    isByInstalment: by === "instalment",
    purpose: null,
  });
  return {
    order: places(terms),
    orderAfter: terms.orderAfter.map((row) => ({ daysOverdue: row.daysOverdue, order: places(row) })),
    bearsCompound: byPlace((place) => BEARS_COMPOUND[compound].includes(place)),
    hasRests: compound !== "none" && compoundRests !== "day",
    growsOnItself: compound === "all" && compoundRests === "day",
    dependsOnOldest: terms.penalty.length > 1 || terms.penaltyBase !== "overdue-principal",
    amountCaps: terms.caps.flatMap((cap) =>
      cap.kind === "rate" ? [] : { cap, places: (cap.of === "charges" ? CHARGES : [cap.of]).map(placeOf) },
    ),
  };
});

const BEARS_COMPOUND: { readonly [compound in Terms["compound"]]: readonly Place[] } = {
  none: [],
  interest: [INTEREST],
  all: [INTEREST, PENALTY, COMPOUND],
};

/** A component by itself, for payments that name it. */
export const ALONE: ByPlace<OrderPlaces> = byPlace((place, purpose) => ({
  due: [place],
  inAdvance: [place],
  isByInstalment: true,
  purpose,
}));
