/**
 * A report as one HTML file that needs nothing else: no network, and no script to read it. What is known of a result comes
 * first as sentences, then as pictures, then as tables.
 */

import type { LivePage } from "../report.ts";
import { displayWidth } from "../width.ts";
import { answerHtml, type Document, highlightsHtml, sourcesHtml } from "./body.ts";
import { headHtml, sha256 } from "./head.ts";
import { escaped, prose } from "./markup.ts";
import { LOADER, programOf, scriptsHtml } from "./scripts.ts";
import { STYLE_SHEET } from "./style-sheet.ts";

/** Columns of a name that is set smaller. */
const LONG_NAME = 80;

/** `too long`: what would make it live is left out, and the page says so. */
type Life = LivePage | "too long" | null;

export async function documentHtml(document: Document, live: Life): Promise<Iterable<string>> {
  const { name, title, words } = document.cover;
  const head = await headHtml({
    title: name === null ? title : `${name} · ${title}`,
    languageTag: words.languageTag,
    style: STYLE_SHEET,
    scripts: isLive(live) ? [await sha256(LOADER), programOf(live).digest] : null,
  });
  return pieces(head, document, live);
}

function isLive(live: Life): live is LivePage {
  return live !== null && live !== "too long";
}

function* pieces(head: string, document: Document, live: Life): Generator<string> {
  const { name, title, words } = document.cover;
  yield `${head}<body>
<main>
<header>
${name === null ? "" : `<p class="subject">${escaped(title)}</p>\n`}<h1${displayWidth(name ?? title) > LONG_NAME ? ' class="long"' : ""}>${escaped(name ?? title)}</h1>
</header>
<div id="highlights">
`;
  yield* highlightsHtml(document.cover);
  yield "</div>\n";
  if (live === "too long") yield `<section class="notes"><p>${prose(words.whatIf.tooLong)}</p></section>\n`;
  yield '<div id="answer">\n';
  yield* answerHtml(document);
  yield "</div>\n";
  yield* sourcesHtml(document.cover);
  yield `<footer><p>${escaped(words.madeBy)}</p></footer>\n</main>\n`;
  if (isLive(live)) yield* scriptsHtml(live);
  yield "</body>\n</html>\n";
}
