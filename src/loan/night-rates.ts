/** What a night bears by the terms: how it counts, and which rate holds on it. */

import { addDays, civil, type Day, dayOf, daysInYear, earliest, NEVER, wholeMonthsBetween } from "./day.ts";
import { monthAround, thirtyDayCount, YEAR_DAYS } from "./day-count.ts";
import type { Fraction } from "./money.ts";
import { compareFractions, dailyRate, fraction, monthlyRate, multiply, type Rate, roundFraction } from "./rate.ts";
import type { DatedRate, PenaltyRate, Terms } from "./terms.ts";

/**
 * How a night counts. `months` of a month's rate over the `days` of its period, or, where `months` is null, as
 * `weight` days of a year of `days`.
 */
type Unit =
  | { readonly months: number; readonly days: number }
  | { readonly months: null; readonly days: number; readonly weight: number };

/** One of each unit that can come up, for the common denominator of all rates; a weight does not change it. */
export function unitsOf({ dayCount }: Terms, grid: PeriodGrid): readonly Unit[] {
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
export function unitOf(
  { dayCount }: Terms,
  grid: PeriodGrid,
  firstDay: Day,
): { readonly unit: Unit; readonly until: Day } {
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
  const weightOf = (night: Day): number => countTo(addDays(night, 1)) - countTo(night);
  const weight = weightOf(firstDay);
  let until = addDays(firstDay, 1);
  while (until < firstDay + 31 && weightOf(until) === weight) until = addDays(until, 1);
  return { unit: { months: null, days: 360, weight }, until };
}

/** A rate of one night by its unit. */
export function rateOfNight(rate: Rate, unit: Unit): Fraction {
  if (unit.months === null) return weighted(dailyRate(rate, unit.days), unit.weight);
  return overDays(monthlyRate(rate), unit.months, unit.days);
}

/** The same for a rate of the terms, which the contract may keep to a number of decimals. */
export function uncappedOfNight(terms: Terms, rate: Rate, unit: Unit): Fraction {
  if (unit.months === null) return weighted(rounded(terms, dailyRate(rate, unit.days)), unit.weight);
  return overDays(rounded(terms, monthlyRate(rate)), unit.months, unit.days);
}

export function contractOfNight(terms: Terms, contract: Rate, unit: Unit): Fraction {
  return capped(uncappedOfNight(terms, contract, unit), "interest", terms, unit);
}

/** A multiple is of the contract rate in force, as it is kept and capped. */
export function penaltyOfNight(terms: Terms, penalty: PenaltyRate, contract: Rate, unit: Unit): Fraction {
  if (penalty.kind === "rate") return capped(uncappedOfNight(terms, penalty.rate, unit), "penalty", terms, unit);
  const multiplied = multiply(contractOfNight(terms, contract, unit), penalty.of);
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
export function capped(
  value: Fraction,
  of: "penalty" | "compound" | "interest",
  { caps }: Terms,
  unit: Unit,
): Fraction {
  let lowest = value;
  for (const cap of caps) {
    if (cap.kind !== "rate" || cap.of !== of) continue;
    const most = rateOfNight(cap.rate, unit);
    if (compareFractions(most, lowest) < 0) lowest = most;
  }
  return lowest;
}

/** The rate that holds on a day, and the last night it holds for. Throws where the table does not reach back so far. */
export function rateInForce(rates: readonly DatedRate[], firstDay: Day): { readonly rate: Rate; readonly until: Day } {
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
export class PeriodGrid {
  readonly #dues: readonly Day[];
  readonly #first: Day;
  readonly #last: Day;
  /** From which months are counted: of a series of the 29th to 31st no due date in a month that is shorter. */
  readonly #anchor: Day;
  /** The period found last: days are asked for one after the other. */
  #index = 1;

  constructor(dues: readonly Day[]) {
    this.#dues = dues.filter((due, index) => due !== dues[index - 1]);
    const first = this.#dues[0];
    const last = this.#dues[this.#dues.length - 1];
    if (first === undefined || last === undefined) throw new Error("a loan has at least one due date");
    this.#first = first;
    this.#last = last;
    this.#anchor = this.#dues.reduce((one, other) => (civil(other).day > civil(one).day ? other : one));
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
    return monthAround(this.#first, firstDay);
  }

  /** The period whose first night begins on or before `firstDay` and whose end lies after it. */
  periodOf(firstDay: Day): { readonly from: Day; readonly until: Day } {
    if (firstDay < this.#first || firstDay >= this.#last) return monthAround(this.#anchor, firstDay);
    if ((this.#dues[this.#index - 1] ?? NEVER) > firstDay) this.#index = 1;
    while ((this.#dues[this.#index] ?? NEVER) <= firstDay) this.#index += 1;
    return { from: this.#dues[this.#index - 1] ?? this.#first, until: this.#dues[this.#index] ?? this.#last };
  }
}
