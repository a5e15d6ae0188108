/** The real program, started as users start it: from a shell, with an environment of its own. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, onTestFinished } from "vitest";

export const PROGRAM = resolve("dist/overdue-sim.cjs");
export const FIXTURES = resolve("fixtures/command-line");

export interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly input?: string | Uint8Array;
}

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A loan whose figures do not depend on the day the test runs. */
export const LOAN = ["--principal", "50000", "--days-overdue", "90", "--as-of", "2026-11-22"];

export function overdueSim(words: readonly string[], surroundings: Surroundings = {}): Ended {
  return ended(process.execPath, [PROGRAM, ...words], surroundings);
}

/** The program under its name, for a POSIX-like shell. */
export const SHELL_FUNCTION = `overdue-sim() { "${process.execPath}" "${PROGRAM}" "$@"; }`;

/** A line for such a shell. */
export function shell(line: string, surroundings: Surroundings = {}): Ended {
  return ended("bash", ["-c", `${SHELL_FUNCTION}\n${line}`], surroundings);
}

/** What a run that must succeed printed. */
export function printed(words: readonly string[], surroundings: Surroundings = {}): string {
  const { status, stdout, stderr } = overdueSim(words, surroundings);
  if (status !== 0) throw new Error(`${words.join(" ")}: exit ${status}: ${stderr}`);
  return stdout;
}

/** An empty folder for one test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "overdue-sim-command-line-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for all tests of a file. */
export function folderForAll(): string {
  const folder = mkdtempSync(join(tmpdir(), "overdue-sim-command-line-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Nothing of the outer environment that the program looks at comes through. */
export function cleanEnvironment(own: Readonly<Record<string, string>>): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: tmpdir(), ...own };
}

function ended(program: string, words: readonly string[], { environment = {}, folder, input }: Surroundings): Ended {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: "utf8",
    env: cleanEnvironment(environment),
    cwd: folder,
    input: input ?? "",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, stdout, stderr };
}
