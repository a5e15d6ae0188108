/** A case's texts turned into the model's words: amounts, rates, instalments, terms, loans. */

import { addDays, type Day, day } from "../../src/loan/day.ts";
import type { Instalment, Loan } from "../../src/loan/loan.ts";
import { type Fen, type Fraction, fen, sum } from "../../src/loan/money.ts";
import { fraction, multiply, parseDecimal, type Rate, type RatePeriod, rate } from "../../src/loan/rate.ts";
import type { DayCount, PenaltyTier, Terms } from "../../src/loan/terms.ts";
import { NO_SPECIAL_TERMS, NOTHING_ELSE } from "../plain.ts";

/** `"0.05"` as an exact fraction. */
export function decimal(text: string): Fraction {
  const parsed = parseDecimal(text);
  if (parsed === null) throw new Error(`not a decimal number: ${text}`);
  return parsed;
}

/** `"1.5"` per cent as an exact fraction. */
export function percent(text: string): Fraction {
  return multiply(decimal(text), fraction(1n, 100n));
}

/** `"1234.50"` as fen. */
export function amount(text: string): Fen {
  const { numerator, denominator } = decimal(text);
  if ((numerator * 100n) % denominator !== 0n) throw new Error(`not a whole number of fen: ${text}`);
  return fen(Number((numerator * 100n) / denominator));
}

/** Fen as the cases write them. */
export { formatFen as text } from "../../src/loan/money.ts";

export function ratePer(per: RatePeriod, value: Fraction): Rate {
  return rate(value.numerator, value.denominator, per);
}

export const NO_RATE: Rate = rate(0n, 1n, "year");

/** One penalty rate for all days overdue. */
export function penaltyAt(penaltyRate: Rate): readonly PenaltyTier[] {
  return [{ fromDaysOverdue: 1, penalty: { kind: "rate", rate: penaltyRate } }];
}

/** One multiple of the contract rate for all days overdue. */
export function penaltyTimes(multiple: string): readonly PenaltyTier[] {
  return [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: decimal(multiple) } }];
}

/** Terms under which nothing accrues and no fee is charged; a case changes what it speaks of. */
export const QUIET_TERMS: Terms = {
  rates: [{ from: null, rate: NO_RATE }],
  interest: "scheduled",
  penalty: penaltyAt(NO_RATE),
  penaltyBase: "overdue-principal",
  compound: "none",
  dayCount: "actual/365",
  grace: { days: 0, kind: "skip" },
  order: ["penalty", "fee", "compound", "interest", "principal"],
  ...NO_SPECIAL_TERMS,
};

/** The terms of a loan that bears interest day by day and no penalty. */
export function interestTerms(yearlyRate: Fraction, dayCount: DayCount): Terms {
  return { ...QUIET_TERMS, rates: [{ from: null, rate: ratePer("year", yearlyRate) }], interest: "accrued", dayCount };
}

const NOTHING = fen(0);

/** An instalment of which only the given balances are not zero. */
export function instalmentOf(due: Day, owed: Partial<Omit<Instalment, "due">>): Instalment {
  return { due, principal: NOTHING, interest: NOTHING, penalty: NOTHING, compound: NOTHING, fee: NOTHING, ...owed };
}

export function loanOf(asOf: Day, instalments: readonly Instalment[], terms: Terms): Loan {
  const borrowed = sum(instalments.map(({ principal }) => principal));
  return { name: null, asOf, instalments, borrowed, terms, charges: [], accelerateOn: null, ...NOTHING_ELSE };
}

export function before(date: string): Day {
  return addDays(day(date), -1);
}
