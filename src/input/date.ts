/** Dates, in ISO form only: any other is read two ways somewhere. */

import { type Day, day, dayOf, formatDay, parseDay } from "../loan/day.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";

const EARLIEST = day("1900-01-01");
const LATEST = day("2199-12-31");

/** Year first, in another dress: `2026/11/22`, `2026.1.2`, `20261122`, `2026年11月22日`. */
const YEAR_FIRST = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?$/;

export function readDate(written: string): Parsed<Day> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return readIsoDate(text, written);
  const match = YEAR_FIRST.exec(text);
  const found = match === null ? null : calendarDay(match[1], match[2], match[3]);
  if (found !== null) return invalid({ code: "date-format", text: written, iso: formatDay(found) });
  return invalid({ code: "date-unreadable", text: written });
}

function readIsoDate(text: string, written: string): Parsed<Day> {
  const found = parseDay(text);
  if (found === null) return invalid({ code: "date-impossible", text: written, lastOfMonth: lastOfMonth(text) });
  if (found < EARLIEST || found > LATEST) {
    return invalid({
      code: "date-out-of-range",
      text: written,
      earliest: formatDay(EARLIEST),
      latest: formatDay(LATEST),
    });
  }
  return ok(found);
}

/** The last day of the month named, where the month exists and only its length was missed. */
function lastOfMonth(text: string): string | null {
  const [year, month, dayOfMonth] = text.split("-");
  if (Number(dayOfMonth) > 31) return null;
  for (const last of ["30", "29", "28"]) {
    const found = calendarDay(year, month, last);
    if (found !== null) return formatDay(found);
  }
  return null;
}

function calendarDay(year = "", month = "", dayOfMonth = ""): Day | null {
  return dayOf({ year: Number(year), month: Number(month), day: Number(dayOfMonth) });
}
