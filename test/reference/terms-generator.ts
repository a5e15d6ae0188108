/** Terms of a contract drawn at random: rates that people meet, fees, grace, rounding and every order of allocation. */

import fc from "fast-check";
import { CHARGES, COMPONENTS, type Component } from "../../src/loan/components.ts";
import { addDays, type Day } from "../../src/loan/day.ts";
import { LATE_FEE_BASES, LATE_FEE_TURNS, type LateFee, USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { fen } from "../../src/loan/money.ts";
import { fraction, type Rate, rate } from "../../src/loan/rate.ts";
import { ROUNDING_DIRECTIONS, ROUNDING_MOMENTS, type Rounding, USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import {
  AXES,
  type Cap,
  COMPOUND_BASES,
  COMPOUND_RESTS,
  type CompoundRate,
  DAY_COUNTS,
  type DatedRate,
  type DayCount,
  GRACE_KINDS,
  INTEREST_MODES,
  type MinimumRule,
  type OrderSwitch,
  PENALTY_BASES,
  type PenaltyRate,
  type PenaltyTier,
  SURPLUSES,
  type Terms,
} from "../../src/loan/terms.ts";
import { NO_SPECIAL_TERMS } from "../plain.ts";

/** Up to 0.2 % a day, stated per day, month or year, with up to four decimals of a percent. */
const anyRate: fc.Arbitrary<Rate> = fc.oneof(
  { weight: 1, arbitrary: fc.constant(rate(0n, 1n, "day")) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 2_000 }).map((share) => rate(BigInt(share), 1_000_000n, "day")) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 6_000 }).map((share) => rate(BigInt(share), 100_000n, "month")) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 72_000 }).map((share) => rate(BigInt(share), 100_000n, "year")) },
);

function datedRates(asOf: Day): fc.Arbitrary<readonly DatedRate[]> {
  const later = fc.uniqueArray(fc.integer({ min: -60, max: 110 }), { maxLength: 3 });
  return fc
    .tuple(anyRate, later, fc.array(anyRate, { minLength: 3, maxLength: 3 }))
    .map(([first, offsets, rates]) => [
      { from: null, rate: first },
      ...ascending(offsets).map((offset, index) => ({ from: addDays(asOf, offset), rate: rates[index] ?? first })),
    ]);
}

function ascending(numbers: readonly number[]): number[] {
  return numbers.toSorted((one, other) => one - other);
}

const anyPenaltyRate: fc.Arbitrary<PenaltyRate> = fc.oneof(
  fc.record({ kind: fc.constant("rate" as const), rate: anyRate }),
  fc
    .constantFrom(fraction(1n, 1n), fraction(3n, 2n), fraction(13n, 10n), fraction(2n, 1n), fraction(0n, 1n))
    .map((of) => ({ kind: "multiple" as const, of })),
);

const anyPenaltyTiers: fc.Arbitrary<readonly PenaltyTier[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 2, max: 130 }), { maxLength: 2 }),
    fc.array(anyPenaltyRate, { minLength: 3, maxLength: 3 }),
  )
  .map(([later, rates]) =>
    [1, ...ascending(later)].flatMap((fromDaysOverdue, index) => {
      const penalty = rates[index];
      return penalty === undefined ? [] : [{ fromDaysOverdue, penalty }];
    }),
  );

const smallAmount = fc.integer({ min: 0, max: 20_000 }).map(fen);

const anyLateFee: fc.Arbitrary<LateFee> = fc
  .record({
    charge: fc.oneof(
      fc.record({ kind: fc.constant("fixed" as const), amount: smallAmount }),
      fc.record({
        kind: fc.constant("percent" as const),
        share: fc.integer({ min: 0, max: 100 }).map((perMille) => fraction(BigInt(perMille), 1_000n)),
        of: fc.constantFrom("instalment" as const, "overdue-principal" as const),
      }),
    ),
    each: fc.constantFrom("instalment" as const, "month" as const),
    minimum: fc.option(smallAmount, { freq: 1 }),
    maximum: fc.option(fc.integer({ min: 20_000, max: 90_000 }).map(fen), { freq: 1 }),
  })
  .map((fee) => ({ ...USUAL_LATE_FEE, ...fee }));

const usualOrder: readonly Component[] = ["fee", "penalty", "compound", "interest", "principal"];
const anyOrder: fc.Arbitrary<readonly Component[]> = fc.oneof(
  fc.constant(usualOrder),
  fc.shuffledSubarray([...COMPONENTS], { minLength: COMPONENTS.length }),
);

const anyOrderSwitches: fc.Arbitrary<readonly OrderSwitch[]> = fc
  .uniqueArray(
    fc.record({ daysOverdue: fc.integer({ min: 1, max: 130 }), order: anyOrder, by: fc.constantFrom(...AXES) }),
    { maxLength: 2, selector: (row) => row.daysOverdue },
  )
  .map((rows) => rows.toSorted((one, other) => one.daysOverdue - other.daysOverdue));

