/** Deferrals beside terms that look at due dates: a grace, a call, rounding at due dates. Each worked by hand. */

import { expect, test } from "vitest";
import type { LedgerRow } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { rate } from "../../src/loan/rate.ts";
import { AS_OF, instalment, loanOf, yuan } from "../reference/sample-loans.ts";

/** A month's time is agreed on the day after the first, or on a later one. */
function deferred(loan: Loan, until: string, agreedOn = addDays(AS_OF, 1)): Map<string, LedgerRow> {
  const rows = new Map<string, LedgerRow>();
  const agreements = [{ kind: "deferral", date: agreedOn, months: 1, rate: null }] as const;
  simulate(
    loan,
    { ...NO_EVENTS, agreements },
    { until: day(until), onRow: (row) => rows.set(new Date(row.date * 86_400_000).toISOString().slice(0, 10), row) },
  );
  return rows;
}

test("what a grace held back is not owed where the due date moves before it ends", () => {
  // Due on 22 November, from the 23rd on 23 December: four nights at 7.50, and not the one in November as well.
  const loan = loanOf([instalment(AS_OF, 10_000)], { grace: { days: 3, kind: "waive" } });
  const rows = deferred(loan, "2026-12-27");
  expect(rows.get("2026-12-26")?.totalOwed).toBe(rows.get("2026-12-23")?.totalOwed);
  expect(rows.get("2026-12-27")?.accrued.penalty).toBe(yuan(30));
});

test("a call for which nothing lay ahead does not call what is deferred later", () => {
  const due = [-90, -60].map((days) => instalment(addDays(AS_OF, days), 1_000));
  const called: Loan = {
    ...loanOf(due),
    accelerateOn: addDays(AS_OF, 3),
    // Something happens between the call and the new due dates.
    charges: [{ date: addDays(AS_OF, 20), amount: yuan(5), component: "fee", note: null }],
  };
  const rows = deferred(called, "2027-01-02", addDays(AS_OF, 10));
  expect(rows.get("2026-12-20")).toMatchObject({ daysOverdue: 0, accrued: { penalty: 0, interest: yuan(1) } });
  expect(rows.get("2027-01-02")).toMatchObject({ daysOverdue: 0 });
});

test("nothing is carried over a due date, also not what was running before a deferral put another before it", () => {
  // 0.40 a night on the second; from the deferral on the first is running again, until it falls due on 23 December.
  const loan = loanOf([instalment(addDays(AS_OF, -10), 10_000), instalment(day("2027-02-22"), 1_000)], {
    rates: [{ from: null, rate: rate(4n, 10_000n, "day") }],
    rounding: { when: "payment", direction: "half-up", unit: yuan(1) },
  });
  const rows = deferred(loan, "2026-12-26");
  const interest = ["2026-11-23", "2026-12-24", "2026-12-25", "2026-12-26"].map((on) => rows.get(on)?.accrued.interest);
  expect(interest).toEqual([0, 0, yuan(1), 0]);
});
