/** The replay: a statement by the terms has no difference, a wrong one shows where. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  differencesInAll,
  differencesOf,
  differencesOfPayments,
  largestDifference,
} from "../../../src/advice/audit/differences.ts";
import type { FeeOnOtherDay } from "../../../src/advice/audit/fee-days.ts";
import { doubled } from "../../../src/advice/audit/other-lines.ts";
import { begin, distanceOf, replay } from "../../../src/advice/audit/replay.ts";
import { orderedStatement } from "../../../src/advice/audit/replayed-loan.ts";
import { worksheet } from "../../../src/advice/audit/worksheet.ts";
import { byComponent, CHARGES, COMPONENTS } from "../../../src/loan/components.ts";
import { addDays, day } from "../../../src/loan/day.ts";
import { NO_EVENTS } from "../../../src/loan/events.ts";
import { add, type Fen, fen, shareOf, sum } from "../../../src/loan/money.ts";
import { fraction } from "../../../src/loan/rate.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { multipleOfContractRate } from "../../../src/loan/terms.ts";
import { anyCase } from "../../reference/generators.ts";
import { AS_OF, everyDay, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { sameEachTime } from "../../runs.ts";
import { lineOf, plainCase, statementOf } from "./statements.ts";

const cases = anyCase.map(plainCase);
const NONE_ON_OTHER_DAYS: readonly FeeOnOtherDay[] = [];

describe("a statement by the terms", () => {
  test("has no difference, whatever the terms are", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { rows } = replay(given.loan, statementOf(given), null);
        expect(largestDifference(rows)).toBeNull();
      }),
      sameEachTime(300),
    );
  });

  test("one wrong fen is found, and the line named where it first appears", () => {
    fc.assert(
      fc.property(cases, fc.nat(), fc.constantFrom(...WRONG), (given, at, wronged) => {
        const lines = statementOf(given);
        const payments = lines.filter(({ kind }) => kind === "payment");
        const wrong = payments[at % Math.max(1, payments.length)];
        if (wrong === undefined) return;
        const { rows } = replay(
          given.loan,
          lines.map((line) => (line === wrong ? wronged(line) : line)),
          null,
        );
        expect(largestDifference(rows)).toMatchObject({ line: wrong.line, amount: 1 });
      }),
      sameEachTime(150),
    );
  });

  test("may stand in any order", () => {
    fc.assert(
      fc.property(
        cases.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray([...halved(statementOf(given))]))),
        ([{ loan }, lines]) => {
          const sorted = lines.toSorted((one, other) => one.line - other.line);
          expect(replay(loan, lines, null).rows).toEqual(replay(loan, sorted, null).rows);
        },
      ),
      sameEachTime(100),
    );
  });
});

/** A fen more in the balance, in the principal, in what went to a component. */
const WRONG: readonly ((line: StatementLine) => StatementLine)[] = [
  (line) => ({ ...line, claimedTotal: more(line.claimedTotal) }),
  (line) => ({ ...line, claimedPrincipal: more(line.claimedPrincipal) }),
  ...COMPONENTS.map((component) => (line: StatementLine) => {
    if (line.byComponent === null) throw new Error("a payment without its parts");
    return { ...line, byComponent: { ...line.byComponent, [component]: more(line.byComponent[component]) } };
  }),
];

function more(amount: Fen | null): Fen {
  if (amount === null) throw new Error("nothing was said");
  return add(amount, fen(1));
}

/** Each payment in two on its day, so that a day has several of the same kind. */
function halved(lines: readonly StatementLine[]): readonly StatementLine[] {
  return lines.flatMap((line) => {
    if (line.kind !== "payment" || line.amount === null || line.amount < 2) return [line];
    const first = fen(Math.floor(line.amount / 2));
    const silent = { ...line, byComponent: null, claimedTotal: null, claimedPrincipal: null };
    return [
      { ...silent, amount: first },
      { ...line, byComponent: null, amount: fen(line.amount - first), line: line.line + 1_000 },
    ];
  });
}

test("ten thousand lines in any order are replayed as in theirs", () => {
  const loan = loanOf([instalment(AS_OF, 300_000, { interest: yuan(2_000) })], {});
  const lines = statementOf({
    loan,
    events: { ...NO_EVENTS, streams: [everyDay(220)] },
    until: addDays(AS_OF, 10_000),
  });
  expect(lines).toHaveLength(10_000);
  // 7,919 is a prime: every line is taken once, each far from the one before.
  const mixed = lines.flatMap((_, index) => lines[(index * 7_919) % lines.length] ?? []);
  expect(new Set(mixed).size).toBe(10_000);
  expect(replay(loan, mixed, null).rows).toEqual(replay(loan, lines, null).rows);
});

