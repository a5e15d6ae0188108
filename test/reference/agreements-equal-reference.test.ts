/** With agreements of every kind, kept and broken, the engine equals the reference model on every day. */

import fc from "fast-check";
import { expect, test } from "vitest";
import type { LedgerRow, RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { formatDay } from "../../src/loan/day.ts";
import type { Agreement } from "../../src/loan/events.ts";
import {
  anyAgreedCase,
  anyAgreement,
  anyDeferral,
  anyKind,
  anyRefinancing,
  anySettlement,
} from "./agreement-generators.ts";
import type { Case } from "./generators.ts";
import { referenceRun } from "./reference-model.ts";

/** The same loans each time, so that a failure is never a matter of luck. */
const SAME_EACH_TIME = { seed: 20_261_122, numRuns: 600 };

function engineRun({ loan, events, until }: Case): { rows: LedgerRow[]; totals: RunTotals } {
  const rows: LedgerRow[] = [];
  const totals = simulate(loan, events, { until, onRow: (row) => rows.push(row) });
  return { rows, totals };
}

const KINDS = [
  ["agreements", anyAgreement],
  ["deferrals", anyDeferral],
  ["settlements", anySettlement],
  ["new loans", anyRefinancing],
  ["all kinds", anyKind],
] as const satisfies readonly [string, (asOf: Case["until"]) => fc.Arbitrary<Agreement>][];

test.each(KINDS)("%s, row by row and in total", (_name, kind) => {
  fc.assert(
    fc.property(anyAgreedCase(kind), (given) => {
      const { rows: days, ...figures } = referenceRun(given.loan, given.events, given.until);
      const { rows, totals } = engineRun(given);
      for (const [index, row] of days.entries()) {
        expect(rows[index], `day ${row.day}, ${formatDay(row.date)}`).toEqual(row);
      }
      expect(rows).toHaveLength(days.length);
      expect(totals).toMatchObject(figures);
      expect(simulate(given.loan, given.events, { until: given.until })).toEqual(totals);
    }),
    SAME_EACH_TIME,
  );
});
