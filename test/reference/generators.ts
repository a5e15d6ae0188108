/** Whole loans drawn at random: every kind of terms, irregular instalments, payments and whatever else can happen. */

import fc from "fast-check";
import { CHARGES, COMPONENTS } from "../../src/loan/components.ts";
import { addDays, addMonths, byDate, type Day, day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import {
  CHARGES_NOT_GIVEN,
  type DatedCharge,
  type DatedWaiver,
  type Instalment,
  type Loan,
  type Payment,
  type PaymentStream,
  plainStream,
} from "../../src/loan/loan.ts";
import { type Fen, fen, sum } from "../../src/loan/money.ts";
import { fraction } from "../../src/loan/rate.ts";
import { SURPLUSES, type Terms } from "../../src/loan/terms.ts";
import { NOTHING_ELSE } from "../plain.ts";
import { anyTerms, everydayTerms } from "./terms-generator.ts";

/** A loan, what happens to it, and how long it is watched. */
export interface Case {
  readonly loan: Loan;
  readonly events: Events;
  readonly until: Day;
}

const LONGEST_RUN_DAYS = 120;

/** From a single fen to ten million yuan, small ones as often as large ones. */
export const anyAmount: fc.Arbitrary<Fen> = fc
  .oneof(
    fc.integer({ min: 1, max: 300 }),
    fc.integer({ min: 1, max: 100_000 }),
    fc.integer({ min: 1, max: 10_000_000 }),
    fc.integer({ min: 1, max: 1_000_000_000 }),
  )
  .map(fen);

const amountOrNothing = fc.oneof({ weight: 1, arbitrary: fc.constant(fen(0)) }, { weight: 2, arbitrary: anyAmount });
const mostlyNothing = fc.oneof({ weight: 4, arbitrary: fc.constant(fen(0)) }, { weight: 1, arbitrary: anyAmount });

/** Close to leap days and ends of years as often as not. */
const anyAsOf: fc.Arbitrary<Day> = fc.oneof(
  fc.integer({ min: day("2023-06-01"), max: day("2029-06-01") }).map((number) => number as Day),
  fc.constantFrom("2023-12-20", "2024-01-31", "2024-02-27", "2024-12-30", "2026-11-22", "2027-12-31").map(day),
);

/** Due dates around `asOf`: monthly on a day, or wherever they fall, two on one day not excluded. */
function dueDatesAround(asOf: Day): fc.Arbitrary<readonly Day[]> {
  const irregular = fc
    .array(fc.integer({ min: -110, max: 150 }), { minLength: 1, maxLength: 8 })
    .map((offsets) => offsets.toSorted((one, other) => one - other).map((offset) => addDays(asOf, offset)));
  const regular = fc
    .record({
      first: fc.integer({ min: -200, max: 70 }),
      count: fc.integer({ min: 1, max: 8 }),
      months: fc.constantFrom(1, 1, 1, 3),
    })
    .map(({ first, count, months }) => everySoManyMonths(addDays(asOf, first), count, months));
  return fc.oneof(irregular, regular);
}

function everySoManyMonths(first: Day, count: number, months: number): readonly Day[] {
  return Array.from({ length: count }, (_, index) => addMonths(first, index * months));
}

/** Under `period` due dates lie whole months apart: those that do not are drawn together to such. */
function wholeMonthsApart(instalments: readonly Instalment[]): readonly Instalment[] {
  const dues = instalments.map(({ due }) => due);
  const first = dues[0];
  if (first === undefined) return instalments;
  const months = [1, 3].find((step) => everySoManyMonths(first, dues.length, step).join() === dues.join()) ?? 1;
  const apart = everySoManyMonths(first, dues.length, months);
  return instalments.map((one, index) => ({ ...one, due: apart[index] ?? one.due }));
}

const chargeGivenOrNot = fc.option(amountOrNothing, { freq: 3 });

function instalmentDue(due: Day): fc.Arbitrary<Instalment> {
  const given = { due: fc.constant(due), principal: amountOrNothing };
  const notGiven = fc.constant(null);
  return fc.oneof(
    fc.record({ ...given, interest: amountOrNothing, penalty: notGiven, compound: notGiven, fee: notGiven }),
    fc.record({
      ...given,
      interest: mostlyNothing,
      penalty: mostlyNothing,
      compound: mostlyNothing,
      fee: mostlyNothing,
    }),
    fc.record({
      ...given,
      interest: amountOrNothing,
      penalty: chargeGivenOrNot,
      compound: chargeGivenOrNot,
      fee: chargeGivenOrNot,
    }),
  );
}

function instalmentsAround(asOf: Day): fc.Arbitrary<readonly Instalment[]> {
  return dueDatesAround(asOf)
    .chain((dues) => fc.tuple(...dues.map(instalmentDue)))
    .filter((instalments) => instalments.some(({ principal }) => principal > 0));
}

function dayAfter(asOf: Day, from: number, to: number): fc.Arbitrary<Day> {
  return fc.integer({ min: from, max: to }).map((offset) => addDays(asOf, offset));
}

function chargesAfter(asOf: Day): fc.Arbitrary<readonly DatedCharge[]> {
  return fc.array(
    fc.record({
      date: dayAfter(asOf, 1, LONGEST_RUN_DAYS + 40),
      amount: anyAmount,
      component: fc.constantFrom(...COMPONENTS),
      note: fc.constant(null),
    }),
    { maxLength: 3 },
  );
}

const anyShare = fc.constantFrom(fraction(0n, 1n), fraction(1n, 3n), fraction(1n, 2n), fraction(1n, 1n));

function waiversAfter(asOf: Day): fc.Arbitrary<readonly DatedWaiver[]> {
  const anyWaiver = fc.record({
    date: dayAfter(asOf, 1, LONGEST_RUN_DAYS),
    of: fc.constantFrom("all" as const, "charges" as const, "principal" as const, ...CHARGES),
    waives: fc.oneof(
      fc.record({ kind: fc.constant("amount" as const), amount: anyAmount }),
      fc.record({ kind: fc.constant("share" as const), share: anyShare }),
    ),
  });
  return fc.array(anyWaiver, { minLength: 1, maxLength: 3 }).map((waivers) => waivers.toSorted(byDate));
}

function anyLoan(
  asOf: Day,
  terms: fc.Arbitrary<Terms>,
  waivers: fc.Arbitrary<readonly DatedWaiver[]>,
): fc.Arbitrary<Loan> {
  return instalmentsAround(asOf).chain((instalments) =>
    fc
      .record({
        name: fc.constant(null),
        asOf: fc.constant(asOf),
        borrowed: fc.oneof(fc.constant(sum(instalments.map(({ principal }) => principal))), anyAmount),
        terms,
        charges: fc.oneof(fc.constant([]), chargesAfter(asOf)),
        waivers,
        accelerateOn: fc.option(dayAfter(asOf, 1, LONGEST_RUN_DAYS), { freq: 1 }),
      })
      .map((loan) => ({
        ...NOTHING_ELSE,
        ...loan,
        instalments: loan.terms.dayCount === "period" ? wholeMonthsApart(instalments) : instalments,
      })),
  );
}

const anyPurpose = fc.option(fc.constantFrom(...COMPONENTS), { freq: 1 });

/** A few days are drawn often, so that payments meet on one day. */
function paymentDate(asOf: Day): fc.Arbitrary<Day> {
  return fc.oneof(dayAfter(asOf, 1, 6), dayAfter(asOf, 1, LONGEST_RUN_DAYS));
}

function paymentsAfter(asOf: Day): fc.Arbitrary<readonly Payment[]> {
  return fc.array(
    fc.record({
      date: paymentDate(asOf),
      amount: fc.oneof({ weight: 9, arbitrary: anyAmount }, { weight: 1, arbitrary: fc.constant(fen(0)) }),
      for: anyPurpose,
      surplus: fc.option(fc.constantFrom(...SURPLUSES), { freq: 1 }),
    }),
    { maxLength: 6 },
  );
}

function stretch(asOf: Day): fc.Arbitrary<{ readonly from: Day; readonly until: Day }> {
  return fc
    .record({ start: fc.integer({ min: -5, max: 90 }), days: fc.integer({ min: 0, max: 30 }) })
    .map(({ start, days }) => ({ from: addDays(asOf, start), until: addDays(asOf, start + days) }));
}

function streamsAround(asOf: Day, amount: fc.Arbitrary<Fen | "minimum">): fc.Arbitrary<readonly PaymentStream[]> {
  return fc.array(
    fc.record({
      cycle: fc.oneof(
        fc.record({ kind: fc.constant("days" as const), days: fc.constantFrom(1, 2, 7, 10, 30) }),
        fc.record({ kind: fc.constant("month" as const), dayOfMonth: fc.constantFrom(1, 15, 28, 29, 30, 31) }),
      ),
      amounts: fc.array(amount, { minLength: 1, maxLength: 3 }),
      from: dayAfter(asOf, -40, 40),
      until: fc.option(dayAfter(asOf, -5, LONGEST_RUN_DAYS), { freq: 1 }),
      pauses: fc.array(stretch(asOf), { maxLength: 2 }),
      for: anyPurpose,
    }),
    { maxLength: 3 },
  );
}

interface Kind {
  readonly terms: (asOf: Day) => fc.Arbitrary<Terms>;
  readonly waivers: (asOf: Day) => fc.Arbitrary<readonly DatedWaiver[]>;
  readonly streamAmount: fc.Arbitrary<Fen | "minimum">;
  readonly days: fc.Arbitrary<number>;
}

function cases({ terms, waivers, streamAmount, days }: Kind): fc.Arbitrary<Case> {
  return anyAsOf.chain((asOf) =>
    fc
      .record({
        loan: anyLoan(asOf, terms(asOf), waivers(asOf)),
        payments: fc.oneof(fc.constant([]), paymentsAfter(asOf)),
        streams: fc.oneof(fc.constant([]), streamsAround(asOf, streamAmount)),
        until: days.map((later) => addDays(asOf, later)),
      })
      .map(({ loan, payments, streams, until }) => ({ loan, events: { ...NO_EVENTS, payments, streams }, until })),
  );
}

/** Any loan under everyday terms with any payments. */
export const anyCase: fc.Arbitrary<Case> = cases({
  terms: everydayTerms,
  waivers: () => fc.constant([]),
  streamAmount: anyAmount,
  days: fc.integer({ min: 40, max: LONGEST_RUN_DAYS }),
});

/**
 * Paid little by little: interest and payments are some thousandths of the principal, so that a payment clears charges and
 * leaves the rest. Amounts drawn each by itself seldom meet so.
 */
export const anySlowCase: fc.Arbitrary<Case> = fc
  .record({
    slow: anyCase,
    interest: fc.integer({ min: 0, max: 20 }),
    payment: fc.integer({ min: 1, max: 20 }),
    days: fc.constantFrom(1, 1, 2, 7),
  })
  .map(({ slow: { loan, events, until }, interest, payment, days }) => {
    const part = (amount: Fen, perMille: number): Fen => fen(Math.ceil((amount * perMille) / 1_000));
    const instalments = loan.instalments.map((one) => ({ ...one, interest: part(one.principal, interest) }));
    const amount = part(sum(instalments.map(({ principal }) => principal)), payment);
    const stream = plainStream({ kind: "days", days }, [amount], addDays(loan.asOf, 1));
    return { loan: { ...loan, instalments }, events: { ...events, streams: [stream] }, until };
  });

/** Any loan under terms of every kind, now and then watched for years. */
export const anyRareCase: fc.Arbitrary<Case> = cases({
  terms: anyTerms,
  waivers: (asOf) => fc.oneof(fc.constant([]), waiversAfter(asOf)),
  streamAmount: fc.oneof(
    { weight: 3, arbitrary: anyAmount },
    { weight: 1, arbitrary: fc.constant("minimum" as const) },
  ),
  days: fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 40, max: LONGEST_RUN_DAYS }) },
    { weight: 1, arbitrary: fc.integer({ min: LONGEST_RUN_DAYS, max: 1_200 }) },
  ),
});

/** The interest of a contract: what has accrued by `asOf` is not given, and nothing else of its instalments is. */
export const anyContractCase: fc.Arbitrary<Case> = anyRareCase.map(({ loan, events, until }) => {
  const instalments = loan.instalments.map((one) => ({ ...one, interest: null, ...CHARGES_NOT_GIVEN }));
  return { loan: { ...loan, instalments, terms: { ...loan.terms, interest: "accrued" } }, events, until };
});
