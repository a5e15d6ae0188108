/** The columns of a book's output: fixed names, one figure each. */

import type { Outcome } from "../../advice/outcome.ts";
import { addDays, earliest, formatDay } from "../../loan/day.ts";
import { type Fen, formatFen } from "../../loan/money.ts";

/** A figure as machines read it; empty where there is none. */
type Figure = (outcome: Outcome) => string;

/** What else is in a line: its number, and what is wrong with it. */
export const OF_LINE = ["id", "error"] as const;

const FIGURES = {
  from: ({ totals: { from, to } }) => formatDay(earliest(addDays(from, 1), to)),
  to: ({ totals }) => formatDay(totals.to),
  days: ({ totals: { from, to } }) => String(to - from),
  paid: ({ totals }) => formatFen(totals.payments),
  to_charges: ({ toCharges }) => formatFen(toCharges),
  to_principal: ({ totals }) => formatFen(totals.paid.principal),
  principal_share: ({ principalShare }) => textOf(principalShare),
  principal_left: ({ totals }) => formatFen(totals.closing.principal),
  total_owed: ({ totalOwed }) => formatFen(totalOwed),
  days_overdue: ({ totals }) => String(totals.daysOverdueAtEnd),
  status_code: ({ statusCode }) => textOf(statusCode),
  principal_first_fell: ({ projection: { principalFirstFell } }) => dayOrEmpty(principalFirstFell),
  cleared_on: ({ projection: { clearedOn } }) => dayOrEmpty(clearedOn),
  cleared_reason: ({ projection: { reason } }) => reason ?? "",
  break_even: ({ breakEvenPayment: { amount } }) => moneyOrEmpty(amount),
} as const satisfies Readonly<Record<string, Figure>>;

type FigureName = keyof typeof FIGURES;
export type ColumnName = FigureName | (typeof OF_LINE)[number];

const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];
export const COLUMN_NAMES: readonly ColumnName[] = ["id", ...FIGURE_NAMES, "error"];

/** Texts, which may need quotes; all other figures are numbers, dates and words that never do. */
const TEXT_FIGURES: ReadonlySet<ColumnName> = new Set([
  "id",
  "error",
  "from",
  "to",
  "principal_first_fell",
  "cleared_on",
  "cleared_reason",
]);

export function isText(name: ColumnName): boolean {
  return TEXT_FIGURES.has(name);
}

export function figureOf(name: ColumnName): Figure | null {
  return name === "id" || name === "error" ? null : FIGURES[name];
}

function textOf(value: number | null): string {
  return value === null ? "" : String(value);
}

function moneyOrEmpty(amount: Fen | null): string {
  return amount === null ? "" : formatFen(amount);
}

function dayOrEmpty(day: Parameters<typeof formatDay>[0] | null): string {
  return day === null ? "" : formatDay(day);
}
