/** One loan, the conventions by which a lender may reckon it otherwise, and the statement it writes then. */

import { expect } from "vitest";
import { addDays } from "../../../src/loan/day.ts";
import { type Events, NO_EVENTS } from "../../../src/loan/events.ts";
import type { Loan, Payment } from "../../../src/loan/loan.ts";
import { fen } from "../../../src/loan/money.ts";
import { fraction } from "../../../src/loan/rate.ts";
import { type Rounding, USUAL_ROUNDING } from "../../../src/loan/rounding.ts";
import type { StatementLine } from "../../../src/loan/statement.ts";
import { multipleOfContractRate, PRINCIPAL_FIRST, type Terms } from "../../../src/loan/terms.ts";
import { AS_OF, instalment, loanOf, yuan } from "../../reference/sample-loans.ts";
import { explainLines, NOT_MORE_THAN_A_FEN, statementOf } from "./statements.ts";

export const multiple = (numerator: bigint, denominator: bigint): Partial<Terms> => ({
  penalty: multipleOfContractRate(fraction(numerator, denominator)),
});

/** Three instalments, one overdue and two ahead, at 18 % a year; interest that bears compound. */
export const TERMS: Partial<Terms> = {
  rates: [{ from: null, rate: { ...fraction(18n, 100n), per: "year" } }],
  ...multiple(3n, 2n),
  compound: "interest",
  dayCount: "actual/360",
  lateFees: [],
};
const DUES = [addDays(AS_OF, -40), addDays(AS_OF, 10), addDays(AS_OF, 37)];

export function loanUnder(terms: Partial<Terms> = {}): Loan {
  return loanOf(
    DUES.map((due) => instalment(due, 10_000, { interest: yuan(450), fee: yuan(80) })),
    { ...TERMS, ...terms },
  );
}

/** Small, as people pay, at no equal distances. */
export const PAYMENTS: Events = {
  ...NO_EVENTS,
  payments: [9, 31, 62, 77, 99, 130, 163, 201].map(
    (days, index): Payment => ({
      date: addDays(AS_OF, days),
      amount: yuan(300 + 137 * index),
      for: null,
      surplus: null,
    }),
  ),
};
export const UNTIL = addDays(AS_OF, 202);

export interface ChangedConvention {
  readonly name: string;
  readonly term: string;
  readonly terms?: Partial<Terms>;
  /** Days by which the lender moves due dates, and what is paid. */
  readonly duesLater?: number;
  readonly paymentsLater?: number;
}

const rounded = (rounding: Partial<Rounding>): Partial<Terms> => ({ rounding: { ...USUAL_ROUNDING, ...rounding } });

export const CHANGES: readonly ChangedConvention[] = [
  { name: "actual/365", term: "dayCount", terms: { dayCount: "actual/365" } },
  { name: "30/360", term: "dayCount", terms: { dayCount: "30/360" } },
  { name: "months and days", term: "dayCount", terms: { dayCount: "months+days/360" } },
  { name: "three days of grace", term: "grace", terms: { grace: { days: 3, kind: "skip" } } },
  { name: "penalty × 1.3", term: "penalty", terms: multiple(13n, 10n) },
  { name: "penalty × 2", term: "penalty", terms: multiple(2n, 1n) },
  { name: "penalty on top", term: "penalty-on-top", terms: multiple(5n, 2n) },
  { name: "penalty on all principal", term: "penaltyBase", terms: { penaltyBase: "outstanding-principal" } },
  { name: "penalty on what was borrowed", term: "penaltyBase", terms: { penaltyBase: "borrowed" } },
  { name: "compound on all", term: "compound", terms: { compound: "all" } },
  { name: "compound on nothing", term: "compound", terms: { compound: "none" } },
  { name: "compound at the contract rate", term: "compoundRate", terms: { compoundRate: { kind: "contract" } } },
  { name: "monthly rests", term: "compoundRests", terms: { compoundRests: "month" } },
  { name: "quarterly rests", term: "compoundRests", terms: { compoundRests: "quarter" } },
  { name: "principal first", term: "order", terms: { order: PRINCIPAL_FIRST } },
  { name: "by component", term: "by", terms: { by: "component" } },
  {
    name: "principal first after 90 days",
    term: "orderAfter",
    terms: { orderAfter: [{ daysOverdue: 91, order: PRINCIPAL_FIRST, by: "component" }] },
  },
  { name: "rounded every day", term: "rounding", terms: rounded({ when: "daily" }) },
  { name: "rounded down", term: "rounding", terms: rounded({ direction: "down" }) },
  { name: "whole yuan", term: "rounding", terms: rounded({ unit: fen(100) }) },
  { name: "every day, down", term: "rounding", terms: rounded({ when: "daily", direction: "down" }) },
  { name: "the first day not counted", term: "first-day", duesLater: 1 },
  { name: "the last day counted", term: "last-day", paymentsLater: 1 },
];

/** What a lender writes that reckons by these conventions; by the terms where none is named. */
export function statementUnder(...changes: readonly ChangedConvention[]): readonly StatementLine[] {
  const loan = loanUnder(Object.assign({}, ...changes.map(({ terms }) => terms)) as Partial<Terms>);
  const [duesLater, paymentsLater] = [
    Math.max(0, ...changes.map((one) => one.duesLater ?? 0)),
    Math.max(0, ...changes.map((one) => one.paymentsLater ?? 0)),
  ];
  const instalments = loan.instalments.map((one) => ({ ...one, due: addDays(one.due, duesLater) }));
  const payments = PAYMENTS.payments.map((one) => ({ ...one, date: addDays(one.date, paymentsLater) }));
  const until = addDays(UNTIL, paymentsLater);
  return statementOf({ loan: { ...loan, instalments }, events: { ...PAYMENTS, payments }, until }).map((line) => ({
    ...line,
    date: addDays(line.date, -paymentsLater),
  }));
}

export function groupOfName({ term }: ChangedConvention): string {
  return term === "penalty-on-top" ? "penalty" : term;
}

/** The terms of the changes of each explanation that leaves nothing. */
export function changesFound(
  lines: readonly StatementLine[],
  loan: Loan = loanUnder(),
): readonly (readonly string[])[] {
  const settings = { deducted: null, pairsOfAnyLength: true };
  return explainLines({ loan, enforcement: null, tolerance: NOT_MORE_THAN_A_FEN }, lines, settings).map(
    ({ changes, remaining }) => {
      expect(remaining).toBeLessThanOrEqual(NOT_MORE_THAN_A_FEN);
      return changes.map(({ term }) => term);
    },
  );
}
