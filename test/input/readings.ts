/** Short words of the intake tests: the value or the problem codes of a reading, and a small platform of files. */

import fc from "fast-check";
import { expect } from "vitest";
import { tableRows } from "../../src/input/csv-table.ts";
import type { Reader } from "../../src/input/field.ts";
import type { InputSources } from "../../src/input/input-files.ts";
import { type Parsed, type Problem, ProblemCollector, type Result } from "../../src/input/problem.ts";
import { writtenText } from "../../src/input/written.ts";
import { day } from "../../src/loan/day.ts";
import { problemWords as english } from "../../src/messages/en/problems.ts";
import { sayProblem } from "../../src/messages/problem-line.ts";
import { problemWords as chinese } from "../../src/messages/zh/problems.ts";
import type { InputPlatform, ReadFailure } from "../../src/platform.ts";
import { sameEachTime } from "../runs.ts";

export function valueIn<Value>(reading: Parsed<Value>): Value {
  if (!reading.ok) throw new Error(`refused: ${JSON.stringify(reading.issues)}`);
  return reading.value;
}

export function codesIn(reading: Parsed<unknown>): readonly string[] {
  return reading.ok ? [] : reading.issues.map(({ code }) => code);
}

/** What a shape reads in one text. */
export function readIn<Value>(shape: Reader<Value>, text: string): Parsed<Value> {
  const problems = new ProblemCollector();
  const value = shape.read(writtenText(text, "--option"), problems);
  const result = problems.result(true);
  if (!result.ok) return { ok: false, issues: result.problems };
  if (value === undefined) throw new Error("no value and no problem");
  return { ok: true, value };
}

export function problemsIn(result: Result<unknown>): readonly Problem[] {
  return result.ok ? [] : result.problems;
}

/** `WHERE code` of each problem. */
export function reported(result: Result<unknown>): readonly string[] {
  return problemsIn(result).map(({ where, code }) => `${where} ${code}`);
}

/** In both languages, with nothing that is not there and nothing that a terminal obeys. */
export function expectSayable(problem: Problem): void {
  for (const language of [english, chinese]) {
    const { what, hint } = sayProblem(problem, language);
    expect(`${what}${hint}`).not.toMatch(/\p{Cc}|undefined/u);
  }
}

/** A law of readers: no text makes one throw, and what it refuses can be said. */
export function expectNeverToThrow(
  reader: (text: string) => Parsed<unknown>,
  text: fc.Arbitrary<string>,
  { where, runs }: { readonly where: string; readonly runs: number },
): void {
  fc.assert(
    fc.property(text, (written) => {
      const reading = reader(written);
      if (reading.ok) return;
      expect(reading.issues.length).toBeGreaterThan(0);
      for (const issue of reading.issues) expectSayable({ ...issue, where });
    }),
    sameEachTime(runs),
  );
}

export type Files = Readonly<Record<string, string | Uint8Array | { readonly failure: ReadFailure }>>;

/** A platform of the given files, on 2026-11-22. */
export function platformOf(files: Files = {}, environment: InputPlatform["environment"] = {}): InputSources {
  return {
    today: day("2026-11-22"),
    environment,
    tables: { tableRows },
    read: (path) => {
      const file = files[path];
      if (file === undefined) return { kind: "failed", failure: "missing" };
      if (typeof file === "string") return { kind: "read", bytes: new TextEncoder().encode(file) };
      return file instanceof Uint8Array ? { kind: "read", bytes: file } : { kind: "failed", failure: file.failure };
    },
  };
}

/** A command that runs 30 days. */
export const DEFAULTS = { days: 30 };
