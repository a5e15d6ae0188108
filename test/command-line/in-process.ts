/** The program on a platform of the test: nothing is started, files are those of a folder, and the day is 2026-11-22. */

import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "../../src/cli/run.ts";
import { day } from "../../src/loan/day.ts";
import { isSameFile } from "../../src/node/replacing.ts";
import type { OutputPieces, PieceReading, Platform, ReadResult } from "../../src/platform.ts";
import type { Ended, Surroundings } from "./overdue-sim.ts";

export async function overdueSim(
  words: readonly string[],
  {
    environment = {},
    folder = ".",
    input = "",
    showsProgress = false,
  }: Surroundings & {
    /** As in a terminal, where each look at the clock finds it a second later. */
    readonly showsProgress?: boolean;
  } = {},
): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  let milliseconds = 0;
  const readPieces = (path: string): PieceReading => {
    const found = path === "-" ? { kind: "read" as const, bytes: Buffer.from(input) } : readIn(folder, path);
    if (found.kind === "failed") return found;
    return { kind: "pieces", pieces: inPieces(found.bytes), size: found.bytes.length };
  };
  const platform: Platform = {
    today: day("2026-11-22"),
    environment,
    read: (path) => (path === "-" ? { kind: "read", bytes: Buffer.from(input) } : readIn(folder, path)),
    terminal: null,
    readOwn: () => null,
    terminalColumns: null,
    terminalRows: null,
    write: async (pieces) => {
      stdout += await textOf(pieces);
      return null;
    },
    writeFile: async (path, pieces) => {
      writeFileSync(resolve(folder, path), await textOf(pieces));
      return null;
    },
    continueFile: async (path, pieces) => {
      const file = resolve(folder, path);
      const text = existsSync(file) ? readFileSync(file, "utf8") : "";
      writeFileSync(file, text.slice(0, text.lastIndexOf("\n") + 1) + (await textOf(pieces)));
      return null;
    },
    readPieces,
    readWritten: readPieces,
    isSameFile: (read, written) => {
      if (read === "-" || written === "-") return false;
      return isSameFile(resolve(folder, read), resolve(folder, written));
    },
    startThread: () => {
      throw new Error("no threads in a test of one process");
    },
    processors: 1,
    showProgress: showsProgress
      ? (line) => {
          stderr += `\r${line}`;
        }
      : null,
    clock: () => {
      milliseconds += showsProgress ? 1_000 : 0;
      return milliseconds;
    },
    listen: () => Promise.resolve(),
    printError: (line) => {
      stderr += `${line}\n`;
    },
  };
  return { status: await run(words, platform), stdout, stderr };
}

/** What a run that must succeed printed. */
export async function printed(words: readonly string[], surroundings: Surroundings = {}): Promise<string> {
  const { status, stdout, stderr } = await overdueSim(words, surroundings);
  if (status !== 0) throw new Error(`${words.join(" ")}: exit ${status}: ${stderr}`);
  return stdout;
}

function readIn(folder: string, path: string): Exclude<ReadResult, { kind: "too-large" }> {
  const found = statSync(resolve(folder, path), { throwIfNoEntry: false });
  if (found === undefined) return { kind: "failed", failure: "missing" };
  if (found.isDirectory()) return { kind: "failed", failure: "folder" };
  return { kind: "read", bytes: readFileSync(resolve(folder, path)) };
}

async function textOf(pieces: OutputPieces): Promise<string> {
  const bytes: Buffer[] = [];
  for await (const piece of pieces) bytes.push(Buffer.from(piece));
  return Buffer.concat(bytes).toString();
}

/** Cut where no line ends, and each in the place of the one before. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(999);
  for (let start = 0; start < bytes.length; start += piece.length) {
    const part = bytes.subarray(start, start + piece.length);
    piece.fill(0).set(part);
    yield piece.subarray(0, part.length);
  }
}
