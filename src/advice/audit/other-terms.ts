/** What a lender may have otherwise beside a single term: how it follows a rate that changes, caps. */

import { addDays, addMonths, civil, type Day, dayOf } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import { lastDayOf } from "../../loan/statement.ts";
import { type DatedRate, rateOn } from "../../loan/terms.ts";
import type { Candidate, RateChanges } from "./candidate.ts";
import type { OrderedStatement } from "./replayed-loan.ts";

export function capsLeftOut(loan: Loan): readonly Candidate[] {
  if (loan.terms.caps.length === 0) return [];
  const uncapped = (before: Loan): Loan => ({ ...before, terms: { ...before.terms, caps: [] } });
  return [{ change: { term: "caps", from: "kept", to: "left-out" }, loan: uncapped }];
}

export function ratesFollowedOtherwise(loan: Loan, { lines }: OrderedStatement): readonly Candidate[] {
  const { terms, asOf } = loan;
  const until = lastDayOf(lines, asOf);
  const changes = terms.rates.some(({ from }) => from !== null && from > asOf && from <= until);
  if (!changes) return [];
  const followed = (rates: Rates) => (before: Loan) => ({ ...before, terms: { ...before.terms, rates } });
  const change = { term: "rate-changes", from: "as-dated" } as const;
  return [
    ...followedOtherwise(terms.rates, asOf, until).map(([to, rates]) => ({
      change: { ...change, to, days: null },
      loan: followed(rates),
    })),
    ...daysMoved.map((days) => {
      const by = Math.abs(days) === 1 ? "a-day" : (`${Math.abs(days)}-days` as const);
      const to = `${by}-${days < 0 ? "earlier" : "later"}` as const;
      const rates = moved(terms.rates, (from) => addDays(from, days));
      // Too many to be tried beside every other change.
      return { change: { ...change, to, days }, loan: followed(rates), standsAlone: Math.abs(days) > 1 };
    }),
  ];
}

type Rates = readonly DatedRate[];

function followedOtherwise(rates: Rates, asOf: Day, until: Day): readonly (readonly [RateChanges, Rates])[] {
  return [
    ["not-followed", inForceFrom(rates, asOf, null)],
    ["a-month-earlier", moved(rates, (from) => addMonths(from, -1))],
    ["a-month-later", moved(rates, (from) => addMonths(from, 1))],
    ["each-january", onNewYearsDays(rates, asOf, until)],
  ];
}

/** Less than a month, which is tried by itself. */
const MOST_DAYS_MOVED = 27;
const daysMoved = Array.from({ length: MOST_DAYS_MOVED }, (_, index) => [-index - 1, index + 1]).flat();

function onNewYearsDays(rates: Rates, asOf: Day, until: Day): Rates {
  const [first, last] = [civil(asOf).year, civil(until).year];
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.flatMap((year) => {
    const newYear = dayOf({ year, month: 1, day: 1 });
    return newYear === null ? [] : inForceFrom(rates, newYear, year === first ? null : newYear);
  });
}

/** The first rate is the contract's from the start, whenever those after it are followed. */
function moved(rates: Rates, to: (from: Day) => Day): Rates {
  return rates.map((one, index) =>
    index === 0 || one.from === null ? { ...one, from: null } : { ...one, from: to(one.from) },
  );
}

/** The rate that is in force on a day, from that day on, or from ever. */
function inForceFrom(rates: Rates, day: Day, from: Day | null): Rates {
  const inForce = rateOn(rates, day) ?? rates[0];
  return inForce === undefined ? [] : [{ ...inForce, from }];
}
