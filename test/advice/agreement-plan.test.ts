/** The plan of an agreement against the engine: kept to the letter, it pays just these amounts on just these days. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AgreementOutcome, agreementOutcome } from "../../src/advice/agreement-outcome.ts";
import { type AgreementPlan, agreementPlan, amountOf, equalInstalments } from "../../src/advice/agreement-plan.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { addDays, addMonths, civil, type Day, day, formatDay } from "../../src/loan/day.ts";
import { type InstalmentAgreement, NO_EVENTS, type Unearned, WAIVE_NOTHING } from "../../src/loan/events.ts";
import type { Loan } from "../../src/loan/loan.ts";
import { type Fen, fen, sum } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { paymentOf, runOf } from "../plain.ts";
import { anyCase } from "../reference/generators.ts";
import { AS_OF, agreementOf, instalment, loanOf, overdue, paymentOn, yuan } from "../reference/sample-loans.ts";
import { EVERYDAY_DAY_COUNTS } from "../reference/terms-generator.ts";
import { sameEachTime } from "../runs.ts";

const WHOLE = fraction(1n, 1n);

const NO_PENALTY = { kind: "rate", rate: rate(0n, 1n, "day") } as const;

interface Paid {
  readonly date: Day;
  readonly amount: Fen;
}

function paidByEngine(
  loan: Loan,
  plan: AgreementPlan,
): { readonly payments: readonly Paid[]; readonly clearedOn: Day | null } {
  const { agreement } = plan;
  const until = addMonths(agreement.date, agreement.pauseMonths + agreement.months + 1);
  const events = { ...NO_EVENTS, agreements: [agreement], paysWhenDueFrom: agreement.date };
  const { rows, totals } = runOf({ loan, events, until });
  const payments = rows.filter(({ payment }) => payment > 0).map(({ date, payment }) => ({ date, amount: payment }));
  return { payments, clearedOn: totals.clearedOn };
}

function asked({ agreement, down, schedule }: AgreementPlan): readonly Paid[] {
  return [
    ...(down === 0 ? [] : [{ date: agreement.date, amount: down }]),
    ...schedule.map((row) => ({ date: row.due, amount: amountOf(row) })),
  ];
}

const anyShare = fc.constantFrom(fraction(0n, 1n), fraction(1n, 4n), fraction(1n, 3n), fraction(1n, 2n), WHOLE);

function anyAgreement(asOf: Day): fc.Arbitrary<InstalmentAgreement> {
  const drawn = fc.record<InstalmentAgreement>({
    kind: fc.constant("agreement" as const),
    date: fc.integer({ min: 0, max: 40 }).map((later) => addDays(asOf, later)),
    waive: fc.record({
      fee: anyShare,
      penalty: anyShare,
      compound: anyShare,
      interest: anyShare,
      principal: fc.constant(fraction(0n, 1n)),
    }),
    charges: fc.constantFrom("spread", "end"),
    months: fc.integer({ min: 1, max: 40 }),
    method: fc.constantFrom<InstalmentAgreement["method"]>(
      { kind: "equal-instalments" },
      { kind: "equal-principal" },
      { kind: "flat", monthlyFee: fraction(45n, 10_000n) },
    ),
    rate: fc.oneof(
      fc.constant(rate(0n, 1n, "year")),
      fc.constantFrom(
        rate(6n, 100n, "year"),
        rate(1n, 100n, "month"),
        rate(1n, 2_000n, "day"),
        rate(345n, 10_000n, "year"),
      ),
    ),
    dayCount: fc.constantFrom(...EVERYDAY_DAY_COUNTS),
    pauseMonths: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 12, max: 30 })),
    graceDays: fc.constantFrom(0, 5),
    onBreak: fc.constantFrom("restore", "keep"),
    down: fc.constantFrom<InstalmentAgreement["down"]>(
      null,
      { kind: "share", share: fraction(1n, 10n) },
      { kind: "share", share: fraction(1n, 3n) },
    ),
    unearned: fc.constant("keep" as const),
  });
  // From the 29th on a month may have no such day, and the days between two due dates are no whole period.
  return drawn.filter((agreement) => agreement.rate.numerator === 0n || civil(agreement.date).day <= 28);
}

/**
 * Up to 200,000 yuan a component: the search for an equal instalment by the days of each month takes longer the more
 * is owed. Rounded when posted, because a schedule is: interest rounded night by night adds up to something else.
 */
