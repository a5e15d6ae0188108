/** What to pay: the smallest payment that clears a debt by a date, found exactly, on whole fen. */

import type { RunTotals } from "../ledger/ledger.ts";
import { Run, simulate } from "../ledger/simulate.ts";
import { addDays, addMonths, civil, type Day, dayInMonth } from "../loan/day.ts";
import { type Happenings, NOTHING_HAPPENS } from "../loan/happenings.ts";
import type { Cycle, Loan, PaymentStream } from "../loan/loan.ts";
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
      }
    | { readonly kind: "impossible"; readonly reason: ImpossibleReason };
}

/** No day for a payment lies before the date; or no payment, however large, clears the loan under its terms. */
export type ImpossibleReason = "no-payment-day" | "payments-not-taken";

/** Payments of one cycle from a loan's `asOf`: daily from the day after, weekly 7 days after, monthly a month after. */
export function paymentsEvery(every: PlanCycle, asOf: Day, amount: Fen): Happenings {
  const cycle = cycleOf(every, asOf);
  const stream: PaymentStream = {
    cycle,
    amounts: [amount],
    from: firstPayment(every, asOf),
    until: null,
    pauses: [],
    for: null,
  };
  return { ...NOTHING_HAPPENS, streams: [stream] };
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

/** The smallest payment of a cycle with which the loan is cleared on or before a date; one fen less does not clear it. */
export function clearBy(loan: Loan, every: PlanCycle, by: Day): ClearingPlan {
  const first = firstPayment(every, loan.asOf);
  if (first > by) return { every, outcome: { kind: "impossible", reason: "no-payment-day" } };
  const run = (amount: Fen): RunTotals => simulate(loan, paymentsEvery(every, loan.asOf, amount), { until: by });

  const bracket = narrowBracket(loan, every, by, run) ?? wideBracket(loan, by, run);
  if (bracket === null) return { every, outcome: { kind: "impossible", reason: "payments-not-taken" } };
  let { tooLittle, enough, cleared } = bracket;
  let last = bracket.shortfall;
  let guess: number | null = null;
  for (let runs = 0; enough - tooLittle > 1; runs += 1) {
    const middle = tooLittle + Math.floor((enough - tooLittle) / 2);
    const amount = fen(guess !== null && guess < enough && runs < GUESSES ? guess : middle);
    const totals = run(amount);
    if (totals.clearedOn === null) {
      tooLittle = amount;
      const shortfall = { amount, left: leftBy(totals) };
      guess = last === null ? null : Math.max(straightOn(last, shortfall), tooLittle + 1);
      last = shortfall;
    } else {
      enough = amount;
      cleared = totals;
      // The line was too flat; the same two points would give the same again.
      guess = null;
    }
  }
  return { every, outcome: reached(every, loan, enough, cleared) };
}

/** How much a payment that is too small leaves. */
interface Shortfall {
  readonly amount: Fen;
  readonly left: Fen;
}

/** After so many guesses the search goes by halves: it always ends, whatever the terms. */
const GUESSES = 16;

/** What is left falls with the payment nearly in a straight line: the last amount before it would come to nothing. */
function straightOn(before: Shortfall, last: Shortfall): number {
  const fall = BigInt(before.left - last.left);
  if (fall <= 0n) return last.amount;
  return last.amount + Number((BigInt(last.left) * BigInt(last.amount - before.amount)) / fall);
}

function leftBy({ closing }: RunTotals): Fen {
  return sum(Object.values(closing));
}

/** An amount that does not clear, one that does, and the run of the latter. */
interface Bracket {
  readonly tooLittle: Fen;
  /** What the former leaves, where that was run. */
  readonly shortfall: Shortfall | null;
  readonly enough: Fen;
  readonly cleared: RunTotals;
}

/**
 * Payments of less than the debt in all never clear it; and as charges only grow on what is left, what a run leaves,
 * spread over its payments, is enough on top. Null where that does not hold (an order that switches, money not taken).
 */
function narrowBracket(loan: Loan, every: PlanCycle, by: Day, run: (amount: Fen) => RunTotals): Bracket | null {
  const payments = paymentCount(every, loan.asOf, by);
  const { owed } = new Run(loan, NOTHING_HAPPENS);
  const tooLittle = fen(Math.ceil(owed / payments) - 1);
  const short = run(tooLittle);
  if (short.clearedOn !== null || short.limitReachedOn !== null) return null;
  const left = leftBy(short);
  const enough = fen(tooLittle + Math.ceil(left / payments));
  const cleared = run(enough);
  return cleared.clearedOn === null ? null : { tooLittle, shortfall: { amount: tooLittle, left }, enough, cleared };
}

/** Nothing, and more than can ever be needed: all that is owed if nothing is paid until the date. */
function wideBracket(loan: Loan, by: Day, run: (amount: Fen) => RunTotals): Bracket | null {
  const enough = largestUseful(loan, by);
  const cleared = run(enough);
  return cleared.clearedOn === null ? null : { tooLittle: ZERO, shortfall: null, enough, cleared };
}

function reached(every: PlanCycle, loan: Loan, amount: Fen, totals: RunTotals): ClearingPlan["outcome"] {
  const { clearedOn, payments, principalFirstFell, opening } = totals;
  if (clearedOn === null) throw new Error("a plan that clears has no day on which it does");
  return {
    kind: "reached",
    amount,
    payments: paymentCount(every, loan.asOf, clearedOn),
    totalPaid: payments,
    totalCost: subtract(payments, opening.principal),
    principalFirstFell,
    clearedOn,
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

/** More than this at once can never be needed: all that is owed if nothing is paid until the date. */
function largestUseful(loan: Loan, by: Day): Fen {
  const run = new Run(loan, NOTHING_HAPPENS);
  let most = run.owed;
  run.advance(by);
  most = Math.max(most, run.owed);
  return fen(most);
}
