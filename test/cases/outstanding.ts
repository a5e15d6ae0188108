/**
 * What each instalment still owes, seen from outside. The ledger gives the loan's balances only, so the loan is
 * waited for until all has fallen due and then asked with one payment: the days overdue after it tell which
 * instalments it cleared. The smallest payment that clears one is what was owed up to it.
 */

import { addDays, type Day, latest } from "../../src/loan/day.ts";
import type { Loan, Payment } from "../../src/loan/loan.ts";
import { type Fen, fen, subtract } from "../../src/loan/money.ts";
import { paymentOf } from "../plain.ts";
import { totalsOf } from "./run.ts";

/** For loans that clear the oldest instalment first and bear nothing; in the order of their instalments. */
export function outstandingOf(loan: Loan, payments: readonly Payment[]): readonly Fen[] {
  const askedOn = addDays(lastDay(loan, payments), 1);
  const { clearedOn, closing } = totalsOf(loan, addDays(askedOn, -1), payments);
  const total = clearedOn === null ? sumOf(Object.values(closing)) : 0;
  let upToBefore = fen(0);
  return loan.instalments.map(({ due }) => {
    const upTo = smallest(upToBefore, total, (probe) => {
      const totals = totalsOf(loan, askedOn, [...payments, paymentOf(askedOn, probe)]);
      return totals.clearedOn !== null || askedOn - totals.daysOverdueAtEnd > due;
    });
    const owed = subtract(upTo, upToBefore);
    upToBefore = upTo;
    return owed;
  });
}

function lastDay(loan: Loan, payments: readonly Payment[]): Day {
  const days = [loan.instalments, payments, loan.charges]
    .flat()
    .map((dated) => ("due" in dated ? dated.due : dated.date));
  return days.reduce(latest, loan.asOf);
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, part) => total + part, 0);
}

function smallest(from: Fen, to: number, enough: (probe: Fen) => boolean): Fen {
  if (from >= to || enough(from)) return from;
  let [tooLittle, fits] = [from as number, to];
  while (fits - tooLittle > 1) {
    const middle = Math.floor((tooLittle + fits) / 2);
    if (enough(fen(middle))) fits = middle;
    else tooLittle = middle;
  }
  return fen(fits);
}
