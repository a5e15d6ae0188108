/**
 * The sources as Node runs them, one JavaScript file each. Tests import these in place of the TypeScript: vitest would wrap
 * every name that one file has of another in a call, by which the engine takes up to three times as long.
 */

import { resolve } from "node:path";
import { build } from "tsup";
import type { Plugin } from "vitest/config";

const FOLDER = "node_modules/.overdue-sim";
/** As a test imports it. */
const SOURCE = /^(?:\.\.\/)+src\/(.*)\.ts$/;

export async function buildSources(): Promise<void> {
  await build({
    config: false,
    silent: true,
    entry: ["src/**/*.ts", "!src/browser.ts"],
    outDir: FOLDER,
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    splitting: false,
    outExtension: () => ({ js: ".mjs" }),
    esbuildPlugins: [
      {
        name: "one-file-each",
        setup({ onResolve }) {
          onResolve({ filter: /\.ts$|^[^.]/ }, ({ kind, path }) =>
            kind === "entry-point" ? undefined : { path: path.replace(/\.ts$/, ".mjs"), external: true },
          );
        },
      },
    ],
  });
}

export const builtSources: Plugin = {
  name: "built-sources",
  enforce: "pre",
  // Whoever watches changes the sources between two runs.
  apply: ({ test }) => test?.watch !== true,
  resolveId(path) {
    const file = SOURCE.exec(path)?.[1];
    return file === undefined ? null : { id: resolve(FOLDER, `${file}.mjs`), external: true };
  },
};
