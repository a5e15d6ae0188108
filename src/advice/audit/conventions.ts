/** Conventions by which a lender's account may differ from the terms, and what a loan and a statement are under each. */

import { owedByInstalment } from "../../ledger/opening.ts";
import type { Component } from "../../loan/components.ts";
import { loanUnderOrAsIs } from "../../loan/contract.ts";
import { addDays, earliest } from "../../loan/day.ts";
import { arePeriodsWhole } from "../../loan/day-count.ts";
import type { Loan } from "../../loan/loan.ts";
import { type Fraction, fen, sum, ZERO } from "../../loan/money.ts";
import { oncePer } from "../../loan/once.ts";
import { PRINCIPAL_FIRST_FROM_DAY_91 } from "../../loan/products/notices.ts";
import { addFractions, dailyRate, fraction, multiply, type Rate, rateOf } from "../../loan/rate.ts";
import { ROUNDING_DIRECTIONS, ROUNDING_MOMENTS } from "../../loan/rounding.ts";
import { type StatementLine, saysWhatIsOwed } from "../../loan/statement.ts";
import {
  AXES,
  COMPOUND_BASES,
  COMPOUND_RESTS,
  DAY_COUNTS,
  GRACE_KINDS,
  type GraceKind,
  multipleOfContractRate,
  PENALTY_BASES,
  type PenaltyTier,
  type Terms,
} from "../../loan/terms.ts";
import { type Candidate, type ConventionTerm, changed } from "./candidate.ts";
import { bookedWithOtherAmount, unlisted } from "./not-listed.ts";
import { bookedOtherwise, feesAsStated, repeatedLinesLeftOut } from "./other-lines.ts";
import { otherOpening } from "./other-opening.ts";
import { capsLeftOut, ratesFollowedOtherwise } from "./other-terms.ts";
import type { AuditSubject, Replay } from "./replay.ts";

interface ConventionQuestion extends AuditSubject {
  /** Of the statement under the loan. */
  readonly replayed: Replay;
  /** The loan with what was deducted in advance; null where nothing was. */
  readonly deducted: Loan | null;
  /** Lines that the lender may have booked otherwise. */
  readonly doubtful: readonly StatementLine[];
}

/** The changes to try; of those that do equally well the first ones are named. */
export function candidatesFor(question: ConventionQuestion): readonly Candidate[] {
  const { loan, replayed, deducted, doubtful } = question;
  const { statement } = replayed;
  const { terms } = loan;
  return [
    ...repeatedLinesLeftOut(statement),
    ...feesAsStated(loan, statement),
    ...termChanges(loan),
    penaltyOnTop(terms),
    ...dailyRates(terms),
    ...OTHER_DAYS_COUNTED,
    ...interestOnDeducted(terms, deducted),
    ...unearnedKept(loan, replayed),
    ...capsLeftOut(loan),
    ...ratesFollowedOtherwise(loan, statement),
    ...doubtful.flatMap((line) => bookedOtherwise(line, statement)),
    ...amountsOfNoLine(question),
  ];
}

/** From how many lines with what is owed one can tell that an amount explains them: one alone fits always. */
export const FEWEST_CLAIMS = 2;

function amountsOfNoLine(asked: ConventionQuestion): readonly Candidate[] {
  const { loan, enforcement, tolerance, doubtful, replayed } = asked;
  const { statement } = replayed;
  const subject = { loan, enforcement, tolerance };
  const claiming = replayed.rows.filter(({ line, isReversed }) => !isReversed && saysWhatIsOwed(line));
  const opening = claiming.length < FEWEST_CLAIMS ? [] : otherOpening(subject, statement, claiming);
  const at = claiming.findIndex(({ balance }) => Math.abs(balance.difference ?? 0) > tolerance);
  const differing = claiming[at];
  if (differing === undefined || claiming.length - at < FEWEST_CLAIMS) return opening;
  const question = { subject, statement, agreeing: claiming[at - 1] ?? null, differing };
  return [...bookedWithOtherAmount(question, doubtful), ...opening, ...unlisted(question)];
}

