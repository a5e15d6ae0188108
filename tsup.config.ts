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

/**
 * The library of prompts asks Node for a function that came with Node 20.12, and that a later Node lets `NO_COLOR` decide
 * over. This is what it is there, from the table it is made of.
 */
const STYLE_TEXT = `
import { inspect } from "node:util";
export { stripVTControlCharacters } from "node:util";
export function styleText(styles, text) {
  return [styles].flat().reduceRight((inner, name) => {
    const [open, close] = inspect.colors[name];
    return "\\u001b[" + open + "m" + inner + "\\u001b[" + close + "m";
  }, text);
}`;

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

const stylesOfEveryNode: Plugin = {
  name: "styles-of-every-node",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:util$/ }, ({ path, importer }) =>
      importer.includes("@clack") ? { path, namespace: "styles" } : undefined,
    );
    onLoad({ filter: /./, namespace: "styles" }, () => ({ contents: STYLE_TEXT }));
  },
};

/** CommonJS starts quicker than ES modules, and half the text is read in less time. */
export const command: Options = {
  ...shared,
  entry: { "overdue-sim": "bin/overdue-sim.ts", "overdue-sim-thread": "src/thread.ts" },
  format: "cjs",
  minify: true,
  // No file of an earlier build may get into the package; the library is built at the same time.
  clean: ["!index.*", "!what-if-*"],
  esbuildPlugins: [importedFilesApart, unusedPartsOut, stylesOfEveryNode],
};

/** A page runs one command, whose file, charts and words it needs of all that is loaded by `import()`. */
interface LiveCommand {
  readonly files: string;
  /** What it says beside what every page says, as files of a language. */
  readonly words: string;
  /**
   * Asked for by `import` of others, and never called in its page. What the text of a payment says has been looked at when
   * the command read its file; what a line of cost is in words `audit` alone says.
   */
  readonly neverCalled: RegExp;
}

const LIVE_COMMANDS: Readonly<Record<string, LiveCommand>> = {
  simulate: {
    files: "commands/simulate|charts/run-charts",
    words: "",
    neverCalled: /\/(records\/statement|cost-line-words)\.ts$/,
  },
  compare: {
    files: "commands/compare|charts/compare-charts",
    words: "|compare",
    neverCalled: /\/(records\/statement|cost-line-words)\.ts$/,
  },
  plan: {
    files: "commands/plan(-[a-z]+)*|charts/(run|plan)-charts",
    words: "|plan",
    neverCalled: /\/(plan-debts|records\/statement|cost-line-words)\.ts$/,
  },
  debts: {
    files: "commands/plan(-debts)?|charts/debts-charts",
    words: "|plan|debts",
    neverCalled: /\/(plan-(agreement|budget|clear-by)|records\/statement|cost-line-words)\.ts$/,
  },
  audit: { files: "commands/audit|charts/audit-charts", words: "|audit|products", neverCalled: /^$/ },
};

const inPages = (language: string, { files, words }: LiveCommand): RegExp =>
  new RegExp(
    `/cli/(${files})\\.ts$|/messages/${language}/(language|charts|problems|report|terms${words})\\.ts$|/decimal\\.mjs$`,
  );

const LEFT_OUT = "left-out";
/**
 * Tables come into a page as their records, of which the command has asked whether they count as they stand, and files as it
 * could read them. The scales of our charts are of numbers alone, so that d3 need not know what lies
 * between two colours, nor how to write a tick. The sources of the terms stand in the page already, and a slider changes none.
 * Roots of so few digits come from the smaller of two libraries by one hand. Each has here all that others ask it for.
 */
const LESS_IN_PAGES: Readonly<Record<string, string>> = {
  "csv-parse/sync": "exports.parse = JSON.parse;",
  "d3-format": "module.exports = {};",
  "d3-interpolate": "exports.interpolate = exports.interpolateNumber = (a, b) => (t) => a * (1 - t) + b * t;",
  "./file-kinds.ts":
    "exports.foreignKindOf = () => null; exports.isNulHereAndThere = exports.isUnmarkedUtf16 = () => false;",
  "./row-asides.ts": "exports.RowAsides = class { check() {} };",
  "./sources.ts": "exports.sourceInWords = (source) => source;",
};

const neededInPages = (language: string, command: LiveCommand): Plugin => ({
  name: "needed-in-pages",
  setup({ onResolve, onLoad, resolve: find }) {
    onResolve({ filter: /./ }, async ({ kind, path, importer, resolveDir }) => {
      if (path in LESS_IN_PAGES || command.neverCalled.test(path)) return { path, namespace: LEFT_OUT };
      if (kind !== "dynamic-import") return undefined;
      const found = await find(path, { kind: "import-statement", importer, resolveDir });
      return inPages(language, command).test(found.path) ? found : { path, namespace: LEFT_OUT };
    });
    onLoad({ filter: /./, namespace: LEFT_OUT }, ({ path }) => ({
      contents: LESS_IN_PAGES[path] ?? "module.exports = {};",
    }));
  },
});

/**
 * Four bytes in five characters of 85, none of which is `<`, so that no end of an element is in it; before them, how many
 * bytes of the last four are not part of it. The loader of a page (`src/output/html/document.ts`) reads it. base64 is longer.
 */
function inCharacters(bytes: Buffer): string {
  const unused = (4 - (bytes.length % 4)) % 4;
  const whole = Buffer.concat([bytes, Buffer.alloc(unused)]);
  let text = String(unused);
  for (let place = 0; place < whole.length; place += 4) {
    const number = whole.readUInt32BE(place);
    for (const unit of [85 ** 4, 85 ** 3, 85 ** 2, 85, 1]) {
      const code = (Math.floor(number / unit) % 85) + 36;
      text += String.fromCharCode(code < 60 ? code : code + 1);
    }
  }
  return text;
}

/** The digest by which a page's policy allows the program, and the program as a page holds it. */
const packed: Plugin = {
  name: "packed",
  setup({ onEnd }) {
    onEnd(({ outputFiles = [] }) => {
      for (const file of outputFiles) {
        const digest = createHash("sha256").update(file.contents).digest("base64");
        file.contents = Buffer.from(`sha256-${digest}\n${inCharacters(gzipSync(file.contents, { level: 9 }))}`);
      }
    });
  },
};

const languages = readdirSync("src/messages", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const page = (language: string, name: string, command: LiveCommand): Options => ({
  ...shared,
  entry: { [`what-if-${name}-${language}`]: "src/browser.ts" },
  format: "iife",
  target: "es2022",
  platform: "browser",
  minify: true,
  outExtension: () => ({ js: ".txt" }),
  esbuildPlugins: [neededInPages(language, command), unusedPartsOut, packed],
  esbuildOptions: (options) => {
    shared.esbuildOptions(options);
    options.alias = { ...options.alias, "decimal.js": "decimal.js-light" };
    // What is not English would else be written in numbers, which take more room.
    options.charset = "utf8";
  },
});

export const pages: readonly Options[] = languages.flatMap((language) =>
  Object.entries(LIVE_COMMANDS).map(([name, command]) => page(language, name, command)),
);

export const library: Options = {
  ...shared,
  entry: { index: "src/index.ts" },
  format: "esm",
  dts: { resolve: true },
};

export default defineConfig([command, ...pages, library]);
