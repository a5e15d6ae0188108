/** The package as its users get it: packed, installed into an empty folder, started, imported. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const NOT_COPIED = new Set(["node_modules", "dist", ".git", "coverage"]);

let folder: string;
/** A copy of the project as a checkout gives it, so that packing has to build first. */
let checkout: string;
/** The empty folder in which the package is installed. */
let home: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "overdue-sim-packed-"));
  checkout = join(folder, "checkout");
  home = join(folder, "home");
  mkdirSync(checkout);
  mkdirSync(home);
  for (const name of readdirSync(".").filter((entry) => !NOT_COPIED.has(entry))) {
    cpSync(name, join(checkout, name), { recursive: true });
  }
  symlinkSync(resolve("node_modules"), join(checkout, "node_modules"), "dir");
  npm(checkout, "pack", "--pack-destination", folder);
  writeFileSync(join(home, "package.json"), JSON.stringify({ private: true, type: "module" }));
  npm(home, "install", "--offline", "--no-audit", "--no-fund", archive());
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("the package brings no others with it", () => {
  expect(readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["overdue-sim"]);
});

test("the package holds the two builds and the papers, nothing else", () => {
  const paths = held();
  expect(paths.filter((path) => !isOfCommand(path) && !/^docs\b/.test(path))).toEqual([
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "README.zh-CN.md",
    "dist",
    "dist/index.d.ts",
    "dist/index.js",
    ...["audit", "compare", "debts", "plan", "simulate"].flatMap((command) =>
      ["en", "zh"].map((language) => `dist/what-if-${command}-${language}.txt`),
    ),
    "examples",
    "examples/dask_book.py",
    "man",
    "man/overdue-sim.1",
    "man/zh",
    "man/zh/overdue-sim.1",
    "package.json",
  ]);
});

test("what its papers point to is in the package", () => {
  const paths = new Set(held());
  const papers = [...paths].filter((path) => path.endsWith(".md"));
  const dead = papers.flatMap((path) => {
    const text = readFileSync(join(home, "node_modules", "overdue-sim", path), "utf8");
    const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, link = ""]) => link);
    const near = links.filter((link) => !/^[a-z]+:/.test(link)).map((link) => join(dirname(path), link));
    return near.filter((link) => !paths.has(link)).map((link) => `${path}: ${link}`);
  });
  expect(papers.length).toBeGreaterThan(20);
  expect(dead).toEqual([]);
});

test("the package holds every file that the command may load, and no other", () => {
  // The command is started by its name, its threads by their file.
  const loaded = new Set(["dist/overdue-sim.cjs", "dist/overdue-sim-thread.cjs"]);
  for (const path of loaded) {
    const text = readFileSync(join(home, "node_modules", "overdue-sim", path), "utf8");
    for (const [, name] of text.matchAll(/require\("\.\/([^"]+)"\)/g)) loaded.add(`dist/${name}`);
  }
  expect(loaded.size).toBeGreaterThan(1);
  expect(held().filter(isOfCommand)).toEqual([...loaded].toSorted());
});

test("the installed command simulates", () => {
  const output = npx("overdue-sim", "simulate", "--principal", "50000", "--daily", "50");
  expect(output.split("\n").length).toBeGreaterThan(30);
});

test("a report of the installed command brings the program of its sliders", () => {
  const page = npx("overdue-sim", "simulate", "--principal", "50000", "--daily", "50", "--format", "html");
  expect(page).toContain('id="program"');
});

test("Yarn runs it out of its archive, and what is written to a file is there", ({ skip }) => {
  const place = join(folder, "yarn");
  mkdirSync(place);
  const fetched = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--prefix", place, "@yarnpkg/cli-dist@4"]);
  if (fetched.status !== 0 && process.env["CI"] !== "true") skip("the registry with Yarn is not to be had");
  const yarn = (...words: string[]): string => {
    const script = join(place, "node_modules", "@yarnpkg", "cli-dist", "bin", "yarn.js");
    return run(process.execPath, elsewhere, [script, ...words]);
  };
  const elsewhere = join(folder, "plug-and-play");
  mkdirSync(elsewhere);
  writeFileSync(join(elsewhere, "package.json"), JSON.stringify({ private: true }));
  writeFileSync(join(elsewhere, "yarn.lock"), "");
  writeFileSync(
    join(elsewhere, ".yarnrc.yml"),
    "nodeLinker: pnp\nenableTelemetry: false\nenableGlobalCache: false\nenableImmutableInstalls: false\n",
  );
  yarn("add", `overdue-sim@file:${archive()}`);
  expect(readdirSync(elsewhere)).not.toContain("node_modules");
  const loan = ["simulate", "--principal", "50000", "--daily", "50", "--as-of", "2026-11-22"];
  for (const format of ["csv", "html", "xlsx"]) {
    yarn("run", "overdue-sim", ...loan, "--format", format, "-o", `days.${format}`);
    npx("overdue-sim", ...loan, "--format", format, "-o", `days.${format}`);
    const [here, there] = [home, elsewhere].map((path) => readFileSync(join(path, `days.${format}`)));
    // The times in an archive are those of its making.
    if (format === "xlsx") expect(there?.length).toBe(here?.length);
    else expect(there).toEqual(here);
  }
});

test("the installed library is imported by a program", () => {
  const program = 'import * as library from "overdue-sim"; process.stdout.write(typeof library.simulate);';
  expect(run(process.execPath, home, ["--input-type=module", "-e", program])).toBe("function");
});

test("what the types of the library call a value is one", () => {
  const types = readFileSync(join(home, "node_modules", "overdue-sim", "dist", "index.d.ts"), "utf8");
  const exported = /^export \{ (.*) \};$/m.exec(types)?.[1]?.split(", ") ?? [];
  const values = exported.filter((name) => !name.startsWith("type ")).map((name) => name.replace(/^.* as /, ""));
  const program = 'import * as library from "overdue-sim"; process.stdout.write(Object.keys(library).join(", "));';
  const names = run(process.execPath, home, ["--input-type=module", "-e", program]).split(", ");
  expect(values.toSorted()).toEqual(names.toSorted());
});

test("the types of the library need no package that is not there", () => {
  const program = 'import { simulate } from "overdue-sim";\nexport const answer: typeof simulate = simulate;\n';
  writeFileSync(join(home, "program.ts"), program);
  const compiler = resolve("node_modules/typescript/bin/tsc");
  const options = ["--noEmit", "--strict", "--target", "es2022", "--module", "nodenext"];
  expect(run(process.execPath, home, [compiler, ...options, "program.ts"])).toBe("");
});

function archive(): string {
  const name = readdirSync(folder).find((each) => each.endsWith(".tgz"));
  if (name === undefined) throw new Error("npm pack left no archive");
  return join(folder, name);
}

/** What is in the installed package. */
function held(): string[] {
  const paths = readdirSync(join(home, "node_modules", "overdue-sim"), { recursive: true, encoding: "utf8" });
  return paths.map((path) => path.replaceAll("\\", "/")).toSorted();
}

function isOfCommand(path: string): boolean {
  return path.endsWith(".cjs");
}

function npm(cwd: string, ...words: string[]): string {
  return run("npm", cwd, words);
}

function npx(...words: string[]): string {
  return run("npx", home, ["--no-install", ...words]);
}

/** Runs to its end and gives what was printed; a failure throws with all that was said. */
function run(program: string, cwd: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd, encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ${words.join(" ")}: ${error?.message ?? `${stdout}${stderr}`}`);
  return stdout;
}
