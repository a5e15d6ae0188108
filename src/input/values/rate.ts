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
  rateOf,
} from "../../loan/rate.ts";
import { field } from "../field.ts";
import { digitOf, plain } from "../plain-text.ts";
import { invalid, mapped, ok, type Parsed } from "../problem.ts";
import { lengthIssue, readNumber } from "./share.ts";

const PERIODS: ReadonlyMap<string, RatePeriod> = new Map([
  ...["day", "d", "daily", "日", "天"].map((name) => [name, "day"] as const),
  ...["month", "mo", "monthly", "月"].map((name) => [name, "month"] as const),
  ...["year", "yr", "y", "yearly", "annually", "annum", "年"].map((name) => [name, "year"] as const),
]);

/** How many days a period has at least, when a rate is judged; the shortest year of any day count has 360. */
const PERIOD_DAYS: Readonly<Record<RatePeriod, bigint>> = { day: 1n, month: 30n, year: 360n };

/** What one of the unit written is worth. */
const UNIT_DENOMINATORS: Readonly<Record<string, bigint>> = { "%": 100n, "‰": 1_000n, bp: 10_000n, bps: 10_000n };

/** `18% a year`, as our own sentences say it, `18% per annum`, `0.05% daily`, `18% p.a.`. */
const PER_IN_WORDS = /\s+(?:an?|per|each|every)\s+(?=[a-z]+$)|\s+(?=(?:dai|month|year|annual)ly$)|\s*p\.\s?a\.?$/;

/** `日息`, `月利率`, `年化`, `年化利率(单利)`, `每天`: the period before the number. */
const PERIOD_FIRST = /^[每按]?(日|天|月|年)(?:化?利率|化|利?息|利)?\s*(?:\(单利\))?(?:为|是|[:：])?\s*(.+)$/;
/** `18%每年`, `18%年化`, `18%(年化)`, `万5每天`: the period behind it, without a slash. */
const PERIOD_LAST = /(?<=[%‰]\s*)\(?每?(日|天|月|年)(?:化?利率|化|息)?\)?$|(?<![\s/])\s*每(日|天|月|年)$/;
/** `万5`, `万分之七点五`, `千分之0.5`: so many in ten thousand, in a thousand. In ten thousand they are by custom per day. */
const SO_MANY_IN = /^(万|千)(?:分之)?([\d.]+|[零一二三四五六七八九](?:点[零一二三四五六七八九]+)?)(?:\/(.*))?$/;
/** `2分`, `一分五`, `1分5厘`: by custom so many in a hundred a month; after 厘 in a thousand. */
const SO_MANY_PARTS = /^([\d.]+|[一二两三四五六七八九])(分|厘)(?:([一二三四五六七八九1-9])厘?)?(?:利息?)?$/;
/**
 * What one 分 and one 厘 are of the whole. Of a year's rate banks count ten times as much as of a month's (年息2分 is 20 %),
 * of a day's a tenth; who does not know it counts those of a day as those of a month.
 */
const PART_DENOMINATORS = {
  分: { year: 10n, month: 100n, day: 1_000n },
  厘: { year: 100n, month: 1_000n, day: 10_000n },
};
/** `1/6000/day`: exact, as our own JSON writes it. */
const EXACT = /^(\d+\/\d+)\s*\/\s*(.*)$/;
const NUMBER_AND_UNIT = /^(-?)(\d+\/\d+(?=%)|[\d.]+)\s*(%|‰|bps?|)\s*(?:\/\s*(.*))?$/;

export function readRate(written: string): Parsed<Rate> {
  const text = plain(written).toLowerCase();
  if (text === "") return invalid({ code: "empty" });
  const parts = text.split("+");
  const terms = parts.map((part) => readTerm(part.trim(), parts.length === 1 ? written : part.trim()));
  const wrong = terms.find((term) => !term.ok);
  if (wrong !== undefined && !wrong.ok) return wrong;
  const sum = terms.flatMap((term) => (term.ok ? [term.value] : [])).reduce(addRates);
  return exceedsWhole(sum) ? invalid({ code: "rate-too-high", text: written }) : ok(sum);
}

