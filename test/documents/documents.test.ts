/**
 * The READMEs and all in `docs/`: every command they show is run and prints what they show, their tables are those of the
 * code, and the two languages say the same. `npm run docs` writes what is no longer so.
 */

import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMMAND_NAMES } from "../../src/cli/commands.ts";
import { OPTION_KEYS, planOf, waysToType } from "../../src/cli/options.ts";
import { FORMAT_NAMES } from "../../src/output/formats.ts";
import { printed } from "../command-line/in-process.ts";
import { IS_DEEP } from "../runs.ts";
import { blocksOf, filesOf, scriptsOf, withOutputs } from "./blocks.ts";
import { MAN_PAGES, manPage } from "./man-page.ts";
import { TERMINAL_PICTURES } from "./pictures.ts";
import { digestOf, LINE, MADE_OF } from "./report-pictures.mjs";
import { openWorkshop, type Workshop } from "./scripts.ts";
import { withTables } from "./tables.ts";

/** The English documents that readers use, each with its Chinese twin. */
const TWINS = [
  ["README.md", "README.zh-CN.md"],
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => [join("docs", name), join("docs", "zh", name)]),
].filter((twins) => twins.every((path) => existsSync(path)));
const DOCUMENTS = TWINS.flat();
const OF_CONTRIBUTORS = ["ARCHITECTURE.md", "CONTRIBUTING.md"];

/** Languages a block may be in: what is printed is `text`, and files are named after their language. */
const LANGUAGES = new Set(["sh", "text", "json", "csv", "js"]);

let workshop: Workshop;

beforeAll(async () => {
  // In the deep run every script is run as a reader would run it.
  workshop = await openWorkshop(IS_DEEP);
});

afterAll(() => {
  workshop.remove();
});

describe.each(DOCUMENTS)("%s", (path) => {
  const document = readFileSync(path, "utf8");
  const blocks = blocksOf(document);

  test("shows what is printed, and the tables of the code", async ({ skip }) => {
    const scripts = scriptsOf(blocks);
    skip(scripts.some((script) => /\bjq /.test(script)) && !hasJq(), "jq is not installed here");
    const outputs: string[] = [];
    for (const script of scripts) outputs.push(await workshop.run(script, filesOf(blocks)));
    const current = await withTables(withOutputs(document, outputs), /zh/.test(path) ? "zh" : "en");
    expect(outputs.filter((output) => output.startsWith("exit status"))).toEqual([]);
    await expect(current).toMatchFileSnapshot(resolve(path));
  });

  test("shows no output without the command that printed it", () => {
    const homeless = blocks.filter(
      ({ language }, index) => language === "text" && blocks[index - 1]?.language !== "sh",
    );
    expect(homeless).toEqual([]);
    expect(blocks.filter(({ language }) => !LANGUAGES.has(language))).toEqual([]);
  });

  test("names only options that there are", () => {
    const known = new Set([...OPTION_KEYS.flatMap((key) => waysToType(planOf(key).flags)), "--help", "--version"]);
    const named = document.match(/(?<=[\s`（(])--[a-z][a-z-]*(?=[\s`=])/g) ?? [];
    const excused = new Set([...MISTYPED, ...OF_OTHER_PROGRAMS]);
    expect([...new Set(named)].filter((option) => !known.has(option) && !excused.has(option))).toEqual([]);
  });
});

describe.each([...DOCUMENTS, ...OF_CONTRIBUTORS])("the links of %s", (path) => {
  test("lead somewhere", () => {
    const text = readFileSync(path, "utf8").replace(/^```[\s\S]*?^```$/gm, "");
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
    const dead = links.flatMap(([link, file = "", anchor]) => {
      const target = file === "" ? path : relative(".", resolve(dirname(path), file));
      if (!existsSync(target)) return [link];
      return anchor === undefined || anchorsOf(readFileSync(target, "utf8")).has(anchor) ? [] : [link];
    });
    expect(dead).toEqual([]);
  });
});

