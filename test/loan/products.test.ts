/** The built-in products: sound tables, every term with a source, and assumptions that can be shown. */

import { describe, expect, test } from "vitest";
import { simulate } from "../../src/ledger/run.ts";
import type { Citation } from "../../src/loan/citation.ts";
import { COMPONENTS } from "../../src/loan/components.ts";
import { addDays, day } from "../../src/loan/day.ts";
import { NO_EVENTS } from "../../src/loan/events.ts";
import { assumedFields, type Product } from "../../src/loan/products/product.ts";
import { findProduct, PRODUCTS, productNames } from "../../src/loan/products.ts";
import { formatFraction } from "../../src/loan/rate.ts";
import { USUAL_ROUNDING } from "../../src/loan/rounding.ts";
import { productWords as englishWords } from "../../src/messages/en/products.ts";
import { productWords as chineseWords } from "../../src/messages/zh/products.ts";
import { instalment, loanOf, yuan } from "../reference/sample-loans.ts";

describe.each(PRODUCTS)("the table of $name", ({ name, terms, fields }) => {
  test("has a name that can be typed", () => {
    expect(name).toMatch(/^[a-z][a-z-]*[a-z]$/);
  });

  test("has orders that name each component once", () => {
    const orders = [terms.order, terms.orderInAdvance ?? terms.order, ...terms.orderAfter.map(({ order }) => order)];
    for (const order of orders) expect(order.toSorted()).toEqual(COMPONENTS.toSorted());
  });

  test("has rates from the beginning and from day 1, and rows that rise", () => {
    expect(terms.rates[0]?.from).toBeNull();
    expect(terms.penalty[0]?.fromDaysOverdue).toBe(1);
    const steps = [
      terms.rates.slice(1).map(({ from }) => from ?? Number.NaN),
      terms.penalty.map(({ fromDaysOverdue }) => fromDaysOverdue),
      terms.orderAfter.map(({ daysOverdue }) => daysOverdue),
    ];
    for (const rows of steps) expect(rows).toEqual([...new Set(rows)].toSorted((one, other) => one - other));
  });

  test("says of each term who says so, and when", () => {
    const isSound = ({ source, date, sure }: Citation): boolean =>
      source.trim() !== "" && /^\d{4}(-\d{2}(-\d{2})?)?$/.test(date ?? "2024") && (sure !== "assumed" || date === null);
    expect(Object.entries(fields).filter(([, citation]) => !isSound(citation))).toEqual([]);
  });
});

test("Home Credit counts from the oldest unpaid instalment: of four missed, 30 + 80 + 130 + 130 in 130 days", () => {
  const terms = findProduct("home-credit")?.terms;
  const missed = ["2026-08-01", "2026-09-01", "2026-10-01", "2026-11-01"].map((due) => instalment(day(due), 1_000));
  const loan = { ...loanOf(missed, terms), asOf: day("2026-07-31") };
  expect(simulate(loan, NO_EVENTS, { until: addDays(loan.asOf, 130) }).charged.fee).toBe(yuan(370));
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
    "private-loan",
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
    rounding: USUAL_ROUNDING,
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
])("%s: order assumed is %s", (name, isAssumed) => {
  expect(assumedFields(found(name)).includes("order")).toBe(isAssumed);
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
