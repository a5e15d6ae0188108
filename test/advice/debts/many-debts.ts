/** Lists of debts for tests: plain ones by hand, and generated ones under terms of every kind. */

import fc from "fast-check";
import type { OneDebt } from "../../../src/advice/debts/debt.ts";
import type { PlanCycle, SharedBudget } from "../../../src/loan/budget.ts";
import { addDays, addMonths, type Day } from "../../../src/loan/day.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import { type Fen, fen } from "../../../src/loan/money.ts";
import { rate } from "../../../src/loan/rate.ts";
import { multipleOfContractRate } from "../../../src/loan/terms.ts";
import { anyCase, anyRareCase, type Case } from "../../reference/generators.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";

export function debtOf(name: string, loan: Loan, rest: Partial<OneDebt> = {}): OneDebt {
  return { name, loan, priority: null, payments: [], ...rest };
}

/** Overdue since `asOf`, at so many percent a month and no penalty: a month is a month, and nothing is compounded. */
export function monthlyDebt(
  name: string,
  principal: number,
  percentAMonth: number,
  rest: Partial<OneDebt> = {},
): OneDebt {
  const terms = {
    rates: [{ from: null, rate: rate(BigInt(Math.round(percentAMonth * 100)), 10_000n, "month") }],
    penalty: multipleOfContractRate({ numerator: 1n, denominator: 1n }),
    compound: "none" as const,
    dayCount: "period" as const,
  };
  return debtOf(name, loanOf([instalment(AS_OF, principal)], terms), rest);
}

export function constantBudget(
  every: PlanCycle,
  amount: Fen,
  from: Day,
  extras: SharedBudget["extras"] = [],
): SharedBudget {
  return { every, steps: [{ from, amount, isOwn: false }], usual: amount, extras };
}

export function monthlyBudget(amount: number, extras: SharedBudget["extras"] = []): SharedBudget {
  return constantBudget("month", yuan(amount), AS_OF, extras);
}

/** Overdue and current, with and without minimum payments, so small that a budget clears them within years. */
export const anySmallDebts: fc.Arbitrary<readonly OneDebt[]> = fc
  .array(
    fc.record({
      principal: fc.integer({ min: 100, max: 20_000 }),
      firstDue: fc.integer({ min: -120, max: 60 }),
      instalments: fc.integer({ min: 1, max: 5 }),
      dailyBasisPoints: fc.integer({ min: 1, max: 12 }),
      penaltyTenths: fc.integer({ min: 10, max: 25 }),
      minimumPercent: fc.option(fc.integer({ min: 1, max: 15 })),
      compound: fc.constantFrom("none" as const, "interest" as const, "all" as const),
    }),
    { minLength: 2, maxLength: 5 },
  )
  .map((found) =>
    found.map(
      ({ principal, firstDue, instalments, dailyBasisPoints, penaltyTenths, minimumPercent, compound }, index) => {
        const first = addDays(AS_OF, firstDue);
        const parts = Array.from({ length: instalments }, (_, month) =>
          instalment(addMonths(first, month), Math.ceil(principal / instalments)),
        );
        const of = { numerator: BigInt(penaltyTenths), denominator: 10n };
        const share = minimumPercent === null ? null : { numerator: BigInt(minimumPercent), denominator: 100n };
        return debtOf(
          String(index),
          loanOf(parts, {
            rates: [{ from: null, rate: rate(BigInt(dailyBasisPoints), 10_000n, "day") }],
            penalty: multipleOfContractRate(of),
            compound,
            minimum: share === null ? null : { amount: null, share },
          }),
        );
      },
    ),
  );

/** Loans of one day: a generated loan is moved there whole. */
export const anyDebts = listsOf(fc.oneof(anyCase, anyRareCase));
export const anyEverydayDebts = listsOf(anyCase);

function listsOf(cases: fc.Arbitrary<Case>): fc.Arbitrary<readonly OneDebt[]> {
  return fc
    .array(cases, { minLength: 1, maxLength: 4 })
    .map((found) => found.map((given, index) => debtOf(`debt ${index + 1}`, movedTo(AS_OF, given))));
}

function movedTo(asOf: Day, { loan }: Case): Loan {
  const days = asOf - loan.asOf;
  const move = (day: Day): Day => addDays(day, days);
  // Whole months may not be whole months elsewhere.
  const terms = loan.terms.dayCount === "period" ? { ...loan.terms, dayCount: "actual/365" as const } : loan.terms;
  return {
    ...loan,
    asOf,
    terms: { ...terms, rates: terms.rates.map((row) => ({ ...row, from: row.from === null ? null : move(row.from) })) },
    instalments: loan.instalments.map((each) => ({ ...each, due: move(each.due) })),
    charges: loan.charges.map((each) => ({ ...each, date: move(each.date) })),
    waivers: loan.waivers.map((each) => ({ ...each, date: move(each.date) })),
    interruptions: [],
    accelerateOn: loan.accelerateOn === null ? null : move(loan.accelerateOn),
  };
}

export const anyBudget: fc.Arbitrary<SharedBudget> = fc
  .record({
    every: fc.constantFrom("month" as const, "month" as const, "week" as const),
    amount: fc.integer({ min: 1, max: 3_000_000 }),
    extra: fc.option(
      fc.record({ after: fc.integer({ min: 1, max: 90 }), amount: fc.integer({ min: 1, max: 1_000_000 }) }),
    ),
  })
  .map(({ every, amount, extra }) =>
    constantBudget(
      every,
      fen(amount),
      AS_OF,
      extra === null ? [] : [{ date: addDays(AS_OF, extra.after), amount: fen(extra.amount) }],
    ),
  );
