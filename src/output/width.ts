/** How much room text takes on a terminal: Chinese characters are two columns wide, accents none. */

import { eastAsianWidth } from "get-east-asian-width";
import { isPlain, pattern, printable } from "./sanitize.ts";

const ONLY_PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** Never at the beginning of a line: it belongs to what stands before it. */
const CLOSING = new Set("，。、；：？！）》〉」』】〕”’…—～·％‰℃,.;:?!)]}%");
/** Never at the end of a line. */
const OPENING = new Set("（《〈「『【〔“‘￥¥([{");

/** The number of columns the text takes. */
export function displayWidth(text: string): number {
  if (ONLY_PLAIN_ASCII.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Filled with spaces to `width` columns; text that is wider stays whole. */
export function pad(text: string, width: number, align: "left" | "right"): string {
  const room = width - displayWidth(text);
  if (room <= 0) return text;
  return align === "right" ? " ".repeat(room) + text : text + " ".repeat(room);
}

/**
 * The text in lines of at most `width` columns. Latin text breaks at spaces, which go; Chinese may break between any
 * two characters but not before closing punctuation. A word wider than a line is broken; no character is lost.
 */
export function wrap(text: string, width: number): string[] {
  if (displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const { unit, spaces } of pieces(text)) {
    const unitWidth = displayWidth(unit);
    if (line !== "" && used + spaces.length + unitWidth <= width) {
      line += spaces + unit;
      used += spaces.length + unitWidth;
      continue;
    }
    if (line !== "") lines.push(line);
    const broken = unitWidth <= width ? [unit] : breakAnywhere(unit, width);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1) ?? "";
    used = displayWidth(line);
  }
  if (line !== "" || lines.length === 0) lines.push(line);
  return lines;
}

/** Whatever the text, in lines that can be shown; one line where there is no limit. */
export function printableLines(text: string, width: number | null): string[] {
  const line = printable(text);
  return width === null ? [line] : wrap(line, width);
}

/** The widest part of the text that wrapping keeps together. */
export function longestUnit(text: string): number {
  let longest = 0;
  for (const { unit } of pieces(text)) longest = Math.max(longest, displayWidth(unit));
  return longest;
}

interface Piece {
  /** What may be dropped if the line breaks before the unit. */
  readonly spaces: string;
  readonly unit: string;
}

/** The text cut at every place where a line may end. */
function* pieces(text: string): Generator<Piece> {
  let spaces = "";
  let unit = "";
  let last = "";
  for (const character of text) {
    if (character === " ") {
      if (unit !== "") {
        yield { spaces, unit };
        spaces = "";
        unit = "";
      }
      spaces += character;
    } else {
      if (unit !== "" && mayBreakBetween(last, character)) {
        yield { spaces, unit };
        spaces = "";
        unit = "";
      }
      unit += character;
    }
    // An accent leaves the letter that carries it in its place.
    if (characterWidth(character) > 0) last = character;
  }
  if (unit !== "") yield { spaces, unit };
}

function mayBreakBetween(before: string, after: string): boolean {
  if (CLOSING.has(after) || OPENING.has(before) || characterWidth(after) === 0) return false;
  return characterWidth(before) === 2 || characterWidth(after) === 2;
}

function breakAnywhere(unit: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const character of unit) {
    const characters = characterWidth(character);
    if (used > 0 && used + characters > width) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += character;
    used += characters;
  }
  lines.push(line);
  return lines;
}

const COMBINING = pattern(String.raw`^[\p{M}\p{Default_Ignorable_Code_Point}]$`, "u");

/** Glyphs of ambiguous width (`—`, `…`) count as one column, as most terminals draw them. */
function characterWidth(character: string): 0 | 1 | 2 {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300) return 1;
  return isPlain(character) || !COMBINING().test(character) ? eastAsianWidth(codePoint) : 0;
}
