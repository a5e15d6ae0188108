/** A fee that a statement lists on another day than the terms charge it is none too many. */

import { describe, expect, test } from "vitest";
import { differencesInAll } from "../../../src/advice/audit/differences.ts";
import { feesOnOtherDays } from "../../../src/advice/audit/fee-days.ts";
import { replay } from "../../../src/advice/audit/replay.ts";
import { addDays, day, formatDay } from "../../../src/loan/day.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { lineOf } from "./statements.ts";

/** Two fees on days without a rule of their own: 30.00 on the tenth day, 50.00 on the twentieth. */
const LOAN: Loan = {
  ...loanOf([instalment(AS_OF, 50_000)]),
  charges: [
    { date: addDays(AS_OF, 10), amount: yuan(30), component: "fee", note: null },
    { date: addDays(AS_OF, 20), amount: yuan(50), component: "fee", note: null },
  ],
};

function audited(...lines: readonly StatementLine[]) {
  const { rows, replayed } = replay(LOAN, lines, null);
  const found = feesOnOtherDays(rows, replayed, day("2027-01-31"));
  const { fee, total } = differencesInAll(rows, new Set(found.map(({ line }) => line)));
  return { found: found.map(({ line, byTermsOn }) => [line, formatDay(byTermsOn)]), fee, total };
}

describe("a fee of 30.00 that the terms charge on 2026-12-02", () => {
  test("listed that day is on no other", () => {
    expect(audited(lineOf(2, "2026-12-02", "fee", 30))).toEqual({ found: [], fee: 0, total: 0 });
  });

  test.each(["2026-12-03", "2026-12-30", "2026-12-01"])("listed on %s is no more as owed", (date) => {
    expect(audited(lineOf(2, date, "fee", 30))).toEqual({ found: [[2, "2026-12-02"]], fee: 0, total: 0 });
  });

  test("listed twice is once too many, whichever day the other has", () => {
    const lines = [lineOf(2, "2026-12-03", "fee", 30), lineOf(3, "2026-12-05", "fee", 30)];
    expect(audited(...lines)).toEqual({ found: [[2, "2026-12-02"]], fee: yuan(30), total: yuan(30) });
  });

  test("beside another that is late too: each has its own day", () => {
    const lines = [lineOf(2, "2026-12-14", "fee", 50), lineOf(3, "2026-12-14", "fee", 30)];
    expect(audited(...lines)).toEqual({
      found: [
        [3, "2026-12-02"],
        [2, "2026-12-12"],
      ],
      fee: 0,
      total: 0,
    });
  });

  test("of another amount is not that fee", () => {
    expect(audited(lineOf(2, "2026-12-03", "fee", 31))).toEqual({ found: [], fee: yuan(31), total: yuan(31) });
  });
});
