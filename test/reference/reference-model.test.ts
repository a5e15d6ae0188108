/** The reference model against figures worked out by hand, before anything is measured against it. */

import { describe, expect, test } from "vitest";
import { addDays, addMonths, day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { fen, ZERO } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import type { Terms } from "../../src/loan/terms.ts";
import { referenceRun } from "./reference-model.ts";
import { AS_OF, everyDay, instalment, loanOf, paymentOn, yuan } from "./sample-loans.ts";

function afterDays(loan: Loan, days: number, events: Partial<Events> = {}) {
  const { rows } = referenceRun(loan, { ...NO_EVENTS, ...events }, addDays(loan.asOf, days));
  const last = rows.at(-1);
  if (last === undefined) throw new Error("no rows");
  return last;
}

function ratePerDay(perHundredThousand: bigint): Terms["rates"] {
  return [{ from: null, rate: rate(perHundredThousand, 100_000n, "day") }];
}

describe("the stories of a month", () => {
  test("0.08 % penalty a day, 50 a day: 1,196.49 to charges and 303.51 to principal", () => {
    const penalty: Terms["penalty"] = [
      { fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(8n, 10_000n, "day") } },
    ];
    const last = afterDays(loanOf([instalment(AS_OF, 50_000)], { penalty }), 30, { streams: [everyDay(50)] });
    expect(last.paidSoFar).toBe(yuan(1_500));
    expect(last.principalPaidSoFar).toBe(yuan(303.51));
  });

  test("0.05 % times 1.5, 50 a day: 1,120.89 to charges and 379.11 to principal", () => {
    const last = afterDays(loanOf([instalment(AS_OF, 50_000)]), 30, { streams: [everyDay(50)] });
    expect(last.principalPaidSoFar).toBe(yuan(379.11));
    expect(last.owed.principal).toBe(yuan(49_620.89));
  });

  test("90 days overdue: 3,375.00 have piled up, 3,000.00 are left after a month, principal falls on day 271", () => {
    const overdue = instalment(addDays(AS_OF, -90), 50_000, { penalty: null, compound: null, fee: null });
    const { opening, rows } = referenceRun(
      loanOf([overdue]),
      { ...NO_EVENTS, streams: [everyDay(50)] },
      addDays(AS_OF, 271),
    );
    expect(opening.penalty).toBe(yuan(3_375));
    expect(rows[29]?.owed.penalty).toBe(yuan(3_000));
    expect(rows.find((row) => row.to.principal > 0)?.day).toBe(271);
  });

  test("a payment larger than all that is owed clears the loan and leaves the rest", () => {
    const payments = [paymentOn(addDays(AS_OF, 2), 60_000)];
    const { rows, clearedOn } = referenceRun(
      loanOf([instalment(AS_OF, 50_000)]),
      { ...NO_EVENTS, payments },
      addDays(AS_OF, 30),
    );
    expect(clearedOn).toBe(addDays(AS_OF, 2));
    expect(rows).toHaveLength(2);
    expect(rows.at(-1)?.unapplied).toBe(yuan(60_000 - 50_000 - 75));
  });

  test("monthly on the 31st is the last day of a short month", () => {
    const stream = { ...everyDay(1), cycle: { kind: "month", dayOfMonth: 31 } } as const;
    const { rows } = referenceRun(
      loanOf([instalment(AS_OF, 50_000)]),
      { ...NO_EVENTS, streams: [stream] },
      addDays(AS_OF, 130),
    );
    const paidOn = rows.filter((row) => row.payment > 0).map((row) => row.date);
    expect(paidOn).toEqual(["2026-11-30", "2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"].map(day));
  });
});

