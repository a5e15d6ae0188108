/**
 * The laws that hold in every run, on generated loans. They need no second model: each follows from what a debt is.
 * The ninth speaks of plans and the tenth of the reference model: they are tested with those. The eleventh and the
 * twelfth speak of what is said of a run: `verdict-laws.test.ts`.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { COMPONENTS } from "../../src/loan/components.ts";
import { addDays } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { divideHalfUp, type Fen, fen, sum, ZERO } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { multipleOfContractRate, SURPLUSES } from "../../src/loan/terms.ts";
import { paymentOf, rowsOf } from "../plain.ts";
import { anyAmount, anyCase, type Case } from "../reference/generators.ts";
import { AS_OF, instalment, loanOf } from "../reference/sample-loans.ts";
import {
  allOverdue,
  notYetDue,
  SAME_EACH_TIME,
  totalsOf,
  withDay,
  withLoan,
  withoutPayments,
  withoutPurpose,
  withPayments,
  withTerms,
} from "./runs.ts";

const NO_RATE = [{ from: null, rate: rate(0n, 1n, "day") }];

function holds<Values extends [unknown, ...unknown[]]>(property: fc.IProperty<Values>): void {
  fc.assert(property, SAME_EACH_TIME);
}

test("1. money is conserved, for each component and each day", () => {
  holds(
    fc.property(anyCase, (given) => {
      let before = totalsOf(given).opening;
      let [paid, principalPaid] = [0, 0];
      for (const row of rowsOf(given)) {
        for (const component of COMPONENTS) {
          const added = row.accrued[component] + row.charged[component] + row.refinanced[component];
          expect(row.owed[component]).toBe(before[component] + added - row.waived[component] - row.to[component]);
        }
        expect(row.payment).toBe(sum(Object.values(row.to)) + row.unapplied);
        expect(row.totalOwed).toBe(sum(Object.values(row.owed)));
        paid += row.payment;
        principalPaid += row.to.principal;
        expect([row.paidSoFar, row.principalPaidSoFar]).toEqual([paid, principalPaid]);
        before = row.owed;
      }
    }),
  );
});

test("2. no component, and nothing that happens to one, is ever negative", () => {
  holds(
    fc.property(anyCase, (given) => {
      for (const row of rowsOf(given)) {
        const amounts = [row.owed, row.accrued, row.charged, row.to].flatMap((column) => Object.values(column));
        expect(Math.min(...amounts, row.payment, row.unapplied, row.daysOverdue)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

describe("3. on one day", () => {
  test("a zero payment changes nothing, wherever it stands among the others", () => {
    holds(
      fc.property(
        withDay(anyCase),
        fc.nat(6),
        fc.constantFrom(null, ...COMPONENTS),
        ({ given, date }, place, purpose) => {
          const { payments } = given.events;
          const nothing = { ...paymentOf(date, ZERO), for: purpose };
          expect(rowsOf(withPayments(given, payments.toSpliced(place, 0, nothing)))).toEqual(rowsOf(given));
        },
      ),
    );
  });

  test("two payments of one purpose are one payment of their sum", () => {
    holds(
      fc.property(withDay(anyCase), anyAmount, anyAmount, ({ given, date }, one, other) => {
        const { payments } = given.events;
        const apart = [...payments, paymentOf(date, one), paymentOf(date, other)];
        const together = [...payments, paymentOf(date, fen(one + other))];
        expect(rowsOf(withPayments(given, apart))).toEqual(rowsOf(withPayments(given, together)));
      }),
    );
  });
});

/** From a day on there is never more owed in the one run than in the other, but for a fen a component. */
function expectNeverMoreOwed(better: Case, worse: Case, fromDay = 1): void {
  const betterRows = rowsOf(better);
  const worseRows = rowsOf(worse);
  for (const row of betterRows.slice(fromDay - 1)) {
    const owedInWorse = worseRows[row.day - 1]?.totalOwed ?? ZERO;
    const allowed = owedInWorse + COMPONENTS.length;
    if (row.totalOwed > allowed) expect(row.totalOwed, `owed on day ${row.day}`).toBeLessThanOrEqual(allowed);
  }
}

describe("4. never leaves more owed on any later day:", () => {
  /** One penalty rate and one order: where either depends on the days overdue, paying more can change it for the worse. */
  function withSteadyTerms(given: Case): Case {
    return withTerms(given, { orderAfter: [], penalty: given.loan.terms.penalty.slice(0, 1) });
  }

  test("paying more", () => {
    holds(
      fc.property(withDay(anyCase), anyAmount, ({ given, date }, extra) => {
        const less = withSteadyTerms(given);
        const more = withPayments(less, [...less.events.payments, paymentOf(date, extra)]);
        expectNeverMoreOwed(more, less);
      }),
    );
  });

  // Of what is not yet due, money paid early may be refused, or clear the wrong instalment; and where penalty bears
  // penalty, an early payment may find only principal and leave penalty to grow. So: all overdue, no compound on charges.
  test("paying what is overdue earlier", () => {
    const noCompoundOnCharges = anyCase.filter(({ loan }) => loan.terms.compound !== "all");
    holds(
      fc.property(withDay(noCompoundOnCharges), fc.nat(40), anyAmount, ({ given, date }, wait, amount) => {
        // What is paid before it is charged is not kept for it.
        const overdue = withLoan(allOverdue(withSteadyTerms(given)), { charges: [] });
        const { payments } = overdue.events;
        const early = withPayments(overdue, [...payments, paymentOf(date, amount)]);
        const late = withPayments(overdue, [...payments, paymentOf(addDays(date, wait), amount)]);
        const paidAlike = Math.min(addDays(date, wait), given.until) - given.loan.asOf;
        expectNeverMoreOwed(early, late, paidAlike);
      }),
    );
  });
});

