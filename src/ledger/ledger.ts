/** What a run of a loan leaves behind: one row a day, and the totals. */

import type { ByComponent } from "../loan/components.ts";
import type { Day } from "../loan/day.ts";
import type { Agreement } from "../loan/events.ts";
import type { RunOfArrears } from "../loan/loan.ts";
import type { Fen } from "../loan/money.ts";

/** What moved in some days, whatever moved it. */
interface Moved {
  /** Posted by rate, per component; `fee` and `principal` are 0 but where a broken agreement restores them. */
  readonly accrued: ByComponent;
  /** Fees by rule and dated charges. */
  readonly charged: ByComponent;
  readonly waived: ByComponent;
  /** What a new loan paid of the old one (negative) and what is owed on it instead (positive). */
  readonly refinanced: ByComponent;
  readonly unapplied: Fen;
}

/** One day of a loan, or the sum of several (a week, a month); balances are those at close. */
export interface LedgerRow extends Moved {
  readonly date: Day;
  /** Days since the loan's `asOf`: 1 on the day after; 0 where what is agreed on `asOf` itself moves anything. */
  readonly day: number;
  readonly daysOverdue: number;
  readonly payment: Fen;
  readonly to: ByComponent;
  readonly owed: ByComponent;
  readonly totalOwed: Fen;
  readonly paidSoFar: Fen;
  readonly principalPaidSoFar: Fen;
}

/** What has happened since `asOf`, at the close of a day. */
export interface SumsSoFar extends Moved {
  readonly paid: ByComponent;
  readonly payments: Fen;
}

/** An agreement that took effect. */
export interface AgreementInEffect {
  readonly agreement: Agreement;
  /** Of the loan on the day of the agreement, before it. */
  readonly daysOverdue: number;
  /** The runs of arrears before it, under the terms that it replaces. */
  readonly arrears: readonly RunOfArrears[];
}

/** Sums over a run, and where it stands at its end. */
export interface RunTotals extends SumsSoFar {
  readonly from: Day;
  readonly to: Day;
  readonly opening: ByComponent;
  readonly closing: ByComponent;
  readonly daysOverdueAtStart: number;
  readonly daysOverdueAtEnd: number;
  /** What lay above a cap and was not posted. */
  readonly capped: Fen;
  /**
   * Interest of the days of the run: what accrued, or of interest fixed in advance the part of these days. What an agreement
   * fixed in advance is in `charged` as a whole: here its part that lies ahead is taken off.
   */
  readonly interestEarned: Fen;
  /** Of interest fixed in advance and owed, what is for days after `from`, and after `to`. */
  readonly unearnedAtStart: Fen;
  readonly unearned: Fen;
  /** Of interest fixed in advance and paid, what is for days after `to`. */
  readonly interestPaidAhead: Fen;
  /** Of what is waived, interest fixed in advance for days that lay ahead when all was called due, or something was agreed. */
  readonly unearnedLeftOut: Fen;
  /** Sum over the nights of the run of the principal outstanding, in fen × days. */
  readonly principalDays: bigint;
  /** First day on which a payment reached principal. */
  readonly principalFirstFell: Day | null;
  readonly clearedOn: Day | null;
  readonly lastPaymentOn: Day | null;
  /** The last due date of the terms in force at the end: an agreement's own where there is one. */
  readonly lastDue: Day;
  /** Anything was overdue at a close of the run, or at its start. */
  readonly everOverdue: boolean;
  /** The day from which nothing is overdue any more; null while something is, or where nothing ever was. */
  readonly overdueEndedOn: Day | null;
  /** The runs of arrears under the terms in force at the end. */
  readonly arrears: readonly RunOfArrears[];
  /** The agreements that took effect: what is dated after the debt is gone does nothing. */
  readonly agreements: readonly AgreementInEffect[];
  /** Days on which an agreement broke. */
  readonly brokenOn: readonly Day[];
  /** The run stopped because a balance passed the engine's limit. */
  readonly limitReachedOn: Day | null;
}
