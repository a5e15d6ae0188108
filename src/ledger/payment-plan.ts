/** The payments of a run in the order of their days: dated ones, and those that repeat. */

import type { Component } from "../loan/components.ts";
import { addDays, type Day, dayInMonth, dayInMonthNumber, earliest, monthNumber, NEVER } from "../loan/day.ts";
import type { GivenPayments } from "../loan/events.ts";
import type { Payment, PaymentStream } from "../loan/loan.ts";
import type { Surplus } from "../loan/terms.ts";
import { Dated } from "./dated.ts";

/** One or more payments of a day that name the same purpose: consecutive ones are one payment. */
export interface DuePayment {
  readonly for: Component | null;
  readonly surplus: Surplus | null;
  /** Paid whatever is owed; what nobody takes stays unapplied. */
  readonly dated: number;
  /** Cut to what is owed. */
  readonly streamed: number;
  /** So many times the minimum payment of the day, cut too. */
  readonly minimums: number;
}

/** Payments that are all the same, to no component first, on the days of a cycle. */
export interface RegularPayments {
  readonly amount: number;
  /** The day of the next one; never where none is left. */
  readonly next: Day;
  /** How many of them come before a day, as the next one does. */
  countBefore(day: number): number;
  /** So many of them are made. */
  pass(count: number): void;
}

/** Payments in the order of their days; asked for one day after the other. */
export interface PlannedPayments {
  /** The next day with a payment; never where none is left. */
  readonly next: Day;
  /** Some of it is paid by the minimum of the day. */
  readonly asksMinimum: boolean;
  /** What alone pays next, where it is regular, and the day before which it is alone. */
  readonly regular: { readonly payments: RegularPayments; readonly before: Day } | null;
  /** The payments of a day, which must not lie before the day asked for last. */
  take(day: Day): readonly DuePayment[];
}

export const NO_PAYMENT: DuePayment = { for: null, surplus: null, dated: 0, streamed: 0, minimums: 0 };

/** The payments of the events of a run. */
export class PaymentPlan implements PlannedPayments {
  readonly #dated: Dated<Payment>;
  readonly #streams: StreamCursor[] = [];
  asksMinimum = false;
  /** The stream that pays next, and the day on which anything else is paid. */
  #soonest: StreamCursor | null = null;
  #othersNext: Day = NEVER;

