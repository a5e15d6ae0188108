/** The program on a platform of the test: nothing is started, files are those of a folder, and the day is 2026-11-22. */

import { readFileSync, statSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { run } from "../../src/cli/run.ts";
import { day } from "../../src/loan/day.ts";
import type { Platform, ReadResult } from "../../src/platform.ts";
import type { Ended, Surroundings } from "./overdue-sim.ts";

export async function overdueSim(
  words: readonly string[],
  { environment = {}, folder = ".", input = "" }: Surroundings = {},
): Promise<Ended> {
  let stdout = "";
  let stderr = "";
  const platform: Platform = {
    today: day("2026-11-22"),
    environment,
    read: (path) => (path === "-" ? { kind: "read", bytes: Buffer.from(input) } : readIn(folder, path)),
    terminalColumns: null,
    write: async (text) => {
      for (const piece of text) stdout += piece;
      return null;
    },
    writeFile: async (path, text) => {
      writeFileSync(resolve(folder, path), [...text].join(""));
      return null;
    },
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

function readIn(folder: string, path: string): ReadResult {
  const found = statSync(resolve(folder, path), { throwIfNoEntry: false });
  if (found === undefined) return { kind: "failed", failure: "missing" };
  if (found.isDirectory()) return { kind: "failed", failure: "folder" };
  return { kind: "read", bytes: readFileSync(resolve(folder, path)) };
}
