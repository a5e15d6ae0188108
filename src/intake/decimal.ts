/** Decimal numbers in exact fractions, and shares of a whole. */

import type { Fraction } from "../loan/money.ts";
import { fraction, parseDecimal } from "../loan/rate.ts";
import { plain } from "./plain-text.ts";
import { bad, type Flaw, good, type Reading } from "./problem.ts";

/** No contract states a rate with more digits; a longer one would only make every fraction of the run longer. */
export const MOST_DIGITS = 30;

/** The flaw of a number with too many digits, or null. */
export function lengthFlaw(number: string, written: string): Flaw | null {
  return number.length > MOST_DIGITS + 1 ? { code: "too-many-digits", text: written, most: MOST_DIGITS } : null;
}

/** A share from nothing to all: `80%` or `0.8`. */
export function readShare(written: string): Reading<Fraction> {
  const text = plain(written);
  if (text === "") return bad({ code: "empty" });
  const match = /^(-?)(\d+(?:\.\d+)?)\s*(%?)$/.exec(text);
  const number = match?.[2];
  if (match === null || number === undefined) return bad({ code: "share-unreadable", text: written });
  const flaw = lengthFlaw(number, written);
  if (flaw !== null) return bad(flaw);
  const value = parseDecimal(number);
  if (value === null) return bad({ code: "share-unreadable", text: written });
  const share = match[3] === "%" ? fraction(value.numerator, value.denominator * 100n) : value;
  if (match[1] === "-" || share.numerator > share.denominator)
    return bad({ code: "share-out-of-range", text: written });
  return good(share);
}
