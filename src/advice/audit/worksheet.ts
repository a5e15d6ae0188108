/** The replay as stretches in which balance and rate stay the same: what is checked by hand, and laid before a court. */

import type { Bearing, Pending } from "../../ledger/accrual.ts";
import { Run } from "../../ledger/run.ts";
import { type ByComponent, CHARGES, type Charge, subtractAmounts } from "../../loan/components.ts";
import { addDays, type Day } from "../../loan/day.ts";
import { add, type Fen, type Fraction, subtract, sum, ZERO } from "../../loan/money.ts";
import { PeriodGrid, unitOf } from "../../loan/night-rates.ts";
import { compareFractions, fraction, multiply } from "../../loan/rate.ts";
import type { ReplayedLoan } from "./replayed-loan.ts";

/** The first day counts and the last does not: `days` as the day count has them, in which `base` bore `rate` a day. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** `delay`: of a judgment, beside the replay. */
  readonly component: Charge | "delay";
  readonly base: Fen;
  /** A day; null: what had been counted before the first night, within a grace that passes unpaid. */
  readonly rate: Fraction | null;
  /** As it was posted: the sums of a component are those of the replay. */
  readonly amount: Fen;
}

interface Night {
  readonly from: Day;
  /** What the day count makes of it: where every month has thirty days, 0 to 3 at the end of one, else 1. */
  readonly days: number;
  readonly bearings: readonly Bearing[];
  /** What a waiving grace had counted by its beginning. */
  readonly pending: readonly Pending[];
  /** What was posted in it. */
  readonly accrued: ByComponent;
}

/** Component by component in the order of columns, the earliest first. */
export function worksheet({ loan, events }: ReplayedLoan, until: Day): readonly Stretch[] {
  const run = new Run(loan, events);
  const nights: Night[] = [];
  const grid = new PeriodGrid(loan.instalments.map(({ due }) => due));
  let before = run.totals().accrued;
  while (run.today < until && !run.isOver) {
    const from = run.today;
    const { bearings, pending } = run.nextNight;
    run.advance(addDays(from, 1));
    const { accrued } = run.totals();
    const { unit } = unitOf(loan.terms, grid, from);
    nights.push({
      from,
      days: unit.months === null ? unit.weight : 1,
      bearings,
      pending,
      accrued: subtractAmounts(accrued, before),
    });
    before = accrued;
  }
  return CHARGES.flatMap((component) => stretchesOf(component, nights, run.today));
}

/** Nights of a grace that was kept bore nothing; where something is unpaid at its end, all its nights count. */
function stretchesOf(component: Charge, nights: readonly Night[], end: Day): readonly Stretch[] {
  const unpaid = new Set(
    nights.flatMap(({ from, bearings, pending }) =>
      [...bearings, ...pending].flatMap(({ pendingUntil, instalment }) => (pendingUntil === from ? [instalment] : [])),
    ),
  );
  const pendingIn = (night: Night | undefined): Fen =>
    sum(
      (night?.pending ?? [])
        .filter((one) => one.component === component && unpaid.has(one.instalment))
        .map(({ amount }) => amount),
    );
  const [first] = nights;
  const stretches: Stretch[] = [];
  if (first !== undefined) {
    const counted = { component, base: ZERO, rate: null, amount: pendingIn(first) };
    stretches.push({ from: first.from, to: first.from, days: 0, ...counted });
  }
  // From when on nights count as no day: what bears the same after them goes on.
  let since = nights[0]?.from ?? end;
  for (const [index, night] of nights.entries()) {
    const bearings = night.bearings.filter(
      (one) => one.component === component && (one.pendingUntil === null || unpaid.has(one.instalment)),
    );
    const counted = subtract(pendingIn(nights[index + 1]), pendingIn(night));
    const amount = add(night.accrued[component], counted);
    const to = nights[index + 1]?.from ?? end;
    if (night.days === 0 && amount === 0) continue;
    const base = sum(bearings.map((bearing) => bearing.base));
    const rate = perDay(bearings[0]?.rate ?? null, night.days);
    addStretch(stretches, { from: night.from, to, days: night.days, component, base, rate, amount }, since);
    since = to;
  }
  return stretches.filter(
    ({ base, rate, amount }) => amount !== 0 || (base > 0 && rate !== null && rate.numerator > 0n),
  );
}

function perDay(rate: Fraction | null, days: number): Fraction | null {
  return rate === null || days < 2 ? rate : multiply(rate, fraction(1n, BigInt(days)));
}

/** What bears the same as the stretch before, which ends on `since`, makes that one longer. */
export function addStretch(stretches: Stretch[], stretch: Stretch, since: Day = stretch.from): void {
  const last = stretches.at(-1);
  if (last?.to !== since || !isSame(last, stretch)) stretches.push(stretch);
  else {
    const { to, days, amount } = stretch;
    stretches.splice(-1, 1, { ...last, to, days: last.days + days, amount: add(last.amount, amount) });
  }
}

function isSame(one: Stretch, other: Stretch): boolean {
  if (one.base !== other.base) return false;
  if (one.rate === null || other.rate === null) return one.rate === other.rate;
  return compareFractions(one.rate, other.rate) === 0;
}
