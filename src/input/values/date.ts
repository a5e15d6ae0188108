/**
 * Dates as people write them, the year first: `2026-11-22`, `2026/11/22`, `2026年11月22日`. Any other order is read two ways
 * somewhere, but for a month by its name: `22 November 2026`.
 */

import { UTCDateMini } from "@date-fns/utc/date/mini";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { addDays, addMonths, type Day, day, dayOf, formatDay } from "../../loan/day.ts";
import { type Field, field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { type Dated, type Issue, invalid, mapped, ok, type Parsed } from "../problem.ts";
import { days, MOST_DAYS, months } from "./count.ts";

export const EARLIEST = day("1900-01-01");
const LATEST = day("2199-12-31");

/** `2026-11-22`, `2026/1/2`, `2026.1.2`, `2026年11月22日`; without the day it names a month. */
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*[日号]?|月?)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** `22 November 2026`, `Nov 22, 2026`. */
const DAY_MONTH_YEAR = /^(\d{1,2})[ -]([a-z]+)\.?,?[ -](\d{4})$/i;
const MONTH_DAY_YEAR = /^([a-z]+)\.? (\d{1,2}),? (\d{4})$/i;
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const FULL_MONTHS = "january february march april may june july august september october november december sept".split(
  " ",
);
/** Programs that know points in time alone write a date as its midnight. */
const MIDNIGHT = /[ t]00:00(?::00(?:\.0+)?)?$/i;
/** What a spreadsheet shows of a date in a cell that is formatted as a number: the days since 1899-12-30, and the time of day. */
const SERIAL = /^([2-9]\d{4})(?:\.\d+)?$/;
const SERIAL_BEGINNING = day("1899-12-30");

/** A month by its name in English, brought to the form with the year first. */
function yearFirst(text: string): string {
  const [, dayFirst, nameBehind, year] = DAY_MONTH_YEAR.exec(text) ?? [];
  const [, nameBefore, dayBehind, yearBehind] = MONTH_DAY_YEAR.exec(text) ?? [];
  const name = (nameBehind ?? nameBefore)?.toLowerCase();
  if (name === undefined || !(MONTHS.includes(name) || FULL_MONTHS.includes(name))) return text;
  return `${year ?? yearBehind}-${MONTHS.indexOf(name.slice(0, 3)) + 1}-${dayFirst ?? dayBehind}`;
}

export function readDate(written: string): Parsed<Day> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const withoutTime = text.replace(MIDNIGHT, "");
  const match = COMPACT.exec(withoutTime) ?? YEAR_FIRST.exec(withoutTime) ?? YEAR_FIRST.exec(yearFirst(withoutTime));
  if (match === null) return invalid(serialIssue(text) ?? { code: "unreadable", kind: "date", text: written });
  const [year, month, dayOfMonth] = match.slice(1).map(Number);
  if (year === undefined || month === undefined) throw new Error("a date without a month");
  const found = dayOfMonth === undefined || match[3] === undefined ? null : dayOf({ year, month, day: dayOfMonth });
  if (found !== null && found >= EARLIEST && found <= LATEST) return ok(found);
  const monthHasDays = month >= 1 && month <= 12 ? getDaysInMonth(new UTCDateMini(year, month - 1)) : null;
  const inMonth = (number: number): string => formatDay(dayOf({ year, month, day: number }) ?? EARLIEST);
  if (match[3] === undefined && monthHasDays !== null) {
    return invalid({ code: "date-incomplete", text: written, first: inMonth(1), last: inMonth(monthHasDays) });
  }
  if (found === null) {
    // The last day of the month helps where the month exists and only its length was missed.
    const lastOfMonth = monthHasDays === null || (dayOfMonth ?? 0) > 31 ? null : inMonth(monthHasDays);
    return invalid({ code: "date-impossible", text: written, lastOfMonth });
  }
  return invalid({ code: "out-of-range", text: written, least: formatDay(EARLIEST), most: formatDay(LATEST) });
}

/** There are spreadsheets that count from 1904-01-01, so that a number alone is no day for certain. */
function serialIssue(text: string): Issue | null {
  const [, days] = SERIAL.exec(text) ?? [];
  if (days === undefined) return null;
  return { code: "date-serial", text, date: formatDay(addDays(SERIAL_BEGINNING, Number(days))) };
}

export const date = field({ parse: readDate, format: formatDay });

/**
 * The time of day as records of payments have it: `2026-11-22 10:32:11`, `上午10:32`, `10时32分`, `10:32 PM`; with a zone
 * behind it, as programs write points in time.
 */
