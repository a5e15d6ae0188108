/** A known product: its customary terms, and for each of them who says so, when, and how sure that is. */

import type { LenderKind, PenaltyTier, Terms } from "../loan.ts";
import type { Fraction } from "../money.ts";
import { type Rate, rate } from "../rate.ts";

/**
 * How sure a fact is. `verified-*`: the source was read (strong: a law, a judgment or the contract itself; medium: data
 * models, programs or articles that agree; weak: a consumer page). `known`: common knowledge, no source read.
 * `assumed`: no source, or sources that contradict one another.
 */
export const SURE_LEVELS = ["verified-strong", "verified-medium", "verified-weak", "known", "assumed"] as const;
export type SureLevel = (typeof SURE_LEVELS)[number];

/** Who says so. */
export interface Citation {
  readonly source: string;
  /** Year, month or day of the source, as precisely as it is known; null where it bears no date. */
  readonly date: string | null;
  readonly sure: SureLevel;
}

/** Where a borrower reaches the lender: what it is, and who says so. */
export interface Contact extends Citation {
  readonly en: string;
  readonly zh: string;
}

/** The scale by which overdue days turn into the five risk classes: cards have one of their own. */
export type Classification = "loan" | "card";

export type TermField = keyof Terms;

export interface Product {
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** What else people call it. */
  readonly otherNames: readonly string[];
  readonly lender: LenderKind;
  /** No source says who lends: behind a platform the lender changes from loan to loan. */
  readonly lenderAssumed: boolean;
  readonly terms: Terms;
  readonly fields: { readonly [field in TermField]: Citation };
  /** The order of allocation is our assumption: answers show the other customary order beside it. */
  readonly orderAssumed: boolean;
  readonly classification: Classification;
  /** Lent to consumers over the net, which has a collection standard of its own. */
  readonly isOnlineConsumerLoan?: boolean;
  /** Left out where no number is known: the contract or the app has it. */
  readonly contact?: Contact;
  /** Where the published rule had to be said in the terms there are; null where it fits as it is. */
  readonly note: { readonly en: string; readonly zh: string } | null;
}

/** A term with its source beside it, so that neither can be changed without seeing the other. */
export interface Sourced<Value> extends Citation {
  readonly value: Value;
}

export type SourcedTerms = { readonly [field in TermField]: Sourced<Terms[field]> };

export function isVerified(sure: SureLevel): boolean {
  switch (sure) {
    case "verified-strong":
    case "verified-medium":
    case "verified-weak":
      return true;
    case "known":
    case "assumed":
      return false;
    default:
      return sure satisfies never;
  }
}

export function sourced<Value>(value: Value, citation: Citation): Sourced<Value> {
  return { value, ...citation };
}

/** A term that nobody states; `reason` says why this value was taken. */
export function assumed<Value>(value: Value, reason: string): Sourced<Value> {
  return { value, source: reason, date: null, sure: "assumed" };
}

/** `constantRate(5n, 10_000n, "day")` is 0.05 % a day. */
export function constantRate(numerator: bigint, denominator: bigint, per: Rate["per"]): Terms["rates"] {
  return [{ from: null, rate: rate(numerator, denominator, per) }];
}

export function multipleOfContractRate(of: Fraction): readonly PenaltyTier[] {
  return [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of } }];
}

export function penaltyPerDay(numerator: bigint, denominator: bigint): readonly PenaltyTier[] {
  return [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(numerator, denominator, "day") } }];
}

/** The terms that no source vouches for: wherever they are used, they are to be shown as assumptions. */
export function assumedFields(product: Product): readonly TermField[] {
  const fields = Object.keys(product.fields) as readonly TermField[];
  return fields.filter((field) => !isVerified(product.fields[field].sure));
}