/** Nights from the day after the due date on, or up to the day of a payment and over it. */
const OTHER_DAYS_COUNTED: readonly Candidate[] = [
  { change: { term: "first-day", from: "counted", to: "not-counted" }, loan: withDuesADayLater },
  {
    change: { term: "last-day", from: "not-counted", to: "counted" },
    statement: oncePer(changed((before) => before.map((line) => ({ ...line, date: addDays(line.date, 1) })))),
  },
];

function interestOnDeducted(terms: Terms, deducted: Loan | null): readonly Candidate[] {
  if (deducted === null) return [];
  const { instalments, borrowed } = deducted;
  return [
    {
      change: { term: "deducted", from: "received", to: "borrowed" },
      loan: (before) => loanUnderOrAsIs({ ...before, instalments, borrowed, terms }, before.terms),
    },
  ];
}

/**
 * Interest as it was fixed, whole, whatever of its time lies ahead when the loan falls due at once or is paid early; none where
 * the terms give it whole themselves, or where it is not known.
 */
function unearnedKept(loan: Loan, { totals }: Replay): readonly Candidate[] {
  const change = { term: "unearned", from: "left-out", to: "kept" } as const;
  const { lastDue } = totals;
  const { asOf, instalments, terms, agreedFlows } = loan;
  if (terms.interest === "scheduled") {
    if (instalments.every(({ due }) => due <= lastDue)) return [];
    const dueAtOnce = (before: Loan): Loan => ({
      ...before,
      instalments: before.instalments.map((one) => ({ ...one, due: earliest(one.due, lastDue) })),
      accelerateOn: null,
    });
    return [{ change, loan: dueAtOnce }];
  }
  const atStart = owedByInstalment(loan).map(({ interest }) => interest);
  const fixed = instalments.map(({ due, principal }, index) => {
    const interest = atStart[index] ?? ZERO;
    const agreed = agreedFlows?.payments.filter(({ date }) => date === due) ?? [];
    const whole = sum(agreed.map(({ amount }) => amount)) - principal;
    return due > asOf && whole > interest ? fen(whole) : interest;
  });
  if (fixed.every((interest, index) => interest === atStart[index])) return [];
  const atFixed = (before: Loan): Loan => ({
    ...before,
    terms: { ...before.terms, interest: "scheduled" },
    instalments: before.instalments.map((one, index) => ({ ...one, interest: fixed[index] ?? one.interest })),
  });
  return [{ change, loan: atFixed }];
}

/** Changes of one group exclude each other. */
export function groupOf({ change: { term } }: Candidate): string {
  return term === "penalty-on-top" ? "penalty" : term;
}

/** A change that makes no difference by itself where nothing bears compound. */
export function isOfCompound({ change: { term } }: Candidate): boolean {
  return term === "compound" || term === "compoundRate" || term === "compoundRests";
}

function withDuesADayLater(loan: Loan): Loan {
  return { ...loan, instalments: loan.instalments.map((one) => ({ ...one, due: addDays(one.due, 1) })) };
}

