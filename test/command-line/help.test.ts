/** Help: where it is asked for, what it begins with, and that its examples run as they stand. */

import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { COMMAND_NAMES } from "../../src/cli/commands.ts";
import { optionsOf, planOf } from "../../src/cli/options.ts";
import { formatsOf } from "../../src/cli/output-options.ts";
import { help as english } from "../../src/messages/en/help.ts";
import { help as chinese } from "../../src/messages/zh/help.ts";
import { displayWidth } from "../../src/output/width.ts";
import { IS_DEEP } from "../runs.ts";
import { overdueSim, printed } from "./in-process.ts";
import { emptyFolder, FIXTURES, shell } from "./overdue-sim.ts";

test("a bare call, -h, --help and help are the same", async () => {
  const bare = await overdueSim([]);
  expect(bare).toMatchObject({ status: 0, stderr: "" });
  for (const words of [["-h"], ["--help"], ["help"], ["help", "help"]]) expect(await overdueSim(words)).toEqual(bare);
});

test.each(["en", "zh"])(
  "the first help shows examples first and every command, within 80 columns: %s",
  async (language) => {
    const { examplesHeading, commandsHeading } = language === "en" ? english : chinese;
    const text = await printed([], { environment: { OVERDUE_SIM_LANG: language } });
    expect(text.indexOf(examplesHeading)).toBeGreaterThan(0);
    const lines = text.slice(text.indexOf(commandsHeading)).split("\n");
    const first = new Set(lines.map((line) => line.trim().split(" ")[0]));
    expect(text.indexOf(commandsHeading)).toBeGreaterThan(text.indexOf(examplesHeading));
    expect(COMMAND_NAMES.filter((name) => !first.has(name))).toEqual([]);
    expect(text.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
  },
);

describe.each(COMMAND_NAMES)("%s", (command) => {
  test("has one help, however it is asked for", async () => {
    const long = await overdueSim([command, "--help"]);
    expect(long).toMatchObject({ status: 0, stderr: "" });
    expect(await overdueSim([command, "-h"])).toEqual(long);
    expect(await overdueSim(["help", command])).toEqual(long);
    expect(await overdueSim([command, "--foo", "-h"])).toEqual(long);
  });

  test.each([
    ["en", english],
    ["zh", chinese],
  ] as const)("shows examples before options, within 80 columns: %s", async (language, words) => {
    const text = await printed([command, "--help"], { environment: { OVERDUE_SIM_LANG: language } });
    const first = text.indexOf(words.examplesHeading);
    expect(first).toBeGreaterThan(0);
    expect(text.indexOf("--lang <language>")).toBeGreaterThan(first);
    expect(text.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
    const flags = optionsOf(command).map((key) => planOf(key).flags);
    expect(flags.filter((one) => !text.includes(`\n  ${one} `))).toEqual([]);
  });
});

/** The examples of a help, those that go on over several lines put together. */
function examplesIn(text: string): readonly string[] {
  const after = text.slice(text.indexOf(english.examplesHeading) + english.examplesHeading.length);
  const lines = after.replaceAll(/\\\n\s+/g, "").split("\n");
  return (
    lines
      .map((line) => line.trim())
      .filter((line) => line.startsWith("overdue-sim ") && !line.includes("COMMAND"))
      // It runs in a terminal alone.
      .filter((line) => !line.startsWith("overdue-sim guide"))
  );
}

const HELPS = await Promise.all([[], ...COMMAND_NAMES.map((name) => [name])].map((words) => printed([...words, "-h"])));
/** Run in process with every change, by a shell in the deep run. */
const NEEDS_NO_SHELL = /^[\w.,:@/%=+ -]+$/;
const EXAMPLES = HELPS.flatMap(examplesIn);

test.each(COMMAND_NAMES)("%s: a format has its own option where the command has the format", (command) => {
  const formats = optionsOf(command).includes("format") ? formatsOf(command) : [];
  for (const name of ["csv", "json"] as const) {
    expect(optionsOf(command).includes(name)).toBe(formats.includes(name));
  }
});

test("every command that has words is there", () => {
  expect([...COMMAND_NAMES, "help"]).toEqual(Object.keys(english.commands));
});

test("there are examples", () => expect(EXAMPLES.length).toBeGreaterThan(10));

test.each(EXAMPLES)("%s", async (example) => {
  const folder = emptyFolder();
  // The dates in the examples were ahead when they were written.
  const dated = example.replace(/^(overdue-sim (?:simulate|compare|plan))/, "$1 --as-of 2026-11-22");
  const written = />+ (\S+)$/.exec(example)?.[1];
  cpSync(FIXTURES, folder, { recursive: true });
  mkdirSync(join(folder, ".config/fish/completions"), { recursive: true });
  const isAlone = !IS_DEEP && NEEDS_NO_SHELL.test(dated);
  const { status, stdout, stderr } = isAlone
    ? await overdueSim(dated.split(/ +/).slice(1), { folder })
    : shell(`${dated}${written === undefined ? "" : ` && cat ${written}`}`, { folder, environment: { HOME: folder } });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n").length).toBeGreaterThan(5);
});

test("the version is that of the package", async () => {
  expect(await printed(["--version"])).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(await printed(["-V"])).toBe(await printed(["--version"]));
});
