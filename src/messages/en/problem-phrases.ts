/** Phrases that the problem sentences share, in English. */

import type { UnknownWord } from "../../input/problem.ts";
import { quote } from "../../output/sanitize.ts";

export const fileName = (path: string): string => (path === "-" ? "standard input" : quote(path));
export const list = (words: readonly string[]): string => words.join(", ");

/** The nearest known word, else all of them. */
export const meant = ({ nearest, allowed }: UnknownWord): string =>
  nearest === null ? `Choose from: ${list(allowed)}.` : `Did you mean ${nearest}? Known: ${list(allowed)}.`;
