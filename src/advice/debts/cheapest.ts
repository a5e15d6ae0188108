/** The order that costs least: every one tried where the debts are few, a search from the best of the rules where they are many. */

import type { OneDebt, SharedBudget } from "./debt.ts";
import { RULED_ORDERS } from "./orders.ts";
import { type Repayment, repay, type Sharing } from "./repayment.ts";

/** Up to so many debts every order is tried. */
export const MOST_DEBTS_PROVEN = 8;
/** With more, so many exchanges of two neighbours are tried on the best order found. */
const MOST_EXCHANGES = 24;

export interface CheapestOrder {
  readonly sharing: Sharing;
  /** The debts in that order, by their places in the list; of a rule: as they are cleared. */
  readonly places: readonly number[];
  /** No fixed order of these debts, and none of the rules, costs less. */
  readonly isProven: boolean;
}

/** Null where no order clears the debts. */
export function cheapestOrder(debts: readonly OneDebt[], budget: SharedBudget): CheapestOrder | null {
  const free = debts.flatMap(({ priority }, place) => (priority === null ? [place] : []));
  let best: { sharing: Sharing; repayment: Repayment } | null = null;
  for (const sharing of RULED_ORDERS) {
    const repayment = repay(debts, budget, sharing);
    if (costOf(repayment) < costOf(best?.repayment)) best = { sharing, repayment };
  }
  if (best === null) return null;
  const found = free.length <= MOST_DEBTS_PROVEN ? tryAll(debts, budget, free, best) : exchange(debts, budget, best);
  return {
    sharing: found.sharing,
    places: typeof found.sharing === "string" ? asCleared(found.repayment) : found.sharing,
    isProven: free.length <= MOST_DEBTS_PROVEN,
  };
}

type Found = { readonly sharing: Sharing; readonly repayment: Repayment };

function costOf(repayment: Repayment | undefined): number {
  return repayment?.totalCost ?? Number.POSITIVE_INFINITY;
}

/** In the order of the places; one that is given up is so for all that begin alike. */
function tryAll(debts: readonly OneDebt[], budget: SharedBudget, free: readonly number[], start: Found): Found {
  let best = start;
  let order: readonly number[] | null = free;
  while (order !== null) {
    const repayment = repay(debts, budget, order, { giveUpAt: best.repayment.paid });
    if (repayment.givenUpAfter === null && costOf(repayment) < costOf(best.repayment)) {
      best = { sharing: order, repayment };
    }
    order = nextOrder(order, repayment.givenUpAfter ?? order.length);
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

/** From the best of the rules: neighbours change places, and stay so where it costs less. */
function exchange(debts: readonly OneDebt[], budget: SharedBudget, start: Found): Found {
  let best = start;
  let order = asCleared(start.repayment);
  for (let index = 0; index + 1 < order.length && index < MOST_EXCHANGES; index += 1) {
    const tried = order.toSpliced(index, 2, order[index + 1] ?? 0, order[index] ?? 0);
    const repayment = repay(debts, budget, tried, { giveUpAt: best.repayment.paid });
    if (repayment.givenUpAfter !== null || costOf(repayment) >= costOf(best.repayment)) continue;
    best = { sharing: tried, repayment };
    order = tried;
  }
  return best;
}

function asCleared({ debts }: Repayment): readonly number[] {
  return debts
    .map(({ clearedOn, debt }, place) => ({ clearedOn, place, priority: debt.priority }))
    .filter(({ priority }) => priority === null)
    .toSorted((one, other) => (one.clearedOn ?? 0) - (other.clearedOn ?? 0))
    .map(({ place }) => place);
}
