/** What a reader of a report may change, and by which option: each slider runs over values that can be typed as well. */

import { formatRate } from "../../input/values/rate.ts";
import { addMonths, type Day, formatDay, monthNumber } from "../../loan/day.ts";
import type { Cycle } from "../../loan/loan.ts";
import { fen, formatFen } from "../../loan/money.ts";
import { formatPercent, type Rate, type RatePeriod, rate } from "../../loan/rate.ts";
import type { ReportWords, Words } from "../../messages/words.ts";
import { formatMoney } from "../../output/figures.ts";
import type { WhatIfFacts } from "../../output/report.ts";
import { OPTIONS, type OptionKey, type Options } from "../options.ts";

export interface Slider {
  readonly option: OptionKey;
  readonly label: string;
  /** From the least on. */
  readonly values: readonly SliderValue[];
  /** The one that was given or assumed. */
  readonly start: number;
}

export interface SliderValue {
  /** As the option takes it; null: the option is not given. */
  readonly written: string | null;
  readonly shown: string;
}

export type SliderWords = Pick<Words, "simulate"> & { readonly report: ReportWords };

/** Those that make sense for what was typed; what is written in a way of its own (steps, dates, lists) has none. */
export function slidersOf(options: Options, facts: WhatIfFacts, words: SliderWords): readonly Slider[] {
  return [
    ...paymentSliders(options, facts, words),
    ...clearBySliders(options, facts, words),
    ...agreementSliders(options, words),
    ...rateSliders(options, facts, words),
    ...daysSliders(options, words),
  ];
}

/** The options with another value for one of them. */
export function withValue(options: Options, { option }: Slider, { written }: SliderValue): Options {
  const isRepeatable = "isRepeatable" in OPTIONS[option];
  return { ...options, [option]: written === null ? undefined : isRepeatable ? [written] : written };
}

const PAYMENT_OPTIONS = ["daily", "weekly", "monthly", "pay", "budget"] as const;
/** An amount, and what stands behind it; of several amounts in turn none is the payment. */
const PAYMENT = /^(\d+(?:\.\d\d?)?)(|[@:].*|\/[^,+x×]*)$/;
const EVERY_DAY: Cycle = { kind: "days", days: 1 };
/** How many times the payment, or what stops the growth, the slider goes up to. */
const MOST_TIMES = 4;
const STEPS = 100;

function paymentSliders(
  options: Options,
  { streams, breakEven }: WhatIfFacts,
  { simulate, report: { sliders: names } }: SliderWords,
): readonly Slider[] {
  if (options.strategy !== undefined || options.scenarios !== undefined || streams.length > 1) return [];
  const given = PAYMENT_OPTIONS.flatMap((option) => (options[option] ?? []).map((text) => ({ option, text })));
  const [stream] = streams;
  const [{ option, text } = { option: "daily", text: "0" } as const] = given;
  const [, amountText, rest = ""] = PAYMENT.exec(text) ?? [];
  if (given.length !== streams.length || amountText === undefined) return [];
  const amount = fenOf(amountText);
  const largest = Math.max(amount, breakEven ?? 0);
  if (largest === 0) return [];
  const step = roundStep((largest * MOST_TIMES) / STEPS);
  const amounts = multiples(step, largest * MOST_TIMES);
  const extra = breakEven === null ? [amount] : [amount, breakEven];
  const all = [...new Set([...amounts, ...extra])]
    .filter((one) => option !== "budget" || one > 0)
    .toSorted((less, more) => less - more);
  const name = option === "budget" ? names.budget : names.payment;
  const label = name(simulate.cycle(stream?.cycle ?? EVERY_DAY));
  return [slider(options, option, label, all, all.indexOf(amount), paymentValue(rest))];
}

function paymentValue(rest: string): (amount: number) => SliderValue {
  return (amount) => ({
    written: amount === 0 ? null : `${formatFen(fen(amount)).replace(/\.00$/, "")}${rest}`,
    shown: formatMoney(fen(amount)),
  });
}

/** By when: so many months from the day before the first payment on. */
function clearBySliders(
  options: Options,
  { clearBy }: WhatIfFacts,
  { report: { sliders: names } }: SliderWords,
): readonly Slider[] {
  if (clearBy === undefined) return [];
  const { from, date } = clearBy;
  const months = Math.max(MOST_MONTHS, 2 * (monthNumber(date) - monthNumber(from)));
  const ends = Array.from({ length: months }, (_, index) => addMonths(from, index + 1));
  const all = [...new Set([...ends, date])].toSorted((less, more) => less - more);
  const value = (day: Day): SliderValue => ({ written: formatDay(day), shown: formatDay(day) });
  return [slider(options, "clearBy", names.clearBy, all, all.indexOf(date), value)];
}

