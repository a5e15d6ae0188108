/** The break-even payment: the smallest payment per cycle with which the total owed no longer grows. */

import type { Opening } from "../ledger/opening.ts";
import { cycleDays } from "../ledger/payment-plan.ts";
import { Run } from "../ledger/run.ts";
import { addDays, type Day } from "../loan/day.ts";
import { type Events, NO_EVENTS } from "../loan/events.ts";
import { COMPONENTS, type Cycle, type Loan } from "../loan/loan.ts";
import { divideUp, type Fen, fen } from "../loan/money.ts";

export interface BreakEvenPayment {
  readonly amount: Fen;
  readonly cycle: Cycle;
  /** Nights of the cycle looked at: months differ. */
  readonly nights: number;
}

export const EVERY_DAY: Cycle = { kind: "days", days: 1 };

/**
 * What accrues by rate in the first cycle after the loan's `asOf`, to the fraction of a fen and then rounded up.
 * Fees are left out: they do not come back with each cycle. What is agreed on that day holds for it.
 */
export function breakEvenPayment(
  loan: Loan,
  { streams, agreements }: Pick<Events, "streams" | "agreements">,
  opening?: Opening,
): BreakEvenPayment {
  const cycle = streams[0]?.cycle ?? EVERY_DAY;
  const nights = cycleDays(cycle, loan.asOf);
  const agreed = agreements.filter(({ date }) => date === loan.asOf);
  return {
    amount: accruedWithin(new Run(loan, { ...NO_EVENTS, agreements: agreed }, opening), addDays(loan.asOf, nights)),
    cycle,
    nights,
  };
}

/** What accrues by rate in a run until a day, rounded up to the fen. */
function accruedWithin(run: Run, until: Day): Fen {
  const before = run.exactDebt;
  const feesBefore = chargedIn(run);
  run.advance(until);
  const after = run.exactDebt;
  const fees = BigInt(chargedIn(run) - feesBefore);
  const grown =
    (after.numerator - fees * after.denominator) * before.denominator - before.numerator * after.denominator;
  return fen(Number(divideUp(grown, after.denominator * before.denominator)));
}

function chargedIn(run: Run): number {
  const { charged } = run.totals();
  return COMPONENTS.reduce((total, component) => total + charged[component], 0);
}
