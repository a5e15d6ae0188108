/** What is owed on a day: the state that the engine carries from close to close. */

import { type Day, NEVER } from "../loan/day.ts";
import type { FixedInterest } from "../loan/fixed-interest.ts";
import type { Payment, RunOfArrears } from "../loan/loan.ts";
import { type Fen, fen, ZERO } from "../loan/money.ts";
import type { Terms } from "../loan/terms.ts";
import type { Accrual, Bearers } from "./accrual.ts";
import { type ByPlace, byPlace, type MutableByPlace, type Place } from "./places.ts";
import type { AccrualCarry, Posting } from "./posting.ts";
import type { RateOverride, RateTable } from "./rate-table.ts";
import { type OrderPlaces, type Rules, rulesOf } from "./rules.ts";
import type { Waterfall } from "./waterfall.ts";

/** What bears something: an amount owed, and what is counted but not owed yet. Whole fen. */
export interface Amount {
  owed: number;
  /** Penalty and compound of a `waive` grace: owed only if the grace passes unpaid. */
  pending: number;
  /** With rests: the part of both that was there at the last one, which alone bears compound. */
  rested: number;
}

/** One component of one instalment. */
export class Balance implements Amount, AccrualCarry {
  readonly place: Place;
  readonly instalment: InstalmentState;
  /** The sums of its component. */
  readonly sums: ComponentSums;
  owed = 0;
  pending = 0;
  rested = 0;
  carry = 0;
  exactCarry = 0n;
  isOdd = false;
  /** The part of it that bears contract interest while the instalment is not yet due: principal, and capitalised charges. */
  capital = 0;
  /** Given for `asOf`, so that nothing is reckoned for it before. */
  isGiven = false;
  /** It may grow in the nights of this period, so that it has a place in the waterfall though it be empty. */
  grows = false;

  constructor(place: Place, instalment: InstalmentState, sums: ComponentSums) {
    this.place = place;
    this.instalment = instalment;
    this.sums = sums;
  }
}

export class InstalmentState {
  readonly index: number;
  /** Null where nothing is owed nor grows, and never was; see `balanceOf`. */
  readonly balances: MutableByPlace<Balance | null> = [null, null, null, null, null];
  due: Day;
  /** Its due date lies ahead. */
  isAhead: boolean;
  /** All of its balances together. */
  owed = 0;
  /** The first of what grows in the nights of this period, or null; see period.ts. */
  accruals: Accrual | null = null;
  /** The close up to which its accruals are posted: an instalment is brought up to date when it is touched. */
  accruedTo: Day;
  /** The day of its next late fee by rule. */
  nextFeeDay: Day = NEVER;
  /** The minimum payment of the day on which it fell due. */
  minimumWhenDue: Fen = ZERO;
  /** All that had been paid when its minimum payment was asked for: what is paid since counts towards that. */
  paidBeforeMinimum = 0;
  /** Null where interest accrues. */
  scheduled: FixedInterest | null = null;
  interestWaived = 0;

  constructor(due: Day, index: number, day: Day) {
    this.due = due;
    this.index = index;
    this.isAhead = due > day;
    this.accruedTo = day;
  }
}

/** Sums of one component since the loan's `asOf`, and what of it is owed; a row is the difference between two closes. */
interface ComponentSums {
  owed: number;
  accrued: number;
  charged: number;
  waived: number;
  refinanced: number;
  paid: number;
}

/** The run of arrears that goes on, from the due date of what was first overdue. */
interface Arrears {
  readonly since: Day;
  /** The most days overdue that a payment or a waiver brought down; they may be more by now. */
  mostDays: number;
  /** The due date of the oldest instalment with anything unpaid at the last close. */
  oldestDue: Day;
}

/** Sums over all components. */
interface Flows {
  unapplied: number;
  payments: number;
  lastPaymentOn: Day | null;
  /** The principal outstanding over the nights, in fen × days: what no safe integer holds any more, and the rest. */
  principalDays: bigint;
  principalDaysPart: number;
  /** The first day on which a payment reached principal. */
  principalFirstFell: Day | null;
  /** The day on which the last run of arrears ended; null while one goes on, or where there was none. */
  overdueEndedOn: Day | null;
  /** The runs of arrears under the terms in force that have ended, the first first. */
  pastArrears: RunOfArrears[];
  /** Null while nothing is overdue. */
  arrears: Arrears | null;
  /** What lay above a cap and was not posted. */
  capped: number;
  /** Of what is waived, interest fixed in advance for days that lay ahead: no lender gives that up, as it is never earned. */
  unearnedLeftOut: number;
  /**
   * Of interest fixed in advance under terms that an agreement replaced: what was earned since `asOf`. Less what an
   * agreement fixed itself, which `charged` has in whole.
   */
  earnedBefore: number;
  /** A new loan has taken the place of what the lender who waives was owed. */
  isRefinanced: boolean;
  /** Under each late-fee rule, over the life of the loan: how much, and how often. */
  readonly chargedByRule: { amount: number; times: number }[];
}

