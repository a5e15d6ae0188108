/** The outside as Node gives it: the clock, files, the standard streams. Only here is it touched. */

import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  ftruncateSync,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setFlagsFromString } from "node:v8";
import { run } from "./cli/run.ts";
import { type Day, dayOf } from "./loan/day.ts";
import type {
  OutputPieces,
  PieceReading,
  Platform,
  ReadFailure,
  ReadResult,
  Terminal,
  Thread,
  WriteFailure,
} from "./platform.ts";

const STANDARD_INPUT = 0;
const STANDARD_OUTPUT = 1;
const LINE_FEED = 0x0a;
const PIECE_BYTES = 65_536;
const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** Where a pipe is not ready, it is asked again after this time. */
const PAUSE_MILLISECONDS = 5;
/** As many links one after the other as Linux follows. */
const MOST_LINKS = 40;

/**
 * When V8 turns a function into machine code. As a rule it does so soon, which takes a third of the time of a run that ends
 * after a tenth of a second, and pays in one that lasts. V8 complains of an option that it does not know, and they change
 * with its versions: each line of Node has its own, and another is left as it is.
 */
const OPTIMISING: Readonly<Record<string, { readonly late: string; readonly usual: string }>> = {
  20: { late: "--interrupt-budget=1000000", usual: "--interrupt-budget=67584" },
  22: { late: "--invocation-count-for-turbofan=30000", usual: "--invocation-count-for-turbofan=3000" },
  24: { late: "--invocation-count-for-turbofan=30000", usual: "--invocation-count-for-turbofan=3000" },
};

function optimise(when: "late" | "usual"): void {
  const options = OPTIMISING[process.versions.node.split(".")[0] ?? ""];
  if (options !== undefined) setFlagsFromString(options[when]);
}

/** Runs the program to its end. What was written may still be on its way: nothing exits before it has left. */
export async function main(): Promise<void> {
  optimise("late");
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
    get terminal() {
      return terminal();
    },
    readOwn,
    terminalColumns: process.stdout.isTTY ? (process.stdout.columns ?? 0) : null,
    terminalRows: process.stdout.isTTY ? process.stdout.rows || null : null,
    write: (text) => failureIn(writeOutput(text)),
    writeFile: (path, text) => failureIn(writeOrReplace(path, text)),
    continueFile: (path, text) => failureIn(continueFile(path, text)),
    readPieces,
    startThread,
    processors: availableParallelism(),
    showProgress: process.stderr.isTTY ? showProgress : null,
    clock: () => performance.now(),
    printError: (line) => {
      // Where even this cannot be written, the exit code has to say it.
      void failureIn(written(process.stderr, `${line}\n`));
    },
  };
}

