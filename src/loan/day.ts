/** The calendar: a day is a whole number of days since 1970-01-01, with no hour and no zone. */

declare const dayBrand: unique symbol;

/** A civil date as a day number; 0 is 1970-01-01. Differences are days. */
export type Day = number & { readonly [dayBrand]: true };

export interface CivilDate {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  /** 1 to 31 */
  readonly day: number;
}

/**
 * The civil date of a day number, and below the way back, after Howard Hinnant's days algorithms. No Date objects:
 * the months of payment streams are stepped in the loop over days, where they cost more than all the rest.
 */
export function civil(day: Day): CivilDate {
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** The day number of a civil date, or null where the calendar has no such day (2027-02-29). */
export function dayOf({ year, month, day }: CivilDate): Day | null {
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return dayNumber(year, month, day);
}

function dayNumber(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) as Day;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** None where there is no such month. */
function daysInMonth(year: number, month: number): number {
  return month === 2 && daysInYear(year) === 366 ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

/** The day `2026-11-22` names, or null where it is not an ISO date or there is no such day. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match === null ? null : dayOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** A day known to be right when the program was written, for tables and tests. Throws otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`not a date: ${text}`);
  return parsed;
}

export function formatDay(day: Day): string {
  const { year, month, day: dayOfMonth } = civil(day);
  return `${String(year).padStart(4, "0")}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}`;
}

/** The month of a day, `2026-11`. */
export function formatMonth(date: Day): string {
  return formatDay(date).slice(0, 7);
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/**
 * The same day of the month `months` later, or the last day of a shorter month.
 * Always step from the first day of a series, never from the step before: the 31st must not become the 28th for good.
 */
export function addMonths(day: Day, months: number): Day {
  return monthsFrom(day)(months);
}

/** The same day of the month, so many months later each time: a series that looks its first day up once. */
export function monthsFrom(first: Day): (months: number) => Day {
  const { year, month, day: dayOfMonth } = civil(first);
  const start = year * 12 + month - 1;
  return (months) => dayInMonthNumber(start + months, dayOfMonth);
}

/** Day `dayOfMonth` of the month that lies `months` after the month of `day`; the last day where the month is shorter. */
export function dayInMonth(day: Day, months: number, dayOfMonth: number): Day {
  return dayInMonthNumber(monthNumber(day) + months, dayOfMonth);
}

/** The last day of the month in which a day lies. */
export function lastOfMonth(day: Day): Day {
  return dayInMonth(day, 0, 31);
}

/** Of weeks from Monday to Sunday: 1970-01-01, day 0, was a Thursday. */
export function weekNumber(day: Day): number {
  return Math.floor((day + 3) / 7);
}

/** The Monday of a week. */
export function firstOfWeek(weekNumber: number): Day {
  return (weekNumber * 7 - 3) as Day;
}

/** Months since the year 0 of the month in which a day lies; a series of months counts on from it. */
export function monthNumber(day: Day): number {
  const { year, month } = civil(day);
  return year * 12 + month - 1;
}

/** Day `dayOfMonth` of a month by its number, or the last day of a shorter one. */
export function dayInMonthNumber(monthNumber: number, dayOfMonth: number): Day {
  const year = Math.floor(monthNumber / 12);
  const month = monthNumber - year * 12 + 1;
  return dayNumber(year, month, dayOfMonth <= 28 ? dayOfMonth : Math.min(dayOfMonth, daysInMonth(year, month)));
}

/** Later than any date. A whole number, so that the days that a run counts with stay integers in the machine too. */
export const NEVER = 1_000_000_000 as Day;

/** A hundred years: as far ahead as anything is looked at. */
export const CENTURY_DAYS = 36_525;
export const DAYS_OF_LONGEST_MONTH = 31;

/**
 * The whole months from one day to another, or null where the days are no whole months apart.
 * The 30th stands for the 31st where the month is shorter: from 28 February to 31 March is one month.
 */
export function wholeMonthsBetween(from: Day, to: Day): number | null {
  const dayOfMonth = Math.max(civil(from).day, civil(to).day);
  const [first, last] = [monthNumber(from), monthNumber(to)];
  const isWhole = dayInMonthNumber(first, dayOfMonth) === from && dayInMonthNumber(last, dayOfMonth) === to;
  return isWhole ? last - first : null;
}

export function daysInYear(year: number): 365 | 366 {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 366 : 365;
}

export function earliest(first: Day, second: Day): Day {
  return first < second ? first : second;
}

export function latest(first: Day, second: Day): Day {
  return first > second ? first : second;
}

/** For sorting: the earliest first. */
export function byDate(one: { readonly date: Day }, other: { readonly date: Day }): number {
  return one.date - other.date;
}
