/** The engine beside the reference model: the same rows, every field, and the same totals, with rows and without. */

import { expect } from "vitest";
import type { LedgerRow } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/simulate.ts";
import { formatDay } from "../../src/loan/day.ts";
import type { ByComponent, Component } from "../../src/loan/loan.ts";
import { add, type Fen, ZERO } from "../../src/loan/money.ts";
import type { Case } from "./generators.ts";
import { referenceRun } from "./reference-model.ts";

function added(rows: readonly LedgerRow[], column: (row: LedgerRow) => ByComponent): ByComponent {
  const of = (component: Component): Fen => rows.reduce((total, row) => add(total, column(row)[component]), ZERO);
  return {
    fee: of("fee"),
    penalty: of("penalty"),
    compound: of("compound"),
    interest: of("interest"),
    principal: of("principal"),
  };
}

export function expectSameRun({ loan, events, until }: Case): void {
  const reference = referenceRun(loan, events, until);
  const { rows: expected, opening, daysOverdueAtStart, capped: _capped, unearned: _unearned, ...figures } = reference;
  const rows: LedgerRow[] = [];
  const totals = simulate(loan, events, { until, onRow: (row) => rows.push(row) });
  for (const [index, row] of expected.entries()) {
    expect(rows[index], `day ${row.day}, ${formatDay(row.date)}`).toEqual(row);
  }
  expect(rows).toHaveLength(expected.length);
  const last = expected.at(-1);
  expect(totals).toMatchObject({
    opening,
    daysOverdueAtStart,
    ...figures,
    closing: last?.owed ?? opening,
    daysOverdueAtEnd: last?.daysOverdue ?? daysOverdueAtStart,
    accrued: added(expected, (row) => row.accrued),
    charged: added(expected, (row) => row.charged),
    waived: added(expected, (row) => row.waived),
    refinanced: added(expected, (row) => row.refinanced),
    paid: added(expected, (row) => row.to),
    payments: expected.reduce((total, row) => add(total, row.payment), ZERO),
    unapplied: expected.reduce((total, row) => add(total, row.unapplied), ZERO),
  });
  expect(simulate(loan, events, { until })).toEqual(totals);
}
