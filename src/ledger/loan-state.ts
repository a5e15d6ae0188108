/** What is owed on a day: the state that the engine carries from close to close. */

import type { Day } from "../loan/day.ts";
import type { FixedInterest } from "../loan/fixed-interest.ts";
import type { ByComponent, Terms } from "../loan/loan.ts";
import { AmountLimitReached, BALANCE_LIMIT, type Fen, fen, ZERO } from "../loan/money.ts";
import type { Accrual } from "./accrual.ts";
import { type OrderPlaces, type OrdersOfTerms, ordersOf } from "./order.ts";
import { type ByPlace, byPlace, COMPOUND, FEE, INTEREST, PENALTY, PLACES, type Place, PRINCIPAL } from "./places.ts";
import { type AccrualCarry, dropCarry, makePosting, type Posting } from "./posting.ts";
import type { RateOverride, RateTable } from "./rate-table.ts";
import type { Waterfall } from "./waterfall.ts";

/** What bears something: an amount owed, and what is counted but not owed yet. Whole fen. */
export interface Amount {
  owed: number;
  /** Penalty and compound of a `waive` grace: owed only if the grace passes unpaid. */
  pending: number;
}

/** One component of one instalment. */
export interface Balance extends Amount, AccrualCarry {
  readonly place: Place;
  readonly instalment: InstalmentState;
  /** The sums of its component. */
  readonly sums: ComponentSums;
  /** The part of it that bears contract interest while the instalment is not yet due: principal, and capitalised charges. */
  capital: number;
  /** With rests: the part of it (and of what is pending) that was there at the last one. */
  rested: number;
  /** Given for `asOf`, so that nothing is reckoned for it before. */
  isGiven: boolean;
  /** It may grow in the nights of this period, so that it has a place in the waterfall though it be empty. */
  grows: boolean;
}

export class InstalmentState {
  readonly index: number;
  readonly balances: ByPlace<Balance>;
  due: Day;
  /** Its due date lies ahead. */
  isAhead: boolean;
  /** What grows in the nights of this period; see period.ts. */
  accruals: readonly Accrual[] = [];
  /** The close up to which its accruals are posted: an instalment is brought up to date when it is touched. */
  accruedTo: Day;
  /** With rests: what was unpaid at the last one and is unpaid still, which bears compound. */
  readonly bearing: Amount = { owed: 0, pending: 0 };
  /** The day of its next late fee by rule. */
  nextFeeDay = Number.POSITIVE_INFINITY;
  /** The minimum payment of the day on which it fell due. */
  minimumWhenDue: Fen = ZERO;
  /** Null where interest accrues. */
  scheduled: FixedInterest | null = null;

  constructor(due: Day, index: number, day: Day, sums: ByPlace<ComponentSums>) {
    this.due = due;
    this.index = index;
    this.isAhead = due > day;
    this.accruedTo = day;
    this.balances = byPlace((place) => ({
      owed: 0,
      pending: 0,
      carry: 0,
      exactCarry: 0n,
      isOdd: false,
      place,
      instalment: this,
      sums: sums[place],
      capital: 0,
      rested: 0,
      isGiven: false,
      grows: false,
    }));
  }
}

/** Sums of one component since the loan's `asOf`, and what of it is owed; a row is the difference between two closes. */
export interface ComponentSums {
  owed: number;
  accrued: number;
  charged: number;
  waived: number;
  refinanced: number;
  paid: number;
}

/** Sums over all components. */
export interface Flows {
  unapplied: number;
  payments: number;
  /** The principal outstanding over the nights, in fen × days: what no safe integer holds any more, and the rest. */
  principalDays: bigint;
  principalDaysPart: number;
  /** The first day on which a payment reached principal. */
  principalFirstFell: Day | null;
  /** The day on which the last run of arrears ended; null while one goes on, or where there was none. */
  overdueEndedOn: Day | null;
  /** What lay above a cap and was not posted. */
  capped: number;
  /** Of interest fixed in advance under terms that an agreement replaced: what was earned since `asOf`. */
  earnedBefore: number;
  /** Under each late-fee rule, over the life of the loan: how much, and how often. */
  readonly chargedByRule: { amount: number; times: number }[];
}

