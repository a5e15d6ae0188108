/** The engine: a fold over days. A loan and what happens to it go in, rows and totals come out. */

import type { Day } from "../loan/day.ts";
import { earnedInterest, interestPeriodStart } from "../loan/earned-interest.ts";
import type { Events } from "../loan/events.ts";
import type { ByComponent, Loan } from "../loan/loan.ts";
import { add, type Fen, fen, ZERO } from "../loan/money.ts";
import { growsNightly } from "./accrual.ts";
import { takeEffect } from "./agreements.ts";
import { fallenDue } from "./allocation.ts";
import type { LedgerRow, RunTotals } from "./ledger.ts";
import { ledgerRow } from "./ledger-row.ts";
import {
  accrueAll,
  afterBreaks,
  countPrincipalDays,
  isMissed,
  passNights,
  receive,
  structuralStop,
} from "./loan-day.ts";
import {
  BalanceLimitReached,
  byComponent,
  cloneFlows,
  cloneState,
  daysOverdue,
  type Flows,
  INTEREST,
  type LoanState,
  PRINCIPAL,
  totalOwed,
  WIDTH,
} from "./loan-state.ts";
import { type Opening, openLoan } from "./open.ts";
import { type DuePayment, PaymentPlan } from "./payment-plan.ts";
import { isPlain, runPlainStretch } from "./plain-stretch.ts";

export interface SimulateOptions {
  /** Last day of the run, unless the loan is cleared before. */
  readonly until: Day;
  /** Asks for a row a day; without it, quiet stretches are one step. */
  readonly onRow?: (row: LedgerRow) => void;
  /** The loan as `openLoan` gives it, where several runs start from there; else it is opened. */
  readonly opening?: Opening;
}

/** Runs a loan from the day after its `asOf`. The result does not depend on whether rows are asked for. */
export function simulate(loan: Loan, events: Events, options: SimulateOptions): RunTotals {
  const run = new Run(loan, events, options.opening);
  run.advance(options.until, options.onRow);
  return run.totals();
}

/** A run that can be taken further: to the end of a table, and then on to see where it leads. */
export class Run {
  readonly #loan: Loan;
  readonly #events: Events;
  readonly #plan: PaymentPlan;
  readonly #opening: ByComponent;
  readonly #daysOverdueAtStart: number;
  #state: LoanState;
  #today: Day;
  #structuralStop = 0;
  #stopFor: LoanState | null = null;
  #stopForOldest = -1;
  #clearedOn: Day | null = null;
  #lastPaymentOn: Day | null = null;
  #everOverdue = false;
  #overdueEndedOn: Day | null = null;
  readonly #unearnedAtStart: Fen;
  readonly #brokenOn: Day[] = [];
  #limitReachedOn: Day | null = null;
  #rowFlows: Flows;

