/** How the reference model pays: which payments fall on a day, and where one payment goes. */

import type { Day } from "../../src/loan/day.ts";
import type { Events } from "../../src/loan/events.ts";
import type { Component, Loan, PaymentStream, Surplus } from "../../src/loan/loan.ts";
import {
  type Amounts,
  copyOf,
  daysOverdueOn,
  forgetFractions,
  noAmounts,
  owedOf,
  owedOfAll,
  type Part,
  takeOff,
} from "./accounts.ts";
import { dayOfThatMonth, firstOfMonth, monthsLater } from "./calendar.ts";
import { lesser } from "./exact.ts";

export interface OnePayment {
  readonly amount: bigint;
  readonly for: Component | null;
  readonly surplus: Surplus;
}

/** The order that holds on a day: for what is due, and for what is not yet due. */
export interface Way {
  readonly order: readonly Component[];
  readonly orderInAdvance: readonly Component[];
  readonly by: "instalment" | "component";
}

export function wayOfDay(loan: Loan, parts: readonly Part[], day: Day): Way {
  const daysOverdue = daysOverdueOn(parts, day);
  const { order, by } = loan.terms.orderAfter.findLast((row) => row.daysOverdue <= daysOverdue) ?? loan.terms;
  return { order, orderInAdvance: loan.terms.orderInAdvance ?? order, by };
}

/**
 * Payments of the same purpose that follow one another are one payment of their sum. A stream pays no more than is
 * owed, counting what waits to be paid together with it: two streams of 50 are as one of 100.
 */
export function paymentsOfDay(loan: Loan, events: Events, parts: readonly Part[], day: Day, way: Way): OnePayment[] {
  const payments: OnePayment[] = [];
  for (const { date, amount, for: purpose, surplus } of events.payments) {
    if (date !== day) continue;
    join(payments, { amount: BigInt(amount), for: purpose, surplus: surplus ?? loan.terms.surplus });
  }
  for (const stream of events.streams) {
    const payment = { amount: amountOfStream(loan, stream, day), for: stream.for, surplus: loan.terms.surplus };
    if (payment.amount === 0n) continue;
    const last = payments.at(-1);
    const waiting = last !== undefined && isSameKind(last, payment) ? last.amount : 0n;
    const paidBefore = waiting > 0n ? payments.slice(0, -1) : payments;
    const stillOwed = owedAfter(parts, day, way, paidBefore);
    join(payments, { ...payment, amount: lesser(payment.amount, stillOwed > waiting ? stillOwed - waiting : 0n) });
  }
  return payments;
}

function isSameKind(one: OnePayment, other: OnePayment): boolean {
  return one.for === other.for && one.surplus === other.surplus;
}

function join(payments: OnePayment[], next: OnePayment): void {
  if (next.amount === 0n) return;
  const last = payments.at(-1);
  if (last !== undefined && isSameKind(last, next)) {
    payments[payments.length - 1] = { ...last, amount: last.amount + next.amount };
  } else {
    payments.push(next);
  }
}

/** What would be owed once these payments are made: tried out on a copy of the books. */
function owedAfter(parts: readonly Part[], day: Day, way: Way, payments: readonly OnePayment[]): bigint {
  const copy = copyOf(parts);
  for (const payment of payments) allocate(copy, day, way, payment, noAmounts());
  return owedOfAll(copy);
}

function amountOfStream(loan: Loan, stream: PaymentStream, day: Day): bigint {
  if (day <= loan.asOf || day < stream.from || (stream.until !== null && day > stream.until)) return 0n;
  if (stream.pauses.some((pause) => pause.from <= day && day <= pause.until)) return 0n;
  let count = 0;
  while (dateOfStream(stream, count) < day) count += 1;
  if (dateOfStream(stream, count) !== day) return 0n;
  return BigInt(stream.amounts[count % stream.amounts.length] ?? 0);
}

