/** The products known by name, and the check that their tables are sound. */

import { isVerified } from "./citation.ts";
import { COMPONENTS, type Component } from "./components.ts";
import { APP_LOANS } from "./products/app-loans.ts";
import { CREDIT_CARD } from "./products/credit-card.ts";
import { LENDER_LOANS } from "./products/lender-loans.ts";
import type { Product } from "./products/product.ts";
import { WANGSHANGDAI } from "./products/wangshangdai.ts";
import { TERM_FIELDS, type Terms } from "./terms.ts";

/** A product is an entry in one of these files. */
export const PRODUCTS: readonly Product[] = [WANGSHANGDAI, ...APP_LOANS, ...LENDER_LOANS, CREDIT_CARD];

export const productNames: readonly string[] = PRODUCTS.map((product) => product.name);

/** By its own name, not by what else people call it. */
export function findProduct(name: string): Product | null {
  return PRODUCTS.find((product) => product.name === name) ?? null;
}

/** Throws where a built-in table is faulty. The tests ask it; no start-up has to wait for it. */
export function checkProducts(products: readonly Product[]): void {
  const names = new Set<string>();
  for (const product of products) {
    if (!/^[a-z][a-z-]*[a-z]$/.test(product.name)) throw new Error(`not a name for a product: ${product.name}`);
    if (names.has(product.name)) throw new Error(`two products of one name: ${product.name}`);
    names.add(product.name);
    const fault = faultOfTerms(product.terms) ?? faultOfSources(product);
    if (fault !== null) throw new Error(`product ${product.name}: ${fault}`);
  }
}

function faultOfTerms(terms: Terms): string | null {
  const orders = [terms.order, ...terms.orderAfter.map((row) => row.order), terms.orderInAdvance ?? terms.order];
  if (!orders.every(namesEachComponentOnce)) return "an order does not name each component once";
  if (!rises(terms.orderAfter.map((row) => row.daysOverdue))) return "the switches of order do not rise";
  if (terms.penalty[0] === undefined || terms.penalty[0].fromDaysOverdue > 1) return "no penalty rate for day 1";
  if (!rises(terms.penalty.map((row) => row.fromDaysOverdue))) return "the penalty rates do not rise";
  if (terms.rates[0] === undefined || terms.rates[0].from !== null) return "no rate from the beginning";
  if (!rises(terms.rates.slice(1).map((row) => row.from ?? Number.NaN))) return "the dated rates do not rise";
  if (!Number.isSafeInteger(terms.grace.days) || terms.grace.days < 0) return "grace is not a number of days";
  return null;
}

function faultOfSources(product: Product): string | null {
  for (const field of TERM_FIELDS) {
    const citation = product.fields[field];
    if (citation === undefined || citation.source.trim() === "") return `${field} has no source`;
    if (citation.date !== null && !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(citation.date)) return `${field} has a faulty date`;
    if (citation.sure === "assumed" && citation.date !== null) return `${field} is assumed, but dated`;
  }
  if (product.orderAssumed === isVerified(product.fields.order.sure)) return "the order contradicts its source";
  return null;
}

function namesEachComponentOnce(order: readonly Component[]): boolean {
  return order.length === COMPONENTS.length && new Set(order).size === COMPONENTS.length;
}

function rises(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => number > (numbers[index - 1] ?? Number.NEGATIVE_INFINITY));
}
