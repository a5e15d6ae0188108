/** Never is never, and cleared is cleared: the projection against a hundred years lived day by day. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type NeverReason, type Projection, project } from "../../src/advice/projection.ts";
import { summarise } from "../../src/advice/run-report.ts";
import type { RunTotals } from "../../src/ledger/ledger.ts";
import { Run } from "../../src/ledger/run.ts";
import { addDays, addMonths, CENTURY_DAYS, type Day, formatDay } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { EVERY_DAY, type Loan, type PaymentStream, plainStream } from "../../src/loan/loan.ts";
import { divideUp, type Fen, fen, ZERO } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { penaltyPerDay, type Terms } from "../../src/loan/terms.ts";
import { AS_OF, instalment, loanOf, overdue, paymentOn, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

/** Every day opened and closed, so that nothing is taken in one step. */
function lived(loan: Loan, events: Events): RunTotals {
  const run = new Run(loan, events);
  for (let days = 1; days <= CENTURY_DAYS && !run.isOver; days += 1) {
    run.openDay(addDays(loan.asOf, days));
    run.closeDay(ZERO);
  }
  return run.totals();
}

function expectTruth(loan: Loan, events: Events): Projection {
  const projection = project(new Run(loan, events), events);
  const totals = lived(loan, events);
  expect(projection.clearedOn === null ? null : formatDay(projection.clearedOn)).toBe(
    totals.clearedOn === null ? null : formatDay(totals.clearedOn),
  );
  expect(projection.principalFirstFell).toBe(totals.principalFirstFell);
  expect(projection.reason === null).toBe(totals.clearedOn !== null);
  if (totals.clearedOn !== null) expect(projection.paid).toBe(totals.payments);
  return projection;
}

function stream(how: Partial<PaymentStream>): Events {
  return { ...NO_EVENTS, streams: [{ ...plainStream(EVERY_DAY, [yuan(50)], addDays(AS_OF, 1)), ...how }] };
}

const plain = loanOf([instalment(AS_OF, 50_000)]);
const WEEKLY = { cycle: { kind: "days", days: 7 }, from: addDays(AS_OF, 7) } as const;
const MONTHLY = { cycle: { kind: "month", dayOfMonth: 22 } } as const;
const NOT_COVERED = "payments-do-not-cover-charges";
/** They are covered, but the little that is left would take more than a hundred years. */
const TOO_LATE = "not-within-horizon";

