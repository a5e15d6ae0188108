/** Which debt gets what is left of a budget once every debt has what it must get. */

import type { Run } from "../../ledger/run.ts";
import type { Priority } from "../../loan/budget.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import type { Fraction } from "../../loan/money.ts";
import { compareFractions } from "../../loan/rate.ts";

/** The orders with a rule of their own, in which one debt after the other is paid off. */
export const RULED_ORDERS = ["avalanche", "snowball", "overdue", "listed"] as const;
type RuledOrder = (typeof RULED_ORDERS)[number];

/** `cheapest`: the order found to cost least; `pro-rata`: by what was owed at the start, none before the other. */
export const DEBT_ORDERS = [...RULED_ORDERS, "cheapest", "pro-rata"] as const;
export type DebtOrder = (typeof DEBT_ORDERS)[number];

/** How a rest is given out: by a rule, or to the debts in the order of these places in the list. */
export type Ranking = RuledOrder | readonly number[];

/** A debt as it stands on a pay day, before the budget. */
export interface Candidate {
  /** Its place in the list. */
  readonly place: number;
  readonly priority: Priority;
  /** At least, as long as it has not been looked at on the day. */
  readonly owedBefore: number;
  readonly oldestUnpaidOn: (day: Day) => Day | null;
  readonly chargeRate: (day: Day, until: Day) => Fraction;
}

/** Whether the order is fixed from the start, and does not depend on what the debts owe on a day. */
export function staysTheSame(sharing: Ranking | "pro-rata"): sharing is "listed" | readonly number[] {
  return sharing === "listed" || typeof sharing !== "string";
}

/**
 * The debts in the order in which they get the rest of the budget. Numbers given by the user go before any rule; debts that
 * are equal under the rule are ordered by a second one.
 */
export function ranked<Debt extends Candidate>(
  debts: readonly Debt[],
  ranking: Ranking,
  day: Day,
  tieBreak: Ranking = "listed",
): readonly Debt[] {
  if (debts.length < 2) return debts;
  const keyOf = keysOf(ranking, day);
  const nextKeyOf = keysOf(tieBreak, day);
  return debts
    .map((debt) => ({ debt, number: numberOf(debt), key: keyOf(debt), next: nextKeyOf(debt) }))
    .sort(
      (one, other) =>
        one.number - other.number ||
        compare(one.key, other.key) ||
        compare(one.next, other.next) ||
        one.debt.place - other.debt.place,
    )
    .map(({ debt }) => debt);
}

/** The same for an order that is fixed from the start. */
export function inOrderOf<Debt extends Pick<Candidate, "place" | "priority">>(
  debts: readonly Debt[],
  ranking: "listed" | readonly number[],
): readonly Debt[] {
  const byPlace = new Map(debts.map((debt) => [debt.place, debt]));
  const listed = ranking === "listed" ? debts : ranking.flatMap((place) => byPlace.get(place) ?? []);
  const given = debts
    .filter(hasNumber)
    .toSorted((one, other) => numberOf(one) - numberOf(other) || one.place - other.place);
  return [...given, ...listed.filter((debt) => !hasNumber(debt))];
}

function hasNumber({ priority }: Pick<Candidate, "priority">): boolean {
  return typeof priority === "number";
}

function numberOf({ priority }: Pick<Candidate, "priority">): number {
  return typeof priority === "number" ? priority : Number.MAX_SAFE_INTEGER;
}

/** What debts are ordered by, the smallest first; under one order all have a number, or all a fraction. */
type SortKey = number | Fraction;

function compare(one: SortKey, other: SortKey): number {
  if (typeof one === "object" && typeof other === "object") return compareFractions(one, other);
  return Number(one) - Number(other);
}

function keysOf(ranking: Ranking, day: Day): (debt: Candidate) => SortKey {
  switch (ranking) {
    case "avalanche": {
      const until = addMonths(day, 1);
      return (debt) => debt.chargeRate(day, until);
    }
    case "snowball":
      return ({ owedBefore }) => owedBefore;
    case "overdue":
      // The oldest unpaid due date first: the longest overdue, and after all of those what falls due next.
      return (debt) => debt.oldestUnpaidOn(day) ?? day;
    case "listed":
      return () => 0;
    default:
      return ({ place }) => ranking.indexOf(place);
  }
}

/**
 * What a debt bears a night for each fen of principal, until a day: overdue principal bears its penalty rate. Negative, so that
 * the dearest debt comes first.
 */
export function chargeRate(run: Run, until: Day): Fraction {
  const { numerator, denominator } = run.chargesUntil(until);
  // Where only charges are left, it is those that go on to bear charges.
  const base = BigInt(run.principal > 0 ? run.principal : Math.max(1, run.owed));
  return { numerator: -numerator, denominator: denominator * base * BigInt(until - run.today) };
}
