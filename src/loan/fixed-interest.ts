/** Interest fixed in advance, and what of it the days gone by have earned (Civil Code art 677: for the days the money was had). */

import type { Day } from "./day.ts";
import { type Fen, shareOf, ZERO } from "./money.ts";

/** Interest for the days between two dates. */
export interface FixedInterest {
  readonly interest: Fen;
  readonly from: Day;
  readonly until: Day;
}

/** The part of the days gone by, rounded half-up. */
export function earnedBy({ interest, from, until }: FixedInterest, day: Day): Fen {
  if (day >= until) return interest;
  if (day <= from) return ZERO;
  return shareOf(interest, { numerator: BigInt(day - from), denominator: BigInt(until - from) });
}
