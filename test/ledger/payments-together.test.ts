/** Regular payments are taken together, or on a few numbers: a run comes to the same as one day at a time. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, addMonths } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { PaymentStream } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import type { Terms } from "../../src/loan/terms.ts";
import { anyCase, anyRareCase, type Case } from "../reference/generators.ts";
import { AS_OF, everyDay, instalment, loanOf, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

const DAYS = 1_200;

/** Too little for most loans, at once or after a while, or enough to get to the principal. */
const anyStream = ({ loan: { asOf } }: Case): fc.Arbitrary<PaymentStream> =>
  fc.record({
    cycle: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant("days"), days: fc.constantFrom(1, 1, 1, 3, 7) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("month"), dayOfMonth: fc.constantFrom(1, 15, 29, 31) }) },
    ),
    amounts: fc.oneof(fc.constant([fen(500)]), fc.array(anyAmount, { minLength: 1, maxLength: 2 })),
    from: fc.integer({ min: 1, max: 90 }).map((days) => addDays(asOf, days)),
    until: fc.option(fc.integer({ min: 0, max: DAYS }).map((days) => addDays(asOf, days))),
    pauses: mostly<PaymentStream["pauses"]>([], fc.constant([{ from: addDays(asOf, 100), until: addDays(asOf, 130) }])),
    for: mostly<PaymentStream["for"]>(null, fc.constant("penalty")),
  });

const anyAmount = fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 100_000 })).map(fen);

function mostly<Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

/** Owes charges that such payments work off for years. */
const withPayments = (cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> =>
  fc
    .tuple(cases, fc.tuple(anyCharge, anyCharge, anyCharge), mostly(true, fc.constant(false)))
    .chain(([given, [penalty, compound, fee], isOrderKept]) => {
      const { loan, events } = given;
      const instalments = loan.instalments.map((one) => ({ ...one, penalty, compound, fee }));
      const terms = isOrderKept ? { ...loan.terms, orderAfter: [] } : loan.terms;
      return fc.array(anyStream(given), { minLength: 1, maxLength: 2 }).map((streams) => ({
        loan: { ...loan, instalments, terms },
        events: { ...events, streams },
        until: addDays(loan.asOf, DAYS),
      }));
    });

/** Nothing but overdue, and paid daily under terms that let payments be alike, so that much of it gets to the principal. */
const paidDaily = (cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> =>
  fc
    .tuple(cases, fc.array(anyOverdue, { minLength: 1, maxLength: 2 }), anyDailyAmount, fc.integer({ min: 2, max: 40 }))
    .map(([{ loan }, overdue, amount, daysOverdue]) => {
      const { asOf } = loan;
      const due = addDays(asOf, -daysOverdue);
      const instalments = overdue.map((one, index) => ({ ...one, due: addMonths(due, -index) })).toReversed();
      const caps = loan.terms.caps.filter(({ kind }) => kind === "rate");
      const rounding = { ...loan.terms.rounding, when: amount % 2 === 0 ? "posting" : "daily" } as const;
      const terms = { ...loan.terms, caps, rounding, orderAfter: [] };
      const streams = [{ ...DAILY, amounts: [fen(amount)], from: addDays(asOf, 1) }];
      return {
        loan: { ...loan, instalments, charges: [], waivers: [], accelerateOn: null, terms },
        events: { ...NO_EVENTS, streams },
        until: addDays(asOf, DAYS / 4),
      };
    });

const DAILY: Omit<PaymentStream, "amounts" | "from"> = {
  cycle: { kind: "days", days: 1 },
  until: null,
  pauses: [],
  for: null,
};

const anyCharge = fc.oneof(fc.constant(fen(0)), fc.integer({ min: 0, max: 300_000 }).map(fen));
const anyDailyAmount = fc.oneof(fc.integer({ min: 1, max: 2_000 }), fc.integer({ min: 1, max: 20_000 }));
const anyOverdue = fc.record({
  principal: fc.integer({ min: 1, max: 2_000_000 }).map(fen),
  interest: anyCharge,
  penalty: anyCharge,
  compound: anyCharge,
  fee: anyCharge,
});

test.each([
  ["of every kind, everyday terms", 60, withPayments(anyCase)],
  ["of every kind, terms of every kind", 60, withPayments(anyRareCase)],
  ["every day, terms of every kind", 400, paidDaily(anyRareCase)],
])("years of payments %s", (_, runs, cases) => {
  fc.assert(
    fc.property(cases, ({ loan, events, until }) => {
      const byDay = simulate(loan, events, { until, onRow: () => undefined });
      expect(simulate(loan, events, { until })).toEqual(byDay);
    }),
    sameEachTime(runs),
  );
});

test.each<[string, number, Partial<Terms>]>([
  [
    "what comes first in the order is cleared first",
    9,
    { order: ["fee", "compound", "penalty", "interest", "principal"] },
  ],
  ["what a grace may waive is not owed", 50, { grace: { days: 10, kind: "waive" } }],
  ["what was there at the last rest bears compound", 90, { compoundRests: "month" }],
  ["so do penalty and compound", 90, { compound: "all", compoundRests: "month" }],
])("%s", (_, amount, terms) => {
  const charges = { interest: yuan(8_000), penalty: yuan(0), compound: yuan(0), fee: yuan(30) };
  const loan = loanOf([instalment(addDays(AS_OF, -3), 10_000, charges)], terms);
  const events = { ...NO_EVENTS, streams: [everyDay(amount)] };
  const until = addDays(AS_OF, 200);
  expect(simulate(loan, events, { until })).toEqual(simulate(loan, events, { until, onRow: () => undefined }));
});
