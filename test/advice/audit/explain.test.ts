/** Explanations: a statement made under one changed convention is explained by that one, for each that is tried. */

import { describe, expect, test } from "vitest";
import { type AuditSubject, explain } from "../../../src/advice/audit/explain.ts";
import { onReceived } from "../../../src/advice/audit/received.ts";
import { solveRate } from "../../../src/advice/audit/solve-rate.ts";
import { addDays, day } from "../../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../../src/loan/events.ts";
import type { Component, Loan, Payment, Terms } from "../../../src/loan/loan.ts";
import { add, fen } from "../../../src/loan/money.ts";
import { fraction } from "../../../src/loan/rate.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { lineOf, NOT_MORE_THAN_A_FEN, statementOf } from "./statements.ts";

const multiple = (numerator: bigint, denominator: bigint): Partial<Terms> => ({
  penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: fraction(numerator, denominator) } }],
});

/** Three instalments, two overdue and one ahead, at 18 % a year; late fees, and interest that bears compound. */
const TERMS: Partial<Terms> = {
  rates: [{ from: null, rate: { ...fraction(18n, 100n), per: "year" } }],
  ...multiple(3n, 2n),
  compound: "interest",
  dayCount: "actual/360",
  lateFees: [],
};
const DUES = [addDays(AS_OF, -40), addDays(AS_OF, -10), addDays(AS_OF, 20)];
const loanUnder = (terms: Partial<Terms>): Loan =>
  loanOf(
    DUES.map((due) => instalment(due, 10_000, { interest: yuan(450), fee: yuan(80) })),
    { ...TERMS, ...terms },
  );
/** Small, as people pay, at no equal distances. */
const PAYMENTS: Events = {
  ...NO_EVENTS,
  payments: [9, 31, 62, 77, 99, 130].map(
    (days, index): Payment => ({
      date: addDays(AS_OF, days),
      amount: yuan(300 + 137 * index),
      for: null,
      surplus: null,
    }),
  ),
};
const UNTIL = addDays(AS_OF, 131);

function statementUnder(loan: Loan): AuditSubject["lines"] {
  return statementOf({ loan, events: PAYMENTS, until: UNTIL });
}

function explained(lines: AuditSubject["lines"], loan = loanUnder({})): readonly (readonly string[])[] {
  return explain(
    { loan, lines },
    { tolerance: NOT_MORE_THAN_A_FEN, deducted: null, calledOn: null, pairsOfAnyLength: true },
  ).map(({ changes, remaining }) => {
    expect(remaining).toBeLessThanOrEqual(NOT_MORE_THAN_A_FEN);
    return changes.map(({ term }) => term);
  });
}

const PRINCIPAL_FIRST: readonly Component[] = ["principal", "interest", "compound", "penalty", "fee"];

const CHANGES: readonly (readonly [string, Partial<Terms>])[] = [
  ["dayCount", { dayCount: "actual/365" }],
  ["dayCount", { dayCount: "30/360" }],
  ["grace", { grace: { days: 3, kind: "skip" } }],
  ["penalty", multiple(13n, 10n)],
  ["penalty-on-top", multiple(5n, 2n)],
  ["penaltyBase", { penaltyBase: "outstanding-principal" }],
  ["compound", { compound: "all" }],
  ["compound", { compound: "none" }],
  ["compoundRate", { compoundRate: { kind: "contract" } }],
  ["order", { order: PRINCIPAL_FIRST }],
  ["by", { by: "component" }],
  ["orderAfter", { orderAfter: [{ daysOverdue: 91, order: PRINCIPAL_FIRST, by: "component" }] }],
  ["rounding", { rounding: { when: "posting", direction: "half-up", unit: fen(100) } }],
];

describe("one change", () => {
  test.each(CHANGES)("%s explains a statement that was made under it", (term, terms) => {
    const [first, ...others] = explained(statementUnder(loanUnder(terms)));
    expect(first).toEqual([term]);
    // Of one convention several values may come to the same on so few lines, of others none.
    for (const other of others) expect(other).toEqual([term]);
  });

  test("a statement by the terms needs none, and one line too many is named", () => {
    const lines = statementUnder(loanUnder({}));
    const [paid] = lines;
    if (paid === undefined) throw new Error("no line");
    const twice = { ...paid, line: 99, claimedTotal: null, claimedPrincipal: null, byComponent: null };
    expect(explained([...lines, twice])).toEqual([["line"]]);
  });
});

describe("two changes", () => {
  const pairs: readonly (readonly [string, string, Partial<Terms>])[] = [
    ["dayCount", "by", { dayCount: "actual/365", by: "component" }],
    ["order", "penalty", { order: PRINCIPAL_FIRST, ...multiple(13n, 10n) }],
    ["compound", "penalty-on-top", { compound: "none", ...multiple(5n, 2n) }],
    ["grace", "dayCount", { grace: { days: 3, kind: "skip" }, dayCount: "actual/365" }],
  ];
  test.each(pairs)("%s and %s together are found", (one, other, terms) => {
    const [first] = explained(statementUnder(loanUnder(terms)));
    expect(first?.toSorted()).toEqual([one, other].toSorted());
  });
});

describe("the rate backwards", () => {
  /** 50,000 × 1.5 × 0.05 % × 100 days = 3,750.00. */
  const loan = loanOf([instalment(AS_OF, 50_000)], {
    ...multiple(3n, 2n),
    rates: [{ from: null, rate: { ...fraction(1n, 10_000n), per: "day" } }],
  });
  const date = "2027-03-02";

  test("lies between two daily rates that both give the balance, and one step outside does not", () => {
    const solved = solveRate({ loan, lines: [lineOf(2, date, "balance", 53_750)] });
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

  test("is none where less is claimed than the principal, or nothing", () => {
    expect(solveRate({ loan, lines: [lineOf(2, date, "balance", 40_000)] })).toBeNull();
    expect(solveRate({ loan, lines: [lineOf(2, date, "payment", 40)] })).toBeNull();
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
  const [found] = explain(
    { loan, lines },
    { tolerance: NOT_MORE_THAN_A_FEN, deducted: lent, calledOn: null, pairsOfAnyLength: true },
  );
  expect(found?.changes.map(({ term }) => term)).toEqual(["deducted"]);
});
