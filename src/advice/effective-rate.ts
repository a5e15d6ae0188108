/** The effective rate of a contract: the internal rate of what was received against what is to be paid. */

import type { Decimal as DecimalNumber } from "decimal.js";
import { civil, type Day, dayInMonth, monthNumber } from "../loan/day.ts";
import type { AgreedFlows } from "../loan/loan.ts";

export interface EffectiveRate {
  /** The rate of a month × 12. */
  readonly nominalYearly: number;
  /** Twelve months on one another: (1 + monthly rate)^12 − 1. */
  readonly compoundYearly: number;
}

const DECIMALS = 6;
const DIGITS = 40;
/** Far more than any loan costs: a debt that doubles a thousand times a month. */
const MOST_MONTHLY = 1_000;
const DAYS_A_MONTH = 365 / 12;
const GUESSES = 100;

/** To six decimals; null where no rate makes the two equal: nothing was received, or more than all is ever paid. */
export async function effectiveRate(flows: AgreedFlows): Promise<EffectiveRate | null> {
  const { Decimal } = await import("decimal.js");
  const Precise = Decimal.clone({ precision: DIGITS });
  const received = new Precise(flows.received);
  const times = monthsAfter(flows);
  const payments = flows.payments.map(({ amount }, index) => ({ amount, months: new Precise(times[index] ?? 0) }));
  if (received.lte(0) || received.gt(payments.reduce((total, { amount }) => total + amount, 0))) return null;

  /** What is to be paid is worth so much more than what was received; it falls as the rate rises. */
  const excess = (monthly: DecimalNumber): DecimalNumber =>
    payments
      .reduce(
        (worth, { amount, months }) => worth.plus(monthly.plus(1).pow(months.neg()).times(amount)),
        new Precise(0),
      )
      .minus(received);

  let low = { rate: new Precise(0), excess: excess(new Precise(0)) };
  let high = { rate: new Precise("0.01"), excess: excess(new Precise("0.01")) };
  while (high.excess.gt(0)) {
    if (high.rate.gt(MOST_MONTHLY)) return null;
    low = high;
    const rate = high.rate.times(4);
    high = { rate, excess: excess(rate) };
  }
  const close = new Precise(10).pow(-DECIMALS * 2);
  for (let guess = 0; guess < GUESSES && high.rate.minus(low.rate).gt(close) && !low.excess.isZero(); guess += 1) {
    const rate = guess % 3 === 2 ? low.rate.plus(high.rate).div(2) : onTheLine(low, high);
    const found = { rate, excess: excess(rate) };
    if (found.excess.gte(0)) low = found;
    else high = found;
  }
  const monthly = low.excess.abs().lt(high.excess.abs()) ? low.rate : high.rate;
  return {
    nominalYearly: monthly.times(12).toDecimalPlaces(DECIMALS).toNumber(),
    compoundYearly: monthly.plus(1).pow(12).minus(1).toDecimalPlaces(DECIMALS).toNumber(),
  };
}

interface Point {
  readonly rate: DecimalNumber;
  readonly excess: DecimalNumber;
}

function onTheLine(low: Point, high: Point): DecimalNumber {
  const share = low.excess.div(low.excess.minus(high.excess));
  return low.rate.plus(high.rate.minus(low.rate).times(share));
}

/** Whole months where every day is the same of its month (or the last of a shorter one), as a contract counts them; else days. */
function monthsAfter({ paidOutOn, payments }: AgreedFlows): readonly number[] {
  const dates = payments.map(({ date }) => date);
  const dayOfMonth = Math.max(...[paidOutOn, ...dates].map((date) => civil(date).day));
  const isMonthly = [paidOutOn, ...dates].every((date) => dayInMonth(date, 0, dayOfMonth) === date);
  const months = (date: Day): number =>
    isMonthly ? monthNumber(date) - monthNumber(paidOutOn) : (date - paidOutOn) / DAYS_A_MONTH;
  return dates.map(months);
}
