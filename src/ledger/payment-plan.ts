/** The payments of a run in the order of their days: dated ones, and those that repeat. */

import type { Component } from "../loan/components.ts";
import { addDays, civil, type Day, dayInMonth, dayInMonthNumber, earliest, monthNumber, NEVER } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Payment, PaymentStream, Surplus } from "../loan/loan.ts";
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

/** Equal payments of a stream, to no component first: `count` of them, `stepDays` apart. */
export interface RegularPayments {
  readonly amount: number;
  readonly first: Day;
  readonly stepDays: number;
  readonly count: number;
}

export const NO_PAYMENT: DuePayment = { for: null, surplus: null, dated: 0, streamed: 0, minimums: 0 };

/** Walks forward through the payments; asked for one day after the other. */
export class PaymentPlan {
  readonly #dated: Dated<Payment>;
  readonly #streams: readonly StreamCursor[];
  /** Some of it is paid by the minimum of the day. */
  readonly asksMinimum: boolean;
  /** The next day with a payment; never where none is left. */
  next: Day = NEVER;
  /** The stream that pays on that day, and the day on which anything else is paid. */
  #soonest: StreamCursor | null = null;
  #othersNext: Day = NEVER;

  constructor({ payments, streams }: Pick<Events, "payments" | "streams">, asOf: Day) {
    // A later fact may be dated earlier: the run takes them in the order of their days.
    this.#dated = new Dated(payments, asOf);
    this.#streams = streams.map((stream) => new StreamCursor(stream, asOf));
    this.asksMinimum = streams.some(({ amounts }) => amounts.includes("minimum"));
    this.#findNext();
  }

  /** The payments of a day, which must not lie before the day asked for last. */
  take(day: Day): readonly DuePayment[] {
    const only = this.#soonest;
    if (only !== null && only.next === day && day < this.#othersNext) {
      const due = only.take();
      this.#passTo(only.next);
      return due;
    }
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

  /** The payments before a day that one regular stream makes alone: each is the same, and comes after as many days. */
  regularBefore(day: number): RegularPayments | null {
    return this.#soonest?.regularBefore(Math.min(day, this.#othersNext)) ?? null;
  }

  /** So many of them are made. */
  passRegular(count: number): void {
    const only = this.#soonest;
    if (only === null) return;
    only.passRegular(count);
    this.#passTo(only.next);
  }

  #passTo(next: Day): void {
    if (next < this.#othersNext) this.next = next;
    else this.#findNext();
  }

  #findNext(): void {
    this.#soonest = null;
    this.next = NEVER;
    this.#othersNext = this.#dated.next;
    for (const stream of this.#streams) {
      if (stream.next < this.next) {
        this.#othersNext = earliest(this.#othersNext, this.next);
        this.next = stream.next;
        this.#soonest = stream;
      } else if (stream.next < this.#othersNext) this.#othersNext = stream.next;
    }
    if (this.#dated.next < this.next) this.next = this.#dated.next;
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
class StreamCursor {
  /** The payment of each turn, as the list of one that a day has. */
  readonly #turns: readonly (readonly DuePayment[])[];
  readonly #stepDays: number;
  readonly #dayOfMonth: number;
  readonly #firstMonth: number;
  readonly #from: Day;
  readonly #lastDay: Day;
  readonly #pauses: PaymentStream["pauses"];
  #index = 0;
  #turn = 0;
  /** The day of the next payment; never where there is none. */
  next: Day;

  constructor({ cycle, amounts, from, until, pauses, for: purpose }: PaymentStream, asOf: Day) {
    this.#turns = amounts.map((amount) => {
      const [streamed, minimums] = amount === "minimum" ? [0, 1] : [amount, 0];
      return [{ ...NO_PAYMENT, for: purpose, streamed, minimums }];
    });
    this.#from = from;
    this.#lastDay = until ?? NEVER;
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

  /** The payment of its day; it goes on to the next one. */
  take(): readonly DuePayment[] {
    const due = this.#turns[this.#turn] ?? [];
    this.#step();
    if (this.#pauses.length > 0) while (this.#isPaused(this.next)) this.#step();
    this.#cut();
    return due;
  }

  /** Its payments before a day, where each is the same and comes after as many days. */
  regularBefore(day: number): RegularPayments | null {
    const [due] = this.#turns[0] ?? [];
    if (this.#stepDays === 0 || this.#turns.length > 1 || this.#pauses.length > 0) return null;
    if (due === undefined || due.for !== null || due.streamed === 0) return null;
    const count = Math.ceil((Math.min(day, this.#lastDay + 1) - this.next) / this.#stepDays);
    return count <= 0 ? null : { amount: due.streamed, first: this.next, stepDays: this.#stepDays, count };
  }

  passRegular(count: number): void {
    this.next = addDays(this.next, count * this.#stepDays);
    this.#cut();
  }

  #step(): void {
    this.#index += 1;
    this.#turn = this.#turn + 1 === this.#turns.length ? 0 : this.#turn + 1;
    this.next = this.#stepDays > 0 ? addDays(this.next, this.#stepDays) : this.#dayAt(this.#index);
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

/** How many nights one turn of a cycle has, starting with the night after `day`. */
export function cycleDays(cycle: PaymentStream["cycle"], day: Day): number {
  return cycle.kind === "days" ? cycle.days : dayInMonth(day, 1, civil(day).day) - day;
}
