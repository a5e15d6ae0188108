/**
 * The waterfall: the balances in the order in which a payment clears them. It is written down from the terms once and
 * holds until something changes that it depends on; paying down an amount only walks along it.
 */

import type { Component } from "../loan/components.ts";
import { type Day, NEVER } from "../loan/day.ts";
import type { Surplus } from "../loan/loan.ts";
import { bringUp, bringUpAll } from "./accrual.ts";
import { type Balance, daysOverdue, endInstalment, type InstalmentState, type LoanState, lower } from "./loan-state.ts";
import { renew, renewForOldest } from "./period.ts";
import { type Place, PRINCIPAL, placeOf } from "./places.ts";
import { dropCarry } from "./posting.ts";
import { ALONE, type OrderPlaces } from "./rules.ts";

/** The order in force on a day: it can switch with the days overdue before that day's payments, and holds for all of them. */
export function orderInForce(state: LoanState, day: Day): OrderPlaces {
  const { order: base, orderAfter } = state.rules;
  if (orderAfter.length === 0) return base;
  if (state.orderOfDay?.day === day) return state.orderOfDay.order;
  const overdue = daysOverdue(state, day);
  let order = base;
  for (const row of orderAfter) if (row.daysOverdue <= overdue) order = row.order;
  state.orderOfDay = { day, order };
  return order;
}

/** Balances that a payment clears one after the other. */
export interface Waterfall {
  readonly balances: readonly Balance[];
  /** Those before it are empty and stay so. */
  start: number;
  readonly order: OrderPlaces;
  /** Of one for what is not yet due: from which end. */
  readonly surplus: Surplus | null;
  /** The last day on which it holds: what is due today is overdue tomorrow. */
  readonly until: Day;
}

/** Takes a payment in, to a component first or by the order alone, and returns what nobody took. */
export function allocate(
  state: LoanState,
  day: Day,
  amount: number,
  purpose: Component | null,
  surplus: Surplus,
): number {
  const { flows, sums } = state;
  const principalBefore = sums[PRINCIPAL].owed;
  const order = orderInForce(state, day);
  let left = amount;
  if (purpose !== null) left = payReaches(state, day, ALONE[placeOf(purpose)], surplus, left);
  left = payReaches(state, day, order, surplus, left);
  if (flows.principalFirstFell === null && sums[PRINCIPAL].owed < principalBefore) flows.principalFirstFell = day;
  if (state.posting.when === "payment") roundOff(state, day);
  return left;
}

/**
 * So much is paid to the first balance of what is due, whatever else the nights bring, and changes nothing that bears a
 * rate: as many payments as are within it do the same as one of their sum on the last of their days.
 */
export function heldBack(state: LoanState): number {
  const { waterfallOfDue: waterfall } = state;
  const balance = waterfall?.balances[waterfall.start];
  if (balance === undefined || waterfall?.until !== NEVER) return 0;
  if (bears(state, balance)) return 0;
  return balance.owed;
}

/** Overdue, it can bear penalty or compound. */
function bears({ rules }: LoanState, { place }: Balance): boolean {
  return place === PRINCIPAL || rules.bearsCompound[place];
}

/** What is overdue, what is due today, and, by the rule of surplus, what is not yet due. Returns what is left. */
function payReaches(state: LoanState, day: Day, order: OrderPlaces, surplus: Surplus, amount: number): number {
  const left = payDown(state, day, waterfallOfDue(state, day, order), amount);
  if (left === 0 || state.currentInstalment === state.instalments.length) return left;
  switch (surplus) {
    case "next":
    case "last":
      bringUpWhatBearsAhead(state, day);
      return payDown(state, day, waterfallAhead(state, order, surplus), left);
    case "spread":
      bringUpWhatBearsAhead(state, day);
      return spread(state, day, order, left);
    case "none":
      return left;
    default:
      return surplus satisfies never;
  }
}

/** Pays an amount down a waterfall and returns what is left. */
function payDown(state: LoanState, day: Day, waterfall: Waterfall, amount: number): number {
  const { balances } = waterfall;
  let left = amount;
  for (let index = waterfall.start; left > 0 && index < balances.length; index += 1) {
    const balance = balances[index];
    if (balance === undefined) break;
    if (balance.instalment.accruedTo < day) bringUp(state, balance.instalment, day);
    if (balance.owed > 0) left -= take(state, day, balance, left);
    if (balance.owed === 0 && !balance.grows && index === waterfall.start) waterfall.start += 1;
  }
  return left;
}

/** Takes up to `budget` for one balance and says how much. */
function take(state: LoanState, day: Day, balance: Balance, budget: number): number {
  const taken = balance.owed < budget ? balance.owed : budget;
  lower(state, balance, taken);
  balance.sums.paid += taken;
  if (balance.owed > 0) return taken;
  const { instalment } = balance;
  if (instalment.owed === 0) endInstalmentOn(state, day, instalment);
  // What bore something and is gone bears nothing any more.
  else if (bears(state, balance) && !balance.grows && !instalment.isAhead) renew(state, instalment, day);
  return taken;
}

export function endIfClear(state: LoanState, day: Day, instalment: InstalmentState): void {
  if (instalment.owed === 0) endInstalmentOn(state, day, instalment);
}

