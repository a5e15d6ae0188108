/** Money: whole fen in a type of its own, and the only places where fen are split, shared or rounded. */

declare const fenBrand: unique symbol;

/** A whole number of fen (1/100 yuan); a safe integer. */
export type Fen = number & { readonly [fenBrand]: true };

/** The largest single amount accepted from outside: 10,000,000,000.00 yuan. */
export const AMOUNT_LIMIT = 1_000_000_000_000 as Fen;

/** The largest sum the engine computes with; five of them still add up to a safe integer. */
export const BALANCE_LIMIT = 1_000_000_000_000_000 as Fen;

/** Thrown where an amount passes what can be counted exactly: no figures are given then. */
export class AmountLimitReached extends Error {
  override readonly name = "AmountLimitReached";
  constructor() {
    super("an amount passes what can be counted exactly");
  }
}

/** By name, because each file of the build has a copy of the class: `instanceof` would not know the others. */
export function isLimitReached(error: unknown): boolean {
  return error instanceof Error && error.name === "AmountLimitReached";
}

export const ZERO = 0 as Fen;

/** Brands a number that is known to be whole fen. Throws for a fraction, which is our mistake, and beyond the limit. */
export function fen(amount: number): Fen {
  if (Math.abs(amount) > Number.MAX_SAFE_INTEGER) throw new AmountLimitReached();
  if (!Number.isSafeInteger(amount)) throw new Error(`not a whole number of fen: ${amount}`);
  return (amount === 0 ? 0 : amount) as Fen;
}

export function add(augend: Fen, addend: Fen): Fen {
  return (augend + addend) as Fen;
}

export function subtract(minuend: Fen, subtrahend: Fen): Fen {
  return (minuend - subtrahend) as Fen;
}

export function least(first: Fen, second: Fen): Fen {
  return first < second ? first : second;
}

export function sum(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total += amount;
  return fen(total);
}

/** An exact fraction with a positive denominator. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Fraction = { numerator: 0n, denominator: 1n };
export const WHOLE: Fraction = { numerator: 1n, denominator: 1n };

/** What is taken of a total: a share of it, 0 to 1, or an amount. */
export type ShareOrAmount =
  | { readonly kind: "share"; readonly share: Fraction }
  | { readonly kind: "amount"; readonly amount: Fen };

/** The quotient rounded half-up (towards +∞ on a tie), as the model's default asks. */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return floorDivide(2n * numerator + denominator, 2n * denominator);
}

/** The smallest whole number not below the quotient. */
export function divideUp(numerator: bigint, denominator: bigint): bigint {
  return -floorDivide(-numerator, denominator);
}

/** BigInt division cuts towards zero; money rounds downwards, so a negative remainder takes one more. */
function floorDivide(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator < 0n && quotient * denominator !== numerator ? quotient - 1n : quotient;
}

/** `amount × share`, rounded half-up to the fen. */
export function shareOf(amount: Fen, share: Fraction): Fen {
  return amount === 0 ? ZERO : sharesOf(share)(amount);
}

/** What is taken of a total, never more than all of it; a share is rounded half-up to the fen. */
export function takenOf(total: Fen, taken: ShareOrAmount): Fen {
  return least(total, taken.kind === "amount" ? taken.amount : shareOf(total, taken.share));
}

/** The same for many amounts under one share, each so many times: it is rounded once. */
export function sharesOf(share: Fraction): (amount: Fen, times?: number) => Fen {
  const numerator = Number(share.numerator);
  const divisor = Number(share.denominator);
  return (amount, times = 1) => {
    const doubled = 2 * (amount * times * numerator) + divisor;
    // In safe integers where they suffice, which is nearly always: their quotient, cut to a whole number, is exact.
    if (Math.abs(doubled) <= Number.MAX_SAFE_INTEGER) return fen(Math.floor(doubled / (2 * divisor)));
    return fen(Number(divideHalfUp(BigInt(amount) * BigInt(times) * share.numerator, share.denominator)));
  };
}

/**
 * Divides an amount in proportion to the parts of a whole, which are asked for one after the other. Each division is made
 * on all parts so far and rounded half-up to the fen, so that what is given for all of them adds up to the amount.
 */
export function inProportion(amount: Fen, whole: Fen): (part: Fen) => Fen {
  let [parts, given] = [ZERO, ZERO];
  return (part) => {
    parts = add(parts, part);
    const upTo = whole === 0 ? ZERO : shareOf(amount, { numerator: BigInt(parts), denominator: BigInt(whole) });
    const own = subtract(upTo, given);
    given = upTo;
    return own;
  };
}

/**
 * `part ÷ whole` as a decimal number of at most `decimals` places, rounded half-up.
 * The division is exact; only the finished digits become a number, for printing.
 */
export function ratio(part: bigint, whole: bigint, decimals: number): number {
  return Number(divideHalfUp(part * 10n ** BigInt(decimals), whole)) / 10 ** decimals;
}

/** The same of amounts that are not negative, to four decimals; null of nothing. */
export function amountRatio(part: Fen, whole: Fen): number | null {
  if (whole === 0) return null;
  const doubled = 20_000 * part + whole;
  // The quotient of safe integers, cut to a whole number, is exact.
  if (doubled <= Number.MAX_SAFE_INTEGER) return Math.floor(doubled / (2 * whole)) / 10_000;
  return ratio(BigInt(part), BigInt(whole), 4);
}

/** The amount as JSON has it: the number of at most two decimals nearest to it, which prints as just that. */
export function yuan(amount: Fen): number {
  return Number(formatFen(amount));
}

/** Without the fen where there are none: `1234`, `0.50`. */
export function formatShort(amount: Fen): string {
  return formatFen(amount).replace(/\.00$/, "");
}

/** The amount as machines read it: `1234.50`, `-0.05`; no grouping, no currency sign. */
export function formatFen(amount: Fen): string {
  const absolute = Math.abs(amount);
  const cents = absolute % 100;
  return `${amount < 0 ? "-" : ""}${(absolute - cents) / 100}.${cents < 10 ? "0" : ""}${cents}`;
}
