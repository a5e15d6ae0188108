/** Explanations: a statement made under one changed convention is explained by that one, for each that is tried. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidatesFor, groupOf } from "../../../src/advice/audit/conventions.ts";
import { largestDifference } from "../../../src/advice/audit/differences.ts";
import type { Explanation } from "../../../src/advice/audit/explain.ts";
import { replay } from "../../../src/advice/audit/replay.ts";
import { type OrderedStatement, orderedStatement } from "../../../src/advice/audit/replayed-loan.ts";
import { NO_AMOUNTS } from "../../../src/loan/components.ts";
import { onReceived } from "../../../src/loan/contract.ts";
import { addDays, addMonths, day } from "../../../src/loan/day.ts";
import { NO_EVENTS } from "../../../src/loan/events.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import { add, fen, subtract } from "../../../src/loan/money.ts";
import { fraction } from "../../../src/loan/rate.ts";
import { penaltyPerDay, type Terms } from "../../../src/loan/terms.ts";
import { anyCase } from "../../reference/generators.ts";
import { AS_OF, instalment, loanOf, paymentOn, yuan } from "../../reference/sample-loans.ts";
import { sameEachTime } from "../../runs.ts";
import {
  CHANGES,
  changesFound,
  groupOfName,
  loanUnder,
  multiple,
  PAYMENTS,
  statementUnder,
  TERMS,
  UNTIL,
} from "./changed-conventions.ts";
import { explained, explainLines, lineOf, plainCase, solveLines, statementOf } from "./statements.ts";

describe("one change", () => {
  test.each(CHANGES)("$name explains a statement that was made under it", (change) => {
    const found = changesFound(statementUnder(change));
    expect(found[0]).toEqual([change.term]);
    // Of one convention several values may come to the same on so few lines.
    for (const other of found) expect(other).toEqual([change.term]);
  });

  test("a statement by the terms needs none, and one line too many is named", () => {
    const lines = statementUnder();
    const [paid] = lines;
    if (paid === undefined) throw new Error("no line");
    const twice = { ...paid, line: 99, claimedTotal: null, claimedPrincipal: null, byComponent: null };
    expect(changesFound([...lines, twice])).toEqual([["line"]]);
  });

  test("a fee that no term gives: the balances agree if it is owed", () => {
    const charged = { date: addDays(AS_OF, 50), amount: yuan(200), component: "fee", note: null } as const;
    const lines = statementOf({ loan: { ...loanUnder(), charges: [charged] }, events: PAYMENTS, until: UNTIL });
    expect(changesFound(lines)).toEqual([["fees"]]);
  });

  test("whatever the terms are, some single change explains a statement made under one", () => {
    fc.assert(
      fc.property(anyCase.map(plainCase), fc.nat(), (given, at) => {
        const { loan } = given;
        const statement = orderedStatement(statementOf(given));
        const changes = candidatesOf(loan, statement).filter(
          (one) => one.loan !== undefined && one.statement === undefined && one.change.term !== "fees",
        );
        const change = changes[at % changes.length];
        const changed = change?.loan?.(loan, statement);
        if (changed === undefined) throw new Error("no change");
        const lines = statementOf({ ...given, loan: changed });
        if (largestDifference(replay(loan, lines, null).rows) === null) return;
        const [found] = explainLines({ loan, enforcement: null, tolerance: fen(0) }, lines, {
          deducted: null,
          pairsOfAnyLength: true,
        });
        expect(found).toMatchObject({ remaining: 0, changes: [{}] });
        expect(found?.changes).toHaveLength(1);
      }),
      sameEachTime(40),
    );
  });
});

describe("a month's rate over the days of each month", () => {
  /** 36,000.00 at 1.5 % of penalty a month, which is 18.00 a day of a year of 360 days. */
  const terms = {
    ...multiple(3n, 2n),
    rates: [{ from: null, rate: { ...fraction(1n, 100n), per: "month" } }],
  } as const;
  const explained = (dues: readonly string[], lines: Parameters<typeof lineOf>[]) =>
    changesFound(
      lines.map((line) => lineOf(...line)),
      loanOf(
        dues.map((due) => instalment(day(due), 36_000 / dues.length)),
        { ...TERMS, ...terms, compound: "none" },
      ),
    );

  test("540.00 in each month, of a month of 31 days 15 ÷ 31 in 15 days, is day count period", () => {
    expect(
      explained(
        ["2026-11-22"],
        [
          [2, "2026-12-22", "balance", 36_540],
          [3, "2027-01-06", "balance", 36_801.29],
          [4, "2027-01-22", "balance", 37_080],
        ],
      ),
    ).toEqual([["dayCount"]]);
  });

  test("is not tried where due dates are no whole months apart, as it is refused there", () => {
    const changes = candidatesOf(
      loanOf([instalment(AS_OF, 100), instalment(addDays(AS_OF, 37), 100)], TERMS),
      orderedStatement([]),
    ).flatMap(({ change }) => (change.term === "dayCount" ? [change.after.dayCount] : []));
    expect(changes).toEqual(["actual/365", "actual/365.25", "actual/actual", "30/360", "months+days/360"]);
  });
});