/** Rates of two periods add up by the day, a month having 30 of them and a year 360. */
function addRates(left: Rate, right: Rate): Rate {
  if (left.per === right.per) return rateOf(addFractions(left, right), left.per);
  return rateOf(addFractions(dailyRate(left, 360), dailyRate(right, 360)), "day");
}

function readTerm(text: string, written: string): Parsed<Rate> {
  const [, period, rest] = PERIOD_FIRST.exec(text) ?? [];
  const words = (rest ?? text)
    .replace(PER_IN_WORDS, (said) => (said.includes("p.") ? "/year" : "/"))
    .replace(PERIOD_LAST, (_, ofNumber: string | undefined, after: string | undefined) => `/${ofNumber ?? after}`);
  const custom = SO_MANY_IN.exec(words);
  if (custom !== null) {
    const [, unit, number = "", named] = custom;
    const usual = unit === "万" && period === undefined && named === undefined ? "day" : undefined;
    return assembleIn(written, numeral(number), unit === "万" ? 10_000n : 1_000n, [period, named, usual]);
  }
  const parts = SO_MANY_PARTS.exec(words);
  if (parts !== null) {
    const [, whole = "", unit, tenths = ""] = parts;
    const number = tenths === "" ? numeral(whole) : `${numeral(whole)}.${numeral(tenths)}`;
    return readParts(written, number, unit === "分" ? "分" : "厘", PERIODS.get(period ?? "") ?? "month");
  }
  const exact = EXACT.exec(words);
  if (exact !== null) return assembleIn(written, exact[1] ?? "", 1n, [period, exact[2]]);
  const match = NUMBER_AND_UNIT.exec(words);
  if (match === null && /lpr/.test(words))
    return invalid({ code: "unreadable", kind: "rate-on-reference", text: written });
  if (match === null) return invalid({ code: "unreadable", kind: "rate", text: written });
  const [, sign, number = "", unit = "", named] = match;
  if (sign === "-") return invalid({ code: "negative", text: written });
  return assembleIn(written, number, UNIT_DENOMINATORS[unit] ?? null, [period, named]);
}

function readParts(written: string, number: string, unit: "分" | "厘", per: RatePeriod): Parsed<Rate> {
  const denominators = PART_DENOMINATORS[unit];
  const byCustom = assemble(written, number, denominators[per], per);
  if (per !== "day" || !byCustom.ok || byCustom.value.numerator === 0n) return byCustom;
  const asByTheMonth = assemble(written, number, denominators.month, per);
  if (!asByTheMonth.ok) return asByTheMonth;
  const forms = [formatRate(byCustom.value), formatRate(asByTheMonth.value)] as const;
  return invalid({ code: "ambiguous", kind: "parts-a-day", text: written, forms });
}

function numeral(text: string): string {
  return text.replace(/[两点零一二三四五六七八九]/g, (sign) => (sign === "点" ? "." : digitOf(sign)));
}

/** A rate may name its period on both sides of the number (`日息万5/天`), but not two periods. */
function assembleIn(
  written: string,
  number: string,
  denominator: bigint | null,
  periods: readonly (string | undefined)[],
): Parsed<Rate> {
  const named = periods.filter((period) => period !== undefined);
  const [first, ...others] = (named.length === 0 ? [null] : named).map((period) =>
    assemble(written, number, denominator, period),
  );
  if (first === undefined || !first.ok) return first ?? invalid({ code: "unreadable", kind: "rate", text: written });
  for (const other of others) {
    if (!other.ok) return other;
    if (other.value.per === first.value.per || first.value.numerator === 0n) continue;
    const forms = [formatRate(first.value), formatRate(other.value)] as const;
    return invalid({ code: "ambiguous", kind: "period", text: written, forms });
  }
  return first;
}

