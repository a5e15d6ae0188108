/** When there are colours, how wide a page may be, and what never reaches a terminal. */

import { describe, expect, test } from "vitest";
import { printable } from "../../src/output/sanitize.ts";
import { hasColour, stylesOf, terminalWidth } from "../../src/output/style.ts";

type Environment = Record<string, string>;

describe("colours", () => {
  test.each<[string, boolean, Environment, boolean, boolean]>([
    ["a terminal", false, { TERM: "xterm" }, true, true],
    ["a terminal without TERM", false, {}, true, true],
    ["a pipe", false, { TERM: "xterm" }, false, false],
    ["a dumb terminal", false, { TERM: "dumb" }, true, false],
    ["a terminal without colours", false, { TERM: "xterm-mono" }, true, false],
    ["the same by its short name", false, { TERM: "linux-m" }, true, false],
    ["NO_COLOR", false, { NO_COLOR: "1" }, true, false],
    ["an empty NO_COLOR", false, { NO_COLOR: "" }, true, true],
    ["--no-color before all else", true, { FORCE_COLOR: "3" }, true, false],
    ["NO_COLOR before FORCE_COLOR", false, { NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, false, true],
    ["FORCE_COLOR=2", false, { FORCE_COLOR: "2" }, false, true],
    ["FORCE_COLOR=3", false, { FORCE_COLOR: "3", TERM: "dumb" }, false, true],
    ["FORCE_COLOR=true", false, { FORCE_COLOR: "true" }, false, true],
    ["FORCE_COLOR=0", false, { FORCE_COLOR: "0" }, true, false],
    ["FORCE_COLOR=false", false, { FORCE_COLOR: "false" }, true, false],
  ])("%s", (_, noColourOption, environment, isTerminal, isColoured) => {
    expect(hasColour({ noColourOption, environment, isTerminal })).toBe(isColoured);
  });

  test("where there are none change nothing", async () => {
    const { strong, faint, good, bad } = await stylesOf(false);
    expect([strong, faint, good, bad].map((style) => style("x"))).toEqual(["x", "x", "x", "x"]);
    expect((await stylesOf(true)).bad("x")).toBe("\x1b[31mx\x1b[39m");
  });
});

describe("the width", () => {
  test.each<[string, Environment, number | null, number | null]>([
    ["COLUMNS before the terminal", { COLUMNS: "60" }, 120, 60],
    ["COLUMNS in a pipe", { COLUMNS: "60" }, null, 60],
    ["the terminal", {}, 120, 120],
    ["80 where the terminal does not say", {}, 0, 80],
    ["no limit in a pipe", {}, null, null],
    ["COLUMNS=0", { COLUMNS: "0" }, 100, 100],
    ["COLUMNS=-5", { COLUMNS: "-5" }, 100, 100],
    ["COLUMNS=wide", { COLUMNS: "wide" }, 100, 100],
    ["COLUMNS=1e9", { COLUMNS: "1e9" }, 100, 100],
    ["an empty COLUMNS", { COLUMNS: "" }, null, null],
  ])("%s", (_, environment, columns, width) => {
    expect(terminalWidth({ environment, columns })).toBe(width);
  });
});

describe("printable text", () => {
  test.each([
    ["plain", "plain"],
    ["网商贷（一）", "网商贷（一）"],
    ["a\tb\r\nc", "a b c"],
    ["\x1b[31mred\x1b[0m", "?red?"],
    ["\x9b31mred", "?red"],
    ["\x1b]0;title\x07x", "?x"],
    ["\x1b]8;;http://x\x1b\\y", "?y"],
    ["\x1bPq#0\x1b\\y", "?y"],
    ["\x1bc", "?c"],
    ["\x1b]never closed", "?]never closed"],
    ["a\x00b\x7fc\x85d", "a?b?c d"],
    ["a\ufffeb\uffffc\ufdd0", "a?b?c?"],
    ["\u202eevil\u2066", "evil"],
    ["a\u200bb\ufeffc\u200dd\u061ce", "abcde"],
    ["x\u{e0041}", "x"],
    ["\ud800", "?"],
    ["e\u0301", "e\u0301"],
  ])("%j", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });
});
