/** What makes a page live, and never stands in the way of reading it: the input of the run, the program, its loader. */

import type { LivePage } from "../report.ts";

/** Unpacks the program, which the build has put into characters. A browser that cannot leaves the page as it is. */
export const LOADER = `
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
