/** What `plan --debts` comes to, as JSON. */

import type { OneDebt } from "../../advice/debts/debt.ts";
import type { DebtsPlan, OrderOutcome } from "../../advice/debts/debts-plan.ts";
import { owedInAll, type RepaymentMonth } from "../../advice/debts/repayment.ts";
import type { BudgetGiven } from "../../input/shared-budget.ts";
import { formatDay, formatMonth } from "../../loan/day.ts";
import { type Fen, yuan } from "../../loan/money.ts";
import { dateOrNull, inYuan, type Json, yuanOrNull } from "../../output/json.ts";

export function monthDocument({ end, paid, debts: found }: RepaymentMonth, debts: readonly OneDebt[]): Json {
  const byDebt = found.map((one, place): readonly [string, Json] => [
    debts[place]?.name ?? "",
    inYuan(one, "paid", "toPrincipal", "owed"),
  ]);
  return { month: formatMonth(end), paid: yuan(paid), byDebt: Object.fromEntries(byDebt) };
}

export function debtsSummary({ order, repayment, smallest, cheapest, request }: DebtsPlan): Json {
  const { within } = smallest;
  return {
    owed: yuan(owedInAll(repayment)),
    ...orderDocument({ order, repayment }),
    cheapestIsProven: cheapest?.isProven ?? null,
    smallestBudget: {
      notGrowing: yuanOrNull(smallest.notGrowing),
      ...Object.fromEntries(Object.entries(within).map(([months, amount]) => [`months${months}`, yuanOrNull(amount)])),
    },
    ask:
      request === null
        ? null
        : request.kind === "interest-stopped"
          ? { kind: request.kind, debts: request.names, clearedOn: formatDay(request.clearedOn) }
          : {
              kind: request.kind,
              months: request.request.months,
              monthly: Object.fromEntries(request.monthly.map(({ name, amount }) => [name, yuan(amount)])),
              waived: yuan(request.request.waived),
              short: Object.fromEntries(request.short.map(({ on, amount }) => [formatMonth(on), yuan(amount)])),
            },
  };
}

export function orderDocument({ order, repayment }: OrderOutcome): { readonly [key: string]: Json } {
  const { clearedOn, monthsOverdue, firstCleared } = repayment;
  return {
    order,
    clearedOn: dateOrNull(clearedOn),
    ...inYuan(repayment, "paid", "totalCost"),
    monthsOverdue,
    firstCleared: dateOrNull(firstCleared),
  };
}

export function debtDocument(outcome: DebtsPlan["repayment"]["debts"][number], sameShare: Fen): Json {
  return {
    name: outcome.debt.name,
    owed: yuan(outcome.openingOwed),
    clearedOn: dateOrNull(outcome.clearedOn),
    ...inYuan(outcome, "paid", "toPrincipal", "totalCost"),
    monthsOverdue: outcome.monthsOverdue,
    notServedFrom: dateOrNull(outcome.unserved?.date ?? null),
    sameShare: yuan(sameShare),
  };
}

export function budgetDocument({ every, steps, extras, income }: BudgetGiven): Json {
  return {
    every,
    steps: steps.map(({ from, amount }) => ({ from: formatDay(from), amount: yuan(amount) })),
    extras: extras.map(({ date: on, amount }) => ({ date: formatDay(on), amount: yuan(amount) })),
    ...(income === null ? { income: null, living: null } : inYuan(income, "income", "living")),
  };
}
