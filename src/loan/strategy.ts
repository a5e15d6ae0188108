/** A way to deal with a debt: payments, or something agreed with a lender, under a name. */

import type { Happenings } from "./happenings.ts";

export const STRATEGY_KINDS = [
  "none",
  "payments",
  "save",
  "agreement",
  "deferral",
  "settlement",
  "refinancing",
] as const;
export type StrategyKind = (typeof STRATEGY_KINDS)[number];

export interface Strategy {
  /** Unique within a comparison: given by the user, or the specification itself, or the code of a default. */
  readonly name: string;
  /** As it can be typed again. */
  readonly spec: string;
  readonly kind: StrategyKind;
  readonly happenings: Happenings;
}

/** True where a lender must first agree: its figures are those of a proposal. */
export function isProposal({ kind }: Strategy): boolean {
  switch (kind) {
    case "agreement":
    case "deferral":
    case "settlement":
    case "refinancing":
      return true;
    case "none":
    case "payments":
    case "save":
      return false;
    default:
      return kind satisfies never;
  }
}
