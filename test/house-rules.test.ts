/** The rules of the house that no linter knows; who may import whom stands in .dependency-cruiser.mjs. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

/** A declaration that is exported under its name. */
const EXPORTED = /^export (?:async )?(?:function\*?|const|class|interface|type) ([A-Za-z_$][\w$]*)/gm;

const sources = [...filesBelow("src"), ...filesBelow("bin")].filter((path) => path.endsWith(".ts"));

describe("every file of the source", () => {
  test("begins by saying what it is", () => {
    const silent = sources.filter(
      (path) => !/^(#!.*\n)?\/\*\*\s+(\*\s+)?\S[\s\S]*?[.:。：][\s\S]*?\*\//.test(readFileSync(path, "utf8")),
    );
    expect(silent).toEqual([]);
  });

  test("exports only what another file uses", () => {
    const users = [...sources, ...filesBelow("test"), ...filesBelow("bench"), "tsup.config.ts"];
    const filesWith = new Map<string, Set<string>>();
    for (const path of users.filter((user) => /\.m?ts$|\.mjs$/.test(user))) {
      for (const [word] of readFileSync(path, "utf8").matchAll(/[A-Za-z_$][\w$]*/g)) {
        filesWith.set(word, (filesWith.get(word) ?? new Set()).add(path));
      }
    }
    const unused = sources.flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(EXPORTED)].flatMap(([, name = ""]) =>
        filesWith.get(name)?.size === 1 ? [`${path}: ${name}`] : [],
      ),
    );
    expect(unused).toEqual([]);
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
