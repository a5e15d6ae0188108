/** The day-by-day table: the columns of the contract, and a row of the ledger as cells. */

import type { LedgerRow } from "../../ledger/ledger.ts";
import { totalOf } from "../../ledger/periods.ts";
import { type Cell, type Column, count, date, money, type Table } from "../../output/page.ts";

interface LedgerColumnPlan {
  readonly cell: (row: LedgerRow) => Cell;
  /** The larger, the longer it stays where a terminal is narrow. */
  readonly importance: number;
  readonly hideWhenEmpty: boolean;
}

const always = (importance: number, cell: (row: LedgerRow) => Cell): LedgerColumnPlan => ({
  cell,
  importance,
  hideWhenEmpty: false,
});
const ifAny = (importance: number, cell: (row: LedgerRow) => Cell): LedgerColumnPlan => ({
  cell,
  importance,
  hideWhenEmpty: true,
});

const PLAN = {
  date: always(100, (row) => date(row.date)),
  day: always(40, (row) => count(row.day)),
  days_overdue: always(90, (row) => count(row.daysOverdue)),
  accrued_interest: ifAny(65, (row) => money(row.accrued.interest)),
  accrued_penalty: ifAny(75, (row) => money(row.accrued.penalty)),
  accrued_compound: ifAny(60, (row) => money(row.accrued.compound)),
  charged: ifAny(72, (row) => money(totalOf(row.charged))),
  waived: ifAny(73, (row) => money(totalOf(row.waived))),
  payment: always(97, (row) => money(row.payment)),
  to_fee: ifAny(58, (row) => money(row.to.fee)),
  to_penalty: ifAny(80, (row) => money(row.to.penalty)),
  to_compound: ifAny(57, (row) => money(row.to.compound)),
  to_interest: ifAny(62, (row) => money(row.to.interest)),
  to_principal: always(96, (row) => money(row.to.principal)),
  unapplied: ifAny(70, (row) => money(row.unapplied)),
  fee: ifAny(50, (row) => money(row.owed.fee)),
  penalty: ifAny(55, (row) => money(row.owed.penalty)),
  compound: ifAny(48, (row) => money(row.owed.compound)),
  interest: ifAny(52, (row) => money(row.owed.interest)),
  principal: always(95, (row) => money(row.owed.principal)),
  total_owed: always(94, (row) => money(row.totalOwed)),
  paid_so_far: always(45, (row) => money(row.paidSoFar)),
  principal_paid_so_far: always(44, (row) => money(row.principalPaidSoFar)),
} as const satisfies Record<string, LedgerColumnPlan>;

export type LedgerColumn = keyof typeof PLAN;

/** What moves on a day; the others say where it leads. */
const ADDS_UP: ReadonlySet<LedgerColumn> = new Set<LedgerColumn>([
  "accrued_interest",
  "accrued_penalty",
  "accrued_compound",
  "charged",
  "waived",
  "payment",
  "to_fee",
  "to_penalty",
  "to_compound",
  "to_interest",
  "to_principal",
  "unapplied",
]);

const LEDGER_COLUMNS = Object.keys(PLAN) as readonly LedgerColumn[];

export function ledgerTable(rows: readonly LedgerRow[], titles: Readonly<Record<LedgerColumn, string>>): Table {
  const plans = LEDGER_COLUMNS.map((key) => PLAN[key] as LedgerColumnPlan);
  return {
    columns: LEDGER_COLUMNS.map((key, index): Column => {
      const { importance, hideWhenEmpty } = plans[index] as LedgerColumnPlan;
      return { key, title: titles[key], align: "right", importance, hideWhenEmpty, sums: ADDS_UP.has(key) };
    }),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield plans.map(({ cell }) => cell(row));
      },
    },
  };
}
