/** The replay as stretches in which balance and rate stay the same: what is checked by hand, and laid before a court. */

import type { Bearing } from "../../ledger/accrual.ts";
import { Run } from "../../ledger/run.ts";
import { CHARGES, type Charge } from "../../loan/components.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { add, type Fen, type Fraction, subtract, ZERO } from "../../loan/money.ts";
import type { ReplayedLoan } from "./replayed-loan.ts";

/** The first day counts and the last does not: `days` nights, in which `base` bore `rate` a day. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** `delay`: of a judgment, beside the replay. */
  readonly component: Charge | "delay";
  readonly base: Fen;
  /** A day; null: what was posted for nights before, after a grace. */
  readonly rate: Fraction | null;
  /** As it was posted: the sums of a component are those of the replay. */
  readonly amount: Fen;
}

interface OpenStretch {
  readonly from: Day;
  readonly bearing: Bearing | null;
  amount: Fen;
}

/** By component in the order of columns, earliest first. */
export function worksheet({ loan, events }: ReplayedLoan, until: Day): readonly Stretch[] {
  const run = new Run(loan, events);
  const stretches: (Stretch & { readonly component: Charge })[] = [];
  const open = new Map<Charge, OpenStretch>();
  const close = (component: Charge, { from, bearing, amount }: OpenStretch, to: Day): void => {
    open.delete(component);
    const { base = ZERO, rate = null } = bearing ?? {};
    if (amount !== ZERO || (base > 0 && rate !== null && rate.numerator > 0n)) {
      stretches.push({ from, to, days: to - from, component, base, rate, amount });
    }
  };
  let before = run.totals().accrued;
  while (run.today < until && !run.isOver) {
    const today = run.today;
    const bearings = run.bearings;
    for (const component of CHARGES) {
      const bearing = bearings.find((one) => one.component === component) ?? null;
      const running = open.get(component);
      if (running !== undefined && isSame(running.bearing, bearing)) continue;
      if (running !== undefined) close(component, running, today);
      open.set(component, { from: today, bearing, amount: ZERO });
    }
    run.advance(addDays(today, 1));
    const { accrued } = run.totals();
    for (const component of CHARGES) {
      const running = open.get(component);
      if (running !== undefined) running.amount = add(running.amount, subtract(accrued[component], before[component]));
    }
    before = accrued;
  }
  for (const [component, running] of open) close(component, running, run.today);
  return stretches.toSorted(
    (one, other) => CHARGES.indexOf(one.component) - CHARGES.indexOf(other.component) || one.from - other.from,
  );
}

function isSame(one: Bearing | null, other: Bearing | null): boolean {
  if (one === null || other === null) return one === other;
  const { numerator, denominator } = one.rate;
  return one.base === other.base && numerator * other.rate.denominator === other.rate.numerator * denominator;
}
