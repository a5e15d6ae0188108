/** The effective rate of a contract: the internal rate of what was received against what is to be paid. */

import type { Decimal as DecimalNumber } from "decimal.js";
import { civil, type Day, dayInMonth, monthNumber } from "../loan/day.ts";
import type { AgreedFlows, Loan } from "../loan/loan.ts";

export interface EffectiveRate {
  /** The rate of a month × 12. */
  readonly nominalYearly: number;
  /** Twelve months on one another: (1 + monthly rate)^12 − 1. */
  readonly compoundYearly: number;
}

const DECIMALS = 6;
const DIGITS = 30;
/** Far more than any loan costs: a debt that doubles a thousand times a month. */
const MOST_MONTHLY = 1_000;
const DAYS_A_MONTH = 365 / 12;

/**
 * Of the contract a loan stands under; null where its payments are not known, nor the day from which it was had: what is owed
 * at `asOf` was paid out by then, and not, as is taken otherwise, a month before a first due date that lies further ahead.
 */
export async function effectiveRateOf({ agreedFlows, asOf }: Loan): Promise<EffectiveRate | null> {
  return agreedFlows === null || agreedFlows.paidOutOn > asOf ? null : effectiveRate(agreedFlows);
}

/** To six decimals; null where no rate makes the two equal: nothing was received, or more than all is ever paid. */
export async function effectiveRate(flows: AgreedFlows): Promise<EffectiveRate | null> {
  const { Decimal } = await import("decimal.js");
  const Precise = Decimal.clone({ precision: DIGITS });
  const received = new Precise(flows.received);
  const { payments, unitsAMonth } = withGaps(flows);
  if (received.lte(0) || received.gt(payments.reduce((total, { amount }) => total + amount, 0))) return null;

  /** What is to be paid is worth at a discount, and the change of that with the logarithm of the discount. */
  const worthAt = (discount: DecimalNumber): { readonly worth: DecimalNumber; readonly slope: DecimalNumber } =>
    payments.reduceRight(
      (after, { amount, gap }) => {
        const share = discount.pow(gap);
        const worth = after.worth.plus(amount).times(share);
        return { worth, slope: after.slope.times(share).plus(worth.times(gap)) };
      },
      { worth: new Precise(0), slope: new Precise(0) },
    );

  // The logarithm of the worth is convex in the logarithm of the discount: Newton's steps, begun at no discount at all,
  // never pass the root, and near it each doubles the digits.
  let logarithm = new Precise(0);
  for (;;) {
    const monthly = logarithm.times(unitsAMonth).neg().exp().minus(1);
    if (monthly.gt(MOST_MONTHLY)) return null;
    const { worth, slope } = worthAt(logarithm.exp());
    if (isTiny(worth.div(received).minus(1))) return yearly(monthly);
    if (slope.isZero()) return null;
    logarithm = logarithm.minus(worth.div(received).ln().times(worth).div(slope));
  }
}

function yearly(monthly: DecimalNumber): EffectiveRate {
  return {
    nominalYearly: monthly.times(12).toDecimalPlaces(DECIMALS).toNumber(),
    compoundYearly: monthly.plus(1).pow(12).minus(1).toDecimalPlaces(DECIMALS).toNumber(),
  };
}

/** Nothing or less, or so near to it that no decimal of a rate depends on it. */
function isTiny(share: DecimalNumber): boolean {
  return share.lt("1e-20");
}

interface DatedAmounts {
  /** By date; `gap`: since the payment before it, or since the loan was paid out. */
  readonly payments: readonly { readonly amount: number; readonly gap: number }[];
  /** How many of the gaps' units make a month: one, or the days of a month on average. */
  readonly unitsAMonth: number;
}

/** Whole months where every day is the same of its month (or the last of a shorter one), as a contract counts them; else days. */
function withGaps({ paidOutOn, payments }: AgreedFlows): DatedAmounts {
  const dates = payments.map(({ date }) => date);
  const dayOfMonth = Math.max(...[paidOutOn, ...dates].map((date) => civil(date).day));
  const isMonthly = [paidOutOn, ...dates].every((date) => dayInMonth(date, 0, dayOfMonth) === date);
  const time = (date: Day): number => (isMonthly ? monthNumber(date) : date);
  const gaps = payments.map(({ date, amount }, index) => ({
    amount,
    gap: time(date) - time(dates[index - 1] ?? paidOutOn),
  }));
  return { payments: gaps, unitsAMonth: isMonthly ? 1 : DAYS_A_MONTH };
}
