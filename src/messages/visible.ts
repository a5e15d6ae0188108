/** What people wrote, made fit to be repeated to them in one line. */

/** Longer texts are cut: the place says where the rest is. */
const LONGEST_TEXT = 60;

/**
 * Control characters, line ends, invisible and direction-changing characters as escapes, so that a name in a file can
 * neither steer a terminal nor look like another; very long text cut.
 */
export function visible(text: string): string {
  const characters = Array.from(text.slice(0, 4 * LONGEST_TEXT));
  const isLong = characters.length > LONGEST_TEXT || text.length > 4 * LONGEST_TEXT;
  const shown = isLong ? [...characters.slice(0, LONGEST_TEXT - 1), "…"] : characters;
  return shown.join("").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu, escaped);
}

/** The text in quotation marks of the language. */
export function quoted(text: string, [open, close]: readonly [string, string]): string {
  return `${open}${visible(text)}${close}`;
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
