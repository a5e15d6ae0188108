/** `none`, `daily:50`, `lump:20000@2027-03-01`, `save:50/day@2027-11-22`: ways to pay to which no lender has to agree. */

import { type PlanCycle, payDay, payDaysUntil } from "../../loan/budget.ts";
import type { Component } from "../../loan/components.ts";
import { type Day, formatDay } from "../../loan/day.ts";
import { EVERY_DAY, type PaymentStream, plainStream } from "../../loan/loan.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { CYCLE_OPTIONS } from "../options.ts";
import { invalid } from "../problem.ts";
import { payment, stream } from "../records/payment.ts";
import type { StrategyForm } from "../strategy.ts";
import { readAmount, totalIssue } from "../values/amount.ts";
import { readBudget } from "../values/budget.ts";
import { dateAfter } from "../values/date.ts";
import { turn } from "../values/words.ts";

export const none: StrategyForm = {
  head: "none",
  otherNames: ["不还"],
  kind: "none",
  form: "none",
  read(body, _, problems) {
    if (body.text === "") return { streams: [] };
    return problems.add(body.where, { code: "form-unknown", text: `none:${body.text}`, form: "none" });
  },
};

/** Payments whose cycle the kind names; lists and settings come with them. */
function repeated(every: PlanCycle, otherNames: readonly string[], form: string): StrategyForm {
  const head = CYCLE_OPTIONS[every];
  return {
    head,
    otherNames,
    kind: "payments",
    form,
    read(body, asOf, problems) {
      const [amount = "", ...settings] = body.text.split(":");
      const [amountText = "", cycle] = amount.split(/\/(.*)/s);
      const [amounts = "", dayOfMonth] = amountText.split(/@(.*)/s);
      const text = `${head}:${body.text}`;
      const meant = cycle === undefined ? null : meantBy(amounts.trim(), cycle, settings);
      if (cycle !== undefined && meant !== null && amounts.trim() !== "") {
        problems.add(body.where, { code: "strategy-cycle-named", text, form: meant });
      } else if (cycle !== undefined || (dayOfMonth !== undefined && every !== "month") || amount.trim() === "")
        return problems.add(body.where, { code: "form-unknown", text, form });
      const day = dayOfMonth === undefined ? "" : `@${dayOfMonth}`;
      const found = stream(asOf).read(
        { ...body, text: [`${amounts}/${every}${day}`, ...settings].join(":") },
        problems,
      );
      return found && { streams: [found] };
    },
  };
}

/** `daily:50/week`: the kind and the cycle both say how often; what is meant is written with the kind alone. */
function meantBy(amounts: string, cycle: string, settings: readonly string[]): string | null {
  const [turnText = "", dayOfMonth] = cycle.split(/@(.*)/s);
  const every = turn.parse(turnText.trim());
  if (!every.ok) return null;
  const day = dayOfMonth === undefined ? "" : `@${dayOfMonth}`;
  return [`${CYCLE_OPTIONS[every.value]}:${amounts}${day}`, ...settings].join(":");
}

export const daily = repeated("day", ["每天还", "每天", "每日"], "daily:50");
export const weekly = repeated("week", ["每周还", "每周"], "weekly:350");
export const monthly = repeated("month", ["每月还", "每月"], "monthly:1500@15");

/** What is put aside after `asOf`, up to and including the day on which all of it is paid. */
export const save: StrategyForm = {
  head: "save",
  otherNames: ["攒起来还", "攒钱"],
  kind: "save",
  form: "save:50/day@2027-11-22",
  read(body, asOf, problems) {
    const { text, where } = body;
    const [savingText = "", dateText] = text.split(/@(.*)/s);
    const saving = readBudget(savingText);
    // What is put aside is no budget to those who wrote it: the form of this kind is shown instead.
    const isBudget =
      !saving.ok && saving.issues.some((issue) => issue.code === "unreadable" && issue.kind === "budget");
    const savings = problems.take(where, isBudget ? invalid({ code: "empty" }) : saving);
    const date =
      dateText === undefined ? undefined : dateAfter(asOf, "payment").read({ ...body, text: dateText }, problems);
    if (dateText === undefined) {
      problems.add(where, { code: "missing", kind: "date", names: [`save:${text}`], form: this.form });
    }
    if (savings === null || date === undefined) return undefined;
    const { amount, every } = savings;
    const times = payDaysUntil(every, asOf, date);
    if (times === 0) {
      const first = formatDay(payDay(every, asOf, 1));
      return problems.add(where, { code: "nothing-saved", date: formatDay(date), first });
    }
    const issue = totalIssue(amount * times);
    if (issue === null) return { streams: [paidOnce(fen(amount * times), date, null)] };
    return problems.add(where, issue);
  },
};

export const lump: StrategyForm = {
  head: "lump",
  otherNames: ["一次还一笔", "一次还"],
  kind: "payments",
  form: "lump:20000@2027-03-01",
  read(body, asOf, problems) {
    const { text, where } = body;
    const [amountText = ""] = text.split(":");
    if (text.includes("/") && !text.includes("@"))
      return problems.add(where, { code: "form-unknown", text: `lump:${text}`, form: this.form });
    if (!amountText.includes("@")) {
      problems.take(where, readAmount(amountText));
      return problems.add(where, { code: "missing", kind: "date", names: [`lump:${text}`], form: this.form });
    }
    const found = payment(asOf).read(body, problems);
    if (found === undefined) return undefined;
    // A stream goes where the terms say; only a payment that is not cut can have a surplus of its own.
    if (found.surplus !== null) problems.add(where, { code: "misplaced", name: "surplus" });
    return { streams: [paidOnce(found.amount, found.date, found.for)] };
  },
};

/** A single sum, as a stream of one payment, so that it is cut to what is owed. */
function paidOnce(amount: Fen, date: Day, purpose: Component | null): PaymentStream {
  return { ...plainStream(EVERY_DAY, [amount], date, date), for: purpose };
}
