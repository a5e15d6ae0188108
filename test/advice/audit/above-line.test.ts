/** What of each component lies above a line: it adds up, and no component has more above than it has. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { auditCostLines } from "../../../src/advice/audit/above-line.ts";
import { audit } from "../../../src/advice/audit/audit.ts";
import { earnedIn, feesOfSchedule } from "../../../src/advice/charges-earned.ts";
import { costStretches } from "../../../src/advice/cost-stretches.ts";
import { simulate } from "../../../src/ledger/run.ts";
import { CHARGES } from "../../../src/loan/components.ts";
import { type Day, day, formatDay } from "../../../src/loan/day.ts";
import { LENDER_KINDS } from "../../../src/loan/loan.ts";
import { fen, sum, ZERO } from "../../../src/loan/money.ts";
import { rate } from "../../../src/loan/rate.ts";
import { anyCase } from "../../reference/generators.ts";
import { instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { sameEachTime } from "../../runs.ts";
import { lineOf } from "./statements.ts";

test("whatever the terms and the lender are", () => {
  let above = 0;
  fc.assert(
    fc.property(anyCase, fc.constantFrom(...LENDER_KINDS), ({ loan, events, until }, lender) => {
      const totals = simulate(loan, events, { until: until as Day });
      const run = { loan: { ...loan, lender }, events, classification: "loan", totals, until: loan.asOf } as const;
      for (const line of costStretches(run, loan.asOf).flatMap(auditCostLines)) {
        const parts = CHARGES.map((charge) => line.aboveByComponent[charge]);
        expect(sum(parts)).toBe(line.above);
        expect(line.above).toBeLessThanOrEqual(earnedIn(loan, totals));
        for (const charge of CHARGES) {
          const part = line.aboveByComponent[charge];
          const arose = charge === "interest" ? totals.interestEarned : totals.accrued[charge];
          expect(part).toBeGreaterThanOrEqual(ZERO);
          const given = charge === "fee" ? feesOfSchedule(loan, totals) : ZERO;
          expect(part).toBeLessThanOrEqual(arose + totals.charged[charge] + given);
        }
        if (line.above > ZERO) above += 1;
      }
    }),
    sameEachTime(200),
  );
  expect(above).toBeGreaterThan(20);
});

test("what is charged on the day a line begins is of that line, the interest of the night to it of the one before", async () => {
  const fee = (date: string, amount: number) =>
    ({ date: day(date), amount: yuan(amount), component: "fee", note: null }) as const;
  const asOf = day("2020-08-10");
  // 10,000.00 at 0.1 % a night: 10.00.
  const terms = { rates: [{ from: null, rate: rate(1n, 1_500n, "day") }] };
  const loan = { ...loanOf([instalment(asOf, 10_000)], terms), asOf, lender: "private" as const };
  const { costLines } = await audit({
    loan: { ...loan, charges: [fee("2020-08-19", 30), fee("2020-08-20", 100), fee("2020-08-21", 1)] },
    lines: [lineOf(2, "2020-08-25", "balance", 1)],
    classification: "loan",
    received: null,
    tolerance: fen(1),
    enforcement: null,
    asks: { pairsOfAnyLength: false, solveRate: false, worksheet: false, record: false },
  });
  expect(costLines.map(({ name, until, charges }) => [name, until && formatDay(until), charges])).toEqual([
    ["private-24", "2020-08-19", yuan(10 * 10 + 30)],
    ["private-4-lpr", null, yuan(5 * 10 + 101)],
  ]);
});
