/** The order that costs least: every one tried where the debts are few, a search from the best of the rules where they are many. */

import type { OneDebt, SharedBudget } from "./debt.ts";
import { RULED_ORDERS } from "./orders.ts";
import { type Repayment, repay, type Sharing, type Standing, startInOrder } from "./repayment.ts";

/** Up to so many debts every order is tried. */
export const MOST_DEBTS_PROVEN = 8;
/** With more, so many exchanges of two neighbours are tried on the best order found. */
const MOST_EXCHANGES = 24;
/** Up to so many every order is tried to its end; with more, one that begins dearer than another with the same debts is not. */
const MOST_DEBTS_TO_THE_END = 5;

/** A way of giving out the rest, and what it comes to. */
interface Found {
  readonly sharing: Sharing;
  readonly repayment: Repayment;
}

export interface CheapestOrder extends Found {
  /** The debts in that order, by their places in the list; of a rule: as they are cleared. */
  readonly places: readonly number[];
  /** No fixed order of these debts, and none of the rules, costs less. */
  readonly isProven: boolean;
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
  let best: Found | null = null;
  for (const each of ruled) if (costOf(each.repayment) < costOf(best?.repayment)) best = each;
  if (best === null) return null;
  const isProven = freePlaces(debts).length <= MOST_DEBTS_PROVEN;
  const found = isProven ? cheapestOfAll(debts, budget, best) : exchange(debts, budget, best);
  return {
    ...found,
    places: typeof found.sharing === "string" ? asCleared(found.repayment) : found.sharing,
    isProven,
  };
}

function costOf(repayment: Repayment | undefined): number {
  return repayment?.totalCost ?? Number.POSITIVE_INFINITY;
}

/** The places of the debts whose order is not given. */
function freePlaces(debts: readonly OneDebt[]): readonly number[] {
  return debts.flatMap(({ priority }, place) => (priority === null ? [place] : []));
}

/** So many debts whose place is given, which go before all others. */
function givenPlaces(debts: readonly OneDebt[]): number {
  return debts.filter(({ priority }) => typeof priority === "number").length;
}

function cheapestOfAll(debts: readonly OneDebt[], budget: SharedBudget, start: Found): Found {
  const canCompare = freePlaces(debts).length > MOST_DEBTS_TO_THE_END && debts.every(isNeverWorseForEarlierPayments);
  return (canCompare ? tryAll(debts, budget, start, true) : null) ?? tryAll(debts, budget, start, false) ?? start;
}

/**
 * Paying more or earlier never leaves more owed on it later. Two orders that begin with the same debts then differ in
 * nothing but when those are cleared, and the one that has spent less on them leaves more, and earlier, for the others.
 */
function isNeverWorseForEarlierPayments({ loan: { terms, waivers }, payments }: OneDebt): boolean {
  const isPlain = terms.orderAfter.length === 0 && terms.penalty.length === 1 && terms.surplus !== "none";
  return isPlain && waivers.length === 0 && payments.length === 0;
}

/**
 * Every order, but those that begin like one that was given up. Null where beginnings were to be compared and cannot:
 * a debt that does not get what it must is another than it would be.
 */
function tryAll(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  start: Found,
  comparesBeginnings: boolean,
): Found | null {
  const places = asCleared(start.repayment);
  const isWaived = debts.some(({ loan }) => loan.waivers.length > 0);
  const given = givenPlaces(debts);
  /** By the debts that are cleared: the order in which they are with the least spent on them. */
  const leastSpent = new Map<string, { readonly beginning: string; readonly spent: number }>();
  let best = start;
  let isUnserved = false;
  let order: readonly number[] | null = places.map((_place, index) => index);
  while (order !== null) {
    const sharing = order.map((index) => places[index] ?? 0);
    /** So many of the free debts, from the first, decide that it is not worth going on. */
    let deciding = order.length;
    const givesUp = (standing: Standing): boolean => {
      isUnserved ||= standing.isUnserved;
      if (!isWaived && standing.atLeast() >= best.repayment.paid) {
        deciding = standing.reached - given;
        return true;
      }
      const first = firstCleared(standing);
      if (!comparesBeginnings || standing.debts.slice(first.length).some(({ isOver }) => isOver)) return false;
      deciding = first.length - given;
      const beginning = sharing.slice(0, Math.max(0, deciding)).join();
      const spent = spentOn(first);
      const cleared = first
        .map(({ place }) => place)
        .toSorted((one, other) => one - other)
        .join();
      const least = leastSpent.get(cleared);
      if (least !== undefined && least.spent <= spent) return least.beginning !== beginning;
      leastSpent.set(cleared, { beginning, spent });
      return false;
    };
    const repayment = repay(debts, budget, sharing, { givesUp });
    if (comparesBeginnings && isUnserved) return null;
    if (!repayment.isGivenUp && costOf(repayment) < costOf(best.repayment)) best = { sharing, repayment };
    order = nextOrder(order, repayment.isGivenUp ? deciding : order.length);
  }
  return best;
}

/** The next order, by rising places, that differs within the first `length`; null after the last. */
export function nextOrder(order: readonly number[], length: number): readonly number[] | null {
  const next = [...order];
  // Whatever follows the first `length` is turned to its last arrangement, so that the next one changes those.
  const kept = Math.max(1, Math.min(length, order.length));
  const head = next.slice(0, kept);
  const tail = next.slice(kept).toSorted((one, other) => other - one);
  next.splice(0, next.length, ...head, ...tail);
  let pivot = next.length - 2;
  while (pivot >= 0 && (next[pivot] ?? 0) >= (next[pivot + 1] ?? 0)) pivot -= 1;
  const at = next[pivot];
  if (at === undefined) return null;
  const rest = next.slice(pivot + 1).toSorted((one, other) => one - other);
  const larger = rest.findIndex((place) => place > at);
  const chosen = rest[larger];
  if (chosen === undefined) return null;
  rest.splice(larger, 1, at);
  return [...next.slice(0, pivot), chosen, ...rest.toSorted((one, other) => one - other)];
}

/**
 * From the best of the rules: neighbours change places, and stay so where less has been spent when both are cleared, as all
 * that follows is the same.
 */
function exchange(debts: readonly OneDebt[], budget: SharedBudget, start: Found): Found {
  const given = givenPlaces(debts);
  let order = asCleared(start.repayment);
  let best = startInOrder(debts, budget, order);
  for (let index = 0; index + 1 < order.length && index < MOST_EXCHANGES; index += 1) {
    const both = given + index + 2;
    const tried = order.toSpliced(index, 2, order[index + 1] ?? 0, order[index] ?? 0);
    const other = startInOrder(debts, budget, tried);
    if (other.spentOnFirst(both) < best.spentOnFirst(both)) [order, best] = [tried, other];
  }
  const found = { sharing: order, repayment: best.repayment() };
  return costOf(found.repayment) < costOf(start.repayment) ? found : start;
}

/** The cleared ones before the first that is not. */
function firstCleared({ debts }: Standing): Standing["debts"] {
  const open = debts.findIndex(({ isOver }) => !isOver);
  return open === -1 ? debts : debts.slice(0, open);
}

function spentOn(debts: Standing["debts"]): number {
  return debts.reduce((total, { paidSoFar }) => total + paidSoFar, 0);
}

function asCleared({ debts }: Repayment): readonly number[] {
  return debts
    .map(({ clearedOn, debt }, place) => ({ clearedOn, place, priority: debt.priority }))
    .filter(({ priority }) => priority === null)
    .toSorted((one, other) => (one.clearedOn ?? 0) - (other.clearedOn ?? 0))
    .map(({ place }) => place);
}
