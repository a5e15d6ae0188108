/** The table of `compare`: a line for each way to pay. */

import type { Compared } from "../../advice/compare.ts";
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

export const COMPARE_COLUMNS = [
  "strategy",
  "paid",
  "to_charges",
  "to_principal",
  "principal_share",
  "principal_left",
  "total_owed",
  "days_overdue",
  "status_code",
  "cleared_on",
  "total_cost",
  "yearly_cost",
] as const;
const DIFFERENCE_COLUMNS = [
  "paid_difference",
  "principal_left_difference",
  "total_owed_difference",
  "total_cost_difference",
] as const;
export type SortColumn = (typeof COMPARE_COLUMNS)[number];
export type CompareColumn = SortColumn | (typeof DIFFERENCE_COLUMNS)[number];

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
    baseline === null ? COMPARE_COLUMNS : [...COMPARE_COLUMNS, ...DIFFERENCE_COLUMNS];
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
      count(row.statusCode),
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

/** Rising by a column; what has no figure there comes last, equal ones keep their order. */
export function sortedBy(rows: readonly Compared[], column: SortColumn): readonly Compared[] {
  return rows
    .map((row) => ({ row, key: sortKey(row, column) }))
    .sort((left, right) => compareKeys(left.key, right.key))
    .map(({ row }) => row);
}

function sortKey(row: Compared, column: SortColumn): number | string | null {
  switch (column) {
    case "strategy":
      return row.strategy.name;
    case "paid":
      return row.paid;
    case "to_charges":
      return row.toCharges;
    case "to_principal":
      return row.toPrincipal;
    case "principal_share":
      return row.principalShare;
    case "principal_left":
      return row.principalLeft;
    case "total_owed":
      return row.totalOwed;
    case "days_overdue":
      return row.daysOverdue;
    case "status_code":
      return row.statusCode;
    case "cleared_on":
      return row.clearedOn;
    case "total_cost":
      return row.totalCost;
    case "yearly_cost":
      return row.yearlyCost;
    default:
      return column satisfies never;
  }
}

function compareKeys(left: number | string | null, right: number | string | null): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
