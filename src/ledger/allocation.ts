/** Allocation (冲抵): splitting one payment over components and instalments, in the order of the terms. */

import type { Day } from "../loan/day.ts";
import type { Component, Surplus } from "../loan/loan.ts";
import { type CompiledOrder, placesOf } from "./compiled-orders.ts";
import {
  daysOverdue,
  findOldest,
  type LoanState,
  lessenCapitalisedCharges,
  owedOn,
  PRINCIPAL,
  settleIfClear,
  WIDTH,
} from "./loan-state.ts";

/** The order in force on a day: it can switch with the days overdue before that day's payments, and holds for all of them. */
export function orderInForce(state: LoanState, day: Day): CompiledOrder {
  const { base, after } = state.orders;
  if (after.length === 0) return base;
  if (state.orderOfDay?.day === day) return state.orderOfDay.order;
  const overdue = daysOverdue(state, day);
  let order = base;
  for (const row of after) if (row.daysOverdue <= overdue) order = row.order;
  state.orderOfDay = { day, order };
  return order;
}

export interface Incoming {
  readonly amount: number;
  /** This component first, through every reach; null: the order alone. */
  readonly for: Component | null;
  readonly surplus: Surplus;
}

/** Takes a payment in; what nobody takes is unapplied. What was taken and what is left add up to the payment. */
export function allocate(state: LoanState, day: Day, incoming: Incoming, order: CompiledOrder): void {
  const { flows, totals } = state;
  const owedBefore = totalOf(totals);
  const principalBefore = totals[PRINCIPAL] as number;
  let left = incoming.amount;
  if (incoming.for !== null) {
    const only = placesOf([incoming.for]);
    left = allocateBy(state, day, left, incoming.surplus, { due: only, inAdvance: only, isByInstalment: true });
  }
  left = allocateBy(state, day, left, incoming.surplus, order);
  findOldest(state);
  if (owedBefore - totalOf(totals) + left !== incoming.amount) throw new Error("an allocation lost money");
  flows.unapplied += left;
  if (flows.principalFirstFell === null && (totals[PRINCIPAL] as number) < principalBefore)
    flows.principalFirstFell = day;
}

/** The three reaches: overdue, due today, and, by the surplus rule, not yet due. Returns what is left. */
function allocateBy(state: LoanState, day: Day, amount: number, surplus: Surplus, order: CompiledOrder): number {
  const { due, count } = state;
  let dueToday = state.oldest;
  while (dueToday < count && (due[dueToday] as number) < day) dueToday += 1;
  let notYetDue = dueToday;
  while (notYetDue < count && (due[notYetDue] as number) === day) notYetDue += 1;

  let left = reach(state, state.oldest, dueToday, 1, order.due, order.isByInstalment, amount);
  if (left > 0 && notYetDue > dueToday) {
    left = reach(state, dueToday, notYetDue, 1, order.due, order.isByInstalment, left);
  }
  if (left === 0 || notYetDue === count) return left;
  switch (surplus) {
    case "next":
      return reach(state, notYetDue, count, 1, order.inAdvance, order.isByInstalment, left);
    case "last":
      return reach(state, count - 1, notYetDue - 1, -1, order.inAdvance, order.isByInstalment, left);
    case "spread":
      return spread(state, notYetDue, order.inAdvance, left);
    case "none":
      return left;
    default:
      return surplus satisfies never;
  }
}

function reach(
  state: LoanState,
  from: number,
  end: number,
  step: 1 | -1,
  order: readonly number[],
  isByInstalment: boolean,
  amount: number,
): number {
  let left = amount;
  if (isByInstalment) {
    for (let instalment = from; instalment !== end && left > 0; instalment += step) {
      for (let place = 0; place < order.length && left > 0; place += 1) {
        left -= take(state, instalment, order[place] as number, left);
      }
    }
    return left;
  }
  for (let place = 0; place < order.length; place += 1) {
    for (let instalment = from; instalment !== end && left > 0; instalment += step) {
      left -= take(state, instalment, order[place] as number, left);
    }
  }
  return left;
}

/** Evenly over the instalments not yet due with anything owed; the odd fen to the last, what one cannot take again to the others. */
function spread(state: LoanState, notYetDue: number, order: readonly number[], amount: number): number {
  let left = amount;
  while (left > 0) {
    const open: number[] = [];
    for (let instalment = notYetDue; instalment < state.count; instalment += 1) {
      if (order.some((component) => (state.owed[instalment * WIDTH + component] as number) > 0)) open.push(instalment);
    }
    if (open.length === 0) return left;
    const share = Math.floor(left / open.length);
    let odd = left - share * open.length;
    for (let index = open.length - 1; index >= 0; index -= 1) {
      let budget = share + odd;
      odd = 0;
      for (const component of order) {
        const taken = take(state, open[index] as number, component, budget);
        budget -= taken;
        left -= taken;
      }
    }
  }
  return left;
}

/** Takes up to `budget` for one balance and says how much; only what a payment clears ends its exact remainders. */
function take(state: LoanState, instalment: number, component: number, budget: number): number {
  const { owed, totals } = state;
  const { paid } = state.flows;
  const slot = instalment * WIDTH + component;
  const balance = owed[slot] as number;
  if (balance === 0 || budget === 0) return 0;
  const taken = balance < budget ? balance : budget;
  owed[slot] = balance - taken;
  totals[component] = (totals[component] as number) - taken;
  paid[component] = (paid[component] as number) + taken;
  lessenCapitalisedCharges(state, slot, taken);
  if (taken === balance && owedOn(state, instalment) === 0) settleIfClear(state, instalment);
  return taken;
}

function totalOf(amounts: Float64Array): number {
  return (
    (amounts[0] as number) +
    (amounts[1] as number) +
    (amounts[2] as number) +
    (amounts[3] as number) +
    (amounts[4] as number)
  );
}

/** What of the loan has fallen due by a day, before that day's payments. */
export function fallenDue(state: LoanState, day: Day): number {
  let total = 0;
  for (let instalment = state.oldest; instalment < state.count; instalment += 1) {
    if ((state.due[instalment] as number) > day) break;
    total += owedOn(state, instalment);
  }
  return total;
}
