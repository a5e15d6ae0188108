/** A product as it is entered: only what is known of it, with its sources. For the rest the usual terms are assumed. */

import { type SourcedTerms, TERM_FIELDS, type Terms, UNSTATED } from "../terms.ts";
import type { Product } from "./product.ts";

/** Of what may be left out: a loan, without a note, of a lender that is known. */
type MayBeLeftOut = "classification" | "note" | "lenderAssumed";
interface ProductEntry extends Omit<Product, "terms" | "fields" | MayBeLeftOut>, Partial<Pick<Product, MayBeLeftOut>> {
  readonly terms: Partial<SourcedTerms>;
}

export function product({ terms, ...rest }: ProductEntry): Product {
  const known: SourcedTerms = { ...UNSTATED, ...terms };
  // The type of the entry says that each value fits its field; a list of pairs cannot say so.
  const values = Object.fromEntries(TERM_FIELDS.map((field) => [field, known[field].value]));
  const citations = TERM_FIELDS.map((field) => {
    const { source, date, sure } = known[field];
    return [field, { source, date, sure }] as const;
  });
  return {
    classification: "loan",
    note: null,
    lenderAssumed: false,
    ...rest,
    terms: values as unknown as Terms,
    fields: Object.fromEntries(citations) as Product["fields"],
  };
}
