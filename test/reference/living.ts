/** How a platform of the reference model is lived in: its beginning, a day up to the payments, and the end of an agreement. */

import type { Day } from "../../src/loan/day.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { copyOf, noAmounts, owedByComponent, owedOf, owedOfAll, plusAmounts } from "./accounts.ts";
import { takeEffect } from "./agreeing.ts";
import { nextDay } from "./calendar.ts";
import { addDatedCharges, callTheLoan, chargeLateFees } from "./charging.ts";
import { accrueNight } from "./nights.ts";
import { openingParts } from "./opening.ts";
import { contractPaper } from "./papers.ts";
import type { Agreed, Flows, Platform } from "./world.ts";

export function worldAtAsOf(loan: Loan, agreed: readonly Agreed[]): Platform {
  const paper = contractPaper(loan);
  const flows: Flows = {
    accrued: noAmounts(),
    charged: noAmounts(),
    waived: noAmounts(),
    refinanced: noAmounts(),
    paid: noAmounts(),
    payments: 0n,
    unapplied: 0n,
    principalDays: 0n,
    principalFirstFell: null,
  };
  return { loan, agreed, paper, parts: openingParts(paper), kept: null, flows };
}

/** Steps 1 to 4 of a day. */
export function liveUntilPayments(platform: Platform, day: Day): void {
  const { paper, parts, flows } = platform;
  const atClose = copyOf(parts);
  flows.principalDays += owedByComponent(parts).principal;
  flows.accrued = plusAmounts(flows.accrued, accrueNight(paper, parts, atClose, day));
  flows.charged = plusAmounts(flows.charged, chargeLateFees(paper.terms, parts, atClose, day));
  flows.charged = plusAmounts(flows.charged, addDatedCharges(paper.charges, parts, day));
  if (paper.accelerateOn === day) callTheLoan(parts, day);
  agree(platform, day);
}

export function agree(platform: Platform, day: Day): void {
  for (const one of platform.agreed) {
    if (one.date === day && owedOfAll(platform.parts) > 0n) takeEffect(platform, one);
  }
}

/** An instalment of the agreement is unpaid at the close of its due date and grace. */
export function isBroken({ kept, parts }: Platform, close: Day): boolean {
  return kept !== null && parts.some((part) => part.due + kept.graceDays <= close && owedOf(part) > 0n);
}

/** What is agreed without an agreement that broke: nothing is left of it and of what was built on it, or its waivers. */
export function agreedAfterBreak({ agreed, kept }: Platform, close: Day): readonly Agreed[] {
  if (kept === null) return agreed;
  const place = agreed.indexOf(kept);
  const waivers: Agreed[] = kept.onBreak === "keep" ? [{ kind: "waiver", date: kept.date, waive: kept.waive }] : [];
  return [...agreed.slice(0, place), ...waivers, ...agreed.slice(place).filter(({ date }) => date > close)];
}

/** The days from one to another, both included. */
export function* daysBetween(first: Day, last: Day): Generator<Day> {
  for (let day = first; day <= last; day = nextDay(day)) yield day;
}
