/** Where each charge of a Fineract scenario goes, so that the payments find it as they would there. */

import type { Component } from "../../src/loan/components.ts";
import { addDays, type Day, day, latest } from "../../src/loan/day.ts";
import type { Payment } from "../../src/loan/loan.ts";
import { type Fen, sum } from "../../src/loan/money.ts";
import { componentOf } from "./allocation.ts";
import type { FineractInput } from "./fineract-loan.ts";
import { amount } from "./papers.ts";

export interface Charge {
  readonly due: Day;
  readonly component: Component;
  readonly amount: Fen;
  /** The payments that were allocated without it, and those that could reach it. */
  readonly unseenBy: readonly Payment[];
  readonly seenBy: readonly Payment[];
  readonly host: Host;
  /** With some strategies a charge is due on its own date, before its instalment: it needs an instalment of its own. */
  readonly alone: boolean;
}

/** The case's instalment a charge belongs to, and its period here: after `from`, up to `due`. */
interface Host {
  readonly number: number;
  readonly from: Day;
  readonly due: Day;
}

/** The instalment with this due date gets the charge, on a date or (null) as an opening balance. */
export interface Placed {
  readonly host: number;
  readonly due: Day;
  readonly date: Day | null;
}

/** Finds a place for one of the charges, before which so much is owed in all. */
export function place(charge: Charge, charges: readonly Charge[], owedBefore: Fen): Placed {
  const { due } = charge.host;
  const host = charge.host.number;
  const earliest = charge.unseenBy.reduce((first, { date }) => latest(first, addDays(date, 1)), 0 as Day);
  if (charge.alone) {
    // Payments between the day it was added and its due date do not see it: they pay the principal before it.
    const date = latest(charge.due, earliest);
    return { host, due: date, date };
  }
  const paidBefore = sum(charge.unseenBy.map((payment) => payment.amount));
  // The run ends when nothing is owed, so that a charge which comes after must be there from the start.
  if (charge.unseenBy.length === 0 || paidBefore >= owedBefore) return { host, due, date: null };
  if (earliest > due) return { host, due: earliest, date: earliest };
  const date = latest(earliest, addDays(periodStart(charge.host, charges), 1));
  // Where its period begins only after a payment that should reach it, it is there from the start:
  // the splits of the payments before it tell whether that changes anything.
  return { host, due, date: charge.seenBy.some((payment) => payment.date < date) ? null : date };
}

export function chargesOf(input: FineractInput, payments: readonly Payment[]): readonly Charge[] {
  const ownPayments = input.autoDownPayment ? 1 : 0;
  const charges: Charge[] = [];
  for (const [position, event] of input.events.entries()) {
    if (event.type !== "charge") continue;
    const paymentsBefore =
      ownPayments + input.events.slice(0, position).filter(({ type }) => type === "payment").length;
    const addedOn = day(event.addedOn);
    const seen = (payment: Payment, index: number): boolean =>
      payment.date > addedOn || (payment.date === addedOn && index >= paymentsBefore);
    const seenBy = payments.filter(seen);
    const unseenBy = payments.filter((payment, index) => !seen(payment, index));
    const due = day(event.due);
    const host = hostOf(due, input);
    const alone = dueAlone(due, host, input, seenBy);
    charges.push({
      due,
      component: componentOf(event.component),
      amount: amount(event.amount),
      unseenBy,
      seenBy,
      host,
      alone,
    });
  }
  return charges;
}

/** An instalment that holds a charge alone cuts the period of the one it belongs to. */
function periodStart({ from, due }: Host, charges: readonly Charge[]): Day {
  const inside = charges.filter((charge) => charge.alone && charge.due < due);
  return inside.map((charge) => charge.due).reduce(latest, from);
}

function hostOf(chargeDue: Day, input: FineractInput): Host {
  const rows = input.instalments.map((row, number) => ({ number, from: day(row.from), due: day(row.due) }));
  // The day of disbursement belongs to the first period that has any days.
  const host =
    rows.find(({ from, due }) => from < chargeDue && chargeDue <= due) ??
    rows.find(({ from, due }) => chargeDue <= from && from < due);
  if (host !== undefined) return host;
  const last = rows.at(-1);
  if (last === undefined) throw new Error("a case without instalments");
  return last.due >= chargeDue ? last : { number: rows.length, from: last.due, due: chargeDue };
}

/** Whether a payment comes on or after the charge's own due date and before its instalment is due. */
function dueAlone(chargeDue: Day, { from, due }: Host, input: FineractInput, seenBy: readonly Payment[]): boolean {
  if (input.strategy.name?.startsWith("fineract due-") !== true || chargeDue <= from) return false;
  return seenBy.some(({ date }) => date >= chargeDue && date < due);
}
