/** What to pay: the smallest payment that clears a debt by a date, found exactly, on whole fen. */

import type { RunTotals } from "../ledger/ledger.ts";
import { openLoan } from "../ledger/opening.ts";
import { simulate } from "../ledger/run.ts";
import { cycleOf, type PlanCycle, payDay, payDaysUntil } from "../loan/budget.ts";
import { type Component, totalOf } from "../loan/components.ts";
import { addDays, type Day } from "../loan/day.ts";
import { type Events, NO_EVENTS } from "../loan/events.ts";
import { costUntilCleared, type EndOfRun, type Loan, type Payment, plainStream } from "../loan/loan.ts";
import { type Fen, fen, subtract, sum, ZERO } from "../loan/money.ts";
import { endOfRun } from "./end-of-run.ts";
import { type Attempt, smallestReaching } from "./goal-seek.ts";

/** The smallest payment that clears a debt by a date, or why there is none. */
export interface ClearingPlan {
  readonly every: PlanCycle;
  readonly outcome: Reached | { readonly kind: "impossible"; readonly reason: ImpossibleReason };
}

export interface Reached {
  readonly kind: "reached";
  readonly amount: Fen;
  readonly payments: number;
  readonly totalPaid: Fen;
  readonly totalCost: Fen;
  readonly principalFirstFell: Day | null;
  readonly clearedOn: Day;
  /** The day from which nothing is overdue any more; null where nothing ever was. */
  readonly overdueEndedOn: Day | null;
  readonly end: EndOfRun;
}

/** Those of several plans that clear the debt. */
export function reachedIn(plans: readonly ClearingPlan[]): readonly (Reached & Pick<ClearingPlan, "every">)[] {
  return plans.flatMap(({ every, outcome }) => (outcome.kind === "reached" ? [{ every, ...outcome }] : []));
}

/**
 * No day for a payment lies before the date; the debt passes the engine's limit before payments clear it; a charge is
 * dated after the last of them; or no payment, however large, clears the loan under its terms.
 */
export type ImpossibleReason = "no-payment-day" | "limit-reached" | "charged-later" | "payments-not-taken";

/** Payments of one amount on each pay day after a loan's `asOf`; dated payments come on top. */
export function paymentsEvery(
  every: PlanCycle,
  asOf: Day,
  amount: Fen,
  payments: readonly Payment[] = [],
  purpose: Component | null = null,
): Events {
  const stream = { ...plainStream(cycleOf(every, asOf), [amount], payDay(every, asOf, 1)), for: purpose };
  return { ...NO_EVENTS, payments, streams: amount === 0 ? [] : [stream] };
}

/**
 * The smallest payment of a cycle with which the loan is cleared on or before a date; one fen less does not clear it.
 * Dated payments come on top; where they alone clear the loan, it is 0.
 */
export function clearBy(loan: Loan, every: PlanCycle, by: Day, dated: readonly Payment[] = []): ClearingPlan {
  const opening = openLoan(loan);
  const payments = payDaysUntil(every, loan.asOf, by);
  const runWith = (amount: Fen): RunTotals =>
    simulate(loan, paymentsEvery(every, loan.asOf, amount, dated), { until: by, opening });
  const alone = runWith(ZERO);
  if (alone.clearedOn === null && payments === 0) {
    return { every, outcome: { kind: "impossible", reason: "no-payment-day" } };
  }
  const annuity = annuityOf(alone, Math.max(1, payments), loan.terms.compound === "all");
  const attempt = (amount: Fen): Attempt<RunTotals> => {
    const totals = amount === 0 ? alone : runWith(amount);
    return { shortfall: shortfallOf(amount, totals, payments, dated) / annuity.worth, result: totals };
  };
  const most = fen(Math.max(totalOf(alone.opening), totalOf(alone.closing)));
  const found = smallestReaching({ attempt, start: () => annuity.payment, most });
  if (found !== null) {
    return { every, outcome: reached({ loan, every, dated, amount: found.amount }, found.result) };
  }
  const chargedAfterLast = sum(
    loan.charges
      .filter(({ date }) => date <= by && payDaysUntil(every, loan.asOf, addDays(date, -1)) >= payments)
      .map((charge) => charge.amount),
  );
  return { every, outcome: { kind: "impossible", reason: whyNot(runWith(most), chargedAfterLast) } };
}

