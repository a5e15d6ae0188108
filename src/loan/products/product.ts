/** A known product: its customary terms, and for each of them who says so, when, and how sure that is. */

import { type Citation, isVerified } from "../citation.ts";
import type { LenderKind } from "../loan.ts";
import type { TermField, Terms } from "../terms.ts";

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
