/** Text on a terminal: Chinese is twice as wide, and nothing is lost when a line is broken. */

import { array, constantFrom, integer, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { displayWidth, longestUnit, pad, wrap } from "../../src/output/width.ts";
import { sameEachTime } from "../runs.ts";
import { assertLaw } from "./law.ts";

describe("display width", () => {
  test.each([
    ["", 0],
    ["1,234.50", 8],
    ["罚息", 4],
    ["罚息 penalty", 12],
    ["，。（）", 8],
    ["ＡＢ", 4],
    ["ｱ", 1],
    ["é", 1],
    ["e\u0301", 1],
    ["naïve", 5],
    ["한국어", 6],
    ["😀", 2],
    ["— …", 3],
  ])("%j takes %i columns", (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });

  test("padding fills columns, not characters, and never cuts", () => {
    expect(pad("罚息", 6, "left")).toBe("罚息  ");
    expect(pad("罚息", 6, "right")).toBe("  罚息");
    expect(pad("罚息", 3, "right")).toBe("罚息");
  });
});

describe("wrapping", () => {
  test("breaks English at spaces", () => {
    expect(wrap("the total owed grew by 12.50 a day", 12)).toEqual(["the total", "owed grew by", "12.50 a day"]);
  });

  test("breaks Chinese anywhere, but punctuation stays with its character", () => {
    expect(wrap("罚息先还，本金后还。", 8)).toEqual(["罚息先", "还，本金", "后还。"]);
    expect(wrap("先还（罚息）再还", 6)).toEqual(["先还", "（罚", "息）再", "还"]);
  });

  test("breaks between Chinese and Latin text, not inside a figure", () => {
    expect(wrap("本金从50,000.00元降到", 12)).toEqual(["本金从", "50,000.00元", "降到"]);
  });

  test("breaks a word only where it is wider than a line", () => {
    expect(wrap("see https://example.org/terms", 10)).toEqual(["see", "https://ex", "ample.org/", "terms"]);
  });

  test("keeps an accent with its letter and the letter with its word", () => {
    expect(wrap("cafe\u0301teria a", 9)).toEqual(["cafe\u0301teria", "a"]);
    expect(longestUnit("cafe\u0301teria")).toBe(9);
  });

  test("leaves a text that fits as it is", () => {
    expect(wrap("  a  b ", 20)).toEqual(["  a  b "]);
    expect(wrap("", 10)).toEqual([""]);
  });

  test("loses no character and keeps to the width", () => {
    const characters = constantFrom(..."ab1.,-( )罚息，。（）“”…\u0301😀é");
    const texts = array(characters, { maxLength: 60 }).map((list) => list.join(""));
    assertLaw(
      property(texts, integer({ min: 1, max: 30 }), (text, width) => {
        const lines = wrap(text, width);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
        // A character of two columns does not fit into one.
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(width, 2));
      }),
      sameEachTime(2_000),
    );
  });
});