test("payments of one day share what they reach together, the last balance is that of all", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const whole = replay(given.loan, statementOf(given), null).rows;
      const parts = replay(given.loan, halved(statementOf(given)), null).rows;
      expect(parts.flatMap(differencesOf).every((difference) => difference === 0)).toBe(true);
      for (const component of ["principal", "penalty"] as const) {
        const reached = (rows: typeof whole): number =>
          sum(rows.flatMap(({ line, computed }) => (line.kind === "payment" ? [computed[component]] : [])));
        expect(reached(parts)).toBe(reached(whole));
      }
    }),
    sameEachTime(100),
  );
});

test("payments of one day that say where they went agree, whichever of their lines stands first", () => {
  fc.assert(
    fc.property(cases, fc.boolean(), (given, isTurned) => {
      const silent = halved(statementOf(given)).map((line) => ({
        ...line,
        claimedTotal: null,
        claimedPrincipal: null,
      }));
      const lines = replay(given.loan, silent, null).rows.map(({ line, computed }): StatementLine => {
        if (line.kind !== "payment") return line;
        return { ...line, byComponent: computed, line: isTurned ? 10_000 - line.line : line.line };
      });
      expect(largestDifference(replay(given.loan, lines, null).rows)).toBeNull();
    }),
    sameEachTime(100),
  );
});

test("a statement goes on from the first days of another one as it does from its own beginning", () => {
  fc.assert(
    fc.property(cases, cases, fc.nat(), fc.integer({ min: 1, max: 7 }), (given, { loan: { terms } }, at, step) => {
      const lines = statementOf(given);
      const statement = orderedStatement(lines);
      const left = lines[at % lines.length];
      const changed = orderedStatement(
        lines.filter((line) => line !== left),
        statement,
      );
      const subject = {
        loan: { ...given.loan, terms },
        enforcement: null,
        tolerance: fen(1),
        isUnearnedLeftOut: false,
      };
      const [ofStatement, ofChanged] = [statement, changed].map(({ days }) =>
        days.filter(({ index }) => index % step === 0),
      );
      if (ofStatement === undefined || ofChanged === undefined) throw new Error("two statements");
      const end = statement.days.findIndex(({ date }) => date === left?.date);
      const found = [null, begin(subject, statement, ofStatement, end)].map((begun) => {
        const distance = distanceOf(subject, changed, ofChanged, {}, begun);
        return (
          distance && {
            sum: distance.sum,
            largest: distance.largest,
            owed: distance.run.advance(given.until).amounts("owed"),
          }
        );
      });
      expect(found[1]).toEqual(found[0]);
    }),
    sameEachTime(100),
  );
});

test("what is tried is compared as what is shown: the same differences, on all days and on some", () => {
  fc.assert(
    fc.property(cases, cases, fc.integer({ min: 1, max: 4 }), (given, { loan: { terms } }, step) => {
      const loan = { ...given.loan, terms };
      // The last of the payments of a day says its parts, whatever they are.
      const said = halved(statementOf(given)).map((line, index) =>
        line.claimedTotal === null || index % 2 === 0 || line.kind !== "payment"
          ? line
          : { ...line, byComponent: byComponent(() => fen(index)) },
      );
      const statement = orderedStatement(said);
      const days = statement.days.filter(({ index }) => index % step === 0);
      const { rows, isUnearnedLeftOut } = replay(loan, statement.lines, null);
      const found = distanceOf({ loan, enforcement: null, tolerance: fen(1), isUnearnedLeftOut }, statement, days);
      if (found === null) return;
      const dates = new Set(days.map(({ date }) => date));
      const differences = rows
        .filter(({ line }) => dates.has(line.date))
        .flatMap(differencesOf)
        .map(Math.abs);
      expect(found.sum).toBe(differences.reduce((total, one) => total + one, 0));
      expect(found.largest).toBe(Math.max(0, ...differences));
    }),
    sameEachTime(100),
  );
});

