/** Which debt gets what is left of a budget once every debt has what it must get. */

import type { Run } from "../../ledger/run.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import type { Priority } from "./debt.ts";

/** The orders with a rule of their own, in which one debt after the other is paid off. */
export const RULED_ORDERS = ["avalanche", "snowball", "overdue", "listed"] as const;
export type RuledOrder = (typeof RULED_ORDERS)[number];

/** `cheapest`: the order found to cost least; `pro-rata`: every debt the same share, none before the other. */
export const DEBT_ORDERS = [...RULED_ORDERS, "cheapest", "pro-rata"] as const;
export type DebtOrder = (typeof DEBT_ORDERS)[number];

/** How a rest is given out: by a rule, or to the debts in the order of these places in the list. */
export type Ranking = RuledOrder | readonly number[];

/** A debt as it stands on a pay day, before the budget. */
export interface Candidate {
  /** Its place in the list. */
  readonly place: number;
  readonly priority: Priority;
  readonly run: Run;
}

/** The debts in the order in which they get the rest; numbers given by the user go before any rule. */
export function ranked<Debt extends Candidate>(debts: readonly Debt[], ranking: Ranking, day: Day): readonly Debt[] {
  if (debts.length < 2) return debts;
  const compare = comparison(debts, ranking, day);
  return debts.toSorted((one, other) => pinOf(one) - pinOf(other) || compare(one, other) || one.place - other.place);
}

function pinOf({ priority }: Candidate): number {
  return typeof priority === "number" ? priority : Number.MAX_SAFE_INTEGER;
}

type Comparison = (one: Candidate, other: Candidate) => number;

function comparison(debts: readonly Candidate[], ranking: Ranking, day: Day): Comparison {
  switch (ranking) {
    case "avalanche":
      return byCharges(debts, day);
    case "snowball": {
      const owed = new Map(debts.map((each) => [each, each.run.owed]));
      return (one, other) => (owed.get(one) ?? 0) - (owed.get(other) ?? 0);
    }
    case "overdue":
      // The oldest unpaid due date first: the longest overdue, and after all of those what falls due next.
      return (one, other) => (one.run.oldestUnpaidDue ?? day) - (other.run.oldestUnpaidDue ?? day);
    case "listed":
      return () => 0;
    default:
      return (one, other) => ranking.indexOf(one.place) - ranking.indexOf(other.place);
  }
}

/** The charges of the month that follows for each unit of principal: of what is overdue those of its penalty rate. */
function byCharges(debts: readonly Candidate[], day: Day): Comparison {
  const until = addMonths(day, 1);
  const shares = new Map(
    debts.map((each) => {
      const { numerator, denominator } = each.run.chargesUntil(until);
      // Where only charges are left they are what bears more of them.
      const base = BigInt(each.run.principal > 0 ? each.run.principal : Math.max(1, each.run.owed));
      return [each, { numerator, denominator: denominator * base }];
    }),
  );
  return (one, other) => {
    const first = shares.get(one);
    const second = shares.get(other);
    if (first === undefined || second === undefined) return 0;
    const difference = second.numerator * first.denominator - first.numerator * second.denominator;
    return difference > 0n ? 1 : difference < 0n ? -1 : 0;
  };
}
