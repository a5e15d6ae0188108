/** How a question stands in a terminal: in lines that fit beside the mark in front of it, its help fainter. */

import { type ColourLevel, stylesOf, terminalWidth } from "../../output/style.ts";
import { wrap } from "../../output/width.ts";
import type { Platform } from "../../platform.ts";
import type { Spoken } from "./interview.ts";

/** Longer lines are hard to read. */
const MOST_COLUMNS = 80;
/** The mark and two spaces, and room for the cursor. */
const MARGIN = 4;

export interface LaidOut {
  readonly question: (spoken: Spoken) => string;
  /** What is wrong with an answer. */
  readonly fault: (text: string) => string;
}

export async function layOutFor({ environment, terminalColumns }: Platform, colour: ColourLevel): Promise<LaidOut> {
  const columns = terminalWidth({ environment, columns: terminalColumns }) ?? MOST_COLUMNS;
  const width = Math.max(1, Math.min(columns, MOST_COLUMNS) - MARGIN);
  const styles = await stylesOf(colour);
  const lines = (text: string, style: (line: string) => string): readonly string[] =>
    text === "" ? [] : wrap(text, width).map((line) => style(line));
  return {
    question: ({ ask, hint }) => [...lines(ask, styles.strong), ...lines(hint, styles.faint)].join("\n"),
    fault: (text) => wrap(text, width).join("\n"),
  };
}
