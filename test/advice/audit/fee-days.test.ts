/** A fee that a statement lists on another day than the terms charge it is none too many. */

import { describe, expect, test } from "vitest";
import { differencesInAll } from "../../../src/advice/audit/differences.ts";
import { feesOnOtherDays } from "../../../src/advice/audit/fee-days.ts";
import { replay } from "../../../src/advice/audit/replay.ts";
import { byComponent } from "../../../src/loan/components.ts";
import { addDays, day, formatDay } from "../../../src/loan/day.ts";
import { type LateFee, USUAL_LATE_FEE } from "../../../src/loan/late-fee.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import { fen } from "../../../src/loan/money.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { lineOf } from "./statements.ts";

/** Two fees on days without a rule of their own: 30.00 on the tenth day, 50.00 on the twentieth. */
const LOAN: Loan = {
  ...loanOf([instalment(AS_OF, 50_000)]),
  charges: [
    { date: addDays(AS_OF, 10), amount: yuan(30), component: "fee", note: null },
    { date: addDays(AS_OF, 20), amount: yuan(50), component: "fee", note: null },
  ],
};

const LATE_FEE: LateFee = { ...USUAL_LATE_FEE, charge: { kind: "fixed", amount: yuan(30) } };

/** A late fee of 30.00 and a lawyer's fee of 200.00, both on the day after the due date, 2026-11-23. */
const TWO_ON_ONE_DAY: Loan = {
  ...loanOf([instalment(AS_OF, 50_000)], { lateFees: [LATE_FEE] }),
  charges: [{ date: addDays(AS_OF, 1), amount: yuan(200), component: "fee", note: null }],
};

/** Three instalments due on the same day and each missed: 3 × 30.00 on 2026-11-23, which the terms know as 90.00. */
const THREE_MISSED: Loan = loanOf([instalment(AS_OF, 10_000), instalment(AS_OF, 10_000), instalment(AS_OF, 10_000)], {
  lateFees: [LATE_FEE],
});

function audited(...lines: readonly StatementLine[]) {
  return auditedUnder(LOAN, ...lines);
}

function auditedUnder(loan: Loan, ...lines: readonly StatementLine[]) {
  const replayed = replay(loan, lines, null);
  const found = feesOnOtherDays(replayed, day("2027-01-31"));
  const { fee, total } = differencesInAll(replayed.rows, found);
  return { found: found.map(({ line, byTermsOn }) => [line, formatDay(byTermsOn)]), fee, total };
}

describe("a fee of 30.00 that the terms charge on 2026-12-02", () => {
  test("listed that day is on no other", () => {
    expect(audited(lineOf(2, "2026-12-02", "fee", 30))).toEqual({ found: [], fee: 0, total: 0 });
  });

  test.each(["2026-12-03", "2026-12-30", "2026-12-01"])("listed on %s is no more as owed", (date) => {
    expect(audited(lineOf(2, date, "fee", 30))).toEqual({ found: [[2, "2026-12-02"]], fee: 0, total: 0 });
  });

  test("listed twice is once too many, whichever day the other has", () => {
    const lines = [lineOf(2, "2026-12-03", "fee", 30), lineOf(3, "2026-12-05", "fee", 30)];
    expect(audited(...lines)).toEqual({ found: [[2, "2026-12-02"]], fee: yuan(30), total: yuan(30) });
  });

  test("beside another that is late too: each has its own day", () => {
    const lines = [lineOf(2, "2026-12-14", "fee", 50), lineOf(3, "2026-12-14", "fee", 30)];
    expect(audited(...lines)).toEqual({
      found: [
        [3, "2026-12-02"],
        [2, "2026-12-12"],
      ],
      fee: 0,
      total: 0,
    });
  });

  test("of another amount is not that fee", () => {
    expect(audited(lineOf(2, "2026-12-03", "fee", 31))).toEqual({ found: [], fee: yuan(31), total: yuan(31) });
  });
});