describe("5. splitting a quiet period in two changes nothing:", () => {
  test("a run that ends earlier stands where the longer one stood on that day", () => {
    holds(
      fc.property(withDay(anyCase), ({ given, date }) => {
        const rows = rowsOf(given);
        const row = rows.find((one) => one.date === date) ?? rows.at(-1);
        const { closing, daysOverdueAtEnd } = totalsOf({ ...given, until: date });
        expect({ closing, daysOverdueAtEnd }).toEqual({ closing: row?.owed, daysOverdueAtEnd: row?.daysOverdue });
      }),
    );
  });

  test("a payment that is not taken splits it", () => {
    holds(
      fc.property(withDay(anyCase), anyAmount, ({ given, date }, amount) => {
        const ahead = notYetDue(withTerms(withoutPayments(given), { interest: "accrued", rounding: USUAL_ROUNDING }));
        const refused = { ...paymentOf(date, amount), surplus: "none" } as const;
        const split = totalsOf(withPayments(ahead, [refused]));
        expect(split.unapplied).toBe(amount);
        expect(split.closing).toEqual(totalsOf(ahead).closing);
      }),
    );
  });

  test("so many quiet days bear the balance times the rate times the days, rounded once", () => {
    holds(
      fc.property(
        anyAmount,
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 400 }),
        (principal, share, days) => {
          const penaltyRate = rate(BigInt(share), 1_234_567n, "day");
          const loan = loanOf([{ ...instalment(AS_OF, 0), principal }], {
            penalty: [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: penaltyRate } }],
          });
          const given = { loan, events: NO_EVENTS, until: addDays(AS_OF, days) };
          const once = divideHalfUp(BigInt(principal) * BigInt(share) * BigInt(days), 1_234_567n);
          expect(totalsOf(given).closing.penalty).toBe(Number(once));
          expect(rowsOf(given).at(-1)?.owed.penalty).toBe(Number(once));
        },
      ),
    );
  });
});

test("6. with rate 0 and no fees nothing grows", () => {
  holds(
    fc.property(anyCase, (given) => {
      const free = withTerms(withLoan(given, { charges: [] }), {
        rates: NO_RATE,
        penalty: multipleOfContractRate(fraction(3n, 2n)),
        lateFees: [],
      });
      let before = sum(Object.values(totalsOf(free).opening));
      for (const row of rowsOf(free)) {
        expect(row.totalOwed).toBe(before - row.payment + row.unapplied);
        before = row.totalOwed;
      }
    }),
  );
});

test("7. by instalment and by component are the same where a payment clears everything due", () => {
  holds(
    fc.property(withDay(anyCase), ({ given, date }) => {
      const enough = { ...paymentOf(date, fen(100_000_000_000)), surplus: "none" } as const;
      const paid = withPayments(withTerms(withoutPayments(given), { orderAfter: [] }), [enough]);
      expect(rowsOf(withTerms(paid, { by: "component" }))).toEqual(rowsOf(withTerms(paid, { by: "instalment" })));
    }),
  );
});

describe("8. the order is respected:", () => {
  /** Nothing goes to a component while one before it is unpaid. */
  function expectInOrder(given: Case): void {
    const { order } = given.loan.terms;
    for (const row of rowsOf(given)) {
      const lastReached = order.findLastIndex((component) => row.to[component] > 0);
      for (const component of order.slice(0, Math.max(lastReached, 0))) expect(row.owed[component]).toBe(0);
    }
  }

  test("component by component over all that is overdue", () => {
    holds(
      fc.property(anyCase, (given) => {
        expectInOrder(withTerms(allOverdue(withoutPurpose(given)), { orderAfter: [], by: "component" }));
      }),
    );
  });

  test("within one instalment, whatever the axis, due or not", () => {
    holds(
      fc.property(anyCase, (given) => {
        const alone = withLoan(withoutPurpose(given), { instalments: given.loan.instalments.slice(0, 1) });
        expectInOrder(withTerms(alone, { orderAfter: [], orderInAdvance: null }));
      }),
    );
  });

  test("what is due comes before what is not: the surplus rule only speaks of what is left", () => {
    holds(
      fc.property(withDay(anyCase), anyAmount, fc.constantFrom(...SURPLUSES), ({ given, date }, extra, surplus) => {
        const plain = withTerms(withLoan(withoutPayments(given), { charges: [], accelerateOn: null }), {
          interest: "scheduled",
          penaltyBase: "overdue-principal",
          dayCount: "actual/360",
        });
        const instalments = plain.loan.instalments.filter(({ due }) => due <= date);
        fc.pre(instalments.length > 0 && instalments.length < plain.loan.instalments.length);
        const dueThen = rowsOf({ ...withLoan(plain, { instalments }), until: date }).at(-1)?.totalOwed ?? ZERO;
        const pays = (amount: Fen) =>
          withPayments({ ...plain, until: date }, [{ ...paymentOf(date, amount), surplus }]);

        const [exactly] = rowsOf(pays(dueThen)).slice(-1);
        expect([exactly?.daysOverdue, exactly?.unapplied]).toEqual([0, 0]);
        const lessThanDue = fen(Math.max(dueThen - extra, 0));
        const refusingSurplus = withPayments(pays(ZERO), [{ ...paymentOf(date, lessThanDue), surplus: "none" }]);
        expect(rowsOf(pays(lessThanDue))).toEqual(rowsOf(refusingSurplus));
        expect(totalsOf(refusingSurplus).unapplied).toBe(0);
        const more = totalsOf(
          withPayments(pays(ZERO), [{ ...paymentOf(date, fen(dueThen + extra)), surplus: "none" }]),
        );
        expect(more.unapplied).toBe(extra);
      }),
    );
  });
});
