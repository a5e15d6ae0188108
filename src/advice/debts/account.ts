/** One of several debts while it is paid off: what it must get, what it can take, and what became of it. */

import type { RunTotals } from "../../ledger/ledger.ts";
import { type Opening, openLoan } from "../../ledger/opening.ts";
import { Run } from "../../ledger/run.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type Fen, fen, subtract } from "../../loan/money.ts";
import type { OneDebt } from "./debt.ts";
import type { Candidate } from "./orders.ts";

export interface MonthOfDebt {
  /** Out of the budget. */
  readonly paid: Fen;
  readonly toPrincipal: Fen;
  /** At the month's end. */
  readonly owed: Fen;
}

export interface DebtOutcome {
  readonly debt: OneDebt;
  readonly openingOwed: Fen;
  readonly clearedOn: Day | null;
  /** Out of the budget, by date. */
  readonly payments: readonly { readonly date: Day; readonly amount: Fen }[];
  /** All that is paid and taken, with what was given for this debt alone. */
  readonly paid: Fen;
  readonly toPrincipal: Fen;
  /** All that is paid and taken less the principal at the start; null where the debt is never cleared. */
  readonly totalCost: Fen | null;
  /** Month ends at which it is overdue. */
  readonly monthsOverdue: number;
  /** The first day on which it did not get what it had to, and by how much; null: it always did. */
  readonly unserved: { readonly date: Day; readonly missing: Fen } | null;
  readonly totals: RunTotals;
}

/**
 * Its run stays behind on days on which it gets nothing and nobody asks what is owed, and is then taken over all of
 * them at once, which the engine does in few steps. Until then it stands as at the start, without a run of its own.
 */
export class Account implements Candidate {
  readonly debt: OneDebt;
  readonly place: number;
  readonly payments: { readonly date: Day; readonly amount: Fen }[] = [];
  /** Its place in an order that stays. */
  position = 0;
  /** What it gets on the day that is worked on. */
  share = 0;
  /** What it can take beyond that. */
  room = 0;
  unserved: { readonly date: Day; readonly missing: Fen } | null = null;
  /** All it got out of the budget. */
  spent = 0;
  readonly #start: Start;
  #run: Run | null = null;
  readonly #monthEnd: (month: number) => Day;
  #isOpened = false;
  #months = 0;
  #monthsOverdue = 0;
  #paidInMonth = 0;
  #gotSinceMonthEnd = 0;
  #principalPaid: number;

  constructor(debt: OneDebt, place: number, asOf: Day, monthEnd: (month: number) => Day) {
    this.debt = debt;
    this.place = place;
    this.#start = startOf(debt, asOf);
    this.#principalPaid = this.#start.principalPaid;
    this.#monthEnd = monthEnd;
  }

  get run(): Run {
    this.#run ??= runAt(this.debt, this.#start.asOf, this.#start.opening);
    return this.#run;
  }

  get openingOwed(): Fen {
    return this.#start.owed;
  }

  get priority(): OneDebt["priority"] {
    return this.debt.priority;
  }

  get isOver(): boolean {
    return this.#run === null ? this.#start.isOver : this.#run.isOver;
  }

  /** Less interest not yet earned. */
  get owed(): number {
    return this.#run === null ? this.#start.owed - this.#start.unearned : this.#run.owed - this.#run.unearned;
  }

