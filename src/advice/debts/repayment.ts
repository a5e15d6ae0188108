/**
 * Several debts paid off from one budget: each runs in the engine under its own terms, and on each day that matters it
 * is decided what each of them gets. Money is whole fen, and what the budget gives is what the debts get.
 */

import { isServed, type SharedBudget } from "../../loan/budget.ts";
import { addDays, CENTURY_DAYS, type Day, earliest, latest } from "../../loan/day.ts";
import { type Fen, fen, sum, ZERO } from "../../loan/money.ts";
import { Account, type DebtOutcome, type MonthOfDebt } from "./account.ts";
import { type BudgetDay, Calendar } from "./calendar.ts";
import { commonDay, type OneDebt } from "./debt.ts";
import { type BroughtUntil, type DueAhead, savedFor, savedUntil } from "./dues-ahead.ts";
import { inOrderOf, type Ranking, ranked, staysTheSame } from "./orders.ts";
import { payDown, payInTurn, shareOut } from "./sharing.ts";

/** How the rest of a budget is given out: to one debt after the other, or to all at once by what was owed. */
export type Sharing = Ranking | "pro-rata";

export interface RepaymentMonth {
  /** The last day of the month, which is its pay day. */
  readonly end: Day;
  readonly paid: Fen;
  /** In the order of the list. */
  readonly debts: readonly MonthOfDebt[];
}

export interface Repayment {
  readonly asOf: Day;
  readonly openingOwed: Fen;
  /** Of all that get something; null where one of them is never cleared. */
  readonly clearedOn: Day | null;
  readonly paid: Fen;
  readonly totalCost: Fen | null;
  readonly monthsOverdue: number;
  readonly firstCleared: Day | null;
  readonly debts: readonly DebtOutcome[];
  readonly months: readonly RepaymentMonth[];
}

interface RepaymentOptions {
  /** Last day; else a century, within which whatever is ever cleared is cleared. */
  readonly until?: Day;
  /** How many months are kept as rows. */
  readonly rows?: number;
  /** Asked whenever a debt is cleared and at the end of each year: true ends the repayment there. */
  readonly givesUp?: (underway: Portfolio) => boolean;
}

export function repay(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  options?: RepaymentOptions,
): Repayment {
  return new Portfolio(debts, budget, sharing, options).repayment();
}

/** All that is owed at the start: on debts that get nothing too, and interest not yet earned with it. */
export function owedInAll({ debts }: Repayment): Fen {
  return sum(debts.map((each) => each.openingOwed));
}

export interface FirstCleared {
  readonly on: Day;
  /** What they had got by then. */
  readonly spent: number;
}

/** A repayment underway: it goes no further than it is asked to. */
export class Portfolio {
  /** Of all that get something, less interest not yet earned. */
  readonly openingOwed: Fen;
  readonly #accounts: readonly Account[];
  /** The debts that get something of the budget; in their order, where that is fixed. */
  readonly #served: readonly Account[];
  readonly #budget: SharedBudget;
  readonly #sharing: Sharing;
  readonly #asOf: Day;
  readonly #calendar: Calendar;
  readonly #months: RepaymentMonth[] = [];
  readonly #options: RepaymentOptions;
  readonly #until: Day;
  /** The debts that are looked at on every pay day, whether they get something or not. */
  readonly #attended: readonly Account[];
  /** The debts that were opened or were given something on the current day. */
  readonly #touched = new Set<Account>();
  /** Those of the served that are not cleared. */
  #open: readonly Account[];
  #reached = 0;
  #isUnservedInOrder = false;
  #isGivenUp = false;
  #today: Day;
  /** What is left of the budget of the next pay day. */
  #left: number;
  /** Money that was kept back on a pay day. */
  #kept = 0;

