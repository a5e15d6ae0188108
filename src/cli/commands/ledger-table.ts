/** The day-by-day table: a row of the ledger as cells. */

import type { LedgerRow } from "../../ledger/ledger.ts";
import { totalOf } from "../../loan/components.ts";
import type { Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { count, date, money, type Table } from "../../output/page.ts";

type Titles = Words["simulate"]["ledgerColumns"]["licensed"];

/** Of what moved in a day; where it never does, the column is left out. */
const MAY_BE_NOTHING = { sums: true, hideWhenEmpty: true };

const COLUMNS: readonly ColumnDefinition<LedgerRow, keyof Titles>[] = [
  { key: "date", importance: 100, cell: (row) => date(row.date) },
  { key: "day", importance: 40, cell: (row) => count(row.day) },
  { key: "days_overdue", importance: 90, cell: (row) => count(row.daysOverdue) },
  { key: "accrued_interest", importance: 65, ...MAY_BE_NOTHING, cell: (row) => money(row.accrued.interest) },
  { key: "accrued_penalty", importance: 75, ...MAY_BE_NOTHING, cell: (row) => money(row.accrued.penalty) },
  { key: "accrued_compound", importance: 60, ...MAY_BE_NOTHING, cell: (row) => money(row.accrued.compound) },
  { key: "charged", importance: 72, ...MAY_BE_NOTHING, cell: (row) => money(totalOf(row.charged)) },
  { key: "waived", importance: 73, ...MAY_BE_NOTHING, cell: (row) => money(totalOf(row.waived)) },
  { key: "payment", sums: true, importance: 97, cell: (row) => money(row.payment) },
  { key: "to_fee", importance: 58, ...MAY_BE_NOTHING, cell: (row) => money(row.to.fee) },
  { key: "to_penalty", importance: 80, ...MAY_BE_NOTHING, cell: (row) => money(row.to.penalty) },
  { key: "to_compound", importance: 57, ...MAY_BE_NOTHING, cell: (row) => money(row.to.compound) },
  { key: "to_interest", importance: 62, ...MAY_BE_NOTHING, cell: (row) => money(row.to.interest) },
  { key: "to_principal", sums: true, importance: 96, cell: (row) => money(row.to.principal) },
  { key: "unapplied", importance: 70, ...MAY_BE_NOTHING, cell: (row) => money(row.unapplied) },
  { key: "fee", importance: 50, hideWhenEmpty: true, cell: (row) => money(row.owed.fee) },
  { key: "penalty", importance: 55, hideWhenEmpty: true, cell: (row) => money(row.owed.penalty) },
  { key: "compound", importance: 48, hideWhenEmpty: true, cell: (row) => money(row.owed.compound) },
  { key: "interest", importance: 52, hideWhenEmpty: true, cell: (row) => money(row.owed.interest) },
  { key: "principal", importance: 95, cell: (row) => money(row.owed.principal) },
  { key: "total_owed", importance: 94, cell: (row) => money(row.totalOwed) },
  { key: "paid_so_far", importance: 45, cell: (row) => money(row.paidSoFar) },
  { key: "principal_paid_so_far", importance: 44, cell: (row) => money(row.principalPaidSoFar) },
];

export function ledgerTable(rows: readonly LedgerRow[], titles: Titles): Table {
  return tableOf(COLUMNS, titles, rows);
}
