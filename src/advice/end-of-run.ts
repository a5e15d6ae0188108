/** How a loan ended in a run: what was paid or counted then for the days after. */

import type { RunTotals } from "../ledger/ledger.ts";
import { type Day, earliest, NEVER } from "../loan/day.ts";
import type { Agreement } from "../loan/events.ts";
import { carriesFeesAhead, type EndOfRun, type Loan } from "../loan/loan.ts";
import { ZERO } from "../loan/money.ts";

export function endOfRun({ instalments }: Loan, totals: RunTotals): EndOfRun {
  const { agreements, lastDue, to, clearedOn, interestPaidAhead } = totals;
  const end = endOfLoan(totals, agreements[0]?.agreement);
  const last = instalments.at(-1);
  const isCalled = agreements.length === 0 && last !== undefined && lastDue < last.due;
  return {
    countsFeesAhead: carriesFeesAhead(instalments, end),
    interestPaidAhead: clearedOn === null || agreements.some(keepsUnearned) ? ZERO : interestPaidAhead,
    on: to,
    calledOn: isCalled ? lastDue : null,
  };
}

/** Somebody said that the contract has it so. */
function keepsUnearned({ agreement }: RunTotals["agreements"][number]): boolean {
  return agreement.kind !== "deferral" && agreement.unearned === "keep";
}

/** The day on which all is called due, settled, refinanced or cleared. */
export function endOfLoan({ lastDue, clearedOn }: RunTotals, agreement: Agreement | undefined): Day {
  const cleared = clearedOn ?? NEVER;
  switch (agreement?.kind) {
    case undefined:
      return earliest(cleared, lastDue);
    case "settlement":
    case "refinancing":
      return agreement.date;
    case "agreement":
    case "deferral":
      return cleared;
    default:
      return agreement satisfies never;
  }
}
