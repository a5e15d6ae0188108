/** Which daily rates hold on which night, over one common denominator, so that accruals add up exactly. */

import { civil, type Day, dayOf, daysInYear, earliest, monthsFrom, NEVER, wholeMonthsBetween } from "../loan/day.ts";
import { thirtyDayCount, YEAR_DAYS } from "../loan/day-count.ts";
import type { Fraction } from "../loan/money.ts";
import {
  dailyRate,
  fraction,
  leastCommonMultiple,
  monthlyRate,
  multiply,
  type Rate,
  roundFraction,
} from "../loan/rate.ts";
import type { DatedRate, PenaltyRate, Terms } from "../loan/terms.ts";
import { makePosting, type Posting, type ScaledRate } from "./posting.ts";

/** The rates of a stretch of nights. */
export interface NightRates {
  /** The last day whose night (the one ending on it) they hold for. */
  readonly until: Day;
  readonly contract: ScaledRate;
  /** One for each row of the terms' penalty list. */
  readonly penalty: readonly ScaledRate[];
  readonly compound: readonly ScaledRate[];
}

/** A contract rate that replaces the terms' own in accrual (not in penalty) for a while: a deferral's. */
export interface RateOverride {
  readonly from: Day;
  readonly until: Day;
  readonly rate: Rate;
}

export interface RateTable {
  /** How what they bear is posted, over their denominator. */
  readonly posting: Posting;
  /** The rates of the night that ends on `day`. */
  readonly at: (day: Day) => NightRates;
}

export interface RateTableInput {
  readonly terms: Terms;
  /** Due dates, earliest first, or one day; they bound the periods of day count `period`, months those beyond them. */
  readonly bounds: readonly Day[];
  readonly rateOverrides: readonly RateOverride[];
  /** The result's denominator is a multiple of this one, so that carries can be taken over. */
  readonly multipleOf: bigint;
}

/** Tables that depend on the terms alone; many runs share one set of terms. */
const tablesByTerms = new WeakMap<Terms, RateTable>();

export function rateTable(input: RateTableInput): RateTable {
  const { terms, rateOverrides, multipleOf } = input;
  const { dayCount } = terms;
  const isOfTermsAlone =
    dayCount !== "period" && dayCount !== "months+days/360" && rateOverrides.length === 0 && multipleOf === 1n;
  if (!isOfTermsAlone) return makeRateTable(input);
  let table = tablesByTerms.get(terms);
  if (table === undefined) {
    table = makeRateTable(input);
    tablesByTerms.set(terms, table);
  }
  return table;
}

function makeRateTable({ terms, bounds, rateOverrides, multipleOf }: RateTableInput): RateTable {
  const grid = new PeriodGrid(bounds);
  const { compoundRate } = terms;
  const contractRates = [...terms.rates.map(({ rate }) => rate), ...rateOverrides.map(({ rate }) => rate)];
  const isFree =
    contractRates.every(isZero) &&
    (compoundRate.kind !== "rate" || isZero(compoundRate.rate)) &&
    terms.penalty.every(({ penalty }) => penalty.kind === "multiple" || isZero(penalty.rate));
  const none: ScaledRate = { parts: 0, exact: 0n };

  let denominator = multipleOf;
  const units = isFree ? [] : unitsOf(terms, grid);
  for (const unit of units) {
    const fractions = contractRates.flatMap((contract) => [
      contractOfDay(terms, contract, unit),
      ofDay(terms, contract, unit),
      ...terms.penalty.map(({ penalty }) => penaltyOfDay(terms, penalty, contract, unit)),
    ]);
    if (compoundRate.kind === "rate") fractions.push(ofDay(terms, compoundRate.rate, unit));
    for (const cap of terms.caps) if (cap.kind === "rate") fractions.push(perDay(cap.rate, unit));
    for (const each of fractions) denominator = leastCommonMultiple(denominator, each.denominator);
  }
  const scale = ({ numerator, denominator: own }: Fraction): ScaledRate => {
    const exact = numerator * (denominator / own);
    return { exact, parts: exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : Number.NaN };
  };
  const stretch = (day: Day): NightRates => {
    if (isFree) {
      const noPenalty = terms.penalty.map(() => none);
      return { until: NEVER, contract: none, penalty: noPenalty, compound: noPenalty };
    }
    const firstDay = (day - 1) as Day;
    const { unit, until: unitUntil } = unitOf(terms, grid, firstDay);
    const inForce = rateInForce(terms.rates, firstDay);
    let until = earliest(unitUntil, inForce.until);
    const contract = contractOfDay(terms, inForce.rate, unit);
    let accruing: Fraction | null = terms.interest === "scheduled" ? null : contract;
    for (const override of rateOverrides) {
      if (firstDay >= override.until) continue;
      if (firstDay < override.from) until = earliest(until, override.from);
      else {
        accruing = ofDay(terms, override.rate, unit);
        until = earliest(until, override.until);
      }
    }
    const penalties = terms.penalty.map(({ penalty }) => penaltyOfDay(terms, penalty, inForce.rate, unit));
    const compoundOf = (penalty: Fraction): Fraction => {
      switch (compoundRate.kind) {
        case "penalty":
          return penalty;
        case "contract":
          return contract;
        case "rate":
          return ofDay(terms, compoundRate.rate, unit);
        default:
          return compoundRate satisfies never;
      }
    };
    return {
      until,
      contract: accruing === null ? none : scale(accruing),
      penalty: penalties.map(scale),
      compound: penalties.map((penalty) => scale(capped(compoundOf(penalty), "compound", terms, unit))),
    };
  };

  let from = 1;
  let current: NightRates = { until: 0 as Day, contract: none, penalty: [], compound: [] };
  return {
    posting: makePosting(terms.rounding, denominator),
    at: (day) => {
      if (day < from || day > current.until) {
        current = stretch(day);
        from = day;
      }
      return current;
    },
  };
}

