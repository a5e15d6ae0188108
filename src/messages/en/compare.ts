/** English: what `compare` says. */

import type { AgreementPlan } from "../../advice/agreement-plan.ts";
import type { Compared, DefaultStrategy } from "../../advice/compare.ts";
import type { NewLoan } from "../../advice/new-loan.ts";
import type { CompareColumn } from "../../cli/commands/compare-table.ts";
import { COMPONENTS } from "../../loan/loan.ts";
import { type Fen, fen } from "../../loan/money.ts";
import { formatMoney, plural } from "../../output/figures.ts";

export const columns: Readonly<Record<CompareColumn, string>> = {
  strategy: "way to pay",
  paid: "paid",
  to_charges: "to charges",
  to_principal: "to principal",
  principal_share: "share to principal",
  principal_left: "principal left",
  total_owed: "total owed",
  days_overdue: "days overdue",
  status_code: "status code",
  cleared_on: "cleared on",
  total_cost: "total cost",
  yearly_cost: "yearly cost",
  paid_difference: "difference in paid",
  principal_left_difference: "difference in principal left",
  total_owed_difference: "difference in total owed",
  total_cost_difference: "difference in total cost",
};

export const defaults: Readonly<Record<DefaultStrategy, string>> = {
  none: "pay nothing",
  "as-given": "as you pay now",
  monthly: "same money monthly",
  "saved-up": "saved, paid at end",
  "interest-stopped": "instalments, interest stopped",
  "penalty-waived": "instalments, penalty waived",
  refinancing: "new loan",
};

export const proposalMark: string = "*";
export const never: string = "never";

export const horizon = (days: number, until: string, owed: Fen): string =>
  `${formatMoney(owed)} is owed now. Each way over the same ${plural(days, "day", "days")}, to ${until}; "cleared on" and "total cost" look further, as if it went on.`;

export const horizonUntilCleared = (neverDays: number, owed: Fen): string =>
  `${formatMoney(owed)} is owed now. Each way until it is clear, and over ${neverDays} days where it never is: the sums are of different lengths of time.`;

export function mostToPrincipal(name: string, { toPrincipal, paid }: Compared): string {
  return `Most to the principal: ${name}, ${formatMoney(toPrincipal)} of ${formatMoney(paid)} paid.`;
}

export const nothingToPrincipal: string =
  "None of these ways brings anything to the principal of the debt in this time.";
export const onlyNewLoanToPrincipal: string =
  "Of these ways only a new loan brings anything to a principal in this time: its own, in which the old charges stand.";
export const newLoanLeftOut: string =
  " A new loan is left out here: the principal it repays is its own, in which the old charges stand.";

export function cheapest(name: string, cost: Fen): string {
  const said =
    cost < 0
      ? `${formatMoney(fen(-cost))} less than the principal is paid`
      : `${formatMoney(cost)} is paid beyond the principal`;
  return `Cheapest until clear: ${name}; ${said}.`;
}

export const clearFirst = (name: string, on: string, paid: Fen): string =>
  `Clear first: ${name}, on ${on}; it takes ${formatMoney(paid)} in the time compared.`;

export const neverCleared = (names: readonly string[]): string => `Never clear if it goes on: ${names.join("; ")}.`;
export const notClearedByOnce = (names: readonly string[], isSingle: boolean): string =>
  `Not cleared by ${isSingle ? "this one payment" : "these payments alone"}: ${names.join("; ")}.`;

export const noneCleared: string = "None of these ways clears the debt.";

export function agreementTerms(name: string, { agreement, schedule, waived, owed }: AgreementPlan, first: Fen): string {
  const parts = COMPONENTS.filter((component) => waived[component] > 0).map((component) => {
    const amount = formatMoney(waived[component]);
    return waived[component] === owed[component] ? `all ${component} (${amount})` : `${amount} of the ${component}`;
  });
  const given = parts.length === 0 ? "nothing is waived" : `waived: ${parts.join(", ")}`;
  const interest = agreement.rate.numerator === 0n ? "no further interest; " : "";
  return `${name}: ${plural(schedule.length, "instalment", "instalments")}, the first ${formatMoney(first)}; ${interest}${given}.`;
}

export function newLoanTerms(
  name: string,
  loan: NewLoan,
  assumed: keyof typeof ASSUMED,
  { totalCost, summary }: Compared,
): string {
  const fee = loan.borrowed === loan.clears ? "no fee" : `a fee of ${formatMoney(fen(loan.borrowed - loan.clears))}`;
  const cost =
    totalCost === null
      ? "the debt is never cleared"
      : `until it is cleared ${formatMoney(totalCost)} is paid beyond today's principal`;
  return (
    `${name}: a new loan of ${formatMoney(loan.borrowed)} (${fee}) takes the place of ${formatMoney(loan.clears)} owed; ${plural(loan.months, "month", "months")} of about ${formatMoney(loan.firstInstalment)}. ` +
    `Paid on time, it costs ${formatMoney(loan.ownCost)} of its own; ${cost}, and ${formatMoney(summary.closingTotal)} is owed at the end of the time compared. ` +
    `A missed instalment starts arrears anew. Borrowing to repay does not make the debt smaller.${ASSUMED[assumed]}`
  );
}

/** What the tool took by itself: the whole offer, or what the user's own leaves unnamed. */
const ASSUMED = {
  offer: " Its 24%/year, 24 months and fee of nothing are assumed; borrow: compares another offer.",
  unnamed: " Where months or a fee are not named, 24 months and no fee are assumed.",
  nothing: "",
} as const;

interface CreditFacts {
  readonly name: string;
  readonly days: number;
  readonly class: string;
  readonly deletableOn: string | null;
  readonly isCleared: boolean;
}

const record = ({ deletableOn }: CreditFacts): string =>
  deletableOn === null ? "" : `, record deletable from ${deletableOn}`;

export const creditKept = (parts: readonly CreditFacts[]): string =>
  `Credit record: not overdue at the end under ${parts.map((part) => `${part.name}${record(part)}${part.isCleared ? "" : ", its five years not begun"}`).join("; ")}. What was reported before stays for five years after the debt is cleared.`;

export const creditOverdue = (parts: readonly CreditFacts[]): string =>
  `Still overdue at the end: ${parts.map((part) => `${part.name}, ${plural(part.days, "day", "days")} (${part.class}${record(part)})`).join("; ")}. Part payments do not stop the days, and where no date stands the five years of the record do not begin.`;

export const proposals: string =
  "* Only a proposal: these figures hold if the lender agrees, and every instalment is paid on its day.";
export const proposalsKeptBy = (names: readonly string[]): string =>
  `* Only a proposal: these figures hold if the lender agrees, and under ${names.join("; ")} if every instalment is paid on its day.`;
export const proposalsNotKept: string = "* Only a proposal: these figures hold if the lender agrees.";
export const monthsAssumed: string = " The number of months is assumed; agreement: compares others.";

export const broken = (name: string, on: string, waiversThen: keyof typeof WAIVERS_THEN | null): string =>
  `${name}: the agreement breaks after ${on}; the old terms hold again${waiversThen === null ? "" : WAIVERS_THEN[waiversThen]}.`;

const WAIVERS_THEN = {
  keep: ", but what was waived stays waived",
  restore: ", and what was waived is owed again",
} as const;

export const baseline = (name: string): string => `Differences are to: ${name}.`;
