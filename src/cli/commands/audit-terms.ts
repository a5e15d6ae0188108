/** By which terms a statement was replayed, as far as they are not listed as assumed: the page may be laid before others. */

import { version } from "../../../package.json";
import type { AuditReport } from "../../advice/audit/audit.ts";
import type { LoanRequest } from "../../input/loan-request.ts";
import { isVerified } from "../../loan/citation.ts";
import { namingOf } from "../../loan/component-names.ts";
import { TERM_FIELDS, type TermField, termForm } from "../../loan/terms.ts";
import type { ProductWords } from "../../messages/en/products.ts";
import { termInWords } from "../../messages/term-words.ts";
import type { AuditWords, Words } from "../../messages/words.ts";
import type { Section } from "../../output/page.ts";

export function termsSection(
  { replay: { totals } }: AuditReport,
  request: LoanRequest,
  { termsOfReplay }: AuditWords,
  products: ProductWords,
  { main }: Words,
): Section {
  const { loan, product, givenTerms, isProductNamed, assumptions } = request;
  const naming = namingOf(loan, product);
  const names = products.fields(naming);
  const listed = new Set<string | undefined>(assumptions.map(({ code }) => code));
  const termNotes = (field: TermField): readonly string[] => {
    const value = termInWords(products.values[naming], loan.terms, field);
    if (givenTerms.has(field)) return [main.labelled(names[field], value)];
    const { source, date, sure } = product.fields[field];
    if (!isProductNamed || !isVerified(sure) || listed.has(termForm(field).code)) return [];
    return [products.term(names[field], value, products.basis(products.sureLevels[sure], source, date))];
  };
  return {
    kind: "notes",
    title: termsOfReplay.title,
    notes: [
      termsOfReplay.owed(totals, naming),
      ...(isProductNamed ? [main.labelled(products.headings.title, products.title(product))] : []),
      ...TERM_FIELDS.flatMap(termNotes),
      termsOfReplay.madeBy(version),
    ],
  };
}
