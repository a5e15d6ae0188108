/** One HTML file that needs nothing else, for a screen and for paper. */

import { documentOf } from "../html/body.ts";
import { documentHtml } from "../html/document.ts";
import { letterHtml } from "../html/letter.ts";
import { areAtMost } from "../html/markup.ts";
import type { FormatSettings, Report, ReportDocument } from "../report.ts";

/** Bytes of a file that works itself out anew; a longer one is sent and opened for its rows alone. */
const MOST_BYTES = 250_000;

export async function write(report: Report, { live }: Pick<FormatSettings, "live">): Promise<Iterable<string>> {
  if (report.frame !== undefined) return await letterHtml(report.page(), await report.frame());
  const document = await documentOf(report);
  if (live === null) return documentHtml(document, null);
  // With sliders and a row a month a page answers more than with a row a day and none.
  const { shorterPage } = report;
  const shorter = shorterPage === undefined ? [] : [(): ReportDocument => ({ ...document, page: shorterPage() })];
  for (const shown of [() => document, ...shorter]) {
    const pieces = [...(await documentHtml(shown(), live))];
    if (areAtMost(MOST_BYTES, pieces)) return pieces;
  }
  return documentHtml(document, "too long");
}
