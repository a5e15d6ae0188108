/** Runs of the engine for the laws: its rows, its totals, and loans of a kind that a law speaks of. */

import fc from "fast-check";
import type { RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, type Day } from "../../src/loan/day.ts";
import type { Instalment, Loan, Payment } from "../../src/loan/loan.ts";
import type { Terms } from "../../src/loan/terms.ts";
import type { Case } from "../reference/generators.ts";
import { sameEachTime } from "../runs.ts";

export const SAME_EACH_TIME = sameEachTime(100);

export function totalsOf({ loan, events, until }: Case): RunTotals {
  return simulate(loan, events, { until });
}

export function withTerms(given: Case, terms: Partial<Terms>): Case {
  return { ...given, loan: { ...given.loan, terms: { ...given.loan.terms, ...terms } } };
}

export function withLoan(given: Case, loan: Partial<Loan>): Case {
  return { ...given, loan: { ...given.loan, ...loan } };
}

export function withPayments(given: Case, payments: readonly Payment[]): Case {
  return { ...given, events: { ...given.events, payments } };
}

export function withoutPayments(given: Case): Case {
  return { ...given, events: { ...given.events, payments: [], streams: [] } };
}

/** The case with every due date moved so far back that all is overdue from the start. */
export function allOverdue(given: Case): Case {
  const { asOf, instalments } = given.loan;
  const latest = instalments.reduce<number>((day, { due }) => Math.max(day, due), asOf);
  const back = latest - asOf + 1;
  return withLoan(given, {
    instalments: instalments.map((one): Instalment => ({ ...one, due: addDays(one.due, -back) })),
    accelerateOn: null,
  });
}

/** The case with every due date moved ahead of the last day of the run. */
export function notYetDue(given: Case): Case {
  const { asOf, instalments } = given.loan;
  const earliest = instalments.reduce<number>((day, { due }) => Math.min(day, due), asOf);
  const ahead = given.until - earliest + 1;
  return withLoan(given, {
    instalments: instalments.map((one): Instalment => ({ ...one, due: addDays(one.due, ahead) })),
    accelerateOn: null,
  });
}

/** The case with payments that name no component. */
export function withoutPurpose({ loan, events, until }: Case): Case {
  const payments = events.payments.map((payment) => ({ ...payment, for: null }));
  const streams = events.streams.map((stream) => ({ ...stream, for: null }));
  return { loan, events: { ...events, payments, streams }, until };
}

/** A day of the run of a case, drawn at random. */
export function withDay(cases: fc.Arbitrary<Case>): fc.Arbitrary<{ given: Case; date: Day }> {
  return cases.chain((given) =>
    fc.record({
      given: fc.constant(given),
      date: fc.integer({ min: given.loan.asOf + 1, max: given.until }).map((number) => number as Day),
    }),
  );
}
