/** Exact fractions in BigInt, for the reference model alone: nothing here is shared with the engine. */

export interface Exact {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const NOTHING: Exact = { numerator: 0n, denominator: 1n };

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}

export function exact(numerator: bigint, denominator: bigint): Exact {
  if (numerator < 0n || denominator <= 0n) throw new Error("the reference model knows no negative amounts");
  const divisor = commonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export function plus(left: Exact, right: Exact): Exact {
  if (left.denominator === right.denominator) {
    return { numerator: left.numerator + right.numerator, denominator: left.denominator };
  }
  return exact(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function times(left: Exact, right: Exact): Exact {
  return exact(left.numerator * right.numerator, left.denominator * right.denominator);
}

export function dividedBy(value: Exact, by: number): Exact {
  return exact(value.numerator, value.denominator * BigInt(by));
}

/** The nearest whole number; a half goes up. */
export function roundedHalfUp(value: Exact): bigint {
  return (2n * value.numerator + value.denominator) / (2n * value.denominator);
}

/** The nearest decimal of so many places; a half goes up. */
export function roundedTo(value: Exact, decimals: number): Exact {
  const scale = 10n ** BigInt(decimals);
  return exact(roundedHalfUp(times(value, exact(scale, 1n))), scale);
}

export function lesser(left: bigint, right: bigint): bigint {
  if (left < right) return left;
  return right;
}

/** The smallest whole number that is not less. */
export function roundedUp(value: Exact): bigint {
  return (value.numerator + value.denominator - 1n) / value.denominator;
}
