/** Lines that a lender has otherwise than the statement lists them: the explanation leaves nothing, worked out by hand. */

import { describe, expect, test } from "vitest";
import { byComponent } from "../../../src/loan/components.ts";
import { addDays } from "../../../src/loan/day.ts";
import { USUAL_LATE_FEE } from "../../../src/loan/late-fee.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { DUE_TODAY, explained, lineOf } from "./statements.ts";

/** 50,000.00 at 37.50 of penalty a day. */

describe("a payment of 1,000.00 of 2026-12-02 that the lender books on 12-04", () => {
  // 12 × 37.50 = 450.00 to penalty, 550.00 to principal; then 8 × 37.0875 on 49,450.00.
  const claim = lineOf(3, "2026-12-12", "balance", 49_746.7);
  const booked = { changes: [["booking", 2, "2 later"]], remaining: 0 };

  test("where the line has what was owed on its own day, before it: 50,000.00 + 10 × 37.50", () => {
    const paid = lineOf(2, "2026-12-02", "payment", 1_000, { claimedTotal: yuan(50_375) });
    expect(explained(DUE_TODAY, paid, claim)).toEqual([booked]);
  });

  test("where it says only what the payment goes to, all to principal: 49,000.00 + 12 × 37.50 + 8 × 36.75", () => {
    const first = ["principal", "interest", "compound", "penalty", "fee"] as const;
    const to = byComponent((component) => (component === "principal" ? yuan(1_000) : yuan(0)));
    const paid = lineOf(2, "2026-12-02", "payment", 1_000, { byComponent: to });
    const loan = loanOf([instalment(AS_OF, 50_000)], { order: first });
    expect(explained(loan, paid, lineOf(3, "2026-12-12", "balance", 49_744))).toEqual([booked]);
  });

  test("where it has what is owed after the booking, as the principal alone too", () => {
    const paid = lineOf(2, "2026-12-02", "payment", 1_000, { claimedPrincipal: yuan(49_450) });
    expect(explained(DUE_TODAY, paid, claim)).toEqual([booked]);
  });
});

/**
 * On 12-04, 50,000.00 + 12 × 37.50 are owed: 49,950.00 after 500.00, and 48,950.00 after both, all of it principal. Then
 * 8 × 36.7125 on 48,950.00.
 */
describe("a payment of 1,000.00 of 2026-12-02 that the lender books on 12-04, on which another of 500.00 stands", () => {
  const claim = lineOf(4, "2026-12-12", "balance", 49_243.7);
  const booked = [{ changes: [["booking", 2, "2 later"]], remaining: 0 }];
  const paid = (claimed: number | null) =>
    lineOf(2, "2026-12-02", "payment", 1_000, { claimedTotal: claimed === null ? null : yuan(claimed) });
  const other = (claimed: number) => lineOf(3, "2026-12-04", "payment", 500, { claimedTotal: yuan(claimed) });

  test.each([
    ["after the other, and has no balance", null, 49_950],
    ["after the other, and has what was owed on its own day", 50_375, 49_950],
    ["after the other, and has what is owed after both", 48_950, 49_950],
    ["before the other, and has no balance", null, 48_950],
    ["before the other, and has what was owed on its own day", 50_375, 48_950],
    ["before the other, and has what is owed after it alone", 49_450, 48_950],
    ["and both have what is owed at the close of the day", 48_950, 48_950],
  ])("%s", (_, ofPaid, ofOther) => {
    expect(explained(DUE_TODAY, paid(ofPaid), other(ofOther), claim)).toEqual(booked);
  });

  test("after the other, where both lines say only what they go to", () => {
    const to = (penalty: number, principal: number) =>
      byComponent((component) => yuan({ fee: 0, penalty, compound: 0, interest: 0, principal }[component]));
    const lines = [
      lineOf(2, "2026-12-02", "payment", 1_000, { byComponent: to(0, 1_000) }),
      lineOf(3, "2026-12-04", "payment", 500, { byComponent: to(450, 50) }),
    ];
    expect(explained(DUE_TODAY, ...lines, claim)).toEqual(booked);
  });
});

describe("a payment of 2026-12-02 that is not booked", () => {
  const paid = lineOf(2, "2026-12-02", "payment", 1_000);

  test("beside twice the contract rate, 50.00 a day, which differs before it", () => {
    const lines = [
      lineOf(3, "2026-12-01", "balance", 50_450),
      lineOf(4, "2026-12-12", "balance", 51_000),
      lineOf(5, "2026-12-22", "balance", 51_500),
    ];
    expect(explained(DUE_TODAY, paid, ...lines)).toEqual([
      { changes: [["penalty"], ["booking", 2, "missing"]], remaining: 0 },
    ]);
  });

  test("and another one later: 37.50 a day all the time", () => {
    const lines = [
      lineOf(3, "2026-12-05", "balance", 50_487.5),
      lineOf(4, "2026-12-07", "payment", 500),
      lineOf(5, "2026-12-12", "balance", 50_750),
      lineOf(6, "2026-12-22", "balance", 51_125),
    ];
    const changes = [
      ["booking", 2, "missing"],
      ["booking", 4, "missing"],
    ];
    expect(explained(DUE_TODAY, paid, ...lines)).toEqual([{ changes, remaining: 0 }]);
  });
});

