/** The front door: builds the world, reads the line, runs the command, writes. Nothing else touches the outside. */

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
import type { Outcome } from "./commands/outcome.ts";
import { readOutputOptions } from "./commands/output-options.ts";
import type { OutputSettings } from "./commands/present.ts";
import type { Asked } from "./commands/program.ts";
import type { Problem } from "./intake/problem.ts";
import { problemLine } from "./language/problem-line.ts";
import { languageOf, problemWordsOf, type Words, wordsOf } from "./language/words.ts";
import { type Day, dayOf } from "./loan/day.ts";
import { printable } from "./report/safe.ts";
import { colourLevel, stylesOf, terminalWidth } from "./report/style.ts";
import type { ReadFailure, ReadResult, World } from "./world.ts";

declare const OVERDUE_SIM_VERSION: string;

const STANDARD_INPUT = 0;
const INTERRUPTS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const VERSION_OPTIONS = new Set(["-V", "--version"]);
const EXIT = { answerIsNo: 1, notWritten: 1, wrongInput: 2, bug: 70 } as const;

/** Runs the program; sets the exit code and never calls `process.exit`, which would cut long output in a pipe. */
export async function main(argv: readonly string[]): Promise<void> {
  const language = languageOf(languageOption(argv), process.env);
  let isTold = false;
  process.stdout.on("error", async ({ code }: NodeJS.ErrnoException) => {
    // The reader of the pipe went away: there is nobody left to tell.
    if (code === "EPIPE" || isTold) return;
    isTold = true;
    process.exitCode = EXIT.notWritten;
    const { main: says } = await wordsOf(language);
    tell(says.cannotWriteOut(code ?? "?"));
  });
  // Asked by scripts before they begin; it needs no words and no list of options.
  if (argv.length === 1 && VERSION_OPTIONS.has(argv[0] ?? "")) {
    process.stdout.write(`${OVERDUE_SIM_VERSION}\n`);
    return;
  }
  const words = await wordsOf(language);
  try {
    await run(argv, words);
  } catch (error) {
    tell(words.main.bug(printable(error instanceof Error ? error.message : String(error))));
    process.exitCode = EXIT.bug;
  }
}

async function run(argv: readonly string[], words: Words): Promise<void> {
  const { readCommandLine } = await import("./commands/program.ts");
  const asked = readCommandLine(argv, { help: words.help, version: OVERDUE_SIM_VERSION, width: widthOf() ?? 80 });
  if (asked.kind === "show") return await write([asked.text], null, words);
  if (asked.kind === "problems") return await report(asked.problems, words);

  const { options } = asked.typed;
  const path = typeof options["output"] === "string" && options["output"] !== "-" ? options["output"] : null;
  const output = readOutputOptions(options, process.env);
  const problems = [...asked.typed.problems, ...(output.ok ? [] : output.problems)];
  const settings: OutputSettings = {
    format: output.ok ? output.value.format : "table",
    byteOrderMark: output.ok && output.value.byteOrderMark,
    looks: {
      width: path === null ? widthOf() : null,
      styles: await stylesOf(levelOf(options, path)),
      leftOut: words.simulate.leftOut,
    },
    drawTable: null,
  };
  const outcome = await runCommand(asked, words, settings, problems);
  if (outcome.kind === "refused") return await report(outcome.problems, words);
  process.exitCode = outcome.exitCode;
  if (options["quiet"] !== true) for (const note of outcome.notes) tell(note);
  await write(outcome.text, path, words);
}

