/** The break-even payment: paid each cycle, the debt is at no cycle's end greater than now; with one fen less it is. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { breakEvenPayment } from "../../src/advice/break-even.ts";
import { Run } from "../../src/ledger/run.ts";
import { addDays, addMonths, type Day, day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { type Cycle, type Loan, type PaymentStream, plainStream } from "../../src/loan/loan.ts";
import { type Fen, fen } from "../../src/loan/money.ts";
import { agreementOver } from "../../src/loan/offers.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { multipleOfContractRate, penaltyPerDay, type Terms } from "../../src/loan/terms.ts";
import { anyCase } from "../reference/generators.ts";
import { AS_OF, instalment, loanOf, overdue, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

const EVERY_DAY: Cycle = { kind: "days", days: 1 };
const EVERY_WEEK: Cycle = { kind: "days", days: 7 };

function streamOf(asOf: Day, cycle: Cycle, amount: Fen): PaymentStream {
  const from = addDays(asOf, cycle.kind === "days" ? cycle.days : 1);
  return plainStream(cycle, [amount], from);
}

function breakEven(loan: Loan, cycle: Cycle = EVERY_DAY): Fen | null {
  return breakEvenPayment(loan, withCycle(loan, cycle)).amount;
}

function withCycle({ asOf }: Loan, cycle: Cycle): Events {
  return { ...NO_EVENTS, streams: [streamOf(asOf, cycle, fen(1))] };
}

/** The first cycle's end, within so many days, at which more is owed than at the start; interest ahead is not counted. */
function growsBy(loan: Loan, cycle: Cycle & { readonly kind: "days" }, amount: Fen, days: number): Day | null {
  const streams = amount === 0 ? [] : [streamOf(loan.asOf, cycle, amount)];
  const run = new Run(loan, { ...NO_EVENTS, streams });
  const before = run.owed - run.unearned;
  for (let end = cycle.days; end <= days && !run.isOver; end += cycle.days) {
    run.advance(addDays(loan.asOf, end));
    if (run.owed - run.unearned > before) return addDays(loan.asOf, end);
  }
  return null;
}

/** Where money ahead of its day is refused, or the order turns with the days, more may leave more. */
const anyTakingLoan: fc.Arbitrary<Loan> = anyCase.map(({ loan }) => ({
  ...loan,
  terms: { ...loan.terms, orderAfter: [], surplus: loan.terms.surplus === "none" ? "next" : loan.terms.surplus },
}));

test("with it the debt never grows beyond what it is, with one fen less it does", () => {
  fc.assert(
    fc.property(anyTakingLoan, fc.constantFrom(1, 7, 30), (loan, days) => {
      const cycle = { kind: "days", days } as const;
      const { amount, until } = breakEvenPayment(loan, withCycle(loan, cycle));
      if (amount === null) throw new Error("no payment keeps it from growing");
      expect(growsBy(loan, cycle, amount, until - loan.asOf)).toBeNull();
      if (amount > 0) expect(growsBy(loan, cycle, fen(amount - 1), until - loan.asOf)).not.toBeNull();
    }),
    sameEachTime(200),
  );
});

describe("of 50,000 at 0.075 % a day", () => {
  const loan = overdue;

  test.each<[string, Cycle, number]>([
    ["a day: 50,000 × 0.075 %", EVERY_DAY, 37.5],
    ["a week: seven of them", EVERY_WEEK, 262.5],
    // What is paid goes to penalty and lowers nothing that bears it, so that the dearest mean of the months counts.
    ["a month: the first three have 30, 31 and 31 days, 3,450.00 ÷ 3", { kind: "month", dayOfMonth: 22 }, 1_150],
  ])("%s", (_name, cycle, amount) => {
    expect(breakEven(loan, cycle)).toBe(yuan(amount));
  });

  test("a day, where no payment is named", () => {
    expect(breakEvenPayment(loan, NO_EVENTS)).toEqual({
      amount: yuan(37.5),
      cycle: EVERY_DAY,
      until: addMonths(AS_OF, 12),
      isAlikeLater: true,
      growsLater: false,
    });
  });

  test("does not depend on when the payments given begin or end, nor on their amount", () => {
    const how = { from: addDays(AS_OF, 400), until: addDays(AS_OF, 500), amounts: [yuan(3), yuan(5)] };
    const streams = [{ ...streamOf(AS_OF, EVERY_WEEK, fen(1)), ...how }];
    expect(breakEvenPayment(loan, { ...NO_EVENTS, streams }).amount).toBe(yuan(262.5));
  });

  test("an agreement of that day that is not paid breaks: nothing is owed less than its waiver, so that it must be kept", () => {
    const agreed = (date: Day): Fen | null =>
      breakEvenPayment(loan, { ...NO_EVENTS, agreements: [agreementOver(date, 12, {})] }).amount;
    expect(agreed(addDays(AS_OF, 40))).toBe(yuan(37.5));
    expect(agreed(AS_OF)).toBeGreaterThan(0);
  });
});

