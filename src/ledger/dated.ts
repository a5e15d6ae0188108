/** What is dated, in the order of its days: sorted once, and walked through with a cursor. */

import type { Day } from "../loan/day.ts";

export class Dated<Item extends { readonly date: Day }> {
  readonly #items: readonly Item[];
  #index = 0;
  /** The day of the next one; Infinity where none is left. */
  next: number;

  /** Those after a day; what lies on one day keeps the order in which it was given. */
  constructor(items: readonly Item[], after: Day) {
    this.#items =
      items.length === 0
        ? items
        : items.filter(({ date }) => date > after).sort((earlier, later) => earlier.date - later.date);
    this.next = this.#items[0]?.date ?? Number.POSITIVE_INFINITY;
  }

  /** Those up to a day that were not taken before. */
  take(day: Day): readonly Item[] {
    if (this.next > day) return NONE;
    const from = this.#index;
    while (this.next <= day) {
      this.#index += 1;
      this.next = this.#items[this.#index]?.date ?? Number.POSITIVE_INFINITY;
    }
    return this.#items.slice(from, this.#index);
  }
}

const NONE: readonly never[] = [];
