/** What makes a page live, and never stands in the way of reading it: the input of the run, the program, its loader. */

import type { LivePage } from "../report.ts";

/** Unpacks the program. A browser that cannot leaves the page as it is. */
export const LOADER = `
if ("DecompressionStream" in globalThis) {
  const packed = atob(document.getElementById("program").textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text().then((text) => {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
  });
}
`;

/** The build leaves the digest of the program in a line, and in the next what it is packed into. */
export function programOf({ program }: LivePage): { readonly digest: string; readonly packed: string } {
  const [digest, packed] = program.split("\n");
  if (digest === undefined || packed === undefined) throw new Error("the program for browsers is damaged");
  return { digest, packed };
}

export function* scriptsHtml(live: LivePage): Generator<string> {
  // Whatever a user wrote stands in here: no end of an element may be read out of it.
  yield `<script type="application/json" id="run">${live.run.replaceAll("<", "\\u003c")}</script>\n`;
  yield `<script type="application/octet-stream" id="program">${programOf(live).packed}</script>\n`;
  yield `<script>${LOADER}</script>\n`;
}
