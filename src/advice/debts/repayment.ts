/**
 * Several debts paid off from one budget: each runs in the engine under its own terms, and on each day that matters it
 * is decided what each of them gets. Money is whole fen, and what the budget gives is what the debts get.
 */

import type { RunTotals } from "../../ledger/ledger.ts";
import { Run } from "../../ledger/run.ts";
import { addDays, addMonths, CENTURY_DAYS, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { type Fen, fen, subtract, sum, ZERO } from "../../loan/money.ts";
import { budgetOn, commonDay, type OneDebt, payDay, type SharedBudget } from "./debt.ts";
import { type Candidate, type Ranking, ranked } from "./orders.ts";

/** How the rest of a budget is given out: to one debt after the other, or to all at once by what was owed. */
export type Sharing = Ranking | "pro-rata";

export interface MonthOfDebt {
  /** Out of the budget. */
  readonly paid: Fen;
  readonly toPrincipal: Fen;
  /** At the month's end. */
  readonly owed: Fen;
}

export interface RepaymentMonth {
  /** The last day of the month, which is its pay day. */
  readonly end: Day;
  readonly paid: Fen;
  /** In the order of the list. */
  readonly debts: readonly MonthOfDebt[];
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
  /** Where it was given up: how many debts, from the first in the order given, had had any of the rest; else null. */
  readonly givenUpAfter: number | null;
}

export interface RepaymentOptions {
  /** Last day; else a century, in which whatever is cleared at all is cleared. */
  readonly until?: Day;
  /** Months that are kept as rows. */
  readonly rows?: number;
  /** Gives up at a month's end at which so much is paid and owed: it cannot come to less any more. */
  readonly giveUpAt?: number;
}

export function repay(
  debts: readonly OneDebt[],
  budget: SharedBudget,
  sharing: Sharing,
  { until, rows = 0, giveUpAt = Number.POSITIVE_INFINITY }: RepaymentOptions = {},
): Repayment {
  const asOf = commonDay(debts);
  const portfolio = new Portfolio(debts, budget, sharing, asOf, rows, giveUpAt);
  portfolio.advance(until ?? addDays(asOf, CENTURY_DAYS));
  return portfolio.outcome();
}

interface Account extends Candidate {
  readonly debt: OneDebt;
  readonly run: Run;
  readonly openingOwed: Fen;
  readonly payments: { date: Day; amount: Fen }[];
  paidInMonth: number;
  principalPaid: number;
  monthsOverdue: number;
  unserved: { date: Day; missing: Fen } | null;
  /** What it gets on the day that is worked on. */
  share: number;
  /** What it can take on that day. */
  room: number;
}

class Portfolio {
  readonly #accounts: readonly Account[];
  readonly #served: readonly Account[];
  readonly #budget: SharedBudget;
  readonly #sharing: Sharing;
  readonly #asOf: Day;
  readonly #openingOwed: Fen;
  /** The due dates on which debts must get something, with those debts; none where there is only one debt to pay. */
  readonly #dues: readonly { readonly day: Day; readonly accounts: readonly Account[] }[];
  readonly #months: RepaymentMonth[] = [];
  readonly #rows: number;
  readonly #giveUpAt: number;
  /** So many of the debts in the order given have had some of the rest. */
  #reached = 0;
  #hasGivenUp = false;
  #nextDue = 0;
  #nextExtra = 0;
  #payDays = 1;
  #monthsEnded = 0;
  /** What is left of the budget of the next pay day. */
  #left: number;

  constructor(
    debts: readonly OneDebt[],
    budget: SharedBudget,
    sharing: Sharing,
    asOf: Day,
    rows: number,
    giveUpAt: number,
  ) {
    this.#giveUpAt = giveUpAt;
    this.#budget = { ...budget, extras: budget.extras.toSorted((one, other) => one.date - other.date) };
    this.#sharing = sharing;
    this.#asOf = asOf;
    this.#rows = rows;
    this.#accounts = debts.map((debt, place) => accountOf(debt, place, asOf));
    this.#served = this.#accounts.filter(({ priority }) => priority !== "never");
    this.#openingOwed = this.#owed();
    // With one debt there is nothing to divide: its budget is paid as `plan --budget` pays it.
    this.#dues = debts.length === 1 ? [] : dueDays(this.#served, asOf);
    this.#left = budgetOn(budget, payDay(budget.every, asOf, 1));
  }

  advance(until: Day): void {
    while (this.#isOpen() && !this.#hasGivenUp) {
      const day = this.#nextDay();
      if (day > until) break;
      this.#onDay(day);
    }
    if (this.#hasGivenUp) return;
    // Every run ends on the same day, so that figures stand beside each other; a month begun is ended.
    for (const { run } of this.#served) run.advance(until);
    const isBegun = this.#accounts.some(({ paidInMonth }) => paidInMonth > 0);
    if (isBegun && this.#monthsEnded < this.#rows) this.#endMonth(addMonths(this.#asOf, this.#monthsEnded + 1));
  }

  outcome(): Repayment {
    const debts = this.#accounts.map(outcomeOf);
    const served = debts.filter(({ debt }) => debt.priority !== "never");
    const clearings = served.flatMap(({ clearedOn }) => clearedOn ?? []);
    const isCleared = clearings.length === served.length;
    const cost = sum(served.map(({ totalCost }) => totalCost ?? ZERO));
    return {
      asOf: this.#asOf,
      openingOwed: this.#openingOwed,
      clearedOn: isCleared ? (Math.max(this.#asOf, ...clearings) as Day) : null,
      paid: sum(debts.map(({ paid }) => paid)),
      totalCost: isCleared ? cost : null,
      monthsOverdue: debts.reduce((total, { monthsOverdue }) => total + monthsOverdue, 0),
      firstCleared: clearings.length === 0 ? null : (Math.min(...clearings) as Day),
      owedAtEnd: this.#owed(),
      debts,
      months: this.#months,
      givenUpAfter: this.#hasGivenUp ? this.#reached : null,
    };
  }

  #owed(): Fen {
    return sum(this.#served.map(({ run }) => fen(run.owed - run.unearned)));
  }

  #isOpen(): boolean {
    return this.#served.some(({ run }) => !run.isOver);
  }

  /** The next pay day, month's end, extra or due date. */
  #nextDay(): Day {
    return Math.min(
      payDay(this.#budget.every, this.#asOf, this.#payDays),
      addMonths(this.#asOf, this.#monthsEnded + 1),
      this.#budget.extras[this.#nextExtra]?.date ?? Number.POSITIVE_INFINITY,
      this.#dues[this.#nextDue]?.day ?? Number.POSITIVE_INFINITY,
    ) as Day;
  }

  #onDay(day: Day): void {
    const isPayDay = day === payDay(this.#budget.every, this.#asOf, this.#payDays);
    const extra = this.#takeExtras(day);
    const due = this.#takeDue(day);
    if (isPayDay || extra > 0) this.#pay(day, this.#served, extra, isPayDay);
    else if (due.length > 0) this.#pay(day, due, 0, false);
    if (isPayDay) {
      this.#payDays += 1;
      this.#left = budgetOn(this.#budget, payDay(this.#budget.every, this.#asOf, this.#payDays));
    }
    if (day === addMonths(this.#asOf, this.#monthsEnded + 1)) this.#endMonth(day);
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
    return due.accounts;
  }

  /** What must be paid first; on a pay day the rest after it, and of an extra what is left of it. */
  #pay(day: Day, accounts: readonly Account[], extra: number, isPayDay: boolean): void {
    const open = accounts.filter(({ run }) => !run.isOver);
    for (const account of open) {
      account.run.openDay(day);
      account.share = 0;
      account.room = roomOf(account);
    }
    const inOrder = this.#sharing === "pro-rata" ? open : ranked(open, this.#sharing, day);
    let money = this.#left + extra;
    const hasSeveral = this.#served.length > 1;
    for (const account of hasSeveral ? ranked(open, "overdue", day) : []) {
      const must = Math.min(account.room, mustGet(account, day, isPayDay));
      const share = Math.min(must, money);
      give(account, share);
      money -= share;
      if (share < must) account.unserved ??= { date: day, missing: fen(must - share) };
    }
    const rest = isPayDay ? money : Math.min(extra, money);
    const unspent = this.#sharing === "pro-rata" ? shareOut(open, rest) : payDown(inOrder, rest);
    this.#left = Math.max(0, money - rest + (isPayDay ? 0 : unspent));
    if (Array.isArray(this.#sharing)) this.#noteReached(open, rest);
    for (const account of open) {
      if (account.share > 0) account.payments.push({ date: day, amount: fen(account.share) });
      account.paidInMonth += account.share;
      account.run.closeDay(fen(account.share));
    }
  }

  /** Whoever comes after the last that had some of the rest has made no difference yet. */
  #noteReached(open: readonly Account[], rest: number): void {
    const ranking = this.#sharing as readonly number[];
    if (rest === 0) return;
    for (const { place, share } of open)
      if (share > 0) this.#reached = Math.max(this.#reached, ranking.indexOf(place) + 1);
  }

  #endMonth(day: Day): void {
    this.#monthsEnded += 1;
    const row: MonthOfDebt[] | null = this.#monthsEnded <= this.#rows ? [] : null;
    for (const account of this.#accounts) {
      const { run } = account;
      if (!run.isOver && run.today < day) run.advance(day);
      if (!run.isOver && run.daysOverdue > 0) account.monthsOverdue += 1;
      if (row === null) continue;
      const toPrincipal = run.principalPaid - account.principalPaid;
      account.principalPaid = run.principalPaid;
      row.push({ paid: fen(account.paidInMonth), toPrincipal: fen(toPrincipal), owed: fen(run.owed) });
      account.paidInMonth = 0;
    }
    if (this.#giveUpAt < Number.POSITIVE_INFINITY) {
      const atLeast = this.#served.reduce((total, { run }) => total + run.owed + run.paidSoFar, 0);
      this.#hasGivenUp = atLeast >= this.#giveUpAt;
    }
    if (row !== null) this.#months.push({ end: day, paid: sum(row.map(({ paid }) => paid)), debts: row });
  }
}

function accountOf(debt: OneDebt, place: number, asOf: Day): Account {
  const run = new Run(debt.loan, { ...NO_EVENTS, payments: debt.payments });
  run.advance(asOf);
  return {
    debt,
    place,
    priority: debt.priority,
    run,
    openingOwed: fen(run.owed),
    payments: [],
    paidInMonth: 0,
    principalPaid: run.principalPaid,
    monthsOverdue: 0,
    unserved: null,
    share: 0,
    room: 0,
  };
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

/** Money beyond this would lie unused: terms may take nothing before it is due. */
function roomOf({ run, debt }: Account): number {
  if (run.isOver) return 0;
  return debt.loan.terms.surplus === "none" ? run.fallenDue : run.owed;
}

/**
 * What a debt must get on a day so that it does not fall overdue: its instalment of that day, while nothing older is
 * unpaid; with a minimum payment, that instead, on the due date and on each pay day while anything is due.
 */
function mustGet({ run, debt }: Account, day: Day, isPayDay: boolean): number {
  const oldest = run.oldestUnpaidDue;
  if (run.isOver || oldest === null || oldest > day) return 0;
  const isDueToday = oldest === day;
  if (debt.loan.terms.minimum === null) return isDueToday ? run.fallenDue : 0;
  return isDueToday || isPayDay ? Math.min(run.minimumPayment, run.fallenDue) : 0;
}

function give(account: Account, amount: number): void {
  account.share += amount;
  account.room -= amount;
}

/** To one debt after the other: what one does not need any more goes to the next on the same day. */
function payDown(accounts: readonly Account[], money: number): number {
  let left = money;
  for (const account of accounts) {
    const share = Math.min(left, account.room);
    give(account, share);
    left -= share;
  }
  return left;
}

/** To each by what it was owed at the start, the odd fen to the first; what one does not need goes to the others. */
function shareOut(accounts: readonly Account[], money: number): number {
  let left = money;
  while (left > 0) {
    const open = accounts.filter(({ room }) => room > 0);
    const shares = sharesOf(left, open.map(weightOf));
    if (shares.length === 0) return left;
    for (const [index, account] of open.entries()) {
      const share = Math.min(shares[index] ?? 0, account.room);
      give(account, share);
      left -= share;
    }
  }
  return left;
}

function weightOf({ openingOwed }: Account): number {
  return Math.max(1, openingOwed);
}

/** An amount divided by weights, in whole fen that add up to it. */
export function sharesOf(amount: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  let weightBefore = 0n;
  let given = 0n;
  return weights.map((weight) => {
    weightBefore += BigInt(weight);
    const upTo = (BigInt(amount) * weightBefore + whole - 1n) / whole;
    const share = upTo - given;
    given = upTo;
    return Number(share);
  });
}

function outcomeOf({ debt, run, payments, monthsOverdue, unserved, openingOwed }: Account): DebtOutcome {
  const totals = run.totals();
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
    monthsOverdue,
    unserved,
    totals,
  };
}
