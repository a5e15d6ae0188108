/** What one night costs: the contract rate and the penalty rate of the night from the day before to a day. */

import type { Day } from "../../src/loan/day.ts";
import type { PenaltyRate } from "../../src/loan/loan.ts";
import type { Rate } from "../../src/loan/rate.ts";
import { dayBefore, lengthOfYear, monthsLater } from "./calendar.ts";
import { dividedBy, type Exact, exact, NOTHING, roundedTo, times } from "./exact.ts";
import type { Paper } from "./papers.ts";

/** Interest of that night on one unit of principal not yet due. */
export function contractRateOfNight(loan: Paper, day: Day): Exact {
  const night = dayBefore(day);
  const deferred = loan.deferredRates.findLast(({ from, until }) => from <= night && night < until);
  if (deferred !== undefined) return overTheNight(loan, day, rounded(loan, stated(loan, day, deferred.rate)));
  // Where the contract fixes its interest in advance, nothing runs but the rate of a deferral.
  if (loan.terms.interest === "scheduled") return NOTHING;
  return overTheNight(loan, day, statedContractRate(loan, day));
}

/** Penalty of that night on one unit that is overdue, when the loan is in its `dayNumber`-th day overdue. */
export function penaltyRateOfNight(loan: Paper, day: Day, dayNumber: number): Exact {
  const reached = loan.terms.penalty.findLast((tier) => tier.fromDaysOverdue <= dayNumber);
  if (reached === undefined) throw new Error("no penalty rate for this day overdue");
  return overTheNight(loan, day, statedPenaltyRate(loan, day, reached.penalty));
}

function statedContractRate(loan: Paper, day: Day): Exact {
  const inForce = loan.terms.rates.findLast(({ from }) => from === null || from <= dayBefore(day));
  if (inForce === undefined) throw new Error("no contract rate is in force");
  return rounded(loan, stated(loan, day, inForce.rate));
}

function statedPenaltyRate(loan: Paper, day: Day, penalty: PenaltyRate): Exact {
  switch (penalty.kind) {
    case "rate":
      return rounded(loan, stated(loan, day, penalty.rate));
    case "multiple":
      return rounded(loan, times(statedContractRate(loan, day), penalty.of));
    default:
      return penalty satisfies never;
  }
}

function rounded(loan: Paper, rate: Exact): Exact {
  const decimals = loan.terms.rateDecimals;
  return decimals === null ? rate : roundedTo(rate, decimals);
}

/** The rate per day; where the day count is `period`, per month. */
function stated(loan: Paper, day: Day, rate: Rate): Exact {
  const given = exact(rate.numerator, rate.denominator);
  if (loan.terms.dayCount === "period") {
    switch (rate.per) {
      case "day":
        return times(given, exact(30n, 1n));
      case "month":
        return given;
      case "year":
        return dividedBy(given, 12);
      default:
        return rate.per satisfies never;
    }
  }
  switch (rate.per) {
    case "day":
      return given;
    case "month":
      return dividedBy(given, 30);
    case "year":
      return dividedBy(given, daysOfTheYear(loan.terms.dayCount, dayBefore(day)));
    default:
      return rate.per satisfies never;
  }
}

function daysOfTheYear(dayCount: Paper["terms"]["dayCount"], day: Day): number {
  switch (dayCount) {
    case "actual/360":
      return 360;
    case "actual/365":
      return 365;
    case "actual/actual":
      return lengthOfYear(day);
    default:
      throw new Error(`not yet a day count of the reference: ${dayCount}`);
  }
}

function overTheNight(loan: Paper, day: Day, rate: Exact): Exact {
  return loan.terms.dayCount === "period" ? dividedBy(rate, daysOfThePeriod(loan, day)) : rate;
}

/** The length of the stretch between two due dates in which the night lies: after the one, up to and with the other. */
function daysOfThePeriod(loan: Paper, day: Day): number {
  if (loan.monthsFrom !== null) return daysOfTheMonth(loan.monthsFrom, day);
  const ends = loan.instalments.map(({ due }) => due);
  const [first, last] = [ends.at(0), ends.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a loan has at least one instalment");
  for (let months = 1; monthsLater(first, 1 - months) >= day; months += 1) ends.push(monthsLater(first, -months));
  for (let months = 1; monthsLater(last, months - 1) < day; months += 1) ends.push(monthsLater(last, months));
  const start = Math.max(...ends.filter((end) => end < day));
  const end = Math.min(...ends.filter((end) => end >= day));
  return end - start;
}

/** The length of the month in which the night lies, months being counted from a day. */
function daysOfTheMonth(from: Day, day: Day): number {
  let months = 1;
  while (monthsLater(from, months) < day) months += 1;
  return monthsLater(from, months) - monthsLater(from, months - 1);
}
