/** English: what `plan` says. */

import type { AgreementPlan, EqualInstalments } from "../../advice/agreement-plan.ts";
import type { ImpossibleReason } from "../../advice/clear-by.ts";
import type { PlanFinding } from "../../advice/findings.ts";
import type { HardshipNote } from "../../advice/hardship.ts";
import type { ReliefPart, Waives } from "../../advice/relief-request.ts";
import type { PlanCycle } from "../../loan/budget.ts";
import type { Naming } from "../../loan/component-names.ts";
import { totalOf } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import type { Contact } from "../../loan/products/product.ts";
import { formatMoney, percentOf, plural, shortPercent } from "../../output/figures.ts";
import type { FindingWords } from "../finding-words.ts";
import { sure } from "./phrases.ts";
import { componentNames } from "./terms.ts";

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

export const every: Readonly<Record<PlanCycle, string>> = {
  day: "every day",
  week: "every week",
  month: "every month",
};

export const hardshipTitle: string = "Before you pay or sign";

export const asNowTitle: string = "If it goes on as now";
export const hardship: { readonly [note in HardshipNote]: (contact: Contact | null) => string } = {
  "limitation-run-out": () =>
    "First of all ask a lawyer or legal aid: limitation may have run out, and whoever then agrees to pay, or asks for instalments, gives up the defence (Civil Code, art 192).",
  "living-first": () => "Food, rent and medicine come before any instalment: plan only with what is left after them.",
  "hardship-channel": (contact) =>
    `Ask the lender itself for hardship terms (instalments, a deferral, a waiver); it costs nothing: ${contact === null ? "through its app or its customer service, as named in the contract" : `${contact.en}${sure[contact.sure]}`}. Have what is agreed confirmed in writing.`,
  "private-channel": () =>
    "Ask the lender in person for instalments, a deferral or a waiver; it costs nothing. Have what is agreed put in writing, and signed by both.",
  regulators: () => "If the lender does not answer: complaints 12378, credit record 12363 (not verified: check them).",
  "window-before-due": () =>
    "The time to ask is before the due date: an extension is asked for before it (Civil Code, art 678).",
  "window-passed": () =>
    "An extension is asked for before a due date (Civil Code, art 678); after it instalments can still be asked for, but the lender may call the whole loan due, have a guarantor pay, assign the claim or sue, and then another party decides.",
};

export const clearByTitle = (date: string): string => `To be clear by ${date}: the smallest payment of each kind`;

export const impossible: Readonly<Record<ImpossibleReason, string>> = {
  "no-payment-day": "the first payment day lies after the date",
  "limit-reached": "the debt passes the most that is counted exactly before it could be cleared",
  "charged-later": "a charge is dated after the last payment by then, and is still to come",
  "payments-not-taken": "the terms take no payments before they are due (surplus none), and part falls due later",
};

export const nextLetter: string = "Next: the letter that asks for it:";
export const gridTitle = (budget: string, bearsCharges: boolean): string =>
  `What to ask for: monthly amount${bearsCharges ? " with interest stopped" : ""}, by months and share of charges waived (* within ${budget})`;
const penaltyOf = (naming: Naming): string => componentNames[naming].penalty;
export const gridPenaltyTitle = (naming: Naming): string => `The same where only ${penaltyOf(naming)} is waived`;
export const gridShare = (share: number): string => `${shortPercent(share)} waived`;
export const within: string = "*";
export const yes: string = "yes";
export const no: string = "no";
export const waives = (naming: Naming): Readonly<Record<Waives, string>> => ({
  charges: "charges",
  penalty: penaltyOf(naming),
});

/** `share` is empty where it is all or nothing. */
const reliefParts: Readonly<Record<ReliefPart, (share: string, penalty: string) => string>> = {
  "part-of-penalty": (share, penalty) => `a part of the ${penalty} is waived (${share} of it, in steps of 1%)`,
  "all-penalty": (_, penalty) => `the ${penalty} is waived`,
  "part-of-charges": (share) => `a part of all charges is waived (${share} of it, in steps of 1%)`,
  "all-charges": () => "all charges are waived",
  "more-months": () => "the months are more than usual",
  "part-of-principal": (share) => `a part of the principal is given up (${share} of it, in steps of 1%)`,
};

