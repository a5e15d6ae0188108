/** Settlements that ask for more than is owed, as mistakes. */

import { settlementsAboveTotal } from "../advice/taken-over.ts";
import type { Problem } from "../input/problem.ts";
import { formatDay } from "../loan/day.ts";
import type { Events } from "../loan/events.ts";
import type { Loan } from "../loan/loan.ts";
import { formatMoney } from "../output/figures.ts";

export function settlementProblems(
  loan: Loan,
  { events }: { readonly events: Events },
  where: string,
): readonly Problem[] {
  return settlementsAboveTotal(loan, events).map(({ amount, total, date }) => ({
    where,
    code: "settlement-above-total",
    amount: formatMoney(amount),
    total: formatMoney(total),
    date: formatDay(date),
  }));
}
