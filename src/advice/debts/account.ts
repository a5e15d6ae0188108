/** One of several debts on the days of a budget: what it must get, what it can take, and what became of it. */

import type { RunTotals } from "../../ledger/ledger.ts";
import { addDays, type Day, lastOfMonth, monthNumber } from "../../loan/day.ts";
import { costUntilCleared } from "../../loan/loan.ts";
import { type Fen, type Fraction, fen } from "../../loan/money.ts";
import type { OneDebt } from "./debt.ts";
import { type BudgetPayment, DebtRun } from "./debt-run.ts";
import { type DueAhead, DuesAhead } from "./dues-ahead.ts";
import { type Candidate, chargeRate } from "./orders.ts";
import { startOf } from "./start.ts";

export interface MonthOfDebt {
  /** Out of the budget, and what was given for this debt alone. */
  readonly paid: Fen;
  readonly toPrincipal: Fen;
  /** At the month's end. */
  readonly owed: Fen;
}

export interface DebtOutcome {
  readonly debt: OneDebt;
  readonly openingOwed: Fen;
  readonly clearedOn: Day | null;
  /** Out of the budget, by date. */
  readonly payments: readonly BudgetPayment[];
  /** All that is paid and taken from the common day on, with what was given for this debt alone. */
  readonly paid: Fen;
  readonly toPrincipal: Fen;
  /** The same less the principal on that day; null where the debt is never cleared. */
  readonly totalCost: Fen | null;
  /** Month ends at which it is overdue. */
  readonly monthsOverdue: number;
  /** The first day on which it did not get what it had to, and by how much; null: it always did. */
  readonly unserved: { readonly date: Day; readonly missing: Fen } | null;
  readonly totals: RunTotals;
}

/** What the debts of one repayment have in common. */
interface RepaymentContext {
  readonly asOf: Day;
  /** The debts that were opened or were given something on the current day. */
  readonly touched: Set<Account>;
}

/**
 * One debt during a repayment. Its run is taken to a day only when that is needed (`open`); until then only the least it owes
 * is known.
 */
export class Account extends DebtRun implements Candidate {
  readonly debt: OneDebt;
  readonly place: number;
  /** Its place in an order that is fixed from the start. */
  position = 0;
  /** What it gets on the current day. */
  share = 0;
  /** What it can take beyond that; as long as it is not opened, the least it can take. */
  room: number;
  unserved: { readonly date: Day; readonly missing: Fen } | null = null;
  readonly #context: RepaymentContext;
  readonly #overdue: OverdueMonths;
  /** The day on which its room is exact. */
  #knownOn: Day | null = null;
  /** What falls due later; no longer true once more than this has been spent on the debt. */
  #ahead: { readonly spent: number; readonly dues: DuesAhead } | null = null;
  #takenUntilMonth: number;
  #gotSinceMonthEnd = 0;
  #principalPaid: number;

  constructor(debt: OneDebt, place: number, context: RepaymentContext) {
    const start = startOf(debt, context.asOf);
    super(start);
    this.debt = debt;
    this.place = place;
    this.#context = context;
    this.#overdue = new OverdueMonths(context.asOf);
    this.room = start.isQuiet ? start.owed : 0;
    this.#takenUntilMonth = start.run.taken;
    this.#principalPaid = start.run.principalPaid;
  }

  get openingOwed(): Fen {
    return this.start.owed;
  }

  get priority(): OneDebt["priority"] {
    return this.debt.priority;
  }

  /** It must be looked at on each pay day: more than the budget happens to it, or it has a minimum payment. */
  get needsAttention(): boolean {
    return !this.start.isQuiet || this.debt.loan.terms.minimum !== null;
  }

  get owedBefore(): number {
    return this.isOpen ? this.current.owed : this.room;
  }

  /** Of instalments ahead, interest that accrues comes to be owed on the first. */
  oldestUnpaidOn(day: Day): Day | null {
    if (!this.start.isQuiet) this.open(day);
    return this.oldestUnpaidDue;
  }

  chargeRate(day: Day, until: Day): Fraction {
    this.open(day);
    return chargeRate(this.current, until);
  }

  /** Opens the debt where more than the budget may have happened to it meanwhile. */
  look(day: Day): void {
    if (!this.start.isQuiet && !this.#staysAlike(day)) this.open(day);
  }

  /** By a day it only bears charges, if it gets nothing. */
  #staysAlike(day: Day): boolean {
    return this.debt.payments.length === 0 && this.oldestUnpaidDue !== null && day < this.current.stop;
  }

  /** Takes the run to the day on which it may be paid; `close` has to follow. */
  override open(day: Day): void {
    if (this.isOpen || this.isOver) return;
    super.open(day);
    this.#context.touched.add(this);
    this.room = this.#roomOf() - this.share;
    this.#knownOn = day;
  }

  /** With what it gets on the current day nothing is left owed. */
  get isPaidOff(): boolean {
    return this.isOpen && this.room === 0 && this.debt.loan.terms.surplus !== "none";
  }

  isKnown(day: Day): boolean {
    return this.#knownOn === day;
  }

  /** Finds out what it can take on a day. */
  learn(day: Day): void {
    if (!this.isUntouched || this.share > 0) this.open(day);
    else {
      this.room = this.start.owedUnpaid(day);
      this.#knownOn = day;
    }
  }

  give(amount: number): void {
    this.share += amount;
    this.room -= amount;
    this.#context.touched.add(this);
  }

