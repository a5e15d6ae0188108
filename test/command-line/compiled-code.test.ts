/** What V8 compiled is kept in a folder for the next start. It may save time, and changes nothing else. */

import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import module from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { emptyFolder, LOAN, overdueSim, PROGRAM, shell } from "./overdue-sim.ts";

const COMMAND = ["simulate", ...LOAN, "--daily", "50"];

describe("compiled code", () => {
  test("is kept, and the next start says the same", () => {
    const folder = emptyFolder();
    const first = overdueSim(COMMAND, keepingIn(folder));
    expect(readdirSync(folder)).toHaveLength(1);
    expect(overdueSim(COMMAND, keepingIn(folder))).toEqual(first);
    expect(first).toMatchObject({ status: 0, stderr: "" });
  });

  test("is not kept where Node is told so", () => {
    const folder = emptyFolder();
    const environment = { TMPDIR: folder, NODE_DISABLE_COMPILE_CACHE: "1" };
    expect(overdueSim(COMMAND, { environment }).status).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is of this program alone: another of the same length is compiled anew", () => {
    const folder = emptyFolder();
    const program = join(emptyFolder(), "dist");
    cpSync(join(PROGRAM, ".."), program, { recursive: true });
    const line = `"${process.execPath}" "${join(program, "overdue-sim.cjs")}" ${COMMAND.join(" ")}`;
    expect(shell(line, keepingIn(folder)).stdout).toContain("this helps");
    const words = join(program, "messages-en-language.cjs");
    writeFileSync(words, readFileSync(words, "utf8").replaceAll("this helps", "this hilft"));
    expect(shell(line, keepingIn(folder)).stdout).toContain("this hilft");
  });

  test("is missed by nobody where no folder can be made", () => {
    expect(overdueSim(COMMAND, { environment: { TMPDIR: "/dev/null/nowhere" } })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });
});

/** The rest Node does itself, where it can. */
describe.runIf(!("enableCompileCache" in module))("what the program keeps without Node", () => {
  test("is the user's alone, and is not used where others could have written", () => {
    const folder = emptyFolder();
    overdueSim(COMMAND, keepingIn(folder));
    const own = ownFolder(folder);
    expect(statSync(own).mode & 0o777).toBe(0o700);
    expect(filesIn(own).map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600, 0o600, 0o600]);

    const open = emptyFolder();
    const prepared = join(open, own.slice(folder.length));
    mkdirSync(prepared);
    for (const mode of [0o777, 0o770, 0o500, 0o000]) {
      chmodSync(prepared, mode);
      expect(overdueSim(COMMAND, keepingIn(open))).toMatchObject({ status: 0, stderr: "" });
    }
    chmodSync(prepared, 0o700);
    expect(readdirSync(prepared)).toEqual([]);
  });

  test("needs the folder for temporary files, and does not make one", () => {
    const folder = emptyFolder();
    expect(overdueSim(COMMAND, { environment: { TMPDIR: "missing" }, folder }).status).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("is left where Node would take the files for modules", () => {
    const line = `"${process.execPath}" --experimental-default-type=module "${PROGRAM}" --version`;
    expect(shell(line, keepingIn(emptyFolder()))).toMatchObject({ status: 0, stderr: "" });
  });

  test.each<[string, (kept: Buffer) => Buffer]>([
    ["cut", (kept) => kept.subarray(0, -1000)],
    ["damaged", (kept) => kept.fill(0x5a, kept.length - 1000, kept.length - 900)],
    ["empty", () => Buffer.alloc(0)],
  ])("is replaced where it was %s", (_, spoilt) => {
    const folder = emptyFolder();
    const said = overdueSim(COMMAND, keepingIn(folder));
    const paths = filesIn(ownFolder(folder));
    const unusable = paths.map((path) => spoilt(readFileSync(path)));
    paths.forEach((path, place) => void writeFileSync(path, unusable[place] ?? ""));
    expect(overdueSim(COMMAND, keepingIn(folder))).toEqual(said);
    const replaced = paths.map((path) => readFileSync(path));
    expect(replaced.filter((kept, place) => kept.equals(unusable[place] ?? kept))).toEqual([]);
    overdueSim(COMMAND, keepingIn(folder));
    expect(replaced.filter((kept, place) => !kept.equals(readFileSync(paths[place] ?? "")))).toEqual([]);
  });

  test("is kept once, also by a book, which changes the options of V8 on its way", () => {
    const folder = emptyFolder();
    const book = { ...keepingIn(folder), input: "id,principal,days_overdue,daily\na,50000,20,50\n" };
    const words = ["batch", "-", "--as-of", "2026-11-22"];
    const first = overdueSim(words, book);
    expect(first).toMatchObject({ status: 0, stderr: "" });
    const kept = () => filesIn(ownFolder(folder)).map((path) => [path, statSync(path).ino]);
    const before = kept();
    expect(before.join()).toContain("batch");
    expect(overdueSim(words, book)).toEqual(first);
    expect(kept()).toEqual(before);
  });
});

function keepingIn(folder: string) {
  return { environment: { TMPDIR: folder } };
}

function ownFolder(folder: string): string {
  const [name] = readdirSync(folder);
  if (name === undefined) throw new Error(`nothing was kept in ${folder}`);
  return join(folder, name);
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).map((name) => join(folder, name));
}
