/** The parts of a run in which the same lines of cost hold, and what of the charges of each lies above them. */

import type { ApplicableCostLine } from "../law/cost-lines.ts";
import type { RunTotals } from "../ledger/ledger.ts";
import type { Opening } from "../ledger/opening.ts";
import { Run } from "../ledger/run.ts";
import { type ByComponent, subtractAmounts, totalOf } from "../loan/components.ts";
import { addDays, type Day } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { type Fen, ratio } from "../loan/money.ts";
import type { Classification } from "../loan/products/product.ts";
import { earnedByComponent } from "./charges-earned.ts";
import { amountAbove, bordersOfLoan, linesOfLoan } from "./cost-of-arrears.ts";

/** The days of a run that a line is for; null: all from its first, to its last. */
export interface CostDays {
  readonly from: Day | null;
  readonly until: Day | null;
}

export interface CostStretch extends CostDays {
  readonly lines: readonly ApplicableCostLine[];
  readonly earned: ByComponent;
  readonly principalDays: bigint;
}

export interface CostLineFigure extends CostDays, Pick<ApplicableCostLine, "name" | "lprDay"> {
  readonly yearlyRate: number;
  /** Charges of these days above the line; information, not a claim. */
  readonly above: Fen;
}

/** The lines that name a yearly rate. */
export function costLineFigures({ lines, earned, principalDays, from, until }: CostStretch): readonly CostLineFigure[] {
  return lines.flatMap(({ name, lprDay, yearlyRate }) =>
    yearlyRate === null
      ? []
      : {
          name,
          lprDay,
          yearlyRate: ratio(yearlyRate.numerator, yearlyRate.denominator, 6),
          above: amountAbove(totalOf(earned), principalDays, yearlyRate),
          from,
          until,
        },
  );
}

interface CostQuestion {
  readonly loan: Loan;
  readonly events: Events;
  readonly opening?: Opening | undefined;
  readonly classification: Classification;
  readonly totals: RunTotals;
  readonly until: Day;
}

/** The lines as they stand on the day a statement or a run is looked at from; before one that took another's place, that other. */
export function costStretches(
  { loan, events, opening, classification, totals, until }: CostQuestion,
  on: Day,
): readonly CostStretch[] {
  const borders = bordersOfLoan(loan, classification, until);
  let [from, before]: [Day | null, RunTotals | null] = [null, null];
  const stretch = (last: Day | null, upTo: RunTotals): CostStretch => {
    const earned = earnedByComponent(loan, upTo);
    return {
      from,
      until: last,
      lines: linesOfLoan(loan, classification, last ?? on),
      earned: before === null ? earned : subtractAmounts(earned, earnedByComponent(loan, before)),
      principalDays: upTo.principalDays - (before?.principalDays ?? 0n),
    };
  };
  if (borders.length === 0) return [stretch(null, totals)];
  const run = new Run(loan, events, opening);
  const earlier = borders.map((border) => {
    const last = addDays(border, -1);
    run.advance(last);
    const { charged } = run.totals();
    // The interest of the last day accrues in the night after it; what is charged on the day after no longer counts.
    run.advance(border);
    const upTo = { ...run.totals(), charged };
    const ended = stretch(last, upTo);
    [from, before] = [border, upTo];
    return ended;
  });
  return [...earlier, stretch(null, totals)];
}
