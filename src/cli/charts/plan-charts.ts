/** The charts of a plan: what is owed under the payment found, or left to pay under an agreement. */

import { type AgreementPlan, amountOf } from "../../advice/agreement-plan.ts";
import { type ClearingPlan, paymentsEvery, reachedIn } from "../../advice/clear-by.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import type { LedgerRow } from "../../ledger/ledger.ts";
import { simulate } from "../../ledger/run.ts";
import type { Day } from "../../loan/day.ts";
import { subtract, sum } from "../../loan/money.ts";
import type { ChartWords, Words } from "../../messages/words.ts";
import type { Chart } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";
import { seriesOf, timeChart } from "./chart-parts.ts";
import { BALANCE_SERIES, balanceOverTime, paymentBars } from "./run-charts.ts";

/** The way with the longest cycle that clears the debt: whoever is paid by the month plans by the month. */
export async function clearingCharts(
  { loan, events: { payments: dated } }: Pick<LoanRequest, "loan" | "events">,
  plans: readonly ClearingPlan[],
  by: Day,
  { load, simulate: runWords }: Words,
): Promise<readonly Chart[]> {
  const words = await load.charts();
  const shown = reachedIn(plans).at(-1);
  if (shown === undefined) return [];
  const events = paymentsEvery(shown.every, loan.asOf, shown.amount, dated);
  const rows: LedgerRow[] = [];
  const totals = simulate(loan, events, { until: by, onRow: (row) => rows.push(row) });
  const [stream] = events.streams;
  const title =
    stream === undefined ? words.balance : words.balanceWith(formatMoney(shown.amount), runWords.cycle(stream.cycle));
  return [balanceOverTime(totals, rows, title, words), paymentBars(rows, words)].filter((chart) => chart !== null);
}

/** What is left to pay after each payment, from the day of the agreement on. */
export function agreementCharts({ agreement, schedule, payments }: AgreementPlan, words: ChartWords): readonly Chart[] {
  if (schedule.length === 0) return [];
  let principal = sum(payments.map((row) => row.principal));
  let charges = sum(payments.map((row) => subtract(amountOf(row), row.principal)));
  const points = [{ day: agreement.date, amounts: [principal, charges] }];
  for (const row of payments) {
    principal = subtract(principal, row.principal);
    charges = subtract(charges, subtract(amountOf(row), row.principal));
    points.push({ day: row.due, amounts: [principal, charges] });
  }
  const series = seriesOf(BALANCE_SERIES, words);
  return [timeChart({ key: "balance", points, title: words.agreedBalance, sumTitle: words.toPay, series }, words)];
}