function candidatesOf(loan: Loan, statement: OrderedStatement): ReturnType<typeof candidatesFor> {
  const replayed = replay(loan, statement.lines, null);
  return candidatesFor({
    loan,
    replayed,
    deducted: null,
    doubtful: [],
    enforcement: null,
    tolerance: fen(1),
  });
}

/** Of an explanation by one term alone. */
function termsAfter({ changes: [change] }: Explanation): Terms | null {
  return change !== undefined && "after" in change ? change.after : null;
}

describe("a payment of 1,000.00 on the tenth day", () => {
  /** 50,000.00 at 37.50 of penalty a day, and what a balance on the twentieth day claims. */
  const loan = loanOf([instalment(AS_OF, 50_000)], multiple(3n, 2n));
  const explained = (claimed: number) =>
    explainLines(
      { loan, enforcement: null, tolerance: fen(1) },
      [lineOf(2, "2026-12-02", "payment", 1_000), lineOf(3, "2026-12-12", "balance", claimed)],
      { deducted: null, pairsOfAnyLength: true },
    ).map(({ changes, remaining }) => ({
      changes: changes.map((change) => ({ ...change, before: 0, after: 0 })),
      remaining,
    }));
  const booking = (to: string) => ({ changes: [{ term: "booking", from: 2, to, before: 0, after: 0 }], remaining: 0 });

  test("is not booked where 50,000.00 + 20 × 37.50 is claimed", () => {
    expect(explained(50_750)).toContainEqual(booking("missing"));
  });

  test("is booked two days later where 49,450.00 × (1 + 8 × 0.075 %) is claimed", () => {
    expect(explained(49_746.7)).toContainEqual(booking("2 later"));
  });

  test("bears a daily rate of a year of 365 days: 10 × 36.9863 in the first ten days, then 10 × 0.073973 % of 49,369.86", () => {
    expect(explained(49_735.06)).toContainEqual({
      changes: [{ term: "daily-rate", from: 360, to: 365, yearly: fraction(18n, 100n), before: 0, after: 0 }],
      remaining: 0,
    });
  });

  test("bears 2.5 × a daily rate of a year of 365 days: 616.44 in the first ten days, then 10 × 0.123288 % of 49,616.44", () => {
    const lines = [
      lineOf(2, "2026-12-02", "payment", 1_000, { claimedTotal: yuan(49_616.44) }),
      lineOf(3, "2026-12-12", "balance", 50_228.15),
    ];
    const settings = { deducted: null, pairsOfAnyLength: true };
    const found = explainLines({ loan, enforcement: null, tolerance: fen(1) }, lines, settings);
    expect(found.map(({ changes }) => changes.map(({ term }) => term))).toContainEqual([
      "penalty-on-top",
      "daily-rate",
    ]);
    expect(found.every(({ remaining }) => remaining === 0)).toBe(true);
  });

  test("bears 0.09 % a day: 450.00, then 10 × 0.09 % of 49,450.00, by another contract rate or another multiple", () => {
    const paid = lineOf(2, "2026-12-02", "payment", 1_000, { claimedTotal: yuan(49_450) });
    const settings = { deducted: null, pairsOfAnyLength: true };
    const found = explainLines(
      { loan, enforcement: null, tolerance: fen(1) },
      [paid, lineOf(3, "2026-12-12", "balance", 49_895.05)],
      settings,
    );
    expect(found.map(({ remaining }) => remaining)).toEqual([0, 0]);
    expect(found.flatMap(({ changes }) => changes.map(({ term }) => term))).toEqual(["rates", "penalty"]);
    const [rates, penalty] = found.map(termsAfter);
    expect(rates?.rates[0]?.rate).toEqual({ ...fraction(6n, 10_000n), per: "day" });
    expect(penalty?.penalty[0]?.penalty).toEqual({ kind: "multiple", of: fraction(18n, 10n) });
    // A single claim fits some rate always.
    const alone = explainLines(
      { loan, enforcement: null, tolerance: fen(1) },
      [{ ...paid, claimedTotal: yuan(49_450) }],
      settings,
    );
    expect(alone.flatMap(({ changes }) => changes.map(({ term }) => term))).not.toContain("rates");
  });

  test("a contract rate of 0.055 % a day on what is not yet due, and 1.5 × of it on what is overdue", () => {
    const two = loanOf([instalment(AS_OF, 10_000), instalment(day("2026-12-22"), 10_000)], multiple(3n, 2n));
    const owed = (penalty: number, interest: number) =>
      ({
        byComponent: { ...NO_AMOUNTS, penalty: yuan(penalty), interest: yuan(interest), principal: yuan(20_000) },
      }) as const;
    const lines = [
      lineOf(2, "2026-12-02", "balance", 20_137.5, owed(82.5, 55)),
      lineOf(3, "2026-12-12", "balance", 20_275, owed(165, 110)),
    ];
    const settings = { deducted: null, pairsOfAnyLength: true };
    const found = explainLines({ loan: two, enforcement: null, tolerance: fen(1) }, lines, settings);
    expect(found.map(({ changes }) => changes.map(({ term }) => term))).toEqual([["rates"]]);
    expect(found.map(termsAfter)[0]?.rates[0]?.rate).toEqual({ ...fraction(55n, 100_000n), per: "day" });
  });

  test("what is said to come nearer leaves a smaller largest difference than there was", () => {
    for (const claimed of [49_700, 49_760.13, 49_900, 51_111.11]) {
      // By the terms 49,375.00 + 370.31.
      const largest = Math.abs(yuan(claimed) - yuan(49_745.31));
      for (const { remaining } of explained(claimed)) expect(remaining).toBeLessThan(largest);
    }
  });
});

