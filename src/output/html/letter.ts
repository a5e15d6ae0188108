/** A letter as one HTML file: on a screen a sheet of paper whose open places can be filled in, on A4 the letter alone. */

import type { Page, Section, Sentence } from "../page.ts";
import type { LetterFrame } from "../report.ts";
import { sectionHtml } from "./body.ts";
import { headHtml } from "./head.ts";
import { LETTER_STYLE } from "./letter-style.ts";
import { escaped, prose } from "./markup.ts";
import { STYLE_SHEET } from "./style-sheet.ts";

/** `【姓名】`, `[NAME]` */
const OPEN_PLACE = /【([^】<]+)】|\[([^\]<]+)\]/g;

/** Notes that come before the letter are for the one who sends it. */
export async function letterHtml(page: Page, { languageTag, figures }: LetterFrame): Promise<Iterable<string>> {
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
      : `<aside class="notes">\n${notes.map((part) => plainHtml(part, figures)).join("")}</aside>\n`,
    "<article>\n",
    openingHtml(opening.title, opening.sentences),
    ...parts.map(
      (section) =>
        `<section class="${section.kind === "table" ? "rows" : section.kind}">\n${partHtml(section, figures)}</section>\n`,
    ),
    "</article>\n</main>\n</body>\n</html>\n",
  ];
}

/** What the letter is about, to whom, from whom. */
function openingHtml(title: string, sentences: readonly Sentence[]): string {
  return `<header>\n<h1>${escaped(title)}</h1>\n${sentences.map(({ text }) => `<p>${open(prose(text))}</p>\n`).join("")}</header>\n`;
}

function partHtml(section: Section, figures: string): string {
  return open(plainHtml(section, figures));
}

function plainHtml(section: Section, figures: string): string {
  return [...sectionHtml(section, { name: null, words: { table: figures } })].join("");
}

/** Markup has no brackets of its own but in a label of a table, which holds a title. */
function open(html: string): string {
  return html.replace(OPEN_PLACE, (written, chinese?: string, latin?: string) => {
    const name = chinese ?? latin ?? "";
    return `<span class="open" contenteditable="true" role="textbox" aria-label="${name}">${written}</span>`;
  });
}
