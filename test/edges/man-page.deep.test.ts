/** The manual pages as man, groff and mandoc take them: no warning, no line that is too long, every option there. */

import { spawnSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { OPTION_KEYS, planOf, waysToType } from "../../src/cli/options.ts";
import { displayWidth } from "../../src/output/width.ts";
import { MAN_PAGES } from "../documents/man-page.ts";
import { canRun } from "./programs.ts";

/** `.ci/run` installs them and asks for them; elsewhere the tests say that they were left out. */
const isHere =
  process.env["CI"] === "true" || (canRun("man") && canRun("groff") && spawnSync("mandoc", ["-v"]).error === undefined);

interface Said {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function said(program: string, words: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync(program, words, {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C.UTF-8", MANWIDTH: "80", MANROFFOPT: "-ww" },
  });
  return { status, stdout, stderr };
}

describe.each(MAN_PAGES)("$path", ({ path, language }) => {
  test("man shows it without a warning, every option, in 80 columns", ({ skip }) => {
    if (!isHere) skip("man, groff or mandoc is not installed");
    const { status, stdout, stderr } = said("man", ["--warnings", "-E", "UTF-8", "-l", path]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    const flags = OPTION_KEYS.flatMap((key) => waysToType(planOf(key).flags));
    expect(flags.filter((flag) => !stdout.includes(flag))).toEqual([]);
    expect(stdout.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
    // Where no character has more than a byte, what is not English would be left out: 5 for 5万.
    if (language === "en") expect(stdout).toMatch(/^[\0-\x7f\u2010-\u201d]*$/);
  });

  test("groff and mandoc find nothing to warn of", ({ skip }) => {
    if (!isHere) skip("man, groff or mandoc is not installed");
    expect(said("groff", ["-ww", "-k", "-man", "-Tutf8", path])).toMatchObject({ status: 0, stderr: "" });
    expect(said("mandoc", ["-T", "lint", "-W", "warning", path])).toEqual({ status: 0, stdout: "", stderr: "" });
    const name = said("lexgrog", [path]).stdout;
    expect(name).toContain(language === "zh" ? "逐日计算" : "Day by day");
    // Chinese has no spaces to end a line of the source at, and needs to be told apart from bytes.
    if (language === "zh") return;
    expect(said("groff", ["-ww", "-man", "-Tutf8", path])).toMatchObject({ status: 0, stderr: "" });
    expect(said("mandoc", ["-T", "lint", path])).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
