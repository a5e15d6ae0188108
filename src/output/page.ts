/**
 * The page: what a command has to say, before it is known how it will be printed.
 *
 *   Page      a list of sections, from top to bottom
 *   Section   sentences, a table, notes or a command to type
 *   Table     columns, and rows of typed cells
 *   Cell      one figure or word, still as a value; cells.ts turns it into text
 *
 * Printers take a page, or one table of it, and yield text in pieces. Nobody in this room writes anywhere.
 */

import type { Day } from "../loan/day.ts";
import type { Fen, Fraction } from "../loan/money.ts";

/** Whether something is good or bad news for the reader; only colour depends on it. */
export type Tone = "good" | "bad" | "plain";

export type Cell =
  | { readonly kind: "money"; readonly amount: Fen }
  /** More (+) or less (-) than something else. */
  | { readonly kind: "difference"; readonly amount: Fen }
  | { readonly kind: "date"; readonly day: Day }
  | { readonly kind: "count"; readonly count: number }
  /** 0 to 1; a percentage for people, the number itself for machines. */
  | { readonly kind: "share"; readonly share: number }
  /** Exact; a percentage for people, a decimal for machines. */
  | { readonly kind: "rate"; readonly rate: Fraction }
  /** Free text: may hold anything a user wrote. */
  | { readonly kind: "text"; readonly text: string }
  /** A word of our own: `word` in the reader's language, `code` the same for every machine; null: nothing for them. */
  | { readonly kind: "label"; readonly code: string | boolean | null; readonly word: string; readonly tone: Tone }
  | { readonly kind: "empty" };

export interface Column {
  /** Its name for machines: English, snake_case. */
  readonly key: string;
  /** Its name in the reader's language. */
  readonly title: string;
  readonly align: "left" | "right";
  /** The column with the smallest number goes first where a terminal is too narrow. */
  readonly importance: number;
  /** Left out for people where every cell of it is zero or empty. */
  readonly hideWhenEmpty?: boolean;
  /** What moves, so that the column may be added up; the others say where it leads. */
  readonly sums?: boolean;
}

export interface Table {
  readonly title?: string;
  readonly columns: readonly Column[];
  /** How to have it shorter: said to people on whose screen it does not fit. */
  readonly whenLong?: string;
  /** One cell for each column. They are gone through more than once: printers measure first and print afterwards. */
  readonly rows: Iterable<readonly Cell[]>;
}

export interface Sentence {
  readonly text: string;
  readonly tone?: Tone;
}

export type Section =
  /** Each sentence, or group of them, is a paragraph of its own. */
  | { readonly kind: "sentences"; readonly title?: string; readonly sentences: readonly Sentence[] }
  /** Framed: of few rows, to be read cell by cell. */
  | { readonly kind: "table"; readonly table: Table; readonly isFramed?: boolean }
  | { readonly kind: "notes"; readonly title?: string; readonly notes: readonly string[] }
  /** A line to type: its parts, each ready for a shell and never broken. */
  | { readonly kind: "command"; readonly title: string; readonly parts: readonly string[] };

export interface Page {
  readonly sections: readonly Section[];
}

export const EMPTY: Cell = { kind: "empty" };

/** The cell of a value; an empty one where there is none. */
export function orEmpty<Value>(value: Value | null | undefined, cell: (value: Value) => Cell): Cell {
  return value === null || value === undefined ? EMPTY : cell(value);
}

export function money(amount: Fen): Cell {
  return { kind: "money", amount };
}

export function difference(amount: Fen): Cell {
  return { kind: "difference", amount };
}

export function date(day: Day): Cell {
  return { kind: "date", day };
}

export function count(count: number): Cell {
  return { kind: "count", count };
}

export function share(share: number): Cell {
  return { kind: "share", share };
}

export function rate(rate: Fraction): Cell {
  return { kind: "rate", rate };
}

export function text(text: string): Cell {
  return { kind: "text", text };
}

export function label(code: string | boolean | null, word: string, tone: Tone = "plain"): Cell {
  return { kind: "label", code, word, tone };
}
