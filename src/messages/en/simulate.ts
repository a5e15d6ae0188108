/** English: what `simulate` says. */

import type { Answer, Summary, Verdict } from "../../advice/run-report.ts";
import type { LedgerColumn } from "../../cli/commands/ledger-table.ts";
import type { Category } from "../../law/classification.ts";
import { formatDay } from "../../loan/day.ts";
import type { Cycle } from "../../loan/loan.ts";
import { fen } from "../../loan/money.ts";
import { formatMoney, plural, shortPercent } from "../../output/figures.ts";

const days = (count: number): string => plural(count, "day", "days");

export const ledgerColumns: Readonly<Record<LedgerColumn, string>> = {
  date: "date",
  day: "day",
  days_overdue: "days overdue",
  accrued_interest: "interest accrued",
  accrued_penalty: "penalty accrued",
  accrued_compound: "compound accrued",
  charged: "fees charged",
  waived: "waived",
  payment: "payment",
  to_fee: "to fees",
  to_penalty: "to penalty",
  to_compound: "to compound",
  to_interest: "to interest",
  to_principal: "to principal",
  unapplied: "unapplied",
  fee: "fees owed",
  penalty: "penalty owed",
  compound: "compound owed",
  interest: "interest owed",
  principal: "principal",
  total_owed: "total owed",
  paid_so_far: "paid so far",
  principal_paid_so_far: "principal paid so far",
};

export function cycle(cycle: Cycle): string {
  if (cycle.kind === "month") return "a month";
  if (cycle.days === 1) return "a day";
  return cycle.days === 7 ? "a week" : `every ${cycle.days} days`;
}

/** `50.00 a day`; the amounts of a repeating list take turns. */
export function amountPerCycle(amounts: readonly string[], every: Cycle): string {
  const [only = "", ...others] = amounts;
  return others.length === 0 ? `${only} ${cycle(every)}` : `${amounts.join(", ")} in turn, one ${cycle(every)},`;
}

export const categories: Readonly<Record<Category, string>> = {
  normal: "normal",
  "special-mention": "special mention",
  substandard: "substandard",
  doubtful: "doubtful",
  loss: "loss",
};

/** Where what was paid went. */
export function whereItWent(summary: Summary): string {
  if (summary.days === 0) return `${formatMoney(summary.paid)} is paid on ${formatDay(summary.to)}.`;
  if (summary.paid === 0)
    return `Nothing is paid in ${summary.days === 1 ? "this day" : `these ${days(summary.days)}`}.`;
  const charges = fen(summary.paid - summary.toPrincipal - summary.unapplied);
  if (charges === summary.paid) {
    return `Of the ${formatMoney(summary.paid)} you pay in ${days(summary.days)}, nothing reaches the principal: all of it goes to charges (penalty, interest, fees).`;
  }
  const unapplied = summary.unapplied === 0 ? "" : `; ${formatMoney(summary.unapplied)} is more than is owed or taken`;
  return (
    `Of the ${formatMoney(summary.paid)} you pay in ${days(summary.days)}, ${formatMoney(summary.toPrincipal)} ` +
    `(${shortPercent(summary.principalShare ?? 0)}) reaches the principal and ${formatMoney(charges)} goes to charges (penalty, interest, fees)${unapplied}.`
  );
}

export function principalChange(summary: Summary): string {
  const waived = summary.waived === 0 ? "" : ` The lender waives ${formatMoney(summary.waived)}.`;
  return `Principal: ${formatMoney(summary.openingPrincipal)} at the start, ${formatMoney(summary.closingPrincipal)} at the end.${waived}`;
}

export function totalChange(summary: Summary): string {
  const change = summary.closingTotal - summary.openingTotal;
  const amounts = `${formatMoney(summary.openingTotal)} → ${formatMoney(summary.closingTotal)}`;
  if (change === 0) return `The whole debt stands still: ${amounts}.`;
  if (summary.days === 0) return `The whole debt: ${amounts}.`;
  const perDay = formatMoney(fen(Math.round(Math.abs(change) / summary.days)));
  return `The whole debt ${change < 0 ? "shrinks" : "grows"} by ${perDay} a day on average: ${amounts}.`;
}

export function whenPrincipalFalls(summary: Summary): string {
  if (summary.principalFirstFell === null && summary.clearedOn !== null) {
    return "No payment goes to the principal: what was left of it is waived.";
  }
  if (summary.principalFirstFell === null) return "The principal never starts to fall if this goes on.";
  const day = summary.principalFirstFell - summary.from + 1;
  return `The principal first falls on ${formatDay(summary.principalFirstFell)} (day ${day}).`;
}

