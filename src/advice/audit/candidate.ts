/** A change of a convention, and how it is tried on a statement and a loan. */

import type { Component } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import type { Fen, Fraction } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import type { Terms } from "../../loan/terms.ts";
import { type OrderedStatement, orderedStatement } from "./replayed-loan.ts";

/** How a lender may follow a rate that changes, but for changes that are moved by days. */
export type RateChanges = "not-followed" | "a-month-earlier" | "a-month-later" | "each-january";

/** By so many days: fewer than none is earlier. */
interface MovedByDays {
  readonly term: "rate-changes";
  readonly from: "as-dated";
  readonly to: `${"a-day" | `${number}-days`}-${"earlier" | "later"}`;
  readonly days: number;
}

type YearDays = 360 | 365;

/** Conventions that are no single term of the loan, with what each says before and after. */
type OtherConvention =
  | { readonly term: "first-day"; readonly from: "counted"; readonly to: "not-counted" }
  | { readonly term: "last-day"; readonly from: "not-counted"; readonly to: "counted" }
  /** The yearly rate behind a daily one, divided by another number of days. */
  | { readonly term: "daily-rate"; readonly from: YearDays; readonly to: YearDays; readonly yearly: Fraction }
  /** `as-principal`: they are owed, and added to the principal. */
  | { readonly term: "fees"; readonly from: "by-the-terms"; readonly to: "as-stated" | "as-principal" }
  | { readonly term: "caps"; readonly from: "kept"; readonly to: "left-out" }
  /** Dated rates, and those of a table, followed otherwise. */
  | { readonly term: "rate-changes"; readonly from: "as-dated"; readonly to: RateChanges; readonly days: null }
  | MovedByDays
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
  | {
      readonly term: "booking";
      readonly from: number;
      readonly to: "missing" | `${number} later` | `${number} to ${number} later`;
    }
  /** The same with another amount. */
  | { readonly term: "booked-amount"; readonly from: number; readonly to: string; readonly amount: Fen }
  /** So much more or less owed from some day between two on, by what no line says; `to` says all of it. */
  | {
      readonly term: "unlisted";
      readonly from: "as-listed";
      readonly to: string;
      readonly amount: Fen;
      readonly earliest: Day;
      readonly latest: Day;
    };

export type ConventionTerm =
  | "rates"
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

/** The terms before and after, of which the one named differs. */
interface OtherTerms<Term> {
  readonly term: Term;
  readonly before: Terms;
  readonly after: Terms;
}

export type ConventionChange =
  | OtherConvention
  | OtherTerms<ConventionTerm>
  /** The penalty comes on top of the contract rate instead of in its place. */
  | OtherTerms<"penalty-on-top">;

/** A change of what was entered and not of how it is counted: it is settled by vouchers, and no clause gives it. */
export function isOfEntries({ term }: ConventionChange): boolean {
  return ENTRIES.has(term);
}

const ENTRIES: ReadonlySet<ConventionChange["term"]> = new Set([
  "opening",
  "line",
  "booking",
  "booked-amount",
  "unlisted",
]);

/** A change that is tried: first on the statement, then on the loan. */
export interface Candidate {
  readonly change: ConventionChange;
  /** It changes several things at once, and is not tried together with another change. */
  readonly standsAlone?: boolean;
  /** It says nothing where other lines still differ: it has an amount of its own that fits one line, or accuses without proof. */
  readonly onlyWhole?: boolean;
  readonly statement?: (before: OrderedStatement) => OrderedStatement;
  readonly loan?: (before: Loan, statement: OrderedStatement) => Loan;
}

type ChangeOfStatement = (before: OrderedStatement) => OrderedStatement;

/** A change of the lines that is tried alone, and so on few statements: none of them is kept. */
export function changed(change: (lines: readonly StatementLine[]) => readonly StatementLine[]): ChangeOfStatement {
  return (before) => orderedStatement(change(before.lines), before);
}