/** The date of a stream's payment number `count`, counted from 0. */
function dateOfStream(stream: PaymentStream, count: number): Day {
  switch (stream.cycle.kind) {
    case "days":
      return (stream.from + count * stream.cycle.days) as Day;
    case "month": {
      const { dayOfMonth } = stream.cycle;
      const month = firstOfMonth(stream.from);
      const first = dayOfThatMonth(month, dayOfMonth) >= stream.from ? month : monthsLater(month, 1);
      return dayOfThatMonth(monthsLater(first, count), dayOfMonth);
    }
    default:
      return stream.cycle satisfies never;
  }
}

/** What has fallen due by the close of a day and is unpaid, as one payment; none where nothing is. */
export function paymentAsDue(loan: Loan, parts: readonly Part[], day: Day): OnePayment[] {
  const amount = owedOfAll(parts.filter(({ due }) => due <= day));
  return amount === 0n ? [] : [{ amount, for: null, surplus: loan.terms.surplus }];
}

/** Puts one payment where it belongs, adds to `to` what went where, and returns what is left over. */
export function allocate(parts: readonly Part[], day: Day, way: Way, payment: OnePayment, to: Amounts): bigint {
  const unpaidBefore = parts.filter((part) => owedOf(part) > 0n);
  let left = payment.amount;
  if (payment.for !== null) {
    const only = [payment.for];
    left = throughTheReaches(parts, day, { order: only, orderInAdvance: only, by: way.by }, payment.surplus, left, to);
  }
  left = throughTheReaches(parts, day, way, payment.surplus, left, to);
  for (const part of unpaidBefore) {
    if (owedOf(part) === 0n) forgetFractions(part);
  }
  return left;
}

/** Overdue first, then what is due on the day, then what is not yet due. */
function throughTheReaches(
  parts: readonly Part[],
  day: Day,
  way: Way,
  surplus: Surplus,
  amount: bigint,
  to: Amounts,
): bigint {
  const overdue = parts.filter((part) => part.due < day);
  const dueToday = parts.filter((part) => part.due === day);
  const notYetDue = parts.filter((part) => part.due > day);
  let left = amount;
  left = clear(overdue, way.order, way.by, left, to);
  left = clear(dueToday, way.order, way.by, left, to);
  switch (surplus) {
    case "next":
      return clear(notYetDue, way.orderInAdvance, way.by, left, to);
    case "last":
      return clear(notYetDue.toReversed(), way.orderInAdvance, way.by, left, to);
    case "spread":
      return spread(notYetDue, way.orderInAdvance, left, to);
    case "none":
      return left;
    default:
      return surplus satisfies never;
  }
}

function clear(
  parts: readonly Part[],
  order: readonly Component[],
  by: "instalment" | "component",
  amount: bigint,
  to: Amounts,
): bigint {
  let left = amount;
  if (by === "instalment") {
    for (const part of parts) for (const component of order) left = clearOne(part, component, left, to);
  } else {
    for (const component of order) for (const part of parts) left = clearOne(part, component, left, to);
  }
  return left;
}

function clearOne(part: Part, component: Component, amount: bigint, to: Amounts): bigint {
  const account = part.accounts[component];
  const taken = lesser(amount, account.owed);
  takeOff(account, taken);
  to[component] += taken;
  return amount - taken;
}

/** Evenly over the instalments that can take anything; the last takes the odd fen; what cannot be taken goes round again. */
function spread(parts: readonly Part[], order: readonly Component[], amount: bigint, to: Amounts): bigint {
  let left = amount;
  while (left > 0n) {
    const takers = parts.filter((part) => order.some((component) => part.accounts[component].owed > 0n));
    if (takers.length === 0) return left;
    const share = left / BigInt(takers.length);
    const shareOfLast = left - share * BigInt(takers.length - 1);
    let notTaken = 0n;
    for (const [index, part] of takers.entries()) {
      notTaken += clear([part], order, "instalment", index === takers.length - 1 ? shareOfLast : share, to);
    }
    left = notTaken;
  }
  return 0n;
}
