/** A built-in product by its name. */

import type { Product } from "../loan/products/product.ts";
import { findProduct, productNames } from "../loan/products.ts";
import { readChoice } from "./choice.ts";
import { ok, type Parsed } from "./problem.ts";

export function readProduct(text: string): Parsed<Product> {
  const name = readChoice(text, productNames);
  if (!name.ok) return name;
  const product = findProduct(name.value);
  if (product === null) throw new Error(`a product is listed and not found: ${name.value}`);
  return ok(product);
}
