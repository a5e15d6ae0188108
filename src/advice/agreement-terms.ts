/** An agreement as the tool proposes one: interest stopped, equal months from a day on, waived what is named. */

import type { Day } from "../loan/day.ts";
import { type InstalmentAgreement, WAIVE_NOTHING, type WaivedShares } from "../loan/events.ts";
import { rate } from "../loan/rate.ts";

export function agreementOver(date: Day, months: number, waive: Partial<WaivedShares>): InstalmentAgreement {
  return {
    kind: "agreement",
    date,
    waive: { ...WAIVE_NOTHING, ...waive },
    charges: "spread",
    months,
    method: { kind: "equal-instalments" },
    down: null,
    rate: rate(0n, 1n, "year"),
    dayCount: "period",
    pauseMonths: 0,
    graceDays: 0,
    onBreak: "restore",
    unearned: "leave-out",
  };
}
