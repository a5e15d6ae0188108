/** What LibreOffice reads in a file: it opens it, works it out, and saves it as a flat document, whose cells are read. */

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";

export interface SheetCell {
  readonly kind: string;
  readonly value: string;
  /** As it is kept, where the cell is one. */
  readonly formula?: string;
}

/** By their places: `A1`, `AA12`. */
export type Sheet = ReadonlyMap<string, SheetCell>;

/** The sheets by their names. `filter`: how the file is read, where LibreOffice would ask. */
export function sheetsOf(path: string, filter?: string): ReadonlyMap<string, Sheet> {
  const folder = dirname(path);
  const options = filter === undefined ? [] : [`--infilter=${filter}`];
  execFileSync(
    "soffice",
    [
      `-env:UserInstallation=file://${folder}/profile`,
      "--headless",
      ...options,
      "--convert-to",
      "fods",
      "--outdir",
      folder,
      path,
    ],
    { stdio: "ignore" },
  );
  // A chart holds a table of its own.
  const document = readFileSync(path.replace(/\.\w+$/, ".fods"), "utf8").replace(
    /<draw:object[\s\S]*?<\/draw:object>/g,
    "",
  );
  return new Map(
    [...document.matchAll(/<table:table table:name="([^"]*)"[\s\S]*?<\/table:table>/g)].map(([text, name = ""]) => [
      plain(name),
      cellsOf(text),
    ]),
  );
}

function cellsOf(table: string): Sheet {
  const cells = new Map<string, SheetCell>();
  let row = 0;
  for (const [, rowAttributes = "", rowText = ""] of table.matchAll(
    /<table:table-row([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-row>)/g,
  )) {
    row += 1;
    let column = 0;
    for (const [, attributes = "", content = ""] of rowText.matchAll(
      /<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g,
    )) {
      const kind = /office:value-type="([^"]+)"/.exec(attributes)?.[1];
      const formula = /table:formula="([^"]+)"/.exec(attributes)?.[1];
      const value =
        /office:(?:date-)?value="([^"]+)"/.exec(attributes)?.[1] ?? plain(content.replace(/<[^>]+>/g, "")).trim();
      // Equal neighbours are kept as one.
      const end = column + repeated(attributes, "columns");
      const cell = kind === undefined ? null : { kind, value, ...(formula === undefined ? {} : { formula }) };
      for (; column < end; column += 1) if (cell !== null) cells.set(`${columnName(column)}${row}`, cell);
    }
    row += repeated(rowAttributes, "rows") - 1;
  }
  return cells;
}

function repeated(attributes: string, what: "columns" | "rows"): number {
  return Number(new RegExp(`number-${what}-repeated="(\\d+)"`).exec(attributes)?.[1] ?? 1);
}

function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

function plain(text: string): string {
  return text
    .replaceAll("&apos;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
