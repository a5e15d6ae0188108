/** Rates as contracts, apps and people write them: `0.05%/day`, `18% a year`, `万5`, `日息万五`, `每天0.05%`, `年化18%`, `2分`, `8%/year+5.25%/year`. */

import { shownPerDay } from "../../loan/day-count.ts";
import { type Fraction, WHOLE } from "../../loan/money.ts";
import {
  addFractions,
  dailyRate,
  formatFraction,
  formatPercent,
  fraction,
  rate as makeRate,
  multiply,
  type Rate,
  type RatePeriod,
} from "../../loan/rate.ts";
import { field } from "../field.ts";
import { plain } from "../plain-text.ts";
import { invalid, issuesOf, ok, type Parsed } from "../problem.ts";
import { lengthIssue, readNumber } from "./share.ts";

const PERIODS: ReadonlyMap<string, RatePeriod> = new Map([
  ["day", "day"],
  ["d", "day"],
  ["日", "day"],
  ["天", "day"],
  ["month", "month"],
  ["mo", "month"],
  ["月", "month"],
  ["year", "year"],
  ["yr", "year"],
  ["annum", "year"],
  ["年", "year"],
]);

/** How many days a period has at least, when a rate is judged; the shortest year of any day count has 360. */
const PERIOD_DAYS: Readonly<Record<RatePeriod, bigint>> = { day: 1n, month: 30n, year: 360n };

/** What one of the unit written is worth. */
const UNIT_DENOMINATORS: Readonly<Record<string, bigint>> = { "%": 100n, "‰": 1_000n, bp: 10_000n };

const NUMERALS = "零一二三四五六七八九";
/** `18% a year`, as our own sentences say it, `18% per annum`, `18% p.a.`. */
const PER_IN_WORDS = /\s+(?:an?|per)\s+(?=[a-z]+$)|\s*p\.\s?a\.?$/;

/** `日息`, `月利率`, `年化`, `每天`: the period before the number. */
const PERIOD_FIRST = /^每?(日|天|月|年)(?:息|利率|利息|化利率|化)?(?:为|[:：])?\s*(.+)$/;
/** `万5`, `万分之五`, `千分之0.5`: so many in ten thousand, in a thousand. By custom they are per day. */
const SO_MANY_IN = /^(万|千)(?:分之)?([\d.]+|[零一二三四五六七八九])(?:\/(.*))?$/;
/** `2分`, `一分五`, `1分5厘`: by custom so many in a hundred a month; after 厘 in a thousand. */
const SO_MANY_PARTS = /^([\d.]+|[一二两三四五六七八九])(分|厘)(?:([一二三四五六七八九1-9])厘?)?(?:利息?)?$/;
/** `1/6000/day`: exact, as our own JSON writes it. */
const EXACT = /^(\d+\/\d+)\s*\/\s*(.*)$/;
const NUMBER_AND_UNIT = /^(-?)(\d+\/\d+(?=%)|[\d.]+)\s*(%|‰|bp|)\s*(?:\/\s*(.*))?$/;

export function readRate(written: string): Parsed<Rate> {
  const text = plain(written).toLowerCase();
  if (text === "") return invalid({ code: "empty" });
  const terms = text.split("+").map((term) => readTerm(term.trim(), written));
  const issues = issuesOf(...terms);
  if (issues.length > 0) return invalid(...issues.slice(0, 1));
  const sum = terms.flatMap((term) => (term.ok ? [term.value] : [])).reduce(addRates);
  return exceedsWhole(sum) ? invalid({ code: "rate-too-high", text: written }) : ok(sum);
}

/** Rates of two periods add up by the day, a month having 30 of them and a year 360. */
function addRates(left: Rate, right: Rate): Rate {
  if (left.per === right.per) return { ...addFractions(left, right), per: left.per };
  return { ...addFractions(dailyRate(left, 360), dailyRate(right, 360)), per: "day" };
}

function readTerm(text: string, written: string): Parsed<Rate> {
  const [, period, rest] = PERIOD_FIRST.exec(text) ?? [];
  const words = (rest ?? text).replace(PER_IN_WORDS, (said) => (said.includes("p.") ? "/year" : "/"));
  const custom = SO_MANY_IN.exec(words);
  if (custom !== null) {
    const [, unit, number = "", named] = custom;
    return assemble(written, numeral(number), unit === "万" ? 10_000n : 1_000n, period ?? named ?? "day");
  }
  const parts = SO_MANY_PARTS.exec(words);
  if (parts !== null) {
    const [, whole = "", unit, tenths = ""] = parts;
    const number = tenths === "" ? numeral(whole) : `${numeral(whole)}.${numeral(tenths)}`;
    return assemble(written, number, unit === "分" ? 100n : 1_000n, period ?? "month");
  }
  const exact = EXACT.exec(words);
  if (exact !== null) return assemble(written, exact[1] ?? "", 1n, exact[2] ?? null);
  const match = NUMBER_AND_UNIT.exec(words);
  if (match === null) return invalid({ code: "unreadable", kind: "rate", text: written });
  const [, sign, number = "", unit = "", named] = match;
  if (sign === "-") return invalid({ code: "negative", text: written });
  return assemble(written, number, UNIT_DENOMINATORS[unit] ?? null, period ?? named ?? null);
}

