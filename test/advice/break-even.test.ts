/** The break-even payment: with it the debt does not grow, with one fen less it does. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOver } from "../../src/advice/agreement-terms.ts";
import { breakEvenPayment } from "../../src/advice/break-even.ts";
import { Run } from "../../src/ledger/run.ts";
import { addDays, type Day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import type { Cycle, Loan, PaymentStream } from "../../src/loan/loan.ts";
import { type Fen, fen } from "../../src/loan/money.ts";
import { rate } from "../../src/loan/rate.ts";
import { USUAL_LATE_FEE } from "../plain.ts";
import { AS_OF, instalment, loanOf, yuan } from "../reference/sample-loans.ts";

const EVERY_DAY: Cycle = { kind: "days", days: 1 };

function streamOf(cycle: Cycle, amount: Fen): PaymentStream {
  const from = (AS_OF + (cycle.kind === "days" ? cycle.days : 1)) as Day;
  return { cycle, amounts: [amount], from, until: null, pauses: [], for: null };
}

function breakEven(loan: Loan, cycle: Cycle): Fen {
  return breakEvenPayment(loan, { ...NO_EVENTS, streams: [streamOf(cycle, fen(1))] }).amount;
}

/** By how much the debt grows over so many cycles, exactly: in parts of a fen. */
function growth(loan: Loan, cycle: Cycle & { kind: "days" }, amount: Fen, cycles: number): bigint {
  const run = new Run(loan, { ...NO_EVENTS, streams: amount === 0 ? [] : [streamOf(cycle, amount)] });
  const before = run.exactDebt;
  run.advance(addDays(AS_OF, cycle.days * cycles));
  const after = run.exactDebt;
  return after.numerator * before.denominator - before.numerator * after.denominator;
}

const anyOverdue: fc.Arbitrary<Loan> = fc
  .record({
    principals: fc.array(fc.integer({ min: 100, max: 50_000_000 }), { minLength: 1, maxLength: 3 }),
    penaltyOwed: fc.nat(1_000_000),
    perMillion: fc.integer({ min: 1, max: 3_000 }),
    denominator: fc.constantFrom(1_000_000n, 999_983n, 3_000_000n),
  })
  .map(({ principals, penaltyOwed, perMillion, denominator }) =>
    loanOf(
      principals.map((principal, index) => ({
        ...instalment(addDays(AS_OF, -100 + index * 30), 0, { penalty: fen(penaltyOwed) }),
        principal: fen(principal),
      })),
      {
        penalty: [
          { fromDaysOverdue: 1, penalty: { kind: "rate", rate: rate(BigInt(perMillion), denominator, "day") } },
        ],
        by: "component",
      },
    ),
  );

test("with it the debt does not grow, with one fen less it does, over one cycle and many", () => {
  fc.assert(
    fc.property(anyOverdue, fc.constantFrom(1, 3, 7, 30), fc.integer({ min: 1, max: 200 }), (loan, days, cycles) => {
      const cycle = { kind: "days", days } as const;
      const amount = breakEven(loan, cycle);
      expect(growth(loan, cycle, amount, cycles) <= 0n).toBe(true);
      expect(growth(loan, cycle, fen(amount - 1), cycles) > 0n).toBe(true);
    }),
    { seed: 20_261_122, numRuns: 500 },
  );
});

describe("of 50,000 at 0.075 % a day", () => {
  const loan = loanOf([instalment(addDays(AS_OF, -90), 50_000, { penalty: yuan(3_375) })]);

  test.each<[string, Cycle, number]>([
    ["a day", EVERY_DAY, 37.5],
    ["a week", { kind: "days", days: 7 }, 262.5],
    ["the month that follows, of 30 days", { kind: "month", dayOfMonth: 22 }, 1_125],
  ])("%s", (_name, cycle, amount) => {
    expect(breakEven(loan, cycle)).toBe(yuan(amount));
  });

  test("a day, where no payment is named", () => {
    expect(breakEvenPayment(loan, NO_EVENTS)).toEqual({ amount: yuan(37.5), cycle: EVERY_DAY, nights: 1 });
  });

  test("nothing, where interest is stopped from that day on; the old terms, where it stops later", () => {
    const from = (date: Day): Fen =>
      breakEvenPayment(loan, { ...NO_EVENTS, agreements: [agreementOver(date, 12, {})] }).amount;
    expect([from(AS_OF), from(addDays(AS_OF, 40))]).toEqual([yuan(0), yuan(37.5)]);
  });
});

test("is rounded up to the fen", () => {
  const third = { kind: "rate", rate: rate(1n, 3_000n, "day") } as const;
  const loan = loanOf([instalment(AS_OF, 50_000)], { penalty: [{ fromDaysOverdue: 1, penalty: third }] });
  expect(breakEven(loan, EVERY_DAY)).toBe(yuan(16.67));
});

test("leaves fees out, which do not come back with each cycle", () => {
  const lateFees = [{ charge: { kind: "fixed", amount: yuan(500) }, ...USUAL_LATE_FEE }];
  const charges = [{ date: addDays(AS_OF, 1), amount: yuan(200), component: "fee", note: null }] as const;
  const loan = loanOf([instalment(AS_OF, 50_000)], { lateFees: lateFees as Loan["terms"]["lateFees"] });
  expect(breakEven({ ...loan, charges }, EVERY_DAY)).toBe(yuan(37.5));
});
