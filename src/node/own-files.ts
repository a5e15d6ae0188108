/** The files that come with the program. */

import { readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";

/** They lie beside the program's own file. */
export function ownPath(name: string): string {
  return join(dirname(realpathSync(process.argv[1] ?? "")), name);
}

/** Its text, or null where it did not come with the program. */
export function readOwn(name: string): string | null {
  try {
    return readFileSync(ownPath(name), "utf8");
  } catch {
    return null;
  }
}
