/** How an exact amount becomes whole units of money: when, which way, and how small a unit is. */

import type { Fen } from "./money.ts";

export const ROUNDING_MOMENTS = ["posting", "daily", "payment"] as const;
/**
 * When an accrual is rounded. `posting`: what was posted is always the exact total, rounded, and the rest is carried;
 * `daily`: each day by itself; `payment`: at each payment and due date, nothing being carried over it.
 */
export type RoundingMoment = (typeof ROUNDING_MOMENTS)[number];

interface RoundingRule {
  /** The smallest rest that makes one unit more, of a unit of so many parts. */
  readonly upFrom: (unitParts: bigint) => bigint;
  /** Of a rest of exactly half a unit the even number of units is made, whichever that is. */
  readonly isToEven: boolean;
}

const half = (unitParts: bigint): bigint => (unitParts + 1n) / 2n;

/** The directions with their rules, which `ledger/posting.ts` applies. */
export const ROUNDING_RULES = {
  "half-up": { upFrom: half, isToEven: false },
  down: { upFrom: (unitParts) => unitParts, isToEven: false },
  "half-even": { upFrom: half, isToEven: true },
} as const satisfies Readonly<Record<string, RoundingRule>>;

export type RoundingDirection = keyof typeof ROUNDING_RULES;
export const ROUNDING_DIRECTIONS = Object.keys(ROUNDING_RULES) as readonly RoundingDirection[];

export interface Rounding {
  readonly when: RoundingMoment;
  readonly direction: RoundingDirection;
  /** The smallest amount posted: one fen, or one yuan. */
  readonly unit: Fen;
}

/** Whole fen as they are posted, the exact total rounded half-up. */
export const USUAL_ROUNDING: Rounding = { when: "posting", direction: "half-up", unit: 1 as Fen };
