/** The days on which money is given out or looked at: pay days, month ends, due dates, and those of money that comes once. */

import { payDay, payDaysUntil, type SharedBudget } from "../../loan/budget.ts";
import { addDays, byDate, type Day, monthsFrom } from "../../loan/day.ts";
import { once } from "../../loan/once.ts";
import type { Account } from "./account.ts";
import { budgetOn } from "./debt.ts";

/** What happens on a day of the repayment. */
export interface BudgetDay {
  readonly day: Day;
  readonly isPayDay: boolean;
  readonly isMonthEnd: boolean;
  /** Money that comes once. */
  readonly extra: number;
  /** Debts with an instalment that falls due, if it is still owed. */
  readonly due: readonly Account[];
}

/** The due dates on which debts must get something, with those debts. */
type DueDays = readonly { readonly day: Day; readonly accounts: readonly Account[] }[];

/** What pay days bring from one on, and what those before it have brought. */
interface StepBrought {
  readonly payDaysBefore: number;
  readonly broughtBefore: number;
  readonly amount: number;
}

export class Calendar {
  readonly hasDueDays: boolean;
  readonly #asOf: Day;
  readonly #budget: SharedBudget;
  readonly #extras: SharedBudget["extras"];
  readonly #dueDays: DueDays;
  readonly #monthEndAfter: (months: number) => Day;
  readonly #stepsBrought: () => readonly StepBrought[];
  #payDays = 1;
  #payDay: Day;
  #months = 0;
  #monthEnd: Day;
  #nextExtra = 0;
  #nextDue = 0;

  /** Of accounts for which there must be money on their due dates. */
  constructor(budget: SharedBudget, asOf: Day, accounts: readonly Account[]) {
    this.#asOf = asOf;
    this.#budget = budget;
    this.#extras = budget.extras.toSorted(byDate);
    this.#dueDays = dueDays(accounts, asOf);
    this.hasDueDays = this.#dueDays.length > 0;
    this.#monthEndAfter = monthsFrom(asOf);
    this.#stepsBrought = once(() => stepsBrought(budget, asOf));
    this.#payDay = payDay(budget.every, asOf, 1);
    this.#monthEnd = this.#monthEndAfter(1);
  }

  get monthsEnded(): number {
    return this.#months;
  }

  get lastMonthEnd(): Day {
    return this.#monthEndAfter(this.#months);
  }

  get nextMonthEnd(): Day {
    return this.#monthEnd;
  }

  /** Of the next pay day. */
  get nextBudget(): number {
    return budgetOn(this.#budget, this.#payDay);
  }

  /** Of the pay days after the next one, up to and including a day. */
  budgetsUntil(day: Day): number {
    const last = payDaysUntil(this.#budget.every, this.#asOf, day);
    return Math.max(0, this.#broughtBy(last) - this.#broughtBy(this.#payDays));
  }

  /** What so many pay days bring, from the first on. */
  #broughtBy(payDays: number): number {
    const step = this.#stepsBrought().findLast(({ payDaysBefore }) => payDaysBefore < payDays);
    return step === undefined ? 0 : step.broughtBefore + (payDays - step.payDaysBefore) * step.amount;
  }

  /** The next pay day is the last one of its month. */
  get isLastOfMonth(): boolean {
    return payDay(this.#budget.every, this.#asOf, this.#payDays + 1) > this.#monthEnd;
  }

  get next(): Day {
    return Math.min(
      this.#payDay,
      this.#monthEnd,
      this.#extras[this.#nextExtra]?.date ?? Number.POSITIVE_INFINITY,
      this.#dueDays[this.#nextDue]?.day ?? Number.POSITIVE_INFINITY,
    ) as Day;
  }

  /** The next day; its pay day and its month are still to be ended. */
  take(): BudgetDay {
    const day = this.next;
    return {
      day,
      isPayDay: day === this.#payDay,
      isMonthEnd: day === this.#monthEnd,
      extra: this.#takeExtras(day),
      due: this.#takeDue(day),
    };
  }

  endPayDay(): void {
    this.#payDays += 1;
    this.#payDay = payDay(this.#budget.every, this.#asOf, this.#payDays);
  }

  endMonth(): void {
    this.#months += 1;
    this.#monthEnd = this.#monthEndAfter(this.#months + 1);
  }

  #takeExtras(day: Day): number {
    let amount = 0;
    for (; this.#extras[this.#nextExtra]?.date === day; this.#nextExtra += 1) {
      amount += this.#extras[this.#nextExtra]?.amount ?? 0;
    }
    return amount;
  }

  #takeDue(day: Day): readonly Account[] {
    const due = this.#dueDays[this.#nextDue];
    if (due?.day !== day) return [];
    this.#nextDue += 1;
    return due.accounts.filter(({ isOver }) => !isOver);
  }
}

function dueDays(accounts: readonly Account[], asOf: Day): DueDays {
  const byDay = new Map<Day, Set<Account>>();
  for (const account of accounts) {
    for (const { due } of account.debt.loan.instalments) {
      if (due > asOf) byDay.set(due, (byDay.get(due) ?? new Set()).add(account));
    }
  }
  return [...byDay].map(([day, due]) => ({ day, accounts: [...due] })).toSorted((one, other) => one.day - other.day);
}

function stepsBrought({ every, steps }: SharedBudget, asOf: Day): readonly StepBrought[] {
  const brought: StepBrought[] = [];
  for (const { from, amount } of steps) {
    const payDaysBefore = Math.max(0, payDaysUntil(every, asOf, addDays(from, -1)));
    const last = brought.at(-1);
    const since = last === undefined ? 0 : (payDaysBefore - last.payDaysBefore) * last.amount;
    brought.push({ payDaysBefore, broughtBefore: (last?.broughtBefore ?? 0) + since, amount });
  }
  return brought;
}
