/** The sentences for what was assumed; each language has words for every code. */

import type { Assumption, AssumptionCode } from "../input/assumptions.ts";

/** Plain terms of the contract, told together: several to a line, each with its option. */
const LINES = {
  rates: ["rate", "penalty", "penalty-base", "compound", "compound-rests", "late-fee", "cap", "minimum"],
  payments: ["order", "by", "order-after", "surplus"],
  counting: ["day-count", "grace", "rounding", "interest-mode"],
} as const satisfies Readonly<Record<string, readonly AssumptionCode[]>>;

export type TermLine = keyof typeof LINES;
export type TermCode = (typeof LINES)[TermLine][number];
type OwnCode = Exclude<AssumptionCode, TermCode>;

export interface AssumptionWords {
  /** A sentence that says what was taken and which option replaces it. */
  readonly sentences: { readonly [code in OwnCode]: (assumption: Assumption) => string };
  /** A part of such a sentence. */
  readonly terms: { readonly [code in TermCode]: (assumption: Assumption) => string };
  readonly lines: { readonly [line in TermLine]: (terms: readonly string[]) => string };
}

/** Those that change the figures most come first. */
const READING_ORDER: readonly (OwnCode | TermLine)[] = [
  "product-default",
  "rates",
  "payments",
  "not-yet-overdue",
  "charges-computed",
  "due-until-now-paid",
  "paid-before-missed",
  "unearned-left-out",
  "deferral-without-interest",
  "settlement-waives-rest",
  "accelerated-interest",
  "borrowed-equals-principal",
  "no-interest-owed",
  "single-instalment",
  "as-of-today",
  "lender",
  "as-of-statement",
  "counting",
];

export function sayAssumptions(assumptions: readonly Assumption[], words: AssumptionWords): readonly string[] {
  return READING_ORDER.flatMap((place): readonly string[] => {
    if (isLine(place)) {
      const terms = LINES[place].flatMap((code) => having(assumptions, code).map((one) => words.terms[code](one)));
      return terms.length === 0 ? [] : [words.lines[place](terms)];
    }
    return having(assumptions, place).map((assumption) => words.sentences[place](assumption));
  });
}

function isLine(place: OwnCode | TermLine): place is TermLine {
  return place in LINES;
}

function having(assumptions: readonly Assumption[], code: AssumptionCode): readonly Assumption[] {
  return assumptions.filter((assumption) => assumption.code === code);
}