/** Each command is loaded only where it is asked for. */
async function runCommand(
  { command, typed }: Extract<Asked, { kind: "run" }>,
  words: Words,
  settings: OutputSettings,
  problems: readonly Problem[],
): Promise<Outcome> {
  switch (command) {
    case "simulate": {
      const { readSimulate, simulateCommand } = await import("./commands/simulate.ts");
      const request = readSimulate(typed.options, world());
      if (!request.ok) return { kind: "refused", problems: [...problems, ...request.problems] };
      if (problems.length > 0) return { kind: "refused", problems };
      return simulateCommand(request.value, words, settings);
    }
    case "compare": {
      const { readCompare, compareCommand } = await import("./commands/compare.ts");
      const request = readCompare(typed.options, world());
      if (!request.ok) return { kind: "refused", problems: [...problems, ...request.problems] };
      if (problems.length > 0) return { kind: "refused", problems };
      return compareCommand(request.value, words, settings);
    }
    case "plan": {
      const { readPlan, planCommand } = await import("./commands/plan.ts");
      const request = readPlan(typed.options, world());
      if (!request.ok) return { kind: "refused", problems: [...problems, ...request.problems] };
      if (problems.length > 0) return { kind: "refused", problems };
      return await planCommand(request.value, words, settings);
    }
    case "products": {
      const { productsCommand } = await import("./commands/products.ts");
      if (problems.length > 0) return { kind: "refused", problems };
      return await productsCommand(typed.arguments[0] ?? null, words, settings);
    }
    default:
      return command satisfies never;
  }
}

async function report(problems: readonly Problem[], words: Words): Promise<void> {
  const says = await problemWordsOf(words.language);
  for (const problem of problems) tell(problemLine(problem, says, words.main.stop));
  process.exitCode = EXIT.wrongInput;
}

/** A line on standard error, which takes its time to open: most runs have nothing to say there. */
function tell(line: string): void {
  // Where even this cannot be written, the exit code has to say it.
  if (process.stderr.listenerCount("error") === 0) process.stderr.on("error", () => undefined);
  process.stderr.write(`${line}\n`);
}

/** The language must be known before the line is read, because its mistakes are reported in it. */
function languageOption(argv: readonly string[]): string | undefined {
  const index = argv.indexOf("--lang");
  if (index >= 0) return argv[index + 1];
  return argv.find((part) => part.startsWith("--lang="))?.slice("--lang=".length);
}

function levelOf(options: Readonly<Record<string, unknown>>, path: string | null): ReturnType<typeof colourLevel> {
  return colourLevel({
    noColourOption: options["color"] === false || path !== null,
    environment: process.env,
    isTerminal: process.stdout.isTTY === true,
  });
}

function widthOf(): number | null {
  return terminalWidth({
    environment: process.env,
    columns: process.stdout.columns,
    isTerminal: process.stdout.isTTY === true,
  });
}

function world(): World {
  return { today: today(), environment: process.env, read };
}

/** The civil date where the user is: the only place where the clock is read. */
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
    return { kind: "failed", failure: failureOf((error as NodeJS.ErrnoException).code) };
  }
}

function failureOf(code: string | undefined): ReadFailure {
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
      const { code } = error as NodeJS.ErrnoException;
      if (code === "EOF") return Buffer.concat(chunks);
      if (code !== "EAGAIN") throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

async function write(text: Iterable<string>, path: string | null, words: Words): Promise<void> {
  if (path !== null) return writeFile(text, path, words);
  for (const chunk of text) {
    if (process.stdout.destroyed || process.stdout.errored !== null) return;
    if (!process.stdout.write(chunk)) await drained();
  }
}

/** Waits until the reader has caught up, or has gone away. */
function drained(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      process.stdout.off("drain", go);
      process.stdout.off("close", go);
      process.stdout.off("error", go);
      resolve();
    };
    process.stdout.on("drain", go).on("close", go).on("error", go);
  });
}

async function writeFile(text: Iterable<string>, path: string, words: Words): Promise<void> {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    // A device or a named pipe takes what comes; only a file can be replaced by another.
    if (found !== undefined && !found.isFile()) writeInto(openSync(path, "w"), text);
    else await replaceFile(text, path, found?.mode);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // As with standard output: the reader of a pipe may go away.
    if (code === "EPIPE") return;
    tell(words.main.cannotWrite(printable(path), code ?? "?"));
    process.exitCode = EXIT.notWritten;
  }
}

function writeInto(file: number, text: Iterable<string>): void {
  try {
    for (const chunk of text) writeSync(file, chunk);
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
        writeSync(file, chunk);
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
