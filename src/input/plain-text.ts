/** Text as typed on a Chinese keyboard, brought to its plain form. */

/** Full-width forms (`５０，０００％`) become ASCII, outer spaces go. Nothing else is folded: `5²` must not become 52. */
export function plain(text: string): string {
  if (PRINTABLE.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/\uffe5/g, "¥")
    .replace(/[\u3000\u00a0]/g, " ")
    .replace(/\u2212/g, "-")
    .trim();
}

/** Most of what is written, and nothing in it to change: no spaces, and all of it ASCII. */
const PRINTABLE = /^[!-~]*$/;

const DIGITS = "零一二三四五六七八九";

/** `五` as `5`, and `两` as `2`; any other character as it is. */
export function digitOf(character: string): string {
  const digit = DIGITS.indexOf(character === "两" ? "二" : character);
  return digit < 0 ? character : String(digit);
}

/** The words of a list that is written as one text. */
export function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** In a table, cells that a spreadsheet was to keep as texts, as the texts they are: `="1000"`, and with its quotes written twice. */
export function withoutFormulas(table: string): string {
  if (!table.includes('="')) return table;
  return table.replace(KEPT_AS_TEXT, (_, bare: string | undefined, quoted = "") => {
    const text = bare ?? quoted;
    return /[,;\t|，]/.test(text) ? `"${text}"` : text;
  });
}

const KEPT_AS_TEXT = /(?<=^|[\n\r\ufeff,;\t|，] *)(?:="([^"\n\r]*)"|"=""([^"\n\r]*)""")(?= *(?:[\n\r,;\t|，]|$))/g;
