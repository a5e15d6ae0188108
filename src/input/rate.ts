/** Rates as contracts and apps write them: `0.05%/day`, `1.5%/month`, `18%/year`, `万5`, `5bp/day`. */

import { fraction, multiply, parseDecimal, type Rate, type RatePeriod } from "../loan/rate.ts";
import { lengthFlaw } from "./decimal.ts";
import { plain } from "./plain-text.ts";
import { invalid, ok, type Parsed } from "./problem.ts";

const PERIODS: ReadonlyMap<string, RatePeriod> = new Map([
  ["day", "day"],
  ["日", "day"],
  ["天", "day"],
  ["month", "month"],
  ["月", "month"],
  ["year", "year"],
  ["年", "year"],
]);

/** How many days a period has at least, when a rate is judged; the shortest year of any day count has 360. */
const PERIOD_DAYS: Readonly<Record<RatePeriod, bigint>> = { day: 1n, month: 30n, year: 360n };

/** What one of the unit written is worth. */
const UNIT_DENOMINATORS: ReadonlyMap<string, bigint> = new Map([
  ["", 1n],
  ["%", 100n],
  ["‰", 1_000n],
  ["bp", 10_000n],
]);

const NUMERALS = "零一二三四五六七八九";

/** `万5`, `万分之五`, `千分之0.5`: so many in ten thousand, in a thousand. By custom they are per day. */
const SO_MANY_IN = /^(万|千)(?:分之)?([\d.]+|[零一二三四五六七八九])(?:\/(.*))?$/;
/** `1/6000/day`: exact, as our own JSON writes it. */
const FRACTION = /^(\d+)\/(\d+)\s*\/\s*(.*)$/;
const NUMBER_AND_UNIT = /^(-?)([\d.]+)\s*(%|‰|bp|)\s*(?:\/\s*(.*))?$/;

export function readRate(written: string): Parsed<Rate> {
  const text = plain(written).toLowerCase();
  if (text === "") return invalid({ code: "empty" });
  const custom = SO_MANY_IN.exec(text);
  if (custom !== null) {
    const numeral = NUMERALS.indexOf(custom[2] ?? "");
    const number = numeral >= 0 ? String(numeral) : (custom[2] ?? "");
    return assemble(written, number, custom[1] === "万" ? 10_000n : 1_000n, custom[3] ?? "day");
  }
  const exact = FRACTION.exec(text);
  if (exact !== null) {
    const below = exact[2] ?? "";
    const issue = lengthFlaw(below, written);
    if (issue !== null) return invalid(issue);
    if (/^0+$/.test(below)) return invalid({ code: "rate-unreadable", text: written });
    return assemble(written, exact[1] ?? "", BigInt(below), exact[3] ?? null);
  }
  const match = NUMBER_AND_UNIT.exec(text);
  const denominator = UNIT_DENOMINATORS.get(match?.[3] ?? "");
  if (match === null || denominator === undefined) return invalid({ code: "rate-unreadable", text: written });
  if (match[1] === "-") return invalid({ code: "rate-negative", text: written });
  return assemble(written, match[2] ?? "", denominator, match[4] ?? null);
}

function assemble(written: string, number: string, denominator: bigint, period: string | null): Parsed<Rate> {
  const issue = lengthFlaw(number, written);
  if (issue !== null) return invalid(issue);
  const value = parseDecimal(number);
  if (value === null) return invalid({ code: "rate-unreadable", text: written });
  // Nothing is the same per day and per year.
  if (period === null && value.numerator === 0n) return ok({ ...value, per: "day" });
  if (period === null || period === "") return invalid({ code: "rate-without-period", text: written });
  const per = PERIODS.get(period);
  if (per === undefined) return invalid({ code: "rate-period-unknown", text: written, period });
  const rate: Rate = { ...multiply(value, fraction(1n, denominator)), per };
  return exceedsWhole(rate) ? invalid({ code: "rate-too-high", text: written }) : ok(rate);
}

/** More than 100 % a day, however the year is counted. */
export function exceedsWhole({ numerator, denominator, per }: Rate): boolean {
  return numerator > denominator * PERIOD_DAYS[per];
}