  constructor({ payments, streams }: GivenPayments, asOf: Day) {
    // A later fact may be dated earlier: the run takes them in the order of their days.
    // One of nothing does not part two of one purpose.
    this.#dated = new Dated(
      payments.filter(({ amount }) => amount > 0),
      asOf,
    );
    for (const stream of streams) {
      const cursor = new StreamCursor(stream, asOf);
      this.#streams.push(cursor);
      if (cursor.asksMinimum) this.asksMinimum = true;
    }
    this.#findNext();
  }

  get next(): Day {
    return earliest(this.#soonest?.next ?? NEVER, this.#othersNext);
  }

  take(day: Day): readonly DuePayment[] {
    const only = this.#soonest;
    if (only !== null && only.next === day && day < this.#othersNext) return only.take();
    const taken: Joined[] = [];
    for (const payment of this.#dated.take(day)) joinedTo(taken, payment).dated += payment.amount;
    for (const stream of this.#streams) {
      if (stream.next !== day) continue;
      for (const due of stream.take()) {
        const joined = joinedTo(taken, due);
        joined.streamed += due.streamed;
        joined.minimums += due.minimums;
      }
    }
    this.#findNext();
    return taken;
  }

  get regular(): PlannedPayments["regular"] {
    const only = this.#soonest;
    if (only === null || !only.isRegular || only.next >= this.#othersNext) return null;
    return { payments: only, before: this.#othersNext };
  }

  #findNext(): void {
    this.#soonest = null;
    this.#othersNext = this.#dated.next;
    let soonest = NEVER;
    for (const stream of this.#streams) {
      if (stream.next < soonest) {
        this.#othersNext = earliest(this.#othersNext, soonest);
        soonest = stream.next;
        this.#soonest = stream;
      } else this.#othersNext = earliest(this.#othersNext, stream.next);
    }
  }
}

type Joined = { -readonly [part in keyof DuePayment]: DuePayment[part] };

/** Consecutive payments that name the same purpose are one: the last one taken, or a new one. */
function joinedTo(taken: Joined[], { for: purpose, surplus }: Pick<DuePayment, "for" | "surplus">): Joined {
  const last = taken[taken.length - 1];
  if (last !== undefined && last.for === purpose && last.surplus === surplus) return last;
  const joined = { ...NO_PAYMENT, for: purpose, surplus };
  taken.push(joined);
  return joined;
}

/** The payments of one stream, one after the other. */
class StreamCursor implements RegularPayments {
  /** The payment of each turn, as the list of one that a day has. */
  readonly #turns: (readonly DuePayment[])[] = [];
  readonly #stepDays: number;
  readonly #dayOfMonth: number;
  readonly #firstMonth: number;
  readonly #from: Day;
  readonly #lastDay: Day;
  readonly #pauses: PaymentStream["pauses"];
  asksMinimum = false;
  readonly isRegular: boolean;
  /** Of a regular one. */
  readonly amount: number;
  #index = 0;
  #turn = 0;
  /** The day of the next payment; never where there is none. */
  next: Day;

  constructor({ cycle, amounts, from, until, pauses, for: purpose }: PaymentStream, asOf: Day) {
    for (const amount of amounts) {
      const isMinimum = amount === "minimum";
      if (isMinimum) this.asksMinimum = true;
      this.#turns.push([
        { ...NO_PAYMENT, for: purpose, streamed: isMinimum ? 0 : amount, minimums: isMinimum ? 1 : 0 },
      ]);
    }
    this.amount = this.#turns[0]?.[0]?.streamed ?? 0;
    this.isRegular = this.amount > 0 && amounts.length === 1 && purpose === null && pauses.length === 0;
    this.#from = from;
    this.#lastDay = until ?? NEVER;
    this.#pauses = pauses;
    this.#stepDays = cycle.kind === "days" ? cycle.days : 0;
    this.#firstMonth = cycle.kind === "month" ? monthNumber(from) : 0;
    this.#dayOfMonth = cycle.kind === "month" ? cycle.dayOfMonth : 0;
    // A month whose day lies before the start is not the stream's first.
    if (cycle.kind === "month" && dayInMonth(from, 0, cycle.dayOfMonth) < from) this.#index = 1;
    this.next = this.#dayAt(this.#index);
    while (this.next <= asOf || this.#isPaused(this.next)) this.#step();
    this.#cut();
  }

  /** The payment of its day; it goes on to the next one. */
  take(): readonly DuePayment[] {
    const due = this.#turns[this.#turn] ?? [];
    this.#step();
    if (this.#pauses.length > 0) while (this.#isPaused(this.next)) this.#step();
    this.#cut();
    return due;
  }

  countBefore(day: number): number {
    const end = Math.min(day, this.#lastDay + 1);
    if (this.#stepDays > 0) return Math.ceil((end - this.next) / this.#stepDays);
    const months = monthNumber(end as Day) - this.#firstMonth;
    return months - this.#index + (this.#dayAt(months) < end ? 1 : 0);
  }

  pass(count: number): void {
    this.#index += count;
    this.next = this.#dayAt(this.#index);
    this.#cut();
  }

  #step(): void {
    this.#index += 1;
    this.#turn = this.#turn + 1 === this.#turns.length ? 0 : this.#turn + 1;
    this.next = this.#dayAt(this.#index);
  }

  #dayAt(index: number): Day {
    if (this.#stepDays > 0) return addDays(this.#from, index * this.#stepDays);
    return dayInMonthNumber(this.#firstMonth + index, this.#dayOfMonth);
  }

  #cut(): void {
    if (this.next > this.#lastDay) this.next = NEVER;
  }

  #isPaused(day: number): boolean {
    return this.#pauses.some((pause) => day >= pause.from && day <= pause.until);
  }
}
