/** `products`: the built-in terms, and for one of them the source of each. */

import { ProblemCollector, type Result } from "../../input/problem.ts";
import { readProduct } from "../../input/product.ts";
import { formatTerm } from "../../input/terms.ts";
import { isVerified, type Product, type SureLevel, TERM_FIELDS, type TermField } from "../../loan/products/product.ts";
import { PRODUCTS } from "../../loan/products.ts";
import type { ProductWords } from "../../messages/en/products.ts";
import type { Words } from "../../messages/words.ts";
import { type Cell, type Column, label, type Section, type Table, text } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import type { CommandInput, CommandResult } from "../command.ts";

interface ProductsRequest {
  /** Null: all of them are listed. */
  readonly product: Product | null;
}

export function read({ argument }: CommandInput): Result<ProductsRequest> {
  const problems = new ProblemCollector();
  const product = argument === null ? null : problems.read({ text: argument, where: "products" }, readProduct);
  return problems.result({ product });
}

export async function run({ product }: ProductsRequest, words: Words): Promise<CommandResult> {
  const { productWords: says } = await words.load.products();
  const content: Report = {
    kind: "report",
    page: () => ({ sections: product === null ? listSections(says, words) : productSections(product, says, words) }),
    table: product === null ? productList(says) : termList(product, says),
    document: () => ({ schema: "overdue-sim/products@1", product: product?.name ?? null }),
  };
  return { kind: "done", content, notes: [], exitCode: 0 };
}

/** The terms that change the figures most: a list tells no more of each product. */
const LISTED: readonly TermField[] = ["rates", "penalty", "grace", "lateFees", "order"];

function listSections(products: ProductWords, { main }: Words): readonly Section[] {
  const blocks = PRODUCTS.map((product): Section => {
    const { headings, lenderKinds } = products;
    const terms = LISTED.map((field) =>
      products.term(products.fields[field], valueInWords(product, field, products), basisOf(product, field, products)),
    );
    return {
      kind: "notes",
      title: titleOf(product, products),
      notes: [main.labelled(headings.lender, lenderKinds[product.lender]), ...terms],
    };
  });
  return [...blocks, { kind: "sentences", sentences: [{ text: products.more }] }];
}

function productSections(product: Product, products: ProductWords, { main }: Words): readonly Section[] {
  const note = products.note(product);
  const sentences = [
    { text: main.labelled(products.headings.lender, products.lenderKinds[product.lender]) },
    ...(note === null ? [] : [{ text: note }]),
    ...(product.orderAssumed ? [{ text: products.orderAssumed }] : []),
  ];
  return [
    { kind: "sentences", title: titleOf(product, products), sentences },
    { kind: "table", table: termsInWords(product, products), isFramed: true },
  ];
}

function titleOf(product: Product, products: ProductWords): string {
  return `${product.name} - ${products.title(product)}`;
}

function valueInWords({ terms }: Product, field: TermField, { values }: ProductWords): string {
  return values[field](formatTerm(terms, field));
}

function basisOf({ fields }: Product, field: TermField, { basis, sureLevels }: ProductWords): string {
  const { source, date, sure } = fields[field];
  return basis(sureLevels[sure], source, date);
}

/** For people: a value in words, and in one column how sure it is and who says so. */
function termsInWords(product: Product, products: ProductWords): Table {
  const { headings, fields } = products;
  return {
    columns: [
      column("term", headings.term, 100),
      column("value", headings.value, 90),
      column("source", headings.source, 80),
    ],
    rows: TERM_FIELDS.map((field): readonly Cell[] => [
      label(field, fields[field]),
      text(valueInWords(product, field, products)),
      label(field, basisOf(product, field, products), isVerified(product.fields[field].sure) ? "plain" : "bad"),
    ]),
  };
}

function productList(products: ProductWords): Table {
  const { headings, fields } = products;
  return {
    columns: [
      column("name", headings.name, 100),
      column("title", headings.title, 90),
      column("lender", headings.lender, 40),
      column("rate", fields.rates, 80),
      column("penalty", fields.penalty, 70),
      column("grace", fields.grace, 50),
      column("order", fields.order, 60),
    ],
    rows: PRODUCTS.map((product) => [
      text(product.name),
      label(product.title.en, products.title(product)),
      label(product.lender, products.lenderKinds[product.lender]),
      text(formatTerm(product.terms, "rates")),
      text(formatTerm(product.terms, "penalty")),
      text(formatTerm(product.terms, "grace")),
      text(formatTerm(product.terms, "order")),
    ]),
  };
}

function termList(product: Product, products: ProductWords): Table {
  const { headings } = products;
  return {
    columns: [
      column("term", headings.term, 100),
      column("value", headings.value, 90),
      column("sure", headings.sure, 80),
      column("source", headings.source, 70),
      column("date", headings.date, 60),
    ],
    rows: TERM_FIELDS.map((field): readonly Cell[] => {
      const { source, date, sure } = product.fields[field];
      return [
        label(field, products.fields[field]),
        text(formatTerm(product.terms, field)),
        sureLabel(sure, products.sureLevels[sure]),
        text(source),
        date === null ? label(null, products.undated) : text(date),
      ];
    }),
  };
}

function sureLabel(sure: SureLevel, word: string): Cell {
  return label(sure, word, isVerified(sure) ? "plain" : "bad");
}

function column(key: string, title: string, importance: number): Column {
  return { key, title, align: "left", importance };
}