export interface LoanState {
  terms: Terms;
  readonly orders: OrdersOfTerms;
  rates: RateTable;
  rateOverrides: readonly RateOverride[];
  posting: Posting;
  readonly borrowed: Fen;
  /** By due date, earliest first. */
  readonly instalments: readonly InstalmentState[];
  readonly sums: ByPlace<ComponentSums>;
  flows: Flows;
  /** No instalment before this one has anything owed. */
  oldest: number;
  /** The first instalment not yet due: contract interest is owed with it. */
  currentInstalment: number;
  /** What bears contract interest: principal not yet due, and charges that an agreement capitalised. */
  readonly notYetDue: Amount;
  /** What `penaltyBase: "borrowed"` counts on. */
  readonly amountLent: Amount;
  /** What had been charged of each component at `asOf`; caps over the life of the loan count it. */
  chargedAtStart: ByPlace<number>;
  /** The last day whose night has the rates for which the accruals were written. */
  ratesUntil: number;
  /** The first instalment whose grace has not ended. */
  graceCursor: number;
  nextFeeDay: number;
  /** The due date of the oldest instalment of the run of arrears; null while nothing is overdue. */
  arrearsSince: Day | null;
  nextRest: number;
  accelerateOn: Day | null;
  accelerateAfter: number | null;
  /** The order of the first payment of a day, for the others of that day. */
  orderOfDay: { readonly day: Day; readonly order: OrderPlaces } | null;
  /** Written down for payments that name no component; those that name one are less common. */
  waterfallOfDue: Waterfall | null;
  waterfallAhead: Waterfall | null;
  readonly waterfallsByPurpose: Map<string, Waterfall>;
  /** Something changed that the next stop of the run depends on. */
  hasChanged: boolean;
  /** What holds again should the agreement in force break; null where none is in force. */
  stateBeforeAgreement: { state: LoanState; readonly graceDays: number } | null;
}

export interface StateInput {
  readonly terms: Terms;
  readonly rates: RateTable;
  readonly borrowed: Fen;
  readonly dues: readonly Day[];
  /** The close at which the state holds. */
  readonly day: Day;
  readonly accelerateOn: Day | null;
  readonly accelerateAfter: number | null;
  readonly sums: ByPlace<ComponentSums>;
  readonly flows: Flows;
  readonly chargedAtStart: ByPlace<number>;
  readonly stateBeforeAgreement: LoanState["stateBeforeAgreement"];
}

/** A state in which nothing is owed yet. */
export function makeState(input: StateInput): LoanState {
  const { terms, rates, day, sums } = input;
  for (const each of sums) each.owed = 0;
  const posting = makePosting(terms.rounding, rates.denominator);
  const instalments = input.dues.map((due, index) => new InstalmentState(due, index, day, sums));
  return {
    terms,
    orders: ordersOf(terms),
    rates,
    rateOverrides: [],
    posting,
    borrowed: input.borrowed,
    instalments,
    sums,
    flows: input.flows,
    oldest: instalments.length,
    currentInstalment: countDue(instalments, day),
    notYetDue: { owed: 0, pending: 0 },
    amountLent: { owed: input.borrowed, pending: 0 },
    chargedAtStart: input.chargedAtStart,
    ratesUntil: day,
    graceCursor: 0,
    nextFeeDay: Number.POSITIVE_INFINITY,
    arrearsSince: null,
    nextRest: Number.POSITIVE_INFINITY,
    accelerateOn: input.accelerateOn,
    accelerateAfter: input.accelerateAfter,
    orderOfDay: null,
    waterfallOfDue: null,
    waterfallAhead: null,
    waterfallsByPurpose: new Map(),
    hasChanged: true,
    stateBeforeAgreement: input.stateBeforeAgreement,
  };
}

export function noSums(): ComponentSums {
  return { owed: 0, accrued: 0, charged: 0, waived: 0, refinanced: 0, paid: 0 };
}

export function noFlows({ lateFees }: Terms): Flows {
  return {
    unapplied: 0,
    payments: 0,
    principalDays: 0n,
    principalDaysPart: 0,
    principalFirstFell: null,
    overdueEndedOn: null,
    capped: 0,
    earnedBefore: 0,
    chargedByRule: lateFees.map(() => ({ amount: 0, times: 0 })),
  };
}

/** The instalments that have fallen due by the close of a day. */
export function countDue(instalments: readonly InstalmentState[], day: Day): number {
  const first = instalments.findIndex(({ due }) => due > day);
  return first < 0 ? instalments.length : first;
}

/** A copy that goes its own way; everything must be accrued up to one day. */
export function cloneState(state: LoanState): LoanState {
  const sums = byPlace((place) => ({ ...state.sums[place] }));
  const instalments = state.instalments.map((instalment) => cloneInstalment(instalment, sums));
  const behind = state.stateBeforeAgreement;
  return {
    ...state,
    instalments,
    sums,
    flows: { ...state.flows, chargedByRule: state.flows.chargedByRule.map((each) => ({ ...each })) },
    notYetDue: { ...state.notYetDue },
    // Accruals and waterfalls point to balances: those of the copy are written when a period begins.
    waterfallOfDue: null,
    waterfallAhead: null,
    waterfallsByPurpose: new Map(),
    hasChanged: true,
    stateBeforeAgreement: behind === null ? null : { ...behind, state: cloneState(behind.state) },
  };
}

