/** Columns for money in and for money out, in place of an amount: which of them the entry of a row stands in. */

import { ZERO } from "../loan/money.ts";
import type { ProblemCollector } from "./problem.ts";
import { kindOf } from "./records/statement.ts";
import type { Column, Header } from "./table-header.ts";
import { readAmountOrZero } from "./values/amount.ts";

/** Cells in which nothing stands, as exports show it. */
const NOTHING = /^(?:|[-－–—―]+|[/／]|无)$/;

export function saysNothing(text: string): boolean {
  return NOTHING.test(text);
}

export function isNothing(text: string): boolean {
  if (saysNothing(text.trim())) return true;
  const amount = readAmountOrZero(text);
  return amount.ok && amount.value === ZERO;
}

/**
 * What reads the amount of a row that has a column for each way the money goes: null where they do not tell one. The rows of a
 * table come one after the other.
 */
export function moneyReader({ columns }: Header, problems: ProblemCollector) {
  const ways = columns
    .map((column, at) => ({ ...column, at }))
    .filter(({ aside }) => aside === "money-in" || aside === "money-out");
  /** The way of the first payment. */
  let first: Column["aside"] = null;
  return (
    cells: readonly string[],
    where: string,
    kind: string | null,
  ): { readonly text: string; readonly column: Column } | null => {
    const [one, other] = ways.filter(({ at }) => !isNothing(cells[at] ?? ""));
    if (one === undefined) return null;
    const text = (cells[one.at] ?? "").trim();
    if (other !== undefined) {
      problems.add(`${where}:${other.shown}`, { code: "row-unclear", why: "both-ways", text });
    } else if (kind === null || kindOf(kind) === "payment") {
      first ??= one.aside;
      if (one.aside !== first) problems.add(`${where}:${one.shown}`, { code: "row-unclear", why: "other-way", text });
    }
    return { text, column: one };
  };
}
