/** A statement's days replayed one after the other: what each does by the terms, payment by payment. */

import { Run } from "../../ledger/run.ts";
import { addAmounts, type ByComponent, NO_AMOUNTS, subtractAmounts, totalOf } from "../../loan/components.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { add, type Fen, fen, subtract, ZERO } from "../../loan/money.ts";
import { type Delay, DelayAccount, type DelayOfLine, type Enforcement } from "./delay.ts";
import { paymentOf, type ReplayedLoan, type StatementDay } from "./replayed-loan.ts";

/** What a day does, payment by payment. */
export interface AuditDay {
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  readonly waivedDelay: Fen;
  /** After so many of its payments: where they went together, and what is owed then. */
  readonly afterPayments: readonly AfterPayments[];
}

export interface AfterPayments {
  readonly paid: ByComponent;
  readonly owed: ByComponent;
  /** Of what is owed, interest fixed in advance for the days after. */
  readonly unearned: Fen;
  readonly delay: Pick<DelayOfLine, "paid" | "owed"> | null;
}

/** Takes a run from one day of a statement to another. */
export class DayByDay {
  readonly run: Run;
  readonly #delay: DelayAccount | null;
  /** What was paid until the close of the day taken last. */
  #paid: ByComponent;
  #lastIndex = -1;

  constructor(replayed: ReplayedLoan, enforcement: Enforcement | null) {
    this.run = new Run(replayed.loan, replayed.events);
    this.#delay = enforcement === null ? null : new DelayAccount(this.run, replayed, enforcement);
    this.#paid = this.run.amounts("paid");
  }

  get delay(): Delay | null {
    return this.#delay?.delay() ?? null;
  }

  /** What was paid before a day, which the run may have come near to by other days of the statement. */
  #paidBefore({ index, date }: StatementDay): ByComponent {
    if (index === this.#lastIndex + 1) return this.#paid;
    (this.#delay ?? this.run).advance(addDays(date, -1));
    return this.run.amounts("paid");
  }

  /** What the interest for delay takes of a day's payments so far, of which so much has reached the components. */
  #settle(date: Day, paymentsSoFar: Fen, reached: ByComponent): AfterPayments["delay"] {
    const delay = this.#delay;
    if (delay === null) return null;
    const before = delay.paid;
    delay.settle(delay.paidUntil(addDays(date, -1)) + paymentsSoFar, reached);
    return { paid: subtract(delay.paid, before), owed: delay.owed };
  }

  /** `tellsApart`: what each of several payments of the day reaches, and not only all of them together. */
  take(day: StatementDay, tellsApart: boolean): AuditDay {
    const { run } = this;
    const { date, payments } = day;
    const isMoreThanOnePayment = payments.length > 1 || day.fees > 0 || day.waivers > 0;
    const paidBefore = this.#paidBefore(day);
    if (isMoreThanOnePayment) (this.#delay ?? run).advance(addDays(date, -1));
    const [chargedBefore, waivedBefore] = isMoreThanOnePayment
      ? [run.amounts("charged"), run.amounts("waived")]
      : [NO_AMOUNTS, NO_AMOUNTS];
    const before = payments.length > 1 && tellsApart && run.today < date ? run.branch(NO_EVENTS) : null;
    (this.#delay ?? run).advance(date);
    // What was paid before takes its part before a waiver of this day does.
    this.#settle(date, ZERO, paidBefore);
    this.#paid = run.amounts("paid");
    this.#lastIndex = day.index;
    const owed = addAmounts(run.amounts("owed"), subtractAmounts(this.#paid, paidBefore));
    const waived = isMoreThanOnePayment ? subtractAmounts(run.amounts("waived"), waivedBefore) : NO_AMOUNTS;
    return {
      charged: isMoreThanOnePayment ? subtractAmounts(run.amounts("charged"), chargedBefore) : NO_AMOUNTS,
      waived,
      waivedDelay: this.#delay?.waive(add(day.waivedDelay, leftForDelay(day, waived, owed))) ?? ZERO,
      afterPayments: [
        { paid: NO_AMOUNTS, owed, unearned: run.unearned, delay: this.#settle(date, ZERO, paidBefore) },
        ...this.#afterPayments(day, before, paidBefore),
      ],
    };
  }

  /** Payments of one day are one payment to the engine: what the first of them reach is seen by paying no more. */
  #afterPayments({ date, payments }: StatementDay, before: Run | null, paidBefore: ByComponent): AfterPayments[] {
    let amount = ZERO;
    return payments.map((payment, index) => {
      amount = add(amount, payment.amount ?? ZERO);
      const isLast = index === payments.length - 1;
      const paying = isLast ? null : before?.branch({ ...NO_EVENTS, payments: [paymentOf({ date, amount })] });
      const run = paying?.advance(date) ?? this.run;
      const isSeen = isLast || before !== null;
      const reached = isSeen ? run.amounts("paid") : paidBefore;
      const paid = subtractAmounts(reached, paidBefore);
      const { unearned } = run;
      return { paid, owed: run.amounts("owed"), unearned, delay: this.#settle(date, isSeen ? amount : ZERO, reached) };
    });
  }
}

/**
 * A waiver that may take anything takes the interest for delay last, with what is left of its amount: nothing while anything
 * else is owed. What a waiver of charges alone leaves is none of it.
 */
function leftForDelay({ waivedBeside, waivedOfAnything }: StatementDay, waived: ByComponent, owed: ByComponent): Fen {
  if (totalOf(owed) > 0) return ZERO;
  return fen(Math.max(0, Math.min(waivedOfAnything, waivedBeside - totalOf(waived))));
}
