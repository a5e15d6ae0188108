/** The smallest amount of a repeated payment that reaches a goal, found exactly, on whole fen. */

import { type Fen, fen, ZERO } from "../loan/money.ts";

/** What an amount comes to. */
export interface Attempt<Result> {
  /** By how much each payment falls short, about, where that is above 0; else the goal is reached, with so much to spare. */
  readonly shortfall: number;
  readonly result: Result;
}

interface Trial<Result> extends Attempt<Result> {
  readonly amount: Fen;
}

interface Search<Result> {
  readonly attempt: (amount: Fen) => Attempt<Result>;
  /** A guess from a closed form, given what paying nothing comes to. */
  readonly start: (nothing: Attempt<Result>) => number;
  readonly most: Fen;
}

/** After so many guesses the search goes on by halving, so that it always ends, whatever the terms. */
const GUESSES = 16;

/** The smallest amount from 0 to `most` that reaches the goal: one fen less does not. Null where not even `most` does. */
export function smallestReaching<Result>({ attempt, start, most }: Search<Result>): Trial<Result> | null {
  const tried = (amount: number): Trial<Result> => {
    const whole = fen(Math.min(most, Math.max(1, amount)));
    return { amount: whole, ...attempt(whole) };
  };
  let tooLittle: Trial<Result> = { amount: ZERO, ...attempt(ZERO) };
  if (tooLittle.shortfall <= 0) return tooLittle;
  let trial = tried(Math.ceil(start(tooLittle)));
  let worth = 1;
  for (let step = 1; trial.shortfall > 0; step *= 2) {
    if (trial.amount >= most) return null;
    tooLittle = trial;
    trial = tried(tooLittle.amount + Math.max(step, Math.ceil(tooLittle.shortfall / worth)));
    worth = worthOfFen(tooLittle, trial);
  }
  for (let step = 1; tooLittle.amount === 0 && trial.amount > 1; step *= 2) {
    const lower = tried(trial.amount - Math.max(step, Math.floor(-trial.shortfall / worth) + 1));
    worth = worthOfFen(lower, trial);
    if (lower.shortfall > 0) tooLittle = lower;
    else trial = lower;
  }
  return between(tried, tooLittle, trial);
}

/** By how much a fen more lowers the shortfall. */
function worthOfFen(less: Point, more: Point): number {
  const worth = (less.shortfall - more.shortfall) / (more.amount - less.amount);
  return worth > 0 ? worth : 1;
}

type Point = Pick<Trial<never>, "amount" | "shortfall">;

/**
 * Between an amount that does not reach the goal and one that does. What is missing falls with the amount nearly in a
 * straight line, so that each guess lies where the line between the two comes to nothing; where one of the two stays
 * twice, its shortfall counts half (the Illinois rule), so that it does not stay for long.
 */
function between<Result>(
  tried: (amount: number) => Trial<Result>,
  least: Trial<Result>,
  most: Trial<Result>,
): Trial<Result> {
  let tooLittle: Point = least;
  let enough: Point = most;
  let found = most;
  let moved: "too-little" | "enough" | null = null;
  for (let runs = 0; enough.amount - tooLittle.amount > 1; runs += 1) {
    const trial = tried(nextAmount(tooLittle, enough, runs));
    if (trial.shortfall > 0) {
      if (moved === "too-little") enough = halved(enough);
      moved = "too-little";
      tooLittle = trial;
    } else {
      if (moved === "enough") tooLittle = halved(tooLittle);
      moved = "enough";
      enough = trial;
      found = trial;
    }
  }
  return found;
}

function halved({ amount, shortfall }: Point): Point {
  return { amount, shortfall: shortfall / 2 };
}

function nextAmount(tooLittle: Point, enough: Point, runs: number): number {
  const width = enough.amount - tooLittle.amount;
  const share = runs < GUESSES ? tooLittle.shortfall / (tooLittle.shortfall - enough.shortfall) : 0.5;
  return tooLittle.amount + Math.min(width - 1, Math.max(1, Math.floor(width * share)));
}
