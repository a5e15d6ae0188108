/** The rate backwards: between which daily rates the terms give the balance that a lender claims. */

import { loanUnder } from "../../loan/contract.ts";
import type { Fen, Fraction } from "../../loan/money.ts";
import { fraction, multiply, rate } from "../../loan/rate.ts";
import { isMovement, type StatementLine } from "../../loan/statement.ts";
import type { Terms } from "../../loan/terms.ts";
import { type AuditSubject, owedOnLine, type Replay } from "./replay.ts";
import { orderedStatement } from "./replayed-loan.ts";

/** Daily rates; the yearly figures are theirs for 360 and 365 days. */
export interface SolvedRate {
  readonly low: Fraction;
  readonly high: Fraction;
  /** Both give the balance to the fen, and the next ones outside do not; else the balance lies between theirs. */
  readonly isExact: boolean;
  /** The higher is the highest that was tried: higher ones give the balance too, as far as is known. */
  readonly isHighestTried: boolean;
  readonly yearly360: { readonly low: Fraction; readonly high: Fraction };
  readonly yearly365: { readonly low: Fraction; readonly high: Fraction };
}

/** A step of the search: a trillionth a day, far less than a fen of the largest debt in a day is worth asking for. */
const STEPS_A_DAY = 1_000_000_000_000n;
/** 10 % a day. */
const MOST_STEPS = STEPS_A_DAY / 10n;

/** Null where no balance is claimed, or no rate up to 10 % a day is found that reaches it. */
export function solveRate(subject: AuditSubject, { rows, statement: { lines } }: Replay): SolvedRate | null {
  const { loan } = subject;
  const at = rows.findLastIndex(({ balance }) => balance.claimed !== null);
  const row = rows[at];
  const target = row?.balance.claimed ?? null;
  if (row === undefined || target === null) return null;
  const { line: claimed } = row;
  // Under each rate a balance is taken where it is read: before what its day moves, or after that.
  const movesAfter = rows.slice(at).some(({ line }) => isMovement(line) && line.date === claimed.date);
  const settled: StatementLine = { ...claimed, amongPayments: movesAfter ? "first" : "last" };
  // Rates that the statement names stand in the way of the one that is looked for.
  const statement = orderedStatement(
    lines.map((line) => (line === claimed && line.kind === "balance" ? settled : { ...line, rates: [] })),
  );
  const owed = owedOnLine(subject, statement, row);
  const owedAt = (steps: bigint): number => {
    const rates = [{ from: null, rate: rate(steps, STEPS_A_DAY, "day") }];
    return owed(loanUnder(loan, { ...loan.terms, rates }));
  };
  const reaches = (steps: bigint): boolean => owedAt(steps) >= target;
  const most = reaches(MOST_STEPS) ? MOST_STEPS : reachedUnderCap(owedAt, target, loan.terms);
  if (most === null) return null;
  const atLeast = firstStep(reaches, most);
  if (owedAt(atLeast) > target) return atLeast === 0n ? null : solved(atLeast - 1n, atLeast, false);
  if (owedAt(most) > target) return solved(atLeast, firstStep((steps) => owedAt(steps) > target, most) - 1n, true);
  if (most === MOST_STEPS) return solved(atLeast, most, true);
  return solved(atLeast, firstStep((steps) => steps > most && !reaches(steps), MOST_STEPS) - 1n, true);
}

/**
 * So many steps that a balance is reached which the highest rate does not reach; null where none are found. What is owed
 * rises with the rate; only a cap makes it fall again, as charges that are cut off earlier leave more of a payment to
 * the principal. The top between is closed in on by thirds: the one with less is left out, the upper one of equals.
 */
function reachedUnderCap(owedAt: (steps: bigint) => number, target: Fen, { caps }: Terms): bigint | null {
  if (caps.every(({ kind }) => kind === "rate")) return null;
  let [low, high] = [0n, MOST_STEPS];
  while (high - low > 2n) {
    const third = (high - low) / 3n;
    const [lower, upper] = [low + third, high - third];
    const [ofLower, ofUpper] = [owedAt(lower), owedAt(upper)];
    if (ofLower >= target) return lower;
    if (ofUpper >= target) return upper;
    if (ofLower < ofUpper) low = lower;
    else high = upper;
  }
  return null;
}

/** The first number of steps for which something holds that holds for all above, up to `most`. */
export function firstStep(holds: (steps: bigint) => boolean, most: bigint): bigint {
  let [low, high] = [-1n, most];
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function solved(lowSteps: bigint, highSteps: bigint, isExact: boolean): SolvedRate {
  const low = fraction(lowSteps, STEPS_A_DAY);
  const high = fraction(highSteps, STEPS_A_DAY);
  const yearly = (days: bigint) => ({
    low: multiply(low, fraction(days, 1n)),
    high: multiply(high, fraction(days, 1n)),
  });
  return {
    low,
    high,
    isExact,
    isHighestTried: highSteps === MOST_STEPS,
    yearly360: yearly(360n),
    yearly365: yearly(365n),
  };
}