describe("30.00 and 200.00 that the terms charge on 2026-11-23", () => {
  test.each([
    [
      "each on a day of its own",
      "2026-11-25",
      "2026-11-24",
      [
        [3, "2026-11-23"],
        [2, "2026-11-23"],
      ],
    ],
    [
      "both a day later",
      "2026-11-24",
      "2026-11-24",
      [
        [2, "2026-11-23"],
        [3, "2026-11-23"],
      ],
    ],
    ["the one that day, the other later", "2026-11-25", "2026-11-23", [[2, "2026-11-23"]]],
  ] as const)("listed %s, are on another day and not too many", (_, lateFee, lawyer, found) => {
    const lines = [lineOf(2, lateFee, "fee", 30), lineOf(3, lawyer, "fee", 200)];
    expect(auditedUnder(TWO_ON_ONE_DAY, ...lines)).toEqual({ found, fee: 0, total: 0 });
  });

  test("listed in one sum later are on another day", () => {
    const line = lineOf(2, "2026-11-24", "fee", 230);
    expect(auditedUnder(TWO_ON_ONE_DAY, line)).toEqual({ found: [[2, "2026-11-23"]], fee: 0, total: 0 });
  });

  test("the 30.00 alone: 200.00 less is owed than by the terms, which no line says", () => {
    const line = lineOf(2, "2026-11-25", "fee", 30);
    expect(auditedUnder(TWO_ON_ONE_DAY, line)).toMatchObject({ found: [[2, "2026-11-23"]], fee: 0 });
  });
});

test("three fees that the terms know in one sum only are found together", () => {
  const lines = [2, 3, 4].map((line) => lineOf(line, "2026-11-25", "fee", 30));
  const found = [2, 3, 4].map((line) => [line, "2026-11-23"]);
  expect(auditedUnder(THREE_MISSED, ...lines)).toEqual({ found, fee: 0, total: 0 });
});

describe("3 × 30.00 that the terms charge on 2026-11-23", () => {
  const on = (...dates: readonly string[]) => dates.map((date, index) => lineOf(index + 2, date, "fee", 30));

  test("listed on three days are each on another day", () => {
    const found = [2, 3, 4].map((line) => [line, "2026-11-23"]);
    expect(auditedUnder(THREE_MISSED, ...on("2026-11-24", "2026-11-25", "2026-11-30"))).toMatchObject({
      found,
      fee: 0,
    });
  });

  test("a fourth has no ground; of two only, neither is without one", () => {
    const days = ["2026-11-24", "2026-11-25", "2026-11-30", "2026-12-01"];
    expect(auditedUnder(THREE_MISSED, ...on(...days))).toMatchObject({ found: { length: 3 }, fee: yuan(30) });
    expect(auditedUnder(THREE_MISSED, ...on("2026-11-24", "2026-11-25"))).toMatchObject({ found: { length: 2 } });
  });
});

describe("30.00 that the terms charge on 2026-12-02 and a lender spreads over lines", () => {
  const spread = (...lines: readonly (readonly [date: string, amount: number])[]) =>
    audited(...lines.map(([date, amount], index) => lineOf(index + 2, date, "fee", amount)));

  test("of several days: each line is a part of it", () => {
    const found = [2, 3, 4].map((line) => [line, "2026-12-02"]);
    expect(spread(["2026-12-03", 5], ["2026-12-04", 15], ["2026-12-08", 10])).toEqual({ found, fee: 0, total: 0 });
  });

  test("that come to more or less are none of it", () => {
    expect(spread(["2026-12-03", 5], ["2026-12-04", 15], ["2026-12-08", 11])).toMatchObject({ found: [] });
    expect(spread(["2026-12-03", 5], ["2026-12-04", 15])).toMatchObject({ found: [] });
  });
});

describe("30.00 on 2026-12-02 and 50.00 on 2026-12-12 that a lender lists in one sum", () => {
  const both = [
    [2, "2026-12-02"],
    [2, "2026-12-12"],
  ];

  test.each([
    ["2026-12-31", both],
    ["2026-12-13", both],
    ["2026-12-12", [[2, "2026-12-02"]]],
  ])("on %s are on other days but for that one, and none too many", (date, found) => {
    expect(audited(lineOf(2, date, "fee", 80))).toEqual({ found, fee: 0, total: 0 });
  });

  test("with as much again: the second sum is too many", () => {
    const lines = [lineOf(2, "2026-12-31", "fee", 80), lineOf(3, "2027-01-05", "fee", 80)];
    expect(audited(...lines)).toEqual({ found: both, fee: yuan(80), total: yuan(80) });
  });

  test.each([
    ["before the second of them", "2026-12-11", 80],
    ["with a yuan more", "2026-12-31", 81],
    ["less a yuan", "2026-12-31", 79],
  ])("%s have no ground", (_, date, amount) => {
    expect(audited(lineOf(2, date, "fee", amount)).found).toEqual([]);
  });
});

test("a balance between the day of the terms and that of the line: the fee is one too few, then none", () => {
  const nothing = byComponent(() => fen(0));
  const more = { byComponent: { ...nothing, principal: yuan(50_000), penalty: yuan(375) } };
  const balance = lineOf(2, "2026-12-02", "balance", null, more);
  expect(audited(balance)).toMatchObject({ fee: yuan(-30) });
  expect(audited(balance, lineOf(3, "2026-12-03", "fee", 30))).toMatchObject({ fee: 0 });
});
