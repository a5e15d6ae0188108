/** What a table of the law looks like to whoever prints it: rows of one shape, whatever the subject. */

import type { Fraction } from "../loan/money.ts";
import type { DatedRow, DatedTable } from "./dated-table.ts";

/** A rule in both languages; it is data with a source, as a product's title is. */
export interface Wording {
  readonly en: string;
  readonly zh: string;
}

/** `item`: what the row is about, for machines (`lpr1y`, `judicial-24`, `demand`). */
export interface LawRow extends DatedRow<Wording> {
  readonly item: string;
  /** A fraction a year; null where the row names none. */
  readonly yearlyRate: Fraction | null;
}

export interface LawTable {
  readonly name: string;
  readonly title: Wording;
  readonly rows: readonly LawRow[];
  /** New rows are published every month or so: what came after the last one is not in the table. */
  readonly isContinued?: true;
}

export interface LawItem extends Wording {
  readonly item: string;
  readonly yearlyRate?: Fraction;
}

/** Of a rule that no figure goes by, and that is there to be read. */
interface ItemsInCommon extends Omit<DatedRow<never>, "value"> {
  readonly items: readonly LawItem[];
}

/** A row for each item, with the dates and the source that they have in common. */
export function itemRows({ items, ...row }: ItemsInCommon): readonly LawRow[] {
  return items.map(({ item, en, zh }) => ({ ...row, item, value: { en, zh }, yearlyRate: null }));
}

/** The rows of a dated table, one for each item that a value holds. */
export function lawRows<Value>(
  table: DatedTable<Value>,
  itemsOf: (value: Value) => readonly LawItem[],
): readonly LawRow[] {
  return table.rows.flatMap((row) =>
    itemsOf(row.value).map(({ item, en, zh, yearlyRate = null }) => ({ ...row, item, value: { en, zh }, yearlyRate })),
  );
}
