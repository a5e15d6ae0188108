/** The two READMEs: every command they show is run as it stands, and prints what they say it prints. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { build } from "tsup";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { library } from "../tsup.config.ts";

const READMES = ["README.md", "README.zh-CN.md"] as const;
/** Languages a block may be in: what is printed is `text`, and files are named after their language. */
const LANGUAGES = new Set(["sh", "text", "json", "csv", "js"]);
const ELISION = "…";

interface Block {
  readonly language: string;
  /** The file that the block shows, or "". */
  readonly file: string;
  readonly text: string;
}

/** A script of the README, and the output shown for it, if any. */
interface Shown {
  readonly script: string;
  readonly output: string | null;
}

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "overdue-sim-readme-"));
  const packed = join(folder, "node_modules", "overdue-sim");
  mkdirSync(packed, { recursive: true });
  writeFileSync(join(packed, "package.json"), readFileSync("package.json"));
  await build({ ...library, config: false, dts: false, outDir: join(packed, "dist") });
  writeProgram("npx", `[ "$1" = overdue-sim ] || exit 127\nshift\nexec node "${resolve("dist/overdue-sim.cjs")}" "$@"`);
  // Installing is not repeated and scripts are not run from inside the tests: they have to be there.
  writeProgram(
    "npm",
    `case "$1" in install) exit 0;; run) shift;; esac\ncase " ${scriptNames()} " in *" $1 "*) exit 0;; esac\nexit 1`,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.each(READMES)("%s", (readme) => {
  const blocks = blocksOf(readFileSync(readme, "utf8"));

  test("shows no output without the command that printed it", () => {
    const homeless = blocks.filter(
      ({ language }, index) => language === "text" && blocks[index - 1]?.language !== "sh",
    );
    expect(homeless).toEqual([]);
    expect(blocks.filter(({ language }) => !LANGUAGES.has(language))).toEqual([]);
  });

  test.for(shownIn(blocks))("$script", ({ script, output }, { skip }) => {
    skip(script.includes("jq ") && !hasJq(), "jq is not installed here");
    const inputFiles = mkdtempSync(join(folder, "inputFiles-"));
    for (const { file, text } of blocks) if (file !== "") writeFileSync(join(inputFiles, file), text);
    const { status, stdout, stderr } = spawnSync("sh", ["-c", script], {
      cwd: inputFiles,
      encoding: "utf8",
      env: {
        PATH: [join(folder, "bin"), process.env["PATH"]].join(delimiter),
        LANG: "C.UTF-8",
        COLUMNS: "80",
      },
    });
    expect({ status, stderr: status === 0 ? stderr : "" }).toEqual({ status: statusSaid(script), stderr: "" });
    if (output !== null) expect(missingFrom(`${stdout}${stderr}`, output)).toEqual([]);
  });

  test("names only options that there are", () => {
    const known = new Set(helpOfAll().match(/--[a-z][a-z-]*/g));
    const named = readFileSync(readme, "utf8").match(/(?<=[\s`（(])--[a-z][a-z-]*(?=[\s`=])/g) ?? [];
    const excused = new Set([...MISTYPED, ...OF_OTHER_PROGRAMS]);
    expect([...new Set(named)].filter((option) => !known.has(option) && !excused.has(option))).toEqual([]);
  });

  test("has the rooms of the source on its map", () => {
    const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const onMap = readFileSync(readme, "utf8").match(/(?<=^\| `src\/)\w+(?=` \|)/gm) ?? [];
    expect([...onMap].toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
  });

  test("has the headings its links lead to", () => {
    const text = readFileSync(readme, "utf8");
    const anchors = new Set((text.match(/(?<=^#+ ).*$/gm) ?? []).map(anchorOf));
    const links = text.match(/(?<=\]\(#)[^)]+(?=\))/g) ?? [];
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
    expect(links.length).toBeGreaterThan(0);
  });
});

describe("the two READMEs", () => {
  const [english, chinese] = READMES.map((readme) => readFileSync(readme, "utf8"));

  test("show the same commands in the same order", () => {
    const commands = (text: string): readonly string[] =>
      shownIn(blocksOf(text)).map(({ script }) => script.replaceAll(" --lang zh", "").replace(/ #.*/, ""));
    expect(commands(chinese ?? "")).toEqual(commands(english ?? ""));
  });

  test("show the same files, but for their words", () => {
    const files = (text: string): readonly string[] =>
      blocksOf(text)
        .filter(({ file }) => file !== "")
        .map(({ file, text: content }) => `${file}\n${withoutWords(content)}`);
    expect(files(chinese ?? "")).toEqual(files(english ?? ""));
  });

  test("have the same sections", () => {
    const levels = (text: string): readonly number[] =>
      (text.replace(/^```[\s\S]*?^```$/gm, "").match(/^#+(?= )/gm) ?? []).map((marks) => marks.length);
    expect(levels(chinese ?? "")).toEqual(levels(english ?? ""));
  });
});

/** Shown as a mistake. */
const MISTYPED = ["--principl"];
const OF_OTHER_PROGRAMS = ["--arg"];

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w*) ?(\S*)\n([\s\S]*?)^```$/gm)].map(
    ([, language = "", file = "", content = ""]) => ({
      language,
      file,
      text: content,
    }),
  );
}

function shownIn(blocks: readonly Block[]): readonly Shown[] {
  return blocks.flatMap(({ language, text }, index) => {
    if (language !== "sh") return [];
    const next = blocks[index + 1];
    return [{ script: text.trim(), output: next?.language === "text" ? next.text : null }];
  });
}

/** `# exit status 2` at the end of a script. */
function statusSaid(script: string): number {
  return Number(/# (?:exit status|退出码) (\d+)$/.exec(script)?.[1] ?? 0);
}

/** The stretches of shown output that were not printed, in their order; `…` stands for lines left out. */
function missingFrom(printed: string, shown: string): readonly string[] {
  let left = `\n${printed}`;
  return stretchesOf(shown).filter((stretch) => {
    const place = left.indexOf(`\n${stretch}\n`);
    if (place < 0) return true;
    left = left.slice(place + stretch.length + 1);
    return false;
  });
}

function stretchesOf(shown: string): readonly string[] {
  return shown
    .trimEnd()
    .split(new RegExp(`^${ELISION}$\n?`, "m"))
    .map((stretch) => stretch.replace(/\n$/, ""))
    .filter((stretch) => stretch !== "");
}

/** Names, notes and comments are in the language of the reader. */
function withoutWords(content: string): string {
  return content.replace(/(?<="(name|note)": )"[^"]*"/g, '""').replace(/\/\/.*/g, "//");
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");
}

function helpOfAll(): string {
  const commands = ["simulate", "compare", "plan", "products"];
  return commands
    .map((command) => spawnSync("node", ["dist/overdue-sim.cjs", command, "--help"], { encoding: "utf8" }).stdout)
    .join("\n");
}

/** The recipes for jq can be shown to hold only where there is one. */
function hasJq(): boolean {
  return spawnSync("jq", ["--version"]).status === 0;
}

function scriptNames(): string {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
  return Object.keys(scripts).join(" ");
}

function writeProgram(name: string, script: string): void {
  mkdirSync(join(folder, "bin"), { recursive: true });
  writeFileSync(join(folder, "bin", name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
}
