/** Amounts that no line says: booked otherwise than listed, or not listed at all; each found by balances worked out by hand. */

import { describe, expect, test } from "vitest";
import { byComponent } from "../../../src/loan/components.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { yuan } from "../../reference/sample-loans.ts";
import { DUE_TODAY, explained, lineOf } from "./statements.ts";

/** 50,000.00 at 37.50 of penalty a day. */

const paid = lineOf(2, "2026-12-02", "payment", 1_000);
/** The day before: 50,000.00 + 9 × 37.50. */
const before = lineOf(3, "2026-12-01", "balance", 50_337.5);

/**
 * 900.00 of 50,375.00 leave 49,475.00 of principal, which bears 37.10625 a day: 49,846.06 after ten days, 50,217.13 after
 * twenty. A fee of 100.00 that the payment clears first comes to the same, and so does one owed since the start.
 */
describe("a payment of 1,000.00 that the lender books with 900.00", () => {
  const claims = [lineOf(4, "2026-12-12", "balance", 49_846.06), lineOf(5, "2026-12-22", "balance", 50_217.13)];

  test("where the balance of the day before agrees", () => {
    expect(explained(DUE_TODAY, paid, before, ...claims)).toEqual([
      { changes: [["booked-amount", 2, "900.00"]], remaining: 0 },
      { changes: [["unlisted", "as-listed", "+100.00 from 2026-12-02 to 2026-12-12"]], remaining: 0 },
    ]);
  });

  test("where no earlier line says what is owed", () => {
    expect(explained(DUE_TODAY, paid, ...claims)).toEqual([
      { changes: [["booked-amount", 2, "900.00"]], remaining: 0 },
      { changes: [["opening", "as-given", "+100.00 fee"]], remaining: 0 },
    ]);
  });

  test("where the lender puts no more than 900.00 of it to anything", () => {
    const parts = { fee: 0, penalty: 375, compound: 0, interest: 0, principal: 525 };
    const split = { ...paid, byComponent: byComponent((component) => yuan(parts[component])) };
    expect(explained(DUE_TODAY, split, before, ...claims)).toEqual([
      { changes: [["booked-amount", 2, "900.00"]], remaining: 0 },
    ]);
  });

  test("is not told of a single balance, which some amount always fits, nor where the lender splits 1,000.00", () => {
    const [once] = claims;
    const terms = (...lines: readonly StatementLine[]) =>
      explained(DUE_TODAY, ...lines).flatMap(({ changes }) => changes.map(([term]) => term));
    expect(terms(paid, before, once ?? paid)).not.toContain("booked-amount");
    const parts = { fee: 0, penalty: 375, compound: 0, interest: 0, principal: 625 };
    const split = { ...paid, byComponent: byComponent((component) => yuan(parts[component])) };
    expect(terms(split, before, ...claims)).not.toContain("booked-amount");
  });
});

/**
 * 400.00, 401.00 and 299.00 by 2026-12-31, of 39 × 37.50 = 1,462.50 of penalty: all of it goes to the penalty, so that 100.00
 * less of any of them come to the same: 50,000.00 + 1,462.50 − 1,100.00 + 100.00, and 37.50 a day more after that.
 */
test("where several payments may each be the one that is booked with another amount, each is told", () => {
  const payments = [
    lineOf(2, "2026-12-12", "payment", 400),
    lineOf(3, "2026-12-22", "payment", 401),
    lineOf(4, "2026-12-28", "payment", 299),
  ];
  const claims = [lineOf(5, "2026-12-31", "balance", 50_462.5), lineOf(6, "2027-01-10", "balance", 50_837.5)];
  expect(explained(DUE_TODAY, ...payments, ...claims)).toEqual([
    { changes: [["booked-amount", 2, "300.00"]], remaining: 0 },
    { changes: [["booked-amount", 3, "301.00"]], remaining: 0 },
    { changes: [["booked-amount", 4, "199.00"]], remaining: 0 },
    { changes: [["opening", "as-given", "+100.00 fee"]], remaining: 0 },
  ]);
});

describe("something that no line lists, between 2026-12-03 and 12-12", () => {
  const agreeing = lineOf(2, "2026-12-02", "balance", 50_375);
  test.each([
    ["199.00 charged: 50,750.00 and 51,125.00 without it", 199, "+199.00 from 2026-12-03 to 2026-12-12"],
    ["300.00 paid, all of it penalty", -300, "-300.00 from 2026-12-03 to 2026-12-12"],
  ])("%s", (_, more, to) => {
    const lines = [
      lineOf(3, "2026-12-12", "balance", 50_750 + more),
      lineOf(4, "2026-12-22", "balance", 51_125 + more),
    ];
    expect(explained(DUE_TODAY, agreeing, ...lines)).toEqual([
      { changes: [["unlisted", "as-listed", to]], remaining: 0 },
    ]);
  });
});

/**
 * On 2026-12-07, 562.50 of 1,000.00 are penalty and 437.50 principal: 37.171875 a day on 49,562.50, for five days and for fifteen.
 * Another day would take another amount, of odd fen.
 */
test("a payment that no line lists, which has lowered what bears since its day", () => {
  const lines = [
    lineOf(2, "2026-12-02", "balance", 50_375),
    lineOf(3, "2026-12-12", "balance", 49_748.36),
    lineOf(4, "2026-12-22", "balance", 50_120.08),
  ];
  expect(explained(DUE_TODAY, ...lines)).toEqual([
    { changes: [["unlisted", "as-listed", "-1000.00 from 2026-12-03 to 2026-12-12"]], remaining: 0 },
  ]);
});

/**
 * After 1,000.00 of 2026-12-02 49,375.00 are left, which have 222.19 of penalty on 12-08. 1,000.00 of that day clear the fee of
 * 100.00 first: 48,697.19 are left, at 36.5229 a day for four days and for fourteen. Booked with 900.00 they come to the same.
 */
test("a fee that no line lists, between two payments", () => {
  const lines = [
    paid,
    before,
    lineOf(4, "2026-12-08", "payment", 1_000),
    lineOf(5, "2026-12-12", "balance", 48_843.28),
    lineOf(6, "2026-12-22", "balance", 49_208.51),
  ];
  expect(explained(DUE_TODAY, ...lines)).toEqual([
    { changes: [["booked-amount", 4, "900.00"]], remaining: 0 },
    { changes: [["unlisted", "as-listed", "+100.00 from 2026-12-02 to 2026-12-12"]], remaining: 0 },
  ]);
});

/** 463.00 of penalty are paid instead of 375.00, and 537.00 of principal: 49,463.00, at 37.09725 a day. */
test("88.00 more of penalty at the start, which a payment has cleared when the first balance is told", () => {
  const parts = { fee: 0, penalty: 463, compound: 0, interest: 0, principal: 537 };
  const balances = { claimedTotal: yuan(49_463), claimedPrincipal: yuan(49_463) };
  const split = { ...paid, ...balances, byComponent: byComponent((component) => yuan(parts[component])) };
  expect(explained(DUE_TODAY, split, lineOf(3, "2026-12-12", "balance", 49_833.97))).toEqual([
    { changes: [["opening", "as-given", "+88.00 penalty"]], remaining: 0 },
  ]);
});
