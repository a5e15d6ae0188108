/** The terms of the loan: each described once, read from option, loan file or product in this order, and written back. */

import { isOfMinimum } from "../loan/late-fee.ts";
import { type ChoiceField, type CountField, TERM_FIELDS, type TermField, type Terms, termForm } from "../loan/terms.ts";
import { type Counting, choice, type Document, itemsOf, listOf, type Shape } from "./field.ts";
import { type LoanOptions, optionName, optionOfTerm, writtenOption } from "./options.ts";
import type { Issue, ProblemCollector } from "./problem.ts";
import { lateFee } from "./records/late-fee.ts";
import {
  formatPenalties,
  formatRates,
  penaltyDocument,
  ratesDocument,
  readPenalties,
  readRates,
} from "./records/rates.ts";
import { cap, compound, compoundRate, grace, minimum, orderSwitch, rounding } from "./records/term-rules.ts";
import { count } from "./values/count.ts";
import { order } from "./values/order.ts";
import { penaltyExceedsWhole } from "./values/penalty.ts";
import { TERM_NAMES } from "./values/words.ts";
import type { Written, WrittenObject } from "./written.ts";

/** What reading one term needs to know of the others, and tells. */
interface TermContext {
  readonly by: Terms["by"];
  /** To be told where rates stand on a table after the last day that it knows. */
  readonly noteBeyondTable: () => void;
}

/** A term as it is written: what it says of the terms, and how it is written back. */
interface WrittenTerm<Value> {
  readonly read: (written: Written, problems: ProblemCollector, context: TermContext) => Partial<Terms> | undefined;
  readonly format: (value: Value) => string;
  readonly document: (value: Value, counting: Counting, terms: Terms) => Document;
}

/** A term that is all that its shape reads. */
function term<Value>(field: TermField, shape: Shape<Value>): WrittenTerm<Value> {
  return {
    read(written, problems) {
      const value = shape.read(written, problems);
      return value === undefined ? undefined : { [field]: value };
    },
    format: shape.format,
    document: shape.document,
  };
}

/** That there is no such term, against a product that has one. */
function saysNone(written: Written): boolean {
  return written.kind === "text" && /^\s*(?:none|无)\s*$/i.test(written.text);
}

/** A term that may be none. */
function orNone<Value>(shape: Shape<Value>): Shape<Value | null> {
  return {
    read: (written, problems) => (saysNone(written) ? null : shape.read(written, problems)),
    format: (value) => (value === null ? "none" : shape.format(value)),
    document: (value, counting) => (value === null ? null : shape.document(value, counting)),
  };
}

/** Rules of which there may be none; beside others, the word contradicts them. */
function rulesOrNone<Rule>(rule: Shape<Rule>): Shape<readonly Rule[]> {
  return {
    ...itemsOf(rule),
    read(written, problems) {
      const items = written.kind === "list" ? written.items : [written];
      const named = items.filter((item) => !saysNone(item));
      if (named.length > 0 && named.length < items.length) {
        const names = ["none", ...named.map((item) => (item.kind === "text" ? item.text : "{…}"))];
        return problems.add(written.where, { code: "either-of", names, form: "none" });
      }
      return listOf(rule).read({ kind: "list", items: named, where: written.where }, problems);
    },
  };
}

const lateFeeRules = rulesOrNone(lateFee);
const lateFees: Shape<Terms["lateFees"]> = {
  ...lateFeeRules,
  read: (written, problems) => lateFeeRules.read(written, problems)?.flatMap((fee) => fee ?? []),
};
const orderSwitches = rulesOrNone(orderSwitch);

