/** Amounts of money as people write them: `50000`, `50,000.00`, `5万`, `1.5w`, `￥50000`, `50000元`. */

import { AMOUNT_LIMIT, type Fen, fen, formatFen, yuan } from "../../loan/money.ts";
import { field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { type Issue, invalid, ok, type Parsed } from "../problem.ts";

/** Powers of ten of the Chinese units, and of the letters that stand for them in messages. */
const UNIT_DECIMALS: Readonly<Record<string, number>> = { 千: 3, k: 3, 万: 4, 萬: 4, w: 4, 亿: 8 };

/** More digits than this before the point are beyond any limit, and not worth a BigInt. */
const MOST_WHOLE_DIGITS = 16;

/** Commas as thousands separators: groups of three, and all of them. */
export const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
/** As programs write amounts, which is how nearly all of a long file are written: far below any limit. */
const USUAL = /^\d{1,9}(?:\.\d{1,2})?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
/** What may stand around the number: the currency before it, a unit and the currency behind it. */
const AMOUNT = /^([-+]?)(?:¥|rmb|cny|人民币)?\s*(-?)([\d,.]+)\s*([千万萬亿kw])?\s*(?:元整?|块钱?|yuan|cny|rmb)?$/i;

/** `3万8千`; what `3万8` is, is not sure. */
const TWO_UNITS = /(\d)万(\d)千/;

/** A minus behind the number, or brackets around it, as accounts have what is taken off. */
const TAKEN_OFF = /^(?:[^()]*\d[^()]*-|-?\([^()]*\d[^()]*\))$/;

/**
 * A not negative amount in fen. More than two decimals of a yuan are refused even where they are zeros:
 * `1.000` means a thousand to half the world.
 */
export function readAmount(written: string, zero: "allowed" | "refused" = "refused"): Parsed<Fen> {
  const text = plain(written);
  if (USUAL.test(text)) {
    const [whole = "", decimals = ""] = text.split(".");
    const amount = Number(whole) * 100 + Number(decimals.padEnd(2, "0"));
    if (amount > 0) return ok(fen(amount));
  }
  if (text === "") return invalid({ code: "empty" });
  if (/^[¥+-]*[\d.,]+e[+-]?\d+$/i.test(text)) return invalid({ code: "exponent", text: written });
  if (TAKEN_OFF.test(text)) return invalid({ code: "negative", text: written });
  const match = AMOUNT.exec(text.replace(TWO_UNITS, "$1.$2万"));
  const number = match?.[3];
  if (match === null || number === undefined) return invalid({ code: "unreadable", kind: "amount", text: written });
  if (!PLAIN.test(number) && !GROUPED.test(number)) {
    if (number.includes(",")) return invalid({ code: "grouping-wrong", text: written, withPoint: withPoint(number) });
    return invalid({ code: "unreadable", kind: "amount", text: written });
  }
  if (match[1] === "-" || match[2] !== "") return invalid({ code: "negative", text: written });

  const [whole = "", decimals = ""] = number.replaceAll(",", "").split(".");
  const scale = 2 + (UNIT_DECIMALS[match[4]?.toLowerCase() ?? ""] ?? 0);
  if (decimals.length > scale) return invalid({ code: "decimals-too-many", text: written });
  const digits = whole.replace(/^0+/, "");
  if (digits.length > MOST_WHOLE_DIGITS) return tooLarge(written);
  const amount = BigInt(`${digits}${decimals.padEnd(scale, "0")}`);
  if (amount > BigInt(AMOUNT_LIMIT)) return tooLarge(written);
  if (amount === 0n && zero === "refused") return invalid({ code: "zero", text: written });
  return ok(fen(Number(amount)));
}

/** `1.000,50` as `1000.50`: without its comma it would be a hundred times as much. */
function withPoint(number: string): string | null {
  const [, whole, decimals] = /^(\d+|\d{1,3}(?:\.\d{3})+),(\d{1,2})$/.exec(number) ?? [];
  return whole === undefined ? null : `${whole.replaceAll(".", "")}.${decimals}`;
}

/** The digits of an amount without currency and unit, as they are written; null where it is no amount. */
export function digitsOf(text: string): string | null {
  return AMOUNT.exec(text)?.[3] ?? null;
}

/** For places where nothing is a sensible amount too: balances, fees. */
export function readAmountOrZero(written: string): Parsed<Fen> {
  return readAmount(written, "allowed");
}

export const amount = field({ parse: (text) => readAmount(text), format: formatFen, document: yuan });
export const amountOrZero = field({ parse: readAmountOrZero, format: formatFen, document: yuan });

/** Amounts that are each within the limit may still add up to more than the engine can count. */
export function totalIssue(total: number): Issue | null {
  return total > AMOUNT_LIMIT ? { code: "total-too-large", limit: formatFen(AMOUNT_LIMIT) } : null;
}

/** Of amounts that are added up, one after the other: the issue of the one with which the sum passes the limit. */
export function addingUp(): (amount: number) => Issue | null {
  let total = 0;
  return (amount) => {
    const wasTold = totalIssue(total) !== null;
    total += amount;
    return wasTold ? null : totalIssue(total);
  };
}

function tooLarge(text: string): Parsed<never> {
  return invalid({ code: "amount-too-large", text, limit: formatFen(AMOUNT_LIMIT) });
}
