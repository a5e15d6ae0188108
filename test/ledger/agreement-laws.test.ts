/** The laws of every run, where something is agreed in it; and what an agreement promises of itself, kept or broken. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LedgerRow } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { addDays, addMonths } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { sum } from "../../src/loan/money.ts";
import { SAME_EACH_TIME } from "../laws/runs.ts";
import { rowsOf } from "../plain.ts";
import { anyAgreedCase, anyAgreement, anyKind } from "../reference/agreement-generators.ts";
import { sameEachTime } from "../runs.ts";

describe("with agreements of every kind", () => {
  test("money is conserved, for each component and each day, with what is waived and refinanced", () => {
    fc.assert(
      fc.property(anyAgreedCase(anyKind), (given) => {
        let before = simulate(given.loan, given.events, { until: given.until }).opening;
        let paid = 0;
        for (const row of rowsOf(given)) {
          for (const component of COMPONENTS) {
            const added = row.accrued[component] + row.charged[component] + row.refinanced[component];
            const taken = row.waived[component] + row.to[component];
            expect(row.owed[component], `${component}, day ${row.day}`).toBe(before[component] + added - taken);
          }
          expect(row.payment).toBe(sum(Object.values(row.to)) + row.unapplied);
          expect(row.totalOwed).toBe(sum(Object.values(row.owed)));
          paid += row.payment;
          expect(row.paidSoFar).toBe(paid);
          before = row.owed;
        }
      }),
      SAME_EACH_TIME,
    );
  });

  test("no component is ever negative", () => {
    fc.assert(
      fc.property(anyAgreedCase(anyKind), (given) => {
        for (const row of rowsOf(given)) expect(Math.min(...Object.values(row.owed))).toBeGreaterThanOrEqual(0);
      }),
      SAME_EACH_TIME,
    );
  });
});

/** A case with one agreement and nothing else that the lender does. */
const oneAgreement = anyAgreedCase(anyAgreement).map(({ loan, events, until }) => {
  const [agreement] = events.agreements;
  if (agreement?.kind !== "agreement") throw new Error("an agreed case has an agreement");
  return { loan: { ...loan, charges: [] }, agreement, payments: events.payments, until };
});

test("an agreement kept never breaks, bears no penalty, is never overdue, and ends cleared", () => {
  fc.assert(
    fc.property(oneAgreement, ({ loan, agreement }) => {
      const events: Events = { ...NO_EVENTS, agreements: [agreement], paysWhenDueFrom: agreement.date };
      const last = addMonths(agreement.date, agreement.pauseMonths + agreement.months);
      const kept = rowsOf({ loan, events, until: addDays(last, 5) }).filter((row) => row.date > agreement.date);
      for (const row of kept) {
        expect([row.daysOverdue, row.accrued.penalty, row.accrued.compound, row.charged.fee]).toEqual([0, 0, 0, 0]);
      }
      const { clearedOn, brokenOn } = simulate(loan, events, { until: addDays(last, 5) });
      expect(brokenOn).toEqual([]);
      expect(clearedOn).not.toBeNull();
    }),
    SAME_EACH_TIME,
  );
});

test("an agreement broken with its waivers taken back leaves the loan as if it had never been", () => {
  const runs = sameEachTime(300);
  let broken = 0;
  fc.assert(
    fc.property(oneAgreement, ({ loan, agreement, payments, until }) => {
      const restoring = { ...agreement, onBreak: "restore" } as const;
      const agreed: Events = { ...NO_EVENTS, payments, agreements: [restoring] };
      const rows = rowsOf({ loan, events: agreed, until });
      const totals = simulate(loan, agreed, { until });
      const [brokenOn] = totals.brokenOn;
      fc.pre(brokenOn !== undefined);
      broken += 1;
      const never: Events = { ...NO_EVENTS, payments };
      const standing = ({ date, daysOverdue, owed, payment, paidSoFar, principalPaidSoFar }: LedgerRow) => ({
        date,
        daysOverdue,
        owed,
        payment,
        paidSoFar,
        principalPaidSoFar,
      });
      const after = rows.filter((row) => row.date > brokenOn).map(standing);
      const expected = rowsOf({ loan, events: never, until }).map(standing);
      // Where the loan would have been paid off by then, it is on the first day after the break.
      if (after.length > 1) expect(after).toEqual(expected.filter((row) => row.date > brokenOn));
      const {
        brokenOn: _,
        agreements: _none,
        everOverdue: _while,
        clearedOn,
        to,
        ...figures
      } = simulate(loan, never, { until });
      if (clearedOn === null) expect(totals).toMatchObject({ ...figures, clearedOn, to });
      else expect(totals.closing).toEqual(figures.closing);
    }),
    runs,
  );
  expect(broken).toBe(runs.numRuns);
});
