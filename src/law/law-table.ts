/** The tables of the law: rows that hold from one day to another, each with its source, and as whoever prints them sees them. */

import type { SureLevel } from "../loan/citation.ts";
import type { Day } from "../loan/day.ts";
import type { Fraction } from "../loan/money.ts";

/** What holds from one day to another, and who says so. */
export interface DatedRow<Value> {
  /** First day on which the row holds. */
  readonly from: Day;
  /** Last day on which it holds; null: still in force when the table was written. */
  readonly until: Day | null;
  readonly value: Value;
  readonly source: string;
  readonly sure: SureLevel;
}

export interface FoundRow<Value> {
  readonly row: DatedRow<Value>;
  /** The day lies after the last one the table knows: its last row is used, and whoever shows it says so. */
  readonly isBeyondTable: boolean;
}

/** A faulty table cannot be built. */
export class DatedTable<Value> {
  readonly name: string;
  /** Earliest first, each beginning the day after the one before ended; at least one. */
  readonly rows: readonly DatedRow<Value>[];

  /** Throws where a row has no source or ends before it starts, and where rows leave a gap, overlap or stand out of order. */
  constructor(name: string, rows: readonly DatedRow<Value>[]) {
    if (rows.length === 0) throw new Error(`${name}: a table without rows`);
    rows.forEach(({ from, until, source }, index) => {
      if (source.trim() === "") throw new Error(`${name}: row ${index + 1} has no source`);
      if (until !== null && until < from) throw new Error(`${name}: row ${index + 1} ends before it starts`);
      const before = rows[index - 1];
      if (before !== undefined && (before.until === null || before.until + 1 !== from)) {
        throw new Error(`${name}: row ${index + 1} does not begin the day after the row before it ends`);
      }
    });
    this.name = name;
    this.rows = rows;
  }

  /** The row that holds on a day, or the last one after the table's end; null before its beginning. */
  rowOn(day: Day): FoundRow<Value> | null {
    const row = this.rows.findLast(({ from }) => from <= day);
    return row === undefined ? null : { row, isBeyondTable: row.until !== null && row.until < day };
  }
}

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
