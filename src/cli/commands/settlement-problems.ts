/** A settlement asks for an amount of what is owed on its day; more than that is a slip of the pen. */

import { settlementTotals } from "../../advice/settlement.ts";
import type { Problem } from "../../input/problem.ts";
import { formatDay } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import type { Strategy } from "../../loan/strategy.ts";
import { formatMoney } from "../../output/figures.ts";

export function settlementProblems(loan: Loan, { events }: Strategy, where: string): readonly Problem[] {
  return settlementTotals(loan, events)
    .filter(({ amount, total }) => amount > total)
    .map(({ amount, total, date }) => ({
      where,
      code: "settlement-above-total",
      amount: formatMoney(amount),
      total: formatMoney(total),
      date: formatDay(date),
    }));
}
