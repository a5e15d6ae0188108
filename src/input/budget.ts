/** The money there is, `1500/month`, and the numbers of months a plan looks at, `12,18,24`. */

import type { Fen } from "../loan/money.ts";
import { readAmount } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { splitAtCommas } from "./comma-parts.ts";
import { readCount } from "./count.ts";
import { plain } from "./plain-text.ts";
import { invalid, issuesOf, ok, type Parsed } from "./problem.ts";
import { MONTHS_BOUNDS } from "./strategy-agreements.ts";

const TURNS = ["day", "week", "month"] as const;

export interface Budget {
  readonly amount: Fen;
  readonly every: (typeof TURNS)[number];
}

const CHINESE_TURNS: ReadonlyMap<string, Budget["every"]> = new Map([
  ["日", "day"],
  ["天", "day"],
  ["周", "week"],
  ["星期", "week"],
  ["月", "month"],
]);

export function readBudget(written: string): Parsed<Budget> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const [amountText = "", turnText] = text.split(/\/(.*)/s).map((side) => side.trim());
  if (amountText === "" || !turnText) return invalid({ code: "budget-unreadable", text: written });
  const amount = readAmount(amountText);
  const every = readTurn(turnText);
  if (!amount.ok || !every.ok) return invalid(...issuesOf(amount, every));
  return ok({ amount: amount.value, every: every.value });
}

export function readTurn(text: string): Parsed<Budget["every"]> {
  return readChoice(CHINESE_TURNS.get(text) ?? text, TURNS);
}

/** Each number once, the smallest first. */
export function readMonthsList(written: string): Parsed<readonly number[]> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const list = splitAtCommas(text, /[,;、]/);
  const readings = list.parts.map((part) => readCount(part, MONTHS_BOUNDS));
  const issues = [...list.issues, ...issuesOf(...readings)];
  if (issues.length > 0) return invalid(...issues);
  const months = new Set(readings.flatMap((reading) => (reading.ok ? [reading.value] : [])));
  return ok([...months].toSorted((fewer, more) => fewer - more));
}