test("a payment that the lender splits is not said to be missing, where its principal alone agrees without it", () => {
  // By the terms 375.00 go to penalty and 625.00 to principal.
  const parts = { fee: 0, penalty: 1_000, compound: 0, interest: 0, principal: 0 };
  const split = { byComponent: byComponent((component) => yuan(parts[component])), claimedPrincipal: yuan(50_000) };
  const terms = explained(DUE_TODAY, lineOf(2, "2026-12-02", "payment", 1_000, split)).flatMap(
    ({ changes }) => changes,
  );
  expect(terms).not.toContainEqual(["booking", 2, "missing"]);
  const unsplit = lineOf(2, "2026-12-02", "payment", 1_000, { claimedPrincipal: yuan(50_000) });
  expect(explained(DUE_TODAY, unsplit)).toContainEqual({ changes: [["booking", 2, "missing"]], remaining: 0 });
});

test("a day later fits whether the balance has the payment or not, where it is what a night bears: all are told at once", () => {
  // 37.50 is paid on 2026-12-02, and a night bears 37.50: 50,375.00 is owed before it, and after it a day later.
  const lines = [
    lineOf(2, "2026-12-02", "payment", 37.5, { claimedTotal: yuan(50_375) }),
    lineOf(3, "2026-12-12", "balance", 50_712.5),
  ];
  expect(explained(DUE_TODAY, ...lines)).toEqual([{ changes: [["booking", 2, "1 to 10 later"]], remaining: 0 }]);
});

test("a fee that is listed twice, of which the balance knows once: 50,000.00 + 30.00 + 20 × 37.50", () => {
  const charged = { date: addDays(AS_OF, 10), amount: yuan(30), component: "fee", note: null } as const;
  const fees = [lineOf(2, "2026-12-02", "fee", 30), lineOf(3, "2026-12-02", "fee", 30)];
  expect(explained({ ...DUE_TODAY, charges: [charged] }, ...fees, lineOf(4, "2026-12-12", "balance", 50_780))).toEqual([
    { changes: [["line", 3, "left-out"]], remaining: 0 },
  ]);
});

test("a fee by no rule that is listed twice and owed once: the line left out, and the other one owed", () => {
  const fees = [lineOf(2, "2026-12-02", "fee", 30), lineOf(3, "2026-12-02", "fee", 30)];
  const changes = [
    ["fees", "by-the-terms", "as-stated"],
    ["line", 3, "left-out"],
  ];
  expect(explained(DUE_TODAY, ...fees, lineOf(4, "2026-12-12", "balance", 50_780))).toEqual([
    { changes, remaining: 0 },
  ]);
});

test("what leaves more than half of the largest difference is no lead", () => {
  // By the terms 49,375.00 + 10 × 37.03125 = 49,745.31; a daily rate of a year of 365 days gives 49,735.06.
  const paid = lineOf(2, "2026-12-02", "payment", 1_000);
  const found = (claimed: number) => explained(DUE_TODAY, paid, lineOf(3, "2026-12-12", "balance", claimed));
  expect(found(49_734)[0]).toEqual({ changes: [["daily-rate", 360, 365]], remaining: 106 });
  // 23.00 too much: 12.61 of it is left at 365/360 of the rate, which gives 49,755.70.
  const changes = found(49_768.31).map((one) => one.changes);
  expect(changes).not.toContainEqual([["daily-rate", 365, 360]]);
});

const TWO_INSTALMENTS = loanOf([instalment(AS_OF, 1_000), instalment(addDays(AS_OF, 30), 1_000)], {
  lateFees: [{ ...USUAL_LATE_FEE, charge: { kind: "fixed", amount: yuan(30) } }],
});

/**
 * 75.00 on the tenth day are the late fee, 10 × 0.75 of penalty and the rest principal, all of the instalment that was missed; ten
 * days later the other one has borne 20 × 0.50 of interest, and what is left of the first 10 nights of penalty.
 */
test.each([
  [60, 7.5, 2_009.94],
  [20, 47.5, 1_969.64],
])("a late fee of %d in place of 30 stays with the instalment that was missed", (fee, principal, owed) => {
  const to = byComponent((component) => yuan({ fee, penalty: 7.5, compound: 0, interest: 0, principal }[component]));
  const lines = [lineOf(2, "2026-11-23", "fee", fee), lineOf(3, "2026-12-02", "payment", 75, { byComponent: to })];
  expect(explained(TWO_INSTALMENTS, ...lines, lineOf(4, "2026-12-12", "balance", owed))).toEqual([
    { changes: [["fees", "by-the-terms", "as-stated"]], remaining: 0 },
  ]);
});

test("a fee beyond those of the terms leaves a late fee with the instalment that was missed", () => {
  // 50.00 on the tenth day: the late fee, 10 × 0.75 of penalty and 12.50 of principal, all of the instalment that was missed.
  const to = byComponent((component) =>
    yuan({ fee: 30, penalty: 7.5, compound: 0, interest: 0, principal: 12.5 }[component]),
  );
  // Ten days later: 1,987.50 of principal, 10 × 987.50 × 0.075 % = 7.41, 20 × 0.50 of interest of the next one, and 200.00.
  expect(
    explained(
      TWO_INSTALMENTS,
      lineOf(2, "2026-11-23", "fee", 30),
      lineOf(3, "2026-12-02", "payment", 50, { byComponent: to }),
      lineOf(4, "2026-12-05", "fee", 200),
      lineOf(5, "2026-12-12", "balance", 2_204.91),
    ),
  ).toEqual([{ changes: [["fees", "by-the-terms", "as-stated"]], remaining: 0 }]);
});
