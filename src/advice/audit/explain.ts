/** Which change of a convention, or which two, brings a replay nearest to the statement. Never a verdict on the lender. */

import { addDays } from "../../loan/day.ts";
import {
  COMPONENTS,
  COMPOUND_BASES,
  COMPOUND_RESTS,
  type Component,
  DAY_COUNTS,
  type DatedCharge,
  type Loan,
  PENALTY_BASES,
  type PenaltyTier,
  ROUNDING_DIRECTIONS,
  ROUNDING_MOMENTS,
  type Terms,
} from "../../loan/loan.ts";
import { AmountLimitReached, type Fen, type Fraction, fen } from "../../loan/money.ts";
import { dailyRate, fraction, multiply, type Rate, rate } from "../../loan/rate.ts";
import type { StatementLine } from "../../loan/statement.ts";
import { distance, largestDifference, replay } from "./replay.ts";
import { reversedLines } from "./replayed-loan.ts";

/** What is replayed, and may be changed. */
export interface AuditSubject {
  readonly loan: Loan;
  readonly lines: readonly StatementLine[];
}

/** Conventions that are no single term of the loan, with what each says before and after. */
export type OtherConvention =
  /** The penalty comes on top of the contract rate instead of in its place. */
  | { readonly term: "penalty-on-top" }
  | { readonly term: "first-day"; readonly from: "counted"; readonly to: "not-counted" }
  | { readonly term: "last-day"; readonly from: "not-counted"; readonly to: "counted" }
  | { readonly term: "fees"; readonly from: "by-the-terms"; readonly to: "as-stated" }
  /** Interest on what was deducted in advance. */
  | { readonly term: "deducted"; readonly from: "received"; readonly to: "borrowed" }
  /** One of two lines that say the same. */
  | { readonly term: "line"; readonly from: number; readonly to: "left-out" };

type TermChange = { readonly term: ConventionTerm; readonly terms: Terms };

export type ConventionTerm =
  | "dayCount"
  | "grace"
  | "rounding"
  | "order"
  | "by"
  | "orderAfter"
  | "compound"
  | "compoundRate"
  | "compoundRests"
  | "penalty"
  | "penaltyBase";

/** `before` and `after`: the terms, of which the one named differs. */
export type ConventionChange = (OtherConvention | { readonly term: ConventionTerm }) & {
  readonly before: Terms;
  readonly after: Terms;
};

export interface Explanation {
  readonly changes: readonly ConventionChange[];
  /** The largest difference that is left, whatever its sign. */
  readonly remaining: Fen;
}

interface Candidate {
  readonly change: ConventionChange;
  readonly apply: (subject: AuditSubject) => AuditSubject;
}

interface Trial {
  readonly candidates: readonly Candidate[];
  readonly distance: Fen;
  readonly remaining: Fen;
}

const MOST_EXPLANATIONS = 3;
/** Pairs are made of so many of the changes that come nearest, with each of the others. */
const NEAREST_FOR_PAIRS = 10;
/** Replays of longer statements are worth a change at a time only. */
const MOST_LINES_FOR_PAIRS = 600;

export interface ExplainSettings {
  readonly tolerance: Fen;
  /** The loan with what was deducted in advance; null where nothing was. */
  readonly deducted: Loan | null;
  readonly pairsOfAnyLength: boolean;
}

/** The single changes after which nothing differs by more than the tolerance; else the pairs; else what comes nearest. */
export function explain(
  subject: AuditSubject,
  { tolerance, deducted, pairsOfAnyLength }: ExplainSettings,
): readonly Explanation[] {
  const start = attempt(subject, []);
  const candidates = candidatesFor(subject, deducted);
  const singles = nearestFirst(candidates.flatMap((candidate) => attempt(subject, [candidate]) ?? []));
  const explaining = (trials: readonly Trial[]): readonly Trial[] =>
    trials.filter(({ remaining }) => remaining <= tolerance);
  const exact = explaining(singles);
  if (exact.length > 0) return shown(exact.slice(0, MOST_EXPLANATIONS));
  const better = singles.filter((trial) => start === null || trial.distance < start.distance);
  if (subject.lines.length > MOST_LINES_FOR_PAIRS && !pairsOfAnyLength) return shown(better.slice(0, 1));
  const pairs = nearestFirst(pairsOf(singles, candidates).flatMap((pair) => attempt(subject, pair) ?? []));
  const exactPairs = explaining(pairs);
  if (exactPairs.length > 0) return shown(exactPairs.slice(0, MOST_EXPLANATIONS));
  const [single] = better;
  const [pair] = pairs;
  return shown([
    ...(single === undefined ? [] : [single]),
    ...(pair !== undefined && pair.distance < (single?.distance ?? start?.distance ?? 0) ? [pair] : []),
  ]);
}

