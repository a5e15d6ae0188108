/** Which budget to plan with next: the money that is paid, else the least that keeps the debt from growing. */

import type { Budget } from "../loan/budget.ts";
import { totalOf } from "../loan/components.ts";
import type { Events } from "../loan/events.ts";
import type { Cycle } from "../loan/loan.ts";
import { divideUp, type Fen, fen } from "../loan/money.ts";
import type { RunReport } from "./run-report.ts";

export interface BudgetToTry extends Budget {
  /** What is paid, or else the least that keeps the debt from growing. */
  readonly of: "payments" | "break-even";
}

/** Null where the debt is cleared within the run, no payment keeps it from growing, or new terms are agreed: a plan knows the old. */
export function budgetToTry(
  report: Pick<RunReport, "totals" | "breakEvenPayment">,
  { streams, agreements }: Pick<Events, "streams" | "agreements">,
): BudgetToTry | null {
  if (totalOf(report.totals.closing) === 0 || agreements.length > 0) return null;
  const [stream, second] = streams;
  const [amount, other] = stream?.amounts ?? [];
  const isOneAmount = second === undefined && other === undefined;
  if (stream !== undefined && isOneAmount && amount !== undefined && amount !== "minimum") {
    return { ...perPlanCycle(amount, stream.cycle), of: "payments" };
  }
  const { amount: least, cycle } = report.breakEvenPayment();
  return least === null || least === 0 ? null : { ...perPlanCycle(least, cycle), of: "break-even" };
}

function perPlanCycle(amount: Fen, cycle: Cycle): Budget {
  if (cycle.kind === "month") return { amount, every: "month" };
  if (cycle.days === 7) return { amount, every: "week" };
  return { amount: fen(Number(divideUp(BigInt(amount), BigInt(cycle.days)))), every: "day" };
}
