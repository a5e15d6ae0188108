/** Grace days: `3`, `3:waive`, `3:skip`. */

import { GRACE_KINDS, type Terms } from "../loan/loan.ts";
import { readChoice } from "./choice.ts";
import { readCount } from "./count.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";

export const GRACE_BOUNDS = { least: 0, most: 366 };

/** Without a kind a grace waives, as the model's default has it. */
export function readGrace(written: string): Parsed<Terms["grace"]> {
  const [daysText = "", kindText, ...more] = plain(written).split(":");
  if (more.length > 0) return invalid({ code: "grace-unreadable", text: written });
  const days = readCount(daysText, GRACE_BOUNDS);
  if (!days.ok) {
    const unreadable = days.issues.some(({ code }) => code === "count-unreadable");
    return unreadable ? invalid({ code: "grace-unreadable", text: written }) : days;
  }
  const kind = kindText === undefined ? ok("waive" as const) : readChoice(kindText, GRACE_KINDS);
  return kind.ok ? ok({ days: days.value, kind: kind.value }) : kind;
}
