/** One of several debts while it is paid off: what it must get, what it can take, and what became of it. */

import type { RunTotals } from "../../ledger/ledger.ts";
import { type Opening, openLoan } from "../../ledger/opening.ts";
import { Run } from "../../ledger/run.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type Fen, fen, subtract } from "../../loan/money.ts";
import type { OneDebt } from "./debt.ts";
import { type Candidate, chargeRate, type Key } from "./orders.ts";

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

/** What the debts of one repayment have in common. */
export interface Together {
  readonly asOf: Day;
  /** So many months since `asOf` have ended before a day. */
  readonly monthsEnded: (before: Day) => number;
  /** Those that are opened or get something on the day that is worked on. */
  readonly touched: Set<Account>;
}

/**
 * A debt of which all is due changes by nothing but the budget and what it bears, so that it never owes less than what is
 * known of it: its run stays behind as long as no more need be known, and is then taken over all days and payments since
 * at once, which the engine does in few steps.
 */
export class Account implements Candidate {
  readonly debt: OneDebt;
  readonly place: number;
  readonly payments: { readonly date: Day; readonly amount: Fen }[] = [];
  /** Its place in an order that stays. */
  position = 0;
  /** What it gets on the day that is worked on. */
  share = 0;
  /** What it can take beyond that: at least, as long as it is not opened. */
  room: number;
  unserved: { readonly date: Day; readonly missing: Fen } | null = null;
  /** All it got out of the budget. */
  spent = 0;
  #isOpened = false;
  readonly #start: Start;
  readonly #together: Together;
  #run: Run | null = null;
  /** The close at which its run is wanted. */
  #day: Day;
  /** So many of the payments its run has taken in. */
  #paymentsTaken = 0;
  /** The day on which its room is exact. */
  #knownOn: Day | null = null;
  /** Its first payment was for all of it. */
  #clearedUnseenOn: Day | null = null;
  #chargeRate: { readonly key: Key; readonly day: Day; readonly until: Day } | null = null;
  /** What falls due later, as long as no more is paid than that. */
  #ahead: DuesAhead | null = null;
  #months = 0;
  #monthsOverdue = 0;
  #paidInMonth = 0;
  #gotSinceMonthEnd = 0;
  #principalPaid: number;

  constructor(debt: OneDebt, place: number, together: Together) {
    this.debt = debt;
    this.place = place;
    this.#together = together;
    this.#start = startOf(debt, together.asOf);
    this.#day = together.asOf;
    this.room = this.#start.isQuiet ? this.#start.owed : 0;
    this.#principalPaid = this.#start.principalPaid;
  }

