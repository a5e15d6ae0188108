/** What a report says, as HTML: the figures worth seeing first, the sentences, the charts, the tables. */

import { humanText } from "../cells.ts";
import type { Chart } from "../chart/chart.ts";
import { chartSvg } from "../chart/svg.ts";
import type { Page, Section, Sentence } from "../page.ts";
import { type Cover, type CoverWords, type Report, type ReportDocument, reportDocument } from "../report.ts";
import { areAtMost, escaped, prose } from "./markup.ts";
import { tableHtml } from "./table.ts";

/** Characters of a figure, with its unit, beyond which it is set smaller. */
const LONG_FIGURE = 11;

/** Bytes of an answer that leave room for what makes the page live. */
const MOST_BYTES = 66_000;

/** Of the shorter page where the other has more rows than anybody looks through on paper. */
export async function documentOf(report: Report): Promise<ReportDocument> {
  const document = await reportDocument(report);
  const { shorterPage } = report;
  if (shorterPage === undefined || areAtMost(MOST_BYTES, answerHtml(document))) return document;
  return { ...document, page: shorterPage() };
}

export function* highlightsHtml({ highlights, words }: Cover): Generator<string> {
  if (highlights.length === 0) return;
  yield '<dl class="highlights">\n';
  for (const { label, value, tone } of highlights) {
    const text = humanText(value);
    const figure = value.kind === "money" ? words.amount(text) : text;
    const look = value.kind === "text" ? ' class="words"' : figure.length > LONG_FIGURE ? ' class="long"' : "";
    yield `<div class="${tone}"><dt>${prose(label)}</dt><dd${look}>${prose(figure)}</dd></div>\n`;
  }
  yield "</dl>\n";
}

/** All that stands under them. */
export function* answerHtml({ page, charts, cover }: ReportDocument): Generator<string> {
  const answered = answeringSections(page);
  const answer = answerOf(page);
  for (const group of answerGroups(answered)) {
    yield `<section class="${group[0]?.kind === "notes" ? "notes" : "verdict"}">\n`;
    for (const section of group) yield* sectionHtml(section, cover, answer);
    yield "</section>\n";
  }
  yield* chartsHtml(charts, cover.words);
  for (const [place, section] of page.sections.entries()) {
    if (place < answered.length) continue;
    yield `<section class="${section.kind === "table" ? "rows" : section.kind}">\n`;
    const above = titleOf(page.sections[place - 1]) ?? cover.words.table;
    yield* sectionHtml(section, { ...cover, words: { table: above } });
    yield "</section>\n";
  }
}

/** A table without a title is called what stands right above it. */
function titleOf(section: Section | undefined): string | undefined {
  return section?.kind === "sentences" || section?.kind === "notes" ? section.title : undefined;
}

/** The first sentence that is good or bad news, else the first. */
export function answerOf(page: Page): Sentence | undefined {
  const sentences = answeringSections(page).flatMap((section) =>
    section.kind === "sentences" ? section.sentences : [],
  );
  return sentences.find(({ tone = "plain" }) => tone !== "plain") ?? sentences[0];
}

/** Those above the first table. */
function answeringSections({ sections }: Page): readonly Section[] {
  const firstTable = sections.findIndex(({ kind }) => kind === "table");
  return firstTable < 0 ? sections : sections.slice(0, firstTable);
}

/** What belongs together stands on one card: a title begins another, and notes are no part of an answer. */
function answerGroups(sections: readonly Section[]): readonly (readonly Section[])[] {
  const groups: Section[][] = [];
  let last: Section | null = null;
  for (const section of sections) {
    const group = groups.at(-1);
    const begins = section.kind === "notes" || (section.kind === "sentences" && section.title !== undefined);
    if (group === undefined || begins || last?.kind === "notes") groups.push([section]);
    else group.push(section);
    last = section;
  }
  return groups;
}

/** The parts of a cover that sections need. */
type Around = Pick<Cover, "name"> & { readonly words: Pick<CoverWords, "table"> };

export function* sectionHtml(section: Section, cover: Around, answer?: Sentence): Generator<string> {
  switch (section.kind) {
    case "sentences":
      yield headingHtml(section.title, cover);
      for (const sentence of section.sentences) yield sentenceHtml(sentence, sentence === answer);
      break;
    case "table":
      yield* tableHtml(section.table, cover.words.table);
      break;
    case "notes":
      yield headingHtml(section.title, cover);
      yield listHtml(section.notes);
      break;
    case "command":
      yield `<div class="command"><p>${escaped(section.title)}</p><pre tabindex="0"><code>${section.parts.map((part) => `<span>${escaped(part)}</span>`).join(" ")}</code></pre></div>\n`;
      break;
    default:
      return section satisfies never;
  }
}

/** The name of the loan stands at the head of the page already. */
function headingHtml(title: string | undefined, { name }: Pick<Cover, "name">): string {
  return title === undefined || title === name ? "" : `<h2>${escaped(title)}</h2>\n`;
}

function sentenceHtml({ text, tone = "plain" }: Sentence, isAnswer: boolean): string {
  return `<p class="${isAnswer ? `${tone} answer` : tone}">${prose(text)}</p>\n`;
}

function listHtml(items: readonly string[]): string {
  return `<ul>\n${items.map((item) => `<li>${prose(item)}</li>\n`).join("")}</ul>\n`;
}

function* chartsHtml(charts: readonly Chart[], words: CoverWords): Generator<string> {
  if (charts.length === 0) return;
  yield `<section class="charts" aria-label="${escaped(words.charts)}">\n`;
  for (const chart of charts) {
    yield `<figure class="${chart.key}"><figcaption>${escaped(chart.title)}</figcaption>${chartSvg(chart)}</figure>\n`;
  }
  yield "</section>\n";
}

/** They are the same whatever a slider says. */
export function* sourcesHtml({ sources, words }: Cover): Generator<string> {
  if (sources.length === 0) return;
  yield `<section class="notes sources"><h2>${escaped(words.sources)}</h2>\n${listHtml(sources)}</section>\n`;
}
