/** A built-in product by its name, or one of the names people call it. */

import type { Product } from "../loan/products/product.ts";
import { findProduct, PRODUCTS, productNames } from "../loan/products.ts";
import { choice } from "./field.ts";
import { ok, type Parsed } from "./problem.ts";

const productName = choice(
  productNames,
  Object.fromEntries(PRODUCTS.map(({ name, title, otherNames }) => [name, [title.zh, ...otherNames]])),
);

export function readProduct(text: string): Parsed<Product> {
  const name = productName.parse(text);
  if (!name.ok) return name;
  const product = findProduct(name.value);
  if (product === null) throw new Error(`a product is listed and not found: ${name.value}`);
  return ok(product);
}