/** Terms that are neither a word out of several nor a number. */
const OWN_TERMS: { readonly [Field in OwnField]: WrittenTerm<Terms[Field]> } = {
  rates: {
    read(written, problems, { noteBeyondTable }) {
      const found = readRates(written, problems);
      if (found?.areBeyondTable === true) noteBeyondTable();
      return found && { rates: found.rates };
    },
    format: formatRates,
    document: ratesDocument,
  },
  penalty: {
    read(written, problems) {
      const found = readPenalties(written, problems);
      if (found === undefined) return undefined;
      return found.caps.length === 0 ? { penalty: found.penalty } : found;
    },
    format: formatPenalties,
    document: (tiers, counting, { rates }) => tiers.map((tier) => penaltyDocument(tier, rates, counting)),
  },
  compound: {
    read(written, problems) {
      const found = compound.read(written, problems);
      if (found === undefined) return undefined;
      const { base, rate, rests } = found;
      return {
        compound: base,
        ...(rate === null ? {} : { compoundRate: rate }),
        ...(rests === null ? {} : { compoundRests: rests }),
      };
    },
    format: (base) => base,
    document: (base) => base,
  },
  compoundRate: term("compoundRate", compoundRate),
  lateFees: term("lateFees", lateFees),
  minimum: term("minimum", minimum),
  caps: term("caps", rulesOrNone(cap)),
  grace: term("grace", grace),
  order: term("order", order),
  orderAfter: {
    read(written, problems, { by }) {
      const rows = orderSwitches.read(written, problems)?.map((row) => ({ ...row, by: row.by ?? by }));
      if (rows === undefined) return undefined;
      const sorted = rows.toSorted((left, right) => left.daysOverdue - right.daysOverdue);
      const twice = sorted.find(({ daysOverdue }, index) => sorted[index - 1]?.daysOverdue === daysOverdue);
      if (twice === undefined) return { orderAfter: sorted };
      return problems.add(written.where, { code: "duplicate", kind: "order", name: String(twice.daysOverdue) });
    },
    format: orderSwitches.format,
    document: orderSwitches.document,
  },
  orderInAdvance: term("orderInAdvance", orNone(order)),
  rounding: term("rounding", rounding),
};

type OwnField = Exclude<TermField, ChoiceField | CountField>;

function writtenTerm(field: TermField): WrittenTerm<never> {
  const { choice: words, count: bounds } = termForm(field);
  if (words !== undefined) return term(field, choice(words, TERM_NAMES[field]));
  if (bounds !== undefined) return term(field, orNone(count(bounds, bounds.unit)));
  return OWN_TERMS[field as OwnField];
}

const WRITTEN_TERMS = Object.fromEntries(TERM_FIELDS.map((field) => [field, writtenTerm(field)])) as {
  readonly [Field in TermField]: WrittenTerm<Terms[Field]>;
};

/** How a term is called in a loan file. */
export function termKey(field: TermField): string {
  return field === "rates" ? "rate" : field;
}

/** The keys that a loan file may have under `terms`. */
export const TERM_KEYS: readonly string[] = TERM_FIELDS.map(termKey);

export interface ReadTerms {
  readonly terms: Terms;
  /** The terms that were given; the others are the product's. */
  readonly given: ReadonlySet<TermField>;
  /** Those of the given that could not be read. */
  readonly unreadable: ReadonlySet<TermField>;
  /** The contract rate stands on the table of the LPR after the last day that it knows. */
  readonly areRatesBeyondTable: boolean;
}

/** Where terms are written: as options, and under `terms` of the loan file. */
interface WrittenTerms {
  readonly options: LoanOptions;
  readonly file: WrittenObject | null;
}

