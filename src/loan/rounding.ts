/** How an exact amount becomes whole units of money: when, which way, and how small a unit is. */

import type { Fen } from "./money.ts";

export const ROUNDING_MOMENTS = ["posting", "daily", "payment"] as const;
/**
 * When an accrual is rounded. `posting`: what was posted is always the exact total, rounded, and the rest is carried;
 * `daily`: each day by itself; `payment`: at each payment and due date, nothing being carried over it.
 */
export type RoundingMoment = (typeof ROUNDING_MOMENTS)[number];

/**
 * Whether a rest makes one unit more. `beyondHalf` has the sign of the rest less half a unit, and `isOdd` says whether the
 * units below the rest are odd.
 */
export type RoundsUp = (beyondHalf: number, isOdd: boolean) => boolean;

/** The directions with their rules, which `ledger/posting.ts` applies. */
export const ROUNDS_UP = {
  "half-up": (beyondHalf) => beyondHalf >= 0,
  down: () => false,
  "half-even": (beyondHalf, isOdd) => beyondHalf > 0 || (beyondHalf === 0 && isOdd),
} as const satisfies Readonly<Record<string, RoundsUp>>;

export type RoundingDirection = keyof typeof ROUNDS_UP;
export const ROUNDING_DIRECTIONS = Object.keys(ROUNDS_UP) as readonly RoundingDirection[];

export interface Rounding {
  readonly when: RoundingMoment;
  readonly direction: RoundingDirection;
  /** The smallest amount posted: one fen, or one yuan. */
  readonly unit: Fen;
}

/** Whole fen as they are posted, the exact total rounded half-up. */
export const USUAL_ROUNDING: Rounding = { when: "posting", direction: "half-up", unit: 1 as Fen };
