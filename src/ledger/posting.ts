/**
 * Posting: the one place where what a balance bears becomes whole units of money.
 * The part below a unit is carried (`AccrualCarry`), so that what was posted always equals the exact total, rounded,
 * in however many steps one gets there; with rounding `daily` each night stands alone and nothing is carried.
 */

import type { Rounding } from "../loan/loan.ts";
import { type Fen, type Fraction, fen } from "../loan/money.ts";
import type { ScaledRate } from "./rate-table.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** What is carried for one balance, in parts of a fen; both fields together. */
export interface AccrualCarry {
  /** Where the parts of a unit are a safe integer. */
  carry: number;
  /** Where they are not. */
  exactCarry: bigint;
  /** An odd number of units was posted so far: to halves, half-even rounds the whole total to an even one. */
  isOdd: boolean;
}

/** How a set of terms posts, over the denominator of its rates. */
export interface Posting extends Rounding {
  /** The parts of a fen in which rates and carries are counted. */
  readonly denominator: bigint;
  /** The parts of a unit; NaN, where they are no safe integer, sends every posting to the exact path. */
  readonly unitParts: number;
  readonly exactUnitParts: bigint;
  readonly isDaily: boolean;
}

export function makePosting(rounding: Rounding, denominator: bigint): Posting {
  const exactUnitParts = denominator * BigInt(rounding.unit);
  const unitParts = exactUnitParts <= BigInt(SAFE) ? Number(exactUnitParts) : Number.NaN;
  const { when, direction, unit } = rounding;
  return { when, direction, unit, denominator, unitParts, exactUnitParts, isDaily: when === "daily" };
}

export function dropCarry(carry: AccrualCarry): void {
  carry.carry = 0;
  carry.exactCarry = 0n;
  carry.isOdd = false;
}

/** The parts not yet posted. */
export function carriedParts({ carry, exactCarry }: AccrualCarry): bigint {
  return BigInt(carry) + exactCarry;
}

/** The same carry over a denominator that is a multiple of the one before. */
export function rescaleCarry(carry: AccrualCarry, factor: bigint, posting: Posting): void {
  keepExactly(posting, carry, carriedParts(carry) * factor);
}

/** The fen to post for so many nights at one rate on `base` fen. */
export function postedFor(
  posting: Posting,
  carry: AccrualCarry,
  base: number,
  nights: number,
  { parts, exact }: ScaledRate,
): number {
  const { unitParts, unit, isDaily } = posting;
  const total = isDaily ? base * parts : carry.carry + base * nights * parts;
  // NaN and anything beyond exact integers fall through to the exact path.
  if (!(total <= SAFE) || Number.isNaN(unitParts)) return postedExactly(posting, carry, base, nights, exact);
  let units = Math.floor(total / unitParts);
  let rest = total - units * unitParts;
  if (rest < 0) {
    units -= 1;
    rest += unitParts;
  }
  if (rest * 2 >= unitParts && roundsUp(posting, carry, rest * 2 === unitParts, units)) {
    units += 1;
    rest -= unitParts;
  }
  if (isDaily) return units * unit * nights;
  carry.carry = rest;
  noteParity(posting, carry, units);
  return units * unit;
}

/** A share of an amount, rounded as the terms round. */
export function roundedShare(amount: Fen, share: Fraction, rounding: Rounding): Fen {
  const carry = { carry: 0, exactCarry: 0n, isOdd: false };
  const posting = makePosting(rounding, share.denominator);
  return fen(postedExactly(posting, carry, amount, 1, share.numerator));
}

/** Whether a rest of half a unit or more makes one unit more. */
function roundsUp(
  { direction, isDaily }: Posting,
  carry: AccrualCarry,
  isTie: boolean,
  units: number | bigint,
): boolean {
  switch (direction) {
    case "half-up":
      return true;
    case "down":
      return false;
    case "half-even":
      return !isTie || isOdd(units) !== (!isDaily && carry.isOdd);
    default:
      return direction satisfies never;
  }
}

function isOdd(units: number | bigint): boolean {
  return typeof units === "bigint" ? units % 2n !== 0n : units % 2 !== 0;
}

function noteParity({ direction }: Posting, carry: AccrualCarry, units: number | bigint): void {
  if (direction === "half-even" && isOdd(units)) carry.isOdd = !carry.isOdd;
}

function postedExactly(posting: Posting, carry: AccrualCarry, base: number, nights: number, rate: bigint): number {
  const { exactUnitParts, unit, isDaily } = posting;
  const total = isDaily ? BigInt(base) * rate : carriedParts(carry) + BigInt(base) * BigInt(nights) * rate;
  let units = total / exactUnitParts;
  let rest = total - units * exactUnitParts;
  if (rest < 0n) {
    units -= 1n;
    rest += exactUnitParts;
  }
  if (rest * 2n >= exactUnitParts && roundsUp(posting, carry, rest * 2n === exactUnitParts, units)) {
    units += 1n;
    rest -= exactUnitParts;
  }
  if (isDaily) return Number(units) * unit * nights;
  keepExactly(posting, carry, rest);
  noteParity(posting, carry, units);
  return Number(units) * unit;
}

function keepExactly({ unitParts }: Posting, carry: AccrualCarry, parts: bigint): void {
  const isSafe = !Number.isNaN(unitParts);
  carry.carry = isSafe ? Number(parts) : 0;
  carry.exactCarry = isSafe ? 0n : parts;
}
