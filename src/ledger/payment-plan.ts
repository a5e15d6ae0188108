/** The payments of a run in the order of their days: dated ones, and those that repeat. */

import { civil, type Day, dayInMonth, dayInMonthNumber, monthNumber } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Component, Payment, PaymentStream, Surplus } from "../loan/loan.ts";
import { ZERO } from "../loan/money.ts";
import { Dated } from "./dated.ts";

/** One or more payments of a day that name the same purpose: consecutive ones are one payment. */
export interface DuePayment {
  for: Component | null;
  surplus: Surplus | null;
  /** Paid whatever is owed; what nobody takes stays unapplied. */
  dated: number;
  /** Cut to what is owed. */
  streamed: number;
  /** So many times the minimum payment of the day, cut too. */
  minimums: number;
}

/** Walks forward through the payments; asked for one day after the other. */
export class PaymentPlan {
  readonly #dated: Dated<Payment>;
  readonly #streams: readonly StreamCursor[];
  /** Those of the day taken last, in objects that are used again, and how many of them are of the day. */
  readonly #taken: DuePayment[] = [];
  #count = 0;
  #last: DuePayment | null = null;
  readonly #asksMinimum: boolean;
  /** The next day with a payment; Infinity where none is left. */
  next: number;

  constructor({ payments, streams }: Pick<Events, "payments" | "streams">, asOf: Day) {
    // A later fact may be dated earlier: the run takes them in the order of their days.
    this.#dated = new Dated(payments, asOf);
    this.#streams = streams.map((stream) => new StreamCursor(stream, asOf));
    this.#asksMinimum = streams.some(({ amounts }) => amounts.includes("minimum"));
    this.next = this.#findNext();
  }

  /** Some of it is paid by the minimum of the day. */
  get asksMinimum(): boolean {
    return this.#asksMinimum;
  }

  /** The payments of a day, which must not lie before the day asked for last; the list is good until the next call. */
  take(day: Day): readonly DuePayment[] {
    this.#count = 0;
    this.#last = null;
    for (const { for: purpose, surplus, amount } of this.#dated.take(day)) this.#join(purpose, surplus).dated += amount;
    for (const stream of this.#streams) {
      if (stream.next !== day) continue;
      stream.addTo(this.#join(stream.for, null));
      stream.advance();
    }
    this.next = this.#findNext();
    if (this.#taken.length > this.#count) this.#taken.length = this.#count;
    return this.#taken;
  }

  /** Consecutive payments that name the same purpose are one. */
  #join(purpose: Component | null, surplus: Surplus | null): DuePayment {
    const last = this.#last;
    if (last !== null && last.for === purpose && last.surplus === surplus) return last;
    let due = this.#taken[this.#count];
    if (due === undefined) {
      due = { for: null, surplus: null, dated: 0, streamed: 0, minimums: 0 };
      this.#taken.push(due);
    }
    this.#count += 1;
    due.for = purpose;
    due.surplus = surplus;
    due.dated = 0;
    due.streamed = 0;
    due.minimums = 0;
    this.#last = due;
    return due;
  }

  #findNext(): number {
    let next = this.#dated.next;
    for (const stream of this.#streams) if (stream.next < next) next = stream.next;
    return next;
  }
}

/** The payments of one stream, one after the other. */
export class StreamCursor {
  readonly #amounts: PaymentStream["amounts"];
  readonly #stepDays: number;
  readonly #dayOfMonth: number;
  readonly #firstMonth: number;
  readonly #from: Day;
  readonly #lastDay: number;
  readonly #pauses: PaymentStream["pauses"];
  readonly for: Component | null;
  #index = 0;
  #turn = 0;
  /** The day of the next payment; Infinity where there is none. */
  next: number;

  constructor({ cycle, amounts, from, until, pauses, for: purpose }: PaymentStream, asOf: Day) {
    this.#amounts = amounts;
    this.for = purpose;
    this.#from = from;
    this.#lastDay = until ?? Number.POSITIVE_INFINITY;
    this.#pauses = pauses;
    this.#stepDays = cycle.kind === "days" ? cycle.days : 0;
    this.#firstMonth = monthNumber(from);
    this.#dayOfMonth = cycle.kind === "month" ? cycle.dayOfMonth : 0;
    // A month whose day lies before the start is not the stream's first.
    if (cycle.kind === "month" && dayInMonth(from, 0, cycle.dayOfMonth) < from) this.#index = 1;
    this.next = this.#dayAt(this.#index);
    while (this.next <= asOf || this.#isPaused(this.next)) this.#step();
    this.#cut();
  }

  /** Adds the payment of its day to those of the day. */
  addTo(due: DuePayment): void {
    const amount = this.#amounts[this.#turn] ?? ZERO;
    if (amount === "minimum") due.minimums += 1;
    else due.streamed += amount;
  }

  /** Goes on to the next payment. */
  advance(): void {
    this.#step();
    if (this.#pauses.length > 0) while (this.#isPaused(this.next)) this.#step();
    this.#cut();
  }

  #step(): void {
    this.#index += 1;
    this.#turn = this.#turn + 1 === this.#amounts.length ? 0 : this.#turn + 1;
    this.next = this.#stepDays > 0 ? this.next + this.#stepDays : this.#dayAt(this.#index);
  }

  #dayAt(index: number): number {
    if (this.#stepDays > 0) return this.#from + index * this.#stepDays;
    return dayInMonthNumber(this.#firstMonth + index, this.#dayOfMonth);
  }

  #cut(): void {
    if (this.next > this.#lastDay) this.next = Number.POSITIVE_INFINITY;
  }

  #isPaused(day: number): boolean {
    return this.#pauses.some((pause) => day >= pause.from && day <= pause.until);
  }
}

/** How many nights one turn of a cycle has, starting with the night after `day`. */
export function cycleDays(cycle: PaymentStream["cycle"], day: Day): number {
  return cycle.kind === "days" ? cycle.days : dayInMonth(day, 1, civil(day).day) - day;
}
