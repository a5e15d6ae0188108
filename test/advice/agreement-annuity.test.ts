/** Schedules of agreements and new loans against an annuity worked out apart, in decimals and by the textbook. */

import { Decimal } from "decimal.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreedSchedule, refinancedSchedule } from "../../src/ledger/agreed-schedule.ts";
import { formatDay } from "../../src/loan/day.ts";
import type { Refinancing } from "../../src/loan/events.ts";
import { type Fen, fen, ZERO } from "../../src/loan/money.ts";
import { fraction, type Rate, rate } from "../../src/loan/rate.ts";
import { AS_OF, agreementOf, yuan } from "../reference/sample-loans.ts";
import { sameEachTime } from "../runs.ts";

const Precise = Decimal.clone({ precision: 60 });

interface Row {
  readonly principal: number;
  readonly interest: number;
}

/** P·r·qⁿ ÷ (qⁿ − 1) */
function annuity(borrowed: Fen, monthly: Decimal, months: number): Decimal {
  if (monthly.isZero()) return new Precise(borrowed).div(months);
  const grown = monthly.plus(1).pow(months);
  return new Precise(borrowed).times(monthly).times(grown).div(grown.minus(1));
}

function rowsOver(borrowed: Fen, monthly: Decimal, months: number, instalment: Decimal): Row[] {
  let balance = new Precise(borrowed);
  return Array.from({ length: months }, (_, index) => {
    const interest = balance.times(monthly).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
    const own = Decimal.max(0, Decimal.min(instalment.minus(interest), balance));
    const principal = index === months - 1 ? balance : own;
    balance = balance.minus(principal);
    return { principal: principal.toNumber(), interest: interest.toNumber() };
  });
}

function refinancing(how: Partial<Refinancing>): Refinancing {
  return {
    kind: "refinancing",
    date: AS_OF,
    rate: rate(24n, 100n, "year"),
    feeShare: fraction(0n, 1n),
    months: 24,
    method: "equal-instalments",
    dayCount: "period",
    penalty: [],
    unearned: "leave-out",
    ...how,
  };
}

const anyMonthly = fc.integer({ min: 0, max: 60_000 }).map((share) => ({
  given: rate(BigInt(share), 1_000_000n, "month") satisfies Rate,
  decimal: new Precise(share).div(1_000_000),
}));
const anyBorrowed = fc.integer({ min: 1_000, max: 100_000_000 }).map(fen);
const anyMonths = fc.integer({ min: 1, max: 120 });
const SAME_EACH_TIME = sameEachTime(500);

describe("a new loan", () => {
  test("of 54,976.25 at 2 % a month over 24 months: 2,906.65", () => {
    const schedule = refinancedSchedule(refinancing({ feeShare: fraction(3n, 100n) }), yuan(53_375));
    const amounts = schedule.map(({ principal, interest }) => principal + interest);
    expect(new Set(amounts.slice(0, -1))).toEqual(new Set([yuan(2_906.65)]));
    expect(annuity(yuan(54_976.25), new Precise("0.02"), 24).toDecimalPlaces(0).toNumber()).toBe(yuan(2_906.65));
    expect(schedule.reduce((total, row) => total + row.principal, 0)).toBe(yuan(54_976.25));
    expect(schedule.map(({ due }) => formatDay(due)).at(-1)).toBe("2028-11-22");
  });

  test("agrees row by row, to the fen", () => {
    fc.assert(
      fc.property(anyBorrowed, anyMonthly, anyMonths, (borrowed, monthly, months) => {
        const instalment = annuity(borrowed, monthly.decimal, months).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
        const found = refinancedSchedule(refinancing({ rate: monthly.given, months }), borrowed);
        expect(found.map(({ principal, interest }) => ({ principal, interest }))).toEqual(
          rowsOver(borrowed, monthly.decimal, months, instalment),
        );
      }),
      SAME_EACH_TIME,
    );
  });
});

describe("an agreement", () => {
  test("agrees row by row, to the fen: rounded up, and the last is smaller", () => {
    fc.assert(
      fc.property(anyBorrowed, anyMonthly, anyMonths, (borrowed, monthly, months) => {
        let instalment = annuity(borrowed, monthly.decimal, months).toDecimalPlaces(0, Decimal.ROUND_UP);
        let expected = rowsOver(borrowed, monthly.decimal, months, instalment);
        const last = (): number => (expected.at(-1)?.principal ?? 0) + (expected.at(-1)?.interest ?? 0);
        while (instalment.lt(last())) {
          instalment = instalment.plus(1);
          expected = rowsOver(borrowed, monthly.decimal, months, instalment);
        }
        const found = agreedSchedule(agreementOf({ rate: monthly.given, months }), borrowed, ZERO);
        expect(found.map(({ principal, interest }) => ({ principal, interest }))).toEqual(expected);
      }),
      SAME_EACH_TIME,
    );
  });

  test("no month asks more than the first, and the last no more than the others", () => {
    fc.assert(
      fc.property(anyBorrowed, anyBorrowed, anyMonthly, anyMonths, (principal, charges, { given }, months) => {
        const schedule = agreedSchedule(agreementOf({ rate: given, months }), principal, charges);
        const amounts = schedule.map((row) => row.principal + row.charges + row.interest);
        expect(Math.max(...amounts)).toBe(amounts[0]);
        expect(schedule.reduce((total, row) => total + row.principal, 0)).toBe(principal);
        expect(schedule.reduce((total, row) => total + row.charges, 0)).toBe(charges);
      }),
      SAME_EACH_TIME,
    );
  });
});
