/** Payments that never get beyond the first charge are taken as one: a run comes to the same as one day at a time. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { simulate } from "../../src/ledger/run.ts";
import { addDays } from "../../src/loan/day.ts";
import type { PaymentStream } from "../../src/loan/loan.ts";
import { fen } from "../../src/loan/money.ts";
import { anyCase, anyRareCase, type Case } from "../reference/generators.ts";
import { sameEachTime } from "../runs.ts";

const DAYS = 1_200;

/** Too little for most loans, at once or after a while. */
const smallStream = ({ loan: { asOf } }: Case): fc.Arbitrary<PaymentStream> =>
  fc.record({
    cycle: fc.oneof(
      { weight: 4, arbitrary: fc.record({ kind: fc.constant("days"), days: fc.constantFrom(1, 1, 1, 3, 7) }) },
      { weight: 1, arbitrary: fc.record({ kind: fc.constant("month"), dayOfMonth: fc.constantFrom(1, 15, 29, 31) }) },
    ),
    amounts: mostly([fen(500)], fc.array(anySmallAmount, { minLength: 1, maxLength: 2 })),
    from: fc.integer({ min: 1, max: 90 }).map((days) => addDays(asOf, days)),
    until: fc.option(fc.integer({ min: 0, max: DAYS }).map((days) => addDays(asOf, days))),
    pauses: mostly<PaymentStream["pauses"]>([], fc.constant([{ from: addDays(asOf, 100), until: addDays(asOf, 130) }])),
    for: mostly<PaymentStream["for"]>(null, fc.constant("penalty")),
  });

const anySmallAmount = fc.integer({ min: 0, max: 3_000 }).map(fen);

function mostly<Value>(usual: Value, other: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
}

/** Owes charges that such payments work off for years. */
const withSmallPayments = (cases: fc.Arbitrary<Case>): fc.Arbitrary<Case> =>
  fc
    .tuple(cases, fc.tuple(anyCharge, anyCharge, anyCharge), mostly(true, fc.constant(false)))
    .chain(([given, [penalty, compound, fee], isOrderKept]) => {
      const { loan, events } = given;
      const instalments = loan.instalments.map((one) => ({ ...one, penalty, compound, fee }));
      const terms = isOrderKept ? { ...loan.terms, orderAfter: [] } : loan.terms;
      return fc.array(smallStream(given), { minLength: 1, maxLength: 2 }).map((streams) => ({
        loan: { ...loan, instalments, terms },
        events: { ...events, streams },
        until: addDays(loan.asOf, DAYS),
      }));
    });

const anyCharge = fc.oneof(fc.constant(fen(0)), fc.integer({ min: 0, max: 300_000 }).map(fen));

test.each([
  ["everyday terms", anyCase],
  ["terms of every kind", anyRareCase],
])("years of small payments: %s", (_, cases) => {
  fc.assert(
    fc.property(withSmallPayments(cases), ({ loan, events, until }) => {
      const byDay = simulate(loan, events, { until, onRow: () => undefined });
      expect(simulate(loan, events, { until })).toEqual(byDay);
    }),
    sameEachTime(60),
  );
});
