/** The money there is, `1500/month`, and the numbers of months a plan looks at, `12,18,24`. */

import type { Budget } from "../../loan/budget.ts";
import { plain } from "../plain-text.ts";
import { type Issue, invalid, issuesOf, ok, type Parsed, together } from "../problem.ts";
import { readAmount } from "./amount.ts";
import { MONTHS_BOUNDS, readCount } from "./count.ts";
import { turn } from "./words.ts";

/** `1500/month`, `每月1500`. */
export function readBudget(written: string, zero: "allowed" | "refused" = "refused"): Parsed<Budget> {
  const text = turnLast(plain(written));
  if (text === "") return invalid({ code: "empty" });
  const [amountText = "", turnText] = text.split(/\/(.*)/s).map((side) => side.trim());
  if (amountText === "" || !turnText) return invalid({ code: "unreadable", kind: "budget", text: written });
  return together({ amount: readAmount(amountText, zero), every: turn.parse(turnText) });
}

/** The cycle may be written without a slash: `每月1500`, `每月15日还1500`, `月供1500`, `每3天50`, `50元每天`, `50 a day` → `1500/月`. */
export function turnLast(text: string): string {
  return text
    .replace(/^月供\s*/, "每月")
    .replace(/每个(?=月|星期)/, "每")
    .replace(/^每月(\d{1,2})[日号]\s*(?:还款|还|付|存)?\s*([^:：@/]+)/, "$2/月@$1")
    .replace(/^每(\d*(?:日|天)|周|星期|月)\s*(?:还款|还|付|存)?\s*([^:：@/]+)/, "$2/$1")
    .replace(/^([^:：@/]+?)\s*(?:每|\s(?:an?|per)\s+)(日|天|周|星期|月|day|week|month)(?=$|[:：@])/i, "$1/$2");
}

/** Each number once, the smallest first. */
export function readMonthsList(written: string): Parsed<readonly number[]> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const parts = text.split(/[,;、]/).map((part) => part.trim());
  const readings = parts.filter((part) => part !== "").map((part) => readCount(part, MONTHS_BOUNDS, "months"));
  const empty = parts.flatMap((part, index): readonly Issue[] =>
    part === "" && parts[index - 1] !== "" ? [{ code: "part-empty", text: around(parts, index) }] : [],
  );
  const issues = [...empty, ...issuesOf(...readings)];
  if (issues.length > 0) return invalid(...issues);
  const months = new Set(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])));
  return ok([...months].toSorted((fewer, more) => fewer - more));
}

/** The empty part with its neighbours, so that one sees which it is. */
function around(all: readonly string[], index: number): string {
  const next = all.findIndex((part, other) => other > index && part !== "");
  return all.slice(Math.max(index - 1, 0), next < 0 ? all.length : next + 1).join(",");
}
