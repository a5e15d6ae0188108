/**
 * Ways of paying in one line: `daily:50`, `weekly:350`, `monthly:1500@15`, money put aside `save:50/day@2027-11-22`,
 * and a single sum `lump:20000@2027-03-01`. Each is a stream, so that its last payment is cut to what is owed.
 */

import { addDays, addMonths, type Day, formatDay } from "../loan/day.ts";
import type { Component, PaymentStream } from "../loan/loan.ts";
import { type Fen, fen } from "../loan/money.ts";
import { type Budget, readBudget } from "./budget.ts";
import { totalFlaw } from "./instalments.ts";
import { readPaymentDate } from "./payment-options.ts";
import { readPaymentSpec } from "./payment-spec.ts";
import { bad, type Flaw, good, type Reading } from "./problem.ts";
import { orUnreadable, type StrategySpec, unreadable } from "./strategy-spec.ts";

export const PAYING_HEADS = ["daily", "weekly", "monthly", "save", "lump"] as const;
export type PayingHead = (typeof PAYING_HEADS)[number];

export function readPaying(spec: StrategySpec<PayingHead>, asOf: Day): Reading<PaymentStream> {
  const { head } = spec;
  switch (head) {
    case "daily":
      return readRepeated(spec, "day", asOf);
    case "weekly":
      return readRepeated(spec, "week", asOf);
    case "monthly":
      return readRepeated(spec, "month", asOf);
    case "save":
      return readSaved(spec, asOf);
    case "lump":
      return readLump(spec, asOf);
    default:
      return head satisfies never;
  }
}

/** The grammar of payments, with the cycle that the kind names; its lists and settings come with it. */
function readRepeated(spec: StrategySpec, cycle: Budget["every"], asOf: Day): Reading<PaymentStream> {
  const [head = "", ...settings] = (spec.body ?? "").split(":");
  const [amounts = "", dayOfMonth] = head.split(/@(.*)/s);
  if (head.includes("/") || (dayOfMonth !== undefined && cycle !== "month")) return bad(unreadable(spec));
  const day = dayOfMonth === undefined ? "" : `@${dayOfMonth}`;
  const reading = readPaymentSpec([`${amounts}/${cycle}${day}`, ...settings].join(":"), asOf);
  if (!reading.ok) return bad(...orUnreadable(spec, reading.flaws));
  return reading.value.kind === "stream" ? good(reading.value.stream) : bad(unreadable(spec));
}

function readLump(spec: StrategySpec, asOf: Day): Reading<PaymentStream> {
  const body = spec.body ?? "";
  if (/[/@:]/.exec(body)?.[0] !== "@") return bad(unreadable(spec));
  const reading = readPaymentSpec(body, asOf);
  if (!reading.ok) return bad(...orUnreadable(spec, reading.flaws));
  if (reading.value.kind !== "payment") return bad(unreadable(spec));
  const { payment } = reading.value;
  // A stream goes where the terms say; only a payment that is not cut can have a surplus of its own.
  if (payment.surplus !== null) return bad({ code: "setting-misplaced", setting: "surplus" });
  return good(once(payment.amount, payment.date, payment.for));
}

/** What is put aside day by day after `asOf`, up to and including the day on which all of it is paid. */
function readSaved(spec: StrategySpec, asOf: Day): Reading<PaymentStream> {
  const [savingText = "", dateText] = (spec.body ?? "").split(/@(.*)/s);
  if (dateText === undefined) return bad(unreadable(spec));
  const saving = readBudget(savingText);
  const date = readPaymentDate(dateText, asOf);
  if (!saving.ok || !date.ok) {
    const flaws = [saving, date].flatMap((reading): readonly Flaw[] => (reading.ok ? [] : reading.flaws));
    return bad(...orUnreadable(spec, flaws.map(budgetAsEmpty)));
  }
  const { amount, every } = saving.value;
  const times = savingTimes(every, asOf, date.value);
  if (times === 0) {
    return bad({ code: "nothing-saved", date: formatDay(date.value), first: formatDay(savingDay(every, asOf, 1)) });
  }
  const flaw = totalFlaw(amount * times);
  return flaw === null ? good(once(fen(amount * times), date.value, null)) : bad(flaw);
}

/** Savings are no budget to those who wrote them, so that the form of `save` is told instead. */
function budgetAsEmpty(flaw: Flaw): Flaw {
  return flaw.code === "budget-unreadable" ? { code: "empty" } : flaw;
}

function savingTimes(every: Budget["every"], asOf: Day, until: Day): number {
  let times = 0;
  while (savingDay(every, asOf, times + 1) <= until) times += 1;
  return times;
}

/** As with payments: the first day, the seventh, or the same day of the next month. */
function savingDay(every: Budget["every"], asOf: Day, turn: number): Day {
  switch (every) {
    case "day":
      return addDays(asOf, turn);
    case "week":
      return addDays(asOf, 7 * turn);
    case "month":
      return addMonths(asOf, turn);
    default:
      return every satisfies never;
  }
}

function once(amount: Fen, date: Day, purpose: Component | null): PaymentStream {
  return { cycle: { kind: "days", days: 1 }, amounts: [amount], from: date, until: date, pauses: [], for: purpose };
}
