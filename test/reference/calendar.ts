/** The calendar of the reference model, asked of date-fns, so that the engine's own day arithmetic is checked. */

import { UTCDate } from "@date-fns/utc";
import { addMonths } from "date-fns/addMonths";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { getDaysInYear } from "date-fns/getDaysInYear";
import { setDate } from "date-fns/setDate";
import { startOfMonth } from "date-fns/startOfMonth";
import type { Day } from "../../src/loan/day.ts";

const MILLISECONDS_A_DAY = 86_400_000;

function dateOf(day: Day): UTCDate {
  return new UTCDate(day * MILLISECONDS_A_DAY);
}

function dayOfDate(date: Date): Day {
  return (date.getTime() / MILLISECONDS_A_DAY) as Day;
}

export function nextDay(day: Day): Day {
  return (day + 1) as Day;
}

export function dayBefore(day: Day): Day {
  return (day - 1) as Day;
}

/** The same day of the month so many months later (earlier, if negative); the last day of a shorter month. */
export function monthsLater(day: Day, months: number): Day {
  return dayOfDate(addMonths(dateOf(day), months));
}

export function lengthOfYear(day: Day): number {
  return getDaysInYear(dateOf(day));
}

/** The given day of the month in which `day` lies; its last day if it is shorter. */
export function dayOfThatMonth(day: Day, dayOfMonth: number): Day {
  const date = dateOf(day);
  return dayOfDate(setDate(date, Math.min(dayOfMonth, getDaysInMonth(date))));
}

export function firstOfMonth(day: Day): Day {
  return dayOfDate(startOfMonth(dateOf(day)));
}