describe("two changes", () => {
  const pairs = [
    ["actual/365", "by component"],
    ["principal first", "penalty × 1.3"],
    ["compound on nothing", "penalty on top"],
    ["three days of grace", "actual/365"],
    ["the last day counted", "rounded down"],
  ] as const;
  test.each(pairs)("%s and %s together are found", (one, other) => {
    const changes = CHANGES.filter(({ name }) => name === one || name === other);
    expect(changes).toHaveLength(2);
    const [found] = changesFound(statementUnder(...changes));
    expect(found?.toSorted()).toEqual(changes.map(({ term }) => term).toSorted());
  });

  test("every group of changes that is tried on this loan is in the list", () => {
    const statement = orderedStatement(statementUnder());
    const groups = candidatesOf(loanUnder(), statement).map(groupOf);
    expect(new Set(groups)).toEqual(new Set(CHANGES.map(groupOfName).filter((group) => group !== "unearned")));
  });
});

test("another rate is looked for by the last claim that stands, and not by a line that was taken back", () => {
  const loan = loanOf([instalment(AS_OF, 10_000)], { penalty: penaltyPerDay(5n, 10_000n) });
  const found = explained(
    loan,
    lineOf(2, "2026-12-02", "balance", 10_060),
    lineOf(3, "2026-12-12", "balance", 10_120),
    lineOf(4, "2026-12-13", "payment", 1_000, { claimedTotal: fen(900_000) }),
    lineOf(5, "2026-12-13", "reversal", 1_000, { reverses: 4 }),
  );
  expect(found).toEqual([{ changes: [["penalty"]], remaining: 0 }]);
});