/** Standard input is opened only where somebody is to be asked. */
function terminal(): Terminal | null {
  const { stdin, stdout } = process;
  if (!stdin.isTTY || !stdout.isTTY || process.env["TERM"] === "dumb") return null;
  return { input: stdin, output: stdout, interrupt: () => process.kill(process.pid, "SIGINT") };
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

/** Into a file what is written is whole lines, even where the disk is full: what is too much is taken back. */
async function writeOutput(pieces: OutputPieces): Promise<void> {
  if (fstatSync(STANDARD_OUTPUT).isFile()) return await writeLines(STANDARD_OUTPUT, pieces);
  const end = betweenWrites();
  try {
    for await (const piece of pieces) await written(process.stdout, piece);
  } finally {
    end();
  }
}

async function writeLines(file: number, pieces: OutputPieces): Promise<void> {
  const end = betweenWrites();
  try {
    for await (const piece of pieces) writeWhole(file, typeof piece === "string" ? Buffer.from(piece) : piece);
  } finally {
    end();
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  const { size } = fstatSync(file);
  let done = 0;
  try {
    while (done < bytes.length) done += writeSync(file, bytes, done);
  } catch (error) {
    ftruncateSync(file, size + bytes.subarray(0, done).lastIndexOf(LINE_FEED) + 1);
    throw error;
  }
}

/** While this lasts a signal ends the program between two writes, never in one, since no write is interrupted by it. */
function betweenWrites(): () => void {
  const endWith = (signal: NodeJS.Signals): void => {
    end();
    process.kill(process.pid, signal);
  };
  const end = (): void => {
    for (const name of INTERRUPTS) process.off(name, endWith);
  };
  for (const name of INTERRUPTS) process.on(name, endWith);
  return end;
}

/** Behind the last whole line; half a line that an interrupted run has left is taken away. */
async function continueFile(path: string, pieces: OutputPieces): Promise<void> {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND);
  try {
    ftruncateSync(file, endOfLastLine(file));
    await writeLines(file, pieces);
  } finally {
    closeSync(file);
  }
}

function endOfLastLine(file: number): number {
  const buffer = Buffer.alloc(PIECE_BYTES);
  for (let end = fstatSync(file).size; end > 0; ) {
    const start = Math.max(0, end - buffer.length);
    const length = readSync(file, buffer, 0, end - start, start);
    const feed = buffer.subarray(0, length).lastIndexOf(LINE_FEED);
    if (feed >= 0) return start + feed + 1;
    end = start;
  }
  return 0;
}

function readPieces(path: string): PieceReading {
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

const COLLECT_AFTER_BYTES = 8 * 1_048_576;
/** By then the young generation has grown once. */
const GROWN_AFTER_BYTES = 4 * PIECE_BYTES;

/**
 * A long stream leaves nothing behind. A young generation of four times its first size is collected a quarter as often;
 * one that goes on growing is no quicker, and is 30 MiB larger. The bytes of pieces lie outside the heap and are freed with
 * its garbage, of which a book makes so little that they would pile up.
 */
async function* inLittleMemory(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const { runInNewContext } = await import("node:vm");
  optimise("usual");
  setFlagsFromString("--semi-space-growth-factor=4");
  setFlagsFromString("--expose-gc");
  const collectGarbage: () => void = runInNewContext("gc");
  let [bytes, bytesKept] = [0, 0];
  for await (const piece of pieces) {
    yield piece;
    if (bytes < GROWN_AFTER_BYTES && bytes + piece.length >= GROWN_AFTER_BYTES) {
      setFlagsFromString("--semi-space-growth-factor=1");
    }
    bytes += piece.length;
    bytesKept += piece.length;
    if (bytesKept < COLLECT_AFTER_BYTES) continue;
    collectGarbage();
    bytesKept = 0;
  }
}

/** What came with the program lies beside its file. */
function ownPath(name: string): string {
  return join(dirname(realpathSync(process.argv[1] ?? "")), name);
}

function readOwn(name: string): string | null {
  try {
    return readFileSync(ownPath(name), "utf8");
  } catch {
    return null;
  }
}

function startThread<Answer>(settings: unknown): Thread<Answer> {
  const waiting: { readonly resolve: (answer: Answer) => void; readonly reject: (error: Error) => void }[] = [];
  let hasEnded = false;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.splice(0)) reject(error);
  };
  const started = import("node:worker_threads").then(({ Worker }) => {
    const worker = new Worker(ownPath("overdue-sim-thread.cjs"), {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: 8 },
    });
    worker.on("message", (answer: Answer) => waiting.shift()?.resolve(answer));
    worker.on("error", fail);
    worker.on("exit", () => {
      hasEnded = true;
      fail(new Error("the thread has ended"));
    });
    return worker;
  });
  return {
    ask: (bytes) =>
      new Promise((resolve, reject) => {
        if (hasEnded) return reject(new Error("the thread has ended"));
        waiting.push({ resolve, reject });
        started.then((worker) => worker.postMessage(bytes, [bytes.buffer]), fail);
      }),
    end: () => {
      waiting.splice(0);
      void started.then((worker) => worker.terminate());
    },
  };
}

function showProgress(line: string): void {
  process.stderr.write(`\r\u001b[K${line}`);
}

/** The piece has left when the promise is kept, so that a slow reader holds the writer back. */
function written(stream: NodeJS.WriteStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(piece, (error) => (error ? reject(error) : resolve()));
  });
}

async function writeOrReplace(path: string, pieces: OutputPieces): Promise<void> {
  const target = withoutLinks(path);
  const found = statSync(target, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return await replace(target, found, pieces);
  const { writeFile } = await import("node:fs/promises");
  await writeFile(target, pieces);
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
async function replace(target: string, found: Stats | undefined, pieces: OutputPieces): Promise<void> {
  const { access, writeFile } = await import("node:fs/promises");
  if (found !== undefined) await access(target, constants.W_OK);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const giveUp = (signal: NodeJS.Signals): void => {
    rmSync(draft, { force: true });
    for (const name of INTERRUPTS) process.off(name, giveUp);
    process.kill(process.pid, signal);
  };
  for (const name of INTERRUPTS) process.on(name, giveUp);
  try {
    await writeFile(draft, pieces, { flag: "wx", mode: found === undefined ? 0o666 : found.mode & 0o777 });
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
