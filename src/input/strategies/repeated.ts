/** `daily:50`, `weekly:350`, `monthly:1500@15`: payments whose cycle the kind names; lists and settings come with them. */

import type { PlanCycle } from "../../loan/budget.ts";
import { CYCLE_OPTIONS } from "../options.ts";
import { stream } from "../records/payment.ts";
import type { StrategyForm } from "../strategy.ts";
import { turn } from "../values/words.ts";

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
