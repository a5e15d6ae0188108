/** A page as plain text for people: paragraphs and notes wrapped to the terminal, tables fitted to it. */

import type { Page, Section } from "../page.ts";
import type { FormatSettings, Report } from "../report.ts";
import { printable } from "../sanitize.ts";
import { type DrawTable, streamedTable } from "../streamed-table.ts";
import { styled, type TextStyle } from "../style.ts";
import { displayWidth, wrap } from "../width.ts";

const BULLET = "- ";

/** What draws frames is slow to load and slow to draw: it is loaded for those tables alone. */
export async function write({ page }: Pick<Report, "page">, { style }: FormatSettings): Promise<Iterable<string>> {
  const shown = page();
  const hasFrames = shown.sections.some((section) => section.kind === "table" && section.isFramed === true);
  return pageText(shown, style, hasFrames ? (await import("../framed-table.ts")).framedTable : streamedTable);
}

export function* pageText(page: Page, style: TextStyle, drawFramed: DrawTable = streamedTable): Generator<string> {
  let isFirst = true;
  for (const section of page.sections) {
    if (!isFirst) yield "\n";
    isFirst = false;
    yield* sectionText(section, style, drawFramed);
  }
}

function* sectionText(section: Section, style: TextStyle, drawFramed: DrawTable): Generator<string> {
  switch (section.kind) {
    case "sentences":
      yield titleText(section.title, style);
      for (const { text, tone = "plain" } of section.sentences) {
        for (const line of lines(text, style.width)) yield `${styled(style.styles, tone, line)}\n`;
      }
      return;
    case "table":
      yield* (section.isFramed === true ? drawFramed : streamedTable)(section.table, style);
      return;
    case "notes":
      yield titleText(section.title, style);
      for (const note of section.notes) yield noteText(note, style.width);
      return;
    case "command":
      for (const line of lines(section.title, style.width)) yield `${line}\n`;
      yield commandText(section.parts, style.width);
      return;
    default:
      throw new Error(`unknown section: ${JSON.stringify(section satisfies never)}`);
  }
}

function titleText(title: string | undefined, { styles }: TextStyle): string {
  return title === undefined ? "" : `${styles.strong(printable(title))}\n`;
}

/** Lines after the first hang under the text, not under the bullet. */
function noteText(note: string, width: number | null): string {
  const room = width === null ? null : Math.max(1, width - BULLET.length);
  return `${BULLET}${lines(note, room).join(`\n${" ".repeat(BULLET.length)}`)}\n`;
}

const INDENT = "  ";

/** Broken between its parts, as a shell reads it, where it is wider than the terminal. */
function commandText(parts: readonly string[], width: number | null): string {
  const rows: string[] = [];
  for (const part of parts.map(printable)) {
    const last = rows.at(-1);
    const joined = last === undefined ? `${INDENT}${part}` : `${last} ${part}`;
    // Room for the backslash that says that the line goes on.
    const fits = width === null || displayWidth(joined) + 2 <= width;
    if (last === undefined) rows.push(joined);
    else if (fits) rows[rows.length - 1] = joined;
    else rows.push(`${INDENT}${INDENT}${part}`);
  }
  return `${rows.join(" \\\n")}\n`;
}

function lines(text: string, width: number | null): string[] {
  const safe = printable(text);
  return width === null ? [safe] : wrap(safe, width);
}
