/** What is dated, in the order of its days: sorted once, and walked through with a cursor. */

import { byDate, type Day, NEVER } from "../loan/day.ts";

export class Dated<Item extends { readonly date: Day }> {
  readonly #items: readonly Item[];
  #index = 0;
  /** The day of the next one; never where none is left. */
  next: Day;

  /** Those after a day; what lies on one day keeps the order in which it was given. A list in order is not copied. */
  constructor(items: readonly Item[], after: Day) {
    this.#items = isInOrder(items) ? items : items.toSorted(byDate);
    this.next = this.#items[0]?.date ?? NEVER;
    this.take(after);
  }

  /** Those up to a day that were not taken before. */
  take(day: Day): readonly Item[] {
    if (this.next > day) return NONE;
    const from = this.#index;
    while (this.next <= day) {
      this.#index += 1;
      this.next = this.#items[this.#index]?.date ?? NEVER;
    }
    return this.#items.slice(from, this.#index);
  }
}

function isInOrder(items: readonly { readonly date: Day }[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { date } of items) {
    if (date < before) return false;
    before = date;
  }
  return true;
}

const NONE: readonly never[] = [];
