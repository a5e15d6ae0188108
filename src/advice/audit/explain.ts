/** Which change of a convention, or which two, brings a replay nearest to the statement. Never a verdict on the lender. */

import type { Loan } from "../../loan/loan.ts";
import type { Fen } from "../../loan/money.ts";
import { once, oncePer } from "../../loan/once.ts";
import { type StatementLine, saysWhatIsOwed } from "../../loan/statement.ts";
import type { Candidate, ConventionChange } from "./candidate.ts";
import { candidatesFor, FEWEST_CLAIMS, groupOf, isOfCompound } from "./conventions.ts";
import { rowsThatDiffer } from "./differences.ts";
import { bookedOtherwise, doubled } from "./other-lines.ts";
import { otherRates } from "./other-rate.ts";
import {
  type AuditSubject,
  type Begun,
  begin,
  type Distance,
  distanceIn,
  distanceOf,
  type Limits,
  NOT_BROKEN_OFF,
  type Replay,
  type TriedSubject,
} from "./replay.ts";
import { type OrderedStatement, orderedStatement, type StatementDay } from "./replayed-loan.ts";

export interface Explanation {
  readonly changes: readonly ConventionChange[];
  /** The largest difference that is left, whatever its sign. */
  readonly remaining: Fen;
}

interface ExplainSettings {
  /** The loan with what was deducted in advance; null where nothing was. */
  readonly deducted: Loan | null;
  /** Pairs of changes are tried however many lines have to be replayed. */
  readonly pairsOfAnyLength: boolean;
}

interface Trial extends Distance {
  readonly candidates: readonly Candidate[];
}

const MOST_EXPLANATIONS = 3;
/** Where nothing explains the whole statement, pairs are tried that begin with one of this many nearest single changes. */
const NEAREST_FOR_PAIRS = 5;
/** What leaves more than half of the largest difference is no lead. */
const FEWEST_TIMES_NEARER = 2;
/** A first comparison looks at about this many days, spread evenly up to so many days after the first that differs. */
const DAYS_COMPARED_FIRST = 100;
const DAYS_AFTER_FIRST_DIFFERENT = 500;
/** How many lines before the first difference are tried as booked on another day, or not at all. */
const MOST_DOUBTFUL = 5;
/** How many days may be replayed in search of pairs, where the user did not ask for all pairs. */
const MOST_DAYS_FOR_PAIRS = 1_000_000;

/**
 * The single changes after which nothing differs by more than the tolerance; if there is none, the pairs of changes; if there
 * is none either, what comes nearest.
 */
export function explain(subject: AuditSubject, replayed: Replay, settings: ExplainSettings): readonly Explanation[] {
  const trials = new Trials(subject, replayed, settings);
  const singles = trials.singles();
  const exact = nearestFirst(borneOut(singles.filter(isWhole)));
  if (exact.length > 0) {
    const ofConventions = exact.filter(({ candidates: [first] }) => ownAmount(first?.change) === null);
    return ofConventions.length > 0 ? shown(ofConventions) : shown(likeliestAmounts(exact), exact.length);
  }
  const exactPairs = trials.pairs(singles);
  if (exactPairs.length > 0) return shown(nearestFirst(borneOut(exactPairs)));
  const otherRates = trials.otherRates();
  if (otherRates.length > 0) return shown(otherRates);
  const besideBookings = trials.besideBookings(singles);
  return shown(besideBookings.length > 0 ? nearestFirst(borneOut(besideBookings)) : trials.nearest(singles));
}

/**
 * Replays under changes. Most changes are wrong from the first lines on, or more wrong with each day. A replay is therefore
 * compared on a few days first and on all days only after that, and it is broken off on the first day that rules it out.
 */
class Trials {
  /** Under the terms given. */
  readonly #replay: Replay;
  readonly #subject: TriedSubject;
  readonly #statement: OrderedStatement;
  /** As far as a first comparison looks: under most changes no more of it is ever replayed. */
  readonly #early: OrderedStatement;
  readonly #candidates: readonly Candidate[];
  readonly #untilDifferent: Limits;
  /** The first day on which the statement differs from the terms as they were given. */
  readonly #firstDifferent: number;
  readonly #daysOf = oncePer((statement: OrderedStatement) => this.#comparedDays(statement));
  /** What lies before the lines in doubt, under the loan given. */
  readonly #begun: Readonly<Record<keyof ComparedDays, () => Begun | null>>;
  #daysLeftForPairs: number;