test("is rounded up to the fen", () => {
  const third = { kind: "rate", rate: rate(1n, 3_000n, "day") } as const;
  const loan = loanOf([instalment(AS_OF, 50_000)], { penalty: [{ fromDaysOverdue: 1, penalty: third }] });
  expect(breakEven(loan)).toBe(yuan(16.67));
});

describe("what lies ahead counts", () => {
  test("inside a grace nothing shows yet, but the penalty of its days comes with its end", () => {
    const loan = loanOf([instalment(AS_OF, 8_000)], { grace: { days: 3, kind: "waive" } });
    // Unpaid, 6.00 a day: on the fourth day 24.00 at once. 5.99 a day pays 17.97 of principal in the three days of grace;
    // the penalty of the four nights is then 23.97 (6.00 + 5.996 + 5.991 + 5.987), and four payments are 23.96.
    expect(breakEven(loan)).toBe(yuan(6));
    expect(growsBy(loan, { kind: "days", days: 1 }, yuan(5.99), 30)).toBe(addDays(AS_OF, 4));
  });

  test("an instalment that falls due: its penalty, not only the one that runs", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -10), 1_000), instalment(addDays(AS_OF, 20), 99_000)], {
      rates: [{ from: null, rate: rate(0n, 1n, "day") }],
      penalty: penaltyPerDay(1n, 1_000n),
    });
    // 1.00 a day until the second falls due; then 100.00 a day, of which the 20 days before have paid a part.
    const amount = breakEven(loan) ?? 0;
    expect(amount).toBeGreaterThan(yuan(90));
    expect(amount).toBeLessThanOrEqual(yuan(100));
  });

  test("a tier of the penalty", () => {
    const tiers = [
      ...penaltyPerDay(1n, 2_000n),
      { ...penaltyPerDay(1n, 1_000n)[0], fromDaysOverdue: 31 },
    ] as Terms["penalty"];
    const loan = loanOf([instalment(AS_OF, 10_000)], { penalty: tiers });
    const amount = breakEven(loan) ?? 0;
    expect(amount).toBeGreaterThan(yuan(5));
    expect(growsBy(loan, { kind: "days", days: 1 }, yuan(5), 366)).not.toBeNull();
  });

  test("a fee that comes back every month", () => {
    const fee = { charge: { kind: "fixed", amount: yuan(300) }, ...USUAL_LATE_FEE, each: "month" } as const;
    const loan = loanOf([instalment(AS_OF, 10_000)], { lateFees: [fee], penalty: penaltyPerDay(0n, 1n) });
    expect(breakEven(loan, EVERY_DAY)).toBe(yuan(300));
    expect(breakEven(loan, { kind: "month", dayOfMonth: 22 })).toBe(yuan(300));
  });
});

describe("what lies years ahead counts", () => {
  const penaltyFree = { penalty: penaltyPerDay(0n, 1n) };

  test("a charge of 1,096.00 in three years: 1.00 a day until then", () => {
    const charge = { date: addDays(AS_OF, 1_096), amount: yuan(1_096), component: "fee", note: null } as const;
    const loan = { ...loanOf([instalment(AS_OF, 10_000)], penaltyFree), charges: [charge] };
    expect(breakEven(loan)).toBe(yuan(1));
    // 36 months of it: 1,096.00 ÷ 36 = 30.44….
    expect(breakEven(loan, { kind: "month", dayOfMonth: 22 })).toBe(yuan(30.45));
  });

  test("a tier of the penalty that begins after 1,000 days", () => {
    // 4.94 a day lower 10,000.00 to 5,060.00, which bears 5.06: another 0.12 in each of the 35,525 nights left of a century
    // is 4,263.00, less than the 4,940.00 paid before. Of 4.93 it would be 0.14 each, 4,973.50 against 4,930.00.
    const tiers = [
      ...penaltyPerDay(0n, 1n),
      { ...penaltyPerDay(1n, 1_000n)[0], fromDaysOverdue: 1_001 },
    ] as Terms["penalty"];
    expect(breakEven(loanOf([instalment(AS_OF, 10_000)], { penalty: tiers }))).toBe(yuan(4.94));
  });

  test("a rate that rises on a date, as a tier does", () => {
    const rates: Terms["rates"] = [
      { from: null, rate: rate(0n, 1n, "day") },
      { from: addDays(AS_OF, 1_000), rate: rate(1n, 1_000n, "day") },
    ];
    const penalty: Terms["penalty"] = multipleOfContractRate(fraction(1n, 1n));
    expect(breakEven(loanOf([instalment(AS_OF, 10_000)], { rates, penalty }))).toBe(yuan(4.94));
  });

  test("a deferral of two years, after which penalty begins", () => {
    // 5.71 in each of 731 days lower 10,000.00 to 5,825.99, which bears 5.826 a night: another 0.116 in each of the 35,794
    // nights left of a century is 4,151.66, less than the 4,174.01 paid before. Of 5.70 it would be 4,771.34.
    const loan = loanOf([instalment(AS_OF, 10_000)], { penalty: penaltyPerDay(1n, 1_000n) });
    const deferral = { kind: "deferral", date: AS_OF, months: 24, rate: rate(0n, 1n, "day") } as const;
    expect(breakEvenPayment(loan, { streams: [], agreements: [deferral] }).amount).toBe(yuan(5.71));
  });
});

