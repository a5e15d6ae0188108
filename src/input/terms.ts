/** The terms of the loan: each described once, read from option, loan file or product in this order, and written back. */

import type { TermField, Terms } from "../loan/terms.ts";
import type { Counting, Document, Shape } from "./field.ts";
import { listOf, oneOrMore } from "./field.ts";
import { type LoanOptions, optionName, writtenOption } from "./options.ts";
import type { ProblemCollector } from "./problem.ts";
import { lateFee } from "./records/late-fee.ts";
import {
  formatPenalties,
  formatRates,
  penaltyDocument,
  type ReferenceRates,
  ratesDocument,
  readPenalties,
  readRates,
} from "./records/rates.ts";
import { cap, compound, compoundRate, grace, minimum, orderSwitch, rounding } from "./records/term-rules.ts";
import { count, daysFromOne } from "./values/count.ts";
import { order } from "./values/order.ts";
import { penaltyExceedsWhole } from "./values/penalty.ts";
import { axis, compoundRests, dayCount, interestMode, penaltyBase, surplus } from "./values/words.ts";
import type { Written, WrittenObject } from "./written.ts";

/** What reading one term needs to know of the others, and of the world. */
interface TermContext {
  readonly referenceRates: ReferenceRates;
  readonly by: Terms["by"];
}

/** A term as it is written: under which key and option, what it says of the terms, and how it is written back. */
interface TermEntry<Field extends TermField> {
  /** The key in the loan file; the option has the same name, unless the term is for files only. */
  readonly key: string;
  readonly option: (keyof LoanOptions & Parameters<typeof writtenOption>[1]) | null;
  readonly read: (written: Written, problems: ProblemCollector, context: TermContext) => Partial<Terms> | undefined;
  readonly format: (value: Terms[Field]) => string;
  readonly document: (value: Terms[Field], counting: Counting, terms: Terms) => Document;
}

/** A term that is all that its shape reads. */
function term<Field extends TermField>(
  field: Field,
  shape: Shape<Terms[Field]>,
  { key = field, option = null }: { readonly key?: string; readonly option?: TermEntry<Field>["option"] } = {},
): TermEntry<Field> {
  return {
    key,
    option,
    read(written, problems) {
      const value = shape.read(written, problems);
      return value === undefined ? undefined : ({ [field]: value } as Partial<Terms>);
    },
    format: (value) => shape.format(value),
    document: (value, counting) => shape.document(value, counting),
  };
}

/** A term that may be none. */
function orNone<Value>(shape: Shape<Value>): Shape<Value | null> {
  return {
    read: (written, problems) => shape.read(written, problems),
    format: (value) => (value === null ? "none" : shape.format(value)),
    document: (value, counting) => (value === null ? null : shape.document(value, counting)),
  };
}

/** Daily rates are stored with some six decimals; more than eighteen are none that anybody keeps. */
const rateDecimals = count({ least: 0, most: 18 });

const lateFees: Shape<Terms["lateFees"]> = {
  read: (written, problems) =>
    oneOrMore(lateFee)
      .read(written, problems)
      ?.flatMap((fee) => fee ?? []),
  format: (fees) => listOf(lateFee).format(fees),
  document: (fees, counting) => listOf(lateFee).document(fees, counting),
};

/** `none` says that there is no cap, against a product that has one. */
const caps: Shape<Terms["caps"]> = {
  ...oneOrMore(cap),
  read(written, problems) {
    const items = written.kind === "list" ? written.items : [written];
    const named = items.filter((item) => item.kind !== "text" || !/^\s*(?:none|无)\s*$/i.test(item.text));
    return listOf(cap).read({ kind: "list", items: named, where: written.where }, problems);
  },
};

