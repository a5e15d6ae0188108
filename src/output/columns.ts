/** How a table is defined: its columns once, each with its cell; the titles come from the words by the same keys. */

import type { Cell, Column, Table } from "./page.ts";

export interface ColumnDefinition<Row, Key extends string> extends Omit<Column, "title" | "align"> {
  readonly key: Key;
  readonly cell: (row: Row) => Cell;
  /** Words stand at the left, figures at the right. */
  readonly align?: "left";
}

export function tableOf<Row, Key extends string>(
  columns: readonly ColumnDefinition<Row, Key>[],
  titles: Readonly<Record<Key, string>>,
  rows: Iterable<Row>,
): Table {
  const cells = columns.map(({ cell }) => cell);
  return {
    columns: columns.map(({ key, importance, hideWhenEmpty = false, sums = false, align }): Column => {
      return { key, title: titles[key], align: align ?? "right", importance, hideWhenEmpty, sums };
    }),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield cells.map((cell) => cell(row));
      },
    },
  };
}
