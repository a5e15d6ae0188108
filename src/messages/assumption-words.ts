/** The sentences for what was assumed; each language has words for every code. */

import type { Assumption, AssumptionCode, TermAssumption } from "../input/assumptions.ts";

/** Plain terms of the contract are told together: several to a line, each with its option. */
type TermLine = TermAssumption["among"];
type TermCodeOf<Line extends TermLine> = Extract<TermAssumption, { readonly among: Line }>["code"];
type OwnCode = Exclude<AssumptionCode, TermAssumption["code"]>;
type Saying = (assumption: Assumption) => string;

export interface AssumptionWords {
  /** A sentence that says what was taken and which option replaces it. */
  readonly sentences: { readonly [code in OwnCode]: Saying };
  /** Parts of such a sentence, in the order in which it has them. */
  readonly terms: { readonly [line in TermLine]: { readonly [code in TermCodeOf<line>]: Saying } };
  readonly lines: { readonly [line in TermLine]: (terms: readonly string[]) => string };
}

/** Those that change the figures most come first. */
const READING_ORDER: readonly (OwnCode | TermLine)[] = [
  "product-default",
  "rates",
  "reference-rate-goes-on",
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
  "paid-out-a-month-before",
  "no-interest-owed",
  "single-instalment",
  "as-of-today",
  "lender",
  "as-of-statement",
  "counting",
];

export function sayAssumptions(assumptions: readonly Assumption[], words: AssumptionWords): readonly string[] {
  return READING_ORDER.flatMap((place): readonly string[] => {
    if (!isLine(place, words)) return sayEach(assumptions, place, words.sentences[place]);
    const sayings = Object.entries<Saying>(words.terms[place]);
    const terms = sayings.flatMap(([code, saying]) => sayEach(assumptions, code, saying));
    return terms.length === 0 ? [] : [words.lines[place](terms)];
  });
}

function isLine(place: OwnCode | TermLine, { lines }: AssumptionWords): place is TermLine {
  return place in lines;
}

function sayEach(assumptions: readonly Assumption[], code: string, saying: Saying): readonly string[] {
  return assumptions.filter((assumption) => assumption.code === code).map(saying);
}