export interface StateInput {
  readonly terms: Terms;
  readonly rates: RateTable;
  readonly bounds: readonly Day[];
  readonly borrowed: Fen;
  /** The close at which the state holds. */
  readonly day: Day;
  readonly sums: ByPlace<ComponentSums>;
  readonly flows: Flows;
  readonly chargedAtStart: ByPlace<number>;
}

/** What would hold again should an agreement break: it is worked out when one does (before-agreement.ts). */
export interface BeforeAgreement {
  /** As it was when the agreement took effect, before the waivers and payments of that day; it stays so. */
  readonly state: LoanState;
  readonly on: Day;
  /** So long an instalment of the agreement may be unpaid. */
  readonly graceDays: number;
  /** From then on, in the order of their days. */
  readonly received: Payment[];
}

/** One for all states: a map for each would take a fifteenth of the time that opening a loan takes. */
export const NO_WATERFALLS: ReadonlyMap<string, Waterfall> = new Map();

/** A class, so that all states have the same layout in memory: the loop over days is quick only then. */
export class LoanState {
  terms: Terms;
  rules: Rules;
  rates: RateTable;
  /** The bounds of the periods that the rates are reckoned by. */
  readonly bounds: readonly Day[];
  rateOverrides: readonly RateOverride[] = [];
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
  /** The furthest instalment with which interest was owed: a deferral may put others before it again. */
  furthestCarry = 0;
  /** What bears contract interest: principal not yet due, and charges that an agreement capitalised. */
  readonly notYetDue: Amount = { owed: 0, pending: 0, rested: 0 };
  readonly notYetDueAlone: Bearers = [this.notYetDue];
  /** What had been charged of each component at `asOf`; caps over the life of the loan count it. */
  chargedAtStart: ByPlace<number>;
  /** The last day whose night has the rates for which the accruals were written. */
  ratesUntil: Day;
  /** The first instalment whose grace has not ended. */
  graceCursor = 0;
  nextFeeDay: Day = NEVER;
  /** The due date of the oldest instalment of the run of arrears; null while nothing is overdue. */
  arrearsSince: Day | null = null;
  nextRest: Day = NEVER;
  /** The stated day on which all of it falls due; never where there is none, or it has passed. */
  accelerateOn: Day = NEVER;
  /** All of it falls due once it is so many days overdue; null where it never does. */
  accelerateAfter: number | null = null;
  /** The order of the first payment of a day, for the others of that day. */
  orderOfDay: { readonly day: Day; readonly order: OrderPlaces } | null = null;
  /** Written down for payments that name no component; those that name one are less common. */
  waterfallOfDue: Waterfall | null = null;
  waterfallAhead: Waterfall | null = null;
  waterfallsByPurpose = NO_WATERFALLS;
  /** Something changed that the next stop of the run depends on. */
  hasChanged = true;
  /** Null where no agreement is in force. */
  beforeAgreement: BeforeAgreement | null = null;

  constructor(input: StateInput, instalments: readonly InstalmentState[]) {
    const { terms, rates, day } = input;
    this.terms = terms;
    this.rules = rulesOf(terms);
    this.rates = rates;
    this.bounds = input.bounds;
    this.posting = rates.posting;
    this.borrowed = input.borrowed;
    this.instalments = instalments;
    this.sums = input.sums;
    this.flows = input.flows;
    this.oldest = instalments.length;
    this.currentInstalment = countDue(instalments, day);
    this.chargedAtStart = input.chargedAtStart;
    this.ratesUntil = day;
  }
}

/**
 * A state in which nothing is owed yet. Its instalments are pushed, as other lists that a run reads on its way: what `map`
 * makes lies in memory otherwise before V8 has made machine code of it than after, and all code that knew the one is undone.
 */
export function makeState(input: StateInput, schedule: readonly { readonly due: Day }[]): LoanState {
  const { day, sums } = input;
  for (const each of sums) each.owed = 0;
  const instalments: InstalmentState[] = [];
  for (const { due } of schedule) instalments.push(new InstalmentState(due, instalments.length, day));
  return new LoanState(input, instalments);
}

export function noSums(): ComponentSums {
  return { owed: 0, accrued: 0, charged: 0, waived: 0, refinanced: 0, paid: 0 };
}

/** What has happened is counted from now on; what is owed stays. */
export function countAnew(sums: ComponentSums): void {
  sums.accrued = 0;
  sums.charged = 0;
  sums.waived = 0;
  sums.refinanced = 0;
  sums.paid = 0;
}

