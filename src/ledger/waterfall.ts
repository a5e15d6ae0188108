/**
 * The waterfall: the balances in the order in which a payment clears them. It holds until something changes that it depends
 * on, and is found as far as payments go; paying down an amount only walks along it.
 */

import type { Component } from "../loan/components.ts";
import { type Day, NEVER } from "../loan/day.ts";
import type { Surplus } from "../loan/terms.ts";
import { bringUp, bringUpAll } from "./accrual.ts";
import { endBalance, endInstalment, lower, stopAccruals } from "./balances.ts";
import { type Balance, daysOverdue, type InstalmentState, type LoanState, owedOf } from "./loan-state.ts";
import { renew, renewForOldest } from "./period.ts";
import { type Place, PRINCIPAL, placeOf } from "./places.ts";
import { dropCarry } from "./posting.ts";
import { ALONE, type OrderPlaces } from "./rules.ts";

/** The order in force on a day: it can switch with the days overdue before that day's payments, and holds for all of them. */
function orderInForce(state: LoanState, day: Day): OrderPlaces {
  const { order: base, orderAfter } = state.rules;
  if (orderAfter.length === 0) return base;
  if (state.orderOfDay?.day === day) return state.orderOfDay.order;
  const overdue = daysOverdue(state, day);
  let order = base;
  for (const row of orderAfter) if (row.daysOverdue <= overdue) order = row.order;
  state.orderOfDay = { day, order };
  return order;
}

/** Instalments that a payment reaches together: from one place in a list to before another. */
interface Reach {
  readonly instalments: readonly InstalmentState[];
  readonly from: number;
  readonly to: number;
}

/**
 * Balances that a payment clears one after the other. A payment seldom goes far, so that they are looked for as far as one
 * does: of many that are due, the first.
 */
export class Waterfall {
  readonly order: OrderPlaces;
  /** Of one for what is not yet due: from which end. */
  readonly surplus: Surplus | null;
  /** The last day on which it holds: what is due today is overdue tomorrow. */
  readonly until: Day;
  /** Those before it are empty and stay so. */
  start = 0;
  readonly #found: Balance[] = [];
  readonly #places: readonly Place[];
  readonly #reaches: readonly Reach[];
  #reach = 0;
  #position = 0;

  constructor(
    reaches: readonly Reach[],
    places: readonly Place[],
    order: OrderPlaces,
    { surplus = null, until = NEVER }: { readonly surplus?: Surplus | null; readonly until?: Day },
  ) {
    this.#reaches = reaches;
    this.#places = places;
    this.order = order;
    this.surplus = surplus;
    this.until = until;
  }

  /** The balance at a place in the order, or null behind the last. */
  at(index: number): Balance | null {
    return this.#found[index] ?? this.#next();
  }

  /** The next one that has something owed, or may have. */
  #next(): Balance | null {
    const { isByInstalment } = this.order;
    const places = this.#places;
    for (; this.#reach < this.#reaches.length; this.#reach += 1) {
      const reach = this.#reaches[this.#reach];
      if (reach === undefined) break;
      const { instalments, from, to } = reach;
      const each = isByInstalment ? places.length : to - from;
      while (this.#position < (to - from) * places.length) {
        const inner = this.#position % each;
        const outer = (this.#position - inner) / each;
        this.#position += 1;
        const instalment = instalments[from + (isByInstalment ? outer : inner)];
        const place = places[isByInstalment ? inner : outer];
        if (instalment === undefined || place === undefined) break;
        const balance = instalment.balances[place];
        if (balance === null || (balance.owed === 0 && !balance.grows)) continue;
        this.#found.push(balance);
        return balance;
      }
      this.#position = 0;
    }
    return null;
  }
}

/** Allocates a payment, to a named component first or by the order alone, and returns what is left unapplied. */
export function allocate(
  state: LoanState,
  day: Day,
  amount: number,
  purpose: Component | null,
  surplus: Surplus,
): number {
  const order = orderInForce(state, day);
  let left = amount;
  if (purpose !== null) left = payReaches(state, day, ALONE[placeOf(purpose)], surplus, left);
  left = payReaches(state, day, order, surplus, left);
  if (state.posting.when === "payment") roundOff(state, day);
  return left;
}

/** Pays all that has fallen due, for which the order makes no difference, and returns how much that was. */
export function clearDue(state: LoanState, day: Day): number {
  const { instalments, currentInstalment } = state;
  // The other payments of the day have the order of this one.
  orderInForce(state, day);
  let taken = 0;
  for (let index = state.oldest; index < currentInstalment; index += 1) {
    const instalment = instalments[index];
    if (instalment === undefined) break;
    bringUp(state, instalment, day);
    if (instalment.owed > 0) taken += payInFull(state, day, instalment);
  }
  if (taken === 0) return 0;
  findOldest(state, day);
  if (state.posting.when === "payment") roundOff(state, day);
  return taken;
}

