/** Another contract rate or penalty rate than the terms have: a plain one that gives what a line claims. */

import { loanUnder, loanUnderOrAsIs } from "../../loan/contract.ts";
import type { Fraction } from "../../loan/money.ts";
import { fraction, multiply, type Rate, type RatePeriod, rateOf } from "../../loan/rate.ts";
import type { DatedRate, PenaltyTier, Terms } from "../../loan/terms.ts";
import type { AuditRow } from "./audit-row.ts";
import type { Candidate } from "./candidate.ts";
import { type AuditSubject, owedOnLine } from "./replay.ts";
import type { OrderedStatement } from "./replayed-loan.ts";
import { firstStep } from "./solve-rate.ts";

interface RateQuestion {
  readonly subject: AuditSubject;
  /** To the day of the line. */
  readonly statement: OrderedStatement;
  /** It claims a total. */
  readonly row: AuditRow;
}

/** A rate in one way of writing it: a number of steps, and the terms with it. */
interface Scale {
  readonly term: "rates" | "penalty";
  /** What is written as 1: 1 % of a rate, 1 of a multiple. A step is the last decimal of those that are agreed in practice. */
  readonly one: bigint;
  /** Written so. */
  readonly most: bigint;
  readonly of: (written: Fraction) => Partial<Pick<Terms, "rates" | "penalty">>;
}

/** In percent. */
const RATES: Readonly<Record<RatePeriod, Pick<Scale, "one" | "most">>> = {
  day: { one: 10_000n, most: 10n },
  month: { one: 1_000n, most: 300n },
  year: { one: 1_000n, most: 3_600n },
};
/** Of the contract rate. */
const MULTIPLES = { one: 100n, most: 100n };

export function otherRates(question: RateQuestion): readonly Candidate[] {
  const { terms } = question.subject.loan;
  const found: Candidate[] = [];
  for (const scale of scalesOf(terms)) {
    // One way of writing it is enough.
    if (found.some(({ change }) => change.term === scale.term)) continue;
    const value = plainValue(question, scale);
    if (value === null) continue;
    const changed = scale.of(value);
    found.push({
      change: { term: scale.term, before: terms, after: { ...terms, ...changed } },
      loan: (before) => loanUnderOrAsIs(before, { ...before.terms, ...changed }),
    });
  }
  return found;
}

/** Of a rate that changes, or that changes with the days overdue, no single one stands in its place. */
function scalesOf({ rates, penalty }: Terms): readonly Scale[] {
  const [dated, laterRate] = rates;
  const [tier, laterTier] = penalty;
  return [
    ...(dated === undefined || laterRate !== undefined ? [] : scalesOfRate(dated)),
    ...(tier === undefined || laterTier !== undefined ? [] : scalesOfPenalty(tier, dated?.rate.per ?? "day")),
  ];
}

function scalesOfRate(dated: DatedRate): readonly Scale[] {
  const of = (per: RatePeriod): Scale => ({
    term: "rates",
    ...RATES[per],
    of: (percent) => ({ rates: [{ ...dated, rate: rateInPercent(percent, per) }] }),
  });
  const { per } = dated.rate;
  return per === "day" ? [of("day"), of("year")] : [of(per)];
}

function scalesOfPenalty({ fromDaysOverdue, penalty }: PenaltyTier, per: RatePeriod): readonly Scale[] {
  const atRate = (rate: Rate): readonly PenaltyTier[] => [{ fromDaysOverdue, penalty: { kind: "rate", rate } }];
  const of = (one: RatePeriod): Scale => ({
    term: "penalty",
    ...RATES[one],
    of: (percent) => ({ penalty: atRate(rateInPercent(percent, one)) }),
  });
  if (penalty.kind === "rate") return [of(penalty.rate.per)];
  const asMultiple = (value: Fraction): readonly PenaltyTier[] => [
    { fromDaysOverdue, penalty: { kind: "multiple", of: value } },
  ];
  return [{ term: "penalty", ...MULTIPLES, of: (value) => ({ penalty: asMultiple(value) }) }, of(per)];
}

function rateInPercent(percent: Fraction, per: RatePeriod): Rate {
  return rateOf(multiply(percent, fraction(1n, 100n)), per);
}

/** The value of the fewest decimals that gives what the line claims; null where there is none, or more than one. */
function plainValue({ subject, statement, row }: RateQuestion, { one, most, of }: Scale): Fraction | null {
  const { claimed: target } = row.balance;
  if (target === null) return null;
  const { loan, tolerance } = subject;
  const owed = owedOnLine(subject, statement, row);
  const owedAt = (steps: bigint): number => owed(loanUnder(loan, { ...loan.terms, ...of(fraction(steps, one)) }));
  const isTooMuch = (steps: bigint): boolean => owedAt(steps) > target + tolerance;
  const least = firstStep((steps) => owedAt(steps) >= target - tolerance, most * one);
  for (let unit = one; unit >= 1n; unit /= 10n) {
    const first = ((least + unit - 1n) / unit) * unit;
    if (!isTooMuch(first)) return isTooMuch(first + unit) ? fraction(first, one) : null;
  }
  return null;
}
