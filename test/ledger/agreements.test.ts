/** Deals as lenders offer them, each worked by hand. */

import { describe, expect, test } from "vitest";
import { earnedIn } from "../../src/advice/charges-earned.ts";
import { agreedSchedule } from "../../src/ledger/agreed-schedule.ts";
import type { RunTotals } from "../../src/ledger/ledger.ts";
import { simulate } from "../../src/ledger/run.ts";
import { addDays, type Day, day } from "../../src/loan/day.ts";
import { type Agreement, type Events, NO_EVENTS } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { sum } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { rowsOf } from "../plain.ts";
import { AS_OF, agreementOf, instalment, loanOf, paymentOn, yuan } from "../reference/sample-loans.ts";

const AGREEMENT = agreementOf({ months: 10 });

/** 10,000.00 overdue for ninety days, of which 1,000.00 of penalty are given. */
const LOAN = loanOf([instalment(addDays(AS_OF, -90), 10_000, { penalty: yuan(1_000) })], { compound: "none" });

function kept(agreement: Agreement, until: Day, loan: Loan = LOAN, events: Partial<Events> = {}): RunTotals {
  return simulate(
    loan,
    { ...NO_EVENTS, agreements: [agreement], paysWhenDueFrom: agreement.date, ...events },
    { until },
  );
}

test("a tenth at once, the rest over ten months", () => {
  // 11,000.00, of which 1,100.00 at once: the penalty and 100.00 of principal. 9,900.00 over ten months.
  const down = { kind: "share", share: fraction(1n, 10n) } as const;
  const totals = kept({ ...AGREEMENT, down }, day("2026-12-22"));
  expect([totals.paid.penalty, totals.paid.principal]).toEqual([yuan(1_000), yuan(100 + 990)]);
  expect(totals.closing.principal).toBe(yuan(8_910));
  expect(kept({ ...AGREEMENT, down }, day("2030-01-01")).clearedOn).toBe(day("2027-09-22"));
});

describe("what is agreed on the day of the balances", () => {
  const down = { kind: "share", share: fraction(1n, 10n) } as const;
  const settled = { kind: "settlement", date: AS_OF, unearned: "leave-out", pays: down } as const;

  function moves(agreement: Agreement, days: number): readonly unknown[] {
    const events = { ...NO_EVENTS, agreements: [agreement], paysWhenDueFrom: agreement.date };
    return rowsOf({ loan: LOAN, events, until: addDays(AS_OF, days) }).map(
      ({ day: number, date, payment, waived, totalOwed }) => [
        number,
        addDays(AS_OF, number) === date,
        payment,
        sum(Object.values(waived)),
        totalOwed,
      ],
    );
  }

  test("has a row of its own, of day 0, where it moves money", () => {
    const nothing = [true, 0, 0, yuan(9_900)];
    const first = [0, true, yuan(1_100), 0, yuan(9_900)];
    expect(moves({ ...AGREEMENT, down }, 2)).toEqual([first, [1, ...nothing], [2, ...nothing]]);
    expect(moves({ ...AGREEMENT, down }, 0)).toEqual([first]);
    expect(moves(settled, 2)).toEqual([[0, true, yuan(1_100), yuan(9_900), 0]]);
  });

  test("has none where it moves nothing, or takes effect later", () => {
    expect(moves(AGREEMENT, 1)).toEqual([[1, true, 0, 0, yuan(11_000)]]);
    // A night's penalty on 10,000.00 is 7.50, of which a tenth is paid at once.
    expect(moves({ ...AGREEMENT, down, date: addDays(AS_OF, 1) }, 1)).toEqual([
      [1, true, yuan(1_100.75), 0, yuan(9_906.75)],
    ]);
  });
});

