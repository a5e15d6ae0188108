/** The books of the reference model at the close of `asOf`. */

import { COMPONENTS } from "../../src/loan/loan.ts";
import { copyOf, newAccount, openParts, type Part } from "./accounts.ts";
import { nextDay } from "./calendar.ts";
import { chargeLateFees } from "./charging.ts";
import { accrueNight } from "./nights.ts";
import type { Paper } from "./papers.ts";

/** What is given, and where something is not given, what ran up without payments. */
export function openingParts(loan: Paper): Part[] {
  const parts = openParts(loan);
  const incomplete = loan.instalments.find(
    ({ due, fee, penalty, compound }) => due < loan.asOf && (fee === null || penalty === null || compound === null),
  );
  if (incomplete === undefined) return parts;
  for (let day = nextDay(incomplete.due); day <= loan.asOf; day = nextDay(day)) {
    const atClose = copyOf(parts);
    accrueNight(loan, parts, atClose, day);
    chargeLateFees(loan.terms, parts, atClose, day);
  }
  for (const [index, part] of parts.entries()) {
    for (const component of COMPONENTS) {
      const given = loan.instalments[index]?.[component] ?? null;
      if (given !== null) part.accounts[component] = newAccount(given);
    }
  }
  return parts;
}