function endInstalmentOn(state: LoanState, day: Day, instalment: InstalmentState): void {
  endInstalment(state, instalment);
  if (instalment.index === state.oldest) findOldest(state, day);
}

/** Passes over what is cleared; another oldest instalment begins a new period where something depends on it. */
export function findOldest(state: LoanState, day: Day): void {
  const { instalments, oldest } = state;
  for (; state.oldest < instalments.length; state.oldest += 1) {
    const instalment = instalments[state.oldest];
    if (instalment === undefined) break;
    bringUp(state, instalment, day);
    if (instalment.owed > 0) break;
  }
  if (state.oldest !== oldest) renewForOldest(state, day);
}

/** What is not yet due bears contract interest, owed with the instalment then running, and may bear penalty. */
function bringUpWhatBearsAhead(state: LoanState, day: Day): void {
  const { instalments, currentInstalment, oldest } = state;
  for (const index of [currentInstalment, oldest]) {
    const instalment = instalments[index];
    if (instalment !== undefined) bringUp(state, instalment, day);
  }
}

function waterfallOfDue(state: LoanState, day: Day, order: OrderPlaces): Waterfall {
  const { purpose } = order;
  const known = purpose === null ? state.waterfallOfDue : state.waterfallsByPurpose.get(purpose);
  if (known?.order === order && day <= known.until) return known;
  const { instalments, oldest, currentInstalment } = state;
  const due = instalments.slice(oldest, currentInstalment);
  // By component, what is overdue goes before what is due today.
  const isOneReach = order.isByInstalment || due[due.length - 1]?.due !== day;
  const balances: Balance[] = [];
  if (isOneReach) append(balances, due, order.due, order.isByInstalment);
  else {
    const overdue = due.filter((instalment) => instalment.due < day);
    append(balances, overdue, order.due, false);
    append(balances, due.slice(overdue.length), order.due, false);
  }
  const waterfall = { balances, start: 0, order, surplus: null, until: isOneReach ? NEVER : day };
  if (purpose === null) state.waterfallOfDue = waterfall;
  else state.waterfallsByPurpose.set(purpose, waterfall);
  return waterfall;
}

function waterfallAhead(state: LoanState, order: OrderPlaces, surplus: "next" | "last"): Waterfall {
  const { purpose } = order;
  const key = `${purpose} ahead`;
  const known = purpose === null ? state.waterfallAhead : state.waterfallsByPurpose.get(key);
  if (known?.order === order && known.surplus === surplus) return known;
  const { instalments, oldest, currentInstalment } = state;
  const ahead = instalments.slice(Math.max(oldest, currentInstalment));
  const current = instalments[currentInstalment];
  // The one that is running may have nothing owed but what it bears for the others.
  if (oldest > currentInstalment && current !== undefined) ahead.unshift(current);
  const balances: Balance[] = [];
  append(balances, surplus === "last" ? ahead.toReversed() : ahead, order.inAdvance, order.isByInstalment);
  const waterfall = { balances, start: 0, order, surplus, until: NEVER };
  if (purpose === null) state.waterfallAhead = waterfall;
  else state.waterfallsByPurpose.set(key, waterfall);
  return waterfall;
}

function append(
  to: Balance[],
  instalments: readonly InstalmentState[],
  order: readonly Place[],
  isByInstalment: boolean,
): void {
  if (isByInstalment) for (const { balances } of instalments) for (const place of order) add(to, balances[place]);
  else for (const place of order) for (const { balances } of instalments) add(to, balances[place]);
}

function add(to: Balance[], balance: Balance): void {
  if (balance.owed > 0 || balance.grows) to.push(balance);
}

/** Evenly over the instalments not yet due with anything owed; the odd fen to the last, what one cannot take again to the others. */
function spread(state: LoanState, day: Day, { inAdvance }: OrderPlaces, amount: number): number {
  const ahead = state.instalments.slice(state.currentInstalment);
  let left = amount;
  while (left > 0) {
    const open = ahead.filter(({ balances }) => inAdvance.some((place) => balances[place].owed > 0));
    if (open.length === 0) return left;
    const share = Math.floor(left / open.length);
    let odd = left - share * open.length;
    for (const { balances } of open.toReversed()) {
      let budget = share + odd;
      odd = 0;
      for (const place of inAdvance) {
        if (budget === 0 || balances[place].owed === 0) continue;
        const taken = take(state, day, balances[place], budget);
        budget -= taken;
        left -= taken;
      }
    }
  }
  return left;
}

/** Rounding `payment`: nothing is carried over a payment or a due date. */
export function roundOff(state: LoanState, day: Day): void {
  const { instalments, currentInstalment, oldest } = state;
  bringUpAll(state, day);
  for (let index = Math.min(oldest, currentInstalment); index <= currentInstalment; index += 1) {
    const instalment = instalments[index];
    if (instalment !== undefined) for (const balance of instalment.balances) dropCarry(balance);
  }
}

/** What of the loan has fallen due by a day, before that day's payments. */
export function fallenDue(state: LoanState, day: Day): number {
  let total = 0;
  for (let index = state.oldest; index < state.currentInstalment; index += 1) {
    const instalment = state.instalments[index];
    if (instalment === undefined) break;
    bringUp(state, instalment, day);
    total += instalment.owed;
  }
  return total;
}
