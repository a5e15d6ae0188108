/** A platform of the reference model: the books of a loan, the paper they stand on, and what has moved since the start. */

import type { Day } from "../../src/loan/day.ts";
import type { Agreement, InstalmentAgreement, WaivedShares } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import type { Amounts, Part } from "./accounts.ts";
import type { Paper } from "./papers.ts";
import { allocate, type OnePayment, type Way } from "./paying.ts";

/** What is left of an agreement that broke and whose waivers stand. */
export interface WaiverAlone {
  readonly kind: "waiver";
  readonly date: Day;
  readonly waive: WaivedShares;
}

export type Agreed = Agreement | WaiverAlone;

/** Sums since the opening. */
export interface Flows {
  accrued: Amounts;
  charged: Amounts;
  waived: Amounts;
  refinanced: Amounts;
  readonly paid: Amounts;
  payments: bigint;
  unapplied: bigint;
  /** Fen of principal owed over each night, added up. */
  principalDays: bigint;
  /** The first day on which a payment reached principal. */
  principalFirstFell: Day | null;
}

export interface Platform {
  readonly loan: Loan;
  /** What is agreed in this platform, in the order in which it takes effect. */
  readonly agreed: readonly Agreed[];
  paper: Paper;
  parts: Part[];
  /** The agreement that is being kept. */
  kept: InstalmentAgreement | null;
  readonly flows: Flows;
}

/** What was really paid, day by day: other worlds are lived through with the same payments. */
export type PaidSoFar = Map<Day, readonly OnePayment[]>;

/** Step 5 for one payment. */
export function pay({ parts, flows }: Platform, day: Day, way: Way, payment: OnePayment): void {
  const principalPaid = flows.paid.principal;
  flows.payments += payment.amount;
  flows.unapplied += allocate(parts, day, way, payment, flows.paid);
  if (flows.paid.principal > principalPaid) flows.principalFirstFell ??= day;
}
