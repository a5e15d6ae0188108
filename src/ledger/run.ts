/** The engine: a fold over days. A loan and what happens to it go in, rows and totals come out. */

import type { ByComponent } from "../loan/components.ts";
import { addDays, type Day, earliest, NEVER } from "../loan/day.ts";
import type { Agreement, Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { AmountLimitReached, add, type Fen, type Fraction, fen, sum } from "../loan/money.ts";
import { type Bearing, bearingsOf, bringUpAll, growsNightly, type Pending, pendingOf } from "./accrual.ts";
import { takeEffect } from "./agreements.ts";
import { afterBreak } from "./before-agreement.ts";
import { Dated } from "./dated.ts";
import {
  closeDay,
  countPrincipalDays,
  nextDueAlone,
  passDay,
  passDueAlone,
  passNight,
  payDue,
  payPlanned,
  periodEnd,
} from "./day-steps.ts";
import type { AgreementInEffect, LedgerRow, RunTotals, SumsSoFar } from "./ledger.ts";
import { hasMoved, ledgerRow, NOTHING_YET, sumsSoFar } from "./ledger-row.ts";
import { arrearsOf, daysOverdue, type LoanState, lastDue, oldestDue, owedOf, totalOwed } from "./loan-state.ts";
import { minimumPayment } from "./minimum.ts";
import { type Opening, openLoan } from "./opening.ts";
import { NO_PAYMENT, PaymentPlan, type PlannedPayments } from "./payment-plan.ts";
import { chargesAhead, copyAt } from "./period.ts";
import { amounts, INTEREST, PRINCIPAL } from "./places.ts";
import { payRegular, paysAlike } from "./regular-payments.ts";
import { earnedBetween, interestPaidAhead, unearnedInterest } from "./scheduled-interest.ts";
import { waiveDated } from "./waivers.ts";
import { fallenDue } from "./waterfall.ts";
import { expectDay, expectWellFormedEvents } from "./well-formed.ts";

export interface SimulateOptions {
  /** Last day of the run, unless the loan is cleared before. */
  readonly until: Day;
  /** Asks for a row a day; without it, what lies between two events is one step. */
  readonly onRow?: (row: LedgerRow) => void;
  /** The loan as `openLoan` gives it, where several runs start from there; else it is opened. */
  readonly opening?: Opening;
}

/** Runs a loan from the day after its `asOf`, the same with rows and without. Throws as `openLoan` does. */
export function simulate(loan: Loan, events: Events, options: SimulateOptions): RunTotals {
  expectDay("options.until", options.until);
  return new Run(loan, events, options.opening).advance(options.until, options.onRow).totals();
}

/** A run that can be taken further: to the end of a table, and then on to see where it leads. */
export class Run {
  readonly #loan: Loan;
  readonly #asOf: Day;
  readonly #paysWhenDueFrom: Day;
  #plan: PlannedPayments;
  readonly #charges: Dated<Loan["charges"][number]>;
  readonly #waivers: Dated<Loan["waivers"][number]>;
  readonly #agreements: Dated<Agreement>;
  readonly #opening: ByComponent;
  readonly #daysOverdueAtStart: number;
  readonly #unearnedAtStart: Fen;
  #state: LoanState;
  #today: Day;
  /** The day that is worked on. */
  #underway: Day;
  /** The next day on which more than payments may happen. */
  #stop: Day;
  #clearedOn: Day | null = null;
  /** Something was due and unpaid at the last close. */
  #isOverdue = false;
  #everOverdue = false;
  readonly #brokenOn: Day[] = [];
  readonly #tookEffect: AgreementInEffect[] = [];
  #limitReachedOn: Day | null = null;
  #sumsAtLastRow: SumsSoFar = NOTHING_YET;

  constructor(loan: Loan, events: Events, opening?: Opening) {
    expectWellFormedEvents(events);
    const { asOf } = loan;
    const { state, limitReached } = opening ?? openLoan(loan);
    this.#loan = loan;
    this.#asOf = asOf;
    this.#paysWhenDueFrom = events.paysWhenDueFrom ?? NEVER;
    this.#plan = new PaymentPlan(events, asOf);
    this.#charges = new Dated(loan.charges, asOf);
    this.#waivers = new Dated(loan.waivers, asOf);
    this.#agreements = new Dated(events.agreements, addDays(asOf, -1));
    // Several runs may start from one opening, each on a copy of its own.
    this.#state = opening === undefined ? state : copyAt(state, asOf);
    this.#today = asOf;
    this.#underway = asOf;
    this.#stop = asOf;
    this.#opening = amounts(state.sums, ({ owed }) => owed);
    this.#unearnedAtStart = unearnedInterest(state, asOf);
    this.#daysOverdueAtStart = daysOverdue(state, asOf);
    this.#everOverdue = this.#daysOverdueAtStart > 0;
    if (limitReached) this.#limitReachedOn = asOf;
    else {
      // What is agreed on `asOf` itself holds from its close on.
      this.#orLimit(() => {
        this.#agree(asOf);
        this.#close(asOf);
      });
    }
  }

  get today(): Day {
    return this.#today;
  }

  get clearedOn(): Day | null {
    return this.#clearedOn;
  }

  get isOver(): boolean {
    return this.#clearedOn !== null || this.#limitReachedOn !== null;
  }

  get owed(): Fen {
    return totalOwed(this.#broughtUp());
  }

  /** Of interest fixed in advance and owed, what is for days after today. */
  get unearned(): Fen {
    return unearnedInterest(this.#state, this.#today);
  }

  get paidSoFar(): number {
    return this.#state.flows.payments;
  }

  /** Of what is paid so far, what was taken. */
  get taken(): number {
    return this.#state.flows.payments - this.#state.flows.unapplied;
  }

  get principalPaid(): number {
    return this.#state.sums[PRINCIPAL].paid;
  }

  /** What has fallen due by today and is unpaid. */
  get fallenDue(): Fen {
    return fen(fallenDue(this.#state, this.#today));
  }

  /** The due date of the oldest instalment with anything owed; null where there is none. */
  get oldestUnpaidDue(): Day | null {
    const { instalments, oldest } = this.#state;
    return instalments[oldest]?.due ?? null;
  }

  get principal(): Fen {
    return fen(this.#state.sums[PRINCIPAL].owed);
  }

  /** What of the principal is owed and falls due after today. */
  get principalNotYetDue(): Fen {
    const { instalments, currentInstalment } = this.#state;
    return sum(instalments.slice(currentInstalment).map((instalment) => owedOf(instalment, PRINCIPAL)));
  }

  /** What the balances of today bear in the nights until a day, not yet rounded. */
  chargesUntil(until: Day): Fraction {
    const state = this.#broughtUp();
    return { numerator: chargesAhead(state, this.#today, until), denominator: state.posting.denominator };
  }

  /** Days overdue at the last close. */
  get daysOverdue(): number {
    return daysOverdue(this.#state, this.#today);
  }

  /** What the night after today bears, and what a waiving grace has counted by now and is not owed yet. */
  get nextNight(): { readonly bearings: readonly Bearing[]; readonly pending: readonly Pending[] } {
    const state = this.#broughtUp();
    return { bearings: bearingsOf(state), pending: pendingOf(state) };
  }

  /** The sum over the nights since `asOf` of the principal outstanding, in fen × days. */
  get principalDays(): bigint {
    return this.#state.flows.principalDays + BigInt(this.#state.flows.principalDaysPart);
  }

  /** The next day on which more than payments may happen: until then what is not paid bears the same each night. */
  get stop(): Day {
    return this.#stop;
  }

  get limitReachedOn(): Day | null {
    return this.#limitReachedOn;
  }

  /** Of each component what is owed today, or what has happened to it since `asOf`. */
  amounts(of: "owed" | "paid" | "charged" | "waived"): ByComponent {
    return amounts(this.#broughtUp().sums, (sums) => sums[of]);
  }

  /** A run of its own from the close of today on, in which something else happens: also what the loan has dated after today. */
  branch(events: Events, loan = this.#loan): Run {
    const today = { state: this.#state, limitReached: this.#limitReachedOn !== null };
    return new Run({ ...loan, asOf: this.#today }, events, today);
  }

  /** What the terms ask for as a minimum payment today. */
  get minimumPayment(): Fen {
    return minimumPayment(this.#state, this.#today);
  }

  /** What is paid from here on, in place of the payments of its events. */
  follow(payments: PlannedPayments): void {
    this.#plan = payments;
  }

  /** Goes on to the close of `until`, or to the day on which the loan is cleared and nothing dated lies ahead. */
  advance(until: Day, onRow?: (row: LedgerRow) => void): this {
    this.#orLimit(() => this.#advance(until, onRow));
    return this;
  }

  #advance(until: Day, onRow?: (row: LedgerRow) => void): void {
    if (onRow !== undefined) this.#rowOfAsOf(onRow);
    while (this.#today < until && !this.isOver) {
      // What holds again after a break may be paid off already, and the run then ends on the next day.
      const isNextDay = this.#breakIfMissed() || onRow !== undefined;
      if (!isNextDay && (this.#payWithinPeriod(until) || this.#payDues(until))) continue;
      // Payments before the next stop are those within the period.
      const isOneNight = isNextDay || growsNightly(this.#state) || this.#paysNextDay();
      const day = isOneNight ? addDays(this.#today, 1) : earliest(this.#stop, until);
      this.#underway = day;
      this.#enter(day);
      this.#close(day);
      if (onRow !== undefined) onRow(this.#row());
    }
  }

  /** Takes a day as far as the payments given: others can be decided by what is owed then; `closeDay` has to follow. */
  openDay(day: Day): void {
    this.advance(addDays(day, -1));
    if (this.isOver) return;
    this.#orLimit(() => {
      this.#breakIfMissed();
      this.#underway = day;
      this.#enter(day);
    });
  }

  /** Pays what was decided on the day opened, and closes it. */
  closeDay(amount: Fen): void {
    if (this.isOver) return;
    const day = this.#today;
    this.#orLimit(() => {
      payPlanned(this.#state, { ...NO_PAYMENT, streamed: amount }, day, 0);
      this.#close(day);
    });
  }

  totals(): RunTotals {
    const state = this.#broughtUp();
    const { flows, sums } = state;
    return {
      from: this.#asOf,
      to: this.#today,
      opening: this.#opening,
      closing: amounts(sums, ({ owed }) => owed),
      daysOverdueAtStart: this.#daysOverdueAtStart,
      daysOverdueAtEnd: this.daysOverdue,
      ...sumsSoFar(state),
      capped: fen(flows.capped),
      interestEarned: add(
        fen(sums[INTEREST].accrued),
        add(fen(flows.earnedBefore), earnedBetween(this.#state, this.#asOf, this.#today)),
      ),
      unearnedAtStart: this.#unearnedAtStart,
      unearned: this.unearned,
      interestPaidAhead: interestPaidAhead(this.#state, this.#today),
      unearnedLeftOut: fen(flows.unearnedLeftOut),
      principalDays: this.principalDays,
      principalFirstFell: flows.principalFirstFell,
      clearedOn: this.#clearedOn,
      lastPaymentOn: flows.lastPaymentOn,
      lastDue: lastDue(state),
      everOverdue: this.#everOverdue,
      overdueEndedOn: flows.overdueEndedOn,
      arrears: arrearsOf(state),
      agreements: [...this.#tookEffect],
      brokenOn: [...this.#brokenOn],
      limitReachedOn: this.#limitReachedOn,
    };
  }

  /** Does something that may pass the limit of what can be counted: the run ends there. */
  #orLimit(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof AmountLimitReached)) throw error;
      this.#limitReachedOn = this.#underway;
    }
  }

  /** Nights that no payment asked for are posted when all that is owed is: the limit may lie in them. */
  #broughtUp(): LoanState {
    this.#underway = this.#limitReachedOn ?? this.#today;
    this.#orLimit(() => bringUpAll(this.#state, this.#today));
    return this.#state;
  }

  /** The nights since the last close, then the day itself in the order of the model, but for its close. */
  #enter(day: Day): void {
    if (this.#isOverdue) this.#everOverdue = true;
    countPrincipalDays(this.#state, day - this.#today);
    passNight(this.#state, day);
    if (day >= this.#stop) this.#passDay(day);
    this.#today = day;
    this.#pay(day);
  }

  #passDay(day: Day): void {
    passDay(this.#state, this.#charges.take(day), day);
    this.#agree(day);
    for (const waiver of this.#waivers.take(day)) waiveDated(this.#state, waiver, day);
    this.#state.hasChanged = true;
  }

  /**
   * The loop in which nearly all of a long run is spent: payment after payment within a period. False, and nothing is
   * done, where the period ends before the next payment or has to be taken night by night.
   */
  #payWithinPeriod(until: Day): boolean {
    const state = this.#state;
    const plan = this.#plan;
    const end = Math.min(this.#stop, until + 1);
    if (plan.next >= end || growsNightly(state) || this.#paysNextDay()) return false;
    if (this.#isOverdue) this.#everOverdue = true;
    const isAlike = this.#paysWhenDueFrom >= end && paysAlike(state, end - this.#today);
    while (plan.next < end && !state.hasChanged) {
      if (isAlike && this.#payRegular(end)) continue;
      const day = plan.next;
      this.#underway = day;
      countPrincipalDays(state, day - this.#today);
      this.#pay(day);
      this.#today = day;
    }
    this.#close(this.#today);
    return true;
  }

  /** The same from one due date to the next, where what falls due is paid and nothing else happens. */
  #payDues(until: Day): boolean {
    const state = this.#state;
    if (this.#paysWhenDueFrom > this.#today || this.#isOverdue || growsNightly(state)) return false;
    const start = this.#today;
    const end = Math.min(until + 1, this.#plan.next, this.#nextDated);
    for (let day = nextDueAlone(state, start); day < end; day = nextDueAlone(state, day)) {
      this.#underway = day;
      countPrincipalDays(state, day - this.#today);
      passDueAlone(state, day);
      this.#today = day;
    }
    if (this.#today === start) return false;
    this.#close(this.#today);
    return true;
  }

  /** Takes in some payments of a regular stream before a day; false where the next one has to be taken by itself. */
  #payRegular(end: number): boolean {
    const { regular } = this.#plan;
    if (regular === null) return false;
    const day = payRegular(this.#state, this.#today, regular.payments, Math.min(end, regular.before));
    if (day === this.#today) return false;
    this.#today = day;
    return true;
  }

  #close(day: Day): void {
    const state = this.#state;
    if (!state.hasChanged) return;
    closeDay(state, day);
    this.#findStop(day);
    this.#isOverdue = oldestDue(state) !== null;
    // At zero with something dated ahead the loan goes on.
    if (state.oldest === state.instalments.length && this.#charges.next === NEVER) {
      this.#clearedOn = day;
    }
  }

  #findStop(day: Day): void {
    const paysFrom = this.#paysWhenDueFrom > day ? this.#paysWhenDueFrom : NEVER;
    this.#stop = Math.min(periodEnd(this.#state, day), this.#nextDated, paysFrom) as Day;
  }

  get #nextDated(): number {
    return Math.min(this.#charges.next, this.#waivers.next, this.#agreements.next);
  }

  /** An agreement whose instalment is unpaid beyond its grace ends; what would have been without it holds again. */
  #breakIfMissed(): boolean {
    this.#underway = this.#today;
    const state = afterBreak(this.#state, this.#loan, this.#today);
    if (state === this.#state) return false;
    this.#state = state;
    this.#brokenOn.push(this.#today);
    this.#isOverdue = oldestDue(state) !== null;
    this.#findStop(this.#today);
    state.hasChanged = true;
    return true;
  }

  /** An agreement dated after the debt is gone does nothing. */
  #agree(day: Day): void {
    for (const agreement of this.#agreements.take(day)) {
      bringUpAll(this.#state, day);
      if (totalOwed(this.#state) === 0) continue;
      const arrears = arrearsOf(this.#state);
      this.#tookEffect.push({ agreement, daysOverdue: daysOverdue(this.#state, day), arrears });
      this.#state = takeEffect(this.#state, agreement, this.#asOf);
    }
  }

  /** What is given comes on top of what is paid as it falls due; the minimum payment is that before the payments of the day. */
  #pay(day: Day): void {
    const given = this.#plan.next === day ? this.#plan.take(day) : [];
    const minimum = given.length > 0 && this.#plan.asksMinimum ? minimumPayment(this.#state, day) : 0;
    if (day >= this.#paysWhenDueFrom) payDue(this.#state, day);
    for (const payment of given) payPlanned(this.#state, payment, day, minimum);
  }

  /** What was due before anything is paid as it falls due is paid on the first day after. */
  #paysNextDay(): boolean {
    return this.#paysWhenDueFrom <= this.#today + 1 && fallenDue(this.#state, this.#today) > 0;
  }

  /** What is agreed on `asOf` itself may move money before any night: a row of day 0 says so. */
  #rowOfAsOf(onRow: (row: LedgerRow) => void): void {
    if (this.#tookEffect.length === 0 || this.#today !== this.#asOf) return;
    const row = this.#row();
    if (hasMoved(row)) onRow(row);
  }

  #row(): LedgerRow {
    bringUpAll(this.#state, this.#today);
    const row = ledgerRow(this.#state, this.#sumsAtLastRow, this.#asOf, this.#today);
    this.#sumsAtLastRow = sumsSoFar(this.#state);
    return row;
  }
}
