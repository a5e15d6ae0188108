/** Which daily rates hold on which night, over one common denominator, so that accruals add up exactly. */

import { civil, type Day, dayOf, daysInYear, earliest, monthsFrom } from "../loan/day.ts";
import type { DatedRate, PenaltyRate, Terms } from "../loan/loan.ts";
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

/** A daily rate in parts of the table's denominator; `parts` is NaN where it is no safe integer, `exact` always holds. */
export interface ScaledRate {
  readonly parts: number;
  readonly exact: bigint;
}

/** The rates of a stretch of nights. */
export interface NightRates {
  /** The last day whose night (the one ending on it) they hold for. */
  readonly until: Day;
  readonly contract: ScaledRate;
  /** One for each row of the terms' penalty list. */
  readonly penalty: readonly ScaledRate[];
}

/** A contract rate that replaces the terms' own in accrual (not in penalty) for a while: a deferral's. */
export interface AccrualWindow {
  readonly from: Day;
  readonly until: Day;
  readonly rate: Rate;
}

export interface RateTable {
  readonly denominator: bigint;
  /** The denominator as a number; NaN where it is no safe integer. */
  readonly parts: number;
  /** The bounds of the periods that it was made with. */
  readonly bounds: readonly Day[];
  /** The rates of the night that ends on `day`. */
  readonly at: (day: Day) => NightRates;
}

export interface RateTableInput {
  readonly terms: Terms;
  /** Due dates, earliest first, or one day; they bound the periods of day count `period`, months those beyond them. */
  readonly bounds: readonly Day[];
  readonly windows: readonly AccrualWindow[];
  /** The result's denominator is a multiple of this one, so that exact remainders can be carried over. */
  readonly multipleOf: bigint;
}

/** Lengths that months have; periods beyond the given due dates are months. */
const MONTH_LENGTHS_DAYS = [28, 29, 30, 31];
const YEAR_LENGTHS_DAYS = [365, 366];

export function makeRateTable(input: RateTableInput): RateTable {
  const { terms, bounds, windows } = input;
  const grid = new PeriodGrid(bounds);
  const lengths = unitLengths(terms, grid);
  let denominator = input.multipleOf;
  for (const length of lengths) {
    for (const { rate } of [...terms.rates, ...windows]) {
      const contract = rateOfDay(terms, rate, length);
      denominator = leastCommonMultiple(denominator, contract.denominator);
      for (const { penalty } of terms.penalty) {
        denominator = leastCommonMultiple(denominator, penaltyOfDay(terms, penalty, rate, length).denominator);
      }
    }
  }
  const parts = denominator <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(denominator) : Number.NaN;
  const scale = ({ numerator, denominator: own }: Fraction): ScaledRate => {
    const exact = numerator * (denominator / own);
    return { exact, parts: exact <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(exact) : Number.NaN };
  };
  const none = scale(fraction(0n, 1n));

  const stretch = (day: Day): NightRates => {
    const firstDay = (day - 1) as Day;
    const unit = unitOf(terms, grid, firstDay);
    const inForce = rateInForce(terms.rates, firstDay);
    let until = earliest(unit.until, inForce.until);
    let accruing: Rate | null = terms.interest === "scheduled" ? null : inForce.rate;
    for (const window of windows) {
      if (firstDay >= window.until) continue;
      if (firstDay < window.from) until = earliest(until, window.from);
      else {
        accruing = window.rate;
        until = earliest(until, window.until);
      }
    }
    return {
      until,
      contract:
        accruing === null || accruing.numerator === 0n ? none : scale(rateOfDay(terms, accruing, unit.lengthDays)),
      penalty: terms.penalty.map(({ penalty }) =>
        penalty.kind === "rate" && penalty.rate.numerator === 0n
          ? none
          : scale(penaltyOfDay(terms, penalty, inForce.rate, unit.lengthDays)),
      ),
    };
  };

  let from = 1;
  let current: NightRates = isFree(input)
    ? { until: FOREVER, contract: none, penalty: terms.penalty.map(() => none) }
    : { until: 0 as Day, contract: none, penalty: [] };
  return {
    denominator,
    parts,
    bounds,
    at: (day) => {
      if (day < from || day > current.until) {
        current = stretch(day);
        from = day;
      }
      return current;
    },
  };
}

