/** What there is to say of a plan, in the order in which it is said. */

import { deletableOn, isReported } from "../law/credit-record.ts";
import type { PlanCycle } from "../loan/budget.ts";
import { namingOf } from "../loan/component-names.ts";
import { CHARGES, totalOf } from "../loan/components.ts";
import { allThatHold } from "../loan/conditions.ts";
import { type Day, latest, NEVER } from "../loan/day.ts";
import type { Events, GivenPayments } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { fen } from "../loan/money.ts";
import type { Classified } from "../loan/products/product.ts";
import type { AgreementOutcome } from "./agreement-outcome.ts";
import { type AgreementPlan, amountOf, fewInstalments, ownCost } from "./agreement-plan.ts";
import type { BudgetPlan } from "./budget.ts";
import { type ClearingPlan, type ImpossibleReason, reachedIn } from "./clear-by.ts";
import type { PlanFinding } from "./findings.ts";
import { isBeyondCardRules, partsOf } from "./relief-request.ts";

/** Of the smallest payments that clear a loan by a day, beside the payments given. */
export function clearByFindings(
  plans: readonly ClearingPlan[],
  by: Day,
  given: Events,
  loan: Loan,
): readonly PlanFinding[] {
  const record = recordIfCleared(deletableIfClearedOn(plans, loan));
  const reached = reachedIn(plans);
  const [first] = reached;
  if (first === undefined) return [{ code: "clear-by-none", tone: "bad", by }];
  if (first.amount === 0) {
    return allThatHold({ code: "clear-by-without-payments", tone: "good", clearedOn: first.clearedOn }, record);
  }
  const isStreamGiven = given.streams.length > 0;
  return allThatHold<PlanFinding>(
    reached.map(({ every, amount, totalCost, clearedOn }) => {
      return { code: "clear-by-smallest", tone: "good", every, amount, totalCost, clearedOn };
    }),
    record,
    isStreamGiven && { code: "amounts-replace-streams", tone: "plain" },
    !isStreamGiven && given.payments.length > 0 && { code: "amounts-beside-payments", tone: "plain" },
  );
}

function recordIfCleared(deletable: Day | null): PlanFinding | null {
  return deletable === null ? null : { code: "record-if-cleared", tone: "plain", deletableOn: deletable };
}

/** Why some payments do not clear it, each reason once. */
export function impossibleFindings(plans: readonly ClearingPlan[]): readonly PlanFinding[] {
  const cycles = new Map<ImpossibleReason, readonly PlanCycle[]>();
  for (const { every, outcome } of plans) {
    if (outcome.kind !== "impossible") continue;
    cycles.set(outcome.reason, [...(cycles.get(outcome.reason) ?? []), every]);
  }
  return [...cycles].map(([reason, named]) => ({ code: "clear-by-impossible", tone: "bad", cycles: named, reason }));
}

/** The latest day of all plans: whichever of them is kept, the record can be deleted by then. Null where there is none. */
export function deletableIfClearedOn(plans: readonly ClearingPlan[], loan: Loan): Day | null {
  if (!isReported(loan)) return null;
  const ended = reachedIn(plans).flatMap(({ overdueEndedOn }) => overdueEndedOn ?? []);
  return ended.length === 0 ? null : deletableOn(ended.reduce(latest));
}

export function budgetFindings(
  plan: BudgetPlan,
  given: Events,
  loan: Loan,
  product: Classified,
): readonly PlanFinding[] {
  const { budget, monthly, months, isWaivedAnyway } = plan;
  const { charges, waivers, asOf } = loan;
  const longestShown = Math.max(...months);
  return allThatHold<PlanFinding>(
    requestFinding(plan, loan, product),
    budget.every !== "month" && { code: "budget-counted", tone: "plain", monthly },
    isBeyondCardRules(product, longestShown) && { code: "beyond-card-rules", tone: "plain", months: longestShown },
    given.streams.length > 0 && { code: "budget-replaces-streams", tone: "plain" },
    given.payments.length > 0 && { code: "request-without-dated-payments", tone: "plain" },
    !isWaivedAnyway &&
      charges.length + waivers.length > 0 && { code: "request-without-dated-charges", tone: "plain", after: asOf },
  );
}

function requestFinding(
  { request, longest, discounted, bearsCharges, isWaivedAnyway }: BudgetPlan,
  loan: Loan,
  product: Classified,
): PlanFinding {
  if (isWaivedAnyway) return { code: "relief-waived-anyway", tone: "plain", after: loan.asOf };
  if (request === null) return { code: "relief-none-fits", tone: "bad", longest, discounted, bearsCharges };
  const [parts, naming] = [partsOf(request), namingOf(loan, product)];
  return { code: "relief-request", tone: "good", request, parts, bearsCharges, naming };
}

