/** Mistakes that only the figures show: a debt beyond what is counted exactly, a settlement for more than is owed. */

import { settlementsAboveTotal } from "../advice/taken-over.ts";
import type { Problem } from "../input/problem.ts";
import type { RunTotals } from "../ledger/ledger.ts";
import { type Day, formatDay } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { BALANCE_LIMIT, isLimitReached } from "../loan/money.ts";
import { formatMoney } from "../output/figures.ts";
import { type CommandResult, refused } from "./command.ts";

/** The problem of a debt that passes the engine's limit on a day, since no figure is better than a wrong one; none where it does not. */
export function limitProblems(where: string, reachedOn: Day | null): readonly Problem[] {
  return reachedOn === null ? [] : [limitProblem(where, formatDay(reachedOn))];
}

/** The same for a run: either the days asked for lead so far, or the days before its first one already did. */
export function runLimitProblems({ from, limitReachedOn }: RunTotals): readonly Problem[] {
  return limitProblems(limitReachedOn === from ? "--as-of" : "--days", limitReachedOn);
}

/** The outcome of a command, or what is wrong where a sum or a schedule on the way passes what is counted. */
export async function withinLimit(where: string, work: () => Promise<CommandResult>): Promise<CommandResult> {
  try {
    return await work();
  } catch (error) {
    if (isLimitReached(error)) return refused([limitProblem(where, null)]);
    throw error;
  }
}

function limitProblem(where: string, date: string | null): Problem {
  return { where, code: "limit-reached", date, limit: formatMoney(BALANCE_LIMIT) };
}

/** Settlements that ask for more than is owed. */
export function settlementProblems(
  loan: Loan,
  { events }: { readonly events: Events },
  where: string,
): readonly Problem[] {
  return settlementsAboveTotal(loan, events).map(({ amount, total, date }) => ({
    where,
    code: "settlement-above-total",
    amount: formatMoney(amount),
    total: formatMoney(total),
    date: formatDay(date),
  }));
}
