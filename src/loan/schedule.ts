/** The schedule maker: from a contract (amount, rate, months, method) to its instalments. */

import { type Day, monthsFrom } from "./day.ts";
import { type InterestBetween, interestBetween } from "./day-count.ts";
import { add, divideHalfUp, divideUp, type Fen, type Fraction, fen, least, shareOf, subtract, ZERO } from "./money.ts";
import { monthlyRate, type Rate } from "./rate.ts";
import type { DayCount } from "./terms.ts";

/** 等额本息, 等额本金, 先息后本, 等本等费, 到期一次还本付息. */
export const METHODS = ["equal-instalments", "equal-principal", "interest-first", "flat", "bullet"] as const;
export type Method = (typeof METHODS)[number];

/** What a schedule of instalments follows from. */
export interface Contract {
  readonly borrowed: Fen;
  readonly months: number;
  readonly method: Method;
  /** Due date of the first instalment; the loan began one month earlier. */
  readonly firstDue: Day;
  readonly rate: Rate;
  readonly dayCount: DayCount;
}

export interface ScheduledInstalment {
  readonly due: Day;
  readonly principal: Fen;
  readonly interest: Fen;
}

/**
 * How the equal amounts are rounded. A contract rounds half-up and its last instalment takes the rest;
 * an agreement rounds up, so that its last instalment is the smaller one.
 */
export type ScheduleRounding = "half-up" | "up";

/**
 * The instalments of a contract. A bullet loan has one, due when the last of the others would be. Throws a `RangeError`
 * where the months are not a whole number from 1 on, or the method is not known.
 */
export function makeSchedule(contract: Contract): readonly ScheduledInstalment[] {
  const { months, method } = contract;
  expectMonths("contract.months", months);
  if (!METHODS.includes(method)) throw new RangeError(`contract.method: ${method}`);
  return scheduleOver(contract, monthsFrom(contract.firstDue), "half-up");
}

/** Throws a `RangeError` that names the place where there is no number of months to spread an amount over. */
export function expectMonths(place: string, months: number): void {
  if (!(Number.isSafeInteger(months) && months >= 1)) throw new RangeError(`${place}: ${months}`);
}

/** Instalments over due dates of their own: `due(0)` is the first, `due(-1)` the day from which it bears interest. */
export function scheduleOver(
  contract: Omit<Contract, "firstDue">,
  due: (index: number) => Day,
  rounding: ScheduleRounding,
  interestOn: InterestBetween = interestBetween(contract.rate, contract.dayCount, due(0)),
): readonly ScheduledInstalment[] {
  const { borrowed, months, method } = contract;
  const amortisation: Amortisation = { borrowed, months, due, interestOn };
  switch (method) {
    case "equal-instalments":
      return equalInstalments(amortisation, monthlyRate(contract.rate), rounding);
    case "equal-principal": {
      const part = roundedPart(borrowed, months, rounding);
      return declining(amortisation, () => part);
    }
    case "interest-first":
      return declining(amortisation, () => ZERO);
    case "flat": {
      // Equal parts of interest are what the method means: a month is a month, however many days it has.
      const part = roundedPart(borrowed, months, rounding);
      const fee = shareOf(borrowed, monthlyRate(contract.rate));
      return declining({ ...amortisation, interestOn: () => fee }, () => part);
    }
    case "bullet": {
      const last = due(months - 1);
      return [{ due: last, principal: borrowed, interest: interestOn(borrowed, due(-1), last) }];
    }
    default:
      return method satisfies never;
  }
}

/** An amount, the months over which it is paid back, and what its balance bears until then. */
interface Amortisation extends Pick<Contract, "borrowed" | "months"> {
  readonly due: (index: number) => Day;
  readonly interestOn: InterestBetween;
}

/** Rows whose principal is chosen row by row from the interest of the row; the last takes what is left. */
function declining(
  { borrowed, months, due, interestOn }: Amortisation,
  principal: (interest: Fen) => Fen,
): readonly ScheduledInstalment[] {
  const rows: ScheduledInstalment[] = [];
  let balance = borrowed;
  let from = due(-1);
  for (let index = 0; index < months; index += 1) {
    const until = due(index);
    const rowInterest = interestOn(balance, from, until);
    const rowPrincipal = index === months - 1 ? balance : least(principal(rowInterest), balance);
    rows.push({ due: until, principal: rowPrincipal, interest: rowInterest });
    balance = subtract(balance, rowPrincipal);
    from = until;
  }
  return rows;
}

function equalInstalments(
  amortisation: Amortisation,
  monthly: Fraction,
  rounding: ScheduleRounding,
): readonly ScheduledInstalment[] {
  const { borrowed, months } = amortisation;
  const rows = (instalment: Fen): readonly ScheduledInstalment[] =>
    declining(amortisation, (rowInterest) => fen(Math.max(0, instalment - rowInterest)));
  const exact = annuity(borrowed, months, monthly, rounding);
  if (rounding === "half-up") return rows(exact);
  // Interest is rounded row by row and may count days, so that the last row can still ask more than the others.
  const smallerLast = (instalment: Fen): readonly ScheduledInstalment[] | null => {
    const found = rows(instalment);
    const last = found[months - 1];
    return last === undefined || add(last.principal, last.interest) <= instalment ? found : null;
  };
  let enough = exact;
  let found = smallerLast(enough);
  let step = 1;
  while (found === null) {
    enough = fen(exact + step);
    found = smallerLast(enough);
    step *= 2;
  }
  let tooLittle = step === 1 ? enough : fen(exact + (step >= 4 ? step / 4 : 0));
  while (enough - tooLittle > 1) {
    const middle = fen(tooLittle + Math.floor((enough - tooLittle) / 2));
    const better = smallerLast(middle);
    if (better === null) tooLittle = middle;
    else [enough, found] = [middle, better];
  }
  return found;
}

/** The equal instalment: P·r·(1+r)^n ÷ ((1+r)^n − 1), in exact fractions, rounded once. */
function annuity(borrowed: Fen, months: number, monthly: Fraction, rounding: ScheduleRounding): Fen {
  if (monthly.numerator === 0n) return roundedPart(borrowed, months, rounding);
  const grown = (monthly.denominator + monthly.numerator) ** BigInt(months);
  const unit = monthly.denominator ** BigInt(months);
  const divide = rounding === "up" ? divideUp : divideHalfUp;
  return fen(Number(divide(BigInt(borrowed) * monthly.numerator * grown, monthly.denominator * (grown - unit))));
}

function roundedPart(amount: Fen, parts: number, rounding: ScheduleRounding): Fen {
  const divide = rounding === "up" ? divideUp : divideHalfUp;
  return fen(Number(divide(BigInt(amount), BigInt(parts))));
}
