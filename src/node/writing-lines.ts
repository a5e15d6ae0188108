/** Lines written into a file that is open, so that none is ever cut. */

import { closeSync, constants, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import type { OutputPieces } from "../platform.ts";
import { beforeInterrupt } from "./interrupts.ts";
import { codeOf, pause } from "./system-errors.ts";

const LINE_FEED = 0x0a;
const BUFFER_BYTES = 65_536;

/** Into a file what is written is whole lines, even where the program is told to end or the disk is full. */
export async function writeLines(file: number, pieces: OutputPieces): Promise<void> {
  const end = fstatSync(file).isFile() ? beforeInterrupt(() => undefined) : () => undefined;
  try {
    for await (const piece of pieces) writeWhole(file, typeof piece === "string" ? Buffer.from(piece) : piece);
  } finally {
    end();
  }
}

/** What is too much for a file is taken back to its last whole line. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  const found = fstatSync(file);
  let done = 0;
  try {
    while (done < bytes.length) done += writePart(file, bytes, done);
  } catch (error) {
    if (found.isFile()) ftruncateSync(file, found.size + bytes.subarray(0, done).lastIndexOf(LINE_FEED) + 1);
    throw error;
  }
}

/** How much was written: nothing yet into a full pipe that does not wait by itself, and answers EAGAIN. */
function writePart(file: number, bytes: Uint8Array, start: number): number {
  try {
    return writeSync(file, bytes, start);
  } catch (error) {
    if (codeOf(error) !== "EAGAIN") throw error;
    pause();
    return 0;
  }
}

/** Behind the last whole line; half a line that an interrupted run has left is taken away. */
export async function continueFile(path: string, pieces: OutputPieces): Promise<void> {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND);
  try {
    ftruncateSync(file, endOfLastLine(file));
    await writeLines(file, pieces);
  } finally {
    closeSync(file);
  }
}

function endOfLastLine(file: number): number {
  const buffer = Buffer.alloc(BUFFER_BYTES);
  for (let end = fstatSync(file).size; end > 0; ) {
    const start = Math.max(0, end - buffer.length);
    const length = readSync(file, buffer, 0, end - start, start);
    const feed = buffer.subarray(0, length).lastIndexOf(LINE_FEED);
    if (feed >= 0) return start + feed + 1;
    end = start;
  }
  return 0;
}
