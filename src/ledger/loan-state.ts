/** What is owed on a day: the state that the engine carries from close to close. */

import type { Day } from "../loan/day.ts";
import { type ByComponent, COMPONENTS, type Component, type Terms } from "../loan/loan.ts";
import { AmountLimitReached, BALANCE_LIMIT, type Fen, fen } from "../loan/money.ts";
import { type CompiledOrder, type CompiledOrders, compileOrders } from "./compiled-orders.ts";
import { cloneAccounts, dropRemainder, type ExactAccounts, makeAccounts } from "./exact-accounts.ts";
import type { AccrualWindow, RateTable } from "./rates-in-force.ts";

/** Places of the components in the arrays below, in the order of `COMPONENTS`. */
export const FEE = 0;
export const PENALTY = 1;
export const COMPOUND = 2;
export const INTEREST = 3;
export const PRINCIPAL = 4;
export const WIDTH = COMPONENTS.length;

export function indexOf(component: Component): number {
  return COMPONENTS.indexOf(component);
}

/** A balance passed the engine's limit: the run cannot go on exactly. */
export class BalanceLimitReached extends AmountLimitReached {}

/** Sums since the loan's `asOf`, by component; a row is the difference between two closes. */
export interface Flows {
  readonly accrued: Float64Array;
  readonly charged: Float64Array;
  readonly waived: Float64Array;
  readonly refinanced: Float64Array;
  readonly paid: Float64Array;
  unapplied: number;
  payments: number;
  /** The principal outstanding over the nights, in fen × days: what no safe integer holds any more, and the rest. */
  principalDays: bigint;
  principalDaysPart: number;
  /** The first day on which a payment reached principal. */
  principalFirstFell: Day | null;
}

/**
 * The state. Arrays are by instalment, earliest due first; `owed` and `accounts` hold `WIDTH` slots for each.
 * Plain number arrays hold whole fen: the loop over days is the tool's hot path.
 */
export interface LoanState {
  terms: Terms;
  readonly orders: CompiledOrders;
  rates: RateTable;
  windows: readonly AccrualWindow[];
  readonly borrowed: Fen;
  readonly count: number;
  readonly due: Float64Array;
  readonly owed: Float64Array;
  accounts: ExactAccounts;
  /** Penalty and compound of a `waive` grace: counted, but not owed unless the grace passes unpaid. */
  readonly pending: Float64Array | null;
  /** What is still unpaid of charges that an agreement made part of its capital, which bear its rate; null: none. */
  readonly capitalisedCharges: Float64Array | null;
  readonly totals: Float64Array;
  readonly flows: Flows;
  /** No instalment before this one has anything owed. */
  oldest: number;
  /** The first instalment not yet due at the last close: it bears the contract interest. */
  running: number;
  accelerateOn: Day | null;
  /** The order found for the first payment of a day, for the others of that day. */
  orderOfDay: { readonly day: Day; readonly order: CompiledOrder } | null;
  /** What holds again should the agreement in force break; null where none is in force. */
  fallback: Fallback | null;
}

export interface Fallback {
  readonly state: LoanState;
  readonly graceDays: number;
}

export interface StateInput {
  readonly terms: Terms;
  readonly rates: RateTable;
  readonly windows: readonly AccrualWindow[];
  readonly borrowed: Fen;
  readonly dues: readonly Day[];
  /** The close at which the state holds. */
  readonly day: Day;
  readonly accelerateOn: Day | null;
  readonly capitalisesCharges: boolean;
  readonly flows: Flows;
  readonly fallback: Fallback | null;
}

/** A state in which nothing is owed yet. */
export function makeState(input: StateInput): LoanState {
  const count = input.dues.length;
  const state: LoanState = {
    terms: input.terms,
    orders: compileOrders(input.terms),
    rates: input.rates,
    windows: input.windows,
    borrowed: input.borrowed,
    count,
    due: Float64Array.from(input.dues),
    owed: new Float64Array(count * WIDTH),
    accounts: makeAccounts(count * WIDTH, input.rates.denominator, input.rates.parts),
    pending: input.terms.grace.kind === "waive" && input.terms.grace.days > 0 ? new Float64Array(count * WIDTH) : null,
    capitalisedCharges: input.capitalisesCharges ? new Float64Array(count * WIDTH) : null,
    totals: new Float64Array(WIDTH),
    flows: input.flows,
    oldest: count,
    running: 0,
    accelerateOn: input.accelerateOn,
    orderOfDay: null,
    fallback: input.fallback,
  };
  findRunning(state, input.day);
  return state;
}

