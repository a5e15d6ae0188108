/** The outside as Node gives it: the clock, files, the standard streams. Only here is it touched. */

import {
  fstatSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { access, constants, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { run } from "./cli/run.ts";
import { type Day, dayOf } from "./loan/day.ts";
import type { Platform, ReadFailure, ReadResult, WriteFailure } from "./platform.ts";

const STANDARD_INPUT = 0;
const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Where a pipe is not ready, it is asked again after this time. */
const PAUSE_MILLISECONDS = 5;
/** As many links one after the other as Linux follows. */
const MOST_LINKS = 40;

/** Runs the program to its end. What was written may still be on its way: nothing exits before it has left. */
export async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), platform());
}

function platform(): Platform {
  // What went wrong is told by the callback of each write; unheard, it would end the process with a stack trace.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  return {
    get today() {
      return today();
    },
    environment: process.env,
    read,
    terminalColumns: process.stdout.isTTY ? (process.stdout.columns ?? 0) : null,
    write: (text) => failureIn(writeOutput(text)),
    writeFile: (path, text) => failureIn(writeOrReplace(path, text)),
    printError: (line) => {
      // Where even this cannot be written, the exit code has to say it.
      void failureIn(written(process.stderr, `${line}\n`));
    },
  };
}

/** The only place where the clock is read, and only where no date is given. */
function today(): Day {
  const now = new Date();
  const day = dayOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  if (day === null) throw new Error("the clock gives no date");
  return day;
}

function read(path: string): ReadResult {
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
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
    }
  }
}

async function writeOutput(text: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of text) await written(process.stdout, piece);
}

/** The piece has left when the promise is kept, so that a slow reader holds the writer back. */
function written(stream: NodeJS.WriteStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

async function writeOrReplace(path: string, text: Iterable<string | Uint8Array>): Promise<void> {
  const target = withoutLinks(path);
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) await replace(target, found, text);
  else await writeFile(target, text);
}

/** What the path points to in the end, whether it is there or not: a link is followed and never replaced. */
function withoutLinks(path: string): string {
  let target = path;
  for (let links = 0; links < MOST_LINKS; links += 1) {
    if (lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() !== true) return target;
    target = resolve(dirname(target), readlinkSync(target));
  }
  // Links in a ring: the system tells of them when the path is opened.
  return path;
}

/** Whole or not at all: the text goes into a file beside the target, which then takes the target's name. */
async function replace(target: string, found: Stats | undefined, text: Iterable<string | Uint8Array>): Promise<void> {
  if (found !== undefined) await access(target, constants.W_OK);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const giveUp = (signal: NodeJS.Signals): void => {
    rmSync(draft, { force: true });
    for (const name of INTERRUPTS) process.off(name, giveUp);
    process.kill(process.pid, signal);
  };
  for (const name of INTERRUPTS) process.on(name, giveUp);
  try {
    await writeFile(draft, text, { flag: "wx", mode: found === undefined ? 0o666 : found.mode & 0o777 });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    for (const name of INTERRUPTS) process.off(name, giveUp);
  }
}

/** That the reader of a pipe went away is no failure. What is no fault of the system is one of ours. */
async function failureIn(writing: Promise<void>): Promise<WriteFailure> {
  try {
    await writing;
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (code === "") throw error;
    return code === "EPIPE" ? null : code;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}