const anySmallLoan: fc.Arbitrary<Loan> = anyCase
  .map(({ loan }) => loan)
  .filter(({ instalments }) =>
    instalments.every((row) => COMPONENTS.every((component) => (row[component] ?? 0) <= yuan(200_000))),
  )
  .map(
    (loan): Loan => ({
      ...loan,
      charges: [],
      terms: { ...loan.terms, rounding: USUAL_ROUNDING },
    }),
  );

describe("an agreement kept", () => {
  const anyAgreedLoan = anySmallLoan.chain((loan) => fc.tuple(fc.constant(loan), anyAgreement(loan.asOf)));

  test("pays just the amounts of the plan on just its days, and clears the loan with the last", () => {
    fc.assert(
      fc.property(anyAgreedLoan, ([loan, agreement]) => {
        const plan = agreementPlan(loan, agreement, NO_EVENTS);
        const { payments, clearedOn } = paidByEngine(loan, plan);
        expect(payments).toEqual(asked(plan));
        expect(clearedOn).toBe(plan.schedule.at(-1)?.due ?? agreement.date);
      }),
      sameEachTime(300),
    );
  });

  test("has each instalment made of the same parts where what is dated in it waives nothing", () => {
    fc.assert(
      fc.property(anyAgreedLoan, ([loan, agreement]) => {
        const nothing = {
          date: addDays(agreement.date, 20),
          of: "fee",
          waives: { kind: "amount", amount: fen(0) },
        } as const;
        const { schedule, clearedOn } = agreementPlan({ ...loan, waivers: [...loan.waivers, nothing] }, agreement);
        const paper = agreementPlan(loan, agreement);
        expect(schedule).toEqual(paper.schedule);
        expect(clearedOn).toBe(paper.clearedOn);
      }),
      sameEachTime(300),
    );
  });

  test("adds up: what is owed, less what is waived, plus the interest of the agreement", () => {
    fc.assert(
      fc.property(anyAgreedLoan, ([loan, agreement]) => {
        const { owed, waived, down, schedule, totalToPay } = agreementPlan(loan, agreement);
        const interest = sum(schedule.map((row) => row.interest));
        const kept = sum(COMPONENTS.map((component) => fen(owed[component] - waived[component])));
        expect(totalToPay).toBe(kept + interest);
        expect(down + sum(schedule.map(amountOf))).toBe(totalToPay);
      }),
      sameEachTime(100),
    );
  });
});

