/** Files and standard input, read whole or piece by piece. */

import { closeSync, createReadStream, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import type { PieceReading, ReadFailure, ReadResult } from "../platform.ts";
import { inLittleMemory } from "./machine-code.ts";
import { codeOf, pause } from "./system-errors.ts";

const STANDARD_INPUT = 0;
const PIECE_BYTES = 65_536;

export function read(path: string): ReadResult {
  if (path === "-" && process.stdin.isTTY) return { kind: "failed", failure: "terminal" };
  try {
    return { kind: "read", bytes: path === "-" ? readStandardInput() : readFileSync(path) };
  } catch (error) {
    return { kind: "failed", failure: readFailure(codeOf(error)) };
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

/** Reads to the end also where the writer is slow: a pipe that does not wait answers EAGAIN, and readFileSync gives up. */
function readStandardInput(): Uint8Array {
  if (fstatSync(STANDARD_INPUT).isFile()) return readFileSync(STANDARD_INPUT);
  const chunks: Buffer[] = [];
  const buffer = Buffer.alloc(65_536);
  for (;;) {
    try {
      const length = readSync(STANDARD_INPUT, buffer);
      if (length === 0) return Buffer.concat(chunks);
      chunks.push(Buffer.from(buffer.subarray(0, length)));
    } catch (error) {
      const code = codeOf(error);
      if (code === "EOF") return Buffer.concat(chunks);
      if (code !== "EAGAIN") throw error;
      pause();
    }
  }
}

export function readPieces(path: string): PieceReading {
  if (path === "-") {
    if (process.stdin.isTTY) return { kind: "failed", failure: "terminal" };
    const found = fstatSync(STANDARD_INPUT);
    return { kind: "pieces", pieces: inLittleMemory(process.stdin), size: found.isFile() ? found.size : null };
  }
  try {
    const file = openSync(path, "r");
    const found = fstatSync(file);
    if (found.isDirectory()) {
      closeSync(file);
      return { kind: "failed", failure: "folder" };
    }
    const pieces = createReadStream(path, { fd: file, highWaterMark: PIECE_BYTES });
    return { kind: "pieces", pieces: inLittleMemory(pieces), size: found.isFile() ? found.size : null };
  } catch (error) {
    return { kind: "failed", failure: readFailure(codeOf(error)) };
  }
}
