/** A rate as documents show it: as the exact fraction of one day, so that rates of any period can be compared. */

import type { Fraction } from "./money.ts";
import { dailyRate, type Rate } from "./rate.ts";
import type { DayCount } from "./terms.ts";

/** Of 365 days where the day count gives a year no number of its own. */
const YEAR_DAYS: { readonly [dayCount in DayCount]: number } = {
  "actual/360": 360,
  "actual/365": 365,
  "actual/365.25": 365.25,
  "actual/actual": 365,
  "30/360": 360,
  "months+days/360": 360,
  period: 365,
};

export function shownPerDay(rate: Rate, dayCount: DayCount): Fraction {
  return dailyRate(rate, YEAR_DAYS[dayCount]);
}
