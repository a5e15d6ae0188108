/** Places where a share or an amount of money may stand: `80%`, `5000`. A bare `0.05` is five percent to some and five fen to others. */

import { formatPercent } from "../../loan/rate.ts";
import { plain } from "../plain-text.ts";
import type { Issue } from "../problem.ts";
import { readAmount } from "./amount.ts";
import { readShare } from "./share.ts";

const BELOW_ONE = /^0?\.\d*[1-9]\d*$/;

/** The issue of a number below one without a sign, or null. */
export function unclearBelowOne(written: string): Issue | null {
  const text = plain(written);
  return BELOW_ONE.test(text) ? eitherOf(text) : null;
}

/** Both ways to write a number that may be meant as either; a part of a fen is no amount. */
export function eitherOf(text: string): Issue {
  const percent = readShare(text.startsWith(".") ? `0${text}` : text);
  const share = percent.ok ? formatPercent(percent.value) : "80%";
  const amount = `${text}元`;
  const forms = readAmount(amount).ok ? ([share, amount] as const) : ([share] as const);
  return { code: "ambiguous", kind: "share-or-amount", text, forms };
}

/** An amount as it can be read again there. */
export function withUnit(amount: string): string {
  return BELOW_ONE.test(amount) ? `${amount}元` : amount;
}