describe.each(TWINS)("%s and %s", (english = "", chinese = "") => {
  const texts = [english, chinese].map((path) => readFileSync(path, "utf8"));

  test("show the same commands in the same order", () => {
    const [first, second] = texts.map((text) =>
      scriptsOf(blocksOf(text)).map((script) => script.replaceAll(" --lang zh", "").replace(/ #.*/, "")),
    );
    expect(second).toEqual(first);
  });

  test("show the same files, but for their words", () => {
    const [first, second] = texts.map((text) =>
      filesOf(blocksOf(text)).map(({ name, text: content }) => `${name}\n${withoutWords(content)}`),
    );
    expect(second).toEqual(first);
  });

  test("have the same sections", () => {
    const [first, second] = texts.map((text) =>
      (text.replace(/^```[\s\S]*?^```$/gm, "").match(/^#+(?= )/gm) ?? []).map((marks) => marks.length),
    );
    expect(second).toEqual(first);
  });
});

describe("the documents", () => {
  test("have a Chinese twin each", () => {
    expect(readdirSync("docs/zh").toSorted()).toEqual(
      readdirSync("docs")
        .filter((name) => name.endsWith(".md"))
        .toSorted(),
    );
  });

  test.for(["docs/output.md", "docs/zh/output.md"])(
    "%s names every format and every figure of a summary",
    async (path) => {
      const { summary } = JSON.parse(
        await printed(["simulate", "--principal", "50000", "--daily", "50", "--as-of", "2026-11-22", "--json"]),
      ) as { summary: object };
      const document = readFileSync(path, "utf8");
      const names = [...FORMAT_NAMES, ...Object.keys(summary)];
      expect(names.filter((name) => !document.includes(`\`${name}\``) && !document.includes(`\`${name} {`))).toEqual(
        [],
      );
    },
  );

  test.each(OF_CONTRIBUTORS)("%s names only files and scripts that there are", (path) => {
    const text = readFileSync(path, "utf8");
    const files = ["bench", "docs", "src", "test"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `/${join(folder, name)}`),
    );
    const isThere = (name: string): boolean => existsSync(name) || files.some((file) => file.endsWith(`/${name}`));
    const named = text.match(/(?<=`)[\w./-]+\.(?:ts|mjs|json|md)(?=`)/g) ?? [];
    expect(named.filter((name) => !isThere(name))).toEqual([]);
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
      scripts: Readonly<Record<string, string>>;
    };
    const run = text.match(/(?<=npm (?:run )?)(?!install|run)[a-z:]+(?=`)/g) ?? [];
    expect(run.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test("the map of the source has all its rooms", () => {
    const rooms = readdirSync("src", { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const onMap = readFileSync("ARCHITECTURE.md", "utf8").match(/(?<=^\| `src\/)\w+(?=` \|)/gm) ?? [];
    expect([...onMap].toSorted()).toEqual(rooms.map(({ name }) => name).toSorted());
  });
});

test.each(TERMINAL_PICTURES)("$path is what is printed", async ({ path, draw }) => {
  await expect(await draw()).toMatchFileSnapshot(resolve(path));
});

test.each(["en", "zh"])(
  "the picture of the report is of what is printed, else npm run pictures (%s)",
  async (language) => {
    const madeOf = JSON.parse(readFileSync(MADE_OF, "utf8")) as Readonly<Record<string, string>>;
    expect(madeOf[language]).toBe(digestOf(await printed([...LINE.split(" "), "--lang", language])));
  },
);

test("every picture is shown, and none is too large to fetch", () => {
  const text = DOCUMENTS.map((path) => readFileSync(path, "utf8")).join("\n");
  for (const name of readdirSync("docs/pictures")) {
    expect(text).toContain(`pictures/${name}`);
    expect(statSync(join("docs/pictures", name)).size).toBeLessThan(150_000);
  }
});

describe.each(MAN_PAGES)("$path", ({ path, language }) => {
  test("is that of the table of options", async () => {
    const page = await manPage(language);
    await expect(page).toMatchFileSnapshot(resolve(path));
    const words = new Set(page.replaceAll("\\-", "-").split(/\\f[BIR]/));
    const flags = OPTION_KEYS.flatMap((key) => waysToType(planOf(key).flags));
    expect([...COMMAND_NAMES, ...flags].filter((name) => !words.has(name))).toEqual([]);
  });
});

/** Shown as a mistake. */
const MISTYPED = ["--principl"];
const OF_OTHER_PROGRAMS = [
  "--arg",
  "--array",
  "--block",
  "--global",
  "--header",
  "--keep-order",
  "--lines",
  "--numeric-suffixes",
  "--pipe",
  "--sshlogin",
  "--update",
  "--wait",
];

/** Names, notes and comments are in the language of the reader. */
function withoutWords(content: string): string {
  return content.replace(/(?<="(name|note)": )"[^"]*"/g, '""').replace(/\/\/.*/g, "//");
}

function anchorsOf(text: string): ReadonlySet<string> {
  const headings = text.replace(/^```[\s\S]*?^```$/gm, "").match(/(?<=^#+ ).*$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

/** The recipes for jq can be shown to hold only where there is one. */
function hasJq(): boolean {
  return spawnSync("jq", ["--version"]).status === 0;
}
