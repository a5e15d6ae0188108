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
  help: "src/commands/help.ts",
  simulate: "src/commands/simulate.ts",
  compare: "src/commands/compare.ts",
  plan: "src/commands/plan.ts",
  products: "src/commands/products.ts",
  "words-en": "src/language/en/words.ts",
  "words-zh": "src/language/zh/words.ts",
  "problems-en": "src/language/en/problems.ts",
  "problems-zh": "src/language/zh/problems.ts",
  "letter-en": "src/language/en/letter.ts",
  "letter-zh": "src/language/zh/letter.ts",
  colours: "chalk",
  frames: "cli-table3",
} as const;

/** Readers of papers, which most starts have not: their functions fetch their file when they are first called. */
const ASLEEP = {
  "csv-parse": { source: "csv-parse/sync", functions: ["parse"] },
  "loan-file": { source: "src/intake/loan-file.ts", functions: ["readLoanFile"] },
  "scenario-file": { source: "src/intake/scenario-file.ts", functions: ["readScenarioFile"] },
} as const;

/** The file `name` of the package, from any other: they all lie in one folder. */
const fileOf = (name: string): string => `./${name}.cjs`;

const inFilesOfTheirOwn: Plugin = {
  name: "in-files-of-their-own",
  setup(build) {
    const sources = new Map(Object.entries(PARTS).map(([name, source]) => [pathOf(source), name]));
    build.onResolve({ filter: /./ }, ({ kind, path, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const name = sources.get(path.startsWith(".") ? resolve(resolveDir, path) : path);
      return name === undefined
        ? { errors: [{ text: `${path} is loaded by import() but is no part of the command` }] }
        : { path: fileOf(name), external: true };
    });
  },
};

const asleepUntilCalled: Plugin = {
  name: "asleep-until-called",
  setup(build) {
    const parts = Object.entries(ASLEEP).map(([name, part]) => ({ name, ...part, path: pathOf(part.source) }));
    build.onResolve({ filter: /./ }, ({ kind, path, resolveDir, importer }) => {
      const wanted = path.startsWith(".") ? resolve(resolveDir, path) : path;
      const part = parts.find((one) => one.path === wanted);
      // A part's own file holds the part itself, and so do the other readers of papers.
      if (kind !== "import-statement" || part === undefined || parts.some((one) => one.path === importer)) {
        return undefined;
      }
      return { path: part.name, namespace: "asleep-until-called" };
    });
    build.onResolve({ filter: /./, namespace: "asleep-until-called" }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: /./, namespace: "asleep-until-called" }, ({ path: name }) => {
      const part = parts.find((one) => one.name === name);
      if (part === undefined) throw new Error(`nothing sleeps under the name ${name}`);
      const lines = part.functions.map(
        (one) => `export const ${one} = (...given) => require("${fileOf(name)}").${one}(...given);`,
      );
      return { contents: lines.join("\n") };
    });
  },
};

/** A file of the project as the bundler names it; a package goes by its own name. */
function pathOf(source: string): string {
  return source.startsWith("src/") ? resolve(source) : source;
}

/** commander loads this module at every start, for commands that are programs of their own; here none is. */
const childProcessAsleep: Plugin = {
  name: "child-process-asleep",
  setup(build) {
    build.onResolve({ filter: /^node:child_process$/ }, ({ path, importer }) =>
      importer.includes("commander") ? { path, namespace: "asleep" } : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: "asleep" }, () => ({ contents: "module.exports = {};" }));
  },
};

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
  esbuildPlugins: [inFilesOfTheirOwn, asleepUntilCalled, childProcessAsleep],
  esbuildOptions: (options) => {
    // Added here and not above, where tsup would look for packages among the files of the project.
    const asleep = Object.entries(ASLEEP).map(([name, { source }]) => [name, source]);
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