describe("published examples of accrual", () => {
  /** Contract interest of one instalment that is not yet due. */
  function interestAfter(principal: number, days: number, rates: Terms["rates"], dayCount: Terms["dayCount"]) {
    const loan = loanOf([instalment(addDays(AS_OF, 1_000), principal)], { rates, dayCount });
    return afterDays(loan, days).owed.interest;
  }
  const perYear = (numerator: bigint, denominator: bigint): Terms["rates"] => [
    { from: null, rate: rate(numerator, denominator, "year") },
  ];

  test("100,000 at 7.5 % a year over 360, one day: 20.83", () => {
    expect(interestAfter(100_000, 1, perYear(75n, 1_000n), "actual/360")).toBe(yuan(20.83));
  });
  test("100,000 at 4.35 % a year over 365, 180 days: 2,145.21", () => {
    expect(interestAfter(100_000, 180, perYear(435n, 10_000n), "actual/365")).toBe(yuan(2_145.21));
  });
  test("500,000 at 5 % a year over 360, 545 days: 37,847.22", () => {
    expect(interestAfter(500_000, 545, perYear(5n, 100n), "actual/360")).toBe(yuan(37_847.22));
  });
  test("10,000 at 0.05 % a day, 184 days: 920.00", () => {
    expect(interestAfter(10_000, 184, ratePerDay(50n), "actual/360")).toBe(yuan(920));
  });
  test("1,000,000 at 4.2 % a year over 360, 31 days, 5,000 paid: 1,383.33 reach principal", () => {
    const loan = loanOf([instalment(addDays(AS_OF, 40), 1_000_000)], { rates: perYear(42n, 1_000n) });
    const payments = [paymentOn(addDays(AS_OF, 31), 5_000)];
    expect(afterDays(loan, 31, { payments }).to).toMatchObject({ interest: yuan(3_616.67), principal: yuan(1_383.33) });
  });
  test("a year that ends within the run: each night over the days of its own year", () => {
    const loan = loanOf([instalment(day("2029-01-01"), 366_000)], {
      rates: perYear(1n, 10n),
      dayCount: "actual/actual",
    });
    const nights = afterDays({ ...loan, asOf: day("2027-12-30") }, 3);
    // 36,600 ÷ 365 for each of the two nights of 2027, and 36,600 ÷ 366 for that of 2028.
    expect(nights.owed.interest).toBe(yuan(300.55));
  });
  test("a period of 31 days and one of 28 bear the same month's rate", () => {
    const dues = ["2027-01-01", "2027-02-01", "2027-03-01"].map((date) => instalment(day(date), 1_000));
    const terms = { rates: [{ from: null, rate: rate(1n, 100n, "month") }], dayCount: "period" } as const;
    const loan = { ...loanOf(dues, terms), asOf: day("2027-01-01") };
    const paidThrough = [paymentOn(day("2027-02-01"), 2_035)];
    const rows = referenceRun(loan, { ...NO_EVENTS, payments: paidThrough }, day("2027-03-01")).rows;
    expect(rows[30]?.owed.interest).toBe(ZERO);
    expect(rows.slice(0, 31).reduce((total, row) => total + row.accrued.interest, 0)).toBe(yuan(20));
    expect(rows.slice(31).reduce((total, row) => total + row.accrued.interest, 0)).toBe(yuan(10));
  });
});

describe("two overdue instalments and one payment", () => {
  const first = instalment(addDays(AS_OF, -61), 1_000, { interest: yuan(50), penalty: yuan(10) });
  const second = instalment(addDays(AS_OF, -30), 1_000, { interest: yuan(40), penalty: yuan(5) });
  const order = ["penalty", "interest", "principal", "compound", "fee"] as const;
  const free = { rates: ratePerDay(0n), order };
  const tomorrow = addDays(AS_OF, 1);

  test.each([
    { by: "instalment", pays: 1_200, to: { penalty: 15, interest: 90, principal: 1_095 } },
    { by: "component", pays: 1_200, to: { penalty: 15, interest: 90, principal: 1_095 } },
    { by: "instalment", pays: 100, to: { penalty: 10, interest: 50, principal: 40 } },
    { by: "component", pays: 100, to: { penalty: 15, interest: 85, principal: 0 } },
  ] as const)("$pays by $by", ({ by, pays, to }) => {
    const last = afterDays(loanOf([first, second], { ...free, by }), 1, { payments: [paymentOn(tomorrow, pays)] });
    const { penalty, interest, principal } = to;
    expect(last.to).toMatchObject({ penalty: yuan(penalty), interest: yuan(interest), principal: yuan(principal) });
  });

  test("principal first from day 61 overdue", () => {
    const orderAfter: Terms["orderAfter"] = [
      { daysOverdue: 61, order: ["principal", "interest", "penalty", "compound", "fee"], by: "component" },
    ];
    const last = afterDays(loanOf([first, second], { ...free, orderAfter }), 1, {
      payments: [paymentOn(tomorrow, 1_200)],
    });
    expect(last.to.principal).toBe(yuan(1_200));
    expect(last.daysOverdue).toBe(62);
  });
});

