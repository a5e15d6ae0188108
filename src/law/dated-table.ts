/** A table whose rows hold from one day to another, each with its source. A faulty table cannot be built. */

import type { SureLevel } from "../loan/citation.ts";
import type { Day } from "../loan/day.ts";

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
