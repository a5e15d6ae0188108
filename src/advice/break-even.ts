/** The break-even payment: the smallest payment per cycle with which the total owed no longer grows. */

import { cycleDays } from "../ledger/payment-plan.ts";
import { Run } from "../ledger/simulate.ts";
import { addDays, type Day } from "../loan/day.ts";
import { type Happenings, NOTHING_HAPPENS } from "../loan/happenings.ts";
import { CHARGES, type Cycle, type Loan } from "../loan/loan.ts";
import { divideUp, type Fen, fen } from "../loan/money.ts";

export interface BreakEvenPayment {
  readonly amount: Fen;
  readonly cycle: Cycle;
}

export const EVERY_DAY: Cycle = { kind: "days", days: 1 };

/**
 * What accrues by rate in the first cycle after the loan's `asOf`, to the fraction of a fen and then rounded up.
 * Fees are left out: they do not come back with each cycle.
 */
export function breakEvenPayment(loan: Loan, { streams }: Pick<Happenings, "streams">): BreakEvenPayment {
  const cycle = streams[0]?.cycle ?? EVERY_DAY;
  return { amount: accruedWithin(loan, addDays(loan.asOf, cycleDays(cycle, loan.asOf))), cycle };
}

/** What accrues by rate until a day if nothing is paid, rounded up to the fen. */
function accruedWithin(loan: Loan, until: Day): Fen {
  const run = new Run(loan, NOTHING_HAPPENS);
  const before = run.exactDebt;
  run.advance(until);
  const after = run.exactDebt;
  const { charged } = run.totals();
  const fees = CHARGES.reduce((total, component) => total + charged[component], charged.principal as number);
  const grown = after.numerator - before.numerator - BigInt(fees) * after.denominator;
  return fen(Number(divideUp(grown, after.denominator)));
}
