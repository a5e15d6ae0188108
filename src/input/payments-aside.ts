/** Payments that are given beside named ways to pay: which ways take them in, and what is said where none does. */

import { paysAnything } from "../loan/events.ts";
import type { Strategy } from "../loan/strategy.ts";
import type { LoanRequest } from "./loan-request.ts";
import { givenOptions, type LoanOptions } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";

/** The options that give payments. */
const PAYING = ["daily", "weekly", "monthly", "pay", "payments"] as const;

/** An agreement and a deferral go on with what is given; a scenario spelt out, which has no line, says all that happens. */
function takesIn({ kind, spec }: Strategy): boolean {
  return spec !== "" && (kind === "agreement" || kind === "deferral");
}

/** True where payments are given that no named way takes in. */
export function standAside({ events }: LoanRequest, strategies: readonly Strategy[]): boolean {
  return paysAnything(events) && strategies.length > 0 && !strategies.some(takesIn);
}

/** Typed beside ways that stand in their place, payments are a mistake; those of a loan file are part of its story. */
export function notePaymentsAside(
  options: LoanOptions,
  strategies: readonly Strategy[],
  problems: ProblemCollector,
): void {
  if (strategies.length === 0 || strategies.some(takesIn)) return;
  for (const key of PAYING) {
    const [first] = givenOptions(options, key);
    if (first !== undefined) problems.add(first.where, { code: "payments-aside" });
  }
}