describe("a debt that grows when the last due date is past", () => {
  const loanDue = (due: Day): Loan =>
    loanOf([instalment(due, 10_000)], {
      rates: [{ from: null, rate: rate(0n, 1n, "day") }],
      penalty: penaltyPerDay(1n, 1_000n),
    });

  test("has its day", () => {
    // 4.24 in each of 365 days lower 10,000.00 to 8,452.40, which bears 8.4524 a night: another 4.2124 in each of 366 nights
    // is 1,541.74, less than the 1,547.60 paid before. Of 4.23 it would be 1,546.73 against 1,543.95.
    const loan = loanDue(day("2027-11-22"));
    expect(breakEvenPayment(loan, NO_EVENTS)).toEqual({
      amount: yuan(4.24),
      cycle: EVERY_DAY,
      until: day("2028-11-22"),
      isAlikeLater: false,
      growsLater: true,
    });
    expect(growsBy(loan, { kind: "days", days: 1 }, yuan(4.24), 740)).toEqual(addDays(day("2028-11-22"), 2));
  });

  test("of a deferral is looked at to a year after the date that it sets", () => {
    // Until 2027-01-22 61 payments of 8.15 leave 9,502.85, which bears 9.50285: another 1.35285 in each of 365 nights is
    // 493.79, less than the 497.15 paid before. Of 8.14 it would be 497.66 against 496.54.
    const deferral = { kind: "deferral", date: AS_OF, months: 2, rate: null } as const;
    const found = breakEvenPayment(loanDue(AS_OF), { streams: [], agreements: [deferral] });
    expect([found.amount, found.until, found.growsLater]).toEqual([yuan(8.15), day("2028-01-22"), true]);
  });

  test("though it falls at the end of the look: a fee of each month against payments of each day", () => {
    // 29.00 on the 29th from 2026-12-29 on: the twelfth, on 2027-11-29, makes 348.00 in 372 days, 0.9355 a day. The
    // sixteenth, on 2028-03-29, makes 464.00 in 493 days, of which 0.94 are 463.42.
    const fee = { charge: { kind: "fixed", amount: yuan(29) }, ...USUAL_LATE_FEE, each: "month" } as const;
    const free = { rates: [{ from: null, rate: rate(0n, 1n, "day") }], penalty: penaltyPerDay(0n, 1n) };
    const loan = loanOf([instalment(day("2026-12-28"), 5_000)], { ...free, lateFees: [fee] });
    const found = breakEvenPayment(loan, NO_EVENTS);
    expect([found.amount, found.until, found.growsLater]).toEqual([yuan(0.94), day("2027-12-28"), true]);
    expect(growsBy(loan, EVERY_DAY, yuan(0.94), 500)).toEqual(day("2028-03-29"));
  });

  test("though it falls at the end of the look: penalty that bears grows while payments go to fees", () => {
    // On the first day 10.00 of penalty and a charge of 20.00 need 30.00. After n days 10,000 × (1.001ⁿ − 1) + 20 has come
    // and 30 n is paid: 4,422.51 against 10,950.00 after a year; 58,164.18 against 57,600.00 after 1,920 days.
    const charges = [{ date: addDays(AS_OF, 1), amount: yuan(20), component: "fee", note: null }] as const;
    const owed = { penalty: fen(0), compound: fen(0), fee: yuan(80_000) };
    const terms = { compound: "all", penalty: penaltyPerDay(1n, 1_000n) } as const;
    const loan = { ...loanOf([instalment(addDays(AS_OF, -1), 10_000, owed)], terms), charges };
    const found = breakEvenPayment(loan, NO_EVENTS);
    expect([found.amount, found.until, found.growsLater]).toEqual([yuan(30), day("2027-11-22"), true]);
    expect(growsBy(loan, EVERY_DAY, yuan(30), 1_850)).toBeNull();
    expect(growsBy(loan, EVERY_DAY, yuan(30), 1_920)).not.toBeNull();
  });
});

test("interest fixed in advance is owed as its days earn it: 300.00 over the 30 days to the due date is 10.00 a day", () => {
  const loan = loanOf([instalment(day("2026-12-22"), 1_000, { interest: yuan(300) })], {
    interest: "scheduled",
    penalty: multipleOfContractRate(fraction(1n, 1n)),
  });
  expect(breakEven(loan)).toBe(yuan(10));
});

test("of a loan that takes nothing before its day there is none", () => {
  const loan = loanOf([instalment(addDays(AS_OF, 300), 1_000)], { surplus: "none" });
  expect(breakEven(loan)).toBeNull();
});

test("of a debt that bears nothing it is nothing", () => {
  const loan = loanOf([instalment(addDays(AS_OF, -10), 1_000)], { penalty: penaltyPerDay(0n, 1n) });
  expect(breakEven(loan)).toBe(0);
});