describe("grace, fees and tiers", () => {
  const due = addDays(AS_OF, 1);
  const atRest = { interest: "scheduled" } as const;

  test("a grace that waives: nothing within it, everything from the due date after it", () => {
    const loan = loanOf([instalment(due, 10_000)], { ...atRest, grace: { days: 3, kind: "waive" } });
    expect(afterDays(loan, 4).owed.penalty).toBe(ZERO);
    expect(afterDays(loan, 5).owed.penalty).toBe(yuan(30));
    const payments = [paymentOn(addDays(AS_OF, 4), 10_000)];
    expect(afterDays(loan, 10, { payments }).totalOwed).toBe(ZERO);
  });

  test("a grace that is skipped: penalty begins after it", () => {
    const loan = loanOf([instalment(due, 10_000)], { ...atRest, grace: { days: 3, kind: "skip" } });
    expect(afterDays(loan, 4).owed.penalty).toBe(ZERO);
    expect(afterDays(loan, 5).owed.penalty).toBe(yuan(7.5));
  });

  test("a late fee of 5 %, at least 10 and at most 500, each month", () => {
    const fee = (principal: number, days: number) =>
      afterDays(
        loanOf([instalment(due, principal)], {
          ...atRest,
          lateFees: [
            {
              charge: { kind: "percent", share: fraction(5n, 100n), of: "overdue-principal" },
              ...USUAL_LATE_FEE,
              each: "month",
              minimum: yuan(10),
              maximum: yuan(500),
            },
          ],
        }),
        days,
      ).owed.fee;
    expect(fee(10_000, 1)).toBe(ZERO);
    expect(fee(1_000, 2)).toBe(yuan(50));
    expect(fee(100, 2)).toBe(yuan(10));
    expect(fee(100_000, 2)).toBe(yuan(500));
    expect(fee(1_000, 31)).toBe(yuan(50));
    expect(fee(1_000, 32)).toBe(yuan(100));
  });

  test("a rate that changes on the 31st day overdue", () => {
    const penalty: Terms["penalty"] = [
      { fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(1n, 1_000n, "day") } },
      { fromDaysOverdue: 31, penalty: { kind: "rate", rate: rate(2n, 1_000n, "day") } },
    ];
    const loan = loanOf([instalment(AS_OF, 1_000)], { penalty });
    expect(afterDays(loan, 30).owed.penalty).toBe(yuan(30));
    expect(afterDays(loan, 31).owed.penalty).toBe(yuan(32));
  });
});

describe("money beyond what is due", () => {
  const dues = [10, 40, 70].map((days) => instalment(addDays(AS_OF, days), 100));
  const terms = { interest: "scheduled" } as const;

  test.each([
    { surplus: "next", left: [0, 80, 100] },
    { surplus: "last", left: [100, 80, 0] },
    { surplus: "spread", left: [60, 60, 60] },
    { surplus: "none", left: [100, 100, 100] },
  ] as const)("$surplus", ({ surplus, left }) => {
    const payments = [paymentOn(addDays(AS_OF, 1), 120, { surplus })];
    const whenDue = dues.map(({ due }) => paymentOn(due, 1_000, { surplus: "none" }));
    const events = { ...NO_EVENTS, payments: [...payments, ...whenDue] };
    const { rows } = referenceRun(loanOf(dues, terms), events, addDays(AS_OF, 70));
    expect([10, 40, 70].map((days) => rows[days - 1]?.to.principal ?? ZERO)).toEqual(left.map(yuan));
  });
});

describe("before the day of the balances", () => {
  const due = [instalment(addDays(AS_OF, -92), 50_000), instalment(addDays(AS_OF, -61), 50_000)];
  const notGiven = due.map((one) => ({ ...one, penalty: null, compound: null, fee: null }));

  test("interest that is not given does not come into being, so that nothing bears compound", () => {
    const { opening } = referenceRun(loanOf(notGiven), NO_EVENTS, AS_OF);
    // 50,000 x 0.075 % x 92 + 50,000 x 0.075 % x 61
    expect(opening).toMatchObject({ penalty: yuan(5_737.5), compound: ZERO, interest: ZERO });
  });

  test("a fee of 5 % is of each instalment as given", () => {
    const charge = { kind: "percent", share: fraction(5n, 100n), of: "instalment" } as const;
    const { opening } = referenceRun(loanOf(notGiven, { lateFees: [{ charge, ...USUAL_LATE_FEE }] }), NO_EVENTS, AS_OF);
    expect(opening.fee).toBe(yuan(5_000));
  });
});

describe("the end of a run", () => {
  const free = { rates: ratePerDay(0n), compound: "none" } as const;
  const fee = (days: number, amount: number) =>
    ({ date: addDays(AS_OF, days), amount: yuan(amount), component: "fee", note: null }) as const;

  test("is not while a dated charge lies ahead, though nothing is owed", () => {
    const loan = { ...loanOf([instalment(AS_OF, 100)], free), charges: [fee(30, 5), fee(45, 10)] };
    const { rows, clearedOn } = referenceRun(
      loan,
      { ...NO_EVENTS, payments: [paymentOn(addDays(AS_OF, 1), 100)] },
      addDays(AS_OF, 60),
    );
    expect(rows.at(-1)?.owed.fee).toBe(yuan(15));
    expect(clearedOn).toBeNull();
  });

  test("is when the last charge is paid", () => {
    const loan = { ...loanOf([instalment(AS_OF, 100)], free), charges: [fee(30, 5)] };
    const payments = [paymentOn(addDays(AS_OF, 1), 100), paymentOn(addDays(AS_OF, 40), 5)];
    expect(referenceRun(loan, { ...NO_EVENTS, payments }, addDays(AS_OF, 60)).clearedOn).toBe(addDays(AS_OF, 40));
  });
});