function shown(trials: readonly Trial[]): readonly Explanation[] {
  return trials.map(({ candidates, remaining }) => ({ changes: candidates.map(({ change }) => change), remaining }));
}

function nearestFirst(trials: readonly Trial[]): readonly Trial[] {
  return trials.toSorted((one, other) => one.distance - other.distance);
}

/** Null where the changed debt passes what is counted exactly. */
function attempt(subject: AuditSubject, candidates: readonly Candidate[]): Trial | null {
  const changed = candidates.reduce((before, { apply }) => apply(before), subject);
  try {
    const { rows, totals } = replay(changed.loan, changed.lines, "differences alone");
    if (totals.limitReachedOn !== null) return null;
    const remaining = fen(Math.abs(largestDifference(rows)?.amount ?? 0));
    return { candidates, distance: distance(rows), remaining };
  } catch (error) {
    if (error instanceof AmountLimitReached) return null;
    throw error;
  }
}

function pairsOf(singles: readonly Trial[], candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const nearest = singles.slice(0, NEAREST_FOR_PAIRS).flatMap((trial) => trial.candidates);
  const seen = new Set<Candidate>();
  return nearest.flatMap((first) => {
    seen.add(first);
    return candidates
      .filter((second) => !seen.has(second) && groupOf(second) !== groupOf(first))
      .map((second) => [first, second]);
  });
}

/** Changes of one group exclude each other. */
function groupOf({ change: { term } }: Candidate): string {
  return term === "penalty-on-top" ? "penalty" : term;
}

/** In the order in which changes that do equally well are named. */
function candidatesFor(subject: AuditSubject, deducted: Loan | null): readonly Candidate[] {
  const { loan, lines } = subject;
  const { terms } = loan;
  const other = (change: OtherConvention, apply: Candidate["apply"]): Candidate => ({
    change: { ...change, before: terms, after: terms },
    apply,
  });
  return [
    ...doubled(lines).map((line) =>
      other({ term: "line", from: line, to: "left-out" }, (before) => ({
        ...before,
        lines: before.lines.filter((one) => one.line !== line),
      })),
    ),
    ...(lines.some(({ kind }) => kind === "fee")
      ? [other({ term: "fees", from: "by-the-terms", to: "as-stated" }, withFeesAsStated)]
      : []),
    ...termChanges(terms).map(
      ({ term, terms: after }): Candidate => ({
        change: { term, before: terms, after },
        apply: ({ loan: before, lines: same }) => ({
          loan: { ...before, terms: { ...before.terms, [term]: after[term] } },
          lines: same,
        }),
      }),
    ),
    penaltyOnTop(terms),
    other({ term: "first-day", from: "counted", to: "not-counted" }, ({ loan: before, lines: same }) => ({
      loan: { ...before, instalments: before.instalments.map((one) => ({ ...one, due: addDays(one.due, 1) })) },
      lines: same,
    })),
    other({ term: "last-day", from: "not-counted", to: "counted" }, ({ loan: before, lines: moved }) => ({
      loan: before,
      lines: moved.map((line) => ({ ...line, date: addDays(line.date, 1) })),
    })),
    ...(deducted === null
      ? []
      : [
          other({ term: "deducted", from: "received", to: "borrowed" }, ({ loan: before, lines: same }) => ({
            loan: { ...before, instalments: deducted.instalments, borrowed: deducted.borrowed },
            lines: same,
          })),
        ]),
  ];
}

/** Lines that say what another one says: of each group all but one. */
export function doubled(lines: readonly StatementLine[]): readonly number[] {
  const reversed = reversedLines(lines);
  const seen = new Set<string>();
  return lines
    .filter(({ kind, line }) => kind === "payment" && !reversed.has(line))
    .flatMap(({ date, amount, line }) => {
      const key = `${date} ${amount}`;
      if (seen.has(key)) return [line];
      seen.add(key);
      return [];
    });
}

