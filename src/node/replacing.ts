/** A file written in the place of another; and whether two paths lead to one. */

import {
  constants,
  fstatSync,
  lstatSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import type { OutputPieces } from "../platform.ts";
import { beforeInterrupt } from "./interrupts.ts";
import { STANDARD_INPUT } from "./reading.ts";
import { STANDARD_OUTPUT } from "./standard-streams.ts";

/** As many links one after the other as Linux follows. */
const MOST_LINKS = 40;

/** Takes the place of a file, whole or not at all; a device or a named pipe takes what comes. */
export async function writeOrReplace(path: string, pieces: OutputPieces): Promise<void> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return await replace(withoutLinks(path), found, pieces);
  // Under its own path: `/dev/stdout` is a link whose text, "pipe:[1234]", leads nowhere.
  await writePieces(path, pieces, { flag: "w", mode: 0o666 });
}

/** One by one: the file system that Yarn puts before Node's ("Plug'n'Play") writes no file from pieces still to come. */
async function writePieces(path: string, pieces: OutputPieces, how: { readonly flag: string; readonly mode: number }) {
  const { open } = await import("node:fs/promises");
  const file = await open(path, how.flag, how.mode);
  try {
    for await (const piece of pieces) await file.writeFile(piece);
  } finally {
    await file.close();
  }
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
  const { access } = await import("node:fs/promises");
  if (found !== undefined) await access(target, constants.W_OK);
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  const end = beforeInterrupt(() => rmSync(draft, { force: true }));
  try {
    await writePieces(draft, pieces, { flag: "wx", mode: found === undefined ? 0o666 : found.mode & 0o777 });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  } finally {
    end();
  }
}

/** Of what is read and what is written, where it need not be there yet; `-` is standard input, or standard output. */
export function isSameFile(read: string, written: string): boolean {
  const file = identity(read, STANDARD_INPUT);
  return file !== null && file === identity(written, STANDARD_OUTPUT);
}

/** Null where nothing can be lost: it is no file, or its folder is not there. */
function identity(path: string, standardStream: number): string | null {
  try {
    const found: Stats | undefined =
      path === "-" ? fstatSync(standardStream) : statSync(path, { throwIfNoEntry: false });
    if (found !== undefined) return found.isFile() ? `${found.dev} ${found.ino}` : null;
    const target = withoutLinks(path);
    return join(realpathSync(dirname(target)), basename(target));
  } catch {
    return null;
  }
}