/** What the borrower should know of an agreement, and the lender need not be told. */
export function borrowerFindings(
  { agreement: { months, pauseMonths, waive }, owed, waived }: AgreementPlan,
  loan: Loan,
  product: Classified,
): readonly PlanFinding[] {
  // Of all charges together it is enough that something of any is owed.
  const areAll = CHARGES.every((charge) => waive[charge].numerator > 0n);
  const nothing = CHARGES.filter((charge) => waive[charge].numerator > 0n && owed[charge] === 0);
  const isNothingToWaive = nothing.length > 0 && !(areAll && totalOf(waived) > 0);
  const length = months + pauseMonths;
  return allThatHold<PlanFinding>(
    isNothingToWaive && { code: "nothing-to-waive", tone: "plain", of: nothing, naming: namingOf(loan, product) },
    isBeyondCardRules(product, length) && { code: "beyond-card-rules", tone: "plain", months: length },
  );
}

/**
 * When the record of an agreement that is kept can be deleted: five years after its date, if the lender reports the overdue
 * as ended by it, else after its end. Null where there is no record.
 */
export function deletableIfKeptOn(
  { agreement, daysOverdue, clearedOn }: Pick<AgreementPlan, "agreement" | "daysOverdue" | "clearedOn">,
  loan: Loan,
): { readonly deletableIfReportedOn: Day; readonly deletableOn: Day } | null {
  if (!isReported(loan) || daysOverdue === 0) return null;
  return { deletableIfReportedOn: deletableOn(agreement.date), deletableOn: deletableOn(clearedOn) };
}

export function agreementFindings(
  plan: AgreementPlan,
  outcome: AgreementOutcome | null,
  loan: Loan,
  given: GivenPayments,
): readonly PlanFinding[] {
  const { schedule, agreement, waived, owed, unearned, clearedOn } = plan;
  if (outcome === null) {
    if (totalOf(owed) === 0 && plan.paidBefore > 0)
      return [{ code: "agreement-after-clear", tone: "good", begins: agreement.date }];
    const atOnce: PlanFinding =
      plan.down > 0
        ? { code: "agreement-paid-at-once", tone: "plain", on: agreement.date, amount: plan.down, clearedOn }
        : { code: "agreement-asks-nothing", tone: "good", on: clearedOn };
    return allThatHold(atOnce, recordIfCleared(deletableIfKeptOn(plan, loan)?.deletableOn ?? null));
  }
  const waivers = totalOf(waived) === 0 ? null : agreement.onBreak;
  const isSaid = agreement.date === plan.asOf && unearned === 0;
  const amounts = schedule.map(amountOf);
  const { broken } = outcome;
  const dates = deletableIfKeptOn(plan, loan);
  return allThatHold<PlanFinding>(
    {
      code: "agreement-schedule",
      tone: "good",
      plan,
      owed: isSaid ? null : totalOf(owed),
      groups: fewInstalments(schedule),
      between: [fen(Math.min(...amounts)), fen(Math.max(...amounts))],
    },
    plan.down > 0 && { code: "agreement-down", tone: "plain", on: agreement.date, amount: plan.down },
    plan.isBesideDated && { code: "agreement-beside-dated", tone: "plain", begins: agreement.date },
    goOnFrom(agreement.date, given) && { code: "agreement-beside-payments", tone: "plain", begins: agreement.date },
    costFinding(plan),
    { code: "agreement-saves", tone: "plain", outcome },
    broken && { code: "agreement-if-missed", tone: "bad", broken, waivers },
    dates && [
      { code: "record-while-kept", tone: "plain" },
      { code: "record-if-kept", tone: "plain", ...dates },
    ],
  );
}

/** The agreement takes effect before the payments of its own day. */
function goOnFrom(date: Day, { payments, streams }: GivenPayments): boolean {
  return payments.some((payment) => payment.date >= date) || streams.some(({ until }) => (until ?? NEVER) >= date);
}

function costFinding(plan: AgreementPlan): PlanFinding | null {
  const { amount, yearly } = ownCost(plan);
  const isFee = plan.agreement.method.kind === "flat";
  // A yearly rate speaks for itself; a monthly fee on the first amount costs about twice what it seems to.
  return amount === 0 ? null : { code: "agreement-costs", tone: "plain", amount, yearly: isFee ? yearly : null, isFee };
}
