/** English: what `compare` says. */

import type { Compared, DefaultStrategy } from "../../advice/compare.ts";
import type { CompareFinding } from "../../advice/findings.ts";
import { byNaming, type Naming } from "../../loan/component-names.ts";
import type { Component } from "../../loan/components.ts";
import { formatDay } from "../../loan/day.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, plural } from "../../output/figures.ts";
import type { FindingWords } from "../finding-words.ts";
import { componentNames } from "./terms.ts";

export const columns = {
  strategy: "way to pay",
  paid: "paid",
  to_charges: "to charges",
  to_principal: "to principal",
  principal_share: "share to principal",
  principal_left: "principal left",
  total_owed: "total owed",
  days_overdue: "days overdue",
  status_code: "report code",
  cleared_on: "cleared on",
  total_cost: "total cost",
  yearly_cost: "yearly cost",
  paid_difference: "difference in paid",
  principal_left_difference: "difference in principal left",
  total_owed_difference: "difference in total owed",
  total_cost_difference: "difference in total cost",
};

export const defaults = byNaming(
  (naming): Readonly<Record<DefaultStrategy, string>> => ({
    none: "pay nothing",
    "as-given": "as you pay now",
    monthly: "same money monthly",
    "saved-up": "saved, paid at end",
    "interest-stopped": "instalments, interest stopped",
    "penalty-waived": `instalments, ${componentNames[naming].penalty} waived`,
    refinancing: "new loan",
  }),
);

export const proposalMark: string = "*";
export const never: string = "never";

/** A way to pay goes by its name, which stands in quotation marks in a sentence. */
export const quotes = ["“", "”"] as const;

/** What the tool took by itself: the whole offer, or what the user's own leaves unnamed. */
const ASSUMED = {
  offer: " Its rate of 24% a year, 24 months and no fee are assumed; --strategy borrow:… compares another offer.",
  unnamed: " Where months or a fee are not named, 24 months and no fee are assumed.",
  nothing: "",
} as const;

const WAIVERS_THEN = {
  keep: ", but what was waived stays waived",
  restore: ", and what was waived is owed again",
};

function costInWords(cost: Fen): string {
  if (cost === 0) return "nothing is paid beyond the principal";
  return cost < 0
    ? `${formatMoney(fen(-cost))} less than the principal is paid`
    : `${formatMoney(cost)} is paid beyond the principal`;
}

function deleted({ summary: { credit } }: Compared): string {
  if (credit === null || credit.deletableOn === null) return "";
  const { deletableOn, deletableAfterAgreementOn: otherwise, paidWithinGraceDays } = credit;
  const record = `record deleted after ${formatDay(deletableOn)}${otherwise === null ? "" : ` or ${formatDay(otherwise)}`}`;
  return paidWithinGraceDays === null
    ? `, ${record}`
    : `, paid within the grace: no record if the lender counts it as in time, else ${record}`;
}

const ofTwoDays = (areTwoDays: boolean): string =>
  areTwoDays
    ? "; of two days the first holds if the lender reports them as ended by what is agreed, else the other"
    : "";

