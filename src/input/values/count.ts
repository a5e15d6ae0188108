/** Whole numbers within bounds: days, months, a day of the month. */

import { CENTURY_DAYS } from "../../loan/day.ts";
import { type Field, field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { invalid, ok, type Parsed } from "../problem.ts";

interface Bounds {
  readonly least: number;
  readonly most: number;
}

/** The units that may stand behind a number. */
type Unit = "days" | "months";

/** No run goes further than this, forwards or backwards. */
export const MOST_DAYS = CENTURY_DAYS;

/** Fifty years: no lender spreads a debt over more. */
export const MONTHS_BOUNDS: Bounds = { least: 1, most: 600 };
const GRACE_BOUNDS: Bounds = { least: 0, most: 366 };

const UNITS: { readonly [unit in Unit]: RegExp } = {
  days: /\s*(?:天|日|days?)$/i,
  months: /\s*(?:个?月|期|months?)$/i,
};

export function readCount(written: string, { least, most }: Bounds, unit?: Unit): Parsed<number> {
  const text = unit === undefined ? plain(written) : plain(written).replace(UNITS[unit], "");
  if (text === "") return invalid({ code: "empty" });
  // A column of numbers with a gap comes out of other programs with decimals: 90.0. Two zeros are what follows a comma of thousands.
  if (!/^-?(?!00)\d+(?:\.0)?$/.test(text)) return invalid({ code: "unreadable", kind: "count", text: written });
  const count = Number(text);
  if (count < least || count > most) {
    return invalid({ code: "out-of-range", text: written, least: String(least), most: String(most) });
  }
  return ok(count === 0 ? 0 : count);
}

export function count(bounds: Bounds, unit?: Unit): Field<number> {
  return field({ parse: (text) => readCount(text, bounds, unit), format: String, document: (value) => value });
}

export const days = count({ least: 0, most: MOST_DAYS }, "days");
export const daysFromOne = count({ least: 1, most: MOST_DAYS }, "days");
export const months = count(MONTHS_BOUNDS, "months");
export const graceDays = count(GRACE_BOUNDS, "days");
