/** What users wrote, made safe to show: no character of it can move the cursor, hide text or turn it round. */

import { once } from "../loan/once.ts";

/** What nearly all text consists of: ASCII and Latin-1, dashes, quotes, arrows, Chinese with its punctuation; none of it harms. */
const ONLY_PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\xff\u2013-\u201d\u2026\u2192\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]*$/;
const LINE_BREAKS_AND_TABS = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;
/** Whole escape sequences (with one or with eight-bit introducers), so that no rest of one is left to be read. */
const ESCAPE_SEQUENCES =
  /(?:\x1b\[|\x9b)[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)/g;
/** What is left of C0 and C1, halves of surrogate pairs, and what is no character and may stand in no XML or HTML. */
const CONTROLS = pattern(String.raw`[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]`, "gu");
/** Zero-width characters, direction overrides, tags: they take no room and only change what others look like. */
const INVISIBLE = pattern(String.raw`[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\ufff9-\ufffb]`, "gu");
const ONLY_PLAIN_JSON = /^[\n\x20-\x7e]*$/;
/** Controls that JSON lets through, and what is invisible. */
const UNESCAPED_IN_JSON = pattern(
  String.raw`[\u007f-\u009f\u2028\u2029]|[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}]`,
  "gu",
);
/** Whatever has no look of its own, or one that differs from font to font. */
const WITHOUT_LOOK = pattern(String.raw`[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]`, "gu");

/** Longer texts are cut where they are quoted: the place says where the rest is. */
const LONGEST_QUOTED = 60;

/** It stands as it is, and each of its characters takes room. */
export function isPlain(text: string): boolean {
  return ONLY_PLAIN.test(text);
}

/** The text on one line with nothing in it that a terminal obeys; what was taken out of the middle shows as `?`. */
export function printable(text: string): string {
  if (isPlain(text)) return text;
  return text
    .replace(LINE_BREAKS_AND_TABS, " ")
    .replace(ESCAPE_SEQUENCES, "?")
    .replace(CONTROLS(), "?")
    .replace(INVISIBLE(), "");
}

/** The text as it is repeated in a message: on one line, every character that cannot be seen as its number, long text cut. */
export function visible(text: string): string {
  const characters = Array.from(text.slice(0, 4 * LONGEST_QUOTED));
  const isLong = characters.length > LONGEST_QUOTED || text.length > 4 * LONGEST_QUOTED;
  const shown = isLong ? [...characters.slice(0, LONGEST_QUOTED - 1), "…"] : characters;
  return shown.join("").replace(WITHOUT_LOOK(), (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The same in quotation marks, which are those of both languages. */
export function quote(text: string): string {
  return `“${visible(text)}”`;
}

/** JSON itself escapes only the first 32 controls; a terminal would still obey the others. Nothing is lost. */
export function visibleInJson(json: string): string {
  if (ONLY_PLAIN_JSON.test(json)) return json;
  return json.replace(UNESCAPED_IN_JSON(), (character) =>
    Array.from({ length: character.length }, (_, index) => jsonEscape(character.charCodeAt(index))).join(""),
  );
}

function jsonEscape(codeUnit: number): string {
  return `\\u${codeUnit.toString(16).padStart(4, "0")}`;
}

/**
 * Made when it is first asked for: V8 works out which characters a pattern means each time it reads one in a file, needed or
 * not, which takes longer than all that is read beside it.
 */
export function pattern(source: string, flags: "u" | "gu"): () => RegExp {
  return once(() => new RegExp(source, flags));
}
