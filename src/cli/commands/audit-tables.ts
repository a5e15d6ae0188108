/** The tables of `audit`: the replay line by line, and the worksheet. */

import type { AuditReport } from "../../advice/audit/audit.ts";
import type { AuditRow, Compared } from "../../advice/audit/audit-row.ts";
import type { Stretch } from "../../advice/audit/worksheet.ts";
import { COMPONENTS } from "../../loan/components.ts";
import { ZERO } from "../../loan/money.ts";
import type { AuditColumns } from "../../messages/en/audit.ts";
import type { ComponentNames, TermWords } from "../../messages/term-words.ts";
import type { AuditWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { count, date, difference, EMPTY, label, money, orEmpty, rate, type Table } from "../../output/page.ts";

type ReplayColumn = ColumnDefinition<AuditRow, keyof AuditColumns>;

export function replayTable(
  { replay: { rows, delay } }: AuditReport,
  { kinds, reversed }: AuditWords,
  columns: AuditColumns,
  ratesInWords: TermWords["rates"],
): Table {
  const noteOf = ({ note, rates }: AuditRow["line"]): string =>
    [...(rates.length === 0 ? [] : [ratesInWords(rates)]), ...(note === null ? [] : [note])].join("; ");
  const kindOf = ({ line, isReversed }: AuditRow): string =>
    isReversed ? `${kinds[line.kind]} (${reversed})` : kinds[line.kind];
  const definitions: readonly ReplayColumn[] = [
    { key: "line", importance: 100, cell: ({ line }) => count(line.line) },
    { key: "date", importance: 99, cell: ({ line }) => date(line.date) },
    { key: "kind", importance: 95, align: "left", cell: (row) => label(row.line.kind, kindOf(row)) },
    { key: "amount", importance: 94, cell: ({ line }) => orEmpty(line.amount, money) },
    ...COMPONENTS.flatMap((component): readonly ReplayColumn[] => [
      {
        key: `computed_${component}`,
        importance: 60,
        hideWhenEmpty: true,
        cell: (row) => (hasParts(row) ? money(row.computed[component]) : EMPTY),
      },
      ...saidColumns(
        rows,
        ({ stated, difference: more }) => ({
          claimed: stated?.[component] ?? null,
          difference: more?.[component] ?? null,
        }),
        { key: `stated_${component}`, importance: 50 },
        { key: `difference_${component}`, importance: 70 },
      ),
    ]),
    { key: "balance_computed", importance: 96, cell: ({ balance }) => money(balance.computed) },
    ...saidColumns(
      rows,
      ({ balance }) => balance,
      { key: "balance_claimed", importance: 97 },
      { key: "balance_difference", importance: 98 },
    ),
    ...(delay === null ? [] : delayColumns(rows)),
    { key: "principal_computed", importance: 80, cell: ({ principal }) => money(principal.computed) },
    ...saidColumns(
      rows,
      ({ principal }) => principal,
      { key: "principal_claimed", importance: 79 },
      { key: "principal_difference", importance: 78 },
    ),
    {
      key: "note",
      importance: 10,
      align: "left",
      hideWhenEmpty: true,
      cell: ({ line }) => label(line.note, noteOf(line)),
    },
  ];
  return tableOf(definitions, columns, rows);
}

type ColumnPlace = Pick<ReplayColumn, "key" | "importance">;

/** What is stated, and by how much it differs. It stands beside every difference: a stated 0.00 is more than nothing stated. */
function saidColumns(
  rows: readonly AuditRow[],
  saidIn: (row: AuditRow) => Pick<Compared, "claimed" | "difference"> | null,
  stated: ColumnPlace,
  apart: ColumnPlace,
): readonly ReplayColumn[] {
  const isAnyDifferent = rows.some((row) => (saidIn(row)?.difference ?? ZERO) !== ZERO);
  return [
    { ...stated, hideWhenEmpty: !isAnyDifferent, cell: (row) => orEmpty(saidIn(row)?.claimed, money) },
    { ...apart, hideWhenEmpty: true, cell: (row) => orEmpty(saidIn(row)?.difference, difference) },
  ];
}

function delayColumns(rows: readonly AuditRow[]): readonly ReplayColumn[] {
  return [
    { key: "delay_paid", importance: 92, cell: ({ delay }) => orEmpty(delay?.paid, money) },
    { key: "delay_owed", importance: 93, cell: ({ delay }) => orEmpty(delay?.owed, money) },
    ...saidColumns(
      rows,
      ({ delay }) => delay,
      { key: "delay_stated", importance: 91 },
      { key: "delay_difference", importance: 90 },
    ),
  ];
}

/** A demand or a rate moves nothing. */
function hasParts({ line: { kind }, isReversed }: AuditRow): boolean {
  return !isReversed && (kind === "payment" || kind === "fee" || kind === "waiver" || kind === "balance");
}

export function worksheetTable(
  stretches: readonly Stretch[],
  { worksheetColumns, worksheetTitle }: AuditWords,
  componentNames: ComponentNames,
): Table {
  const definitions: readonly ColumnDefinition<Stretch, keyof AuditWords["worksheetColumns"]>[] = [
    { key: "from", importance: 100, cell: ({ from }) => date(from) },
    { key: "to", importance: 99, cell: ({ to }) => date(to) },
    { key: "days", importance: 94, cell: ({ days }) => count(days) },
    {
      key: "component",
      importance: 97,
      align: "left",
      cell: ({ component }) => label(component, componentNames[component]),
    },
    { key: "base", importance: 96, cell: ({ base }) => money(base) },
    { key: "rate", importance: 95, cell: (stretch) => orEmpty(stretch.rate, rate) },
    { key: "amount", importance: 98, sums: true, cell: ({ amount }) => money(amount) },
  ];
  return { ...tableOf(definitions, worksheetColumns, stretches), title: worksheetTitle };
}
