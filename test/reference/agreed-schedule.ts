/** The instalments of an agreement or a new loan in the reference model, in exact fractions. */

import type { Day } from "../../src/loan/day.ts";
import type { Refinancing } from "../../src/loan/events.ts";
import { nextDay } from "./calendar.ts";
import { dividedBy, type Exact, exact, lesser, NOTHING, plus, roundedHalfUp, roundedUp, times } from "./exact.ts";
import { contractRateOfNight } from "./nightly-rates.ts";
import type { Paper } from "./papers.ts";

type Method = Refinancing["method"];

/** What each instalment takes of the amount: rounded up, and the last is smaller. */
export function capitalAgreed(paper: Paper, amount: bigint, method: Method, from: Day, dues: readonly Day[]): bigint[] {
  const count = dues.length;
  if (method === "equal-principal") return equalParts(amount, roundedUp(dividedBy(exact(amount, 1n), count)), count);
  const rates = periodRates(paper, from, dues);
  const isEnough = (equal: bigint): boolean => lastAmount(amount, equal, rates) <= equal;
  let enough = roundedUp(annuity(amount, monthlyRate(paper), count));
  let step = 1n;
  while (!isEnough(enough)) {
    enough += step;
    step *= 2n;
  }
  // Back to the least that is enough.
  for (; step > 0n; step /= 2n) {
    const less = enough - step;
    if (less >= roundedUp(annuity(amount, monthlyRate(paper), count)) && isEnough(less)) enough = less;
  }
  return capital(amount, enough, rates);
}

/** What each instalment takes of the amount: rounded half-up, and the last takes the rest. */
export function capitalLent(paper: Paper, amount: bigint, method: Method, from: Day, dues: readonly Day[]): bigint[] {
  const count = dues.length;
  if (method === "equal-principal")
    return equalParts(amount, roundedHalfUp(dividedBy(exact(amount, 1n), count)), count);
  const equal = roundedHalfUp(annuity(amount, monthlyRate(paper), count));
  return capital(amount, equal, periodRates(paper, from, dues));
}

function equalParts(amount: bigint, part: bigint, count: number): bigint[] {
  const parts: bigint[] = [];
  let left = amount;
  for (let index = 0; index < count; index += 1) {
    const taken = index === count - 1 ? left : lesser(part, left);
    parts.push(taken);
    left -= taken;
  }
  return parts;
}

/** Row by row: what the equal instalment leaves after interest. */
function capital(amount: bigint, equal: bigint, rates: readonly Exact[]): bigint[] {
  const parts: bigint[] = [];
  let left = amount;
  for (const [index, rate] of rates.entries()) {
    const interest = roundedHalfUp(times(exact(left, 1n), rate));
    const rest = equal > interest ? equal - interest : 0n;
    const taken = index === rates.length - 1 ? left : lesser(rest, left);
    parts.push(taken);
    left -= taken;
  }
  return parts;
}

function lastAmount(amount: bigint, equal: bigint, rates: readonly Exact[]): bigint {
  const last = capital(amount, equal, rates).at(-1) ?? 0n;
  return last + roundedHalfUp(times(exact(last, 1n), rates.at(-1) ?? NOTHING));
}

/** What one unit bears from each due date to the next: the nights in between, added up. */
function periodRates(paper: Paper, from: Day, dues: readonly Day[]): Exact[] {
  return dues.map((due, index) => {
    let rate = NOTHING;
    for (let day = nextDay(dues[index - 1] ?? from); day <= due; day = nextDay(day)) {
      rate = plus(rate, contractRateOfNight(paper, day));
    }
    return rate;
  });
}

function monthlyRate({ terms }: Paper): Exact {
  const stated = terms.rates[0]?.rate;
  if (stated === undefined) throw new Error("an agreement has a rate");
  const given = exact(stated.numerator, stated.denominator);
  switch (stated.per) {
    case "day":
      return times(given, exact(30n, 1n));
    case "month":
      return given;
    case "year":
      return dividedBy(given, 12);
    default:
      return stated.per satisfies never;
  }
}

/** The equal instalment in a closed form: amount ÷ (the sum of what 1 paid in each month is worth today). */
function annuity(amount: bigint, monthly: Exact, months: number): Exact {
  let worth = NOTHING;
  let discount = exact(1n, 1n);
  for (let month = 0; month < months; month += 1) {
    discount = times(discount, exact(monthly.denominator, monthly.denominator + monthly.numerator));
    worth = plus(worth, discount);
  }
  return times(exact(amount, 1n), exact(worth.denominator, worth.numerator));
}
