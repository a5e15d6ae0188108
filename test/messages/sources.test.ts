/** Who says so, in Chinese: each source of a product and of the law has its words. */

import { expect, test } from "vitest";
import { LAW_TABLES } from "../../src/law/tables.ts";
import { PRODUCTS } from "../../src/loan/products.ts";
import { sourceInWords } from "../../src/messages/zh/sources.ts";

test("no source stays English where the language is Chinese", () => {
  const ofProducts = PRODUCTS.flatMap(({ fields, contact }) => [
    ...Object.values(fields).map(({ source }) => source),
    ...(contact === undefined ? [] : [contact.source]),
  ]);
  const ofTheLaw = LAW_TABLES.flatMap(({ rows }) => rows.map(({ source }) => source));
  const inEnglish = [...new Set([...ofProducts, ...ofTheLaw])].filter((source) => sourceInWords(source) === source);
  expect(inEnglish).toEqual([]);
});