describe("the rate backwards", () => {
  /** 50,000 × 1.5 × 0.05 % × 100 days = 3,750.00. */
  const loan = loanOf([instalment(AS_OF, 50_000)], {
    ...multiple(3n, 2n),
    rates: [{ from: null, rate: { ...fraction(1n, 10_000n), per: "day" } }],
  });
  const date = "2027-03-02";

  test("lies between two daily rates that both give the balance, and one step outside does not", () => {
    const solved = solveLines({ loan, enforcement: null, tolerance: fen(1) }, [lineOf(2, date, "balance", 53_750)]);
    if (solved === null) throw new Error("no rate");
    const half = { numerator: 5n, denominator: 10_000n };
    const compare = (one: typeof half, other: typeof half): bigint =>
      one.numerator * other.denominator - other.numerator * one.denominator;
    expect(solved.isExact).toBe(true);
    expect(compare(solved.low, half)).toBeLessThan(0n);
    expect(compare(solved.high, half)).toBeGreaterThan(0n);
    // Half a fen of 5,000,000 × 1.5 × 100 to each side: 0.5 ÷ 750,000,000.
    expect(compare(solved.low, { numerator: 499_999_333n, denominator: 1_000_000_000_000n })).toBeGreaterThan(0n);
    expect(solved.yearly360.low).toEqual(fraction(solved.low.numerator * 360n, solved.low.denominator));
  });

  test("is found under a cap, where a higher rate may leave less owed", () => {
    // 10,000.00 is overdue and bears 5.00 a night, whatever the rate; 10,000.00 more is due in four months. All charges
    // are capped at 36.5 % a year: 20.00 a night of 20,000.00. At 0.15 % a day these are 5.00 and 15.00. Of 100.00 after
    // ten nights 50.00 go to the penalty, 50.00 to principal; ten nights of 19,950.00 bear 19.95: 20,299.50 is owed.
    // At a higher rate interest takes more of the 20.00, the payment reaches more principal and 20,299.00 is owed.
    const capped = loanOf([instalment(AS_OF, 10_000), instalment(day("2027-03-22"), 10_000)], {
      penalty: penaltyPerDay(5n, 10_000n),
      compound: "none",
      caps: [{ kind: "yearly", of: "charges", yearlyRate: fraction(365n, 1000n) }],
    });
    const lines = [lineOf(2, "2026-12-02", "payment", 100), lineOf(3, "2026-12-12", "balance", 20_299.5)];
    const solved = solveLines({ loan: capped, enforcement: null, tolerance: fen(1) }, lines);
    if (solved === null) throw new Error("no rate");
    expect(solved.isExact).toBe(true);
    // A cap leaves for later what was not charged, so that a little less of interest comes to the same: the penalty is
    // 50.00 + 49.75, and (399.495 − 99.75) ÷ 200,000.00 is the least rate whose 20 nights round to 399.50 of charges.
    const [low, high] = [solved.low, solved.high].map(({ numerator, denominator }) =>
      Number((numerator * 1_000_000_000_000n) / denominator),
    );
    expect([low, (high ?? 0) >= 1_500_000_000]).toEqual([1_498_725_000, true]);
    const more = [lineOf(2, "2026-12-02", "payment", 100), lineOf(3, "2026-12-12", "balance", 20_299.51)];
    expect(solveLines({ loan: capped, enforcement: null, tolerance: fen(1) }, more)).toBeNull();
  });

  const balance = lineOf(2, date, "balance", 53_750);
  const named = { rates: [{ from: day(date), rate: { ...fraction(3n, 10_000n), per: "day" } as const }] };

  test.each([
    ["on a line that names a rate", [{ ...lineOf(2, date, "rate", null, named), claimedTotal: balance.claimedTotal }]],
    [
      "before a line that was taken back",
      [
        balance,
        lineOf(3, "2027-03-05", "payment", 4_000, { claimedTotal: fen(5_000_000) }),
        lineOf(4, "2027-03-05", "reversal", 4_000, { reverses: 3 }),
      ],
    ],
  ])("is that of the last balance that is claimed, %s", (_, lines) => {
    const subject = { loan, enforcement: null, tolerance: fen(1) };
    expect(solveLines(subject, [balance])).not.toBeNull();
    expect(solveLines(subject, lines)).toEqual(solveLines(subject, [balance]));
  });

  test("is none where less is claimed than the principal, or nothing", () => {
    expect(solveLines({ loan, enforcement: null, tolerance: fen(1) }, [lineOf(2, date, "balance", 40_000)])).toBeNull();
    expect(solveLines({ loan, enforcement: null, tolerance: fen(1) }, [lineOf(2, date, "payment", 40)])).toBeNull();
  });
});