  get #oldestUnpaidDue(): Day | null {
    return this.#run === null ? this.#start.oldestUnpaidDue : this.#run.oldestUnpaidDue;
  }

  /** Asks the run itself where more than the budget may have happened meanwhile. */
  look(day: Day): void {
    if (!this.#start.isQuiet) this.open(day);
  }

  /** Takes the run to the day on which it may be paid; `close` has to follow. */
  open(day: Day): void {
    if (this.#isOpened || this.isOver) return;
    this.#countMonths(day);
    this.run.openDay(day);
    this.#isOpened = true;
    this.share = 0;
    this.room = this.#roomOf();
  }

  give(amount: number): void {
    this.share += amount;
    this.room -= amount;
  }

  /** True where the payment of the day clears it. */
  close(day: Day): boolean {
    if (!this.#isOpened) return false;
    this.#isOpened = false;
    const wasOver = this.isOver;
    if (this.share > 0) this.payments.push({ date: day, amount: fen(this.share) });
    this.#paidInMonth += this.share;
    this.#gotSinceMonthEnd += this.share;
    this.spent += this.share;
    this.run.closeDay(fen(this.share));
    return this.isOver && !wasOver;
  }

  /**
   * What it must get on a day so that it does not fall overdue: its instalment of that day, while nothing older is
   * unpaid; with a minimum payment, that instead, once a month, on the due date and on pay days while anything is due.
   */
  mustGet(day: Day, isPayDay: boolean): number {
    const oldest = this.#oldestUnpaidDue;
    if (this.isOver || oldest === null || oldest > day) return 0;
    const isDueToday = oldest === day;
    const hasMinimum = this.debt.loan.terms.minimum !== null;
    if (!isDueToday && !(hasMinimum && isPayDay)) return 0;
    this.open(day);
    if (!hasMinimum) return Math.min(this.room, this.run.fallenDue);
    const missing = Math.max(0, this.run.minimumPayment - this.#gotSinceMonthEnd);
    return Math.min(this.room, missing, this.run.fallenDue);
  }

  endMonth(day: Day): void {
    this.#gotSinceMonthEnd = 0;
    if (this.#start.isQuiet) return;
    this.advance(day);
    this.#countMonths(addDays(day, 1));
  }

  advance(day: Day): void {
    if (this.isOver || this.run.today > day) return;
    this.#countMonths(day);
    this.run.advance(day);
  }

  takeMonth(day: Day): MonthOfDebt {
    this.advance(day);
    const { run } = this;
    const toPrincipal = fen(run.principalPaid - this.#principalPaid);
    const paid = fen(this.#paidInMonth);
    this.#principalPaid = run.principalPaid;
    this.#paidInMonth = 0;
    return { paid, toPrincipal, owed: fen(run.owed) };
  }

  outcome(lastMonthEnd: Day): DebtOutcome {
    this.#countMonths(addDays(lastMonthEnd, 1));
    const { debt, openingOwed, payments, unserved } = this;
    const totals = this.run.totals();
    const { clearedOn, opening, unapplied } = totals;
    const paid = subtract(totals.payments, unapplied);
    return {
      debt,
      openingOwed,
      clearedOn,
      payments,
      paid,
      toPrincipal: totals.paid.principal,
      totalCost: clearedOn === null ? null : subtract(paid, opening.principal),
      monthsOverdue: this.#monthsOverdue,
      unserved,
      totals,
    };
  }

  /** The month ends since the run was last looked at and before a day: the oldest unpaid due date was the same at all. */
  #countMonths(before: Day): void {
    if (this.isOver) return;
    const oldest = this.#oldestUnpaidDue ?? Number.POSITIVE_INFINITY;
    for (let end = this.#monthEnd(this.#months + 1); end < before; end = this.#monthEnd(this.#months + 1)) {
      this.#months += 1;
      if (end > oldest) this.#monthsOverdue += 1;
    }
  }

  /** Money beyond this would lie unused: terms may take nothing before it is due. */
  #roomOf(): number {
    if (this.isOver) return 0;
    return this.debt.loan.terms.surplus === "none" ? this.run.fallenDue : this.run.owed;
  }
}

/** How a debt stands on the day from which several are looked at together. */
interface Start {
  readonly asOf: Day;
  readonly opening: Opening;
  readonly owed: Fen;
  readonly unearned: Fen;
  readonly principalPaid: number;
  readonly oldestUnpaidDue: Day | null;
  readonly isOver: boolean;
  /** Nothing but the budget changes which of its instalments is the oldest unpaid. */
  readonly isQuiet: boolean;
}

/** The same debts are paid off many times, each time from the same start. */
const starts = new WeakMap<OneDebt, Start>();

function startOf(debt: OneDebt, asOf: Day): Start {
  const known = starts.get(debt);
  if (known?.asOf === asOf) return known;
  const opening = openLoan(debt.loan);
  const run = runAt(debt, asOf, opening);
  const start = {
    asOf,
    opening,
    owed: fen(run.owed),
    unearned: run.unearned,
    principalPaid: run.principalPaid,
    oldestUnpaidDue: run.oldestUnpaidDue,
    isOver: run.isOver,
    isQuiet: isQuiet(debt),
  };
  starts.set(debt, start);
  return start;
}

function runAt({ loan, payments }: OneDebt, day: Day, opening: Opening): Run {
  const run = new Run(loan, { ...NO_EVENTS, payments }, opening);
  run.advance(day);
  return run;
}

/** All of it has fallen due, and nothing else happens to it than that it bears charges. */
function isQuiet({ loan, payments }: OneDebt): boolean {
  const { instalments, asOf, charges, waivers, accelerateOn } = loan;
  const isDue = instalments.every(({ due }) => due <= asOf);
  return isDue && payments.length === 0 && charges.length === 0 && waivers.length === 0 && accelerateOn === null;
}
