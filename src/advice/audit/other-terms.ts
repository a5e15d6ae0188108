/** What a lender may have otherwise beside a single term: how it follows a rate that changes, caps. */

import { addDays, addMonths, civil, type Day, dayOf } from "../../loan/day.ts";
import type { Loan } from "../../loan/loan.ts";
import type { DatedRate } from "../../loan/terms.ts";
import { besideTerms, type Candidate, RATE_CHANGES, type RateChanges } from "./candidate.ts";
import type { OrderedStatement } from "./replayed-loan.ts";

export function capsLeftOut(loan: Loan): readonly Candidate[] {
  if (loan.terms.caps.length === 0) return [];
  const uncapped = (before: Loan): Loan => ({ ...before, terms: { ...before.terms, caps: [] } });
  return [besideTerms(loan.terms, { term: "caps", from: "kept", to: "left-out" }, { loan: uncapped })];
}

export function ratesFollowedOtherwise(loan: Loan, { lines }: OrderedStatement): readonly Candidate[] {
  const { terms, asOf } = loan;
  const until = lines.reduce((last, { date }) => (date > last ? date : last), asOf);
  const changes = terms.rates.some(({ from }) => from !== null && from > asOf && from <= until);
  if (!changes) return [];
  return RATE_CHANGES.map((to) => {
    const rates = FOLLOWED[to](terms.rates, asOf, until);
    const followed = (before: Loan): Loan => ({ ...before, terms: { ...before.terms, rates } });
    return besideTerms(terms, { term: "rate-changes", from: "as-dated", to }, { loan: followed });
  });
}

type Rates = readonly DatedRate[];

const FOLLOWED: Readonly<Record<RateChanges, (rates: Rates, asOf: Day, until: Day) => Rates>> = {
  "not-followed": (rates, asOf) => inForceFrom(rates, asOf, null),
  "a-day-earlier": (rates) => moved(rates, (from) => addDays(from, -1)),
  "a-day-later": (rates) => moved(rates, (from) => addDays(from, 1)),
  "a-month-later": (rates) => moved(rates, (from) => addMonths(from, 1)),
  "each-january": (rates, asOf, until) => {
    const [first, last] = [civil(asOf).year, civil(until).year];
    const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
    return years.flatMap((year) => {
      const newYear = dayOf({ year, month: 1, day: 1 });
      return newYear === null ? [] : inForceFrom(rates, newYear, year === first ? null : newYear);
    });
  },
};

/** The first rate is the contract's from the start, whenever those after it are followed. */
function moved(rates: Rates, to: (from: Day) => Day): Rates {
  return rates.map((one, index) =>
    index === 0 || one.from === null ? { ...one, from: null } : { ...one, from: to(one.from) },
  );
}

/** The rate that is in force on a day, from that day on, or from ever. */
function inForceFrom(rates: Rates, day: Day, from: Day | null): Rates {
  const inForce = rates.findLast((one) => one.from === null || one.from <= day) ?? rates[0];
  return inForce === undefined ? [] : [{ ...inForce, from }];
}
