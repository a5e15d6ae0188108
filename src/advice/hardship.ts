/** What whoever cannot pay should know before paying or signing: living first, whom to ask, and what the due date and the three years change. */

import { type Conditions, thoseThatHold } from "../loan/conditions.ts";
import { isLicensed, type Loan } from "../loan/loan.ts";
import type { Summary } from "./run-report.ts";

type HardshipQuestion = Pick<Loan, "lender" | "jurisdiction"> & Pick<Summary, "daysOverdueAtStart" | "limitation">;

const isInChina = ({ jurisdiction }: HardshipQuestion): boolean => jurisdiction === "cn";

/** Civil Code art 678: an extension is asked for before the due date; art 192: to agree to pay gives up the defence. */
const NOTES = {
  "limitation-run-out": ({ limitation }) => limitation !== null && limitation.ranOutOn !== null,
  "living-first": () => true,
  "hardship-channel": ({ lender }) => isLicensed(lender),
  "private-channel": ({ lender }) => !isLicensed(lender),
  "window-before-due": (asked) => isInChina(asked) && asked.daysOverdueAtStart === 0,
  "window-passed": (asked) => isInChina(asked) && asked.daysOverdueAtStart > 0,
  regulators: (asked) => isInChina(asked) && isLicensed(asked.lender),
} as const satisfies Conditions<HardshipQuestion>;
export type HardshipNote = keyof typeof NOTES;

export const HARDSHIP_NOTES = Object.keys(NOTES) as readonly HardshipNote[];

export function hardshipNotes(
  { lender, jurisdiction }: Loan,
  { daysOverdueAtStart, limitation }: Pick<Summary, "daysOverdueAtStart" | "limitation">,
): readonly HardshipNote[] {
  return thoseThatHold(NOTES, { lender, jurisdiction, daysOverdueAtStart, limitation });
}
