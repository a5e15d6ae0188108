/** One HTML file that needs nothing else, for a screen and for paper. */

import { documentHtml } from "../html/document.ts";
import { letterHtml } from "../html/letter.ts";
import type { FormatSettings, Report } from "../report.ts";

export async function write(
  { page, charts, cover, frame }: Report,
  { live }: Pick<FormatSettings, "live">,
): Promise<Iterable<string>> {
  if (frame !== undefined) return await letterHtml(page(), await frame());
  if (cover === undefined) throw new Error("what has no cover is no document by itself");
  return documentHtml({ page: page(), charts: (await charts?.()) ?? [], cover: await cover() }, live);
}
