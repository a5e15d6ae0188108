/**
 * A report as one HTML file that needs nothing else: no network, and no script to read it. What is known of a result comes
 * first as sentences, then as pictures, then as tables.
 */

import type { LivePage, ReportDocument } from "../report.ts";
import { displayWidth } from "../width.ts";
import { answerHtml, highlightsHtml, sourcesHtml } from "./body.ts";
import { headHtml, sha256 } from "./head.ts";
import { escaped, prose } from "./markup.ts";
import { STYLE_SHEET } from "./style-sheet.ts";

/** Columns of a name that is set smaller. */
const LONG_NAME = 80;

/** `too long`: what would make it live is left out, and the page says so. */
type Life = LivePage | "too long" | null;

export async function documentHtml(document: ReportDocument, live: Life): Promise<Iterable<string>> {
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

function* pieces(head: string, document: ReportDocument, live: Life): Generator<string> {
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

/** Unpacks the program, which the build has put into characters. A browser that cannot leaves the page as it is. */
const LOADER = `
if ("DecompressionStream" in globalThis) {
  const [unused, ...packed] = document.getElementById("program").textContent;
  const bytes = new DataView(new ArrayBuffer((packed.length / 5) * 4));
  for (let place = 0, number = 0; place < packed.length; place += 1) {
    const code = packed[place].charCodeAt(0);
    number = (place % 5 ? number * 85 : 0) + code - (code > 60 ? 37 : 36);
    if (place % 5 === 4) bytes.setUint32(((place - 4) / 5) * 4, number);
  }
  new Response(new Blob([bytes]).slice(0, bytes.byteLength - unused).stream().pipeThrough(new DecompressionStream("gzip"))).text().then((text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
  });
}
`;

/** The build leaves the digest of the program in a line, and in the next what it is packed into. */
function programOf({ program }: LivePage): { readonly digest: string; readonly packed: string } {
  const [digest, packed] = program.split("\n");
  if (digest === undefined || packed === undefined) throw new Error("the program for browsers is damaged");
  return { digest, packed };
}

function* scriptsHtml(live: LivePage): Generator<string> {
  // Whatever a user wrote stands in here: no end of an element may be read out of it.
  yield `<script type="application/json" id="run">${live.run.replaceAll("<", "\\u003c")}</script>\n`;
  yield `<script type="application/octet-stream" id="program">${programOf(live).packed}</script>\n`;
  yield `<script>${LOADER}</script>\n`;
}