  /** Gives it as much as it can take, and says how much. */
  take(money: number, day: Day): number {
    // An amount that is sure not to clear the debt can be given without looking up what it owes.
    if (money >= this.room && !this.isKnown(day)) this.learn(day);
    const share = Math.min(money, this.room);
    this.give(share);
    return share;
  }

  /** Books what it got on the day; true where the debt is over then. */
  close(day: Day): boolean {
    const share = fen(this.share);
    this.share = 0;
    this.book(day, share, this.room === 0);
    this.#gotSinceMonthEnd += share;
    if (!this.start.isQuiet) this.room = 0;
    return this.isOver;
  }

  /**
   * What it must get on a day, beyond what it already gets, so that it does not become overdue: the instalment due that day,
   * unless something older is unpaid anyway; and, once a month on a pay day, its minimum payment if it has one.
   */
  mustGet(day: Day, isMinimumAsked: boolean): number {
    if (this.isOver) return 0;
    const isDueToday = this.oldestUnpaidDue === day;
    const asksMinimum = isMinimumAsked && this.debt.loan.terms.minimum !== null;
    if (!isDueToday && !asksMinimum) return 0;
    this.open(day);
    const instalment = isDueToday ? this.current.fallenDue : 0;
    const minimum = asksMinimum ? this.current.minimumPayment - this.#gotSinceMonthEnd : 0;
    return Math.min(this.room, Math.max(0, instalment - this.share, minimum - this.share));
  }

  /** What falls due after a day, and by another, while nothing older is unpaid; asked before the day is opened. */
  fallsDue(after: Day, until: Day): readonly DueAhead[] {
    const oldest = this.oldestUnpaidDue;
    if (this.isOver || (oldest !== null && oldest < after)) return [];
    if (this.#ahead?.spent !== this.spent) {
      this.#ahead = { spent: this.spent, dues: new DuesAhead(this.debt, this.start.dueDates, this.current) };
    }
    return this.#ahead.dues.between(after, until);
  }

  endMonth(day: Day): void {
    this.#gotSinceMonthEnd = 0;
    if (!this.start.isQuiet) this.advance(day);
  }

  override advance(day: Day): void {
    if (!this.start.isQuiet) this.#passMonthEnds(day);
    super.advance(day);
  }

  /** Looks at the debt at each month end up to a day. */
  #passMonthEnds(until: Day): void {
    for (let end = lastOfMonth(this.day); end <= until && !this.isOver; end = lastOfMonth(addDays(end, 1))) {
      super.advance(end);
      if (!this.isOver) this.#overdue.see(addDays(end, 1), this.oldestUnpaidDue);
    }
  }

  takeMonth(day: Day): MonthOfDebt {
    this.advance(day);
    const { current: run } = this;
    const toPrincipal = fen(run.principalPaid - this.#principalPaid);
    const paid = fen(run.taken - this.#takenUntilMonth);
    this.#principalPaid = run.principalPaid;
    this.#takenUntilMonth = run.taken;
    return { paid, toPrincipal, owed: run.owed };
  }

  outcome(lastMonthEnd: Day): DebtOutcome {
    const { debt, openingOwed, unserved, start, current: run } = this;
    const totals = run.totals();
    const { clearedOn } = totals;
    const end = addDays(lastMonthEnd, 1);
    // A quiet debt has fallen due as a whole: it is overdue until it is cleared.
    if (start.isQuiet) this.#overdue.see(clearedOn ?? end, start.run.oldestUnpaidDue);
    else if (!this.isOver) this.#overdue.see(end, run.oldestUnpaidDue);
    const paid = fen(run.taken - start.run.taken);
    const charges = debt.loan.charges.filter(({ date }) => date > start.asOf);
    return {
      debt,
      openingOwed,
      clearedOn,
      payments: this.payments.made,
      paid,
      toPrincipal: fen(run.principalPaid - start.run.principalPaid),
      totalCost:
        clearedOn === null
          ? null
          : costUntilCleared(charges, { openingPrincipal: start.run.principal, paid, clearedOn }),
      monthsOverdue: this.#overdue.count,
      unserved,
      totals,
    };
  }

  /** Money beyond this would lie unused: terms may take nothing before it is due. */
  #roomOf(): number {
    if (this.isOver) return 0;
    return this.debt.loan.terms.surplus === "none" ? this.current.fallenDue : this.current.owed;
  }
}

/** At how many month ends a debt is overdue. */
class OverdueMonths {
  readonly #firstMonth: number;
  #seen = 0;
  #overdue = 0;

  /** Of a repayment that starts on a day. */
  constructor(asOf: Day) {
    this.#firstMonth = monthNumber(addDays(asOf, 1));
  }

  get count(): number {
    return this.#overdue;
  }

  /**
   * Counts the month ends since the last one seen and before a day. The oldest unpaid due date must have been the same over
   * all of them.
   */
  see(before: Day, oldestUnpaidDue: Day | null): void {
    const ended = this.#monthsEnded(before);
    const current = oldestUnpaidDue === null ? ended : this.#monthsEnded(addDays(oldestUnpaidDue, 1));
    this.#overdue += ended - Math.min(ended, Math.max(this.#seen, current));
    this.#seen = ended;
  }

  #monthsEnded(before: Day): number {
    return Math.max(0, monthNumber(before) - this.#firstMonth);
  }
}
