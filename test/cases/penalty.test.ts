/** Overdue penalty by rate, and late charges by rule. */

import { expect } from "vitest";
import { addDays, type Day, day } from "../../src/loan/day.ts";
import type { LateFee } from "../../src/loan/late-fee.ts";
import { USUAL_LATE_FEE } from "../../src/loan/late-fee.ts";
import { fen } from "../../src/loan/money.ts";
import { fraction, multiply } from "../../src/loan/rate.ts";
import type { PenaltyTier, Terms } from "../../src/loan/terms.ts";
import { testCases } from "./case-file.ts";
import { amount, decimal, instalmentOf, loanOf, penaltyTimes, percent, QUIET_TERMS, ratePer, text } from "./papers.ts";
import { runLoan } from "./run.ts";

interface ChargeInput {
  readonly overdueAmount: string;
  readonly chargePercent: string;
  readonly instalmentsOverdue?: number;
  readonly due?: string;
  readonly graceDays?: number;
}

interface RateInput {
  readonly overdueAmount: string;
  readonly daysLate: number;
  readonly baseAnnualRatePercent: string;
  readonly penaltyMultiplier?: string;
  readonly graceDays?: number;
  readonly minimumPenalty?: string;
  readonly maximumAnnualRatePercent?: string;
  readonly tiers?: readonly { readonly fromDay: number; readonly multiplier: string }[];
}

interface Expected {
  readonly penalty?: string;
  readonly penaltyTotal?: string;
  readonly daysCharged?: number;
  readonly byDate?: readonly { readonly endOfDay: string; readonly penalty: string }[];
  readonly daysByTier?: readonly number[];
  readonly penaltyByTier?: readonly string[];
  readonly effectiveAnnualRatePercent?: string;
}

const ANY_DUE = day("2026-03-01");

/** These sources charge at the close of the due date (plus grace); the model does so on the day after it. */
const DAYS_LATER = 1;

testCases<ChargeInput | RateInput, Expected>("penalty.json", {
  skipped: {},
  inPart: {
    "FIN-PEN-03": "the amount, and its day less one: the model charges on the day after",
    "FIN-PEN-04": "the amount, and its day less one: the model charges on the day after",
    "CFR-PEN-04": "the minimum is that of a fee by rule: the model has none for a penalty by rate",
  },
  check: ({ input, expected }) => {
    if ("chargePercent" in input) checkCharge(input, expected);
    else if (input.minimumPenalty !== undefined) checkMinimum(input, input.minimumPenalty, expected);
    else if (input.maximumAnnualRatePercent !== undefined) checkCap(input, input.maximumAnnualRatePercent, expected);
    else checkRate(input, expected);
  },
});

function checkCharge(input: ChargeInput, expected: Expected): void {
  const due = input.due === undefined ? ANY_DUE : day(input.due);
  const graceDays = input.graceDays ?? 0;
  const dues = Array.from({ length: input.instalmentsOverdue ?? 1 }, (_, index) => addDays(due, 30 * index));
  const owed = { principal: amount(input.overdueAmount) };
  const terms: Terms = {
    ...QUIET_TERMS,
    grace: { days: graceDays, kind: "skip" },
    lateFees: [lateFee(percent(input.chargePercent))],
  };
  const until = addDays(dues.at(-1) ?? due, graceDays + DAYS_LATER);
  const loan = loanOf(
    addDays(due, -2),
    dues.map((date) => instalmentOf(date, owed)),
    terms,
  );
  const { rows, totals, on } = runLoan(loan, until);
  const charged = rows.map((row) => text(row.charged.fee)).filter((fee) => fee !== "0.00");
  const each = expected.penalty === "0.00" ? [] : dues.map(() => expected.penalty);
  expect(charged).toEqual(each);
  if (expected.penaltyTotal !== undefined) expect(text(totals.charged.fee)).toBe(expected.penaltyTotal);
  for (const { endOfDay, penalty } of expected.byDate ?? []) {
    expect(text(on(addDays(day(endOfDay), DAYS_LATER))?.owed.fee ?? fen(-1))).toBe(penalty);
  }
}

function checkRate(input: RateInput, expected: Expected): void {
  const graceDays = input.graceDays ?? 0;
  const { rows, totals } = runOverdue(input, {
    ...rateTerms(input),
    grace: { days: graceDays, kind: "skip" },
    penalty: tiersOf(input),
  });
  const wanted = expected.penalty ?? expected.penaltyTotal;
  expect(text(totals.accrued.penalty)).toBe(wanted);
  if (expected.daysCharged !== undefined) {
    expect(rows.filter((row) => row.accrued.penalty > 0).length).toBe(expected.daysCharged);
  }
  let first = 0;
  for (const [index, days] of (expected.daysByTier ?? []).entries()) {
    const posted = rows.slice(first, first + days).reduce((total, row) => total + row.accrued.penalty, 0);
    expect(text(fen(posted))).toBe(expected.penaltyByTier?.[index]);
    first += days;
  }
  if (expected.daysByTier !== undefined) expect(first).toBe(rows.length);
}

/** The model knows a minimum for fees only: the penalty of these days is asked as one fee by rule. */
function checkMinimum(input: RateInput, minimum: string, expected: Expected): void {
  const yearly = multiply(percent(input.baseAnnualRatePercent), decimal(input.penaltyMultiplier ?? "1"));
  const share = multiply(yearly, fraction(BigInt(input.daysLate), 365n));
  const { totals } = runOverdue(input, { ...QUIET_TERMS, lateFees: [{ ...lateFee(share), minimum: amount(minimum) }] });
  expect(text(totals.charged.fee)).toBe(expected.penalty);
}

/** A year on 100.00 bears as many yuan as the rate has per cent. */
function checkCap(input: RateInput, most: string, expected: Expected): void {
  const overdue = { ...input, overdueAmount: "100.00", daysLate: 365 };
  const caps = [{ kind: "rate", of: "penalty", rate: ratePer("year", percent(most)) }] as const;
  const { totals } = runOverdue(overdue, { ...rateTerms(input), penalty: tiersOf(input), caps });
  expect(totals.accrued.penalty).toBe(amount(expected.effectiveAnnualRatePercent ?? ""));
}

function runOverdue(input: RateInput, terms: Terms): ReturnType<typeof runLoan> {
  const due: Day = ANY_DUE;
  const loan = loanOf(due, [instalmentOf(due, { principal: amount(input.overdueAmount) })], terms);
  return runLoan(loan, addDays(due, input.daysLate));
}

function rateTerms(input: RateInput): Terms {
  return { ...QUIET_TERMS, rates: [{ from: null, rate: ratePer("year", percent(input.baseAnnualRatePercent)) }] };
}

function tiersOf(input: RateInput): readonly PenaltyTier[] {
  if (input.tiers === undefined) return penaltyTimes(input.penaltyMultiplier ?? "1");
  return input.tiers.map(({ fromDay, multiplier }) => ({
    fromDaysOverdue: fromDay,
    penalty: { kind: "multiple", of: decimal(multiplier) },
  }));
}

function lateFee(share: { numerator: bigint; denominator: bigint }): LateFee {
  return { charge: { kind: "percent", share, of: "instalment" }, ...USUAL_LATE_FEE };
}