test("what was deducted in advance is no principal, and is counted once: 8,000 of 10,000", () => {
  const dues = [day("2026-12-22"), day("2027-01-22")];
  const lent = {
    ...loanOf(
      dues.map((due) => instalment(due, 5_000)),
      TERMS,
    ),
    borrowed: yuan(10_000),
  };
  const loan = onReceived(lent, yuan(8_000));
  expect(loan.instalments.map(({ principal }) => principal)).toEqual([yuan(4_000), yuan(4_000)]);
  expect(add(loan.borrowed, yuan(2_000))).toBe(lent.borrowed);
  const lines = statementOf({ loan: lent, events: PAYMENTS, until: UNTIL });
  const [found] = explainLines({ loan, enforcement: null, tolerance: fen(1) }, lines, {
    deducted: lent,
    pairsOfAnyLength: true,
  });
  expect(found?.changes.map(({ term }) => term)).toEqual(["deducted"]);
});

describe("interest that was not yet earned", () => {
  /** 12 months of 1,000.00 and 100.00 of interest fixed in advance, called due after 100 days. */
  const called = addDays(AS_OF, 100);
  const whole = {
    ...loanOf(
      Array.from({ length: 12 }, (_, month) => instalment(addMonths(AS_OF, month + 1), 1_000, { interest: yuan(100) })),
      { ...TERMS, interest: "scheduled" },
    ),
    accelerateOn: called,
  };
  const keeping = {
    ...whole,
    accelerateOn: null,
    instalments: whole.instalments.map((one) => ({ ...one, due: one.due < called ? one.due : called })),
  };

  test("is kept by a lender that calls all of it due", () => {
    const lines = statementOf({ loan: keeping, events: PAYMENTS, until: UNTIL });
    expect(changesFound(lines, whole)).toEqual([["unearned"]]);
  });

  test("is charged whole though it was paid early, where the schedule is known", () => {
    const accrued = {
      ...loanOf(
        Array.from({ length: 6 }, (_, month) => instalment(addMonths(AS_OF, month + 1), 1_000)),
        TERMS,
      ),
      agreedFlows: {
        paidOutOn: AS_OF,
        received: yuan(6_000),
        payments: Array.from({ length: 6 }, (_, month) => ({ date: addMonths(AS_OF, month + 1), amount: yuan(1_090) })),
      },
    };
    const fixed = {
      ...accrued,
      terms: { ...accrued.terms, interest: "scheduled" } as const,
      instalments: accrued.instalments.map((one) => ({ ...one, interest: subtract(yuan(1_090), one.principal) })),
    };
    const early = paymentOn(addDays(AS_OF, 40), 4_000);
    const lines = statementOf({ loan: fixed, events: { ...NO_EVENTS, payments: [early] }, until: UNTIL });
    expect(changesFound(lines, accrued)).toEqual([["unearned"]]);
  });
});
