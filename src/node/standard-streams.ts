/** Standard output and standard error: a terminal, a pipe, a file. */

import { fstatSync, statSync } from "node:fs";
import { devNull } from "node:os";
import type { OutputPieces } from "../platform.ts";
import { writeLines, writeWhole } from "./writing-lines.ts";

export const STANDARD_OUTPUT = 1;
export const STANDARD_ERROR = 2;

/**
 * Node's streams of the process take as long to load as a short answer takes to be found. Only a terminal needs them: not
 * on every system can it be written to as a file is.
 */
export function terminalAt(file: typeof STANDARD_OUTPUT | typeof STANDARD_ERROR): NodeJS.WriteStream | null {
  const found = fstatSync(file);
  if (!found.isCharacterDevice() || found.rdev === statSync(devNull).rdev) return null;
  const stream = file === STANDARD_OUTPUT ? process.stdout : process.stderr;
  // What went wrong is told by the callback of each write; unheard, it would end the process with a stack trace.
  if (stream.listenerCount("error") === 0) stream.on("error", () => undefined);
  return stream.isTTY ? stream : null;
}

/** Writes to standard output. */
export async function writeOutput(pieces: OutputPieces): Promise<void> {
  const terminal = terminalAt(STANDARD_OUTPUT);
  if (terminal === null) return await writeLines(STANDARD_OUTPUT, pieces);
  for await (const piece of pieces) await written(terminal, piece);
}

/** Writes to standard error. */
export async function writeError(text: string): Promise<void> {
  const terminal = terminalAt(STANDARD_ERROR);
  if (terminal === null) writeWhole(STANDARD_ERROR, Buffer.from(text));
  else await written(terminal, text);
}

/** The piece has left when the promise is kept, so that a slow reader holds the writer back. */
function written(stream: NodeJS.WriteStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}
