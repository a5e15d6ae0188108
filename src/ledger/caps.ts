/** Caps on what may accrue and be charged in all; those on rates are in the rate table. */

import type { LoanState } from "./loan-state.ts";
import { type Place, PRINCIPAL } from "./places.ts";
import type { AmountCap } from "./rules.ts";

const YEAR_DAYS = 365n;

/** As much of an amount as the caps let be posted; what lies above is counted as capped. */
export function withinCaps(state: LoanState, place: Place, amount: number): number {
  if (place === PRINCIPAL) return amount;
  let posted = amount;
  for (const each of state.rules.amountCaps) {
    if (each.places.includes(place)) posted = Math.min(posted, Math.max(0, room(state, each)));
  }
  state.flows.capped += amount - posted;
  return posted;
}

/** What may still be posted. A cap over the life of the loan counts what was owed at `asOf` too, a yearly one begins there. */
function room(state: LoanState, { cap, places }: AmountCap): number {
  const { sums, flows, chargedAtStart, borrowed } = state;
  let charged = 0;
  for (const place of places) {
    charged += sums[place].accrued + sums[place].charged;
    if (cap.kind === "share") charged += chargedAtStart[place];
  }
  switch (cap.kind) {
    case "share":
      return Number((BigInt(borrowed) * cap.share.numerator) / cap.share.denominator) - charged;
    case "yearly": {
      const principalDays = flows.principalDays + BigInt(flows.principalDaysPart);
      const { numerator, denominator } = cap.yearlyRate;
      return Number((principalDays * numerator) / (denominator * YEAR_DAYS)) - charged;
    }
    default:
      return cap satisfies never;
  }
}
