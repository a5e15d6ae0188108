/** Fees for each missed instalment: `30`, `5%`, `5%:min=10:max=500`, `5%/month`, `30/month`. */

import type { LateFee } from "../loan/loan.ts";
import { type Fen, formatFen } from "../loan/money.ts";
import { readAmountOrZero } from "./amount.ts";
import { readChoice } from "./choice.ts";
import { readShare } from "./decimal.ts";
import { plain } from "./plain-text.ts";
import { bad, type Flaw, good, type Reading } from "./problem.ts";
import { judged, type Ruled, splitSettings } from "./settings.ts";

export const LATE_FEE_BASES = ["instalment", "overdue-principal"] as const;
export const LATE_FEE_TURNS = ["instalment", "month"] as const satisfies readonly LateFee["each"][];

const NAMES = { known: ["min", "max", "of"], repeatable: [] } as const;
type Name = (typeof NAMES)["known"][number];

/** `0` and `none` say that there is no late fee, against a product that has one: they read as null. */
export function readLateFee(written: string): Reading<LateFee | null> {
  const text = plain(written);
  if (text === "") return bad({ code: "empty" });
  if (text.toLowerCase() === "none") return good(null);
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
): Reading<LateFee | null> {
  const misplaced: readonly Flaw[] = [...settings.keys()].map((setting) => ({ code: "setting-misplaced", setting }));
  if (misplaced.length > 0) return bad(...misplaced);
  const amount = readAmountOrZero(charge);
  if (!amount.ok) return amount.flaws.some(isUnreadable) ? bad({ code: "late-fee-unreadable", text: written }) : amount;
  if (amount.value === 0) return good(null);
  return good({ charge: { kind: "fixed", amount: amount.value }, each, minimum: null, maximum: null });
}

function readPercent(
  written: string,
  charge: string,
  each: LateFee["each"],
  { settings }: Ruled<Name>,
): Reading<LateFee | null> {
  const share = readShare(charge);
  if (!share.ok) return share.flaws.some(isUnreadable) ? bad({ code: "late-fee-unreadable", text: written }) : share;
  const of = readChoice(settings.get("of")?.[0] ?? "instalment", LATE_FEE_BASES);
  const minimum = readBound(settings.get("min")?.[0]);
  const maximum = readBound(settings.get("max")?.[0]);
  if (!of.ok || !minimum.ok || !maximum.ok) {
    return bad(...[of, minimum, maximum].flatMap((reading) => (reading.ok ? [] : reading.flaws)));
  }
  const flaw = boundsFlaw(minimum.value, maximum.value);
  if (flaw !== null) return bad(flaw);
  return good({
    charge: { kind: "percent", share: share.value, of: of.value },
    each,
    minimum: minimum.value,
    maximum: maximum.value,
  });
}

function readBound(text: string | undefined): Reading<Fen | null> {
  return text === undefined ? good(null) : readAmountOrZero(text);
}

export function boundsFlaw(minimum: Fen | null, maximum: Fen | null): Flaw | null {
  if (minimum === null || maximum === null || minimum <= maximum) return null;
  return { code: "minimum-above-maximum", minimum: formatFen(minimum), maximum: formatFen(maximum) };
}

function isUnreadable({ code }: Flaw): boolean {
  return code === "amount-unreadable" || code === "share-unreadable" || code === "empty";
}
