/** The outside platform as one value, built by the front door alone: everything else is pure. */

import type { Day } from "./loan/day.ts";

/** Why a paper could not be read. */
export type ReadFailure = "missing" | "folder" | "forbidden" | "unreadable" | "terminal";

export type ReadResult =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly failure: ReadFailure };

export interface Platform {
  readonly today: Day;
  /** Environment variables, as they were when the program started. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file whole; `-` is standard input, which is read at most once. */
  readonly read: (path: string) => ReadResult;
}
