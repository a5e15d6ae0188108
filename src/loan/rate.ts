/** Rates: exact fractions with the period they are given for. */

import { divideHalfUp, type Fraction } from "./money.ts";

export type RatePeriod = "day" | "month" | "year";

/** A rate as the contract states it: an exact fraction per day, month or year. 0.05 %/day is 1/2000 per day. */
export interface Rate extends Fraction {
  readonly per: RatePeriod;
}

/** In lowest terms; throws where the denominator is not above 0, or the two are no bigints. */
export function fraction(numerator: bigint, denominator: bigint): Fraction {
  // Of numbers no common divisor would ever be found.
  if (typeof numerator !== "bigint" || typeof denominator !== "bigint" || denominator <= 0n)
    throw new TypeError(`two bigints, the second above 0, are expected, not ${numerator} and ${denominator}`);
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

/** `rate(5n, 10_000n, "day")` is 0.05 % a day. */
export function rate(numerator: bigint, denominator: bigint, per: RatePeriod): Rate {
  return rateOf(fraction(numerator, denominator), per);
}

export function rateOf({ numerator, denominator }: Fraction, per: RatePeriod): Rate {
  return { numerator, denominator, per };
}

export function multiply(left: Fraction, right: Fraction): Fraction {
  return fraction(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function addFractions(left: Fraction, right: Fraction): Fraction {
  return fraction(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

/** Below 0 where the first is less, above 0 where it is more. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const difference = one.numerator * other.denominator - other.numerator * one.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Of two numbers not below 0, not both of them 0. */
function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let larger = left;
  let smaller = right;
  while (smaller !== 0n) {
    const rest = larger % smaller;
    larger = smaller;
    smaller = rest;
  }
  return larger;
}

export function leastCommonMultiple(left: bigint, right: bigint): bigint {
  return (left / greatestCommonDivisor(left, right)) * right;
}

/** The fraction rounded half-up to `decimals` places; for contracts that store their daily rate so (`rateDecimals`). */
export function roundFraction(value: Fraction, decimals: number): Fraction {
  const scale = 10n ** BigInt(decimals);
  return fraction(divideHalfUp(value.numerator * scale, value.denominator), scale);
}

/** The decimal number a text such as `0.05` or `1.5` names, exactly; null where it is not one. */
export function parseDecimal(text: string): Fraction | null {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const decimals = match[2] ?? "";
  return fraction(BigInt(`${match[1]}${decimals}`), 10n ** BigInt(decimals.length));
}

/** The fraction as an exact decimal (`0.0005`) where one exists, else as `numerator/denominator`. */
export function formatFraction({ numerator, denominator }: Fraction): string {
  let rest = denominator;
  let decimals = 0;
  for (const prime of [2n, 5n]) {
    let count = 0;
    while (rest % prime === 0n) {
      rest /= prime;
      count += 1;
    }
    decimals = Math.max(decimals, count);
  }
  if (rest !== 1n) return `${numerator}/${denominator}`;
  const digits = ((numerator * 10n ** BigInt(decimals)) / denominator).toString().padStart(decimals + 1, "0");
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The fraction rounded half-up to so many decimals, without zeros at the end. */
export function formatDecimal(value: Fraction, decimals: number): string {
  return formatFraction(roundFraction(value, decimals));
}

/** In percent without the sign: `24`, or `100/3` where no decimal says it. */
export function inPercent({ numerator, denominator }: Fraction): string {
  return formatFraction(fraction(numerator * 100n, denominator));
}

/** `24%`, `100/3%` */
export function formatPercent(share: Fraction): string {
  return `${inPercent(share)}%`;
}

/** The same rounded half-up to so many decimals. */
export function formatRoundedPercent(share: Fraction, decimals: number): string {
  return `${formatDecimal(multiply(share, fraction(100n, 1n)), decimals)}%`;
}

/** The rate of one month: year ÷ 12, day × 30. */
export function monthlyRate(given: Rate): Fraction {
  switch (given.per) {
    case "day":
      return fraction(given.numerator * 30n, given.denominator);
    case "month":
      return fraction(given.numerator, given.denominator);
    case "year":
      return fraction(given.numerator, given.denominator * 12n);
    default:
      return given.per satisfies never;
  }
}

/** The rate of one day: month ÷ 30, year ÷ the days that the day count gives a year (a quarter of a day at the least). */
export function dailyRate(given: Rate, yearDays: number): Fraction {
  switch (given.per) {
    case "day":
      return fraction(given.numerator, given.denominator);
    case "month":
      return fraction(given.numerator, given.denominator * 30n);
    case "year":
      return fraction(given.numerator * 4n, given.denominator * BigInt(yearDays * 4));
    default:
      return given.per satisfies never;
  }
}
