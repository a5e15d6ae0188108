/** What to look at next: a budget to plan with, unless a lawyer is to be asked first. */

import { type Budget, nameOfCycle } from "../loan/budget.ts";
import { type Component, totalOf } from "../loan/components.ts";
import { addDays, DAYS_OF_LONGEST_MONTH, type Day } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Cycle, PaymentStream } from "../loan/loan.ts";
import { divideUp, type Fen, fen, sum } from "../loan/money.ts";
import type { RunFinding } from "./findings.ts";
import type { RunReport } from "./run-report.ts";

interface BudgetToTry extends Budget {
  /** What is paid, or else the least that keeps the debt from growing. */
  readonly of: "payments" | "break-even";
  /** The component that what is paid names. */
  readonly for: Component | null;
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
  if (stream !== undefined && second === undefined && goesOnFromNow(stream, report.totals.from)) {
    const amount = usualAmount(stream);
    const budget = amount === null ? null : perPlanCycle(amount, stream.cycle, "down");
    if (budget !== null && budget.amount > 0) return { ...budget, of: "payments", for: stream.for };
  }
  const { amount: least, cycle } = report.breakEvenPayment();
  return least === null || least === 0 ? null : { ...perPlanCycle(least, cycle, "up"), of: "break-even", for: null };
}

/** A budget is paid from now on without an end: money that comes once or months later, stops or pauses is another. */
function goesOnFromNow({ cycle, from, until, pauses }: PaymentStream, asOf: Day): boolean {
  const days = Math.max(cycle.kind === "days" ? cycle.days : 0, DAYS_OF_LONGEST_MONTH);
  return until === null && pauses.length === 0 && from <= addDays(asOf, days);
}

/** The mean, where amounts take turns, so that no more is planned than is paid; null where an amount is not fixed. */
function usualAmount({ amounts }: PaymentStream): Fen | null {
  const fixed = amounts.filter((amount) => amount !== "minimum");
  const mean = Math.floor(sum(fixed) / fixed.length);
  return fixed.length === amounts.length ? fen(mean) : null;
}

/** No more than is paid, and no less than is needed. */
function perPlanCycle(amount: Fen, cycle: Cycle, rounded: "up" | "down"): Budget {
  const every = nameOfCycle(cycle);
  if (typeof every !== "number") return { amount, every };
  if (rounded === "down") return { amount: fen(Math.floor(amount / every)), every: "day" };
  return { amount: fen(Number(divideUp(BigInt(amount), BigInt(every)))), every: "day" };
}

/** Where limitation has run out, to ask the lender for something is no next step: it may give up the defence. */
export function asksALawyerFirst(findings: readonly RunFinding[]): boolean {
  return findings.some(({ code }) => code === "limitation-run-out");
}
