/** The run of a debt under the payments it gets out of a budget, made no sooner than it is asked for. */

import type { Run } from "../../ledger/run.ts";
import { addDays, type Day } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import { BudgetPayments } from "./budget-payments.ts";
import { owedIn, type Start, withinLimit } from "./start.ts";

/**
 * A quiet debt changes by nothing but the budget and what it bears: its run stays behind as long as no more need be known
 * of it, and is then taken over all days and payments since at once, which the engine does in few steps. The run of any
 * other debt keeps up with the days.
 */
export class DebtRun {
  readonly start: Start;
  /** Out of the budget. */
  readonly payments = new BudgetPayments();
  /** All of them together. */
  spent = 0;
  #run: Run | null = null;
  /** The close at which the run is wanted, or the day on which it is open. */
  #day: Day;
  #isOpen = false;
  /** Its first payment was for all of it. */
  #clearedUnseenOn: Day | null = null;

  constructor(start: Start) {
    this.start = start;
    this.#day = start.asOf;
  }

  get day(): Day {
    return this.#day;
  }

  /** On a day on which it is open before the payments of the budget, else at the close of its day. */
  get current(): Run {
    this.#run ??= this.#begun();
    if (this.#run.today < this.#day) this.#run.advance(this.#day);
    return withinLimit(this.#run, this.start.asOf);
  }

  #begun(): Run {
    const run = this.start.newRun();
    if (this.start.isQuiet) run.follow(this.payments);
    return run;
  }

  /** It is known what becomes of it without a run. */
  get isUntouched(): boolean {
    return this.start.isQuiet && this.#run === null && this.spent === 0;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  get isOver(): boolean {
    return this.clearedOn !== null || (this.#run === null ? this.start.isOver : this.#run.isOver);
  }

  get clearedOn(): Day | null {
    return this.#run === null ? (this.#clearedUnseenOn ?? this.start.clearedOn) : this.#run.clearedOn;
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
    return this.#run === null && this.spent === 0 ? this.start.oldestUnpaidDue : this.current.oldestUnpaidDue;
  }

  advance(day: Day): void {
    if (this.isOver || this.#day >= day) return;
    this.#day = day;
    if (!this.start.isQuiet) this.current.advance(day);
  }

  /** Goes on to a day as far as the payments of the budget; `close` has to follow. */
  open(day: Day): void {
    this.advance(addDays(day, -1));
    this.current.openDay(day);
    this.#isOpen = true;
    this.#day = day;
  }

  /** With what it gets on the day: all of it where it is not open and `isAll` is known. */
  close(day: Day, amount: Fen, isAll: boolean): void {
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
