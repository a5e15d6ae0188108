/** What whoever cannot pay should know before paying or signing: living first, whom to ask, and what the due date changes. */

import type { Loan } from "../loan/loan.ts";

export const HARDSHIP_NOTES = [
  "living-first",
  "hardship-channel",
  "window-before-due",
  "window-passed",
  "regulators",
] as const;
export type HardshipNote = (typeof HARDSHIP_NOTES)[number];

/** Civil Code art 678: an extension is asked for before the due date. `daysOverdue` at the loan's `asOf`. */
export function hardshipNotes({ lender, jurisdiction }: Loan, daysOverdue: number): readonly HardshipNote[] {
  if (jurisdiction !== "cn") return ["living-first", "hardship-channel"];
  const window = daysOverdue === 0 ? "window-before-due" : "window-passed";
  return ["living-first", "hardship-channel", window, ...(lender === "private" ? [] : (["regulators"] as const))];
}
