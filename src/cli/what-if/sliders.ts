/** What a reader of a report may change, and by which option: each slider runs over values that can be typed as well. */

import { CYCLE_OPTIONS } from "../../input/options.ts";
import { plain } from "../../input/plain-text.ts";
import { isPaidOnce } from "../../input/records/payment.ts";
import { readBudget, turnLast } from "../../input/values/budget.ts";
import { MOST_DAYS, readCount } from "../../input/values/count.ts";
import { formatRate } from "../../input/values/rate.ts";
import { addMonths, type Day, formatDay, monthNumber } from "../../loan/day.ts";
import { type Cycle, EVERY_DAY } from "../../loan/loan.ts";
import { type Fen, fen, formatShort } from "../../loan/money.ts";
import { compareFractions, formatPercent, type Rate, type RatePeriod, rate } from "../../loan/rate.ts";
import type { DatedRate } from "../../loan/terms.ts";
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

interface SliderValue {
  /** All that is given to the option; nothing where it is not given. */
  readonly written: readonly string[];
  readonly shown: string;
}

type SliderWords = Pick<Words, "simulate"> & { readonly report: ReportWords };

/** What was typed, what is known of it, and the names of the sliders. */
interface Given extends WhatIfFacts {
  readonly options: Options;
  readonly names: ReportWords["sliders"];
  readonly cycleName: Words["simulate"]["cycle"];
}

/** Those that make sense for what was typed; what is written in a way of its own (steps, lists, files) has none. */
export function slidersOf(options: Options, facts: WhatIfFacts, { simulate, report }: SliderWords): readonly Slider[] {
  const given: Given = { ...facts, options, names: report.sliders, cycleName: simulate.cycle };
  return [paymentSliders, incomeSliders, clearBySliders, agreementSliders, rateSliders, daysSliders].flatMap(
    (sliders) => sliders(given),
  );
}

/** The options with another value for one of them. */
export function withValue(options: Options, { option }: Slider, { written }: SliderValue): Options {
  const isRepeatable = "isRepeatable" in OPTIONS[option];
  return { ...options, [option]: isRepeatable && written.length > 0 ? written : written[0] };
}

const STREAM_OPTIONS = [...Object.values(CYCLE_OPTIONS), "pay"] as const;
/** The amount, which the program has read, and what stands behind it. */
const BEHIND_AMOUNT = /[@:/].*$/s;
/** How many times the payment, or what stops the growth, the slider goes up to. */
const MOST_TIMES = 4;
const STEPS = 100;

/** One for each option that names one stream; what is paid once stays as it is. */
function paymentSliders(given: Given): readonly Slider[] {
  const { options, names, cycleName, streams, breakEven } = given;
  if (options.budget !== undefined) return budgetSliders(given, options.budget);
  if (options.strategy !== undefined || options.scenarios !== undefined) return [];
  const isStream = (option: OptionKey, text: string): boolean => option !== "pay" || !isPaidOnce(text);
  const typed = STREAM_OPTIONS.flatMap((option) => {
    const texts = (options[option] ?? []).map(tidied);
    return texts
      .filter((text) => isStream(option, text))
      .map((text) => ({ option, text, others: texts.filter((other) => other !== text) }));
  });
  // Those of a file have no option to be typed in.
  if (typed.length !== streams.length) return [];
  const name = (cycle: Cycle): string => names.payment(cycleName(cycle));
  if (typed.length === 0) {
    const label = name(EVERY_DAY);
    return amountSlider(given, { option: "daily", label, texts: [""], amount: fen(0), breakEven, least: 0 });
  }
  return typed.flatMap(({ option, text, others }, place) => {
    const { cycle = EVERY_DAY, amounts = [] } = streams[place] ?? {};
    const [amount, ...inTurn] = amounts;
    const isAlone = typed.filter((other) => other.option === option).length === 1;
    if (typeof amount !== "number" || inTurn.length > 0 || !isAlone) return [];
    const stops = typed.length === 1 ? breakEven : null;
    const texts = [...others, text];
    return amountSlider(given, { option, label: name(cycle), texts, amount, breakEven: stops, least: 0 });
  });
}

