/** At how many month ends a debt is overdue. */

import { addDays, type Day, monthNumber } from "../../loan/day.ts";

export class OverdueMonths {
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
