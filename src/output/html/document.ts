/**
 * A report as one HTML file that needs nothing else: no network, and no script to read it. What is known of a result comes
 * first as sentences, then as pictures, then as tables; a strict policy forbids everything that the file does not hold itself.
 */

import type { LivePage } from "../report.ts";
import { displayWidth } from "../width.ts";
import { answerHtml, type Document, highlightsHtml } from "./body.ts";
import { escaped } from "./markup.ts";
import { LOADER, programOf, scriptsHtml } from "./scripts.ts";
import { STYLE_SHEET } from "./style-sheet.ts";

/** Columns of a name that is set smaller. */
const LONG_NAME = 80;

export async function documentHtml(document: Document, live: LivePage | null): Promise<Iterable<string>> {
  const styles = `style-src '${await sha256(STYLE_SHEET)}'`;
  const scripts = live === null ? [] : [`script-src '${await sha256(LOADER)}' '${programOf(live).digest}'`];
  return pieces(document, live, ["default-src 'none'", styles, ...scripts, "base-uri 'none'", "form-action 'none'"]);
}

/** As a policy names a text that it allows. */
async function sha256(text: string): Promise<string> {
  // oxlint-disable-next-line no-restricted-globals -- a digest throws no dice
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

function* pieces(document: Document, live: LivePage | null, policy: readonly string[]): Generator<string> {
  const { name, title, words, highlights } = document.cover;
  yield `<!doctype html>
<html lang="${words.languageTag}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escaped(name === null ? title : `${name} · ${title}`)}</title>
<style>${STYLE_SHEET}</style>
</head>
<body>
<main>
<header>
${name === null ? "" : `<p class="subject">${escaped(title)}</p>\n`}<h1${displayWidth(name ?? title) > LONG_NAME ? ' class="long"' : ""}>${escaped(name ?? title)}</h1>
</header>
<div id="highlights">
`;
  yield* highlightsHtml(highlights);
  yield '</div>\n<div id="answer">\n';
  yield* answerHtml(document);
  yield `</div>\n<footer><p>${escaped(words.madeBy)}</p></footer>\n</main>\n`;
  if (live !== null) yield* scriptsHtml(live);
  yield "</body>\n</html>\n";
}