const MONTHS = /(?<=\bmonths\s*[=＝]\s*)\d+/;
const MOST_MONTHS = 60;

/** Of the only agreement that is named. */
function agreementSliders(options: Options, { report: { sliders: names } }: SliderWords): readonly Slider[] {
  const { strategy = [], agreement } = options;
  const [text, ...others] = agreement === undefined ? strategy : [agreement];
  const months = text === undefined || text.includes("steps") ? null : MONTHS.exec(text);
  if (text === undefined || months === null || others.length > 0) return [];
  const given = Number(months[0]);
  const all = Array.from({ length: Math.max(MOST_MONTHS, 2 * given) }, (_, index) => index + 1);
  const value = (number: number): SliderValue => ({
    written: text.replace(MONTHS, String(number)),
    shown: String(number),
  });
  const option = agreement === undefined ? "strategy" : "agreement";
  return [slider(options, option, names.months, all, given - 1, value)];
}

/** Steps of a rate in millionths, and how many of them there are at least. */
const RATE_STEPS: Readonly<Record<RatePeriod, { readonly step: bigint; readonly count: number }>> = {
  day: { step: 10n, count: 100 },
  month: { step: 500n, count: 60 },
  year: { step: 5_000n, count: 72 },
};
const MILLION = 1_000_000n;

/** One rate for all days; a rate that changes has no one place on a line. */
function rateSliders(
  options: Options,
  { rates }: WhatIfFacts,
  { report: { sliders: names } }: SliderWords,
): readonly Slider[] {
  const [given, ...others] = rates;
  if (given === undefined || others.length > 0 || (options.rate ?? []).some((text) => text.includes("@"))) return [];
  const { step, count } = RATE_STEPS[given.per];
  const inSteps = Number((2n * given.numerator * MILLION) / (given.denominator * step));
  const all = multiples(1, Math.max(count, inSteps)).map((index) => rate(BigInt(index) * step, MILLION, given.per));
  const isGiven = (one: Rate): boolean => one.numerator * given.denominator === given.numerator * one.denominator;
  const isLess = (one: Rate): boolean => one.numerator * given.denominator < given.numerator * one.denominator;
  const values = [...all.filter(isLess), given, ...all.filter((one) => !isLess(one) && !isGiven(one))];
  const value = (one: Rate): SliderValue => ({ written: formatRate(one), shown: formatPercent(one) });
  return [slider(options, "rate", names.rate[given.per], values, values.indexOf(given), value)];
}

const MOST_DAYS = 360;

/** Where one amount is owed since some day; instalments have due dates of their own. */
function daysSliders(options: Options, { report: { sliders: names } }: SliderWords): readonly Slider[] {
  if (options.principal === undefined || options.loan !== undefined) return [];
  const given = Number(options.daysOverdue ?? 0);
  if (!Number.isSafeInteger(given)) return [];
  const all = multiples(1, Math.max(MOST_DAYS, 2 * given));
  const value = (days: number): SliderValue => ({ written: String(days), shown: String(days) });
  return [slider(options, "daysOverdue", names.daysOverdue, all, given, value)];
}

/** Where it starts nothing is typed that was not typed before: what is assumed stays assumed. */
function slider<Value>(
  options: Options,
  option: OptionKey,
  label: string,
  all: readonly Value[],
  start: number,
  toValue: (value: Value) => SliderValue,
): Slider {
  const typed = [options[option] ?? null].flat()[0];
  const asTyped = typeof typed === "string" ? typed : null;
  const values = all.map(toValue).map((value, index) => (index === start ? { ...value, written: asTyped } : value));
  return { option, label, values, start };
}

function fenOf(text: string): number {
  const [yuan = "0", rest = ""] = text.split(".");
  return Number(yuan) * 100 + Number(rest.padEnd(2, "0"));
}

/** From nothing on. */
function multiples(step: number, most: number): readonly number[] {
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, index) => index * step);
}

/** The least of 1, 2, 5, 10, 20, … that is not less. */
function roundStep(least: number): number {
  for (let power = 1; ; power *= 10) {
    const found = [power, 2 * power, 5 * power].find((step) => step >= least);
    if (found !== undefined) return found;
  }
}
