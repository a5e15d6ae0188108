/** How a page looks on a terminal: colours or none, and how wide it may be. */

import type { Tone } from "./page.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Styles {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
}

/** All that a printer for people has to know besides the page. */
export interface TextStyle {
  /** Columns of the terminal; null: no limit, nothing is wrapped or left out. */
  readonly width: number | null;
  /** Lines of the terminal; left out: a table may be as long as it is. */
  readonly height?: number;
  readonly styles: Styles;
  /** The line under a table that names, in the reader's language, the columns there was no room for. */
  readonly leftOut: (titles: readonly string[]) => string;
}

function unchanged(text: string): string {
  return text;
}

export const NO_STYLES: Styles = { strong: unchanged, faint: unchanged, good: unchanged, bad: unchanged };

/** chalk is loaded only where there is colour: most runs end in a file or a pipe. */
export async function stylesOf(isColoured: boolean): Promise<Styles> {
  if (!isColoured) return NO_STYLES;
  const { Chalk } = await import("chalk");
  // Of the colours that every terminal has.
  const chalk = new Chalk({ level: 1 });
  // chalk writes out all that it is called with, also what `map` adds to each item.
  return {
    strong: (text) => chalk.bold(text),
    faint: (text) => chalk.dim(text),
    good: (text) => chalk.green(text),
    bad: (text) => chalk.red(text),
  };
}

export function styled(styles: Styles, tone: Tone, text: string): string {
  switch (tone) {
    case "good":
      return styles.good(text);
    case "bad":
      return styles.bad(text);
    case "plain":
      return text;
    default:
      return tone satisfies never;
  }
}

/** Terminals without colours, as terminfo names them: `dumb`, `xterm-mono`, `linux-m`. */
const COLOURLESS = /^dumb$|-m(ono)?$/;

/** Our own rule, because chalk 5 does not know `NO_COLOR`. An empty variable counts as not set. */
export function hasColour(given: {
  readonly noColourOption: boolean;
  readonly environment: Environment;
  readonly isTerminal: boolean;
}): boolean {
  const { noColourOption, environment, isTerminal } = given;
  if (noColourOption || (environment["NO_COLOR"] ?? "") !== "") return false;
  const forced = environment["FORCE_COLOR"] ?? "";
  if (forced !== "") return forced !== "0" && forced !== "false";
  return isTerminal && !COLOURLESS.test(environment["TERM"] ?? "");
}

/** `COLUMNS`, else what the terminal says, else 80; no limit where the output is no terminal. */
export function terminalWidth(given: {
  readonly environment: Environment;
  /** 0: a terminal that does not say; null: no terminal. */
  readonly columns: number | null;
}): number | null {
  const wanted = given.environment["COLUMNS"] ?? "";
  // Six digits are room for any table; more would only be a way to make us repeat spaces for ever.
  if (/^[1-9]\d{0,5}$/.test(wanted)) return Number(wanted);
  return given.columns === 0 ? 80 : given.columns;
}
