/** Shares of a whole, and what all numbers with decimals have in common; places where an amount may stand for a share. */

import type { Fraction } from "../../loan/money.ts";
import { formatFraction, formatPercent, fraction, parseDecimal } from "../../loan/rate.ts";
import { field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "../problem.ts";
import { readAmount } from "./amount.ts";

/** No contract states a rate with more digits; a longer one would only make every fraction of the run longer. */
const MOST_DIGITS = 30;

/** The issue of a number with too many digits, or null. */
export function lengthIssue(number: string, written: string): Issue | null {
  return number.length > MOST_DIGITS + 1 ? { code: "too-many-digits", text: written, most: MOST_DIGITS } : null;
}

/** A share from nothing to all: `80%` or `0.8`. */
export function readShare(written: string): Parsed<Fraction> {
  const share = readAnyShare(written);
  if (!share.ok || share.value.numerator <= share.value.denominator) return share;
  return invalid({ code: "out-of-range", text: written, least: "0%", most: "100%" });
}

/** A share that may be more than all: charges of 150 % of the principal. */
function readAnyShare(written: string): Parsed<Fraction> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const match = /^(-?)(\d+(?:\.\d+)?|\d+\/\d+)\s*(%?)$/.exec(text);
  const number = match?.[2];
  if (match === null || number === undefined) return invalid({ code: "unreadable", kind: "share", text: written });
  const issue = lengthIssue(number, written);
  if (issue !== null) return invalid(issue);
  if (match[1] === "-") return invalid({ code: "negative", text: written });
  const value = readNumber(number);
  if (value === null) return invalid({ code: "unreadable", kind: "share", text: written });
  return ok(match[3] === "%" ? fraction(value.numerator, value.denominator * 100n) : value);
}

/** A decimal number or a fraction: `1.5`, `36/13`; null where it is neither. */
export function readNumber(text: string): Fraction | null {
  const [numerator = "", denominator] = text.split("/");
  if (denominator === undefined) return parseDecimal(numerator);
  if (!/^\d+$/.test(numerator) || !/^0*[1-9]\d*$/.test(denominator)) return null;
  return fraction(BigInt(numerator), BigInt(denominator));
}

export const share = field({ parse: readShare, format: formatPercent, document: formatFraction });
export const anyShare = field({ parse: readAnyShare, format: formatPercent, document: formatFraction });

/** Some mean 24 % by `24`, and a half percent by `0.5`: both forms of what does not lie below, clearly written; null where it is clear. */
export function unclearForms(
  written: string,
  clearBelow: Fraction,
): readonly [percent: string, asItStands: string] | null {
  const text = plain(written);
  const part = text.endsWith("%") ? null : readAnyShare(text);
  if (!part?.ok || part.value.numerator * clearBelow.denominator < clearBelow.numerator * part.value.denominator)
    return null;
  return [`${text}%`, formatPercent(part.value)];
}

const TENTH = fraction(1n, 10n);

/** The share that a fee is: one of a tenth or more, or in percent. */
export const feeShare = field({
  ...share,
  parse(text) {
    const parsed = readShare(text);
    const forms = parsed.ok ? unclearForms(text, TENTH) : null;
    return forms === null ? parsed : invalid({ code: "ambiguous", kind: "rate", text, forms });
  },
});

/** Five percent to some and five fen to others. */
const BELOW_ONE = /^0?\.\d*[1-9]\d*$/;

/** The issue of a number below one without a sign, or null. */
export function unclearBelowOne(written: string): Issue | null {
  const text = plain(written);
  return BELOW_ONE.test(text) ? eitherOf(text) : null;
}

/** Both ways to write a number that may be meant as either; a part of a fen is no amount. */
export function eitherOf(text: string): Issue {
  const percent = readShare(text.startsWith(".") ? `0${text}` : text);
  const share = percent.ok ? formatPercent(percent.value) : "80%";
  const amount = `${text}元`;
  const forms = readAmount(amount).ok ? ([share, amount] as const) : ([share] as const);
  return { code: "ambiguous", kind: "share-or-amount", text, forms };
}

/** An amount as it can be read again there. */
export function withUnit(amount: string): string {
  return BELOW_ONE.test(amount) ? `${amount}元` : amount;
}
