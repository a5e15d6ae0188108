/** The engine beside the reference model: the same rows, every field, and the same totals, with rows and without. */

import { isDeepStrictEqual } from "node:util";
import { expect } from "vitest";
import { simulate } from "../../src/ledger/run.ts";
import { formatDay } from "../../src/loan/day.ts";
import { runOf } from "../plain.ts";
import type { Case } from "./generators.ts";
import { referenceRun } from "./reference-model.ts";

export function expectSameRun({ loan, events, until }: Case): void {
  const { rows: expected, ...figures } = referenceRun(loan, events, until);
  const { rows, totals } = runOf({ loan, events, until });
  if (!isDeepStrictEqual(rows, expected)) {
    for (const [index, row] of expected.entries()) {
      expect(rows[index], `day ${row.day}, ${formatDay(row.date)}`).toEqual(row);
    }
    expect(rows).toHaveLength(expected.length);
  }
  expect(totals).toMatchObject(figures);
  expect(simulate(loan, events, { until })).toEqual(totals);
}
