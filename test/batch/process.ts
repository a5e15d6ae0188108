/** The real program on a book of loans: threads, pipes, signals and disks are those of the system. */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";
import { cleanEnvironment, emptyFolder, PROGRAM } from "../command-line/overdue-sim.ts";

/** Columns that need no look beyond the days of the run. */
export const COLUMNS = "id,paid,to_charges,to_principal,principal_left,total_owed,days_overdue,error";

/** A book in a file of its own folder. */
export function bookIn(loans: number, days = 30): { readonly folder: string; readonly path: string } {
  const folder = emptyFolder();
  const path = join(folder, "book.csv");
  const file = openSync(path, "w");
  execFileSync(process.execPath, ["bench/write-book.mjs", String(loans), String(days)], {
    stdio: ["ignore", file, "inherit"],
  });
  closeSync(file);
  return { folder, path };
}

export interface Started {
  readonly process: ChildProcess;
  readonly ended: Promise<{ readonly status: number | null; readonly signal: string | null; readonly stderr: string }>;
}

/** `stdout`: a file number, or a pipe. */
export function start(
  words: readonly string[],
  {
    stdout = "pipe",
    environment = {},
  }: { readonly stdout?: number | "pipe"; readonly environment?: Readonly<Record<string, string>> } = {},
): Started {
  const child = spawn(process.execPath, [PROGRAM, "batch", ...words], {
    env: cleanEnvironment(environment),
    stdio: ["pipe", stdout, "pipe"],
  });
  let stderr = "";
  child.stderr?.on("data", (piece: Buffer) => {
    stderr += piece.toString();
  });
  const ended = new Promise<Awaited<Started["ended"]>>((resolve) => {
    child.on("close", (status, signal) => resolve({ status, signal, stderr }));
  });
  return { process: child, ended };
}
