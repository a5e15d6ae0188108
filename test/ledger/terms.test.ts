/** Terms that real contracts have, each worked by hand over a few days. */

import { describe, expect, test } from "vitest";
import type { RunTotals } from "../../src/ledger/ledger.ts";
import { Run, simulate } from "../../src/ledger/run.ts";
import { addDays, addMonths, type Day, day } from "../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../src/loan/events.ts";
import { type LateFee, USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { CHARGES_NOT_GIVEN, type Instalment, type Loan, type Payment } from "../../src/loan/loan.ts";
import { type Fen, fen, sum } from "../../src/loan/money.ts";
import { fraction, rate } from "../../src/loan/rate.ts";
import { type Rounding, USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { makeSchedule } from "../../src/loan/schedule.ts";
import { multipleOfContractRate, penaltyPerDay, type Terms } from "../../src/loan/terms.ts";
import { AS_OF, agreementOf, everyDay, instalment, loanOf, paymentOn, yuan } from "../reference/sample-loans.ts";

function run(loan: Loan, until: Day, events: Partial<Events> = {}): RunTotals {
  return simulate(loan, { ...NO_EVENTS, ...events }, { until });
}

function owed({ closing }: RunTotals): Fen {
  return sum(Object.values(closing));
}

/** 0.075 % a day of penalty on one instalment of 10,000.00, overdue for `days` at `asOf`, nothing run up. */
function overdue(days: number, terms: Partial<Terms> = {}, charges: Partial<Instalment> = {}): Loan {
  return loanOf([instalment(addDays(AS_OF, -days), 10_000, charges)], terms);
}

function fixedFee(amount: number, rule: Partial<LateFee> = {}): LateFee {
  return { ...USUAL_LATE_FEE, charge: { kind: "fixed", amount: yuan(amount) }, ...rule };
}

const MULTIPLE_OF_ONE = { fromDaysOverdue: 1, penalty: { kind: "multiple", of: fraction(1n, 1n) } } as const;

describe("opening from what is given", () => {
  const notGiven = { penalty: null, compound: null, fee: null };
  const two = (terms: Partial<Terms>): Loan =>
    loanOf([instalment(day("2026-08-22"), 1_000, notGiven), instalment(day("2026-09-22"), 100_000, notGiven)], terms);

  test("without interest given, nothing bears compound", () => {
    // 1,000.00 × 0.00075 × 92 = 69.00; 100,000.00 × 0.00075 × 61 = 4,575.00
    const { opening } = run(two({}), AS_OF);
    expect(opening).toEqual({ fee: 0, penalty: yuan(4_644), compound: 0, interest: 0, principal: yuan(101_000) });
  });

  test("5 % of each missed instalment: 50.00 and 5,000.00", () => {
    const lateFee: LateFee = {
      ...USUAL_LATE_FEE,
      charge: { kind: "percent", share: fraction(1n, 20n), of: "instalment" },
    };
    expect(run(two({ lateFees: [lateFee] }), AS_OF).opening.fee).toBe(yuan(5_050));
  });
});

test("a contract whose interest accrues is cheaper when it is paid early", () => {
  // Five parts of 2,000.00. 10,000.00 × 0.0005 × 30 = 150.00, then 8,000.00 × 0.0005 × 3 = 12.00.
  const asOf = day("2026-11-01");
  const loan: Loan = {
    ...loanOf(Array.from({ length: 5 }, (_, month) => instalment(addMonths(day("2026-12-01"), month), 2_000))),
    asOf,
  };
  const payments = [paymentOn(day("2026-12-01"), 2_150), paymentOn(day("2026-12-04"), 9_000)];
  const { clearedOn, interestEarned, paid, unapplied } = run(loan, day("2027-12-01"), { payments });
  expect([clearedOn, interestEarned, paid.interest]).toEqual([day("2026-12-04"), yuan(162), yuan(162)]);
  expect(unapplied).toBe(yuan(988));
});

describe("the run goes on while something dated lies ahead", () => {
  test("a fee after the debt was paid off is owed, and ends the run when it is paid", () => {
    const charges = [{ date: addDays(AS_OF, 18), amount: yuan(200), component: "fee", note: null }] as const;
    const loan = { ...loanOf([instalment(AS_OF, 4_000)], noPenalty), charges };
    const payments = [paymentOn(addDays(AS_OF, 9), 4_000), paymentOn(addDays(AS_OF, 20), 200)];
    expect(run(loan, addDays(AS_OF, 60), { payments }).clearedOn).toBe(addDays(AS_OF, 20));
    expect(owed(run(loan, addDays(AS_OF, 19), { payments }))).toBe(yuan(200));
    // What is agreed meanwhile, while nothing is owed, spreads nothing.
    const agreements = [agreementOf({ date: addDays(AS_OF, 12) })];
    const { clearedOn, agreements: tookEffect } = run(loan, addDays(AS_OF, 60), { payments, agreements });
    expect([clearedOn, tookEffect]).toEqual([addDays(AS_OF, 20), []]);
  });

  test("money drawn again bears penalty from its day on", () => {
    const charges = [{ date: addDays(AS_OF, 10), amount: yuan(500), component: "principal", note: null }] as const;
    const loan = { ...loanOf([instalment(AS_OF, 100)]), charges };
    // Paid off on the first day: 100.00 and a night of 0.075 %. Then 500.00 × 0.00075 × 20 = 7.50.
    const payments = [paymentOn(addDays(AS_OF, 1), 200)];
    expect(owed(run(loan, addDays(AS_OF, 30), { payments }))).toBe(yuan(507.5));
  });
});

const noPenalty = {
  penalty: penaltyPerDay(0n, 1n),
} as const satisfies Partial<Terms>;

describe("late fees", () => {
  const feesAfter = (days: number, lateFees: readonly LateFee[], terms: Partial<Terms> = {}): Fen =>
    run(overdue(0, { ...noPenalty, lateFees, ...terms }), addDays(AS_OF, days)).charged.fee;

  test("a grace of its own", () => {
    const rule = fixedFee(30, { graceDays: 5 });
    expect([5, 6].map((days) => feesAfter(days, [rule]))).toEqual([0, yuan(30)]);
  });

  test("steps by days overdue: 30.00 at day 10, 80.00 at day 30", () => {
    const steps = [fixedFee(30, { afterDaysOverdue: 10 }), fixedFee(80, { afterDaysOverdue: 30 })];
    expect([9, 10, 29, 30].map((days) => feesAfter(days, steps))).toEqual([0, yuan(30), yuan(30), yuan(110)]);
  });

  test("a step counts from the due date, not from the end of the grace, and waits for that end", () => {
    // 15 days of grace: the step of day 10 is charged on day 16, that of day 30 on day 30.
    const steps = [fixedFee(30, { afterDaysOverdue: 10 }), fixedFee(80, { afterDaysOverdue: 30 })];
    const grace = { grace: { days: 15, kind: "waive" } } as const;
    const charged = [15, 16, 29, 30].map((days) => feesAfter(days, steps, grace));
    expect(charged).toEqual([0, yuan(30), yuan(30), yuan(110)]);
  });

  test("10.00 a day, 35.00 in all", () => {
    const rule = fixedFee(10, { each: "day", maximumInAll: yuan(35) });
    expect([1, 3, 4, 30].map((days) => feesAfter(days, [rule]))).toEqual([10, 30, 35, 35].map(yuan));
  });

  test("once in the life of the loan", () => {
    const loan = loanOf([instalment(AS_OF, 100), instalment(addDays(AS_OF, 10), 100)], {
      ...noPenalty,
      lateFees: [fixedFee(50, { each: "loan" })],
    });
    expect(run(loan, addDays(AS_OF, 30)).charged.fee).toBe(yuan(50));
  });

  test.each([
    ["ahead", 5],
    ["today", 0],
  ])("5 %% of the minimum payment of the due date: %s", (_, due) => {
    // The minimum of 10,000.00 is 10 %: 1,000.00; 5 % of it 50.00.
    const rule: LateFee = { ...USUAL_LATE_FEE, charge: { kind: "percent", share: fraction(1n, 20n), of: "minimum" } };
    const minimum = { amount: yuan(100), share: fraction(1n, 10n) };
    const loan = loanOf([instalment(addDays(AS_OF, due), 10_000)], {
      ...noPenalty,
      rates: [{ from: null, rate: rate(0n, 1n, "day") }],
      lateFees: [rule],
      minimum,
    });
    expect(run(loan, addDays(AS_OF, 10)).charged.fee).toBe(yuan(50));
  });

  test.each([
    ["the day before", -1],
    ["on that very day", 0],
  ])("5 %% of the minimum payment of a due date counts all that is owed: the balances of %s", (_, asOfDay) => {
    // 10,000.00 with 300.00 of interest and 100.00 of fees: 10 % is 1,040.00, of which 5 % is 52.00.
    const asOf = addDays(AS_OF, asOfDay);
    const terms = {
      ...noPenalty,
      interest: "scheduled",
      lateFees: [{ ...USUAL_LATE_FEE, charge: { kind: "percent", share: fraction(1n, 20n), of: "minimum" } }],
      minimum: { amount: null, share: fraction(1n, 10n) },
    } as const;
    const loan = { ...loanOf([instalment(AS_OF, 10_000, { interest: yuan(300), fee: yuan(100) })], terms), asOf };
    expect(run(loan, addDays(AS_OF, 3)).charged.fee).toBe(yuan(52));
  });

  test("once in the life of the loan, of overdue principal: an instalment without any does not use it up", () => {
    const charge = { kind: "percent", share: fraction(1n, 20n), of: "overdue-principal" } as const;
    const lateFees = [{ ...USUAL_LATE_FEE, charge, each: "loan" }] as const;
    const interestAlone = instalment(addDays(AS_OF, 1), 0, { interest: yuan(20) });
    const loan = loanOf(
      [interestAlone, instalment(addDays(AS_OF, 31), 10_000), instalment(addDays(AS_OF, 61), 5_000)],
      {
        ...noPenalty,
        interest: "scheduled",
        lateFees,
      },
    );
    // Nothing on day 2; 5 % of 10,000.00 on day 32; nothing of the 5,000.00 of day 62.
    expect([31, 32, 70].map((days) => run(loan, addDays(AS_OF, days)).charged.fee)).toEqual([0, yuan(500), yuan(500)]);
  });

  test.each([
    ["600.00 within the grace: 5 % of the 400.00 left of 1,000.00", 2, 600, "instalment", 20],
    ["all of it on the due date", 0, 1_000, "instalment", 0],
    ["all of it on the last day of the grace, month by month", 3, 1_000, "month", 0],
    ["all of it the day after: the fee of that day comes before its payment", 4, 1_000, "instalment", 50],
  ] as const)("of the minimum payment what is unpaid: %s", (_, paidAfter, paid, each, fee) => {
    const asOf = addDays(AS_OF, -1);
    const charge = { kind: "percent", share: fraction(1n, 20n), of: "minimum" } as const;
    const terms = {
      ...noPenalty,
      rates: [{ from: null, rate: rate(0n, 1n, "day") }],
      grace: { days: 3, kind: "waive" },
      lateFees: [{ ...USUAL_LATE_FEE, charge, each, minimum: yuan(10) }],
      minimum: { amount: null, share: fraction(1n, 10n) },
    } as const;
    const loan = { ...loanOf([instalment(AS_OF, 10_000)], terms), asOf };
    const payments = [paymentOn(addDays(AS_OF, paidAfter), paid)];
    expect(run(loan, addDays(AS_OF, 70), { ...NO_EVENTS, payments }).charged.fee).toBe(yuan(fee));
  });
});

describe("a waiving grace at asOf", () => {
  test("counts its nights whether nothing is given of penalty, or that nothing is owed yet", () => {
    // 7.50 a night from the due date on, owed from the fourth night on.
    const grace = { days: 3, kind: "waive" } as const;
    for (const penalty of [null, fen(0)]) {
      const loan = overdue(1, { grace }, { penalty, compound: penalty, fee: fen(0) });
      expect([2, 3, 5].map((days) => run(loan, addDays(AS_OF, days)).closing.penalty)).toEqual([0, 30, 45].map(yuan));
    }
  });
});

describe("day count period beyond the due dates", () => {
  test.each([
    ["the due dates say that the series is of the 31st", null],
    ["those that are paid of a contract say so", day("2027-01-31")],
  ])("counts months of the series: %s", (_, paid) => {
    // 3 % a month of 10,000 from 28 February on: 300.00 on 31 March, 600.00 on 30 April.
    const last = instalment(day("2027-02-28"), paid === null ? 5_000 : 10_000);
    const first = instalment(day("2027-01-31"), 5_000, { penalty: fen(0) });
    const agreed = { received: yuan(10_000), paidOutOn: day("2026-12-31") };
    const payments = [day("2027-01-31"), day("2027-02-28")].map((date) => ({ date, amount: yuan(5_000) }));
    const loan: Loan = {
      ...loanOf(paid === null ? [first, last] : [last], {
        rates: [{ from: null, rate: rate(3n, 100n, "month") }],
        penalty: multipleOfContractRate(fraction(1n, 1n)),
        dayCount: "period",
        interest: "scheduled",
        compound: "none",
      }),
      asOf: day("2027-02-28"),
      agreedFlows: paid === null ? null : { ...agreed, payments },
    };
    const penalties = ["2027-03-31", "2027-04-30"].map((text) => run(loan, day(text)).accrued.penalty);
    expect(penalties).toEqual([yuan(300), yuan(600)]);
  });
});

describe("caps", () => {
  test("a penalty rate of at most 0.05 % a day", () => {
    const caps = [{ kind: "rate", of: "penalty", rate: rate(5n, 10_000n, "day") }] as const;
    expect(run(overdue(0, { caps }), addDays(AS_OF, 10)).accrued.penalty).toBe(yuan(50));
  });

  test("charges of at most 1 % of what was lent: the rest is not posted", () => {
    // 7.50 a night; 1 % of 50,000.00 is 500.00, reached in the 67th night.
    const caps = [{ kind: "share", of: "charges", share: fraction(1n, 100n) }] as const;
    const { accrued, capped } = run(overdue(0, { caps }), addDays(AS_OF, 70));
    expect([accrued.penalty, capped]).toEqual([yuan(500), yuan(25)]);
  });

  test("charges of at most 24 % a year on the principal outstanding", () => {
    // 10,000.00 × 24 % × 73 ÷ 365 = 480.00 of the 547.50 that 0.075 % a day would be.
    const caps = [{ kind: "yearly", of: "charges", yearlyRate: fraction(24n, 100n) }] as const;
    const { accrued, capped } = run(overdue(0, { caps }), addDays(AS_OF, 73));
    expect([accrued.penalty, capped]).toEqual([yuan(480), yuan(67.5)]);
    const computed = run(overdue(73, { caps }, CHARGES_NOT_GIVEN), addDays(AS_OF, 73));
    expect([computed.opening.penalty, computed.closing.penalty]).toEqual([yuan(480), yuan(960)]);
  });
});

test("each payment in advance goes where it says itself: to the next instalment, to the last, or nowhere", () => {
  const loan = loanOf([1, 2, 3].map((month) => instalment(addMonths(AS_OF, month), 1_000)));
  const bearsNothing = { ...loan, terms: { ...loan.terms, rates: [{ from: null, rate: rate(0n, 1n, "year") }] } };
  const sent = (days: number, amount: number, surplus: Payment["surplus"]): Payment => {
    return { ...paymentOn(addDays(AS_OF, days), amount), surplus };
  };
  const payments = [sent(1, 100, "next"), sent(2, 200, "last"), sent(3, 400, "none")];
  const owedAt = (month: number): Fen =>
    owed(run(bearsNothing, addMonths(AS_OF, month), { payments, paysWhenDueFrom: addDays(AS_OF, 4) }));
  // 3,000.00 less 300.00; then 900.00, 1,000.00 and 800.00 fall due.
  expect([1, 2, 3].map(owedAt)).toEqual([1_800, 800, 0].map(yuan));
});

describe("rounding", () => {
  const penaltyAfter = (days: number, rounding: Partial<Rounding>, events: Partial<Events> = {}): Fen =>
    run(
      loanOf([instalment(AS_OF, 1.1)], { rounding: { ...USUAL_ROUNDING, ...rounding } }),
      addDays(AS_OF, days),
      events,
    ).accrued.penalty;

  test("110 fen bear 0.0825 fen a night: half-up from the seventh night, down from the thirteenth", () => {
    expect([6, 7, 12, 13].map((days) => penaltyAfter(days, {}))).toEqual([0, 1, 1, 1]);
    expect([6, 7, 12, 13].map((days) => penaltyAfter(days, { direction: "down" }))).toEqual([0, 0, 0, 1]);
  });

  test("whole yuan", () => {
    const loan = overdue(0, { rounding: { ...USUAL_ROUNDING, unit: fen(100) } });
    // 7.50 a night: 8, 15, 23.
    expect([1, 2, 3].map((days) => run(loan, addDays(AS_OF, days)).accrued.penalty)).toEqual([8, 15, 23].map(yuan));
  });

  test("half-even takes a half of the whole total to the even fen", () => {
    // 200.00 × 0.00075 ÷ 10 = 1.5 fen a night: 1.5, 3, 4.5, 6.
    const terms = {
      penalty: penaltyPerDay(75n, 1_000_000n),
      rounding: { ...USUAL_ROUNDING, direction: "half-even" },
    } as const;
    const loan = loanOf([instalment(AS_OF, 200)], terms);
    expect([1, 2, 3, 4].map((days) => run(loan, addDays(AS_OF, days)).accrued.penalty)).toEqual([2, 3, 4, 6]);
  });

  test("at payments: what is below half a fen is lost at each", () => {
    const payments = [6, 12, 18].map((days) => paymentOn(addDays(AS_OF, days), 0.01));
    const kept = { order: ["principal", "penalty", "compound", "interest", "fee"] } as const;
    const loan = loanOf([instalment(AS_OF, 1.1)], { ...kept, rounding: { ...USUAL_ROUNDING, when: "payment" } });
    expect(run(loan, addDays(AS_OF, 20), { payments }).accrued.penalty).toBe(0);
  });

  test("at what is paid as it falls due too: of 0.45 fen a night the first is lost, 29 are 13.05", () => {
    const instalments = [instalment(AS_OF, 100), instalment(addDays(AS_OF, 30), 9)];
    const loan = loanOf(instalments, { rounding: { ...USUAL_ROUNDING, when: "payment" } });
    const until = addDays(AS_OF, 30);
    // What was overdue is paid on the first day. Paid on the last, all thirty are 13.5.
    expect(run(loan, until, { paysWhenDueFrom: addDays(AS_OF, 1) }).accrued.interest).toBe(13);
    expect(run(loan, until, { paysWhenDueFrom: until }).accrued.interest).toBe(14);
  });

  test("5 % of 10.10 is half a fen more than 0.50: half-even takes the even one", () => {
    const charge = { kind: "percent", share: fraction(1n, 20n), of: "overdue-principal" } as const;
    const feeOf = (direction: Rounding["direction"]): Fen => {
      const terms = { lateFees: [{ ...USUAL_LATE_FEE, charge }], rounding: { ...USUAL_ROUNDING, direction } };
      return run(loanOf([instalment(AS_OF, 10.1)], terms), addDays(AS_OF, 1)).charged.fee;
    };
    expect([feeOf("half-up"), feeOf("half-even")]).toEqual([51, 50]);
  });
});

describe("compound", () => {
  const interest = { interest: yuan(1_000) };

  test("at the contract rate, or at one of its own", () => {
    const compoundAfter = (compoundRate: Terms["compoundRate"]): Fen =>
      run(overdue(0, { compoundRate }, interest), addDays(AS_OF, 10)).accrued.compound;
    expect(compoundAfter({ kind: "penalty" })).toBe(yuan(7.5));
    expect(compoundAfter({ kind: "contract" })).toBe(yuan(5));
    const own = { kind: "rate", rate: rate(1n, 1_000n, "day") } as const;
    expect(compoundAfter(own)).toBe(yuan(10));
    // Also where nothing else bears anything.
    const nothing = { rates: [{ from: null, rate: rate(0n, 1n, "year") }], penalty: [MULTIPLE_OF_ONE] };
    expect(run(overdue(0, { ...nothing, compoundRate: own }, interest), addDays(AS_OF, 10)).accrued).toEqual({
      fee: 0,
      penalty: 0,
      compound: yuan(10),
      interest: 0,
      principal: 0,
    });
  });

  test("with monthly rests penalty bears compound from the next rest on", () => {
    // 30 nights of 7.50 are 225.00; from the rest of 22 December they bear 0.075 %: 0.16875 a night.
    const loan = overdue(0, { compound: "all", compoundRests: "month" });
    const compoundAfter = (date: Day): Fen => run(loan, date).accrued.compound;
    expect(compoundAfter(day("2026-12-22"))).toBe(0);
    expect(compoundAfter(day("2027-01-01"))).toBe(yuan(1.69));
  });

  test("with monthly rests penalty and compound that are given bear no sooner than those that are reckoned", () => {
    // 14 nights overdue: 7.50 and, of 1,000.00 of interest, 0.75 a night. Until the rest of 8 December interest alone bears.
    const terms = { compound: "all", compoundRests: "month" } as const;
    const reckoned = overdue(14, terms, { ...interest, penalty: null, compound: null });
    const given = overdue(14, terms, { ...interest, penalty: yuan(105), compound: yuan(10.5) });
    for (const loan of [reckoned, given]) {
      expect(run(loan, AS_OF).closing).toMatchObject({ penalty: yuan(105), compound: yuan(10.5) });
      expect(run(loan, addDays(AS_OF, 10)).accrued.compound).toBe(yuan(7.5));
    }
    expect(run(given, addDays(AS_OF, 60))).toEqual(run(reckoned, addDays(AS_OF, 60)));
  });
});

test("what a grace held back is paid in its place, also where what bore it was paid meanwhile", () => {
  // 0.1 % a night. The first 100.00 clears the interest, the next two go to principal. Held back are 0.10 of compound and
  // 10.00 + 10.00 + 9.90 + 9.80 = 39.70 of penalty; the fourth 100.00 clears both and leaves 60.20 for the principal.
  const tenth = { rates: [{ from: null, rate: rate(1n, 1_000n, "day") }], penalty: [MULTIPLE_OF_ONE] };
  const loan = overdue(0, { ...tenth, grace: { days: 3, kind: "waive" } }, { interest: yuan(100) });
  const { paid, closing } = run(loan, addDays(AS_OF, 4), { streams: [everyDay(100)] });
  expect(paid).toMatchObject({ interest: yuan(100), penalty: yuan(39.7), compound: yuan(0.1) });
  expect(closing).toEqual({ fee: 0, penalty: 0, compound: 0, interest: 0, principal: yuan(9_739.8) });
});

describe("day counts", () => {
  const penaltyUntil = (asOf: Day, until: Day, dayCount: Terms["dayCount"], dues: readonly Day[] = [asOf]): Fen => {
    const yearly = rate(36n, 100n, "year");
    const penalty = [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: yearly } }] as const;
    const loan = loanOf(
      dues.map((due) => instalment(due, due === asOf ? 1_000 : 0)),
      { dayCount, penalty },
    );
    return run({ ...loan, asOf }, until).accrued.penalty;
  };

  test("30/360: February counts thirty days, the 31st none", () => {
    // 1,000.00 × 36 % ÷ 360 = 1.00 a day.
    expect(penaltyUntil(day("2027-02-01"), day("2027-03-01"), "30/360")).toBe(yuan(30));
    expect(penaltyUntil(day("2027-01-30"), day("2027-01-31"), "30/360")).toBe(0);
  });

  test("months and days: two months and five days are 65", () => {
    expect(penaltyUntil(day("2027-01-15"), day("2027-03-20"), "months+days/360")).toBe(yuan(65));
  });

  test("a year of 365.25 days: four of them are a little more than 1,461 days of it", () => {
    expect(penaltyUntil(day("2027-01-01"), day("2031-01-01"), "actual/365.25")).toBe(yuan(1_440));
  });

  test("period: a quarter between two due dates bears three months", () => {
    const [first, second] = [day("2027-01-15"), day("2027-04-15")];
    expect(penaltyUntil(first, second, "period", [first, second])).toBe(yuan(90));
  });

  describe("a multiple kept to decimals is the rate of a whole day or month", () => {
    const penaltyOf = (due: Day, days: number, terms: Pick<Terms, "rates" | "dayCount" | "rateDecimals">): Fen => {
      const loan = loanOf([instalment(due, 100_000)], { ...terms, compound: "none" });
      return run({ ...loan, asOf: due }, addDays(due, days)).accrued.penalty;
    };

    test("1.5 × 0.0333 % is 0.05 % to six decimals: 50.00 a day, none on the 31st, three times on 1 March", () => {
      const terms = {
        rates: [{ from: null, rate: rate(333n, 1_000_000n, "day") }],
        dayCount: "30/360",
        rateDecimals: 6,
      } as const;
      expect(penaltyOf(day("2026-10-29"), 5, terms)).toBe(yuan(200));
      expect(penaltyOf(day("2027-02-26"), 3, terms)).toBe(yuan(250));
    });

    test("1.5 × 1.5 % is 2.3 % to three decimals: 2,300.00 a month of 31 days", () => {
      const terms = {
        rates: [{ from: null, rate: rate(15n, 1_000n, "month") }],
        dayCount: "period",
        rateDecimals: 3,
      } as const;
      expect(penaltyOf(day("2026-10-29"), 31, terms)).toBe(yuan(2_300));
    });
  });
});

