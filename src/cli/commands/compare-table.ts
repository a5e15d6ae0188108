/** The table of `compare`: a line for each way to pay. */

import type { Compared } from "../../advice/compare.ts";
import { type Fen, fen } from "../../loan/money.ts";
import type { CompareWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import {
  type Cell,
  count,
  date,
  difference,
  EMPTY,
  label,
  money,
  orEmpty,
  share,
  type Table,
} from "../../output/page.ts";

type Titles = CompareWords["compare"]["columns"];
type CompareColumn = ColumnDefinition<Compared, keyof Titles>;

interface CompareTableInput {
  readonly rows: readonly Compared[];
  readonly baseline: Compared | null;
  readonly words: Pick<CompareWords["compare"], "columns" | "never">;
  /** With the mark of a proposal. */
  readonly nameOf: (row: Compared) => string;
}

export function compareTable({ rows, baseline, words, nameOf }: CompareTableInput): Table {
  const { columns, never } = words;
  // Beside differences the money counts first: a way may owe less only because more is paid.
  const [paid, toPrincipal] = baseline === null ? [95, 98] : [98, 95];
  const own: readonly CompareColumn[] = [
    { key: "strategy", importance: 100, align: "left", cell: (row) => label(row.strategy.name, nameOf(row)) },
    { key: "paid", importance: paid, cell: (row) => money(row.paid) },
    { key: "to_charges", importance: 55, cell: (row) => money(row.toCharges) },
    { key: "to_principal", importance: toPrincipal, cell: (row) => money(row.toPrincipal) },
    { key: "principal_share", importance: 60, cell: (row) => orEmpty(row.principalShare, share) },
    { key: "principal_left", importance: 92, cell: (row) => money(row.principalLeft) },
    { key: "total_owed", importance: 97, cell: (row) => money(row.totalOwed) },
    { key: "days_overdue", importance: 93, cell: (row) => count(row.daysOverdue) },
    { key: "status_code", importance: 50, hideWhenEmpty: true, cell: (row) => orEmpty(row.statusCode, count) },
    {
      key: "cleared_on",
      importance: 96,
      cell: (row) => (row.clearedOn === null ? label(null, never) : date(row.clearedOn)),
    },
    { key: "total_cost", importance: 94, cell: (row) => orEmpty(row.totalCost, money) },
    { key: "yearly_cost", importance: 45, cell: (row) => orEmpty(row.yearlyCost, share) },
  ];
  return tableOf(baseline === null ? own : [...own, ...differencesTo(baseline)], columns, rows);
}

function differencesTo(baseline: Compared): readonly CompareColumn[] {
  const to = (amount: Fen, base: Fen): Cell => difference(fen(amount - base));
  const { totalCost } = baseline;
  return [
    { key: "paid_difference", importance: 39, cell: (row) => to(row.paid, baseline.paid) },
    { key: "principal_left_difference", importance: 40, cell: (row) => to(row.principalLeft, baseline.principalLeft) },
    { key: "total_owed_difference", importance: 99, cell: (row) => to(row.totalOwed, baseline.totalOwed) },
    {
      key: "total_cost_difference",
      importance: 98.5,
      cell: (row) => (row.totalCost === null || totalCost === null ? EMPTY : to(row.totalCost, totalCost)),
    },
  ];
}