  constructor(debts: readonly OneDebt[], budget: SharedBudget, sharing: Sharing, options: RepaymentOptions = {}) {
    const asOf = commonDay(debts);
    this.#budget = budget;
    this.#sharing = sharing;
    this.#asOf = asOf;
    this.#today = asOf;
    this.#options = options;
    this.#until = options.until ?? addDays(asOf, CENTURY_DAYS);
    const together = { asOf, touched: this.#touched };
    this.#accounts = debts.map((debt, place) => new Account(debt, place, together));
    this.#attended = this.#accounts.filter(({ needsAttention }) => needsAttention);
    const served = this.#accounts.filter(isServed);
    this.#served = staysTheSame(sharing) ? inOrderOf(served, sharing) : served;
    for (const [position, account] of this.#served.entries()) account.position = position;
    this.#open = this.#served.filter(({ isOver }) => !isOver);
    this.openingOwed = this.owedAtEnd;
    // With one debt there is nothing to divide: its budget is paid as `plan --budget` pays it.
    this.#calendar = new Calendar(budget, asOf, debts.length === 1 ? [] : this.#served);
    this.#left = this.#calendar.nextBudget;
  }

  /** When the first so many debts of a fixed order are cleared; null where they never are, or it was given up. */
  clearFirst(count: number): FirstCleared | null {
    const first = this.#served.slice(0, count);
    const areOver = (): boolean => first.every(({ isOver }) => isOver);
    this.#passDays(() => this.#isGivenUp || areOver());
    if (!areOver()) return null;
    return { on: this.#today, spent: first.reduce((total, { paidSoFar }) => total + paidSoFar, 0) };
  }

  /** Goes to the end, unless it is given up before. */
  advance(): this {
    this.#passDays(() => this.#isGivenUp);
    if (this.#isGivenUp) return this;
    const calendar = this.#calendar;
    const until = this.#until;
    // The last month is completed, so that its row is whole.
    if (this.#today > calendar.lastMonthEnd) this.#endMonth(calendar.nextMonthEnd);
    // Every run ends on the same day, so that figures stand beside each other.
    for (const account of this.#served) account.advance(until);
    for (const account of this.#accounts) account.advance(calendar.lastMonthEnd);
    return this;
  }

  #passDays(isEnough: () => boolean): void {
    while (this.#open.length > 0 && !isEnough() && this.#calendar.next <= this.#until) {
      this.#onDay(this.#calendar.take());
    }
  }

  /** How many debts, from the first in a fixed order, have been given some of the rest of the budget. */
  get reached(): number {
    return this.#reached;
  }

  /** All that is paid so far and still owed: where nothing is waived, the whole will not cost less. */
  get paidAndOwed(): number {
    for (const account of this.#open) account.advance(this.#today);
    return this.#served.reduce((total, { current, paidSoFar }) => total + current.owed + paidSoFar, 0);
  }

  /** The order has already decided what some debt gets, and after that something that must be paid was not. */
  get isUnservedInOrder(): boolean {
    return this.#isUnservedInOrder;
  }

  /** As at the start. */
  get owedAtEnd(): Fen {
    return sum(this.#served.map(({ owed }) => fen(owed)));
  }

  get clearedOn(): Day | null {
    const clearings = this.#served.flatMap(({ clearedOn }) => clearedOn ?? []);
    return clearings.length === this.#served.length ? clearings.reduce(latest, this.#asOf) : null;
  }

  /** Out of the budget. */
  get spent(): number {
    return this.#served.reduce((total, { spent }) => total + spent, 0);
  }

  repayment(): Repayment {
    this.advance();
    const debts = this.#accounts.map((account) => account.outcome(this.#calendar.lastMonthEnd));
    const served = debts.filter(({ debt }) => isServed(debt));
    const clearings = served.flatMap(({ clearedOn }) => clearedOn ?? []);
    const { openingOwed, clearedOn } = this;
    return {
      asOf: this.#asOf,
      openingOwed,
      clearedOn,
      paid: sum(debts.map(({ paid }) => paid)),
      totalCost: clearedOn === null ? null : sum(served.map(({ totalCost }) => totalCost ?? ZERO)),
      monthsOverdue: debts.reduce((total, { monthsOverdue }) => total + monthsOverdue, 0),
      firstCleared: clearings.length === 0 ? null : clearings.reduce(earliest),
      debts,
      months: this.#months,
    };
  }

  #onDay({ day, isPayDay, isMonthEnd, extra, due }: BudgetDay): void {
    this.#today = day;
    if (isPayDay) {
      this.#payOnPayDay(day, extra);
      this.#calendar.endPayDay();
      this.#left = this.#calendar.nextBudget;
    } else if (due.length > 0 || extra > 0) this.#payBetween(day, due, extra);
    const isCleared = this.#close(day);
    if (isMonthEnd) this.#endMonth(day);
    if (isCleared || (isMonthEnd && this.#calendar.monthsEnded % 12 === 0)) this.#lookWhetherToGoOn();
  }

  /** What must be paid first, and the rest after it. */
  #payOnPayDay(day: Day, extra: number): void {
    const attended = this.#attended.filter(isStillServed);
    const brought = this.#broughtUntil;
    // Kept from minimum payments, where there are any.
    const inMonth = brought === null ? this.#fallsDue(attended, day, this.#calendar.nextMonthEnd) : [];
    const ahead = this.#fallsDue(attended, day, savedUntil(day, brought));
    for (const account of attended) account.look(day);
    const money = this.#kept + this.#left + extra;
    const left = this.#calendar.isLastOfMonth
      ? this.#payMusts(day, attended, money, true)
      : this.#payMustsInMonth(day, attended, money, sum(inMonth.flat().map(({ amount }) => amount)));
    this.#giveBeyond(day, left, attended, ahead);
  }

  /**
   * Gives out what need not be kept back for instalments ahead. Where that pays a debt off, its instalments need nothing any
   * more, and there is more to give out.
   */
  #giveBeyond(day: Day, money: number, accounts: readonly Account[], ahead: readonly (readonly DueAhead[])[]): void {
    const brought = this.#broughtUntil;
    let unspent = 0;
    let needing = Number.POSITIVE_INFINITY;
    this.#kept = money;
    while (unspent === 0 && this.#kept > 0) {
      const unpaid = ahead.filter((_, index) => accounts[index]?.isPaidOff === false);
      if (unpaid.length === needing) return;
      needing = unpaid.length;
      const dues: DueAhead[] = [];
      for (const each of unpaid) dues.push(...each);
      const needed = savedFor(dues, day, brought);
      const rest = this.#kept - Math.min(this.#kept, needed);
      if (rest === 0) return;
      this.#kept -= rest;
      unspent = this.#giveRest(day, rest);
    }
  }

  /** Pays instalments out of what was kept back and the budget of the next pay day, and gives out money that comes once. */
  #payBetween(day: Day, due: readonly Account[], extra: number): void {
    const attended = extra > 0 ? this.#attended.filter(isStillServed) : due;
    for (const account of attended) account.look(day);
    const money = this.#payMusts(day, attended, this.#kept + this.#left + extra, false);
    const rest = Math.min(extra, money);
    const unspent = money - rest + this.#giveRest(day, rest);
    this.#left = Math.min(this.#left, unspent);
    this.#kept = unspent - this.#left;
  }

  /** The instalments after a day and up to another: one may be more than a pay day brings, and has to be saved for. */
  #fallsDue(accounts: readonly Account[], after: Day, until: Day): readonly (readonly DueAhead[])[] {
    if (this.#budget.every === "month" || !this.#calendar.hasDueDays) return [];
    return accounts.map((account) => account.fallsDue(after, until));
  }

  /** Null where minimum payments, which grow with what is owed, will take of what later pay days bring. */
  get #broughtUntil(): BroughtUntil {
    if (this.#open.some(({ debt }) => debt.loan.terms.minimum !== null)) return null;
    return (day) => this.#calendar.budgetsUntil(day);
  }

  /**
   * An instalment is paid on its own day, while a minimum payment can be paid on any pay day of the month: before the last
   * pay day, what the month's instalments need of it (`inMonth`) is therefore not spent on minimum payments. Returns what is
   * left.
   */
  #payMustsInMonth(day: Day, accounts: readonly Account[], money: number, inMonth: number): number {
    const left = this.#payMusts(day, accounts, money, false);
    const kept = Math.min(left, inMonth);
    return kept + this.#payInNeed(day, accounts, left - kept, true);
  }

  /** Pays what can be paid on no other day, and notes who did not get it. Returns what is left of the money. */
  #payMusts(day: Day, accounts: readonly Account[], money: number, isMinimumAsked: boolean): number {
    const left = this.#payInNeed(day, accounts, money, isMinimumAsked);
    for (const account of left === 0 && this.#served.length > 1 ? accounts : []) {
      const missing = fen(account.mustGet(day, isMinimumAsked));
      if (missing === 0) continue;
      account.unserved ??= { date: day, missing };
      this.#isUnservedInOrder ||= this.#reached > 0;
    }
    return left;
  }

  /**
   * Where the money is not enough for all, the debt that has been overdue longest comes first, and equally overdue ones go by
   * the order of the plan. Returns what is left of the money.
   */
  #payInNeed(day: Day, accounts: readonly Account[], money: number, isMinimumAsked: boolean): number {
    if (this.#served.length === 1) return money;
    const musts = new Map<Account, number>();
    for (const account of accounts) {
      const must = account.mustGet(day, isMinimumAsked);
      if (must > 0) musts.set(account, must);
    }
    let left = money;
    for (const account of sum([...musts.values()].map(fen)) <= money ? musts.keys() : this.#inNeed(musts, day)) {
      const share = Math.min(musts.get(account) ?? 0, left);
      account.give(share);
      left -= share;
    }
    return left;
  }

  #inNeed(musts: ReadonlyMap<Account, number>, day: Day): readonly Account[] {
    const sharing = this.#sharing;
    const accounts = [...musts.keys()];
    const isByOrder = new Set(accounts.map(({ oldestUnpaidDue }) => oldestUnpaidDue)).size < accounts.length;
    if (isByOrder && staysTheSame(sharing)) {
      for (const { position } of accounts) this.#reached = Math.max(this.#reached, position + 1);
    }
    return ranked(accounts, "overdue", day, sharing === "pro-rata" ? "listed" : sharing);
  }

  /** Gives out the rest in the order of the plan, and returns what nobody needed. */
  #giveRest(day: Day, rest: number): number {
    const sharing = this.#sharing;
    if (rest === 0) return 0;
    if (sharing === "pro-rata") return shareOut(this.#open, rest, day);
    if (!staysTheSame(sharing)) return payInTurn(this.#open, sharing, rest, day);
    const unspent = payDown(this.#open, rest, day);
    for (const { share, position } of this.#touched) {
      if (share > 0) this.#reached = Math.max(this.#reached, position + 1);
    }
    return unspent;
  }

  /** Books the current day; true where a debt was cleared. */
  #close(day: Day): boolean {
    let isCleared = false;
    for (const account of this.#touched) isCleared = account.close(day) || isCleared;
    this.#touched.clear();
    // A payment beside the budget may have cleared a debt too, or the debt has passed the engine's limit.
    if (isCleared || this.#attended.some(({ isOver }) => isOver))
      this.#open = this.#open.filter(({ isOver }) => !isOver);
    return isCleared;
  }

  #endMonth(day: Day): void {
    this.#calendar.endMonth();
    for (const account of this.#attended) account.endMonth(day);
    if (this.#calendar.monthsEnded > (this.#options.rows ?? 0)) return;
    const row = this.#accounts.map((account) => account.takeMonth(day));
    this.#months.push({ end: day, paid: sum(row.map(({ paid }) => paid)), debts: row });
  }

  #lookWhetherToGoOn(): void {
    this.#isGivenUp = this.#options.givesUp?.(this) ?? false;
  }
}

function isStillServed(account: Account): boolean {
  return isServed(account) && !account.isOver;
}
