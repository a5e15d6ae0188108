/** What is owed of a contract on a day: the instalments not paid, with the interest that is theirs by then. */

import { addMonths, type Day } from "./day.ts";
import { interestBetween, interestWithinPeriod } from "./day-count.ts";
import { type AgreedFlows, CHARGES_NOT_GIVEN, type Instalment } from "./loan.ts";
import { add, type Fen, sum, ZERO } from "./money.ts";
import type { Contract, ScheduledInstalment } from "./schedule.ts";
import type { InterestMode } from "./terms.ts";

/** Flat interest is fixed in advance by its meaning, whatever else the product does. */
export function interestModeOf(method: Contract["method"], mode: InterestMode): InterestMode {
  return method === "flat" ? "scheduled" : mode;
}

/**
 * The instalments after the first `paid` ones, as of a day. Where interest accrues, those ahead carry none yet, but for the
 * running one what has accrued since the due date before it, on the principal not yet due.
 */
export function instalmentsOf(
  contract: Contract,
  schedule: readonly ScheduledInstalment[],
  { paid, mode, asOf }: { readonly paid: number; readonly mode: InterestMode; readonly asOf: Day },
): readonly Instalment[] {
  const running = schedule.findIndex(({ due }) => due > asOf);
  return schedule.slice(paid).map(({ due, principal, interest }, index) => {
    const isAhead = mode === "accrued" && due > asOf;
    const earned = index + paid === running ? earnedSinceLastDue(contract, schedule, running, asOf) : ZERO;
    return { due, principal, interest: isAhead ? earned : interest, ...CHARGES_NOT_GIVEN };
  });
}

function earnedSinceLastDue(
  contract: Contract,
  schedule: readonly ScheduledInstalment[],
  running: number,
  asOf: Day,
): Fen {
  const start = addMonths(contract.firstDue, -1);
  const from = schedule[running - 1]?.due ?? start;
  const to = schedule[running]?.due ?? from;
  if (asOf <= from) return ZERO;
  const notYetDue = sum(schedule.slice(running).map(({ principal }) => principal));
  return contract.dayCount === "period"
    ? interestWithinPeriod(contract.rate, notYetDue, { from, until: to }, asOf)
    : interestBetween(contract.rate, contract.dayCount)(notYetDue, from, asOf);
}

/** What was paid out and what is to be paid for it, from the contract's first day on. */
export function agreedFlowsOf(
  { firstDue }: Pick<Contract, "firstDue">,
  schedule: readonly ScheduledInstalment[],
  received: Fen,
): AgreedFlows {
  return {
    paidOutOn: addMonths(firstDue, -1),
    received,
    payments: schedule.map(({ due, principal, interest }) => ({ date: due, amount: add(principal, interest) })),
  };
}
