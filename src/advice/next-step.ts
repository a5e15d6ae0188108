/** Which budget to plan with next: the money that is paid, else the least that keeps the debt from growing. */

import type { Events } from "../loan/events.ts";
import type { Cycle } from "../loan/loan.ts";
import { divideUp, type Fen, fen } from "../loan/money.ts";
import type { PlanCycle } from "./clear-by.ts";
import type { Verdict } from "./run-report.ts";

export interface BudgetToTry {
  readonly amount: Fen;
  readonly every: PlanCycle;
}

/** Null where the debt is cleared within the run, or no payment keeps it from growing. */
export function budgetToTry(
  { closingTotal, breakEvenPayment }: Pick<Verdict, "closingTotal" | "breakEvenPayment">,
  { streams }: Pick<Events, "streams">,
): BudgetToTry | null {
  if (closingTotal === 0) return null;
  const [stream, second] = streams;
  const [amount, other] = stream?.amounts ?? [];
  const isOneAmount = second === undefined && other === undefined;
  if (stream !== undefined && isOneAmount && amount !== undefined && amount !== "minimum") {
    return perPlanCycle(amount, stream.cycle);
  }
  const least = breakEvenPayment.amount;
  return least === null || least === 0 ? null : perPlanCycle(least, breakEvenPayment.cycle);
}

function perPlanCycle(amount: Fen, cycle: Cycle): BudgetToTry {
  if (cycle.kind === "month") return { amount, every: "month" };
  if (cycle.days === 7) return { amount, every: "week" };
  return { amount: fen(Number(divideUp(BigInt(amount), BigInt(cycle.days)))), every: "day" };
}
