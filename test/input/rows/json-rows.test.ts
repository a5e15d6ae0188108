/** Rows of NDJSON: a line that no parser should be asked about harms no other. */

import { describe, expect, it } from "vitest";
import { firstTooDeep, MOST_DEPTH } from "../../../src/input/json.ts";
import { readJsonRows } from "../../../src/input/rows/json-rows.ts";

const VERY_DEEP = "[".repeat(100_000);

it("a line nested without end is a mistake of that line alone", () => {
  const seen: (readonly [number, string])[] = [];
  const lines = ['{"principal":"1"}', VERY_DEEP, '{"principal":"2"}', ""].join("\n");
  readJsonRows(new TextEncoder().encode(lines), {
    row: (line, names) => seen.push([line, names.join()]),
    unreadable: (line, { code }) => seen.push([line, code]),
  });
  expect(seen).toEqual([
    [0, "principal"],
    [1, "json-too-deep"],
    [2, "principal"],
  ]);
});

describe("brackets are counted as the parser meets them", () => {
  it.each([
    ["[".repeat(MOST_DEPTH), null],
    ["[".repeat(MOST_DEPTH + 1), MOST_DEPTH],
    [`"${VERY_DEEP}"`, null],
    [`"\\"${VERY_DEEP}"`, null],
    // A quote within a comment begins no text, and one that is never closed ends with its line.
    [`/*"*/${VERY_DEEP}"`, MOST_DEPTH + 5],
    [`"x\n${VERY_DEEP}"`, MOST_DEPTH + 3],
    [`${"]".repeat(100_000)}${VERY_DEEP}`, 100_000 + MOST_DEPTH],
    [`"${"a".repeat(5_000_000)}`, null],
  ])("%#", (text, place) => expect(firstTooDeep(text)).toBe(place));
});
