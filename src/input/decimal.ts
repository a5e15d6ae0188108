/** Decimal numbers in exact fractions, and shares of a whole. */

import type { Fraction } from "../loan/money.ts";
import { fraction, parseDecimal } from "../loan/rate.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "./problem.ts";

/** No contract states a rate with more digits; a longer one would only make every fraction of the run longer. */
export const MOST_DIGITS = 30;

/** The issue of a number with too many digits, or null. */
export function lengthFlaw(number: string, written: string): Issue | null {
  return number.length > MOST_DIGITS + 1 ? { code: "too-many-digits", text: written, most: MOST_DIGITS } : null;
}

/** A share from nothing to all: `80%` or `0.8`. */
export function readShare(written: string): Parsed<Fraction> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const match = /^(-?)(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  const number = match?.[2];
  if (match === null || number === undefined) return invalid({ code: "share-unreadable", text: written });
  const issue = lengthFlaw(number, written);
  if (issue !== null) return invalid(issue);
  const value = parseDecimal(number);
  if (value === null) return invalid({ code: "share-unreadable", text: written });
  const share = match[3] === "%" ? fraction(value.numerator, value.denominator * 100n) : value;
  if (match[1] === "-" || share.numerator > share.denominator)
    return invalid({ code: "share-out-of-range", text: written });
  return ok(share);
}
