/** What a command gives back to the front door: text to write, or what was wrong with what it was given. */

import type { Problem } from "../input/problem.ts";

export interface Done {
  readonly kind: "done";
  /** For standard output or the file named. */
  readonly text: Iterable<string>;
  /** For standard error. */
  readonly notes: readonly string[];
  /** 1: the answer is no, and the user asked to be told so. */
  readonly exitCode: 0 | 1;
}

export interface Refused {
  readonly kind: "refused";
  readonly problems: readonly Problem[];
}

export type Outcome = Done | Refused;

export function refused(problems: readonly Problem[]): Refused {
  return { kind: "refused", problems };
}
