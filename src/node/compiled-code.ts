/**
 * What V8 compiled of the program's files, kept for the next start by a Node that does not do so itself, as from 22.1 on.
 * Code is kept together with the text it was compiled from, and serves that text alone.
 */

import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Module from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { cachedDataVersionTag } from "node:v8";
import { Script } from "node:vm";

/** Files loaded from now on come from what is kept, or are kept then; false: nothing can be. */
export function keepCompiledCode(): boolean {
  // None where Node takes files for modules that do not say what they are.
  const loaders: NodeJS.RequireExtensions | undefined = require.extensions;
  const folder = process.env["NODE_DISABLE_COMPILE_CACHE"] ? null : folderOfUser();
  if (loaders === undefined || folder === null) return false;
  loaders[".cjs"] = (module, path) => {
    const text = readFileSync(path);
    // Other options of V8 make another version.
    const keptAs = join(folder, `${basename(path)}-${cachedDataVersionTag()}`);
    const cachedData = codeKept(keptAs, text);
    const script = new Script(Module.wrap(text.toString()), { filename: path, cachedData });
    if (cachedData === undefined || script.cachedDataRejected) {
      const code = script.createCachedData();
      keep(keptAs, [text, code, code]);
    }
    const run = script.runInThisContext();
    run.call(module.exports, module.exports, module.require.bind(module), module, path, dirname(path));
  };
  return true;
}

/** Code is run that lies here, so that it is the user's alone. null: nothing can be kept. */
function folderOfUser(): string | null {
  const user = process.getuid?.();
  const folder = join(tmpdir(), `overdue-sim-compiled${user === undefined ? "" : `-${user}`}`);
  try {
    if (!existsSync(folder)) mkdirSync(folder, 0o700);
    const { uid, mode } = lstatSync(folder);
    return user === undefined || (uid === user && (mode & 0o777) === 0o700) ? folder : null;
  } catch {
    return null;
  }
}

/**
 * V8 trusts what it is given, so what is damaged must not be given to it: the two copies of the code would differ. To compare
 * them takes a tenth of the time in which Node loads what makes a digest.
 */
function codeKept(path: string, text: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(path);
    const middle = (text.length + kept.length) / 2;
    const code = kept.subarray(text.length, middle);
    return kept.subarray(0, text.length).equals(text) && kept.subarray(middle).equals(code) ? code : undefined;
  } catch {
    return undefined;
  }
}

/** In one step: no other process finds half of it. Where it fails the next start is slower, and nothing else. */
function keep(path: string, pieces: readonly Buffer[]): void {
  const draft = `${path}.${process.pid}.part`;
  try {
    writeFileSync(draft, Buffer.concat(pieces), { flag: "wx", mode: 0o600 });
    renameSync(draft, path);
  } catch {
    leaveOut(draft);
  }
}

function leaveOut(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // It is in nobody's way.
  }
}
