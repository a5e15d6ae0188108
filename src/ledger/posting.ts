/**
 * Posting: the one place where what a balance bears becomes whole units of money.
 * The part below a unit is carried (`AccrualCarry`), so that what was posted always equals the exact total, rounded,
 * in however many steps one gets there; with rounding `daily` each night stands alone and nothing is carried.
 */

import { type Fen, type Fraction, fen } from "../loan/money.ts";
import { ROUNDING_RULES, type Rounding } from "../loan/rounding.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** A daily rate in parts of the denominator of its table; `parts` is NaN where it is no safe integer, `exact` always holds. */
export interface ScaledRate {
  readonly parts: number;
  readonly exact: bigint;
}

/** What is carried for one balance, in parts of a fen; both fields together. */
export interface AccrualCarry {
  /** Where the parts of a unit are a safe integer. */
  carry: number;
  /** Where they are not. */
  exactCarry: bigint;
  /** An odd number of units was posted so far: what is rounded to an even number is the whole total. */
  isOdd: boolean;
}

/** How a set of terms posts, over the denominator of its rates. */
export interface Posting extends Rounding {
  /** The parts of a fen in which rates and carries are counted. */
  readonly denominator: bigint;
  /** The parts of a unit; NaN, where they are no safe integer, sends every posting to the exact path. */
  readonly unitParts: number;
  readonly exactUnitParts: bigint;
  /** What a rest may lack of a unit that it still makes: added before whole units are cut off, it rounds. */
  readonly roundingParts: number;
  readonly exactRoundingParts: bigint;
  readonly isDaily: boolean;
  readonly isToEven: boolean;
}

export function makePosting(rounding: Rounding, denominator: bigint): Posting {
  const exactUnitParts = denominator * BigInt(rounding.unit);
  const unitParts = exactUnitParts <= BigInt(SAFE) ? Number(exactUnitParts) : Number.NaN;
  const { when, direction, unit } = rounding;
  const { upFrom, isToEven } = ROUNDING_RULES[direction];
  const exactRoundingParts = exactUnitParts - upFrom(exactUnitParts);
  return {
    when,
    direction,
    unit,
    denominator,
    unitParts,
    exactUnitParts,
    roundingParts: Number(exactRoundingParts),
    exactRoundingParts,
    isDaily: when === "daily",
    isToEven,
  };
}

export function dropCarry(carry: AccrualCarry): void {
  carry.carry = 0;
  carry.exactCarry = 0n;
  carry.isOdd = false;
}

/** The parts not yet posted. */
function carriedParts({ carry, exactCarry }: AccrualCarry): bigint {
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
  const carried = isDaily ? 0 : carry.carry;
  // The base, which hangs on the payment before, comes in last: what else is needed is at hand by then.
  const grown = (isDaily ? parts : nights * parts) * base;
  const total = carried + grown;
  // NaN and anything beyond exact integers fall through to the exact path; below, the quotient is never cut one too high.
  if (!(total + unitParts <= SAFE)) return postedExactly(posting, carry, base, nights, exact);
  let units = Math.floor((carried + posting.roundingParts + grown) / unitParts);
  let rest = total - units * unitParts;
  if (posting.isToEven && makesOdd(posting, carry, (units & 1) !== 0, rest * 2 + unitParts === 0)) {
    units -= 1;
    rest += unitParts;
  }
  if (isDaily) return units * unit * nights;
  carry.carry = rest;
  return units * unit;
}

/** Whether rounding half a unit up would make the total odd; remembers for the next time whether the total is odd then. */
function makesOdd({ isDaily }: Posting, carry: AccrualCarry, areUnitsOdd: boolean, isOfHalf: boolean): boolean {
  const isOdd = isDaily ? areUnitsOdd : areUnitsOdd !== carry.isOdd;
  if (!isDaily) carry.isOdd = isOdd && !isOfHalf;
  return isOdd && isOfHalf;
}

/** A share of an amount, rounded as the terms round. */
export function roundedShare(amount: Fen, share: Fraction, rounding: Rounding): Fen {
  const carry = { carry: 0, exactCarry: 0n, isOdd: false };
  const posting = makePosting(rounding, share.denominator);
  return fen(postedExactly(posting, carry, amount, 1, share.numerator));
}

function postedExactly(posting: Posting, carry: AccrualCarry, base: number, nights: number, rate: bigint): number {
  const { exactUnitParts, exactRoundingParts, unit, isDaily } = posting;
  const total = isDaily ? BigInt(base) * rate : carriedParts(carry) + BigInt(base) * BigInt(nights) * rate;
  let units = (total + exactRoundingParts) / exactUnitParts;
  let rest = total - units * exactUnitParts;
  if (posting.isToEven && makesOdd(posting, carry, units % 2n !== 0n, rest * 2n + exactUnitParts === 0n)) {
    units -= 1n;
    rest += exactUnitParts;
  }
  if (isDaily) return Number(units) * unit * nights;
  keepExactly(posting, carry, rest);
  return Number(units) * unit;
}

function keepExactly({ unitParts }: Posting, carry: AccrualCarry, parts: bigint): void {
  const isSafe = !Number.isNaN(unitParts);
  carry.carry = isSafe ? Number(parts) : 0;
  carry.exactCarry = isSafe ? 0n : parts;
}