/** Without a unit (null) a number may be meant as it stands or in percent. */
function assemble(written: string, number: string, denominator: bigint | null, period: string | null): Parsed<Rate> {
  const issue = lengthIssue(number, written);
  if (issue !== null) return invalid(issue);
  const value = readNumber(number);
  if (value === null) return invalid({ code: "unreadable", kind: "rate", text: written });
  // Nothing is the same per day and per year.
  if (value.numerator === 0n) return ok(rateOf(value, PERIODS.get(period ?? "") ?? "day"));
  if (period === null || period === "") return invalid({ code: "rate-without-period", text: written });
  const per = PERIODS.get(period);
  if (per === undefined) return invalid({ code: "rate-period-unknown", text: written, period });
  if (denominator === null && !isDailyFraction(value, per)) {
    const inPercent = rateOf(multiply(value, fraction(1n, 100n)), per);
    if (exceedsWhole(inPercent)) return invalid({ code: "rate-too-high", text: written });
    const percent = `${number}%/${per}`;
    const asItStands = rateOf(value, per);
    const forms = exceedsWhole(asItStands) ? ([percent] as const) : ([percent, formatRate(asItStands)] as const);
    return invalid({ code: "ambiguous", kind: "rate", text: written, forms });
  }
  const rate = rateOf(multiply(value, fraction(1n, denominator ?? 1n)), per);
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
      /** A year; below 0 where the contract stands below the loan prime rate. */
      readonly addition: Fraction;
    };

const REFERENCE = /^(?:lpr([15])y)\s*(?:[*×x]\s*([\d./]+))?\s*(?:([+-])\s*(.+))?$/;

const NUMBER = "[\\d.]+|[一二两三四五六七八九]";
/** `一年期LPR的四倍`, `4倍一年期LPR`, `五年期以上贷款市场报价利率(LPR)加30个基点`, as contracts and judgments have it. */
const IN_WORDS = new RegExp(
  [
    `^(?:(?<before>${NUMBER})倍的?)?`,
    "(?<years>[一1五5])年期(?:以上)?(?:的?贷款市场报价利率(?:\\(lpr\\))?|lpr)",
    `(?:的?(?<behind>${NUMBER})倍)?`,
    "(?:(?<sign>[加减])(?<number>[\\d.]+)(?<unit>%|个?基点))?(?![\\d.])",
  ].join(""),
);

/** What is said in words, in the short form of the option; other texts as they are. */
function inShortForm(text: string): string {
  const joined = text.replace(/\s/g, "");
  const match = IN_WORDS.exec(joined);
  const { before, years, behind, sign, number, unit } = match?.groups ?? {};
  if (match === null || (before !== undefined && behind !== undefined)) return text;
  const times = before ?? behind;
  const multiple = times === undefined ? "" : `*${numeral(times)}`;
  const addition = number === undefined ? "" : `${sign === "加" ? "+" : "-"}${number}${unit === "%" ? "%" : "bp"}`;
  return `lpr${years === "一" || years === "1" ? "1" : "5"}y${multiple}${addition}${joined.slice(match[0].length)}`;
}

/** `lpr1y`, `lpr1y*4`, `lpr5y+0.5%`, `lpr5y-30bp`, or a rate of its own. */
export function readContractRate(written: string): Parsed<ContractRate> {
  const text = inShortForm(plain(written).toLowerCase());
  const match = REFERENCE.exec(text);
  if (match === null) {
    if (text.includes("lpr")) return invalid({ code: "unreadable", kind: "reference-rate", text: written });
    return mapped(readRate(written), (known) => ({ kind: "rate", rate: known }));
  }
  const [, years, multipleText, sign, additionText] = match;
  const multiple = multipleText === undefined ? WHOLE : readNumber(multipleText);
  const addition =
    additionText === undefined
      ? ok(makeRate(0n, 1n, "year"))
      : readRate(`${additionText.replace(/\/(?:year|年)$/, "")}/year`);
  if (multiple === null) return invalid({ code: "unreadable", kind: "rate", text: written });
  if (!addition.ok) return addition;
  const { numerator, denominator } = addition.value;
  const signed = { numerator: sign === "-" ? -numerator : numerator, denominator };
  return ok({ kind: "reference", term: years === "1" ? "1y" : "5y", multiple, addition: signed });
}

export function formatContractRate(value: ContractRate): string {
  if (value.kind === "rate") return formatRate(value.rate);
  const times = value.multiple.numerator === value.multiple.denominator ? "" : `*${formatFraction(value.multiple)}`;
  const { numerator, denominator } = value.addition;
  if (numerator === 0n) return `lpr${value.term}${times}`;
  const isBelow = numerator < 0n;
  const addition = formatPercent({ numerator: isBelow ? -numerator : numerator, denominator });
  return `lpr${value.term}${times}${isBelow ? "-" : "+"}${addition}`;
}

export const contractRate = field({ parse: readContractRate, format: formatContractRate });
