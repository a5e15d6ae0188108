/** Dates as people write them, the year first: `2026-11-22`, `2026/11/22`, `2026年11月22日`. Any other order is read two ways somewhere. */

import { UTCDateMini } from "@date-fns/utc/date/mini";
import { getDaysInMonth } from "date-fns/getDaysInMonth";
import { addDays, type Day, day, dayOf, formatDay } from "../../loan/day.ts";
import { type Field, field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { type Dated, type Issue, invalid, ok, type Parsed } from "../problem.ts";

export const EARLIEST = day("1900-01-01");
const LATEST = day("2199-12-31");

/** `2026-11-22`, `2026/1/2`, `2026.1.2`, `2026年11月22日`; without the day it names a month. */
const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})\s*[日号]?|月?)$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Programs that know points in time alone write a date as its midnight. */
const MIDNIGHT = /[ t]00:00(?::00(?:\.0+)?)?$/i;

export function readDate(written: string): Parsed<Day> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const withoutTime = text.replace(MIDNIGHT, "");
  const match = COMPACT.exec(withoutTime) ?? YEAR_FIRST.exec(withoutTime);
  if (match === null) return invalid({ code: "unreadable", kind: "date", text: written });
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
    return invalid(impossible(written, dayOfMonth ?? 0, monthHasDays === null ? null : inMonth(monthHasDays)));
  }
  return invalid({ code: "out-of-range", text: written, least: formatDay(EARLIEST), most: formatDay(LATEST) });
}

/** The last day of the month helps where the month exists and only its length was missed. */
function impossible(text: string, dayOfMonth: number, lastOfMonth: string | null): Issue {
  return { code: "date-impossible", text, lastOfMonth: dayOfMonth > 31 ? null : lastOfMonth };
}

export const date = field({ parse: readDate, format: formatDay });

/** As records of payments have it: `2026-11-22 10:32:11`, where the lender is. With a zone it may be another day there. */
const TIME_OF_DAY = /(?<=\d\s*[日号]?)[ t]+(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?$/i;

/** The day of an entry that may have its time of day too. */
export const dayOfEntry = field({
  format: formatDay,
  parse: (text) => {
    const read = readDate(text);
    if (read.ok) return read;
    const withoutTime = readDate(plain(text).replace(TIME_OF_DAY, ""));
    return withoutTime.ok ? withoutTime : read;
  },
});

/** A date that has to lie after another, at whose close the balances hold. */
export function dateAfter(asOf: Day, kind: Dated): Field<Day> {
  return notEarlier(addDays(asOf, 1), asOf, kind);
}

/** What is agreed holds on `asOf` at the earliest: what was agreed before is in the balances. */
export function dateFrom(asOf: Day, kind: Dated): Field<Day> {
  return notEarlier(asOf, asOf, kind);
}

function notEarlier(first: Day, asOf: Day, kind: Dated): Field<Day> {
  return field({
    format: formatDay,
    parse: (text) => {
      const found = readDate(text);
      if (!found.ok || found.value >= first) return found;
      return invalid({ code: "too-early", kind, date: formatDay(found.value), asOf: formatDay(asOf) });
    },
  });
}
