/** English: what `plan --debts` says. */

import type { DebtsFinding } from "../../advice/debts/findings.ts";
import type { DebtOrder } from "../../advice/debts/orders.ts";
import type { SmallestBudget } from "../../advice/debts/smallest-budget.ts";
import type { ReliefPart } from "../../advice/relief-request.ts";
import type { PlanCycle } from "../../loan/budget.ts";
import { formatDay, formatMonth } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, percentOf, plural } from "../../output/figures.ts";
import { type FindingWords, MOST_NAMED } from "../finding-words.ts";
import { orderWithinDebt } from "./phrases.ts";
import { each } from "./simulate.ts";

export const columns = {
  month: "month",
  month_end: "month to",
  name: "debt",
  debt_paid: "paid",
  to_principal: "to principal",
  owed: "owed",
  paid: "paid in all",
  left: "left to pay",
  cleared_on: "cleared on",
  total_cost: "total cost",
  months_overdue: "months overdue",
  order: "order",
  first_cleared: "first one cleared",
  same_share: "same share",
  asked: "to ask for",
};

export const orders: Readonly<Record<DebtOrder, string>> = {
  avalanche: "dearest first",
  snowball: "smallest first",
  overdue: "longest overdue first",
  listed: "as listed",
  cheapest: "cheapest found",
  "pro-rata": "shared by what is owed",
};

export const ordersTitle: string = "The orders beside each other";
export const debtsTitle: string = "Each debt";
export const monthsTitle: string = "Who gets what, month by month";
export const never: string = "never";
export const together: string = "together";
export const interestStopped: string = "no interest";
export const incomeFirst = (income: string, living: string, budget: string): string =>
  `Food, rent and medicine come first: of an income of ${income}, ${living} is kept for living, and ${budget} is the budget.`;
export const cutOff = (months: number): string => `The table shows the first ${plural(months, "month", "months")}.`;

/** A few are named; of many the first, and how many there are besides. */
const named = (items: readonly string[], separator = ", "): string =>
  items.length <= MOST_NAMED
    ? items.join(separator)
    : `${items.slice(0, MOST_NAMED - 1).join(separator)} and ${items.length - MOST_NAMED + 1} others`;
const amountsOf = (shares: readonly { readonly name: string; readonly amount: Fen }[]): string =>
  shares.length <= MOST_NAMED
    ? `: ${named(shares.map(({ name, amount }) => `${name} ${formatMoney(amount)}`))}`
    : " the amount in the table of the debts";

const budgets = ({ within }: SmallestBudget, every: PlanCycle): string => {
  const said = Object.entries(within).flatMap(([months, amount]) =>
    amount === null ? [] : [`${formatMoney(amount)} ${each[every]} within ${months} months`],
  );
  return said.length === 0
    ? `no budget clears them within ${Object.keys(within).at(-1)} months.`
    : `to clear them all takes ${said.join(", ")}.`;
};

const parts: Readonly<Record<ReliefPart, string>> = {
  "part-of-penalty": "that a part of the interest for being late is waived",
  "all-penalty": "that the interest for being late is waived",
  "part-of-charges": "that a part of all charges is waived",
  "all-charges": "that all charges are waived",
  "more-months": "that the months are more than usual",
  "part-of-principal": "that a part of the principal is given up",
};

export const assumedOf = (names: readonly string[], note: string): string => `${named(names)}: ${note}`;

/** Before what holds in an order of several debts; of one there is none. */
const inOrder = (order: DebtOrder | null): string => (order === null ? "" : `In the order “${orders[order]}” `);
const onServed = (areSomeLeftOut: boolean): string => (areSomeLeftOut ? " on those that get something" : "");
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

