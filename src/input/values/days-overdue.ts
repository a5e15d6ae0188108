/** How long something has been overdue, as apps show it or people say it: the days, the months, or the day it fell due. */

import { addDays, addMonths, type Day, formatDay } from "../../loan/day.ts";
import { plain } from "../plain-text.ts";
import { invalid, mapped, type Parsed } from "../problem.ts";
import { days, MOST_DAYS, months } from "./count.ts";
import { readDate } from "./date.ts";

/** `90`, `90天`, `已逾期90天`, `3个月`, `2026-08-24`: as the number of days at the close of `asOf`. */
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
