/** English: phrases that several commands say, of the law and of how sure a fact is. */

import type { LprDay } from "../../law/cost-lines.ts";
import type { LimitationYears } from "../../law/limitation.ts";
import type { SureLevel } from "../../loan/citation.ts";
import { type Day, formatDay } from "../../loan/day.ts";

export const yearsOfLimitation: { readonly [years in LimitationYears]: string } = { 2: "two years", 3: "three years" };

/** `suit`: its day, and where it is known from. */
export const limitationAfterSuit = (suit: string, endsOn: Day): string =>
  `Limitation: the suit of ${suit} interrupted it. The three years begin afresh when its proceedings end (Civil Code, art 195), and so end on ${formatDay(endsOn)} at the earliest; what a judgment grants is enforced within a time of its own. Do not count on this day.`;

/** Why a payment that names a component needs the lender for it. */
export const orderWithinDebt = (isChinese: boolean): string =>
  `within one debt the payer has no choice${isChinese ? "; unless agreed otherwise the costs of enforcement are cleared first, then interest, then the principal (Civil Code, art 561)" : ", and what is paid is cleared in the order of the terms"}`;

export function lprInWords(lprDay: LprDay | null): string {
  if (lprDay === null) return "";
  const { day, of, isBeyondTable } = lprDay;
  const why = {
    contract: "when the contract was made",
    suit: "the day of the suit",
    unknown: "as the day of the contract, or of the suit for one made before 2020-08-20, is not known",
  }[of];
  return `, by the LPR of ${formatDay(day)}, ${why}${isBeyondTable ? "; the last one known here" : ""}`;
}

/** Behind a fact that was not read in a source that can be relied on. */
export const sure: { readonly [level in SureLevel]: string } = {
  "verified-strong": "",
  "verified-medium": "",
  "verified-weak": " (from a consumer page alone: check it in the app or the contract)",
  known: " (not verified: check it)",
  assumed: " (not verified: check it)",
};
