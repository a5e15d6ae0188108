/**
 * The reference model: a loan lived day by day in exact fractions, as plainly as it can be written.
 *
 * It shares no rule with the engine and takes no shortcut. Where both agree on every day of thousands of loans,
 * the engine's speed has cost nothing. Instalments come by due date, as in `Loan`, and stay in that order.
 * Where an agreement breaks, the whole past is lived again without it, with the payments that were really made.
 */

import type { LedgerRow } from "../../src/ledger/ledger.ts";
import type { Day } from "../../src/loan/day.ts";
import type { Events } from "../../src/loan/events.ts";
import type { ByComponent, Loan } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { asFen, daysOverdueOn, minusAmounts, oldestUnpaid, owedByComponent, owedOfAll } from "./accounts.ts";
import { dayBefore, nextDay } from "./calendar.ts";
import { agree, agreedAfterBreak, daysBetween, isBroken, liveUntilPayments, worldAtAsOf } from "./living.ts";
import { paymentAsDue, paymentsOfDay, wayOfDay } from "./paying.ts";
import { type Agreed, type Flows, type PaidSoFar, type Platform, pay } from "./world.ts";

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
export function referenceRun(loan: Loan, events: Events, until: Day): ReferenceRun {
  const paidSoFar: PaidSoFar = new Map();
  let platform = worldAtAsOf(loan, events.agreements);
  const opening = asFen(owedByComponent(platform.parts));
  const daysOverdueAtStart = daysOverdueOn(platform.parts, loan.asOf);
  let before = copyOfFlows(platform.flows);
  agree(platform, loan.asOf);
  const rows: LedgerRow[] = [];
  const brokenOn: Day[] = [];
  let clearedOn: Day | null = owedOfAll(platform.parts) === 0n ? loan.asOf : null;
  let everOverdue = daysOverdueAtStart > 0;
  let lastPaymentOn: Day | null = platform.flows.payments > 0n ? loan.asOf : null;
  for (let day = nextDay(loan.asOf); day <= until && clearedOn === null; day = nextDay(day)) {
    if (isBroken(platform, dayBefore(day))) {
      brokenOn.push(dayBefore(day));
      platform = afterBreaks(platform, dayBefore(day), paidSoFar);
    }
    if (oldestUnpaid(platform.parts, dayBefore(day)) !== undefined) everOverdue = true;
    liveUntilPayments(platform, day);
    payOnDay(platform, events, day, paidSoFar);
    if (platform.flows.payments > before.payments) lastPaymentOn = day;
    rows.push(closeDay(platform, day, before));
    before = copyOfFlows(platform.flows);
    if (owedOfAll(platform.parts) === 0n) clearedOn = day;
  }
  return {
    opening,
    daysOverdueAtStart,
    rows,
    clearedOn,
    everOverdue,
    brokenOn,
    principalDays: platform.flows.principalDays,
    principalFirstFell: platform.flows.principalFirstFell,
    lastPaymentOn,
  };
}

/** Pays what falls on the day, and then, where that is the way of paying, what has fallen due. */
function payOnDay(platform: Platform, events: Events, day: Day, paidSoFar: PaidSoFar): void {
  const { paper, parts } = platform;
  const way = wayOfDay(paper, parts, day);
  const payments = paymentsOfDay(paper, events, parts, day, way);
  for (const payment of payments) pay(platform, day, way, payment);
  if (events.paysWhenDueFrom !== null && day >= events.paysWhenDueFrom) {
    for (const payment of paymentAsDue(paper, parts, day)) {
      pay(platform, day, way, payment);
      payments.push(payment);
    }
  }
  paidSoFar.set(day, payments);
}

/** The platform at a close as it would be if the agreements that broke had never been. */
function afterBreaks(platform: Platform, close: Day, paidSoFar: PaidSoFar): Platform {
  let now = platform;
  while (isBroken(now, close)) now = livedAgain(now.loan, agreedAfterBreak(now, close), close, paidSoFar);
  return now;
}

function livedAgain(loan: Loan, agreed: readonly Agreed[], until: Day, paidSoFar: PaidSoFar): Platform {
  let platform = worldAtAsOf(loan, agreed);
  agree(platform, loan.asOf);
  for (const day of daysBetween(nextDay(loan.asOf), until)) {
    platform = afterBreaks(platform, dayBefore(day), paidSoFar);
    liveUntilPayments(platform, day);
    const way = wayOfDay(platform.paper, platform.parts, day);
    for (const payment of paidSoFar.get(day) ?? []) pay(platform, day, way, payment);
  }
  return platform;
}

function copyOfFlows(flows: Flows): Flows {
  return { ...flows, paid: { ...flows.paid } };
}

/** Step 6: the row of the day, with the balances at its close. */
function closeDay({ loan, parts, flows }: Platform, day: Day, before: Flows): LedgerRow {
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
