/** The order that costs least: every one tried where the debts are few, a search from the best of the rules where they are many. */

import type { SharedBudget } from "../../loan/budget.ts";
import type { OneDebt } from "./debt.ts";
import { RULED_ORDERS } from "./orders.ts";
import { type FirstCleared, Portfolio, type Repayment, repay, type Sharing } from "./repayment.ts";

/** Of up to so many debts the cheapest order is proven. */
export const MOST_DEBTS_PROVEN = 8;
/** With more, so many exchanges of two neighbours are tried on the best order found. */
const MOST_EXCHANGES = 24;
/** Of up to so many every order is tried to its end; of more, beginnings are compared. */
const MOST_DEBTS_TO_THE_END = 5;

/** A way of giving out the rest, and what it comes to. */
interface Found {
  readonly sharing: Sharing;
  readonly repayment: Repayment;
}

interface Searched extends Found {
  /** No fixed order of these debts, and none of the rules, costs less. */
  readonly isProven: boolean;
}

export interface CheapestOrder extends Searched {
  /** The debts in that order, by their places in the list; of a rule: as they are cleared. */
  readonly places: readonly number[];
}

/** What each of the orders with a rule comes to, which is where the search begins. */
export function ruledOutcomes(debts: readonly OneDebt[], budget: SharedBudget): readonly Found[] {
  return RULED_ORDERS.map((sharing) => ({ sharing, repayment: repay(debts, budget, sharing) }));
}

/** Null where no order clears the debts. */
export function cheapestOrder(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  ruled: readonly Found[] = ruledOutcomes(debts, budget),
): CheapestOrder | null {
  const best = ruled.reduce(cheaper);
  if (best.repayment.totalCost === null) return null;
  const found = searchFrom(best, debts, budget);
  return { ...found, places: typeof found.sharing === "string" ? asCleared(found.repayment) : found.sharing };
}

/** Of two that cost the same the first. */
export function cheaper<Found extends { readonly repayment: Repayment }>(best: Found, other: Found): Found {
  return costOf(other.repayment) < costOf(best.repayment) ? other : best;
}

function costOf({ totalCost }: Repayment): number {
  return totalCost ?? Number.POSITIVE_INFINITY;
}

/** So many debts whose place is given, which go before all others. */
function givenPlaces(debts: readonly OneDebt[]): number {
  return debts.filter(({ priority }) => typeof priority === "number").length;
}

function searchFrom(start: Found, debts: readonly OneDebt[], budget: SharedBudget): Searched {
  const count = debts.filter(({ priority }) => priority === null).length;
  if (count <= MOST_DEBTS_TO_THE_END) return tryAll(debts, budget, start);
  if (count > MOST_DEBTS_PROVEN) return exchange(debts, budget, start);
  const found = compareBeginnings(debts, budget, start);
  return found.isProven ? found : tryAll(debts, budget, found);
}

/**
 * Whether paying more on this debt on the way never leaves more owed on it later. Where that holds for all debts, two orders
 * that begin with the same debts differ only in when those are cleared and what was spent on them by then: the one that has
 * spent less leaves more, and earlier, for the other debts, and the other one need not be followed.
 */
function isNeverWorseForMorePaid({ loan: { terms, waivers, instalments }, payments, priority }: OneDebt): boolean {
  if (priority === "never") return true;
  const goesByArrears = terms.orderAfter.length > 0 || terms.penalty.length > 1 || terms.accelerateAfter !== null;
  // Where all fell due on one day, arrears end only with the last payment, so what hangs on days overdue is the same.
  const isDueAtOnce = instalments.every(({ due }) => due === instalments[0]?.due);
  const isPlain = terms.surplus !== "none" && waivers.length === 0 && payments.length === 0;
  return isPlain && (isDueAtOnce || !goesByArrears);
}

/** Some of the debts, in the order in which they are paid off before all others. */
interface Beginning {
  readonly places: readonly number[];
  readonly underway: Portfolio;
  /** When these debts, and those whose place the user gave, are cleared. */
  readonly cleared: FirstCleared;
  /** Paid and still owed on all debts by then. */
  readonly paidAndOwed: number;
}

/**
 * Beginnings of an order are made longer by one debt at a time, and of those with the same debts only the best are kept,
 * since all that follows them is the same. That proves nothing where the order decided that some debt did not get an
 * instalment it had to get.
 */
