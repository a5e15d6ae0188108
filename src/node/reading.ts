/** Files and standard input, read whole or piece by piece. */

import { closeSync, fstatSync, openSync, readFileSync, read as readPart, readSync } from "node:fs";
import { promisify } from "node:util";
import type { PieceReading, ReadFailure, ReadResult } from "../platform.ts";
import { inLittleMemory } from "./machine-code.ts";
import { codeOf, pause } from "./system-errors.ts";

export const STANDARD_INPUT = 0;
const PIECE_BYTES = 65_536;
/** Of a file that is read whole: millions of payments. What is read piece by piece has no limit. */
const MOST_MEBIBYTES = 64;
const MOST_BYTES = MOST_MEBIBYTES * 1_048_576;

export function read(path: string): ReadResult {
  if (path === "-" && isTerminal()) return { kind: "failed", failure: "terminal" };
  try {
    const bytes = path === "-" ? readWhole(STANDARD_INPUT) : readOpened(path);
    return bytes === null ? { kind: "too-large", mostMebibytes: MOST_MEBIBYTES } : { kind: "read", bytes };
  } catch (error) {
    return { kind: "failed", failure: readFailure(codeOf(error)) };
  }
}

function readOpened(path: string): Uint8Array | null {
  const file = openSync(path, "r");
  try {
    return readWhole(file);
  } finally {
    closeSync(file);
  }
}

function readFailure(code: string): ReadFailure {
  switch (code) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EISDIR":
      return "folder";
    case "EACCES":
    case "EPERM":
      return "forbidden";
    default:
      return "unreadable";
  }
}

/** Node's own stream of standard input has a pipe wait no more, so that only what may be a terminal is made one. */
function isTerminal(): boolean {
  return fstatSync(STANDARD_INPUT).isCharacterDevice() && process.stdin.isTTY;
}

/** Null where there is more than is read at once: a device or a pipe may have no end. */
function readWhole(file: number): Uint8Array | null {
  const found = fstatSync(file);
  if (found.size > MOST_BYTES) return null;
  // What the system makes up as it is read (/proc) is said to be empty.
  return found.isFile() && found.size > 0 ? readFileSync(file) : readToItsEnd(file);
}

/** Also where the writer is slow: a pipe that does not wait answers EAGAIN, and readFileSync gives up. */
function readToItsEnd(file: number): Uint8Array | null {
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(PIECE_BYTES);
  for (let bytes = 0; bytes <= MOST_BYTES; ) {
    try {
      const length = readSync(file, buffer);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(Buffer.from(buffer.subarray(0, length)));
      bytes += length;
    } catch (error) {
      if (isAtEnd(error)) return Buffer.concat(chunks);
    }
  }
  return null;
}

/** A pipe that does not wait answers EAGAIN: it is to be asked again. One of Windows ends with an error. */
function isAtEnd(error: unknown): boolean {
  const code = codeOf(error);
  if (code === "EOF") return true;
  if (code !== "EAGAIN") throw error;
  pause();
  return false;
}

export function readPieces(path: string): PieceReading {
  if (path === "-") {
    if (isTerminal()) return { kind: "failed", failure: "terminal" };
    return { kind: "pieces", pieces: inLittleMemory(piecesOf(STANDARD_INPUT)), size: sizeOf(STANDARD_INPUT) };
  }
  try {
    const file = openSync(path, "r");
    if (fstatSync(file).isDirectory()) {
      closeSync(file);
      return { kind: "failed", failure: "folder" };
    }
    return { kind: "pieces", pieces: inLittleMemory(piecesOf(file)), size: sizeOf(file) };
  } catch (error) {
    return { kind: "failed", failure: readFailure(codeOf(error)) };
  }
}

/** Null where it is not known beforehand. */
function sizeOf(file: number): number | null {
  const found = fstatSync(file);
  return found.isFile() ? found.size : null;
}

/** One after the other in the same bytes. While a slow writer is waited for, signals are heard. */
async function* piecesOf(file: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.alloc(PIECE_BYTES);
  try {
    for (let length = await readInto(file, buffer); length > 0; length = await readInto(file, buffer)) {
      yield buffer.subarray(0, length);
    }
  } finally {
    if (file !== STANDARD_INPUT) closeSync(file);
  }
}

/** How much was read; nothing at the end. */
async function readInto(file: number, buffer: Buffer): Promise<number> {
  if (fstatSync(file).isFile()) return readSync(file, buffer);
  for (;;) {
    try {
      const { bytesRead } = await promisify(readPart)(file, buffer, 0, buffer.length, null);
      return bytesRead;
    } catch (error) {
      if (isAtEnd(error)) return 0;
    }
  }
}
