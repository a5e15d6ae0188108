/** A page as plain text for people: paragraphs and notes wrapped to the terminal, tables fitted to it. */

import type { DrawnCharts } from "../chart/text.ts";
import type { Page, Section } from "../page.ts";
import type { FormatSettings, Report } from "../report.ts";
import { printable } from "../sanitize.ts";
import { type DrawTable, streamedTable, titleText } from "../streamed-table.ts";
import { styled, type TextStyle } from "../style.ts";
import { displayWidth, printableLines } from "../width.ts";

const BULLET = "- ";

/** What draws frames or charts is slow to load: it is loaded for them alone. */
export async function write(
  { page, charts }: Pick<Report, "page" | "charts">,
  { style, charts: { wanted, ascii } }: FormatSettings,
): Promise<Iterable<string>> {
  const shown = page();
  const hasFrames = shown.sections.some((section) => section.kind === "table" && section.isFramed === true);
  const drawFramed = hasFrames ? (await import("../framed-table.ts")).framedTable : streamedTable;
  if (charts === undefined || wanted === "none") return pageText(shown, style, drawFramed);
  const { drawnCharts } = await import("../chart/text.ts");
  return pageText(shown, style, drawFramed, await drawnCharts(await charts(), { wanted, ascii }, style));
}

export function* pageText(
  { sections }: Page,
  style: TextStyle,
  drawFramed: DrawTable = streamedTable,
  charts: DrawnCharts = { underAnswer: [], underTable: [] },
): Generator<string> {
  const isTable = ({ kind }: Section): boolean => kind === "table";
  const lastTable = Math.max(0, sections.findLastIndex(isTable));
  // The first sentences are the verdict; what stands under them says what follows from it.
  const verdict = Math.max(
    0,
    sections.findIndex(({ kind }) => kind === "sentences"),
  );
  for (const [index, section] of sections.entries()) {
    if (index > 0) yield "\n";
    yield* sectionText(section, style, drawFramed);
    const drawn = [...(index === verdict ? charts.underAnswer : []), ...(index === lastTable ? charts.underTable : [])];
    for (const lines of drawn) {
      yield "\n";
      yield* lines;
    }
  }
}

function* sectionText(section: Section, style: TextStyle, drawFramed: DrawTable): Generator<string> {
  switch (section.kind) {
    case "sentences":
      yield titleText(section.title, style);
      for (const { text, tone = "plain" } of section.sentences) {
        for (const line of printableLines(text, style.width)) yield `${styled(style.styles, tone, line)}\n`;
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
      for (const line of printableLines(section.title, style.width)) yield `${line}\n`;
      yield commandText(section.parts, style.width);
      return;
    default:
      return section satisfies never;
  }
}

/** Lines after the first hang under the text, not under the bullet. */
function noteText(note: string, width: number | null): string {
  const room = width === null ? null : Math.max(1, width - BULLET.length);
  return `${BULLET}${printableLines(note, room).join(`\n${" ".repeat(BULLET.length)}`)}\n`;
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
