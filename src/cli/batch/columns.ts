/** The columns of a book's output: fixed names, one figure each. */

import type { Outcome } from "../../advice/outcome.ts";
import { addDays, type Day, earliest } from "../../loan/day.ts";
import type { Fen } from "../../loan/money.ts";
import type { LineBytes } from "./line-bytes.ts";

export interface Figure {
  /** As machines read it; nothing where there is none. */
  readonly write: (to: LineBytes, outcome: Outcome) => void;
  /** Dates and words, which JSON quotes. None of them needs a quote in CSV. */
  readonly isText: boolean;
}

type Of<Value> = (outcome: Outcome) => Value | null;

function figure<Value>(of: Of<Value>, write: (to: LineBytes, value: Value) => void, isText = false): Figure {
  return {
    write: (to, outcome) => {
      const value = of(outcome);
      if (value !== null) write(to, value);
    },
    isText,
  };
}

const money = (of: Of<Fen>): Figure => figure(of, (to, amount) => to.money(amount));
const count = (of: Of<number>): Figure => figure(of, (to, value) => to.count(value));
const share = (of: Of<number>): Figure => figure(of, (to, value) => to.text(String(value)));
const date = (of: Of<Day>): Figure => figure(of, (to, day) => to.day(day), true);
const word = (of: Of<string>): Figure => figure(of, (to, text) => to.text(text), true);

/** What else is in a line: its number, and what is wrong with it. */
type OfLine = "id" | "error";

const FIGURES = {
  from: date(({ from, to }) => earliest(addDays(from, 1), to)),
  to: date(({ to }) => to),
  days: count(({ from, to }) => to - from),
  paid: money(({ paid }) => paid),
  to_charges: money(({ toCharges }) => toCharges),
  to_principal: money(({ toPrincipal }) => toPrincipal),
  principal_share: share(({ principalShare }) => principalShare),
  principal_left: money(({ principalLeft }) => principalLeft),
  total_owed: money(({ totalOwed }) => totalOwed),
  days_overdue: count(({ daysOverdue }) => daysOverdue),
  status_code: count(({ statusCode }) => statusCode),
  principal_first_fell: date(({ projection }) => projection.principalFirstFell),
  cleared_on: date(({ projection }) => projection.clearedOn),
  cleared_reason: word(({ projection }) => projection.reason),
  break_even: money(({ breakEvenPayment }) => breakEvenPayment.amount),
} as const satisfies Readonly<Record<string, Figure>>;

type FigureName = keyof typeof FIGURES;
export type ColumnName = FigureName | OfLine;

const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];
export const COLUMN_NAMES: readonly ColumnName[] = ["id", ...FIGURE_NAMES, "error"];

/** The figure of a column, or the column itself where it holds what else is in a line. */
export function figureOf(name: ColumnName): Figure | OfLine {
  return name === "id" || name === "error" ? name : FIGURES[name];
}
