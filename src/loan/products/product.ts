/** A product: what is known of its customary terms, with who says so, when, and how sure that is; the rest is assumed. */

import { type Citation, isVerified } from "../citation.ts";
import type { LenderKind } from "../loan.ts";
import { type SourcedTerms, TERM_FIELDS, type TermField, type Terms, UNSTATED } from "../terms.ts";

/** Where a borrower reaches the lender: what it is, and who says so. */
export interface Contact extends Citation {
  readonly en: string;
  readonly zh: string;
}

/** The scale by which overdue days turn into the five risk classes: cards have one of their own. */
export const CLASSIFICATIONS = ["loan", "card"] as const;
export type Classification = (typeof CLASSIFICATIONS)[number];

/** A product, as far as it is a loan or a card. */
export type Classified = Pick<Product, "classification">;

export interface Product {
  readonly name: string;
  readonly title: { readonly en: string; readonly zh: string };
  /** What else people call it. */
  readonly otherNames: readonly string[];
  readonly lender: LenderKind;
  /** No source says who lends: behind a platform the lender changes from loan to loan. */
  readonly lenderAssumed: boolean;
  readonly terms: Terms;
  readonly fields: { readonly [field in TermField]: Citation };
  readonly classification: Classification;
  /** Lent to consumers over the net, which has a collection standard of its own. */
  readonly isOnlineConsumerLoan?: boolean;
  /** Left out where no number is known: the contract or the app has it. */
  readonly contact?: Contact;
  /** Where the published rule had to be said in the terms there are; null where it fits as it is. */
  readonly note: { readonly en: string; readonly zh: string } | null;
}

/** The terms that no source vouches for: wherever they are used, they are to be shown as assumptions. */
export function assumedFields(product: Product): readonly TermField[] {
  const fields = Object.keys(product.fields) as readonly TermField[];
  return fields.filter((field) => !isVerified(product.fields[field].sure));
}

/** Of what may be left out: a loan, without a note, of a lender that is known. */
type MayBeLeftOut = "classification" | "note" | "lenderAssumed";
interface ProductEntry extends Omit<Product, "terms" | "fields" | MayBeLeftOut>, Partial<Pick<Product, MayBeLeftOut>> {
  readonly terms: Partial<SourcedTerms>;
}

/** As it is entered: for what is not known the usual terms are assumed. */
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