/** The last, where a budget changes: the others are past by then. */
function budgetSliders(given: Given, budget: readonly string[]): readonly Slider[] {
  const { names, cycleName, streams, breakEven } = given;
  const texts = budget.map(tidied);
  const [text = "", setting = ""] = (texts.at(-1) ?? "").split(/:(.*)/s);
  const from = /^\s*from\s*=\s*(.*)$/is.exec(setting)?.[1];
  const read = readBudget(text);
  if (!read.ok) return [];
  const name = names.budget(cycleName(streams[0]?.cycle ?? EVERY_DAY));
  const label = from === undefined ? name : names.from(name, from);
  return amountSlider(given, { option: "budget", label, texts, amount: read.value.amount, breakEven, least: 1 });
}

/** What comes in and what living costs, from which a budget is made. */
function incomeSliders(given: Given): readonly Slider[] {
  const { options, names, cycleName, streams } = given;
  const cycle = cycleName(streams[0]?.cycle ?? EVERY_DAY);
  return (["income", "living"] as const).flatMap((option) => {
    const text = tidied(options[option] ?? "");
    const read = readBudget(text);
    if (!read.ok) return [];
    const range = { option, label: names[option](cycle), texts: [text], amount: read.value.amount };
    return amountSlider(given, { ...range, breakEven: null, least: 1 });
  });
}

interface AmountRange extends Pick<Slider, "option" | "label"> {
  readonly texts: readonly string[];
  /** In the last of the texts. */
  readonly amount: Fen;
  readonly breakEven: Fen | null;
  /** In fen; at 0 nothing is typed. */
  readonly least: 0 | 1;
}

/** Another amount in the last of the texts. */
function amountSlider(
  { options, names }: Given,
  { option, label, texts, amount, breakEven, least }: AmountRange,
): readonly Slider[] {
  const largest = Math.max(amount, breakEven ?? 0) * MOST_TIMES;
  if (largest === 0) return [];
  const amounts = multiples(roundStep(largest / STEPS), largest);
  const all = [...new Set([...amounts, amount, ...(breakEven === null ? [] : [breakEven])])]
    .filter((one) => one >= least)
    .toSorted((less, more) => less - more);
  const behind = BEHIND_AMOUNT.exec(texts.at(-1) ?? "")?.[0] ?? "";
  const value = (one: number): SliderValue => ({
    written: [...texts.slice(0, -1), ...(one === 0 ? [] : [`${formatShort(fen(one))}${behind}`])],
    shown: names.amount(formatMoney(fen(one))),
  });
  return [slider(options, { option, label, all, start: all.indexOf(amount), value })];
}

function tidied(text: string): string {
  return turnLast(plain(text));
}

/** By when: so many months from the day before the first payment on. */
function clearBySliders({ options, names, clearBy }: Given): readonly Slider[] {
  if (clearBy === undefined) return [];
  const { from, date } = clearBy;
  const months = Math.max(MOST_MONTHS, 2 * (monthNumber(date) - monthNumber(from)));
  const ends = Array.from({ length: months }, (_, index) => addMonths(from, index + 1));
  const all = [...new Set([...ends, date])].toSorted((less, more) => less - more);
  const value = (day: Day): SliderValue => ({ written: [formatDay(day)], shown: formatDay(day) });
  return [slider(options, { option: "clearBy", label: names.clearBy, all, start: all.indexOf(date), value })];
}

const MONTHS = /(?<=\bmonths\s*[=＝]\s*)\d+/;
const MOST_MONTHS = 60;

/** Of the only agreement that is named. */
function agreementSliders({ options, names }: Given): readonly Slider[] {
  const { strategy = [], agreement } = options;
  const [text, ...others] = agreement === undefined ? strategy : [agreement];
  const months = text === undefined || text.includes("steps") ? null : MONTHS.exec(text);
  if (text === undefined || months === null || others.length > 0) return [];
  const typed = Number(months[0]);
  const all = Array.from({ length: Math.max(MOST_MONTHS, 2 * typed) }, (_, index) => index + 1);
  const value = (number: number): SliderValue => ({
    written: [text.replace(MONTHS, String(number))],
    shown: String(number),
  });
  const option = agreement === undefined ? "strategy" : "agreement";
  return [slider(options, { option, label: names.months, all, start: typed - 1, value })];
}