test("a flat contract asks equal parts of interest whatever the months", () => {
  const schedule = makeSchedule({
    borrowed: yuan(12_000),
    months: 3,
    method: "flat",
    firstDue: day("2027-01-31"),
    rate: rate(1n, 100n, "month"),
    dayCount: "actual/360",
  });
  expect(schedule.map(({ interest }) => interest)).toEqual([120, 120, 120].map(yuan));
});

describe("what the lender gives up, and calls", () => {
  test("half of the charges on a date", () => {
    const waivers = [
      { date: addDays(AS_OF, 10), of: "charges", waives: { kind: "share", share: fraction(1n, 2n) } },
    ] as const;
    const { waived, closing } = run({ ...overdue(0), waivers }, addDays(AS_OF, 10));
    expect([waived.penalty, closing.penalty]).toEqual([yuan(37.5), yuan(37.5)]);
  });

  test("the whole loan falls due once it is 30 days overdue, without the interest of days ahead", () => {
    const loan = loanOf(
      [
        instalment(AS_OF, 1_000),
        instalment(addDays(AS_OF, 20), 1_000, { interest: yuan(20) }),
        instalment(addDays(AS_OF, 40), 1_000, { interest: yuan(20) }),
      ],
      { ...noPenalty, interest: "scheduled", accelerateAfter: 30 },
    );
    // Of the third instalment's 20.00 ten of twenty days have passed.
    const before = new Run(loan, NO_EVENTS);
    before.advance(addDays(AS_OF, 29));
    expect(before.unearned).toBe(yuan(11));
    const { waived, lastDue, unearned } = run(loan, addDays(AS_OF, 30));
    expect([waived.interest, lastDue, unearned]).toEqual([yuan(10), addDays(AS_OF, 30), 0]);
    // What falls away is not earned later either: 20.00 of the second, and ten of the third.
    expect(run(loan, addDays(AS_OF, 45)).interestEarned).toBe(yuan(30));
  });
});

