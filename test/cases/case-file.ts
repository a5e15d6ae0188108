/** Other people's numeric cases: how their files are read, and how each case becomes a test or a stated skip. */

import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";

/** One case as its file holds it; amounts and rates are decimal texts, dates are ISO. */
export interface Case<Input, Expected> {
  readonly id: string;
  readonly input: Input;
  readonly expected: Expected;
  /** What must be set to get exactly these numbers. */
  readonly conventions: string;
  readonly tags: readonly string[];
}

/** What a kind of case needs to be run. */
export interface Adapter<Input, Expected> {
  readonly check: (given: Case<Input, Expected>) => void;
  /** Cases the model cannot express, by id, each with the reason. */
  readonly skipped: Readonly<Record<string, string>>;
  /** Cases of which only a part can be run, by id, each with what is left out. */
  readonly inPart?: Readonly<Record<string, string>>;
}

const CASES = new URL("../../fixtures/cases/", import.meta.url);

function readCases<Input, Expected>(file: string): readonly Case<Input, Expected>[] {
  const envelope = JSON.parse(readFileSync(new URL(file, CASES), "utf8")) as { cases: Case<Input, Expected>[] };
  return envelope.cases;
}

/** Runs every case of a file but the skipped ones, and prints how many of each there were. */
export function testCases<Input, Expected>(file: string, adapter: Adapter<Input, Expected>): void {
  const { check, skipped, inPart = {} } = adapter;
  const cases = readCases<Input, Expected>(file);
  const isSkipped = ({ id }: Case<Input, Expected>): boolean => Object.hasOwn(skipped, id);
  const run = cases.filter((given) => !isSkipped(given));
  const left = cases.filter(isSkipped);

  describe(`${file}`, () => {
    test.for(run.map((given) => [titleOf(given.id, inPart), given] as const))("%s", ([, given]) => {
      expect.hasAssertions();
      check(given);
    });

    test.for(left.map(({ id }) => [id, skipped[id]] as const))("%s: %s", ([, reason], { skip }) => {
      expect(reason).toBeTypeOf("string");
      skip(reason);
    });

    test("every id that is skipped or run in part is a case of this file", () => {
      const ids = new Set(cases.map(({ id }) => id));
      expect([...Object.keys(skipped), ...Object.keys(inPart)].filter((id) => !ids.has(id))).toEqual([]);
    });

    afterAll(() => {
      const parts = Object.keys(inPart).length;
      const counts = `${file}: ${run.length} run (${parts} of them in part), ${left.length} skipped`;
      const reasons = left.map(({ id }) => `  skipped ${id}: ${skipped[id]}`);
      process.stdout.write(`${[counts, ...reasons].join("\n")}\n`);
    });
  });
}

function titleOf(id: string, inPart: Readonly<Record<string, string>>): string {
  return Object.hasOwn(inPart, id) ? `${id}, in part: ${inPart[id]}` : id;
}
