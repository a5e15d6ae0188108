/**
 * The reference model: a loan lived day by day in exact fractions, as plainly as it can be written.
 *
 * It shares no rule with the engine and takes no shortcut. Where both agree on every day of thousands of loans,
 * the engine's speed has cost nothing. Instalments come by due date, as in `Loan`, and stay in that order.
 * Where an agreement breaks, the whole past is lived again without it, with the payments that were really made.
 */

import type { LedgerRow } from "../../src/ledger/ledger.ts";
import type { Day } from "../../src/loan/day.ts";
import type { Happenings } from "../../src/loan/happenings.ts";
import type { ByComponent, Loan } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { asFen, daysOverdueOn, minusAmounts, oldestUnpaid, owedByComponent, owedOfAll } from "./accounts.ts";
import { dayBefore, nextDay } from "./calendar.ts";
import { agree, agreedAfterBreak, daysBetween, isBroken, liveUntilPayments, worldAtAsOf } from "./living.ts";
import { paymentAsDue, paymentsOfDay, wayOfDay } from "./paying.ts";
import { type Agreed, type Flows, type PaidSoFar, pay, type World } from "./world.ts";

export interface ReferenceRun {
  /** What is owed at the close of `asOf`, before anything agreed on that day. */
  readonly opening: ByComponent;
  readonly daysOverdueAtStart: number;
  readonly rows: readonly LedgerRow[];
  readonly clearedOn: Day | null;
  /** Whether anything due was left unpaid over a night, before the run or in it. */
  readonly everOverdue: boolean;
  readonly brokenOn: readonly Day[];
  /** Fen of principal owed over each night, added up. */
  readonly principalDays: bigint;
  /** The first day on which a payment reached principal. */
  readonly principalFirstFell: Day | null;
  readonly lastPaymentOn: Day | null;
}

/** Every day from the one after `asOf` to `until`, or to the day on which nothing more is owed. */
export function referenceRun(loan: Loan, happenings: Happenings, until: Day): ReferenceRun {
  const paidSoFar: PaidSoFar = new Map();
  let world = worldAtAsOf(loan, happenings.agreements);
  const opening = asFen(owedByComponent(world.parts));
  const daysOverdueAtStart = daysOverdueOn(world.parts, loan.asOf);
  let before = copyOfFlows(world.flows);
  agree(world, loan.asOf);
  const rows: LedgerRow[] = [];
  const brokenOn: Day[] = [];
  let clearedOn: Day | null = owedOfAll(world.parts) === 0n ? loan.asOf : null;
  let everOverdue = daysOverdueAtStart > 0;
  let lastPaymentOn: Day | null = world.flows.payments > 0n ? loan.asOf : null;
  for (let day = nextDay(loan.asOf); day <= until && clearedOn === null; day = nextDay(day)) {
    if (isBroken(world, dayBefore(day))) {
      brokenOn.push(dayBefore(day));
      world = afterBreaks(world, dayBefore(day), paidSoFar);
    }
    if (oldestUnpaid(world.parts, dayBefore(day)) !== undefined) everOverdue = true;
    liveUntilPayments(world, day);
    payOnDay(world, happenings, day, paidSoFar);
    if (world.flows.payments > before.payments) lastPaymentOn = day;
    rows.push(closeDay(world, day, before));
    before = copyOfFlows(world.flows);
    if (owedOfAll(world.parts) === 0n) clearedOn = day;
  }
  return {
    opening,
    daysOverdueAtStart,
    rows,
    clearedOn,
    everOverdue,
    brokenOn,
    principalDays: world.flows.principalDays,
    principalFirstFell: world.flows.principalFirstFell,
    lastPaymentOn,
  };
}

/** Pays what falls on the day, and then, where that is the way of paying, what has fallen due. */
function payOnDay(world: World, happenings: Happenings, day: Day, paidSoFar: PaidSoFar): void {
  const { paper, parts } = world;
  const way = wayOfDay(paper, parts, day);
  const payments = paymentsOfDay(paper, happenings, parts, day, way);
  for (const payment of payments) pay(world, day, way, payment);
  if (happenings.payAsDueFrom !== null && day >= happenings.payAsDueFrom) {
    for (const payment of paymentAsDue(paper, parts, day)) {
      pay(world, day, way, payment);
      payments.push(payment);
    }
  }
  paidSoFar.set(day, payments);
}

/** The world at a close as it would be if the agreements that broke had never been. */
function afterBreaks(world: World, close: Day, paidSoFar: PaidSoFar): World {
  let now = world;
  while (isBroken(now, close)) now = livedAgain(now.loan, agreedAfterBreak(now, close), close, paidSoFar);
  return now;
}

function livedAgain(loan: Loan, agreed: readonly Agreed[], until: Day, paidSoFar: PaidSoFar): World {
  let world = worldAtAsOf(loan, agreed);
  agree(world, loan.asOf);
  for (const day of daysBetween(nextDay(loan.asOf), until)) {
    world = afterBreaks(world, dayBefore(day), paidSoFar);
    liveUntilPayments(world, day);
    const way = wayOfDay(world.paper, world.parts, day);
    for (const payment of paidSoFar.get(day) ?? []) pay(world, day, way, payment);
  }
  return world;
}

function copyOfFlows(flows: Flows): Flows {
  return { ...flows, paid: { ...flows.paid } };
}

/** Step 6: the row of the day, with the balances at its close. */
function closeDay({ loan, parts, flows }: World, day: Day, before: Flows): LedgerRow {
  return {
    date: day,
    day: day - loan.asOf,
    daysOverdue: daysOverdueOn(parts, day),
    accrued: asFen(minusAmounts(flows.accrued, before.accrued)),
    charged: asFen(minusAmounts(flows.charged, before.charged)),
    waived: asFen(minusAmounts(flows.waived, before.waived)),
    refinanced: asFen(minusAmounts(flows.refinanced, before.refinanced)),
    payment: fen(Number(flows.payments - before.payments)),
    to: asFen(minusAmounts(flows.paid, before.paid)),
    unapplied: fen(Number(flows.unapplied - before.unapplied)),
    owed: asFen(owedByComponent(parts)),
    totalOwed: fen(Number(owedOfAll(parts))),
    paidSoFar: fen(Number(flows.payments)),
    principalPaidSoFar: fen(Number(flows.paid.principal)),
  };
}