test("the minimum payment of each month: 10 %, at least 100.00", () => {
  const minimum = { amount: yuan(100), share: fraction(1n, 10n) };
  const stream = { ...everyDay(), amounts: ["minimum" as const] };
  const { payments } = run(overdue(0, { ...noPenalty, minimum }), addDays(AS_OF, 2), { streams: [stream] });
  expect(payments).toBe(yuan(1_000 + 900));
});

test("a run says when the arrears ended", () => {
  const payments = [paymentOn(addDays(AS_OF, 3), 20_000)];
  const { overdueEndedOn, everOverdue } = run(overdue(5), addDays(AS_OF, 10), { payments });
  expect([overdueEndedOn, everOverdue]).toEqual([addDays(AS_OF, 3), true]);
  expect(run(overdue(5), addDays(AS_OF, 10)).overdueEndedOn).toBeNull();
});

test("amounts beyond what can be counted end the run with its day", () => {
  const penalty = penaltyPerDay(99n, 100n);
  const loan = loanOf([{ ...instalment(addDays(AS_OF, -4_000), 0), principal: fen(10 ** 12), penalty: null }], {
    penalty,
    compound: "all",
  });
  expect(run(loan, addDays(AS_OF, 9_000)).limitReachedOn).not.toBeNull();
});
