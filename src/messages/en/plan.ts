/** English: what `plan` says. */

import type { AgreementOutcome } from "../../advice/agreement-outcome.ts";
import type { AgreementPlan, EqualInstalments } from "../../advice/agreement-plan.ts";
import type { ImpossibleReason, PlanCycle } from "../../advice/plan.ts";
import type { Ask, AskPart, Waives } from "../../advice/relief-request.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, plural, shortPercent } from "../../output/figures.ts";
import { inStretches } from "./instalments.ts";

export const columns = {
  every: "payment",
  amount: "amount",
  payments: "payments",
  total_paid: "paid in all",
  total_cost: "total cost",
  principal_first_fell: "principal first falls",
  cleared_on: "cleared on",
  reason: "why not",
  months: "months",
  waived_share: "share waived",
  waives: "waived of",
  monthly: "monthly",
  last_month: "last month",
  within_budget: "within budget",
  number: "no.",
  due: "due",
  principal: "principal",
  charges: "charges kept",
  interest: "interest",
  left: "left to pay",
};
export type PlanColumn = keyof typeof columns;

export const every: Readonly<Record<PlanCycle, string>> = {
  day: "every day",
  week: "every week",
  month: "every month",
};

export const questions: string = "Is the principal falling? What of the credit record? Have you negotiated?";
export const noPayments: string = "No payments are given: nothing reaches the principal.";

export function negotiation(daysOverdue: number): string {
  const window =
    daysOverdue === 0
      ? "The loan is not overdue yet"
      : `The loan has gone ${plural(daysOverdue, "day", "days")} overdue without an agreement`;
  return `${window}. Have you asked the lender for instalments, a deferral or a waiver? Get what is agreed in writing.`;
}

export const clearByTitle = (date: string): string => `To be clear by ${date}: the smallest payment of each kind`;

export function clearBySmallest(every: string, amount: Fen, cost: Fen, on: string): string {
  return `${formatMoney(amount)} ${every} clears the debt, on ${on}; ${formatMoney(cost)} of all that is paid goes beyond the principal. One fen less does not clear it in time.`;
}

export const instead: string =
  "These amounts stand in place of the regular payments given; dated payments stay, and come on top.";
export const onTop: string = "The dated payments given stay, and come on top of these amounts.";
export const askedWithoutDated: string = "What to ask for is reckoned without the dated payments given.";
export const alreadyClears = (on: string): string =>
  `The dated payments given clear the debt on ${on}; nothing more is needed.`;

export const impossible: Readonly<Record<ImpossibleReason, string>> = {
  "no-payment-day": "the first payment day lies after the date",
  "limit-reached": "the debt passes the most that is counted exactly before it could be cleared",
  "payments-not-taken": "the terms take no payments before they are due (surplus none), and part falls due later",
};

export const noneOf = (cycles: readonly string[], reason: string): string =>
  `Not possible with a payment ${cycles.join(", ")}: ${reason}.`;

export const recordIfCleared = (on: string): string =>
  `If it is cleared in this way, the record of the overdue can be deleted five years after, from ${on} at the latest.`;

export const noneClears = (date: string): string => `No payment clears the debt by ${date}.`;

export const gridTitle = (budget: string): string =>
  `What to ask for: monthly amount with interest stopped, by months and share of charges waived (* within ${budget})`;
export const gridPenaltyTitle: string = "The same where only penalty is waived";
export const gridMonths: string = "months";
export const gridShare = (share: number): string => `${shortPercent(share)} waived`;
export const within: string = "*";
export const yes: string = "yes";
export const no: string = "no";
export const waives: Readonly<Record<Waives, string>> = { charges: "charges", penalty: "penalty" };

const askParts: Readonly<Record<AskPart, (waived: string, discount: string) => string>> = {
  "part-of-penalty": (waived) => `a part of the penalty is waived (${waived} of it, in steps of 1%)`,
  "all-penalty": () => "the penalty is waived",
  "part-of-charges": (waived) => `a part of all charges is waived (${waived} of it, in steps of 1%)`,
  "all-charges": () => "all charges are waived",
  "more-months": () => "the months are more than usual",
  "part-of-principal": (_waived, discount) => `a part of the principal is given up (${discount} of it, in steps of 1%)`,
};

