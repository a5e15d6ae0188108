/** Whole numbers within bounds: days, months, a day of the month. */

import { CENTURY_DAYS } from "../loan/day.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";

export interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** Further no run goes, forwards or backwards. */
export const MOST_DAYS = CENTURY_DAYS;

export function readCount(written: string, { least, most }: Bounds): Parsed<number> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  if (!/^-?\d+$/.test(text)) return invalid({ code: "count-unreadable", text: written });
  const count = Number(text);
  if (count < least || count > most) return invalid({ code: "count-out-of-range", text: written, least, most });
  return ok(count === 0 ? 0 : count);
}