const TIME_OF_DAY =
  /(?:(?<=[日号])|[ t]+)(?:(凌晨|早上|上午|中午|下午|am|pm) ?)?(\d{1,2})[:时点](\d{2})(?:[:分](\d{2})(?:\.\d+)?秒?|分)?(?: ?[ap]m| ?(z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;

/** Where the lenders are. */
const CHINA_MINUTES = 8 * 60;

/** The day of an entry that may have its time of day too. */
export function readDayOfEntry(text: string): Parsed<Day> {
  const read = readDate(text);
  if (read.ok) return read;
  const match = TIME_OF_DAY.exec(plain(text));
  const [behind = "", half, hours, minutes, seconds = "0", zone] = match ?? [];
  if (match === null || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return read;
  const withoutTime = readDate(plain(text).slice(0, -behind.length));
  if (!withoutTime.ok || (half !== undefined && zone !== undefined)) return read;
  const inDay = Number(hours) * 60 + Number(minutes);
  return zone === undefined ? withoutTime : inChina(withoutTime.value, text, inDay, zone);
}

/** With a zone it may be another day where the lender is; midnight of a zone is a date that a program wrote so. */
function inChina(written: Day, text: string, inDay: number, zone: string): Parsed<Day> {
  const [, sign = "+", zoneHours = "0", zoneMinutes = "0"] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  const ahead = (sign === "-" ? -1 : 1) * (Number(zoneHours) * 60 + Number(zoneMinutes));
  const there = addDays(written, Math.floor((inDay - ahead + CHINA_MINUTES) / (24 * 60)));
  if (there === written) return ok(written);
  return invalid({ code: "date-zone", text, written: formatDay(written), inChina: formatDay(there) });
}

export const dayOfEntry = field({ format: formatDay, parse: readDayOfEntry });

/** The same of one that has to lie after another, at whose close the balances hold. */
export function dayOfEntryAfter(asOf: Day, kind: Dated): Field<Day> {
  return notEarlier(addDays(asOf, 1), asOf, kind, readDayOfEntry);
}

/** A date that has to lie after another, at whose close the balances hold. */
export function dateAfter(asOf: Day, kind: Dated): Field<Day> {
  return notEarlier(addDays(asOf, 1), asOf, kind);
}

/** What is agreed holds on `asOf` at the earliest: what was agreed before is in the balances. */
export function dateFrom(asOf: Day, kind: Dated): Field<Day> {
  return notEarlier(asOf, asOf, kind);
}

function notEarlier(first: Day, asOf: Day, kind: Dated, read: (text: string) => Parsed<Day> = readDate): Field<Day> {
  return field({
    format: formatDay,
    parse: (text) => {
      const found = read(text);
      if (!found.ok || found.value >= first) return found;
      return invalid({ code: "too-early", kind, date: formatDay(found.value), asOf: formatDay(asOf) });
    },
  });
}

/** How long something has been overdue, as apps show it or people say it: `90`, `90天`, `已逾期90天`, `3个月`, `2026-08-24`: as the number of days at the close of `asOf`. */
export function readDaysOverdue(written: string, asOf: Day): Parsed<number> {
  const since = plain(written)
    .replace(/^已?逾期\s*/, "")
    .replace(/\s*(?:以?前|了|ago)$/i, "");
  // Eight digits are a date.
  if (/^-?\d{1,7}(?:\.0)?\s*(?:天|日|days?)?$/i.test(since)) return days.parse(since);
  // Without its measure word, 3月 is March.
  if (/^\d{1,4}\s*(?:个月|months?)$/i.test(since))
    return mapped(months.parse(since), (count) => asOf - addMonths(asOf, -count));
  const due = readDate(since);
  // A day of no year is told so; all else may have been meant in another way.
  const unreadable = { code: "unreadable", kind: "days-overdue", text: written } as const;
  const isDate = DAY_OF_NO_YEAR.test(since);
  if (!due.ok)
    return invalid(...due.issues.map((issue) => (issue.code === "unreadable" && !isDate ? unreadable : issue)));
  const first = addDays(asOf, -MOST_DAYS);
  return due.value > asOf || due.value < first
    ? invalid({ code: "out-of-range", text: written, least: formatDay(first), most: formatDay(asOf) })
    : mapped(due, (day) => asOf - day);
}

/** `10月28日`, `10/28`. */
const DAY_OF_NO_YEAR = /^\d{1,2}(?:月|[-/.])\d{1,2}[日号]?$/;
