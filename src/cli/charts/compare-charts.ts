/** The charts of a comparison: what each way has paid and still owes, and what it costs until the debt is cleared. */

import type { Compared } from "../../advice/compare.ts";
import type { Day } from "../../loan/day.ts";
import { ZERO } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import { type BarChart, figureOf } from "../../output/chart/chart.ts";
import { formatMoney } from "../../output/figures.ts";
import { barsInWords, stacked } from "./chart-parts.ts";

interface ComparedCharts {
  readonly rows: readonly Compared[];
  readonly nameOf: (row: Compared) => string;
  readonly from: Day;
  /** Null: each way has an end of its own. */
  readonly until: Day | null;
}

export function compareCharts(compared: ComparedCharts, words: ChartWords): readonly BarChart[] {
  return [standingChart(compared, words), costChart(compared, words)];
}

function standingChart({ rows, nameOf, from, until }: ComparedCharts, words: ChartWords): BarChart {
  const bars = rows.map((row) => ({
    label: nameOf(row),
    amounts: [row.toPrincipal, row.toCharges, row.totalOwed],
    note: words.stillOwed(formatMoney(row.totalOwed)),
  }));
  const chart = stacked(["principal", "charges", "owed"], bars, words);
  return {
    ...chart,
    key: "standing",
    title: until === null ? words.standingThen : words.standing(until - from),
    description: barsInWords(chart, words),
  };
}

function costChart({ rows, nameOf }: ComparedCharts, words: ChartWords): BarChart {
  const bars = rows.map((row) => ({
    label: nameOf(row),
    amounts: [row.totalCost ?? ZERO],
    ...(row.totalCost === null ? { note: words.never } : {}),
  }));
  return {
    kind: "bars",
    key: "cost",
    title: words.cost,
    series: [{ key: "charges", title: words.costSeries }],
    bars,
    description: bars.map((bar) => words.barDescription(bar.label, figureOf(bar))).join(words.between),
  };
}
