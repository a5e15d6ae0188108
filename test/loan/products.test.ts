/** The built-in products: sound tables, every term with a source, and assumptions that can be shown. */

import { expect, test } from "vitest";
import { assumedFields, type Product } from "../../src/loan/products/product.ts";
import { checkProducts, findProduct, PRODUCTS, productNames } from "../../src/loan/products.ts";
import { formatFraction } from "../../src/loan/rate.ts";
import { productWords as englishWords } from "../../src/messages/en/products.ts";
import { productWords as chineseWords } from "../../src/messages/zh/products.ts";
import { USUAL_ROUNDING } from "../plain.ts";

test("the tables are sound", () => {
  expect(() => checkProducts(PRODUCTS)).not.toThrow();
});

test("the names are those of the documentation", () => {
  expect(productNames).toEqual([
    "wangshangdai",
    "jiebei",
    "huabei",
    "weilidai",
    "jd-baitiao",
    "jd-jintiao",
    "duxiaoman",
    "douyin-fangxinjie",
    "lufax",
    "home-credit",
    "zhongyuan-consumer",
    "bank-loan",
    "abc-personal",
    "boc-revolving",
    "small-loan",
    "credit-card",
  ]);
});

function found(name: string): Product {
  const product = findProduct(name);
  if (product === null) throw new Error(`no product ${name}`);
  return product;
}

test("a name that is not known finds nothing", () => {
  expect(findProduct("wangshang")).toBeNull();
  expect(findProduct("toString")).toBeNull();
});

test("wangshangdai: what is assumed and what is not", () => {
  const { terms } = found("wangshangdai");
  expect(terms.rates.map((row) => [row.from, formatFraction(row.rate), row.rate.per])).toEqual([
    [null, "0.0005", "day"],
  ]);
  expect(terms).toMatchObject({
    penalty: [{ fromDaysOverdue: 1, penalty: { kind: "multiple", of: { numerator: 3n, denominator: 2n } } }],
    compound: "interest",
    dayCount: "actual/360",
    grace: { days: 0, kind: "waive" },
    order: ["fee", "penalty", "compound", "interest", "principal"],
    by: "instalment",
    orderAfter: [],
    rounding: { ...USUAL_ROUNDING, when: "posting" },
  });
  const shown = assumedFields(found("wangshangdai"));
  expect(shown).toEqual(expect.arrayContaining(["rates", "grace", "order", "by", "orderAfter", "rounding", "surplus"]));
  for (const verified of ["penalty", "penaltyBase", "compound", "dayCount"]) expect(shown).not.toContain(verified);
});

test.each([
  ["wangshangdai", true],
  ["bank-loan", true],
  ["small-loan", false],
  ["credit-card", false],
])("%s: order assumed is %s", (name, orderAssumed) => {
  expect(found(name).orderAssumed).toBe(orderAssumed);
});

test.each(["small-loan", "credit-card"])("%s: principal comes first from day 91 on", (name) => {
  expect(found(name).terms.orderAfter).toMatchObject([{ daysOverdue: 91, by: "component" }]);
  expect(found(name).terms.orderAfter[0]?.order[0]).toBe("principal");
});

test("only the card is classed as a card", () => {
  expect(PRODUCTS.filter((product) => product.classification === "card").map((product) => product.name)).toEqual([
    "credit-card",
  ]);
});

test.each(PRODUCTS.map((product) => [product.name, product] as const))(
  "%s has words in both languages",
  (_, product) => {
    for (const words of [englishWords, chineseWords]) {
      expect(words.title(product)).not.toBe("");
      expect(words.note(product) === null).toBe(product.note === null);
    }
  },
);

const sound = found("small-loan");
const faults: readonly (readonly [string, string, Product])[] = [
  ["a component missing from the order", "each component once", withTerms({ order: ["fee", "interest", "principal"] })],
  [
    "a component twice",
    "each component once",
    withTerms({ order: ["fee", "fee", "penalty", "interest", "principal"] }),
  ],
  [
    "a switch with a faulty order",
    "each component once",
    withTerms({ orderAfter: [{ daysOverdue: 91, order: ["principal"], by: "component" }] }),
  ],
  [
    "switches out of order",
    "switches of order do not rise",
    withTerms({ orderAfter: [...sound.terms.orderAfter, ...sound.terms.orderAfter] }),
  ],
  ["no penalty rate", "no penalty rate for day 1", withTerms({ penalty: [] })],
  [
    "a penalty rate that starts late",
    "no penalty rate for day 1",
    withTerms({ penalty: sound.terms.penalty.map((row) => ({ ...row, fromDaysOverdue: 2 })) }),
  ],
  ["no contract rate", "no rate from the beginning", withTerms({ rates: [] })],
  ["grace below zero", "grace is not", withTerms({ grace: { days: -1, kind: "waive" } })],
  ["a term without a source", "grace has no source", withSource("grace", { source: " ", date: null, sure: "known" })],
  [
    "a date that is none",
    "grace has a faulty date",
    withSource("grace", { source: "page", date: "May 2024", sure: "known" }),
  ],
  [
    "an assumption with a date",
    "assumed, but dated",
    withSource("grace", { source: "page", date: "2024", sure: "assumed" }),
  ],
  ["an order that contradicts its source", "contradicts its source", { ...sound, orderAssumed: true }],
  ["a faulty name", "not a name", { ...sound, name: "Small Loan" }],
];

function withTerms(terms: Partial<Product["terms"]>): Product {
  return { ...sound, terms: { ...sound.terms, ...terms } };
}

function withSource(field: keyof Product["fields"], citation: Product["fields"]["grace"]): Product {
  return { ...sound, fields: { ...sound.fields, [field]: citation } };
}

test.each(faults)("the check refuses %s", (_, message, product) => {
  expect(() => checkProducts([product])).toThrow(message);
});

test("the check refuses two products of one name", () => {
  expect(() => checkProducts([sound, sound])).toThrow("two products of one name");
});
