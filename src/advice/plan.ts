/** What to pay: the smallest payment that clears a debt by a date, found exactly, on whole fen. */

import type { RunTotals } from "../ledger/ledger.ts";
import { openLoan } from "../ledger/opening.ts";
import { simulate } from "../ledger/run.ts";
import { addDays, addMonths, civil, type Day, dayInMonth } from "../loan/day.ts";
import { type Events, NO_EVENTS } from "../loan/events.ts";
import type { Cycle, Loan, Payment, PaymentStream } from "../loan/loan.ts";
import { type Fen, fen, subtract, sum, ZERO } from "../loan/money.ts";

export const PLAN_CYCLES = ["day", "week", "month"] as const;
export type PlanCycle = (typeof PLAN_CYCLES)[number];

export interface ClearingPlan {
  readonly every: PlanCycle;
  readonly outcome:
    | {
        readonly kind: "reached";
        readonly amount: Fen;
        readonly payments: number;
        readonly totalPaid: Fen;
        readonly totalCost: Fen;
        readonly principalFirstFell: Day | null;
        readonly clearedOn: Day;
        readonly everOverdue: boolean;
      }
    | { readonly kind: "impossible"; readonly reason: ImpossibleReason };
}

/**
 * No day for a payment lies before the date; the debt passes the engine's limit before payments clear it; or no payment,
 * however large, clears the loan under its terms.
 */
export type ImpossibleReason = "no-payment-day" | "limit-reached" | "payments-not-taken";

/**
 * Payments of one cycle from a loan's `asOf`: daily from the day after, weekly 7 days after, monthly a month after;
 * dated payments come on top.
 */
export function paymentsEvery(every: PlanCycle, asOf: Day, amount: Fen, payments: readonly Payment[] = []): Events {
  const cycle = cycleOf(every, asOf);
  const stream: PaymentStream = {
    cycle,
    amounts: [amount],
    from: firstPayment(every, asOf),
    until: null,
    pauses: [],
    for: null,
  };
  return { ...NO_EVENTS, payments, streams: amount === 0 ? [] : [stream] };
}

function cycleOf(every: PlanCycle, asOf: Day): Cycle {
  switch (every) {
    case "day":
      return { kind: "days", days: 1 };
    case "week":
      return { kind: "days", days: 7 };
    case "month":
      return { kind: "month", dayOfMonth: civil(asOf).day };
    default:
      return every satisfies never;
  }
}

function firstPayment(every: PlanCycle, asOf: Day): Day {
  switch (every) {
    case "day":
      return addDays(asOf, 1);
    case "week":
      return addDays(asOf, 7);
    case "month":
      return addMonths(asOf, 1);
    default:
      return every satisfies never;
  }
}

/**
 * The smallest payment of a cycle with which the loan is cleared on or before a date; one fen less does not clear it.
 * Dated payments come on top; where they alone clear the loan, it is 0.
 */
export function clearBy(loan: Loan, every: PlanCycle, by: Day, dated: readonly Payment[] = []): ClearingPlan {
  const opening = openLoan(loan);
  const run = (amount: Fen): RunTotals =>
    simulate(loan, paymentsEvery(every, loan.asOf, amount, dated), { until: by, opening });
  const alone = run(ZERO);
  if (alone.clearedOn !== null) return { every, outcome: reached(every, loan, ZERO, alone) };
  if (firstPayment(every, loan.asOf) > by) return { every, outcome: { kind: "impossible", reason: "no-payment-day" } };
  const payments = paymentCount(every, loan.asOf, by);
  const most = fen(Math.max(sum(Object.values(alone.opening)), sum(Object.values(alone.closing))));
  // As charges only grow on what is left, the debt at the end, spread over the payments, is enough where they are taken.
  const tried = (amount: Fen): TriedRun => ({ amount, totals: run(amount) });
  const spread = tried(fen(Math.ceil(most / payments)));
  const enough = spread.totals.clearedOn === null ? tried(most) : spread;
  const { clearedOn, limitReachedOn } = enough.totals;
  if (clearedOn === null) {
    const reason = limitReachedOn === null ? "payments-not-taken" : "limit-reached";
    return { every, outcome: { kind: "impossible", reason } };
  }
  const found = leastThatClears(run, payments, { amount: ZERO, balance: BigInt(most) }, enough);
  return { every, outcome: reached(every, loan, found.amount, found.totals) };
}