export const findings: FindingWords<DebtsFinding> = {
  "debts-limitation-run-out": ({ names }) =>
    `First of all ask a lawyer or legal aid about ${named(names)}: limitation may have run out, and whoever then agrees to pay that lender, or asks it for instalments, gives up the defence (Civil Code, art 192).`,
  "debts-received-less": ({ names }) =>
    `Less was received than was lent by the contract: ${named(names)}. Where interest is taken off in advance, the principal is what was really lent (Civil Code, art 670); what is owed is counted here by the contract's amount, and may be too much.`,
  "debts-grow": ({ from, to, before, after, isUnearnedLeftOut, isClearedLater, areSomeLeftOut }) =>
    `The budget does not stop the debts from growing${isClearedLater ? " at first" : ""}: on ${formatDay(from)} ${formatMoney(before)} is owed${onServed(areSomeLeftOut)}, on ${formatDay(to)} ${formatMoney(after)}${isUnearnedLeftOut ? ", interest for days still ahead not counted" : ""}.`,
  "debts-smallest-budgets": ({ rule, fixed, every, smallest, areSomeLeftOut, isOfChange, areMonthsKept }) => {
    const { notGrowing } = smallest;
    const beside = rule === null ? named(fixed) : `${fixed.join(", ")}, or “${orders[rule]}” where that takes less`;
    const under = fixed.length === 0 ? inOrder(rule) : `In the order ${beside}: `;
    const stop =
      notGrowing === null || notGrowing === 0
        ? ""
        : `the smallest budget with which no more is owed after a year${onServed(areSomeLeftOut)} is ${formatMoney(notGrowing)} ${each[every]}; `;
    const same = isOfChange ? " Such a budget stays the same from the first payment on." : "";
    const kept = areMonthsKept ? " Months that have an amount of their own keep it." : "";
    return `${sentence(`${under}${stop}${budgets(smallest, every)}`)}${same}${kept}`;
  },
  "debts-cleared": ({ order, clearedOn, paid, totalCost, areSomeLeftOut }) =>
    sentence(
      `${inOrder(order)}all ${areSomeLeftOut ? "but what is left out " : ""}is cleared on ${formatDay(clearedOn)}: ${formatMoney(paid)} is paid, ${totalCost < 0 ? `${formatMoney(fen(-totalCost))} less than the principal` : `${formatMoney(totalCost)} of it beyond the principal`}.`,
    ),
  "debts-never-cleared": ({ order, names, beyondLimit }) => {
    const passed = beyondLimit.map(({ name, on }) => `${name} on ${formatDay(on)}`);
    const known =
      passed.length === 0
        ? ""
        : ` The largest amount that can be counted is passed by ${named(passed)}: what is paid there is counted until then.`;
    return `${order === null ? "The" : `${inOrder(order)}the`} budget does not clear ${named(names)} within a century: what is paid and the months overdue are those of 100 years.${known}`;
  },
  "debts-sequence": ({ cleared, halfBy }) => {
    const said = cleared.map(({ name, on }) => `${name} on ${formatDay(on)}`);
    return said.length <= MOST_NAMED
      ? `Cleared one after the other: ${said.join(", ")}. What is freed goes to the next one at once.`
      : `Of the ${said.length} that are cleared, the first is ${said[0]}, half of them are cleared by ${formatDay(halfBy)}, and the last is ${said.at(-1)}. What is freed goes to the next one at once.`;
  },
  "debts-unserved": ({ unserved }) =>
    `The budget is not enough for what must be paid: ${named(
      unserved.map(({ name, on, missing }) => `${name} first lacks ${formatMoney(missing)} on ${formatDay(on)}`),
      "; ",
    )}. What is not paid falls overdue and bears charges for it, which is counted here.`,
  "debts-left-out": ({ left }) =>
    `Left out, as asked: ${named(
      left.map(({ name, on, owed }) => `${name}, on which ${formatMoney(owed)} is owed on ${formatDay(on)}`),
      "; ",
    )}.`,
  "debts-given-first": ({ names }) =>
    `What has a number of “priority” goes before any order, the smallest number first: ${named(names)}.`,
  "debts-cheapest": ({ names, isProven, areSomeGiven }) =>
    isProven
      ? `The cheapest order is ${names.join(", ")}: every order ${areSomeGiven ? "that the numbers of “priority” allow" : "of these debts"} was tried.`
      : `The cheapest order found is ${named(names)}; with so many debts not every order can be tried: the best of the rules was taken, and neighbours exchanged where it costs less.`,
  "debts-pro-rata": ({ every, amount, shares }) =>
    `If every lender is offered the same share of the whole budget in place of minimum payments and instalments, as counsellors propose to all at once, of ${formatMoney(amount)} ${each[every]} each gets${amountsOf(shares)}.`,
  "debts-ask-stopped": ({ names, clearedOn }) =>
    `The least to ask for: that no more charges accrue on ${named(names)}. Then the budget clears all by ${formatDay(clearedOn)}. The lenders need not agree; ask, and have it confirmed in writing.`,
  "debts-ask-all": ({ request, parts: asked, monthly, short }) => {
    const said = asked.map(({ part, share }) =>
      share === null ? parts[part] : `${parts[part]} (${percentOf(share)})`,
    );
    const months = short.map(({ on, amount }) => `${formatMonth(on)} (${formatMoney(amount)})`);
    const less =
      short.length === 0
        ? ""
        : ` There is less than that in ${named(months)}: ask to pay what they lack at the end, or put it by before.`;
    const wanted = ["that no more charges accrue", ...said.slice(0, -1)].join(", ");
    return `The least to ask all lenders for: ${[wanted, ...said.slice(-1)].join(", and ")}; ${plural(request.months, "month", "months")}, each month${amountsOf(monthly)}.${less} The lenders need not agree; ask, and have it confirmed in writing.`;
  },
  "debts-record": ({ withoutRecord }) => {
    const which = withoutRecord.length === 0 ? "debt" : "debt that is reported";
    const others = withoutRecord.length === 0 ? "" : ` Not reported: ${named(withoutRecord)}.`;
    return `Credit record: each ${which} counts for itself until nothing of it is overdue any more; its record is kept for five years from then and deleted by itself. Paying a part (of a card: less than the minimum) does not stop its days from counting.${others}`;
  },
  "debts-streams-replaced": ({ names }) =>
    `The budget stands in place of the regular payments given for ${named(names)}.`,
  "debts-dated-payments": ({ names }) => `The dated payments given for ${named(names)} come on top of the budget.`,
  "debts-named-if-agreed": ({ names, areChinese }) =>
    `What is paid for one component goes there first only where the terms say so by then, or the lender agrees (${named(names)}): ${orderWithinDebt(areChinese)}.`,
  "debts-ask-nothing-fits": () => "Nothing that is usually asked of lenders fits this budget.",
  "debts-ask-without-dated": ({ names, after }) =>
    `What is charged and waived for ${named(names)} on dates after ${formatDay(after)} is not counted in what to ask for.`,
};
