/** `products`: the built-in terms, and for one of them the source of each. */

import { ProblemCollector, type Result } from "../../input/problem.ts";
import { readProduct } from "../../input/product.ts";
import { writeTerm } from "../../input/written-terms.ts";
import { isVerified, type Product, type SureLevel, TERM_FIELDS } from "../../loan/products/product.ts";
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
  const { productWords } = await words.load.products();
  const table = product === null ? productList(productWords) : termList(product, productWords);
  const content: Report = {
    kind: "report",
    page: () => ({
      sections: product === null ? [tableSection(table)] : productSections(product, table, productWords, words),
    }),
    table,
    document: () => ({ schema: "overdue-sim/products@1", product: product?.name ?? null }),
  };
  return { kind: "done", content, notes: [], exitCode: 0 };
}

function productSections(product: Product, table: Table, products: ProductWords, { main }: Words): readonly Section[] {
  const note = products.note(product);
  const sentences = [
    { text: main.labelled(products.headings.lender, products.lenderKinds[product.lender]) },
    ...(note === null ? [] : [{ text: note }]),
    ...(product.orderAssumed ? [{ text: products.orderAssumed }] : []),
  ];
  return [{ kind: "sentences", title: `${product.name} - ${products.title(product)}`, sentences }, tableSection(table)];
}

function tableSection(table: Table): Section {
  return { kind: "table", table, isFramed: true };
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
      text(writeTerm(product.terms, "rates")),
      text(writeTerm(product.terms, "penalty")),
      text(writeTerm(product.terms, "grace")),
      text(writeTerm(product.terms, "order")),
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
        text(writeTerm(product.terms, field)),
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
