/** The tables of `audit`: the replay line by line, and the worksheet. */

import type { AuditReport } from "../../advice/audit/audit.ts";
import type { AuditRow } from "../../advice/audit/audit-row.ts";
import type { Stretch } from "../../advice/audit/worksheet.ts";
import { COMPONENTS } from "../../loan/components.ts";
import { type Fen, ZERO } from "../../loan/money.ts";
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
        cell: (row) => (tellsParts(row) ? money(row.computed[component]) : EMPTY),
      },
      {
        key: `stated_${component}`,
        importance: 50,
        ...hiddenUnlessDiffering(rows, ({ difference: more }) => more?.[component] ?? null),
        cell: ({ stated }) => orEmpty(stated?.[component] ?? null, money),
      },
      {
        key: `difference_${component}`,
        importance: 70,
        hideWhenEmpty: true,
        cell: (row) => orEmpty(row.difference?.[component] ?? null, difference),
      },
    ]),
    ...comparedColumns(rows, "balance", [96, 97, 98]),
    ...(delay === null ? [] : delayColumns(rows)),
    ...comparedColumns(rows, "principal", [80, 79, 78]),
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

/** What is stated stands beside every difference: a stated 0.00 is more than nothing stated. */
function hiddenUnlessDiffering(
  rows: readonly AuditRow[],
  differenceOf: (row: AuditRow) => Fen | null,
): Pick<ReplayColumn, "hideWhenEmpty"> {
  return rows.some((row) => (differenceOf(row) ?? ZERO) !== ZERO) ? {} : { hideWhenEmpty: true };
}

function comparedColumns(
  rows: readonly AuditRow[],
  of: "balance" | "principal",
  [computed, claimed, apart]: readonly [number, number, number],
): readonly ReplayColumn[] {
  return [
    { key: `${of}_computed`, importance: computed, cell: (row) => money(row[of].computed) },
    {
      key: `${of}_claimed`,
      importance: claimed,
      ...hiddenUnlessDiffering(rows, (row) => row[of].difference),
      cell: (row) => orEmpty(row[of].claimed, money),
    },
    {
      key: `${of}_difference`,
      importance: apart,
      hideWhenEmpty: true,
      cell: (row) => orEmpty(row[of].difference, difference),
    },
  ];
}

function delayColumns(rows: readonly AuditRow[]): readonly ReplayColumn[] {
  return [
    { key: "delay_paid", importance: 92, cell: ({ delay }) => orEmpty(delay?.paid, money) },
    { key: "delay_owed", importance: 93, cell: ({ delay }) => orEmpty(delay?.owed, money) },
    {
      key: "delay_stated",
      importance: 91,
      ...hiddenUnlessDiffering(rows, ({ delay }) => delay?.difference ?? null),
      cell: ({ delay }) => orEmpty(delay?.claimed, money),
    },
    {
      key: "delay_difference",
      importance: 90,
      hideWhenEmpty: true,
      cell: ({ delay }) => orEmpty(delay?.difference, difference),
    },
  ];
}

/** A demand or a rate moves nothing. */
function tellsParts({ line: { kind }, isReversed }: AuditRow): boolean {
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