describe("50,000 that bear 37.50 a day", () => {
  test.each<[string, Partial<PaymentStream>, NeverReason | null, NeverReason | null]>([
    ["30 a day", { amounts: [yuan(30)] }, NOT_COVERED, NOT_COVERED],
    ["one fen too little a day", { amounts: [yuan(37.49)] }, NOT_COVERED, NOT_COVERED],
    ["just the charges of each day", { amounts: [yuan(37.5)] }, NOT_COVERED, NOT_COVERED],
    ["one fen a day more", { amounts: [yuan(37.51)] }, null, TOO_LATE],
    ["50 a day", {}, null, null],
    ["just the charges of each week", { ...WEEKLY, amounts: [yuan(262.5)] }, NOT_COVERED, NOT_COVERED],
    ["one fen too little a week", { ...WEEKLY, amounts: [yuan(262.49)] }, NOT_COVERED, NOT_COVERED],
    ["one fen a week more", { ...WEEKLY, amounts: [yuan(262.51)] }, null, TOO_LATE],
    ["a month of 30 days paid for", { ...MONTHLY, amounts: [yuan(1_125)] }, NOT_COVERED, NOT_COVERED],
    ["a month of 31 days paid for", { ...MONTHLY, amounts: [yuan(1_162.5)] }, null, null],
    ["25 and 50 in turn", { amounts: [yuan(25), yuan(50)] }, NOT_COVERED, NOT_COVERED],
    ["25.01 and 50 in turn", { amounts: [yuan(25.01), yuan(50)] }, null, TOO_LATE],
    ["50 and 25 in turn, half a day ahead", { amounts: [yuan(50), yuan(25)] }, null, NOT_COVERED],
    ["50, 30 and 100 in turn", { amounts: [yuan(50), yuan(30), yuan(100)] }, null, null],
    ["100 and nothing for two days", { amounts: [yuan(100), fen(0), fen(0)] }, NOT_COVERED, NOT_COVERED],
  ])("%s", (_name, how, reason, reasonAfterNinetyDays) => {
    expect(expectTruth(plain, stream(how)).reason).toBe(reason);
    expect(expectTruth(overdue, stream(how)).reason).toBe(reasonAfterNinetyDays);
  });

  test("is never cleared where nothing is paid", () => {
    expect(expectTruth(plain, NO_EVENTS).reason).toBe(NOT_COVERED);
    expect(expectTruth(plain, stream({ amounts: [fen(0)] })).reason).toBe(NOT_COVERED);
  });

  test("is never cleared by payments that end", () => {
    expectTruth(plain, stream({ until: addDays(AS_OF, 400) }));
    expectTruth(plain, stream({ until: addDays(AS_OF, 4_000) }));
    expectTruth(plain, stream({ amounts: [yuan(20)], until: addDays(AS_OF, 4_000) }));
  });

  test("payments with a late start, a pause, or one after the other are waited for", () => {
    expectTruth(plain, stream({ from: addDays(AS_OF, 2_000) }));
    const pause = { from: addDays(AS_OF, 20), until: addDays(AS_OF, 3_000) };
    expectTruth(plain, stream({ pauses: [pause] }));
    const [little] = stream({ amounts: [yuan(20)] }).streams;
    const [more] = stream({ amounts: [yuan(140)], ...WEEKLY, from: addDays(AS_OF, 900) }).streams;
    if (little === undefined || more === undefined) throw new Error("no streams");
    expect(expectTruth(plain, { ...NO_EVENTS, streams: [little, more] }).clearedOn).not.toBeNull();
  });

  test("a lump far ahead is waited for", () => {
    const payments = [paymentOn(addDays(AS_OF, 5_000), 300_000)];
    expect(expectTruth(plain, { ...NO_EVENTS, payments }).clearedOn).toBe(addDays(AS_OF, 5_000));
  });
});

