/** The columns of a book's output: fixed names, one figure each. */

import type { Outcome } from "../../advice/outcome.ts";
import { addDays, earliest } from "../../loan/day.ts";
import type { LineBytes } from "./line-bytes.ts";

export interface Figure {
  /** As machines read it; nothing where there is none. */
  readonly write: (line: LineBytes, outcome: Outcome) => void;
  /** Dates and words, which JSON quotes. None of them needs a quote in CSV. */
  readonly isText: boolean;
}

const number = (write: Figure["write"]): Figure => ({ write, isText: false });
const text = (write: Figure["write"]): Figure => ({ write, isText: true });

/** What else is in a line: its number, and what is wrong with it. */
type OfLine = "id" | "error";

const FIGURES = {
  from: text((line, { from, to }) => line.day(earliest(addDays(from, 1), to))),
  to: text((line, { to }) => line.day(to)),
  days: number((line, { from, to }) => line.number(to - from)),
  paid: number((line, { paid }) => line.money(paid)),
  to_charges: number((line, { toCharges }) => line.money(toCharges)),
  to_principal: number((line, { toPrincipal }) => line.money(toPrincipal)),
  principal_share: number((line, { principalShare }) => line.number(principalShare)),
  principal_left: number((line, { principalLeft }) => line.money(principalLeft)),
  total_owed: number((line, { totalOwed }) => line.money(totalOwed)),
  days_overdue: number((line, { daysOverdue }) => line.number(daysOverdue)),
  status_code: number((line, { statusCode }) => line.number(statusCode)),
  principal_first_fell: text((line, { projection }) => line.day(projection.principalFirstFell)),
  cleared_on: text((line, { projection }) => line.day(projection.clearedOn)),
  cleared_reason: text((line, { projection }) => line.text(projection.reason ?? "")),
  break_even: number((line, { breakEvenAmount }) => line.money(breakEvenAmount)),
} as const satisfies Readonly<Record<string, Figure>>;

type FigureName = keyof typeof FIGURES;
export type ColumnName = FigureName | OfLine;

const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];
export const COLUMN_NAMES: readonly ColumnName[] = ["id", ...FIGURE_NAMES, "error"];

/** The figure of a column, or the column itself where it holds what else is in a line. */
export function figureOf(name: ColumnName): Figure | OfLine {
  return name === "id" || name === "error" ? name : FIGURES[name];
}
