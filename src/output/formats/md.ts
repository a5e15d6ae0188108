/** A page as GitHub Markdown: paragraphs, tables, lists. */

import { humanText } from "../cells.ts";
import { cellIn, measure } from "../column-widths.ts";
import type { Cell, Page, Section, Table } from "../page.ts";
import type { FormatSettings, Report } from "../report.ts";
import { printable } from "../sanitize.ts";
import { NO_STYLES } from "../style.ts";

export async function write(
  { page, charts }: Pick<Report, "page" | "charts">,
  { charts: settings }: Pick<FormatSettings, "charts">,
): Promise<Iterable<string>> {
  if (charts === undefined || settings.wanted !== "all") return pageMarkdown(page());
  const { drawnCharts } = await import("../chart/text.ts");
  const { underAnswer, underTable } = await drawnCharts(await charts(), settings, PLAIN);
  return pageMarkdown(page(), [...underAnswer, ...underTable]);
}

const PLAIN = { width: null, styles: NO_STYLES, leftOut: () => "" };

export function* pageMarkdown(page: Page, charts: readonly Iterable<string>[] = []): Generator<string> {
  let isFirst = true;
  for (const section of page.sections) {
    if (!isFirst) yield "\n";
    isFirst = false;
    yield* sectionText(section);
  }
  for (const chart of charts) {
    yield "\n```text\n";
    yield* chart;
    yield "```\n";
  }
}

function* sectionText(section: Section): Generator<string> {
  switch (section.kind) {
    case "sentences":
      yield titleText(section.title, section.sentences.length > 0);
      yield section.sentences.map(({ text }) => `${paragraph(text)}\n`).join("\n");
      return;
    case "table":
      yield titleText(section.table.title);
      yield* tableText(section.table);
      return;
    case "notes":
      yield titleText(section.title);
      yield section.notes.map((note) => `- ${paragraph(note)}\n`).join("");
      return;
    case "command":
      yield `${paragraph(section.title)}\n\n`;
      yield `    ${printable(section.parts.join(" "))}\n`;
      return;
    default:
      return section satisfies never;
  }
}

/** The next section brings its own line between, where nothing stands under a title. */
function titleText(title: string | undefined, isFollowed = true): string {
  if (title === undefined) return "";
  return `## ${literal(title)}\n${isFollowed ? "\n" : ""}`;
}

function* tableText(table: Table): Generator<string> {
  const columns = measure(table);
  yield line(columns.map(({ column }) => literal(column.title)));
  yield line(columns.map(({ column }) => (column.align === "right" ? "---:" : "---")));
  for (const row of table.rows) yield line(columns.map((column) => cellText(cellIn(row, column))));
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |\n`;
}

function cellText(cell: Cell): string {
  return cell.kind === "text" || cell.kind === "label" ? literal(humanText(cell)) : humanText(cell);
}

/** What would begin a heading, a list or a quotation is only a sign here. */
function paragraph(text: string): string {
  return literal(text.trim())
    .replace(/^(?=(?:[-+]|#{1,6})(?:\s|$)|-{3,}$|=+$)/, "\\")
    .replace(/^(\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** The text as it stands: no character of it is markup. An underscore inside a word is none anyway. */
function literal(text: string): string {
  return printable(text)
    .replace(/[\\`*<>[\]~|]/g, "\\$&")
    .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, "\\_")
    .replace(/&(?=#?[A-Za-z0-9]+;)/g, "\\&");
}
