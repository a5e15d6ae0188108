/** The grammar of a strategy's specification: a kind, a colon, and what that kind needs to know. */

import { nearestWord } from "./nearest.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "./problem.ts";

export const STRATEGY_HEADS = [
  "none",
  "daily",
  "weekly",
  "monthly",
  "save",
  "lump",
  "agreement",
  "defer",
  "settle",
  "borrow",
] as const;
export type StrategyHead = (typeof STRATEGY_HEADS)[number];

/** How each kind is written, for those who wrote it otherwise. */
const FORMS: { readonly [head in StrategyHead]: string } = {
  none: "none",
  daily: "daily:50",
  weekly: "weekly:350",
  monthly: "monthly:1500@15",
  save: "save:50/day@2027-11-22",
  lump: "lump:20000@2027-03-01",
  agreement: "agreement:months=36",
  defer: "defer:months=3",
  settle: "settle:80%@2027-01-15",
  borrow: "borrow:rate=24%/year",
};

export interface StrategySpec<Head extends StrategyHead = StrategyHead> {
  readonly head: Head;
  /** What follows the colon; null where there is none. */
  readonly body: string | null;
  readonly text: string;
}

export function splitSpec<Head extends StrategyHead>(
  written: string,
  allowed: readonly Head[],
): Parsed<StrategySpec<Head>> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  const colon = text.indexOf(":");
  const word = (colon < 0 ? text : text.slice(0, colon)).trim();
  const head = allowed.find((one) => one === word.toLowerCase());
  if (head === undefined) {
    return invalid({ code: "strategy-unknown", text: word, allowed, nearest: nearestWord(word, allowed) });
  }
  return ok({ head, body: colon < 0 ? null : text.slice(colon + 1).trim(), text });
}

/** A specification that is not in the form of its kind. */
export function unreadable({ head, text }: StrategySpec): Issue {
  return { code: "strategy-unreadable", text, form: FORMS[head] };
}

export function missingDate({ head, text }: StrategySpec): Issue {
  return { code: "strategy-date-missing", text, form: FORMS[head] };
}

/** What the form of a kind shows better. */
const SHOWN_BY_FORM: ReadonlySet<Issue["code"]> = new Set(["empty", "strategy-date-missing", "strategy-cycle-named"]);

/** That a part of a specification is empty says little to those who cannot see which: the form says it. */
export function orUnreadable(spec: StrategySpec, issues: readonly Issue[]): readonly Issue[] {
  if (issues.every(({ code }) => code !== "empty")) return issues;
  return [unreadable(spec), ...issues.filter(({ code }) => !SHOWN_BY_FORM.has(code))];
}

export function missingSetting({ head }: StrategySpec, setting: string): Issue {
  return { code: "strategy-setting-missing", strategy: head, setting, form: FORMS[head] };
}
