/** One field of CSV: quoted where it has to be, and nothing that a spreadsheet could take for a formula. */

import { printable } from "./sanitize.ts";

/** Tells a spreadsheet that the text is UTF-8. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Free text, whoever wrote it. */
export function csvText(text: string): string {
  return csvQuoted(harmless(printable(text)));
}

/** Only free text: `-12.30` must stay a number. Spaces in front are no protection, some programs drop them. */
export function harmless(text: string): string {
  return /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(text) ? `'${text}` : text;
}

export function csvQuoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
