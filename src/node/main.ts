/** The outside as Node gives it, put together: the clock, files, the standard streams. Only in this room is it touched. */

import { availableParallelism } from "node:os";
import { run } from "../cli/run.ts";
import { type Day, dayOf } from "../loan/day.ts";
import type { Platform, Terminal, WriteFailure } from "../platform.ts";
import { growNoMore } from "./machine-code.ts";
import { readOwn } from "./own-files.ts";
import { read, readPieces } from "./reading.ts";
import { isSameFile, writeOrReplace } from "./replacing.ts";
import { STANDARD_ERROR, STANDARD_OUTPUT, terminalAt, writeError, writeOutput } from "./standard-streams.ts";
import { codeOf } from "./system-errors.ts";
import { startThread } from "./threads.ts";
import { continueFile } from "./writing-lines.ts";

/** Runs the program to its end. What was written may still be on its way: nothing exits before it has left. */
export async function main(): Promise<void> {
  process.exitCode = await run(process.argv.slice(2), platform());
}

function platform(): Platform {
  const terminal = terminalAt(STANDARD_OUTPUT);
  return {
    get today() {
      return today();
    },
    environment: process.env,
    read,
    get terminal() {
      return terminal === null ? null : conversation(terminal);
    },
    readOwn,
    terminalColumns: terminal === null ? null : (terminal.columns ?? 0),
    terminalRows: terminal?.rows || null,
    write: (text) => failureIn(writeOutput(text)),
    writeFile: (path, text) => failureIn(writeOrReplace(path, text)),
    continueFile: (path, text) => failureIn(continueFile(path, text)),
    readPieces,
    readWritten: readPieces,
    isSameFile,
    startThread,
    processors: availableParallelism(),
    get showProgress() {
      return terminalAt(STANDARD_ERROR) === null ? null : showProgress;
    },
    clock: () => performance.now(),
    listen: () => {
      growNoMore();
      return new Promise((resolve) => setImmediate(resolve));
    },
    printError: (line) => {
      // Where even this cannot be written, the exit code has to say it.
      void failureIn(writeError(`${line}\n`));
    },
  };
}

/** Standard input is opened only where somebody is to be asked. */
function conversation(output: NodeJS.WriteStream): Terminal | null {
  if (process.env["TERM"] === "dumb" || !process.stdin.isTTY) return null;
  return { input: process.stdin, output, interrupt: () => process.kill(process.pid, "SIGINT") };
}

/** The only place where the clock is read, and only where no date is given. */
function today(): Day {
  const now = new Date();
  const day = dayOf({ year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() });
  if (day === null) throw new Error("the clock gives no date");
  return day;
}

function showProgress(line: string): void {
  process.stderr.write(`\r\u001b[K${line}`);
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
