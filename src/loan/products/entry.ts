/** A product as it is entered: only what is known of it, with its sources. For the rest the usual terms are assumed. */

import { type SourcedTerms, TERM_FIELDS, type Terms, UNSTATED } from "../terms.ts";
import type { Product } from "./product.ts";

interface ProductEntry extends Omit<Product, "terms" | "fields" | "lenderAssumed" | "classification" | "note"> {
  readonly terms: Partial<SourcedTerms>;
  /** Left out: a loan. */
  readonly classification?: Product["classification"];
  readonly note?: Product["note"];
  readonly lenderAssumed?: boolean;
}

export function product({
  terms,
  classification = "loan",
  note = null,
  lenderAssumed = false,
  ...rest
}: ProductEntry): Product {
  const known: SourcedTerms = { ...UNSTATED, ...terms };
  // The type of the entry says that each value fits its field; a list of pairs cannot say so.
  const values = Object.fromEntries(TERM_FIELDS.map((field) => [field, known[field].value]));
  const citations = TERM_FIELDS.map((field) => {
    const { source, date, sure } = known[field];
    return [field, { source, date, sure }] as const;
  });
  return {
    ...rest,
    classification,
    note,
    lenderAssumed,
    terms: values as unknown as Terms,
    fields: Object.fromEntries(citations) as Product["fields"],
  };
}
