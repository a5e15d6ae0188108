/** Another contract rate or penalty rate than the terms have: a plain one that gives what a line claims. */

import { loanUnder, loanUnderOrAsIs } from "../../loan/contract.ts";
import type { Fraction } from "../../loan/money.ts";
import { fraction, type Rate, type RatePeriod, rateOf } from "../../loan/rate.ts";
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
  /** What is written as 1: 1 % of a rate, 1 of a multiple. */
  readonly one: bigint;
  /** Rates of so many decimals are agreed in practice. */
  readonly decimals: number;
  readonly most: bigint;
  readonly of: (value: Fraction) => Partial<Pick<Terms, "rates" | "penalty">>;
}

const STEPS = 1_000_000_000_000n;
const DECIMALS: Readonly<Record<RatePeriod, number>> = { day: 4, month: 3, year: 3 };
/** Of a multiple of the contract rate. */
const MULTIPLE = { one: STEPS, decimals: 2, most: 100n * STEPS };
/** In percent. */
const MOST: Readonly<Record<RatePeriod, bigint>> = { day: 10n, month: 300n, year: 3_600n };

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
    ...percent(per),
    of: (value) => ({ rates: [{ ...dated, rate: rateOf(value, per) }] }),
  });
  const { per } = dated.rate;
  return per === "day" ? [of("day"), of("year")] : [of(per)];
}

function scalesOfPenalty({ fromDaysOverdue, penalty }: PenaltyTier, per: RatePeriod): readonly Scale[] {
  const atRate = (rate: Rate): readonly PenaltyTier[] => [{ fromDaysOverdue, penalty: { kind: "rate", rate } }];
  const of = (one: RatePeriod): Scale => ({
    term: "penalty",
    ...percent(one),
    of: (value) => ({ penalty: atRate(rateOf(value, one)) }),
  });
  if (penalty.kind === "rate") return [of(penalty.rate.per)];
  const asMultiple = (value: Fraction): readonly PenaltyTier[] => [
    { fromDaysOverdue, penalty: { kind: "multiple", of: value } },
  ];
  return [{ term: "penalty", ...MULTIPLE, of: (value) => ({ penalty: asMultiple(value) }) }, of(per)];
}

function percent(per: RatePeriod): Pick<Scale, "one" | "decimals" | "most"> {
  const one = STEPS / 100n;
  return { one, decimals: DECIMALS[per], most: MOST[per] * one };
}

/** The value of the fewest decimals that gives what the line claims; null where there is none, or more than one. */
function plainValue({ subject, statement, row }: RateQuestion, { one, decimals, most, of }: Scale): Fraction | null {
  const { claimed: target } = row.balance;
  if (target === null) return null;
  const { tolerance } = subject;
  const owed = owedOnLine(subject, statement, row);
  const owedAt = (steps: bigint): number =>
    owed(loanUnder(subject.loan, { ...subject.loan.terms, ...of(fraction(steps, STEPS)) }));
  const low = firstStep((steps) => owedAt(steps) >= target - tolerance, most);
  if (owedAt(low) > target + tolerance) return null;
  const high = firstStep((steps) => owedAt(steps) > target + tolerance, most) - 1n;
  for (let unit = one, left = decimals; left >= 0; unit /= 10n, left -= 1) {
    const first = ((low + unit - 1n) / unit) * unit;
    if (first > high) continue;
    return first + unit > high ? fraction(first, STEPS) : null;
  }
  return null;
}
