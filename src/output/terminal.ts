/** A page as plain text for people: paragraphs and notes wrapped to the terminal, tables fitted to it. */

import { gathered } from "./chunks.ts";
import type { Page, Section } from "./page.ts";
import { printable } from "./sanitize.ts";
import { styled, type TextStyle } from "./style.ts";
import { type DrawTable, tableText } from "./table.ts";
import { wrap } from "./width.ts";

const BULLET = "- ";

export function pageText(page: Page, style: TextStyle, drawTable: DrawTable = tableText): Iterable<string> {
  return gathered(pieces(page, style, drawTable));
}

function* pieces(page: Page, style: TextStyle, drawTable: DrawTable): Generator<string> {
  let isFirst = true;
  for (const section of page.sections) {
    if (!isFirst) yield "\n";
    isFirst = false;
    yield* sectionText(section, style, drawTable);
  }
}

function* sectionText(section: Section, style: TextStyle, drawTable: DrawTable): Generator<string> {
  switch (section.kind) {
    case "sentences":
      yield titleText(section.title, style);
      for (const { text, tone = "plain" } of section.sentences) {
        for (const line of lines(text, style.width)) yield `${styled(style.styles, tone, line)}\n`;
      }
      return;
    case "table":
      yield* drawTable(section.table, style);
      return;
    case "notes":
      yield titleText(section.title, style);
      for (const note of section.notes) yield noteText(note, style.width);
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

function lines(text: string, width: number | null): string[] {
  const safe = printable(text);
  return width === null ? [safe] : wrap(safe, width);
}
