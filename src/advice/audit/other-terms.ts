/** What a lender may have otherwise beside a single term: how it follows a rate that changes, caps, what was owed at first. */

import { Run } from "../../ledger/run.ts";
import { COMPONENTS, type Component } from "../../loan/components.ts";
import { addDays, addMonths, civil, type Day, dayOf } from "../../loan/day.ts";
import { NO_EVENTS } from "../../loan/events.ts";
import type { Instalment, Loan } from "../../loan/loan.ts";
import { add, type Fen, formatFen, ZERO } from "../../loan/money.ts";
import type { DatedRate } from "../../loan/terms.ts";
import type { AuditRow } from "./audit-row.ts";
import { besideTerms, type Candidate, RATE_CHANGES, type RateChanges } from "./candidate.ts";
import { differencesOf } from "./differences.ts";
import { replay } from "./replay.ts";
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

/** From how many lines with what is owed one can tell that it differs since the start. */
const FEWEST_CLAIMS = 2;

/**
 * What the first line that says it has more or less as owed, as though it had been so at the start: of the component that it
 * names, else of each that the difference may be of.
 */
export function otherOpening(loan: Loan, statement: OrderedStatement): readonly Candidate[] {
  const [oldest] = loan.instalments;
  const claiming = replay(loan, statement.lines, null).rows.filter(
    ({ line, difference, balance, principal }) =>
      balance.claimed !== null || principal.claimed !== null || (line.kind === "balance" && difference !== null),
  );
  const [first] = claiming;
  if (oldest === undefined || first === undefined || claiming.length < FEWEST_CLAIMS) return [];
  const opening = asOwedAtStart(loan, oldest);
  return moreAtFirst(first).flatMap(({ component, amount }) => {
    const instalment = withMore(opening, component, amount);
    if (instalment === null) return [];
    const to = `${amount > 0 ? "+" : ""}${formatFen(amount)} ${component}`;
    const opened = (before: Loan): Loan => ({ ...before, instalments: [instalment, ...before.instalments.slice(1)] });
    return [
      besideTerms(
        loan.terms,
        { term: "opening", from: "as-given", to, component, amount },
        { standsAlone: true, loan: opened },
      ),
    ];
  });
}

function moreAtFirst(row: AuditRow): readonly { readonly component: Component; readonly amount: Fen }[] {
  if (differencesOf(row).every((amount) => amount === ZERO)) return [];
  if (row.line.kind === "balance" && row.difference !== null) {
    const { difference } = row;
    const named = COMPONENTS.filter((component) => difference[component] !== ZERO);
    return named.length === 1 ? named.map((component) => ({ component, amount: difference[component] })) : [];
  }
  const ofPrincipal = row.principal.difference ?? ZERO;
  if (ofPrincipal !== ZERO) return [{ component: "principal", amount: ofPrincipal }];
  const amount = row.balance.difference ?? ZERO;
  return amount === ZERO ? [] : COMPONENTS.map((component) => ({ component, amount }));
}

/**
 * An instalment with what is owed of it at the start as though it were given: what was worked out follows from its
 * principal, and must not change with it. As it is where that may be of several instalments.
 */
function asOwedAtStart(loan: Loan, instalment: Instalment): Instalment {
  const { instalments, asOf } = loan;
  const { penalty, compound, fee } = instalment;
  if (penalty !== null && compound !== null && fee !== null) return instalment;
  if (instalments.filter(({ due }) => due <= asOf).length > 1) return instalment;
  const owed = new Run(loan, NO_EVENTS).amounts("owed");
  return {
    ...instalment,
    penalty: penalty ?? owed.penalty,
    compound: compound ?? owed.compound,
    fee: fee ?? owed.fee,
  };
}

/** Null where that is less than nothing, or other amounts are worked out from it. */
function withMore(opening: Instalment, component: Component, amount: Fen): Instalment | null {
  const { principal, interest, penalty, compound, fee } = opening;
  const given = { principal, interest, penalty, compound, fee }[component];
  if (given === null || (component === "principal" && (penalty === null || compound === null || fee === null)))
    return null;
  const changed = add(given, amount);
  return changed < 0 ? null : { ...opening, [component]: changed };
}
