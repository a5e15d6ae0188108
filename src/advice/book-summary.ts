/**
 * What a whole book of loans comes to: totals, and how many loans go which way. All of it is counted in whole numbers,
 * so that the summaries of the pieces of a book add up to that of the book, exactly and in any order.
 */

import { MONTHS_OVERDUE, monthsOverdue } from "../law/credit-record.ts";
import { ZERO } from "../loan/money.ts";
import type { Outcome } from "./outcome.ts";
import { NEVER_REASONS, type Projection } from "./projection.ts";

export const TOTALS = [
  "owedBefore",
  "principalBefore",
  "paid",
  "toCharges",
  "toPrincipal",
  "principalLeft",
  "totalOwed",
] as const satisfies readonly (keyof Outcome)[];
type Total = (typeof TOTALS)[number];

/** What of a loan goes into the summary of its book. */
export interface SummedLoan extends Pick<Outcome, Total | "daysOverdue"> {
  readonly projection: Pick<Projection, "principalFirstFell" | "reason">;
}

/** Of what was paid, the share that reached the principal. */
export const SHARES = ["nothing-paid", "none", "under-25%", "under-50%", "under-75%", "under-100%", "all"] as const;
/** How it ends if it goes on so. */
export const ENDS = ["cleared", ...NEVER_REASONS] as const;

type Counts<Class extends string> = { [name in Class]: number };

export class BookSummary {
  loans = 0;
  /** Lines that could not be read; they are in no other figure. */
  errors = 0;
  /** A payment reaches the principal some day. */
  principalFalls = 0;
  readonly totals: { [name in Total]: bigint } = blank(TOTALS, 0n);
  readonly principalShare: Counts<(typeof SHARES)[number]> = blank(SHARES, 0);
  readonly ends: Counts<(typeof ENDS)[number]> = blank(ENDS, 0);
  /** At the end, in the steps of the months of the credit record. */
  readonly monthsOverdue: Counts<(typeof MONTHS_OVERDUE)[number]> = blank(MONTHS_OVERDUE, 0);

  addLoan(loan: SummedLoan): void {
    this.loans += 1;
    for (const name of TOTALS) this.totals[name] += BigInt(loan[name]);
    const { principalFirstFell, reason } = loan.projection;
    if (principalFirstFell !== null) this.principalFalls += 1;
    this.principalShare[shareClass(loan)] += 1;
    this.ends[reason ?? "cleared"] += 1;
    this.monthsOverdue[monthsOverdue(loan.daysOverdue)] += 1;
  }

  addError(): void {
    this.errors += 1;
  }

  add(other: BookSummary): void {
    this.loans += other.loans;
    this.errors += other.errors;
    this.principalFalls += other.principalFalls;
    for (const name of TOTALS) this.totals[name] += other.totals[name];
    for (const name of SHARES) this.principalShare[name] += other.principalShare[name];
    for (const name of ENDS) this.ends[name] += other.ends[name];
    for (const name of MONTHS_OVERDUE) this.monthsOverdue[name] += other.monthsOverdue[name];
  }
}

function blank<Name extends string, Value>(names: readonly Name[], value: Value): { [name in Name]: Value } {
  return Object.fromEntries(names.map((name) => [name, value])) as { [name in Name]: Value };
}

/** In quarters; four times an amount is still a safe integer. */
function shareClass({ paid, toPrincipal }: SummedLoan): (typeof SHARES)[number] {
  if (paid === ZERO) return "nothing-paid";
  if (toPrincipal === ZERO) return "none";
  if (4 * toPrincipal < paid) return "under-25%";
  if (2 * toPrincipal < paid) return "under-50%";
  if (4 * toPrincipal < 3 * paid) return "under-75%";
  return toPrincipal < paid ? "under-100%" : "all";
}
