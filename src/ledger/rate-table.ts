/** Which daily rates hold on which night, over one common denominator, so that accruals add up exactly. */

import { addDays, type Day, earliest, NEVER } from "../loan/day.ts";
import type { Fraction } from "../loan/money.ts";
import {
  capped,
  contractOfNight,
  PeriodGrid,
  penaltyOfNight,
  rateInForce,
  rateOfNight,
  uncappedOfNight,
  unitOf,
  unitsOf,
} from "../loan/night-rates.ts";
import { oncePer } from "../loan/once.ts";
import { leastCommonMultiple, type Rate } from "../loan/rate.ts";
import { accruesNothing, type Terms } from "../loan/terms.ts";
import { makePosting, type Posting, type ScaledRate } from "./posting.ts";

/** The rates that hold over a number of nights. */
export interface NightRates {
  /** The last day whose night (the one ending on it) they hold for. */
  readonly until: Day;
  readonly contract: ScaledRate;
  /** One for each row of the terms' penalty list. */
  readonly penalty: readonly ScaledRate[];
  readonly compound: readonly ScaledRate[];
}

/** The contract rate of a deferral: until a day it takes the place of the terms' own for interest, but not for penalty. */
export interface RateOverride {
  readonly until: Day;
  readonly rate: Rate;
}

export interface RateTable {
  /** How what they bear is posted, over their denominator. */
  readonly posting: Posting;
  /** The rates of the night that ends on `day`. */
  readonly at: (day: Day) => NightRates;
}

interface RateTableInput {
  readonly terms: Terms;
  /** Due dates, earliest first, or one day; they bound the periods of day count `period`, months those beyond them. */
  readonly bounds: readonly Day[];
  readonly rateOverrides: readonly RateOverride[];
  /** The result's denominator is a multiple of this one, so that carries can be taken over. */
  readonly multipleOf: bigint;
}

/** The tables that depend on the terms alone, for which no due date is asked; kept, because many runs share one set of terms. */
const tableOfTerms = oncePer((terms: Terms) =>
  makeRateTable({ terms, bounds: [NEVER], rateOverrides: [], multipleOf: 1n }),
);

export function rateTable(input: RateTableInput): RateTable {
  const { terms, rateOverrides, multipleOf } = input;
  const { dayCount } = terms;
  const isOfTermsAlone =
    dayCount !== "period" && dayCount !== "months+days/360" && rateOverrides.length === 0 && multipleOf === 1n;
  return isOfTermsAlone ? tableOfTerms(terms) : makeRateTable(input);
}

function makeRateTable(input: RateTableInput): RateTable {
  const { terms, bounds, rateOverrides } = input;
  const grid = new PeriodGrid(bounds);
  const contractRates = [...terms.rates, ...rateOverrides].map(({ rate }) => rate);
  const isFree = accruesNothing(terms, contractRates);
  const denominator = isFree ? input.multipleOf : commonDenominator(input, grid, contractRates);
  const noPenalty = terms.penalty.map(() => NO_RATE);
  const free: NightRates = { until: NEVER, contract: NO_RATE, penalty: noPenalty, compound: noPenalty };
  const scale = ({ numerator, denominator: own }: Fraction): ScaledRate => {
    const exact = numerator * (denominator / own);
    return { exact, parts: exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : Number.NaN };
  };

  let from = NEVER;
  let current = free;
  return {
    posting: makePosting(terms.rounding, denominator),
    at: (night) => {
      if (night < from || night > current.until) {
        current = isFree ? free : ratesFrom(night, input, grid, scale);
        from = night;
      }
      return current;
    },
  };
}

const NO_RATE: ScaledRate = { parts: 0, exact: 0n };

function commonDenominator(
  { terms, multipleOf }: RateTableInput,
  grid: PeriodGrid,
  contractRates: readonly Rate[],
): bigint {
  const { compoundRate } = terms;
  let denominator = multipleOf;
  for (const unit of unitsOf(terms, grid)) {
    const fractions = contractRates.flatMap((contract) => [
      contractOfNight(terms, contract, unit),
      uncappedOfNight(terms, contract, unit),
      ...terms.penalty.map(({ penalty }) => penaltyOfNight(terms, penalty, contract, unit)),
    ]);
    if (compoundRate.kind === "rate") fractions.push(uncappedOfNight(terms, compoundRate.rate, unit));
    for (const cap of terms.caps) if (cap.kind === "rate") fractions.push(rateOfNight(cap.rate, unit));
    for (const each of fractions) denominator = leastCommonMultiple(denominator, each.denominator);
  }
  return denominator;
}

/** The rates from the night that ends on `day` on, as long as none of them changes. */
function ratesFrom(
  day: Day,
  { terms, rateOverrides }: RateTableInput,
  grid: PeriodGrid,
  scale: (rate: Fraction) => ScaledRate,
): NightRates {
  const { compoundRate } = terms;
  const firstDay = addDays(day, -1);
  const { unit, until: unitUntil } = unitOf(terms, grid, firstDay);
  const inForce = rateInForce(terms.rates, firstDay);
  let until = earliest(unitUntil, inForce.until);
  const contract = contractOfNight(terms, inForce.rate, unit);
  let accruing: Fraction | null = terms.interest === "scheduled" ? null : contract;
  for (const override of rateOverrides) {
    if (firstDay >= override.until) continue;
    accruing = uncappedOfNight(terms, override.rate, unit);
    until = earliest(until, override.until);
  }
  const penalties = terms.penalty.map(({ penalty }) => penaltyOfNight(terms, penalty, inForce.rate, unit));
  const compoundOf = (penalty: Fraction): Fraction => {
    switch (compoundRate.kind) {
      case "penalty":
        return penalty;
      case "contract":
        return contract;
      case "rate":
        return uncappedOfNight(terms, compoundRate.rate, unit);
      default:
        return compoundRate satisfies never;
    }
  };
  return {
    until,
    contract: accruing === null ? NO_RATE : scale(accruing),
    penalty: penalties.map(scale),
    compound: penalties.map((penalty) => scale(capped(compoundOf(penalty), "compound", terms, unit))),
  };
}
