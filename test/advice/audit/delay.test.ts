/** Delay in performing a judgment: figures that can be checked by hand, and what they leave as it was. */

import { describe, expect, test } from "vitest";
import { audit } from "../../../src/advice/audit/audit.ts";
import type { AuditRow } from "../../../src/advice/audit/audit-row.ts";
import type { Delay, Enforcement } from "../../../src/advice/audit/delay.ts";
import { replay } from "../../../src/advice/audit/replay.ts";
import { CHARGES } from "../../../src/loan/components.ts";
import { type Day, day } from "../../../src/loan/day.ts";
import type { Loan } from "../../../src/loan/loan.ts";
import { rate } from "../../../src/loan/rate.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { multipleOfContractRate } from "../../../src/loan/terms.ts";
import { instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { explainLines, lineOf, solveLines } from "./statements.ts";

/** 10,000.00 judged, bearing 0.05 % a day; the time for performance ends on this day. */
const END = day("2015-07-03");

function judged(asOf: Day = END): Loan {
  const loan = loanOf([instalment(asOf, 10_000)], {
    rates: [{ from: null, rate: rate(1n, 2000n, "day") }],
    penalty: multipleOfContractRate(rate(1n, 1n, "day")),
    compound: "none",
  });
  return { ...loan, asOf };
}

type Found = Delay & { readonly rows: readonly AuditRow[] };

function delay(lines: readonly StatementLine[], more: Partial<Enforcement> = {}, loan: Loan = judged()): Found {
  const { delay: found, rows } = replay(loan, lines, { from: END, judgment: null, ...more });
  if (found === null) throw new Error("no delay");
  return { ...found, rows };
}

const byLine = ({ rows }: Found): readonly unknown[] => rows.map((row) => [row.delay?.paid, row.delay?.owed]);

const figures = ({ accrued, paid, owed }: Delay): readonly number[] => [accrued, paid, owed];
const parts = ({ stretches }: Delay): readonly unknown[] =>
  stretches.map(({ days, base, amount }) => [days, base, amount]);

describe("60 days on 10,000, from 2015-07-04 to 2015-09-01, both counted", () => {
  test("105.00 beside 300.00 of ordinary interest", () => {
    const lines = [lineOf(2, "2015-09-01", "balance", 10_405)];
    const found = delay(lines);
    expect(figures(found)).toEqual([yuan(105), 0, yuan(105)]);
    expect(parts(found)).toEqual([[60, yuan(10_000), yuan(105)]]);
    const replayed = replay(judged(), lines, null);
    expect(replayed.totals.accrued.penalty).toBe(yuan(300));
    expect(found.rows[0]?.balance).toEqual({
      computed: yuan(10_405),
      claimed: yuan(10_405),
      difference: 0,
    });
  });

  /** 30 × 5.00 are paid first, so that 4,000.00 of 4,150.00 reach principal: 30 × 1.75 and 30 × 1.05. */
  test("a part payment in between lowers the base by what reaches principal", () => {
    const found = delay([lineOf(2, "2015-08-02", "payment", 4_150), lineOf(3, "2015-09-01", "balance")]);
    expect(parts(found)).toEqual([
      [30, yuan(10_000), yuan(52.5)],
      [30, yuan(6_000), yuan(31.5)],
    ]);
    expect(figures(found)).toEqual([yuan(84), 0, yuan(84)]);
  });

  /** A payment of charges alone leaves the base as it is. */
  test("a part payment that never reaches principal changes nothing", () => {
    const found = delay([lineOf(2, "2015-08-02", "payment", 150), lineOf(3, "2015-09-01", "balance")]);
    expect(parts(found)).toEqual([[60, yuan(10_000), yuan(105)]]);
  });

  test("a payment larger than all else reaches it last, and a later one takes the rest", () => {
    const found = delay([
      lineOf(2, "2015-09-01", "payment", 10_340),
      lineOf(3, "2015-09-11", "payment", 30),
      lineOf(4, "2015-09-21", "payment", 100),
    ]);
    expect(figures(found)).toEqual([yuan(105), yuan(105), 0]);
    expect(byLine(found)).toEqual([
      [yuan(40), yuan(65)],
      [yuan(30), yuan(35)],
      [yuan(35), 0],
    ]);
  });

  test("of two payments of one day the second reaches it", () => {
    const found = delay([lineOf(2, "2015-09-01", "payment", 300), lineOf(3, "2015-09-01", "payment", 10_100)]);
    expect(byLine(found)).toEqual([
      [0, yuan(105)],
      [yuan(100), yuan(5)],
    ]);
  });

  test("a payment that is taken back pays nothing", () => {
    const found = delay([
      lineOf(2, "2015-08-02", "payment", 20_000),
      lineOf(3, "2015-08-03", "reversal", 20_000, { reverses: 2 }),
      lineOf(4, "2015-09-01", "balance"),
    ]);
    expect(figures(found)).toEqual([yuan(105), 0, yuan(105)]);
  });
});

/** 10,010.00 are owed on the last day of the time for performance; none of the 490.00 beyond them is for a delay to come. */
test("what is paid too much on the last day of the time for performance reaches none of it", () => {
  const found = delay(
    [lineOf(2, "2015-07-03", "payment", 10_500), lineOf(3, "2015-07-10", "payment", 20)],
    {},
    judged(day("2015-07-01")),
  );
  expect(byLine(found)).toEqual([
    [0, 0],
    [0, 0],
  ]);
  expect(figures(found)).toEqual([0, 0, 0]);
});

test("the judgment names an amount of its own", () => {
  const found = delay([lineOf(2, "2015-09-01", "balance")], { judgment: yuan(8_000) });
  expect(figures(found)).toEqual([yuan(84), 0, yuan(84)]);
});

/** The 500.00 of costs are paid first: 30 nights on 10,500.00, and 30 on 10,000.00 less what reaches principal. */
test("costs that the judgment fixes bear it until they are paid", () => {
  const loan = judged();
  const withCosts = { ...loan, instalments: loan.instalments.map((one) => ({ ...one, fee: yuan(500) })) };
  const lines = [lineOf(2, "2015-08-02", "payment", 1_650), lineOf(3, "2015-09-01", "balance")];
  const found = delay(lines, { judgment: yuan(10_500) }, withCosts);
  expect(parts(found)).toEqual([
    [30, yuan(10_500), 5513],
    [30, yuan(9_000), 4725],
  ]);
});

/** 100.01 × 0.0175 % = 0.01750175 a night: 0.02 after one, 0.04 after two, 0.05 after three. */
test("the exact rest is carried from stretch to stretch", () => {
  const dates = ["2015-07-04", "2015-07-05", "2015-07-06"];
  const found = delay(
    dates.map((date, index) => lineOf(index + 2, date, "balance")),
    { judgment: yuan(100.01) },
  );
  expect(found.rows.map((row) => row.delay?.owed)).toEqual([2, 4, 5]);
  expect(parts(found)).toEqual([[3, yuan(100.01), 5]]);
});

test("it bears nothing on the last day of the time for performance, and nothing before 2014-08-01", () => {
  expect(figures(delay([lineOf(2, "2015-07-03", "balance")]))).toEqual([0, 0, 0]);
  const before = day("2014-07-01");
  const found = delay([lineOf(2, "2014-08-10", "balance")], { from: before }, judged(before));
  expect(parts(found)).toEqual([[10, yuan(10_000), yuan(17.5)]]);
});

test("the other components are those without it, and the conventions are tried beside it", async () => {
  const lines = [
    lineOf(2, "2015-08-02", "payment", 4_150),
    // The terms come to 6,174.00 with it; 6,084.00 are 90.00 too little: without ordinary interest since.
    lineOf(3, "2015-09-01", "balance", 6_084),
  ];
  const asks = { pairsOfAnyLength: false, solveRate: false, worksheet: true, record: false };
  const question = {
    loan: judged(),
    lines,
    classification: "loan",
    received: null,
    tolerance: yuan(0.01),
    asks,
  } as const;
  const without = await audit({ ...question, enforcement: null });
  const beside = await audit({ ...question, enforcement: { from: END, judgment: null } });
  expect(without.replay.delay).toBeNull();
  // A judgment is enforced within a time of its own: the three years for suing no longer matter.
  expect([without.limitation === null, beside.limitation === null]).toEqual([false, true]);
  expect(beside.replay.rows.map(({ computed }) => computed)).toEqual(
    without.replay.rows.map(({ computed }) => computed),
  );
  expect(beside.replay.totals).toEqual(without.replay.totals);
  expect(beside.charges).toEqual(without.charges);
  expect(beside.worksheet.filter(({ component }) => component !== "delay")).toEqual(without.worksheet);
  expect(beside.differences.total).toBe(yuan(-90));
  expect(without.differences.total).toBe(yuan(-6));
});

/** Where the lender pays principal first, less bears the delay: a change of the order explains both. */
test("a change that lowers the principal lowers what bears, and explains the whole", () => {
  const loan = judged();
  const lender: Loan = {
    ...loan,
    terms: { ...loan.terms, order: ["principal", "interest", "compound", "penalty", "fee"] },
  };
  const enforcement = { from: END, judgment: yuan(10_000) };
  const dates = ["2015-08-02", "2015-09-01", "2015-10-01", "2015-12-01"];
  const paid = dates.map((date, index) => lineOf(index + 2, date, "payment", 500));
  const claims = (claimant: Loan): readonly StatementLine[] =>
    replay(claimant, paid, enforcement).rows.map(({ line, balance }) => ({ ...line, claimedTotal: balance.computed }));
  const settings = { deducted: null, pairsOfAnyLength: true };
  const found = explainLines({ loan, enforcement, tolerance: yuan(0.01) }, claims(lender), settings);
  expect(found[0]).toMatchObject({ changes: [{ term: "order" }], remaining: 0 });

  const doubled = { ...loan, terms: { ...loan.terms, rates: [{ from: null, rate: rate(1n, 1000n, "day") }] } };
  const solved = solveLines({ loan, enforcement, tolerance: yuan(0.01) }, claims(doubled));
  expect(solved?.isExact).toBe(true);
  const { low, high } = solved ?? { low: rate(0n, 1n, "day"), high: rate(0n, 1n, "day") };
  expect([low.numerator * 1000n < low.denominator, high.numerator * 1000n > high.denominator]).toEqual([true, true]);
});

test("a waiver that reached it on a day before the balance is counted under each rate that is tried", () => {
  const loan = judged();
  const enforcement = { from: END, judgment: yuan(10_000) };
  const waived = [lineOf(2, "2015-09-01", "waiver", 50, { delay: yuan(50) }), lineOf(3, "2015-12-01", "balance")];
  const claims = replay(loan, waived, enforcement).rows.map(({ line, balance }) =>
    line.kind === "balance" ? { ...line, claimedTotal: balance.computed } : line,
  );
  const solved = solveLines({ loan, enforcement, tolerance: yuan(0.01) }, claims);
  const { low, high } = solved ?? { low: rate(0n, 1n, "day"), high: rate(0n, 1n, "day") };
  expect([low.numerator * 2000n < low.denominator, high.numerator * 2000n > high.denominator]).toEqual([true, true]);
});

/** On 2015-09-01 300.00 of ordinary interest, 10,000.00 of principal and 105.00 for the delay are owed. */
describe("a waiver of charges by its name beside one that names no part", () => {
  const ofCharges = lineOf(2, "2015-09-01", "waiver", 2_000, { waived: CHARGES });
  const given = (found: Found): readonly unknown[] => [found.waived, found.owed];

  test("what it leaves is none of the other's: while principal is owed the interest for delay stays", () => {
    const found = delay([ofCharges, lineOf(3, "2015-09-01", "waiver", 100)]);
    expect(given(found)).toEqual([0, yuan(105)]);
    expect(found.rows.map(({ delay: ofLine }) => ofLine?.owed)).toEqual([yuan(105), yuan(105)]);
  });

  test("where all else is waived, the rest of the other reaches it", () => {
    expect(given(delay([ofCharges, lineOf(3, "2015-09-01", "waiver", 10_350)]))).toEqual([yuan(105), 0]);
  });
});
