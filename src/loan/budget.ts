/** The money there is for debts: how much, how often, and the days on which it is paid. */

import { addDays, civil, type Day, dayInMonth } from "./day.ts";
import { type Cycle, EVERY_DAY } from "./loan.ts";
import type { Fen } from "./money.ts";

/** How often a plan pays. */
export const PLAN_CYCLES = ["day", "week", "month"] as const;
export type PlanCycle = (typeof PLAN_CYCLES)[number];

/** What a cycle is called; a number of days where it has no name. */
export function nameOfCycle(cycle: Cycle): PlanCycle | number {
  if (cycle.kind === "month") return "month";
  if (cycle.days === 1) return "day";
  return cycle.days === 7 ? "week" : cycle.days;
}

export interface Budget {
  readonly amount: Fen;
  readonly every: PlanCycle;
}

/** Debts with a number go before all others, the smallest first; `never`: the debt gets nothing of the budget. */
export type Priority = number | "never" | null;

/** It gets something of the budget. */
export function isServed({ priority }: { readonly priority: Priority }): boolean {
  return priority !== "never";
}

/** From a day on, the amount of each pay day. */
export interface BudgetStep {
  readonly from: Day;
  readonly amount: Fen;
  /** Of a month that has an amount of its own, whatever the others have. */
  readonly isOwn: boolean;
}

export interface SharedBudget {
  readonly every: PlanCycle;
  /** By date, the first from the beginning; at least one. */
  readonly steps: readonly BudgetStep[];
  /** What there is at first in a month that has no amount of its own: what is promised to lenders goes by it. */
  readonly usual: Fen;
  /** Money that comes once, and is paid on its day. */
  readonly extras: readonly { readonly date: Day; readonly amount: Fen }[];
}

/** The cycle whose days lie whole cycles after a day. */
export function cycleOf(every: PlanCycle, asOf: Day): Cycle {
  switch (every) {
    case "day":
      return EVERY_DAY;
    case "week":
      return { kind: "days", days: 7 };
    case "month":
      return { kind: "month", dayOfMonth: civil(asOf).day };
    default:
      return every satisfies never;
  }
}

/** The day of a cycle with a number, from 1 on: of days the first is a cycle after `asOf`, of a month the next such day. */
export function cycleDay(cycle: Cycle, asOf: Day, count: number): Day {
  if (cycle.kind === "days") return addDays(asOf, cycle.days * count);
  const { dayOfMonth } = cycle;
  return dayInMonth(asOf, dayInMonth(asOf, 0, dayOfMonth) > asOf ? count - 1 : count, dayOfMonth);
}

/** How many of them there are after `asOf`, up to and including a day. */
export function cycleDaysUntil(cycle: Cycle, asOf: Day, until: Day): number {
  if (cycle.kind === "days") return Math.floor((until - asOf) / cycle.days);
  let count = 0;
  while (cycleDay(cycle, asOf, count + 1) <= until) count += 1;
  return count;
}

/** The pay day with a number, from 1 on: the first is a cycle after `asOf`. */
export function payDay(every: PlanCycle, asOf: Day, count: number): Day {
  return cycleDay(cycleOf(every, asOf), asOf, count);
}

/** How many pay days there are after `asOf`, up to and including a day. */
export function payDaysUntil(every: PlanCycle, asOf: Day, until: Day): number {
  return cycleDaysUntil(cycleOf(every, asOf), asOf, until);
}
