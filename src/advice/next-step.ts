/** What to look at next: a budget to plan with, unless a lawyer is to be asked first. */

import { type Budget, nameOfCycle } from "../loan/budget.ts";
import { totalOf } from "../loan/components.ts";
import type { Events } from "../loan/events.ts";
import type { Cycle, PaymentStream } from "../loan/loan.ts";
import { divideUp, type Fen, fen, sum } from "../loan/money.ts";
import type { RunFinding } from "./findings.ts";
import type { RunReport } from "./run-report.ts";

interface BudgetToTry extends Budget {
  /** What is paid, or else the least that keeps the debt from growing. */
  readonly of: "payments" | "break-even";
}

/**
 * Null where the debt is cleared within the run, where no payment keeps it from growing, or where new terms are agreed, since
 * a plan goes by the old ones.
 */
export function budgetToTry(
  report: Pick<RunReport, "totals" | "breakEvenPayment">,
  { streams, agreements }: Pick<Events, "streams" | "agreements">,
): BudgetToTry | null {
  if (totalOf(report.totals.closing) === 0 || agreements.length > 0) return null;
  const [stream, second] = streams;
  const amount = stream === undefined || second !== undefined ? null : usualAmount(stream);
  if (stream !== undefined && amount !== null) return { ...perPlanCycle(amount, stream.cycle), of: "payments" };
  const { amount: least, cycle } = report.breakEvenPayment();
  return least === null || least === 0 ? null : { ...perPlanCycle(least, cycle), of: "break-even" };
}

/** The mean, where amounts take turns, so that no more is planned than is paid; null where an amount is not fixed. */
function usualAmount({ amounts }: PaymentStream): Fen | null {
  const fixed = amounts.filter((amount) => amount !== "minimum");
  const mean = Math.floor(sum(fixed) / fixed.length);
  return fixed.length === amounts.length && mean > 0 ? fen(mean) : null;
}

function perPlanCycle(amount: Fen, cycle: Cycle): Budget {
  const every = nameOfCycle(cycle);
  if (typeof every !== "number") return { amount, every };
  return { amount: fen(Number(divideUp(BigInt(amount), BigInt(every)))), every: "day" };
}

/** Where limitation has run out, to ask the lender for something is no next step: it may give up the defence. */
export function asksALawyerFirst(findings: readonly RunFinding[]): boolean {
  return findings.some(({ code }) => code === "limitation-run-out");
}
