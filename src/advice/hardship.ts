/** What whoever cannot pay should know before paying or signing: living first, whom to ask, and what the due date and the three years change. */

import { limitationRanOutOn } from "../law/limitation.ts";
import { isLicensed, type Loan } from "../loan/loan.ts";
import type { Summary } from "./run-report.ts";

export const HARDSHIP_NOTES = [
  "limitation-run-out",
  "living-first",
  "hardship-channel",
  "private-channel",
  "window-before-due",
  "window-passed",
  "regulators",
] as const;
export type HardshipNote = (typeof HARDSHIP_NOTES)[number];

/** Civil Code art 678: an extension is asked for before the due date; art 192: to agree to pay gives up the defence. */
export function hardshipNotes(
  { lender, jurisdiction, asOf }: Loan,
  { daysOverdueAtStart, limitation }: Pick<Summary, "daysOverdueAtStart" | "limitation">,
): readonly HardshipNote[] {
  const channel = isLicensed(lender) ? "hardship-channel" : "private-channel";
  if (jurisdiction !== "cn") return ["living-first", channel];
  const holds: { readonly [note in HardshipNote]: boolean } = {
    "limitation-run-out": limitation !== null && limitationRanOutOn(limitation, asOf) !== null,
    "living-first": true,
    "hardship-channel": channel === "hardship-channel",
    "private-channel": channel === "private-channel",
    "window-before-due": daysOverdueAtStart === 0,
    "window-passed": daysOverdueAtStart > 0,
    regulators: isLicensed(lender),
  };
  return HARDSHIP_NOTES.filter((note) => holds[note]);
}