export function noFlows(chargedByRule: Flows["chargedByRule"]): Flows {
  return {
    unapplied: 0,
    payments: 0,
    lastPaymentOn: null,
    principalDays: 0n,
    principalDaysPart: 0,
    principalFirstFell: null,
    overdueEndedOn: null,
    pastArrears: [],
    arrears: null,
    capped: 0,
    unearnedLeftOut: 0,
    earnedBefore: 0,
    isRefinanced: false,
    chargedByRule,
  };
}

/** The instalments that have fallen due by the close of a day. */
export function countDue(instalments: readonly InstalmentState[], day: Day): number {
  const first = instalments.findIndex(({ due }) => due > day);
  return first < 0 ? instalments.length : first;
}

/** A copy that goes its own way; everything must be accrued up to one day. Accruals and waterfalls are not copied. */
export function cloneState(state: LoanState, day: Day): LoanState {
  const sums = byPlace((place) => ({ ...state.sums[place] }));
  const { terms, rates, bounds, borrowed, flows, chargedAtStart, beforeAgreement } = state;
  const instalments: InstalmentState[] = [];
  for (const instalment of state.instalments) instalments.push(cloneInstalment(instalment, sums));
  const copy = new LoanState(
    {
      terms,
      rates,
      bounds,
      borrowed,
      day,
      sums,
      flows: {
        ...flows,
        pastArrears: [...flows.pastArrears],
        arrears: flows.arrears && { ...flows.arrears },
        chargedByRule: flows.chargedByRule.map((each) => ({ ...each })),
      },
      chargedAtStart,
    },
    instalments,
  );
  copy.rateOverrides = state.rateOverrides;
  copy.oldest = state.oldest;
  copy.currentInstalment = state.currentInstalment;
  copy.notYetDue.owed = state.notYetDue.owed;
  copy.furthestCarry = state.furthestCarry;
  copy.graceCursor = state.graceCursor;
  copy.nextFeeDay = state.nextFeeDay;
  copy.arrearsSince = state.arrearsSince;
  copy.nextRest = state.nextRest;
  copy.accelerateOn = state.accelerateOn;
  copy.accelerateAfter = state.accelerateAfter;
  copy.orderOfDay = state.orderOfDay;
  if (beforeAgreement !== null) {
    copy.beforeAgreement = { ...beforeAgreement, received: [...beforeAgreement.received] };
  }
  return copy;
}

function cloneInstalment(from: InstalmentState, sums: ByPlace<ComponentSums>): InstalmentState {
  const copy = new InstalmentState(from.due, from.index, from.accruedTo);
  copy.isAhead = from.isAhead;
  copy.owed = from.owed;
  copy.nextFeeDay = from.nextFeeDay;
  copy.minimumWhenDue = from.minimumWhenDue;
  copy.paidBeforeMinimum = from.paidBeforeMinimum;
  copy.scheduled = from.scheduled;
  copy.interestWaived = from.interestWaived;
  for (const other of from.balances) {
    if (other === null) continue;
    const balance = new Balance(other.place, copy, sums[other.place]);
    copy.balances[other.place] = balance;
    balance.owed = other.owed;
    balance.pending = other.pending;
    balance.carry = other.carry;
    balance.exactCarry = other.exactCarry;
    balance.isOdd = other.isOdd;
    balance.capital = other.capital;
    balance.rested = other.rested;
  }
  return copy;
}

/** A component of an instalment, of which something comes to be owed or to grow. */
export function balanceOf({ sums }: LoanState, instalment: InstalmentState, place: Place): Balance {
  const known = instalment.balances[place];
  if (known !== null) return known;
  const balance = new Balance(place, instalment, sums[place]);
  instalment.balances[place] = balance;
  return balance;
}

export function owedOf({ balances }: InstalmentState, place: Place): Fen {
  return fen(balances[place]?.owed ?? 0);
}

/** What is owed in all; every instalment must be up to date. */
export function totalOwed({ sums }: LoanState): Fen {
  let total = 0;
  for (const { owed } of sums) total += owed;
  return fen(total);
}

/** Days overdue at the close of a day (or, before its payments, on it). */
export function daysOverdue({ instalments, oldest }: LoanState, day: Day): number {
  const instalment = instalments[oldest];
  return instalment === undefined ? 0 : Math.max(0, day - instalment.due);
}

/** The last due date of the terms in force. */
export function lastDue({ instalments }: LoanState): Day {
  const last = instalments.at(-1);
  if (last === undefined) throw new Error("a loan has at least one instalment");
  return last.due;
}

/** The oldest instalment that has fallen due and is unpaid. */
export function oldestDue({ instalments, oldest }: LoanState): InstalmentState | null {
  const instalment = instalments[oldest];
  return instalment === undefined || instalment.isAhead ? null : instalment;
}

/** The runs of arrears so far, as they are told of. */
export function arrearsOf({ flows: { pastArrears, arrears } }: LoanState): readonly RunOfArrears[] {
  if (arrears === null) return [...pastArrears];
  const { since, mostDays } = arrears;
  return [...pastArrears, { since, endedOn: null, mostDays }];
}
