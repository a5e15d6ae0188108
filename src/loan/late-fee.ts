/** A fee for a missed instalment: what the contract says of it, what it comes to, and on which days it is charged. */

import { addDays, addMonths, type Day, monthNumber, NEVER } from "./day.ts";
import { type Fen, type Fraction, fen } from "./money.ts";

/** What a late fee is a share of: `minimum` is what is unpaid of the minimum payment of the day on which the instalment fell due. */
export const LATE_FEE_BASES = ["instalment", "overdue-principal", "minimum"] as const;
export type LateFeeBase = (typeof LATE_FEE_BASES)[number];

/** How often a late fee is charged while the instalment is unpaid; `loan`: once in the life of the loan. */
export const LATE_FEE_TURNS = ["instalment", "loan", "month", "day"] as const;
export type LateFeeTurn = (typeof LATE_FEE_TURNS)[number];

/** A fee for a missed instalment. Steps by days overdue (30 at day 10, 80 at day 30) are several rules. */
export interface LateFee {
  readonly charge:
    | { readonly kind: "fixed"; readonly amount: Fen }
    | { readonly kind: "percent"; readonly share: Fraction; readonly of: LateFeeBase };
  readonly each: LateFeeTurn;
  /** First charged when the instalment is so many days overdue, but never within its grace; 1 is the first day after the due date. */
  readonly afterDaysOverdue: number;
  /** A grace of its own; null: that of the terms. */
  readonly graceDays: number | null;
  /** Of each charge. */
  readonly minimum: Fen | null;
  readonly maximum: Fen | null;
  /** Of all charges under this rule over the life of the loan. */
  readonly maximumInAll: Fen | null;
}

/** Charged on the first day after the due date and the grace, without bounds. */
export const USUAL_LATE_FEE = {
  each: "instalment",
  afterDaysOverdue: 1,
  graceDays: null,
  minimum: null,
  maximum: null,
  maximumInAll: null,
} as const satisfies Omit<LateFee, "charge">;

/** What a rule has charged over the life of the loan so far. */
interface ChargedByRule {
  readonly amount: number;
  readonly times: number;
}

/** Whoever paid the minimum payment missed nothing under such a rule. */
export function isOfMinimum({ charge }: LateFee): boolean {
  return charge.kind === "percent" && charge.of === "minimum";
}

/** What a rule charges now; `shareOf` rounds a share of one of its bases. */
export function lateFee(
  { charge, minimum, maximum, maximumInAll }: LateFee,
  charged: ChargedByRule,
  shareOf: (base: LateFeeBase, share: Fraction) => Fen,
): Fen {
  const amount = charge.kind === "fixed" ? charge.amount : shareOf(charge.of, charge.share);
  const bounded = Math.min(Math.max(amount, minimum ?? 0), maximum ?? Number.POSITIVE_INFINITY);
  return fen(maximumInAll === null ? bounded : Math.min(bounded, maximumInAll - charged.amount));
}

/**
 * The first day after `day` on which a rule charges an instalment due on `due`, or `NEVER`; `graceDays` are those of the
 * terms.
 */
export function lateFeeDay(rule: LateFee, charged: ChargedByRule, graceDays: number, due: Day, day: Day): Day {
  if (rule.maximumInAll !== null && charged.amount >= rule.maximumInAll) return NEVER;
  const lag = Math.max((rule.graceDays ?? graceDays) + 1, rule.afterDaysOverdue);
  if (due + lag > day) return rule.each === "loan" && charged.times > 0 ? NEVER : addDays(due, lag);
  switch (rule.each) {
    case "instalment":
    case "loan":
      return NEVER;
    case "day":
      return addDays(day, 1);
    case "month": {
      const before = addDays(day, -lag);
      const months = Math.max(1, monthNumber(before) - monthNumber(due));
      const inMonth = addMonths(due, months);
      return addDays(inMonth > before ? inMonth : addMonths(due, months + 1), lag);
    }
    default:
      return rule.each satisfies never;
  }
}
