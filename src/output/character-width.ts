/** How many columns one character takes; text of plain ASCII never asks. */

import { eastAsianWidth } from "get-east-asian-width";
import { isPlain } from "./sanitize.ts";
import { pattern } from "./unicode.ts";

const COMBINING = pattern(String.raw`^[\p{M}\p{Default_Ignorable_Code_Point}]$`, "u");

/** Glyphs of ambiguous width (`—`, `…`) count as one column, as most terminals draw them. */
export function characterWidth(character: string): 0 | 1 | 2 {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x300) return 1;
  return isPlain(character) || !COMBINING().test(character) ? eastAsianWidth(codePoint) : 0;
}