const FOREVER = 1e9 as Day;

/** Nothing bears anything, whatever the month: interest is stopped. */
function isFree({ terms, windows }: RateTableInput): boolean {
  return (
    windows.length === 0 &&
    terms.rates.every(({ rate }) => rate.numerator === 0n) &&
    terms.penalty.every(({ penalty }) => penalty.kind === "rate" && penalty.rate.numerator === 0n)
  );
}

/** The stretch of nights that are counted alike: a year, a period, or for ever; `until` is its last night's end. */
function unitOf(terms: Terms, grid: PeriodGrid, firstDay: Day): { readonly lengthDays: number; readonly until: Day } {
  switch (terms.dayCount) {
    case "actual/360":
      return { lengthDays: 360, until: FOREVER };
    case "actual/365":
      return { lengthDays: 365, until: FOREVER };
    case "actual/actual": {
      const { year } = civil(firstDay);
      return { lengthDays: daysInYear(year), until: dayOf({ year: year + 1, month: 1, day: 1 }) ?? FOREVER };
    }
    case "period": {
      const { from, until } = grid.periodOf(firstDay);
      return { lengthDays: until - from, until };
    }
    default:
      throw new Error(`not yet a day count of the engine: ${terms.dayCount}`);
  }
}

function unitLengths(terms: Terms, grid: PeriodGrid): Iterable<number> {
  switch (terms.dayCount) {
    case "actual/360":
      return [360];
    case "actual/365":
      return [365];
    case "actual/actual":
      return YEAR_LENGTHS_DAYS;
    case "period":
      return new Set([...MONTH_LENGTHS_DAYS, ...grid.lengthsDays()]);
    default:
      throw new Error(`not yet a day count of the engine: ${terms.dayCount}`);
  }
}

/** The contract rate of one day, in a year of so many days or (day count `period`) a period of so many days. */
function rateOfDay(terms: Terms, rate: Rate, lengthDays: number): Fraction {
  if (terms.dayCount === "period") return perDay(rounded(terms, monthlyRate(rate)), lengthDays);
  return rounded(terms, dailyRate(rate, lengthDays));
}

function penaltyOfDay(terms: Terms, penalty: PenaltyRate, contract: Rate, lengthDays: number): Fraction {
  if (penalty.kind === "rate") return rateOfDay(terms, penalty.rate, lengthDays);
  if (terms.dayCount === "period") {
    return perDay(rounded(terms, multiply(rounded(terms, monthlyRate(contract)), penalty.of)), lengthDays);
  }
  return rounded(terms, multiply(rounded(terms, dailyRate(contract, lengthDays)), penalty.of));
}

function perDay(monthly: Fraction, lengthDays: number): Fraction {
  return fraction(monthly.numerator, monthly.denominator * BigInt(lengthDays));
}

function rounded(terms: Terms, value: Fraction): Fraction {
  return terms.rateDecimals === null ? value : roundFraction(value, terms.rateDecimals);
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
  return { rate: found, until: FOREVER };
}

/** The periods of day count `period`: between the given due dates, and by whole months before and after them. */
class PeriodGrid {
  readonly #dues: readonly Day[];
  readonly #first: Day;
  readonly #last: Day;

  constructor(dues: readonly Day[]) {
    this.#dues = [...new Set(dues)];
    const first = this.#dues[0];
    const last = this.#dues[this.#dues.length - 1];
    if (first === undefined || last === undefined) throw new Error("a loan has at least one due date");
    this.#first = first;
    this.#last = last;
  }

  lengthsDays(): readonly number[] {
    return this.#dues.slice(1).map((due, index) => due - (this.#dues[index] ?? due));
  }

  /** The period whose first night begins on or before `firstDay` and whose end lies after it. */
  periodOf(firstDay: Day): { readonly from: Day; readonly until: Day } {
    if (firstDay < this.#first) return monthStep(this.#first, firstDay);
    if (firstDay >= this.#last) return monthStep(this.#last, firstDay);
    const index = this.#dues.findIndex((due) => due > firstDay);
    return { from: this.#dues[index - 1] ?? this.#first, until: this.#dues[index] ?? this.#last };
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