export function readTerms({ options, file }: WrittenTerms, productTerms: Terms, problems: ProblemCollector): ReadTerms {
  const given = new Set<TermField>();
  const unreadable = new Set<TermField>();
  const terms: { -readonly [Field in TermField]: Terms[Field] } = { ...productTerms };
  let capsOfPenalty: Terms["caps"] = [];
  let areRatesBeyondTable = false;
  const noteBeyondTable = (): void => {
    areRatesBeyondTable = true;
  };
  const typedFor = (field: TermField): Written | null => {
    const option = optionOfTerm(field);
    return option && writtenOption(options, option);
  };
  const writtenFor = (field: TermField): Written | null => typedFor(field) ?? file?.entries.get(termKey(field)) ?? null;
  for (const field of TERM_FIELDS) {
    const written = writtenFor(field);
    // `--compound` may name a rate and rests too: they go before the keys of the loan file for these.
    const other = termForm(field).with;
    const isSaid = other !== undefined && given.has(field) && typedFor(other) !== null;
    if (written === null || isSaid) continue;
    const before = other !== undefined && given.has(field) ? formatTerm(terms, field) : null;
    given.add(field);
    const found = WRITTEN_TERMS[field].read(written, problems, { by: terms.by, noteBeyondTable });
    if (found === undefined) {
      unreadable.add(field);
      continue;
    }
    if (other !== undefined && before !== null && before !== formatTerm({ ...terms, ...found }, field))
      problems.add(written.where, { code: "conflict", options: [termKey(other), termKey(field)] });
    for (const name of Object.keys(found) as readonly TermField[]) given.add(name);
    // A maximum written with the penalty rate is one more cap.
    if (field === "penalty") capsOfPenalty = found.caps ?? [];
    Object.assign(terms, found);
  }
  terms.caps = [...(writtenFor("caps") === null ? productTerms.caps : terms.caps), ...capsOfPenalty];
  checkPenalties(terms, { options, file }, problems);
  if (terms.minimum === null && !unreadable.has("minimum")) checkBases(terms, given, { options, file }, problems);
  // An order that is given replaces the product's as a whole, so that the product's switches of order no longer hold.
  if (given.has("order") && !given.has("orderAfter")) terms.orderAfter = [];
  if (given.has("order") && !given.has("orderInAdvance")) terms.orderInAdvance = null;
  return { terms, given, unreadable, areRatesBeyondTable };
}

/** A multiple that is harmless on one rate may be absurd on another, so both are looked at together. */
function checkPenalties({ rates, penalty }: Terms, { options, file }: WrittenTerms, problems: ProblemCollector): void {
  if (!penalty.some((tier) => rates.some(({ rate }) => penaltyExceedsWhole(tier.penalty, rate)))) return;
  const option = (["penalty", "rate"] as const).find((key) => options[key] !== undefined);
  const where = option === undefined ? (file?.placeOf("penalty") ?? "--penalty") : optionName(option);
  problems.add(where, { code: "penalty-too-high" });
}

/** A share of the minimum payment is nothing where no rule says what that is. */
function checkBases(
  { lateFees }: Terms,
  given: ReadonlySet<TermField>,
  { options, file }: WrittenTerms,
  problems: ProblemCollector,
): void {
  if (!lateFees.some(isOfMinimum)) return;
  const where = options.lateFee === undefined ? file?.placeOf("lateFees") : undefined;
  problems.add(where ?? "--late-fee", minimumMissing("of=minimum", given.has("minimum")));
}

/** What names the minimum payment where there is none: nobody has said its rule, or that there is none. */
export function minimumMissing(text: string, isGivenAsNone: boolean): Issue {
  if (isGivenAsNone) return { code: "conflict", options: [text, "--minimum none"] };
  return { code: "needs-option", option: "--minimum" };
}

/** One term as its option reads it; lists are joined by spaces, an empty one is `none`. */
export function formatTerm<Field extends TermField>(terms: Terms, field: Field): string {
  return WRITTEN_TERMS[field].format(terms[field]);
}

/** The terms as JSON shows them, under the keys of the loan file. */
export function termsDocument(terms: Terms): Document {
  const shown = <Field extends TermField>(field: Field): readonly [string, Document] => {
    return [termKey(field), WRITTEN_TERMS[field].document(terms[field], terms, terms)];
  };
  return Object.fromEntries(TERM_FIELDS.map(shown));
}
