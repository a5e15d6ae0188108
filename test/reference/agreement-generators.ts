/** Agreements drawn at random, one after another, over any loan and any payments. */

import fc from "fast-check";
import { COMPONENTS } from "../../src/loan/components.ts";
import { addDays, type Day } from "../../src/loan/day.ts";
import type {
  Agreement,
  AgreementMethod,
  Deferral,
  InstalmentAgreement,
  Refinancing,
  Settlement,
} from "../../src/loan/events.ts";
import { fen } from "../../src/loan/money.ts";
import { fraction, type Rate, rate } from "../../src/loan/rate.ts";
import { DAY_COUNTS, type DayCount, multipleOfContractRate, type PenaltyTier } from "../../src/loan/terms.ts";
import { anyAmount, anyCase, anyRareCase, type Case } from "./generators.ts";
import { EVERYDAY_DAY_COUNTS } from "./terms-generator.ts";

const LONGEST_RUN_DAYS = 240;
const METHODS = ["equal-instalments", "equal-principal"] as const;

const anyShare = fc.constantFrom(
  fraction(0n, 1n),
  fraction(1n, 4n),
  fraction(1n, 3n),
  fraction(1n, 2n),
  fraction(1n, 1n),
);

const anyRate: fc.Arbitrary<Rate> = fc.oneof(
  fc.constant(rate(0n, 1n, "year")),
  fc.integer({ min: 1, max: 36_000 }).map((share) => rate(BigInt(share), 100_000n, "year")),
  fc.integer({ min: 1, max: 3_000 }).map((share) => rate(BigInt(share), 100_000n, "month")),
  fc.integer({ min: 1, max: 1_000 }).map((share) => rate(BigInt(share), 1_000_000n, "day")),
);

function someDay(asOf: Day): fc.Arbitrary<Day> {
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant(asOf) },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: 130 }).map((later) => addDays(asOf, later)) },
  );
}

export function anyAgreement(asOf: Day): fc.Arbitrary<InstalmentAgreement> {
  return fc.record({
    kind: fc.constant("agreement" as const),
    date: someDay(asOf),
    waive: fc.record({ fee: anyShare, penalty: anyShare, compound: anyShare, interest: anyShare, principal: anyShare }),
    charges: fc.constantFrom("spread" as const, "end" as const),
    months: fc.integer({ min: 1, max: 9 }),
    method: fc.constantFrom(...METHODS).map((kind) => ({ kind })),
    rate: anyRate,
    dayCount: fc.constantFrom<DayCount>(...EVERYDAY_DAY_COUNTS),
    pauseMonths: fc.constantFrom(0, 0, 0, 1, 2),
    graceDays: fc.constantFrom(0, 0, 3, 10),
    onBreak: fc.constantFrom("restore" as const, "keep" as const),
    down: fc.constant(null),
    unearned: fc.constant("leave-out" as const),
  });
}

export function anyDeferral(asOf: Day): fc.Arbitrary<Deferral> {
  return fc.record({
    kind: fc.constant("deferral" as const),
    date: someDay(asOf),
    months: fc.integer({ min: 1, max: 3 }),
    rate: fc.option(anyRate),
  });
}

export function anySettlement(asOf: Day): fc.Arbitrary<Settlement> {
  return fc.record({
    kind: fc.constant("settlement" as const),
    date: someDay(asOf),
    pays: fc.oneof(
      anyShare.map((share) => ({ kind: "share" as const, share })),
      anyAmount.map((amount) => ({ kind: "amount" as const, amount })),
    ),
    unearned: fc.constant("leave-out" as const),
  });
}

const anyArrears: fc.Arbitrary<readonly PenaltyTier[]> = fc.oneof(
  fc.constantFrom(fraction(1n, 1n), fraction(3n, 2n)).map((of) => multipleOfContractRate(of)),
  fc.tuple(anyRate, anyRate, fc.integer({ min: 2, max: 60 })).map(([first, later, fromDaysOverdue]) => [
    { fromDaysOverdue: 1, penalty: { kind: "rate" as const, rate: first } },
    { fromDaysOverdue, penalty: { kind: "rate" as const, rate: later } },
  ]),
);

