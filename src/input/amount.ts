/** Amounts of money as people write them: `50000`, `50,000.00`, `5万`, `￥50000`, `50000元`. */

import { AMOUNT_LIMIT, type Fen, fen, formatFen } from "../loan/money.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";

/** Powers of ten of the Chinese units. */
const UNIT_DECIMALS = { 万: 4, 亿: 8 } as const;

/** More digits than this before the point are beyond any limit, and not worth a BigInt. */
const MOST_WHOLE_DIGITS = 16;

/** Commas as thousands separators: groups of three, and all of them. */
export const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const PLAIN = /^\d+(?:\.\d+)?$/;

/**
 * A not negative amount in fen. More than two decimals of a yuan are refused even where they are zeros:
 * `1.000` means a thousand to half the platform.
 */
export function readAmount(written: string, zero: "allowed" | "refused" = "refused"): Parsed<Fen> {
  const text = plain(written);
  if (text === "") return invalid({ code: "empty" });
  if (/^[¥+-]*[\d.,]+e[+-]?\d+$/i.test(text)) return invalid({ code: "amount-exponent", text: written });
  const match = /^(-?)¥?\s*(-?)([\d,.]+)\s*(万|亿)?\s*元?$/.exec(text);
  const number = match?.[3];
  if (match === null || number === undefined) return invalid({ code: "amount-unreadable", text: written });
  if (!PLAIN.test(number) && !GROUPED.test(number)) {
    return invalid({ code: number.includes(",") ? "amount-grouping" : "amount-unreadable", text: written });
  }
  if (match[1] !== "" || match[2] !== "") return invalid({ code: "amount-negative", text: written });

  const [whole = "", decimals = ""] = number.replaceAll(",", "").split(".");
  const scale = 2 + (match[4] === undefined ? 0 : UNIT_DECIMALS[match[4] as keyof typeof UNIT_DECIMALS]);
  if (decimals.length > scale) return invalid({ code: "amount-decimals", text: written });
  const digits = whole.replace(/^0+/, "");
  if (digits.length > MOST_WHOLE_DIGITS) return tooLarge(written);
  const amount = BigInt(`${digits}${decimals.padEnd(scale, "0")}`);
  if (amount > BigInt(AMOUNT_LIMIT)) return tooLarge(written);
  if (amount === 0n && zero === "refused") return invalid({ code: "amount-zero", text: written });
  return ok(fen(Number(amount)));
}

/** For places where nothing is a sensible amount too: balances, fees. */
export function readAmountOrZero(written: string): Parsed<Fen> {
  return readAmount(written, "allowed");
}

function tooLarge(text: string): Parsed<never> {
  return invalid({ code: "amount-too-large", text, limit: formatFen(AMOUNT_LIMIT) });
}
