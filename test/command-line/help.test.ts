/** Help: where it is asked for, what it begins with, and that its examples run as they stand. */

import { describe, expect, test } from "vitest";
import { help as english } from "../../src/messages/en/help.ts";
import { help as chinese } from "../../src/messages/zh/help.ts";
import { displayWidth } from "../../src/output/width.ts";
import { emptyFolder, FIXTURES, overdueSim, printed, shell } from "./overdue-sim.ts";

const COMMANDS = ["simulate", "compare", "plan", "products"] as const;

test("a bare call, -h, --help and help are the same", () => {
  const bare = overdueSim([]);
  expect(bare).toMatchObject({ status: 0, stderr: "" });
  for (const words of [["-h"], ["--help"], ["help"]]) expect(overdueSim(words)).toEqual(bare);
});

describe.each(COMMANDS)("%s", (command) => {
  test("has one help, however it is asked for", () => {
    const long = overdueSim([command, "--help"]);
    expect(long).toMatchObject({ status: 0, stderr: "" });
    expect(overdueSim([command, "-h"])).toEqual(long);
    expect(overdueSim(["help", command])).toEqual(long);
    expect(overdueSim([command, "--foo", "-h"])).toEqual(long);
  });

  test.each([
    ["en", english],
    ["zh", chinese],
  ] as const)("shows examples before options, within 80 columns: %s", (language, words) => {
    const text = printed([command, "--help"], { environment: { OVERDUE_SIM_LANG: language } });
    const first = text.indexOf(words.examplesHeading);
    expect(first).toBeGreaterThan(0);
    expect(text.indexOf("--format <format>")).toBeGreaterThan(first);
    const examples = text.slice(first, text.indexOf("\n\n", first));
    expect(examples.split("\n").filter((line) => displayWidth(line) > 80)).toEqual([]);
  });
});

/** The examples of a help, those that go on over several lines put together. */
function examplesIn(text: string): readonly string[] {
  const after = text.slice(text.indexOf(english.examplesHeading) + english.examplesHeading.length);
  const lines = after.replaceAll(/\\\n\s+/g, "").split("\n");
  return lines
    .map((line) => line.trim())
    .filter((line) => line.startsWith("overdue-sim ") && !line.includes("COMMAND"));
}

const EXAMPLES = [[], ...COMMANDS.map((command) => [command])].flatMap((words) =>
  examplesIn(printed([...words, "--help"])),
);

test("there are examples", () => expect(EXAMPLES.length).toBeGreaterThan(10));

test.each(EXAMPLES)("%s", (example) => {
  const folder = emptyFolder();
  // The dates in the examples were ahead when they were written.
  const dated = example.replace(/^(overdue-sim (?:simulate|compare|plan))/, "$1 --as-of 2026-11-22");
  const line = `cp "${FIXTURES}"/* . && ${dated}${example.includes(">") ? " && cat days.csv" : ""}`;
  const { status, stdout, stderr } = shell(line, { folder });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(stdout.split("\n").length).toBeGreaterThan(5);
});

test("the version is that of the package", () => {
  expect(printed(["--version"])).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(printed(["-V"])).toBe(printed(["--version"]));
});