/** Day counts under which a night is one day, or a part of a month. */
export const EVERYDAY_DAY_COUNTS = ["actual/360", "actual/365", "actual/actual", "period"] as const;

/** Terms that most contracts have. */
export function everydayTerms(asOf: Day): fc.Arbitrary<Terms> {
  return fc
    .record({
      rates: datedRates(asOf),
      interest: fc.constantFrom(...INTEREST_MODES),
      penalty: anyPenaltyTiers,
      penaltyBase: fc.constantFrom(...PENALTY_BASES),
      compound: fc.constantFrom(...COMPOUND_BASES),
      dayCount: fc.constantFrom<DayCount>(...EVERYDAY_DAY_COUNTS),
      grace: fc.record({ days: fc.constantFrom(0, 0, 1, 3, 10), kind: fc.constantFrom(...GRACE_KINDS) }),
      rateDecimals: fc.option(fc.integer({ min: 4, max: 8 }), { freq: 1 }),
      rounding: fc.constantFrom("posting" as const, "daily" as const).map((when) => ({ ...USUAL_ROUNDING, when })),
      lateFees: fc.oneof(fc.constant([]), fc.array(anyLateFee, { maxLength: 2 })),
      order: anyOrder,
      by: fc.constantFrom(...AXES),
      surplus: fc.constantFrom(...SURPLUSES),
      orderInAdvance: fc.option(anyOrder, { freq: 1 }),
      orderAfter: fc.oneof(fc.constant([]), anyOrderSwitches),
    })
    .map((terms) => ({ ...NO_SPECIAL_TERMS, ...terms }));
}

const anyCompoundRate: fc.Arbitrary<CompoundRate> = fc.oneof(
  fc.constantFrom({ kind: "penalty" as const }, { kind: "contract" as const }),
  anyRate.map((own) => ({ kind: "rate" as const, rate: own })),
);

const anyRounding: fc.Arbitrary<Rounding> = fc.record({
  when: fc.constantFrom(...ROUNDING_MOMENTS),
  direction: fc.constantFrom(...ROUNDING_DIRECTIONS),
  unit: fc.constantFrom(fen(1), fen(1), fen(100)),
});

const anyShareUpTo = (perMille: number): fc.Arbitrary<ReturnType<typeof fraction>> =>
  fc.integer({ min: 0, max: perMille }).map((share) => fraction(BigInt(share), 1_000n));

const anyCap: fc.Arbitrary<Cap> = fc.oneof(
  fc.record({
    kind: fc.constant("rate" as const),
    of: fc.constantFrom("penalty" as const, "compound" as const, "interest" as const),
    rate: anyRate,
  }),
  fc.record({
    kind: fc.constant("share" as const),
    of: fc.constantFrom("charges" as const, ...CHARGES),
    share: anyShareUpTo(1_000),
  }),
  fc.record({
    kind: fc.constant("yearly" as const),
    of: fc.constant("charges" as const),
    yearlyRate: anyShareUpTo(400),
  }),
);

const anyMinimum: fc.Arbitrary<MinimumRule> = fc.record({
  amount: fc.option(fc.integer({ min: 0, max: 100_000 }).map(fen)),
  share: fc.option(anyShareUpTo(200)),
});

const anyFeeRule: fc.Arbitrary<LateFee> = fc.record({
  charge: fc.oneof(
    fc.record({ kind: fc.constant("fixed" as const), amount: smallAmount }),
    fc.record({
      kind: fc.constant("percent" as const),
      share: anyShareUpTo(100),
      of: fc.constantFrom(...LATE_FEE_BASES),
    }),
  ),
  each: fc.constantFrom(...LATE_FEE_TURNS),
  afterDaysOverdue: fc.constantFrom(1, 1, 2, 10, 30),
  graceDays: fc.option(fc.constantFrom(0, 3, 15)),
  minimum: fc.option(smallAmount, { freq: 1 }),
  maximum: fc.option(fc.integer({ min: 20_000, max: 90_000 }).map(fen), { freq: 1 }),
  maximumInAll: fc.option(fc.integer({ min: 0, max: 200_000 }).map(fen), { freq: 1 }),
});

/** Terms of every kind; each rare one stands alone as often as among others, so that a failure shrinks to it. */
export function anyTerms(asOf: Day): fc.Arbitrary<Terms> {
  const rare = fc.record(
    {
      compoundRate: anyCompoundRate,
      compoundRests: fc.constantFrom(...COMPOUND_RESTS),
      dayCount: fc.constantFrom(...DAY_COUNTS),
      rounding: anyRounding,
      caps: fc.array(anyCap, { maxLength: 2 }),
      minimum: anyMinimum,
      lateFees: fc.array(anyFeeRule, { maxLength: 2 }),
      accelerateAfter: fc.option(fc.integer({ min: 1, max: 100 })),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(everydayTerms(asOf), rare).map(([everyday, some]) => ({ ...everyday, ...some }));
}
