/** One line out for one loan, as CSV or as an object of NDJSON. */

import type { Outcome } from "../../advice/outcome.ts";
import { BYTE_ORDER_MARK, csvText } from "../../output/csv-text.ts";
import { camelCase } from "../../output/json.ts";
import { type ColumnName, type Figure, figureOf } from "./columns.ts";
import { LineBytes } from "./line-bytes.ts";

export type LineFormat = "csv" | "ndjson";

export interface LineWriter {
  /** The names of the columns; empty where lines name them. */
  readonly header: string;
  readonly figures: (to: LineBytes, id: string, outcome: Outcome) => void;
  readonly error: (to: LineBytes, id: string, text: string) => void;
}

/** What is around fields, and how each is written. */
interface Syntax {
  readonly header: (columns: readonly ColumnName[]) => string;
  /** What stands before the field of a column. */
  readonly before: (name: ColumnName, index: number) => string;
  readonly end: string;
  /** Text of whoever wrote the book, or of the program; also where there is none. */
  readonly text: (to: LineBytes, text: string) => void;
  readonly figure: (to: LineBytes, figure: Figure, outcome: Outcome) => void;
}

/**
 * What stands before the lines. A byte-order mark goes with the names of the columns: pieces without them, put together
 * behind one that has them, have it once, at the beginning.
 */
export function headerOf(format: LineFormat, columns: readonly ColumnName[], byteOrderMark: boolean): string {
  const { header } = lineWriter(format, columns);
  return byteOrderMark && header !== "" ? BYTE_ORDER_MARK + header : header;
}

export function lineWriter(format: LineFormat, columns: readonly ColumnName[]): LineWriter {
  const { header, before, end, text, figure } = format === "csv" ? CSV : ndjson();
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
    header: header(columns),
    figures: (to, id, outcome) => line(to, id, "", outcome),
    error: (to, id, error) => line(to, id, error, null),
  };
}

/** Of letters, digits and what harms nobody: nearly every number of a loan. */
const PLAIN = /^[A-Za-z0-9_./:]*$/;

const CSV: Syntax = {
  header: (columns) => `${columns.join(",")}\n`,
  before: (_, index) => (index === 0 ? "" : ","),
  end: "\n",
  text: (to, text) => to.text(PLAIN.test(text) ? text : csvText(text)),
  figure: (to, { write }, outcome) => write(to, outcome),
};

/** The same names as in JSON rows of other commands; what is empty is null, and numbers have no zeros behind. */
function ndjson(): Syntax {
  const field = new LineBytes();
  return {
    header: () => "",
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
