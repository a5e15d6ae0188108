/** The rules of the house that no linter knows; who may import whom stands in .dependency-cruiser.mjs. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const sources = [...filesBelow("src"), ...filesBelow("bin")].filter((path) => path.endsWith(".ts"));

describe("every file of the source", () => {
  test("begins by saying what it is", () => {
    const silent = sources.filter(
      (path) => !/^(#!.*\n)?\/\*\*\s+(\*\s+)?\S[\s\S]*?[.:。：][\s\S]*?\*\//.test(readFileSync(path, "utf8")),
    );
    expect(silent).toEqual([]);
  });

  test("is named after what it holds: no folder is a drawer", () => {
    expect(sources.filter((path) => /\/(utils?|helpers?|common|services?|misc|lib)[/.]/.test(path))).toEqual([]);
  });
});

describe("the documents", () => {
  test("the changelog has an entry for this version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    const headings = readFileSync("CHANGELOG.md", "utf8").match(/^## .*$/gm) ?? [];
    expect(headings.some((heading) => heading.includes(version))).toBe(true);
  });

  test("the lock file names no registry", () => {
    expect(readFileSync("package-lock.json", "utf8")).not.toMatch(/"resolved": "https?:/);
  });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"));
}
