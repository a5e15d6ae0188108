/** Day counts: how a stretch of days turns into a share of a month or a year. */

import { civil, type Day, dayOf, daysInYear, earliest, monthsFrom, wholeMonthsBetween } from "./day.ts";
import { type Fen, type Fraction, NOTHING, shareOf, sharesOf } from "./money.ts";
import { addFractions, dailyRate, fraction, monthlyRate, type Rate } from "./rate.ts";
import type { DayCount } from "./terms.ts";

/** Interest on an amount from one day to another, the first day counted and the last not, rounded half-up once. */
export type InterestBetween = (amount: Fen, from: Day, to: Day) => Fen;

/** `firstDue`: the first due date, from which whole months are counted where a day count knows them. */
export function interestBetween(rate: Rate, dayCount: DayCount, firstDue: Day): InterestBetween {
  switch (dayCount) {
    case "actual/360":
    case "actual/365":
    case "actual/365.25": {
      const interestOf = sharesOf(dailyRate(rate, YEAR_DAYS[dayCount]));
      return (amount, from, to) => interestOf(amount, to - from);
    }
    case "actual/actual":
      return (amount, from, to) => shareOf(amount, byCalendarYears(rate, from, to));
    case "30/360": {
      const interestOf = sharesOf(dailyRate(rate, 360));
      return (amount, from, to) => interestOf(amount, thirtyDayCount(to) - thirtyDayCount(from));
    }
    case "months+days/360": {
      const interestOf = sharesOf(dailyRate(rate, 360));
      const countTo = (day: Day): number => monthsAndDaysCount(firstDue, day);
      return (amount, from, to) => interestOf(amount, countTo(to) - countTo(from));
    }
    case "period": {
      const interestOf = sharesOf(monthlyRate(rate));
      return (amount, from, to) => interestOf(amount, monthsOfPeriod(from, to));
    }
    default:
      return dayCount satisfies never;
  }
}

function monthsOfPeriod(from: Day, until: Day): number {
  const months = wholeMonthsBetween(from, until);
  if (months === null) throw new Error("a period of no whole months");
  return months;
}

/** The days of a year; 365 where the day count gives a year no number of its own. */
export const YEAR_DAYS: { readonly [dayCount in DayCount]: number } = {
  "actual/360": 360,
  "actual/365": 365,
  "actual/365.25": 365.25,
  "actual/actual": 365,
  "30/360": 360,
  "months+days/360": 360,
  period: 365,
};

/** A rate as documents show it: as the exact fraction of one day, so that rates of any period can be compared. */
export function shownPerDay(rate: Rate, dayCount: DayCount): Fraction {
  return dailyRate(rate, YEAR_DAYS[dayCount]);
}

/** The nights of each calendar year, divided by its own number of days. */
function byCalendarYears(rate: Rate, from: Day, to: Day): Fraction {
  let total = NOTHING;
  for (let start = from; start < to; ) {
    const { year } = civil(start);
    const end = earliest(to, dayOf({ year: year + 1, month: 1, day: 1 }) ?? to);
    const { numerator, denominator } = dailyRate(rate, daysInYear(year));
    total = addFractions(total, fraction(numerator * BigInt(end - start), denominator));
    start = end;
  }
  return total;
}

/** Days of months of thirty days up to a day, the 31st being the 30th; the difference of two is what 30/360 counts. */
export function thirtyDayCount(date: Day): number {
  const { year, month, day } = civil(date);
  return (year * 12 + month) * 30 + Math.min(day, 30);
}

/** Thirty days for each whole month from an anchor to a day before or after it, and the odd days as they are. */
function monthsAndDaysCount(anchor: Day, date: Day): number {
  const { months, from } = monthAround(anchor, date);
  return months * 30 + (date - from);
}

/** The month, counted from the anchor forwards or backwards, in which a day lies. */
export function monthAround(
  anchor: Day,
  date: Day,
): { readonly months: number; readonly from: Day; readonly until: Day } {
  const monthOf = monthsFrom(anchor);
  let months = Math.floor((date - anchor) / 31);
  while (monthOf(months + 1) <= date) months += 1;
  while (monthOf(months) > date) months -= 1;
  return { months, from: monthOf(months), until: monthOf(months + 1) };
}

/** True where day count `period` may be used: each due date lies whole months after the one before it. */
export function arePeriodsWhole(dues: readonly Day[]): boolean {
  return dues.every((due, index) => {
    const before = dues[index - 1];
    return before === undefined || before === due || wholeMonthsBetween(before, due) !== null;
  });
}
