/** Caps, rates that change and the balance at the start as a lender may have them: each found by the balances worked out by hand. */

import { describe, expect, test } from "vitest";
import { lineAlone } from "../../../src/advice/audit/differences.ts";
import { replay } from "../../../src/advice/audit/replay.ts";
import { byComponent } from "../../../src/loan/components.ts";
import { addDays } from "../../../src/loan/day.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import { fen } from "../../../src/loan/money.ts";
import { rate } from "../../../src/loan/rate.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { DUE_TODAY, explained, lineOf } from "./statements.ts";

/** 50,000.00 at 37.50 of penalty a day. */

test("a penalty above the cap of the terms: 37.50 a day where the cap leaves 30.00", () => {
  const capped: Loan = {
    ...DUE_TODAY,
    terms: { ...DUE_TODAY.terms, caps: [{ kind: "rate", of: "penalty", rate: rate(6n, 10_000n, "day") }] },
  };
  expect(
    explained(capped, lineOf(2, "2026-12-02", "balance", 50_375), lineOf(3, "2026-12-12", "balance", 50_750)),
  ).toEqual([{ changes: [["caps", "kept", "left-out"]], remaining: 0 }]);
});

describe("0.05 % a day to the night of 2026-12-01, then 0.03 %: 37.50 and 22.50 a day, 51 days to 2027-01-12", () => {
  const loan: Loan = {
    ...DUE_TODAY,
    terms: {
      ...DUE_TODAY.terms,
      rates: [
        { from: null, rate: rate(5n, 10_000n, "day") },
        { from: addDays(AS_OF, 10), rate: rate(3n, 10_000n, "day") },
      ],
    },
  };
  test.each([
    ["not-followed", 51 * 37.5],
    ["a-day-earlier", 9 * 37.5 + 42 * 22.5],
    ["a-day-later", 11 * 37.5 + 40 * 22.5],
    ["7-days-earlier", 3 * 37.5 + 48 * 22.5],
    ["12-days-later", 22 * 37.5 + 29 * 22.5],
    ["a-month-earlier", 51 * 22.5],
    ["a-month-later", 41 * 37.5 + 10 * 22.5],
    ["each-january", 40 * 37.5 + 11 * 22.5],
  ])("%s", (to, penalty) => {
    const claimed = lineOf(2, "2027-01-12", "balance", 50_000 + penalty);
    expect(explained(loan, claimed)).toContainEqual({ changes: [["rate-changes", "as-dated", to]], remaining: 0 });
  });

  test("the first rate is in force from the start also where its date is moved to after it", () => {
    const { rates } = loan.terms;
    const dated = {
      ...loan,
      terms: { ...loan.terms, rates: rates.map((one) => ({ ...one, from: one.from ?? AS_OF })) },
    };
    const claimed = lineOf(2, "2027-01-12", "balance", 50_000 + 11 * 37.5 + 40 * 22.5);
    expect(explained(dated, claimed)).toContainEqual({
      changes: [["rate-changes", "as-dated", "a-day-later"]],
      remaining: 0,
    });
  });

  test("a change beyond the last line explains nothing", () => {
    // By the terms 5 × 37.50 = 187.50.
    const found = explained(loan, lineOf(2, "2026-11-27", "balance", 50_150));
    expect(found.flatMap(({ changes }) => changes).map(([term]) => term)).not.toContain("rate-changes");
  });
});

