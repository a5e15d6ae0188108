/** Which change of a convention, or which two, brings a replay nearest to the statement. Never a verdict on the lender. */

import type { Loan } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { type Candidate, type ConventionChange, candidatesFor, groupOf, isOfCompound } from "./conventions.ts";
import { type Distance, distanceOf, type Limits, NO_LIMITS } from "./replay.ts";
import { type OrderedStatement, orderedStatement } from "./replayed-loan.ts";

/** What is replayed, and may be changed. */
export interface AuditSubject {
  readonly loan: Loan;
  readonly lines: readonly StatementLine[];
}

export interface Explanation {
  readonly changes: readonly ConventionChange[];
  /** The largest difference that is left, whatever its sign. */
  readonly remaining: Fen;
}

export interface ExplainSettings {
  readonly tolerance: Fen;
  /** The loan with what was deducted in advance; null where nothing was. */
  readonly deducted: Loan | null;
  /** The day on which the replay by the terms has the whole loan fall due; null where it does not. */
  readonly calledOn: Loan["accelerateOn"];
  /** Pairs of changes are tried however many lines have to be replayed. */
  readonly pairsOfAnyLength: boolean;
}

interface Trial {
  readonly candidates: readonly Candidate[];
  readonly distance: Distance;
}

const MOST_EXPLANATIONS = 3;
/** Where nothing explains the statement, the nearest pair is looked for among those of so many single changes. */
const NEAREST_FOR_PAIRS = 10;
/** So many lines are replayed for pairs where they are not asked for. */
const MOST_LINES_FOR_PAIRS = 500_000;

/** The single changes after which nothing differs by more than the tolerance; else the pairs; else what comes nearest. */
export function explain(subject: AuditSubject, settings: ExplainSettings): readonly Explanation[] {
  const trials = new Trials(subject, settings);
  const singles = trials.singles();
  const exact = singles.filter(isWhole);
  if (exact.length > 0) return shown(nearestFirst(exact));
  const exactPairs = trials.pairs(singles);
  return shown(exactPairs.length > 0 ? nearestFirst(exactPairs) : trials.nearest(singles));
}

/** Replays under changes. One that is to explain everything is broken off at the first line that still differs. */
class Trials {
  readonly #loan: Loan;
  readonly #statement: OrderedStatement;
  readonly #candidates: readonly Candidate[];
  readonly #untilDifferent: Limits;
  #linesLeftForPairs: number;

  constructor({ loan, lines }: AuditSubject, { tolerance, deducted, calledOn, pairsOfAnyLength }: ExplainSettings) {
    this.#loan = loan;
    this.#statement = orderedStatement(lines);
    this.#candidates = candidatesFor({ loan, statement: this.#statement, deducted, calledOn });
    this.#untilDifferent = { ...NO_LIMITS, ofOne: tolerance };
    this.#linesLeftForPairs = pairsOfAnyLength ? Number.POSITIVE_INFINITY : MOST_LINES_FOR_PAIRS;
  }

  /** Those that agree longest come first. */
  singles(): readonly Trial[] {
    return this.#candidates
      .flatMap((candidate) => this.#attempt([candidate], this.#untilDifferent) ?? [])
      .toSorted((one, other) => linesUntilDifferent(other) - linesUntilDifferent(one));
  }

  /** The pairs that explain everything. One of the two must make a difference by itself until the first line differs. */
  pairs(singles: readonly Trial[]): readonly Trial[] {
    const unchanged = this.#attempt([], this.#untilDifferent);
    const idle = new Set(singles.filter((trial) => isSame(trial, unchanged)).flatMap(({ candidates }) => candidates));
    const explaining: Trial[] = [];
    for (const [first, second] of pairsOf(singles.flatMap(({ candidates }) => candidates))) {
      const isIdle = idle.has(first) && idle.has(second) && !(isOfCompound(first) && isOfCompound(second));
      const trial = isIdle ? null : this.#attemptPair([first, second], this.#untilDifferent);
      if (trial !== null && isWhole(trial)) explaining.push(trial);
    }
    return explaining;
  }

  /** The single change and the pair that come nearest, where they come nearer than no change and than the single one. */
  nearest(singles: readonly Trial[]): readonly Trial[] {
    const unchanged = this.#attempt([], NO_LIMITS)?.distance.sum ?? Number.POSITIVE_INFINITY;
    let nearest: readonly Trial[] = [];
    for (const { candidates } of singles) {
      const below = nearest[NEAREST_FOR_PAIRS - 1]?.distance.sum ?? unchanged;
      const trial = this.#attempt(candidates, { ...NO_LIMITS, ofSum: below - 1 });
      if (trial !== null && isWhole(trial)) nearest = nearestFirst([...nearest, trial]).slice(0, NEAREST_FOR_PAIRS);
    }
    const [single] = nearest;
    if (single === undefined) return [];
    let pair: Trial | null = null;
    const seen = new Set<Candidate>();
    for (const first of nearest.flatMap(({ candidates }) => candidates)) {
      seen.add(first);
      for (const second of this.#candidates) {
        if (seen.has(second)) continue;
        const below = (pair ?? single).distance.sum;
        const trial = this.#attemptPair([first, second], { ...NO_LIMITS, ofSum: below - 1 });
        if (trial !== null && isWhole(trial)) pair = trial;
      }
    }
    return pair === null ? [single] : [single, pair];
  }

  /** Null where the changes exclude each other, or no more lines are to be replayed for pairs. */
  #attemptPair(pair: readonly [Candidate, Candidate], limits: Limits): Trial | null {
    const [first, second] = pair;
    if (groupOf(first) === groupOf(second) || first.standsAlone === true || second.standsAlone === true) return null;
    if (this.#linesLeftForPairs <= 0) return null;
    const trial = this.#attempt(pair, limits);
    this.#linesLeftForPairs -= trial?.distance.lines ?? 0;
    return trial;
  }

  /** Null where the changed debt passes what is counted exactly. */
  #attempt(candidates: readonly Candidate[], limits: Limits): Trial | null {
    const statement = candidates.reduce((before, one) => one.statement?.(before) ?? before, this.#statement);
    const loan = candidates.reduce((before, one) => one.loan?.(before, statement) ?? before, this.#loan);
    const distance = distanceOf(loan, statement, limits);
    return distance === null ? null : { candidates, distance };
  }
}

function shown(trials: readonly Trial[]): readonly Explanation[] {
  return trials.slice(0, MOST_EXPLANATIONS).map(({ candidates, distance: { largest } }) => ({
    changes: candidates.map(({ change }) => change),
    remaining: largest,
  }));
}

function isWhole({ distance: { brokenOff } }: Trial): boolean {
  return !brokenOff;
}

function nearestFirst(trials: readonly Trial[]): readonly Trial[] {
  return trials.toSorted((one, other) => one.distance.sum - other.distance.sum);
}

function linesUntilDifferent({ distance: { brokenOff, lines } }: Trial): number {
  return brokenOff ? lines : Number.POSITIVE_INFINITY;
}

function isSame({ distance }: Trial, other: Trial | null): boolean {
  return other !== null && distance.lines === other.distance.lines && distance.sum === other.distance.sum;
}

function* pairsOf(candidates: readonly Candidate[]): Generator<readonly [Candidate, Candidate]> {
  for (const [index, second] of candidates.entries()) {
    for (const first of candidates.slice(0, index)) yield [first, second];
  }
}