function termChanges({ terms, instalments }: Loan): readonly Candidate[] {
  const change = <Field extends ConventionTerm>(
    term: Field,
    values: readonly Terms[Field][],
    partsChanged: (value: Terms[Field]) => number = () => 1,
  ): readonly Candidate[] =>
    values
      .filter((value) => !isSame(value, terms[term]))
      .map((value) => ({
        change: { term, before: terms, after: { ...terms, [term]: value } },
        standsAlone: partsChanged(value) > 1,
        loan: (before) => loanUnderOrAsIs(before, { ...before.terms, [term]: value }),
      }));
  const { grace, rounding } = terms;
  const roundingParts = (value: Terms["rounding"]): number => partsChanged(rounding, value);
  // Without days the kind says nothing.
  const graceParts = ({ days, kind }: Terms["grace"]): number =>
    grace.days === 0 || days === 0 ? 1 : partsChanged(grace, { days, kind });
  return [
    ...change("grace", graces(grace.kind), graceParts),
    ...change(
      "dayCount",
      DAY_COUNTS.filter((dayCount) => dayCount !== "period" || arePeriodsWhole(instalments.map(({ due }) => due))),
    ),
    ...change("penalty", MULTIPLES.map(multipleOfContractRate)),
    ...change("penaltyBase", PENALTY_BASES),
    ...change("compound", COMPOUND_BASES),
    ...change("compoundRate", [{ kind: "penalty" }, { kind: "contract" }]),
    ...change("compoundRests", COMPOUND_RESTS),
    ...change("order", ORDERS),
    ...change("by", AXES),
    ...change("orderAfter", [[], PRINCIPAL_FIRST_FROM_DAY_91]),
    // Those first that differ in the moment, the direction or the unit alone.
    ...change(
      "rounding",
      ROUNDINGS.toSorted((one, other) => roundingParts(one) - roundingParts(other)),
      roundingParts,
    ),
  ];
}

function partsChanged<Value extends object>(from: Value, to: Value): number {
  const before = new Map<string, unknown>(Object.entries(from));
  return Object.entries(to).filter(([key, value]) => before.get(key) !== value).length;
}

/** Those of the usual kind first. */
function graces(usual: GraceKind): readonly Terms["grace"][] {
  const ofKind = (kind: GraceKind): readonly Terms["grace"][] =>
    [0, 1, 2, 3, 5, 7, 10, 15].map((days) => ({ days, kind }));
  return [...ofKind(usual), ...GRACE_KINDS.filter((kind) => kind !== usual).flatMap(ofKind)].filter(
    ({ days, kind }) => days > 0 || kind === usual,
  );
}

const ROUNDINGS: readonly Terms["rounding"][] = ROUNDING_MOMENTS.flatMap((when) =>
  ROUNDING_DIRECTIONS.flatMap((direction) => [1, 100].map((unit) => ({ when, direction, unit: fen(unit) }))),
);

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
  const onTopOf = ({ penalty, rates }: Terms): Terms["penalty"] =>
    penalty.map((tier) => onTop(tier, rates[0]?.rate ?? null));
  return {
    change: { term: "penalty-on-top", before: terms, after: { ...terms, penalty: onTopOf(terms) } },
    loan: (before) => ({ ...before, terms: { ...before.terms, penalty: onTopOf(before.terms) } }),
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
  return { fromDaysOverdue, penalty: { kind: "rate", rate: { ...addFractions(own, added), per: "day" } } };
}

/** What a daily rate comes to where the yearly rate behind it is divided by the days of the other usual year. */
function dailyRates(terms: Terms): readonly Candidate[] {
  const first = terms.rates[0]?.rate;
  if (first?.per !== "day") return [];
  return ([360, 365] as const).map((to): Candidate => {
    const from = to === 360 ? 365 : 360;
    const changed = (one: Rate): Rate =>
      one.per === "day" ? rateOf(multiply(one, fraction(BigInt(from), BigInt(to))), "day") : one;
    return {
      change: { term: "daily-rate", from, to, yearly: multiply(first, fraction(BigInt(from), 1n)) },
      loan: (before) => loanUnderOrAsIs(before, withDailyRates(before.terms, changed)),
    };
  });
}

function withDailyRates(terms: Terms, changed: (rate: Rate) => Rate): Terms {
  return {
    ...terms,
    rates: terms.rates.map((one) => ({ ...one, rate: changed(one.rate) })),
    penalty: terms.penalty.map((tier) =>
      tier.penalty.kind === "rate" ? { ...tier, penalty: { ...tier.penalty, rate: changed(tier.penalty.rate) } } : tier,
    ),
  };
}

/** Terms are plain values: two that are written alike are the same. */
function isSame(one: unknown, other: unknown): boolean {
  return written(one) === written(other);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part));
}
