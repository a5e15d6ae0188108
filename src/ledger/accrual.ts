/** Accrual: what the nights between two closes add to interest, penalty and compound. */

import type { Day } from "../loan/day.ts";
import { postDaily, postExactly } from "./exact-accounts.ts";
import {
  COMPOUND,
  findRunning,
  INTEREST,
  type LoanState,
  owe,
  owedOn,
  PENALTY,
  PRINCIPAL,
  WIDTH,
} from "./loan-state.ts";
import type { ScaledRate } from "./rates-in-force.ts";

/**
 * Accrues the nights from the close of `from` to `to` on the balances at the close of `from`.
 * The caller stops wherever a rate, a due date, a grace or a tier changes, so that one rate holds for all these nights.
 */
export function accrue(state: LoanState, from: Day, to: Day): void {
  const { terms, owed, due } = state;
  const nights = to - from;
  const rates = state.rates.at((from + 1) as Day);
  findRunning(state, from);
  const running = state.running;
  const oldestOverdue = state.oldest < running ? state.oldest : -1;

  const interestBase = interestBearing(state, running);
  if (oldestOverdue >= 0) {
    const penaltyRate = penaltyInForce(state, from, oldestOverdue);
    const notYetDue = terms.penaltyBase === "outstanding-principal" ? principalNotYetDue(state, running) : 0;
    for (let instalment = oldestOverdue; instalment < running; instalment += 1) {
      const slot = instalment * WIDTH;
      const graceEnd = (due[instalment] as number) + terms.grace.days;
      const inGrace = terms.grace.days > 0 && from < graceEnd;
      if (inGrace && terms.grace.kind === "skip") continue;
      if (owedOn(state, instalment) === 0) continue;

      const isOldest = instalment === oldestOverdue;
      const ownPrincipal = owed[slot + PRINCIPAL] as number;
      const penaltyBase =
        terms.penaltyBase === "borrowed" ? (isOldest ? state.borrowed : 0) : ownPrincipal + (isOldest ? notYetDue : 0);
      const compoundBase = compoundBearing(state, instalment);
      bear(state, instalment, PENALTY, penaltyBase, nights, penaltyRate, inGrace);
      bear(state, instalment, COMPOUND, compoundBase, nights, penaltyRate, inGrace);
      if (!inGrace && state.pending !== null) postPending(state, instalment);
    }
  }
  if (interestBase > 0) bear(state, running, INTEREST, interestBase, nights, rates.contract, false);
}

function bear(
  state: LoanState,
  instalment: number,
  component: number,
  base: number,
  nights: number,
  rate: ScaledRate,
  isPending: boolean,
): void {
  if (base === 0) return;
  const slot = instalment * WIDTH + component;
  const posted =
    state.terms.rounding.when === "posting"
      ? postExactly(state.accounts, slot, base, nights, rate)
      : postDaily(state.accounts, base, nights, rate);
  if (isPending && state.pending !== null) state.pending[slot] = (state.pending[slot] as number) + posted;
  else post(state, instalment, component, posted);
}

function post(state: LoanState, instalment: number, component: number, amount: number): void {
  owe(state, instalment, component, amount);
  state.flows.accrued[component] = (state.flows.accrued[component] as number) + amount;
}

/** The grace passed and the instalment is still unpaid: what was counted meanwhile is owed from its due date. */
function postPending(state: LoanState, instalment: number): void {
  const pending = state.pending as Float64Array;
  for (const component of [PENALTY, COMPOUND]) {
    const slot = instalment * WIDTH + component;
    const amount = pending[slot] as number;
    if (amount === 0) continue;
    pending[slot] = 0;
    post(state, instalment, component, amount);
  }
}

function principalNotYetDue(state: LoanState, running: number): number {
  let overdue = 0;
  for (let instalment = state.oldest; instalment < running; instalment += 1) {
    overdue += state.owed[instalment * WIDTH + PRINCIPAL] as number;
  }
  return (state.totals[PRINCIPAL] as number) - overdue;
}

/** Principal not yet due, and with it the unpaid charges that an agreement made part of its capital. */
function interestBearing(state: LoanState, running: number): number {
  if (running >= state.count) return 0;
  const { capitalisedCharges } = state;
  let base = principalNotYetDue(state, running);
  if (capitalisedCharges === null) return base;
  for (let slot = running * WIDTH; slot < capitalisedCharges.length; slot += 1)
    base += capitalisedCharges[slot] as number;
  return base;
}

function compoundBearing(state: LoanState, instalment: number): number {
  const { owed, pending, terms } = state;
  const slot = instalment * WIDTH;
  const interest = owed[slot + INTEREST] as number;
  switch (terms.compound) {
    case "none":
      return 0;
    case "interest":
      return interest;
    case "all": {
      const waiting = pending === null ? 0 : (pending[slot + PENALTY] as number) + (pending[slot + COMPOUND] as number);
      return interest + (owed[slot + PENALTY] as number) + (owed[slot + COMPOUND] as number) + waiting;
    }
    default:
      return terms.compound satisfies never;
  }
}

/** The penalty rate of the night after `from`. */
export function penaltyInForce(state: LoanState, from: Day, oldestOverdue: number): ScaledRate {
  const found = state.rates.at((from + 1) as Day).penalty[tierInForce(state, from, oldestOverdue)];
  if (found === undefined) throw new Error("a loan has at least one penalty rate");
  return found;
}

/** The row of the penalty list for the night after `from`, by the days overdue of the oldest unpaid instalment. */
function tierInForce(state: LoanState, from: Day, oldestOverdue: number): number {
  const tiers = state.terms.penalty;
  if (tiers.length === 1) return 0;
  const dayNumber = from + 1 - (state.due[oldestOverdue] as number);
  let found = 0;
  for (let tier = 1; tier < tiers.length; tier += 1) {
    if ((tiers[tier]?.fromDaysOverdue ?? Number.POSITIVE_INFINITY) <= dayNumber) found = tier;
  }
  return found;
}

/** True where what bears a rate changes from night to night, so that nights must be taken one by one. */
export function growsNightly({ terms, oldest, count, due }: LoanState, day: Day): boolean {
  return terms.compound === "all" && oldest < count && (due[oldest] as number) <= day;
}

/** The next day after `day` at whose close something about accrual changes: the nights up to it are all alike. */
export function nextAccrualChange(state: LoanState, day: Day): number {
  const { terms, due } = state;
  let next: number = state.rates.at((day + 1) as Day).until;
  // What is due and paid changes nothing any more.
  for (let instalment = Math.min(state.oldest, state.running); instalment < state.count; instalment += 1) {
    const own = due[instalment] as number;
    if (own > day && own < next) next = own;
    if (own > day) break;
    const graceEnd = own + terms.grace.days;
    if (graceEnd > day && graceEnd < next) next = graceEnd;
  }
  if (state.oldest < state.count) {
    for (const { fromDaysOverdue } of terms.penalty) {
      const lastNight = (due[state.oldest] as number) + fromDaysOverdue - 1;
      if (lastNight > day && lastNight < next) next = lastNight;
    }
  }
  return next;
}
