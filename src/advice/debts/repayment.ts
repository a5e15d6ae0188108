/**
 * Several debts paid off from one budget: each runs in the engine under its own terms, and on each day that matters it
 * is decided what each of them gets. Money is whole fen, and what the budget gives is what the debts get.
 */

import { addDays, addMonths, CENTURY_DAYS, type Day, monthNumber, monthsFrom } from "../../loan/day.ts";
import { type Fen, fen, sum, ZERO } from "../../loan/money.ts";
import { Account, type DebtOutcome, type MonthOfDebt } from "./account.ts";
import { budgetOn, commonDay, type OneDebt, payDay, type SharedBudget } from "./debt.ts";
import { inOrder, type Ranking, ranked, staysTheSame } from "./orders.ts";
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
  /** Owed at the end, of all that get something, less interest not yet earned. */
  readonly owedAtEnd: Fen;
  readonly debts: readonly DebtOutcome[];
  readonly months: readonly RepaymentMonth[];
  readonly isGivenUp: boolean;
}

/** How it stands on the way, in an order that stays. */
export interface Standing {
  /** All that get something, in the order. */
  readonly debts: readonly Pick<Account, "place" | "isOver" | "paidSoFar">[];
  /** So many debts, from the first in the order, have had some of the rest. */
  readonly reached: number;
  /** All that is paid and owed: it does not come to less where nothing is waived. */
  readonly atLeast: () => number;
  readonly isUnserved: boolean;
}

export interface RepaymentOptions {
  /** Last day; else a century, in which whatever is cleared at all is cleared. */
  readonly until?: Day;
  /** Months that are kept as rows. */
  readonly rows?: number;
  /** Asked when debts have been cleared and at each year's end: whether it is worth going on. */
  readonly givesUp?: (standing: Standing) => boolean;
}

export function repay(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  options: RepaymentOptions = {},
): Repayment {
  return paidOff(debts, budget, sharing, options).outcome();
}

/** What a budget comes to by a day, without what becomes of each debt. */
export interface Outlook {
  readonly openingOwed: Fen;
  readonly owedAtEnd: Fen;
  readonly clearedOn: Day | null;
  /** Out of the budget. */
  readonly spent: number;
}

export function outlook(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  options: Omit<RepaymentOptions, "rows">,
): Outlook {
  return paidOff(debts, budget, sharing, options);
}

function paidOff(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  options: RepaymentOptions,
): Portfolio {
  const asOf = commonDay(debts);
  const portfolio = new Portfolio(debts, budget, sharing, asOf, options);
  portfolio.advance(options.until ?? addDays(asOf, CENTURY_DAYS));
  return portfolio;
}

class Portfolio implements Outlook {
  readonly openingOwed: Fen;
  readonly #accounts: readonly Account[];
  /** All that get something, in their order where it stays. */
  readonly #served: readonly Account[];
  readonly #budget: SharedBudget;
  readonly #sharing: Sharing;
  readonly #asOf: Day;
  /** The due dates on which debts must get something, with those debts; none where there is only one debt to pay. */
  readonly #dues: readonly { readonly day: Day; readonly accounts: readonly Account[] }[];
  readonly #months: RepaymentMonth[] = [];
  readonly #options: RepaymentOptions;
  readonly #monthEnd: (month: number) => Day;
  /** Those that are looked at each time, whether they get something or not. */
  readonly #attended: readonly Account[];
  /** Those that are opened or get something on the day that is worked on. */
  readonly #touched = new Set<Account>();
  /** Those of the served that are not cleared. */
  #open: readonly Account[];
  #reached = 0;
  #isGivenUp = false;
  #today: Day;
  #nextDue = 0;
  #nextExtra = 0;
  #payDays = 1;
  #nextPayDay: Day;
  #monthsEnded = 0;
  #nextMonthEnd: Day;
  /** What is left of the budget of the next pay day. */
  #left: number;
  /** Money that was kept back on a pay day. */
  #kept = 0;

