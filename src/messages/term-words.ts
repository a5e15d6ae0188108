/** What each language says of a contract's terms: the names of components, and a value of each term in words. */

import type { Component } from "../loan/components.ts";
import type { TermField, Terms } from "../loan/terms.ts";

/** The components, and the interest for the delay of a judgment. */
export type ComponentNames = Readonly<Record<Component | "delay", string>>;

export type TermWords = { readonly [Field in TermField]: (value: Terms[Field]) => string };

export function termInWords<Field extends TermField>(words: TermWords, terms: Terms, field: Field): string {
  return words[field](terms[field]);
}
