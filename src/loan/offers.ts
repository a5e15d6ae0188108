/** The terms assumed of an agreement or a new loan where nothing else is said, with their sources. */

import type { Day } from "./day.ts";
import { type InstalmentAgreement, type Refinancing, WAIVE_NOTHING, type WaivedShares } from "./events.ts";
import { NOTHING } from "./money.ts";
import { rate } from "./rate.ts";
import { multipleOfContractRate, ONE_AND_A_HALF } from "./terms.ts";

/** Interest stopped (停息), equal months, nothing waived: the mildest form of what 信用卡办法 art 70 foresees. */
export const USUAL_AGREEMENT: Omit<InstalmentAgreement, "kind" | "date" | "months"> = {
  waive: WAIVE_NOTHING,
  charges: "spread",
  method: { kind: "equal-instalments" },
  down: null,
  rate: rate(0n, 1n, "year"),
  dayCount: "period",
  pauseMonths: 0,
  graceDays: 0,
  onBreak: "restore",
  unearned: "leave-out",
};

/**
 * An offer of a new loan as it is customarily made: the highest yearly rate under which online lenders offer, two years,
 * no fee. No source: an assumption that a real offer replaces. Its penalty is the upper end of 银发〔2003〕251号 art 3.
 */
export const USUAL_NEW_LOAN: Omit<Refinancing, "kind" | "date"> = {
  rate: rate(24n, 100n, "year"),
  feeShare: NOTHING,
  months: 24,
  method: "equal-instalments",
  dayCount: "period",
  penalty: multipleOfContractRate(ONE_AND_A_HALF),
  unearned: "leave-out",
};

export function agreementOver(date: Day, months: number, waive: Partial<WaivedShares>): InstalmentAgreement {
  return { kind: "agreement", date, months, ...USUAL_AGREEMENT, waive: { ...WAIVE_NOTHING, ...waive } };
}
