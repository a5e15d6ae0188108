/** The laws that speak of what is said of a run: it does not hang on the table, and paying never makes it worse. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { type Summary, summarise } from "../../src/advice/run-report.ts";
import { addDays } from "../../src/loan/day.ts";
import { paymentOf } from "../plain.ts";
import { anyAgreedCase, anyKind } from "../reference/agreement-generators.ts";
import { anyAmount, anyCase, anyRareCase, type Case } from "../reference/generators.ts";
import { sameEachTime } from "../runs.ts";
import { withDay, withPayments, withTerms } from "./runs.ts";

const HORIZONS = [30, 3_650, 36_525];

function summaryOver({ loan, events }: Case, days: number): Summary {
  return summarise({ loan, events, until: addDays(loan.asOf, days), classification: "loan" });
}

test.each([
  ["everyday terms", anyCase],
  ["terms of every kind", anyRareCase],
  ["agreements", anyAgreedCase(anyKind)],
])("11. what is said of a run is the same over 30, 3,650 and 36,525 days: %s", (_name, cases) => {
  fc.assert(
    fc.property(cases, (given) => {
      const [short, ...longer] = HORIZONS.map((days) => {
        const { principalFirstFell, clearedOn, clearedReason, paidUntilCleared } = summaryOver(given, days);
        return { principalFirstFell, clearedOn, clearedReason, paidUntilCleared };
      });
      for (const one of longer) expect(one).toEqual(short);
    }),
    sameEachTime(3),
  );
});

/** One penalty rate and one order, nothing refused: where these hang on days overdue, paying can change them for the worse. */
function withSteadyTerms(given: Case): Case {
  return withTerms(given, { orderAfter: [], penalty: given.loan.terms.penalty.slice(0, 1), surplus: "next" });
}

test("12. a payment never moves limitation back, nor the end of the record or of the debt further away", () => {
  fc.assert(
    fc.property(withDay(anyCase.map(withSteadyTerms)), anyAmount, ({ given, date }, amount) => {
      const { payments } = given.events;
      const without = summaryOver(given, 400);
      const paying = summaryOver(withPayments(given, [...payments, paymentOf(date, amount)]), 400);
      // A debt that is gone, be it only for now, knows no limitation, nor the later payments that would have started it afresh.
      const isGone = paying.unapplied > 0 || (paying.clearedOn !== null && paying.clearedOn <= paying.to);
      if (!isGone) {
        expect(paying.limitation?.endsOn).toBeGreaterThanOrEqual(without.limitation?.endsOn ?? 0);
      }
      const never = Number.POSITIVE_INFINITY;
      expect(paying.clearedOn ?? never).toBeLessThanOrEqual(without.clearedOn ?? never);
      if (paying.everOverdue && without.everOverdue) {
        expect(paying.credit?.overdueEndedOn ?? never).toBeLessThanOrEqual(without.credit?.overdueEndedOn ?? never);
        expect(paying.credit?.deletableOn ?? never).toBeLessThanOrEqual(without.credit?.deletableOn ?? never);
      }
    }),
    sameEachTime(20),
  );
});