test("flat, agreed on the 31st: the first month to the end of February has 28 days", () => {
  const method = { kind: "flat", monthlyFee: fraction(5n, 1_000n) } as const;
  const asOf = day("2027-01-31");
  const loan = { ...loanOf([instalment(asOf, 10_000)], { compound: "none" }), asOf };
  // Of the first month's 50.00 ten days of 28 are earned.
  const totals = kept({ ...AGREEMENT, date: asOf, method }, day("2027-02-10"), loan);
  expect(earnedIn(loan, totals)).toBe(yuan(17.86));
});

test("flat: equal parts, and each month 0.5 % of the first amount", () => {
  const flat = { ...AGREEMENT, method: { kind: "flat", monthlyFee: fraction(5n, 1_000n) } } as const;
  // 1,100.00 and 55.00 each month.
  const { payments, charged, clearedOn } = kept(flat, day("2030-01-01"));
  expect([payments, charged.interest, clearedOn]).toEqual([yuan(11_550), yuan(550), day("2027-09-22")]);
  // Of the ten fees two are earned in two months; they are charged on the first day, and count once.
  expect(earnedIn(LOAN, kept(flat, day("2027-01-22")))).toBe(yuan(110));
  expect(earnedIn(LOAN, kept(flat, day("2030-01-01")))).toBe(yuan(550));
});

test("steps: 500.00 six times, then the rest by 2,000.00 and what is left with the last", () => {
  const steps = [
    { amount: yuan(500), months: 6 },
    { amount: yuan(2_000), months: 4 },
  ];
  const schedule = agreedSchedule({ ...AGREEMENT, method: { kind: "steps", steps } }, yuan(10_000), yuan(1_000));
  const amounts = schedule.map(({ principal, charges, interest }) => principal + charges + interest);
  expect(amounts).toEqual([500, 500, 500, 500, 500, 500, 2_000, 2_000, 2_000, 2_000].map(yuan));
});

test("steps: interest is asked for where it is more than the amount, and no more than is left", () => {
  const scheduleOf = (amount: number, months: number) => {
    const method = { kind: "steps", steps: [{ amount: yuan(amount), months }] } as const;
    const onePercent = { ...AGREEMENT, months, method, rate: rate(1n, 100n, "month") };
    return agreedSchedule(onePercent, yuan(10_000), yuan(0)).map(({ principal, interest }) => [principal, interest]);
  };
  expect(scheduleOf(50, 2)).toEqual(
    [
      [0, 100],
      [10_000, 100],
    ].map((row) => row.map(yuan)),
  );
  // 10,000.00 less 5,900.00, and less the 4,100.00 that are left of 5,959.00.
  expect(scheduleOf(6_000, 3)).toEqual(
    [
      [5_900, 100],
      [4_100, 41],
      [0, 0],
    ].map((row) => row.map(yuan)),
  );
});

test("more than agreed is taken in advance: the next month asks less", () => {
  const payments = [paymentOn(day("2026-12-01"), 600)];
  const { paid } = kept(AGREEMENT, day("2026-12-22"), LOAN, { payments });
  expect(sum(Object.values(paid))).toBe(yuan(1_100));
});

test("more than agreed comes on top on a due date as on any other day", () => {
  // 1,100.00 fall due on 22 December; the 600.00 of that day are taken in advance, so that January asks 500.00.
  const payments = [paymentOn(day("2026-12-22"), 600)];
  const paidBy = (until: Day): number => kept(AGREEMENT, until, LOAN, { payments }).payments;
  expect([day("2026-12-22"), day("2027-01-22")].map(paidBy)).toEqual([yuan(1_700), yuan(2_200)]);
});

test("a fen a month: it is over with the last fen, though instalments of nothing lie ahead", () => {
  const loan = loanOf([instalment(addDays(AS_OF, -90), 0.03)]);
  const { clearedOn, to } = kept(AGREEMENT, day("2030-01-01"), loan);
  expect([clearedOn, to]).toEqual([day("2027-02-22"), day("2027-02-22")]);
});

