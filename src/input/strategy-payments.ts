/**
 * Ways of paying in one line: `daily:50`, `weekly:350`, `monthly:1500@15`, money put aside `save:50/day@2027-11-22`,
 * and a single sum `lump:20000@2027-03-01`. Each is a stream, so that its last payment is cut to what is owed.
 */

import { addDays, addMonths, type Day, formatDay } from "../loan/day.ts";
import type { Component, PaymentStream } from "../loan/loan.ts";
import { type Fen, fen } from "../loan/money.ts";
import { readAmount } from "./amount.ts";
import { type Budget, readBudget, readTurn } from "./budget.ts";
import { totalIssue } from "./instalments.ts";
import { readPaymentDate } from "./payment-options.ts";
import { readPaymentSpec } from "./payment-spec.ts";
import { type Issue, invalid, issuesOf, ok, type Parsed } from "./problem.ts";
import { missingDate, orUnreadable, type StrategySpec, unreadable } from "./strategy-spec.ts";

export const PAYING_HEADS = ["daily", "weekly", "monthly", "save", "lump"] as const;
export type PayingHead = (typeof PAYING_HEADS)[number];

export function readPaying(spec: StrategySpec<PayingHead>, asOf: Day): Parsed<PaymentStream> {
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
function readRepeated(spec: StrategySpec, cycle: Budget["every"], asOf: Day): Parsed<PaymentStream> {
  const [head = "", ...settings] = (spec.body ?? "").split(":");
  if (head.includes("/")) return invalid(...cycleFlaws(spec, head, settings, asOf));
  const [amounts = "", dayOfMonth] = head.split(/@(.*)/s);
  if (dayOfMonth !== undefined && cycle !== "month") return invalid(unreadable(spec));
  const day = dayOfMonth === undefined ? "" : `@${dayOfMonth}`;
  const reading = readPaymentSpec([`${amounts}/${cycle}${day}`, ...settings].join(":"), asOf);
  if (!reading.ok) return invalid(...orUnreadable(spec, reading.issues));
  return reading.value.kind === "stream" ? ok(reading.value.stream) : invalid(unreadable(spec));
}

const CYCLE_HEADS: { readonly [every in Budget["every"]]: PayingHead } = {
  day: "daily",
  week: "weekly",
  month: "monthly",
};

/** `daily:50/week`: the kind and the cycle both say how often; what is meant is written with the kind alone. */
function cycleFlaws(spec: StrategySpec, head: string, settings: readonly string[], asOf: Day): readonly Issue[] {
  const [amounts = "", cycleText = ""] = head.split(/\/(.*)/s);
  const [turnText = "", dayOfMonth] = cycleText.split(/@(.*)/s);
  const every = readTurn(turnText.trim());
  if (!every.ok || amounts.includes("@") || (dayOfMonth !== undefined && every.value !== "month")) {
    return [unreadable(spec)];
  }
  const day = dayOfMonth === undefined ? "" : `@${dayOfMonth}`;
  const form = [CYCLE_HEADS[every.value], `${amounts}${day}`, ...settings].join(":");
  const meant = readPaymentSpec([head, ...settings].join(":"), asOf);
  return orUnreadable(spec, [{ code: "strategy-cycle-named", text: spec.text, form }, ...issuesOf(meant)]);
}

function readLump(spec: StrategySpec, asOf: Day): Parsed<PaymentStream> {
  const body = spec.body ?? "";
  const sign = /[/@:]/.exec(body)?.[0];
  if (sign === "/" || (sign === ":" && body.includes("@"))) return invalid(unreadable(spec));
  if (sign !== "@") {
    const [amountText = ""] = body.split(":");
    return invalid(...orUnreadable(spec, [...issuesOf(readAmount(amountText)), missingDate(spec)]));
  }
  const reading = readPaymentSpec(body, asOf);
  if (!reading.ok) return invalid(...orUnreadable(spec, reading.issues));
  if (reading.value.kind !== "payment") return invalid(unreadable(spec));
  const { payment } = reading.value;
  // A stream goes where the terms say; only a payment that is not cut can have a surplus of its own.
  if (payment.surplus !== null) return invalid({ code: "setting-misplaced", setting: "surplus" });
  return ok(once(payment.amount, payment.date, payment.for));
}

/** What is put aside day by day after `asOf`, up to and including the day on which all of it is paid. */
function readSaved(spec: StrategySpec, asOf: Day): Parsed<PaymentStream> {
  const [savingText = "", dateText] = (spec.body ?? "").split(/@(.*)/s);
  const saving = readBudget(savingText);
  const date = dateText === undefined ? invalid(missingDate(spec)) : readPaymentDate(dateText, asOf);
  if (!saving.ok || !date.ok) return invalid(...orUnreadable(spec, issuesOf(saving, date).map(budgetAsEmpty)));
  const { amount, every } = saving.value;
  const times = savingTimes(every, asOf, date.value);
  if (times === 0) {
    return invalid({ code: "nothing-saved", date: formatDay(date.value), first: formatDay(savingDay(every, asOf, 1)) });
  }
  const issue = totalIssue(amount * times);
  return issue === null ? ok(once(fen(amount * times), date.value, null)) : invalid(issue);
}

/** Savings are no budget to those who wrote them, so that the form of `save` is told instead. */
function budgetAsEmpty(issue: Issue): Issue {
  return issue.code === "budget-unreadable" ? { code: "empty" } : issue;
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
