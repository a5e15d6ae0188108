/** What of each component lies above a line: it adds up, and no component has more above than it has. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { auditCostLines } from "../../../src/advice/audit/above-line.ts";
import { linesOfLoan } from "../../../src/advice/cost-lines-of-loan.ts";
import { earnedIn } from "../../../src/advice/run-report.ts";
import { simulate } from "../../../src/ledger/run.ts";
import { CHARGES } from "../../../src/loan/components.ts";
import type { Day } from "../../../src/loan/day.ts";
import { LENDER_KINDS } from "../../../src/loan/loan.ts";
import { sum, ZERO } from "../../../src/loan/money.ts";
import { anyCase } from "../../reference/generators.ts";
import { sameEachTime } from "../../runs.ts";

test("whatever the terms and the lender are", () => {
  let above = 0;
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...LENDER_KINDS), ({ loan, events, until }, lender) => {
      const totals = simulate(loan, events, { until: until as Day });
      const lines = linesOfLoan({ ...loan, lender }, "loan");
      for (const line of auditCostLines(lines, { from: null, until: null, totals, before: null })) {
        const parts = CHARGES.map((charge) => line.aboveByComponent[charge]);
        expect(sum(parts)).toBe(line.above);
        expect(line.above).toBeLessThanOrEqual(earnedIn(totals));
        for (const charge of CHARGES) {
          const part = line.aboveByComponent[charge];
          const arose = charge === "interest" ? totals.interestEarned : totals.accrued[charge];
          expect(part).toBeGreaterThanOrEqual(ZERO);
          expect(part).toBeLessThanOrEqual(arose + totals.charged[charge]);
        }
        if (line.above > ZERO) above += 1;
      }
    }),
    sameEachTime(200),
  );
  expect(above).toBeGreaterThan(20);
});