function cloneInstalment(from: InstalmentState, sums: ByPlace<ComponentSums>): InstalmentState {
  const copy = new InstalmentState(from.due, from.index, from.accruedTo, sums);
  copy.isAhead = from.isAhead;
  copy.bearing.owed = from.bearing.owed;
  copy.nextFeeDay = from.nextFeeDay;
  copy.minimumWhenDue = from.minimumWhenDue;
  copy.scheduled = from.scheduled;
  for (const place of PLACES) {
    const { owed, pending, carry, exactCarry, isOdd, capital, rested } = from.balances[place];
    Object.assign(copy.balances[place], { owed, pending, carry, exactCarry, isOdd, capital, rested });
  }
  return copy;
}

/** Something may be paid now that the waterfalls do not know of. */
export function dropWaterfalls(state: LoanState): void {
  state.waterfallOfDue = null;
  state.waterfallAhead = null;
  if (state.waterfallsByPurpose.size > 0) state.waterfallsByPurpose.clear();
}

/** Adds to a balance, and to what follows from it. */
export function raise(state: LoanState, balance: Balance, amount: number, bearsInterest: boolean): void {
  if (amount === 0) return;
  const { instalment, sums } = balance;
  if (!(sums.owed + amount <= BALANCE_LIMIT)) throw new AmountLimitReached();
  if (balance.owed === 0) dropWaterfalls(state);
  balance.owed += amount;
  sums.owed += amount;
  if (bearsInterest) {
    balance.capital += amount;
    if (instalment.isAhead) state.notYetDue.owed += amount;
  }
  if (instalment.index < state.oldest) state.oldest = instalment.index;
}

/**
 * Takes off a balance, and off what follows from it: capitalised charges go before what ran up since, and what bears
 * compound before what does not yet.
 */
export function lower(state: LoanState, balance: Balance, amount: number): void {
  const { instalment, sums } = balance;
  if (amount > balance.owed) throw new Error("a balance would be negative");
  balance.owed -= amount;
  sums.owed -= amount;
  if (balance.capital > 0) {
    const part = balance.capital < amount ? balance.capital : amount;
    balance.capital -= part;
    if (instalment.isAhead) state.notYetDue.owed -= part;
  }
  if (balance.rested > 0) {
    const part = balance.rested < amount ? balance.rested : amount;
    balance.rested -= part;
    if (bearsCompound(state, balance.place)) instalment.bearing.owed -= part;
  }
}

export function bearsCompound({ terms: { compound } }: LoanState, place: Place): boolean {
  switch (compound) {
    case "none":
      return false;
    case "interest":
      return place === INTEREST;
    case "all":
      return place === INTEREST || place === PENALTY || place === COMPOUND;
    default:
      return compound satisfies never;
  }
}

/** Nothing is owed on an instalment any more: what was carried or pending for it ends. */
export function endInstalment(state: LoanState, instalment: InstalmentState): void {
  for (const balance of instalment.balances) {
    dropCarry(balance);
    balance.pending = 0;
    balance.rested = 0;
  }
  instalment.bearing.owed = 0;
  state.hasChanged = true;
  if (instalment.isAhead) return;
  instalment.accruals = [];
  for (const balance of instalment.balances) balance.grows = false;
}

export function owedOn({ balances }: InstalmentState): number {
  return (
    balances[FEE].owed +
    balances[PENALTY].owed +
    balances[COMPOUND].owed +
    balances[INTEREST].owed +
    balances[PRINCIPAL].owed
  );
}

/** What is owed in all; every instalment must be up to date. */
export function totalOwed({ sums: [fee, penalty, compound, interest, principal] }: LoanState): Fen {
  return fen(fee.owed + penalty.owed + compound.owed + interest.owed + principal.owed);
}

/** Days overdue at the close of a day (or, before its payments, on it). */
export function daysOverdue({ instalments, oldest }: LoanState, day: Day): number {
  const instalment = instalments[oldest];
  return instalment === undefined ? 0 : Math.max(0, day - instalment.due);
}

/** The oldest instalment that has fallen due and is unpaid. */
export function oldestDue({ instalments, oldest }: LoanState): InstalmentState | null {
  const instalment = instalments[oldest];
  return instalment === undefined || instalment.isAhead ? null : instalment;
}

export function amounts(sums: ByPlace<ComponentSums>, of: keyof ComponentSums): ByComponent {
  const [fee, penalty, compound, interest, principal] = sums;
  return {
    fee: fen(fee[of]),
    penalty: fen(penalty[of]),
    compound: fen(compound[of]),
    interest: fen(interest[of]),
    principal: fen(principal[of]),
  };
}