/** Pays all that is owed on an instalment that is due, and returns how much that was. */
function payInFull(state: LoanState, day: Day, instalment: InstalmentState): number {
  const { owed } = instalment;
  for (const balance of instalment.balances) {
    if (balance === null) continue;
    if (balance.owed > 0) payOff(state, day, balance, balance.owed);
    endBalance(balance);
  }
  stopAccruals(instalment);
  state.hasChanged = true;
  return owed;
}

/**
 * So much is paid to the first balance of what is due, whatever else the nights bring, and changes nothing that bears a
 * rate: as many payments as are within it do the same as one of their sum on the last of their days.
 */
export function heldBack(state: LoanState): number {
  const { waterfallOfDue: waterfall } = state;
  if (waterfall?.until !== NEVER) return 0;
  const balance = waterfall.at(waterfall.start);
  if (balance === null) return 0;
  if (bears(state, balance)) return 0;
  return balance.owed;
}

/** Whether a balance can bear penalty or compound when it is overdue. */
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
  let left = amount;
  for (let index = waterfall.start; left > 0; index += 1) {
    const balance = waterfall.at(index);
    if (balance === null) break;
    if (balance.instalment.accruedTo < day) bringUp(state, balance.instalment, day);
    if (balance.owed > 0) left -= take(state, day, balance, left);
    if (balance.owed === 0 && !balance.grows && index === waterfall.start) waterfall.start += 1;
  }
  return left;
}

/** Pays up to `budget` off one balance, and returns how much that was. */
function take(state: LoanState, day: Day, balance: Balance, budget: number): number {
  const taken = balance.owed < budget ? balance.owed : budget;
  payOff(state, day, balance, taken);
  if (balance.owed > 0) return taken;
  const { instalment } = balance;
  if (instalment.owed === 0) endInstalmentOn(state, day, instalment);
  // What bore something and is gone bears nothing any more.
  else if (!balance.grows && bears(state, balance) && !instalment.isAhead) renew(state, instalment, day);
  return taken;
}

/** Books what is paid off a balance; for principal, also the first day on which any is. */
export function payOff(state: LoanState, day: Day, balance: Balance, amount: number): void {
  lower(state, balance, amount);
  balance.sums.paid += amount;
  if (balance.place === PRINCIPAL && state.flows.principalFirstFell === null) state.flows.principalFirstFell = day;
}

export function endInstalmentOn(state: LoanState, day: Day, instalment: InstalmentState): void {
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

/** Before principal that is not yet due changes: it bears interest owed with the current instalment, and may bear penalty. */
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
  // By component, what is overdue goes before what is due today.
  let dueToday = currentInstalment;
  if (!order.isByInstalment) while (dueToday > oldest && instalments[dueToday - 1]?.due === day) dueToday -= 1;
  const reaches = [
    { instalments, from: oldest, to: dueToday },
    { instalments, from: dueToday, to: currentInstalment },
  ];
  const waterfall = new Waterfall(reaches, order.due, order, { until: dueToday === currentInstalment ? NEVER : day });
  if (purpose === null) state.waterfallOfDue = waterfall;
  else state.waterfallsByPurpose = new Map([...state.waterfallsByPurpose, [purpose, waterfall]]);
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
  // The current instalment may owe nothing but interest on the principal of the others.
  if (oldest > currentInstalment && current !== undefined) ahead.unshift(current);
  if (surplus === "last") ahead.reverse();
  const reach = { instalments: ahead, from: 0, to: ahead.length };
  const waterfall = new Waterfall([reach], order.inAdvance, order, { surplus });
  if (purpose === null) state.waterfallAhead = waterfall;
  else state.waterfallsByPurpose = new Map([...state.waterfallsByPurpose, [key, waterfall]]);
  return waterfall;
}

/**
 * Divides an amount evenly over the instalments not yet due on which something is owed, the odd fen to the last. What one
 * cannot take is divided over the others again.
 */
function spread(state: LoanState, day: Day, { inAdvance }: OrderPlaces, amount: number): number {
  const ahead = state.instalments.slice(state.currentInstalment);
  let left = amount;
  while (left > 0) {
    const open = ahead.filter((instalment) => inAdvance.some((place) => owedOf(instalment, place) > 0));
    if (open.length === 0) return left;
    const share = Math.floor(left / open.length);
    let odd = left - share * open.length;
    for (const { balances } of open.toReversed()) {
      let budget = share + odd;
      odd = 0;
      for (const place of inAdvance) {
        const balance = balances[place];
        if (budget === 0 || balance === null || balance.owed === 0) continue;
        const taken = take(state, day, balance, budget);
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
  const last = Math.max(currentInstalment, state.furthestCarry);
  for (let index = Math.min(oldest, currentInstalment); index <= last; index += 1) {
    const instalment = instalments[index];
    if (instalment === undefined) continue;
    for (const balance of instalment.balances) if (balance !== null) dropCarry(balance);
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
