/** The engine equals the reference model on every day of thousands of generated loans, in either of its two modes. */

import fc from "fast-check";
import { expect, test } from "vitest";
import type { LedgerRow, RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { formatDay } from "../../src/loan/day.ts";
import { type ByComponent, COMPONENTS } from "../../src/loan/loan.ts";
import { add, type Fen, ZERO } from "../../src/loan/money.ts";
import { anyCase, type Case } from "./generators.ts";
import { type ReferenceRun, referenceRun } from "./reference-model.ts";

/** The same loans each time, so that a failure is never a matter of luck. */
const SAME_EACH_TIME = { seed: 20_261_122, numRuns: 3_000 };

function engineRows({ loan, events, until }: Case): { rows: LedgerRow[]; totals: RunTotals } {
  const rows: LedgerRow[] = [];
  const totals = simulate(loan, events, { until, onRow: (row) => rows.push(row) });
  return { rows, totals };
}

function added(rows: readonly LedgerRow[], column: (row: LedgerRow) => ByComponent): ByComponent {
  const of = (component: keyof ByComponent): Fen =>
    rows.reduce((total, row) => add(total, column(row)[component]), ZERO);
  const [fee, penalty, compound, interest, principal] = COMPONENTS.map(of);
  return { fee, penalty, compound, interest, principal } as ByComponent;
}

/** What the totals of a run must be, added up from the reference model's rows. */
function totalsOf({ opening, daysOverdueAtStart, rows, clearedOn, everOverdue }: ReferenceRun): Partial<RunTotals> {
  const overnight = [opening, ...rows.slice(0, -1).map((row) => row.owed)];
  const last = rows.at(-1);
  return {
    opening,
    closing: last?.owed ?? opening,
    daysOverdueAtStart,
    daysOverdueAtEnd: last?.daysOverdue ?? daysOverdueAtStart,
    accrued: added(rows, (row) => row.accrued),
    charged: added(rows, (row) => row.charged),
    waived: added(rows, (row) => row.waived),
    refinanced: added(rows, (row) => row.refinanced),
    paid: added(rows, (row) => row.to),
    payments: rows.reduce((total, row) => add(total, row.payment), ZERO),
    unapplied: rows.reduce((total, row) => add(total, row.unapplied), ZERO),
    principalDays: overnight.reduce((total, owed) => total + BigInt(owed.principal), 0n),
    principalFirstFell: rows.find((row) => row.to.principal > 0)?.date ?? null,
    clearedOn,
    lastPaymentOn: rows.findLast((row) => row.payment > 0)?.date ?? null,
    everOverdue,
  };
}

test("row by row, every field", () => {
  fc.assert(
    fc.property(anyCase, (given) => {
      const { rows } = referenceRun(given.loan, given.events, given.until);
      const engine = engineRows(given).rows;
      for (const [index, row] of rows.entries()) {
        expect(engine[index], `day ${row.day}, ${formatDay(row.date)}`).toEqual(row);
      }
      expect(engine).toHaveLength(rows.length);
    }),
    SAME_EACH_TIME,
  );
});

test("totals, with quiet stretches taken in one step", () => {
  fc.assert(
    fc.property(anyCase, ({ loan, events, until }) => {
      const totals = simulate(loan, events, { until });
      expect(totals).toMatchObject(totalsOf(referenceRun(loan, events, until)));
      expect(totals).toEqual(engineRows({ loan, events, until }).totals);
    }),
    SAME_EACH_TIME,
  );
});
