/** Interest fixed in advance: what of it the days gone by have earned (Civil Code art 677: for the days the money was had). */

import { addMonths, type Day } from "./day.ts";
import { divideHalfUp, type Fen, fen, ZERO } from "./money.ts";

/** The days over which an instalment's interest is earned: from the due date before it, or from a month before its own. */
export function interestPeriodStart(dues: ArrayLike<number>, index: number): Day {
  const due = dues[index] as Day;
  for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
    const before = dues[earlier] as Day;
    if (before < due) return before;
  }
  return addMonths(due, -1);
}

/** Of an instalment's whole interest what is earned at the close of a day, by its days, rounded half-up. */
export function earnedInterest(whole: Fen, start: Day, due: Day, on: Day): Fen {
  if (on >= due) return whole;
  if (on <= start) return ZERO;
  return fen(Number(divideHalfUp(BigInt(whole) * BigInt(on - start), BigInt(due - start))));
}
