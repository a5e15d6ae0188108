/** The charts of one run: what a payment is made of, where each went, and what is owed as the days go by. */

import type { LedgerRow, RunTotals } from "../../ledger/ledger.ts";
import { type ByComponent, chargesOf } from "../../loan/components.ts";
import type { Fen } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import type { BarChart, Chart, TimeChart } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";
import { barsOf, inWords, type PaidOn, seriesOf, stacked, sumsOf, thinned, timeChart } from "./chart-parts.ts";

/** The one bar of all payments together; null where nothing is paid. */
function paymentSplit({ paid, payments, unapplied }: RunTotals, words: ChartWords): BarChart | null {
  if (payments === 0) return null;
  const bar = { label: "", amounts: paymentParts(paid, unapplied) };
  const chart = stacked(["charges", "principal", "unapplied"], [bar], words);
  return {
    ...chart,
    key: "of_each_payment",
    isAnswer: true,
    title: words.ofEachPayment,
    description: words.ofEachPaymentDescription(
      formatMoney(payments),
      inWords(chart.series, sumsOf(chart.bars), words),
    ),
  };
}

/** Where each payment went; null where they are fewer than two, so that the bar of all says as much. */
export function paymentBars(rows: readonly LedgerRow[], words: ChartWords): BarChart | null {
  const bars = barsOf(rows.filter(({ payment }) => payment > 0).map(paidOn));
  if (bars.length < 2) return null;
  const chart = stacked(["charges", "principal", "unapplied"], bars, words);
  return {
    ...chart,
    key: "payments",
    title: words.wherePaymentsWent,
    description: words.wherePaymentsWentDescription(bars.length, inWords(chart.series, sumsOf(chart.bars), words)),
  };
}

/** As `balanceParts` has the amounts. */
export const BALANCE_SERIES = ["principal", "charges"] as const;

/** Principal and charges at the close of each day, from the opening on; null where no day passes. */
export function balanceOverTime(
  { from, opening }: RunTotals,
  rows: readonly LedgerRow[],
  title: string,
  words: ChartWords,
): TimeChart | null {
  const points = [
    { day: from, amounts: balanceParts(opening) },
    ...rows.map(({ date, owed }) => ({ day: date, amounts: balanceParts(owed) })),
  ];
  if ((rows.at(-1)?.date ?? from) === from) return null;
  const series = seriesOf(BALANCE_SERIES, words);
  return timeChart({ key: "balance", points: thinned(points), title, sumTitle: words.totalOwed, series }, words);
}

export function runCharts(totals: RunTotals, rows: readonly LedgerRow[], words: ChartWords): readonly Chart[] {
  return [
    paymentSplit(totals, words),
    balanceOverTime(totals, rows, words.balance, words),
    paymentBars(rows, words),
  ].filter((chart) => chart !== null);
}

function paidOn({ date, to, unapplied }: LedgerRow): PaidOn {
  return { date, amounts: paymentParts(to, unapplied) };
}

function paymentParts(to: ByComponent, unapplied: Fen): readonly Fen[] {
  return [chargesOf(to), to.principal, unapplied];
}

function balanceParts(owed: ByComponent): readonly Fen[] {
  return [owed.principal, chargesOf(owed)];
}