export const planFindings: FindingWords<PlanFinding> = {
  "clear-by-smallest": ({ every: each, amount, totalCost, clearedOn }) =>
    `${formatMoney(amount)} ${every[each]} clears the debt, on ${formatDay(clearedOn)}; ${totalCost < 0 ? `${formatMoney(fen(-totalCost))} less than the principal is paid` : `${formatMoney(totalCost)} of all that is paid goes beyond the principal`}. One fen less does not clear it in time.`,
  "clear-by-without-payments": ({ clearedOn }) =>
    `By the dated payments and waivers given the debt is cleared on ${formatDay(clearedOn)}; nothing more is needed.`,
  "clear-by-none": ({ by }) => `No payment clears the debt by ${formatDay(by)}.`,
  "clear-by-impossible": ({ cycles, reason }) =>
    `Not possible with a payment ${cycles.map((each) => every[each]).join(", ")}: ${impossible[reason]}.`,
  "record-if-cleared": ({ deletableOn }) =>
    `If it is cleared in this way, the record of the arrears is deleted by itself after ${formatDay(deletableOn)} at the latest, five years after they end.`,
  "amounts-replace-streams": () =>
    "These amounts stand in place of the regular payments given; dated payments stay, and come on top.",
  "amounts-beside-payments": () => "The dated payments given stay, and come on top of these amounts.",
  "relief-request": ({ request, parts, bearsCharges, naming }) => {
    const penalty = penaltyOf(naming);
    const asked = parts.map(({ part, share }) => reliefParts[part](share === null ? "" : percentOf(share), penalty));
    const stopped = naming === "card" ? "that interest stops" : `that interest and ${penalty} stop`;
    const all = [bearsCharges ? stopped : "that it may be paid in instalments", ...asked.slice(0, -1)].join(", ");
    const last = request.lastMonth === request.monthly ? "" : `, the last ${formatMoney(request.lastMonth)}`;
    const instalments =
      request.months === 1
        ? `One payment of ${formatMoney(request.totalPaid)} after a month`
        : `${request.months} months of ${formatMoney(request.monthly)}${last}; ${formatMoney(request.totalPaid)} in all`;
    return (
      `The smallest thing to ask for that fits: ${[all, ...asked.slice(-1)].join(", and ")}. ` +
      `${instalments}. The lender need not agree; ask, and have it confirmed in writing.`
    );
  },
  "relief-none-fits": ({ longest, discounted, bearsCharges }) =>
    `Nothing of this fits the budget. With ${bearsCharges ? "interest stopped and " : ""}all charges waived it would take ${formatMoney(longest.monthly)} a month over ${longest.months} months; with ${percentOf(discounted.discount)} of the principal given up as well, ${formatMoney(discounted.monthly)}.`,
  "relief-waived-anyway": ({ after }) =>
    `What is waived on dates after ${formatDay(after)} would leave nothing of an agreement to pay: there is nothing to ask for. The monthly amounts are reckoned without it.`,
  "budget-paid": ({ amount, every: each }) => `With the budget of ${formatMoney(amount)} ${every[each]}:`,
  "budget-counted": ({ monthly }) =>
    `A daily budget counts 28 days a month, a weekly one four weeks, so that no month asks for more: ${formatMoney(monthly)} a month.`,
  "beyond-card-rules": ({ months }) =>
    `For card debt the rules foresee a personal instalment plan of up to five years, 60 months (商业银行信用卡业务监督管理办法, art 70): ${months} months go beyond it.`,
  "nothing-to-waive": ({ of, naming }) =>
    `Of ${[...new Set(of.map((component) => componentNames[naming][component]))].join(", ")} nothing is owed by these terms, so that nothing of it can be waived; what is owed all the same is given by ${of.map((component) => `--owed-${component}`).join(", ")}.`,
  "budget-replaces-streams": () => "The budget stands in place of the regular payments given.",
  "request-without-dated-payments": () =>
    "The dated payments given come on top of the budget; what to ask for is reckoned without them.",
  "request-without-dated-charges": ({ after }) =>
    `What is charged and waived on dates after ${formatDay(after)} is not counted in what to ask for; the letter and the schedule count it.`,
  "agreement-schedule": ({ plan, owed, groups, between: [least, most] }) => {
    const { totalToPay, clearedOn, waived, schedule, unearned } = plan;
    const given = totalOf(waived);
    const ahead = unearned === 0 ? "" : `, not counting ${formatMoney(unearned)} of interest for days still ahead`;
    const isOwed =
      owed === null ? "" : `${whenOwed(plan)}${formatMoney(owed)} is owed${ahead}${given === 0 ? ". " : "; "}`;
    const waiver =
      given === 0 ? "" : `${formatMoney(given)} of ${owed === null ? "what is owed" : "it"} would be waived. `;
    const first = plan.down === 0 ? "" : `${formatMoney(plan.down)} at once, then `;
    const instalments =
      groups === null
        ? `${schedule.length} instalments between ${formatMoney(least)} and ${formatMoney(most)}`
        : inStretches(groups);
    return `${isOwed}${waiver}${first}${instalments}; ${formatMoney(totalToPay)} in all, clear on ${formatDay(clearedOn)}, if the lender agrees and every instalment is paid on its day.`;
  },
  "agreement-down": ({ on, amount }) =>
    `${formatMoney(amount)} of it is to be paid at once, on ${formatDay(on)}; the instalments spread the rest.`,
  "agreement-costs": ({ amount, yearly, isFee }) =>
    `${formatMoney(amount)} of it is the agreement's own ${isFee ? "interest and fees" : "interest"}${yearly === null ? "" : `: ${shortPercent(yearly)} a year of what is still to be paid`}.`,
  "agreement-saves": ({ outcome: { on, asNow, nothing, savedAgainstNow, savedAgainstNothing } }) => {
    const against = (amount: Fen): string =>
      amount === 0 ? "just as much" : amount < 0 ? `${formatMoney(fen(-amount))} more` : `${formatMoney(amount)} less`;
    const now =
      asNow.paid === 0
        ? ""
        : `On ${formatDay(on)}, if you go on as now, ${formatMoney(asNow.paid)} ${asNow.unapplied === 0 ? "would be paid" : "of what is paid would be taken"} and ${formatMoney(asNow.owed)} still owed: the agreement takes ${against(savedAgainstNow)}. `;
    return `${now}On ${formatDay(on)}, if nothing is paid, ${formatMoney(nothing.owed)} would be owed: the agreement takes ${against(savedAgainstNothing)}.`;
  },
  "agreement-if-missed": ({ broken, waivers }) => {
    const then = waivers === null ? "" : waivers === "restore" ? "the waivers are taken back, " : "the waivers stand, ";
    const owed =
      broken.owed === 0
        ? ", and by them nothing is owed any more"
        : `, ${formatMoney(broken.owed)} is owed the next day and the loan counts ${plural(broken.daysOverdue, "day", "days")} overdue`;
    return `If instalment ${broken.missed} is missed, the agreement breaks after ${formatDay(broken.brokenOn)}: ${then}the old terms and due dates hold again${owed}.`;
  },
  "agreement-beside-dated": ({ begins }) =>
    `What is charged or waived on later dates, once it has begun on ${formatDay(begins)}, is counted in these instalments.`,
  "agreement-beside-payments": ({ begins }) =>
    `What is given to be paid from ${formatDay(begins)} on is not counted in these instalments; simulate --strategy counts it on top.`,
  "agreement-asks-nothing": ({ on }) =>
    `The agreement leaves nothing to pay: the debt is cleared on ${formatDay(on)}, if the lender agrees.`,
  "agreement-after-clear": ({ begins }) =>
    `By ${formatDay(begins)}, when it would begin, nothing is owed any more, if what is given is paid: there is nothing to agree on.`,
  "agreement-paid-at-once": ({ on, amount, clearedOn }) =>
    `${formatMoney(amount)} is to be paid at once, on ${formatDay(on)}: that is all there is, and nothing is left to spread. The debt is cleared ${clearedOn === on ? "then" : `on ${formatDay(clearedOn)}`}, if the lender agrees.`,
  "record-while-kept": () =>
    "While the agreement is kept the days overdue count from its own dates. How the lender reports the account meanwhile is agreed with the lender: ask for it in writing.",
  "record-if-kept": ({ deletableOn, deletableIfReportedOn }) =>
    `If it is kept to the end, the record of the arrears is deleted by itself after ${formatDay(deletableIfReportedOn)}, if the lender reports them as ended by the agreement, else after ${formatDay(deletableOn)}; that needs no application and no fee.`,
};

function whenOwed({ agreement, asOf, paidBefore }: AgreementPlan): string {
  if (agreement.date === asOf) return "";
  const until =
    paidBefore === 0 ? "if nothing is paid until then" : `after ${formatMoney(paidBefore)} is paid until then`;
  return `On ${formatDay(agreement.date)}, ${until}, `;
}

/** `1 instalment of 9,024.41, then 4 instalments of 8,765.97` */
function inStretches(groups: readonly EqualInstalments[]): string {
  return groups
    .map(({ count, amount }) => `${plural(count, "instalment", "instalments")} of ${formatMoney(amount)}`)
    .join(", then ");
}