test("a pause of over a year is counted by each calendar year", () => {
  const agreement = {
    ...AGREEMENT,
    rate: rate(36n, 100n, "year"),
    dayCount: "actual/actual",
    pauseMonths: 26,
  } as const;
  const [first] = agreedSchedule(agreement, yuan(10_000), yuan(0));
  // 22 November 2026 to 22 February 2029: 40 and 365 nights of 2026 and 2027, 366 of 2028, 52 of 2029.
  expect(first?.interest).toBe(yuan(Math.round(10_000 * 0.36 * ((40 + 365 + 52) / 365 + 1) * 100) / 100));
});

describe("the contract's caps", () => {
  const CAPS = [
    ["1 % of what was lent for all charges", { kind: "share", of: "charges", share: fraction(1n, 100n) }],
    ["12 % a year for all charges", { kind: "yearly", of: "charges", yearlyRate: fraction(12n, 100n) }],
    ["interest of at most 0.01 % a day", { kind: "rate", of: "interest", rate: rate(1n, 10_000n, "day") }],
  ] as const;
  const twoPercent = {
    ...AGREEMENT,
    waive: { ...AGREEMENT.waive, penalty: fraction(1n, 1n) },
    dayCount: "period",
  } as const;

  test.each(CAPS)("do not lower the rate that is agreed: %s", (_, cap) => {
    // 10,000.00 at 2 % a month: 200.00 with the first of ten instalments of 1,113.27 (10,000.00 × 0.02 ÷ (1 − 1.02^−10)).
    const agreement = { ...twoPercent, rate: rate(2n, 100n, "month") } as const;
    const { paid, capped } = kept(agreement, day("2026-12-22"), { ...LOAN, terms: { ...LOAN.terms, caps: [cap] } });
    expect([paid.interest, paid.principal, capped]).toEqual([yuan(200), yuan(913.27), 0]);
  });

  test("hold for what is charged on a date", () => {
    // 3 % of the 50,000.00 lent are 1,500.00, of which the penalty has taken 1,000.00: of 600.00 charged 500.00 are posted.
    const caps = [{ kind: "share", of: "charges", share: fraction(3n, 100n) }] as const;
    const charges = [{ date: addDays(AS_OF, 5), amount: yuan(600), component: "fee", note: null }] as const;
    const { charged, capped } = kept(AGREEMENT, addDays(AS_OF, 6), {
      ...LOAN,
      terms: { ...LOAN.terms, caps },
      charges,
    });
    expect([charged.fee, capped]).toEqual([yuan(500), yuan(100)]);
  });
});

describe("a settlement", () => {
  const settlement = { kind: "settlement", date: AS_OF, unearned: "leave-out" } as const;

  test("pays principal first, and what is waived are charges first", () => {
    const { paid, waived } = kept({ ...settlement, pays: { kind: "amount", amount: yuan(9_000) } }, AS_OF);
    expect([paid.principal, waived.principal, waived.penalty]).toEqual([yuan(9_000), yuan(1_000), yuan(1_000)]);
  });

  test("takes over only what is earned of interest fixed in advance", () => {
    const loan = loanOf([instalment(addDays(AS_OF, 15), 1_000, { interest: yuan(30) })], { interest: "scheduled" });
    const pays = { kind: "share", share: fraction(1n, 1n) } as const;
    // The instalment runs from 7 November to 7 December: 15 of 30 days.
    expect(kept({ ...settlement, pays }, AS_OF, loan).payments).toBe(yuan(1_015));
    expect(kept({ ...settlement, unearned: "keep", pays }, AS_OF, loan).payments).toBe(yuan(1_030));
  });

  test("dated after the debt is gone does nothing and is not among what took effect", () => {
    const late = { ...settlement, date: addDays(AS_OF, 20), pays: { kind: "share", share: fraction(1n, 1n) } } as const;
    const payments = [paymentOn(addDays(AS_OF, 1), 20_000)];
    const { agreements, clearedOn } = kept(late, addDays(AS_OF, 30), LOAN, { payments });
    expect([agreements, clearedOn]).toEqual([[], addDays(AS_OF, 1)]);
  });
});
