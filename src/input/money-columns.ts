/** Columns for money in and for money out, in place of an amount: which of them the entry of a row stands in. */

import { ZERO } from "../loan/money.ts";
import type { ProblemCollector } from "./problem.ts";
import { kindOf } from "./records/statement.ts";
import type { Column, Header } from "./table-header.ts";
import { readAmountOrZero } from "./values/amount.ts";

/** Cells in which nothing stands, as exports show it. */
const NOTHING = /^(?:|-+|\/|—+|无)$/;

export function saysNothing(text: string): boolean {
  return NOTHING.test(text);
}

export function isNothing(text: string): boolean {
  if (saysNothing(text.trim())) return true;
  const amount = readAmountOrZero(text);
  return amount.ok && amount.value === ZERO;
}

/** Those of a table, whose rows come one after the other. */
export class MoneyColumns {
  readonly #ways: readonly (Column & { readonly at: number })[];
  readonly #problems: ProblemCollector;
  /** The way of the first payment. */
  #first: Column["aside"] = null;

  constructor({ columns }: Header, problems: ProblemCollector) {
    this.#ways = columns
      .map((column, at) => ({ ...column, at }))
      .filter(({ aside }) => aside === "money-in" || aside === "money-out");
    this.#problems = problems;
  }

  /** The amount of a row that has a column for each way the money goes; null where they do not tell one. */
  amountOf(
    cells: readonly string[],
    where: string,
    kind: string | null,
  ): { readonly text: string; readonly column: Column } | null {
    const filled = this.#ways.filter(({ at }) => !isNothing(cells[at] ?? ""));
    const [one, other] = filled;
    if (one === undefined) return null;
    const text = (cells[one.at] ?? "").trim();
    if (other !== undefined) {
      this.#problems.add(`${where}:${other.shown}`, { code: "row-unclear", why: "both-ways", text });
    } else if (kind === null || kindOf(kind) === "payment") {
      this.#first ??= one.aside;
      if (one.aside !== this.#first)
        this.#problems.add(`${where}:${one.shown}`, { code: "row-unclear", why: "other-way", text });
    }
    return { text, column: one };
  }
}