describe("the plan", () => {
  test("knows the interest that was fixed in advance for what is not yet due on its day", () => {
    const [one, other] = [5, 35].map((days) => instalment(addDays(AS_OF, days), 1_000, { interest: yuan(20) }));
    if (one === undefined || other === undefined) throw new Error("two instalments");
    const ahead = (interest: "scheduled" | "accrued", later: number, unearned: Unearned): Fen => {
      const agreement = agreementOf({ date: addDays(AS_OF, later), unearned });
      return agreementPlan(loanOf([one, other], { interest }), agreement, NO_EVENTS).interestNotYetDue;
    };
    expect([ahead("scheduled", 0, "keep"), ahead("scheduled", 10, "keep")]).toEqual([yuan(40), yuan(20)]);
    expect(ahead("accrued", 0, "keep")).toBe(0);
    // Of 31 days to 27 November 26 have passed, 20.00 × 26/31; of 30 to 27 December, ten days later, 5: 20.00 × 5/30.
    expect([ahead("scheduled", 0, "leave-out"), ahead("scheduled", 10, "leave-out")]).toEqual([
      yuan(16.77),
      yuan(3.33),
    ]);
  });

  test("of 36 months without interest, all charges waived: 35 × 1,388.89 and 1,388.85", () => {
    const waive = { ...WAIVE_NOTHING, fee: WHOLE, penalty: WHOLE, compound: WHOLE, interest: WHOLE };
    const plan = agreementPlan(overdue, agreementOf({ waive }), NO_EVENTS);
    expect(equalInstalments(plan.schedule)).toEqual([
      { count: 35, amount: yuan(1_388.89) },
      { count: 1, amount: yuan(1_388.85) },
    ]);
    expect(plan).toMatchObject({ totalToPay: yuan(50_000), daysOverdue: 90, limitReachedOn: null });
    expect(plan.waived.penalty).toBe(yuan(3_375));
  });

  test("of a later date counts what runs up until then", () => {
    const plan = agreementPlan(overdue, agreementOf({ date: addDays(AS_OF, 10) }), NO_EVENTS);
    expect(plan.owed.penalty).toBe(yuan(3_375 + 375));
    expect(plan.daysOverdue).toBe(100);
  });

  test("of a later date takes over what is left after what is paid until then", () => {
    const payments = [paymentOf(addDays(AS_OF, 1), yuan(5_000)), paymentOf(addDays(AS_OF, 10), yuan(7_000))];
    const agreement = agreementOf({ date: addDays(AS_OF, 10) });
    const plan = agreementPlan(overdue, agreement, { ...NO_EVENTS, payments });
    // 3,375.00 + 37.50 of penalty and 1,587.50 of principal are paid on the first day; 48,412.50 × 0.075 % × 9 since.
    expect(plan).toMatchObject({ paidBefore: yuan(5_000), owed: { principal: yuan(48_412.5), penalty: yuan(326.78) } });
  });

  test("tells principal that is not yet due apart", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -30), 1_000), instalment(addDays(AS_OF, 30), 2_000)]);
    expect(agreementPlan(loan, agreementOf(), NO_EVENTS).principalNotYetDue).toBe(yuan(2_000));
    expect(agreementPlan(loan, agreementOf({ date: addDays(AS_OF, 30) }), NO_EVENTS).principalNotYetDue).toBe(0);
    const called = { ...loan, accelerateOn: addDays(AS_OF, 5) };
    expect(agreementPlan(called, agreementOf({ date: addDays(AS_OF, 5) }), NO_EVENTS).principalNotYetDue).toBe(0);
    expect(agreementPlan(called, agreementOf({ date: addDays(AS_OF, 4) }), NO_EVENTS).principalNotYetDue).toBe(
      yuan(2_000),
    );
  });

  describe("with what is charged and waived on dates once it has begun", () => {
    const loan = loanOf([instalment(AS_OF, 1_000)], { rates: [{ from: null, rate: rate(0n, 1n, "year") }] });
    const asked = (more: Partial<Loan>, how: Partial<InstalmentAgreement> = {}): readonly unknown[] => {
      const { schedule, totalToPay } = agreementPlan({ ...loan, ...more }, agreementOf({ months: 4, ...how }));
      return [
        ...schedule.map(({ due, principal, charges, interest }) => [formatDay(due), principal, charges, interest]),
        totalToPay,
      ];
    };
    const charge = { date: day("2027-01-01"), amount: yuan(20), component: "fee", note: null } as const;

    test("a fee is owed with the instalment in whose month it falls", () => {
      expect(asked({ charges: [charge] })).toEqual([
        ["2026-12-22", yuan(250), 0, 0],
        ["2027-01-22", yuan(250), yuan(20), 0],
        ["2027-02-22", yuan(250), 0, 0],
        ["2027-03-22", yuan(250), 0, 0],
        yuan(1_020),
      ]);
    });

    test("a fee after the last instalment stands behind it", () => {
      const late = { ...charge, date: day("2027-06-01") };
      expect(asked({ charges: [late] }, { months: 1 })).toEqual([
        ["2026-12-22", yuan(1_000), 0, 0],
        ["2027-06-01", 0, yuan(20), 0],
        yuan(1_020),
      ]);
    });

    test("a waiver takes off the next instalments, and one of the day itself comes after what is agreed", () => {
      const waiver = { date: AS_OF, of: "principal", waives: { kind: "amount", amount: yuan(300) } } as const;
      const rest = [
        ["2027-01-22", yuan(200), 0, 0],
        ["2027-02-22", yuan(250), 0, 0],
        ["2027-03-22", yuan(250), 0, 0],
      ];
      const onDayItself = { ...loan, asOf: addDays(AS_OF, -1), waivers: [waiver] };
      expect(asked(onDayItself)).toEqual([...rest, yuan(700)]);
      expect(agreementPlan(onDayItself, agreementOf()).owed.principal).toBe(yuan(1_000));
      const later = { ...waiver, date: day("2027-01-01") };
      expect(asked({ waivers: [later] })).toEqual([
        ["2026-12-22", yuan(250), 0, 0],
        ["2027-02-22", yuan(200), 0, 0],
        ["2027-03-22", yuan(250), 0, 0],
        yuan(700),
      ]);
    });

    test("what is waived of the principal bears no interest any more", () => {
      // One per cent a month of 1,000.00; half of the debt is given up on the due date, before what is due is paid.
      const half = { date: day("2026-12-22"), of: "principal", waives: { kind: "amount", amount: yuan(500) } } as const;
      const how = { method: { kind: "equal-principal" }, rate: rate(1n, 100n, "month") } as const;
      expect(asked({ waivers: [half] }, how)).toEqual([
        ["2026-12-22", 0, 0, yuan(10)],
        ["2027-01-22", 0, 0, yuan(5)],
        ["2027-02-22", yuan(250), 0, yuan(5)],
        ["2027-03-22", yuan(250), 0, yuan(2.5)],
        yuan(522.5),
      ]);
    });
  });

  test("leaves out months that ask for nothing", () => {
    const plan = agreementPlan(loanOf([instalment(AS_OF, 0.05)]), agreementOf(), NO_EVENTS);
    expect(equalInstalments(plan.schedule)).toEqual([{ count: 5, amount: 1 }]);
  });

  test("before the loan's balances hold is our mistake", () => {
    expect(() => agreementPlan(overdue, agreementOf({ date: addDays(AS_OF, -1) }), NO_EVENTS)).toThrow();
  });

  test("says where the engine's limit was passed", () => {
    const loan = loanOf([instalment(addDays(AS_OF, -1), 10_000_000_000)], {
      compound: "all",
      rates: [{ from: null, rate: rate(1n, 10n, "day") }],
    });
    const plan = agreementPlan(loan, agreementOf({ date: addMonths(AS_OF, 12) }), NO_EVENTS);
    expect(plan.limitReachedOn).not.toBeNull();
    expect(plan.schedule).toEqual([]);
  });
});

