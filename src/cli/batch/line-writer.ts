/** One line out for one loan, as CSV or as an object of NDJSON. */

import type { Outcome } from "../../advice/outcome.ts";
import { csvText } from "../../output/csv-text.ts";
import { type ColumnName, figureOf, isText } from "./columns.ts";

export type LineFormat = "csv" | "ndjson";

export interface LineWriter {
  /** The names of the columns; empty where lines name them. */
  readonly header: string;
  readonly figures: (id: string, outcome: Outcome) => string;
  readonly error: (id: string, text: string) => string;
}

export function lineWriter(format: LineFormat, columns: readonly ColumnName[]): LineWriter {
  return format === "csv" ? csvWriter(columns) : jsonWriter(columns);
}

function csvWriter(columns: readonly ColumnName[]): LineWriter {
  const figures = columns.map((name) => ({ name, figure: figureOf(name) }));
  const line = (id: string, error: string, outcome: Outcome | null): string => {
    let text = "";
    let separator = "";
    for (const { name, figure } of figures) {
      text += separator;
      separator = ",";
      if (figure !== null) text += outcome === null ? "" : figure(outcome);
      else text += textField(name === "id" ? id : error);
    }
    return `${text}\n`;
  };
  return {
    header: `${columns.join(",")}\n`,
    figures: (id, outcome) => line(id, "", outcome),
    error: (id, error) => line(id, error, null),
  };
}

/** Of letters, digits and what harms nobody: nearly every number of a loan. */
const PLAIN = /^[A-Za-z0-9_./:]*$/;

function textField(text: string): string {
  return PLAIN.test(text) ? text : csvText(text);
}

/** The same names as in JSON rows of other commands; what is empty is null. */
function jsonWriter(columns: readonly ColumnName[]): LineWriter {
  const figures = columns.map((name) => ({ name, key: JSON.stringify(camelCase(name)), figure: figureOf(name) }));
  const line = (id: string, error: string, outcome: Outcome | null): string => {
    const members = figures.map(({ name, key, figure }) => {
      const text = figure === null ? (name === "id" ? id : error) : outcome === null ? "" : figure(outcome);
      return `${key}:${text === "" ? "null" : isText(name) ? JSON.stringify(text) : String(Number(text))}`;
    });
    return `{${members.join(",")}}\n`;
  };
  return {
    header: "",
    figures: (id, outcome) => line(id, "", outcome),
    error: (id, error) => line(id, error, null),
  };
}

function camelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