/** Steps of a rate in millionths, and how many of them there are at least. */
const RATE_STEPS: Readonly<Record<RatePeriod, { readonly step: bigint; readonly count: number }>> = {
  day: { step: 10n, count: 100 },
  month: { step: 500n, count: 60 },
  year: { step: 5_000n, count: 72 },
};
const MILLION = 1_000_000n;

/** More are those of a table, which nobody would type. */
const MOST_RATES = 6;
const REFERENCE = /^(lpr[15]y)\s*(?:[*×x]\s*([\d.]+))?\s*(\+.*)?$/i;

/** The last, where the rate changes: what is to come depends on it. */
function rateSliders(given: Given): readonly Slider[] {
  const { options, names, rates } = given;
  const [typed = "", ...more] = (options.rate ?? []).map(plain);
  const reference = more.length === 0 ? REFERENCE.exec(typed) : null;
  if (reference !== null) return referenceSliders(given, reference);
  const last = rates.at(-1);
  if (last === undefined || rates.length > MOST_RATES) return [];
  const { from, rate: current } = last;
  const { step, count } = RATE_STEPS[current.per];
  const inSteps = Number((2n * current.numerator * MILLION) / (current.denominator * step));
  const steps = multiples(1, Math.max(count, inSteps)).map((index) => rate(BigInt(index) * step, MILLION, current.per));
  const all = [
    ...steps.filter((one) => compareFractions(one, current) < 0),
    current,
    ...steps.filter((one) => compareFractions(one, current) > 0),
  ];
  const value = (one: Rate): SliderValue => ({
    written: [...rates.slice(0, -1), { from, rate: one }].map(writtenRate),
    shown: formatPercent(one),
  });
  const name = names.rate[current.per];
  const label = from === null ? name : names.from(name, formatDay(from));
  return [slider(options, { option: "rate", label, all, start: all.indexOf(current), value })];
}

function writtenRate({ from, rate: one }: DatedRate): string {
  return `${formatRate(one)}${from === null ? "" : `@${formatDay(from)}`}`;
}

const MOST_TENTHS = 60;

/** `lpr1y*4`: so many times the loan prime rate of each day. */
function referenceSliders({ options, names }: Given, reference: RegExpExecArray): readonly Slider[] {
  const [, term = "", times = "1", addition = ""] = reference;
  const typed = Number(times);
  const tenths = multiples(1, Math.max(MOST_TENTHS, Math.round(20 * typed))).map((tenth) => tenth / 10);
  const all = [...new Set([...tenths, typed])].toSorted((less, more) => less - more);
  const value = (multiple: number): SliderValue => ({
    written: [`${term}*${multiple}${addition}`],
    shown: String(multiple),
  });
  return [slider(options, { option: "rate", label: names.timesReference, all, start: all.indexOf(typed), value })];
}

/** Where one amount is owed since some day; instalments have due dates of their own. */
function daysSliders({ options, names }: Given): readonly Slider[] {
  if (options.principal === undefined || options.loan !== undefined) return [];
  const read = readCount(options.daysOverdue ?? "0", { least: 0, most: MOST_DAYS }, "days");
  if (!read.ok) return [];
  const all = multiples(1, Math.max(USUAL_DAYS, 2 * read.value));
  const value = (days: number): SliderValue => ({ written: [String(days)], shown: String(days) });
  return [slider(options, { option: "daysOverdue", label: names.daysOverdue, all, start: read.value, value })];
}

const USUAL_DAYS = 360;

interface SliderRange<Value> extends Omit<Slider, "values"> {
  readonly all: readonly Value[];
  readonly value: (one: Value) => SliderValue;
}

/** Where it starts nothing is typed that was not typed before: what is assumed stays assumed. */
function slider<Value>(options: Options, { option, label, all, start, value: toValue }: SliderRange<Value>): Slider {
  const asTyped = [options[option] ?? []].flat().filter((text) => typeof text === "string");
  const values = all.map(toValue).map((value, index) => (index === start ? { ...value, written: asTyped } : value));
  return { option, label, values, start };
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