export function whetherItEnds(summary: Summary, perCycle: string | null): string {
  const { clearedOn, clearedReason, paidUntilCleared } = summary;
  if (clearedOn !== null) {
    if (summary.days === 0) return `The debt is cleared on ${formatDay(clearedOn)}.`;
    const paid = paidUntilCleared === null ? "" : `; ${formatMoney(paidUntilCleared)} will have been paid by then`;
    return `If this goes on, the debt is cleared on ${formatDay(clearedOn)}, after ${duration(clearedOn - summary.from + 1)}${paid}.`;
  }
  if (clearedReason === "not-within-horizon") return "It is not cleared within 100 years if this goes on.";
  if (perCycle === null) return "It is never cleared if nothing more is paid than this: the charges go on.";
  return `It is never cleared this way: ${perCycle} does not cover the charges of the same time.`;
}

function duration(count: number): string {
  if (count < 730) return days(count);
  return `${days(count)} (about ${(count / 365.25).toFixed(1)} years)`;
}

export function breakEven({ breakEvenPayment: { amount, cycle: every, nights } }: Verdict): string {
  if (amount === 0) return "Break-even: no charges accrue now, so every payment makes the debt smaller.";
  if (every.kind === "month") {
    return `Break-even: ${formatMoney(amount)} in the first month, of ${days(nights)}, keeps the debt from growing; with less it grows, and a longer month needs more.`;
  }
  return `Break-even: ${formatMoney(amount)} ${cycle(every)} keeps the debt from growing; with less it grows from ${turn(every.days)}.`;
}

function turn(cycleDays: number): string {
  if (cycleDays === 1) return "day to day";
  return cycleDays === 7 ? "week to week" : "payment to payment";
}

export function credit(summary: Summary): string {
  const { credit, daysOverdueAtEnd } = summary;
  if (daysOverdueAtEnd === 0) {
    return credit.deletableOn === null
      ? `On ${formatDay(summary.to)} nothing is overdue.`
      : `On ${formatDay(summary.to)} nothing is overdue. What was reported of the overdue is kept until ${formatDay(credit.deletableOn)}, five years after the debt is cleared.`;
  }
  const record =
    credit.deletableOn === null
      ? "The five years after which the record is deleted begin only when the overdue ends; they have not begun."
      : `If this goes on, the record can be deleted from ${formatDay(credit.deletableOn)}, five years after the debt is cleared.`;
  return (
    `On ${formatDay(summary.to)} the loan is ${days(daysOverdueAtEnd)} overdue (${credit.monthsOverdue}; credit status code ${credit.statusCode} of 7; ` +
    `loan class “${categories[credit.category]}”). Part payments do not stop the days from counting. ${record}`
  );
}

export const negotiated: string =
  "Have you asked the lender? Instalments, a deferral or a waiver of charges can change these figures more than paying a little every day. Never borrow to repay.";

export function yearlyCost(summary: Summary): string | null {
  if (summary.yearlyCost === null) return null;
  const lines = summary.costLines.map(({ yearlyRate, above }) => {
    const line = shortPercent(yearlyRate);
    return above === 0
      ? `That is not above the ${line} line of the courts.`
      : `${formatMoney(above)} of it lies above the ${line} line: a court may reduce that part if the borrower asks for it; it does not lapse by itself.`;
  });
  return `Charges of ${formatMoney(summary.chargesAccrued)} arose in this time, ${shortPercent(summary.yearlyCost)} a year of the principal outstanding. ${lines.join(" ")}`;
}

export function limitation(summary: Summary): string {
  return `Limitation: three years from the last payment or due date, ${formatDay(summary.limitationEnds)}; each payment starts the three years afresh.`;
}

export function otherOrder(answer: Answer): string | null {
  const other = answer.otherOrder;
  if (other === null) return null;
  const name = other.order[0] === "principal" ? "principal first" : "charges first";
  return (
    `The lender's order of allocation is assumed. Under the other customary order (${name}), ${formatMoney(other.toPrincipal)} would reach the principal, ` +
    `${formatMoney(other.closingTotal)} would be owed at the end, and ${other.clearedOn === null ? "it would never be cleared" : `it would be cleared on ${formatDay(other.clearedOn)}`}. Ask the lender which holds.`
  );
}

export function brokenAgreement(summary: Summary): string | null {
  const [first] = summary.brokenOn;
  return first === undefined ? null : `The agreement breaks: the instalment due by ${formatDay(first)} is not paid.`;
}

export const assumptionsTitle: string = "Assumed, not given";
export const leftOut = (titles: readonly string[]): string =>
  `Left out for width: ${titles.join(", ")}. A wider terminal or --csv shows them.`;
export const paymentsStandAside: string =
  "The payments given take no part: the ways to pay that are named stand in their place.";
export const neverCleared = (days: number): string =>
  `It is never cleared this way; the table shows the first ${days} days.`;
