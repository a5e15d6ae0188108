/** The outside as one value: all that the program knows of the clock, files, streams and the environment. */

import type { Day } from "./loan/day.ts";

/** Why a file could not be read; `output`: it is to be written. */
export type ReadFailure = "missing" | "folder" | "forbidden" | "unreadable" | "terminal" | "output";

export type ReadResult =
  | { readonly kind: "read"; readonly bytes: Uint8Array }
  /** It has more than is read at once, or no end. */
  | { readonly kind: "too-large"; readonly mostMebibytes: number }
  | { readonly kind: "failed"; readonly failure: ReadFailure };

/** A file or standard input, piece by piece as it comes; a piece is there until the next one is asked for. */
export type PieceReading =
  | { readonly kind: "pieces"; readonly pieces: AsyncIterable<Uint8Array>; readonly size: number | null }
  | { readonly kind: "failed"; readonly failure: ReadFailure };

/** A thread of its own, which answers one piece of work after the other. */
export interface Thread<Answer> {
  /** Fails where the thread ends before it has answered. */
  readonly ask: (bytes: Uint8Array<ArrayBuffer>) => Promise<Answer>;
  readonly end: () => void;
}

/** What can be written: text or bytes, at hand or still to come; such a piece is there until the next one is asked for. */
export type OutputPieces = Iterable<string | Uint8Array> | AsyncIterable<Uint8Array>;

/** Null where it was written, or nobody is left to read it; else the system's code of what went wrong. */
export type WriteFailure = string | null;

/** 0: done. 1: the answer is no, where asked, or the output could not be written. 2: the input is wrong. 70: a bug. */
export type ExitCode = 0 | 1 | 2 | 70;

/** What reading the input needs. */
export interface InputPlatform {
  /** The civil date where the user is. */
  readonly today: Day;
  /** Environment variables, as they were when the program started. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Reads a file whole, where it is not larger than any of ours; `-` is standard input, which is read at most once. */
  readonly read: (path: string) => ReadResult;
}

/** Where a person both reads and types. */
export interface Terminal {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Ends the program as Ctrl-C does outside a prompt, which sees that key itself. */
  readonly interrupt: () => void;
}

export interface Platform extends InputPlatform {
  /** Null where nobody can be asked: input or output is no terminal, or one that moves no cursor. */
  readonly terminal: Terminal | null;
  /** The text of a file that came with the program; null where it did not. */
  readonly readOwn: (name: string) => string | null;
  /** The columns of the terminal that shows the output, 0 where it does not say; null: the output is no terminal. */
  readonly terminalColumns: number | null;
  /** The lines of that terminal, where it says. */
  readonly terminalRows: number | null;
  /** Writes to standard output. */
  readonly write: (pieces: OutputPieces) => Promise<WriteFailure>;
  /** A file is replaced whole or not at all; a device or a named pipe takes what comes. */
  readonly writeFile: (path: string, pieces: OutputPieces) => Promise<WriteFailure>;
  /** Writes behind the last whole line of a file, which need not be there yet. */
  readonly continueFile: (path: string, pieces: OutputPieces) => Promise<WriteFailure>;
  /** Reads a file, or with `-` standard input, without ever holding all of it. */
  readonly readPieces: (path: string) => PieceReading;
  /** The same of what an earlier run has written and this one goes on with. */
  readonly readWritten: (path: string) => PieceReading;
  /** Whether a path that is read and one that is written lead to one file; `-` is standard input, or standard output. */
  readonly isSameFile: (read: string, written: string) => boolean;
  /** Starts a thread that works for `batch`, with what it has to know first. */
  readonly startThread: <Answer>(settings: unknown) => Thread<Answer>;
  readonly processors: number;
  /** Shows a line in place of the one shown last, where standard error is a terminal; an empty one clears it. */
  readonly showProgress: ((line: string) => void) | null;
  /** Milliseconds from some moment on. */
  readonly clock: () => number;
  /** Lets what came from outside in the meantime be heard, such as an interrupt. */
  readonly listen: () => Promise<void>;
  /** Writes a line to standard error. */
  readonly printError: (line: string) => void;
}