describe("another balance at the start", () => {
  test("10.00 more on every line bears nothing, and is told as one explanation", () => {
    expect(
      explained(DUE_TODAY, lineOf(2, "2026-12-02", "balance", 50_385), lineOf(3, "2026-12-12", "balance", 50_760)),
    ).toEqual([{ changes: [["opening", "as-given", "+10.00 fee"]], remaining: 0 }]);
  });

  test("10.00 more than what is worked out of 90 days overdue: 50,000.00 + 90 × 37.50 = 53,375.00", () => {
    const overdue = loanOf([instalment(addDays(AS_OF, -90), 50_000, { penalty: null, compound: null, fee: null })]);
    expect(
      explained(overdue, lineOf(2, "2026-12-02", "balance", 53_760), lineOf(3, "2026-12-12", "balance", 54_135)),
    ).toEqual([{ changes: [["opening", "as-given", "+10.00 fee"]], remaining: 0 }]);
  });

  test("1,000.00 more of principal bears 0.75 a day, where the lines name the principal", () => {
    const [one, other] = [yuan(51_000), yuan(51_000)];
    expect(
      explained(
        DUE_TODAY,
        lineOf(2, "2026-12-02", "balance", 51_382.5, { claimedPrincipal: one }),
        lineOf(3, "2026-12-12", "balance", 51_765, { claimedPrincipal: other }),
      ),
    ).toEqual([{ changes: [["opening", "as-given", "+1000.00 principal"]], remaining: 0 }]);
  });

  test("1,000.00 less of principal leaves the 90 × 37.50 = 3,375.00 that were worked out, and bears 36.75 a day", () => {
    const overdue = loanOf([instalment(addDays(AS_OF, -90), 50_000, { penalty: null, compound: null, fee: null })]);
    expect(
      explained(
        overdue,
        lineOf(2, "2026-12-02", "balance", 52_742.5, { claimedPrincipal: yuan(49_000) }),
        lineOf(3, "2026-12-12", "balance", 53_110, { claimedPrincipal: yuan(49_000) }),
      ),
    ).toEqual([{ changes: [["opening", "as-given", "-1000.00 principal"]], remaining: 0 }]);
  });

  /**
   * 5,000.00 due 60 days ago and 4,000.00 due 30 days ago: 60 × 3.75 + 30 × 3.00 = 315.00 of penalty, as worked out. A
   * thousand more of the first bears 0.75 a day: 4.50 and 3.00 a day beside 10,315.00.
   */
  describe("of several instalments that are due, whose charges are worked out", () => {
    const worked = { penalty: null, compound: null, fee: null };
    const two = loanOf([
      instalment(addDays(AS_OF, -60), 5_000, worked),
      instalment(addDays(AS_OF, -30), 4_000, worked),
    ]);
    const opened = [{ changes: [["opening", "as-given", "+1000.00 principal"]], remaining: 0 }];

    test("1,000.00 more of principal that the lines name", () => {
      const named = { claimedPrincipal: yuan(10_000) };
      const lines = [
        lineOf(2, "2026-12-02", "balance", 10_390, named),
        lineOf(3, "2026-12-12", "balance", 10_465, named),
      ];
      expect(explained(two, ...lines)).toEqual(opened);
    });

    test("the same where the lines name only what is owed in all", () => {
      const lines = [lineOf(2, "2026-12-02", "balance", 10_390), lineOf(3, "2026-12-12", "balance", 10_465)];
      expect(explained(two, ...lines)).toEqual(opened);
    });
  });

  /** 5,000.00 due 10 days ago, 37.50 of penalty; 4,000.00 due later, 2.00 a day of interest, and 2.50 on 5,000.00. */
  test("1,000.00 more of principal that is not due yet bears interest: 9,037.50 + 1,000.00 + 10 × (3.75 + 2.50)", () => {
    const worked = { penalty: null, compound: null, fee: null };
    const two = loanOf([instalment(addDays(AS_OF, -10), 5_000, worked), instalment(addDays(AS_OF, 60), 4_000, worked)]);
    const lines = [lineOf(2, "2026-12-02", "balance", 10_100), lineOf(3, "2026-12-12", "balance", 10_162.5)];
    expect(explained(two, ...lines)).toEqual([
      { changes: [["opening", "as-given", "+1000.00 principal"]], remaining: 0 },
    ]);
  });

  test("a single claim is not explained by it: any amount would be", () => {
    const found = explained(DUE_TODAY, lineOf(2, "2026-12-12", "balance", 50_760.13));
    expect(found.flatMap(({ changes }) => changes).map(([term]) => term)).not.toContain("opening");
  });
});

describe("a line that stands alone", () => {
  const alone = (...lines: readonly StatementLine[]) => lineAlone(replay(DUE_TODAY, lines, null).rows, fen(1));
  const [tenth, twentieth] = [lineOf(2, "2026-12-02", "balance", 50_375), lineOf(4, "2026-12-12", "balance", 50_750)];

  test("claims 300.00 too much, and later lines agree: 50,562.50 on the fifteenth day", () => {
    expect(alone(tenth, lineOf(3, "2026-12-07", "balance", 50_862.5), twentieth)).toMatchObject({
      line: 3,
      amount: 30_000,
    });
  });

  test("is none where it is the last, where another differs, where nothing does, or where it puts a payment elsewhere", () => {
    expect(alone(tenth, lineOf(3, "2026-12-07", "balance", 50_862.5))).toBeNull();
    expect(
      alone(tenth, lineOf(3, "2026-12-07", "balance", 50_862.5), { ...twentieth, claimedTotal: yuan(50_751) }),
    ).toBeNull();
    expect(alone(tenth, twentieth)).toBeNull();
    // 1.00 to principal instead of penalty moves no total within two fen by the twentieth day.
    const byComponentOfOne = byComponent((component) => (component === "principal" ? yuan(1) : yuan(0)));
    const paid = lineOf(3, "2026-12-11", "payment", 1, { byComponent: byComponentOfOne });
    expect(alone(tenth, paid, { ...twentieth, claimedTotal: yuan(50_749) })).toBeNull();
  });
});
