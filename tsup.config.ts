/** Two builds: the command as CommonJS files that are read when they are needed, the library as one ES module with its types. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Options } from "tsup";

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };

const shared = {
  target: "node20",
  platform: "node",
  // Everything is bundled, so that installing fetches one package and starting looks for none.
  noExternal: [/.*/],
  splitting: false,
  sourcemap: false,
  removeNodeProtocol: false,
  silent: true,
  define: { OVERDUE_SIM_VERSION: JSON.stringify(version) },
} satisfies Options;

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * What the command loads by `await import` lies in a file of its own, because Node reads through all of a file before
 * it runs any of it. Each file holds whatever it needs, so that a start opens few; no class is known across two files.
 */
const PARTS = {
  simulate: "src/cli/commands/simulate.ts",
  compare: "src/cli/commands/compare.ts",
  plan: "src/cli/commands/plan.ts",
  "plan-agreement": "src/cli/commands/plan-agreement.ts",
  "plan-budget": "src/cli/commands/plan-budget.ts",
  "plan-clear-by": "src/cli/commands/plan-clear-by.ts",
  products: "src/cli/commands/products.ts",
  help: "src/cli/help.ts",
  colours: "chalk",
  frames: "cli-table3",
  ...wordsIn("en"),
  ...wordsIn("zh"),
};

function wordsIn(language: string): Record<string, string> {
  const files = ["words", "compare", "help", "letter", "plan", "problems", "products"];
  return Object.fromEntries(files.map((name) => [`${name}-${language}`, `src/messages/${language}/${name}.ts`]));
}

/**
 * What most starts have no use for, though it stands in the midst of what they need: readers of papers and of settings
 * rarely given, writers of JSON. A function of these modules fetches their file when it is first called.
 */
const ASLEEP: Readonly<Record<string, readonly string[]>> = {
  papers: ["src/input/csv-table.ts", "src/input/loan-file.ts", "src/input/scenario-file.ts"],
  settings: [
    "src/input/budget.ts",
    "src/input/contract.ts",
    "src/input/grace.ts",
    "src/input/late-fee.ts",
    "src/input/order.ts",
    "src/input/payment-spec.ts",
    "src/input/product.ts",
    "src/input/strategy.ts",
    "src/input/strategy-agreements.ts",
    "src/input/strategy-list.ts",
    "src/input/term-lists.ts",
  ],
  nearest: ["src/input/nearest.ts"],
  "character-width": ["src/output/character-width.ts"],
  documents: [
    "src/output/json.ts",
    "src/output/markdown.ts",
    "src/cli/commands/input-document.ts",
    "src/cli/commands/summary-document.ts",
  ],
};

/** The file `name` of the package, from any other: they all lie in one folder. */
const fileOf = (name: string): string => `./${name}.cjs`;

const inFilesOfTheirOwn: Plugin = {
  name: "in-files-of-their-own",
  setup(build) {
    const names = new Map(Object.entries(PARTS).map(([name, source]) => [pathOf(source), name]));
    build.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const name = names.get(path.startsWith(".") ? resolve(resolveDir, path) : path);
      return name === undefined
        ? { errors: [{ text: `${path} is loaded by import() but is no part of the command` }] }
        : { path: fileOf(name), external: true };
    });
  },
};

const asleepUntilCalled: Plugin = {
  name: "asleep-until-called",
  setup(build) {
    const nameOf = new Map(
      Object.entries(ASLEEP).flatMap(([name, sources]) => sources.map((one) => [pathOf(one), name])),
    );
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir, importer }) => {
      const wanted = resolve(resolveDir, path);
      const name = nameOf.get(wanted);
      // What sleeps together is awake for one another.
      if (kind !== "import-statement" || name === undefined || nameOf.get(importer) === name) return undefined;
      return { path: wanted, namespace: "asleep" };
    });
    build.onLoad({ filter: /./, namespace: "asleep" }, ({ path }) => ({
      contents: [
        "let awake;",
        `const wake = () => (awake ??= require("${fileOf(nameOf.get(path) ?? "")}"));`,
        ...functionsOf(path).map((one) => `export const ${one} = (...given) => wake().${one}(...given);`),
      ].join("\n"),
    }));
    build.onResolve({ filter: /\.cjs$/, namespace: "asleep" }, ({ path }) => ({ path, external: true }));
    build.onResolve({ filter: /^woken:/ }, ({ path }) => ({ path: path.slice("woken:".length), namespace: "woken" }));
    build.onLoad({ filter: /./, namespace: "woken" }, ({ path: name }) => ({
      contents: (ASLEEP[name] ?? []).map((source) => `export * from "${pathOf(source)}";`).join("\n"),
      resolveDir: resolve("."),
    }));
  },
};

/** Only functions can sleep: whatever else a module exports is missed by the bundler where it is imported. */
function functionsOf(path: string): readonly string[] {
  return [...readFileSync(path, "utf8").matchAll(/^export (?:function\*?|async function) (\w+)/gm)].map(
    ([, name]) => name ?? "",
  );
}

/** A file of the project as the bundler names it; a package goes by its own name. */
function pathOf(source: string): string {
  return source.startsWith("src/") ? resolve(source) : source;
}

/** One character beyond Latin-1, even in a regular expression, makes Node keep and read the file at two bytes each. */
const writtenInAscii: NonNullable<Options["plugins"]>[number] = {
  name: "written-in-ascii",
  renderChunk: (code) => ({
    code: code.replace(/[^\0-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`),
  }),
};

/** CommonJS starts quicker than ES modules, and half the text is read in less time. */
export const command: Options = {
  ...shared,
  entry: { "overdue-sim": "bin/overdue-sim.ts" },
  format: "cjs",
  minify: true,
  esbuildPlugins: [inFilesOfTheirOwn, asleepUntilCalled],
  esbuildOptions: (options) => {
    // Added here and not above, where tsup would look for packages among the files of the project.
    const asleep = Object.keys(ASLEEP).map((name) => [name, `woken:${name}`]);
    options.entryPoints = { ...options.entryPoints, ...PARTS, ...Object.fromEntries(asleep) };
    // Node's own `import()` wakes its loader of ES modules, which takes longer than all that is loaded here.
    options.supported = { ...options.supported, "dynamic-import": false };
  },
  plugins: [writtenInAscii],
};

export const library: Options = {
  ...shared,
  entry: { index: "src/index.ts" },
  format: "esm",
  dts: { resolve: true },
};

export default defineConfig([command, library]);