  get run(): Run {
    this.#run ??= runAt(this.debt, this.#together.asOf, this.#start.opening);
    const run = this.#run;
    if (run.today >= this.#day) return run;
    while (this.#paymentsTaken < this.payments.length) this.#takePayments(run);
    run.advance(this.#day);
    return run;
  }

  /** The next payment, and with it those after it that do the same on one day as each on its own. */
  #takePayments(run: Run): void {
    const heldBack = run.heldBackUntil(this.#day);
    let [day, amount, count] = [run.today, 0, 0];
    for (const payment of this.payments.slice(this.#paymentsTaken)) {
      if (count > 0 && amount + payment.amount > heldBack) break;
      day = payment.date;
      amount += payment.amount;
      count += 1;
    }
    this.#paymentsTaken += count;
    run.openDay(day);
    run.closeDay(fen(amount));
  }

  get openingOwed(): Fen {
    return this.#start.owed;
  }

  get priority(): OneDebt["priority"] {
    return this.debt.priority;
  }

  /** More than the budget may happen to it, or it must get something on more days than that of an instalment. */
  get needsAttention(): boolean {
    return !this.#start.isQuiet || this.debt.loan.terms.minimum !== null;
  }

  get isOver(): boolean {
    return this.clearedOn !== null || (this.#run === null ? this.#start.isOver : this.#run.isOver);
  }

  get clearedOn(): Day | null {
    return this.#run === null ? (this.#clearedUnseenOn ?? this.#start.clearedOn) : this.#run.clearedOn;
  }

  /** Less interest not yet earned. */
  get owed(): number {
    if (this.#isUntouched) return this.#start.owedUnpaid(this.#day);
    if (this.#clearedUnseenOn !== null) return 0;
    const { run } = this;
    return run.owed - run.unearned;
  }

  get paidSoFar(): number {
    return this.#start.isQuiet ? this.spent : this.run.paidSoFar;
  }

  get #isUntouched(): boolean {
    return this.#start.isQuiet && this.#run === null && this.payments.length === 0 && this.share === 0;
  }

  get owedBefore(): number {
    return this.#isOpened ? this.run.owed : this.room;
  }

  get oldestUnpaidDue(): Day | null {
    return this.#run === null && this.payments.length === 0 ? this.#start.oldestUnpaidDue : this.run.oldestUnpaidDue;
  }

  /** It stays the same while nothing is paid and nothing changes what the debt bears. */
  chargeRate(day: Day, until: Day): Key {
    const known = this.#chargeRate;
    if (known !== null && (known.day === day || until <= known.until)) return known.key;
    this.open(day);
    const { run } = this;
    const isSteady = this.#start.isQuiet && this.debt.loan.terms.compound !== "all" && run.principal > 0;
    const key = chargeRate(run, until);
    this.#chargeRate = { key, day, until: isSteady && until <= run.stop ? run.stop : day };
    return key;
  }

  /** Asks the run itself where more than the budget may have happened meanwhile. */
  look(day: Day): void {
    if (!this.#start.isQuiet) this.open(day);
  }

  /** Takes the run to the day on which it may be paid; `close` has to follow. */
  open(day: Day): void {
    if (this.#isOpened || this.isOver) return;
    this.advance(addDays(day, -1));
    this.run.openDay(day);
    this.#isOpened = true;
    this.#day = day;
    this.#together.touched.add(this);
    this.room = this.#roomOf() - this.share;
    this.#knownOn = day;
  }

  isKnown(day: Day): boolean {
    return this.#knownOn === day;
  }

  /** Finds out what it can take on a day. */
  learn(day: Day): void {
    if (!this.#isUntouched) this.open(day);
    else {
      this.room = this.#start.owedUnpaid(day);
      this.#knownOn = day;
    }
  }

  give(amount: number): void {
    this.share += amount;
    this.room -= amount;
    this.#together.touched.add(this);
  }

  /** Gives it as much as it can take, and says how much. */
  take(money: number, day: Day): number {
    // What is sure not to clear it can be given unseen.
    if (money >= this.room && !this.isKnown(day)) this.learn(day);
    const share = Math.min(money, this.room);
    this.give(share);
    return share;
  }

  /** True where it is over then. */
  close(day: Day): boolean {
    const share = fen(this.share);
    this.share = 0;
    this.#day = day;
    if (share > 0) {
      if (!this.#isOpened && this.room === 0) this.#clearedUnseenOn = day;
      this.payments.push({ date: day, amount: share });
      this.#paidInMonth += share;
      this.#gotSinceMonthEnd += share;
      this.spent += share;
      this.#chargeRate = null;
    }
    if (this.#isOpened) {
      this.#isOpened = false;
      this.#paymentsTaken = this.payments.length;
      this.run.closeDay(share);
      if (!this.#start.isQuiet) this.room = 0;
    }
    return this.isOver;
  }

  /**
   * What it must get on a day beyond what it has: so that it does not fall overdue, its instalment of that day, while
   * nothing older is unpaid; and with a minimum payment that, once a month on its pay days.
   */
  mustGet(day: Day, isMinimumAsked: boolean): number {
    if (this.isOver) return 0;
    const isDueToday = this.oldestUnpaidDue === day;
    const asksMinimum = isMinimumAsked && this.debt.loan.terms.minimum !== null;
    if (!isDueToday && !asksMinimum) return 0;
    this.open(day);
    const instalment = isDueToday ? this.run.fallenDue : 0;
    const minimum = asksMinimum ? this.run.minimumPayment - this.#gotSinceMonthEnd : 0;
    return Math.min(this.room, Math.max(0, instalment - this.share, minimum - this.share));
  }

  /** What falls due after a day, and by another, while nothing older is unpaid; asked before the day is opened. */
  fallsDue(after: Day, until: Day): number {
    const oldest = this.oldestUnpaidDue;
    if (this.isOver || oldest === null || oldest > until || oldest < after) return 0;
    if (this.#ahead?.spent !== this.spent) {
      const { loan, payments } = this.debt;
      const run = new Run({ ...loan, asOf: this.run.today }, { ...NO_EVENTS, payments }, this.run.opening());
      this.#ahead = { spent: this.spent, run, dues: [] };
    }
    return duesUntil(this.#ahead, until).reduce((total, { due, amount }) => (due > after ? total + amount : total), 0);
  }

  endMonth(day: Day): void {
    this.#gotSinceMonthEnd = 0;
    if (this.#start.isQuiet) return;
    this.advance(day);
    if (!this.isOver) this.#countMonths(addDays(day, 1), this.oldestUnpaidDue);
  }

  advance(day: Day): void {
    if (this.isOver || this.#day >= day) return;
    this.#day = day;
    if (this.#start.isQuiet) return;
    this.#countMonths(day, this.#run === null ? this.#start.oldestUnpaidDue : this.#run.oldestUnpaidDue);
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
    const { debt, openingOwed, payments, unserved, run } = this;
    const totals = run.totals();
    const { clearedOn, opening, unapplied } = totals;
    const end = addDays(lastMonthEnd, 1);
    // What is due is overdue until it is cleared.
    if (this.#start.isQuiet) this.#countMonths(clearedOn ?? end, this.#start.oldestUnpaidDue);
    else if (!this.isOver) this.#countMonths(end, run.oldestUnpaidDue);
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

  /** The month ends since it was last looked at and before a day, when the oldest unpaid due date was the same at all. */
  #countMonths(before: Day, oldest: Day | null): void {
    const { monthsEnded } = this.#together;
    const ended = monthsEnded(before);
    const current = oldest === null ? ended : monthsEnded(addDays(oldest, 1));
    this.#monthsOverdue += ended - Math.min(ended, Math.max(this.#months, current));
    this.#months = ended;
  }

  /** Money beyond this would lie unused: terms may take nothing before it is due. */
  #roomOf(): number {
    if (this.isOver) return 0;
    return this.debt.loan.terms.surplus === "none" ? this.run.fallenDue : this.run.owed;
  }
}

/** What falls due of a debt where each instalment is paid on its day. */
interface DuesAhead {
  readonly spent: number;
  readonly run: Run;
  readonly dues: { readonly due: Day; readonly amount: Fen }[];
}

function duesUntil({ run, dues }: DuesAhead, until: Day): DuesAhead["dues"] {
  for (let due = run.oldestUnpaidDue; due !== null && due > run.today && due <= until; due = run.oldestUnpaidDue) {
    run.openDay(due);
    const amount = run.fallenDue;
    dues.push({ due, amount });
    run.closeDay(amount);
  }
  return dues.filter(({ due }) => due <= until);
}

/** How a debt stands on the day from which several are looked at together. */
interface Start {
  readonly asOf: Day;
  readonly opening: Opening;
  readonly owed: Fen;
  readonly principalPaid: number;
  readonly oldestUnpaidDue: Day | null;
  readonly isOver: boolean;
  readonly clearedOn: Day | null;
  /** What is owed on a day where it has got nothing by then, less interest not yet earned. */
  readonly owedUnpaid: (day: Day) => number;
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
    principalPaid: run.principalPaid,
    oldestUnpaidDue: run.oldestUnpaidDue,
    isOver: run.isOver,
    clearedOn: run.clearedOn,
    owedUnpaid: unpaidFrom(debt, opening, run),
    isQuiet: isQuiet(debt),
  };
  starts.set(debt, start);
  return start;
}

/** What is asked for many times is worked out once. */
function unpaidFrom(debt: OneDebt, opening: Opening, start: Run): Start["owedUnpaid"] {
  const asOf = start.today;
  const known = new Map<Day, number>();
  let run = start;
  return (day) => {
    let owed = known.get(day);
    if (owed === undefined) {
      if (day < run.today) run = runAt(debt, asOf, opening);
      run.advance(day);
      owed = run.owed - run.unearned;
      known.set(day, owed);
    }
    return owed;
  };
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
