/** Two builds: the command as CommonJS files that are read when they are needed, the library as one ES module with its types. */

import { resolve } from "node:path";
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
  esbuildOptions: (options) => {
    options.mainFields = ["module", "main"];
    // commander asks for child processes, for commands that are programs of their own. There are none here, and they take
    // as long to load as all of commander: what it gets in their place is at hand.
    options.alias = { "node:child_process": "node:process" };
  },
} satisfies Options;

/**
 * Gives every module that is loaded by `import()`, of the project or of a package, a file of its own, because Node reads
 * through all of a file before it runs any of it; esbuild itself cannot split CommonJS. Each file holds a copy of all it
 * needs, so what passes from one to another must be plain values: a class is another in each file (no `instanceof`
 * between them), and so are variables of a module.
 */
const importedFilesApart: NonNullable<Options["esbuildPlugins"]>[number] = {
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
const unusedPartsOut: NonNullable<Options["esbuildPlugins"]>[number] = {
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
  clean: ["!index.*"],
  esbuildPlugins: [importedFilesApart, unusedPartsOut],
};

export const library: Options = {
  ...shared,
  entry: { index: "src/index.ts" },
  format: "esm",
  dts: { resolve: true },
};

export default defineConfig([command, library]);