/** In the order of `loan/terms.ts`. */
export const TERMS: { readonly [Field in TermField]: TermEntry<Field> } = {
  rates: {
    key: "rate",
    option: "rate",
    read(written, problems, { referenceRates }) {
      const rates = readRates(written, referenceRates, problems);
      return rates && { rates };
    },
    format: formatRates,
    document: ratesDocument,
  },
  penalty: {
    key: "penalty",
    option: "penalty",
    read(written, problems) {
      const found = readPenalties(written, problems);
      if (found === undefined) return undefined;
      return found.caps.length === 0 ? { penalty: found.penalty } : found;
    },
    format: formatPenalties,
    document: (tiers, counting, { rates }) => tiers.map((tier) => penaltyDocument(tier, rates[0], counting)),
  },
  penaltyBase: term("penaltyBase", penaltyBase, { option: "penaltyBase" }),
  compound: {
    key: "compound",
    option: "compound",
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
  compoundRests: term("compoundRests", compoundRests),
  interest: term("interest", interestMode, { option: "interest" }),
  dayCount: term("dayCount", dayCount, { option: "dayCount" }),
  lateFees: term("lateFees", lateFees, { option: "lateFee" }),
  minimum: term("minimum", minimum, { option: "minimum" }),
  caps: term("caps", caps, { option: "cap" }),
  grace: term("grace", grace, { option: "grace" }),
  accelerateAfter: term("accelerateAfter", orNone(daysFromOne)),
  order: term("order", order, { option: "order" }),
  by: term("by", axis, { option: "by" }),
  orderAfter: {
    key: "orderAfter",
    option: "orderAfter",
    read(written, problems, { by }) {
      const rows = oneOrMore(orderSwitch)
        .read(written, problems)
        ?.map((row) => ({ ...row, by: row.by ?? by }));
      if (rows === undefined) return undefined;
      const sorted = rows.toSorted((left, right) => left.daysOverdue - right.daysOverdue);
      const twice = sorted.find(({ daysOverdue }, index) => sorted[index - 1]?.daysOverdue === daysOverdue);
      if (twice === undefined) return { orderAfter: sorted };
      problems.add(written.where, { code: "duplicate", kind: "order", name: String(twice.daysOverdue) });
      return undefined;
    },
    format: (rows) => oneOrMore(orderSwitch).format(rows),
    document: (rows, counting) => oneOrMore(orderSwitch).document(rows, counting),
  },
  orderInAdvance: term("orderInAdvance", orNone(order)),
  surplus: term("surplus", surplus, { option: "surplus" }),
  rounding: term("rounding", rounding, { option: "rounding" }),
  rateDecimals: term("rateDecimals", orNone(rateDecimals)),
};

const READING_ORDER = Object.keys(TERMS) as readonly TermField[];

/** The keys that a loan file may have under `terms`. */
export const TERM_KEYS: readonly string[] = READING_ORDER.map((field) => TERMS[field].key);

export interface ReadTerms {
  readonly terms: Terms;
  /** The terms that were given; the others are the product's. */
  readonly given: ReadonlySet<TermField>;
}

export function readTerms(
  options: LoanOptions,
  file: WrittenObject | null,
  productTerms: Terms,
  referenceRates: ReferenceRates,
  problems: ProblemCollector,
): ReadTerms {
  const given = new Set<TermField>();
  const terms: { -readonly [Field in TermField]: Terms[Field] } = { ...productTerms };
  let capsOfPenalty: Terms["caps"] = [];
  const writtenFor = (field: TermField): Written | null => {
    const { key, option } = TERMS[field];
    return (option === null ? null : writtenOption(options, option)) ?? file?.entries.get(key) ?? null;
  };
  for (const field of READING_ORDER) {
    const written = writtenFor(field);
    // What `--compound` says of rate and rests goes before the file's keys for them.
    const isSaid =
      (field === "compoundRate" || field === "compoundRests") && given.has(field) && options.compound !== undefined;
    if (written === null || isSaid) continue;
    given.add(field);
    const found = TERMS[field].read(written, problems, { referenceRates, by: terms.by });
    if (found === undefined) continue;
    for (const name of Object.keys(found) as readonly TermField[]) given.add(name);
    // What the penalty may be at most stands beside the other caps.
    if (field === "penalty") capsOfPenalty = found.caps ?? [];
    Object.assign(terms, found);
  }
  terms.caps = [...(writtenFor("caps") === null ? productTerms.caps : terms.caps), ...capsOfPenalty];
  checkPenalties(terms, options, file, problems);
  if (terms.minimum === null && !given.has("minimum")) checkBases(terms, options, file, problems);
  // An order of one's own stands against the product's in whole: its switches go with it.
  if (!given.has("order")) return { terms, given };
  return {
    given,
    terms: {
      ...terms,
      orderAfter: given.has("orderAfter") ? terms.orderAfter : [],
      orderInAdvance: given.has("orderInAdvance") ? terms.orderInAdvance : null,
    },
  };
}

/** A multiple that is harmless on one rate may be absurd on another, so both are looked at together. */
function checkPenalties(
  { rates, penalty }: Terms,
  options: LoanOptions,
  file: WrittenObject | null,
  problems: ProblemCollector,
): void {
  if (!penalty.some((tier) => rates.some(({ rate }) => penaltyExceedsWhole(tier.penalty, rate)))) return;
  const option = (["penalty", "rate"] as const).find((key) => options[key] !== undefined);
  const where = option === undefined ? (file?.placeOf("penalty") ?? "--penalty") : optionName(option);
  problems.add(where, { code: "penalty-too-high" });
}

/** A share of the minimum payment is nothing where no rule says what that is. */
function checkBases(
  { lateFees }: Terms,
  options: LoanOptions,
  file: WrittenObject | null,
  problems: ProblemCollector,
): void {
  if (!lateFees.some(({ charge }) => charge.kind === "percent" && charge.of === "minimum")) return;
  const where = options.lateFee === undefined ? file?.placeOf("lateFees") : undefined;
  problems.add(where ?? "--late-fee", { code: "needs-option", option: "--minimum" });
}

/** One term as its option reads it; lists are joined by spaces, an empty one is `none`. */
export function formatTerm<Field extends TermField>(terms: Terms, field: Field): string {
  return TERMS[field].format(terms[field]);
}

/** The terms as JSON shows them, under the keys of the loan file. */
export function termsDocument(terms: Terms): Document {
  const shown = <Field extends TermField>(field: Field): readonly [string, Document] => {
    const { key, document } = TERMS[field];
    return [key, document(terms[field], terms, terms)];
  };
  return Object.fromEntries(READING_ORDER.map(shown));
}
