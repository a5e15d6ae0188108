/** How a debt stands on the day from which several are looked at together, before the budget does anything to it. */

import { type Opening, openLoan } from "../../ledger/opening.ts";
import { Run } from "../../ledger/run.ts";
import { addMonths, type Day } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import { AmountLimitReached, type Fen } from "../../loan/money.ts";
import { MONTHS_WHERE_NEVER, type OneDebt } from "./debt.ts";

export interface Start {
  readonly asOf: Day;
  /** Of the loan, at its own day. */
  readonly opening: Opening;
  /** Stands at the close of that day, and is taken no further. */
  readonly run: Run;
  readonly owed: Fen;
  /** Of its instalments, each once. */
  readonly dueDates: readonly Day[];
  /** All of it has fallen due, and nothing but the budget happens to it: it only bears charges. */
  readonly isQuiet: boolean;
  /** What is owed on a day where it has got nothing by then, less interest not yet earned. */
  readonly owedUnpaid: (day: Day) => number;
  /** A run of its own from there. */
  readonly newRun: () => Run;
}

/** Kept, because the same debts are paid off many times over, each time from the same start. */
const starts = new WeakMap<OneDebt, Start>();

export function startOf(debt: OneDebt, asOf: Day): Start {
  const known = starts.get(debt);
  if (known?.asOf === asOf) return known;
  const { loan, payments } = debt;
  const opening = openLoan(loan);
  const newRun = (): Run => new Run(loan, { ...NO_EVENTS, payments }, opening).advance(asOf);
  const run = newRun();
  const start = {
    asOf,
    opening,
    run,
    owed: run.owed,
    dueDates: [...new Set(loan.instalments.map(({ due }) => due))],
    isQuiet: isQuiet(debt),
    owedUnpaid: unpaidFrom(newRun, asOf),
    newRun,
  };
  starts.set(debt, start);
  return start;
}

/** Remembers what it has found: the same days are asked for many times. */
function unpaidFrom(newRun: () => Run, asOf: Day): Start["owedUnpaid"] {
  const known = new Map<Day, number>();
  let run = newRun();
  return (day) => {
    let owed = known.get(day);
    if (owed === undefined) {
      if (day < run.today) run = newRun();
      run.advance(day);
      owed = owedIn(run, asOf);
      known.set(day, owed);
    }
    return owed;
  };
}

function isQuiet({ loan, payments }: OneDebt): boolean {
  const { instalments, asOf, charges, waivers, accelerateOn } = loan;
  const isDue = instalments.every(({ due }) => due <= asOf);
  return isDue && payments.length === 0 && charges.length === 0 && waivers.length === 0 && accelerateOn === null;
}

/** What is owed, less interest not yet earned. */
export function owedIn(run: Run, asOf: Day): number {
  const { owed, unearned } = run;
  runWithinLimit(run, asOf);
  return owed - unearned;
}

/**
 * A debt that passes the engine's limit within the months that are shown has no figures to show, which is a mistake to report.
 * Where it passes the limit only later, it simply is never cleared.
 */
export function runWithinLimit(run: Run, asOf: Day): Run {
  const { limitReachedOn } = run;
  if (limitReachedOn !== null && limitReachedOn < addMonths(asOf, MONTHS_WHERE_NEVER)) throw new AmountLimitReached();
  return run;
}