describe("what an agreement comes to", () => {
  const freeOfCharges = loanOf([instalment(AS_OF, 1_000)], { penalty: [{ fromDaysOverdue: 1, penalty: NO_PENALTY }] });
  const outcomeOf = (loan: Loan, agreement: Partial<InstalmentAgreement>): AgreementOutcome | null =>
    agreementOutcome(loan, agreementPlan(loan, agreementOf({ months: 10, ...agreement })), NO_EVENTS);

  test("one month paid and the next one missed: 900.00 of 1,000.00 is owed again", () => {
    expect(outcomeOf(freeOfCharges, {})?.broken).toMatchObject({ missed: 2, owed: yuan(900) });
  });

  const allWaivedOn = (date: Day): Loan => ({
    ...freeOfCharges,
    waivers: [{ date, of: "principal", waives: { kind: "share", share: WHOLE } }],
  });

  test("counts what is waived on a date in it: the first instalment is all, and missing it breaks the agreement", () => {
    // 100.00 is paid in the first month; without the agreement nothing would have to be paid.
    expect(outcomeOf(allWaivedOn(addDays(AS_OF, 40)), {})).toMatchObject({
      on: addDays(AS_OF, 40),
      savedAgainstNothing: yuan(-100),
      broken: { missed: 1, owed: yuan(1_000) },
    });
  });

  test("an instalment that is waived while it is late, and in its grace, breaks nothing", () => {
    const outcome = outcomeOf(allWaivedOn(day("2026-12-24")), { graceDays: 5 });
    expect(outcome).toMatchObject({ on: day("2026-12-24"), broken: null });
  });

  test("a charge after the last instalment is paid on its day, and is none that could be missed", () => {
    const charge = { date: day("2027-03-01"), amount: yuan(200), component: "fee", note: null } as const;
    const outcome = outcomeOf({ ...freeOfCharges, charges: [charge] }, { months: 1 });
    expect(outcome).toMatchObject({ on: charge.date, broken: { missed: 1, brokenOn: day("2026-12-22") } });
  });

  test("does not count as saved what nobody would take: 4,000.00 paid for 1,000.00", () => {
    const given = { ...NO_EVENTS, payments: [paymentOn(addDays(AS_OF, 60), 4_000)] };
    const outcome = agreementOutcome(
      freeOfCharges,
      agreementPlan(freeOfCharges, agreementOf({ months: 10 }), given),
      given,
    );
    expect(outcome).toMatchObject({ asNow: { paid: yuan(1_000), owed: 0 }, savedAgainstNow: 0 });
  });

  test("counts what is charged on a date in it: 200.00 with and without it", () => {
    const charge = { date: addDays(AS_OF, 40), amount: yuan(200), component: "fee", note: null } as const;
    expect(outcomeOf({ ...freeOfCharges, charges: [charge] }, {})).toMatchObject({ savedAgainstNothing: 0 });
  });

  test("once it breaks nothing is owed where one month of it has paid all: 500.00 and 60 % of 1,000.00", () => {
    const dear = { months: 2, method: { kind: "flat", monthlyFee: fraction(3n, 5n) } } as const;
    expect(outcomeOf(freeOfCharges, dear)?.broken).toMatchObject({ missed: 2, owed: 0, daysOverdue: 0 });
  });
});