function isZero({ numerator }: Fraction): boolean {
  return numerator === 0n;
}

/**
 * How a night counts. `months` of a month's rate over the `days` of its period, or, where `months` is null, as
 * `weight` days of a year of `days`.
 */
type Unit =
  | { readonly months: number; readonly days: number }
  | { readonly months: null; readonly days: number; readonly weight: number };

/** One of each unit that can come up; a weight changes no denominator. */
function unitsOf({ dayCount }: Terms, grid: PeriodGrid): readonly Unit[] {
  const year = (days: number): Unit => ({ months: null, days, weight: 1 });
  switch (dayCount) {
    case "actual/360":
    case "actual/365":
    case "actual/365.25":
      return [year(YEAR_DAYS[dayCount])];
    case "actual/actual":
      return [year(365), year(366)];
    case "30/360":
    case "months+days/360":
      return [year(360)];
    case "period":
      return grid.units();
    default:
      return dayCount satisfies never;
  }
}

/** The unit of the night that begins on `firstDay`, and the last day whose night counts so too. */
function unitOf({ dayCount }: Terms, grid: PeriodGrid, firstDay: Day): { readonly unit: Unit; readonly until: Day } {
  switch (dayCount) {
    case "actual/360":
    case "actual/365":
    case "actual/365.25":
      return { unit: { months: null, days: YEAR_DAYS[dayCount], weight: 1 }, until: NEVER };
    case "actual/actual": {
      const { year } = civil(firstDay);
      const until = dayOf({ year: year + 1, month: 1, day: 1 }) ?? NEVER;
      return { unit: { months: null, days: daysInYear(year), weight: 1 }, until };
    }
    case "30/360":
      return weighed(firstDay, thirtyDayCount);
    case "months+days/360": {
      // Whole months are counted from the first due date on, forwards and backwards.
      const { from, until } = grid.monthOf(firstDay);
      const found = weighed(firstDay, (day) => (day < until ? day - from : 30));
      return { ...found, until: earliest(found.until, until) };
    }
    case "period": {
      const { from, until } = grid.periodOf(firstDay);
      return { unit: { months: grid.monthsOf(from, until), days: until - from }, until };
    }
    default:
      return dayCount satisfies never;
  }
}

/** A night counts as many days as the count of its end exceeds that of its beginning: 0 to 3 at the end of a month. */
function weighed(firstDay: Day, countTo: (day: Day) => number): { readonly unit: Unit; readonly until: Day } {
  const weightOf = (night: number): number => countTo((night + 1) as Day) - countTo(night as Day);
  const weight = weightOf(firstDay);
  let until = firstDay + 1;
  while (until < firstDay + 31 && weightOf(until) === weight) until += 1;
  return { unit: { months: null, days: 360, weight }, until: until as Day };
}

/** A rate of one night by its unit. */
function perDay(rate: Rate, unit: Unit): Fraction {
  if (unit.months === null) return weighted(dailyRate(rate, unit.days), unit.weight);
  return overDays(monthlyRate(rate), unit.months, unit.days);
}

/** The same of a rate of the terms, which may be kept to so many decimals. */
function ofDay(terms: Terms, rate: Rate, unit: Unit): Fraction {
  if (unit.months === null) return weighted(rounded(terms, dailyRate(rate, unit.days)), unit.weight);
  return overDays(rounded(terms, monthlyRate(rate)), unit.months, unit.days);
}

function contractOfDay(terms: Terms, contract: Rate, unit: Unit): Fraction {
  return capped(ofDay(terms, contract, unit), "interest", terms, unit);
}

