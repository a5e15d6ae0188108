/** One line out for one loan, as CSV or as an object of NDJSON. */

import type { Outcome } from "../../advice/outcome.ts";
import { BYTE_ORDER_MARK, csvText } from "../../output/csv-text.ts";
import { camelCase } from "../../output/json.ts";
import { type ColumnName, type Figure, figureOf } from "./columns.ts";
import { LineBytes } from "./line-bytes.ts";

/** How the lines of a book are written, those that come in and those that go out. */
export const LINE_FORMATS = ["csv", "ndjson"] as const;
export type LineFormat = (typeof LINE_FORMATS)[number];

export interface LineWriter {
  readonly figures: (to: LineBytes, id: string, outcome: Outcome) => void;
  readonly error: (to: LineBytes, id: string, text: string) => void;
}

/** What is around fields, and how each is written. */
interface Syntax {
  /** What stands before the field of a column. */
  readonly before: (name: ColumnName, index: number) => string;
  readonly end: string;
  /** Text of whoever wrote the book, or of the program; also where there is none. */
  readonly text: (to: LineBytes, text: string) => void;
  readonly figure: (to: LineBytes, figure: Figure, outcome: Outcome) => void;
}

/**
 * What stands before the lines; nothing where lines name their columns. A byte-order mark goes with the names of the
 * columns: pieces without them, put together behind one that has them, have it once, at the beginning.
 */
export function headerOf(format: LineFormat, columns: readonly ColumnName[], byteOrderMark: boolean): string {
  return format === "csv" ? `${byteOrderMark ? BYTE_ORDER_MARK : ""}${columns.join(",")}\n` : "";
}

export function lineWriter(format: LineFormat, columns: readonly ColumnName[]): LineWriter {
  const { before, end, text, figure } = format === "csv" ? CSV : ndjson();
  const fields = columns.map((name, index) => ({ before: before(name, index), shows: figureOf(name) }));
  const line = (to: LineBytes, id: string, error: string, outcome: Outcome | null): void => {
    for (const { before, shows } of fields) {
      to.text(before);
      if (shows === "id") text(to, id);
      else if (shows === "error") text(to, error);
      else if (outcome === null) text(to, "");
      else figure(to, shows, outcome);
    }
    to.text(end);
  };
  return {
    figures: (to, id, outcome) => line(to, id, "", outcome),
    error: (to, id, error) => line(to, id, error, null),
  };
}

/** Of letters, digits and what harms nobody: nearly every number of a loan. */
const PLAIN = /^[A-Za-z0-9_./:]*$/;

const CSV: Syntax = {
  before: (_, index) => (index === 0 ? "" : ","),
  end: "\n",
  text: (to, text) => to.text(PLAIN.test(text) ? text : csvText(text)),
  figure: (to, { write }, outcome) => write(to, outcome),
};

/** The same names as in JSON rows of other commands; what is empty is null, and numbers have no zeros behind. */
function ndjson(): Syntax {
  const field = new LineBytes();
  return {
    before: (name, index) => `${index === 0 ? "{" : ","}${JSON.stringify(camelCase(name))}:`,
    end: "}\n",
    text: (to, text) => to.text(text === "" ? "null" : JSON.stringify(text)),
    figure: (to, { write, isText }, outcome) => {
      write(field, outcome);
      const text = DECODER.decode(field.take());
      to.text(text === "" ? "null" : isText ? JSON.stringify(text) : String(Number(text)));
    },
  };
}

const DECODER = new TextDecoder();
