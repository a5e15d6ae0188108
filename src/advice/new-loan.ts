/** What a new loan that pays off the old one comes to: its principal, its instalments, and what it costs of its own. */

import { refinancedSchedule } from "../ledger/agreed-schedule.ts";
import { Run } from "../ledger/run.ts";
import { totalOf } from "../loan/components.ts";
import { type Events, eventsBefore, type Refinancing } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { add, type Fen, subtract, sum } from "../loan/money.ts";
import { takenOver } from "./taken-over.ts";

export interface NewLoan {
  /** What the old loan is owed on its day. */
  readonly clears: Fen;
  /** The principal of the new one: the same and the fee. */
  readonly borrowed: Fen;
  readonly fee: Fen;
  readonly months: number;
  readonly firstInstalment: Fen;
  /** The last instalment, where each is smaller than the one before it; null where they are as good as equal. */
  readonly fallsTo: Fen | null;
  /** Its fee and its interest, if every instalment is paid on its day. */
  readonly ownCost: Fen;
}

/** The first new loan among what happens, or null where there is none, or nothing is left for it to pay off. */
export function newLoanOf(loan: Loan, events: Events): NewLoan | null {
  const refinancing = events.agreements.find((agreement) => agreement.kind === "refinancing");
  if (refinancing === undefined) return null;
  const run = new Run(loan, eventsBefore(events, refinancing.date)).advance(refinancing.date);
  const clears = totalOf(takenOver(run, refinancing.unearned));
  const schedule = refinancedSchedule(refinancing, clears);
  const [first] = schedule;
  const last = schedule.at(-1);
  if (first === undefined || last === undefined || clears === 0) return null;
  const borrowed = sum(schedule.map(({ principal }) => principal));
  const fee = subtract(borrowed, clears);
  return {
    clears,
    borrowed,
    fee,
    months: refinancing.months,
    firstInstalment: add(first.principal, first.interest),
    fallsTo: falls(refinancing) ? add(last.principal, last.interest) : null,
    ownCost: schedule.reduce((cost, { interest }) => add(cost, interest), fee),
  };
}

function falls({ method, months, rate }: Refinancing): boolean {
  return method === "equal-principal" && months > 1 && rate.numerator > 0n;
}