  constructor(loan: Loan, events: Events, opening: Opening = openLoan(loan)) {
    this.#loan = loan;
    this.#events = events;
    this.#plan = new PaymentPlan(events, loan.asOf);
    this.#state = cloneState(opening.state);
    if (opening.limitReached) this.#limitReachedOn = loan.asOf;
    this.#today = loan.asOf;
    this.#opening = byComponent(this.#state.totals);
    this.#daysOverdueAtStart = daysOverdue(this.#state, loan.asOf);
    this.#everOverdue = this.#daysOverdueAtStart > 0;
    this.#rowFlows = cloneFlows(this.#state.flows);
    this.#unearnedAtStart = this.unearned;
    const isOverdue = this.#isOverdue();
    this.#everOverdue ||= isOverdue;
    this.#takeAgreements(loan.asOf);
    if (isOverdue && !this.#isOverdue()) this.#overdueEndedOn = loan.asOf;
    if (this.#state.flows.payments > 0) this.#lastPaymentOn = loan.asOf;
    this.#close(loan.asOf);
  }

  get today(): Day {
    return this.#today;
  }

  get isOver(): boolean {
    return this.#clearedOn !== null || this.#limitReachedOn !== null;
  }

  get owed(): number {
    return totalOwed(this.#state);
  }

  get principalPaid(): number {
    return this.#state.flows.paid[PRINCIPAL] as number;
  }

  /** Of interest fixed in advance that is still owed, what belongs to days ahead. */
  get unearned(): Fen {
    const { terms, running, count, due, owed, totals, oldest } = this.#state;
    const { instalments } = this.#loan;
    if (terms.interest !== "scheduled" || count !== instalments.length || running >= count) return ZERO;
    let total = totals[INTEREST] as number;
    for (let index = oldest; index < running; index += 1) total -= owed[index * WIDTH + INTEREST] as number;
    // All interest of the periods after the present one lies ahead.
    for (let index = running; index < count && due[index] === due[running]; index += 1) {
      const whole = instalments[index]?.interest ?? ZERO;
      const earned = earnedInterest(whole, interestPeriodStart(due, index), due[index] as Day, this.#today);
      const left = owed[index * WIDTH + INTEREST] as number;
      total -= left - Math.min(left, whole - earned);
    }
    return fen(total);
  }

  /** New terms take over what is earned; from then on their own interest accrues. */
  #scheduledEarned(): Fen {
    const { instalments, terms, asOf } = this.#loan;
    if (terms.interest !== "scheduled") return ZERO;
    const newTerms = this.#events.agreements.find(({ kind }) => kind !== "deferral")?.date ?? this.#today;
    const until = Math.max(asOf, Math.min(this.#today, newTerms)) as Day;
    const dues = instalments.map(({ due }) => due);
    let total = 0;
    for (const [index, { due, interest }] of instalments.entries()) {
      const start = interestPeriodStart(dues, index);
      total += earnedInterest(interest, start, due, until) - earnedInterest(interest, start, due, asOf);
    }
    return fen(total);
  }

  /** The last due date in force: an agreement's own while it is kept, an earlier one where the loan was called in. */
  get lastDue(): Day {
    const { due, count } = this.#state;
    return due[count - 1] as Day;
  }

  /** Days overdue at the last close. */
  get daysOverdue(): number {
    return daysOverdue(this.#state, this.#today);
  }

  /** Goes on to the close of `until`, or to the day on which the loan is cleared. */
  advance(until: Day, onRow?: (row: LedgerRow) => void): void {
    while (this.#today < until && !this.isOver) {
      const next = this.#nextStop(until, onRow !== undefined);
      if (onRow === undefined && this.#stride(until)) continue;
      try {
        this.#step(next);
      } catch (error) {
        if (!(error instanceof BalanceLimitReached)) throw error;
        this.#limitReachedOn = next;
        return;
      }
      if (onRow !== undefined) onRow(this.#row());
    }
  }

  /** Takes a plain stretch of payments at once, where the loan is so plain; true if that brought the run forward. */
  #stride(until: Day): boolean {
    const { only } = this.#plan;
    const state = this.#state;
    const end = Math.min(this.#structuralStop, until + 1);
    if (only === null || only.for !== null || only.next >= end || this.#events.paysWhenDueFrom !== null) return false;
    if (!isPlain(state, this.#today)) return false;
    const tally = { today: this.#today, lastPaymentOn: this.#lastPaymentOn };
    runPlainStretch(state, only, end, tally);
    if (tally.today === this.#today) return false;
    this.#today = tally.today;
    this.#lastPaymentOn = tally.lastPaymentOn;
    this.#everOverdue = true;
    this.#close(this.#today);
    this.#overdueEndedOn = this.#clearedOn;
    return true;
  }

  totals(): RunTotals {
    const { flows, totals } = this.#state;
    return {
      from: this.#loan.asOf,
      to: this.#today,
      opening: this.#opening,
      closing: byComponent(totals),
      daysOverdueAtStart: this.#daysOverdueAtStart,
      daysOverdueAtEnd: daysOverdue(this.#state, this.#today),
      accrued: byComponent(flows.accrued),
      charged: byComponent(flows.charged),
      waived: byComponent(flows.waived),
      refinanced: byComponent(flows.refinanced),
      paid: byComponent(flows.paid),
      payments: fen(flows.payments),
      unapplied: fen(flows.unapplied),
      principalDays: flows.principalDays + BigInt(flows.principalDaysPart),
      principalFirstFell: flows.principalFirstFell,
      clearedOn: this.#clearedOn,
      lastPaymentOn: this.#lastPaymentOn,
      everOverdue: this.#everOverdue,
      overdueEndedOn: this.#overdueEndedOn,
      capped: ZERO,
      interestEarned: add(fen(flows.accrued[INTEREST] as number), this.#scheduledEarned()),
      unearnedAtStart: this.#unearnedAtStart,
      lastDue: this.lastDue,
      agreements: this.#events.agreements.filter(
        ({ date }) => date <= this.#today && (this.#clearedOn === null || date <= this.#clearedOn),
      ),
      brokenOn: [...this.#brokenOn],
      limitReachedOn: this.#limitReachedOn,
    };
  }

  /**
   * One step: the nights since the last close, then the day itself in the order of the model.
   * Between two structural stops nothing happens but nights and payments, so that the rest is not even looked for.
   */
  #step(day: Day): void {
    if (this.#state.fallback !== null) this.#breakIfMissed();
    const state = this.#state;
    const { payments } = state.flows;
    countPrincipalDays(state, day - this.#today);
    const wasOverdue = this.#isOverdue();
    this.#everOverdue ||= wasOverdue;
    if (day < this.#structuralStop) accrueAll(state, this.#today, day);
    else {
      passNights(state, this.#loan, this.#today, day);
      this.#takeAgreements(day);
    }
    this.#today = day;
    this.#pay(day);
    if (this.#state.flows.payments > payments) this.#lastPaymentOn = day;
    this.#close(day);
    if (this.#isOverdue()) this.#overdueEndedOn = null;
    else if (wasOverdue) this.#overdueEndedOn = day;
  }

  /** Something was due on the day of the last close or before, and is not paid. */
  #isOverdue(): boolean {
    const { oldest, count, due } = this.#state;
    return oldest < count && (due[oldest] as number) <= this.#today;
  }

  #close(day: Day): void {
    if (totalOwed(this.#state) === 0) this.#clearedOn = day;
  }

  /** An agreement whose instalment is unpaid beyond its grace ends; what would have been without it holds again. */
  #breakIfMissed(): void {
    const kept = afterBreaks(this.#state, this.#today);
    if (kept === this.#state) return;
    this.#state = kept;
    this.#brokenOn.push(this.#today);
  }

  #takeAgreements(day: Day): void {
    for (const agreement of this.#events.agreements) {
      if (agreement.date === day && totalOwed(this.#state) > 0) this.#state = takeEffect(this.#state, agreement, day);
    }
  }

  #pay(day: Day): void {
    const { paysWhenDueFrom } = this.#events;
    if (this.#plan.next === day) for (const payment of this.#plan.take(day)) this.#payOne(payment, day);
    if (paysWhenDueFrom !== null && day >= paysWhenDueFrom) {
      const amount = fallenDue(this.#state, day);
      if (amount > 0) this.#payOne({ for: null, surplus: null, dated: amount, streamed: 0 }, day);
    }
  }

  #payOne(payment: DuePayment, day: Day): void {
    const room = totalOwed(this.#state) - payment.dated;
    const streamed = payment.streamed < room ? payment.streamed : Math.max(0, room);
    const amount = payment.dated + streamed;
    if (amount > 0) receive(this.#state, payment, amount, day);
  }

  /** The next day on which anything happens: at most `until`, and with rows, the next day. */
  #nextStop(until: Day, hasRows: boolean): Day {
    const state = this.#state;
    if (
      this.#today >= this.#structuralStop ||
      this.#stopFor !== state ||
      this.#stopForOldest !== state.oldest ||
      state.fallback !== null
    ) {
      this.#structuralStop = this.#findStructuralStop();
      this.#stopFor = state;
      this.#stopForOldest = state.oldest;
    }
    // What holds again after a break may be paid off already, and the run then ends on the next day.
    const isNextDay =
      hasRows || growsNightly(state, this.#today) || isMissed(state, this.#today) || this.#paysNextDay();
    if (isNextDay) return (this.#today + 1) as Day;
    const payment = this.#plan.next;
    const next = payment < this.#structuralStop ? payment : this.#structuralStop;
    return (next < until ? next : until) as Day;
  }

  /** What was due before anything is paid as it falls due is paid on the first day after. */
  #paysNextDay(): boolean {
    const { paysWhenDueFrom } = this.#events;
    return paysWhenDueFrom !== null && paysWhenDueFrom <= this.#today + 1 && fallenDue(this.#state, this.#today) > 0;
  }

  #findStructuralStop(): number {
    let next = structuralStop(this.#state, this.#loan, this.#today);
    for (const { date } of this.#events.agreements) if (date > this.#today && date < next) next = date;
    const { paysWhenDueFrom } = this.#events;
    if (paysWhenDueFrom !== null && paysWhenDueFrom > this.#today && paysWhenDueFrom < next) next = paysWhenDueFrom;
    return next;
  }

  #row(): LedgerRow {
    const row = ledgerRow(this.#state, this.#rowFlows, this.#loan.asOf, this.#today);
    this.#rowFlows = cloneFlows(this.#state.flows);
    return row;
  }
}