function compareBeginnings(debts: readonly OneDebt[], budget: SharedBudget, start: Found): Searched {
  const places = asCleared(start.repayment);
  const given = givenPlaces(debts);
  const begin = (begun: readonly number[]): Portfolio => {
    const order = [...begun, ...places.filter((place) => !begun.includes(place))];
    return new Portfolio(debts, budget, order, { givesUp: ({ paidAndOwed }) => paidAndOwed >= start.repayment.paid });
  };
  let isProven = debts.every(isNeverWorseForMorePaid);
  let beginnings: readonly Pick<Beginning, "places" | "underway">[] = [{ places: [], underway: begin([]) }];
  for (const _ of places) {
    const longer = beginnings.flatMap(({ places: begun, underway }) =>
      places
        .filter((place) => !begun.includes(place))
        // The run of the shorter beginning already goes on with the first of the other debts.
        .map((next, index) => ({
          places: [...begun, next],
          underway: index === 0 ? underway : begin([...begun, next]),
        })),
    );
    const cleared = longer.flatMap((each) => {
      const first = each.underway.clearFirst(given + each.places.length);
      return first === null ? [] : { ...each, cleared: first, paidAndOwed: each.underway.paidAndOwed };
    });
    isProven &&= longer.every(({ underway }) => !underway.isUnservedInOrder);
    beginnings = bestOfEach(cleared);
  }
  const found = beginnings.map((each): Found => ({ sharing: each.places, repayment: each.underway.repayment() }));
  return { ...found.reduce(cheaper, start), isProven };
}

/** Leaves out a beginning where another one with the same debts is at least as good in everything. */
function bestOfEach(beginnings: readonly Beginning[]): readonly Beginning[] {
  const best = new Map<string, readonly Beginning[]>();
  for (const each of beginnings) {
    const debts = each.places.toSorted((one, other) => one - other).join();
    const others = best.get(debts) ?? [];
    if (others.some((other) => isAsGood(other, each))) continue;
    best.set(debts, [...others.filter((other) => !isAsGood(each, other)), each]);
  }
  return [...best.values()].flat();
}

function isAsGood(one: Beginning, other: Beginning): boolean {
  const isClearedAsSoon = one.cleared.on <= other.cleared.on && one.cleared.spent <= other.cleared.spent;
  return isClearedAsSoon && one.paidAndOwed <= other.paidAndOwed;
}

/** Tries every order, except those that begin like one that was given up. */
function tryAll(debts: readonly OneDebt[], budget: SharedBudget, start: Found): Searched {
  const isWaived = debts.some(({ loan }) => loan.waivers.length > 0);
  const given = givenPlaces(debts);
  let best = start;
  /** The debts without a number that decided that an order was given up; none where it was not. */
  let givenUp: readonly number[] = [];
  for (const sharing of ordersOf(asCleared(start.repayment))) {
    if (givenUp.length > 0 && givenUp.every((place, index) => place === sharing[index])) continue;
    givenUp = [];
    const givesUp = (underway: Portfolio): boolean => {
      if (isWaived || underway.paidAndOwed < best.repayment.paid) return false;
      givenUp = sharing.slice(0, Math.max(1, underway.reached - given));
      return true;
    };
    const repayment = repay(debts, budget, sharing, { givesUp });
    if (givenUp.length === 0) best = cheaper(best, { sharing, repayment });
  }
  return { ...best, isProven: true };
}

/** All orders of some places; those that begin alike follow one another. */
function* ordersOf(places: readonly number[]): Generator<readonly number[]> {
  if (places.length === 0) yield [];
  for (const first of places) {
    for (const rest of ordersOf(places.filter((place) => place !== first))) yield [first, ...rest];
  }
}

/**
 * Begins with the best of the rules and exchanges neighbours. An exchange is kept where less has been spent by the time both
 * are cleared, since all that follows is the same.
 */
function exchange(debts: readonly OneDebt[], budget: SharedBudget, start: Found): Searched {
  const given = givenPlaces(debts);
  let order = asCleared(start.repayment);
  let best = new Portfolio(debts, budget, order);
  for (let index = 0; index + 1 < order.length && index < MOST_EXCHANGES; index += 1) {
    const both = given + index + 2;
    const tried = order.toSpliced(index, 2, order[index + 1] ?? 0, order[index] ?? 0);
    const other = new Portfolio(debts, budget, tried);
    if (spentOn(other.clearFirst(both)) < spentOn(best.clearFirst(both))) [order, best] = [tried, other];
  }
  return { ...cheaper(start, { sharing: order, repayment: best.repayment() }), isProven: false };
}

function spentOn(cleared: FirstCleared | null): number {
  return cleared?.spent ?? Number.POSITIVE_INFINITY;
}

function asCleared({ debts }: Repayment): readonly number[] {
  return debts
    .map(({ clearedOn, debt }, place) => ({ clearedOn, place, priority: debt.priority }))
    .filter(({ priority }) => priority === null)
    .toSorted((one, other) => (one.clearedOn ?? 0) - (other.clearedOn ?? 0))
    .map(({ place }) => place);
}
