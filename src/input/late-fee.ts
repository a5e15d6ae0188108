/** Fees for each missed instalment: `30`, `5%`, `5%:min=10:max=500`, `5%/month`, `30/month`. */

import type { LateFee } from "../loan/loan.ts";
import { type Fen, formatFen } from "../loan/money.ts";
import { readAmountOrZero } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { readShare } from "./decimal.ts";
import { judged, type Ruled, splitSettings } from "./mini-language.ts";
import { plain } from "./plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "./problem.ts";

export const LATE_FEE_BASES = ["instalment", "overdue-principal"] as const;
export const LATE_FEE_TURNS = ["instalment", "month"] as const;

const NAMES = { known: ["min", "max", "of"], repeatable: [] } as const;
/** A rule that says nothing more. */
export const UNBOUNDED = {
  afterDaysOverdue: 1,
  graceDays: null,
  minimum: null,
  maximum: null,
  maximumInAll: null,
} as const;

type Name = (typeof NAMES)["known"][number];

/** `0` and `none` say that there is no late fee, against a product that has one: they read as null. */
export function readLateFee(written: string): Parsed<LateFee | null> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  if (text.toLowerCase() === "none") return ok(null);
  const ruled = splitSettings(text, NAMES);
  const match = /^(.*?)\s*(?:\/\s*(month|月))?$/i.exec(ruled.head);
  const charge = match?.[1] ?? "";
  const each = match?.[2] === undefined ? "instalment" : "month";
  const read = charge.endsWith("%") ? readPercent : readFixed;
  return judged(ruled, read(written, charge, each, ruled));
}

function readFixed(
  written: string,
  charge: string,
  each: LateFee["each"],
  { settings }: Ruled<Name>,
): Parsed<LateFee | null> {
  const misplaced: readonly Issue[] = [...settings.keys()].map((setting) => ({ code: "setting-misplaced", setting }));
  if (misplaced.length > 0) return invalid(...misplaced);
  const amount = readAmountOrZero(charge);
  if (!amount.ok)
    return amount.issues.some(isUnreadable) ? invalid({ code: "late-fee-unreadable", text: written }) : amount;
  if (amount.value === 0) return ok(null);
  return ok({ charge: { kind: "fixed", amount: amount.value }, each, ...UNBOUNDED });
}

function readPercent(
  written: string,
  charge: string,
  each: LateFee["each"],
  { settings }: Ruled<Name>,
): Parsed<LateFee | null> {
  const share = readShare(charge);
  if (!share.ok)
    return share.issues.some(isUnreadable) ? invalid({ code: "late-fee-unreadable", text: written }) : share;
  const of = readChoice(settings.get("of")?.[0] ?? "instalment", LATE_FEE_BASES);
  const minimum = readBound(settings.get("min")?.[0]);
  const maximum = readBound(settings.get("max")?.[0]);
  if (!of.ok || !minimum.ok || !maximum.ok) {
    return invalid(...[of, minimum, maximum].flatMap((reading) => (reading.ok ? [] : reading.issues)));
  }
  const issue = boundsIssue(minimum.value, maximum.value);
  if (issue !== null) return invalid(issue);
  return ok({
    charge: { kind: "percent", share: share.value, of: of.value },
    each,
    ...UNBOUNDED,
    minimum: minimum.value,
    maximum: maximum.value,
  });
}

function readBound(text: string | undefined): Parsed<Fen | null> {
  return text === undefined ? ok(null) : readAmountOrZero(text);
}

export function boundsIssue(minimum: Fen | null, maximum: Fen | null): Issue | null {
  if (minimum === null || maximum === null || minimum <= maximum) return null;
  return { code: "minimum-above-maximum", minimum: formatFen(minimum), maximum: formatFen(maximum) };
}

function isUnreadable({ code }: Issue): boolean {
  return code === "amount-unreadable" || code === "share-unreadable" || code === "empty";
}