export function ask(least: Ask, parts: readonly AskPart[], share: number, discount: number): string {
  const asked = parts.map((part) => askParts[part](shortPercent(share), shortPercent(discount)));
  const all = ["that interest and penalty stop", ...asked.slice(0, -1)].join(", ");
  const opening = [all, ...asked.slice(-1)].join(", and ");
  const last = least.lastMonth === least.monthly ? "" : `, the last ${formatMoney(least.lastMonth)}`;
  return (
    `The smallest thing to ask for that fits: ${opening}. ` +
    `${plural(least.months, "month", "months")} of ${formatMoney(least.monthly)}${last}; ${formatMoney(least.totalPaid)} in all. The lender need not agree; ask, and have it confirmed in writing.`
  );
}

export const nothingFits = (monthly: Fen, months: number, discounted: Fen, discount: number): string =>
  `Nothing of this fits the budget. With interest stopped and all charges waived it would take ${formatMoney(monthly)} a month over ${months} months; with ${shortPercent(discount)} of the principal given up as well, ${formatMoney(discounted)}.`;

export const budgetNote = (budget: Fen): string =>
  `A daily budget counts 28 days a month, a weekly one four weeks, so that no month asks for more: ${formatMoney(budget)} a month.`;

export const beyondCardRules = (months: number): string =>
  `For card debt the rules foresee a personal instalment plan of up to five years, 60 months (商业银行信用卡业务监督管理办法, art 70): ${months} months go beyond it.`;

export function agreementHead(plan: AgreementPlan, groups: readonly EqualInstalments[], on: string): string {
  const { totalToPay, owed, waived } = plan;
  const total = fen(Object.values(owed).reduce((sum, amount) => sum + amount, 0));
  const given = fen(Object.values(waived).reduce((sum, amount) => sum + amount, 0));
  return `${whenOwed(plan)}${formatMoney(total)} is owed; ${formatMoney(given)} of it would be waived. ${instalments(groups)}; ${formatMoney(totalToPay)} in all, clear on ${on}, if the lender agrees and every instalment is paid on its day.`;
}

function whenOwed({ agreement, asOf, paidBefore }: AgreementPlan): string {
  if (agreement.date === asOf) return "";
  const until =
    paidBefore === 0 ? "if nothing is paid until then" : `after ${formatMoney(paidBefore)} is paid until then`;
  return `On ${formatDay(agreement.date)}, ${until}, `;
}

/** Three stretches of equal amounts can be said; more are a schedule. */
function instalments(groups: readonly EqualInstalments[]): string {
  if (groups.length <= 3) return inStretches(groups);
  const amounts = groups.map(({ amount }) => amount);
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return `${count} instalments from ${formatMoney(fen(Math.max(...amounts)))} to ${formatMoney(fen(Math.min(...amounts)))}`;
}

export function saved(outcome: AgreementOutcome): string {
  const difference = (amount: Fen): string =>
    amount < 0 ? `${formatMoney(fen(-amount))} more` : `${formatMoney(amount)} less`;
  const { on, asNow, nothing, savedAgainstNow, savedAgainstNothing } = outcome;
  return (
    `On ${formatDay(on)}, going on as now, ${formatMoney(asNow.paid)} would be paid and ${formatMoney(asNow.owed)} still owed: the agreement takes ${difference(savedAgainstNow)}. ` +
    `Doing nothing, ${formatMoney(nothing.owed)} would be owed: ${difference(savedAgainstNothing)}.`
  );
}

/** `onBreak` is null where nothing is waived. */
export function brokenIf({ broken }: AgreementOutcome, onBreak: "restore" | "keep" | null): string {
  const waivers =
    onBreak === null ? "" : onBreak === "restore" ? "the waivers are taken back, " : "the waivers stand, ";
  return `If instalment ${broken.missed} is missed, the agreement breaks after ${formatDay(broken.brokenOn)}: ${waivers}the old terms and due dates hold again, ${formatMoney(broken.owed)} is owed the next day and the loan counts ${plural(broken.daysOverdue, "day", "days")} overdue.`;
}

export const nothingToPay = (on: string): string =>
  `The agreement leaves nothing to pay: the debt is cleared on ${on}, if the lender agrees.`;

export const recordIfKept = (on: string): string =>
  `If it is kept to the end, the record of the overdue can be deleted from ${on}, five years after the debt is cleared.`;

export const recordWhileKept: string =
  "While the agreement is kept the days overdue count from its own dates. How the lender reports the account meanwhile is agreed with the lender: ask for it in writing.";