describe("interest fixed in advance", () => {
  // 10,000 in five equal parts, each with its interest as a contract fixes it.
  const dues = [0, 1, 2, 3, 4].map((months) => ({
    ...instalment(addMonths(AS_OF, months), 2_000),
    interest: yuan([150, 120, 93, 62, 31][months] ?? 0),
  }));
  const fixed = loanOf(dues, { interest: "scheduled", compound: "none" });

  test("is called due only as far as it is earned: 3 days of 30 of the second instalment", () => {
    const called = { ...fixed, accelerateOn: addDays(AS_OF, 3) };
    const payments = [paymentOn(addDays(AS_OF, 1), 2_151.5)];
    const last = afterDays(called, 3, { payments });
    expect(last.owed).toMatchObject({ interest: yuan(12), principal: yuan(8_000) });
    expect(last.waived.interest).toBe(yuan(108 + 93 + 62 + 31));
  });

  test("is left out of a settlement, whose payment clears principal first", () => {
    const settlement = {
      kind: "settlement",
      date: AS_OF,
      pays: { kind: "share", share: fraction(4n, 5n) },
      unearned: "leave-out",
    } as const;
    const { paid, waived } = referenceRun(fixed, { ...NO_EVENTS, agreements: [settlement] }, AS_OF);
    // Of 10,150 four fifths are 8,120.
    expect(paid).toMatchObject({ principal: yuan(8_120), interest: ZERO });
    expect(waived).toMatchObject({ principal: yuan(1_880), interest: yuan(456) });
  });
});

describe("caps, rests and rounding", () => {
  const daily = (perThousand: bigint): Terms["penalty"] => [
    { fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(perThousand, 1_000n, "day") } },
  ];

  test("penalty of at most 5 % of the amount lent: 50 days of 0.1 %", () => {
    const caps = [{ kind: "share", of: "penalty", share: fraction(5n, 100n) }] as const;
    const loan = { ...loanOf([instalment(AS_OF, 1_000)], { penalty: daily(1n), caps }), borrowed: yuan(1_000) };
    expect(afterDays(loan, 49).owed.penalty).toBe(yuan(49));
    const { capped, closing } = referenceRun(loan, NO_EVENTS, addDays(AS_OF, 60));
    expect([closing.penalty, capped]).toEqual([yuan(50), yuan(10)]);
  });

  test("all charges at 24 % a year of 365,000: 240 a day", () => {
    const caps = [{ kind: "yearly", of: "charges", yearlyRate: fraction(24n, 100n) }] as const;
    expect(afterDays(loanOf([instalment(AS_OF, 365_000)], { penalty: daily(1n), caps }), 10).owed.penalty).toBe(
      yuan(2_400),
    );
  });

  test("monthly rests: penalty on penalty only from the first month on", () => {
    const terms = { penalty: daily(1n), compound: "all", compoundRests: "month" } as const;
    const loan = loanOf([instalment(AS_OF, 100_000)], terms);
    // 22 November to 22 December: 30 days of 100; from then on 3,000 bear 3.00 a day.
    expect(afterDays(loan, 30).owed).toMatchObject({ penalty: yuan(3_000), compound: ZERO });
    expect(afterDays(loan, 33).owed).toMatchObject({ penalty: yuan(3_300), compound: yuan(9) });
  });

  test("whole yuan, rounded down: 1.50 a day is 1, 3, 4", () => {
    const rounding = { when: "posting", direction: "down", unit: fen(100) } as const;
    const loan = loanOf([instalment(AS_OF, 1_500)], { penalty: daily(1n), rounding });
    expect([1, 2, 3].map((days) => afterDays(loan, days).owed.penalty)).toEqual([1, 3, 4].map(yuan));
  });

  test("30/360: February counts 30 days, and the 31st none", () => {
    const terms = { rates: ratePerDay(100n), dayCount: "30/360" } as const;
    const loan = { ...loanOf([instalment(day("2027-06-01"), 1_000)], terms), asOf: day("2027-01-30") };
    const interest = (until: string) => referenceRun(loan, NO_EVENTS, day(until)).closing.interest;
    expect(["2027-01-31", "2027-02-28", "2027-03-01"].map(interest)).toEqual([0, 28, 31].map(yuan));
  });
});
