/** `products`: the built-in terms, and for one of them the source of each. */

import { ProblemCollector, type Result } from "../../input/problem.ts";
import { formatTerm } from "../../input/terms.ts";
import { readProduct } from "../../input/values/words.ts";
import { isVerified } from "../../loan/citation.ts";
import { namingOf } from "../../loan/component-names.ts";
import type { Product } from "../../loan/products/product.ts";
import { PRODUCTS } from "../../loan/products.ts";
import { TERM_FIELDS, type TermField } from "../../loan/terms.ts";
import type { ProductWords } from "../../messages/en/products.ts";
import { termInWords } from "../../messages/term-words.ts";
import type { Words } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { label, type Section, type Table, type Tone, text } from "../../output/page.ts";
import type { Report } from "../../output/report.ts";
import type { CommandInput, CommandResult } from "../command.ts";

interface ProductsRequest {
  /** Null: all of them are listed. */
  readonly product: Product | null;
}

export function read({ argument }: CommandInput): Result<ProductsRequest> {
  const problems = new ProblemCollector();
  return problems.result({ product: problems.readGiven(argument, "products", readProduct) });
}

export async function run({ product }: ProductsRequest, words: Words): Promise<CommandResult> {
  const { productWords } = await words.load.products();
  const content: Report = {
    kind: "report",
    page: () => ({
      sections: product === null ? listSections(productWords, words) : productSections(product, productWords, words),
    }),
    table: product === null ? productList(productWords) : termList(product, productWords),
    document: () => ({ schema: "overdue-sim/products@1", product: product?.name ?? null }),
  };
  return { kind: "done", content };
}

/** The terms that change the figures most: a list tells no more of each product. */
const LISTED: readonly TermField[] = ["rates", "penalty", "grace", "lateFees", "order"];

function listSections(products: ProductWords, { main }: Words): readonly Section[] {
  const blocks = PRODUCTS.map((product): Section => {
    const { headings } = products;
    const fields = products.fields(namingOf(product, product));
    const terms = LISTED.map((field) =>
      products.term(fields[field], valueInWords(product, field, products), basisOf(product, field, products)),
    );
    return {
      kind: "notes",
      title: titleOf(product, products),
      notes: [main.labelled(headings.lender, products.lender(product)), ...terms],
    };
  });
  return [...blocks, { kind: "sentences", sentences: [{ text: products.more }] }];
}

function productSections(product: Product, products: ProductWords, { main }: Words): readonly Section[] {
  const note = products.note(product);
  const sentences = [
    { text: main.labelled(products.headings.lender, products.lender(product)) },
    ...(note === null ? [] : [{ text: note }]),
    ...(isVerified(product.fields.order.sure) ? [] : [{ text: products.orderAssumed }]),
  ];
  return [
    { kind: "sentences", title: titleOf(product, products), sentences },
    { kind: "table", table: termsInWords(product, products), isFramed: true },
  ];
}

function titleOf(product: Product, products: ProductWords): string {
  return `${product.name} - ${products.title(product)}`;
}

function valueInWords(product: Product, field: TermField, { values }: ProductWords): string {
  return termInWords(values[namingOf(product, product)], product.terms, field);
}

function basisOf({ fields }: Product, field: TermField, { basis, sureLevels }: ProductWords): string {
  const { source, date, sure } = fields[field];
  return basis(sureLevels[sure], source, date);
}

/** For people: a value in words, and in one column how sure it is and who says so. */
function termsInWords(product: Product, products: ProductWords): Table {
  const { headings } = products;
  const fields = products.fields(namingOf(product, product));
  const sure = (field: TermField): Tone => (isVerified(product.fields[field].sure) ? "plain" : "bad");
  const columns: readonly ColumnDefinition<TermField, keyof typeof headings>[] = [
    { key: "term", importance: 100, align: "left", cell: (field) => label(field, fields[field]) },
    { key: "value", importance: 90, align: "left", cell: (field) => text(valueInWords(product, field, products)) },
    {
      key: "source",
      importance: 80,
      align: "left",
      cell: (field) => label(field, basisOf(product, field, products), sure(field)),
    },
  ];
  return tableOf(columns, headings, TERM_FIELDS);
}

function productList({ headings, fields: fieldsFor, lender, title }: ProductWords): Table {
  const fields = fieldsFor("licensed");
  const term = (field: TermField) => (product: Product) => text(formatTerm(product.terms, field));
  const columns = [
    { key: "name", importance: 100, align: "left", cell: (product) => text(product.name) },
    { key: "title", importance: 90, align: "left", cell: (product) => label(product.title.en, title(product)) },
    { key: "lender", importance: 40, align: "left", cell: (product) => label(product.lender, lender(product)) },
    { key: "rate", importance: 80, align: "left", cell: term("rates") },
    { key: "penalty", importance: 70, align: "left", cell: term("penalty") },
    { key: "grace", importance: 50, align: "left", cell: term("grace") },
    { key: "order", importance: 60, align: "left", cell: term("order") },
  ] as const satisfies readonly ColumnDefinition<Product, string>[];
  return tableOf<Product, (typeof columns)[number]["key"]>(
    columns,
    { ...headings, rate: fields.rates, penalty: fields.penalty, grace: fields.grace, order: fields.order },
    PRODUCTS,
  );
}

function termList(product: Product, { headings, fields: fieldsFor, sureLevels, undated }: ProductWords): Table {
  const fields = fieldsFor(namingOf(product, product));
  const columns: readonly ColumnDefinition<TermField, keyof typeof headings>[] = [
    { key: "term", importance: 100, align: "left", cell: (field) => label(field, fields[field]) },
    { key: "value", importance: 90, align: "left", cell: (field) => text(formatTerm(product.terms, field)) },
    {
      key: "sure",
      importance: 80,
      align: "left",
      cell: (field) => label(product.fields[field].sure, sureLevels[product.fields[field].sure]),
    },
    { key: "source", importance: 70, align: "left", cell: (field) => text(product.fields[field].source) },
    {
      key: "date",
      importance: 60,
      align: "left",
      cell: (field) => {
        const { date } = product.fields[field];
        return date === null ? label(null, undated) : text(date);
      },
    },
  ];
  return tableOf(columns, headings, TERM_FIELDS);
}