export function anyRefinancing(asOf: Day): fc.Arbitrary<Refinancing> {
  return fc.record({
    kind: fc.constant("refinancing" as const),
    date: someDay(asOf),
    rate: anyRate,
    feeShare: fc.constantFrom(fraction(0n, 1n), fraction(3n, 100n), fraction(1n, 3n)),
    months: fc.integer({ min: 1, max: 9 }),
    method: fc.constantFrom(...METHODS),
    dayCount: fc.constantFrom<DayCount>(...EVERYDAY_DAY_COUNTS),
    penalty: anyArrears,
    unearned: fc.constant("leave-out" as const),
  });
}

function byDate(agreements: readonly Agreement[]): readonly Agreement[] {
  return agreements.toSorted((one, other) => one.date - other.date);
}

const SMALL = fen(20_000_000);

/** Up to 200,000 yuan a component: the search for an equal instalment by the days of each month goes fen by fen. */
function isSmall({ loan }: Case): boolean {
  return loan.instalments.every((row) => COMPONENTS.every((component) => (row[component] ?? 0) <= SMALL));
}

/** Any loan and payments, with what some kinds of agreement make of it. */
function agreed(cases: fc.Arbitrary<Case>, kinds: (asOf: Day) => fc.Arbitrary<Agreement>): fc.Arbitrary<Case> {
  return cases.filter(isSmall).chain(({ loan, events }) =>
    fc
      .record({
        agreements: fc.array(kinds(loan.asOf), { minLength: 1, maxLength: 3 }).map(byDate),
        paysWhenDueFrom: fc.option(fc.oneof(fc.constant(loan.asOf), someDay(loan.asOf)), { freq: 2 }),
        until: fc.integer({ min: 60, max: LONGEST_RUN_DAYS }).map((days) => addDays(loan.asOf, days)),
      })
      .map(({ agreements, paysWhenDueFrom, until }) => ({
        loan,
        events: { ...events, agreements, paysWhenDueFrom },
        until,
      })),
  );
}

/** Under everyday terms, by the usual methods. */
export function anyAgreedCase(kinds: (asOf: Day) => fc.Arbitrary<Agreement>): fc.Arbitrary<Case> {
  return agreed(anyCase, kinds);
}

export function anyKind(asOf: Day): fc.Arbitrary<Agreement> {
  return fc.oneof(
    { weight: 3, arbitrary: anyAgreement(asOf) },
    { weight: 2, arbitrary: anyDeferral(asOf) },
    { weight: 2, arbitrary: anyRefinancing(asOf) },
    { weight: 1, arbitrary: anySettlement(asOf) },
  );
}

const anyUnearned = fc.constantFrom("leave-out" as const, "keep" as const);

function anyRareMethod(months: number): fc.Arbitrary<AgreementMethod> {
  return fc.oneof(
    fc.constantFrom(...METHODS).map((kind) => ({ kind })),
    fc.integer({ min: 0, max: 30 }).map((perMille) => ({
      kind: "flat" as const,
      monthlyFee: fraction(BigInt(perMille), 1_000n),
    })),
    fc.tuple(anyAmount, anyAmount, fc.integer({ min: 0, max: months })).map(([first, later, turn]) => ({
      kind: "steps" as const,
      steps: [
        { amount: first, months: turn },
        { amount: later, months: months - turn },
      ].filter((step) => step.months > 0),
    })),
  );
}

const anyDown: fc.Arbitrary<InstalmentAgreement["down"]> = fc.oneof(
  fc.constant(null),
  anyShare.map((share) => ({ kind: "share" as const, share })),
  anyAmount.map((amount) => ({ kind: "amount" as const, amount })),
);

/** Agreements of every kind with all that they can say. */
function anyRareKind(asOf: Day): fc.Arbitrary<Agreement> {
  return fc
    .tuple(anyKind(asOf), anyUnearned, fc.constantFrom(...DAY_COUNTS), anyDown)
    .chain(([agreement, unearned, dayCount, down]): fc.Arbitrary<Agreement> => {
      switch (agreement.kind) {
        case "agreement":
          return anyRareMethod(agreement.months).map((method) => ({ ...agreement, unearned, dayCount, down, method }));
        case "settlement":
          return fc.constant({ ...agreement, unearned });
        case "refinancing":
          return fc.constant({ ...agreement, unearned, dayCount });
        case "deferral":
          return fc.constant(agreement);
        default:
          return agreement satisfies never;
      }
    });
}

/** Under terms of every kind, by every method. */
export const anyRareAgreedCase: fc.Arbitrary<Case> = fc
  .constantFrom(0, 0, 1)
  .chain((terms) => agreed(terms === 0 ? anyCase : anyRareCase, anyRareKind));