export function noFlows(): Flows {
  return {
    accrued: new Float64Array(WIDTH),
    charged: new Float64Array(WIDTH),
    waived: new Float64Array(WIDTH),
    refinanced: new Float64Array(WIDTH),
    paid: new Float64Array(WIDTH),
    unapplied: 0,
    payments: 0,
    principalDays: 0n,
    principalDaysPart: 0,
    principalFirstFell: null,
  };
}

export function cloneFlows(flows: Flows): Flows {
  return {
    ...flows,
    accrued: flows.accrued.slice(),
    charged: flows.charged.slice(),
    waived: flows.waived.slice(),
    refinanced: flows.refinanced.slice(),
    paid: flows.paid.slice(),
  };
}

export function cloneState(state: LoanState): LoanState {
  return {
    ...state,
    due: state.due.slice(),
    owed: state.owed.slice(),
    accounts: cloneAccounts(state.accounts),
    pending: state.pending?.slice() ?? null,
    capitalisedCharges: state.capitalisedCharges?.slice() ?? null,
    totals: state.totals.slice(),
    flows: cloneFlows(state.flows),
    fallback: state.fallback === null ? null : { ...state.fallback, state: cloneState(state.fallback.state) },
  };
}

/** Changes what is owed of one component of one instalment, and the total with it. */
export function owe(state: LoanState, instalment: number, component: number, amount: number): void {
  if (amount === 0) return;
  const slot = instalment * WIDTH + component;
  const owed = (state.owed[slot] as number) + amount;
  if (owed < 0) throw new Error(`a ${COMPONENTS[component]} balance would be negative`);
  const total = (state.totals[component] as number) + amount;
  if (!(total <= BALANCE_LIMIT)) throw new BalanceLimitReached();
  state.owed[slot] = owed;
  state.totals[component] = total;
  if (amount > 0 && instalment < state.oldest) state.oldest = instalment;
}

export function owedOn(state: LoanState, instalment: number): number {
  const { owed } = state;
  const slot = instalment * WIDTH;
  return (
    (owed[slot] as number) +
    (owed[slot + PENALTY] as number) +
    (owed[slot + COMPOUND] as number) +
    (owed[slot + INTEREST] as number) +
    (owed[slot + PRINCIPAL] as number)
  );
}

export function totalOwed(state: LoanState): number {
  const { totals } = state;
  return (
    (totals[FEE] as number) +
    (totals[PENALTY] as number) +
    (totals[COMPOUND] as number) +
    (totals[INTEREST] as number) +
    (totals[PRINCIPAL] as number)
  );
}

/** Days overdue at the close of a day (or, before its payments, on it). */
export function daysOverdue(state: LoanState, day: Day): number {
  if (state.oldest >= state.count) return 0;
  return Math.max(0, day - (state.due[state.oldest] as number));
}

/** What goes off a balance goes off the charges that an agreement spread before it goes off what ran up since. */
export function lessenCapitalisedCharges({ capitalisedCharges }: LoanState, slot: number, amount: number): void {
  if (capitalisedCharges !== null)
    capitalisedCharges[slot] = Math.max(0, (capitalisedCharges[slot] as number) - amount);
}

/** Ends the exact remainders of an instalment with nothing owed, and moves on from those that stay cleared. */
export function settleIfClear(state: LoanState, instalment: number): void {
  if (owedOn(state, instalment) !== 0) return;
  for (let component = 0; component < WIDTH; component += 1) {
    dropRemainder(state.accounts, instalment * WIDTH + component);
    if (state.pending !== null) state.pending[instalment * WIDTH + component] = 0;
  }
}

export function findOldest(state: LoanState): void {
  while (state.oldest < state.count && owedOn(state, state.oldest) === 0) state.oldest += 1;
}

export function findRunning(state: LoanState, day: Day): void {
  while (state.running < state.count && (state.due[state.running] as number) <= day) state.running += 1;
}

export function byComponent(amounts: Float64Array): ByComponent {
  return {
    fee: fen(amounts[FEE] as number),
    penalty: fen(amounts[PENALTY] as number),
    compound: fen(amounts[COMPOUND] as number),
    interest: fen(amounts[INTEREST] as number),
    principal: fen(amounts[PRINCIPAL] as number),
  };
}
