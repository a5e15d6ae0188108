/** The sentences for what was assumed; each language has words for every code. */

import type { AssumedForm, Assumption, OwnAssumption } from "../input/assumptions.ts";
import { shownPerDay } from "../loan/day-count.ts";
import { formatPercent, formatRoundedPercent } from "../loan/rate.ts";
import type { Terms } from "../loan/terms.ts";

type OwnCode = OwnAssumption["code"];
type TermLine = AssumedForm["among"];
type TermCodeOf<Line extends TermLine> = Extract<AssumedForm, { readonly among: Line }>["code"];

export interface AssumptionWords {
  /** A sentence that says what was taken and which option replaces it. */
  readonly sentences: { readonly [code in OwnCode]: (assumption: OwnAssumption) => string };
  /** Plain terms of the contract are told together: what each line says of them, in its order. */
  readonly terms: { readonly [line in TermLine]: { readonly [code in TermCodeOf<line>]: (terms: Terms) => string } };
  readonly withOption: (term: string, option: string) => string;
  readonly lines: { readonly [line in TermLine]: (terms: readonly string[]) => string };
}

/** What a contract rate of a year or month comes to a day, in percent; null where no fixed number of days divides it. */
export function rateOfDay(terms: Terms): { readonly percent: string; readonly isRounded: boolean } | null {
  const { rates, dayCount } = terms;
  const [only, ...others] = rates;
  if (only === undefined || others.length > 0 || only.rate.per === "day" || only.rate.numerator === 0n) return null;
  if (dayCount !== "actual/360" && dayCount !== "actual/365" && dayCount !== "actual/365.25") return null;
  const exact = shownPerDay(only.rate, dayCount);
  const percent = formatRoundedPercent(exact, 5);
  return { percent, isRounded: percent !== formatPercent(exact) };
}

/** Amounts and their days, `47.00@2026-11-25,29.00@2026-12-13`. */
export function amountsByDay(value: string, say: (amount: string, day: string) => string): readonly string[] {
  return value.split(",").map((one) => {
    const [amount = "", day = ""] = one.split("@");
    return say(amount, day);
  });
}

/** Those that change the figures most come first. */
const READING_ORDER: readonly (OwnCode | TermLine)[] = [
  "interest-paid-ahead",
  "product-default",
  "rates",
  "reference-rate-goes-on",
  "lpr-not-counted",
  "payments",
  "not-yet-overdue",
  "charges-computed",
  "interest-from-before-due",
  "due-until-now-paid",
  "paid-before-missed",
  "paid-out-day",
  "unearned-left-out",
  "fees-ahead-counted",
  "deferral-without-interest",
  "settlement-waives-rest",
  "accelerated-interest",
  "borrowed-equals-principal",
  "cap-beside-fixed-interest",
  "no-interest-owed",
  "single-instalment",
  "as-of-today",
  "lender",
  "as-of-statement",
  "as-of-balance",
  "counting",
];

export function sayAssumptions(assumptions: readonly Assumption[], words: AssumptionWords): readonly string[] {
  return READING_ORDER.flatMap((place): readonly string[] => {
    if (!isLine(place, words)) {
      return assumptions.flatMap((one) => ("value" in one && one.code === place ? [words.sentences[place](one)] : []));
    }
    const terms = Object.entries<(terms: Terms) => string>(words.terms[place]).flatMap(([code, inWords]) =>
      assumptions.flatMap((one) =>
        "terms" in one && one.code === code ? [words.withOption(inWords(one.terms), one.option)] : [],
      ),
    );
    return terms.length === 0 ? [] : [words.lines[place](terms)];
  });
}

function isLine(place: OwnCode | TermLine, { lines }: AssumptionWords): place is TermLine {
  return place in lines;
}