function withFeesAsStated({ loan, lines }: AuditSubject): AuditSubject {
  const reversed = reversedLines(lines);
  const charges = lines.flatMap(({ kind, date, amount, byComponent, line }): readonly DatedCharge[] => {
    if (kind !== "fee" || amount === null || reversed.has(line)) return [];
    if (byComponent === null) return [{ date, amount, component: "fee", note: null }];
    return COMPONENTS.flatMap((component) =>
      byComponent[component] === 0 ? [] : [{ date, amount: byComponent[component], component, note: null }],
    );
  });
  return { loan: { ...loan, charges, terms: { ...loan.terms, lateFees: [] } }, lines };
}

function termChanges(terms: Terms): readonly TermChange[] {
  const change = <Field extends ConventionTerm>(term: Field, values: readonly Terms[Field][]): readonly TermChange[] =>
    values
      .filter((value) => !isSame(value, terms[term]))
      .map((value) => ({ term, terms: { ...terms, [term]: value } }));
  const { rounding, grace } = terms;
  return [
    ...change("grace", [
      ...[0, 1, 2, 3, 5, 7, 10, 15].map((days) => ({ days, kind: grace.kind })),
      ...(grace.days === 0 ? [1, 3, 5] : [grace.days]).map(
        (days) => ({ days, kind: grace.kind === "waive" ? "skip" : "waive" }) as const,
      ),
    ]),
    ...change(
      "dayCount",
      DAY_COUNTS.filter((dayCount) => dayCount !== "period"),
    ),
    ...change(
      "penalty",
      MULTIPLES.map((of) => [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of } }]),
    ),
    ...change("penaltyBase", PENALTY_BASES),
    ...change("compound", COMPOUND_BASES),
    ...(terms.compound === "none" ? [] : change("compoundRate", [{ kind: "penalty" }, { kind: "contract" }])),
    ...(terms.compound === "none" ? [] : change("compoundRests", COMPOUND_RESTS)),
    ...change("order", ORDERS),
    ...change("by", ["instalment", "component"]),
    ...change("orderAfter", [
      [],
      [{ daysOverdue: 91, order: ["principal", "interest", "compound", "penalty", "fee"], by: "component" }],
    ]),
    ...change("rounding", [
      ...ROUNDING_MOMENTS.map((when) => ({ ...rounding, when })),
      ...ROUNDING_DIRECTIONS.map((direction) => ({ ...rounding, direction })),
      ...([1, 100] as const).map((unit) => ({ ...rounding, unit: fen(unit) })),
    ]),
  ];
}

/** What is agreed or charged in practice in place of the contract rate: ×1, ×1.3, ×1.5, ×2. */
const MULTIPLES: readonly Fraction[] = [fraction(1n, 1n), fraction(13n, 10n), fraction(3n, 2n), fraction(2n, 1n)];

/** Orders found in contracts and in the law (Civil Code art 561). */
const ORDERS: readonly (readonly Component[])[] = [
  ["fee", "penalty", "compound", "interest", "principal"],
  ["penalty", "compound", "interest", "fee", "principal"],
  ["penalty", "interest", "compound", "fee", "principal"],
  ["fee", "interest", "compound", "penalty", "principal"],
  ["interest", "compound", "penalty", "fee", "principal"],
  ["interest", "principal", "penalty", "compound", "fee"],
  ["principal", "interest", "compound", "penalty", "fee"],
  ["principal", "fee", "interest", "compound", "penalty"],
];

function penaltyOnTop(terms: Terms): Candidate {
  const after = { ...terms, penalty: terms.penalty.map((tier) => onTop(tier, terms.rates[0]?.rate ?? null)) };
  return {
    change: { term: "penalty-on-top", before: terms, after },
    apply: ({ loan, lines }) => ({ loan: { ...loan, terms: { ...loan.terms, penalty: after.penalty } }, lines }),
  };
}

function onTop({ fromDaysOverdue, penalty }: PenaltyTier, contract: Rate | null): PenaltyTier {
  if (penalty.kind === "multiple") {
    const { numerator, denominator } = penalty.of;
    return { fromDaysOverdue, penalty: { kind: "multiple", of: fraction(numerator + denominator, denominator) } };
  }
  if (contract === null) return { fromDaysOverdue, penalty };
  const [own, added] = [penalty.rate, contract].map((one) => dailyRate(one, 360));
  if (own === undefined || added === undefined) return { fromDaysOverdue, penalty };
  const sum = multiply(
    fraction(own.numerator * added.denominator + added.numerator * own.denominator, own.denominator),
    fraction(1n, added.denominator),
  );
  return { fromDaysOverdue, penalty: { kind: "rate", rate: rate(sum.numerator, sum.denominator, "day") } };
}

/** Terms are plain values: two that are written alike are the same. */
function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
}
