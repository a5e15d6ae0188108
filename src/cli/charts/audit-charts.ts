/** The charts of an audit: the running balance of both sides, what lies between them, and where the payments went. */

import type { Replay } from "../../advice/audit/replay.ts";
import { addAmounts, type ByComponent, chargesOf, NO_AMOUNTS, totalOf } from "../../loan/components.ts";
import type { Day } from "../../loan/day.ts";
import { type Fen, fen, least, ZERO } from "../../loan/money.ts";
import type { ChartWords } from "../../messages/words.ts";
import type { Chart, Point } from "../../output/chart/chart.ts";
import { barsInWords, stacked } from "./chart-parts.ts";
import { thinned, timeChart } from "./run-charts.ts";

interface BalanceOn {
  readonly day: Day;
  readonly computed: Fen;
  readonly claimed: Fen | null;
}

export function auditCharts(replay: Replay, words: ChartWords): readonly Chart[] {
  return [...balanceCharts(replay, words), ...paymentsChart(replay, words)];
}

function balanceCharts({ rows }: Replay, words: ChartWords): readonly Chart[] {
  const { auditSeries: names } = words;
  const balances = new Map<Day, BalanceOn>();
  for (const { line, balance } of rows) balances.set(line.date, { day: line.date, ...balance });
  const all = [...balances.values()];
  const compared = all.flatMap(({ claimed, ...rest }) => (claimed === null ? [] : [{ ...rest, claimed }]));
  if (compared.length < 2) {
    const points = all.map(({ day, computed }) => ({ day, amounts: [computed] }));
    if (points.length < 2) return [];
    const series = [{ key: "owed", title: names.byTerms }] as const;
    return [
      {
        ...timeChart(thinned(points), words.onlyTerms, words.totalOwed, words, series),
        key: "audit_balance",
        isSparse: true,
      },
    ];
  }
  const between = compared.map(({ day, computed, claimed }): Point => {
    return { day, amounts: [least(computed, claimed), beyond(claimed, computed), beyond(computed, claimed)] };
  });
  const series = [
    { key: "owed", title: names.agreed },
    { key: "charges", title: names.more },
    { key: "principal", title: names.less },
  ] as const;
  const used = series.map((_, index) => index === 0 || between.some(({ amounts }) => amounts[index] !== 0));
  const only = (from: number): readonly [(typeof series)[number][], Point[]] => {
    const isKept = (_: unknown, index: number): boolean => index >= from && used[index] === true;
    return [series.filter(isKept), between.map(({ day, amounts }) => ({ day, amounts: amounts.filter(isKept) }))];
  };
  const [both, bothPoints] = only(0);
  const [apart, apartPoints] = only(1);
  return [
    {
      ...timeChart(thinned(bothPoints), words.bothSides, words.largerSide, words, both),
      key: "audit_balance",
      isSparse: true,
    },
    ...(apart.length === 0
      ? []
      : [
          {
            ...timeChart(thinned(apartPoints), words.differenceOverTime, words.differs, words, apart),
            key: "audit_difference",
            isSparse: true,
          },
        ]),
  ];
}

function beyond(one: Fen, other: Fen): Fen {
  return fen(Math.max(0, one - other));
}

/** Of the payments whose parts the statement names. */
function paymentsChart({ rows }: Replay, words: ChartWords): readonly Chart[] {
  let terms = NO_AMOUNTS;
  let stated = terms;
  for (const row of rows) {
    if (row.line.kind !== "payment" || row.stated === null || row.isReversed) continue;
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
