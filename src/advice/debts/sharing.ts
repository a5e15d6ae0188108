/** Money divided between debts: to one after the other, or to all of them by weights. */

import type { Day } from "../../loan/day.ts";
import { divideUp } from "../../loan/money.ts";
import type { Account } from "./account.ts";
import { type Ranking, ranked } from "./orders.ts";

/** Gives money to one debt after the other; what one does not need goes to the next on the same day. Returns what is left. */
export function payDown(accounts: readonly Account[], money: number, day: Day): number {
  let left = money;
  for (const account of accounts) {
    if (left === 0) break;
    left -= account.take(left, day);
  }
  return left;
}

/** The same in an order that depends on what the debts owe on the day. */
export function payInTurn(accounts: readonly Account[], ranking: Ranking, money: number, day: Day): number {
  const waiting = new Set(accounts.filter(({ isOver }) => !isOver));
  let left = money;
  while (left > 0) {
    const [first] = ranked([...waiting], ranking, day);
    if (first === undefined) break;
    // It may owe more than was known of it, so that another debt is the smallest.
    if (ranking === "snowball" && !first.isKnown(day)) first.learn(day);
    else {
      left -= first.take(left, day);
      waiting.delete(first);
    }
  }
  return left;
}

/** Gives each debt a share by what it owed at the start, the odd fen to the first; what one does not need goes to the others. */
export function shareOut(accounts: readonly Account[], money: number, day: Day): number {
  let left = money;
  for (const account of accounts) if (account.room === 0) account.open(day);
  while (left > 0) {
    const open = accounts.filter(({ room }) => room > 0);
    if (open.length === 0) return left;
    const shares = sharesByWeight(left, open.map(weightOf));
    for (const [index, account] of open.entries()) left -= account.take(shares[index] ?? 0, day);
  }
  return left;
}

function weightOf({ openingOwed }: Account): number {
  return Math.max(1, openingOwed);
}

/** An amount divided by weights, in whole fen that add up to it. */
export function sharesByWeight(amount: number, weights: readonly number[]): readonly number[] {
  const whole = weights.reduce((total, weight) => total + weight, 0);
  let weightBefore = 0;
  let given = 0;
  return weights.map((weight) => {
    weightBefore += weight;
    const upTo = partRoundedUp(amount, weightBefore, whole);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

function partRoundedUp(amount: number, weight: number, whole: number): number {
  const product = amount * weight;
  if (product > Number.MAX_SAFE_INTEGER) return Number(divideUp(BigInt(amount) * BigInt(weight), BigInt(whole)));
  const rest = product % whole;
  return (product - rest) / whole + (rest > 0 ? 1 : 0);
}