function whyNot({ limitReachedOn, closing }: RunTotals, chargedAfterLast: Fen): ImpossibleReason {
  if (limitReachedOn !== null) return "limit-reached";
  return totalOf(closing) <= chargedAfterLast ? "charged-later" : "payments-not-taken";
}

/** What is still owed at the end; negative: how much of the payments was not needed. */
function shortfallOf(amount: Fen, totals: RunTotals, payments: number, dated: readonly Payment[]): number {
  const { clearedOn, closing } = totals;
  if (clearedOn === null) return Math.max(1, totalOf(closing));
  const beside = sum(dated.filter(({ date }) => date <= clearedOn).map((payment) => payment.amount));
  return Math.min(0, totals.payments - beside - amount * payments);
}

/** Beyond this growth the numbers no longer tell what a fen more in each payment is worth. */
const MOST_GROWTH = 30;
const HALVINGS = 40;

/**
 * A first guess for the search. Unpaid, what bears charges grows by g over the whole time (by e^g − 1 where charges bear
 * charges too). Payments first clear the charges that bear nothing, with what they leave of the accrual; after that an annuity
 * clears the rest in the share u of the time that is left: each payment is
 * bearing × g ÷ (1 − (1 + g ÷ payments)^(−u × payments)) ÷ payments. A fen more in each payment is worth
 * (e^g − 1) ÷ g × payments at the end.
 */
function annuityOf(
  { opening, closing }: RunTotals,
  payments: number,
  isOnCharges: boolean,
): { readonly payment: number; readonly worth: number } {
  const owed = totalOf(opening);
  const bearing = Math.max(1, isOnCharges ? owed : opening.principal);
  const share = Math.max(0, totalOf(closing) - owed) / bearing;
  const growth = Math.min(MOST_GROWTH, isOnCharges ? Math.log1p(share) : share);
  if (growth === 0) return { payment: owed / payments, worth: payments };
  const perPayment = Math.log1p(growth / payments);
  // The later the annuity begins, the larger its payments and the sooner the first part is cleared: the time that fits both is
  // found by halving.
  let [begun, paid] = [0, 0];
  for (let step = 0.5; step > 1 / 2 ** HALVINGS; step /= 2) {
    paid = growth / -Math.expm1(-perPayment * payments * (1 - begun - step));
    if ((paid - growth) * (begun + step) < owed / bearing - 1) begun += step;
  }
  return { payment: (bearing * paid) / payments, worth: (Math.expm1(growth) / growth) * payments };
}

/** Payments of one amount beside dated ones. */
interface RegularPayments {
  readonly loan: Loan;
  readonly every: PlanCycle;
  readonly amount: Fen;
  readonly dated: readonly Payment[];
}

function reached(paid: RegularPayments, totals: RunTotals): Reached {
  const { loan, every, amount } = paid;
  const { clearedOn, principalFirstFell, opening, overdueEndedOn } = totals;
  // What the lender does not take is not paid.
  const totalPaid = subtract(totals.payments, totals.unapplied);
  if (clearedOn === null) throw new Error("a plan that clears has no day on which it does");
  const count = loan.charges.length === 0 ? payDaysUntil(every, loan.asOf, clearedOn) : paymentsMade(paid, clearedOn);
  return {
    kind: "reached",
    amount,
    payments: amount === 0 ? 0 : count,
    totalPaid,
    totalCost: costUntilCleared(loan.charges, { openingPrincipal: opening.principal, paid: totalPaid, clearedOn }),
    principalFirstFell,
    clearedOn,
    overdueEndedOn,
    end: endOfRun(loan, totals),
  };
}

/** How many payments are made: where a charge is still to come, nothing may be owed on some pay days before it. */
function paymentsMade({ loan, every, amount, dated }: RegularPayments, until: Day): number {
  let count = 0;
  simulate(loan, paymentsEvery(every, loan.asOf, amount, dated), {
    until,
    onRow: ({ date, payment }) => {
      const beside = sum(dated.filter((one) => one.date === date).map((one) => one.amount));
      if (payment > beside) count += 1;
    },
  });
  return count;
}
