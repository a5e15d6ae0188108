/** Plain interest by day count: one debt not yet due, left alone for the days of the case. */

import { expect } from "vitest";
import { addDays, addMonths, type Day, day } from "../../src/loan/day.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import type { DayCount } from "../../src/loan/terms.ts";
import { type Case, testCases } from "./case-file.ts";
import { amount, decimal, instalmentOf, interestTerms, loanOf, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface Input {
  readonly principal?: string;
  readonly annualRate?: string;
  readonly dayCount: string;
  readonly from?: string;
  readonly to?: string;
  readonly days?: number;
  readonly months?: number;
}

interface Expected {
  readonly days?: number;
  readonly interest?: string;
  readonly dailyInterestRounded?: readonly string[];
}

/** Where a case gives a length and no dates; any day of a year without a leap day will do. */
const ANY_DAY = day("2026-01-15");

/** Where a case asks for the days alone, over a year of 360. */
const ONE_YUAN_A_DAY = { principal: "36000", annualRate: "0.01" };

function dayCountOf(words: string): DayCount {
  if (words.startsWith("actual/365")) return "actual/365";
  if (words.startsWith("actual/360")) return "actual/360";
  if (words.startsWith("actual/actual")) return "actual/actual";
  if (words.startsWith("30/360")) return "30/360";
  if (words === "one twelfth per month") return "period";
  throw new Error(`no such day count in the model: ${words}`);
}

function endOf(input: Input, from: Day): Day {
  if (input.to !== undefined) return day(input.to);
  if (input.months !== undefined) return addMonths(from, input.months);
  return addDays(from, input.days ?? 0);
}

testCases<Input, Expected>("accrual.json", {
  skipped: {
    "CFR-ACC-04": "contract interest compounded monthly; the model's contract interest is simple",
    "CFR-ACC-06": "the American 30/360 keeps a last day of 31 after a first day below 30; the model cuts both ends",
    "MWP-ACC-01": "effective yearly rate compounded daily; the model's contract interest is simple",
  },
  check,
});

function check({ input, expected }: Case<Input, Expected>): void {
  const from = input.from === undefined ? ANY_DAY : day(input.from);
  const to = endOf(input, from);
  const dayCount = dayCountOf(input.dayCount);
  const { principal, annualRate } = { ...ONE_YUAN_A_DAY, ...input };
  const terms = interestTerms(decimal(annualRate), dayCount);
  const loan = loanOf(from, [instalmentOf(to, { principal: amount(principal) })], terms);
  const { totals, rows } = runLoan(loan, to);

  if (expected.days !== undefined) {
    const days = dayCount === "30/360" ? totals.accrued.interest / 100 : rows.length;
    expect(days).toBe(expected.days);
  }
  if (expected.interest !== undefined) expect(text(totals.accrued.interest)).toBe(expected.interest);
  if (expected.dailyInterestRounded !== undefined) {
    const daily = runLoan({ ...loan, terms: { ...terms, rounding: { ...USUAL_ROUNDING, when: "daily" } } }, to);
    expect(daily.rows.map((row) => text(row.accrued.interest))).toEqual(expected.dailyInterestRounded);
    expect(totals.accrued.interest).toBe(daily.totals.accrued.interest);
  }
}
