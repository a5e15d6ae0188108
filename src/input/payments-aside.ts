/** Payments given beside named strategies: which strategies count them, and what is reported where none does. */

import { paysAnything } from "../loan/events.ts";
import type { Strategy } from "../loan/strategy.ts";
import type { LoanRequest } from "./loan-request.ts";
import { CYCLE_OPTIONS, type LoanOptions, writtenOptions } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";

/** The options that give payments. */
const PAYING = [...Object.values(CYCLE_OPTIONS), "pay", "payments"] as const;

/** An agreement and a deferral count the payments given; a scenario spelt out (without a line) says all that happens itself. */
function takesIn({ kind, spec }: Strategy): boolean {
  return spec !== "" && (kind === "agreement" || kind === "deferral");
}

/** By which of the named strategies the payments given are counted, where it is not by all of them. */
export type PaymentsAside = "by-none" | "by-some";

/** Null where all count them, or none are given. To pay nothing leaves them out by its name. */
export function paymentsAside({ events }: LoanRequest, strategies: readonly Strategy[]): PaymentsAside | null {
  if (!paysAnything(events) || strategies.length === 0) return null;
  if (!strategies.some(takesIn)) return "by-none";
  return strategies.every((strategy) => strategy.kind === "none" || takesIn(strategy)) ? null : "by-some";
}

/** Payments typed beside strategies that do not count them are a mistake; those in a loan file are simply left out. */
export function notePaymentsAside(
  options: LoanOptions,
  strategies: readonly Strategy[],
  problems: ProblemCollector,
): void {
  if (strategies.length === 0 || strategies.some(takesIn)) return;
  for (const key of PAYING) {
    const [first] = writtenOptions(options, key);
    if (first !== undefined) problems.add(first.where, { code: "payments-aside" });
  }
}
