/** Runs what a document shows, in a folder of its own in which the files it shows lie. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { build } from "tsup";
import { library } from "../../tsup.config.ts";
import { overdueSim } from "../command-line/in-process.ts";

/** A line that runs the program once, and may hand what it prints to others: it is run in process. */
const ALONE = /^npx overdue-sim(?<words>(?: [\w.,:@/%=+-]+)*)(?: \| (?<others>(?!.*npx ).*))?$/;
/** At the end of a script. */
const EXPECTED_STATUS = / # (?:exit status|退出码) (\d+)$/;
const ENVIRONMENT = { LANG: "C.UTF-8", COLUMNS: "80" };

export interface Workshop {
  /** What a script printed, and how it failed where it should not have. */
  readonly run: (script: string, files: readonly { readonly name: string; readonly text: string }[]) => Promise<string>;
  readonly remove: () => void;
}

/** Where `npx overdue-sim` is the program as it was built, and the library can be imported. */
export async function openWorkshop(isAllReal: boolean): Promise<Workshop> {
  const root = mkdtempSync(join(tmpdir(), "overdue-sim-documents-"));
  const packed = join(root, "node_modules", "overdue-sim");
  mkdirSync(packed, { recursive: true });
  writeFileSync(join(packed, "package.json"), readFileSync("package.json"));
  await build({ ...library, config: false, dts: false, outDir: join(packed, "dist") });
  const writeProgram = (name: string, script: string): void => {
    mkdirSync(join(root, "bin"), { recursive: true });
    writeFileSync(join(root, "bin", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  };
  writeProgram("npx", `[ "$1" = overdue-sim ] || exit 127\nshift\nexec node "${resolve("dist/overdue-sim.cjs")}" "$@"`);
  // Installing is not repeated and scripts are not run from inside the tests: they have to be there.
  writeProgram(
    "npm",
    `case "$1" in install|ci) exit 0;; run) shift;; esac\ncase " ${scriptNames()} " in *" $1 "*) exit 0;; esac\nexit 1`,
  );
  // The two languages show many of the same scripts.
  const ran = new Map<string, Promise<string>>();
  return {
    run(script, files) {
      const key = JSON.stringify([script, files]);
      const output = ran.get(key) ?? outputOf(script, files);
      ran.set(key, output);
      return output;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };

  async function outputOf(script: string, files: Parameters<Workshop["run"]>[1]): Promise<string> {
    const folder = mkdtempSync(join(root, "files-"));
    for (const { name, text } of files) writeFileSync(join(folder, name), text);
    const lines = script.replace(EXPECTED_STATUS, "").split("\n");
    const isAlone = !isAllReal && lines.every((line) => ALONE.test(line));
    const ended = isAlone ? await inProcess(lines, folder) : inShell(script, folder, join(root, "bin"));
    const expected = Number(EXPECTED_STATUS.exec(script)?.[1] ?? 0);
    if (ended.status !== expected) return `exit status ${ended.status}: ${ended.stderr}`;
    return `${ended.stdout}${ended.stderr}`;
  }
}

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

async function inProcess(lines: readonly string[], folder: string): Promise<Ended> {
  let ended: Ended = { status: 0, stdout: "", stderr: "" };
  for (const line of lines) {
    const { words = "", others } = ALONE.exec(line)?.groups ?? {};
    const own = await overdueSim(words.split(" ").slice(1), { environment: ENVIRONMENT, folder });
    const last = others === undefined ? own : inShell(others, folder, "", own.stdout);
    const status = own.status === 0 ? last.status : own.status;
    const stderr = own === last ? own.stderr : own.stderr + last.stderr;
    ended = { status, stdout: ended.stdout + last.stdout, stderr: ended.stderr + stderr };
    if (status !== 0) break;
  }
  return ended;
}

/** A line that fails ends the script, where a reader's shell would go on. */
function inShell(script: string, folder: string, programs: string, input = ""): Ended {
  return spawnSync("sh", ["-ec", script], {
    cwd: folder,
    input,
    encoding: "utf8",
    env: { ...ENVIRONMENT, HOME: folder, PATH: [programs, process.env["PATH"]].join(delimiter) },
  });
}

function scriptNames(): string {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  return Object.keys(scripts).join(" ");
}
