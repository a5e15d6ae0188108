/** Known products in English: kinds of lender, names of the terms, and how sure a source makes us. */

import type { SureLevel } from "../../loan/citation.ts";
import type { Naming } from "../../loan/component-names.ts";
import type { Product } from "../../loan/products/product.ts";
import type { TermField } from "../../loan/terms.ts";
import { componentNames, lenderNames, penaltyRateNames, termWords } from "./terms.ts";

export const productWords = {
  title: (product: Product) => product.title.en,
  note: (product: Product) => product.note?.en ?? null,
  /** Who lends; where no source says so, that it is assumed. */
  lender: ({ lender, lenderAssumed }: Product) =>
    lenderAssumed ? `${lenderNames[lender]} (assumed: a platform of several lenders)` : lenderNames[lender],
  fields: (naming: Naming): Readonly<Record<TermField, string>> => ({
    rates: "contract rate",
    dayCount: "day count",
    interest: "interest before the due date",
    penalty: penaltyRateNames[naming],
    penaltyBase: `what bears ${componentNames[naming].penalty}`,
    compound: "what bears compound interest",
    compoundRate: "rate of compound interest",
    compoundRests: "rests of compound interest",
    grace: "days of grace",
    lateFees: "late fees",
    caps: "caps",
    minimum: "minimum payment",
    accelerateAfter: "called in whole after days overdue",
    rateDecimals: "decimals of the daily rate",
    rounding: "rounding",
    order: "order of allocation",
    by: "by instalment or by component",
    orderAfter: "order after long arrears",
    orderInAdvance: "order for what is not yet due",
    surplus: "money beyond what is due",
  }),
  sureLevels: {
    "verified-strong": "read in a law, a judgment, the contract or independent data that agree",
    "verified-medium": "read in data models, programs or articles that agree",
    "verified-weak": "read on a consumer page only",
    known: "commonly known, no source read",
    assumed: "assumed",
  } satisfies Readonly<Record<SureLevel, string>>,
  headings: {
    name: "name",
    title: "product",
    lender: "lender",
    term: "term",
    value: "value",
    sure: "how sure",
    source: "source",
    date: "date",
  },
  undated: "no date",
  /** A term's value in words. */
  values: termWords,
  /** How sure, who says so, when. */
  basis: (sure: string, source: string, date: string | null) => `${sure}; ${source}${date === null ? "" : `, ${date}`}`,
  term: (field: string, value: string, basis: string) => `${field}: ${value} (${basis})`,
  more: "All terms of one product, each with its source: overdue-sim products NAME",
  orderAssumed: "The order of allocation is assumed; compare it with your contract.",
};

/** The words of products in any language. */
export type ProductWords = typeof productWords;