/** An amount that was tried, and what it leaves owed at the end, or, below zero, what of its payments is not needed. */
interface Trial {
  readonly amount: Fen;
  readonly balance: bigint;
}

/** An amount, and what it comes to. */
interface TriedRun {
  readonly amount: Fen;
  readonly totals: RunTotals;
}

/** After so many guesses the search goes by halves: it always ends, whatever the terms. */
const GUESSES = 16;

/**
 * Between an amount that does not clear and one that does. What is left falls with the payment nearly in a straight
 * line, so that each guess lies where the line between the two comes to nothing; where one of the two stays, its
 * balance counts half (the Illinois rule), so that it does not stay for long.
 */
function leastThatClears(run: (amount: Fen) => RunTotals, payments: number, least: Trial, most: TriedRun): TriedRun {
  let tooLittle = least;
  let cleared = most;
  let enough: Trial = { amount: most.amount, balance: spare(most, payments) };
  let moved: "tooLittle" | "enough" | null = null;
  for (let runs = 0; enough.amount - tooLittle.amount > 1; runs += 1) {
    const amount = runs < GUESSES ? onTheLine(tooLittle, enough) : between(tooLittle, enough, 1n, 2n);
    const totals = run(amount);
    if (totals.clearedOn === null) {
      if (moved === "tooLittle") enough = halved(enough);
      moved = "tooLittle";
      tooLittle = { amount, balance: BigInt(sum(Object.values(totals.closing))) };
    } else {
      if (moved === "enough") tooLittle = halved(tooLittle);
      moved = "enough";
      cleared = { amount, totals };
      enough = { amount, balance: spare(cleared, payments) };
    }
  }
  return cleared;
}

function halved({ amount, balance }: Trial): Trial {
  return { amount, balance: balance / 2n };
}

function onTheLine(tooLittle: Trial, enough: Trial): Fen {
  const rise = tooLittle.balance - enough.balance;
  return rise <= 0n ? between(tooLittle, enough, 1n, 2n) : between(tooLittle, enough, tooLittle.balance, rise);
}

/** The amount so far on the way from one to the other, neither of the two. */
function between(from: Trial, to: Trial, part: bigint, whole: bigint): Fen {
  const way = Number((BigInt(to.amount - from.amount) * part) / whole);
  return fen(Math.min(to.amount - 1, from.amount + Math.max(1, way)));
}

/** What would be left over if the payments went on to the date. */
function spare({ amount, totals }: TriedRun, payments: number): bigint {
  return BigInt(totals.payments) - BigInt(amount) * BigInt(payments);
}

function reached(every: PlanCycle, loan: Loan, amount: Fen, totals: RunTotals): ClearingPlan["outcome"] {
  const { clearedOn, principalFirstFell, opening, everOverdue } = totals;
  // What nobody takes is not paid.
  const paid = subtract(totals.payments, totals.unapplied);
  if (clearedOn === null) throw new Error("a plan that clears has no day on which it does");
  return {
    kind: "reached",
    amount,
    payments: amount === 0 ? 0 : paymentCount(every, loan.asOf, clearedOn),
    totalPaid: paid,
    totalCost: subtract(paid, opening.principal),
    principalFirstFell,
    clearedOn,
    everOverdue,
  };
}

/** Payment days after `asOf` up to and including a day. */
function paymentCount(every: PlanCycle, asOf: Day, until: Day): number {
  if (every === "day") return until - asOf;
  if (every === "week") return Math.floor((until - asOf) / 7);
  let months = 0;
  while (dayInMonth(asOf, months + 1, civil(asOf).day) <= until) months += 1;
  return months;
}