/** A multiple is of the contract rate in force, as it is kept and capped. */
function penaltyOfDay(terms: Terms, penalty: PenaltyRate, contract: Rate, unit: Unit): Fraction {
  if (penalty.kind === "rate") return capped(ofDay(terms, penalty.rate, unit), "penalty", terms, unit);
  const multiplied = multiply(contractOfDay(terms, contract, unit), penalty.of);
  if (terms.rateDecimals === null) return capped(multiplied, "penalty", terms, unit);
  const [count, days] = unit.months === null ? [unit.weight, 1] : [unit.months, unit.days];
  if (count === 0) return multiplied;
  // What is kept to so many decimals is the rate of a whole day or month.
  const whole = multiply(multiplied, fraction(BigInt(days), BigInt(count)));
  return capped(overDays(rounded(terms, whole), count, days), "penalty", terms, unit);
}

function overDays({ numerator, denominator }: Fraction, months: number, days: number): Fraction {
  return fraction(numerator * BigInt(months), denominator * BigInt(days));
}

function weighted(daily: Fraction, weight: number): Fraction {
  return weight === 1 ? daily : { numerator: daily.numerator * BigInt(weight), denominator: daily.denominator };
}

function rounded({ rateDecimals }: Terms, value: Fraction): Fraction {
  return rateDecimals === null ? value : roundFraction(value, rateDecimals);
}

/** The rate, or the cap of its component where that is lower. */
function capped(value: Fraction, of: "penalty" | "compound" | "interest", { caps }: Terms, unit: Unit): Fraction {
  let lowest = value;
  for (const cap of caps) {
    if (cap.kind !== "rate" || cap.of !== of) continue;
    const most = perDay(cap.rate, unit);
    if (most.numerator * lowest.denominator < lowest.numerator * most.denominator) lowest = most;
  }
  return lowest;
}

/** The rate that holds on a day, and the last night it holds for. Throws where the table does not reach back so far. */
function rateInForce(rates: readonly DatedRate[], firstDay: Day): { readonly rate: Rate; readonly until: Day } {
  let found: Rate | null = null;
  for (const row of rates) {
    if (row.from !== null && row.from > firstDay) {
      if (found === null) break;
      return { rate: found, until: row.from };
    }
    found = row.rate;
  }
  if (found === null) throw new Error("the contract rate is not known on the first day of the run");
  return { rate: found, until: NEVER };
}

/** The periods between the given due dates, and by whole months before and after them. */
class PeriodGrid {
  readonly #dues: readonly Day[];
  readonly #first: Day;
  readonly #last: Day;
  /** The period found last: days are asked for one after the other. */
  #index = 1;

  constructor(dues: readonly Day[]) {
    this.#dues = dues.filter((due, index) => due !== dues[index - 1]);
    const first = this.#dues[0];
    const last = this.#dues[this.#dues.length - 1];
    if (first === undefined || last === undefined) throw new Error("a loan has at least one due date");
    this.#first = first;
    this.#last = last;
  }

  /** One of each length; beyond the due dates periods are months. */
  units(): readonly Unit[] {
    const found = new Map<number, Unit>();
    for (const [index, until] of this.#dues.entries()) {
      const from = this.#dues[index - 1] ?? until;
      if (until > from) found.set(until - from, { months: 1, days: until - from });
    }
    return [...found.values(), ...[28, 29, 30, 31].map((days) => ({ months: 1, days }))];
  }

  /** Due dates that lie no whole months apart are refused by readers; one that comes all the same counts as a month. */
  monthsOf(from: Day, until: Day): number {
    return wholeMonthsBetween(from, until) ?? 1;
  }

  /** The month, counted from the first due date, in which a day lies. */
  monthOf(firstDay: Day): { readonly from: Day; readonly until: Day } {
    return monthStep(this.#first, firstDay);
  }

  /** The period whose first night begins on or before `firstDay` and whose end lies after it. */
  periodOf(firstDay: Day): { readonly from: Day; readonly until: Day } {
    if (firstDay < this.#first) return monthStep(this.#first, firstDay);
    if (firstDay >= this.#last) return monthStep(this.#last, firstDay);
    if ((this.#dues[this.#index - 1] ?? NEVER) > firstDay) this.#index = 1;
    while ((this.#dues[this.#index] ?? NEVER) <= firstDay) this.#index += 1;
    return { from: this.#dues[this.#index - 1] ?? this.#first, until: this.#dues[this.#index] ?? this.#last };
  }
}

/** The month, counted from the anchor forwards or backwards, in which a day lies. */
function monthStep(anchor: Day, firstDay: Day): { readonly from: Day; readonly until: Day } {
  const monthOf = monthsFrom(anchor);
  let months = Math.floor((firstDay - anchor) / 31);
  while (monthOf(months + 1) <= firstDay) months += 1;
  while (monthOf(months) > firstDay) months -= 1;
  return { from: monthOf(months), until: monthOf(months + 1) };
}