/** `nameOf` gives a way's name as it stands in a sentence. */
export function compareFindings(nameOf: (row: Compared) => string, naming: Naming): FindingWords<CompareFinding> {
  const componentOf = (component: Component): string => componentNames[naming][component];
  const names = (rows: readonly Compared[]): string => rows.map(nameOf).join("; ");
  const also = (as: string, rows: readonly Compared[]): string => (rows.length === 0 ? "" : ` ${as}: ${names(rows)}.`);
  return {
    "compared-over": ({ owed, days, until }) =>
      until === null
        ? `${formatMoney(owed)} is owed now. Each way until it is clear, and over ${days} days where it never is: the sums are of different lengths of time.`
        : `${formatMoney(owed)} is owed now. Each way over the same ${plural(days, "day", "days")}, to ${formatDay(until)}; “cleared on” and “total cost” look further, as if it went on.`,
    "most-to-principal": ({ row, alike }) =>
      `Most to the principal: ${nameOf(row)}, ${formatMoney(row.toPrincipal)} of ${formatMoney(row.paid)} paid.${also("As much", alike)}`,
    "nothing-to-principal": () => "None of these ways brings anything to the principal of the debt in this time.",
    cheapest: ({ row, totalCost, alike }) =>
      `Cheapest until clear: ${nameOf(row)}; ${costInWords(totalCost)}.${also("As cheap", alike)}`,
    "clears-first": ({ row, clearedOn, takes, alike }) =>
      `Clear first: ${nameOf(row)}, on ${formatDay(clearedOn)}; it takes ${formatMoney(takes)} in the time compared.${also("On the same day", alike)}`,
    "new-loan-not-best": () =>
      "A new loan is never named here, whatever its figures: it only puts one debt in the place of another.",
    "never-clear": ({ rows }) => `Never clear, if nothing changes: ${names(rows)}.`,
    "not-clear-in-a-century": ({ rows }) => `Not clear within 100 years, if nothing changes: ${names(rows)}.`,
    "never-clear-but-for-a-trifle": ({ rows }) =>
      `If nothing changes, less than 1.00 is left within thirty years, which is never cleared: ${names(rows)}.`,
    "not-cleared-when-payments-end": ({ rows, isSingle }) =>
      `Not cleared by ${isSingle ? "one payment alone" : "these payments alone"}: ${names(rows)}.`,
    "none-clears": () => "None of these ways clears the debt.",
    "way-after-cleared": ({ row, date, clearedOn }) =>
      `${nameOf(row)}: what is agreed on ${formatDay(date)} changes nothing, because the debt is cleared on ${formatDay(clearedOn)}.`,
    "way-agreement": ({
      row,
      plan: { agreement, down, schedule, isBesideDated },
      waived,
      bears,
      areWaiversDated,
      firstAmount,
      largest,
    }) => {
      const parts = waived.map(({ component, amount, isAll }) =>
        isAll
          ? `all ${componentOf(component)} (${formatMoney(amount)})`
          : `${formatMoney(amount)} of the ${componentOf(component)}`,
      );
      const none = areWaiversDated ? "it waives nothing itself" : "nothing is waived";
      const dated = isBesideDated ? "; what is charged or waived on later dates is counted" : "";
      const given = `${parts.length === 0 ? none : `waived: ${parts.join(", ")}`}${dated}`;
      const fee = bears === null || bears === "nothing" ? "" : `a fee of ${formatMoney(bears)} each month; `;
      const interest = bears === "nothing" ? "no further interest; " : fee;
      if (firstAmount === null)
        return `${nameOf(row)}: ${formatMoney(down)} at once, on ${formatDay(agreement.date)}, and nothing after it; ${given}.`;
      const atOnce = down === 0 ? "" : `${formatMoney(down)} at once, then `;
      const amounts =
        schedule.length === 1
          ? `1 instalment of ${formatMoney(firstAmount)}`
          : `${schedule.length} instalments, the first ${formatMoney(firstAmount)}`;
      const most = largest === null ? "" : `, the largest ${formatMoney(largest.amount)} on ${formatDay(largest.due)}`;
      return `${nameOf(row)}: ${atOnce}${amounts}${most}; ${interest}${given}.`;
    },
    "way-new-loan": ({ row: { totalCost, summary }, row, newLoan, assumed }) => {
      const fee = newLoan.fee === 0 ? "no fee" : `a fee of ${formatMoney(newLoan.fee)}`;
      const cost =
        totalCost === null
          ? "the debt is never cleared"
          : `until it is cleared ${formatMoney(totalCost)} is paid beyond today's principal`;
      const first = formatMoney(newLoan.firstInstalment);
      const amounts =
        newLoan.fallsTo === null ? `of about ${first}` : `from ${first} down to ${formatMoney(newLoan.fallsTo)}`;
      return (
        `${nameOf(row)}: a new loan of ${formatMoney(newLoan.borrowed)} (${fee}) takes the place of ${formatMoney(newLoan.clears)} owed; ${plural(newLoan.months, "month", "months")} ${amounts}. ` +
        `Paid on time, it costs ${formatMoney(newLoan.ownCost)} of its own; ${cost}, and ${summary.closingTotal === 0 ? "nothing" : formatMoney(summary.closingTotal)} is owed at the end of the time compared. ` +
        `A missed instalment starts arrears anew. Borrowing to repay does not make the debt smaller.${ASSUMED[assumed]}`
      );
    },
    "way-broken": ({ row, on, waivers }) =>
      `${nameOf(row)}: the agreement breaks after ${formatDay(on)}; the old terms hold again${waivers === null ? "" : WAIVERS_THEN[waivers]}.`,
    "ways-not-overdue": ({ rows, areTwoDays }) =>
      `Credit record: not overdue at the end of the time compared: ${rows.map((row) => `${nameOf(row)}${deleted(row)}`).join("; ")}. The record of the arrears is kept for five years after they end${ofTwoDays(areTwoDays)}.`,
    "ways-overdue": ({ rows, areTwoDays, isCard }) =>
      `Still overdue at the end of the time compared: ${rows.map((row) => `${nameOf(row)}, ${plural(row.daysOverdue, "day", "days")}${deleted(row)}`).join("; ")}. ${isCard ? "The report code of a card is the number of minimum payments missed in a row: here it is taken by the days, and none is missed while each is paid by its due date. Paying less than the minimum" : "Paying a part"} does not stop the days from counting; the five years begin when the arrears end${ofTwoDays(areTwoDays)}.`,
    proposals: ({ keptBy, areAll, areInstalments, areMonthsAssumed }) => {
      const paid = `${areInstalments ? "every instalment" : "what is agreed"} is paid on its day`;
      const kept =
        keptBy.length === 0
          ? ""
          : areAll
            ? `, and ${paid}`
            : `, and, under ${keptBy.map(nameOf).join(", ")}, if ${paid}`;
      return `* Only a proposal: these figures hold if the lender agrees${kept}.${areMonthsAssumed ? " The number of months is assumed; --strategy agreement:… compares others." : ""}`;
    },
    "differences-to": ({ row }) => `Differences are to ${nameOf(row)}.`,
  };
}
