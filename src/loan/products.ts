/** The products known by name. */

import { APP_LOANS } from "./products/app-loans.ts";
import { CREDIT_CARD } from "./products/credit-card.ts";
import { LENDER_LOANS } from "./products/lender-loans.ts";
import type { Product } from "./products/product.ts";
import { WANGSHANGDAI } from "./products/wangshangdai.ts";

/** A product is an entry in one of these files. */
export const PRODUCTS: readonly Product[] = [WANGSHANGDAI, ...APP_LOANS, ...LENDER_LOANS, CREDIT_CARD];

export const productNames: readonly string[] = PRODUCTS.map((product) => product.name);

/** By its own name, not by what else people call it. */
export function findProduct(name: string): Product | null {
  return PRODUCTS.find((product) => product.name === name) ?? null;
}
