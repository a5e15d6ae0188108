/** What a command is given, and what it gives back: something to print, or what was wrong with what it was given. */

import type { InputSources } from "../input/input-files.ts";
import type { Problem, Result } from "../input/problem.ts";
import type { Words } from "../messages/words.ts";
import type { Page } from "../output/page.ts";
import type { Content } from "../output/report.ts";
import type { ExitCode, Platform } from "../platform.ts";
import type { Options } from "./options.ts";

export interface CommandInput {
  readonly options: Options;
  /** The word behind the command, where it takes one. */
  readonly argument: string | null;
  /** The words behind that, where it takes several. */
  readonly moreArguments: readonly string[];
  readonly platform: Platform & InputSources;
  readonly program: Program;
}

/** The program itself, for a command that stands in front of the others. */
export interface Program {
  /** Runs another line to its end, as if it had been typed. */
  readonly run: (argv: readonly string[]) => Promise<ExitCode>;
  /** Shows a page before the command has ended. */
  readonly show: (page: Page) => Promise<ExitCode>;
}

/** What the file of a command exports. */
export interface Command<Request> {
  readonly read: (input: CommandInput) => Result<Request>;
  readonly run: (request: Request, words: Words) => CommandResult | Promise<CommandResult>;
}

export type CommandResult = Done | Refused;

export interface Done {
  readonly kind: "done";
  /** For standard output or the file named. */
  readonly content: Content;
  /** For standard error. */
  readonly notes?: readonly string[];
  /** 1: the answer is no, and the user asked to be told so. What is written as it is worked out knows its own at the end. */
  readonly exitCode?: ExitCode | (() => ExitCode);
}

interface Refused {
  readonly kind: "refused";
  readonly problems: readonly Problem[];
}

export function refused(problems: readonly Problem[]): Refused {
  return { kind: "refused", problems };
}
