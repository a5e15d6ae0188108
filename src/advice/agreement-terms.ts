/** An agreement as the tool proposes one: interest stopped, equal months from a day on, waived what is named. */

import type { Day } from "../loan/day.ts";
import { type InstalmentAgreement, WAIVE_NOTHING, type WaivedShares } from "../loan/events.ts";
import { USUAL_AGREEMENT } from "../loan/offers.ts";

export function agreementOver(date: Day, months: number, waive: Partial<WaivedShares>): InstalmentAgreement {
  return { kind: "agreement", date, months, ...USUAL_AGREEMENT, waive: { ...WAIVE_NOTHING, ...waive } };
}
