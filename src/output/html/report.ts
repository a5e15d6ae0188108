/**
 * A report as one HTML file that needs nothing else: no script, no network. What is known of a result comes first as
 * sentences, then as pictures, then as tables; a strict policy forbids everything that the file does not hold itself.
 */

import { humanText } from "../cells.ts";
import type { Chart } from "../chart/chart.ts";
import { chartSvg } from "../chart/svg.ts";
import { gathered } from "../chunks.ts";
import type { Cell, Page, Section, Sentence, Tone } from "../page.ts";
import { escaped, prose } from "./markup.ts";
import { STYLE_SHEET } from "./style-sheet.ts";
import { tableHtml } from "./table.ts";

/** A figure worth seeing before anything is read. */
export interface Highlight {
  readonly label: string;
  readonly value: Cell;
  readonly tone: Tone;
}

/** Words of the report itself. */
export interface ReportWords {
  /** As HTML names it: `en`, `zh-CN`. */
  readonly languageTag: string;
  readonly table: string;
  readonly charts: string;
  readonly sources: string;
  readonly madeBy: string;
}

export interface Report {
  /** What the report is about, above the name of the loan. */
  readonly title: string;
  readonly highlights: readonly Highlight[];
  /** Under the first sentences of the page; the first of them without a heading of its own. */
  readonly charts: readonly Chart[];
  readonly page: Page;
  /** Who says what the terms are. */
  readonly sources: readonly string[];
}

export async function reportHtml(report: Report, words: ReportWords): Promise<Iterable<string>> {
  const digest = await sha256(STYLE_SHEET);
  return gathered(pieces(report, words, digest));
}

/** As a policy names a style sheet that it allows. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function* pieces(report: Report, words: ReportWords, digest: string): Generator<string> {
  const [verdict, ...sections] = report.page.sections;
  const name = verdict?.kind === "sentences" ? verdict.title : undefined;
  const documentTitle = name === undefined ? report.title : `${name} · ${report.title}`;
  yield `<!doctype html>
<html lang="${words.languageTag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${digest}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(documentTitle)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<main>
<header>
<p class="subject">${escaped(report.title)}</p>
<h1>${escaped(name ?? report.title)}</h1>
</header>
`;
  yield* highlightsHtml(report.highlights);
  if (verdict !== undefined) yield* sectionHtml(verdict, "verdict", 0, words);
  yield* chartsHtml(report.charts, words);
  for (const [index, section] of sections.entries()) yield* sectionHtml(section, section.kind, index + 1, words);
  yield* sourcesHtml(report.sources, words);
  yield `<footer><p>${escaped(words.madeBy)}</p></footer>\n</main>\n</body>\n</html>\n`;
}

function* highlightsHtml(highlights: readonly Highlight[]): Generator<string> {
  if (highlights.length === 0) return;
  yield '<dl class="highlights">\n';
  for (const { label, value, tone } of highlights) {
    yield `<div class="${tone}"><dt>${prose(label)}</dt><dd>${prose(humanText(value))}</dd></div>\n`;
  }
  yield "</dl>\n";
}

function* sectionHtml(section: Section, className: string, index: number, words: ReportWords): Generator<string> {
  yield `<section class="${className}">\n`;
  switch (section.kind) {
    case "sentences":
      // The title of the first stands at the head of the page.
      if (index > 0 && section.title !== undefined) yield `<h2>${escaped(section.title)}</h2>\n`;
      for (const sentence of section.sentences) yield sentenceHtml(sentence);
      break;
    case "table":
      yield* tableHtml(section.table, `table-${index}`, words.table);
      break;
    case "notes":
      if (section.title !== undefined) yield `<h2>${escaped(section.title)}</h2>\n`;
      yield listHtml(section.notes);
      break;
    default:
      throw new Error(`unknown section: ${JSON.stringify(section satisfies never)}`);
  }
  yield "</section>\n";
}

function sentenceHtml({ text, tone = "plain" }: Sentence): string {
  return `<p class="${tone}">${prose(text)}</p>\n`;
}

function listHtml(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${prose(item)}</li>\n`).join("")}</ul>\n`;
}

function* chartsHtml(charts: readonly Chart[], words: ReportWords): Generator<string> {
  if (charts.length === 0) return;
  yield `<section class="charts" aria-label="${escaped(words.charts)}">\n`;
  for (const chart of charts) {
    yield `<figure class="${chart.key}"><figcaption>${escaped(chart.title)}</figcaption>${chartSvg(chart)}</figure>\n`;
  }
  yield "</section>\n";
}

function* sourcesHtml(sources: readonly string[], words: ReportWords): Generator<string> {
  if (sources.length === 0) return;
  yield `<section class="notes sources"><h2>${escaped(words.sources)}</h2>\n${listHtml(sources)}</section>\n`;
}
