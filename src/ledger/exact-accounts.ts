/**
 * Exact accrual: what a balance bears is kept to the last fraction of a fen.
 * Each account (one component of one instalment) carries the difference between its exact total and what was posted,
 * so that N quiet days post exactly `round(balance × rate × N)`, in however many steps one gets there.
 */

import { divideHalfUp } from "../loan/money.ts";
import type { ScaledRate } from "./rates-in-force.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

export interface ExactAccounts {
  readonly denominator: bigint;
  /** The denominator as a number; NaN sends every posting to the exact path. */
  readonly parts: number;
  /** Remainders in parts of the denominator, from −½ to +½ fen; null where the denominator is no safe integer. */
  readonly remainders: Float64Array | null;
  readonly exactRemainders: bigint[] | null;
}

export function makeAccounts(count: number, denominator: bigint, parts: number): ExactAccounts {
  return Number.isNaN(parts)
    ? { denominator, parts, remainders: null, exactRemainders: new Array<bigint>(count).fill(0n) }
    : { denominator, parts, remainders: new Float64Array(count), exactRemainders: null };
}

export function cloneAccounts(accounts: ExactAccounts): ExactAccounts {
  return {
    ...accounts,
    remainders: accounts.remainders === null ? null : accounts.remainders.slice(),
    exactRemainders: accounts.exactRemainders === null ? null : accounts.exactRemainders.slice(),
  };
}

/** The same accounts over a denominator that is a multiple of the present one; nothing is lost. */
export function rescaleAccounts(accounts: ExactAccounts, denominator: bigint, parts: number): ExactAccounts {
  const count = accounts.remainders?.length ?? accounts.exactRemainders?.length ?? 0;
  const rescaled = makeAccounts(count, denominator, parts);
  const factor = denominator / accounts.denominator;
  for (let slot = 0; slot < count; slot += 1) {
    const exact = remainderOf(accounts, slot) * factor;
    if (rescaled.exactRemainders !== null) rescaled.exactRemainders[slot] = exact;
    else if (rescaled.remainders !== null) rescaled.remainders[slot] = Number(exact);
  }
  return rescaled;
}

export function remainderOf(accounts: ExactAccounts, slot: number): bigint {
  return accounts.exactRemainders?.[slot] ?? BigInt(accounts.remainders?.[slot] ?? 0);
}

export function dropRemainder(accounts: ExactAccounts, slot: number): void {
  if (accounts.remainders !== null) accounts.remainders[slot] = 0;
  else if (accounts.exactRemainders !== null) accounts.exactRemainders[slot] = 0n;
}

/** The fen to post for `nights` nights on `base` fen, the remainder staying in the account (rounding `posting`). */
export function postExactly(
  accounts: ExactAccounts,
  slot: number,
  base: number,
  nights: number,
  rate: ScaledRate,
): number {
  const { remainders, parts } = accounts;
  if (remainders !== null) {
    const total = (remainders[slot] as number) + base * nights * rate.parts;
    // NaN and anything beyond exact integers fall through to the exact path.
    if (total <= SAFE) {
      let posted = Math.floor(total / parts);
      let rest = total - posted * parts;
      if (rest < 0) {
        posted -= 1;
        rest += parts;
      }
      if (rest * 2 >= parts) {
        posted += 1;
        rest -= parts;
      }
      remainders[slot] = rest;
      return posted;
    }
  }
  const total = remainderOf(accounts, slot) + BigInt(base) * BigInt(nights) * rate.exact;
  const posted = divideHalfUp(total, accounts.denominator);
  const rest = total - posted * accounts.denominator;
  if (accounts.exactRemainders !== null) accounts.exactRemainders[slot] = rest;
  else if (remainders !== null) remainders[slot] = Number(rest);
  return Number(posted);
}

/** The fen to post for `nights` nights where each night is rounded half-up by itself (rounding `daily`). */
export function postDaily(accounts: ExactAccounts, base: number, nights: number, rate: ScaledRate): number {
  const product = base * rate.parts;
  if (product <= SAFE && accounts.remainders !== null) {
    let posted = Math.floor(product / accounts.parts);
    const rest = product - posted * accounts.parts;
    if (rest < 0) posted -= 1;
    if ((rest < 0 ? rest + accounts.parts : rest) * 2 >= accounts.parts) posted += 1;
    return posted * nights;
  }
  return Number(divideHalfUp(BigInt(base) * rate.exact, accounts.denominator)) * nights;
}
