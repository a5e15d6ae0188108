/** Interest fixed in advance: how much of it is earned by a day. What accrues day by day is earned as it accrues. */

import type { Day } from "../loan/day.ts";
import { earnedBy, type FixedInterest } from "../loan/fixed-interest.ts";
import { type Fen, fen, least, subtract, ZERO } from "../loan/money.ts";
import { type InstalmentState, type LoanState, owedOf } from "./loan-state.ts";
import { INTEREST } from "./places.ts";

/** Interest fixed for the days from the due date before, or of the first from `firstFrom`, to the instalment's own. */
export function scheduledFor(
  { instalments }: LoanState,
  { due, index }: InstalmentState,
  interest: Fen,
  firstFrom: Day,
): FixedInterest {
  let before = index;
  while (before > 0 && instalments[before]?.due === due) before -= 1;
  const earlier = instalments[before]?.due ?? due;
  return { interest, from: earlier < due ? earlier : firstFrom, until: due };
}

/** The part of the interest owed that was fixed for days ahead; what was paid counts for the days gone by first. */
export function unearnedInterest({ instalments, currentInstalment }: LoanState, day: Day): Fen {
  let total = 0;
  for (let index = currentInstalment; index < instalments.length; index += 1) {
    const instalment = instalments[index];
    if (instalment !== undefined) total += unearnedOn(instalment, day);
  }
  return fen(total);
}

export function unearnedOn(instalment: InstalmentState, day: Day): Fen {
  const { scheduled } = instalment;
  if (scheduled === null) return ZERO;
  return least(owedOf(instalment, INTEREST), subtract(scheduled.interest, earnedBy(scheduled, day)));
}

/** Of the interest fixed in advance, what is paid for days after a day; what is waived of it was for the last of its days. */
export function interestPaidAhead({ instalments }: LoanState, day: Day): Fen {
  let total = 0;
  for (const instalment of instalments) {
    const { scheduled, interestWaived } = instalment;
    if (scheduled === null || scheduled.until <= day) continue;
    const ahead = scheduled.interest - earnedBy(scheduled, day);
    total += Math.max(0, ahead - interestWaived - owedOf(instalment, INTEREST));
  }
  return fen(total);
}

/** Its fixed interest where it ends on a day: what is not owed for the days ahead is never earned. */
export function scheduledUntil(instalment: InstalmentState, day: Day): FixedInterest | null {
  const { scheduled } = instalment;
  if (scheduled === null) return null;
  return { interest: subtract(scheduled.interest, unearnedOn(instalment, day)), from: scheduled.from, until: day };
}

/** The part of the fixed interest that is earned from one day to another. */
export function earnedBetween({ instalments }: LoanState, from: Day, to: Day): Fen {
  let total = 0;
  for (const { scheduled } of instalments) {
    if (scheduled !== null) total += earnedBy(scheduled, to) - earnedBy(scheduled, from);
  }
  return fen(total);
}
