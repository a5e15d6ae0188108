/** A statement's days replayed one after the other: what each does by the terms, payment by payment. */

import { Run } from "../../ledger/run.ts";
import {
  addAmounts,
  type ByComponent,
  COMPONENTS,
  NO_AMOUNTS,
  subtractAmounts,
  totalOf,
} from "../../loan/components.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { add, type Fen, fen, subtract, ZERO } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { type Delay, DelayAccount, type DelayOfLine, type Enforcement } from "./delay.ts";
import { byPlace, paymentOf, type ReplayedLoan, type StatementDay } from "./replayed-loan.ts";
import { underNames } from "./under-names.ts";

/** What a day does, payment by payment. */
export interface AuditDay {
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  readonly waivedDelay: Fen;
  /** In the order in which they reach what is owed. */
  readonly payments: readonly StatementLine[];
  /** After so many of them: where they went together, and what is owed then. */
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
  readonly #days: readonly StatementDay[];
  readonly #delay: DelayAccount | null;
  /** What was paid until the close of the day taken last. */
  #paid: ByComponent;
  #lastIndex = -1;

  /** `from`: the run of another statement of the same first days, at the close of the last of them. */
  constructor(
    replayed: ReplayedLoan,
    days: readonly StatementDay[],
    { enforcement, from = null }: { readonly enforcement: Enforcement | null; readonly from?: Run | null },
  ) {
    const { loan, events } = replayed;
    this.#days = days;
    this.run = from?.branch(events, loan) ?? new Run(loan, events);
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
    // Interest for delay is counted beside the run, and a waiver of a day between may have reached it.
    const between = this.#delay === null ? [] : this.#days.slice(this.#lastIndex + 1, day.index);
    for (const one of between) if (one.waivers > 0) this.take(one, false);
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
    const charged = isMoreThanOnePayment ? subtractAmounts(run.amounts("charged"), chargedBefore) : NO_AMOUNTS;
    const waivedDelay = this.#delay?.waive(add(day.waivedDelay, leftForDelay(day, waived, owed))) ?? ZERO;
    const delay = this.#settle(date, ZERO, paidBefore);
    const taken = this.#paymentsTaken(day, before, paidBefore);
    return {
      charged,
      waived,
      waivedDelay,
      payments: taken.map(({ payment }) => payment),
      afterPayments: [{ paid: NO_AMOUNTS, owed, unearned: run.unearned, delay }, ...taken],
    };
  }

  /**
   * Payments of one day are one payment to the engine: what the first of them reach is seen by paying no more. Which of them is
   * the next is not told by the file: the first that then goes where its line says.
   */
  #paymentsTaken({ date, payments }: StatementDay, before: Run | null, paidBefore: ByComponent): PaymentTaken[] {
    const taken: PaymentTaken[] = [];
    let [amount, reached]: [Fen, ByComponent] = [ZERO, paidBefore];
    let left = payments;
    for (let [first] = left; first !== undefined; [first] = left) {
      const isLast = left.length === 1;
      const paying = (payment: StatementLine): Run => {
        if (isLast || before === null) return this.run;
        const inAll = paymentOf({ date, amount: add(amount, payment.amount ?? ZERO) });
        return before.branch({ ...NO_EVENTS, payments: [inAll] }).advance(date);
      };
      const mayBeNext = isLast || before === null ? [] : alikeFirst(left);
      let next: { payment: StatementLine; run: Run } | undefined;
      for (const payment of mayBeNext) {
        const run = paying(payment);
        if (!goesAsStated(payment, subtractAmounts(run.amounts("paid"), reached))) continue;
        next = { payment, run };
        break;
      }
      const { payment, run } = next ?? { payment: first, run: paying(first) };
      const isSeen = isLast || before !== null;
      amount = add(amount, payment.amount ?? ZERO);
      reached = isSeen ? run.amounts("paid") : paidBefore;
      const paid = subtractAmounts(reached, paidBefore);
      const delay = this.#settle(date, isSeen ? amount : ZERO, reached);
      taken.push({ payment, paid, owed: run.amounts("owed"), unearned: run.unearned, delay });
      left = left.filter((one) => one !== payment);
    }
    return taken;
  }
}

interface PaymentTaken extends AfterPayments {
  readonly payment: StatementLine;
}

/** So many payments of a day are tried as the next. */
const MOST_TRIED = 8;

/** Those that name their parts, and may be the first by the balances that the lines state. */
function alikeFirst(payments: readonly StatementLine[]): readonly StatementLine[] {
  const [first] = payments;
  const alike = payments.filter((one) => first !== undefined && byPlace(first, one) === 0);
  return alike.length === 1 ? [] : alike.filter(({ byComponent }) => byComponent !== null).slice(0, MOST_TRIED);
}

function goesAsStated(line: StatementLine, paid: ByComponent): boolean {
  const given = underNames(line, paid);
  return COMPONENTS.every((component) => (line.byComponent?.[component] ?? given[component]) === given[component]);
}

/**
 * A waiver that may take anything takes the interest for delay last, with what is left of its amount: nothing while anything
 * else is owed. What a waiver of charges alone leaves is none of it.
 */
function leftForDelay({ waivedBeside, waivedOfAnything }: StatementDay, waived: ByComponent, owed: ByComponent): Fen {
  if (totalOf(owed) > 0) return ZERO;
  return fen(Math.max(0, Math.min(waivedOfAnything, waivedBeside - totalOf(waived))));
}