function numeral(text: string): string {
  const index = NUMERALS.indexOf(text === "两" ? "二" : text);
  return index < 0 ? text : String(index);
}

/** Without a unit (null) a number may be meant as it stands or in percent. */
function assemble(written: string, number: string, denominator: bigint | null, period: string | null): Parsed<Rate> {
  const issue = lengthIssue(number, written);
  if (issue !== null) return invalid(issue);
  const value = readNumber(number);
  if (value === null) return invalid({ code: "unreadable", kind: "rate", text: written });
  // Nothing is the same per day and per year.
  if (value.numerator === 0n) return ok({ ...value, per: PERIODS.get(period ?? "") ?? "day" });
  if (period === null || period === "") return invalid({ code: "rate-without-period", text: written });
  const per = PERIODS.get(period);
  if (per === undefined) return invalid({ code: "rate-period-unknown", text: written, period });
  if (denominator === null && !isDailyFraction(value, per)) {
    const forms = [`${number}%/${per}`, `${formatPercent(value)}/${per}`] as const;
    return invalid({ code: "ambiguous", kind: "rate", text: written, forms });
  }
  const rate: Rate = { ...multiply(value, fraction(1n, denominator ?? 1n)), per };
  return exceedsWhole(rate) ? invalid({ code: "rate-too-high", text: written }) : ok(rate);
}

/** Documents show rates as fractions of a day (`0.0005/day`), which nobody means in percent while they are below 100 % a year. */
function isDailyFraction({ numerator, denominator }: Fraction, per: RatePeriod): boolean {
  return per === "day" && numerator * 360n <= denominator;
}

/** More than 100 % a day, however the year is counted. */
export function exceedsWhole({ numerator, denominator, per }: Rate): boolean {
  return numerator > denominator * PERIOD_DAYS[per];
}

/** `0.05%/day` */
export function formatRate(rate: Rate): string {
  return `${formatPercent(rate)}/${rate.per}`;
}

export const rate = field({
  parse: readRate,
  format: formatRate,
  document: (value, counting) => formatFraction(shownPerDay(value, counting.dayCount)),
});

/** A contract rate: one that is known, or a multiple of the loan prime rate and what is added to it. */
export type ContractRate =
  | { readonly kind: "rate"; readonly rate: Rate }
  | {
      readonly kind: "reference";
      readonly term: "1y" | "5y";
      readonly multiple: Fraction;
      readonly addition: Fraction;
    };

const REFERENCE = /^(?:lpr([15])y)\s*(?:[*×x]\s*([\d./]+))?\s*(?:\+\s*(.+))?$/;

/** `lpr1y`, `lpr1y*4`, `lpr5y+0.5%`, or a rate of its own. */
export function readContractRate(written: string): Parsed<ContractRate> {
  const text = plain(written).toLowerCase();
  const match = REFERENCE.exec(text);
  if (match === null) {
    if (text.includes("lpr")) return invalid({ code: "unreadable", kind: "reference-rate", text: written });
    const known = readRate(written);
    return known.ok ? ok({ kind: "rate", rate: known.value }) : known;
  }
  const [, years, multipleText, additionText] = match;
  const multiple = multipleText === undefined ? WHOLE : readNumber(multipleText);
  const addition =
    additionText === undefined
      ? ok(makeRate(0n, 1n, "year"))
      : readRate(`${additionText.replace(/\/(?:year|年)$/, "")}/year`);
  if (multiple === null) return invalid({ code: "unreadable", kind: "rate", text: written });
  if (!addition.ok) return addition;
  const { numerator, denominator } = addition.value;
  return ok({ kind: "reference", term: years === "1" ? "1y" : "5y", multiple, addition: { numerator, denominator } });
}

export function formatContractRate(value: ContractRate): string {
  if (value.kind === "rate") return formatRate(value.rate);
  const times = value.multiple.numerator === value.multiple.denominator ? "" : `*${formatFraction(value.multiple)}`;
  return `lpr${value.term}${times}${value.addition.numerator === 0n ? "" : `+${formatPercent(value.addition)}`}`;
}

export const contractRate = field({ parse: readContractRate, format: formatContractRate });
