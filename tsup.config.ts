/**
 * Three builds: the command as CommonJS files that are read when they are needed, the program that an open report runs, and
 * the library as one ES module with its types.
 */

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { defineConfig, type Options } from "tsup";

const shared = {
  target: "node20",
  platform: "node",
  // Everything is bundled, so that installing fetches one package and starting looks for none.
  noExternal: [/.*/],
  splitting: false,
  sourcemap: false,
  removeNodeProtocol: false,
  silent: true,
  // jsonc-parser's main file asks for its parts in a way that no bundler can follow; its modules can be bundled.
  esbuildOptions: (options: { mainFields?: string[]; alias?: Record<string, string> }) => {
    options.mainFields = ["module", "main"];
    // commander asks for child processes, for commands that are programs of their own. There are none here, and they take
    // as long to load as all of commander: what it gets in their place is at hand.
    options.alias = { "node:child_process": "node:process" };
  },
} satisfies Options;

type Plugin = NonNullable<Options["esbuildPlugins"]>[number];

/**
 * Gives every module that is loaded by `import()`, of the project or of a package, a file of its own, because Node reads
 * through all of a file before it runs any of it; esbuild itself cannot split CommonJS. Each file holds a copy of all it
 * needs, so what passes from one to another must be plain values: a class is another in each file (no `instanceof`
 * between them), and so are variables of a module.
 */
const importedFilesApart: Plugin = {
  name: "imported-files-apart",
  async setup({ esbuild, initialOptions, onResolve, resolve: find }) {
    const trial = await esbuild.build({ ...initialOptions, plugins: [], write: false, metafile: true });
    const files = Object.values(trial.metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ kind, external }) => kind === "dynamic-import" && external !== true)
      .map(({ path }) => ({ path, name: path.replace(/^(src|.*node_modules)\/|\.\w+$/g, "").replaceAll("/", "-") }));
    initialOptions.entryPoints = {
      ...initialOptions.entryPoints,
      ...Object.fromEntries(files.map(({ name, path }) => [name, path])),
    };
    // Node's own `import()` wakes its loader of ES modules, which takes longer than all that is loaded here.
    initialOptions.supported = { ...initialOptions.supported, "dynamic-import": false };
    const names = new Map(files.map(({ path, name }) => [resolve(path), name]));
    onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const found = await find(path, { kind: "import-statement", importer, resolveDir });
      if (found.external) return found;
      const name = names.get(found.path);
      if (name === undefined) throw new Error(`${found.path} is loaded by import() but has no file of its own`);
      return { path: `./${name}.cjs`, external: true };
    });
  },
};

/** Leaves out what nothing uses of a package that does not say itself that its parts can be left out. */
const unusedPartsOut: Plugin = {
  name: "unused-parts-out",
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir, pluginData }) => {
      if (pluginData === FOUND || !`${path} ${importer}`.includes("jsonc-parser")) return undefined;
      return { ...(await find(path, { kind, importer, resolveDir, pluginData: FOUND })), sideEffects: false };
    });
  },
};
const FOUND = "found";

/** CommonJS starts quicker than ES modules, and half the text is read in less time. */
export const command: Options = {
  ...shared,
  entry: { "overdue-sim": "bin/overdue-sim.ts", "overdue-sim-thread": "src/thread.ts" },
  format: "cjs",
  minify: true,
  // No file of an earlier build may get into the package; the library is built at the same time.
  clean: ["!index.*", "!what-if-*"],
  esbuildPlugins: [importedFilesApart, unusedPartsOut],
};

/** Of what is loaded by `import()`, a page needs three commands with their charts and words, and what works out a rate. */
const inPages = (language: string): RegExp =>
  new RegExp(
    [
      "/cli/(commands/(simulate|compare|plan(-[a-z-]+)?)|charts/[a-z-]+)\\.ts$",
      `/messages/${language}/[a-z-]+\\.ts$`,
      "/decimal\\.mjs$",
    ].join("|"),
  );
const NEVER_IN_PAGES = /\/messages\/[a-z]+\/(audit|batch|debts|help|law|letter|products)\.ts$/;

/** Never called in a page, which has no plan for several debts. */
const LEFT_OUT = "left-out";
const IMPORTED_ALL_THE_SAME = /\/plan-debts\.ts$/;

/**
 * Tables come into a page as their records. The scales of our charts are of numbers alone, so that d3 need not know what lies
 * between two colours, nor how to write a tick.
 */
const LESS_IN_PAGES: Readonly<Record<string, string>> = {
  "csv-parse/sync": "exports.parse = JSON.parse;",
  "d3-format": "module.exports = {};",
  "d3-interpolate": "exports.interpolate = exports.interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;",
};

const neededInPages = (language: string): Plugin => ({
  name: "needed-in-pages",
  setup({ onResolve, onLoad, resolve: find }) {
    for (const filter of [/^csv-parse\/sync$/, /^d3-(format|interpolate)$/, IMPORTED_ALL_THE_SAME]) {
      onResolve({ filter }, ({ path }) => ({ path, namespace: LEFT_OUT }));
    }
    onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
      if (kind !== "dynamic-import") return undefined;
      const found = await find(path, { kind: "import-statement", importer, resolveDir });
      const isNeeded = inPages(language).test(found.path) && !NEVER_IN_PAGES.test(found.path);
      return isNeeded ? found : { path, namespace: LEFT_OUT };
    });
    onLoad({ filter: /./, namespace: LEFT_OUT }, ({ path }) => ({
      contents: LESS_IN_PAGES[path] ?? "module.exports = {};",
    }));
  },
});

/** The digest by which a page's policy allows the program, and the program as a page holds it. */
const packed: Plugin = {
  name: "packed",
  setup({ onEnd }) {
    onEnd(({ outputFiles = [] }) => {
      for (const file of outputFiles) {
        const digest = createHash("sha256").update(file.contents).digest("base64");
        file.contents = Buffer.from(`sha256-${digest}\n${gzipSync(file.contents, { level: 9 }).toString("base64")}`);
      }
    });
  },
};

const languages = readdirSync("src/messages", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export const pages: readonly Options[] = languages.map((language) => ({
  ...shared,
  entry: { [`what-if-${language}`]: "src/browser.ts" },
  format: "iife",
  target: "es2022",
  platform: "browser",
  minify: true,
  outExtension: () => ({ js: ".txt" }),
  esbuildPlugins: [neededInPages(language), unusedPartsOut, packed],
  esbuildOptions: (options) => {
    shared.esbuildOptions(options);
    // What is not English would else be written in numbers, which take more room.
    options.charset = "utf8";
  },
}));

export const library: Options = {
  ...shared,
  entry: { index: "src/index.ts" },
  format: "esm",
  dts: { resolve: true },
};

export default defineConfig([command, ...pages, library]);
