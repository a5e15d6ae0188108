/** At how many month ends a debt is overdue. */

import { addDays, type Day, monthNumber } from "../../loan/day.ts";

/** How many months have ended between the start of a repayment and a day. */
export type MonthsEnded = (before: Day) => number;

export function monthsEndedSince(asOf: Day): MonthsEnded {
  const first = monthNumber(addDays(asOf, 1));
  return (before) => Math.max(0, monthNumber(before) - first);
}

export class OverdueMonths {
  readonly #monthsEnded: MonthsEnded;
  #seen = 0;
  #overdue = 0;

  constructor(monthsEnded: MonthsEnded) {
    this.#monthsEnded = monthsEnded;
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
}
