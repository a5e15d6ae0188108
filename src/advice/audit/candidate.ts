/** A change of a convention, and how it is tried on a statement and a loan. */

import type { Component } from "../../loan/components.ts";
import type { Loan } from "../../loan/loan.ts";
import type { Fen, Fraction } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import type { Terms } from "../../loan/terms.ts";
import { type OrderedStatement, orderedStatement } from "./replayed-loan.ts";

/** How a lender may follow a rate that changes. */
export const RATE_CHANGES = ["not-followed", "a-day-earlier", "a-day-later", "a-month-later", "each-january"] as const;
export type RateChanges = (typeof RATE_CHANGES)[number];

type YearDays = 360 | 365;

/** Conventions that are no single term of the loan, with what each says before and after. */
export type OtherConvention =
  /** The penalty comes on top of the contract rate instead of in its place. */
  | { readonly term: "penalty-on-top" }
  | { readonly term: "first-day"; readonly from: "counted"; readonly to: "not-counted" }
  | { readonly term: "last-day"; readonly from: "not-counted"; readonly to: "counted" }
  /** The yearly rate behind a daily one, divided by another number of days. */
  | { readonly term: "daily-rate"; readonly from: YearDays; readonly to: YearDays; readonly yearly: Fraction }
  | { readonly term: "fees"; readonly from: "by-the-terms"; readonly to: "as-stated" }
  | { readonly term: "caps"; readonly from: "kept"; readonly to: "left-out" }
  /** Dated rates, and those of a table, followed otherwise. */
  | { readonly term: "rate-changes"; readonly from: "as-dated"; readonly to: RateChanges }
  /** More or less owed at the start than is given; `to` says how much of which component. */
  | {
      readonly term: "opening";
      readonly from: "as-given";
      readonly to: string;
      readonly component: Component;
      readonly amount: Fen;
    }
  /** Interest on what was deducted in advance. */
  | { readonly term: "deducted"; readonly from: "received"; readonly to: "borrowed" }
  /** Interest fixed for days that lie ahead, where the loan is called due or paid early. */
  | { readonly term: "unearned"; readonly from: "left-out"; readonly to: "kept" }
  /** One of two lines that say the same. */
  | { readonly term: "line"; readonly from: number; readonly to: "left-out" }
  /** A payment or a waiver that the lender has not, or has later. */
  | { readonly term: "booking"; readonly from: number; readonly to: "missing" | `${number} later` };

export type ConventionTerm =
  | "dayCount"
  | "grace"
  | "rounding"
  | "order"
  | "by"
  | "orderAfter"
  | "compound"
  | "compoundRate"
  | "compoundRests"
  | "penalty"
  | "penaltyBase";

/** `before` and `after`: the terms, of which the one named differs. */
export type ConventionChange = (OtherConvention | { readonly term: ConventionTerm }) & {
  readonly before: Terms;
  readonly after: Terms;
};

/** A change that is tried: first on the statement, then on the loan. */
export interface Candidate {
  readonly change: ConventionChange;
  /** It changes several things at once, and is not tried together with another change. */
  readonly standsAlone?: boolean;
  readonly statement?: (before: OrderedStatement) => OrderedStatement;
  readonly loan?: (before: Loan, statement: OrderedStatement) => Loan;
}

/** A change that is not told as another value of a term. */
export function besideTerms(terms: Terms, change: OtherConvention, applied: Omit<Candidate, "change">): Candidate {
  return { change: { ...change, before: terms, after: terms }, ...applied };
}

/** A change of the lines, worked out once for each statement on which it is tried. */
export function changedOnce(
  change: (lines: readonly StatementLine[]) => readonly StatementLine[],
): (before: OrderedStatement) => OrderedStatement {
  const made = new WeakMap<OrderedStatement, OrderedStatement>();
  return (before) => {
    let after = made.get(before);
    if (after === undefined) {
      after = orderedStatement(change(before.lines));
      made.set(before, after);
    }
    return after;
  };
}