test("the sums of the worksheet are those of the replay", () => {
  fc.assert(
    fc.property(cases, (given) => {
      const replayed = replay(given.loan, statementOf(given), null);
      const stretches = worksheet(replayed, replayed.totals.to);
      for (const charge of CHARGES) {
        const amounts = stretches.flatMap(({ component, amount }) => (component === charge ? [amount] : []));
        expect(sum(amounts)).toBe(replayed.totals.accrued[charge]);
      }
    }),
    sameEachTime(100),
  );
});

test("every line of the worksheet is its base times its rate times its days", () => {
  const grace = fc.record({ days: fc.nat(40), kind: fc.constantFrom("waive" as const, "skip" as const) });
  fc.assert(
    fc.property(cases, grace, (given, days) => {
      const rounding = { when: "posting", direction: "half-up", unit: fen(1) } as const;
      const terms = { ...given.loan.terms, grace: days, rounding, caps: [] };
      const compound = terms.compound === "all" ? "interest" : terms.compound;
      const loan = { ...given.loan, terms: { ...terms, compound } };
      const replayed = replay(loan, statementOf({ ...given, loan }), null);
      for (const { base, rate, days: nights, amount } of worksheet(replayed, replayed.totals.to)) {
        // What had been counted before the first night has none.
        if (rate === null) {
          expect({ base, nights }).toEqual({ base: 0, nights: expect.any(Number) });
          continue;
        }
        const { numerator, denominator } = rate;
        const exact = shareOf(base, fraction(numerator * BigInt(nights), denominator));
        // Each instalment is rounded by itself.
        expect(Math.abs(amount - exact)).toBeLessThanOrEqual(1 + loan.instalments.length);
      }
    }),
    sameEachTime(100),
  );
});

/** 50,000 overdue since 2026-11-22 at 0.05 % a day; penalty 1.5 ×: 37.50 a day. */
const LOAN = loanOf([instalment(AS_OF, 50_000)], {
  rates: [{ from: null, rate: { ...fraction(5n, 10_000n), per: "day" } }],
  penalty: multipleOfContractRate(fraction(3n, 2n)),
  compound: "interest",
});

