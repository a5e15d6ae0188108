/** `save:50/day@2027-11-22`: what is put aside after `asOf`, up to and including the day on which all of it is paid. */

import { payDay, payDaysUntil } from "../../loan/budget.ts";
import { formatDay } from "../../loan/day.ts";
import { fen } from "../../loan/money.ts";
import { invalid } from "../problem.ts";
import type { StrategyForm } from "../strategy.ts";
import { totalIssue } from "../values/amount.ts";
import { readBudget } from "../values/budget.ts";
import { dateAfter } from "../values/date.ts";
import { paidOnce } from "./lump.ts";

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
