/** A letter as one HTML file: on a screen a sheet of paper whose open places can be filled in, on A4 the letter alone. */

import type { Page, Section, Sentence } from "../page.ts";
import type { LetterFrame } from "../report.ts";
import { sectionHtml } from "./body.ts";
import { headHtml } from "./head.ts";
import { escaped, prose } from "./markup.ts";
import { STYLE_SHEET } from "./style-sheet.ts";

/** `【姓名】`, `[NAME]` */
const OPEN_PLACE = /【([^】<]+)】|\[([^\]<]+)\]/g;

/** Notes that come before the letter are for the one who sends it. */
export async function letterHtml(page: Page, { languageTag, table }: LetterFrame): Promise<Iterable<string>> {
  const first = page.sections.findIndex(({ kind }) => kind !== "notes");
  const notes = page.sections.slice(0, Math.max(first, 0));
  const [opening, ...parts] = page.sections.slice(notes.length);
  if (opening?.kind !== "sentences" || opening.title === undefined) throw new Error("a letter has a title");
  const head = await headHtml({ title: opening.title, languageTag, style: STYLE_SHEET + LETTER_STYLE, scripts: null });
  return [
    head,
    '<body class="letter">\n<main>\n',
    notes.length === 0
      ? ""
      : `<aside class="notes">\n${notes.map((part) => plainHtml(part, table)).join("")}</aside>\n`,
    "<article>\n",
    openingHtml(opening.title, opening.sentences),
    ...parts.map(
      (section) =>
        `<section class="${section.kind === "table" ? "rows" : section.kind}">\n${open(plainHtml(section, table))}</section>\n`,
    ),
    "</article>\n</main>\n</body>\n</html>\n",
  ];
}

/** What the letter is about, to whom, from whom. */
function openingHtml(title: string, sentences: readonly Sentence[]): string {
  return `<header>\n<h1>${escaped(title)}</h1>\n${sentences.map(({ text }) => `<p>${open(prose(text))}</p>\n`).join("")}</header>\n`;
}

function plainHtml(section: Section, table: string): string {
  return [...sectionHtml(section, { name: null, words: { table } })].join("");
}

/** Markup has no brackets of its own but in a label of a table, which holds a title. */
function open(html: string): string {
  return html.replace(OPEN_PLACE, (written, chinese?: string, latin?: string) => {
    const name = chinese ?? latin ?? "";
    return `<span class="open" contenteditable="true" role="textbox" aria-label="${name}">${written}</span>`;
  });
}

const LETTER_STYLE = `
.letter main { max-width: 54rem; }
.letter article { padding: clamp(1.25rem, 6vw, 4.5rem); background: var(--card); border: 1px solid var(--rule); border-radius: .3rem; line-height: 1.7; }
.letter aside { margin: 0 0 1.5rem; padding: 1rem 1.5rem; border: 1px dashed var(--soft); border-radius: .6rem; }
.letter h1 { margin-bottom: 1.5rem; font-size: 1.5rem; text-align: center; }
.letter h2 { margin: 1.75rem 0 .5rem; }
.letter section { margin: 0; }
.letter .sentences p { padding: 0; }
.letter .sentences p::before { content: none; }
.letter .notes { color: inherit; font-size: 1rem; }
.letter aside.notes { color: var(--soft); font-size: .9rem; }
.letter article .notes h2 { font-size: 1.1rem; }
.letter .table { margin: .75rem 0 1rem; border-radius: 0; }
.letter header p:last-child { margin-top: 1.25rem; }
.letter .sentences:has(+ .rows:last-child) { margin-top: 2rem; }
.letter aside h2 { margin-top: 0; }
.open { padding: 0 .15em; background: var(--unapplied); border-radius: .2em; cursor: text; }
.open:focus-visible { outline: 2px solid var(--principal); }
@media print {
  .letter aside { display: none; }
  .letter article { padding: 0; border: 0; font-size: 10.5pt; line-height: 1.55; }
  .letter h1 { margin-bottom: 6mm; font-size: 15pt; }
  .letter h2, .letter article .notes h2 { margin: 5mm 0 2mm; font-size: 11.5pt; }
  .letter article .notes { font-size: 10.5pt; }
  .letter .table { margin: 2mm 0 3mm; }
  .letter .rows:last-child { break-before: page; }
  .open { padding: 0; background: none; }
}
`;
