/** Whether two paths lead to one file. */

import { fstatSync, realpathSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { STANDARD_INPUT } from "./reading.ts";
import { withoutLinks } from "./replacing.ts";
import { STANDARD_OUTPUT } from "./standard-streams.ts";

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
