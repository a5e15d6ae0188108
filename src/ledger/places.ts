/** Components as places in tuples, in the order of `COMPONENTS`. */

import type { ByComponent, Component } from "../loan/components.ts";
import { fen } from "../loan/money.ts";

export const FEE = 0;
export const PENALTY = 1;
export const COMPOUND = 2;
export const INTEREST = 3;
export const PRINCIPAL = 4;
export type Place = 0 | 1 | 2 | 3 | 4;
export const PLACES: readonly Place[] = [FEE, PENALTY, COMPOUND, INTEREST, PRINCIPAL];

/** One of something for each component. */
export type ByPlace<Value> = Readonly<MutableByPlace<Value>>;
export type MutableByPlace<Value> = [fee: Value, penalty: Value, compound: Value, interest: Value, principal: Value];

export function byPlace<Value>(make: (place: Place, component: Component) => Value): ByPlace<Value> {
  return [
    make(FEE, "fee"),
    make(PENALTY, "penalty"),
    make(COMPOUND, "compound"),
    make(INTEREST, "interest"),
    make(PRINCIPAL, "principal"),
  ];
}

/** The amounts in the places, by component. */
export function amounts<Value>(places: ByPlace<Value>, of: (value: Value) => number): ByComponent {
  return {
    fee: fen(of(places[FEE])),
    penalty: fen(of(places[PENALTY])),
    compound: fen(of(places[COMPOUND])),
    interest: fen(of(places[INTEREST])),
    principal: fen(of(places[PRINCIPAL])),
  };
}

const PLACE_OF: ByComponent<Place> = {
  fee: FEE,
  penalty: PENALTY,
  compound: COMPOUND,
  interest: INTEREST,
  principal: PRINCIPAL,
};

export function placeOf(component: Component): Place {
  return PLACE_OF[component];
}
