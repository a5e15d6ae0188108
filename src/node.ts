/** The outside as it is: the clock, files, the standard streams. Only here and in `main.ts` is it touched. */

import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Day, dayOf } from "./loan/day.ts";
import type { Platform, ReadFailure, ReadResult } from "./platform.ts";

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const STANDARD_ERROR = 2;
const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Where a pipe is not ready, it is asked again after this time. */
const PAUSE_MILLISECONDS = 5;

/** Null where it was written, or nobody is left to read it; else the system's code of what went wrong. */
export type WriteFailure = string | null;

export function platform(): Platform {
  let asked: Day | null = null;
  return {
    get today() {
      asked ??= today();
      return asked;
    },
    environment: process.env,
    read,
  };
}

/** The civil date where the user is: the only place where the clock is read, and only where no date is given. */
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
    return { kind: "failed", failure: failureOf(codeOf(error)) };
  }
}

function failureOf(code: string): ReadFailure {
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

/** Reads to the end also where the writer is slow: a pipe that is not ready yet answers EAGAIN. */
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

/** The columns of the terminal that shows the output, 0 where it does not say; null: the output is no terminal. */
export function outputColumns(): number | null {
  const terminal = terminalAt(STANDARD_OUTPUT);
  return terminal === null ? null : (terminal.columns ?? 0);
}

export function writeOutput(text: Iterable<string>): WriteFailure {
  return failureIn(() => {
    for (const chunk of text) send(STANDARD_OUTPUT, chunk);
  });
}

/** A line on standard error. Where even this cannot be written, the exit code has to say it. */
export function tell(line: string): void {
  failureIn(() => send(STANDARD_ERROR, `${line}\n`));
}

/** A file is replaced whole or not at all; a device or a named pipe takes what comes. */
export async function writeFile(text: Iterable<string>, path: string): Promise<WriteFailure> {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined || found.isFile()) await replaceFile(text, path, found?.mode);
    else writeInto(openSync(path, "w"), text);
    return null;
  } catch (error) {
    return failureOfWriting(error);
  }
}

/**
 * Ends the process where nothing is on its way any more: what was sent has left, since it is written as it is sent,
 * but to a terminal. Node would otherwise take apart piece by piece what the system takes back as a whole.
 */
export function leave(): void {
  if ([...terminals.values()].every((terminal) => terminal === null)) process.exit();
}

function failureIn(write: () => void): WriteFailure {
  try {
    write();
    return null;
  } catch (error) {
    return failureOfWriting(error);
  }
}

/** That the reader of a pipe went away is no failure. What is no fault of the system is one of ours. */
function failureOfWriting(error: unknown): WriteFailure {
  const code = codeOf(error);
  if (code === "") throw error;
  return code === "EPIPE" ? null : code;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

function writeInto(file: number, text: Iterable<string>): void {
  try {
    for (const chunk of text) sendWhole(file, chunk);
  } finally {
    closeSync(file);
  }
}

/** Whole or not at all: the text goes into a file beside the target, which then takes the target's name. */
async function replaceFile(text: Iterable<string>, path: string, mode: number | undefined): Promise<void> {
  if (mode !== undefined) accessSync(path, constants.W_OK);
  const target = mode === undefined ? path : realpathSync(path);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const giveUp = (signal: NodeJS.Signals): void => {
    rmSync(draft, { force: true });
    for (const name of INTERRUPTS) process.off(name, giveUp);
    process.kill(process.pid, signal);
  };
  for (const name of INTERRUPTS) process.on(name, giveUp);
  try {
    const file = openSync(draft, "wx", mode === undefined ? 0o666 : mode & 0o777);
    try {
      for (const chunk of text) {
        sendWhole(file, chunk);
        // An interrupt is heard only between two turns.
        await new Promise((resolve) => setImmediate(resolve));
      }
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    for (const name of INTERRUPTS) process.off(name, giveUp);
  }
}

type StandardFile = typeof STANDARD_OUTPUT | typeof STANDARD_ERROR;

/** Node's own streams take longer to load than a month takes to compute: they are left to terminals. */
function send(file: StandardFile, text: string): void {
  const terminal = terminalAt(file);
  if (terminal === null) sendWhole(file, text);
  else terminal.write(text);
}

function sendWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let sent = 0; sent < bytes.length; ) {
    try {
      sent += writeSync(file, bytes, sent);
    } catch (error) {
      if (codeOf(error) !== "EAGAIN") throw error;
      pause();
    }
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MILLISECONDS);
}

const terminals = new Map<StandardFile, NodeJS.WriteStream | null>();

function terminalAt(file: StandardFile): NodeJS.WriteStream | null {
  const known = terminals.get(file);
  if (known !== undefined) return known;
  const stream = isDevice(file) ? (file === STANDARD_OUTPUT ? process.stdout : process.stderr) : null;
  const terminal = stream?.isTTY === true ? stream : null;
  // A terminal that was closed is a reader that went away.
  terminal?.on("error", () => undefined);
  terminals.set(file, terminal);
  return terminal;
}

/** A terminal is a device, and not the one that throws everything away. */
function isDevice(file: StandardFile): boolean {
  const found = fstatSync(file);
  return found.isCharacterDevice() && found.rdev !== statSync("/dev/null", { throwIfNoEntry: false })?.rdev;
}
