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
  const unreadable = { code: "unreadable", kind: "days-overdue", text: written } as const;
  if (!due.ok) return invalid(...due.issues.map((issue) => (issue.code === "unreadable" ? unreadable : issue)));
  const first = addDays(asOf, -MOST_DAYS);
  return due.value > asOf || due.value < first
    ? invalid({ code: "out-of-range", text: written, least: formatDay(first), most: formatDay(asOf) })
    : mapped(due, (day) => asOf - day);
}