  constructor(subject: AuditSubject, replayed: Replay, { deducted, pairsOfAnyLength }: ExplainSettings) {
    const { tolerance } = subject;
    const { statement, isUnearnedLeftOut } = replayed;
    this.#replay = replayed;
    this.#subject = { ...subject, isUnearnedLeftOut };
    this.#statement = statement;
    this.#untilDifferent = { ofOne: tolerance };
    this.#daysLeftForPairs = pairsOfAnyLength ? Number.POSITIVE_INFINITY : MOST_DAYS_FOR_PAIRS;
    const [first] = rowsThatDiffer(replayed.rows, tolerance);
    this.#firstDifferent = statement.days.find(({ date }) => date === first?.line.date)?.index ?? 0;
    this.#early = untilDay(statement, this.#firstDifferent + DAYS_AFTER_FIRST_DIFFERENT);
    const doubtful = doubtfulLines(statement, this.#firstDifferent);
    const undoubted = statement.days.findIndex(({ lines }) => lines.some((line) => line === doubtful[0]));
    const begun = (which: keyof ComparedDays): (() => Begun | null) =>
      once(() => {
        const begins = this.#changed([], which);
        return begin(this.#subject, begins, this.#daysOf(begins)[which], undoubted);
      });
    this.#begun = { "all days": begun("all days"), "some days": begun("some days") };
    this.#candidates = candidatesFor({ ...subject, replayed, deducted, doubtful });
  }

  /** The single changes, those first that agree with the statement longest. */
  singles(): readonly Trial[] {
    return this.#candidates
      .flatMap((candidate) => this.#explaining([candidate]) ?? [])
      .toSorted((one, other) => other.brokenOffAt - one.brokenOffAt);
  }

  /** The pairs that explain everything. A pair is tried only if one of the two makes a difference by itself. */
  pairs(singles: readonly Trial[]): readonly Trial[] {
    const unchanged = this.#explaining([]);
    const isIdle = ({ brokenOffAt, sum }: Trial): boolean =>
      brokenOffAt === unchanged?.brokenOffAt && sum === unchanged.sum;
    const idle = new Set(singles.filter(isIdle).flatMap(({ candidates }) => candidates));
    return pairsOf(singles.flatMap(({ candidates }) => candidates)).flatMap((pair) => {
      const isNeedless = pair.every((one) => idle.has(one)) && !pair.every(isOfCompound);
      return isNeedless || !this.#mayBeTried(pair) ? [] : this.#wholePair(pair);
    });
  }

  /** Another rate than the terms have, where it explains everything that at least two lines claim. */
  otherRates(): readonly Trial[] {
    const { lines, days, reversed } = this.#statement;
    const first = this.#firstDifferent;
    const claims = ({ line, claimedTotal }: StatementLine): boolean => claimedTotal !== null && !reversed.has(line);
    const claiming = days.filter(({ index, lines }) => index >= first && lines.some(claims));
    const last = claiming.findLast(({ index }) => index <= first + DAYS_COMPARED_FIRST);
    const line = last?.lines.findLast(claims);
    const isRateNamed = lines.some(({ kind }) => kind === "rate");
    const row = this.#replay.rows.find((one) => one.line === line);
    if (last === undefined || row === undefined || claiming.length < FEWEST_CLAIMS || isRateNamed) return [];
    const statement = untilDay(this.#statement, last.index);
    return otherRates({ subject: this.#subject, statement, row })
      .flatMap((candidate) => this.#explaining([candidate]) ?? [])
      .filter(isWhole);
  }

  /**
   * A change beside a line that is booked otherwise, among the last lines before the first that still differs under the change:
   * the pairs that explain everything.
   */
  besideBookings(singles: readonly Trial[]): readonly Trial[] {
    const agreed = this.#explaining([])?.brokenOffAt ?? -1;
    const leading = singles.filter(
      ({ candidates, brokenOffAt }) =>
        brokenOffAt > agreed && !candidates.some(({ onlyWhole, standsAlone }) => onlyWhole && standsAlone),
    );
    return leading.slice(0, NEAREST_FOR_PAIRS).flatMap(({ candidates, brokenOffAt }) => {
      const statement = this.#changed(candidates, "all days");
      const booked = doubtfulLines(statement, brokenOffAt)
        .filter(({ line }) => candidates.every(({ change }) => change.term !== "booking" || change.from !== line))
        .flatMap((line) => bookedOtherwise(line, statement));
      return booked.flatMap((second) => (this.#daysLeftForPairs > 0 ? this.#wholePair([...candidates, second]) : []));
    });
  }

  /** The single change and the pair that come nearest, where they come much nearer than no change, and nearer than the single one. */
  nearest(singles: readonly Trial[]): readonly Trial[] {
    const unchanged = this.#attempt([], "some days")?.sum ?? Number.POSITIVE_INFINITY;
    let nearest: readonly Trial[] = [];
    for (const { candidates } of singles) {
      if (candidates.some(({ onlyWhole }) => onlyWhole)) continue;
      const below = nearest[NEAREST_FOR_PAIRS - 1]?.sum ?? unchanged;
      const trial = this.#attempt(candidates, "some days", { ofSum: below - 1 });
      if (trial !== null && isWhole(trial)) nearest = nearestFirst([...nearest, trial]).slice(0, NEAREST_FOR_PAIRS);
    }
    const [single] = nearest;
    if (single === undefined) return [];
    const pair = this.#nearestPair(
      nearest.flatMap(({ candidates }) => candidates),
      single,
    );
    // What is told of an explanation is the largest difference that remains, so that one has to become smaller too.
    let below = distanceIn(this.#replay.rows);
    const most = below.largest / FEWEST_TIMES_NEARER;
    return [single, ...(pair === null ? [] : [pair])].flatMap(({ candidates }) => {
      const trial = this.#attempt(candidates, "all days");
      if (trial === null || trial.largest > most) return [];
      if (trial.sum >= below.sum || trial.largest >= below.largest) return [];
      below = trial;
      return [trial];
    });
  }

  #nearestPair(firsts: readonly Candidate[], single: Trial): Trial | null {
    let nearest: Trial | null = null;
    const seen = new Set<Candidate>();
    for (const first of firsts) {
      seen.add(first);
      for (const second of this.#candidates) {
        if (seen.has(second) || second.onlyWhole === true || !this.#mayBeTried([first, second])) continue;
        const below = (nearest ?? single).sum;
        const trial = this.#attempt([first, second], "some days", { ofSum: below - 1 });
        this.#countPair(trial);
        if (trial !== null && isWhole(trial)) nearest = trial;
      }
    }
    return nearest;
  }

  #mayBeTried([first, second]: readonly [Candidate, Candidate]): boolean {
    const excludeEachOther = groupOf(first) === groupOf(second);
    return !excludeEachOther && first.standsAlone !== true && second.standsAlone !== true && this.#daysLeftForPairs > 0;
  }

  /** The pair, if it explains everything. */
  #wholePair(pair: readonly Candidate[]): readonly Trial[] {
    const trial = this.#explaining(pair);
    this.#countPair(trial);
    return trial !== null && isWhole(trial) ? [trial] : [];
  }

  #countPair(trial: Trial | null): void {
    this.#daysLeftForPairs -= Math.min(trial?.brokenOffAt ?? 0, this.#statement.days.length);
  }

  /** A replay until something differs: whole where nothing does. Null where the changed debt passes the engine's limit. */
  #explaining(candidates: readonly Candidate[]): Trial | null {
    const first = this.#attempt(candidates, "some days", this.#untilDifferent);
    return first === null || !isWhole(first) ? first : this.#attempt(candidates, "all days", this.#untilDifferent);
  }

  #changed(candidates: readonly Candidate[], which: keyof ComparedDays): OrderedStatement {
    const whole = which === "all days" ? this.#statement : this.#early;
    return candidates.reduce((before, one) => one.statement?.(before) ?? before, whole);
  }

  #attempt(candidates: readonly Candidate[], which: keyof ComparedDays, limits?: Limits): Trial | null {
    const statement = this.#changed(candidates, which);
    const loan = candidates.reduce((before, one) => one.loan?.(before, statement) ?? before, this.#subject.loan);
    const begun = loan === this.#subject.loan ? this.#begun[which]() : null;
    const distance = distanceOf({ ...this.#subject, loan }, statement, this.#daysOf(statement)[which], limits, begun);
    if (distance === null) return null;
    const { run: _, ...found } = distance;
    return { candidates, ...found };
  }

  #comparedDays({ days }: OrderedStatement): ComparedDays {
    const all = days.filter(({ isComparable }) => isComparable);
    const first = this.#firstDifferent;
    const early = all.filter(({ index }) => index <= first + DAYS_AFTER_FIRST_DIFFERENT);
    const step = Math.ceil(early.length / DAYS_COMPARED_FIRST);
    return { "all days": all, "some days": early.filter(({ index }, at) => at % step === 0 || index === first) };
  }
}

/** A statement up to one of its days. What is taken back later has never been. */
function untilDay(statement: OrderedStatement, index: number): OrderedStatement {
  const last = statement.days[index]?.date;
  if (last === undefined) return statement;
  return orderedStatement(statement.lines.filter(({ date, reverses }) => date <= last || reverses !== null));
}

/**
 * The last payments and waivers before the statement first differs, back to the last day on which what it has as owed agreed:
 * what a payment is put to may agree although it is booked later.
 */
function doubtfulLines({ days, reversed }: OrderedStatement, firstDifferent: number): readonly StatementLine[] {
  const agreed = days.findLast(({ index, lines }) => index < firstDifferent && lines.some(saysWhatIsOwed))?.index ?? -1;
  const between = days.filter(({ index }) => index > agreed && index <= firstDifferent).flatMap(({ lines }) => lines);
  // Lines that say the same twice are left out here: another change tries whether one of them is too many.
  const alike = new Set(
    doubled(between, "payment").map((number) => between.find(({ line }) => line === number)?.amount),
  );
  return between
    .filter(({ amount }) => !alike.has(amount))
    .filter(({ kind, line }) => (kind === "payment" || kind === "waiver") && !reversed.has(line))
    .slice(-MOST_DOUBTFUL);
}

interface ComparedDays {
  readonly "all days": readonly StatementDay[];
  readonly "some days": readonly StatementDay[];
}

/** A change that fits in more than one reading of the lines is one explanation, and so is a booking on any of several days. */
function shown(trials: readonly Trial[], most = MOST_EXPLANATIONS): readonly Explanation[] {
  const explanations: Explanation[] = [];
  for (const { candidates, largest } of trials) {
    const changes = candidates.map(({ change }) => change);
    const isTold = explanations.some((told) => changes.every((change) => told.changes.includes(change)));
    if (!isTold) explanations.push({ changes, remaining: largest });
  }
  return bookingsTogether(explanations).slice(0, most);
}

/** Of one line that fits booked on days that follow each other, the first in their place. */
function bookingsTogether(explanations: readonly Explanation[]): readonly Explanation[] {
  const all = explanations.flatMap((explanation) => bookedLater(explanation) ?? []);
  return explanations.flatMap((explanation): readonly Explanation[] => {
    const change = bookedLater(explanation);
    const ofLine = all.filter(({ from }) => from === change?.from);
    const days = ofLine.map(({ to }) => Number.parseInt(to, 10));
    const [least, most] = [Math.min(...days), Math.max(...days)];
    if (change === null || days.length < 2 || most - least >= days.length) return [explanation];
    if (change !== ofLine[0]) return [];
    return [{ ...explanation, changes: [{ ...change, to: `${least} to ${most} later` as const }] }];
  });
}

/** The booking on a later day that is all of an explanation. */
function bookedLater({ changes: [change, second] }: Explanation) {
  return change?.term === "booking" && change.to !== "missing" && second === undefined ? change : null;
}

/** That fees are added to the principal is told only where the statement does not agree as well if they are owed alone. */
function borneOut(exact: readonly Trial[]): readonly Trial[] {
  const isOfFees = ({ change }: Candidate, to: "as-stated" | "as-principal"): boolean =>
    change.term === "fees" && change.to === to;
  const agreesWithFeesAlone = (added: readonly Candidate[]): boolean =>
    exact.some(
      ({ candidates }) =>
        candidates.length === added.length &&
        candidates.some((one) => isOfFees(one, "as-stated")) &&
        candidates.every((one) => isOfFees(one, "as-stated") || added.includes(one)),
    );
  return exact.filter(
    ({ candidates }) => !candidates.some((one) => isOfFees(one, "as-principal")) || !agreesWithFeesAlone(candidates),
  );
}

function isWhole({ brokenOffAt }: Trial): boolean {
  return brokenOffAt === NOT_BROKEN_OFF;
}

/**
 * What has an amount of its own says less of how a lender counts: it is told where nothing else fits. What is paid, charged or
 * owed is seldom of odd fen; of each kind the nearest is told, and of several lines that may each be booked with
 * another amount, no odder than that, the one of each line: nothing but a proof tells which it is.
 */
function likeliestAmounts(exact: readonly Trial[]): readonly Trial[] {
  const wholeYuan = ({ candidates: [first] }: Trial): number => (Number(ownAmount(first?.change)) % 100 === 0 ? 0 : 1);
  const sorted = exact.toSorted((one, other) => wholeYuan(one) - wholeYuan(other));
  const told: Trial[] = [];
  for (const trial of sorted) {
    const change = trial.candidates[0]?.change;
    const alike = told.filter(({ candidates: [first] }) => first?.change.term === change?.term);
    const isOfAnotherLine =
      change?.term === "booked-amount" &&
      alike.every(
        ({ candidates: [first] }) => first?.change.term === change.term && first.change.from !== change.from,
      ) &&
      alike.every((other) => wholeYuan(other) === wholeYuan(trial));
    if (alike.length === 0 || isOfAnotherLine) told.push(trial);
  }
  return told;
}

function ownAmount(change: ConventionChange | undefined): Fen | null {
  switch (change?.term) {
    case "booked-amount":
    case "opening":
    case "unlisted":
      return change.amount;
    default:
      return null;
  }
}

function nearestFirst(trials: readonly Trial[]): readonly Trial[] {
  return trials.toSorted((one, other) => one.sum - other.sum);
}

function pairsOf(candidates: readonly Candidate[]): readonly (readonly [Candidate, Candidate])[] {
  return candidates.flatMap((second, index) => candidates.slice(0, index).map((first) => [first, second] as const));
}
