/** The run of one debt under the payments that it gets out of a budget; nothing is run before it is needed. */

import { type DuePayment, NO_PAYMENT, type PlannedPayments, type RegularPayments } from "../../ledger/payment-plan.ts";
import type { Run } from "../../ledger/run.ts";
import { addDays, type Day, NEVER } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import { owedIn, runWithinLimit, type Start } from "./start.ts";

export interface BudgetPayment {
  readonly date: Day;
  readonly amount: Fen;
}

/** As its run reads them: a list that grows by one payment at a time. Payments of the same amount in a row count as regular ones. */
class BudgetPayments implements PlannedPayments, RegularPayments {
  readonly asksMinimum = false;
  readonly #made: BudgetPayment[] = [];
  /** How many of them the run has taken in. */
  #taken = 0;
  /** Payments before this place are known to have the same amount as the next one. */
  #regularEnd = 0;

  get made(): readonly BudgetPayment[] {
    return this.#made;
  }

  add(payment: BudgetPayment): void {
    this.#made.push(payment);
  }

  get next(): Day {
    return this.#made[this.#taken]?.date ?? NEVER;
  }

  get amount(): number {
    return this.#made[this.#taken]?.amount ?? 0;
  }

  get regular(): PlannedPayments["regular"] {
    const { amount } = this;
    let end = Math.max(this.#regularEnd, this.#taken);
    while (this.#made[end]?.amount === amount) end += 1;
    this.#regularEnd = end;
    return { payments: this, before: this.#made[end]?.date ?? NEVER };
  }

  take(): readonly DuePayment[] {
    const { amount } = this;
    this.pass(1);
    return [{ ...NO_PAYMENT, streamed: amount }];
  }

  /** How many of the regular ones come before a day. */
  countBefore(day: number): number {
    let end = this.#regularEnd;
    while (end > this.#taken && (this.#made[end - 1]?.date ?? NEVER) >= day) end -= 1;
    return end - this.#taken;
  }

  pass(count: number): void {
    this.#taken += count;
  }
}

/**
 * Nothing happens to a quiet debt but payments of the budget and its own charges. Its run is therefore left behind until
 * something must be known of it, and then taken over all days and payments since in one go, which costs the engine few steps.
 * The run of any other debt is advanced day by day with the repayment.
 */
export class DebtRun {
  readonly start: Start;
  /** Out of the budget. */
  readonly payments = new BudgetPayments();
  /** The sum of these payments. */
  spent = 0;
  #run: Run | null = null;
  /** The day whose close the run is to show; while it is open, the day on which it waits for payments. */
  #day: Day;
  #isOpen = false;
  /** Its only payment cleared it, so that no run was needed. */
  #clearedUnseenOn: Day | null = null;

  constructor(start: Start) {
    this.start = start;
    this.#day = start.asOf;
  }

  get day(): Day {
    return this.#day;
  }

  /** While it is open, the state before the payments of the budget; else the close of its day. */
  get current(): Run {
    this.#run ??= this.#begun();
    if (this.#run.today < this.#day) this.#run.advance(this.#day);
    return runWithinLimit(this.#run, this.start.asOf);
  }

  #begun(): Run {
    const run = this.start.newRun();
    if (this.start.isQuiet) run.follow(this.payments);
    return run;
  }

  /** Nothing was paid on it yet: what it owes is known without a run of its own. */
  get isUntouched(): boolean {
    return this.start.isQuiet && this.#run === null && this.spent === 0;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isOver(): boolean {
    return this.clearedOn !== null || (this.#run === null ? this.start.run.isOver : this.#run.isOver);
  }

  get clearedOn(): Day | null {
    return this.#run === null ? (this.#clearedUnseenOn ?? this.start.run.clearedOn) : this.#run.clearedOn;
  }

  /** Less interest not yet earned. */
  get owed(): number {
    if (this.isUntouched) return this.start.owedUnpaid(this.#day);
    if (this.#clearedUnseenOn !== null) return 0;
    return owedIn(this.current, this.start.asOf);
  }

  get paidSoFar(): number {
    return this.start.isQuiet ? this.spent : this.current.paidSoFar;
  }

  get oldestUnpaidDue(): Day | null {
    return this.#run === null && this.spent === 0 ? this.start.run.oldestUnpaidDue : this.current.oldestUnpaidDue;
  }

  advance(day: Day): void {
    if (this.isOver || this.#day >= day) return;
    this.#day = day;
    if (!this.start.isQuiet) this.current.advance(day);
  }

  /** Takes the run into a day, up to where the payments of the budget come; `book` has to follow. */
  open(day: Day): void {
    this.advance(addDays(day, -1));
    this.current.openDay(day);
    this.#isOpen = true;
    this.#day = day;
  }

  /** Ends the day with the amount that the debt gets; `isAll`: that is known to be all it owes, without a run. */
  book(day: Day, amount: Fen, isAll: boolean): void {
    this.#day = day;
    if (amount > 0) {
      if (!this.#isOpen && isAll) this.#clearedUnseenOn = day;
      this.payments.add({ date: day, amount });
      this.spent += amount;
    }
    if (!this.#isOpen) return;
    this.#isOpen = false;
    if (amount > 0) this.payments.pass(1);
    this.current.closeDay(amount);
  }
}
