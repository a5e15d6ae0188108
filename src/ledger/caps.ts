/** Caps on what may accrue and be charged in all; those on rates are in the rate table. */

import type { Cap, Charge } from "../loan/loan.ts";
import { CHARGES } from "../loan/loan.ts";
import type { LoanState } from "./loan-state.ts";
import { type Place, PRINCIPAL, placeOf } from "./places.ts";

const YEAR_DAYS = 365n;

/** As much of an amount as the caps let be posted; what lies above is counted as capped. */
export function withinCaps(state: LoanState, place: Place, amount: number): number {
  if (place === PRINCIPAL) return amount;
  let posted = amount;
  for (const cap of state.terms.caps) {
    if (cap.kind !== "rate" && isOf(cap.of, place)) posted = Math.min(posted, Math.max(0, room(state, cap)));
  }
  state.flows.capped += amount - posted;
  return posted;
}

function isOf(of: Charge | "charges", place: Place): boolean {
  return of === "charges" || placeOf(of) === place;
}

/** What may still be posted. Over the life of the loan what was owed at `asOf` counts too; a yearly cap begins there. */
function room(state: LoanState, cap: Exclude<Cap, { readonly kind: "rate" }>): number {
  const { sums, flows, chargedAtStart, borrowed } = state;
  let charged = 0;
  for (const component of cap.of === "charges" ? CHARGES : [cap.of]) {
    const place = placeOf(component);
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
