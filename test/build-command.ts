/** Builds the command once before the tests, where a source is newer than the last build: end-to-end tests run that. */

import { readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "tsup";
import { command, pages } from "../tsup.config.ts";
import { buildSources } from "./sources.ts";

const COMMAND = "dist/overdue-sim.cjs";
const SOURCES = ["bin", "src", "tsup.config.ts", "package.json", "package-lock.json"];

export async function setup(): Promise<void> {
  await buildSources();
  const built = statSync(COMMAND, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (SOURCES.every((path) => newest(path) < built)) return;
  try {
    await build({ ...command, config: false });
    await Promise.all(pages.map((page) => build({ ...page, config: false })));
  } catch (error) {
    // The tests of a command that does not build must fail, not pass on an old one; all others may still run.
    rmSync(COMMAND, { force: true });
    process.stderr.write(`the command does not build: ${String(error)}\n`);
  }
}

/** When the newest file at or below a path was written. */
function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
