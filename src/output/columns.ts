/** How a table is defined: its columns once, each with its cell; the titles come from the words by the same keys. */

import type { Cell, Column, Table } from "./page.ts";

export interface ColumnDefinition<Row, Key extends string> {
  /** Its name for machines: English, snake_case. */
  readonly key: Key;
  readonly cell: (row: Row) => Cell;
  /** The larger, the longer the column stays where a terminal is narrow. */
  readonly importance: number;
  /** Left out for people where every cell of it is zero or empty. */
  readonly hideWhenEmpty?: true;
  /** What moves, so that the column may be added up; the others say where it leads. */
  readonly sums?: true;
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
    columns: columns.map(
      ({ key, importance, hideWhenEmpty = false, sums = false, align }): Column => ({
        key,
        title: titles[key],
        align: align ?? "right",
        importance,
        hideWhenEmpty,
        sums,
      }),
    ),
    rows: {
      *[Symbol.iterator]() {
        for (const row of rows) yield cells.map((cell) => cell(row));
      },
    },
  };
}
