/** The payments that a debt has got out of a budget, in the form in which its run reads them. */

import { type DuePayment, NO_PAYMENT, type PlannedPayments, type RegularPayments } from "../../ledger/payment-plan.ts";
import { type Day, NEVER } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";

export interface BudgetPayment {
  readonly date: Day;
  readonly amount: Fen;
}

/** A list that grows by one payment at a time. Payments of the same amount in a row count as regular ones. */
export class BudgetPayments implements PlannedPayments, RegularPayments {
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
