/** The table of `compare`: a line for each way to pay. */

import type { Compared } from "../../advice/compare.ts";
import { COMPARED_FIGURES, type ComparedFigure } from "../../advice/comparison.ts";
import type { Fen } from "../../loan/money.ts";
import { fen } from "../../loan/money.ts";
import { isProposal } from "../../loan/strategy.ts";
import {
  type Cell,
  type Column,
  count,
  date,
  difference,
  EMPTY,
  label,
  money,
  share,
  type Table,
} from "../../output/page.ts";

const DIFFERENCE_COLUMNS = [
  "paid_difference",
  "principal_left_difference",
  "total_owed_difference",
  "total_cost_difference",
] as const;
export type CompareColumn = ComparedFigure | (typeof DIFFERENCE_COLUMNS)[number];

/** The larger, the longer a column stays where a terminal is narrow. */
const IMPORTANCE: Readonly<Record<CompareColumn, number>> = {
  strategy: 100,
  to_principal: 98,
  total_owed: 97,
  cleared_on: 96,
  paid: 95,
  total_cost: 94,
  days_overdue: 93,
  principal_left: 92,
  principal_share: 60,
  to_charges: 55,
  status_code: 50,
  yearly_cost: 45,
  total_owed_difference: 99,
  total_cost_difference: 98.5,
  principal_left_difference: 40,
  paid_difference: 39,
};

/** Beside differences the money counts first: a way may owe less only because more is paid. */
const IMPORTANCE_WITH_BASELINE: Readonly<Record<CompareColumn, number>> = { ...IMPORTANCE, paid: 98, to_principal: 95 };

export interface CompareWords {
  readonly columns: Readonly<Record<CompareColumn, string>>;
  readonly proposalMark: string;
  readonly never: string;
}

export interface CompareTableInput {
  readonly rows: readonly Compared[];
  readonly baseline: Compared | null;
  readonly words: CompareWords;
  readonly nameOf: (row: Compared) => string;
}

export function compareTable({ rows, baseline, words, nameOf }: CompareTableInput): Table {
  const keys: readonly CompareColumn[] =
    baseline === null ? COMPARED_FIGURES : [...COMPARED_FIGURES, ...DIFFERENCE_COLUMNS];
  const importance = baseline === null ? IMPORTANCE : IMPORTANCE_WITH_BASELINE;
  return {
    columns: keys.map(
      (key): Column => ({
        key,
        title: words.columns[key],
        align: key === "strategy" ? "left" : "right",
        importance: importance[key],
      }),
    ),
    rows: rows.map((row) => [
      label(row.strategy.name, isProposal(row.strategy) ? `${nameOf(row)} ${words.proposalMark}` : nameOf(row)),
      money(row.paid),
      money(row.toCharges),
      money(row.toPrincipal),
      shareOrEmpty(row.principalShare),
      money(row.principalLeft),
      money(row.totalOwed),
      count(row.daysOverdue),
      row.statusCode === null ? EMPTY : count(row.statusCode),
      row.clearedOn === null ? label(null, words.never) : date(row.clearedOn),
      row.totalCost === null ? EMPTY : money(row.totalCost),
      shareOrEmpty(row.yearlyCost),
      ...(baseline === null ? [] : differences(row, baseline)),
    ]),
  };
}

function differences(row: Compared, baseline: Compared): readonly Cell[] {
  return [
    between(row.paid, baseline.paid),
    between(row.principalLeft, baseline.principalLeft),
    between(row.totalOwed, baseline.totalOwed),
    row.totalCost === null || baseline.totalCost === null ? EMPTY : between(row.totalCost, baseline.totalCost),
  ];
}

function between(amount: Fen, base: Fen): Cell {
  return difference(fen(amount - base));
}

function shareOrEmpty(value: number | null): Cell {
  return value === null ? EMPTY : share(value);
}
