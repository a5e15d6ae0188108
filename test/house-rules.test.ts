/** The rules of the house, read off the source: who may import whom, what is banned where, what every file has. */

import { readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";

const ROOMS = ["loan", "ledger", "advice", "input", "output", "messages", "cli"] as const;
type Room = (typeof ROOMS)[number] | "main" | "outside" | "platform" | "index";

/** What each room may import besides itself; `types` it may know by name only. */
const MAY_IMPORT: Record<Room, { readonly values: readonly Room[]; readonly types: readonly Room[] }> = {
  loan: { values: [], types: [] },
  ledger: { values: ["loan"], types: [] },
  advice: { values: ["ledger", "loan"], types: [] },
  input: { values: ["loan"], types: ["platform"] },
  messages: { values: ["loan"], types: ["ledger", "advice", "input", "output", "cli"] },
  output: { values: ["loan", "messages"], types: ["ledger", "advice", "input"] },
  cli: { values: ["loan", "ledger", "advice", "input", "output", "messages"], types: ["platform"] },
  platform: { values: [], types: ["loan"] },
  main: { values: ["cli", "outside", "output", "messages"], types: ["input"] },
  outside: { values: ["loan"], types: ["platform"] },
  index: { values: ["loan", "ledger", "advice", "input"], types: [] },
};

/** One file each (or one folder): none of them is imported by another file of the room. */
const COMMANDS = new Set(["simulate", "compare", "plan", "audit", "batch", "products", "completion"]);

const LONGEST_FILE_LINES = 400;
const OUTSIDE = "src/node.ts";
const FRONT_DOOR = ["src/cli/run.ts", OUTSIDE];
/** Names of the outside platform, and the files that may speak them. */
const OUTSIDE_WORLD: Record<string, readonly string[]> = {
  Date: [OUTSIDE, "src/loan/day.ts"],
  process: FRONT_DOOR,
  console: [],
  globalThis: [],
  performance: [],
  setTimeout: [],
};
/** What a room may take from Node: a pure function, text in and parts out. */
const PURE_OF_NODE: Record<string, string> = { "src/commands/program.ts": "node:util" };
/** Where money is counted nothing may pass through decimal text or floating point. */
const FLOATING = ["parseFloat", "toFixed", "toLocaleString", "toPrecision", "Intl"];

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

interface Source {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Every name in the code, not those in comments and strings. */
  readonly names: ReadonlySet<string>;
  readonly usesAny: boolean;
  readonly asksForRandomness: boolean;
}

const sources = filesBelow("src").filter(isTypeScript).map(readSource);
const everything = [
  ...sources,
  ...["bin", "test", "bench"].flatMap((folder) => filesBelow(folder).filter(isTypeScript).map(readSource)),
];

describe("rooms", () => {
  test("import only in the directions of the plan", () => {
    const wrong = sources.flatMap((source) =>
      inside(source)
        .filter(({ to, typeOnly }) => !mayImport(roomOf(source.path), roomOf(to), typeOnly))
        .map(({ to }) => `${source.path} imports ${to}`),
    );
    expect(wrong).toEqual([]);
  });

  test("a command knows no other command", () => {
    const wrong = sources
      .filter(({ path }) => roomOf(path) === "commands")
      .flatMap((source) =>
        inside(source)
          .filter(({ to }) => commandOf(to) !== null && commandOf(to) !== commandOf(source.path))
          .map(({ to }) => `${source.path} imports ${to}`),
      );
    expect(wrong).toEqual([]);
  });

  test("every file lies in a room, and no folder is a drawer", () => {
    const paths = sources.map(({ path }) => path);
    expect(paths.filter((path) => !isRoom(roomOf(path)))).toEqual([]);
    expect(paths.filter((path) => /\/(utils?|helpers?|common|services?|misc|lib)[/.]/.test(path))).toEqual([]);
  });

  test("imports carry their extension", () => {
    const wrong = everything.flatMap(({ path, imports }) =>
      imports
        .filter(({ from }) => from.startsWith(".") && !/\.(ts|mjs|json)$/.test(from))
        .map(({ from }) => [path, from]),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the outside platform", () => {
  test.each(Object.entries(OUTSIDE_WORLD))("%s is known to the front door alone", (name, allowed) => {
    expect(sources.filter(({ path, names }) => names.has(name) && !allowed.includes(path)).map(pathOf)).toEqual([]);
  });

  test("nothing throws dice", () => {
    expect(sources.filter(({ asksForRandomness }) => asksForRandomness).map(pathOf)).toEqual([]);
  });

  test("modules of Node are imported for the outside alone", () => {
    const wrong = sources
      .filter(({ path }) => path !== OUTSIDE)
      .filter(({ path, imports }) =>
        imports.some(
          ({ from }) => (from.startsWith("node:") || builtinModules.includes(from)) && PURE_OF_NODE[path] !== from,
        ),
      );
    expect(wrong.map(pathOf)).toEqual([]);
  });

  test.each(FLOATING)("%s is not used where money is counted", (name) => {
    const counting = sources.filter(({ path }) => ["loan", "ledger"].includes(roomOf(path)));
    expect(counting.filter(({ names }) => names.has(name)).map(pathOf)).toEqual([]);
  });
});

describe("every file", () => {
  test("of the source begins by saying what it is", () => {
    const silent = [...sources, ...everything.filter(({ path }) => path.startsWith("bin/"))].filter(
      ({ text }) => !/^(#!.*\n)?\/\*\*\s+(\*\s+)?\S[\s\S]*?[.:。：][\s\S]*?\*\//.test(text),
    );
    expect(silent.map(pathOf)).toEqual([]);
  });

  test(`of the source is at most ${LONGEST_FILE_LINES} lines long`, () => {
    const long = sources.map(({ path, text }) => ({ path, lines: text.split("\n").length }));
    expect(long.filter(({ lines }) => lines > LONGEST_FILE_LINES)).toEqual([]);
  });

  test("keeps its types, its tests and its promises", () => {
    const leftBehind = /\bTO[D]O\b|\bFIX[M]E\b|@ts-(ignor[e]|nochec[k])|\b(it|test|describe)\.(onl[y]|ski[p])\(/;
    expect(everything.filter(({ text }) => leftBehind.test(text)).map(pathOf)).toEqual([]);
    expect(everything.filter(({ usesAny }) => usesAny).map(pathOf)).toEqual([]);
  });

  test("of the source exports by name", () => {
    const nameless = everything.filter(
      ({ path, text }) => !path.includes(".config.") && /^export default\b/m.test(text),
    );
    expect(nameless.map(pathOf)).toEqual([]);
  });
});

describe("the papers", () => {
  test("the changelog has an entry for this version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const headings = readFileSync("CHANGELOG.md", "utf8").match(/^## .*$/gm) ?? [];
    expect(headings.some((heading) => heading.includes(version))).toBe(true);
  });

  test("both languages have the same files", () => {
    const files = filesBelow("src/language");
    const inLanguage = (language: "en" | "zh"): string[] =>
      files
        .filter((path) => new RegExp(`(/|\\b)${language}(/|\\.)`).test(path))
        .map((path) => path.replace(new RegExp(`(/|\\b)${language}(/|\\.)`), "$1LANGUAGE$2"));
    expect(inLanguage("zh")).toEqual(inLanguage("en"));
  });

  test("the lock file names no registry", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "https?:/);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .toSorted();
}

function isTypeScript(path: string): boolean {
  return path.endsWith(".ts");
}

function pathOf({ path }: Source): string {
  return path;
}

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const imports: Import[] = [];
  const names = new Set<string>();
  let usesAny = false;
  let asksForRandomness = false;
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    if (node.kind === ts.SyntaxKind.AnyKeyword) usesAny = true;
    if (ts.isPropertyAccessExpression(node) && /^(Math\.random|crypto\..*)$/.test(node.getText(file))) {
      asksForRandomness = true;
    }
    const found = importOf(node);
    if (found !== null) imports.push(found);
    ts.forEachChild(node, visit);
  };
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
  visit(file);
  return { path, text, imports, names, usesAny, asksForRandomness };
}

function importOf(node: ts.Node): Import | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const named = clause?.namedBindings;
    const onlyTypes =
      clause?.name === undefined && named !== undefined && ts.isNamedImports(named) && named.elements.every(isTypeOnly);
    return { from: node.moduleSpecifier.text, typeOnly: clause?.isTypeOnly === true || onlyTypes };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    return { from: node.moduleSpecifier.text, typeOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { from: node.argument.literal.text, typeOnly: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [from] = node.arguments;
    return from !== undefined && ts.isStringLiteral(from) ? { from: from.text, typeOnly: false } : null;
  }
  return null;
}

function isTypeOnly(specifier: ts.ImportSpecifier): boolean {
  return specifier.isTypeOnly;
}

/** The imports of a file that stay in the project, as paths from its top. */
function inside({ path, imports }: Source): { readonly to: string; readonly typeOnly: boolean }[] {
  return imports
    .filter(({ from }) => from.startsWith("."))
    .map(({ from, typeOnly }) => ({ to: normalize(join(dirname(path), from)).replaceAll("\\", "/"), typeOnly }));
}

/** `src/loan/day.ts` lies in `loan`, `src/cli/run.ts` is a room of its own. */
function roomOf(path: string): string {
  return (path.split("/")[1] ?? "").replace(/\.ts$/, "");
}

function isRoom(name: string): name is Room {
  return Object.hasOwn(MAY_IMPORT, name);
}

function mayImport(from: string, to: string, typeOnly: boolean): boolean {
  if (!isRoom(from) || !isRoom(to)) return false;
  const { values, types } = MAY_IMPORT[from];
  return from === to || values.includes(to) || (typeOnly && types.includes(to));
}

/** The command a file of `src/commands` belongs to; null for what they share. */
function commandOf(path: string): string | null {
  const [, room, name] = path.split("/");
  const command = (name ?? "").replace(/\.ts$/, "");
  return room === "commands" && COMMANDS.has(command) ? command : null;
}
