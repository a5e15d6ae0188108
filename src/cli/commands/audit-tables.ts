/** The tables of `audit`: the replay line by line, and the worksheet. */

import type { AuditReport } from "../../advice/audit/audit.ts";
import type { AuditRow } from "../../advice/audit/replay.ts";
import type { Stretch } from "../../advice/audit/worksheet.ts";
import { type ByComponent, COMPONENTS, type Component } from "../../loan/components.ts";
import type { Fen, Fraction } from "../../loan/money.ts";
import { formatDecimal, formatFraction } from "../../loan/rate.ts";
import type { AuditWords } from "../../messages/words.ts";
import { type ColumnDefinition, tableOf } from "../../output/columns.ts";
import { type Cell, count, date, difference, EMPTY, label, money, type Table, text } from "../../output/page.ts";

type ReplayColumn = ColumnDefinition<AuditRow, keyof AuditWords["columns"]>;

export function replayTable({ replay: { rows, delay } }: AuditReport, { columns, kinds, reversed }: AuditWords): Table {
  const kindOf = ({ line, isReversed }: AuditRow): string =>
    isReversed ? `${kinds[line.kind]} (${reversed})` : kinds[line.kind];
  const definitions: readonly ReplayColumn[] = [
    { key: "line", importance: 100, cell: ({ line }) => count(line.line) },
    { key: "date", importance: 99, cell: ({ line }) => date(line.date) },
    { key: "kind", importance: 95, align: "left", cell: (row) => label(row.line.kind, kindOf(row)) },
    { key: "amount", importance: 94, cell: ({ line }) => moneyOr(line.amount) },
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
        hideWhenEmpty: true,
        cell: ({ stated }) => part(stated, component),
      },
      {
        key: `difference_${component}`,
        importance: 70,
        hideWhenEmpty: true,
        cell: (row) => (row.difference === null ? EMPTY : difference(row.difference[component])),
      },
    ]),
    { key: "balance_computed", importance: 96, cell: ({ balance }) => money(balance.computed) },
    { key: "balance_claimed", importance: 97, hideWhenEmpty: true, cell: ({ balance }) => moneyOr(balance.claimed) },
    {
      key: "balance_difference",
      importance: 98,
      hideWhenEmpty: true,
      cell: ({ balance }) => differenceOr(balance.difference),
    },
    ...(delay === null ? [] : DELAY_COLUMNS),
    { key: "principal_computed", importance: 80, cell: ({ principal }) => money(principal.computed) },
    {
      key: "principal_claimed",
      importance: 79,
      hideWhenEmpty: true,
      cell: ({ principal }) => moneyOr(principal.claimed),
    },
    {
      key: "principal_difference",
      importance: 78,
      hideWhenEmpty: true,
      cell: ({ principal }) => differenceOr(principal.difference),
    },
    { key: "note", importance: 10, align: "left", hideWhenEmpty: true, cell: ({ line }) => text(line.note ?? "") },
  ];
  return tableOf(definitions, columns, rows);
}

const DELAY_COLUMNS: readonly ReplayColumn[] = [
  { key: "delay_paid", importance: 92, cell: ({ delay }) => moneyOr(delay?.paid ?? null) },
  { key: "delay_owed", importance: 93, cell: ({ delay }) => moneyOr(delay?.owed ?? null) },
  { key: "delay_stated", importance: 91, hideWhenEmpty: true, cell: ({ delay }) => moneyOr(delay?.claimed ?? null) },
  {
    key: "delay_difference",
    importance: 90,
    hideWhenEmpty: true,
    cell: ({ delay }) => differenceOr(delay?.difference ?? null),
  },
];

/** A demand or a rate moves nothing. */
function tellsParts({ line: { kind }, isReversed }: AuditRow): boolean {
  return !isReversed && (kind === "payment" || kind === "fee" || kind === "waiver" || kind === "balance");
}

function part(amounts: ByComponent | null, component: Component): ReturnType<typeof money> {
  return amounts === null ? EMPTY : money(amounts[component]);
}

function moneyOr(amount: Fen | null): ReturnType<typeof money> {
  return amount === null ? EMPTY : money(amount);
}

function differenceOr(amount: Fen | null): Cell {
  return amount === null ? EMPTY : difference(amount);
}

/** A spreadsheet takes `1/3000` for a day; with twenty decimals it works any amount out to the fen. */
function rateCell(rate: Fraction): Cell {
  return label(formatDecimal(rate, 20), formatFraction(rate));
}

export function worksheetTable(
  stretches: readonly Stretch[],
  { worksheetColumns, worksheetTitle }: AuditWords,
  componentNames: Readonly<Record<string, string>>,
): Table {
  const definitions: readonly ColumnDefinition<Stretch, keyof AuditWords["worksheetColumns"]>[] = [
    { key: "from", importance: 100, cell: ({ from }) => date(from) },
    { key: "to", importance: 99, cell: ({ to }) => date(to) },
    { key: "days", importance: 94, cell: ({ days }) => count(days) },
    {
      key: "component",
      importance: 97,
      align: "left",
      cell: ({ component }) => label(component, componentNames[component] ?? component),
    },
    { key: "base", importance: 96, cell: ({ base }) => money(base) },
    { key: "rate", importance: 95, cell: ({ rate }) => (rate === null ? EMPTY : rateCell(rate)) },
    { key: "amount", importance: 98, sums: true, cell: ({ amount }) => money(amount) },
  ];
  return { ...tableOf(definitions, worksheetColumns, stretches), title: worksheetTitle };
}