describe("by hand", () => {
  test("ten days of penalty go before principal: 375.00 of 1,000.00", () => {
    const [row] = replay(LOAN, [lineOf(2, "2026-12-02", "payment", 1_000)], null).rows;
    expect(row?.computed).toMatchObject({ penalty: yuan(375), principal: yuan(625) });
    expect(row?.balance).toEqual({ computed: yuan(49_375), claimed: null, difference: null });
  });

  /** 50,375.00 are owed on 12-02: 49,375.00 after the first of them, and 48,875.00 after both. */
  test.each([
    ["the balance after each", 48_875, 49_375],
    ["the balance at the close of the day", 48_875, 48_875],
  ])("payments of one day may have %s", (_, ofLesser, ofGreater) => {
    const lines = [
      lineOf(2, "2026-12-02", "payment", 1_000, { claimedTotal: yuan(ofGreater) }),
      lineOf(3, "2026-12-02", "payment", 500, { claimedTotal: yuan(ofLesser) }),
    ];
    expect(replay(LOAN, lines, null).rows.map(({ balance }) => balance.difference)).toEqual([0, 0]);
  });

  test("a backdated line counts from its date, wherever it stands", () => {
    const lines = [lineOf(2, "2026-12-12", "balance", 49_745.31), lineOf(3, "2026-12-02", "payment", 1_000)];
    // 49,375.00 × 0.075 % × 10 = 370.3125
    expect(replay(LOAN, lines, null).rows.at(-1)?.balance.difference).toBe(0);
  });

  test("what is reversed is as though it had never been", () => {
    const lines = [
      lineOf(2, "2026-12-02", "payment", 1_000),
      lineOf(3, "2026-12-03", "reversal", 1_000, { reverses: 2 }),
      lineOf(4, "2026-12-12", "balance", 50_750),
    ];
    const { rows } = replay(LOAN, lines, null);
    expect(rows.map(({ isReversed }) => isReversed)).toEqual([true, false, false]);
    expect(rows.at(-1)?.balance.difference).toBe(0);
  });

  test("a rate holds from its line on: ten days at 37.50, ten at 75.00", () => {
    const doubledRate = [{ from: day("2026-12-02"), rate: { ...fraction(1n, 1_000n), per: "day" } as const }];
    const lines = [
      lineOf(2, "2026-12-02", "rate", null, { rates: doubledRate }),
      lineOf(3, "2026-12-12", "balance", 51_125),
    ];
    expect(replay(LOAN, lines, null).rows.at(-1)?.balance.difference).toBe(0);
  });

  test("a waiver takes off what it names", () => {
    const lines = [lineOf(2, "2026-12-02", "waiver", 300), lineOf(3, "2026-12-02", "balance", 50_075)];
    expect(replay(LOAN, lines, null).rows.map(({ balance }) => balance.computed)).toEqual([yuan(50_075), yuan(50_075)]);
  });

  test("a fee that the terms do not give is the difference, and its line the first", () => {
    const lines = [lineOf(2, "2026-12-02", "fee", 200), lineOf(3, "2026-12-12", "balance", 50_950)];
    const { rows } = replay(LOAN, lines, null);
    expect(largestDifference(rows)).toMatchObject({ line: 2, amount: yuan(200) });
    expect(differencesInAll(rows, NONE_ON_OTHER_DAYS)).toMatchObject({ fee: yuan(200), total: yuan(200) });
  });

  describe("of 1,000.00 after ten days the terms put 375.00 to penalty, 625.00 to principal; the lender", () => {
    const put = (penalty: number, principal: number) => ({
      byComponent: { ...byComponent(() => fen(0)), penalty: yuan(penalty), principal: yuan(principal) },
    });
    const paid = (penalty: number, principal: number, more: Partial<StatementLine> = {}) =>
      lineOf(2, "2026-12-02", "payment", 1_000, { ...put(penalty, principal), ...more });

    test("charged 20.00 more than it took: 125.00 is owed more of principal, the rest of nothing named", () => {
      const { rows } = replay(LOAN, [paid(500, 500, { claimedTotal: yuan(49_520) })], null);
      expect(differencesOfPayments(rows)).toMatchObject({ penalty: yuan(125), principal: yuan(-125) });
      const all = { penalty: 0, principal: yuan(125), total: yuan(145), isTotalClaimed: true };
      expect(differencesInAll(rows, NONE_ON_OTHER_DAYS)).toMatchObject(all);
    });

    test("took more for penalty than there was and claims no total: so much more is owed", () => {
      const { rows } = replay(LOAN, [paid(500, 500)], null);
      const all = { penalty: 0, principal: yuan(125), total: yuan(125), isTotalClaimed: false };
      expect(differencesInAll(rows, NONE_ON_OTHER_DAYS)).toMatchObject(all);
    });

    test("put all to principal and claims no total: the penalty may stand open", () => {
      const { rows } = replay(LOAN, [paid(0, 1_000)], null);
      expect(differencesInAll(rows, NONE_ON_OTHER_DAYS)).toMatchObject({ penalty: 0, principal: yuan(-375), total: 0 });
    });

    test("claims that nothing is owed any more: nothing of any component, whatever its lines said before", () => {
      // By the terms 49,375.00 of principal is owed after the payment and, the night after, 37.03 of penalty.
      const { rows } = replay(LOAN, [paid(500, 500), lineOf(3, "2026-12-03", "balance", 0)], null);
      expect(differencesInAll(rows, NONE_ON_OTHER_DAYS)).toMatchObject({
        penalty: yuan(-37.03),
        principal: yuan(-49_375),
        total: yuan(-49_412.03),
        isTotalClaimed: true,
      });
      const later = replay(
        LOAN,
        [paid(500, 500), lineOf(3, "2027-12-03", "payment", 90_000, { claimedTotal: fen(0) })],
        null,
      );
      expect(differencesInAll(later.rows, NONE_ON_OTHER_DAYS)).toMatchObject({ penalty: 0, principal: 0, total: 0 });
    });

    test("agrees with a balance by component, and charges a fee after it", () => {
      const { rows } = replay(
        LOAN,
        [
          paid(375, 625, { claimedTotal: yuan(49_375) }),
          lineOf(3, "2026-12-02", "balance", 49_375, put(0, 49_375)),
          lineOf(4, "2026-12-03", "fee", 200),
        ],
        null,
      );
      expect(differencesInAll(rows, NONE_ON_OTHER_DAYS)).toMatchObject({
        fee: yuan(200),
        total: yuan(200),
        isTotalClaimed: false,
      });
    });
  });

  test("of two payments alike on one day the second is doubtful", () => {
    const lines = [2, 3].map((line) => lineOf(line, "2026-12-02", "payment", 1_000));
    expect(doubled(lines, "payment")).toEqual([3]);
  });
});