describe("payments that work off for years what stands before the principal", () => {
  const months = [-6, -5, -4, -3, -2, -1] as const;
  const unpaid = { penalty: null, compound: null, fee: null } as const;
  /** Due on the 22nd of May to October 2026; the interest of the first is 300.00, of each later one 50.00 less. */
  const sixOverdue = (interest: (index: number) => number, terms: Partial<Terms> = {}): Loan =>
    loanOf(
      months.map((later, index) =>
        instalment(addMonths(AS_OF, later), 5_000, { ...unpaid, interest: yuan(interest(index)) }),
      ),
      terms,
    );

  test("20 a day against 22.50 of penalty: the oldest instalments go, and with them what bears it", () => {
    const loan = sixOverdue((index) => 300 - 50 * index, { compound: "none" });
    const { principalFirstFell, clearedOn } = expectTruth(loan, stream({ amounts: [yuan(20)] }));
    expect([principalFirstFell, clearedOn].map((day) => day && formatDay(day))).toEqual(["2027-01-22", "2036-03-31"]);
  });

  test("six that carry no interest, with compound, and 12 a day or 360 a month of arrears of three years", () => {
    expect(
      expectTruth(
        sixOverdue(() => 0),
        stream({ amounts: [yuan(20)] }),
      ).clearedOn,
    ).not.toBeNull();
    const long = loanOf(
      months.map((later, index) =>
        instalment(addMonths(AS_OF, later - 36), 5_000, { interest: yuan(300 - 50 * index) }),
      ),
    );
    expect(expectTruth(long, stream({ amounts: [yuan(12)] })).clearedOn).not.toBeNull();
    expect(expectTruth(long, stream({ ...MONTHLY, amounts: [yuan(360)] })).clearedOn).not.toBeNull();
  });

  test("interest that bears compound, paid before the penalty", () => {
    const owed = instalment(addDays(AS_OF, -30), 50_000, { interest: yuan(6_000), penalty: null, compound: null });
    const loan = loanOf([owed], { order: ["fee", "interest", "penalty", "compound", "principal"] });
    const { principalFirstFell, clearedOn } = expectTruth(loan, stream({ amounts: [yuan(40)] }));
    expect(principalFirstFell).not.toBeNull();
    expect(clearedOn).not.toBeNull();
  });

  test("the answer is the same after 30 days, ten years and a century of the table (law 11)", () => {
    const loan = sixOverdue((index) => 300 - 50 * index);
    const events = stream({ amounts: [yuan(20)] });
    const answers = [30, 3_650, CENTURY_DAYS].map((days) => {
      const { principalFirstFell, clearedOn, clearedReason, paidUntilCleared } = summarise({
        loan,
        events,
        until: addDays(AS_OF, days),
        classification: "loan",
      });
      return { principalFirstFell, clearedOn, clearedReason, paidUntilCleared };
    });
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

test("payments that end are not said to cover too little", () => {
  const until = addDays(AS_OF, 100);
  expect(expectTruth(plain, stream({ until })).reason).toBe(TOO_LATE);
  const payments = [paymentOn(until, 100)];
  expect(expectTruth(plain, { ...NO_EVENTS, payments }).reason).toBe(TOO_LATE);
});

test("a rate that no decimal ends: a third of a per mille", () => {
  const loan = loanOf([instalment(AS_OF, 50_000)], { penalty: penaltyPerDay(1n, 3_000n) });
  // 16.66⅔ a day.
  expect(expectTruth(loan, stream({ amounts: [yuan(16.66)] })).reason).toBe(NOT_COVERED);
  expect(expectTruth(loan, stream({ amounts: [yuan(16.67)] })).reason).toBeNull();
  expect(expectTruth(loan, stream({ amounts: [yuan(16.66), yuan(16.67), yuan(16.67)] })).reason).toBe(NOT_COVERED);
});

test("without any rate nothing grows, but what is not paid stays", () => {
  const loan = loanOf([instalment(AS_OF, 500)], { penalty: penaltyPerDay(0n, 1n) });
  expect(expectTruth(loan, NO_EVENTS).reason).toBe("not-within-horizon");
  expect(expectTruth(loan, stream({ until: addDays(AS_OF, 3) })).reason).toBe("not-within-horizon");
  expect(expectTruth(loan, stream({ amounts: [fen(1)] })).reason).toBe("not-within-horizon");
});

describe("other terms", () => {
  test.each<[string, Partial<Terms>]>([
    ["penalty on penalty", { compound: "all" }],
    ["years as they are", { dayCount: "actual/actual", rates: [{ from: null, rate: rate(18n, 100n, "year") }] }],
    ["month by month", { dayCount: "period", rates: [{ from: null, rate: rate(15n, 1_000n, "month") }] }],
    ["each night rounded", { rounding: { ...USUAL_ROUNDING, when: "daily" } }],
    ["principal first", { order: ["principal", "interest", "compound", "penalty", "fee"], by: "component" }],
    ["grace", { grace: { days: 10, kind: "waive" } }],
    [
      "principal first from day 91",
      {
        orderAfter: [
          { daysOverdue: 91, order: ["principal", "fee", "penalty", "compound", "interest"], by: "component" },
        ],
      },
    ],
    [
      "a fee each month",
      { lateFees: [{ charge: { kind: "fixed", amount: yuan(30) }, ...USUAL_LATE_FEE, each: "month" }] },
    ],
  ])("%s", (_name, terms) => {
    const loan = loanOf([instalment(addDays(AS_OF, -40), 30_000), instalment(addDays(AS_OF, 60), 20_000)], terms);
    for (const amount of [0, 20, 35, 37.5, 39, 60]) expectTruth(loan, stream({ amounts: [yuan(amount)] }));
  });
});

test("generated loans close to break-even", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20_000_000 }).map(fen),
      fc.tuple(fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(999_983, 1_000_000, 700_000)),
      fc.integer({ min: -2, max: 60 }),
      fc.constantFrom(1, 7, 10),
      (principal: Fen, [numerator, denominator], above, days) => {
        const terms = { penalty: penaltyPerDay(BigInt(numerator), BigInt(denominator)) };
        const loan = loanOf([{ ...instalment(AS_OF, 0), principal }], terms);
        const charges = divideUp(BigInt(principal) * BigInt(numerator) * BigInt(days), BigInt(denominator));
        const amount = fen(Math.max(1, Number(charges) + above));
        expectTruth(loan, stream({ cycle: { kind: "days", days }, amounts: [amount], from: (AS_OF + days) as Day }));
      },
    ),
    sameEachTime(60),
  );
});
