/** English: what `compare` says. */

import type { Compared, DefaultStrategy } from "../../advice/compare.ts";
import type { CompareColumn } from "../../commands/compare-table.ts";
import type { Fen } from "../../loan/money.ts";
import { formatMoney, plural } from "../format.ts";

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
  paid_difference: "paid, difference",
  principal_left_difference: "principal left, difference",
  total_owed_difference: "total owed, difference",
  total_cost_difference: "total cost, difference",
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

export function mostToPrincipal(name: string, { toPrincipal, paid }: Compared): string {
  return `Most to the principal: ${name}, ${formatMoney(toPrincipal)} of ${formatMoney(paid)} paid.`;
}

export const nothingToPrincipal: string = "None of these ways brings anything to the principal in this time.";

export const cheapest = (name: string, cost: Fen): string =>
  `Cheapest until clear: ${name}; ${formatMoney(cost)} is paid beyond the principal.`;

export const clearFirst = (name: string, on: string): string => `Clear first: ${name}, on ${on}.`;

export const neverCleared = (names: readonly string[]): string => `Never clear if it goes on: ${names.join("; ")}.`;

export const noneCleared: string = "None of these ways ever clears the debt.";

export function refinancing(name: string, { totalCost, summary, strategy }: Compared): string {
  const terms = strategy.spec === "" ? "" : ` (${strategy.spec})`;
  const cost =
    totalCost === null
      ? "it is never cleared"
      : `${formatMoney(totalCost)} is paid beyond today's principal until it is cleared`;
  return `${name}${terms}: the old debt is gone, a new one stands in its place, ${formatMoney(summary.closingTotal)} at the end of these days; ${cost}. A missed instalment starts arrears anew. Borrowing to repay does not make the debt smaller.`;
}

export const creditKept = (names: readonly string[]): string =>
  `Credit record: not overdue at the end under ${names.join("; ")}. The five years of the record begin when the overdue ends.`;

export const creditOverdue = (
  parts: readonly { readonly name: string; readonly days: number; readonly class: string }[],
): string =>
  `Still overdue at the end: ${parts.map(({ name, days, class: months }) => `${name}, ${plural(days, "day", "days")} (${months})`).join("; ")}. Part payments do not stop the days.`;

export const proposals: string =
  "* Only a proposal: these figures hold if the lender agrees, and every instalment is paid on its day.";

export const broken = (name: string, on: string): string =>
  `${name}: the agreement breaks after ${on}; the old terms hold again.`;

export const baseline = (name: string): string => `Differences are to: ${name}.`;
