/** The charts of an audit: the running balance of both sides, what lies between them, and where the payments went. */

import type { Replay } from "../../advice/audit/replay.ts";
import { addAmounts, type ByComponent, chargesOf, NO_AMOUNTS, totalOf } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import { type Fen, fen, least, ZERO } from "../../loan/money.ts";
import { areAllStated } from "../../loan/statement.ts";
import type { ChartWords } from "../../messages/words.ts";
import type { Chart, Point, TimeChart } from "../../output/chart/chart.ts";
import { barsInWords, stacked, thinned, timeChart } from "./chart-parts.ts";

interface BalanceOn {
  readonly day: Day;
  readonly computed: Fen;
  readonly claimed: Fen | null;
}

export function auditCharts(replay: Replay, words: ChartWords): readonly Chart[] {
  return [...balanceCharts(replay, words), ...paymentsChart(replay, words)];
}

function balanceCharts({ rows }: Replay, words: ChartWords): readonly Chart[] {
  const balances = new Map<Day, BalanceOn>();
  for (const { line, balance } of rows) balances.set(line.date, { day: line.date, ...balance });
  const all = [...balances.values()];
  const compared = all.flatMap(({ claimed, ...rest }) => (claimed === null ? [] : [{ ...rest, claimed }]));
  return compared.length < 2 ? balanceByTerms(all, words) : balancesOfBoth(compared, words);
}

const OF_BALANCE = { key: "audit_balance", isSparse: true };
const OF_DIFFERENCE = { key: "audit_difference", isSparse: true };

function balanceByTerms(balances: readonly BalanceOn[], words: ChartWords): readonly Chart[] {
  if (balances.length < 2) return [];
  const points = thinned(balances.map(({ day, computed }) => ({ day, amounts: [computed] })));
  const series = [{ key: "owed", title: words.auditSeries.byTerms }] as const;
  return [timeChart({ ...OF_BALANCE, points, title: words.onlyTerms, sumTitle: words.totalOwed, series }, words)];
}

/** What both sides agree on with what either has beyond it; and what either has beyond it alone. */
function balancesOfBoth(
  balances: readonly (BalanceOn & { readonly claimed: Fen })[],
  words: ChartWords,
): readonly Chart[] {
  const { auditSeries: names } = words;
  const points = balances.map(({ day, computed, claimed }): Point => {
    return { day, amounts: [least(computed, claimed), beyond(claimed, computed), beyond(computed, claimed)] };
  });
  const series = [
    { key: "owed", title: names.agreed },
    { key: "charges", title: names.more },
    { key: "principal", title: names.less },
  ] as const;
  const isUsed = series.map((_, index) => index === 0 || points.some(({ amounts }) => amounts[index] !== 0));
  const from = (first: number): Pick<TimeChart, "series" | "points"> => {
    const isKept = (_: unknown, index: number): boolean => index >= first && isUsed[index] === true;
    return {
      series: series.filter(isKept),
      points: thinned(points.map(({ day, amounts }) => ({ day, amounts: amounts.filter(isKept) }))),
    };
  };
  const whole = { ...OF_BALANCE, ...from(0), title: words.bothSides, sumTitle: words.largerSide };
  const apart = { ...OF_DIFFERENCE, ...from(1), title: words.differenceOverTime, sumTitle: words.differs };
  return [whole, apart].filter(({ series: used }) => used.length > 0).map((shown) => timeChart(shown, words));
}

function beyond(one: Fen, other: Fen): Fen {
  return fen(Math.max(0, one - other));
}

/** Of the payments all of whose parts the statement names. */
function paymentsChart({ rows }: Replay, words: ChartWords): readonly Chart[] {
  let terms = NO_AMOUNTS;
  let stated = terms;
  for (const row of rows) {
    if (row.line.kind !== "payment" || row.stated === null || !areAllStated(row.stated) || row.isReversed) continue;
    terms = addAmounts(terms, row.computed);
    stated = addAmounts(stated, row.stated);
  }
  if (totalOf(stated) === ZERO) return [];
  const bars = [
    { label: words.sides.terms, amounts: partsOf(terms) },
    { label: words.sides.stated, amounts: partsOf(stated) },
  ];
  const chart = stacked(["charges", "principal"], bars, words);
  return [{ ...chart, key: "audit_payments", title: words.paymentsBySide, description: barsInWords(chart, words) }];
}

function partsOf(amounts: ByComponent): readonly Fen[] {
  return [chargesOf(amounts), amounts.principal];
}
