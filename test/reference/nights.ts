/** A night in the reference model: contract interest on what is not yet due, penalty and compound on what is overdue. */

import type { Day } from "../../src/loan/day.ts";
import {
  type Account,
  type Amounts,
  bearingOf,
  noAmounts,
  oldestUnpaid,
  owedOf,
  type Part,
  wholeFenOfNight,
} from "./accounts.ts";
import { dayBefore } from "./calendar.ts";
import { type Exact, exact, times } from "./exact.ts";
import { contractRateOfNight, penaltyRateOfNight } from "./nightly-rates.ts";
import type { Paper } from "./papers.ts";

/**
 * Step 1 of a day: the night before it, on the balances at the close of the day before.
 * Changes the books and returns what came to be owed.
 */
export function accrueNight(loan: Paper, parts: readonly Part[], atClose: readonly Part[], day: Day): Amounts {
  const accrued = noAmounts();
  accrued.interest = accrueInterest(loan, parts, atClose, day);
  const yesterday = dayBefore(day);
  const oldest = oldestUnpaid(atClose, yesterday);
  if (oldest === undefined) return accrued;
  const rate = penaltyRateOfNight(loan, day, day - oldest.due);
  const { grace } = loan.terms;
  for (const [index, part] of parts.entries()) {
    const before = atClose[index];
    if (before === undefined || before.due > yesterday) continue;
    const inGrace = yesterday < before.due + grace.days;
    if (inGrace && grace.kind === "skip") continue;
    const penalty = times(exact(penaltyBase(loan, atClose, before, oldest, yesterday), 1n), rate);
    const compound = times(exact(compoundBase(loan, before), 1n), rate);
    const owed = !inGrace && owedOf(before) > 0n;
    accrued.penalty += book(loan, part.accounts.penalty, penalty, { inGrace, owed });
    accrued.compound += book(loan, part.accounts.compound, compound, { inGrace, owed });
  }
  return accrued;
}

/** Contract interest on all that is not yet due is owed with the instalment then running, the first not yet due. */
function accrueInterest(loan: Paper, parts: readonly Part[], atClose: readonly Part[], day: Day): bigint {
  const running = parts[atClose.findIndex((part) => part.due > dayBefore(day))];
  if (running === undefined) return 0n;
  const base = exact(principalNotYetDue(atClose, dayBefore(day)) + bearingCharges(atClose, dayBefore(day)), 1n);
  const { interest } = running.accounts;
  const whole = wholeFenOfNight(interest, times(base, contractRateOfNight(loan, day)), loan.terms.rounding);
  interest.owed += whole;
  return whole;
}

/** In a grace that waives the night's fen are pending; at the first night after it they are owed with that night's. */
function book(
  loan: Paper,
  account: Account,
  amount: Exact,
  { inGrace, owed }: { inGrace: boolean; owed: boolean },
): bigint {
  account.pending += wholeFenOfNight(account, amount, loan.terms.rounding);
  if (inGrace) return 0n;
  const whole = owed ? account.pending : 0n;
  account.pending = 0n;
  account.owed += whole;
  return whole;
}

function principalNotYetDue(parts: readonly Part[], yesterday: Day): bigint {
  const notYetDue = parts.filter((part) => part.due > yesterday);
  return notYetDue.reduce((total, part) => total + part.accounts.principal.owed, 0n);
}

/** Charges that an agreement turned into part of what bears interest, as far as they are still unpaid. */
function bearingCharges(parts: readonly Part[], yesterday: Day): bigint {
  return parts.filter(({ due }) => due > yesterday).reduce((total, part) => total + bearingOf(part), 0n);
}

function penaltyBase(loan: Paper, parts: readonly Part[], part: Part, oldest: Part, yesterday: Day): bigint {
  const own = part.accounts.principal.owed;
  switch (loan.terms.penaltyBase) {
    case "overdue-principal":
      return own;
    case "outstanding-principal":
      return part === oldest ? own + principalNotYetDue(parts, yesterday) : own;
    case "borrowed":
      return part === oldest ? BigInt(loan.borrowed) : 0n;
    default:
      return loan.terms.penaltyBase satisfies never;
  }
}

function compoundBase(loan: Paper, { accounts: { interest, penalty, compound } }: Part): bigint {
  switch (loan.terms.compound) {
    case "none":
      return 0n;
    case "interest":
      return interest.owed;
    case "all":
      return interest.owed + penalty.owed + penalty.pending + compound.owed + compound.pending;
    default:
      return loan.terms.compound satisfies never;
  }
}