  constructor(debts: readonly OneDebt[], budget: SharedBudget, sharing: Sharing, asOf: Day, options: RepaymentOptions) {
    this.#budget = { ...budget, extras: budget.extras.toSorted((one, other) => one.date - other.date) };
    this.#sharing = sharing;
    this.#asOf = asOf;
    this.#today = asOf;
    this.#options = options;
    this.#monthEnd = monthsFrom(asOf);
    const together = {
      asOf,
      monthsEnded: monthsEndedSince(asOf),
      touched: this.#touched,
    };
    this.#accounts = debts.map((debt, place) => new Account(debt, place, together));
    this.#attended = this.#accounts.filter(({ needsAttention }) => needsAttention);
    const served = this.#accounts.filter(({ priority }) => priority !== "never");
    this.#served = staysTheSame(sharing) ? inOrder(served, sharing) : served;
    for (const [position, account] of this.#served.entries()) account.position = position;
    this.#open = this.#served.filter(({ isOver }) => !isOver);
    this.openingOwed = this.owedAtEnd;
    // With one debt there is nothing to divide: its budget is paid as `plan --budget` pays it.
    this.#dues = debts.length === 1 ? [] : dueDays(this.#served, asOf);
    this.#nextMonthEnd = this.#monthEnd(1);
    this.#nextPayDay = payDay(budget.every, asOf, 1);
    this.#left = budgetOn(budget, this.#nextPayDay);
  }

  advance(until: Day): void {
    while (this.#open.length > 0 && !this.#isGivenUp) {
      const day = this.#nextDay();
      if (day > until) break;
      this.#onDay(day);
    }
    if (this.#isGivenUp) return;
    // A month begun is ended.
    if (this.#today > this.#monthEnd(this.#monthsEnded)) this.#endMonth(this.#nextMonthEnd);
    // Every run ends on the same day, so that figures stand beside each other.
    for (const account of this.#served) account.advance(until);
    for (const account of this.#accounts) account.advance(this.#monthEnd(this.#monthsEnded));
  }

  get owedAtEnd(): Fen {
    return sum(this.#served.map(({ owed }) => fen(owed)));
  }

  get clearedOn(): Day | null {
    const clearings = this.#served.flatMap(({ clearedOn }) => clearedOn ?? []);
    return clearings.length === this.#served.length ? (Math.max(this.#asOf, ...clearings) as Day) : null;
  }

  get spent(): number {
    return this.#served.reduce((total, { spent }) => total + spent, 0);
  }

  outcome(): Repayment {
    const debts = this.#accounts.map((account) => account.outcome(this.#monthEnd(this.#monthsEnded)));
    const served = debts.filter(({ debt }) => debt.priority !== "never");
    const clearings = served.flatMap(({ clearedOn }) => clearedOn ?? []);
    const { openingOwed, owedAtEnd, clearedOn } = this;
    return {
      asOf: this.#asOf,
      openingOwed,
      clearedOn,
      paid: sum(debts.map(({ paid }) => paid)),
      totalCost: clearedOn === null ? null : sum(served.map(({ totalCost }) => totalCost ?? ZERO)),
      monthsOverdue: debts.reduce((total, { monthsOverdue }) => total + monthsOverdue, 0),
      firstCleared: clearings.length === 0 ? null : (Math.min(...clearings) as Day),
      owedAtEnd,
      debts,
      months: this.#months,
      isGivenUp: this.#isGivenUp,
    };
  }

  /** The next pay day, month's end, extra or due date. */
  #nextDay(): Day {
    return Math.min(
      this.#nextPayDay,
      this.#nextMonthEnd,
      this.#budget.extras[this.#nextExtra]?.date ?? Number.POSITIVE_INFINITY,
      this.#dues[this.#nextDue]?.day ?? Number.POSITIVE_INFINITY,
    ) as Day;
  }

  #onDay(day: Day): void {
    this.#today = day;
    const isPayDay = day === this.#nextPayDay;
    const isMonthEnd = day === this.#nextMonthEnd;
    const extra = this.#takeExtras(day);
    const due = this.#takeDue(day);
    if (isPayDay || extra > 0) this.#pay(day, this.#attended.filter(isServed), extra, isPayDay);
    else if (due.length > 0) this.#pay(day, due, 0, false);
    if (isPayDay) {
      this.#payDays += 1;
      this.#nextPayDay = payDay(this.#budget.every, this.#asOf, this.#payDays);
      this.#left = budgetOn(this.#budget, this.#nextPayDay);
    }
    const isCleared = this.#close(day);
    if (isMonthEnd) this.#endMonth(day);
    if (isCleared || (isMonthEnd && this.#monthsEnded % 12 === 0)) this.#lookWhetherToGoOn(day);
  }

  #takeExtras(day: Day): number {
    const { extras } = this.#budget;
    let amount = 0;
    for (; extras[this.#nextExtra]?.date === day; this.#nextExtra += 1) amount += extras[this.#nextExtra]?.amount ?? 0;
    return amount;
  }

  #takeDue(day: Day): readonly Account[] {
    const due = this.#dues[this.#nextDue];
    if (due?.day !== day) return [];
    this.#nextDue += 1;
    return due.accounts.filter(({ isOver }) => !isOver);
  }

  /** What must be paid first; on a pay day the rest after it, and of an extra what is left of it. */
  #pay(day: Day, attended: readonly Account[], extra: number, isPayDay: boolean): void {
    const inMonth = isPayDay ? this.#fallsDue(day, this.#nextMonthEnd) : 0;
    const ahead = isPayDay ? this.#fallsDue(day, addMonths(day, 1)) : 0;
    for (const account of attended) account.look(day);
    const money = this.#payMusts(day, attended, this.#kept + this.#left + extra, isPayDay, inMonth);
    if (isPayDay) {
      this.#kept = Math.min(money, ahead);
      this.#giveRest(day, money - this.#kept);
      return;
    }
    const rest = Math.min(extra, money);
    const unspent = money - rest + this.#giveRest(day, rest);
    this.#left = Math.min(this.#left, unspent);
    this.#kept = unspent - this.#left;
  }

  /** The instalments after a day and by another, where one is more than a pay day brings and has to be saved for. */
  #fallsDue(after: Day, until: Day): number {
    if (this.#budget.every === "month" || this.#dues.length === 0) return 0;
    return this.#attended.filter(isServed).reduce((total, account) => total + account.fallsDue(after, until), 0);
  }

  /**
   * What is left of the money. An instalment can be paid only on its day, and a minimum payment on each pay day of the
   * month: until the last of them, what the instalments of the month take is kept back from it.
   */
  #payMusts(day: Day, accounts: readonly Account[], money: number, isPayDay: boolean, inMonth: number): number {
    if (this.#served.length === 1) return money;
    const isLast = isPayDay && payDay(this.#budget.every, this.#asOf, this.#payDays + 1) > this.#nextMonthEnd;
    let left = this.#payInNeed(day, accounts, money, isLast);
    if (isPayDay && !isLast) {
      const kept = Math.min(left, inMonth);
      left = kept + this.#payInNeed(day, accounts, left - kept, true);
    }
    for (const account of left === 0 ? accounts : []) {
      const missing = fen(account.mustGet(day, isLast));
      if (missing > 0) account.unserved ??= { date: day, missing };
    }
    return left;
  }

  /**
   * Where the money is not enough, the debt that is longest overdue comes before the others, and those that are so equally
   * long by the order of the plan; what is left of the money.
   */
  #payInNeed(day: Day, accounts: readonly Account[], money: number, isMinimumAsked: boolean): number {
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
    if (staysTheSame(sharing)) {
      for (const { position } of accounts) this.#reached = Math.max(this.#reached, position + 1);
    }
    return ranked(accounts, "overdue", day, sharing === "pro-rata" ? "listed" : sharing);
  }

  /** What is left of it in the end. */
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

  /** True where a debt was cleared. */
  #close(day: Day): boolean {
    let isCleared = false;
    for (const account of this.#touched) isCleared = account.close(day) || isCleared;
    this.#touched.clear();
    // What is paid beside the budget may clear a debt too, or it may have passed the limit of what is counted.
    if (isCleared || this.#attended.some(({ isOver }) => isOver))
      this.#open = this.#open.filter(({ isOver }) => !isOver);
    return isCleared;
  }

  #endMonth(day: Day): void {
    this.#monthsEnded += 1;
    this.#nextMonthEnd = this.#monthEnd(this.#monthsEnded + 1);
    for (const account of this.#attended) account.endMonth(day);
    if (this.#monthsEnded > (this.#options.rows ?? 0)) return;
    const row = this.#accounts.map((account) => account.takeMonth(day));
    this.#months.push({ end: day, paid: sum(row.map(({ paid }) => paid)), debts: row });
  }

  #lookWhetherToGoOn(day: Day): void {
    const { givesUp } = this.#options;
    if (givesUp === undefined) return;
    const served = this.#served;
    this.#isGivenUp = givesUp({
      debts: served,
      reached: this.#reached,
      atLeast: () => {
        for (const account of this.#open) account.advance(day);
        return served.reduce((total, { run, paidSoFar }) => total + run.owed + paidSoFar, 0);
      },
      isUnserved: served.some(({ unserved }) => unserved !== null),
    });
  }
}

function monthsEndedSince(asOf: Day): (before: Day) => number {
  const monthEnd = monthsFrom(asOf);
  const first = monthNumber(asOf);
  return (before) => {
    const months = monthNumber(before) - first;
    return Math.max(0, monthEnd(months) < before ? months : months - 1);
  };
}

function isServed({ priority, isOver }: Account): boolean {
  return priority !== "never" && !isOver;
}

function dueDays(accounts: readonly Account[], asOf: Day): readonly { day: Day; accounts: readonly Account[] }[] {
  const byDay = new Map<Day, Set<Account>>();
  for (const account of accounts) {
    for (const { due } of account.debt.loan.instalments) {
      if (due > asOf) byDay.set(due, (byDay.get(due) ?? new Set()).add(account));
    }
  }
  return [...byDay].map(([day, due]) => ({ day, accounts: [...due] })).toSorted((one, other) => one.day - other.day);
}
